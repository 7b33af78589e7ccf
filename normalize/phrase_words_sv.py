"""Swedish words of time, as they stand on pages in Finland; the keys are explained in ``phrase_words``."""

from __future__ import annotations

MARKS: dict[str, str] = {
    "clock": "kl klockan klo",
    "and": "och samt",
    "or": "eller",
    "on": "på den om i_tid datum tid",
    "from": "från med_start fr_o_m från_och_med med_början start fr_om fom",
    "begins": "börjar startar inleds första_gången första_träffen med_start_den",
    "until": "till t_o_m till_och_med fram_till t_om tom",
    "ends": "slutar avslutas sista_gången sista_träffen upphör",
    "open_ended": "tills_vidare",
    "by": "senast före innan sista",
    "except": (
        "inte ej utom förutom med_undantag_av med_undantag_för undantaget ingen inget inga uppehåll paus ej_heller dock_ej dock_inte "
    ),
    "except:strong": "utom förutom med_undantag_av med_undantag_för uppehåll",
    "except:off": "inställt inställd",
    "except:shut": "stängt stängd",
    "every": "varje var alla",
    "interval:2": "varannan vartannan varannan_vecka varann vartannat var_annan",
    "interval:3": "var_tredje var_3 var_tredje_vecka",
    "interval:4": "var_fjärde var_4 var_fjärde_vecka",
    "weekly": "varje_vecka veckovis",
    "vague": (
        "en_gång_i_månaden en_gång_per_månad två_gånger_i_månaden 2_gånger_i_månaden 1_gång_i_månaden varje_månad "
        "en_gång_i_veckan två_gånger_i_veckan 2_gånger_i_veckan regelbundet 1_gång_per_månad 2_gånger_per_månad "
        "ungefär_en_gång_i_månaden en_gång_per_vecka en_gång_om_året månatligen"
    ),
    "week": "vecka veckor veckorna veckan v vk",
    "parity:odd": "udda ojämna ojämn",
    "parity:even": "jämna jämn",
    "month_unit": "varje_månad månatligen i_månaden månaden månads månad varje_månad_den i_varje_månad i_månad av_månaden",
    "ordinal:1": "första",
    "ordinal:2": "andra",
    "ordinal:3": "tredje",
    "ordinal:4": "fjärde",
    "ordinal:5": "femte",
    "ordinal:-1": "sista",
    "ordinal:-2": "näst_sista",
    "daily": "dagligen varje_dag varje_kväll alla_dagar varje_morgon",
    "workdays": "varje_vardag vardagar vardagskvällar vardagsmorgnar vardag vard",
    "weekends": "helger veckoslut veckosluten helgerna",
    "times": "gånger ggr gång tillfällen träffar sammankomster",
    "length": "längd",
    "unit:minute": "min minuter",
    "unit:hour": "h timmar timme t",
    "relative:0": "idag i_dag ikväll i_kväll",
    "relative:1": "imorgon i_morgon",
    "relative:2": "i_övermorgon övermorgon",
    "relative:-1": "igår i_går",
    "next": "nästa",
    "coming": "kommande denna den_kommande den_här nu_på",
    "last": "senaste förra",
    "week_of": "vecka veckan",
    "weekend_of": "veckoslut veckoslutet helg helgen",
    "month_of": "månad månaden",
    "hours": "öppet öppettider öppethållning öppettid öppettider: öppethållningstider",
    "enrol": "anm bokas biljettförsäljning",
    "stamp": "publicerad publicerat uppdaterad uppdaterat publicerades",
    "office": "telefontid kansli kansliet kontorstid tfn telefon ring mottagning",
    "history": "grundad grundades grundat sedan född år_sedan",
    "school_holidays": (
        "skollov lov skolloven loven sportlov sportlovet höstlov höstlovet jullov jullovet sommarlov lovveckor under_lov "
        "skolloven_ej vinterlov påsklov skolans_lov"
    ),
    "public_holidays": "helgdagar helgdag röda_dagar söckenhelger sökenhelger",
    "title_noise": "",
}
PATTERNS: tuple[tuple[str, str], ...] = (
    (r"(förhands)?anmäl\w*|bokning\w*|biljett\w*|ansök\w*", "enrol"),
    (r"\w*uppehåll|julpaus|sommarpaus", "except"),
    (r"(konst)?utställning(en|ar)?", "exhibition"),
    (r"(vår|höst|sommar|vinter)(termin|säsong)(en)?|läsåret?|verksamhetsåret|säsongen", "season_word"),
    (r"våren|hösten|sommaren|vintern|vår|höst|sommar|vinter", "season"),
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
SHORT_WEEKDAYS = {
    "må": 0, "mån": 0, "ti": 1, "tis": 1, "on": 2, "ons": 2, "to": 3, "tor": 3, "tors": 3, "fr": 4, "fre": 4, "lö": 5, "lör": 5, "sö": 6,
    "sön": 6,
}  # fmt: skip
MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")
SHORT_MONTHS = {"jan": 1, "feb": 2, "febr": 2, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12}
CASES: dict[str, str] = {
    "": "plain", "en": "on", "ar": "every", "arna": "every", "s": "of", "skväll": "on", "skvällen": "on", "skvällar": "every",
    "smorgnar": "every", "sförmiddagar": "every", "seftermiddagar": "every", "eftermiddagar": "every", "förmiddagar": "every",
    "kväll": "on", "kvällar": "every", "morgnar": "every", "sförmiddag": "on", "seftermiddag": "on", "eftermiddag": "on", "ens": "of",
}  # fmt: skip
HOLIDAYS: dict[str, str] = {
    "new_year": "nyårsdagen",
    "epiphany": "trettondagen trettondag",
    "valentine": "vändagen alla_hjärtans_dag",
    "shrove_sunday": "fastlagssöndagen fastlagssöndag",
    "shrove_tuesday": "fettisdagen fastlagstisdagen fettisdag",
    "womens_day": "kvinnodagen",
    "palm_sunday": "palmsöndagen palmsöndag",
    "maundy_thursday": "skärtorsdagen skärtorsdag",
    "good_friday": "långfredagen långfredag",
    "holy_saturday": "påsklördagen påskafton",
    "easter_day": "påskdagen påsksöndagen påsksöndag första_påskdagen påskdag",
    "easter_monday": "annandag_påsk andra_påskdagen",
    "easter": "påsk påsken i_påsk",
    "may_eve": "valborg valborgsmässoafton valborgsmässoaftonen",
    "may_day": "första_maj vappen vappdagen",
    "mothers_day": "mors_dag morsdag",
    "ascension": "kristi_himmelsfärdsdag kristi_himmelsfärdsdagen",
    "pentecost": "pingst pingstdagen",
    "midsummer_eve": "midsommarafton midsommaraftonen",
    "midsummer_day": "midsommardagen",
    "midsummer": "midsommar midsommaren",
    "all_saints": "alla_helgons_dag",
    "fathers_day": "fars_dag farsdag",
    "independence_day": "självständighetsdagen",
    "lucia": "lucia luciadagen",
    "christmas_eve": "julafton julaftonen",
    "christmas_day": "juldagen juldag",
    "boxing_day": "annandag_jul annandagen stefansdagen",
    "christmas": "jul julen i_jul",
    "new_years_eve": "nyårsafton nyårsaftonen",
    "advent": "advent advents advent_söndag adventssöndagen",
    "swedish_day": "svenska_dagen",
}
