"""An HSDS schedule as a series, as opening hours, or as words (Open Referral HSDS 3.x, ``schedule``; its rule is RFC 5545's by parts)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.json_document import integer, items, text
from harvesters.json_moments import clock_of, moment_of, span
from harvesters.ledger import Notes
from harvesters.record import Moment, RawHours
from harvesters.weekly_rules import byday_of, first_matching, first_on, last_instant, rule, weekday_of

_FREQ = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_MOST_COUNT, _MOST_INTERVAL = 10_000, 520
_LAST_MONTH_DAY, _LAST_WEEK, _LAST_YEAR_DAY = 31, 53, 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The first instance and the rule of the others."""

    start: Moment
    end: Moment | None = None
    rrule: tuple[str, ...] = ()


def series_of(schedule: dict[str, Any], zone: ZoneInfo, notes: Notes) -> Series | None:
    """The series of a schedule that states its first day and how it repeats; ``None`` for every other one."""
    begins, freq = _day(schedule.get("dtstart"), zone), text(schedule.get("freq")).upper()
    if begins is None or freq not in _FREQ:
        return None
    byday, others = _byday(schedule, notes), _others(schedule)
    interval = _within(schedule.get("interval"), _MOST_INTERVAL) or 1
    weekdays = [number for number in map(weekday_of, byday) if number is not None]
    if freq == "WEEKLY" and weekdays and not others:
        first: date | None = first_on(begins, weekdays, interval)
    elif others.keys() - {"BYMONTHDAY"}:
        first = begins
    else:
        first = first_matching(begins, byday, others.get("BYMONTHDAY", ()))
    if first is None:
        notes.warn("field_ignored", "byday")
        return None
    start, end = _hours(schedule, first, zone)
    count = _within(schedule.get("count"), _MOST_COUNT)
    until = "" if count else _until(schedule, start, zone)
    return Series(
        start=start, end=end, rrule=(rule(freq, interval=interval, byday=byday, count=count, until=until, others=sorted(others.items())),)
    )


def hours_of(schedule: dict[str, Any], zone: ZoneInfo) -> tuple[RawHours, ...]:
    """Opening hours by weekday, with the days they hold; of a version 2 schedule (``weekday``) as of a later one (``byday``)."""
    opens, closes = clock_of(schedule.get("opens_at")), clock_of(schedule.get("closes_at"))
    freq = text(schedule.get("freq")).upper()
    if opens is None or freq not in {"", "WEEKLY", "DAILY"} or (_within(schedule.get("interval"), _MOST_INTERVAL) or 1) > 1:
        return ()
    named = (weekday_of(text(word)) for word in (*_split(schedule.get("byday")), *_split(schedule.get("weekday"))))
    weekdays = sorted({number for number in named if number is not None}) or (list(range(1, 8)) if freq == "DAILY" else [])
    return tuple(
        RawHours(
            weekday=weekday,
            opens=opens.strftime("%H:%M"),
            closes=closes.strftime("%H:%M") if closes else "",
            valid_from=_day(schedule.get("valid_from"), zone) or _day(schedule.get("dtstart"), zone),
            valid_through=_day(schedule.get("valid_to"), zone) or _day(schedule.get("until"), zone),
            note=text(schedule.get("notes"))[:200],
        )
        for weekday in weekdays
    )


def words_of(schedule: dict[str, Any]) -> str:
    """What a schedule says in words alone."""
    return text(schedule.get("description")) or text(schedule.get("original_text"))


def _byday(schedule: dict[str, Any], notes: Notes) -> tuple[str, ...]:
    told = list(_split(schedule.get("byday")))
    found = byday_of(told)
    if len(found) < len(set(told)):
        notes.warn("field_ignored", "byday", ",".join(told))
    return found


def _others(schedule: dict[str, Any]) -> dict[str, tuple[int, ...]]:
    """The further BY parts that say anything."""
    bounds = {"bymonthday": _LAST_MONTH_DAY, "byweekno": _LAST_WEEK, "byyearday": _LAST_YEAR_DAY}
    found = {name.upper(): _numbers(schedule.get(name), bound) for name, bound in bounds.items()}
    return {name: numbers for name, numbers in found.items() if numbers}


def _numbers(value: Any, bound: int) -> tuple[int, ...]:
    told = (integer(word) for word in _split(value))
    return tuple(sorted({number for number in told if number is not None and 0 < abs(number) <= bound}))


def _until(schedule: dict[str, Any], start: Moment, zone: ZoneInfo) -> str:
    """The last day, told as ``until`` or ``valid_to``, that day included."""
    last = _day(schedule.get("until"), zone) or _day(schedule.get("valid_to"), zone)
    if last is None:
        return ""
    return last_instant(last, zone) if isinstance(start, datetime) else f"{last:%Y%m%d}"


def _hours(schedule: dict[str, Any], day: date, zone: ZoneInfo) -> tuple[Moment, Moment | None]:
    """The first instance: from ``opens_at`` to ``closes_at``, else from the time in ``dtstart``, else the whole day."""
    opens, closes = clock_of(schedule.get("opens_at")), clock_of(schedule.get("closes_at"))
    told = moment_of(schedule.get("dtstart"), zone)
    if opens is None and isinstance(told, datetime) and told.time() != time():
        opens = told.time()
    if opens is None:
        return day, day + timedelta(days=1)
    return span(day, opens, closes, zone)


def _day(value: Any, zone: ZoneInfo) -> date | None:
    moment = moment_of(value, zone)
    return moment.date() if isinstance(moment, datetime) else moment


def _split(value: Any) -> Iterator[str]:
    """``TH,FR``, or a list of such."""
    for item in items(value):
        yield from (part.strip() for part in text(item).split(",") if part.strip())


def _within(value: Any, most: int) -> int | None:
    number = integer(value)
    return number if number is not None and 0 < number <= most else None
