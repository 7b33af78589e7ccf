"""Words of enrolment in Finnish, Swedish and English (and a few Northern Sámi ones), as shapes of folded text."""

from __future__ import annotations

ENROL = (
    r"(?:ennakko)?ilmoitt?autu\w*|(?:ennakko)?ilmoitt?aud\w*|ilmottautu\w*|(?<!\w)ilm\.|(?<!\w)ilmo\b|ennakkoilmo\w*|"
    r"ennakkovarau\w*|paikkavarau\w*|varaa\spaik\w*|hakuaika|haku\s(?:alkaa|päättyy|on\sauki|auki)|hakemuks\w*|"
    r"(?:förhands)?anmäl\w*|(?<!\w)anm\.|ansökning\w*|bokning\w*|boka\splats|regist(?:er|ration|rations|ering)\b|"
    r"enrol\w*|sign[-\s]?up|rsvp|book\s(?:your|a)\s(?:place|seat|spot)|booking|almmut\w*"
)
NEEDLESS = (
    r"ei\s(?:vaadi\s|tarvi\w*\s|edellytä\s)?(?:erillistä\s|etukäteis)?(?:ennakko)?(?:ilmoittautumis\w*|varaus\w*|"
    r"ilmo\w*)|ilmoittautumatta|ilman\s(?:ennakko)?ilmoittautumis\w*|ei\starvi\w*\s(?:\w+\s)?(?:ilmoittautu\w*|"
    r"varata)|(?:ennakko)?ilmoittautumista\sei\s(?:tarvi\w*|vaadita|edellytetä)|ilmoittautuminen\sei\sole\s\w+|"
    r"ei\sole\s(?:ennakko)?ilmoittautumis\w*|ilman\s(?:ajan)?varaus\w*|ei\sajanvarausta|(?:voi|"
    r"saa)\stulla\s(?:suoraan\s)?ilman|(?:ingen|ej|inte\snågon|utan)\s(?:för)?(?:hands)?anmäl\w*|(?:behöver|"
    r"behövs)\s(?:man\s)?(?:inte|ingen|ej)\s(?:för)?(?:hands)?(?:anmäl\w*|boka)|kräver\singen\s(?:förhands)?anmäl\w*|"
    r"ingen\sbokning\w*|anmälan\s(?:behövs|krävs)\s(?:inte|ej)|utan\sbokning|no\s(?:prior\s|advance\s|"
    r"pre-?)?(?:registration|booking|enrolment|sign[-\s]?up|rsvp)|(?:without|no\sneed\s(?:to|"
    r"for))\s(?:\w+\s)?(?:regist\w*|book\w*|enrol\w*|sign\w*)|registration\s(?:is\s)?not\s(?:required|needed|"
    r"necessary)|drop-?in\b|just\sturn\sup"
)
"""No enrolment is needed."""
BINDING = r"sitov\w*|bindande|binding"
FULL = (
    r"(?<!ei vielä )(?<!ole vielä )(?<!ei )(?<!ei ole )täynnä|täyteen\s?varat\w*|loppuunmyy\w*|loppuun\s?varat\w*|"
    r"loppuunvarat\w*|ei\s(?:enää\s)?(?:vapaita\s)?paikkoja(?:\själjellä)?|paikat\s(?:ovat\s)?loppu\w*|fullbokat|"
    r"fullbokad|full\stecknat|fulltecknad\w*|fullsatt|slutså(?:lt|ld)\w*|inga\s(?:lediga\s)?platser|"
    r"platserna\s(?:är\s)?slut|(?<!inte )(?<!not )(?<!not yet )(?<!\w)full(?!\w)(?!\s?-?\s?(?:day|time|moon|price))|"
    r"fully\s?booked|sold\s?out|no\s(?:more\s)?(?:places|spots|seats)(?:\s(?:left|available))?|booked\sup|dievva"
)
QUEUE = (
    r"jono(?!ttamatta)\w*|varasij\w*|varalle|varalla|jonotus\w*|köplats\w*|(?<!\w)kö(?:n|a|lista\w*|plats\w*)?(?!\w)|"
    r"reservplats\w*|väntelista\w*|waiting\s?list\w*|wait-?list\w*|queue"
)
CANCELLATION_PLACES = (
    r"peruutuspaik\w*|avbokade?\splats\w*|återbud\w*|avbokningsplats\w*|(?:ask|enquire)\s(?:about|for)\scancell\w*|cancelled\splaces"
)
CLOSED = (
    r"(?:ilmoittautuminen|haku|ilmoittautumisaika)\s(?:on\s)?(?:jo\s)?(?:päättyn\w*|sulje\w*|suljettu|kiinni|"
    r"umpeutu\w*)|ilmoittautuminen\sei\sole\senää\w*|(?:anmäl\w*|ansök\w*)\s(?:är\s|har\s)?(?:stängd|stängt|avslutad|"
    r"slut|gått\sut)|registration\s(?:is\s|has\s)?(?:now\s)?(?:closed|ended|over)"
)
NOT_YET = (
    r"(?:ilmoittautuminen|haku)\sei\s(?:ole\s)?(?:vielä\s)?(?:alkanut|auki|auennut|avautunut)|"
    r"anmäl\w*\shar\sinte\söppnat|registration\s(?:is\s)?not\s(?:yet\s)?open|ilmoittautuminen\savataan\smyöhemmin"
)
OPEN = (
    r"(?:ilmoittautuminen|haku)\s(?:on\s)?(?:nyt\s)?(?:avoinna|auki|käynnissä|avattu|alkanut)|"
    r"paikkoja\s(?:on\s)?(?:vielä\s)?(?:jäljellä|vapaana)|vielä\s(?:vapaita\s)?(?:paikkoja|tilaa|mahtuu)|"
    r"vapaita\spaikkoja|(?:mukaan\s)?mahtuu\svielä|tilaa\son|tilaa\svielä|viimeiset\spaikat|muutama\spaikka|"
    r"anmäl\w*\s(?:är\s)?(?:nu\s)?(?:öppen|öppnat|igång)|lediga\splatser|platser\s(?:finns\s)?kvar|"
    r"det\sfinns\splatser|registration\s(?:is\s)?(?:now\s)?open|(?:places|spots|seats)\s(?:still\s)?(?:left|available|"
    r"remaining)"
)
REMAINING = (
    r"(?P<a>\d{1,4})\s(?:vapaata\s)?paikkaa\s(?:on\s)?(?:vielä\s)?(?:jäljellä|vapaana|vapaa)|"
    r"vapaita\spaikkoja:?\s(?:on\s)?(?:vielä\s)?(?P<b>\d{1,4})(?:\s?/\s?(?P<bc>\d{1,4}))?|"
    r"(?P<c>\d{1,4})\s?/\s?(?P<cc>\d{1,4})\s(?:vapaata\s)?paikkaa|(?:jäljellä|"
    r"vapaana)\s(?:on\s)?(?:vielä\s)?(?P<d>\d{1,4})\s(?:vapaata\s)?paikkaa|(?P<e>\d{1,4})\svapaata\spaikkaa|"
    r"paikkoja\s(?:on\s)?jäljellä:?\s(?P<f>\d{1,4})|(?P<g>\d{1,4})\s(?:lediga\s)?plats(?:er)?\s(?:kvar|lediga|ledig)|"
    r"lediga\splatser:?\s(?P<h>\d{1,4})(?:\s?/\s?(?P<hc>\d{1,4}))?|(?P<i>\d{1,4})\slediga\splatser|"
    r"(?P<l>\d{1,4})\sledig\splats|(?P<j>\d{1,4})\s(?:places?|spots?|seats?)\s(?:are\s)?(?:still\s)?(?:left|available|"
    r"remaining|free)|(?:places|spots|seats)\s(?:left|available):?\s(?P<k>\d{1,4})|(?:viimeinen|"
    r"yksi)\spaikka\s(?:jäljellä|vapaana)(?P<one>)|en\splats\skvar(?P<en>)|one\s(?:place|spot|seat)\sleft(?P<un>)"
)
CAPACITY = (
    r"mahtuu\s(?:mukaan\s)?(?:enintään\s|max\.?\s|korkeintaan\s|yhteensä\s)?(?P<a>\d{1,5})(?!\s?[.:]\d)|(?:max\.?|"
    r"enintään|korkeintaan|maks\.?)\s(?P<b>\d{1,5})\s?(?:osallistuja\w*|henk\w*|hlö\w*|paikka\w*|kävijä\w*|lasta|"
    r"oppilasta)|ryhmäkoko:?\s(?:on\s)?(?:enintään\s|max\.?\s)?(?:\d{1,3}\s?-\s?)?(?P<c>\d{1,5})|"
    r"paikkoja:?\s(?:on\s)?(?:yhteensä\s)?(?P<d>\d{1,5})(?!\s?/)|osallistujamäärä:?\s(?:on\s)?(?:enintään\s|max\.?\s|"
    r"rajattu\s)*(?P<e>\d{1,5})|(?:osallistujia|osanottajia)\s(?:enintään|max\.?|korkeintaan)\s(?P<f>\d{1,5})|"
    r"(?P<g>\d{1,5})\s(?:osallistujan|hengen|henkilön)\sryhmä\w*|(?P<o>\d{1,4})\s(?:ensimmäistä|nopeinta)|(?:otetaan|"
    r"valitaan)\s(?P<p>\d{1,4})\s(?:osallistuja|henkilö|lasta)\w*|(?:max\.?|högst|maximalt|maximum|up\sto|limited\sto|"
    r"a\smaximum\sof)\s(?P<h>\d{1,5})\s?(?:deltagare|personer|pers|platser|participants|people|persons|places|"
    r"attendees|children)|plats\sför\s(?:högst\s|max\s)?(?P<i>\d{1,5})|antal\splatser:?\s(?P<j>\d{1,5})|"
    r"gruppstorlek:?\s(?:högst\s|max\.?\s)?(?P<k>\d{1,5})|(?:room|space|places)\sfor\s(?P<l>\d{1,5})|"
    r"group\ssize:?\s(?:max\.?\s)?(?P<m>\d{1,5})|capacity:?\s(?P<n>\d{1,5})"
)
BEGINS = (
    r"alk(?:aa|avat|aen|\.)?|aukea\w*|avautu\w*|avataan|auki\s(?:\w+\s)?alkaen|käynnisty\w*|lähtien|från|öppna\w*|"
    r"börja\w*|inleds|fr\.?\s?o\.?\s?m|opens?|starts?|starting|from|begins?|álgá"
)
ENDS = (
    r"päätty\w*|viim\w*|mennessä|asti|saakka|sulkeutu\w*|umpeutu\w*|takaraja|loppuu|senast|sista|slutar|stängs?|utgår|"
    r"t\.?\s?o\.?\s?m|till|före|innan|deadline|closes?|ends?|by|until|no\slater|latest|before|due|maŋimustá"
)
