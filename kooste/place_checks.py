"""What is worth a second look in the registry of places: said by ``kooste check``, never a reason not to run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from harvesters.source import PlaceEntry, Schedules
from normalize.corrections_fields import FEATURES as CORRECTABLE
from normalize.distances import distance_km, point_of
from normalize.phrase_access_words import FEATURES as IN_WORDS
from normalize.places import folded

_CODES = frozenset(CORRECTABLE) | {code.removeprefix("-") for code, _ in IN_WORDS}
FARTHEST = 300.0
"""Kilometres to the nearest other place: no region has such a gap."""


def place_findings(schedules: Schedules) -> list[str]:
    """Sentences about places: names that mean two of them, coordinates far from all others, codes nobody knows, homes without a place."""
    places = schedules.places
    return [*_of_names(places), *_of_coordinates(places), *_of_features(places), *_of_sources(schedules)]


def _of_names(places: Sequence[PlaceEntry]) -> Iterator[str]:
    """Names and aliases that stand under several places: such a location is left unresolved."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for place in places:
        for name in (*place.name.values(), *place.aliases):
            names[folded(name)].setdefault(place.id, name)
    for found in names.values():
        if len(found) > 1:
            word = next(iter(found.values()))
            yield f"places: {word!r} is a name or alias of {' and '.join(found)}; where it stands alone, neither is taken"


def _of_coordinates(places: Sequence[PlaceEntry]) -> Iterator[str]:
    """Places far from all others, most likely by a slip of the pen."""
    points = {place.id: point for place in places if (point := point_of(place))}
    if len(points) < 3:  # noqa: PLR2004 - of two places nobody knows which is the stray one
        return
    for place, point in points.items():
        near = min(distance_km(point, other) for name, other in points.items() if name != place)
        if near > FARTHEST:
            yield f"places: {place}: its coordinates are {near:.0f} km from every other place; are latitude and longitude right?"


def _of_features(places: Sequence[PlaceEntry]) -> Iterator[str]:
    """Accessibility codes that no page and no question knows."""
    for place in places:
        for code in (*place.accessibility, *place.lacks):
            if code not in _CODES:
                yield f"places: {place.id}: {code!r} is no accessibility code (docs/phrases.md lists them)"


def _of_sources(schedules: Schedules) -> Iterator[str]:
    """Homes that no place is in."""
    districts = {folded(place.district) for place in schedules.places if place.district}
    municipalities = {folded(place.municipality) for place in schedules.places if place.municipality}
    for source in schedules.sources:
        home = source.home
        if home and home.district and folded(home.district) not in districts:
            yield f"{source.id}: no place is in its home district {home.district!r}"
        if home and home.municipality and folded(home.municipality) not in municipalities:
            yield f"{source.id}: no place is in its home municipality {home.municipality!r}"
