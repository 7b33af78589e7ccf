"""Words that places are written with: what separates the parts of a location, rooms, names every town has, and being online."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SEPARATORS = re.compile(r"[,;\n|/()\[\]•·]|\s[-–—]\s|:\s|\s@\s|(?<=[^\W\d_]{4})\.\s(?=[^\W\d_])")
"""What stands between the parts of a location (``Norppasali, iso sali``)."""
_AND = re.compile(r"\s(?:ja|tai|sekä|och|eller|samt|and|or|[+&])\s|\s?\+\s?", re.IGNORECASE)
POSTAL = re.compile(r"(?<![\w-])(?:FI-)?(\d{5})(?![\w-])", re.IGNORECASE)
COUNTRIES = frozenset({"suomi", "finland", "fi"})
_NO_WORD = re.compile(r"[^\w]+|_")
_ROOM_WORDS = """
sali, juhlasali, liikuntasali, jumppasali, kirkkosali, luentosali, konserttisali, ruokasali, tanssisali, lehtisali, musiikkisali,
peilisali, alasali, ylasali, kokoussali, seurakuntasali, kerhosali, auditorio, aula, ala aula, yla aula, ylaaula, kabinetti, kahvio,
kahvila, lampio, kellari, luokka, luokkahuone, lk, tila, monitoimitila, kokoustila, nayttelytila, kerhotila, huone, kerhohuone,
kokoushuone, monitoimihuone, neuvotteluhuone, takkahuone, ryhmahuone, takkatupa, studio, piha, sisapiha, takapiha, etupiha, pihalla,
parkkipaikka, krs, kerros, alakerta, ylakerta, verstas, lastenosasto, aikuistenosasto, musiikkiosasto, lukusali, galleria, nayttamo,
allas, lasten puoli, sal, salen, rum, klass, klassrum, vaning, foaje, foajen, kabinett, scenen, barnavdelningen, motesrum, motesrummet,
kasityoluokka, puutyoluokka, tekstiililuokka, kotitalousluokka, atk luokka, musiikkiluokka, kuvataideluokka, opetuskeittio,
keittio, keramiikkapaja, keramiikkaluokka, kudontaluokka, kielistudio,
gard, garden, festsal, festsalen, room, hall, lobby, foyer, auditorium, classroom, floor, meeting room, stage, yard
"""
_ROOM_NAMES = "|".join(re.escape(" ".join(word.split())) for word in _ROOM_WORDS.split(","))
_STOREY = r"\d{1,2}(?:st|nd|rd|th)? ?(?:krs|kerros|kerroksessa|van|vaning|vaningen|floor)|alakerta|ylakerta"
_ROOM = re.compile(
    rf"(?:(?:iso|isossa|pieni|pienessa|suuri|yla|ala|etu|taka|stora|lilla|main|small) )?(?:{_ROOM_NAMES})(?:ssa|lla)?"
    rf"(?: ?[a-z]? ?\d{{1,4}}[a-z]?| [a-z])?|{_STOREY}|luokassa ?[a-z]?\d{{0,4}}[a-z]?"
)
_CLASS = re.compile(r"^(?:luokkahuone|luokassa|luokka|lk) ?(?=[a-z]?\d)")
_HOUSES_TOO = frozenset({"kahvila", "galleria"})
_FLOOR = re.compile(_STOREY)
_GENERIC_WORDS = """
kirkko, kirjasto, paakirjasto, lahikirjasto, kaupunginkirjasto, kunnankirjasto, uimahalli, jaahalli, seurakuntatalo, seurakuntakeskus,
kylatalo, seurantalo, seuran talo, kansalaisopisto, opistotalo, opisto, koulu, museo, teatteri, liikuntahalli, urheilutalo,
urheiluhalli, nuorisotalo, nuorisotila, nuokkari, nuorisokeskus, monitoimitalo, monitoimihalli, tapahtumatupa, asukastupa, asukastalo,
palvelutalo, palvelukeskus, toimintakeskus, tyovaentalo, kaupungintalo, kunnantalo, virastotalo, tori, puisto, urheilukentta, kentta,
keskusta, yhteistalo, yhteiskoulu, lukio, alakoulu, ylakoulu, paivakoti, perhekeskus, hyvinvointikeskus, terveyskeskus, sairaala,
kappeli, pappila, hautausmaa, ranta, uimaranta, satama, asema, rautatieasema, linja autoasema, kirkonkyla, kulttuuritalo,
kulttuurikeskus, konserttitalo, jarjestotalo, kumppanuustalo, elokuvateatteri, vpk, vpk n talo, paloasema, leirikeskus, srk, srk talo,
maja, laavu, kota, ravintola, hotelli, talo, halli, kesateatteri, kauppatori, kirjastotalo, koulukeskus, kyrka, kyrkan, bibliotek,
biblioteket, huvudbibliotek, huvudbiblioteket, stadsbiblioteket, simhall, simhallen, ishall, ishallen, forsamlingshem,
forsamlingshemmet, skola, skolan, museum, museet, torg, torget, teater, teatern, idrottshall, ungdomsgard, parken, stadshuset,
medborgarinstitutet, church, library, main library, public library, city library, school, swimming pool, ice rink, theatre, town hall,
city hall, market square, square, park, community centre, parish hall
"""
GENERIC = frozenset(" ".join(word.split()) for word in _GENERIC_WORDS.split(","))
"""Folded names that every town has; they name a place of ours only where nothing else in the text speaks against it."""
_VENUE_ENDS = """
talo sali halli keskus kirjasto kirkko kappeli koulu museo teatteri opisto areena stadion tupa kulma kahvila maja kota paviljonki kasarmi
huset hallen salen kyrkan skolan biblioteket teatern garden arenan centret hall house arena centre center library church museum theatre
"""
VENUE_ENDS = tuple(_VENUE_ENDS.split())
"""Ends of names that can hardly be anything but a building."""
_ONLINE_WORDS = """
etana, etayhteys, etayhteydella, etatapahtuma, etatilaisuus, etaluento, etakoulutus, etaosallistuminen, verkossa, verkko,
verkkotapahtuma, verkkotilaisuus, verkkoluento, verkkokoulutus, verkkokurssi, netissa, internet, internetissa, online, virtual,
virtuaalinen, virtuaalisesti, webinaari, webbinaari, webinar, webbinar, livestream, live stream, striimi, striimaus, suoratoisto, pa
natet, natet, distans, pa distans, virtuellt, zoom, zoomissa, zoom kokous, zoom meeting, via zoom, pa zoom, teams, teamsissa, teams
kokous, teams meeting, via teams, pa teams, teams etatilaisuus, teams webinaari, zoom webinaari, microsoft teams, microsoft teams
kokous, microsoft teams meeting, microsoft teams mote, google meet, verkkoyhteydella, etayhteydella teams, on zoom, on teams, remote,
remotely, online event, neahtas
"""
ONLINE = frozenset(" ".join(word.split()) for word in _ONLINE_WORDS.split(","))
"""Folded words that stand in the location of what takes place online, whatever the registry calls that."""
_ONLINE_HOST = re.compile(
    r"^https?://(?:[\w-]+\.)*(?:zoom\.us|zoom\.com|teams\.microsoft\.com|teams\.live\.com|meet\.google\.com|meet\.jit\.si|webex\.com|whereby\.com"
    r"|youtube\.com|youtu\.be|twitch\.tv|gotomeeting\.com|bigbluebutton\.org|discord\.gg|discord\.com)(?:[/:?#]|$)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The text without what differs between ways of writing one name: case, accents, punctuation, hyphens and white space."""
    if text.isascii():
        return " ".join(_NO_WORD.sub(" ", text.lower()).split())
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(_NO_WORD.sub(" ", letters).split())


def pieces_of(text: str) -> list[str]:
    """The parts of a location as they stand, empty ones left out; "ja Teams" is a part of its own, "kirjasto ja kulttuuritalo" is one."""
    pieces: list[str] = []
    for piece in SEPARATORS.split(text):
        joined = _AND.split(piece)
        apart = len(joined) > 1 and any(is_online(folded(one)) for one in joined)
        pieces += joined if apart else [piece]
    return [piece for piece in pieces if piece.strip()]


@lru_cache(maxsize=8192)
def is_online(text: str) -> bool:
    """True for folded words that say nothing but that one takes part online (``teams etayhteydella``)."""
    return text in ONLINE or (bool(text) and all(word in ONLINE for word in text.split()))


def is_room(text: str) -> bool:
    """True for a folded text that names a room inside a building: ``lk 12``, ``iso sali``, ``2 krs``."""
    return bool(_ROOM.fullmatch(text))


def room_name(text: str) -> str:
    """A folded room as it is called: ``salissa`` is ``sali``, ``isossa salissa`` is ``iso sali``, ``luokassa 12`` is ``lk 12``."""
    for ending in ("ssa", "lla"):
        base = text.removesuffix(ending)
        if base != text and is_room(base):
            text = base.replace("isossa ", "iso ").replace("pienessa ", "pieni ")
    return _CLASS.sub("lk ", text)


def is_room_within(text: str) -> bool:
    """True for a room that belongs to the house named before it; "Torikulman kahvila" may be a house of its own."""
    return is_room(text) and text not in _HOUSES_TOO


def is_floor(text: str) -> bool:
    """True for a folded text that names a storey, which is no room of its own."""
    return bool(_FLOOR.fullmatch(text))


def is_online_address(text: str) -> bool:
    """True for a web address of a meeting or streaming service."""
    return bool(_ONLINE_HOST.match(text.strip()))


def is_generic(name: str) -> bool:
    """True for a folded name that every town has, or that is hardly a name at all."""
    return name in GENERIC or is_room(name) or len(name) < 4  # noqa: PLR2004 - shorter is an abbreviation
