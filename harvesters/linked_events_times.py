"""When a Linked Events record takes place.

The interface stores a day as a midnight and tells by ``has_start_time`` and ``has_end_time``, or by writing the day alone, that the clock
of it means nothing. A day as end is the last day itself; a midnight or a second before it is where the day ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.json_moments import moment_of
from harvesters.ledger import Refused
from harvesters.record import Moment

_DAY = timedelta(days=1)
_LAST_MINUTE = time(23, 59)
_FIRST_YEAR, _LAST_YEAR = 1600, 9000
"""Years that a day can be added to in every zone."""


def times_of(record: Mapping[str, Any], zone: ZoneInfo) -> tuple[Moment | None, Moment | None]:
    """Start and exclusive end; ``None`` where the record has none, ``Refused`` where one cannot be read."""
    start, end = told(record, "start_time", zone), told(record, "end_time", zone)
    if isinstance(start, datetime) and record.get("has_start_time") is False:
        start = start.date()
    if start is None or end is None:
        return start, None
    if not isinstance(start, datetime):
        return start, _end_of_days(start, end, zone)
    if isinstance(end, datetime) and record.get("has_end_time") is not False:
        return start, end
    return start, _end_after_clock(start, _day_after(end, zone), zone)


def told(record: Mapping[str, Any], name: str, zone: ZoneInfo) -> Moment | None:
    """The field's moment on the clock of the zone; ``None`` where nothing stands there. Raises ``Refused`` (``bad_value``)."""
    value = record.get(name)
    if value is None or value == "":
        return None
    moment = moment_of(value, zone)
    if moment is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise Refused("bad_value", name, value if isinstance(value, str) else "")
    return moment


def _day_after(end: Moment, zone: ZoneInfo) -> date:
    """The first day that an end told without a clock does not belong to.

    ``23:59:59`` and midnight close a day, on the source's own clock or on that of UTC: systems differ in which one they forgot to convert.
    """
    if not isinstance(end, datetime):
        return end + _DAY
    for clock in (end.astimezone(zone), end.astimezone(UTC)):
        if clock.time() == time():
            return clock.date()
        if clock.time() >= _LAST_MINUTE:
            return clock.date() + _DAY
    return end.astimezone(zone).date() + _DAY


def _end_of_days(start: date, end: Moment, zone: ZoneInfo) -> date:
    """The exclusive end of whole days: at least the day itself; an end before the start is kept as it is told, for normalize to judge."""
    after = _day_after(end, zone)
    return after if after != start else start + _DAY


def _end_after_clock(start: datetime, after: date, zone: ZoneInfo) -> datetime | None:
    """The end of an event that begins at a clock time and ends on a day: midnight after that day.

    On the day of the start itself it is no end at all: the interface puts one there where the publisher gave none.
    """
    if after <= start.astimezone(zone).date() + _DAY:
        return None
    return datetime.combine(after, time(), zone)
