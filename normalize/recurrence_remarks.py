"""What a publisher should hear about a series that is expanded all the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from normalize.model import Recurrence, Start
from normalize.recurrence_days import Steps, TooManyStepsError
from normalize.recurrence_series import Series, occurring, series_of
from normalize.recurrence_starts import starts
from normalize.recurrence_window import Window
from normalize.recurrence_zone import changes, naive, settle, zone

_STEPS = 1_000
"""Whether DTSTART matches shows in its own period."""


def remarks(recurrence: Recurrence, start: Start, timezone: str, window: Window, *, floating: bool = False) -> tuple[str, ...]:
    """Issue codes (severity ``warning``) of what was decided for the publisher of a series that ``vet`` lets pass.

    ``rrule_until_type``: UNTIL is a day, or a clock without Z, where DTSTART asks for another (RFC 5545 section 3.3.10: "MUST have the
    same value type"; of times, UTC, unless DTSTART as written is ``floating``, a local time without zone: then a local UNTIL is right).
    ``rrule_several``: more than one rule (section 3.8.5.3: "SHOULD NOT be specified more than once").
    ``rrule_start_off``: no rule matches DTSTART, which is shown as the first instance. ``time_in_dst_gap``: an instance within the
    window falls into the hour that a change of the clock leaves out. Raises ``RuleError`` where a rule cannot be read.
    """
    series = series_of(start, recurrence, timezone)
    return tuple(_told(series, window, floating=floating))


def _told(series: Series, window: Window, *, floating: bool) -> Iterator[str]:
    if any(rule.until is not None and not _fits(rule.until, all_day=series.all_day, floating=floating) for rule, _ in series.rules):
        yield "rrule_until_type"
    if len(series.rules) > 1:
        yield "rrule_several"
    if series.rules and series.start in series.dates and not _matches(series):
        yield "rrule_start_off"
    if not series.all_day and _meets_gap(series, window):
        yield "time_in_dst_gap"


def _fits(until: Start, *, all_day: bool, floating: bool) -> bool:
    """True for a day where days recur, and where times do for an instant, or a local time beside a start that is one too."""
    if all_day or not isinstance(until, datetime):
        return all_day and not isinstance(until, datetime)
    return until.tzinfo is not None or floating


def _matches(series: Series) -> bool:
    """True when some rule gives DTSTART itself."""
    try:
        return any(any(True for _ in starts(rule, series.start, series.start, series.start, Steps(_STEPS))) for rule, _ in series.rules)
    except TooManyStepsError:
        return True


def _meets_gap(series: Series, window: Window) -> bool:
    """True when an instance that EXDATE leaves stands at a clock time that its day does not have."""
    tz = zone(series.timezone)
    near = changes(series.timezone, window.start.year, window.end.year)
    inside = [(low, high) for low, high in near if window.start <= naive(low).date() < window.end]
    walls = (wall for low, high in inside for wall in occurring(series, low, high - 1) if not series.drops(wall))
    return any(settle(naive(wall), tz).replace(tzinfo=None) != naive(wall) for wall in walls)
