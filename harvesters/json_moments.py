"""Times as JSON interfaces write them: ISO 8601 texts, milliseconds, clock times and lengths, on the clock of a named zone.

Everything here gives ``None`` for what is no such value. Years outside 1000 to 9000 are none, so that a day more or less, or another
zone, is always a time that can be computed with (reliability E11).
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.ical_zones import named_zone
from harvesters.record import Moment

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s*(?:([Zz])|([+-])(\d\d):?(\d\d)?)?",
    re.ASCII,
)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:?\d\d)?", re.ASCII)
_LENGTH = re.compile(
    r"P(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,5})D)?(?:T(?:(?P<hours>\d{1,5})H)?(?:(?P<minutes>\d{1,6})M)?(?:(?P<seconds>\d{1,8})S)?)?",
    re.ASCII,
)
_LEAP = 60
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FARTHEST_MS = 30_000_000_000_000
"""Years 1020 to 2920: no calendar needs more."""
_MOST_OFFSET = 24 * 60
_FIRST_YEAR, _LAST_YEAR = 1000, 9000


def zone_of(name: Any, source_zone: str) -> ZoneInfo:
    """The zone a record names, else the source's; a name that means nothing counts as none."""
    found = named_zone(name, source_zone) if isinstance(name, str) else None
    return found if isinstance(found, ZoneInfo) else ZoneInfo(source_zone)


def day_of(value: Any) -> date | None:
    """``2026-11-24`` as a whole day."""
    found = _DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or not _FIRST_YEAR <= int(found[1]) <= _LAST_YEAR:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def moment_of(value: Any, zone: ZoneInfo) -> Moment | None:
    """A day as a day; a time as an aware moment on the clock of the zone: one without an offset is read there, others are moved to it."""
    if not isinstance(value, str):
        return None
    whole = day_of(value)
    found = _MOMENT.fullmatch(value.strip())
    if whole is not None or found is None:
        return whole
    start = day_of(found[1])
    seconds = int(found[4] or 0)
    try:
        clock = time(int(found[2]), int(found[3]), 59 if seconds == _LEAP else seconds)
        return None if start is None else _aware(datetime.combine(start, clock), found, zone)
    except ValueError:
        return None


def _aware(wall: datetime, found: re.Match[str], zone: ZoneInfo) -> datetime:
    if found[5]:
        return wall.replace(tzinfo=UTC).astimezone(zone)
    if not found[6]:
        return wall.replace(tzinfo=zone)
    minutes = int(found[7]) * 60 + int(found[8] or 0)
    if minutes >= _MOST_OFFSET:
        raise ValueError(found[0])
    offset = timedelta(minutes=-minutes if found[6] == "-" else minutes)
    return wall.replace(tzinfo=timezone(offset)).astimezone(zone)


def moment_of_milliseconds(value: Any, zone: ZoneInfo) -> datetime | None:
    """Milliseconds since 1970 as an aware moment on the clock of the zone."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < _FARTHEST_MS:
        return None
    return (_EPOCH + timedelta(milliseconds=int(value))).astimezone(zone)


def clock_of(value: Any) -> time | None:
    """``18:00``, ``18.00`` or ``18:00:00`` as a time of day; an offset beside it says nothing about a day and is left out."""
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        return time(int(found[1]), int(found[2]), int(found[3] or 0)) if found else None
    except ValueError:
        return None


def length_of(value: Any) -> timedelta | None:
    """``PT1H30M`` as a length; months and years, whose length differs, and nothing at all give ``None``."""
    found = _LENGTH.fullmatch(value.strip()) if isinstance(value, str) else None
    told = {name: int(number) for name, number in found.groupdict().items() if number} if found else {}
    return timedelta(**told) if any(told.values()) else None


def at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """That wall clock of that day in the zone."""
    return datetime.combine(day, clock, tzinfo=zone)


def span(day: date, opens: time, closes: time | None, zone: ZoneInfo) -> tuple[datetime, datetime | None]:
    """Start and exclusive end; an end that is not after the start is on the next day."""
    start = at(day, opens, zone)
    if closes is None:
        return start, None
    return start, at(day + timedelta(days=closes <= opens), closes, zone)
