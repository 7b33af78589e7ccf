"""When an activity meets: one event of a Lähellä channel as series, each of one time of day (RFC 5545 sections 3.3.10, 3.8.5).

``start`` and ``recurrence.end`` are milliseconds of the first and the last day, both of the series; the times of day stand beside the
weekdays. The event's ``type`` says what sort it is: 1 once, 2 and 4 on weekdays, 3 a run of days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.json_document import integer, items, mapping, mappings, text
from harvesters.json_moments import clock_of, moment_of, moment_of_milliseconds, span, zone_of
from harvesters.ledger import Notes, Refused
from harvesters.record import Moment
from harvesters.weekly_rules import CODES, days, first_on, last_instant, ordinal, rule

_PERIODS = {
    "P1D": ("DAILY", 1),
    "P1W": ("WEEKLY", 1),
    "P2W": ("WEEKLY", 2),
    "P3W": ("WEEKLY", 3),
    "P4W": ("WEEKLY", 4),
    "P1M": ("MONTHLY", 1),
}
_GAPS = {"P1W": 1, "P2W": 2, "P3W": 3, "P4W": 4}
_ONCE, _RUN = "1", "3"
_ONE_DAY = timedelta(days=1)
_SUNDAY = 7

Hours = tuple[time, time | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One series, or one single time."""

    start: Moment
    end: Moment | None = None
    rrule: tuple[str, ...] = ()
    exdate: tuple[Moment, ...] = ()
    weekdays: tuple[int, ...] = ()
    """The weekdays it was made for; empty where the event names none."""
    once: bool = False
    """True where it does not repeat."""


def grouped(event: dict[str, Any]) -> list[tuple[tuple[int, ...], Hours]]:
    """The weekdays (1 Monday to 7 Sunday) that share a time of day, with that time; in the order of the week."""
    found: dict[Hours, set[int]] = {}
    for row in mappings(mapping(event.get("recurrence")).get("daySpecificTimes")):
        weekday, opens = integer(row.get("weekday")), clock_of(row.get("startTime"))
        if opens is not None and weekday is not None and 1 <= weekday <= _SUNDAY:
            found.setdefault((opens, clock_of(row.get("endTime"))), set()).add(weekday)
    if text(event.get("type")) == _ONCE and found:
        hours = next(iter(found))
        return [(tuple(sorted(found[hours])), hours)]
    return sorted((tuple(sorted(numbers)), hours) for hours, numbers in found.items())


def series_of(event: dict[str, Any], source_zone: str, notes: Notes) -> tuple[Series, ...]:
    """Every series of the event; raises ``Refused`` where it has no start, or repeats in a way that has no meaning here."""
    zone = zone_of(event.get("timeZone"), source_zone)
    recurrence = mapping(event.get("recurrence"))
    start = _moment(event.get("start"), zone)
    if start is None:
        raise Refused("no_start", "start", text(event.get("start")))
    last = _moment(recurrence.get("end"), zone)
    plan = _Plan(event, zone, start, last, _excluded(recurrence, zone, notes))
    groups = grouped(event)
    if len(groups) < len({text(row.get("startTime")) for row in mappings(recurrence.get("daySpecificTimes"))}):
        notes.warn("field_ignored", "daySpecificTimes")
    found = tuple(plan.on_weekdays(weekdays, hours) for weekdays, hours in groups) if groups else (plan.without_weekdays(),)
    plan.tell_idle(found, notes)
    return found


class _Plan:
    """What an event says once its fields are read."""

    def __init__(self, event: dict[str, Any], zone: ZoneInfo, start: datetime, last: datetime | None, excluded: tuple[date, ...]) -> None:
        self.kind = text(event.get("type"))
        self.zone = zone
        self.start = start
        self.last = None if last is None else last.date()
        self.ends = _moment(event.get("end"), zone) or (last if last is not None and last.time() != time() else None)
        self.excluded = excluded
        self.freq, self.interval = _period(mapping(event.get("recurrence")))

    @property
    def is_once(self) -> bool:
        """One single time: told so, or without anything that repeats it, or ended on its first day."""
        return self.kind == _ONCE or not self.freq or self.last == self.start.date()

    def on_weekdays(self, weekdays: tuple[int, ...], hours: Hours) -> Series:
        """The series of one time of day. A daily period beside weekdays is the run of days that they are taken from."""
        if self.is_once:
            start, end = span(self.start.date(), *hours, self.zone)
            return Series(start=start, end=end, weekdays=weekdays, once=True)
        first = first_on(self.start.date(), weekdays, self.interval)
        start, end = span(first, *hours, self.zone)
        until = last_instant(self.last, self.zone) if self.last else ""
        if self.freq == "MONTHLY":
            text_of_rule = rule("MONTHLY", byday=(f"{ordinal(first)}{CODES[first.weekday()]}",), until=until)
        else:
            text_of_rule = rule("WEEKLY", interval=self.interval, byday=days(weekdays), until=until)
        gaps = tuple(span(day, hours[0], None, self.zone)[0] for day in self.excluded if day.isoweekday() in weekdays)
        return Series(start=start, end=end, rrule=(text_of_rule,), exdate=gaps, weekdays=weekdays)

    def without_weekdays(self) -> Series:
        """By the start alone; a midnight there says a day, not a time."""
        if self.kind == _RUN or self.start.time() == time():
            return self._of_days()
        end = (
            self.ends
            if self.ends is not None and self.ends > self.start and (self.is_once or self.ends.date() == self.start.date())
            else None
        )
        if self.is_once:
            return Series(start=self.start, end=end, once=True)
        until = last_instant(self.last, self.zone) if self.last else ""
        gaps = tuple(datetime.combine(day, self.start.time(), tzinfo=self.zone) for day in self.excluded)
        return Series(start=self.start, end=end, rrule=(rule(self.freq, interval=self.interval, until=until),), exdate=gaps)

    def _of_days(self) -> Series:
        first = self.start.date()
        if self.kind == _RUN or self.is_once:
            last = self.last if self.last is not None and self.last >= first else first
            return Series(start=first, end=last + _ONE_DAY, once=True)
        until = f"{self.last:%Y%m%d}" if self.last else ""
        return Series(start=first, rrule=(rule(self.freq, interval=self.interval, until=until),), exdate=self.excluded)

    def tell_idle(self, found: tuple[Series, ...], notes: Notes) -> None:
        """An excluded day on which nothing would have been is very likely a mistake."""
        weekdays = {number for series in found for number in series.weekdays}
        idle = [day for day in self.excluded if weekdays and day.isoweekday() not in weekdays]
        if idle:
            notes.warn("field_ignored", "exclude", ", ".join(map(str, idle)))


def _period(recurrence: dict[str, Any]) -> tuple[str, int]:
    """Frequency and interval; ``gap`` stretches a weekly one. Raises ``Refused`` for a period that has no meaning here."""
    told = text(recurrence.get("period")).upper()
    if not told:
        return ("WEEKLY", 1) if mappings(recurrence.get("daySpecificTimes")) else ("", 1)
    if told not in _PERIODS:
        raise Refused("rrule_unsupported", "period", told)
    freq, interval = _PERIODS[told]
    gap = _GAPS.get(text(recurrence.get("gap")).upper(), 1)
    return freq, max(interval, gap) if freq == "WEEKLY" else interval


def _excluded(recurrence: dict[str, Any], zone: ZoneInfo, notes: Notes) -> tuple[date, ...]:
    """The days left out, as days or as milliseconds."""
    found = []
    for value in items(recurrence.get("exclude")):
        moment = _moment(value, zone)
        if moment is None:
            notes.warn("bad_date_dropped", "exclude", text(value))
        else:
            found.append(moment.date())
    return tuple(sorted(set(found)))


def _moment(value: Any, zone: ZoneInfo) -> datetime | None:
    """Milliseconds as the interface writes them, also in quotes; an ISO 8601 day is its midnight."""
    told = integer(value) if isinstance(value, str) else value
    found = moment_of_milliseconds(told, zone) or moment_of(value, zone)
    if found is None or isinstance(found, datetime):
        return found
    return datetime.combine(found, time(), tzinfo=zone)
