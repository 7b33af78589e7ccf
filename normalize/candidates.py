"""Which tellings are worth comparing: those that may be at one time in one area. Titles alone never bring two together.

A key is an area and a span of time. Areas are the cell of its place or its coordinates, the telling words of a location nobody could
resolve, and, for who has no place of the registry, the telling words of the name. Every telling owns a few keys and asks for some; two
meet where one owns what the other asks for. Cells of a known place are small (400 metres), so that a town's places stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import cos, floor, radians

from normalize.candidates_times import narrow_slots, wide_slots
from normalize.distances import Point
from normalize.likeness_times import may_meet
from normalize.traits import Traits
from normalize.traits_links import is_page_of_one

_FINE, _COARSE = 0.0036, 0.018
"""Degrees of latitude: 400 metres and two kilometres."""
_BESIDE, _NEAR = 0.0011, 0.0095
"""The same: 120 metres and a little more than a kilometre, how far is looked from a known place and from mere coordinates."""
_MOST_WORDS = 3
_BEGINNING = 5
"""Letters of a place's word: endings and abbreviations differ."""
_SHORTEST_UID = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What a telling is found by, and what it looks for."""

    own: frozenset[str]
    asked: frozenset[str]


def keys_of(traits: Traits) -> Keys:
    """The keys of one telling: two are candidates where one owns a key that the other asks for.

    Who has a place of the registry looks close by only; who has none looks by words and coordinates, and finds those who have one.
    """
    words = {f"n{word}" for word in _name_words(traits)} | {f"o{word[:_BEGINNING]}" for word in _longest(traits.place_words)}
    wide, exact = wide_slots(traits), _exact(traits)
    found = _crossed(words | _cells(traits.point, _COARSE, 0, "c"), wide.own) | exact
    if traits.place_id and not traits.is_online:
        narrow = narrow_slots(traits)
        return Keys(own=found | _crossed(_house(traits, 0), narrow.own), asked=exact | _crossed(_house(traits, _BESIDE), narrow.asked))
    looked = words | _cells(traits.point, _COARSE, _NEAR, "c")
    if traits.is_online or not traits.place_words:
        found |= _crossed([f"g{traits.organizer_id}"], wide.own)
        looked.add(f"g{traits.organizer_id}")
    return Keys(own=found, asked=exact | _crossed(looked, wide.asked))


def _crossed(areas: Iterable[str], slots: Iterable[str]) -> frozenset[str]:
    times = tuple(slots)
    return frozenset(f"{area}|{slot}" for area in areas for slot in times)


def _house(traits: Traits, around: float) -> set[str]:
    """The cell of its place and those that begin within reach; of a place without coordinates the place itself."""
    return _cells(traits.point, _FINE, around, "f") or {f"p{traits.place_id}"}


def _exact(traits: Traits) -> frozenset[str]:
    """Keys that need no time: the page of one event, one record's identity in the world, the whole that records are part of."""
    pages = {f"u{page}" for page in (*traits.urls, *traits.links, traits.registration_url) if page and is_page_of_one(page)}
    uids = {f"i{uid}" for uid in (*traits.uids, traits.origin) if len(uid) > _SHORTEST_UID}
    whole = (traits.series,) if traits.series else traits.uids
    return frozenset(pages | uids | {f"s{traits.source_id} {uid}" for uid in whole})


def _name_words(traits: Traits) -> list[str]:
    """The most telling words of each name: what it is about rather than club or evening, long rather than short."""
    found: set[str] = set()
    for name in traits.names:
        told = sorted(((kind not in "gdw", len(word), word) for word, kind in zip(name.words, name.kinds, strict=False)), reverse=True)
        found.update(word for _, _, word in told[:_MOST_WORDS])
    return sorted(found)


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))[:_MOST_WORDS]


def _cells(point: Point | None, size: float, around: float, mark: str) -> set[str]:
    """The cells of a grid that come within ``around`` degrees of latitude of a point; those of one row are about as wide as high."""
    if point is None:
        return set()
    latitude, longitude = point
    rows = range(floor((latitude - around) / size), floor((latitude + around) / size) + 1)
    return {f"{mark}{row},{column}" for row in rows for column in _columns(longitude, row, size, around)}


def _columns(longitude: float, row: int, size: float, around: float) -> range:
    width = 1 / max(0.01, cos(radians(row * size)))
    return range(floor((longitude - around * width) / (size * width)), floor((longitude + around * width) / (size * width)) + 1)


def candidates(traits: Iterable[Traits]) -> Iterator[tuple[Traits, Traits]]:
    """Every pair that is worth comparing, once, the smaller id first; ordered by ids, whatever the order of the tellings."""
    known = {one.id: one for one in traits}
    keyed = {one_id: keys_of(known[one_id]) for one_id in sorted(known)}
    owners, askers = _tables(keyed)
    for one_id, keys in keyed.items():
        one = known[one_id]
        found = {other for key in keys.asked for other in owners.get(key, ()) if other > one_id}
        found |= {other for key in keys.own for other in askers.get(key, ()) if other > one_id}
        for other in sorted(found):
            if may_meet(one, known[other]):
                yield one, known[other]


def _tables(keyed: Mapping[str, Keys]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Key -> the tellings that own it, and those that ask for it."""
    owners: dict[str, list[str]] = defaultdict(list)
    askers: dict[str, list[str]] = defaultdict(list)
    for one_id, keys in keyed.items():
        for key in keys.own:
            owners[key].append(one_id)
        for key in keys.asked:
            askers[key].append(one_id)
    return owners, askers


__all__ = ["Keys", "candidates", "keys_of"]
