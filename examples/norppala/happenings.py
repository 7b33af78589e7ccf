"""Single events around the key records, and what a calendar that never forgets still holds from the years before."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

from .entry import Entry, clock
from .words import price_of

_SEED = 20240108
_FIRST_YEAR = date(2024, 1, 8)
_LAST_PAST_DAY = date(2026, 10, 31)

# source | day | from–to ("-" without an end, "day" for a whole day) | venue (may be untold) | audience | name | what the publisher tells
_TABLE = """
s01|2026-12-06|16:00–17:30|v-sali|all|Itsenäisyyspäivän juhla|Puheita, musiikkia ja kakkukahvit. Maksuton.
s01|2026-12-31|17:00–18:30|v-jaahalli|families|Uudenvuodenaaton luistelu|Musiikkia ja mehua. Maksuton.
s01|2027-01-27|18:00–19:30|v-asukastupa|adults|Asukasilta: Pihlajaniemen puistot|Kerro, millainen lähipuisto olisi hyvä. Maksuton.
s01|2027-03-09|12:00–14:00|v-jaahalli|families|Talvilomaviikon luistelu|Maksuton.
s01|2027-03-11|12:00–14:00|v-jaahalli|families|Talvilomaviikon luistelu|Maksuton.
s01|2027-02-05|17:00–-|v-asukastupa|all|Lyhtykävely|Kävellään rantaan ja takaisin. Maksuton.
s02|2026-12-12|18:00–19:30|v-sali|all|Adventtikonsertti|Kuoro- ja jousimusiikkia. Liput 10 €.
s02|2027-01-06|15:00–16:30|v-sali|all|Loppiaiskonsertti|Puhallinmusiikkia. Liput 10 €.
s02|2027-01-16|18:00–20:00|v-sali|adults|Kansanmusiikki-ilta|Pelimannimusiikkia Savosta ja Karjalasta. Hinta 8 €.
s02|2027-02-28|14:00–15:30|v-museo|all|Kalevalan päivän tarinahetki|Runolaulua ja kanteleita. Maksuton.
s02|2027-03-14|13:00–13:50|v-sali|families|Lastenteatteri: Lumiukon retki|Sopii yli 3-vuotiaille. Liput 6 €.
s02|2027-03-20|18:00–19:30|v-sali|all|Kevätkonsertti|Kamarimusiikkia. Liput 12 €.
s02|2027-02-12|18:00–19:30||adults|Kirjallisuusilta – tekstejä ja musiikkia|Paikka kerrotaan myöhemmin. Hinta 5 €.
s03|2027-01-14|18:00–19:00|v-kirjasto|adults|Järvimaiseman tarinat|Luento paikallisista paikannimistä. Maksuton.
s03|2027-02-20|10:00–14:00|v-kirjasto|all|Poistokirjojen myynti|Kirjat 1 €, lehdet 20 senttiä.
s03|2027-03-19|18:00–20:00|v-kirjasto|all|Runoviikon avoin mikki|Lue oma tai lempirunosi. Maksuton.
s08|2026-12-06|10:00–11:15|v-tuomiokirkko|all|Itsenäisyyspäivän jumalanpalvelus|Seppeleen lasku jumalanpalveluksen jälkeen.
s08|2026-12-24|15:00–15:45|v-tuomiokirkko|all|Aattohartaus|
s08|2026-12-25|07:00–08:00|v-tuomiokirkko|all|Joulukirkko|
s08|2027-01-01|10:00–11:00|v-tuomiokirkko|all|Uudenvuodenpäivän messu|
s08|2027-02-14|15:00–16:30|v-tuomiokirkko|all|Ystävänpäivän lauluhetki|Toivelauluja. Vapaa pääsy.
s08|2027-03-26|15:00–16:00|v-tuomiokirkko|all|Pitkäperjantain hartaus|
s10|2026-11-29|16:00–-|v-enonkoski|all|Akatistos|
s10|2026-12-12|18:00–-|v-kerimaki-talo|all|Vigilia|
s10|2026-12-20|10:00–-|v-savonranta-talo|all|Liturgia|
s10|2026-12-24|12:00–-|v-punkaharju-talo|all|Joulun hetket|
s10|2027-01-06|10:00–-|v-enonkoski|all|Teofanian liturgia|
s10|2027-01-16|17:00–-|v-savonranta-talo|all|Vigilia|
s10|2027-02-07|10:00–-|v-kerimaki-talo|all|Liturgia|
s10|2027-03-14|10:00–-|v-enonkoski|all|Sovintosunnuntain liturgia|
s09|2026-12-17|13:00–14:30|v-srktalo|families|Perheiden joulujuhla|
s12|2026-12-04|15:00–16:30|v-torikulma|volunteers|Vapaaehtoisten päivän kahvit|Kiitos vapaaehtoisille! Maksuton.
s12|2027-01-20|17:00–19:00|v-torikulma|associations|Kevään tapahtumien yhteissuunnittelu|Tuokaa mukaan omat päivämääränne. Maksuton.
s12|2027-02-17|17:00–18:30|v-torikulma|associations|Avustushakemukset kuntoon|Työpaja, oma hakemus mukaan. Maksuton.
s12|2027-03-13|10:00–15:00|v-sali|all|Järjestömessut|Yli kolmekymmentä yhdistystä esittäytyy. Vapaa pääsy.
s13|2026-12-18|12:00–14:00|v-torikulma|seniors|Eläkeväen jouluateria|Hinta 18 e, ilmoittautuminen 10.12. mennessä.
s13|2027-02-09|12:00–14:00|v-torikulma|seniors|Laskiaislounas|Hernekeittoa ja pullaa. Hinta 8 e.
s14|2027-01-22|12:00–14:00|v-kerimaki-talo|seniors|Uudenvuoden kahvit|Hinta 3 €.
s14|2027-03-19|12:00–14:00|v-kerimaki-talo|seniors|Kevätkokous|Sääntömääräiset asiat, jäsenille kahvit.
s15|2027-01-10|09:00–09:45|v-uimahalli|families|Perheuinti (avoin)|Hinta 12 € perheeltä.
s15|2027-01-09|08:00–14:00|v-uimahalli|children|Seurakilpailut|Toimitsijat klo 7.15.
s16|2026-12-12|15:00–17:00|v-liikuntahalli|all|Salibandyottelu Norppala–Kiiskit|Liput 5 €.
s16|2027-01-09|15:00–17:00|v-liikuntahalli|all|Salibandyottelu Norppala–Kuikat|Liput 5 €.
s16|2027-01-30|15:00–17:00|v-liikuntahalli|all|Salibandyottelu Norppala–Ahvenet|Liput 5 €.
s16|2027-02-20|15:00–17:00|v-liikuntahalli|all|Salibandyottelu Norppala–Muikut|Liput 5 €.
s16|2027-03-06|15:00–17:00|v-liikuntahalli|all|Salibandyottelu Norppala–Lokit|Liput 5 €.
s17|2026-12-19|12:00–13:15|v-jaahalli|children|U12-ottelu|
s17|2027-01-09|12:00–13:15|v-jaahalli|children|U12-ottelu|
s17|2027-01-30|12:00–13:15|v-jaahalli|children|U12-ottelu|
s17|2027-02-13|09:00–15:00|v-jaahalli|children|U12-turnaus|
s17|2027-03-06|12:00–13:15|v-jaahalli|children|U12-ottelu|
s19|2026-12-05|18:00–21:00|v-savonranta-talo|all|Kylän pikkujoulut|Puuroa ja ohjelmaa. Hinta 10 €.
s19|2027-01-23|12:00–15:00|v-savonranta-talo|all|Pilkkikisan talkoot|Keittoa talkoolaisille.
s19|2027-02-07|11:00–14:00|v-savonranta-talo|families|Laskiaisrieha|Mäenlaskua ja hernekeittoa. Maksuton.
s19|2027-03-13|09:00–13:00|v-savonranta-talo|all|Pilkkikisat|Osallistuminen 5 €.
s20|2026-12-05|day|v-punkaharju-talo|all|Joulumyynti|Paikallisten tuottajien myyntipöydät.
s20|2027-02-27|day|v-punkaharju-talo|all|Kylien hiihtopäivä|Laturetki ja makkaranpaistoa. Maksuton.
s20|2027-03-21|13:00–15:00|v-punkaharju-talo|all|Kevättalven kyläkävely|Maksuton.
s21|2026-12-11|18:00–-|v-nuokkari|youth|Turnausilta|Pöytätennistä ja biljardia. Maksuton.
s21|2026-12-16|16:00–-|v-nuokkari|youth|Kokkausilta|Tehdään jouluruokia. Maksuton.
s21|2027-01-22|17:00–-|v-nuokkari|youth|Peliturnaus|Joukkueet arvotaan paikalla. Maksuton.
s21|2027-02-26|18:00–-|v-nuokkari|youth|Leffailta|Elokuva valitaan yhdessä. Maksuton.
s21|2027-03-09|14:00–-|v-nuokkari|youth|Talviloman avoimet ovet|Maksuton.
s22|2027-01-20|18:00–19:30|v-museo|adults|Taiteilijatapaaminen|Näyttelyn tekijät kertovat töistään. Sisältyy pääsymaksuun.
s22|2027-03-10|11:00–14:00|v-museo|families|Museon talvilomapaja|Maksuton. Ei ilmoittautumista.
s23|2027-02-06|19:00–-|v-sali|all|Kevätmyrsky|Liput 26/20 €
s23|2027-02-07|14:00–-|v-sali|all|Kevätmyrsky|Liput 26/20 €
s24|2027-02-12|18:00–23:30|v-torikulma|students|Laskiaissitsit|K-18. Liput 15 €
s25|2027-01-19|17:00–18:30|v-online|associations|Rahoituksen hakemisen ABC (verkossa)|Maksuton. Vaatii ilmoittautumisen.
s25|2027-02-16|17:00–20:00|v-torikulma|associations|Hallitustyön perusteet|Hinta 20 €. Vaatii ilmoittautumisen.
s28|2026-12-16|17:00–-|v-torikulma|volunteers|Auttajien joulukahvit|Maksuton.
s28|2027-02-10|17:30–19:30|v-torikulma|volunteers|Ensiavun kertausilta|Kerrataan tavallisimmat tilanteet.
s28|2027-03-03|17:30–-|v-torikulma|volunteers|Uusien vapaaehtoisten ilta|Tule kuulemaan, mitä meillä voi tehdä.
s29|2027-01-12|18:00–20:00|v-asukastupa|adults|Karjalanpiirakkailta|Hinta 5 e.
s29|2027-02-09|18:00–20:00|v-asukastupa|adults|Ruokakurssi: hävikistä herkuksi|Hinta 5 e.
s29|2027-03-20|10:00–12:00|v-asukastupa|all|Marttakahvila|Kahvi ja pulla 3 e.
s30|2027-01-18|18:00–19:00|v-sali|all|Kevätlukukauden avajaiskonsertti|Vapaa pääsy.
s30|2027-02-10|17:30–18:30|v-kirjasto|all|Pianoilta|Vapaa pääsy.
s30|2027-03-17|18:00–19:15|v-sali|all|Orkesterikonsertti|Vapaa pääsy.
s31|2027-01-15|18:00–20:00|v-punkaharju-talo|all|Tähtiretki|Katsotaan talvitaivasta, jos on selkeää. Maksuton.
s31|2027-02-13|10:00–14:00|v-punkaharju-talo|adults|Lumikenkäretki|Kenkiä lainataan 12 paria. Hinta 5 €.
s31|2027-03-20|09:00–12:00|v-punkaharju-talo|all|Kevätmuuttoa katsomaan|Maksuton.
s32|2026-12-27|13:00–14:30|v-museo|all|Guided winter walk in the old town|Meet at the museum door. Warm clothes recommended.
s32|2027-02-20|17:00–19:00|v-museo|all|Lantern evening on the shore|Lanterns, hot juice and music by the lake.
s34|2026-12-08|13:00–14:30|v-rantasalmi|adults|Kuntosaliopastus|Ohjaaja paikalla. Maksuton.
s34|2026-12-09|13:00–14:00|v-rantasalmi|adults|Yhteislaulua|Maksuton.
s34|2026-12-16|11:00–13:00|v-rantasalmi|all|Puurojuhla|Maksuton.
s34|2027-01-13|17:30–19:00|v-rantasalmi|adults|Kyläilta|Maksuton.
s35|2026-12-18|18:00–21:00|v-sulkava|all|Pikkujoulut|Ruokailu, ohjelmaa ja tanssia; sisäänpääsy 15 e
s35|2027-01-29|19:00–22:00|v-sulkava|adults|Tanssit|Elävää musiikkia, kahvio; liput ovelta 12 e
s35|2027-02-05|18:00–20:00|v-sulkava|all|Näytelmän ensi-ilta|Kesto 2 h, väliaika; liput 10 e
s36|2026-12-11|17:00–20:00|v-torikulma|all|Kansainvälinen ruokailta|Tuo oma ruokalaji maistettavaksi. Maksuton.
s36|2027-02-21|13:00–15:00|v-torikulma|all|Äidinkielten päivän tarinahetki|Tarinoita kuudella kielellä. Maksuton.
s12|2027-02-24|17:00–19:00|v-torikulma|volunteers|Vapaaehtoisten talvitapaaminen|Alustava varaus, ohjelma tarkentuu.
"""

_SUNDAY_SERVICE = Entry(
    key="sunnuntai",
    source="s08",
    name="Sunnuntaimessu",
    start=clock("2026-11-29", "10:00"),
    end=clock("2026-11-29", "11:15"),
    venue="v-tuomiokirkko",
    description="Kirkkokahvit messun jälkeen.",
    category="Jumalanpalvelukset",
    rrule="FREQ=WEEKLY;BYDAY=SU",
    exdates=(date(2026, 12, 6),),
)

_PAST_NAMES = (
    ("Järjestöjen aamukahvit", "09:00", 90),
    ("Yhteistyöilta", "17:00", 120),
    ("Hyvinvointia kylille -kiertue", "12:00", 180),
    ("Avustusinfo", "17:30", 90),
    ("Kumppanien syyskokous", "18:00", 120),
    ("Kesäkahvila", "11:00", 240),
)


def _entry(line: str, number: int) -> Entry:
    """One line of the table."""
    source, day, hours, venue, audience, name, text = line.split("|")
    if hours == "day":
        start: datetime | date = date.fromisoformat(day)
        end: datetime | date | None = date.fromisoformat(day) + timedelta(days=1)
    else:
        begin, _, finish = hours.partition("–")
        start, end = clock(day, begin), clock(day, finish) if finish != "-" else None
    return Entry(
        key=f"kerta-{number:02}",
        source=source,
        name=name,
        start=start,
        end=end,
        venue=venue,
        description=text,
        price=price_of(text),
        audience=(audience,),
        language="en" if source == "s32" else "fi",
        private=name == "Seurakilpailut",
        status="TENTATIVE" if text.startswith("Alustava varaus") else "CONFIRMED",
    )


def singles() -> list[Entry]:
    """Every line of the table in its order, and the Sunday service that is there whatever else is."""
    lines = [line for line in _TABLE.strip().splitlines() if line]
    return [_SUNDAY_SERVICE, *(_entry(line, number) for number, line in enumerate(lines, start=1))]


def swedish() -> Entry:
    """The library's Swedish talk about books."""
    return Entry(
        key="bokprat",
        source="s03",
        name="Bokprat på svenska",
        start=clock("2027-01-26", "17:30"),
        end=clock("2027-01-26", "19:00"),
        venue="v-kirjasto",
        place="Huvudbiblioteket",
        description="Vi talar om vinterns läsupplevelser. Fritt inträde.",
        category="Litteratur",
        audience=("adults",),
        language="sv",
    )


def history(source: str = "s12") -> list[Entry]:
    """Events of 2024–2026 and two ended weekly series, as a Google calendar publishes them for ever."""
    random, day, past = Random(_SEED), _FIRST_YEAR, list[Entry]()
    while day < _LAST_PAST_DAY:
        name, hour, minutes = random.choice(_PAST_NAMES)
        start = clock(day.isoformat(), hour)
        end = start + timedelta(minutes=minutes)
        past.append(Entry(key=f"mennyt-{day}", source=source, name=name, start=start, end=end, venue="v-torikulma"))
        day += timedelta(days=random.randint(10, 32))
    return [*past, *_ended_series(source)]


def _ended_series(source: str) -> list[Entry]:
    """Two weekly groups that met until a spring of the past."""
    rows = (
        ("mennyt-kerho", "Työttömien lounas", "2024-09-03", "11:00", 90, "FREQ=WEEKLY;UNTIL=20250520T205959Z;BYDAY=TU"),
        ("mennyt-piiri", "Kansainvälinen keittiö", "2025-09-11", "16:00", 120, "FREQ=WEEKLY;UNTIL=20260430T205959Z;INTERVAL=2;BYDAY=TH"),
    )
    return [
        Entry(
            key=key,
            source=source,
            name=name,
            start=clock(day, hour),
            end=clock(day, hour) + timedelta(minutes=minutes),
            venue="v-torikulma",
            rrule=rule,
        )
        for key, name, day, hour, minutes, rule in rows
    ]
