"""A map as a picture: areas as numbers where they lie, without streets and water. Computed from coordinates alone; nothing is fetched.

Positions are projected on a plane that touches the earth in the middle of the picture; over a region that is right to a few metres a
kilometre. Where numbers would lie on each other they are moved aside with a line to their place; a crowd of them gets a closer picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import ceil, cos, floor, hypot, radians
from statistics import median
from typing import TypeAlias

from normalize.distances import Point, distance_km

WIDTH = 560
_MARGIN = 56
_RADIUS = 16
_APART = 2 * _RADIUS + 4
_CROWD = 3
"""Numbers on each other that are worth a closer picture."""
_LOWEST, _HIGHEST = 300, 620
_PER_DEGREE = 111.2
"""Kilometres in a degree of latitude."""
_FAR = 4.0
_NEAR_KM = 80.0
"""What lies farther from the middle than so many times the usual distance, and than these kilometres, is not on the map."""
_STEPS = (0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
_LETTER = 9.4
"""Mean width of a letter of a label."""
_LINE = 20

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Area:
    """What one number stands for."""

    number: int
    name: str
    middle: Point
    places: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """Words on the map; ``anchor`` is the style's name for where they begin."""

    x: int
    y: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Disc:
    """A number; ``from_x`` and ``from_y`` are where it belongs, the same where it was not moved."""

    number: int
    x: int
    y: int
    from_x: int
    from_y: int
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The part that a closer picture shows."""

    x: int
    y: int
    width: int
    height: int
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One map in units of its own; its width is always ``WIDTH``."""

    height: int
    discs: tuple[Disc, ...]
    spots: tuple[tuple[int, int], ...]
    across: tuple[int, ...]
    down: tuple[int, ...]
    """The lines of the grid."""
    grounds: tuple[str, ...]
    """Around the places of each area, as paths of SVG."""
    scale: int
    """Length of the scale's bar."""
    kilometres: str
    frame: Frame | None = None
    title: str = ""
    """What a closer picture is called."""


def on_the_map(points: Sequence[Point]) -> list[bool]:
    """Which of the points are near enough to the others to share a map with them."""
    if not points:
        return []
    middle = median(latitude for latitude, _ in points), median(longitude for _, longitude in points)
    away = [distance_km(middle, point) for point in points]
    return [km <= max(_NEAR_KM, _FAR * median(away)) for km in away]


def pictures(areas: Sequence[Area], close_up: str) -> tuple[Picture, ...]:
    """The map of all areas and, where many lie close together, a closer one of those; none of fewer than two areas."""
    if len(areas) < 2:  # noqa: PLR2004 - one number is no map
        return ()
    whole = _Plane.of([point for area in areas for point in (area.middle, *area.places)])
    crowd = _crowd(areas, whole)
    if len(crowd) == len(areas) or not crowd:
        return (_picture(areas, whole),)
    near = _Plane.of([point for area in crowd for point in (area.middle, *area.places)])
    rest = [area for area in areas if area not in crowd]
    frame = _frame(crowd, whole, close_up)
    return replace(_picture(rest, whole, frame, crowd), frame=frame), replace(_picture(crowd, near), title=close_up)


@dataclass(frozen=True, slots=True)
class _Plane:
    """Where coordinates lie in a picture."""

    north: float
    west: float
    per_longitude: float
    """Kilometres in a degree of longitude."""
    unit: float
    """Units of the picture in a kilometre."""
    left: float
    top: float
    height: int

    @classmethod
    def of(cls, points: Sequence[Point]) -> _Plane:
        """The plane that just holds the points with its margins."""
        north, south = max(latitude for latitude, _ in points), min(latitude for latitude, _ in points)
        west, east = min(longitude for _, longitude in points), max(longitude for _, longitude in points)
        per_longitude = _PER_DEGREE * cos(radians((north + south) / 2))
        wide, tall = max(1.0, (east - west) * per_longitude), max(0.5, (north - south) * _PER_DEGREE)
        unit = min((WIDTH - 2 * _MARGIN) / wide, (_HIGHEST - 2 * _MARGIN) / tall)
        height = max(_LOWEST, ceil(tall * unit) + 2 * _MARGIN)
        left, top = (WIDTH - (east - west) * per_longitude * unit) / 2, (height - (north - south) * _PER_DEGREE * unit) / 2
        return cls(north, west, per_longitude, unit, left, top, height)

    def at(self, point: Point) -> tuple[float, float]:
        """Where a point lies."""
        latitude, longitude = point
        return (
            self.left + (longitude - self.west) * self.per_longitude * self.unit,
            self.top + (self.north - latitude) * _PER_DEGREE * self.unit,
        )


def _crowd(areas: Sequence[Area], plane: _Plane) -> list[Area]:
    """The largest group of numbers that lie on each other, empty where there is no crowd."""
    group = {area.number: area.number for area in areas}
    for one, other in combinations(areas, 2):
        (x, y), (other_x, other_y) = plane.at(one.middle), plane.at(other.middle)
        if hypot(x - other_x, y - other_y) < _APART and group[one.number] != group[other.number]:
            old, new = group[other.number], group[one.number]
            group = {number: new if own == old else own for number, own in group.items()}
    crowds = [[area for area in areas if group[area.number] == name] for name in sorted(set(group.values()))]
    largest = max(crowds, key=len)
    return largest if len(largest) >= _CROWD else []


def _frame(crowd: Sequence[Area], plane: _Plane, close_up: str) -> Frame:
    """Around the crowd, with its numbers on it."""
    where = [plane.at(point) for area in crowd for point in (area.middle, *area.places)]
    left, right = min(x for x, _ in where) - 10, max(x for x, _ in where) + 10
    top, bottom = min(y for _, y in where) - 10, max(y for _, y in where) + 10
    text = f"{_ranges([area.number for area in crowd])}: {close_up.lower()}"
    middle = (left + right) / 2
    half = len(text) * _LETTER / 2
    x = min(max(middle, half + 8), WIDTH - half - 8)
    y = top - 8 if top > 3 * _LINE else bottom + _LINE
    label = Label(round(x), round(y), text, "middle")
    return Frame(round(left), round(top), round(right - left), round(bottom - top), label)


def _ranges(numbers: Sequence[int]) -> str:
    """``2–5, 7``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def _picture(areas: Sequence[Area], plane: _Plane, frame: Frame | None = None, others: Sequence[Area] = ()) -> Picture:
    taken = [_box(frame.label), (frame.x, frame.y, frame.x + frame.width, frame.y + frame.height)] if frame else []
    step = next((step for step in _STEPS if step * plane.unit >= 70), _STEPS[-1])  # noqa: PLR2004 - units between lines
    spots = sorted({(round(x), round(y)) for area in (*areas, *others) for x, y in map(plane.at, area.places)})
    return Picture(
        height=plane.height,
        discs=tuple(_labelled(_discs(areas, plane, taken), {area.number: area.name for area in areas}, taken, plane.height)),
        spots=tuple(spots),
        across=tuple(_lines(step * plane.unit, WIDTH)),
        down=tuple(_lines(step * plane.unit, plane.height)),
        grounds=tuple(_grounds((*areas, *others), plane)),
        scale=round(step * plane.unit),
        kilometres=f"{step:g}".replace(".", ","),
    )


def _grounds(areas: Sequence[Area], plane: _Plane) -> Iterator[str]:
    """The areas, each as the shape that its places span."""
    for area in areas:
        points = {(round(x), round(y)) for x, y in map(plane.at, area.places)}
        corners = _hull(sorted(points))
        yield f"M{'L'.join(f'{x} {y}' for x, y in corners)}Z"


def _hull(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The corners of the smallest convex shape around sorted points (Andrew's monotone chain)."""
    if len(points) < 3:  # noqa: PLR2004 - a point or a line
        return list(points)
    return [*_chain(points), *_chain(points[::-1])]


def _chain(points: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """One side of the shape, without its last corner, which begins the other side."""
    side: list[tuple[int, int]] = []
    for point in points:
        while len(side) > 1 and _turn(side[-2], side[-1], point) <= 0:
            side.pop()
        side.append(point)
    return side[:-1]


def _turn(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _lines(step: float, length: int) -> Iterator[int]:
    return (round(n * step) for n in range(1, floor((length - 1) / step) + 1))


def _discs(areas: Sequence[Area], plane: _Plane, taken: Sequence[Box]) -> list[Disc]:
    """The numbers, pushed apart until none lies on another one or on the frame."""
    homes = [plane.at(area.middle) for area in areas]
    where = [list(home) for home in homes]
    for _ in range(60):
        moved = False
        for one, other in combinations(range(len(where)), 2):
            moved |= _push(where[one], where[other])
        for disc in where:
            moved |= sum(_out_of(disc, box) for box in taken) > 0
            disc[0] = min(max(disc[0], _RADIUS + 6), WIDTH - _RADIUS - 6)
            disc[1] = min(max(disc[1], _RADIUS + 6), plane.height - _RADIUS - 34)
        if not moved:
            break
    return [
        Disc(area.number, round(x), round(y), round(home_x), round(home_y))
        for area, (x, y), (home_x, home_y) in zip(areas, where, homes, strict=True)
    ]


def _push(one: list[float], other: list[float]) -> bool:
    """Two numbers on each other each half of the way aside."""
    x, y = other[0] - one[0], other[1] - one[1]
    gap = hypot(x, y)
    if gap >= _APART:
        return False
    x, y, gap = (x, y, gap) if gap > 0.1 else (1.0, 0.3, 1.0)  # noqa: PLR2004 - in the same place: any way will do
    by = (_APART - hypot(other[0] - one[0], other[1] - one[1])) / 2 + 0.5
    for index, part in enumerate((x / gap, y / gap)):
        one[index] -= by * part
        other[index] += by * part
    return True


def _out_of(one: list[float], box: Box) -> bool:
    """A number that lies on a box moved out of it, by the shortest way up or down."""
    left, top, right, bottom = box
    if not (left - _RADIUS < one[0] < right + _RADIUS and top - _RADIUS < one[1] < bottom + _RADIUS):
        return False
    one[1] = top - _RADIUS - 1 if one[1] - top < bottom - one[1] else bottom + _RADIUS + 1
    return True


def _box(label: Label) -> Box:
    """The room that words take."""
    width = len(label.text) * _LETTER
    left = label.x - (width if label.anchor == "end" else width / 2 if label.anchor == "middle" else 0)
    return left, label.y - _LINE + 4, left + width, label.y + 4


def _labelled(discs: Sequence[Disc], names: dict[int, str], taken: Sequence[Box], height: int) -> Iterator[Disc]:
    """The numbers with their names beside them, where there is room for those."""
    full = [*taken, *((disc.x - _RADIUS, disc.y - _RADIUS, disc.x + _RADIUS, disc.y + _RADIUS) for disc in discs)]
    full += [(0, height - 34, 190, height), (0, 0, 110, 36)]
    full.append((WIDTH - 44, 0, WIDTH, 80))
    for disc in discs:
        label = next((label for label in _beside(disc, names[disc.number]) if _is_free(_box(label), full, height)), None)
        if label is not None:
            full.append(_box(label))
        yield replace(disc, label=label)


def _beside(disc: Disc, name: str) -> Iterable[Label]:
    """Places for the name: right, left, below, above."""
    yield Label(disc.x + _RADIUS + 5, disc.y + 5, name)
    yield Label(disc.x - _RADIUS - 5, disc.y + 5, name, "end")
    yield Label(disc.x, disc.y + _RADIUS + _LINE - 2, name, "middle")
    yield Label(disc.x, disc.y - _RADIUS - 6, name, "middle")


def _is_free(box: Box, full: Iterable[Box], height: int) -> bool:
    left, top, right, bottom = box
    inside = left >= 4 and right <= WIDTH - 4 and top >= 4 and bottom <= height - 4  # noqa: PLR2004 - the sheet's edge
    return inside and not any(left < r and l < right and top < b and t < bottom for l, t, r, b in full)  # noqa: E741 - a box's four sides
