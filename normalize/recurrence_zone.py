"""Wall clock to instant and back, with one rule for the hour that does not exist and one for the hour that comes twice.

* The missing hour: the time is read with the offset before the change, 03:30 becomes 04:30 (RFC 5545 section 3.3.5: "the DATE-TIME
  value is interpreted using the UTC offset before the gap in local times").
* The doubled hour: the first of the two (same section: "the DATE-TIME value refers to the first occurrence of the referenced time").
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from normalize.recurrence_starts import DAY, HOUR, LAST_WALL, MINUTE

_DAY = timedelta(days=1)


@lru_cache(maxsize=512)
def zone(name: str) -> tzinfo:
    """The zone of an IANA name or a fixed offset (``+03:00``); raises ``ZoneInfoNotFoundError`` or ``ValueError`` for anything else."""
    if name[:1] in {"+", "-"}:
        return datetime.strptime(name, "%z").tzinfo or UTC
    return ZoneInfo(name)


def settle(wall: datetime, tz: tzinfo) -> datetime:
    """The naive wall clock as an instant of the zone, moved ahead where it falls into the missing hour."""
    return localize(wall.replace(tzinfo=tz), tz)


def localize(moment: datetime, tz: tzinfo) -> datetime:
    """The same instant in the zone; at the ends of the calendar, where no instant can be moved, the same clock."""
    try:
        return moment.astimezone(UTC).astimezone(tz)
    except OverflowError:
        return moment.replace(tzinfo=tz)


def wall_of(moment: datetime | date, tz: tzinfo) -> int:
    """The moment as a wall (``recurrence_starts``) of the zone; a plain date is its midnight."""
    if not isinstance(moment, datetime):
        return moment.toordinal() * DAY
    try:
        local = moment.astimezone(tz) if moment.tzinfo else moment
    except OverflowError:
        local = moment
    return local.toordinal() * DAY + local.hour * HOUR + local.minute * MINUTE + local.second


def walls_of(moment: datetime | date, timezone: str) -> tuple[int, ...]:
    """The walls of the zone that mean this moment: one, and the one in the missing hour that is read as it."""
    tz = zone(timezone)
    wall = wall_of(moment, tz)
    near = changes(timezone, moment.year, moment.year)
    if not isinstance(moment, datetime) or not any(low <= wall < 2 * high - low for low, high in near):
        return (wall,)
    utc = moment.astimezone(UTC)
    before = wall_of(utc - _DAY, tz) + DAY
    return (wall, before) if settle(naive(before), tz) == utc else (wall,)


def naive(wall: int) -> datetime:
    """The wall as a naive datetime, clamped to the calendar's years."""
    day, seconds = divmod(min(max(wall, DAY), LAST_WALL), DAY)
    return datetime.combine(date.fromordinal(day), clock(seconds))


@lru_cache(maxsize=4096)
def clock(seconds: int) -> time:
    """The time of day that many seconds after midnight."""
    return time(seconds // HOUR, seconds // MINUTE % 60, seconds % MINUTE)


@lru_cache(maxsize=512)
def changes(name: str, first_year: int, last_year: int) -> tuple[tuple[int, int], ...]:
    """The walls (from, to) that are missing or come twice in these years, both inclusive: only there a wall clock needs care."""
    return tuple(change for year in range(first_year, last_year + 1) for change in _changes_of_year(name, year))


@lru_cache(maxsize=4096)
def _changes_of_year(name: str, year: int) -> tuple[tuple[int, int], ...]:
    """One for each day (of UTC) at whose ends the offsets differ."""
    tz = zone(name)
    if isinstance(tz, timezone) or not date.min.year < year < date.max.year:
        return ()
    days = (datetime(year, 1, 1, tzinfo=UTC) + number * _DAY for number in range(366))
    return tuple(_change_after(day, tz) for day in days if _offset(day, tz) != _offset(day + _DAY, tz))


def _change_after(day: datetime, tz: tzinfo) -> tuple[int, int]:
    """The walls on both sides of the second of this day in which the offset changes, the smaller one first."""
    low, high = 0, DAY
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(day + timedelta(seconds=middle), tz) == _offset(day, tz):
            low = middle
        else:
            high = middle
    change = wall_of(day + timedelta(seconds=high), tz)
    before = wall_of(day + timedelta(seconds=low), tz) + 1
    return min(before, change), max(before, change)


def _offset(moment: datetime, tz: tzinfo) -> timedelta | None:
    return moment.astimezone(tz).utcoffset()
