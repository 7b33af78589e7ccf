"""The weeks of an audience in an area: what is on in the mornings, afternoons and evenings of half a year, so that free times are seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, TypeAlias

from normalize.planning import DayNote, SchoolHoliday
from normalize.planning_days import notes_of
from normalize.planning_words import best
from normalize.recurrence_zone import zone
from store.planning import Taken
from store.statistics import is_in

WEEKS = 23
"""From the week of today on: from late November to the end of April."""
NAMED = 6
"""So many names stand in a cell; the rest is a number."""
Part: TypeAlias = Literal["morning", "afternoon", "evening"]
PARTS: Mapping[Part, tuple[int, int]] = {"morning": (0, 12), "afternoon": (12, 17), "evening": (17, 24)}
"""Hours at which each begins and ends; the end is exclusive."""
_HEAT = (0, 1, 2, 4)
"""From how many on a cell is how warm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One thing in a cell."""

    name: str
    is_planned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One part of a day."""

    count: int
    named: tuple[Named, ...]
    """The first ones by their beginning."""

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.named)

    @property
    def heat(self) -> int:
        """0 nothing to 3 much."""
        return sum(self.count >= step for step in _HEAT) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of a week."""

    date: date
    notes: tuple[DayNote, ...]
    is_over: bool
    cells: Mapping[Part, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week, Monday first."""

    number: int
    """ISO 8601."""
    days: tuple[Day, ...]

    @property
    def count(self) -> int:
        """How much there is in it; what goes on in two parts of a day counts in both."""
        return sum(cell.count for day in self.days for cell in day.cells.values())


def span(today: date) -> tuple[date, date]:
    """The first and the last day (inclusive) of the weeks."""
    first = today - timedelta(days=today.weekday())
    return first, first + timedelta(days=7 * WEEKS - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """By which days the weeks are made."""

    closed: Sequence[SchoolHoliday]
    timezone: str
    today: date


def weeks(found: Iterable[Taken], area: str, by: Calendar, language: str) -> list[Week]:
    """The weeks from today's on; ``area`` as ``store.statistics.is_in`` takes it."""
    cells: dict[tuple[date, Part], list[Taken]] = defaultdict(list)
    for one in found:
        if is_in(area, one.area):
            for key in _parts(one, by.timezone):
                cells[key].append(one)
    first, _ = span(by.today)
    days = [_day(first + timedelta(days=number), cells, by, language) for number in range(7 * WEEKS)]
    return [Week(number=days[at].date.isocalendar().week, days=tuple(days[at : at + 7])) for at in range(0, len(days), 7)]


def _day(day: date, cells: Mapping[tuple[date, Part], list[Taken]], by: Calendar, language: str) -> Day:
    return Day(
        date=day,
        notes=notes_of(day, by.closed),
        is_over=day < by.today,
        cells={part: _cell(cells.get((day, part), []), language) for part in PARTS},
    )


def _cell(found: Sequence[Taken], language: str) -> Cell:
    """Each event once, whatever it has several times in one part of a day."""
    once = list({one.slot.event_id: one for one in reversed(found)}.values())[::-1]
    named = (Named(name=best(one.names, language), is_planned=one.slot.is_planned) for one in once[:NAMED])
    return Cell(count=len(once), named=tuple(named))


def _parts(one: Taken, timezone: str) -> Iterable[tuple[date, Part]]:
    """The parts of days that it touches; what ends at twelve is not in the afternoon."""
    tz = zone(timezone)
    begin, end = datetime.fromtimestamp(one.slot.begin, tz), datetime.fromtimestamp(one.slot.end, tz)
    day = begin.date()
    while day <= end.date():
        for part, (first, last) in PARTS.items():
            opens = datetime.combine(day, datetime.min.time(), tz) + timedelta(hours=first)
            closes = datetime.combine(day, datetime.min.time(), tz) + timedelta(hours=last)
            if begin < closes and opens < end:
                yield day, part
        day += timedelta(days=1)
