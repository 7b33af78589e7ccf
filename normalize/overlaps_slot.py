"""What a dated instance takes up: a room and some people's time; and the rules by which two of them compete.

The rules are those of the demo region's description; a region may set each of them. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from harvesters.region_rules import OverlapRules
from harvesters.source import Kind as EventKind
from harvesters.source import PlaceEntry
from normalize.distances import Point, point_of_event
from normalize.model import EventStatus, Start
from normalize.recurrence_window import EPOCH
from normalize.relate import Related

Level = Literal["topics", "subjects"]
"""The vocabulary's broad topics (``culture``), or its finer subjects (``literature``)."""

_HOUR = 3600
_MINUTE = 60
_EXHIBITIONS = "exhibitions"
_STANDING = frozenset({"service"})
"""Kinds that stand open and do not take place: help that is there every day from nine to four competes with nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What competes. Raises ``ValueError`` where the values contradict each other."""

    near_km: float = 5
    """So far people of one audience, or friends of one subject, choose between two things at the same time; inclusive."""
    wide_km: float = 30
    """So far the same audience is still the same people, if fewer of them; inclusive."""
    assumed_minutes: int = 90
    """How long something without an end is taken to last."""
    longest_hours: float = 12
    """What lasts longer is standing: an exhibition, opening hours, a week's camp. It competes with nothing."""
    exhibition_hours: float = 3
    """An exhibition that is open longer than that on one day is standing; an opening or a guided hour takes place."""
    unspecific: frozenset[str] = frozenset({"all", "adults", "children", "families"})
    """Audiences that half the town belongs to: sharing one makes nothing compete."""
    levels: frozenset[Level] = frozenset({"subjects"})
    """What two instances must share to be about the same. A broad topic is too little: a reading and a film are both ``culture``."""
    most: int = 50
    """An instance is compared with so many of one place, audience or subject that begin while it goes on; the rest are only counted
    (``Crowd``)."""

    def __post_init__(self) -> None:
        if not 0 < self.near_km <= self.wide_km:
            msg = f"near_km {self.near_km} must be above 0 and at most wide_km {self.wide_km}"
            raise ValueError(msg)
        if min(self.assumed_minutes, self.longest_hours, self.exhibition_hours, self.most) <= 0:
            msg = "assumed_minutes, longest_hours, exhibition_hours and most must be above 0"
            raise ValueError(msg)


def rules_of(entry: OverlapRules) -> Rules:
    """The rules that a region sets, or those that hold without a word."""
    return Rules(
        near_km=entry.near_km,
        wide_km=entry.wide_km,
        assumed_minutes=entry.assumed_minutes,
        longest_hours=entry.longest_hours,
        exhibition_hours=entry.exhibition_hours,
        unspecific=frozenset(entry.unspecific),
        levels=frozenset(entry.levels),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One dated instance that takes up a room and people's time."""

    id: str
    """The occurrence's."""
    event_id: str
    begin: int
    end: int
    """Seconds of UTC since 1970; the end is exclusive and later than the begin."""
    is_end_assumed: bool = False
    """Nobody told when it ends."""
    place_id: str = ""
    room: str = ""
    """Within the place; empty for the whole house or where nobody told."""
    point: Point | None = None
    """Where no coordinates are known only the same place is near."""
    audience: frozenset[str] = frozenset()
    """The specific ones alone (``Rules.unspecific`` left out)."""
    themes: frozenset[str] = frozenset()
    """What it is about, at the levels that compete (``Rules.levels``)."""
    is_planned: bool = False
    """Not certain yet: for planners only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """What must be known of an occurrence and its event to tell what it takes up."""

    id: str
    event_id: str
    kind: EventKind
    status: EventStatus
    start: Start
    end: Start | None
    place: PlaceEntry | None = None
    room: str = ""
    own_point: Point | None = None
    """The event's own coordinates; the place's go before."""
    audience: Sequence[str] = ()
    topics: Sequence[str] = ()
    subjects: Sequence[str] = ()
    is_online: bool = False
    """Only online; what is held in a room as well takes the room."""
    is_planned: bool = False


def slot_of(instance: Instance, rules: Rules) -> Slot | None:
    """What the instance takes up; ``None`` for what is cancelled or put off, of whole days, standing, or only online."""
    span = _span(instance, rules)
    if span is None or _is_away(instance) or _is_standing(instance, span, rules):
        return None
    place = instance.place
    return Slot(
        id=instance.id,
        event_id=instance.event_id,
        begin=span[0],
        end=span[1],
        is_end_assumed=not _has_end(instance),
        place_id=place.id if place else "",
        room=instance.room,
        point=point_of_event(place, *(instance.own_point or (None, None))),
        audience=frozenset(instance.audience) - rules.unspecific,
        themes=_themes(instance, rules),
        is_planned=instance.is_planned,
    )


def _themes(instance: Instance, rules: Rules) -> frozenset[str]:
    """What it is about, at the levels that compete."""
    told = ("topics", instance.topics), ("subjects", instance.subjects)
    return frozenset(code for level, codes in told if level in rules.levels for code in codes)


def slots_of(related: Related, places: Mapping[str, PlaceEntry], rules: Rules) -> Iterator[Slot]:
    """What an event's occurrences take up, in their order."""
    event = related.event
    own = None if event.latitude is None or event.longitude is None else (event.latitude, event.longitude)
    for one in related.occurrences:
        instance = Instance(
            id=one.id,
            event_id=one.event_id,
            kind=event.kind,
            status=one.event_status,
            start=one.start,
            end=one.end,
            place=places.get(one.place_id),
            room=one.room,
            own_point=own if one.place_id == event.place_id else None,
            audience=event.details.audience,
            topics=event.details.topics,
            subjects=event.details.subjects,
            is_online=event.details.attendance_mode == "online",
            is_planned=event.planned or one.planned,
        )
        slot = slot_of(instance, rules)
        if slot is not None:
            yield slot


def seconds_of(moment: datetime) -> int:
    """Whole seconds of UTC since 1970."""
    return int((moment - EPOCH).total_seconds())


def _span(instance: Instance, rules: Rules) -> tuple[int, int] | None:
    """From when to when; ``None`` for whole days, which have no hours."""
    start, end = instance.start, instance.end
    if not isinstance(start, datetime) or (end is not None and not isinstance(end, datetime)):
        return None
    begin = seconds_of(start)
    return begin, seconds_of(end) if end is not None and end > start else begin + rules.assumed_minutes * _MINUTE


def _has_end(instance: Instance) -> bool:
    """Whether an end is told; one that is not later than the start (RFC 5545 section 3.8.2.2 forbids it) tells nothing."""
    end, start = instance.end, instance.start
    return isinstance(end, datetime) and isinstance(start, datetime) and end > start


def _is_away(instance: Instance) -> bool:
    """It does not take place, or in no room."""
    online = instance.is_online or (instance.place is not None and instance.place.online)
    return online or instance.status in {"EventCancelled", "EventPostponed", "EventMovedOnline"}


def _is_standing(instance: Instance, span: tuple[int, int], rules: Rules) -> bool:
    """It is open and people come and go: a service, opening hours, an exhibition, anything longer than the longest event."""
    hours = (span[1] - span[0]) / _HOUR
    exhibition = _EXHIBITIONS in instance.subjects and hours > rules.exhibition_hours
    return instance.kind in _STANDING or hours > rules.longest_hours or exhibition
