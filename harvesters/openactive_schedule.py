"""An OpenActive ``Schedule`` or ``PartialSchedule`` as a recurrence rule (RFC 5545 section 3.3.10).

The schedule's ``startDate`` and ``endDate`` are bounds, both inclusive: the first instance is the first day between them that fits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.json_document import integer, items, text
from harvesters.json_moments import at, clock_of, length_of, moment_of, span, zone_of
from harvesters.ledger import Notes, Refused
from harvesters.record import Moment
from harvesters.weekly_rules import byday_of, first_matching, first_on, last_instant, rule, weekday_of

_FREQUENCY = re.compile(r"P(\d{1,3})([DWMY])")
_FREQ = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
_MOST_COUNT = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The first instance and the rule of the others."""

    start: Moment
    end: Moment | None = None
    rrule: tuple[str, ...] = ()
    exdate: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """The schedule's fields, read."""

    freq: str
    interval: int
    byday: tuple[str, ...]
    bymonthday: tuple[int, ...]
    bymonth: tuple[int, ...]
    count: int | None


def series_of(schedule: dict[str, Any], source_zone: str, notes: Notes) -> Series:
    """The schedule as a series; raises ``Refused`` where it has no first day, or repeats in a way that has no meaning here."""
    zone = zone_of(schedule.get("scheduleTimezone"), source_zone)
    begins = _day(schedule.get("startDate"), zone)
    if begins is None:
        raise Refused("no_start", "startDate", text(schedule.get("startDate")))
    told = _told(schedule, notes)
    first = _first(begins, told)
    if first is None:
        raise Refused("rrule_no_occurrence", "byDay")
    start, end = _hours(schedule, first, zone)
    last = _day(schedule.get("endDate"), zone)
    return Series(start=start, end=end, rrule=(_rule(told, start, last, zone),), exdate=_excepted(schedule, start, zone, notes))


def _told(schedule: dict[str, Any], notes: Notes) -> _Told:
    freq, interval = _frequency(schedule)
    days = [text(value) for value in items(schedule.get("byDay"))]
    byday = byday_of(days)
    if len(byday) < len(set(days)):
        notes.warn("field_ignored", "byDay", ", ".join(days))
    count = integer(schedule.get("repeatCount"))
    return _Told(
        freq=freq,
        interval=interval,
        byday=byday,
        bymonthday=_numbers(schedule.get("byMonthDay"), -31, 31),
        bymonth=_numbers(schedule.get("byMonth"), 1, 12),
        count=count if count is not None and 0 < count <= _MOST_COUNT else None,
    )


def _frequency(schedule: dict[str, Any]) -> tuple[str, int]:
    """``P2W`` as weekly, every other; days of the week without a frequency repeat weekly."""
    told = text(schedule.get("repeatFrequency")).upper()
    found = _FREQUENCY.fullmatch(told)
    if found and int(found[1]):
        return _FREQ[found[2]], int(found[1])
    if not told and schedule.get("byDay"):
        return "WEEKLY", 1
    raise Refused("rrule_unsupported", "repeatFrequency", told)


def _first(begins: date, told: _Told) -> date | None:
    weekdays = [number for number in map(weekday_of, told.byday) if number is not None]
    if told.freq == "WEEKLY" and weekdays and not told.bymonth and not told.bymonthday:
        return first_on(begins, weekdays, told.interval)
    return first_matching(begins, told.byday, told.bymonthday, told.bymonth)


def _rule(told: _Told, start: Moment, last: date | None, zone: ZoneInfo) -> str:
    """With COUNT where the schedule counts, else with UNTIL: a rule has only one of the two."""
    until = ""
    if told.count is None and last is not None:
        until = last_instant(last, zone) if isinstance(start, datetime) else f"{last:%Y%m%d}"
    others = (("BYMONTHDAY", told.bymonthday), ("BYMONTH", told.bymonth))
    return rule(told.freq, interval=told.interval, byday=told.byday, count=told.count, until=until, others=others)


def _hours(schedule: dict[str, Any], day: date, zone: ZoneInfo) -> tuple[Moment, Moment | None]:
    """The first instance: from ``startTime`` to ``endTime``, else for ``duration``; a whole day where no time is told."""
    opens, closes, length = clock_of(schedule.get("startTime")), clock_of(schedule.get("endTime")), length_of(schedule.get("duration"))
    if opens is None:
        return day, None
    start, end = span(day, opens, closes, zone)
    if end is None and length is not None and length < timedelta(days=367):
        end = (start.replace(tzinfo=None) + length).replace(tzinfo=zone)
    return start, end


def _excepted(schedule: dict[str, Any], start: Moment, zone: ZoneInfo, notes: Notes) -> tuple[Moment, ...]:
    """``exceptDate``: instants as they are, days at the series' own time of day."""
    found = list[Moment]()
    for value in items(schedule.get("exceptDate")):
        moment = moment_of(value, zone)
        if moment is None:
            notes.warn("bad_date_dropped", "exceptDate", text(value))
        elif isinstance(start, datetime) and not isinstance(moment, datetime):
            found.append(at(moment, start.time(), zone))
        else:
            found.append(moment if isinstance(start, datetime) or not isinstance(moment, datetime) else moment.date())
    return tuple(found)


def _day(value: Any, zone: ZoneInfo) -> date | None:
    moment = moment_of(value, zone)
    return moment.date() if isinstance(moment, datetime) else moment


def _numbers(value: Any, lowest: int, highest: int) -> tuple[int, ...]:
    told = (integer(number) for number in items(value))
    return tuple(sorted({number for number in told if number is not None and lowest <= number <= highest and number}))
