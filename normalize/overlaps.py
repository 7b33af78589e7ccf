"""Which dated instances of different events compete: for the same room, for the same people, for the friends of the same subject.

Pure: equal slots give equal overlaps, whatever their order. Each pair is told once, by its worst kind. Touching is not overlapping.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter, itemgetter
from typing import Literal, NamedTuple, TypeAlias

from normalize.overlaps_slot import Rules, Slot
from normalize.overlaps_sweep import Cell, Ground, Left, Meeting, across, forward, together

__all__ = ["SEVERITY", "Crowd", "Found", "Kind", "Overlap", "Rules", "Slot", "compared", "found", "is_one_room", "kind_of", "overlaps"]

Kind: TypeAlias = Literal["venue", "audience", "topic", "audience_soft"]
"""The same room; the same people near by; the same subject near by; the same people within the wider distance."""
SEVERITY: Mapping[Kind, int] = {"venue": 4, "audience": 3, "topic": 2, "audience_soft": 1}
"""The higher, the worse."""

_MINUTE = 60
_NOTHING: frozenset[str] = frozenset()


class Overlap(NamedTuple):
    """Two instances that compete; ``a`` is the one with the smaller id."""

    a: str
    b: str
    event_a: str
    event_b: str
    kind: Kind
    begin: int
    end: int
    """What both take: seconds of UTC since 1970, the end exclusive."""
    kilometres: float
    """Between the two, in tenths; 0 within one place."""
    shared: tuple[str, ...]
    """The audiences, or what both are about, sorted; empty for the same room."""
    room: str
    """The room both name; empty where one of them takes the whole house or does not tell, and for every other kind."""
    is_end_assumed: bool
    """One of them has no end: with a real one they may not meet."""
    is_planned: bool
    """One of them is not certain yet: for planners only."""

    @property
    def minutes(self) -> int:
        """Whole minutes that both take."""
        return (self.end - self.begin) // _MINUTE

    @property
    def severity(self) -> int:
        """The higher, the worse (``SEVERITY``)."""
        return SEVERITY[self.kind]


_made: Callable[[tuple[object, ...]], Overlap] = partial(tuple.__new__, Overlap)
"""An overlap of its fields in their order: most of the work is making them."""
_BY_TIME = itemgetter(5, 0, 1)
"""When both go on, then the ids of the two."""


class Crowd(NamedTuple):
    """More went on at once than is told pair by pair (``Rules.most``): a mistake of a source, or a fair with a hundred stands."""

    kind: Kind
    key: str
    """The place, the audience or the subject."""
    begin: int
    end: int
    """From the first to the last of those with more partners than are told: seconds of UTC since 1970, the end exclusive."""
    slots: int
    """So many have more partners than are told."""
    left: int
    """So many pairs were not looked at."""


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that competes."""

    overlaps: list[Overlap]
    """Sorted by when both go on, then by the ids of the two."""
    crowds: list[Crowd]
    """Sorted; empty as a rule."""


_Cells: TypeAlias = dict[Cell, list[Slot]]


@dataclass(slots=True)
class _Search:
    """One search: the slots by what two of them may have in common, sorted by begin; where they are; what was too much to look at."""

    rules: Rules
    ground: Ground
    houses: dict[str, dict[str, list[Slot]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    """Place -> room -> slots."""
    audiences: dict[str, _Cells] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    """Audience -> cell of the wider distance -> slots."""
    themes: dict[str, _Cells] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    """Subject -> cell of the nearer distance -> slots."""
    left: dict[tuple[Kind, str], list[Left]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, slots: Iterable[Slot], rules: Rules) -> _Search:
        """The slots, put where they will be looked for; who is nowhere is near nobody."""
        ordered = sorted(sorted(slots, key=attrgetter("id")), key=attrgetter("begin"))
        search = cls(rules, Ground.of(ordered))
        houses, audiences, themes = search.houses, search.audiences, search.themes
        wide, near = search.ground.cells(rules.wide_km), search.ground.cells(rules.near_km)
        for slot in ordered:
            if slot.place_id:
                houses[slot.place_id][slot.room].append(slot)
            site = slot.place_id or slot.point
            if site:
                for code in slot.audience:
                    audiences[code][wide[site]].append(slot)
                for code in slot.themes:
                    themes[code][near[site]].append(slot)
        return search


def overlaps(slots: Iterable[Slot], rules: Rules) -> list[Overlap]:
    """Every pair that competes, each by its worst kind, sorted by when both go on, then by the ids of the two."""
    return found(slots, rules).overlaps


def found(slots: Iterable[Slot], rules: Rules) -> Found:
    """Every pair that competes, and where there were too many to tell one by one."""
    search = _Search.of(slots, rules)
    told = [*_venue(search), *_audience(search), *_topic(search)]
    crowds = [_crowd(kind, key, left) for (kind, key), left in search.left.items() if left]
    return Found(sorted(told, key=_BY_TIME), sorted(crowds))


def compared(a: Slot, b: Slot, rules: Rules) -> Overlap | None:
    """How two slots compete; ``None`` where they do not. The same answer as among any others."""
    earlier, later = sorted((a, b), key=lambda slot: (slot.begin, slot.id))
    if a.event_id == b.event_id or later.begin >= earlier.end:
        return None
    apart = _Search.of((a, b), rules).ground.row(a)[b.place_id or b.point]
    judged = kind_of(a, b, apart, rules)
    return judged and _told(judged[0], earlier, later, apart, tuple(sorted(judged[1])))


def kind_of(a: Slot, b: Slot, apart: float, rules: Rules) -> tuple[Kind, frozenset[str]] | None:
    """How two would compete if they went on at the same time, ``apart`` kilometres from each other, and the codes they share.

    Infinite is a distance nobody knows.
    """
    if is_one_room(a, b):
        return "venue", _NOTHING
    people, themes = a.audience & b.audience, a.themes & b.themes
    if people and apart <= rules.near_km:
        return "audience", people
    if themes and apart <= rules.near_km and not (a.place_id and a.place_id == b.place_id):
        return "topic", themes
    return ("audience_soft", people) if people and apart <= rules.wide_km else None


def _venue(search: _Search) -> Iterator[Overlap]:
    """Two in one room; the whole house, or where no room is told, against any of its rooms."""
    for place, rooms in search.houses.items():
        for first, laters in _in_house(rooms, search.rules.most, search.left["venue", place]):
            for second in laters:
                if first.event_id != second.event_id:
                    yield _told("venue", first, second, 0.0, ())


def _in_house(rooms: Mapping[str, list[Slot]], most: int, left: list[Left]) -> Iterator[Meeting]:
    """Every two of one house that cannot both have their room: rooms of their own are never compared."""
    for group in rooms.values():
        yield from together(group, most, left)
    whole = rooms.get("")
    if whole and len(rooms) > 1:
        parts = sorted((slot for room, group in rooms.items() if room for slot in group), key=attrgetter("begin", "id"))
        yield from across(whole, parts, most, left)


def _audience(search: _Search) -> Iterator[Overlap]:
    """People of one audience who have to choose; further away, who might have gone to both."""
    for code, cells in search.audiences.items():
        near, wide = _people("audience_soft", code, cells, search)
        yield from wide
        cut = {slot.id for slot, _ in search.left["audience_soft", code]}
        yield from _near_by(code, cells, search, cut, near) if cut else near


def _near_by(code: str, cells: _Cells, search: _Search, cut: Collection[str], near: Iterable[Overlap]) -> Iterator[Overlap]:
    """Those near by, where for some slots there was too much to look at within the wide distance: it may still be looked at near by."""
    begins = {slot.id: slot.begin for group in cells.values() for slot in group}
    nearer, _ = _people("audience", code, _nearer(cells, search), search)
    search.left["audience", code] = [(slot, count) for slot, count in search.left["audience", code] if slot.id in cut]
    for told, is_of_cut in ((near, False), (nearer, True)):
        yield from (one for one in told if (min((begins[one.a], one.a), (begins[one.b], one.b))[1] in cut) == is_of_cut)


def _nearer(cells: _Cells, search: _Search) -> _Cells:
    """The same slots by the cells of the nearer distance."""
    near, found = search.ground.cells(search.rules.near_km), defaultdict[Cell, list[Slot]](list)
    for slot in sorted((slot for group in cells.values() for slot in group), key=attrgetter("begin", "id")):
        found[near[slot.place_id or slot.point]].append(slot)
    return found


def _people(kind: Kind, code: str, cells: _Cells, search: _Search) -> tuple[list[Overlap], list[Overlap]]:
    """Those of one audience who have to choose near by, and those who are further apart, as far as the cells reach."""
    near_km, wide_km = search.rules.near_km, search.rules.wide_km
    near, wide = [], []
    for first, laters in _beside(cells, search.rules.most, search.left[kind, code]):
        row, mine = search.ground.row(first), first.audience
        for second in laters:
            shared = (code,) if len(mine) == 1 or len(second.audience) == 1 else tuple(sorted(mine & second.audience))
            if first.event_id == second.event_id or shared[0] != code:
                continue
            apart = row[second.place_id or second.point]
            if apart > near_km:
                if apart <= wide_km:
                    wide.append(_told("audience_soft", first, second, apart, shared))
            elif first.place_id != second.place_id or not is_one_room(first, second):
                near.append(_told("audience", first, second, apart, shared))
    return near, wide


def _topic(search: _Search) -> Iterator[Overlap]:
    """Friends of one subject who have to choose, between two places; who share an audience as well are told by that."""
    for code, cells in search.themes.items():
        for first, laters in _beside(cells, search.rules.most, search.left["topic", code]):
            row = search.ground.row(first)
            for second in laters:
                if first.event_id == second.event_id or not first.audience.isdisjoint(second.audience):
                    continue
                apart, shared = row[second.place_id or second.point], tuple(sorted(first.themes & second.themes))
                if apart <= search.rules.near_km and shared[0] == code and (first.place_id != second.place_id or not first.place_id):
                    yield _told("topic", first, second, apart, shared)


def _beside(cells: _Cells, most: int, left: list[Left]) -> Iterator[Meeting]:
    """Every two at the same time in one cell or in neighbouring ones: all that may be near enough, and some that are not."""
    for cell, inside in cells.items():
        yield from together(inside, most, left)
        for other in forward(cell):
            if other in cells:
                yield from across(inside, cells[other], most, left)


def is_one_room(a: Slot, b: Slot) -> bool:
    """They cannot both have their room: the same one, or the whole house (or a room nobody told) against any of its rooms."""
    return bool(a.place_id) and a.place_id == b.place_id and (not a.room or not b.room or a.room == b.room)


def _told(kind: Kind, earlier: Slot, later: Slot, apart: float, shared: tuple[str, ...]) -> Overlap:
    """The overlap of two slots of which one begins while the other goes on."""
    a, b = (earlier, later) if earlier.id < later.id else (later, earlier)
    return _made(
        (
            a.id,
            b.id,
            a.event_id,
            b.event_id,
            kind,
            later.begin,
            min(earlier.end, later.end),
            round(apart, 1),
            shared,
            a.room if kind == "venue" and a.room == b.room else "",
            a.is_end_assumed or b.is_end_assumed,
            a.is_planned or b.is_planned,
        )
    )


def _crowd(kind: Kind, key: str, left: Sequence[Left]) -> Crowd:
    """What was too much of one key."""
    slots = {slot.id for slot, _ in left}
    begin, end = min(slot.begin for slot, _ in left), max(slot.end for slot, _ in left)
    return Crowd(kind, key, begin, end, len(slots), sum(count for _, count in left))
