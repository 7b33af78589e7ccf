"""How often is often enough: back-off after failures, intervals that follow how often a source changes, and hours that spread out.

Pure arithmetic; ``kooste.scheduler`` puts it together with what the store knows.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
SPREAD_FROM = timedelta(hours=1)
"""Intervals from here on are spread; a shorter one is within a minute or two of what was asked anyway."""
SPREAD = 0.1
"""Share of the interval by which sources of one interval are spread, half of it to each side."""
NIGHT = time(1), timedelta(hours=4)
"""When sources that are asked once a day or less are asked: local hours in which servers have little else to do."""
EARLIEST_SHARE = 0.75
"""A nightly source is not asked before this share of its interval is over."""
SLOWER, FASTER = 1.5, 0.5
"""What an answer without and one with a change do to an adaptive interval."""


def fraction(source_id: str) -> float:
    """A number in [0, 1) that belongs to the source: the same at every run, different between sources."""
    return int.from_bytes(hashlib.sha256(source_id.encode()).digest()[:4], "big") / 2**32


def backed_off(interval: timedelta, failures: int) -> timedelta:
    """The interval doubled for each failure in a row, up to a day; an interval that is longer than a day stays as it is."""
    if not failures:
        return interval
    return max(interval, min(interval * (1 << min(failures, 20)), DAY))


def adapted(shortest: timedelta, longest: timedelta, current: timedelta | None, *, changed: bool) -> timedelta:
    """The next interval of a source between its declared bounds: sooner where something changed, later where nothing did."""
    if current is None:
        return shortest
    wanted = current * (FASTER if changed else SLOWER)
    return min(max(wanted, shortest), longest)


def spread(source_id: str, last: datetime, interval: timedelta, zone: str) -> datetime:
    """When a source is due, ``interval`` after ``last``, moved a little so that not all come at once (``last`` is aware; so is this)."""
    if interval < SPREAD_FROM:
        return last + interval
    if interval < DAY:
        return last + interval * (1 + SPREAD * (fraction(source_id) - 0.5))
    return _at_night(source_id, last + interval * EARLIEST_SHARE, zone)


def _at_night(source_id: str, earliest: datetime, zone: str) -> datetime:
    """The source's own minute of the night, the first one that is not before ``earliest``."""
    begin, length = NIGHT
    local = earliest.astimezone(ZoneInfo(zone))
    minute = datetime.combine(local.date(), begin, tzinfo=ZoneInfo(zone)) + length * fraction(source_id)
    found = minute if minute >= earliest else minute + DAY
    return found.astimezone(earliest.tzinfo)
