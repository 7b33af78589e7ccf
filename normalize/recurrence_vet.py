"""May a series be expanded, and does it touch the window? Judged by looking at the rule; whatever must be walked has a budget."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, takewhile

from normalize.model import Recurrence, Start
from normalize.recurrence_days import Steps, TooManyStepsError
from normalize.recurrence_instances import MARGIN, Length, length_of, reach, span
from normalize.recurrence_rule import Rule, RuleError
from normalize.recurrence_series import Series, occurring, series_of, upcoming
from normalize.recurrence_starts import DAY, LAST_WALL, is_plain, period_seconds, starts
from normalize.recurrence_window import Window, day_of
from normalize.recurrence_zone import zone

STEPS = 20_000
"""Periods and candidate days that may be walked for one question about a rule: less than 0.1 s."""
MOST_RULES = 10
MOST_DATES = 1_000
"""Most RDATEs."""
MOST_EXCEPTIONS = 10_000
"""Most EXDATEs; they cost little, and a daily club of many years has many."""
_SLACK = timedelta(days=4)
"""Months differ by three days, midnights by one."""
_CYCLE = 146_097 + 366
"""Days of 400 years, after which dates and weekdays come again, and one year for the period that holds DTSTART."""
LONGEST = timedelta(days=366)
"""The longest a recurring event may last: a longer one would cover every day many times over."""


def vet(  # noqa: PLR0913, PLR0917 - one question and all that it hangs on
    recurrence: Recurrence, start: Start, end: Start | None, timezone: str, window: Window, max_occurrences: int
) -> str | None:
    """An issue code where the series must be set aside, else ``None``.

    ``rrule_frequency``, ``rrule_invalid``, ``rrule_unsupported``, ``rrule_too_dense``, ``rrule_too_many_steps``,
    ``rrule_no_occurrence``, ``too_many_dates``, ``duration_too_long``. ``end`` is exclusive.
    """
    if len(recurrence.rdate) > MOST_DATES or len(recurrence.exdate) > MOST_EXCEPTIONS:
        return "too_many_dates"
    if length_of(start, end, zone(timezone)).exact > LONGEST:
        return "duration_too_long"
    if len(recurrence.rrule) > MOST_RULES:
        return "rrule_unsupported"
    try:
        return _judged(series_of(start, recurrence, timezone), window, max_occurrences)
    except RuleError as refused:
        return refused.code
    except TooManyStepsError:
        return "rrule_too_many_steps"


def touches(start: Start, end: Start | None, recurrence: Recurrence | None, timezone: str, window: Window) -> bool:
    """True when the event or any instance of the series overlaps the window, those that EXDATE takes out included.

    A series whose every instance is taken out is kept: the publisher may put them back.
    """
    if recurrence is None:
        return window.holds(start, end)
    series, length = series_of(start, recurrence, timezone), length_of(start, end, zone(timezone))
    first, last = reach(window, timezone, length)
    return any(window.holds(*span(series, wall, length)) for wall in occurring(series, first, last))


def enters(start: Start, end: Start | None, recurrence: Recurrence | None, timezone: str, window: Window) -> date | None:
    """The day from which a window as long as this one may reach the event; ``None`` when nothing comes after this window.

    To be compared with *today*. Never later than the day on which it is reached; earlier by about the part of the window that lies
    before today, for the window alone does not tell where today is.
    """
    if recurrence is None:
        return _reached_from(start, window) if window.ends_before(start) else None
    series, length = series_of(start, recurrence, timezone), length_of(start, end, zone(timezone))
    try:
        walls = upcoming(series, window.end.toordinal() * DAY - MARGIN, Steps(STEPS))
        coming = _first_after(window, series, walls, length)
    except TooManyStepsError:
        coming = _first_after(window, series, series.dates, length)
    return None if coming is None else _reached_from(coming, window)


def _reached_from(coming: Start, window: Window) -> date:
    """The day from which a window as long as this one may reach what comes after it."""
    return day_of(coming) - (window.end - window.start) - _SLACK


def _first_after(window: Window, series: Series, walls: Iterable[int], length: Length) -> Start | None:
    """The first start that comes after the window."""
    return next((start for wall in walls if window.ends_before(start := span(series, wall, length)[0])), None)


def _judged(series: Series, window: Window, max_occurrences: int) -> str | None:
    """The code of a series whose rules could be read: does it ever occur, how far is it to walk, how dense is it?"""
    search = Steps(STEPS)
    if series.rules and not any(_ever(rule, last, series.start, search) for rule, last in series.rules):
        return "rrule_no_occurrence"
    first = max(series.start, window.start.toordinal() * DAY)
    if any(_steps_to(rule, series.start, first) > STEPS for rule, _ in series.rules):
        return "rrule_too_many_steps"
    last = first + (window.end - window.start).days * DAY
    dense = islice(takewhile(lambda wall: wall <= last, upcoming(series, first, Steps(STEPS))), max_occurrences, None)
    return "rrule_too_dense" if next(dense, None) is not None else None


def _ever(rule: Rule, last: int, start: int, steps: Steps) -> bool:
    """True when the rule gives anything at all: the calendar repeats itself after 400 years, and a longer search counts as no."""
    if last < start or is_plain(rule):
        return last >= start
    cycle = min(start + _CYCLE * DAY * rule.interval, LAST_WALL)
    try:
        return any(True for _ in starts(replace(rule, count=None), start, start, cycle, steps))
    except TooManyStepsError:
        return False


def _steps_to(rule: Rule, start: int, first: int) -> int:
    """The steps that COUNT makes necessary from DTSTART to ``first``; none without COUNT."""
    if rule.count is None:
        return 0
    length = period_seconds(rule)
    return min((first - start) // length, rule.count)
