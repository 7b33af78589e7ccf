"""Places in words: name, street, postal code and town; online or both; where one meets."""

from __future__ import annotations

import re
from typing import Any

from normalize.phrase_low import low_of
from normalize.phrase_tokens import composed
from normalize.phrase_word_table import Found, WordTable

Shape = dict[str, Any]
_ONLINE = (
    r"teamsi\w*|teams-\w+|(?:microsoft|ms)[\s-]teams|(?<!\d\s)(?<!of\s)(?<!the\s)(?<!our\s)teams(?=\s*(?:$|[,;:.!)/(+-])|\s(?:ja|och|"
    r"tai|eller|and|or|linkki|link|meeting|möte|kokous|evenemang)\b)|"
    r"zoom(?!aa|aus)\w*|skype\w*|google\smeet|etä(?!isyy|isy|llä|pää|työ|vuok|hall)\w*|verkossa|verkko(?:tilaisuu|tapahtum|luen|kokou|"
    r"koulutu|kurss|tapaami|valmennu|treen)\w*|online\w*|webinaar\w*|webbinari\w*|"
    r"webinar\w*|nätet|nät(?:träff|kurs|föreläsning|möte|evenemang)\w*|på\swebben|distans(?:evenemang|kurs|undervisning|träff|"
    r"föreläsning|deltag)\w*|på\sdistans|virtuaali\w*|virtuell\w*|virtual\w*|livestream\w*|striim\w*|"
    r"livelähety\w*|suoratoisto\w*|internet(?:issä|in\skautta)?(?!\w)|facebook-?\s?live\w*|youtube(?:ssa|-\w+)?|remote(?:ly)?|neahtas"
)
_BOTH = (
    r"hybri[di]+\w*|(?:paikan\späällä|läsnä|lähi)\w*[^.]{0,40}(?:etä|verko|teams|zoom|online)\w*|(?:etä|verko|teams|zoom|"
    r"online)\w*[^.]{0,40}(?:paikan\späällä|läsnä|lähi)\w*|"
    r"myös\s(?:etänä|etäyhteydellä|verkossa|teamsissa|zoomissa|online)|även\s(?:på\sdistans|online|via|på\snätet)|(?:på\splats|"
    r"fysiskt)\s(?:och|eller|samt)\s\w*\s?(?:distans|nätet|online)|"
    r"(?:på\sdistans|online)\s(?:och|eller|samt)\spå\splats|(?:in[\s-]person|on[\s-]?site)\s(?:and|or|&)\s(?:online|remote\w*)|"
    r"(?:online|remote\w*)\s(?:and|or|&)\s(?:in[\s-]person|on[\s-]?site)|also\sonline"
)
_NOT_ONLINE = (
    r"ei\s(?:etä\w*|verkossa)|inte\s(?:på\sdistans|online)|ingen\sdistans\w*|not\sonline|vain\s(?:paikan\späällä|lähi\w+)|"
    r"endast\spå\splats|bara\spå\splats|in[\s-]person\sonly|on[\s-]site\sonly|"
    r"läsnätilaisuu\w*|lähitilaisuu\w*"
)
_OTHERWISE = re.compile(
    r"(?:ilmo|liput|lippu|lipun|osta|varaa|varau|maks|lisätie|tietoa|lue\s|tutustu|anmäl|biljett|boka|köp|läs\s|regist|sign\sup|book|"
    r"ticket|buy|info|read)[^.!?\n]{0,40}$"
)
"""What one does on the web beside taking part: enrol, buy a ticket, read more."""
_OTHERWISE_AFTER = re.compile(r"^[\s-]?(?:ilmoitt|varau|lomak|lipu|lipp|kaup|anmäl|bok|biljett|regist|book|ticket|form|shop|store)")
_ATTENDANCE = WordTable((("mixed", _BOTH), ("offline", _NOT_ONLINE), ("online", _ONLINE)), end="")
_MEETING = re.compile(
    (
        r"(?<!\w)(?:kokoontumispaikka|kokoontuminen|kokoonnutaan|kokoonnumme|tapaamispaikka|tapaaminen|tapaamme|tavataan|lähtöpaikka|"
        r"lähtö|lähdetään|starttipaikka|"
        r"samlingsplats|samling|vi\ssamlas|samlas|vi\sträffas|träffpunkt|mötesplats|avgång|start(?=\sfrån)|departure(?=\sfrom)|"
        r"departs(?=\sfrom)|meeting\s(?:point|place)|"
        r"meet(?:ing)?\sat|we\smeet|gather(?:ing)?\sat)(?!\w)\s?[:–-]?\s*(?:(?:klo|kl\.?|kello)\s?\d{1,2}(?:[.:]\d\d)?\s)?(?:at\s|"
        r"vid\s|på\s|i\s|by\s|from\s|"
        r"från\s)?(?:the\s)?(?P<place>[^,;.!\n]{2,80})"
    ),
    re.IGNORECASE,
)
_STREET_END = (
    r"katu|tie|kuja|polku|väylä|aukio|tori|ranta|puisto|kaari|rinne|raitti|piha|kulma|penger|esplanadi|bulevardi|"
    r"portti|silta|mäki|niemi|kallio|laita|kierto|reitti|veräjä|syrjä|valtatie|maantie|gatan|gata|vägen|väg|gränd|"
    r"gränden|stigen|stig|torget|torg|esplanaden|allén|kajen|parken|backen|brinken|street|road|lane|avenue|square"
)
_STREET = re.compile(
    rf"(?P<street>(?<!\w)(?:[^\W\d_][\w'-]{{0,30}}\s){{0,3}}?[^\W\d_][\w'-]{{0,30}}(?:{_STREET_END})\s\d{{1,4}}(?:\s?-\s?\d{{1,4}})?(?:\s?[A-Za-z](?![a-zåäö]))?(?:\s(?:as\.?\s)?\d{{1,3}}(?!\d))?)",
    re.IGNORECASE,
)
_PLAIN_STREET = re.compile(r"^[^\W\d_][\w' .-]*\s\d{1,4}\s?[A-Za-z]?(?:\s\d{1,3})?$")
_POSTAL = re.compile(r"(?:FI-?\s?)?(?P<code>\d{5})\s+(?P<town>[^\W\d_][\w' -]*)")
_ROOM = re.compile(
    (
        r"^(?:(?:luokka|lk\.?|huone|sali|tila|kabinetti|kenttä|kaukalo|halli|studio|rum|sal|klass|plan|room|hall|studio|court|"
        r"field)\s[\w-]{1,8}|\d{1,2}\.?\s?(?:krs|kerros|vån|våning|floor)\.?|"
        r"(?:(?:iso|pieni|ylä|ala|vanha|uusi|suuri|stora|lilla|övre|nedre|main|small|large)\s)?[^\W\d_]{0,18}(?:kerhohuone|kokoushuone|"
        r"huone|sali|sal(?:en)?|näyttämö|aula|auditorio|kabinetti|"
        r"studio|luokka|scen(?:en)?|rummet|rum|auditorium|lobby|foyer|lämpiö)(?:\s[\w-]{1,4})?|\d{1,2}(?:st|nd|rd|th)\sfloor|"
        r"ground\sfloor|(?:alakerta|yläkerta|pohjakerros|kellari)(?:ssa)?)$"
    ),
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"^(?:suomi|finland|fi)$", re.IGNORECASE)
_BASE_WORDS = """
paikalla=paikka paikalta=paikka paikalle=paikka pihalla=piha pihassa=piha pihalta=piha torilla=tori torilta=tori asemalla=asema
asemalta=asema ovella=ovi portilla=portti portilta=portti rannalla=ranta rannassa=ranta rannasta=ranta aulassa=aula aulasta=aula
puistossa=puisto puistosta=puisto koululla=koulu koululta=koulu talolla=talo talolta=talo kentällä=kenttä kentältä=kenttä
laiturilla=laituri laiturilta=laituri satamassa=satama satamasta=satama kirkolla=kirkko kirkolta=kirkko kirjastolla=kirjasto
kirjastolta=kirjasto kirjastossa=kirjasto museolla=museo museolta=museo hallilla=halli hallilta=halli pysäkillä=pysäkki
pysäkiltä=pysäkki parkkiksella=parkkis kodalla=kota laavulla=laavu majalla=maja majalta=maja aukiolla=aukio aukiolta=aukio
kahvilassa=kahvila kahvilasta=kahvila keskuksessa=keskus salissa=sali opistolla=opisto opistolta=opisto tuvalla=tupa tuvassa=tupa
seurantalolla=seurantalo kaupalla=kauppa
"""
_BASES = tuple(pair.partition("=")[::2] for pair in _BASE_WORDS.split())
"""Where one meets, in its case -> its name; the end of a compound is enough."""
_PIECES = re.compile(r"[,;|(\n]|\s[–—-]\s")
_LONGEST = 300
_AND = re.compile(r"\s(?:ja|tai|sekä|och|eller|samt|and|or)\s|[/+,]", re.IGNORECASE)
_VENUE = re.compile(
    r"\w*(?:talo|talossa|talolla|kirkko|kirkossa|kappeli|kappelissa|sali|salissa|kirjasto|kirjastossa|koulu|koululla|"
    r"koulussa|halli|hallissa|keskus|keskuksessa|museo|museossa|tori|torilla|kahvila|kahvilassa|tupa|tuvassa|tuvalla|"
    r"tila|tilassa|opisto|opistossa|teatteri|teatterissa|puisto|puistossa|ranta|rannassa|kenttä|kentällä|areena|"
    r"stadion|nuokkari|nuorisotila|seurakuntakeskus|kerhohuone|galleria|galleriassa|pappila|pappilassa|maja|majalla|"
    r"kota|laavu|satama|satamassa|asema|asemalla|uimahalli|uimahallissa|maauimala|uimaranta|paloasema|vpk|kioski|"
    r"ravintola|ravintolassa|hotelli|hotellissa|kulma|kulmassa|huset|hus|kyrka|kyrkan|kapell|kapellet|bibliotek|"
    r"biblioteket|skola|skolan|hallen|hall|centrum|centret|museum|museet|torget|gården|gård|stugan|lokal|salen|teater|"
    r"teatern|församlingshemmet|församlingshem|festsal|library|church|school|hall|centre|center|museum|square|park|"
    r"house|cafe|café|theatre|gallery|girjerádju|viessu)(?:\s\d+)?"
)


def read_place(text: str) -> Shape:
    """What a phrase of kind ``place`` tells; what is longer than an address is read up to ``_LONGEST``."""
    text = text[:_LONGEST]
    low = low_of(text)
    shape: Shape = {}
    if mode := _attendance(low):
        shape["attendance_mode"] = mode
    if mode == "offline" and not names_venue(text):
        return shape
    if meeting := _MEETING.search(composed(text)):
        shape["meeting_point"] = _base(meeting["place"].strip())
        return shape
    address = address_of(text)
    if mode and set(address) <= {"name", "room"}:
        venue = [piece.strip() for piece in _AND.split(composed(text)) if names_venue(piece) and not attendance_of(low_of(piece))]
        return {"attendance_mode": "mixed", "name": venue[0]} if venue and mode == "online" else shape
    return shape | address


def attendance_of(low: str) -> str:
    """``online``, ``mixed`` or ``""`` (a place one goes to, or not told) of a folded text; enrolling or reading on the web is neither."""
    found = _attendance(low)
    return "" if found == "offline" else found


def _attendance(low: str) -> str:
    """The same with ``offline`` where the words deny that it is on the web."""
    told = {one.code for one in _ATTENDANCE.found(low) if one.code != "online" or not _is_otherwise(low, one)}
    return next((code for code in ("mixed", "online", "offline") if code in told), "")


def _is_otherwise(low: str, one: Found) -> bool:
    """True for "ilmoittautuminen verkossa" and "online booking"."""
    before = low[max(0, one.start - 60) : one.start]
    return bool(
        _OTHERWISE.search(before)
        or _OTHERWISE_AFTER.match(low[one.end : one.end + 20])
        or _OTHERWISE_AFTER.search(low[one.start + 6 : one.end])
    )


def _base(place: str) -> str:
    """A meeting place as its name (``P-paikalla`` -> ``P-paikka``); as it stands where its case is not known."""
    for ending, base in _BASES:
        if place.casefold().endswith(ending):
            return place[: len(place) - len(ending)] + base
    return place


def address_of(text: str) -> Shape:
    """Name, street, postal code, locality and room, as far as they stand there; the rest of the text is the name."""
    shape: Shape = {}
    rest = composed(text).strip()
    rest = re.sub(r"^(?:paikka|osoite|plats|adress|venue|place|where|var|missä|location)\s?:\s*", "", rest, flags=re.IGNORECASE)
    if postal := _POSTAL.search(rest):
        shape["postal_code"], shape["locality"] = postal["code"], postal["town"].strip(" -")
        rest = rest[: postal.start()] + "," + rest[postal.end() :]
    pieces = [piece.strip(" ()–—-") for piece in _PIECES.split(rest)]
    if len(pieces) > 1 and _COUNTRY.match(pieces[-1]):
        pieces.pop()
    names: list[str] = []
    for piece in filter(None, pieces):
        _add_piece(shape, piece, names)
    if "street" in shape and "locality" not in shape and pieces and names and names[-1] == pieces[-1] and not names_venue(names[-1]):
        shape["locality"] = names.pop()  # the town is the last word of an address
    if names:
        shape["name"] = names[0]
    return shape


def _add_piece(shape: Shape, piece: str, names: list[str]) -> None:
    """One piece between commas: a street, a room, or a name."""
    street = _STREET.search(piece)
    if "street" not in shape and street and street.end() == len(piece):
        shape["street"] = street["street"] if street.start() == 0 else piece[street.start() :]
        if piece[: street.start()].strip():
            names.append(piece[: street.start()].strip())
    elif "street" not in shape and names and _PLAIN_STREET.match(piece) and not _ROOM.match(piece):
        shape["street"] = piece
    elif names and _ROOM.match(piece):
        shape["room"] = piece
    else:
        names.append(piece)


def names_venue(piece: str) -> bool:
    """True for a piece of text that ends in the name of a sort of building or place, or is an address."""
    words = low_of(piece).split()
    if not words or len(words) > 4:  # noqa: PLR2004 - longer is a sentence
        return False
    return any(_VENUE.fullmatch(word.strip("()")) for word in (words[0], words[-1])) or bool(_STREET.search(piece) or _POSTAL.search(piece))
