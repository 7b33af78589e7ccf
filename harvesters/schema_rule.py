"""One recurrence rule of a Schedule: its text (RFC 5545 section 3.3.10), and its first day, found in a bounded number of steps."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_SEARCHED = 5 * 366
"""Days; a leap day comes again within that time."""
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = 7
_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """FREQ and INTERVAL with the BY parts that a Schedule can say."""

    freq: str
    interval: int = 1
    months: Sequence[int] = ()
    month_days: Sequence[int] = ()
    days: Sequence[str] = ()
    """``MO`` ... ``SU``, with an ordinal where it is written so (``2TU``, ``-1FR``)."""

    @property
    def text(self) -> str:
        """The rule without its end."""
        parts = [f"FREQ={self.freq}", *([f"INTERVAL={self.interval}"] if self.interval > 1 else [])]
        told: dict[str, Sequence[object]] = {"BYMONTH": self.months, "BYMONTHDAY": self.month_days, "BYDAY": self.days}
        return ";".join(parts + [f"{name}={','.join(map(str, values))}" for name, values in told.items() if values])

    def first_day(self, start: date) -> date | None:
        """The first day of the rule that is not before the start, ``None`` where there is none within five years."""
        days = (start + timedelta(days=step) for step in range(_SEARCHED))
        return next((day for day in days if self._counts(day, start) and self._is_named(day) and self._is_like(day, start)), None)

    def _counts(self, day: date, start: date) -> bool:
        """True in every ``interval``-th day, week (from Monday), month or year since the start."""
        if self.freq == "WEEKLY":
            weeks = (day - timedelta(days=day.weekday()) - (start - timedelta(days=start.weekday()))).days // _WEEK
            return weeks % self.interval == 0
        if self.freq == "MONTHLY":
            return ((day.year - start.year) * _MONTHS + day.month - start.month) % self.interval == 0
        if self.freq == "YEARLY":
            return (day.year - start.year) % self.interval == 0
        return (day - start).days % self.interval == 0

    def _is_named(self, day: date) -> bool:
        """True where the BY parts let the day pass."""
        last = monthrange(day.year, day.month)[1]
        is_month = not self.months or day.month in self.months
        is_month_day = not self.month_days or day.day in self.month_days or day.day - last - 1 in self.month_days
        return is_month and is_month_day and (not self.days or any(self._is_day(day, code, last) for code in self.days))

    def _is_day(self, day: date, code: str, last: int) -> bool:
        """True for the weekday; with an ordinal only for that one of the month, or of the year in a rule by the year alone."""
        if code[-2:] != _CODES[day.weekday()]:
            return False
        if code[:-2] in {"", "+"}:
            return True
        if self.freq == "YEARLY" and not self.months:
            passed, left = day.timetuple().tm_yday - 1, (date(day.year, _MONTHS, 31) - day).days
        else:
            passed, left = day.day - 1, last - day.day
        return int(code[:-2]) in {passed // _WEEK + 1, -(left // _WEEK) - 1}

    def _is_like(self, day: date, start: date) -> bool:
        """True where the day takes from the start what the rule does not say (section 3.3.10, "information not specified")."""
        if self.freq == "WEEKLY":
            return bool(self.days) or day.weekday() == start.weekday()
        if self.freq in {"MONTHLY", "YEARLY"} and not self.days and not self.month_days:
            return day.day == start.day and (self.freq == "MONTHLY" or bool(self.months) or day.month == start.month)
        return True
