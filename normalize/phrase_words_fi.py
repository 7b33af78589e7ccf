"""Finnish words of time, as they stand on pages; the keys are explained in ``phrase_words``."""

from __future__ import annotations

MARKS: dict[str, str] = {
    "clock": "klo kello kl klo.",
    "and": "ja sekä",
    "or": "tai",
    "on": "päivänä pvm päivämäärä aika ajankohta milloin",
    "from": "alkaen alk lähtien",
    "begins": (
        "alkaa alkavat käynnistyy aloitetaan aloitus alku ensimmäinen_kerta 1_kerta ensimmäinen_kokoontuminen ensimmäisen_kerran alkaapi "
        "seuraava_kerta seuraavan_kerran"
    ),
    "until": "asti saakka",
    "ends": "päättyy päättyvät loppuu lopetus viimeinen_kerta viimeinen_kokoontuminen viimeisen_kerran",
    "open_ended": "toistaiseksi",
    "by": "mennessä viimeistään viim",
    "except": (
        "ei eikä paitsi pl poissulkien poislukien pois_lukien lukuun_ottamatta lukuunottamatta poikkeuksena poikkeus "
        "ei_kuitenkaan tauko tauolla tauon ei_kokoontumista"
    ),
    "except:strong": "eikä paitsi lukuun_ottamatta lukuunottamatta poikkeuksena tauko tauolla poislukien pois_lukien",
    "except:off": "peruttu perutaan peruutettu",
    "except:shut": "suljettu suljettuna kiinni",
    "every": "joka jokainen jokaisena jokaisen kunkin aina",
    "interval:2": "joka_toinen joka_toisen joka_toisena joka_2 kahden_viikon_välein 2_viikon_välein joka_toinen_viikko joka_toisella",
    "interval:3": "joka_kolmas joka_kolmannen joka_kolmantena joka_3 kolmen_viikon_välein 3_viikon_välein",
    "interval:4": "joka_neljäs joka_neljännen joka_neljäntenä joka_4 neljän_viikon_välein 4_viikon_välein",
    "weekly": "viikoittain joka_viikko viikottain",
    "vague": ("kerran_viikossa kaksi_kertaa_viikossa 2_kertaa_viikossa säännöllisesti 1_krt_vk 2_krt_vk 3_kertaa_viikossa"),
    "vague:rare": (
        "kerran_kuussa kerran_kuukaudessa kuukausittain kaksi_kertaa_kuussa 2_kertaa_kuussa 2_krt_kuussa "
        "kaksi_kertaa_kuukaudessa 1_krt_kuussa 1_kerran_kuussa muutaman_kerran_vuodessa kerran_vuodessa "
        "1_krt_kk noin_kerran_kuussa joka_kuukausi 2_kertaa_kuukaudessa"
    ),
    "week": "vk vko vkot vkoilla vkolla vkon viikko viikolla viikoilla viikot viikon viikkoina viikosta viikkojen viikoista",
    "parity:odd": "pariton parittomat parittomien parittomilla parittomina parittoman parittomalla parittomia parittomana paritt",
    "parity:even": "parillinen parilliset parillisten parillisilla parillisina parillisen parillisella parillisia parillisena parill",
    "month_unit": "joka_kuukausi kuukausittain kuun kuukauden kuukausi kuukauden_aina kk kk:n",
    "ordinal:1": "ensimmäinen ensimmäisenä ensimmäiset ensimmäisen ensimmäisinä eka",
    "ordinal:2": "toinen toisena toiset toisen toka",
    "ordinal:3": "kolmas kolmantena kolmannen kolmannet",
    "ordinal:4": "neljäs neljäntenä neljännen neljännet",
    "ordinal:5": "viides viidentenä viidennen",
    "ordinal:-1": "viimeinen viimeisenä viimeiset viimeisen viimeisinä vika",
    "ordinal:-2": "toiseksi_viimeinen toiseksi_viimeisenä",
    "daily": "päivittäin joka_päivä joka_ilta joka_aamu päivisin",
    "workdays": "joka_arkipäivä arkisin arkipäivisin arkiaamuisin arki-iltaisin arkiiltaisin arkipäivinä arki arkena",
    "weekends": "viikonloppuisin viikonloput",
    "times": "kertaa kerta krt kokoontumista kokoontumiskertaa tapaamista opetuskertaa tapaamiskertaa kokoontumiskerta",
    "length": "kesto kestää",
    "unit:minute": "min minuuttia minuutin",
    "unit:hour": "h t tuntia tunnin tunti",
    "relative:0": "tänään tänä_iltana tänä_aamuna",
    "relative:1": "huomenna huomisiltana",
    "relative:2": "ylihuomenna",
    "relative:-1": "eilen",
    "next": "ensi seuraava seuraavana seuraavan seuraavalla",
    "coming": "tuleva tulevana tulevan tämän tänä tällä kuluvan kuluvalla",
    "last": "viime",
    "week_of": "viikolla viikon",
    "weekend_of": "viikonloppuna viikonlopun viikonlopuksi",
    "month_of": "kuussa kuun",
    "shift": "päästä kuluttua",
    "hours": "avoinna auki aukioloajat aukioloaika aukiolo aukioloajat: avoinnaoloajat palvelemme",
    "enrol": "ilm ilmo ilmot haku hakuaika lipunmyynti ennakkomyynti eräpäivä sitovat sitova peruutukset peruutus",
    "stamp": "julkaistu päivitetty muokattu luotu lisätty kirjoitettu päivitys julkaisupäivä",
    "office": (
        "puhelinaika puhelinajat soittoaika soittoajat toimisto toimistomme palveluaika lipputoimisto puh tilaukset "
        "lisätiedot lisätietoja tiedustelut puhelimitse varauspuhelin asiakaspalvelu vastaanotto tiedustele soita "
        "numerosta numeroon numero"
    ),
    "history": "vuodesta perustettu perustamisesta perustettiin syntynyt syntyi vuotta_sitten vuosijuhla",
    "school_holidays": (
        "loma-aikoina lomilla loma-ajat lomaviikoilla hiihtolomalla hiihtolomaviikolla hiihtoloma syyslomalla syysloma "
        "syyslomaviikolla talvilomalla talviloma talvilomaviikolla loma-ajalla loma-aikana lomaviikolla lomalla "
        "loma-aikaan koulujen_lomat koululomien koululomilla joululomalla joululoma kesälomalla koulujen_loma-aikoina "
        "koulujen_loma-aikana koulujen_lomien_aikana koulujen_lomilla koulujen_lomaviikoilla koulujen_loma-ajat "
        "koululoma-aikoina koulun_loma-aikoina lomien"
    ),
    "public_holidays": (
        "arkipyhinä arkipyhisin pyhinä pyhäpäivinä pyhäpäivisin juhlapyhinä arkipyhät pyhisin arkipyhien juhlapäivinä juhlapyhiä arkipyhiä "
        "pyhiä pyhäpäiviä juhlapyhien pyhien"
    ),
    "title_noise": "päivä päivää pv",
}
PATTERNS: tuple[tuple[str, str], ...] = (
    (r"(ennakko)?ilmoitt?autu\w*|(ennakko)?ilmoitt?aud\w*|ennakkoilmo\w*|hakemuk\w*|hakemus\w*|varau(s|k)\w*|varaa|ilmottautu\w*", "enrol"),
    (r"\w*tauko|\w*tauolla|\w*tauon", "except"),
    (
        (
            r"(kevät|kesä|syys|talvi)(luku|toiminta)?(kausi|kaudella|kauden|kaudeksi)|toimintakau(si|della|den)|lukuvuo(si|"
            r"nna|den)|lukukau(si|della|den)|(kevät|kesä|syys|talvi)kausi:?"
        ),
        "season_word",
    ),
    (
        r"syksyisin|keväisin|kesäisin|talvisin|syksyllä|syksyn|syksy|keväällä|kevään|kevät|kesällä|kesän|talvella|talven|kesä|talvi",
        "season",
    ),
    (r"puhelin\w*|toimisto\w*", "office"),
    (r"näyttelyt?", "exhibition"),
    (r"parit+om\w*", "parity:odd"),
    (r"paril+is\w*", "parity:even"),
)
"""Whole words by their shape -> kind; looked at after ``MARKS``."""

WEEKDAYS = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")
SHORT_WEEKDAYS = {"ma": 0, "ti": 1, "ke": 2, "to": 3, "pe": 4, "la": 5, "su": 6, "må": 0, "lö": 5, "sö": 6}
"""The Swedish ones that mean nothing else in Finnish as well: notices in two languages write the day in one of them."""
MONTHS = ("tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu")
CASES: dict[str, str] = {
    "": "plain", "na": "on", "sin": "every", "isin": "every", "t": "every", "n": "of", "sta": "from", "hin": "to", "on": "to",
    "ta": "plain",
    "a": "plain", "ksi": "plain", "aamuna": "on", "iltana": "on", "iltapäivänä": "on", "aamupäivänä": "on", "aamuisin": "every",
    "iltaisin": "every", "iltapäivisin": "every", "aamupäivisin": "every", "ilta": "plain", "aamu": "plain", "iltapäivä": "plain",
    "aamupäivä": "plain", "illat": "every", "aamut": "every", "öisin": "every", "aamulla": "on", "illalla": "on", "päivisin": "every",
    "päivänä": "on",
}  # fmt: skip
"""What follows a weekday's name -> how it is meant. Anything else makes it a word of its own (tiistaikerho)."""
MONTH_CASES = {"": "plain", "ta": "of", "n": "of", "ssa": "in", "sta": "from", "hun": "to", "lle": "in"}

HOLIDAYS: dict[str, str] = {
    "new_year": "uudenvuodenpäivänä uudenvuodenpäivä",
    "epiphany": "loppiaisena loppiainen",
    "runeberg": "runebergin_päivänä runebergin_päivä runeberginpäivänä",
    "kalevala": "kalevalan_päivänä kalevalanpäivänä kalevalan_päivä",
    "agricola": "mikael_agricolan_päivänä agricolan_päivänä",
    "aleksis_kivi": "aleksis_kiven_päivänä aleksis_kiven_päivä",
    "veterans_day": "veteraanipäivänä kansallisena_veteraanipäivänä kansallinen_veteraanipäivä",
    "valentine": "ystävänpäivänä",
    "shrove_sunday": "laskiaissunnuntaina laskiaissunnuntai",
    "shrove_tuesday": "laskiaistiistaina laskiaistiistai",
    "womens_day": "naistenpäivänä",
    "palm_sunday": "palmusunnuntaina palmusunnuntai",
    "maundy_thursday": "kiirastorstaina kiirastorstai",
    "good_friday": "pitkäperjantaina pitkäperjantai pitkänäperjantaina",
    "holy_saturday": "lankalauantaina lankalauantai",
    "easter_day": (
        "pääsiäispäivänä pääsiäispäivä pääsiäissunnuntaina pääsiäissunnuntai ensimmäisenä_pääsiäispäivänä 1_pääsiäispäivänä 1_pääsiäispäivä"
    ),
    "easter_monday": "toisena_pääsiäispäivänä 2_pääsiäispäivänä 2_pääsiäispäivä pääsiäismaanantaina pääsiäismaanantai toinen_pääsiäispäivä",
    "easter": "pääsiäisenä pääsiäinen pääsiäispyhinä",
    "may_eve": "vappuaattona vapunaattona vappuaatto",
    "may_day": "vappuna vapunpäivänä vappupäivänä vappu vapunpäivä vappupäivä",
    "mothers_day": "äitienpäivänä äitienpäivä",
    "ascension": "helatorstaina helatorstai",
    "pentecost": "helluntaina helluntaipäivänä helluntai helluntaisunnuntaina",
    "midsummer_eve": "juhannusaattona juhannusaatto",
    "midsummer_day": "juhannuspäivänä juhannuspäivä",
    "midsummer": "juhannuksena juhannus",
    "all_saints": "pyhäinpäivänä pyhäinpäivä pyhäinmiestenpäivänä",
    "fathers_day": "isänpäivänä isänpäivä",
    "independence_day": "itsenäisyyspäivänä itsenäisyyspäivä",
    "lucia": "lucianpäivänä luciana lucianpäivä",
    "christmas_eve": "jouluaattona jouluaatto",
    "christmas_day": "joulupäivänä joulupäivä 1_joulupäivänä ensimmäisenä_joulupäivänä",
    "boxing_day": "tapaninpäivänä tapanina tapaninpäivä 2_joulupäivänä toisena_joulupäivänä",
    "christmas": "jouluna joulun_aikaan joulun_aikana joulun_pyhinä joulu joulunpyhinä joulunpyhät jouluviikolla joulunaikaan",
    "new_years_eve": "uudenvuodenaattona uudenvuodenaatto vanhan_vuoden_päivänä",
    "advent": "adventtina adventtisunnuntaina adventti adventtisunnuntai",
    "turn_of_year": "vuodenvaihteessa joulun_ja_uudenvuoden_välillä",
}
"""Day of the calendar -> the words for it; the essive ("on that day") first, the bare name only beside a time or in a list."""
