"""Words around prices in Finnish, Swedish, English and Northern Sámi, as shapes of folded text."""

from __future__ import annotations

TRIGGER = (
    r"\d\s?(?:€|e\b|eur|,-|snt|sent|cent)|€|\beur\b|(?:hinta|maksu|liput?|pris|price|avgift|fee|inträde|biljett|ticket)\w*:?\s\d|maks|"
    r"ilmai|vapaa|veloi|"
    r"gratis|avgift|kostnad|inträde|entré|free|charge|fee|complimentary|nuvttá|kort|card|pass|setel|sedl|smartum|edenred|-?fri|lahjoit|"
    r"donation|liikuntae"
)
"""One of these stands in whatever tells anything of a price."""
FREE = (
    r"maksuto(n|nta|in)\b|maksuttom\w*|maksutta\b|ilmai(nen|sta|seksi|set|sia|stapahtuma\w*)\b|vapaa\s(sisään)?pääsy|"
    r"pääsy\svapaa|pääsy\son\svapaa|sisäänpääsy\s(on\s)?vapaa|vapaa\ssisään\w*|ei\s(sisään)?pääsymaksua|"
    r"ei\sosallistumismaksua|ei\smaksua|ei\smaksa\smitään|ilman\spääsymaksua|gratis\b|avgiftsfri\w*|kostnadsfri\w*|"
    r"veloitukse(tta|ton\w*)|vapaapääsy|pääsymaksuto(n|nta)|pääsymaksutta|osallistumismaksuton|free\sfor(?=\s\w)|free\sadm\w*|"
    r"fritt?\sinträde|fri\sentré|inträde\sfritt|inget?\sinträde\w*|ingen\savgift|utan\savgift|free\s(entry|admission|"
    r"event|entrance|of\scharge|to\sattend|for\sall)|free\sadmittance|admission\s(is\s)?free|entry\s(is\s)?free|"
    r"no\s(charge|fee|cost|entrance\sfee|admission\sfee)|complimentary|nuvttá\w*|free(?=\s*(?:[.,;!)]|$))"
)
"""What says that it costs nothing."""
NOT_FREE = (
    r"ei\s(?:ole\s)?(?:täysin\s)?veloituksetonta?|"
    r"ei\s(?:ole\s)?(?:maksuton|ilmainen|maksutonta)|inte\s(?:gratis|avgiftsfri\w*)|not\sfree|maksullinen|"
    r"maksullis\w*|avgiftsbelag\w*|paid\sevent|feel\sfree|\w+-free|free\s(?:time|spots|places|seats|parking)"
)
"""What only looks like it, or says the opposite."""
PAID = r"maksullinen|maksullis\w*|avgiftsbelag\w*|paid\sevent|ei\sole\smaksuton|not\sfree|inte\sgratis|ei\s(?:ole\s)?ilmai\w*"

CARDS: tuple[tuple[str, str], ...] = (
    ("kaikukortti", r"kaikukort\w*|kaiku-?kort\w*"),
    ("museokortti", r"museokort\w*|museikort\w*|museum\scard"),
    ("seniorikortti", r"seniorikort\w*"),
    ("opiskelijakortti", r"opiskelijakort\w*|studentkort\w*|student\scard"),
    ("eu_disability_card", r"(eu:?n?\s)?vammaiskort\w*|funktionshinderkort\w*|disability\scard"),
)
"""Cards with which it is cheaper or free."""
VOUCHERS: tuple[tuple[str, str], ...] = (
    ("smartum", r"smartum\w*"),
    ("epassi", r"e-?pass\w*"),
    ("edenred", r"edenred\w*"),
    ("exercise_vouchers", r"liikuntasetel\w*|liikuntaed\w*|motionssedl\w*"),
    ("culture_vouchers", r"kulttuurisetel\w*|kultursedl\w*"),
)
"""Means of paying that employers give."""

UNITS: tuple[tuple[str, str], ...] = (
    (
        "per_card",
        (
            r"\d{1,3}\s?(?:x|krt|kerran|kertaa|ggr|gångers|times?)\s?-?(?:kortti|kort|card|lippu|sarja)\w*|sarjakort\w*|sarjalip\w*|klippkort|"
            r"\b\d{1,3}\s?(?:krt|kertaa|ggr|gånger|times)\s?[:=/-]?\s?(?=\d{1,4}(?:[.,]\d\d?)?\s?(?:€|e\b|eur))"
        ),
    ),
    (
        "per_visit",
        (
            r"/\s?krt|/\s?kerta\w*|kerta(?=\s*(?:$|[,.;)]))|kerralta|per\s?kerta|kertamaksu\w*|/\s?gång(en)?|per\sgång|/\s?ggn|"
            r"/\s?visit|per\s(visit|"
            r"session|time|class)|/\s?(session|time|class)|a\stime|kertakäyn\w*|engångsavgift|drop-in|/\s?geardi"
        ),
    ),
    (
        "per_season",
        (
            r"(?:syys|kevät|luku|toiminta|koko\s)kausi(?=\s*(?:$|[,.;)]|:?\s?\d))|/\s?(luku|kevät|syys|toiminta)?kaus\w*|per\s?kausi|"
            r"kausimaksu\w*|kaudelta|/\s?termin\w*|per\stermin|"
            r"terminsavgift\w*|/\s?säsong|per\ssäsong|/\s?season|per\s(season|term|semester)|/\s?(term|semester)|"
            r"lukukausimaksu\w*|kausikort\w*|säsongskort"
        ),
    ),
    (
        "per_course",
        (
            r"kurssimaksu\w*|/\s?kurs+i?\w*|per\skurs+i?|kurssin\shinta|kursavgift\w*|kurspris|/\s?course|per\scourse|"
            r"course\sfee|kurssi(?=\s?\d)"
        ),
    ),
    (
        "per_month",
        (
            r"/\s?kk\b|/\s?kuukau\w*|kuukausimaksu\w*|/\s?mån\w*|per\smånad|månadsavgift\w*|/\s?month|per\smonth|a\smonth|"
            r"monthly\sfee"
        ),
    ),
    (
        "per_year",
        (
            r"/\s?vuosi|/\s?v\b|/\s?vuodessa|vuosimaksu\w*|jäsenmaksu\w*|/\s?år|per\sår|årsavgift\w*|medlemsavgift\w*|"
            r"/\s?year|per\syear|membership\sfee|vuodessa"
        ),
    ),
    (
        "per_person",
        (
            r"/\s?hlö\w*|/\s?henk\w*|/\s?henkilö\w*|per\shenkilö|/\s?osallistuja\w*|/\s?person|per\sperson|/\s?deltagare|"
            r"per\sdeltagare|/\s?pers\b|each\b|/\s?lapsi|per\slapsi|/\s?barn\b|per\sbarn|per\schild|/\s?child|/\s?aikuinen"
        ),
    ),
    ("per_couple", r"/\s?pari(?:kun\w+|lta|skunta)?\b|per\spari\b|/\s?par\b|per\spar\b|/\s?couple|per\scouple"),
    ("per_family", r"/\s?perhe|per\sperhe|/\s?familj|per\sfamilj|/\s?family|per\sfamily|/\s?seurue"),
    ("per_day", r"/\s?pvä?\b|/\s?päivä|päivämaksu\w*|/\s?dag\b|per\sdag|/\s?day|per\sday"),
    ("per_hour", r"/\s?h\b|/\s?tunti|tunnilta|/\s?timme|per\stimme|/\s?hour|per\shour"),
    ("per_week", r"/\s?vko\b|/\s?viikko|/\s?vecka|per\svecka|/\s?week|per\sweek"),
    ("per_group", r"/\s?ryhmä|per\sryhmä|/\s?grupp|per\sgrupp|/\s?group|per\sgroup|/\s?joukkue|/\s?lag\b|/\s?team"),
)

GROUPS: tuple[tuple[str, str], ...] = (
    ("non_members", r"ei-?\s?jäsen\w*|icke-?\s?medlem\w*|non-?\s?members?"),
    ("others", r"muut|muille|muilta|övriga|andra|others|everyone\selse"),
    ("members", r"jäsen(?!maksu|kort)\w*|medlem(?!savgift)\w*|members?"),
    (
        "reduced",
        (
            r"alennet\w*|alennuslip\w*|alennus\w*|ale\b|rabatterad\w*|nedsatt\w*|reducera\w*|rabatt\w*|concessions?|reduced|"
            r"discount\w*"
        ),
    ),
    ("adults", r"aikui\w*|vuxn?a?\w*|vuxen|adults?"),
    ("children", r"lap(si|set|silta|sille|sen|silla)|lasten(lippu)?|lapset|barn\w*|child(ren)?|kids"),
    ("students", r"opiskelija\w*|opiskelij\w*|opisk\b\.?|studerande|student\w*|students?"),
    ("pensioners", r"eläkeläi\w*|eläk\b\.?|eläkkeensaaj\w*|pensionär\w*|pensioners?|seniors?|seniori\w*"),
    ("unemployed", r"työttöm\w*|tyött?\b\.?|arbetslös\w*|unemployed"),
    ("conscripts", r"varusmie\w*|beväring\w*|conscripts?"),
    ("family", r"perhe(lippu)?\b|perhe\w*|familj\w*|family"),
    ("group", r"ryhmä\w*|grupp\w*|group"),
    ("youth", r"nuor(et|ille|ilta)|koululai\w*|ungdom\w*|skolelev\w*|youth"),
)
"""For whom an amount is, by the words beside it."""

OPTIONAL: tuple[tuple[str, str], ...] = (
    ("programme", r"(käsi)?ohjelma(maksu|lehti)?\w*|program(blad|avgift)?\w*|programmes?"),
    ("coffee", r"kahvi(?!la)\w*|kaffe\w*|coffee|gáfe\w*"),
    ("lunch", r"lounas\w*|lounaa\w*|lunch\w*"),
    (
        "refreshments",
        (
            r"tarjoilu\w*|buffet\w*|puffet\w*|servering\w*|trakter\w*|refreshments?|makkara\w*|puuro\w*|keitto(?!lounas)\w*|"
            r"glögi\w*"
        ),
    ),
    ("cloakroom", r"narikka\w*|naulakko\w*|garderob\w*|cloakroom"),
    ("parking", r"pysäköin\w*|parkkimaksu\w*|parkering\w*|parking"),
    ("raffle", r"arpa\w*|arpajai\w*|arvat|lotteri\w*|lotter|raffle\w*"),
    ("transport", r"kuljetu\w*|bussi\w*|kyyti\w*|matka(?!ilu)\w*|transport\w*|bus+\w*"),
    ("materials", r"materiaali\w*|material\w*|tarvike\w*"),
    ("collection", r"kolehti\w*|kollekt\w*|collection"),
    ("donation", r"lahjoit\w*|donation\w*|donations?|gåva"),
)
"""What money is asked for besides, though nobody need pay it to come in."""
ENTRANCE = (
    r"\w{0,12}lip(?:ut|pu|puja|un)\b|liput?\b|(?:sisään)?pääsy\w*|hinta\w*|kurssimaksu\w*|osallistumismaksu\w*|inträde\w*|biljett\w*|"
    r"kursavgift\w*|deltagaravgift\w*|"
    r"tickets?\b|admission|entry|entrance|price|pris\b|course\sfee"
)
"""What is paid to come in or take part."""
ADVANCE = r"(?<!\w)(?:ennakko\w*|ennakkoon|förköp\w*|i\sförväg|in\sadvance|advance|early\sbird)"
VOLUNTARY_FEE = (
    r"vapaaehtoi(?:nen|sta|sella|set)\s(?:\w+\s)?\w*(?:maksu|raha|avustus|lahjoitus|korvaus)\w*|frivillig\w?\s(?:\w+\s)?\w*(?:avgift|"
    r"betalning|gåva|donation|inträde)\w*|"
    r"(?:voluntary|optional)\s(?:\w+\s)?(?:\w+\s)?(?:fee|charge|payment|donation|contribution)"
)
"""A payment that nobody need make."""
VOLUNTARY = rf"{VOLUNTARY_FEE}|lahjoitu\w*|donations?|suositeltu\slahjoitus|halutessa\w*|valfri\w*"
FROM = r"alk\.?|alkaen|från|from|lähtien|starting\sat|fr\.?(?:\s?o\.?\s?m\.?)?"
INCLUDES_MATERIALS = (
    r"(?:sis\.?|sisält\w*|sis:|inkl\.?|inklusive|innehåller|incl\.?|including|includes)\s(?:\w+\s){0,2}?(?:materia\w*|"
    r"tarvik\w*)|materiaalit?\s(?:sisält\w*|kuuluvat)|material(?:et)?\singår"
)
EXTRA_COST = r"materiaalimaksu\w*|materialavgift\w*|material\sfee|\+\s?(?:materiaali|material)\w*"
