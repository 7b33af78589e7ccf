"""Distances between places, as the crow flies. Coordinates are WGS 84 degrees and often only good to some hundred metres; so are these."""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt
from typing import TypeAlias

from harvesters.source import PlaceEntry

Point: TypeAlias = tuple[float, float]
"""Latitude and longitude in degrees."""

_EARTH = 6371.0088
"""Mean radius of the earth in kilometres (IUGG)."""


def distance_km(one: Point, other: Point) -> float:
    """Great-circle distance in kilometres (haversine formula); off by at most half a per cent, for the earth is no sphere."""
    north, south = radians(one[0]), radians(other[0])
    across = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, across)))


def point_of(place: PlaceEntry | None) -> Point | None:
    """The place's coordinates; ``None`` where it has none or takes place online."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def point_of_event(place: PlaceEntry | None, latitude: float | None, longitude: float | None) -> Point | None:
    """Where an event is: its place's coordinates, else its own, else unknown."""
    own = None if latitude is None or longitude is None else (latitude, longitude)
    return point_of(place) or own


def places_within(entries: Iterable[PlaceEntry], point: Point, km: float) -> tuple[tuple[float, PlaceEntry], ...]:
    """The places at most ``km`` kilometres away with their distance, the nearest first, then by id; those without coordinates left out."""
    measured = ((distance_km(point, at), entry) for entry in entries if (at := point_of(entry)))
    return tuple(sorted((pair for pair in measured if pair[0] <= km), key=lambda pair: (pair[0], pair[1].id)))
