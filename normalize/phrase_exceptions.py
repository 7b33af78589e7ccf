"""Exceptions: which days "ei 24.2.", "tauko 22.12.-5.1.", "ei arkipyhinä" or "ei viikolla 8" take out of a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from normalize.phrase_calendar import WEEK, monday_of_week, public_holidays
from normalize.phrase_items import Dates, Item, Mark, Month, Season, Span, Weekdays, Weeks
from normalize.phrase_years import resolve, resolve_span

Test = Callable[[date], bool]
_ONE_DAY = timedelta(days=1)
_SEASON_MONTHS = {"spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "winter": (12, 1, 2)}
_LONGEST = 400
"""Days of one exception that are told one by one."""


@dataclass(slots=True)
class Exceptions:
    """What is left out. ``days`` are told by their dates, ``tests`` by a rule of their own."""

    days: list[date] = field(default_factory=list)
    spans: list[tuple[date, date]] = field(default_factory=list)
    tests: list[Test] = field(default_factory=list)
    holidays: list[Test] = field(default_factory=list)
    """Tests for days off, which are known from the calendar and need not be told one by one."""
    kinds: list[str] = field(default_factory=list)
    """``school_holidays``, ``public_holidays``."""
    unread: bool = False
    """A day among them could not be placed."""

    @property
    def is_empty(self) -> bool:
        """True where nothing is left out."""
        return not (self.days or self.spans or self.tests or self.holidays)

    def leaves_out(self, day: date) -> bool:
        """True for a day that does not take place."""
        return self.tells(day) or any(test(day) for test in self.holidays)

    def tells(self, day: date) -> bool:
        """True for a day that the words leave out by a date, a month or a weekday."""
        inside = day in self.days or any(first <= day <= last for first, last in self.spans)
        return inside or any(test(day) for test in self.tests)


def exceptions_of(items: Sequence[Item], first: date, last: date | None, reference: date) -> Exceptions:
    """The exceptions to what goes on from ``first`` to ``last``; days without a year are looked for in between."""
    found = Exceptions()
    for item in items:
        match item:
            case Dates():
                _add_dates(found, item.spans, first, last, reference)
            case Weeks():
                found.spans += [_weeks(span, item.year, first) for span in item.spans]
            case _:
                _add_rule(found, item)
    return found


def _add_rule(found: Exceptions, item: Item) -> None:
    """Exceptions that are no dates."""
    match item:
        case Month():
            found.tests.append(_in_months(months_of(item)))
        case Season() if not item.is_term and item.name:
            found.tests.append(_in_months(_SEASON_MONTHS[item.name]))
        case Weekdays():
            found.tests.append(_on_weekdays(item.days))
        case Mark(kind="public_holidays"):
            found.kinds.append(item.kind)
            found.holidays.append(is_public_holiday)
        case Mark(kind="school_holidays"):
            found.kinds.append(item.kind)
        case _:
            found.unread = True


def months_of(item: Month) -> tuple[int, ...]:
    """The months of a month or of a row of them, over the turn of the year."""
    return tuple((item.month - 1 + step) % 12 + 1 for step in range((item.until - item.month) % 12 + 1))


def _in_months(months: Iterable[int]) -> Test:
    """True for the days of some months."""
    return lambda day: day.month in months


def _on_weekdays(days: Iterable[int]) -> Test:
    """True on some days of the week."""
    return lambda day: day.weekday() in days


def is_public_holiday(day: date) -> bool:
    """True on a day off in Finland."""
    return day in public_holidays(day.year)


def _add_dates(found: Exceptions, spans: Sequence[Span], first: date, last: date | None, reference: date) -> None:
    """Single days and stretches of them."""
    for span in spans:
        begin, end = _placed(span, first, last, reference)
        if begin is None or end is None or (end - begin).days > _LONGEST:
            found.unread = True
        elif begin == end:
            found.days.append(begin)
        else:
            found.spans.append((begin, end))


def _placed(span: Span, first: date, last: date | None, reference: date) -> tuple[date | None, date | None]:
    """First and last day of an exception: inside what it is an exception to, where it fits there."""
    base = max(first, reference)
    if span.last is not None or span.first.year is not None:
        begin, end = resolve_span(span, base)
        return begin.day, end.end
    inside = resolve(span.first, base, after=first)
    if inside.day is not None and (last is None or inside.day <= last):
        return inside.day, inside.end
    default = resolve(span.first, reference)
    return default.day, default.end


def _weeks(span: tuple[int, int], year: int | None, first: date) -> tuple[date, date]:
    """Monday of the first to Sunday of the last week, the next ones from ``first`` on where no year is told."""
    at = year if year is not None else first.isocalendar().year
    begin = monday_of_week(at, span[0])
    if year is None and begin + 6 * _ONE_DAY < first:
        at += 1
        begin = monday_of_week(at, span[0])
    end = monday_of_week(at + (span[1] < span[0]), span[1])
    return begin, end + WEEK - _ONE_DAY
