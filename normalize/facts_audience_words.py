"""Shapes of words that say for whom something is, in folded text of Finnish, Swedish and English."""

from __future__ import annotations

import re

TRIGGERS = frozenset((
    "ille", "lle ", "kenelle", "kohderyhm", "kohdeyleis", "ikä", "vuotia", "-v", " v.", " v ", "lk", "luok", "synt", "seurassa", "kanssa",
    "målgrupp", "för ", "ålder", "år", "åk", "född", "riktar", "sällskap", "vuxen", "ages", "aged", "age ", "years", "for ",
    "audience", "grade",
    "k-1", "k1", "everyone", "all ages", "+", "adult", "åldrar", "born", "eskar", "open to",
))  # fmt: skip
LABELLED = re.compile(
    r"(?:^|[.;|•]\s*|\s-\s)(?:kenelle(?: tarkoitettu)?|kohderyhmät?|kohdeyleisö|osallistujat|ikä(?:suositus|raja|ryhmä|"
    r"haarukka|luokka)?|suositusikä|"
    r"suositeltu ikä|för vem|målgrupp(?:er)?|ålders?(?:grupp|gräns|rekommendation)?|ålder|rekommenderad ålder|vem|who|for whom|"
    r"(?:target )?audience|target group|ages?(?: group| range| limit| requirement| recommendation)?|recommended ages?|"
    r"age requirement)\s?(?::|=|\s-\s)\s*(?P<rest>[^.;|•]+)"
    r"|^(?:ikä(?:suositus|raja)|suositusikä|åldersgräns|åldersrekommendation|rekommenderad ålder|age limit|"
    r"recommended ages?)\s(?:on |är |is )?(?P<plain>[^.;|•]*\d[^.;|•]*)"
)
"""``Kenelle: ...``: whatever stands behind it says for whom."""
MEANT = re.compile(
    r"\b(?:tarkoitettu|suunnattu|kohdistettu|sopii|soveltuu|sopiva|soveltuva|avoin|suositellaan|suunniteltu)\b|"
    r"\b(?:riktar sig|är avse[dt]\w*|avsedd\w*|avsett|lämp(?:ar sig|lig\w*|ligt)|passar|vänder sig|öppe[nt]|rekommenderas)\b|"
    r"\b(?:suitable|intended|designed|meant|geared|aimed|recommended|appropriate|perfect|ideal|open|best)\b"
)
PART = re.compile(
    r"\b(?:osa|osan|osio\w*|myös|erikseen|omaa|oma|oman|ohjelmaa|ohjelmaosu\w*|pisteitä|leikkejä|lisäksi|även|också|"
    r"dessutom|del av|eget|egen|"
    r"also|part of|some|activities|alue|nurkka|piste|piste\w*|paketti|tuotte\w*|kirj(?:a|oja|at)|lehti|lahj\w*|varattu|"
    r"maksut\w*|ilmai\w*|liput|"
    r"lippu|hinta|€|euro\w*|alennu\w*|ticket\w*|admission|price|free|\$|fee|biljett\w*|pris|gratis|avgift|prize|vain osalle|sauna|baari|"
    r"anniskelu\w*|ravintola\w*|bar|jälkeen|after|jatkot|ei|inte|not|no|sarja\w*|jäsenet|volunteer\w*|vapaaehtois\w*|"
    r"tai|voita\w*|author|written|aikana|samaan aikaan|samanaikaisesti|under (?:mässan|gudstjänsten|tiden)|meanwhile)\b"
)
"""What makes "for" one of a part of the event, of a price, or of something else."""
OPEN_TO_ALL = re.compile(
    r"(?:\b(?:kaikille avoin|avoin kaikille|avoimet kaikille|avoinna kaikille|(?:sopii|"
    r"soveltuu)(?: \w+)? (?:kaikenikäi\w+|kaiken ikäi\w+)|tarkoitettu kaikille|"
    r"öppe[nt] för alla|(?:passar|lämpar sig för) alla åldrar|open to (?:all|everyone|everybody|the public|all ages)|suitable for all ages|"
    r"(?<!of )all ages (?:are )?(?:very )?welcome)(?= (?:ja|och|and|sekä)\b|\W*$|[.,;:!)])|^(?:for all ages|"
    r"kaikenikäisille|för alla åldrar)\b)(?!.*\d)(?! and all members)"
)
ALL_ALONE = re.compile(r"[^\w]*(?:all ages|kaikenikäisille|för alla åldrar|open to all|kaikille avoin|kaikille)[^\w]*")
_AGE = (
    r"(?:\d{1,2}\s?-\s?\d{1,2}\s?-?\s?(?:v\b|vuotia|vee\b|år\b|åring|years?\b|yrs?\b|yo\b|kk\b|kuukaut|mån|months?\b|ikäis)"
    r"|\d{1,2}\s?-?\s?vuotiai(?:lle|den|ta|t)\b|(?<![\d.,+])[1-9]\d?\s?\+(?!\s?\d)|(?<![\w+])\+\s?[5-8]\d\b|"
    r"\d{1,2}\s?-?\s?v\.?\s?(?:alkaen|ja (?:sitä )?vanhem)"
    r"|\b(?:alle|yli|vähintään|enintään|under|över|minst|högst|over)\s\d{1,3}\s?-?\s?(?:v\b|vuotia|år|years?)|"
    r"(?<![\w-])k\s?-?\s?(?:12|15|16|18|20|21)\b"
    r"|\d\.?\s?-\s?\d\.?\s?-?\s?(?:lk|luok)|\bluokat \d|\d\.\s?-?\s?(?:lk\b|luokkalai)|\båk\s?\d|\bårskurs\w* \d|"
    r"\bgrades? \d|\bages?\s\d|\baged \d|för \d{1,2}-\d{1,2}-?år"
    r"|\beskar(?:it|eille|ilaiset)|\bs\.\s?(?:19|20)\d\d|(?:19|20)\d\d\s?-\s?(?:(?:19|"
    r"20)?\d\d)?\s?-?\s?(?:vuonna )?synt|\b(?:synt\w*|född[a]?|born(?: in)?) (?:v\. |vuosina |vuonna |åren |år |"
    r"in )?(?:19|20)\d\d"
    r"|\b\d{1,2} (?:ja|och|and|&) (?:sitä vanhem|äldre|older|up\b|over\b))"
)
AGES = re.compile(_AGE)
NOT_AGE = re.compile(
    r"juhl|vuosi(?:a|en)|jubile|annivers|vuotta|ottelu|turnau|match|\bvs\b|game\b|voima|kg\b|kierros|%|€|\bps\d|windows|"
    r"android|\bk-?(?:kauppa|market|rauta)|"
    r"top \d|,\s?\d\d\s?\+|\d\d\s?\+\s?,|parent|vanhempainilt|föräldramöte|\bdisco\w* \d0|hits|musiik\w+ \d|"
    r"klo \d{1,2}\s?\+|\d+\s?\+\s?\d|sivua|kilo|experience|kokemus|history|historia|ago\b|sitten|miles|km\b|"
    r"over \d+ years"
)
_ALLATIVE = r"(?:[^\W\d_]+(?:ille|lle|lleen))"
FOR_FI = re.compile(rf"\b(?:(?:alle|yli) ?\w* )?{_ALLATIVE}(?:(?:,? (?:ja|sekä|tai) |, ){_ALLATIVE}){{0,4}}\b")
FOR = re.compile(r"\b(?:för|for|open to)\s(?:the |whole |hela |all )?(?P<who>[^.;:()|/]{3,80})")
_WHOSE = (
    r"ikäihmisten|senior(?:i)?en|seniorien|senioreiden|lasten|perheiden|lapsiperheiden|vauvojen|taaperoiden|nuorten|"
    r"eläkeläisten|työttömien|maahanmuuttajien|omaishoitajien|opiskelijoiden|vanhempien|isovanhempien|miesten|naisten|"
    r"tyttöjen|poikien|aikuisten|koululaisten|alakoululaisten|yläkoululaisten|näkövammaisten|kehitysvammaisten|"
    r"mielenterveyskuntoutujien|omaisten|läheisten|lukiolaisten|varhaisnuorten|eskareiden|pensionärernas|seniorernas|"
    r"barnens|damernas|herrarnas|kvinnornas|männens|ungdomarnas|familjernas|föräldrarnas|närståendevårdarnas|men's|women's|seniors'|kids'?|children's|teen|toddler|seniors?|family|"
    r"isien|äitien"
)
WHOSE = re.compile(_WHOSE)
"""One whole word for people in the genitive. Use with ``fullmatch``."""
GENITIVE = re.compile(rf"\b(?P<who>{_WHOSE})\s(?P<what>(?:[^\W\d_]+-?\s){{0,1}}?[^\W\d_-]+)")
PAIR = re.compile(r"([^\W\d_]+(?:'s?)?)\s(?:ja|och|and|&)\s$")
"""Whose it is too, before the word for people: ``miesten ja``."""
COMPOUND = re.compile(
    r"\b(?P<who>perhe|lapsiperhe|vauva|taapero|lasten|lapsi|seniori|senior|eläkeläis|eläkkeensaaja|nuorten|miesten|mies|"
    r"naisten|nais|koululais|opiskelija|"
    r"omaishoitaja|vanhempi-lapsi|äiti-lapsi|isä-lapsi|pensionärs|barn|baby|familje|ungdoms|herr|dam|kvinno|föräldra|"
    r"småbarns)-?(?P<what>[^\W\d_]+)"
)
PEOPLE = {
    "perhe": "perheille", "lapsiperhe": "lapsiperheille", "vauva": "vauvoille", "taapero": "taaperoille", "lasten": "lapsille",
    "lapsi": "lapsille",
    "seniori": "senioreille", "senior": "seniorer", "eläkeläis": "eläkeläisille", "eläkkeensaaja": "eläkeläisille", "nuorten": "nuorille",
    "miesten": "miehille", "mies": "miehille", "naisten": "naisille", "nais": "naisille", "koululais": "koululaisille",
    "opiskelija": "opiskelijoille", "omaishoitaja": "omaishoitajille", "vanhempi-lapsi": "vanhemmille", "äiti-lapsi": "äideille",
    "isä-lapsi": "isille", "pensionärs": "pensionärer", "barn": "barn", "baby": "bäbisar", "familje": "familjer", "ungdoms": "ungdomar",
    "herr": "herrar", "dam": "damer", "kvinno": "kvinnor", "föräldra": "föräldrar", "småbarns": "småbarn", "perheiden": "perheille",
    "teen": "teens", "toddler": "toddlers", "family": "families", "kids": "kids", "men's": "men", "women's": "women",
    "children's": "children",
    "seniors'": "seniors", "seniors": "seniors", "kids'": "kids", "senioreiden": "senioreille", "seniorien": "senioreille",
    "taaperoiden": "taaperoille",
    "vauvojen": "vauvoille", "nuorten ": "nuorille", "tyttöjen": "tytöille", "poikien": "pojille", "opiskelijoiden": "opiskelijoille",
    "varhaisnuorten": "varhaisnuorille", "eskareiden": "eskareille", "pensionärernas": "pensionärer", "seniorernas": "seniorer",
    "barnens": "barn", "damernas": "damer", "herrarnas": "herrar", "kvinnornas": "kvinnor",
    "männens": "män", "ungdomarnas": "ungdomar", "familjernas": "familjer", "föräldrarnas": "föräldrar",
    "närståendevårdarnas": "närståendevårdare",
}  # fmt: skip
"""People in the genitive or at the head of a compound -> the same as one says "for" them."""
GATHERING = re.compile(
    r"(?:\w*(?:kerho|jumppa|jumpat|ryhmä|ryhmät|muskari|kahvila|lounas|kuntosali|kuntopiiri|tanssit?|työpaja|paja|leiri|"
    r"kurssi|iltapäivä|uinti|uimakoulu|parkki|disko|"
    r"tupa|tapaaminen|treffit|klubi|piiri|olohuone|kino|elokuva|leffa|teatteri|konsertti|sauna|vuoro|jooga|satutunti|"
    r"temppuilu|temppukoulu|liikunta|"
    r"bingo|peli-ilta|iltamat|ilta|aamu|aamupala|brunssi|joulujuhla|juhla|pikkujoulut?|kesäretki|retki|ulkoilu|kävely|"
    r"laulut?|karaoke|keskusteluryhmä|"
    r"vertaistukiryhmä|vertaisryhmä|vertaistapaaminen|perhepesä|rastit|seikkailu|hiihtokoulu|digineuvonta|digituki|"
    r"askartelu|tapahtuma|tapahtumapäivä|taidekerho|"
    r"tuolijumppa|tasapainoryhmä|kokkikerho|peuhu|peuhula|messu|kirkko|kirkkohetki|pyhäkoulu|avoimet ovet|"
    r"kohtaamispaikka|kuntoilu|hetki|tuokio|palvelus)"
    r"|\w*(?:klubb|gympa|gymnastik|jympa|yoga|grupp|dans|träff|café|kafé|verkstad|läger|kurs|teater|konsert|simning|sim|simskola|rytmik|kväll|disco|bio|"
    r"frukost|promenad|utflykt|"
    r"lunch|mässa|stund|gudstjänst|dag|cirkel)(?:en|et|n)?"
    r"|storytime|club|yoga|class|workshop|camp|disco|night|dance|group|swim|time|movie|craft|crafts|fun day|fitness|"
    r"session|lunch|playgroup|party|club)"
)
"""One whole word for what people gather for. A day of theirs, an exhibition, a match or a choir is not for them alone."""
NOT_GATHERING = re.compile(
    r"\w*(?:päivä|viikko|näyttely|kuoro|orkesteri|oikeu\w*|ottelu|sarja|liiga|mestaruu\w*|arkki|hoito|huone|mm|sm|choir|"
    r"chorus|choice|band|tennis|"
    r"basketball|volleyball|gymnastics|golf|soccer|football|hockey|history|rights|center|day|market)"
)

WHOLE_FAMILY = re.compile(
    r"\bkoko perheen\b|\bkoko perheelle\b|\bhela familjens?\b|\bwhole family\b|\bfamily[- ]friendly\b|\bperhe(?:tapahtuma|päivä|rieha)\w*"
)
CONTEST = re.compile(r"\bvs\.?\b|ottelu|\bmatch\b|turnau|\bliiga|\bsm-|\bmm-|senior (?:day|night|center)|kilpailut?\b|mestaruu")
"""What others play, and one watches."""
BENEFIT = re.compile(
    r"keräy|lahj|hyväksi|tueksi|benefit|fundrais|donat|toys|raise|raising|support(?:ing)? for|insamling|till förmån|"
    r"in need|volunteer|proceeds|prizes?\b|checkout|palkin"
)
"""For whose good it is, which is not who comes."""
PRICED = re.compile(r"ilmai|maksut|€|\beuro|gratis|\bfree\b|\$|lipun|lippu|biljett|ticket")
DENIED = re.compile(r"\b(?:ei|eikä|eivät|inte|ej|not|no|prizes?|palkin\w*|checkout|jos|if|om)\b")
ENGLISH = re.compile(r"men's|women's|seniors?'?|kids'?|children's|teen|toddler|family|baby")
GOES_ON = re.compile(r"\s(?!(?:at|with|in|on|for|and|by|of|the|to|w)\b)[a-z]")
ANY_AGE = re.compile(r"kaikenikäi|kaiken ikäi|alla åldrar|all ages|any age")
