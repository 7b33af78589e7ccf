"""The places and areas that can be asked about."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass

from normalize.distances import Point
from normalize.model import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of the registry where people can go."""

    id: str
    name: Texts
    point: Point | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A district or a municipality."""

    district: str
    """Empty for a whole municipality."""
    municipality: str
    """Its name; beside a district only where several municipalities have one of that name."""
    code: str
    """Official number of the municipality; empty where the district's name is enough."""
    centre: Point | None
    """The middle of its places."""

    @property
    def key(self) -> str:
        """How an address names it: ``Kerimäki``, ``740``, ``046:Kirkonkylä``."""
        return ":".join(part for part in (self.code, self.district) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Everything that can be asked about, by name."""

    spots: tuple[Spot, ...]
    areas: tuple[Area, ...]

    def spot(self, key: str) -> Spot | None:
        """The place of that id."""
        return next((spot for spot in self.spots if spot.id == key), None)

    def area(self, key: str) -> Area | None:
        """The area that an address names."""
        return next((area for area in self.areas if area.key == key), None)


def places(connection: sqlite3.Connection) -> Map:
    """The places and areas of the snapshot; what is online is neither."""
    query = """
        select id, names, district, municipality, municipality_code, latitude, longitude from places where online = 0 order by name, id
    """
    rows = connection.execute(query).fetchall()
    spots, districts, towns = [], defaultdict(list), defaultdict(list)
    for ident, names, district, municipality, code, latitude, longitude in rows:
        point = (latitude, longitude) if latitude is not None and longitude is not None else None
        spots.append(Spot(id=ident, name=json.loads(names or "{}"), point=point))
        if district:
            districts[district, municipality, code].append(point)
        if code:
            towns[municipality, code].append(point)
    return Map(spots=tuple(spots), areas=(*_districts(districts), *_towns(towns)))


def _districts(found: dict[tuple[str, str, str], list[Point | None]]) -> list[Area]:
    """Each district, with its municipality where the name alone would mean several."""
    names = [district for district, _, _ in found]
    return [
        Area(
            district=district,
            municipality=municipality if names.count(district) > 1 else "",
            code=code if names.count(district) > 1 else "",
            centre=_middle(points),
        )
        for (district, municipality, code), points in sorted(found.items())
    ]


def _towns(found: dict[tuple[str, str], list[Point | None]]) -> list[Area]:
    return [
        Area(district="", municipality=name or code, code=code, centre=_middle(points)) for (name, code), points in sorted(found.items())
    ]


def _middle(points: list[Point | None]) -> Point | None:
    """The mean of the points that are known."""
    known = [point for point in points if point]
    return (sum(point[0] for point in known) / len(known), sum(point[1] for point in known) / len(known)) if known else None


def audiences(connection: sqlite3.Connection) -> dict[str, Texts]:
    """Code of an audience -> its names, in the vocabulary's order."""
    return {code: json.loads(names) for code, names in connection.execute("select id, names from audiences order by position, id")}


def districts(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """District, number and name of its municipality, of every place where people can go."""
    query = """
        select distinct district, municipality_code, municipality from places where district <> '' and online = 0
        order by municipality, district
    """
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]
