"""The standing sheet of a list: what is held every week, by weekday and hour. It hangs for months, so it tells nothing of single dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from publish.almanac import monday
from publish.answers import answers
from publish.cards import clock_times, place_of
from publish.dates import sentence
from publish.edition import Edition
from publish.fitting import SheetDay, SheetRow
from publish.listed import Listed
from publish.rhythm import skipped
from publish.views import Prose
from store.reading import EventRow, OccurrenceRow

_AHEAD = timedelta(weeks=6)
_ENOUGH = 3
"""Times within these weeks on one weekday at one hour that make it weekly: a holiday or two may be among them."""
_BREAKS = 4
"""Days on which it is not held that a row names."""
Slot = tuple[str, int, str, str]
"""``(event id, weekday, start, place id)``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """The week of what is always on."""

    days: tuple[SheetDay, ...]
    dates: frozenset[str]
    """Ids of the dates that are as the timetable says."""

    def has(self, occurrence: OccurrenceRow) -> bool:
        """Whether the date is as the timetable says, so that who has the timetable knows of it."""
        return occurrence.id in self.dates


def timetable(listed: Listed, edition: Edition) -> Timetable:
    """What a list has every week in the weeks to come."""
    slots = _slots(listed, edition)
    often = {slot: dates for slot, dates in slots.items() if len(dates) >= _ENOUGH}
    rows: dict[int, list[tuple[Slot, SheetRow]]] = defaultdict(list)
    for slot, dates in often.items():
        rows[slot[1]].append((slot, _row(dates[0], edition)))
    first = monday(edition.almanac.today)
    days = tuple(
        SheetDay(
            heading=sentence(edition.dates.weekday(first + timedelta(days=weekday))),
            rows=tuple(row for _, row in sorted(rows[weekday], key=lambda pair: (_clock(often[pair[0]][0], edition), pair[0]))),
        )
        for weekday in sorted(rows)
    )
    return Timetable(days=days, dates=frozenset(one.id for dates in often.values() for one in dates))


def _slots(listed: Listed, edition: Edition) -> dict[Slot, list[OccurrenceRow]]:
    """The dates of series that are as usual, by weekday and hour."""
    almanac = edition.almanac
    last = monday(almanac.today) + _AHEAD
    found: dict[Slot, list[OccurrenceRow]] = defaultdict(list)
    for event, dates in listed.coming:
        for one in dates if event.is_series else ():
            if one.day < last and not almanac.is_one_off(one):
                start, _ = clock_times(one, edition)
                found[event.id, one.day.weekday(), start, one.place_id].append(one)
    return found


def _clock(occurrence: OccurrenceRow, edition: Edition) -> tuple[bool, str]:
    """Whole days first, then by the clock."""
    return (not occurrence.all_day, edition.almanac.local(occurrence.start).strftime("%H%M"))


def _row(occurrence: OccurrenceRow, edition: Edition) -> SheetRow:
    event = edition.almanac.events[occurrence.event_id]
    start, end = clock_times(occurrence, edition)
    place, area = place_of(occurrence.place_id, occurrence.place_text, edition)
    told = answers(event, edition)
    facts = (place, Prose(area), Prose(told.cost), *map(Prose, _breaks(event, edition)))
    return SheetRow(
        start="" if occurrence.all_day else start,
        end=end,
        name=edition.titled(event.name),
        marks=told.marks,
        facts=tuple(fact for fact in facts if fact.text),
    )


def _breaks(event: EventRow, edition: Edition) -> Iterator[str]:
    """``ei 22.12., 29.12.``: the next days on which its rule would hold it and it is not."""
    almanac = edition.almanac
    days = skipped(event.recurrence, almanac.zone, almanac.today, almanac.today + _AHEAD)
    if days:
        yield edition.words("series.not", dates=", ".join(edition.dates.brief(day) for day in days[:_BREAKS]))
