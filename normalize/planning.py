"""What a planned event would compete with, whom to ask about doing it together, and when it would be better. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from normalize.overlaps import Rules, Slot
from normalize.planning_better import WITHIN_DAYS, BetterSlot, better_slots
from normalize.planning_days import DayNote, SchoolHoliday, notes_of
from normalize.planning_request import EventFacts, PlanRequest
from normalize.planning_rivals import Competing, PlanKind, competing, counted, pairs_in_one_room, planning_rules, rivals

__all__ = [
    "BetterSlot",
    "Competing",
    "DayNote",
    "EventFacts",
    "Plan",
    "PlanRequest",
    "SchoolHoliday",
    "days_needed",
    "plan",
    "planning_rules",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is known about a planned event's time."""

    request: PlanRequest
    competing: tuple[Competing, ...]
    """The worst first, then the longest, then the nearest."""
    notes: tuple[DayNote, ...]
    """Holidays the day falls on."""
    better: tuple[BetterSlot, ...]
    """The best first; empty where nothing competes, or nothing is better within two weeks."""

    @property
    def counts(self) -> Mapping[PlanKind, int]:
        """How much of each kind goes on, the worst kind first; kinds without any left out."""
        return counted(one.kind for one in self.competing)

    @property
    def booked_twice(self) -> tuple[tuple[Competing, Competing], ...]:
        """What takes the plan's room at the planned time and another's as well: two in one room at once."""
        return pairs_in_one_room([one for one in self.competing if one.kind == "venue"])

    @property
    def is_room_free(self) -> bool | None:
        """Whether nothing is on in the room; ``None`` where the plan has no place of the registry."""
        return not any(one.kind == "venue" for one in self.competing) if self.request.place_id else None


def plan(  # noqa: PLR0913 - what is planned, what is on, and by which rules
    request: PlanRequest,
    slots: Iterable[Slot],
    facts: Mapping[str, EventFacts],
    rules: Rules,
    school_holidays: Sequence[SchoolHoliday] = (),
    *,
    today: date,
) -> Plan:
    """What competes with the plan, and when less would.

    ``slots`` are what goes on during ``days_needed``, made by ``planning_rules(rules)``; ``facts`` are those of their events, by id. Better
    times are none before tomorrow.
    """
    near = list(rivals(request, (slot for slot in slots if slot.event_id in facts), rules))
    return Plan(
        request=request,
        competing=competing(request, near, facts),
        notes=notes_of(request.day, school_holidays),
        better=better_slots(request, near, school_holidays, today + timedelta(days=1)),
    )


def days_needed(day: date) -> tuple[date, date]:
    """The first and the last day (inclusive) of which a plan for a day must know what is on."""
    span = timedelta(days=WITHIN_DAYS + 1)
    return day - span, day + span
