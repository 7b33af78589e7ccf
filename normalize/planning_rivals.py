"""What goes on at the time of a planned event, and how it competes with it.

What competes is judged by the rules of ``normalize.overlaps``, planned events and every date of a series included. What merely goes on near
by at the same time is told as well: people cannot be in two places. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations
from math import inf
from typing import Literal, TypeAlias

from normalize.distances import distance_km
from normalize.overlaps import SEVERITY, Kind, Rules, Slot, kind_of
from normalize.overlaps_slot import seconds_of
from normalize.planning_request import EventFacts, PlanRequest
from normalize.recurrence_zone import zone

PlanKind: TypeAlias = Kind | Literal["meanwhile"]
"""How something competes; ``meanwhile`` is what only goes on near by at the same time."""
KINDS: tuple[PlanKind, ...] = ("venue", "audience", "topic", "audience_soft", "meanwhile")
"""The worst first."""

_MINUTE = 60
_MOST_COMPARED = 20
_REQUEST = "request"


@dataclass(frozen=True, slots=True, kw_only=True)
class Competing:
    """One dated instance that goes on at the same time."""

    occurrence_id: str
    event_id: str
    kind: PlanKind
    severity: int
    """0 for what only goes on near by at the same time."""
    begin: datetime
    end: datetime
    """Of the other, on the clock of the region."""
    minutes: int
    """Whole minutes that both take."""
    kilometres: float | None
    """In tenths; ``None`` where one of the two is on no map, or the plan has no place."""
    shared: tuple[str, ...]
    """Codes of all audiences and topics they share, whatever the kind, sorted."""
    room: str
    is_end_assumed: bool
    is_planned: bool
    """Not certain yet."""
    facts: EventFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A slot that would compete with the plan if it were at the same time."""

    slot: Slot
    kind: PlanKind
    kilometres: float | None
    shared: tuple[str, ...]


def counted(kinds: Iterable[PlanKind]) -> dict[PlanKind, int]:
    """How many of each kind, the worst first; kinds without any left out."""
    found = list(kinds)
    return {kind: found.count(kind) for kind in KINDS if kind in found}


def competing(request: PlanRequest, near: Iterable[Rival], facts: Mapping[str, EventFacts]) -> tuple[Competing, ...]:
    """Those that go on at the planned time, the worst first; ``facts`` are those of their events, by id."""
    begin, end = seconds_of(request.begin), seconds_of(request.end)
    found = [
        _competing(one, begin, end, facts[one.slot.event_id], request.timezone)
        for one in near
        if one.slot.begin < end and begin < one.slot.end
    ]
    return tuple(sorted(found, key=_worst_first))


def pairs_in_one_room(found: Sequence[Competing]) -> tuple[tuple[Competing, Competing], ...]:
    """Those of one house that go on at the same time in one room, of the first twenty; where no room is told it may be any."""
    return tuple((one, other) for one, other in combinations(found[:_MOST_COMPARED], 2) if _are_in_one_room(one, other))


def _are_in_one_room(one: Competing, other: Competing) -> bool:
    if one.event_id == other.event_id or not (one.room == other.room or "" in {one.room, other.room}):
        return False
    return one.begin < other.end and other.begin < one.end


def planning_rules(rules: Rules) -> Rules:
    """The rules for slots that plans are compared with: who names a broad topic wants to know of everything in it."""
    return replace(rules, levels=frozenset({"topics", "subjects"}))


def rivals(request: PlanRequest, slots: Iterable[Slot], rules: Rules) -> Iterator[Rival]:
    """The slots that would compete at the same time, and how: near enough, and with something in common or not."""
    wish = _wish(request, rules)
    radius = request.radius_km
    reach = rules if radius is None else replace(rules, near_km=min(rules.near_km, radius), wide_km=radius)
    for slot in slots:
        apart = _apart(wish, slot)
        told = kind_of(wish, slot, apart or 0.0, reach)
        shared = tuple(sorted({*wish.audience & slot.audience, *wish.themes & slot.themes}))
        shown = round(apart, 1) if apart is not None and apart < inf else None
        if told:
            yield Rival(slot=slot, kind=told[0], kilometres=shown, shared=shared)
        elif (apart or 0.0) <= (radius or rules.near_km):
            yield Rival(slot=slot, kind="meanwhile", kilometres=shown, shared=shared)


def _wish(request: PlanRequest, rules: Rules) -> Slot:
    """What the plan would take up, whenever it is."""
    return Slot(
        id=_REQUEST,
        event_id=_REQUEST,
        begin=0,
        end=1,
        place_id=request.place_id,
        room=request.room,
        point=request.point,
        audience=frozenset(request.audience) - rules.unspecific,
        themes=frozenset(request.topics),
    )


def severity_of(kind: PlanKind) -> int:
    """The higher, the worse; 0 for what only goes on near by."""
    return 0 if kind == "meanwhile" else SEVERITY[kind]


def _apart(wish: Slot, slot: Slot) -> float | None:
    """Kilometres; infinite where the other, or the plan's own place, is on no map; ``None`` where the plan has no place at all."""
    if wish.place_id and wish.place_id == slot.place_id:
        return 0.0
    if not wish.place_id and wish.point is None:
        return None
    return distance_km(wish.point, slot.point) if wish.point and slot.point else inf


def _competing(rival: Rival, begin: int, end: int, facts: EventFacts, timezone: str) -> Competing:
    slot, tz = rival.slot, zone(timezone)
    return Competing(
        occurrence_id=slot.id,
        event_id=slot.event_id,
        kind=rival.kind,
        severity=severity_of(rival.kind),
        begin=datetime.fromtimestamp(slot.begin, tz),
        end=datetime.fromtimestamp(slot.end, tz),
        minutes=(min(end, slot.end) - max(begin, slot.begin)) // _MINUTE,
        kilometres=rival.kilometres,
        shared=rival.shared,
        room=slot.room,
        is_end_assumed=slot.is_end_assumed,
        is_planned=slot.is_planned,
        facts=facts,
    )


def _worst_first(one: Competing) -> tuple[int, int, bool, float, str]:
    return (-one.severity, -one.minutes, one.kilometres is None, one.kilometres or 0.0, one.occurrence_id)
