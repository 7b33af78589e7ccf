"""Words of status in Finnish, Swedish and English (and a Northern Sámi one), as shapes of folded text."""

from __future__ import annotations

CANCELLED = (
    r"peru(?:ttu|utettu|taan|untu(?:u|nut|vat|i)|utuu|utetaan|uttu|utettiin|ttiin|utunut)|inställ(?:d|da|t|lt|ldt|s)\w{0,2}|ställs\sin|"
    r"ställts\sin|ställs\s(?!inte)(?:\w+\s){1,3}in|"
    r"ställdes\sin|avlyst\w{0,2}|avlyses|cancell?ed|called\soff|šluhttejuvvon|"
    r"(?:(?:tapahtumaa|tilaisuutta|kurssia|kerhoa|konserttia|retkeä|juhlaa|markkinoita|esitystä|luentoa|matkaa|leiriä|tapaamista|"
    r"jumppaa)\s)ei\s(?:\w+\s)?(?:järjestetä|pidetä)|"
    r"(?:evenemanget|kursen|konserten|mötet|träffen|föreställningen|utfärden)\shålls\sinte|"
    r"(?:event|course|concert|meeting|class|session|tour|workshop)\swill\snot\s(?:be\sheld|take\splace)|"
    r"(?<!\w\s)(?:ei\s(?:järjestetä|pidetä)|hålls\sinte|will\snot\s(?:be\sheld|take\splace))(?=\s*(?:$|[.!,;]|tänä|tällä|\d|i\sår|this))"
)
KEPT = (
    r"ei(?:vät)?\s(?:\w+\s){0,2}(?:peruta|peruuteta|peruunnu|peruuntunut|siirretä|siirry|lykätä)|(?:ställs|inställs|flyttas|"
    r"skjuts)\s(?:inte|ej)(?:\sin|\supp|\sfram)?|"
    r"(?:is|are|was|has|have|will)\snot\s(?:been\s|be\s)?(?:cancell?ed|postponed|moved)"
)
"""What says that it is not cancelled, moved or put off."""
MOVED = (
    r"siir(?:retty|retään|tyy|tynyt|tyvät|retyt|rettiin|tyi)|lykä(?:tty|tään|ttiin)|lykkään\w*|uppskj(?:ut\w*|uts)|skjuts\s(?:upp|"
    r"fram)|har\sskjutits\s\w+|"
    r"flytta(?:d|t|ts|s|des)|framflyttad?e?t?s?|postponed|rescheduled|moved\sto"
)
NEW_TIME = (
    r"aika(?:taulu)?\s(?:on\s)?(?:muuttunut|muuttuu)|(?:ajankohta|päivä|päivämäärä|kellonaika)\s(?:on\s)?(?:muuttunut|muuttuu|siirtynyt)|"
    r"muuttunut\s(?:aika|ajankohta|päivä|kellonaika)|huom!?\suusi\s(?:aika|päivä|ajankohta)|ny\stid|nytt\sdatum|ändrad\stid|"
    r"new\s(?:date|time)|"
    r"uusi\s(?:aika|päivä|ajankohta|päivämäärä|kellonaika)"
)
ONLINE = (
    r"(?:siirtyy|siirretty|siirretään|siirtynyt|muutettu|muuttuu|muuttunut)\s(?:\w+\s)?(?:verkkoon|etänä\s?\w*|etäksi|etätapahtumaksi|"
    r"etätilaisuudeksi|teamsiin|zoomiin|etäyhteydellä|etäyhteyksin)|"
    r"(?:flyttas|flyttad|flyttat)\s(?:till\s)?(?:nätet|distans|teams|zoom)|moved\s(?:online|to\s(?:zoom|teams))"
)
_VENUE = (
    r"(?:saliin|salille|taloon|talolle|luokkaan|kirjastoon|kirjastolle|koululle|kouluun|kirkkoon|kirkolle|tiloihin|tilaan|halliin|"
    r"hallille|keskukseen|keskuksessa|museoon|"
    r"museolle|teatteriin|teatterille|tupaan|tuvalle|kahvilaan|kappeliin|pihalle|pihaan|sisälle|kentälle|rannalle|rantaan|torille|"
    r"puistoon|opistolle|opistoon|majalle|kerhohuoneelle|huoneeseen)"
)
PLACE = (
    rf"(?:siirtyy|siirretty|siirretään|siirtynyt)\s(?:pidettäväksi\s)?(?:\w+\s)?\w*{_VENUE}(?!\w)|(?:flyttas|flyttad|flyttat|"
    rf"moved)\s(?:till|to)\s(?:the\s)?\w*(?:biblioteket|kyrkan|skolan|hemmet|huset|salen|hallen|"
    r"library|church|school|hall|centre|center|museum|house|park)(?!\w)|paikka\s(?:on\s)?(?:muuttunut|vaihtunut|siirtynyt|muuttuu|"
    r"vaihtuu)|uusi\s(?:tapahtuma|kokoontumis)?paikka|"
    r"muuttunut\spaikka|huom!?\spaikka|ny\splats|ny\slokal|new\s(?:venue|place|location)|change\sof\svenue"
)
"""Another place, the same time."""
TO_PLACE = r"\sto\s(?:the|a)\s(?!new\sdate|later)"
PLANNED = r"suunnitteilla|alustava\w*|vahvistamaton|preliminär\w*|tentative|to\sbe\sconfirmed|tbc"
CONDITION = (
    r"(?:jos|mikäli|ellei|jollei|om|ifall|ifall\satt|if|unless|in\scase|in\sthe\sevent|tarvittaessa|vid\sbehov|sattuessa|sateella|"
    r"sadesäällä|sadekelillä|huonolla\s(?:säällä|kelillä)|"
    r"\w*\s?pakkasella|myrskyllä|vid\s(?:regn|dåligt\sväder|oväder|storm|för\sfå|sträng\skyla)|när\sdet\sregnar|when\sit\srains|"
    r"osallistujamäärän\s(?:jäädessä|ollessa)|liian\svähä\w*)(?!\w)"
)
"""What it hangs on whether that holds."""
POSSIBLY = r"(?:voidaan|saatetaan|pidätämme\soikeuden|kan\skomma|kan|kunde|may|might|could)(?!\w)"
LINKED = (
    r"(?:^|\s)(?:on|ovat|oli|olivat|oltiin|är|har|blir|blev|is|are|was|were|has|have|had|been|be|valitettavasti|tyvärr|unfortunately|"
    r"jo|nyt|myös|med|ei|inte|not)\s$|\d"
)
"""A verb or a figure before the mark: a sentence, no title."""
PARTICIPLE = (
    r"peruttu|peruutettu|peruuntunut|siirretty|siirtynyt|lykätty|inställ(?:d|t|da|lt)|flytta(?:d|t)|uppskjut(?:en|et)|avlyst?|"
    r"cancell?ed|postponed|rescheduled|called\soff"
)
GENERIC = (
    r"(?:the\s|tämän\späivän\s)?(?:tapahtuma|tilaisuus|kurssi|evenemanget?|tillställningen|kursen|event|course|tämä|this|huom|obs|note|"
    r"tiedote)"
)
"""Words for any event, which are no title."""
NO_TITLE = (
    r"(?:uusi|ny|nytt|new|tervetuloa|välkom\w*|welcome|kiitos|pahoittelemme)\b|(?:ma|ti|ke|to|pe|la|su|maanantai\w*|tiistai\w*|"
    r"keskiviikko\w*|torstai\w*|perjantai\w*|lauantai\w*|sunnuntai\w*|"
    r"mån|tis|ons|tors|fre|lör|sön|\w+dag(?:en)?|mon|tue|wed|thu|fri|sat|sun|\w+day)\.?\s\d|\d{1,2}[.:\s]|klo\b|kl\.?\s|kello\b|at\s\d|"
    r"\w*(?:sairas|sairau|sään?|vähäis)\w*\s|due\sto|på\sgrund|"
    r"grund\sav|vähäisen|[^.]{0,60}\s(?:vuoksi|takia|johdosta)$"
)
