"""Words for whom something is, as stems of Finnish, Swedish, English and Northern Sámi; the first that fits at a place is taken."""

from __future__ import annotations

AUDIENCES: tuple[tuple[str, str], ...] = (
    ("all", r"kaiken\s?ikäis\w*|kaikille|kaikenikäis\w*|för\salla|alla\såldrar|all\sages|everyone|open\sto\sall|buohkaide|koko\skansalle"),
    ("under_school_age", r"alle\s?kouluikäis\w*|barn\sunder\sskolåldern|förskolebarn|preschoolers?|under\sschool\sage|leikki-ikäis\w*"),
    (
        "babies_toddlers",
        (
            r"vauva\w*|vauvo\w*|taaper\w*|pikkulap\w*|pikkuis\w*|småbarn\w*|bäbis\w*|babys?\w*|spädbarn\w*|babies|toddlers?|"
            r"njuoratmánná\w*"
        ),
    ),
    ("school_age", r"alakoulu\w*|koululai\w*|kouluikäis\w*|lågstadie\w*|skolbarn\w*|skolelev\w*|school-?age\w*|schoolchildren|pupils"),
    (
        "youth",
        (
            r"yläkoulu\w*|yläaste\w*|nuor(et|ille|ten|isolle|iso|ison|isolai\w*|ia|illa)|teini\w*|varhaisnuor\w*|högstadie\w*|"
            r"ungdom\w*|unga|tonår\w*|youth|young\speople|teens?|teenagers?|nuorat\w*|nuoraide"
        ),
    ),
    ("families", r"perhe(?!kerho)\w*|koko\sperhe\w*|lapsiperh\w*|familj\w*|barnfamilj\w*|famil(y|ies)|bearrašiid\w*|bearaš\w*"),
    (
        "children",
        (
            r"lap(set|sille|sen|silla|sia)|lasten|lapsi|barn(en)?|kids|children|mánáide|mánát|juniori\w*|juniorer|tytö(t|"
            r"ille)|poj(at|ille)"
        ),
    ),
    ("students", r"opiskelij\w*|lukiolai\w*|ylioppila\w*|studerande\w*|student\w*|gymnasie\w*|toisen\sasteen"),
    ("pensioners", r"eläkeläi\w*|eläkkeellä\w*|pensionär\w*|pensioners?|retired"),
    (
        "seniors",
        (
            r"ikäihmi\w*|ikäänty\w*|senior\w*|seniori\w*|vanhuk\w*|vanhemmalle\sväelle|iäkkä\w*|äldre|vuorasat|vuorrasiidda|"
            r"elderly|older\s(people|adults)"
        ),
    ),
    ("unemployed", r"työttöm\w*|työnhaki\w*|arbetslös\w*|arbetssökande\w*|unemployed|job\s?seekers?"),
    ("informal_carers", r"omaishoit\w*|närståendevård\w*|anhörigvård\w*|informal\scarers?|family\scarers?|carers"),
    ("care_recipients", r"hoidettav\w*|vårdtagar\w*|care\srecipients?"),
    (
        "immigrants",
        (
            r"maahan\s?muutta\w*|maahanmuutto\w*|uussuomalai\w*|pakolai\w*|turvapaikanhaki\w*|invandra\w*|inflytta\w*|"
            r"nyanlända|flykting\w*|immigrants?|newcomers?|refugees?|sisafárre\w*"
        ),
    ),
    (
        "mental_health_rehabilitees",
        (
            r"mielenterveyskuntoutuj\w*|mielenterveystoipuj\w*|psykiska\srehabiliterings\w*|mentalvårdsklient\w*|"
            r"mental\shealth\s(rehabilitees|service\susers)"
        ),
    ),
    ("substance_abuse_rehabilitees", r"päihdekuntoutuj\w*|päihdetoipuj\w*|missbruksrehabiliter\w*|recovering\s(addicts|from\saddiction)"),
    (
        "people_with_memory_disorders",
        (r"muistisaira\w*|muistisairau\w*|muistihäiriöis\w*|minnessjuk\w*|people\swith\s(memory|dementia)\w*|dementia"),
    ),
    ("relatives", r"omais(ille|et|ten)|läheis(ille|et|ten)|läheisilleen|anhöriga?|närstående(?!vård)|relatives|loved\sones|next\sof\skin"),
    ("visually_impaired", r"näkövammais\w*|sokei\w*|heikkonäköis\w*|synskada\w*|visually\simpaired|blind"),
    ("hearing_impaired", r"kuulovammais\w*|huonokuulois\w*|kuuro(t|ille|jen)|hörselskada\w*|döva|hearing\simpaired|deaf"),
    ("people_with_intellectual_disabilities", r"kehitysvammais\w*|utvecklingsstör\w*|intellektuell\w*|intellectual\sdisabilit\w*"),
    (
        "people_with_disabilities",
        (
            r"vammai(s|n)\w*|liikuntavammais\w*|liikuntaesteis\w*|erityisryhm\w*|erityislap\w*|erityislasten|handikappa\w*|"
            r"rörelsehindra\w*|funktions(hindr|ned|varia)\w*|people\swith\sdisabilities|disabled"
        ),
    ),
    ("long_term_ill", r"pitkäaikaissaira\w*|långtidssjuk\w*|long-term\sill\w*|chronically\sill"),
    ("veterans", r"veteraan\w*|veteran\w*"),
    (
        "parents",
        (
            r"vanhem(mat|mille|pien|pi)|odottavi\w*|äidit|äideille|isät|isille|äiti-lapsi|föräldra\w*|föräldrar\w*|mammor|"
            r"pappor|parents?|mothers|fathers|váhnem\w*"
        ),
    ),
    ("grandparents", r"isovanhem\w*|mummo\w*|far-?\soch\smorföräldrar|grandparents?"),
    ("associations", r"yhdisty(s|k)\w*|järjestö\w*|yhdistystoimij\w*|förening(ar|arna|s\w*)|organisationer|associations|ngos?"),
    ("volunteers", r"vapaaehtois(ille|et|ten)|frivilliga|volunteers"),
    ("entrepreneurs", r"yrittäj\w*|yrityks\w*|företagare\w*|entrepreneurs?|businesses"),
    ("working_age", r"työikäis\w*|arbetsföra?|working[-\s]age"),
    ("women", r"naisille|naiset|kvinnor|damer|women"),
    ("men", r"miehille|miehet|män|herrar|men"),
    ("adults", r"aikuis(et|ille|ten)|täysi-ikäis\w*|vuxna|adults|ollesolbmuide|rávisolbmuid\w*"),
)
"""(code, shape of the words). The order decides where one word could be of two."""

PTV: tuple[tuple[str, str], ...] = (
    ("KR1.1", r"ikäihmi\w*|ikäänty\w*|seniori\w*|äldre|elderly|older\s(people|adults)"),
    ("KR1.2", r"lap(set|sille)|lapsiperh\w*|perhei(lle|tä)|barnfamilj\w*|children|families"),
    ("KR1.3", r"nuor(et|ille)|ungdom(ar)?|unga|young\speople"),
    ("KR1.4", r"pitkäaikaissaira\w*|långtidssjuk\w*"),
    ("KR1.6", r"(?<!kehitys)(?<!näkö)(?<!kuulo)vammai(s|n)\w*|people\swith\sdisabilities"),
    ("KR2.7", r"yhdistyks(et|ille)|järjestö(t|ille)|föreningar|associations"),
)
"""Target groups of the national service register (PTV), by the words that name them themselves."""

GENDERS: tuple[tuple[str, str], ...] = (
    ("male", r"miest(en|enryhmä)|miehille|miehet|miesten\w*|poikien|pojille|pojat|herrar(nas)?|män|pojkar(nas)?|men's|men|boys'?"),
    ("female", r"nais(ten|ille|et)|tyttö(jen|ille)|tytöt|tytöille|dam(er|ernas)|kvinnor(s)?|flickor(nas)?|women's|women|girls'?"),
)

AGES: dict[str, tuple[int | None, int | None, tuple[int, int] | None]] = {
    "babies_toddlers": (0, 2, None),
    "under_school_age": (0, 6, None),
}
"""Audience -> ages that its name tells."""

SCHOOLS: tuple[tuple[str, int, int, int, int], ...] = (
    (r"alakoulu\w*|lågstadie\w*|primary\sschool\w*", 7, 12, 1, 6),
    (r"yläkoulu\w*|yläaste\w*|högstadie\w*|secondary\sschool\w*", 13, 15, 7, 9),
)
"""(words, lowest age, highest age, first grade, last grade)."""
