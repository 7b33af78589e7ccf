"""Days on which most groups in Finland do not meet: public holidays, their eves, and the Christmas break of schools.

Computed, not listed (Act 388/1937 and the church calendar). Which weeks a school is closed otherwise differs by municipality and is not
guessed.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_CHRISTMAS_BREAK = ((12, 22), (1, 6))
"""First and last day, both inclusive: no term of any municipality reaches into it."""
_SATURDAY = 5
_FIXED = ((1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def holidays(year: int) -> frozenset[date]:
    """Public holidays of a year, with Christmas Eve and Midsummer Eve."""
    sunday = easter(year)
    moving = {sunday + timedelta(days=days) for days in (-2, 0, 1, 39, 49)}
    midsummer = _saturday_from(date(year, 6, 20))
    return frozenset(
        {date(year, month, day) for month, day in _FIXED}
        | moving
        | {midsummer, midsummer - timedelta(days=1), _saturday_from(date(year, 10, 31))}
    )


def is_holiday(day: date) -> bool:
    """True for a public holiday or one of the two eves."""
    return day in holidays(day.year)


def is_christmas_break(day: date) -> bool:
    """True from 22 December to Epiphany."""
    first, last = _CHRISTMAS_BREAK
    return (day.month, day.day) >= first or (day.month, day.day) <= last


def _saturday_from(day: date) -> date:
    """The first Saturday that is not before the day."""
    return day + timedelta(days=(_SATURDAY - day.weekday()) % 7)
