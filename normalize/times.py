"""When: every time of a record as an aware instant in a named zone, or as a plain day.

A floating time (RFC 5545 section 3.3.5, form 1) is read in the zone the document declares, else the source's, else the region's. A single
event written in UTC is shown in that zone too, because UTC is how its program stores times and no wall clock anyone looks at; a series
in UTC stays in UTC, because its rule counts UTC days (section 3.8.5.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from harvesters.record import Moment
from normalize.model import Start
from normalize.recurrence_window import midnight
from normalize.recurrence_zone import zone

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years outside are out of the horizon before anything is computed with them."""
FIRST_SERIES_YEAR = 1583
"""The first whole year of the Gregorian calendar: a yearly feast may count from long ago and still come next month."""
ONE_DAY = timedelta(days=1)
LONGEST_TIMED = timedelta(days=366)
"""Longest single event with a time of day."""
LONGEST_ALL_DAY = timedelta(days=3 * 366)
"""Longest single event of whole days: exhibitions of two years exist."""

_UTC_NAMES = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Etc/Zulu", "Zulu", "Etc/Universal", "Universal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A moment with its place in time: aware or a day, the name of its zone, and what had to be assumed."""

    start: Start
    timezone: str
    floating: bool = False
    in_gap: bool = False
    """The wall clock never showed this time (a spring night); it was moved on by the length of the gap."""


def zone_name(moment: datetime) -> str:
    """The name of an aware moment's zone: ``UTC``, an IANA name, or the fixed offset ``+03:00``."""
    if isinstance(moment.tzinfo, ZoneInfo) and moment.tzinfo.key:
        return "UTC" if moment.tzinfo.key in _UTC_NAMES else moment.tzinfo.key
    offset = moment.utcoffset() or timedelta()
    if not offset:
        return "UTC"
    minutes = round(abs(offset) / timedelta(minutes=1))
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02d}:{minutes % 60:02d}"


def home_zone(declared: str, source: str | None, region: str) -> str:
    """The zone for times that name none: the document's, else the source's, else the region's."""
    for name in (declared, source or ""):
        if name and name not in _UTC_NAMES and _exists(name):
            return name
    return region


def _exists(name: str) -> bool:
    """True for an IANA name or a fixed offset."""
    try:
        zone(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # the last: a name that is a folder of the tz database
        return False
    return True


def settle(moment: Moment, home: str, *, keep_utc: bool = False) -> Settled:
    """The moment as an aware instant or a day. ``home`` is the zone for floating times and, unless ``keep_utc``, for those in UTC.

    A time that does not exist is moved on by the length of the gap, as the offset before the gap has it (RFC 5545 section 3.3.5);
    of a time that exists twice the first is meant, unless the reader said otherwise (``fold``).
    """
    if not isinstance(moment, datetime):
        return Settled(start=moment, timezone=home)
    floating = moment.tzinfo is None
    aware = moment.replace(tzinfo=zone(home)) if floating else moment
    name = home if floating else zone_name(aware)
    existing = aware.astimezone(UTC)
    if name == "UTC" and not keep_utc:
        name = home
    shown = existing.astimezone(aware.tzinfo)  # of one zone, so the two are compared by what their clocks show
    target = zone(name)
    start = shown if target is aware.tzinfo else existing.astimezone(target)
    return Settled(start=start, timezone=name, floating=floating, in_gap=shown != aware)


def in_zone(moment: Start, timezone_name: str) -> Start:
    """The same instant on another zone's clock; a day stays the day."""
    return moment.astimezone(zone(timezone_name)) if isinstance(moment, datetime) else moment


def stamp(moment: Start, timezone_name: str) -> str:
    """The recurrence id: the wall clock of the zone as ``20261124T100000``, or the day as ``20261124``."""
    if isinstance(moment, datetime):
        return moment.astimezone(zone(timezone_name)).strftime("%Y%m%dT%H%M%S")
    return f"{moment:%Y%m%d}"


def instant(moment: Start, timezone_name: str) -> datetime:
    """The moment in UTC; of a day its first instant in the zone: what sorts days among times."""
    return moment.astimezone(UTC) if isinstance(moment, datetime) else midnight(moment, timezone_name)


def length(start: Start, end: Start) -> timedelta:
    """The real time from start to end, both instants or both days; two clocks of one zone would hide a change of the clock."""
    if isinstance(start, datetime) or isinstance(end, datetime):
        return instant(end, "UTC") - instant(start, "UTC")
    return end - start


def after(start: Start, duration: timedelta) -> Start:
    """The end after a duration: its days on the calendar, the rest of it on the clock (RFC 5545 section 3.3.6)."""
    if not isinstance(start, datetime):
        return start + timedelta(days=duration.days)
    days, rest = timedelta(days=duration.days), timedelta(seconds=duration.seconds)
    return ((start + days).astimezone(UTC) + rest).astimezone(start.tzinfo)


def is_sane(moment: Moment, *, series: bool = False) -> bool:
    """True for a moment of a year that can be computed with; a series may begin long ago."""
    return (FIRST_SERIES_YEAR if series else FIRST_YEAR) <= moment.year <= LAST_YEAR
