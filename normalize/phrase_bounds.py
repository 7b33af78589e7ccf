"""From when until when something goes on: terms, weeks, "alkaen", "asti", as told beside what recurs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from normalize.phrase_calendar import monday_of_week
from normalize.phrase_facts import Facts
from normalize.phrase_items import Month, Span, Weeks
from normalize.phrase_years import AHEAD, BACK, Resolved, resolve, resolve_span

_SUNDAY = timedelta(days=6)


@dataclass(slots=True, kw_only=True)
class Bounds:
    """First and last day, both included; ``None`` where not told. ``gaps`` are days in between that are not named."""

    first: date | None = None
    last: date | None = None
    gaps: list[tuple[date, date]] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    alternatives: list[date] = field(default_factory=list)
    weekday: int | None = None
    """The weekday that stands beside the first day (``alk. ma 11.1.``)."""
    weeks: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    """(ISO year, week) of the first and last week of each span of weeks."""


def bounds_of(facts: Facts, reference: date) -> Bounds:
    """The bounds of what recurs."""
    bounds = Bounds()
    if facts.weeks is not None:
        _take_weeks(bounds, facts.weeks, reference)
    _take_spans(bounds, [span for group in facts.groups for span in group.spans if span.last is not None], reference)
    if facts.last is not None:
        _take(bounds, "last", resolve(facts.last, reference))
    if facts.first is not None:
        known = bounds.last if facts.last is not None else None
        resolved = resolve(facts.first, reference, before=known) if known else resolve(facts.first, reference, nearest=True)
        _take(bounds, "first", resolved)
        bounds.weekday = facts.first.weekday
    if bounds.first is None and bounds.last is None:
        for month in facts.months:
            _take_month(bounds, month, reference)
    return bounds


def _take_month(bounds: Bounds, item: Month, reference: date) -> None:
    """``joulukuussa tiistaisin``, ``toukokuun loppuun``, ``tammikuusta alkaen``: the months of the window that are told."""
    if item.form == "from":
        year = item.year if item.year is not None else _year_of(item.month, reference)
        bounds.first = bounds.first or date(year, item.month, 1)
        bounds.flags |= {"start_assumed", "needs_review"}
        return
    year = item.year if item.year is not None else _year_of(item.until, reference)
    bounds.last = date(year + item.until // 12, item.until % 12 + 1, 1) - timedelta(days=1)
    if item.form not in {"end", "to"} and bounds.first is None:
        bounds.first = date(year - (item.month > item.until), item.month, 1)


def _year_of(month: int, reference: date) -> int:
    """The year of the next such month, this one included."""
    return reference.year + (month < reference.month)


def _take(bounds: Bounds, name: Literal["first", "last"], resolved: Resolved) -> None:
    """One resolved day as the first or the last."""
    setattr(bounds, name, resolved.end if name == "last" else resolved.day)
    bounds.flags |= resolved.flags - {"named_day"}
    if resolved.alternative is not None:
        bounds.alternatives.append(resolved.alternative)


def _take_span(bounds: Bounds, span: Span, reference: date) -> None:
    """A stretch of days such as ``12.1.-24.4.``."""
    first, last = resolve_span(span, reference)
    _take(bounds, "first", first)
    _take(bounds, "last", last)


def _take_spans(bounds: Bounds, spans: Sequence[Span], reference: date) -> None:
    """Such a stretch, or several: the terms of a series in their order, with gaps in between. Those out of order leave a doubt."""
    if not spans or bounds.first is not None:
        return
    _take_span(bounds, spans[0], reference)
    for span in spans[1:]:
        known, (first, last) = bounds.last, resolve_span(span, bounds.last or reference)
        if known is None or first.day is None or first.day <= known:
            bounds.flags |= {"ambiguous", "needs_review"}
            return
        bounds.gaps.append((known + timedelta(days=1), first.day - timedelta(days=1)))
        _take(bounds, "last", last)


def _take_weeks(bounds: Bounds, weeks: Weeks, reference: date) -> None:
    """``vko 2-7 ja 9-15``: the last week ends in the window; each span follows the one before it."""
    spans = _placed_weeks(weeks, reference)
    bounds.first, bounds.last = spans[0][0], spans[-1][1]
    bounds.gaps = [
        (before[1] + timedelta(days=1), after[0] - timedelta(days=1))
        for before, after in pairwise(spans)
        if after[0] - before[1] > timedelta(days=1)
    ]
    bounds.weeks = [(_iso(first), _iso(last)) for first, last in spans]


def _iso(day: date) -> tuple[int, int]:
    """ISO year and week of a day."""
    return day.isocalendar().year, day.isocalendar().week


def _placed_weeks(weeks: Weeks, reference: date) -> list[tuple[date, date]]:
    """Monday of the first and Sunday of the last week of each span."""
    years = [weeks.year] if weeks.year is not None else range(reference.year - 1, reference.year + 3)
    candidates = [_from_year(weeks.spans, year) for year in years]
    window = (reference - BACK, reference + AHEAD)
    return next((spans for spans in candidates if window[0] <= spans[-1][1] <= window[1]), candidates[-1])


def _from_year(spans: tuple[tuple[int, int], ...], year: int) -> list[tuple[date, date]]:
    """The spans when the first begins in an ISO year; a smaller number than the one before is of the next year."""
    found: list[tuple[date, date]] = []
    last = 0
    for first, end in spans:
        year += first < last
        begin = monday_of_week(year, first)
        year += end < first
        found.append((begin, monday_of_week(year, end) + _SUNDAY))
        last = end
    return found
