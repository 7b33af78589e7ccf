"""Which year a date without one is of: the policy for phrases in one place.

* A year that is told, or stands in a heading, is believed.
* Else the date lies in the *window*: from 60 days before the reference to 305 days after it. Of a range its end does.
* A weekday must agree. If the day in the window has another weekday, the nearest year (two back, two ahead) in which it agrees is meant:
  a stale page is the normal case. That is a conflict, and the day of the window is only told as the alternative.
* What has begun ("1.9. alkaen", "ilmoittautuminen alkaa") is the occurrence nearest to the reference.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from normalize.phrase_calendar import HOLIDAYS, WEEK, holiday, is_real
from normalize.phrase_items import Day, Span

BACK, AHEAD = timedelta(days=60), timedelta(days=305)
_YEARS = 2
"""How many years a weekday may point away from the reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A day on the calendar, ``last`` the end of what is more than a day (Christmas), and what was noticed."""

    day: date | None
    last: date | None = None
    flags: frozenset[str] = field(default_factory=frozenset)
    alternative: date | None = None

    @property
    def end(self) -> date | None:
        """The last day of it."""
        return self.last or self.day


def resolve(day: Day, reference: date, *, nearest: bool = False, after: date | None = None, before: date | None = None) -> Resolved:
    """The calendar day that is meant.

    ``after`` and ``before`` are days that a date without a year follows or precedes at once (the start of its range, the next of a list).
    """
    if day.offset is not None or day.week is not None:
        return _relative(day, reference)
    if day.holiday:
        return _of_holiday(day, reference, after=after, before=before)
    if day.day is None or day.month is None:
        return Resolved(day=None)
    if day.year is not None:
        return _told(day, day.year)
    if not is_real(2024, day.month, day.day):  # a leap year
        return Resolved(day=None, flags=frozenset({"invalid_date", "needs_review"}))
    return _inferred(day, reference, nearest=nearest, after=after, before=before)


def _relative(day: Day, reference: date) -> Resolved:
    """A day told from the reference: so many days on, or a weekday of this week or the next ones (-1: the first such day after it)."""
    if day.offset is not None:
        return Resolved(day=reference + timedelta(days=day.offset), flags=frozenset({"relative_date"}))
    weekday = day.weekday or 0
    flags = {"relative_date"} | ({"ambiguous"} if day.uncertain else set())
    if day.week == -1:
        ahead = (weekday - reference.weekday()) % 7 or 7
        return Resolved(day=reference + timedelta(days=ahead), flags=frozenset(flags))
    monday = reference - timedelta(days=reference.weekday()) + (day.week or 0) * WEEK
    return Resolved(day=monday + timedelta(days=weekday), flags=frozenset(flags))


def _of_holiday(day: Day, reference: date, *, after: date | None, before: date | None) -> Resolved:
    """A holiday in the window, or beside the day that it follows or precedes."""
    if day.holiday != "advent" and day.holiday not in HOLIDAYS:
        return Resolved(day=None)
    years = [day.year] if day.year is not None else range(reference.year - 1, reference.year + _YEARS + 1)
    spans = [holiday(day.holiday, year, day.nth) for year in years]
    first, last = _fitting(spans, reference, after, before)
    flags = {"named_day"}
    if day.weekday is not None and first == last and first.weekday() != day.weekday:
        flags |= {"weekday_conflict", "needs_review"}
    return Resolved(day=first, last=last if last != first else None, flags=frozenset(flags))


def _fitting(spans: list[tuple[date, date]], reference: date, after: date | None, before: date | None) -> tuple[date, date]:
    """The span that fits its neighbours, else the window, else the last."""
    if after is not None:
        return next((span for span in spans if span[0] >= after), spans[-1])
    if before is not None:
        return next((span for span in reversed(spans) if span[0] <= before), spans[0])
    return next((span for span in spans if reference - BACK <= span[1] <= reference + AHEAD), spans[-1])


def _told(day: Day, year: int) -> Resolved:
    """A date with its year; a weekday that does not agree is told."""
    if day.month is None or day.day is None or not is_real(year, day.month, day.day):
        return Resolved(day=None, flags=frozenset({"invalid_date", "needs_review"}))
    found = date(year, day.month, day.day)
    agrees = day.weekday is None or day.weekday == found.weekday()
    return Resolved(day=found, flags=frozenset() if agrees else frozenset({"weekday_conflict", "needs_review"}))


def _inferred(day: Day, reference: date, *, nearest: bool, after: date | None, before: date | None) -> Resolved:
    """A date without a year."""
    found = [date(year, day.month or 1, day.day or 1) for year in _years_of(day, reference)]
    meant = _meant(found, reference, nearest=nearest, after=after, before=before)
    if meant is not None and (day.weekday is None or meant.weekday() == day.weekday):
        return Resolved(day=meant)
    if day.weekday is None:
        return Resolved(day=None, flags=frozenset({"invalid_date_in_window", "needs_review"}))
    agreeing = [one for one in found if one.weekday() == day.weekday and abs(one.year - reference.year) <= _YEARS]
    if nearest and agreeing:
        return Resolved(day=min(agreeing, key=lambda one: abs(one - reference)))
    flags = {"weekday_year_conflict", "needs_review"}
    if not agreeing:
        return Resolved(day=None, flags=frozenset(flags), alternative=meant)
    return Resolved(day=min(agreeing, key=lambda one: abs(one - reference)), flags=frozenset(flags), alternative=meant)


def _years_of(day: Day, reference: date) -> list[int]:
    """The years near the reference that have the day."""
    around = range(reference.year - _YEARS - 1, reference.year + _YEARS + 2)
    return [year for year in around if is_real(year, day.month or 1, day.day or 1)]


def _meant(found: list[date], reference: date, *, nearest: bool, after: date | None, before: date | None) -> date | None:
    """The one of the days that the policy picks, if any."""
    if nearest:
        return min(found, key=lambda one: abs(one - reference), default=None)
    if after is not None:
        return next((one for one in found if one >= after), None)
    if before is not None:
        return next((one for one in reversed(found) if one <= before), None)
    return next((one for one in found if reference - BACK <= one <= reference + AHEAD), None)


def resolve_span(span: Span, reference: date, *, before: date | None = None) -> tuple[Resolved, Resolved]:
    """First and last day of a span: its end lies in the window and its start right before that."""
    if span.last is None:
        only = resolve(span.first, reference, before=before)
        return only, only
    if span.first.year is not None and span.last.year is None:
        first = resolve(span.first, reference)
        return first, resolve(span.last, reference, after=first.day)
    last = resolve(span.last, reference, before=before)
    return _first_of(span, last, reference), last


def _first_of(span: Span, last: Resolved, reference: date) -> Resolved:
    """The start of a range whose end is known: the latest such day up to it."""
    if last.end is None:
        return resolve(span.first, reference)
    return resolve(span.first, reference, before=last.end)


def resolve_list(spans: tuple[Span, ...], reference: date) -> list[tuple[Resolved, Resolved]]:
    """The spans of a list in their order: the last lies in the window, each earlier one right before the next.

    A list that then begins more than a year before its end was not in order; each of its days is looked at alone.
    """
    found: list[tuple[Resolved, Resolved]] = []
    following: date | None = None
    for span in reversed(spans):
        pair = resolve_span(span, reference, before=following)
        following = pair[0].day or following
        found.append(pair)
    first, last = found[-1][0].day, found[0][1].end
    if first is not None and last is not None and last - first > BACK + AHEAD:
        return [resolve_span(span, reference) for span in spans]
    return found[::-1]
