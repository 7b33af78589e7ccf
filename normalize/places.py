"""Where: the place of the region's registry that a location text names, or none.

A wrong place is worse than an unknown one, so a text matches only exactly (after ``folded``): a lookup of the source, a name, an alias or
an address, whole or as one of the text's parts (``Norppasali, iso sali``). A room is no place of its own. Nothing is guessed from likeness.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from harvesters.source import PlaceEntry

Rule = Literal["lookup", "name", "address", "room", "home", "online", "default", ""]
"""How a place was found: the source's lookup table, a name or alias, a street address, a room of the source's default place, the kind of
place together with the publisher's home, a way to take part online, or the source's default because the record names none."""

_SEPARATORS = re.compile(r"[,;\n|/()•]|\s[-–—]\s|:\s")
_POSTAL = re.compile(r"\b\d{5}\b")
_NO_WORD = re.compile(r"[^\w]+|_")
_MOST_PARTS = 12
_COUNTRIES = frozenset({"suomi", "finland", "fi"})
_ROOM_WORDS = """
sali juhlasali liikuntasali jumppasali kirkkosali luentosali konserttisali ruokasali tanssisali lehtisali auditorio aula kabinetti kahvio
kellari luokka luokkahuone lk tila monitoimitila kokoustila nayttelytila huone kerhohuone kokoushuone monitoimihuone neuvotteluhuone studio
piha pihalla parkkipaikka krs kerros verstas lastenosasto galleria nayttamo sal salen rum klass vaning room hall classroom floor
"""
_ROOM = re.compile(
    rf"(?:(?:iso|pieni|suuri|yla|ala|etu|taka|stora|lilla|main) )?(?:{'|'.join(_ROOM_WORDS.split())})(?: ?[a-z]? ?\d{{1,4}}[a-z]?| [a-z])?"
    r"|\d{1,2} ?(?:krs|kerros|van|vaning|floor)"
)
_GENERIC_WORDS = """
kirkko kirjasto paakirjasto uimahalli jaahalli seurakuntatalo seurakuntakeskus kylatalo seurantalo kansalaisopisto opistotalo koulu museo
teatteri liikuntahalli urheilutalo nuorisotalo nuorisotila monitoimitalo tapahtumatupa asukastupa palvelutalo tyovaentalo kaupungintalo
kunnantalo tori puisto srk kyrka kyrkan bibliotek biblioteket huvudbiblioteket simhall ishall forsamlingshem skola museum torg teater
church library school
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
"""Folded names that every town has; they name a place of ours only where nothing else in the text speaks against it."""
_ONLINE_WORDS = """
etana, etayhteys, etayhteydella, etatapahtuma, verkossa, verkko, verkkotapahtuma, netissa, internet, internetissa, online, virtual,
webinaari, webinar, livestream, striimi, striimaus, pa natet, distans, pa distans, zoom, zoom kokous, zoom meeting, teams,
teams kokous, teams meeting, microsoft teams, microsoft teams kokous, microsoft teams meeting, microsoft teams mote, google meet
"""
_ONLINE = frozenset(" ".join(word.split()) for word in _ONLINE_WORDS.split(","))
"""Folded words that stand in the location of what takes place online, whatever the registry calls that."""
_ONLINE_HOST = re.compile(
    r"^https?://(?:[\w-]+\.)*(?:zoom\.us|zoom\.com|teams\.microsoft\.com|teams\.live\.com|meet\.google\.com|meet\.jit\.si|webex\.com|whereby\.com"
    r"|youtube\.com|youtu\.be|twitch\.tv|gotomeeting\.com|bigbluebutton\.org|discord\.gg|discord\.com)(?:[/:?#]|$)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text without what differs between ways of writing one name: case, accents, punctuation, hyphens and white space."""
    if text.isascii():
        return " ".join(_NO_WORD.sub(" ", text.lower()).split())
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(_NO_WORD.sub(" ", letters).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place and the rule that found it; both empty where none was found for sure."""

    place_id: str = ""
    rule: Rule = ""


NOWHERE = Found()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What a source tells about its places beyond the record."""

    lookups: Mapping[str, str] = field(default_factory=dict)
    """The publisher's spelling -> a place's id, name or alias."""
    default_place: str = ""
    """Id of the place of records without a location; its district and municipality are the publisher's home."""


class PlaceRegistry:
    """The region's places, looked up by what people write. Made once from ``schedules.places``; never changes."""

    def __init__(self, entries: Iterable[PlaceEntry]) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._names: dict[str, set[str]] = defaultdict(set)
        self._addresses: dict[str, set[str]] = defaultdict(set)
        self._kinds: dict[str, set[str]] = defaultdict(set)
        self._areas = {folded(area) for entry in self._entries.values() for area in (entry.district, entry.municipality) if area}
        self._postal_areas = {entry.postal_code[:2] for entry in self._entries.values() if entry.postal_code}
        self._online = next((entry.id for entry in self._entries.values() if entry.online), "")
        for entry in self._entries.values():
            self._learn(entry)

    def _learn(self, entry: PlaceEntry) -> None:
        """Remember every way to write one place."""
        for name in (*entry.name.values(), *entry.aliases):
            self._names[folded(name)].add(entry.id)
            if kind := self._kind(folded(name), entry):
                self._kinds[kind].add(entry.id)
        if entry.address:
            self._addresses[folded(entry.address)].add(entry.id)

    @staticmethod
    def _kind(name: str, entry: PlaceEntry) -> str:
        """``kylatalo`` of ``Kerimäen kylätalo``: a name without its area, ``""`` where the name has none.

        A Finnish genitive shares its stem with the area's name up to the last two letters (Kerimäki, Kerimäen).
        """
        stems = tuple(folded(area)[:-2] for area in (entry.district, entry.municipality) if len(area) > 4)  # noqa: PLR2004 - a shorter stem fits anything
        rest = [word for word in name.split() if not (stems and word.startswith(stems))]
        return " ".join(rest) if len(rest) < len(name.split()) else ""

    def get(self, place_id: str) -> PlaceEntry | None:
        """The entry of an id."""
        return self._entries.get(place_id)

    def find(self, text: str, hints: Hints, *, online: bool = False) -> Found:
        """The place a location text names. ``online`` says that the record holds an address for taking part.

        No text: the online place where there is such an address, else the source's default. A text nobody knows: none.
        """
        if not text.strip():
            return self._unnamed(hints, online=online)
        for rule in (self._by_lookup, self._by_online_address, self._by_name, self._by_room, self._by_home):
            found = rule(text, hints)
            if found is not None:
                return found
        return NOWHERE

    def _unnamed(self, hints: Hints, *, online: bool) -> Found:
        """Where a record without a location takes place."""
        if online and self._online:
            return Found(place_id=self._online, rule="online")
        known = hints.default_place in self._entries
        return Found(place_id=hints.default_place, rule="default") if known else NOWHERE

    def _by_lookup(self, text: str, hints: Hints) -> Found | None:
        """The source's own table; a value that is no place says that this spelling names none."""
        wanted = folded(text)
        for spelling, target in hints.lookups.items():
            if folded(spelling) == wanted:
                ids = {target} if target in self._entries else self._names.get(folded(target), set())
                return Found(place_id=next(iter(ids)), rule="lookup") if len(ids) == 1 else NOWHERE
        return None

    def _by_online_address(self, text: str, _hints: Hints) -> Found | None:
        """The online place for the address or the usual name of a meeting service."""
        if self._online and (_ONLINE_HOST.match(text.strip()) or folded(text) in _ONLINE):
            return self._only(self._names.get(folded(text), {self._online}), "online")
        return None

    def _by_name(self, text: str, _hints: Hints) -> Found | None:
        """A name, alias or address that is the whole text, else its parts; none where the parts name two places or another area."""
        if whole := self._named(folded(text)):
            return self._only(whole, "name")
        parts = [folded(_POSTAL.sub(" ", part)) for part in _SEPARATORS.split(text)]
        parts = [part for part in parts if part and part not in _COUNTRIES][:_MOST_PARTS]
        named = {run: ids for run in _runs(parts) if (ids := self._named(run))}
        rule: Rule = "name" if named else "address"
        runs = [*named.values()] or [self._addresses[part] for part in parts if part in self._addresses]
        if not runs:
            return None
        doubtful = bool(named) and _GENERIC.issuperset(named) and any(map(self._is_strange, parts))
        if doubtful or self._is_another_postal_area(text):
            return NOWHERE
        ids = set.intersection(*runs) or self._physical(set.union(*runs))
        return self._only({place for place in ids if not self._elsewhere(parts, place)}, rule)

    def _is_another_postal_area(self, text: str) -> bool:
        """True where a postal code of the text is none of the registry's areas (the first two digits)."""
        return bool(self._postal_areas) and any(code[:2] not in self._postal_areas for code in _POSTAL.findall(text))

    def _is_strange(self, part: str) -> bool:
        """True for words of a text that nothing explains: beside a name that every town has, they may be another town's."""
        explained = part in self._areas or is_room(part) or self._named(part) or any(map(str.isdigit, part))
        return not explained

    def _named(self, text: str) -> set[str]:
        """Places of that very name, with or without a room after it."""
        words = text.split()
        for length in range(len(words), 0, -1):
            rest = " ".join(words[length:])
            if (ids := self._names.get(" ".join(words[:length]))) and (not rest or is_room(rest)):
                return ids
        return set()

    def _physical(self, ids: set[str]) -> set[str]:
        """The places one can go to: an event in a hall and online is in the hall."""
        return {place for place in ids if not self._entries[place].online}

    def _elsewhere(self, parts: Sequence[str], place_id: str) -> bool:
        """True where the text names an area that is not the place's own: "Kirkko, Enonkoski" is not the church of the town."""
        entry = self._entries[place_id]
        own = {folded(entry.district), folded(entry.municipality)}
        named = {part for part in parts if part in self._areas}
        return bool(named) and not named & own

    def _by_room(self, text: str, hints: Hints) -> Found | None:
        """The source's default place where the text names nothing but a room."""
        parts = [folded(part) for part in _SEPARATORS.split(text) if folded(part)]
        if hints.default_place in self._entries and parts and all(is_room(part) for part in parts):
            return Found(place_id=hints.default_place, rule="room")
        return None

    def _by_home(self, text: str, hints: Hints) -> Found | None:
        """The only one of its kind in the publisher's home district: "Kylätalo" without a village that of the home, if it has one."""
        home = self._entries.get(hints.default_place)
        ids = self._kinds.get(folded(text), set())
        if home is None or not home.district:
            return None
        near = {
            place
            for place in ids
            if self._entries[place].district == home.district and self._entries[place].municipality == home.municipality
        }
        return self._only(near, "home") if near else None

    @staticmethod
    def _only(ids: set[str], rule: Rule) -> Found:
        """The place if it is the only one."""
        return Found(place_id=next(iter(ids)), rule=rule) if len(ids) == 1 else NOWHERE


def is_room(text: str) -> bool:
    """True for a folded text that names a room inside a building: ``lk 12``, ``iso sali``, ``2 krs``."""
    return bool(_ROOM.fullmatch(text))


def is_online_address(text: str) -> bool:
    """True for a web address of a meeting or streaming service."""
    return bool(_ONLINE_HOST.match(text.strip()))


def _runs(parts: Sequence[str]) -> list[str]:
    """Every run of neighbouring parts, longest first: an alias may hold a comma itself."""
    sizes = range(len(parts), 0, -1)
    return [" ".join(parts[start : start + size]) for size in sizes for start in range(len(parts) - size + 1)]
