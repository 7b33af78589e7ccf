"""When the instances of one rule start: wall-clock seconds, ascending, without a time zone (RFC 5545 section 3.3.10).

A *wall* is the wall clock as one number: the day's ordinal times 86,400 plus the seconds of the day. Rules are expanded on the wall
clock of the series' zone ("the local time ... remains the same", section 3.3.10), the zone comes after (``recurrence_zone``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from normalize.recurrence_days import LAST_DAY, WEEK, Steps, matching_days, weekday
from normalize.recurrence_rule import Rule

DAY = 86_400
HOUR = 3_600
MINUTE = 60
LAST_WALL = LAST_DAY * DAY + DAY - 1


def starts(rule: Rule, start: int, first: int, last: int, steps: Steps) -> Iterable[int]:
    """The walls that the rule itself gives in ``[first, last]``, both inclusive; UNTIL is the caller's (part of ``last``).

    COUNT is counted from ``start`` (DTSTART), whose time of day, weekday ... hold where the rule is silent. Raises
    ``TooManyStepsError`` when COUNT forces a longer walk than ``steps`` allows.
    """
    first = max(first, start)
    if is_plain(rule):
        return _plain(rule, start, first, min(last, _last_by_count(rule, start)))
    if rule.count is None:
        return _walk(rule, start, first, last, steps)
    return (wall for wall in islice(_walk(rule, start, start, last, steps), rule.count) if wall >= first)


def is_plain(rule: Rule) -> bool:
    """True for DAILY and WEEKLY with nothing but INTERVAL, WKST and (WEEKLY) BYDAY: these are arithmetic, however long they run."""
    if rule.by_position or rule.by_hour or rule.by_minute or rule.by_second:
        return False
    if rule.freq == "WEEKLY":
        return not (rule.by_month or rule.by_week or rule.by_year_day or rule.by_month_day)
    return rule.freq == "DAILY" and not rule.filters_days


def period_seconds(rule: Rule) -> int:
    """The least length of one step of the rule, for telling how many lie between two dates."""
    days = {"YEARLY": 365, "MONTHLY": 28, "WEEKLY": WEEK, "DAILY": 1, "HOURLY": 1}[rule.freq]
    return days * DAY * (rule.interval if rule.freq != "HOURLY" else 1)


def _plain(rule: Rule, start: int, first: int, last: int) -> Sequence[int]:
    """Straight to ``first``, without looking at what came before."""
    if rule.freq == "DAILY":
        return range(*_reach(start, first, last, rule.interval * DAY))
    base, offsets = _week(rule, start)
    length = WEEK * rule.interval * DAY
    if len(offsets) == 1:
        return range(*_reach(base + offsets[0] if base + offsets[0] >= start else base + offsets[0] + length, first, last, length))
    weeks = range(base + (first - base) // length * length, last + 1, length)
    return [wall for week in weeks for offset in offsets if first <= (wall := week + offset) <= last]


def _reach(start: int, first: int, last: int, length: int) -> tuple[int, int, int]:
    """The bounds of the range that steps by ``length`` from ``start`` and lies in ``[first, last]``."""
    return start + max(0, -(-(first - start) // length)) * length, last + 1, length


def _week(rule: Rule, start: int) -> tuple[int, list[int]]:
    """The wall of DTSTART's time of day on the first day (WKST) of its week, and the offsets of the rule's weekdays."""
    day = start // DAY
    base = start - (weekday(day) - rule.week_start) % WEEK * DAY
    days = {number for _, number in rule.by_day} or {weekday(day)}
    return base, sorted((number - rule.week_start) % WEEK * DAY for number in days)


def _last_by_count(rule: Rule, start: int) -> int:
    """The wall of the COUNT-th instance of a plain rule; beyond everything without COUNT."""
    if rule.count is None:
        return LAST_WALL
    if rule.freq == "DAILY":
        return start + (rule.count - 1) * rule.interval * DAY
    base, offsets = _week(rule, start)
    missed = sum(base + offset < start for offset in offsets)
    weeks, place = divmod(rule.count - 1 + missed, len(offsets))
    return base + weeks * WEEK * rule.interval * DAY + offsets[place]


def _walk(rule: Rule, start: int, first: int, last: int, steps: Steps) -> Iterator[int]:
    """The walls from ``first`` to ``last``, period by period."""
    clocks = _clocks(rule, start)
    for begin, days in matching_days(rule, start // DAY, first // DAY, steps):
        if begin * DAY > last:
            return
        for wall in _of_period(rule, start, days, clocks):
            if wall > last:
                return
            if wall >= first:
                yield wall


def _of_period(rule: Rule, start: int, days: Sequence[int], clocks: Sequence[int]) -> Iterable[int]:
    """The walls of one period, BYSETPOS applied ("within the set of recurrence instances specified by the rule" of one period)."""
    if rule.freq != "HOURLY":
        walls = [day * DAY + clock for day in days for clock in clocks]
        return _positions(walls, rule.by_position) if rule.by_position else walls
    hours = [hour for day in days for hour in _hours(rule, start, day)]
    sets = [[hour + clock for clock in clocks] for hour in hours]
    return [wall for walls in sets for wall in (_positions(walls, rule.by_position) if rule.by_position else walls)]


def _hours(rule: Rule, start: int, day: int) -> Iterator[int]:
    """The walls of the full hours of a day that HOURLY steps on."""
    base = start // HOUR
    begin = day * 24
    for hour in range(begin + (base - begin) % rule.interval, begin + 24, rule.interval):
        if not rule.by_hour or hour - begin in rule.by_hour:
            yield hour * HOUR


def _clocks(rule: Rule, start: int) -> list[int]:
    """The seconds after midnight (after the full hour for HOURLY) at which a matching day has instances."""
    second, minute, hour = start % MINUTE, start // MINUTE % 60, start // HOUR % 24
    hours = (0,) if rule.freq == "HOURLY" else rule.by_hour or (hour,)
    minutes, seconds = rule.by_minute or (minute,), rule.by_second or (second,)
    return [h * HOUR + m * MINUTE + s for h in hours for m in minutes for s in seconds]


def _positions(walls: Sequence[int], positions: Sequence[int]) -> list[int]:
    """The n-th walls of a period's set, counted from either end."""
    return sorted({walls[n - 1 if n > 0 else n] for n in positions if abs(n) <= len(walls)})
