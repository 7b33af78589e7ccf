"""Places in words: name, street, postal code and town; online or both; where one meets."""

from __future__ import annotations

import re
from typing import Any

from normalize.phrase_tokens import composed, folded

Shape = dict[str, Any]
_ONLINE = (
    r"teams\w*|zoom\w*|skype\w*|google\smeet|etä(?!isyy|llä|pää)\w*|verkossa|verkko(?:tilaisuu|tapahtum|luen|kokou|"
    r"koulutu|kurss|tapaami)\w*|online\w*|webinaar\w*|webbinari\w*|webinar\w*|nätet|nät(?:träff|kurs|föreläsning|möte|"
    r"evenemang)\w*|på\swebben|distans\w*|på\sdistans|virtuaali\w*|virtuell\w*|virtual\w*|livestream\w*|striim\w*|"
    r"livelähety\w*|suoratoisto\w*|internetissä|remote(?:ly)?|neahtas"
)
_BOTH = (
    r"hybri[di]+\w*|hybrid\w*|(?:paikan\späällä|läsnä|lähi)\w*[^.]{0,40}(?:etä|verko|teams|zoom|online)\w*|(?:etä|"
    r"verko|teams|zoom|online)\w*[^.]{0,40}(?:paikan\späällä|läsnä|lähi)\w*|myös\s(?:etänä|verkossa|teamsissa|"
    r"zoomissa|online)|även\s(?:på\sdistans|online|via|på\snätet)|på\splats\s(?:och|eller)\s\w*\s?(?:distans|nätet|"
    r"online)|in[\s-]person\s(?:and|or)\s(?:online|remote)|also\sonline"
)
_NOT_ONLINE = r"ei\s(?:etä\w*|verkossa)|inte\spå\sdistans|not\sonline|etäisy\w*"
_MEETING = re.compile(
    (
        r"(?:kokoontuminen|kokoontumispaikka|kokoonnutaan|tapaamispaikka|tapaaminen|tavataan|lähtö|lähtöpaikka|"
        r"samling(?:splats)?|vi\ssamlas|vi\sträffas|träffpunkt|mötesplats|avgång|meeting\s(?:point|place)|"
        r"meet(?:ing)?\sat|we\smeet|gather(?:ing)?\sat)\s?[:–-]?\s*(?:at\s|vid\s|på\s|i\s|by\s|from\s|"
        r"från\s)?(?:the\s)?(?P<place>[^,;.!\n]+)"
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
        r"^(?:(?:luokka|lk\.?|huone|sali|tila|kabinetti|rum|sal|klass|room|hall)\s[\w]{1,8}|\d{1,2}\.\s?(?:krs|kerros|vån|"
        r"våning)\.?|(?:iso|pieni|ylä|ala)?\s?(?:kerhohuone|kokoushuone|liikuntasali|juhlasali|alasali|yläsali|takkahuone|"
        r"auditorio)|\d{1,2}(?:st|nd|rd|th)\sfloor|(?:\w+)?(?:luokka|kabinetti))$"
    ),
    re.IGNORECASE,
)
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
    """What a phrase of kind ``place`` tells."""
    low = folded(text)
    shape: Shape = {}
    if mode := attendance_of(low):
        shape["attendance_mode"] = mode
    if meeting := _MEETING.search(composed(text)):
        shape["meeting_point"] = _base(meeting["place"].strip())
        return shape
    address = address_of(text)
    if mode and set(address) <= {"name", "room"}:
        venue = [piece.strip() for piece in _AND.split(composed(text)) if names_venue(piece) and not attendance_of(folded(piece))]
        return {"attendance_mode": "mixed", "name": venue[0]} if venue and mode == "online" else shape
    return shape | address


def attendance_of(low: str) -> str:
    """``online``, ``mixed`` or ``""`` (a place one goes to, or not told) of a folded text."""
    text = re.sub(rf"(?<!\w)(?:{_NOT_ONLINE})", " ", low)
    if re.search(rf"(?<!\w)(?:{_BOTH})", text):
        return "mixed"
    return "online" if re.search(rf"(?<!\w)(?:{_ONLINE})", text) else ""


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
        shape["postal_code"], shape["locality"] = postal["code"], postal["town"].strip()
        rest = rest[: postal.start()] + "," + rest[postal.end() :]
    pieces = [piece.strip(" ()") for piece in re.split(r"[,;|(\n]", rest)]
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
    words = folded(piece).split()
    if not words or len(words) > 4:  # noqa: PLR2004 - longer is a sentence
        return False
    return any(_VENUE.fullmatch(word.strip("()")) for word in (words[0], words[-1])) or bool(_STREET.search(piece) or _POSTAL.search(piece))
