"""Doors into the calendar: everything for one audience, on one topic, in one area, for free; sorted out once for all languages.

A facet is there whether or not anything stands behind it, so that no address ever goes: an empty one says so and leads on. Two facets
together (older people in Kerimäki) have a page of their own where enough stands behind both, or where one was published before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from normalize.model import Texts
from publish.addresses import FOLDERS, Target, slug_words
from publish.almanac import Almanac
from publish.dates import sentence
from store.reading import EventRow, OccurrenceRow, PlaceRow, SituationRow, TermRow

KINDS = ("audience", "topic", "area")
"""Kinds of facets that have names of their own, in the order in which lists offer them: for whom, what, where."""
OWN_PAGES = ("situation", "hobbies")
"""Kinds of facets with calendars and feeds as any other, but pages of their own making; no moving list is narrowed by them."""
_CROSSED = (("audience", "area"), ("topic", "area"))
_AREA = re.compile(r"area:([a-z0-9-]+):[a-z]{2}")
"""The key of an area's page."""
_ENOUGH = 5
"""Events behind two facets together that are worth a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A door and what stands behind it."""

    target: Target
    names: tuple[Texts, ...]
    """One of each facet that it is made of; none for what has a name of the interface (free). The registry's text of an area is ``und``."""
    events: tuple[EventRow, ...]
    """In lists, by id; some may be over."""
    place_ids: frozenset[str] | None = None
    """Of an area: only dates at these places are meant; ``None`` where every date of the events is."""
    ids: frozenset[str] = frozenset()
    """The events' ids."""
    coming: int = 0
    """How many of the events have dates to come, or none at all and stand."""

    def has(self, occurrence: OccurrenceRow) -> bool:
        """Whether a date is one of the facet's."""
        return occurrence.event_id in self.ids and (self.place_ids is None or occurrence.place_id in self.place_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Every facet of one almanac."""

    single: Mapping[str, Sequence[Facet]]
    """Kind -> its facets, in the vocabulary's order, areas by their names in addresses; ``free`` and ``hobbies`` have one."""
    crossed: Sequence[Facet] = ()

    def __iter__(self) -> Iterator[Facet]:
        yield from self.all_of_one()
        for kind in OWN_PAGES:
            yield from self.single.get(kind, ())
        yield from self.crossed

    def all_of_one(self) -> Iterator[Facet]:
        """Those of one kind each by which lists are narrowed."""
        for kind in (*KINDS, "free"):
            yield from self.single.get(kind, ())

    def names(self, kind: str) -> tuple[str, ...]:
        """The facets of a kind by their names in addresses."""
        return tuple(facet.target.name for facet in self.single.get(kind, ()))

    def within(self, facet: Facet) -> list[Facet]:
        """The facets that narrow this one."""
        return [other for other in self.crossed if other.target.of == facet.target]


def slugs(almanac: Almanac, languages: Iterable[str]) -> dict[tuple[str, str, str], str]:
    """``(language, kind, code)`` -> the facet's part of an address: its name in that language, the code where the name is taken."""
    found: dict[tuple[str, str, str], str] = {}
    terms: dict[str, Mapping[str, TermRow] | Mapping[str, SituationRow]] = {
        "audience": almanac.audiences,
        "topic": almanac.topics,
        "situation": almanac.situations,
    }
    for language in languages:
        for kind, rows in terms.items():
            taken: set[str] = set()
            for code, row in rows.items():
                words = slug_words(row.name.get(language, "")) or code
                found[language, kind, code] = code if words in taken else words
                taken.add(found[language, kind, code])
    return {key: slug for key, slug in found.items() if key[0] in FOLDERS}


def read_facets(almanac: Almanac, published: Collection[str] = (), area_names: Mapping[str, Texts] | None = None) -> Facets:
    """The facets of an almanac; ``published`` are keys of pages that stand already and must go on standing.

    ``area_names`` are what areas are called where they are shown; what they are called in addresses is the registry's own text.
    """
    listed = [event for event in almanac.events.values() if event.withdrawn_at is None]
    areas = _areas(almanac, published)
    single = {
        "audience": [
            _facet("audience", code, row.name, _having(listed, "audience", code), almanac) for code, row in almanac.audiences.items()
        ],
        "topic": [
            _facet("topic", code, row.name, _having(listed, "topics", code), almanac)
            for code, row in almanac.topics.items()
            if not row.parent
        ],
        "area": [_area(name, places, listed, almanac, (area_names or {}).get(name, {})) for name, places in areas.items()],
        "free": [_facet("free", "", None, [event for event in listed if event.details.is_accessible_for_free], almanac)],
        "situation": [
            _facet("situation", code, row.name, _having(listed, "life_situations", code), almanac)
            for code, row in almanac.situations.items()
        ],
        "hobbies": [_facet("hobbies", "", None, [event for event in listed if event.kind == "activity"], almanac)],
    }
    crossed = [
        made
        for first, second in _CROSSED
        for a in single[first]
        for b in single[second]
        if (made := _cross(a, b, almanac)).coming >= _ENOUGH or any(f"{made.target.key}:{language}" in published for language in FOLDERS)
    ]
    return Facets(single=single, crossed=crossed)


def _having(events: Iterable[EventRow], field_name: str, code: str) -> list[EventRow]:
    return [event for event in events if code in getattr(event.details, field_name)]


def _facet(kind: str, code: str, name: Texts | None, events: Iterable[EventRow], almanac: Almanac) -> Facet:
    return _made(Target(kind=kind, name=code), () if name is None else (name,), events, None, almanac)


def _made(
    target: Target, names: tuple[Texts, ...], events: Iterable[EventRow], place_ids: frozenset[str] | None, almanac: Almanac
) -> Facet:
    kept = tuple(events)
    facet = Facet(target=target, names=names, events=kept, place_ids=place_ids, ids=frozenset(event.id for event in kept))
    return replace(facet, coming=sum(event.first_start is None or any(map(facet.has, almanac.upcoming(event.id))) for event in kept))


def _areas(almanac: Almanac, published: Collection[str]) -> dict[str, list[PlaceRow]]:
    """Name -> the places there, by name: municipalities, districts whose name tells them apart, and areas that once were."""
    towns: dict[str, list[PlaceRow]] = defaultdict(list)
    districts: dict[str, dict[str, list[PlaceRow]]] = defaultdict(lambda: defaultdict(list))
    for place in almanac.places.values():
        if place.municipality:
            towns[place.municipality].append(place)
        if place.district:
            districts[place.district][place.municipality].append(place)
    found = dict(towns)
    taken = {slug_words(town) for town in towns}
    for name, by_town in districts.items():
        if len(by_town) == 1 and slug_words(name) not in taken:
            found[name] = next(iter(by_town.values()))
            taken.add(slug_words(name))
    former = {known[1] for key in published if (known := _AREA.fullmatch(key))} - taken
    found |= {sentence(slug.replace("-", " ")): [] for slug in former}
    return {name: found[name] for name in sorted(found, key=lambda name: (slug_words(name), name)) if slug_words(name)}


def _area(name: str, places: Iterable[PlaceRow], events: Iterable[EventRow], almanac: Almanac, names: Texts) -> Facet:
    """The area's events: those with a date at one of its places, those that stand there, and those that name it without a place."""
    ids = frozenset(place.id for place in places)

    def is_there(event: EventRow) -> bool:
        if event.place_id in ids or any(occurrence.place_id in ids for occurrence in almanac.dates.get(event.id, ())):
            return True
        return not event.place_id and event.district == name

    kept = [event for event in events if is_there(event)]
    elsewhere = frozenset({""}) if any(not event.place_id for event in kept) else frozenset()
    return _made(Target(kind="area", name=slug_words(name)), ({**names, "und": name},), kept, ids | elsewhere, almanac)


def _cross(a: Facet, b: Facet, almanac: Almanac) -> Facet:
    """What stands behind both, as a page below the first."""
    target = Target(kind=b.target.kind, name=b.target.name, of=a.target)
    return _made(target, (*a.names, *b.names), (event for event in a.events if event.id in b.ids), b.place_ids, almanac)
