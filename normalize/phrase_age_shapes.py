"""Shapes of ages, grades and years of birth in figures, in Finnish, Swedish, English and Northern Sámi; texts are folded."""

from __future__ import annotations

import re

YEARS = (
    r"(?:-?\s?-?vuot(?!is|en|uis|eisk)\w+|-?\s?v\b\.?(?!\s?-?\d|:)|-?\s?vee\b|[-\s]?år(?!sk|sf|sd|sm|sj|s?avg|hun|g\w)\w*|"
    r"(?:-|-?\s)?(?:years?|yrs?\b\.?|y\.?o\b)(?:[-\s]olds?)?(?:\sof\sage)?|-?\s?jahkás\w*|-?\s?jagi\w*)"
)
"""A unit of years behind a figure. A jubilee (``50-vuotisjuhla``) is none."""
_MONTH = r"(?:kk\b\.?|kuukau\w*|kuukaut\w*|mån\w*\.?|months?|mo\b|mánu\w*)"
_N = r"(?P<{}>\d{{1,3}})(?:[.,]5)?"
_BARE = r"(?<![\d.,:+/-])(?<!\d )"
_DASH = r"(?:\s?-\s?|\s?\.\.\.?\s?|\s(?:to|till|och|and|ja|do)\s|-?\sto\s)"
_HALF = r"(?:\s?½)?"

MONTHS = re.compile(
    rf"(?<!\d)(?P<low>\d{{1,2}})\s?(?:{_MONTH}\s?(?:-|to|till)\s?(?P<high>\d{{1,2}})\s?(?P<unit>{_MONTH}|{YEARS})"
    rf"|(?:-|to|till)\s?(?P<high2>\d{{1,2}})\s?-?\s?(?P<unit2>{_MONTH}))"
)
"""``3-12 kk``, ``6 kk - 2 v``."""
UNDER_MONTHS = re.compile(rf"\b(?:alle|under|younger\sthan|upp\still|up\sto)\s(?P<high>\d{{1,2}})\s?-?\s?{_MONTH}")
RANGE = re.compile(
    rf"(?<![\d:/-])(?<!\d[.,]){_N.format('low')}{_HALF}(?:\s?{YEARS})?{_DASH}{_N.format('high')}\s?(?:{YEARS}|-?\s?ikäis\w*|-?\s?jahkáš\w*)"
)
AGED = re.compile(
    r"\b(?:ages?|aged|age\sgroup|(?:iältään|ikä|ikäryhmä|ikäsuositus|suositusikä|ikähaarukka|ålder|åldersgrupp|ahki)\s?:?|"
    r"(?:i|för)\s?åldr(?:ar)?na|i\såldern|mellan|between)\s"
    rf"{_N.format('low')}\s?(?:-|\sto\s|\still\s|\soch\s|\sand\s)\s?{_N.format('high')}\b(?!\s?(?:€|e\b|eur|[.:]\d))"
)
ONE = re.compile(
    rf"{_BARE}{_N.format('low')}(?:\s?-?\s?-?vuotia(?!s?juhl)\w*|-v\b\.?|\s?v\b\.?(?!\s?(?:-|juhl|synt|\d))|\s?-?åring\w*|-åri\w*|"
    r"(?:-|\s)years?[-\s]olds?|\s?-?jahkás\w*)"
)
"""One age by itself. ``50 v`` may be a jubilee and is judged by the reader."""
SINGLE = re.compile(rf"\b(?:barn|elever|flickor|pojkar|ålder:?|age:?|aged|ikä:?)\s{_N.format('low')}(?:\s?{YEARS}|$)")
_NO_AGE = (
    r"(?!\s?(?:[.:/,]\s?\d|\d|€|e\b|eur|%|henk|henge|hlö|osallist|deltag|pers|part|people|places|paik|plats|min\b|h\b|km|m\b|kert|ggr|"
    r"gång|kpl|"
    r"ilmoitt|minu|hour|tun|tim|kg|x\b|asukk|hehk|jäsen|medlem))"
)
"""What a figure behind "over" and "under" counts, where it is no age."""
_ALONE = (
    r"(?=\s*(?:$|[,;.)!?\n-])|\s(?:must|with|only|accomp|and\s|in\sthe|endast|bara|i\s(?:sällskap|vuxen|målsm)|vain|tillsam|yhdessä|"
    r"saa|pääse|osallistu|aikui|huoltaj|vanhemman|vanhempi|free|gratis|ilmai|maks))"
)
"""What may stand behind a figure without a unit of years that is an age all the same."""
_UNDER = r"(?:alle|under|younger\sthan|yngre\sän|vuollel)[-\s]"
UPPER = re.compile(rf"\b{_UNDER}(?:ages?\s|the\sage\sof\s|iän\s)?{_N.format('high')}(?:\s?{YEARS}|'?s\b|:n\w*|\b{_NO_AGE}{_ALONE})")
AT_MOST = re.compile(
    rf"\b(?:enintään|korkeintaan|max\.?|maks\.?|högst|upp\still|up\sto|at\smost|maximum\sage|max\.?\sage:?|"
    rf"no\solder\sthan)\s{_N.format('high')}\s?{YEARS}"
    rf"|{_BARE}(?P<high2>\d{{1,3}})\s?(?:{YEARS}\s?)?(?:ja\s(?:sitä\s)?nuorem\w*|och\syngre|and\s(?:under|younger|below)|or\s(?:under|"
    rf"younger)|eller\syngre|ikävuoteen\s(?:asti|saakka)|-?vuotiaaksi\s(?:asti|saakka))"
)
_LIMIT = (
    r"(?:alaikäraja:?|min(?:imum|\.)?\sage:?(?:\sof|\sis)?|minimi(?:ikä:?)?|ikäraja(?:\son)?:?|åldersgräns(?:en)?(?:\sär)?:?|"
    r"age\slimit(?:\sis)?:?|ikäsuositus:?|suositusikä:?|"
    r"suositellaan|suositus:?|rekommendera(?:d\sålder|s\sfrån|s\sför)?:?|recommended\sage:?)"
)
_FROM = (
    r"(?:yli|vähintään|väh\.|min\.?|över|minst|från|fr\.\s?o\.\s?m\.?|äldre\sän|over(?:\sthe\sage\sof)?|at\sleast|from|older\sthan|"
    r"badjel|fyllda?)"
)
FORBIDDEN = re.compile(
    rf"\b(?:kielletty|ei|kielletään|förbjudet\sför|inte\sför|ej\sför|not\sfor|not\ssuitable\sfor|no)\s(?:sovellu\s|suositella\s|sallittu\s)?"
    rf"(?:alle|under|personer\sunder|children\sunder)[-\s](?P<low>\d{{1,3}})(?:\s?{YEARS}|'?s\b)"
)
"""``kielletty alle 18-vuotiailta``: a lowest age."""
LOWER = re.compile(
    rf"\b{_LIMIT}\s(?:k\s?-?\s?)?(?P<low>\d{{1,3}})(?:[.,]5)?(?:\s?\+|\s?{YEARS}|:n\w*|'?s\b|\b{_NO_AGE})"
    rf"|\b{_FROM}\s(?P<low2>\d{{1,3}})(?:[.,]5)?(?:\s?\+|\s?{YEARS}|:n\w*|'?s\b|\b{_NO_AGE}{_ALONE})"
)
AND_OLDER = re.compile(
    rf"(?<![\d.,:])(?P<low>\d{{1,3}})-?\s?(?:{YEARS}\s?)?(?:ja\s(?:sitä\s)?vanhem\w*|tai\s(?:sitä\s)?vanhem\w*|(?:och|eller)\s(?:äldre|"
    rf"uppåt)|and\s(?:over|older|up(?:wards)?|above)|"
    r"täyttän\w*|täyttävä\w*|(?:år\s)?fyllda|alkaen\b|lähtien\b|ylöspäin|(?:år\s)?uppåt|or\s(?:older|over|above)|:sta\s(?:eteenpäin|"
    r"ylöspäin)|eteenpäin)"
    r"|(?<!\d)(?P<low2>\d{1,3})\s?(?:-?vuotiaasta|vuodesta|ikävuodesta)\s(?:ylöspäin|alkaen|eteenpäin|lähtien)"
)
PLUS = re.compile(
    r"(?<![\d.,:/])(?:(?P<low>\d{1,3})\s?\+(?!\s?\d)(?:\s?-?\s?vuotia\w*)?|(?<!\w)\+\s?(?P<other>\d{2,3})(?![\d.,]|"
    r"\s\d)(?:\s?-?\s?vuotia\w*)?)"
)
LEGAL = re.compile(r"(?<![\w-])[ks]\s?-?\s?(?P<low>12|15|16|18|20|21)(?!\d|\s?(?:€|e\b|[.:]\d))")
"""``K-18``; ``S-15`` is its Swedish and older form only beside those figures."""

_ADULT = r"(?:aikui|huoltaj|vanhem|saattaj|vuxen|vuxn|förälder|föräldr|målsman|vårdnadshavar|adult|parent|guardian)\w*"
WITH_ADULT = re.compile(
    rf"(?<!\w){_ADULT}[\s-]*(?:\w+\s)?(?:seura\w*|kanssa|kera|mukana|sällskap)|(?<!\w)(?:i\ssällskap|tillsammans|i\sföljd|ihop)\s(?:av|"
    rf"med)\s(?:en\s|sin\s|sina\s)?{_ADULT}|"
    rf"(?<!\w)med\s(?:en\s|sin\s|sina\s)?(?:vuxen|förälder|föräldrar|målsman|vårdnadshavare)|(?<!\w)(?:with|accompanied\sby)\s(?:an?\s|"
    rf"their\s|a\sresponsible\s)?{_ADULT}|"
    r"must\sbe\saccompanied|(?<!\w)(?:vanhempineen|vanhempiensa|huoltajineen|huoltajansa|vanhempansa)(?!\w)|(?<!\w)yhdessä\s(?:aikuis|"
    r"vanhem|huoltaj)\w*|"
    r"(?:aikuinen|huoltaja)\s(?:oltava\s|on\soltava\s|pitää\solla\s)?mukana|lapsi\s?\+\s?aikuinen|aikuinen\s?\+\s?lapsi|"
    r"barn\s?\+\s?vuxen|(?:oltava|tulee\solla|pitää\solla)\s(?:aikuinen|huoltaja)"
)
IN_COMPANY = re.compile(r"seura|sällskap|accompanied")

_GRADE = r"(?:-?\s?lk\b\.?|-?\s?luok(?!itel)\w*|-?\s?luoki\w*|-?\s?klass\w*)"
_GRADE_WORD = r"(?:åk|årskurs\w*|klass(?:erna|en|er)?|grades?|luokat|luokkien|luokille|luokilla|lk)"
GRADES = re.compile(
    rf"(?<![\d.,:/-])(?P<low>\d)\.?(?:{_GRADE})?\s?(?:-|ja|och|to)\s?(?P<high>\d)\.?\s?{_GRADE}"
    rf"|\b{_GRADE_WORD}\.?:?\s?(?P<low2>\d)\.?\s?(?:-|och|to|and|ja|till)\s?(?P<high2>\d)\b(?![.:]\d)"
    r"|\b(?P<low3>\d)(?:st|nd|rd|th)?(?:\s?-\s?|\sto\s|\sand\s)(?P<high3>\d)(?:st|nd|rd|th)[-\s]grade\w*"
)
GRADE_LIST = re.compile(rf"(?<![\d.,:/-])(?P<many>\d\.?(?:\s?,\s?\d\.?){{1,7}}\s?(?:ja|och|and|&)\s?\d\.?)\s?{_GRADE}")
ONE_GRADE = re.compile(
    rf"(?<![\d.,:/-])(?P<low>\d)\.?\s?{_GRADE}|\b(?:åk|årskurs|grade|klass)\.?\s?(?P<low2>\d)\b|\b(?P<low3>\d)(?:st|nd|rd|th)[-\s]grade\w*"
)
FROM_GRADE = re.compile(
    r"(?<![\d.,:/-])(?P<low>\d)\.?\s?-?\s?luok\w*\s(?:alkaen|lähtien|ylöspäin|eteenpäin|ja\s(?:sitä\s)?vanhem\w*)|"
    r"\bfrån\s(?:och\smed\s)?(?:åk|årskurs)\.?\s?(?P<low2>\d)|\bgrade\s(?P<low3>\d)\sand\s(?:up|above)"
)
PRESCHOOL_GRADES = re.compile(
    rf"\b(?:eskari\w*|esikoulu\w*|viskari\w*|förskola\w*|preschool)\s?-\s?(?:{_GRADE_WORD}\.?\s?)?(?P<high>\d)\.?(?:\s?{_GRADE}|"
    rf"(?=\s*(?:$|[,;)])))"
)
PRESCHOOL = re.compile(r"\b(?:eskar\w*|esikoulu\w*|esiope\w*|viskari\w*|förskol(?:an\b|eelev)\w*)")
NAMED_GRADES = (
    (1, r"eka\w*|ykkös\w*|ensimmäis\w*"), (2, r"toka\w*|kakkos\w*|tois\w*"), (3, r"kolma[ns]\w*|kolmos\w*"), (4, r"neljä[ns]\w*|nelos\w*"),
    (5, r"viide[ns]\w*|vitos\w*"), (6, r"kuude[ns]\w*|kutos\w*"), (7, r"seitsemä[ns]\w*|seiska\w*"), (8, r"kahdeksa[ns]\w*|kasi\w*"),
    (9, r"yhdeksä[ns]\w*|ysi\w*"),
)  # fmt: skip
"""Grades by name, as they stand before ``luokkalaiset``."""
NAMED_GRADE = re.compile(
    r"\b(?P<names>[^\W\d_]+(?:-(?:\s?(?:,|ja|-)\s?)[^\W\d_]+-?){0,3}?)\s?luokkalai\w*|\b(?P<slang>ekaluok\w*|tokaluok\w*|seiskaluok\w*|"
    r"kasiluok\w*|ysiluok\w*)"
)

_YEAR = r"(?:(?:19|20)\d\d|(?<![\d\w])[-'’]\d\d)(?!\d)"
_TIED = r"\s?(?:-\s?|,\s?|/|\sja\s|\stai\s|\soch\s|\seller\s|\sand\s|\sto\s|&\s?|-\s?ja\s|-\s?och\s)\s?-?"
BIRTH_YEARS = rf"{_YEAR}(?:{_TIED}(?:{_YEAR}|\d\d(?![\d.])))" + r"{0,5}"
_LATER = (
    r"(?:(?:tai|ja|eller|och|or|and)\s(?:sen\s|sitä\s|siitä\s)?(?P<{0}>myöhem\w*|jälkeen|eteenpäin|nuorem\w*|senare|yngre|later|after|"
    r"younger|onwards|aiem\w*|aikais\w*|ennen|vanhem\w*|tidigare|äldre|earlier|before|older))"
)
BORN = re.compile(
    rf"(?<![\d.])(?P<years>{BIRTH_YEARS})[\s-]*(?:{_LATER.format('open1')}\s)?(?:vuonna\s|vuosina\s)?synt\w*(?:\s{_LATER.format('open2')})?"
    rf"|\b(?:s\.|synt\w*\.?|född[a]?|born)\s?:?\s?(?:v\.|vv\.|vuosina|vuonna|åren|år|in|between|"
    rf"mellan)?\s?(?P<years2>{BIRTH_YEARS})(?:\s{_LATER.format('open3')})?"
    rf"|\b(?:ikäluok\w*|ikäluokat|vuosimalli\w*|årskull\w*|birth\syears?|syntymävuo\w*:?|v\.|"
    rf"vm\.?)\s?(?P<years3>{BIRTH_YEARS})(?:\s{_LATER.format('open4')})?(?:[\s-]*synt\w*)?"
    rf"|(?<![\d.])(?P<years4>{_YEAR})[\s-]*{_LATER.format('open5')}"
)
BORN_BEFORE = re.compile(
    r"\b(?:ennen\s(?:vuotta\s)?(?P<year>(?:19|20)\d\d)\ssynt\w*|födda\sföre\s(?P<year2>(?:19|20)\d\d)|born\sbefore\s(?P<year3>(?:19|"
    r"20)\d\d))"
)
BORN_AFTER = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)\själkeen\ssynt\w*|\bfödda\sefter\s(?P<year2>(?:19|20)\d\d)|\bborn\safter\s(?P<year3>(?:19|20)\d\d)"
)
EARLIER = re.compile(r"aiem|aikais|ennen|vanhem|tidigare|äldre|earlier|before|older")
BIRTH_YEAR = re.compile(r"(?P<full>(?:19|20)\d\d)|(?<!\d)(?P<short>\d\d)(?!\d)")
BIRTH_WORDS = re.compile(
    r"synt|född|born|\bs\.|ikäluok|vuosimal|årskull|birth|nuorem|yngre|younger|myöhem|senare|later|vanhem|\bvm|\bv\.\s?-"
)

SPORT = re.compile(
    r"(?<!\w)(?<![^\W\d_]-)(?P<sex>[ptu])\s?-?(?P<age>[5-9]|1\d|2[0-3])(?:\s?[-/]\s?(?P<to>[5-9]|1\d|2[0-3])(?![\d.,:]))?(?![\d.,:]|"
    r"\s?(?:€|e\b)|-(?![ptu]\d|ty|po|tu|ot|jo|sa|pe|ju|ik|vu|ma|ha|ry|gr|fl|te)[^\W\d_])"
)
"""``P12``, ``U-15``, ``P10-11``."""
SPORT_F = re.compile(r"(?<![\w-])(?P<sex>f)\s?-?(?P<age>\d{1,2})(?![\d.,:]|\s?(?:€|e\b))")
"""Girls' classes in Swedish; read only where a boys' class or a word for girls stands beside, for F is a figure of many things."""
SPORT_YEAR = re.compile(r"(?<![\w-])(?P<sex>[ptf])\s?-?(?P<year>20[012]\d)(?!\d)(?:\s?[-/]\s?(?P<to>(?:20)?[012]\d)(?!\d))?")
