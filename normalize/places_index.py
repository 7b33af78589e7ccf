"""The registry of places turned into tables: every way to write a name, a room, a street address, a kind of place without its village."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from harvesters.source import PlaceEntry
from normalize.places_inflection import genitives, located, standing
from normalize.places_words import GENERIC, POSTAL, VENUE_ENDS, folded, is_generic, is_room

_NUMBER = re.compile(r"(?P<number>\d{1,4})(?P<letter>[a-z]?)")
_ABBREVIATED = (("katu", "k"), ("tie", "t"), ("gatan", "g"), ("vagen", "v"))
_LONGEST_RANGE = 20
_LONGEST_STREET = 4
"""Words of a street's name."""
_SHORTEST_STEM = 3
_SHORTEST_TOWN = 4
_LEAST_TELLING = 5
"""Letters of a name that may be found in a title."""


@dataclass(slots=True)
class Spelling:
    """The places that one way of writing a name may mean."""

    ids: set[str] = field(default_factory=set)
    rule: Literal["name", "alias"] = "alias"
    is_generic: bool = True
    """Every name that is written like this is one that every town has."""

    def add(self, place_id: str, rule: Literal["name", "alias"], *, generic: bool) -> None:
        """One more place; a name goes before an alias."""
        self.ids.add(place_id)
        self.rule = "name" if "name" in (rule, self.rule) else "alias"
        self.is_generic = self.is_generic and generic


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """A street address in a text, and the words around it."""

    ids: frozenset[str]
    street: str
    rest: tuple[str, ...]
    """Words before and after it, folded."""


class PlaceIndex:
    """What places are looked up by; made once."""

    def __init__(self, entries: Iterable[PlaceEntry]) -> None:
        self.entries = {entry.id: entry for entry in entries}
        self.names: dict[str, Spelling] = defaultdict(Spelling)
        self.forms: dict[str, Spelling] = defaultdict(Spelling)
        self.owners: dict[str, Spelling] = defaultdict(Spelling)
        self.kinds: dict[str, set[tuple[str, str]]] = defaultdict(set)
        """Folded kind of place -> (id, folded area that its name holds)."""
        self.rooms: dict[str, dict[str, str]] = {}
        """Place id -> every form of its rooms' names -> room id."""
        self.telling_rooms: dict[str, set[str]] = defaultdict(set)
        """Names of rooms that can hardly be another house's -> place ids."""
        self.streets: dict[str, dict[int, set[tuple[str, str]]]] = defaultdict(lambda: defaultdict(set))
        self.areas: dict[str, str] = {}
        """Every form of a district's or municipality's name -> its folded name."""
        self.titles: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        """First word of a form that may stand in a title -> its words and the place."""
        for entry in self.entries.values():
            self._learn_areas(entry)
        for entry in self.entries.values():
            self._learn(entry)

    def _learn_areas(self, entry: PlaceEntry) -> None:
        for area in filter(None, map(folded, (entry.district, entry.municipality))):
            for form in (area, *located(area)):
                self.areas.setdefault(form, area)
            self.areas[area] = area

    def _learn(self, entry: PlaceEntry) -> None:
        """Remember every way to write one place."""
        own = {folded(name) for name in entry.name.values()} - {""}
        aliases = {folded(alias) for alias in entry.aliases} - {""}
        for name in own | aliases | shortened_alike(own, aliases):
            self._learn_name(name, entry, "name" if name in own else "alias")
        self._learn_rooms(entry)
        if found := street_of(entry.address):
            for number in found.numbers:
                for name in spelled_out(found.name):
                    self.streets[name][number].add((entry.id, found.letter))

    def _learn_name(self, name: str, entry: PlaceEntry, rule: Literal["name", "alias"]) -> None:
        generic = is_generic(name)
        self.names[name].add(entry.id, rule, generic=generic)
        for form in located(name):
            self.forms[form].add(entry.id, rule, generic=generic)
        for form in genitives(name):
            self.owners[form].add(entry.id, rule, generic=generic)
        kind, area = kind_of(name, entry)
        for form in (kind, *located(kind)) if kind else ():
            self.kinds[form].add((entry.id, area))
        if not entry.online and not generic and name not in self.areas and len(name) >= _LEAST_TELLING:
            self._learn_titles(name, entry.id)

    def _learn_titles(self, name: str, place_id: str) -> None:
        """The forms that say in running words that something is there."""
        words_of = name.split()
        if all(word in GENERIC or is_room(word) for word in words_of) or (len(words_of) == 1 and not name.endswith(VENUE_ENDS)):
            return  # every town has one, or it is a word like others (Hylje, a seal)
        for form in standing(name):
            words = tuple(form.split())
            self.titles[words[0]].append((words, place_id))

    def _learn_rooms(self, entry: PlaceEntry) -> None:
        forms: dict[str, str] = {}
        for room in entry.rooms:
            names = {folded(name) for name in (*room.name.values(), *room.aliases)} - {""}
            for name in names:
                forms = dict.fromkeys(located(name), room.id) | forms | {name: room.id}
                if not is_generic(name) and name.endswith(VENUE_ENDS):
                    self.telling_rooms[name].add(entry.id)
            forms.setdefault(folded(room.id), room.id)
        self.rooms[entry.id] = forms

    def spelling(self, text: str) -> Spelling | None:
        """The places that a folded text is the name of, as it stands or bent."""
        return self.names.get(text) or self.forms.get(text)

    def room(self, text: str, place_id: str) -> str:
        """The declared room of a place that a folded text names, or ``""``."""
        return self.rooms.get(place_id, {}).get(text, "")

    def street(self, part: str) -> Street | None:
        """The places at an address that stands in a folded part; ``None`` where it holds no street and number of ours."""
        words = part.split()
        for at, word in enumerate(words):
            number = _NUMBER.fullmatch(word)
            if not number or not at:
                continue
            for start in range(max(0, at - _LONGEST_STREET), at):
                name = " ".join(words[start:at])
                if houses := self.streets.get(name):
                    letter, rest = _stair(number["letter"], words[at + 1 :])
                    ids = _in_house(houses.get(int(number["number"]), set()), letter)
                    return Street(ids=ids, street=name, rest=(" ".join(words[:start]), rest))
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A street address as it is compared: the street's folded name, the house numbers it covers, the letter of stairs."""

    name: str
    numbers: tuple[int, ...]
    letter: str


def shortened_alike(own: set[str], aliases: set[str]) -> set[str]:
    """Names without the town before them, where an alias shows that people leave it out.

    ``Norppalan pääkirjasto`` with the alias ``Pääkirjasto`` makes ``Main Library`` of ``Norppala Main Library``.
    """
    towns = {name.partition(" ")[0] for name in own if name.partition(" ")[2] in aliases}
    stems = {town[: max(_SHORTEST_TOWN, len(town) - 2)] for town in towns if len(town) >= _SHORTEST_TOWN}
    rests = (name.partition(" ") for name in own)
    return {rest for first, _, rest in rests if rest and any(first.startswith(stem) for stem in stems)}


def street_of(address: str) -> Address | None:
    """Street, numbers and letter of an address; ``None`` where it has no number.

    ``Torikatu 1-5 B, 57100 Norppala`` covers 1, 3 and 5.
    """
    first = re.split(r"[,;\n]", POSTAL.sub(" ", address))[0]
    found = re.match(
        r"\s*(?P<name>.*?[^\W\d_].*?)\s+(?P<first>\d{1,4})(?:\s?[-–/]\s?(?P<last>\d{1,4}))?\s?(?P<letter>[A-Za-z]?)(?![\w])", first
    )
    if found is None:
        return None
    low, high = int(found["first"]), int(found["last"] or found["first"])
    step = 2 if (high - low) % 2 == 0 else 1
    numbers = tuple(range(low, high + 1, step)) if low <= high <= low + _LONGEST_RANGE else (low,)
    return Address(name=folded(found["name"]), numbers=numbers, letter=found["letter"].lower())


def spelled_out(street: str) -> tuple[str, ...]:
    """A folded street in full and as people shorten it: kirkkokatu, kirkkok, kirkko k."""
    found = [street]
    for full, short in _ABBREVIATED:
        stem = street.removesuffix(full).strip()
        if street.endswith(full) and len(stem) >= _SHORTEST_STEM:
            found += [stem + short, f"{stem} {short}"]
    if street.endswith("k") and len(street) > _SHORTEST_STEM + 1:
        found.append(street[:-1].strip() + "katu")
    return tuple(dict.fromkeys(found))


def kind_of(name: str, entry: PlaceEntry) -> tuple[str, str]:
    """``kylatalo`` and ``kerimaki`` of ``Kerimäen kylätalo``: a name without its area, and the area; both empty where it has none.

    A Finnish genitive shares its stem with the area's name up to the last two letters (Kerimäki, Kerimäen).
    """
    words = name.split()
    for area in filter(None, map(folded, (entry.district, entry.municipality))):
        if len(area) <= 4:  # noqa: PLR2004 - a shorter stem fits anything
            continue
        rest = [word for word in words if not word.startswith(area[:-2])]
        if rest and len(rest) < len(words):
            return " ".join(rest), area
    return "", ""


def _stair(glued: str, after: Sequence[str]) -> tuple[str, str]:
    """The letter of the stairs, and what follows stairs and flat: ``b 12 norppala`` gives b and norppala."""
    words = list(after)
    letter = glued
    if not letter and words and len(words[0]) == 1 and words[0].isalpha():
        letter = words.pop(0)
    elif not letter and words and (found := re.fullmatch(r"([a-z])\d{1,3}", words[0])):
        letter = found[1]
        words.pop(0)
    if words and words[0] in {"as", "bst", "porras", "rappu"}:
        words.pop(0)
        if words and len(words[0]) == 1 and words[0].isalpha():
            letter = words.pop(0)
    while words and words[0].isdigit() and len(words[0]) <= 4:  # noqa: PLR2004 - five digits are a postal code
        words.pop(0)
    return letter, " ".join(words)


def _in_house(houses: set[tuple[str, str]], letter: str) -> frozenset[str]:
    """The places of one number: those at these stairs, else those that name none; without stairs told, all of them."""
    if not letter:
        return frozenset(place for place, _ in houses)
    same = frozenset(place for place, other in houses if other == letter)
    return same or frozenset(place for place, other in houses if not other)
