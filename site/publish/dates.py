"""Dates and times as people of one language say them; every pattern is a text of the catalogue (``format.*``).

Ends are exclusive in the data and inclusive in words: whole days up to and not including 13 March are "10.–12.3.".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from publish.words import Words

_DAY = timedelta(days=1)


def sentence(text: str) -> str:
    """The text with a capital first letter, for headings and beginnings of lines."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Dates:
    """Wording of days, times and spans in one language."""

    words: Words
    _said: dict[tuple[str, date, date | None], str] = field(default_factory=dict)
    """What was already put into words: a site says the same days many times."""
    _clocks: dict[tuple[int, int], str] = field(default_factory=dict)

    def _values(self, day: date, mark: str = "") -> dict[str, object]:
        """What the patterns may name; ``mark`` tells the second day of a span apart."""
        weekday, month = day.weekday(), day.month
        return {
            f"d{mark}": day.day,
            f"m{mark}": month,
            f"y{mark}": day.year,
            f"weekday{mark}": self.words(f"weekday.{weekday}"),
            f"on{mark}": self.words(f"weekday.on.{weekday}"),
            f"wd{mark}": self.words(f"weekday.short.{weekday}"),
            f"month{mark}": self.words(f"month.of.{month}"),
            f"mon{mark}": self.words(f"month.short.{month}"),
        }

    def _in(self, pattern: str, day: date, until: date | None = None) -> str:
        """The day, or the span of two, in a pattern."""
        key = (pattern, day, until)
        said = self._said.get(key)
        if said is None:
            second = self._values(until, "2") if until else {}
            said = self._said[key] = self.words(f"format.{pattern}", **self._values(day), **second)
        return said

    def long(self, day: date) -> str:
        """``tiistai 24.11.2026``."""
        return self._in("date_long", day)

    def heading(self, day: date) -> str:
        """``Tiistai 24.11.``, as it stands over the list of a day."""
        return sentence(self._in("date_day", day))

    def short(self, day: date) -> str:
        """``ti 24.11.``."""
        return self._in("date_short", day)

    def numeric(self, day: date) -> str:
        """``24.11.2026``."""
        return self._in("date", day)

    def brief(self, day: date) -> str:
        """``24.11.``, where the year goes without saying."""
        return self._in("date_brief", day)

    def day_month(self, day: date) -> str:
        """``24. marraskuuta``, as it is read aloud."""
        return self._in("day_month", day)

    def weekday(self, day: date) -> str:
        """``tiistai``."""
        return self.words(f"weekday.{day.weekday()}")

    def weekday_short(self, day: date) -> str:
        """``ti``."""
        return self.words(f"weekday.short.{day.weekday()}")

    def on_day(self, day: date) -> str:
        """``tiistaina 24.11.``, as it is said within a sentence."""
        return self._in("on_day", day)

    def month(self, day: date) -> str:
        """``joulukuu 2026``."""
        return self.words("format.month", name=self.words(f"month.name.{day.month}"), y=day.year)

    def month_only(self, day: date) -> str:
        """``joulukuu``."""
        return self.words(f"month.name.{day.month}")

    def month_short(self, day: date) -> str:
        """``jouluk.``, for the date leaf."""
        return self.words(f"month.short.{day.month}")

    def week(self, day: date) -> str:
        """``viikko 48``."""
        return self.words("format.week", n=day.isocalendar().week)

    def clock(self, moment: datetime) -> str:
        """``9.30``; twenty-four hours in every language."""
        said = self._clocks.get((moment.hour, moment.minute))
        if said is None:
            said = self._clocks[moment.hour, moment.minute] = self.words("format.time", hour=moment.hour, minute=moment.minute)
        return said

    def days(self, first: date, last: date) -> str:
        """``10.–12.3.2027``: a span of days, both inclusive, shortened as far as months and years agree."""
        if first == last:
            return self.long(first)
        if first.year != last.year:
            return self._in("range_years", first, last)
        return self._in("range_months" if first.month != last.month else "range_days", first, last)

    def at(self, day: str, start: str, end: str = "") -> str:
        """``tiistai 24.11.2026 klo 10.00–11.00``; without an end where none is known."""
        return self.words("format.date_time", date=day, time=self.words("format.span", start=start, end=end) if end else start)

    def moment(self, start: datetime, end: datetime | None) -> str:
        """A timed occurrence in full, with both dates where it goes on to another day."""
        if end is None or end == start:
            return self.at(self.long(start.date()), self.clock(start))
        if end.date() == start.date() or is_midnight(start, end):
            return self.at(self.long(start.date()), self.clock(start), self.end_clock(start, end))
        return self.words(
            "format.long_span",
            start=self.at(self.long(start.date()), self.clock(start)),
            end=self.at(self.long(end.date()), self.clock(end)),
        )

    def end_clock(self, start: datetime, end: datetime) -> str:
        """An end at midnight belongs to the day before and is called 24."""
        return self.words("format.midnight") if is_midnight(start, end) else self.clock(end)


def is_midnight(start: datetime, end: datetime) -> bool:
    """True for the end of the day it begins on."""
    return end == datetime.combine(start.date() + _DAY, datetime.min.time(), start.tzinfo)
