"""Which days a rule picks out, period by period (the table of RFC 5545 section 3.3.10). Days are proleptic Gregorian ordinals.

A *period* is a year, month, week or day, as FREQ says (HOURLY walks days too). Candidates of a period are made from the part that
narrows it most, then the other parts filter them. ``Steps`` counts both, so that no rule can be walked for long.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from normalize.recurrence_rule import Rule

LAST_DAY = date.max.toordinal()
WEEK = 7
_MONTHS = 12
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_JAN_4 = 4
"""The day that is always in the first week of its year (RFC 5545, BYWEEKNO; ISO 8601)."""

Period = tuple[int, Sequence[int]]
"""First day of the period, and the days in it, ascending."""


class TooManyStepsError(Exception):
    """The budget is used up; nothing is known beyond what was given so far."""


@dataclass(slots=True)
class Steps:
    """How far a rule may still be walked: one step a period and one a candidate day."""

    left: int

    def take(self, steps: int) -> None:
        """Fewer steps left; raises ``TooManyStepsError`` when there are none."""
        self.left -= steps
        if self.left < 0:
            raise TooManyStepsError


def matching_days(rule: Rule, start: int, first: int, steps: Steps) -> Iterator[Period]:
    """The matching days of each period in order, from the period that holds ``first`` to the end of the year 9999.

    Days before ``first`` and before DTSTART in the same period are included, for BYSETPOS counts them. Empty periods are given too.
    """
    rule = completed(rule, date.fromordinal(start))
    accept = _filter(rule)
    for begin, candidates in _PERIODS[rule.freq](rule, start, max(first, start)):
        steps.take(1 + len(candidates))
        yield begin, [day for day in candidates if accept(day)] if accept else candidates


def completed(rule: Rule, start: date) -> Rule:
    """The rule with the day parts that it leaves to DTSTART filled in.

    RFC 5545 section 3.3.10: "Information, not contained in the rule, necessary to determine the various recurrence instance start
    time and dates are derived from the Start Time (DTSTART) component attribute."
    """
    if rule.freq in {"DAILY", "HOURLY"} or rule.by_day or rule.by_month_day or rule.by_year_day:
        return rule
    if rule.freq == "WEEKLY" or rule.by_week:
        return replace(rule, by_day=((0, start.weekday()),))
    months = rule.by_month or ((start.month,) if rule.freq == "YEARLY" else ())
    return replace(rule, by_month=months, by_month_day=(start.day,))


def weekday(day: int) -> int:
    """0 for Monday; the first of January of the year 1 is one."""
    return (day - 1) % WEEK


# --- candidates of each period ------------------------------------------------------------------------------------------------


def _daily(rule: Rule, start: int, first: int) -> Iterator[Period]:
    """One day a period; HOURLY looks at every day and leaves the interval to its hours."""
    interval = rule.interval if rule.freq == "DAILY" else 1
    for day in range(start + (first - start) // interval * interval, LAST_DAY + 1, interval):
        yield day, (day,)


def _weekly(rule: Rule, start: int, first: int) -> Iterator[Period]:
    """The days of every ``interval``-th week; weeks begin on WKST, and DTSTART's week is the first."""
    base = start - (weekday(start) - rule.week_start) % WEEK
    offsets = sorted({(day - rule.week_start) % WEEK for _, day in rule.by_day} or range(WEEK))
    length = WEEK * rule.interval
    for begin in range(base + (first - base) // length * length, LAST_DAY - WEEK, length):
        yield begin, [begin + offset for offset in offsets]


def _monthly(rule: Rule, start: int, first: int) -> Iterator[Period]:
    """The candidates of every ``interval``-th month."""
    base, now = (day.year * _MONTHS + day.month - 1 for day in (date.fromordinal(start), date.fromordinal(first)))
    for index in range(base + (now - base) // rule.interval * rule.interval, (date.max.year + 1) * _MONTHS, rule.interval):
        year, month = divmod(index, _MONTHS)
        begin = date(year, month + 1, 1).toordinal()
        wanted = not rule.by_month or month + 1 in rule.by_month
        yield begin, _days_of_month(rule, year, month + 1, begin) if wanted else ()


def _yearly(rule: Rule, start: int, first: int) -> Iterator[Period]:
    """The candidates of every ``interval``-th year."""
    base, now = date.fromordinal(start).year, date.fromordinal(first).year
    for year in range(base + (now - base) // rule.interval * rule.interval, date.max.year + 1, rule.interval):
        begin = date(year, 1, 1).toordinal()
        yield begin, _days_of_year(rule, year, begin)


_PERIODS: dict[str, Callable[[Rule, int, int], Iterator[Period]]] = {
    "YEARLY": _yearly,
    "MONTHLY": _monthly,
    "WEEKLY": _weekly,
    "DAILY": _daily,
    "HOURLY": _daily,
}


def _days_of_year(rule: Rule, year: int, begin: int) -> Sequence[int]:
    """The days of a year that its narrowest part leaves."""
    length = 365 + isleap(year)
    if rule.by_year_day:
        return _counted(rule.by_year_day, begin, length)
    if rule.by_month or rule.by_month_day:
        days: list[int] = []
        for month in rule.by_month or range(1, _MONTHS + 1):
            days += _days_of_month(rule, year, month, date(year, month, 1).toordinal())
        return days
    return _weekdays(rule.by_day, begin, length)


def _days_of_month(rule: Rule, year: int, month: int, begin: int) -> Sequence[int]:
    """The days of a month that its narrowest part leaves."""
    length = _length(year, month)
    if rule.by_month_day:
        return _counted(rule.by_month_day, begin, length)
    if rule.by_day:
        return _weekdays(rule.by_day, begin, length)
    return range(begin, begin + length)


def _counted(numbers: Sequence[int], begin: int, length: int) -> list[int]:
    """The n-th days from the beginning, or from the end where n is negative; those that do not exist are left out."""
    return sorted({begin + (n - 1 if n > 0 else length + n) for n in numbers if abs(n) <= length})


def _weekdays(by_day: Sequence[tuple[int, int]], begin: int, length: int) -> Sequence[int]:
    """The weekdays of a month or year: all of them, or the n-th from the beginning or the end."""
    days: set[int] = set()
    for n, day in by_day:
        every = range(begin + (day - weekday(begin)) % WEEK, begin + length, WEEK)
        place = n - 1 if n > 0 else n
        chosen = every if n == 0 else every[place : place + 1 or None]
        if len(by_day) == 1:
            return chosen
        days.update(chosen)
    return sorted(days)


# --- the parts that only filter -----------------------------------------------------------------------------------------------

Test = Callable[[date], bool]


def _filter(rule: Rule) -> Callable[[int], bool] | None:
    """A test of one candidate day by every part that did not make it; ``None`` where none is left."""
    consumed = _consumed(rule)
    tests = [make(rule) for name, make in _TESTS.items() if name not in consumed and getattr(rule, name)]
    if not tests:
        return None

    def accept(day: int) -> bool:
        there = date.fromordinal(day)
        return all(test(there) for test in tests)

    return accept


def _consumed(rule: Rule) -> set[str]:
    """The parts that the candidates were made from."""
    if rule.freq in {"DAILY", "HOURLY"}:
        return set()
    if rule.freq == "WEEKLY":
        return {"by_day"}
    if rule.freq == "YEARLY" and rule.by_year_day:
        return {"by_year_day"}
    return {"by_month", "by_month_day" if rule.by_month_day else "by_day"}


def _month_test(rule: Rule) -> Test:
    return lambda day: day.month in rule.by_month


def _month_day_test(rule: Rule) -> Test:
    return lambda day: day.day in rule.by_month_day or day.day - _month_length(day) - 1 in rule.by_month_day


def _year_day_test(rule: Rule) -> Test:
    def test(day: date) -> bool:
        number = day.toordinal() - date(day.year, 1, 1).toordinal() + 1
        return number in rule.by_year_day or number - 366 - isleap(day.year) in rule.by_year_day

    return test


def _week_test(rule: Rule) -> Test:
    """A week belongs to the year that holds four of its days, and is counted from either end of it."""

    def first_week(year: int) -> int:
        fourth = date(year, 1, _JAN_4).toordinal()
        return fourth - (weekday(fourth) - rule.week_start) % WEEK

    def test(day: date) -> bool:
        begin = day.toordinal() - (day.weekday() - rule.week_start) % WEEK
        year = min(date.fromordinal(min(begin + 3, LAST_DAY)).year, date.max.year - 1)
        number = (begin - first_week(year)) // WEEK
        return number + 1 in rule.by_week or number - (first_week(year + 1) - first_week(year)) // WEEK in rule.by_week

    return test


def _day_test(rule: Rule) -> Test:
    """Every such weekday, or the n-th of the month (of the year for YEARLY without BYMONTH).

    In the finer frequencies a number has no meaning (RFC 5545: "MUST NOT") and is passed over.
    """
    plain = {day for n, day in rule.by_day if n == 0 or rule.freq not in {"YEARLY", "MONTHLY"}}
    in_year = rule.freq == "YEARLY" and not rule.by_month

    def test(day: date) -> bool:
        if day.weekday() in plain:
            return True
        place = day.toordinal() - date(day.year, 1, 1).toordinal() if in_year else day.day - 1
        length = 365 + isleap(day.year) if in_year else _month_length(day)
        return (place // WEEK + 1, day.weekday()) in rule.by_day or (-((length - place - 1) // WEEK) - 1, day.weekday()) in rule.by_day

    return test


def _month_length(day: date) -> int:
    """The days of its month."""
    return _length(day.year, day.month)


def _length(year: int, month: int) -> int:
    """28 to 31."""
    return _LENGTHS[month - 1] + (month == _FEBRUARY and isleap(year))


_TESTS: dict[str, Callable[[Rule], Test]] = {
    "by_month": _month_test,
    "by_month_day": _month_day_test,
    "by_year_day": _year_day_test,
    "by_week": _week_test,
    "by_day": _day_test,
}
