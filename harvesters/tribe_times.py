"""When an event of The Events Calendar takes place: ``start_date`` and ``end_date`` on its own clock, the same in UTC beside them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.ical_zones import named_zone
from harvesters.json_document import text
from harvesters.json_moments import moment_of
from harvesters.ledger import Refused
from harvesters.record import Moment

_DAY = timedelta(days=1)
_UTC = ZoneInfo("UTC")
_FIRST_YEAR, _LAST_YEAR = 1600, 9000
"""Years that a day can be added to in every zone."""
_FARTHEST = timedelta(hours=14)


def times_of(record: Mapping[str, Any], source_zone: str) -> tuple[Moment, Moment | None]:
    """Start and exclusive end; raises ``Refused`` (``no_start``, ``bad_value``).

    Whole days end at the last second of the last one. An end equal to the start is what the form gives where nobody filled it in.
    """
    start, end = _wall(record, "start_date"), _wall(record, "end_date")
    if start is None:
        raise Refused("no_start", "start_date")
    if record.get("all_day") is True:
        return start.date(), _after_days(start.date(), end)
    zone = _zone(record, start, source_zone)
    return start.replace(tzinfo=zone), None if end is None or end == start else end.replace(tzinfo=zone)


def _wall(record: Mapping[str, Any], name: str) -> datetime | None:
    """A clock time without its zone; ``None`` where nothing stands there."""
    value = record.get(name)
    if value in (None, ""):
        return None
    moment = moment_of(value, _UTC)
    if not isinstance(moment, datetime) or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise Refused("bad_value", name, text(value))
    return moment.replace(tzinfo=None)


def _after_days(start: date, end: datetime | None) -> date:
    """The day after the last; an end before the start is kept as it is told, for normalize to judge."""
    if end is None:
        return start + _DAY
    midnight = end.time() == time() and end.date() != start
    return end.date() if midnight else end.date() + _DAY


def _zone(record: Mapping[str, Any], start: datetime, source_zone: str) -> tzinfo:
    """The zone the event names, else the source's where its clock agrees with the start in UTC, else the distance between the two.

    WordPress sites without a city set have a fixed distance (``UTC+2``), which is wrong for half the year; the source's zone mends that.
    """
    named = named_zone(text(record.get("timezone")), source_zone)
    if isinstance(named, ZoneInfo):
        return named
    home = ZoneInfo(source_zone)
    instant = moment_of(record.get("utc_start_date"), _UTC)
    if not isinstance(instant, datetime):
        return named or home
    distance = start.replace(tzinfo=UTC) - instant
    if home.utcoffset(start) == distance or abs(distance) > _FARTHEST:
        return home
    return timezone(distance)
