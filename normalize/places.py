"""Where: the place of the region's registry that a location text names, or none.

A wrong place is worse than an unknown one, so a text matches only exactly (after ``folded``): a lookup of the source, a name, an alias or
an address, whole or as one of the text's parts (``Norppasali, iso sali``), as it stands or bent as Finnish bends it (``Norppasalissa``).
A room is no place of its own. Nothing is guessed from likeness. The order of the questions is in docs/places.md.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from harvesters.source import PlaceEntry
from normalize.places_found import NOWHERE, Found, Hints, Rule
from normalize.places_index import PlaceIndex, Spelling
from normalize.places_inflection import without_preposition
from normalize.places_parts import MOST_PARTS, Parts, runs_of, taken_apart
from normalize.places_titles import in_title
from normalize.places_words import (
    folded,
    is_floor,
    is_online,
    is_online_address,
    is_room,
    is_room_within,
    room_name,
)

__all__ = ["NOWHERE", "Found", "Hints", "PlaceRegistry", "Rule", "folded", "is_online_address", "is_room"]

MOST_CHARACTERS = 600
"""A longer location is read up to here."""
_LONGEST_ROOM = 4
"""Words of a room that has more of a name than its sort (``community room``)."""
_ELSEWHERE = frozenset(
    (
        "offsite",
        "off site",
        "elsewhere",
        "muualla",
        "muu paikka",
        "muu sijainti",
        "annan plats",
        "annanstans",
        "tba",
        "tbd",
        "ilmoitetaan myohemmin",
    )
)
"""Parts that say that it is not where the other parts say."""
_LINK = re.compile(r"\b(?:lin?kk?i|link|lank|osallistumislinkki|sahkoposti|ilmoittau|email|anmal)")


class PlaceRegistry:
    """The region's places, looked up by what people write. Made once from ``schedules.places``; never changes."""

    def __init__(self, entries: Iterable[PlaceEntry]) -> None:
        self._index = PlaceIndex(entries)
        self._entries = self._index.entries
        self._postal_areas = {entry.postal_code[:2] for entry in self._entries.values() if entry.postal_code}
        self.postal_codes = frozenset(entry.postal_code for entry in self._entries.values() if entry.postal_code)
        """Postal codes of the region's places."""
        self._online = next((entry.id for entry in self._entries.values() if entry.online), "")
        self._taken_apart = lru_cache(maxsize=8192)(taken_apart)
        self._by_name = lru_cache(maxsize=8192)(self._read_name)
        self._in_title = lru_cache(maxsize=8192)(self._read_title)
        self._by_words = lru_cache(maxsize=8192)(self._read_words)

    def get(self, place_id: str) -> PlaceEntry | None:
        """The entry of an id."""
        return self._entries.get(place_id)

    def entries(self) -> tuple[PlaceEntry, ...]:
        """Every place, in the order of the file."""
        return tuple(self._entries.values())

    def find(self, text: str, hints: Hints, *, online: bool = False) -> Found:
        """The place a location text names. ``online`` says that the record holds an address for taking part.

        No text: the online place where there is such an address, else the source's default. A text nobody knows: none.
        """
        if not text.strip():
            return self._unnamed(hints, online=online)
        text = text[:MOST_CHARACTERS]
        if hints.lookups and (found := self._by_lookup(text, hints)) is not None:
            return found
        return self._by_words(text, hints.default_place, hints.home_district, hints.home_municipality)

    def _read_words(self, text: str, *home: str) -> Found:
        """The place by the words of the text alone and where the publisher is at home. Cached as ``_by_words``."""
        if self._online and (is_online_address(text) or is_online(folded(text))):
            return self._known_online(folded(text))
        hints = Hints(default_place=home[0], home_district=home[1], home_municipality=home[2])
        read, found = self._taken_apart(text), self._by_name(text)
        if found is not None and not found.place_id:
            found = self._at_home_of_several(read, hints)
        if found is None:
            found = self._by_room(read, hints) or self._by_home(read, hints) or self._by_online_part(read)
        return replace(found, room=self.room(text, found.place_id)) if found and found.place_id else NOWHERE

    def titled(self, names: Iterable[str]) -> Found:
        """The place that titles say something is in (``Tuolijumppa Torikulmassa``), where they say so of one place only."""
        found: dict[str, str] = {}
        for name in names:
            found |= self._in_title(name[:MOST_CHARACTERS])
        if len(found) != 1:
            return NOWHERE
        place, quote = next(iter(found.items()))
        return Found(place_id=place, rule="title", quote=quote)

    def online_place(self) -> str:
        """Id of the entry that stands for "not in a room"; ``""`` where there is none."""
        return self._online

    def is_area(self, name: str) -> bool:
        """True for a folded name of a district or municipality of the registry."""
        return name in self._index.areas

    def room(self, text: str, place_id: str) -> str:
        """The room of a place that a text names: a declared one's id, else its folded words; ``""`` where it names none, or two."""
        rooms: dict[str, None] = {}
        for part in self._taken_apart(text).parts:
            if room := self._room_in(part, place_id):
                rooms[room] = None
        return next(iter(rooms)) if len(rooms) == 1 else ""

    def _room_in(self, part: str, place_id: str) -> str:
        """The room that a part is, ends in or begins with."""
        part = without_preposition(part)
        words = part.split()[: 2 * MOST_PARTS]
        tails = [" ".join(words[at:]) for at in range(len(words))] + [" ".join(words[:at]) for at in range(len(words) - 1, 0, -1)]
        for tail in tails:
            if room := self._index.room(tail, place_id):
                return room
        named = next((tail for tail in tails if is_room(tail)), "")
        if not named or is_floor(named):
            return ""
        rest = (part.removesuffix(named) if part.endswith(named) else part.removeprefix(named)).strip()
        if not self._is_called(part, place_id):
            is_own = not rest or self._is_called(rest, place_id) or len(words) > _LONGEST_ROOM
            return room_name(named if is_own else part)
        return room_name(named) if rest and self._is_called(rest, place_id) else ""

    def _is_called(self, text: str, place_id: str) -> bool:
        """True for a name of the place, as it stands, bent or owning."""
        spellings = (self._index.spelling(text), self._index.owners.get(text))
        return any(spelling and place_id in spelling.ids for spelling in spellings)

    def _unnamed(self, hints: Hints, *, online: bool) -> Found:
        """Where a record without a location takes place."""
        if online and self._online:
            return Found(place_id=self._online, rule="online")
        known = hints.default_place in self._entries
        return Found(place_id=hints.default_place, rule="default") if known else NOWHERE

    def _by_lookup(self, text: str, hints: Hints) -> Found | None:
        """The source's own table; a value that is no place says that this spelling names none."""
        wanted = folded(text)
        target = next((target for spelling, target in hints.lookups.items() if folded(spelling) == wanted), None)
        if target is None:
            return None
        if target in self._entries:  # an id is no words: nothing in it names a room
            return Found(place_id=target, rule="lookup", quote=wanted, room=self.room(text, target))
        found = self._by_name(target) or NOWHERE
        room = self.room(target, found.place_id) or self.room(text, found.place_id)
        return replace(found, rule="lookup", quote=wanted, room=room) if found.place_id else NOWHERE

    def _known_online(self, name: str) -> Found:
        """The online place, or the only one that is called so."""
        spelling = self._index.names.get(name)
        return self._only(spelling.ids if spelling else {self._online}, "online", name)

    def _read_name(self, text: str) -> Found | None:
        """A name, alias or address that is the whole text, else its parts; none where the parts name two places or another area.

        ``None`` where nothing in it is known; ``NOWHERE`` where what is known is doubtful. Cached as ``_by_name``.
        """
        read = self._taken_apart(text)
        if (whole := self._index.names.get(read.whole)) or (whole := self._named(read.whole)):
            return self._only(whole.ids, whole.rule, read.whole)
        if _ELSEWHERE.intersection(read.parts):
            return NOWHERE
        if found := self._in_area(read.parts):
            return NOWHERE if self._is_another_postal_area(read) else found
        named = {run: spelling for run in runs_of(read.parts) if run not in self._index.areas and (spelling := self._named(run))}
        return self._of_names(named, read) if named else self._of_address(read)

    def _of_names(self, named: Mapping[str, Spelling], read: Parts) -> Found:
        """The place that the names in the parts mean, if they mean one and nothing speaks against it."""
        generic = all(spelling.is_generic for spelling in named.values())
        if self._is_another_postal_area(read) or (generic and any(self._is_strange(part) for part in read.parts)):
            return NOWHERE
        ids = set.intersection(*(spelling.ids for spelling in named.values())) or self._physical(
            set.union(*(spelling.ids for spelling in named.values()))
        )
        ids = {place for place in ids if not self._elsewhere(read.parts, place)}
        if generic:
            ids = {place for place in ids if not self._is_in_another_street(read.parts, place)}
        run, spelling = next((pair for pair in named.items() if pair[1].ids & ids), ("", Spelling()))
        return self._only(ids, spelling.rule, run)

    def _of_address(self, read: Parts) -> Found | None:
        """The place at an address of the parts; none where a word behind it may be another town's."""
        streets = [(at, street) for at, part in enumerate(read.parts) if (street := self._index.street(part))]
        if not streets:
            return None
        at, street = streets[0]
        behind = [word for word in (street.rest[1], *read.parts[at + 1 :]) if word]
        towns = read.towns if self._postal_areas else frozenset[str]()
        doubtful = any(self._is_strange(word) and word not in towns for word in behind)
        if doubtful or self._is_another_postal_area(read):
            return NOWHERE
        ids = set.intersection(*(set(one.ids) for _, one in streets))
        parts = (*read.parts, *street.rest)
        return self._only({place for place in ids if not self._elsewhere(parts, place)}, "address", read.parts[at])

    def _in_area(self, parts: Sequence[str]) -> Found | None:
        """A kind of place with the area whose it is: ``Kylätalo, Kerimäki``, ``Kirjasto Kerimäellä``."""
        pieces = [piece for part in parts for piece in self._with_area_apart(part)]
        areas = {area for piece in pieces if (area := self._index.areas.get(piece))}
        kinds = [piece for piece in pieces if piece in self._index.kinds]
        known = self._index.names.get(kinds[0]) if kinds else None
        if not areas or len(kinds) != 1 or (known and not known.is_generic):
            return None
        ids = {place for place, area in self._index.kinds[kinds[0]] if area in areas}
        return self._only(ids, "name", " ".join(pieces)) if len(ids) == 1 else None

    def _with_area_apart(self, part: str) -> tuple[str, ...]:
        """``kylatalo`` and ``kerimaki`` of ``kylatalo kerimaki``."""
        head, _, last = part.rpartition(" ")
        first, _, tail = part.partition(" ")
        if head in self._index.kinds and last in self._index.areas:
            return head, last
        return (tail, first) if tail in self._index.kinds and first in self._index.areas else (part,)

    def _is_another_postal_area(self, read: Parts) -> bool:
        """True where a postal code of the text is none of the registry's areas (the first two digits)."""
        return bool(self._postal_areas) and any(code[:2] not in self._postal_areas for code in read.postal_codes)

    def _is_strange(self, part: str) -> bool:
        """True for words of a text that nothing explains: beside a name that every town has, they may be another town's."""
        words = part.split()
        if part in self._index.areas or any(map(str.isdigit, words)) or is_room(part) or is_online(part):
            return False
        return not self._named(part) and not any(part in rooms for rooms in self._index.rooms.values())

    def _named(self, text: str) -> Spelling | None:
        """Places of that very name, bent or not, with or without a room, an area of theirs or their street behind it."""
        text = without_preposition(text)
        words = text.split()
        if len(words) > 2 * MOST_PARTS:
            return None
        for length in range(len(words), 0, -1):
            head, rest = " ".join(words[:length]), " ".join(words[length:])
            spelling = self._index.spelling(head)
            if spelling and rest and not self._physical(spelling.ids):
                continue  # being online has no rooms
            if spelling and (not rest or self._fits(rest, spelling.ids, is_bent=head not in self._index.names)):
                return spelling
            owner = self._index.owners.get(head) if rest else None
            if owner and (is_room_within(rest) or any(self._index.room(rest, place) for place in owner.ids)):
                return owner
        return self._behind_a_room(words)

    def _behind_a_room(self, words: Sequence[str]) -> Spelling | None:
        """A name behind a room: ``Luokka 12 Norppalan opisto``."""
        for at in range(1, len(words)):
            spelling = self._index.spelling(" ".join(words[at:]))
            if spelling and is_room(" ".join(words[:at])):
                return spelling
        return None

    def _fits(self, rest: str, ids: Collection[str], *, is_bent: bool) -> bool:
        """True for words behind a name that say where in the place or where it is, and nothing else."""
        if (is_room_within(rest) if is_bent else is_room(rest)) or any(self._index.room(rest, place) for place in ids):
            return True
        area = self._index.areas.get(rest)
        if area:
            return any(area in self._areas_of(place) for place in ids)
        street = self._index.street(rest)
        return street is not None and bool(street.ids & set(ids)) and street.rest == ("", "")

    def _areas_of(self, place_id: str) -> set[str]:
        entry = self._entries[place_id]
        return {folded(entry.district), folded(entry.municipality)} - {""}

    def _physical(self, ids: set[str]) -> set[str]:
        """The places one can go to: an event in a hall and online is in the hall."""
        return {place for place in ids if not self._entries[place].online}

    def _elsewhere(self, parts: Sequence[str], place_id: str) -> bool:
        """True where the text names an area that is not the place's own: "Kirkko, Enonkoski" is not the church of the town."""
        named = {area for part in parts if (area := self._index.areas.get(part))}
        return bool(named) and not named & self._areas_of(place_id)

    def _is_in_another_street(self, parts: Sequence[str], place_id: str) -> bool:
        """True where the text names a street and number of ours that is not this place's."""
        streets = [street for part in parts if (street := self._index.street(part))]
        return bool(streets) and not any(place_id in street.ids for street in streets)

    def _by_room(self, read: Parts, hints: Hints) -> Found | None:
        """The source's default place where the text names nothing but a room; a hall whose own name can be no other house's."""
        default = hints.default_place
        parts = [part for part in map(without_preposition, read.parts) if part not in self._areas_if_known(default)]
        if default in self._entries and parts and all(is_room(part) or self._index.room(part, default) for part in parts):
            return Found(place_id=default, rule="room", quote=parts[0])
        telling = [places for part in parts if (places := self._index.telling_rooms.get(part))]
        if len(telling) == 1 and not any(self._elsewhere(read.parts, place) for place in telling[0]):
            return self._only(telling[0], "room", read.whole)
        return None

    def _areas_if_known(self, place_id: str) -> set[str]:
        return self._areas_of(place_id) if place_id in self._entries else set()

    def _home(self, hints: Hints) -> tuple[str, str]:
        """District and municipality of the publisher, folded; declared, else those of its default place."""
        if hints.home_district or hints.home_municipality:
            return folded(hints.home_district), folded(hints.home_municipality)
        entry = self._entries.get(hints.default_place)
        return (folded(entry.district), folded(entry.municipality)) if entry else ("", "")

    def _by_home(self, read: Parts, hints: Hints) -> Found | None:
        """The only one of its kind in the publisher's home district: "Kylätalo" without a village that of the home, if it has one."""
        district, municipality = self._home(hints)
        piece = self._house_of(read)
        if not piece or not (district or municipality):
            return None
        kinds = self._index.kinds.get(piece, set())
        near = {place for place, area in kinds if self._is_near(place, district, municipality) and (district or area == municipality)}
        return self._only(near, "home", piece) if near else None

    def _house_of(self, read: Parts) -> str:
        """The only part that is no room; ``""`` where there are several or none."""
        pieces = [piece for piece in map(without_preposition, read.parts) if not is_room(piece) or piece in self._index.kinds]
        return pieces[0] if len(pieces) == 1 else ""

    def _at_home_of_several(self, read: Parts, hints: Hints) -> Found:
        """Of several places of one name the only one in the publisher's home."""
        district, municipality = self._home(hints)
        piece = self._house_of(read)
        spelling = self._index.spelling(piece)
        if spelling is None or not (district or municipality):
            return NOWHERE
        near = {place for place in spelling.ids if self._is_near(place, district, municipality)}
        return self._only(near, "home", piece)

    def _is_near(self, place_id: str, district: str, municipality: str) -> bool:
        """True for a place in that district, where one is told, and that municipality, where one is told."""
        entry = self._entries[place_id]
        return (not district or folded(entry.district) == district) and (not municipality or folded(entry.municipality) == municipality)

    def _read_title(self, name: str) -> dict[str, str]:
        """Places a title names, with the words. Cached as ``_in_title``; nobody changes what it gives."""
        return in_title(self._index, folded(name).split(), self._taken_apart(name).parts)

    def _by_online_part(self, read: Parts) -> Found | None:
        """The online place where one part says so and the others say no more than how to get the link."""
        others = [part for part in read.parts if not is_online(part)]
        if self._online and len(others) < len(read.parts) and all(_LINK.search(part) for part in others):
            return Found(place_id=self._online, rule="online", quote=read.whole)
        return None

    def _only(self, ids: Collection[str], rule: Rule, quote: str) -> Found:
        """The place if it is the only one."""
        return Found(place_id=next(iter(ids)), rule=rule, quote=quote) if len(ids) == 1 else NOWHERE
