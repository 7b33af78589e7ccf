"""Two dated instances: whether their times are those of one event, or differ as two listings of one event do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from normalize.recurrence_zone import zone
from normalize.traits import Traits

NEAR_SECONDS = 3 * 3600
"""Starts further apart than this, and not by the offset from UTC, are not compared."""
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_QUARTERS = frozenset({15 * _MINUTE, 30 * _MINUTE, 45 * _MINUTE})
_LONG = 20 * _HOUR
"""What takes longer is told by its days."""
_ASSUMED = 90 * _MINUTE
"""How long a thing is thought to take where no end is told."""
_BREAK = 30 * _MINUTE
"""Longest break between two groups that follow each other."""
_TURN = 15 * _MINUTE
"""The least between two showings in one hall."""
_EPOCH_DAY = datetime(1970, 1, 1, tzinfo=UTC).toordinal()
SHIFTS = frozenset({"utc_apart", "hour_apart"})


@dataclass(frozen=True, slots=True)
class Instance:
    """One dated instance of a telling, in seconds and local days as ``Traits`` has them."""

    start: int
    end: int | None
    day: int
    is_whole_day: bool
    timezone: str

    @property
    def until(self) -> int:
        """Its end, or the one that is assumed."""
        return self.end if self.end is not None else self.start + _ASSUMED

    @property
    def told(self) -> str:
        """Local time as ``2026-11-24T10:00/2026-11-24T12:00``, without an end where none is told; the day alone for a whole day."""
        if self.is_whole_day:
            return written(self.start, self.timezone)[:10]
        return written(self.start, self.timezone) + ("" if self.end is None else "/" + written(self.end, self.timezone))


def instance(traits: Traits, at: int = 0) -> Instance:
    """The instance at a place in the row."""
    return Instance(traits.starts[at], traits.ends[at], traits.days[at], traits.is_whole_day, traits.timezone)


@lru_cache(maxsize=32_768)
def written(second: int, timezone: str) -> str:
    """A moment on the zone's clock, to the minute."""
    return datetime.fromtimestamp(second, zone(timezone)).isoformat()[:16]


@lru_cache(maxsize=32_768)
def offset_at(second: int, timezone: str) -> int:
    """The zone's offset from UTC at a moment, in seconds."""
    offset = datetime.fromtimestamp(second, zone(timezone)).utcoffset() or timedelta()
    return int(offset.total_seconds())


def clock_seconds(one: Instance) -> int:
    """Seconds on the local clock from midnight of its day to its start."""
    return one.start + offset_at(one.start, one.timezone) - (one.day - _EPOCH_DAY) * _DAY


def may_be_one(a: Instance, b: Instance) -> bool:
    """False for two that are too far apart to be one, whatever else agrees."""
    if a.is_whole_day or b.is_whole_day:
        return abs(a.day - b.day) <= (a.is_whole_day != b.is_whole_day)
    apart = abs(a.start - b.start)
    return apart <= NEAR_SECONDS or apart == abs(offset_at(a.start, a.timezone))


def code_of(a: Instance, b: Instance) -> str:
    """How the times of two instances go together: a code of ``likeness_points.TIME``."""
    if a.is_whole_day != b.is_whole_day:
        return _day_and_time(a, b) if a.is_whole_day else _day_and_time(b, a)
    if a.start == b.start:
        return _from_one_start(a, b)
    return "other_dates" if a.is_whole_day else _from_two_starts(a, b)


def _from_one_start(a: Instance, b: Instance) -> str:
    """The start is the same: what of the end?"""
    if a.end is None and b.end is None and not a.is_whole_day and not clock_seconds(a):
        return "whole_day"
    if a.end is None or b.end is None:
        return "same_times" if a.is_whole_day and a.end == b.end else "same_start"
    if a.end == b.end:
        return "same_times"
    shorter, longer = sorted((a.end - a.start, b.end - b.start))
    return "first_day" if longer > _LONG and shorter <= _DAY + _HOUR and longer - shorter > _HOUR else "same_start_other_end"


def _from_two_starts(a: Instance, b: Instance) -> str:
    """Two clock times: a known pattern, or two occasions."""
    apart, overlap = abs(a.start - b.start), do_overlap(a, b)
    if a.end is not None and a.end == b.end and apart <= _HOUR:
        return "same_end"
    if a.end is None or b.end is None or a.end - b.end == a.start - b.start:
        if apart == abs(offset_at(a.start, a.timezone)):
            return "utc_apart"
        if apart == _HOUR:
            return "hour_apart"
    if overlap and apart in _QUARTERS:
        return "quarters_apart"
    if overlap:
        return "other_start"
    return "other_performance" if a.day == b.day else "other_dates"


def _day_and_time(whole: Instance, timed: Instance) -> str:
    """A whole day beside a time of day."""
    if whole.day != timed.day:
        return "other_dates"
    return "whole_day" if whole.end is None or whole.end - whole.start <= _DAY + _HOUR else "first_day"


def do_overlap(a: Instance, b: Instance) -> bool:
    """True where the later one begins before the earlier one is over."""
    first, second = sorted((a, b), key=lambda one: one.start)
    return second.start < first.until


def do_follow(a: Instance, b: Instance) -> bool:
    """True where the later one begins when the earlier one is over or soon after."""
    first, second = sorted((a, b), key=lambda one: one.start)
    return 0 <= second.start - first.until <= _BREAK


def is_at_once(a: Instance, b: Instance) -> bool:
    """True where the later one begins the moment the earlier one is told to be over: no stage is made ready again so soon."""
    first, second = sorted((a, b), key=lambda one: one.start)
    return first.end is not None and second.start - first.end < _TURN
