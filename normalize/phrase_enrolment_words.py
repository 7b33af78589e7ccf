"""Words of enrolment in Finnish, Swedish and English (and a few Northern Sámi ones), as shapes of folded text."""

from __future__ import annotations

ENROL = (
    r"(?:ennakko)?ilmoitt?autu\w*|(?:ennakko)?ilmoitt?aud\w*|ilmottautu\w*|ilm\.|ilm(?=\s\d)|ilmo\b|ilmot\b|ennakkoilmo\w*|"
    r"ennakkovarau\w*|paikkavarau\w*|varaa\spaik\w*|hakuaika|haku\s(?:alkaa|päättyy|on\sauki|auki)|haku(?=:?\s\d)|pöytävarau\w*|"
    r"ajanvarau\w*|lippuvarau\w*|hakemuks\w*|"
    r"(?:förhands)?anmäl\w*|(?:pre-|advance\s)?registration|anm\.|ansökning\w*|bokning\w*|boka\splats|regist(?:er|ration|rations|ering)\b|"
    r"enrol\w*|sign[-\s]?up|rsvp|book\s(?:your|a)\s(?:place|seat|spot)|booking|almmut\w*|almmuh\w*"
)
NEEDLESS = (
    r"ei\s(?:vaadi\s|tarvi\w*\s|edellytä\s)?(?:erillistä\s|etukäteis)?(?:ennakko)?(?:ilmoittautumis\w*|varaus\w*|"
    r"ilmo\w*)|ilmoittautumatta|ilman\s(?:ennakko)?ilmoittautumis\w*|ei\starvi\w*\s(?:\w+\s)?(?:ilmoittautu\w*|"
    r"varata)|(?:ennakko)?ilmoittautumista\sei\s(?:tarvi\w*|vaadita|edellytetä)|(?:ennakko)?ilmoittautuminen\sei\sole\s(?:pakolli|"
    r"välttämät|tarpee|tarpelli|vaadit|edellyt)\w*|"
    r"(?:ennakko)?ilmoittautuminen\s(?:on\s)?vapaaehtoi\w*|"
    r"ei\sole\s(?:ennakko)?ilmoittautumis(?:ta|ia)\b|ei\starvi\w*\sennakkoilmo\w*|anmälan\s(?:är\s)?(?:frivillig|inte\sobligatorisk)|"
    r"ilman\s(?:ajan)?varaus\w*|ei\sajanvarausta|(?:voi|"
    r"saa)\stulla\s(?:suoraan\s)?ilman|(?:ingen|ej|inte\snågon|utan)\s(?:för)?(?:hands)?anmäl\w*|(?:behöver|"
    r"behövs)\s(?:man\s)?(?:inte|ingen|ej)\s(?:för)?(?:hands)?(?:anmäl\w*|boka)|kräver\singen\s(?:förhands)?anmäl\w*|"
    r"ingen\sbokning\w*|anmälan\s(?:behövs|krävs)\s(?:inte|ej)|utan\sbokning|no\s(?:prior\s|advance\s|"
    r"pre-?)?(?:registration|booking|enrolment|sign[-\s]?up|rsvp)|(?:without|no\sneed\s(?:to|"
    r"for))\s(?:\w+\s)?(?:regist\w*|book\w*|enrol\w*|sign\w*)|registration\s(?:is\s)?not\s(?:required|needed|"
    r"necessary)|drop-?\s?in\b|just\s(?:turn|show|come)\s(?:up|along)"
)
"""No enrolment is needed."""
BINDING = r"sitov\w*|bindande|binding"
WISHED = (
    r"ilmoittautumi\w*\s(?:on\s)?(?:toivottav|suotav|suositeltav)\w*|(?:toivomme|toivotaan|suosittelemme|mielellään|"
    r"suositellaan)\s(?:\w+\s){0,2}(?:ennakko)?ilmoitt\w*|"
    r"(?:gärna|helst)\sanmäl\w*|anmälan\sönskvärd|(?:registration|booking)\s(?:is\s)?(?:recommended|preferred|appreciated|advised)"
)
"""Enrolment that is wished for, and neither needed nor needless."""
FULL = (
    r"täynnä(?=\s*(?:$|[^\w\s])|\s(?:ja|jo|mutta|voit|voi|jono|peruutus|varasij|ei\b|olemme|kysy|tällä|toistaiseksi|vain|ilmoitt))|"
    r"täyteen\s?varat\w*|loppuunmyy\w*|loppuun\s?varat\w*|"
    r"loppuun\smyy\w*|loppuunvarat\w*|ei\s(?:ole\s)?(?:enää\s)?(?:vapaita\s)?paikkoja(?:\s(?:ole\s)?(?:enää\s)?jäljellä)?|"
    r"paikat\s(?:ovat\s|on\s)?(?:jo\s)?(?:loppu|täyn|varat|menn)\w*|"
    r"(?:kaikki\s)?paikat\s(?:on|ovat)\s(?:jo\s)?varat\w*|ryhmä\stäyttyi|kurssi\stäyttyi|fullbok[at][dt]\w*|fullbokade?|full\s?tecknat|"
    r"fulltecknad\w*|fullsatt\w*|slutså(?:lt|ld)\w*|utså(?:lt|ld)\w*|"
    r"inga\s(?:lediga\s)?platser|platserna\s(?:är\s)?slut|är\s(?:redan\s|nu\s)?full(?:t|a)?(?!\s?\w)|(?<!\w\s)full(?:t|a)?(?=\W*$)|"
    r"(?:is|are|now|already)\s(?:now\s|already\s)?full(?!\s?-?\s?\w)|(?:course|class|group|event|workshop|session)\sfull(?!\s?-?\s?\w)|"
    r"fully\s?-?booked|fully\ssubscribed|sold\s?-?out|no\s(?:more\s)?(?:places|spots|seats|tickets)(?:\s(?:left|available|remaining))?|"
    r"booked\s(?:up|out)|dievva(?!\w)"
)
QUEUE = (
    r"jono(?!ttamatta|tans|on\stullee)\w*|varasij\w*|varalle\s(?:ilmoitt|voi|otetaan|pääse)\w*|köplats\w*|kö(?:n|a|lista\w*|"
    r"plats\w*)?(?!\w)|"
    r"reservplats\w*|väntelista\w*|waiting[\s-]?lists?|wait-?\s?list\w*|queue"
)
CANCELLATION_PLACES = (
    r"peruutuspaik\w*|avbokade?\splats\w*|återbud\w*|avbokningsplats\w*|(?:ask|enquire)\s(?:about|for)\scancell\w*|cancelled\splaces"
)
CLOSED = (
    r"(?:ilmoittautuminen|haku|hakuaika|ilmoittautumisaika)\s(?:on\s)?(?:jo\s)?(?:päättyn\w*|sulje\w*|suljettu|sulkeutunut|kiinni|"
    r"umpeutu\w*)|ilmoittautuminen\sei\sole\senää\w*|(?:anmäl\w*|ansök\w*)\s(?:är\s|har\s)?(?:nu\s|redan\s)?(?:stängd|stängt|avslutad|"
    r"slut|gått\sut)|(?:registration|booking|enrolment)\s(?:is\s|has\s)?(?:now\s)?(?:closed(?!\s(?:on|by|at)\b)|ended|over)"
)
NOT_YET = (
    r"(?:ilmoittautuminen|haku)\sei\s(?:ole\s)?(?:vielä\s)?(?:alkanut|auki|auennut|avautunut)|"
    r"anmäl\w*\shar\sinte\söppnat|registration\s(?:is\s|has\s)?not\s(?:yet\s)?(?:open|opened|started)|ilmoittautuminen\savataan\smyöhemmin"
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
    r"(?P<q>1)\spaikka\s(?:on\s)?(?:vielä\s)?(?:jäljellä|vapaana)|vapaana:?\s(?P<r>\d{1,4})\s?/\s?(?P<rc>\d{1,4})|"
    r"(?P<a>\d{1,4})\s(?:vapaata\s)?paikkaa\s(?:on\s)?(?:vielä\s)?(?:jäljellä|vapaana|vapaa)|"
    r"vapaita\spaikkoja(?:\s(?:on\s)?jäljellä)?:?\s(?:on\s)?(?:vielä\s)?(?P<b>\d{1,4})(?:\s?/\s?(?P<bc>\d{1,4}))?|"
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
    r"oppilasta)|(?:ryhmäkoko|ryhmän\skoko):?\s(?:on\s)?(?:enintään\s|max\.?\s|korkeintaan\s)?(?:\d{1,3}\s?-\s?)?(?P<c>\d{1,5})|"
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
    r"alk(?:aa|avat|aen|oi|oivat|anut|aneet|\.)?|aukesi|avautui|öppnade|opened|began|started|aukea\w*|avautu\w*|avataan|"
    r"auki\s(?:\w+\s)?alkaen|käynnisty\w*|lähtien|från|öppna\w*|"
    r"börja\w*|inleds|fr\.?\s?o\.?\s?m|opens?|starts?|starting|from|begins?|álgá"
)
ENDS = (
    r"päätty\w*|viim\w*|mennessä|asti|saakka|sulkeutu\w*|umpeutu\w*|takaraja|loppuu|senast|sista|slutar|stäng(?:er|s|des)?|utgår|"
    r"t\.?\s?o\.?\s?m|går\sut|gick\sut|stängde|rádjai|viimeinen|till|före|innan|deadline|closes?|ends?|by|until|no\slater|latest|"
    r"before|due|maŋimustá"
)
