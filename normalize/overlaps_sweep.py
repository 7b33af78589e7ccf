"""Which slots go on at the same time, and which of them are near each other, without comparing each with each.

Two stretches of time have something in common exactly when the later one begins while the earlier goes on. Among slots sorted by their
begin, the partners of one are therefore its neighbours: from itself up to its own end. The work follows the pairs that are found, whatever
the long slots do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from math import cos, floor, inf, radians, sin
from operator import attrgetter
from typing import TypeAlias

from normalize.distances import Point, distance_km
from normalize.overlaps_slot import Slot

Meeting: TypeAlias = tuple[Slot, Sequence[Slot]]
"""A slot, and those that begin while it goes on."""
Cell: TypeAlias = tuple[int, int, int] | str
"""A cube of the space the earth lies in; the id of a place that is on no map."""
Site: TypeAlias = str | Point | None
"""Where a slot is: the id of its place; its own point where it has no place of the registry; ``None`` where nobody told."""
Left: TypeAlias = tuple[Slot, int]
"""A slot with more partners than are looked at: how many were left."""

_NEVER = 1 << 62
"""Later than any end: so every list of begins ends."""
_EARTH_KM = 6371.0088
"""As ``normalize.distances`` measures."""
_FORWARD = tuple(step for step in product((-1, 0, 1), repeat=3) if step > (0, 0, 0))
"""One of each two opposite steps to a neighbouring cube: so each two cubes meet once."""
_SLACK = 1.000001
"""A cube is wider than the distance it is made for by what rounding may lose."""


def together(group: Sequence[Slot], most: int, left: list[Left]) -> Iterator[Meeting]:
    """Every two of a sorted group that go on at the same time, at most ``most`` for each as the earlier one."""
    begins = [slot.begin for slot in group]
    begins.append(_NEVER)
    for after, earlier in enumerate(group, 1):
        if begins[after] < earlier.end:
            yield earlier, group[after : _stop(begins, after, earlier, most, left)]


def across(group: Sequence[Slot], other: Sequence[Slot], most: int, left: list[Left]) -> Iterator[Meeting]:
    """Every one of a sorted group with every one of another that goes on at the same time; the same limit.

    Of two that begin at once the one with the smaller id is the earlier, as within a group.
    """
    for earliers, laters in ((group, other), (other, group)):
        begins = [slot.begin for slot in laters]
        begins.append(_NEVER)
        after = 0
        for earlier in earliers:
            begin = earlier.begin
            while (first := begins[after]) < begin:
                after += 1
            if first == begin:
                while begins[after] == begin and laters[after].id < earlier.id:
                    after += 1
                first = begins[after]
            if first < earlier.end:
                yield earlier, laters[after : _stop(begins, after, earlier, most, left)]


def _stop(begins: Sequence[int], after: int, earlier: Slot, most: int, left: list[Left]) -> int:
    """Up to where (exclusive) the later ones begin while the earlier goes on, or as many as are looked at."""
    end, stop = earlier.end, after + 1
    limit = min(after + most, len(begins) - 1)
    while stop < limit and begins[stop] < end:
        stop += 1
    if begins[stop] < end:
        left.append((earlier, bisect_left(begins, end, stop) - stop))
    return stop


def settled(slots: Iterable[Slot]) -> list[Slot]:
    """The slots, sorted by begin and id, all of one place where the first of them is that says where: only a place on no map needs it."""
    ordered = sorted(slots, key=attrgetter("begin", "id"))
    points = Ground.of(ordered).points
    return [slot if not slot.place_id or slot.point == (at := points.get(slot.place_id)) else replace(slot, point=at) for slot in ordered]


def forward(cell: Cell) -> Iterator[Cell]:
    """The neighbours of a cell on one side; each two neighbours meet once."""
    if not isinstance(cell, str):
        x, y, z = cell
        for dx, dy, dz in _FORWARD:
            yield x + dx, y + dy, z + dz


class Row(dict[Site, float]):
    """Kilometres from one site to others, each measured when it is asked for the first time.

    Nothing within one site; infinite where it is not known: to share a municipality is no distance.
    """

    def __init__(self, site: Site, points: Mapping[Site, Point]) -> None:
        super().__init__()
        self._site = site
        self._points = points

    def __missing__(self, other: Site) -> float:
        here, there = self._points.get(self._site), self._points.get(other)
        if other == self._site and other is not None:
            self[other] = 0.0
        else:
            self[other] = inf if here is None or there is None else distance_km(*sorted((here, there)))
        return self[other]


class Cells(dict[Site, Cell]):
    """The cube each site lies in, of so many kilometres: who is that near is in the same cube or a neighbouring one, at any latitude.

    (A straight line through the earth is never longer than the way over it.) A place that is on no map has a cell of its own.
    """

    def __init__(self, km: float, points: Mapping[Site, Point]) -> None:
        super().__init__()
        self._wide = km * _SLACK / _EARTH_KM
        self._points = points

    def __missing__(self, site: Site) -> Cell:
        point = self._points.get(site)
        self[site] = str(site) if point is None else self._cube(*point)
        return self[site]

    def _cube(self, latitude: float, longitude: float) -> Cell:
        north, east = radians(latitude), radians(longitude)
        return floor(cos(north) * cos(east) / self._wide), floor(cos(north) * sin(east) / self._wide), floor(sin(north) / self._wide)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where slots are: all slots of one place at one point."""

    points: Mapping[Site, Point]
    _rows: dict[Site, Row] = field(default_factory=dict)

    @classmethod
    def of(cls, slots: Iterable[Slot]) -> Ground:
        """Where these slots are; all of one place are where the first of them is."""
        points: dict[Site, Point] = {}
        for slot in slots:
            if slot.point is not None:
                points.setdefault(slot.place_id or slot.point, slot.point)
        return cls(points)

    def row(self, slot: Slot) -> Row:
        """The distances from a slot."""
        site = slot.place_id or slot.point
        row = self._rows.get(site)
        if row is None:
            row = self._rows[site] = Row(site, self.points)
        return row

    def cells(self, km: float) -> Cells:
        """The cells of sites for a distance."""
        return Cells(km, self.points)
