"""The calendar that phrases lean on: holidays by name, ISO weeks, and which year a date without one is of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

_SATURDAY, _SUNDAY, _MONDAY, _FRIDAY = 5, 6, 0, 4
WEEK = timedelta(days=7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _fixed(month: int, day: int) -> Callable[[int], tuple[date, date]]:
    """The same day every year."""
    return lambda year: (date(year, month, day), date(year, month, day))


def _from_easter(first: int, last: int | None = None) -> Callable[[int], tuple[date, date]]:
    """So many days after Easter Sunday."""

    def days(year: int) -> tuple[date, date]:
        return easter(year) + timedelta(days=first), easter(year) + timedelta(days=first if last is None else last)

    return days


def _weekday_from(month: int, day: int, weekday: int, more: int = 0) -> Callable[[int], tuple[date, date]]:
    """The first such weekday from a day on, and ``more`` days after it."""

    def days(year: int) -> tuple[date, date]:
        begun = date(year, month, day)
        first = begun + timedelta(days=(weekday - begun.weekday()) % 7)
        return first, first + timedelta(days=more)

    return days


HOLIDAYS: dict[str, Callable[[int], tuple[date, date]]] = {
    "new_year": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "sami_day": _fixed(2, 6),
    "runeberg": _fixed(2, 5),
    "valentine": _fixed(2, 14),
    "kalevala": _fixed(2, 28),
    "veterans_day": _fixed(4, 27),
    "agricola": _fixed(4, 9),
    "aleksis_kivi": _fixed(10, 10),
    "shrove_sunday": _from_easter(-49),
    "shrove_tuesday": _from_easter(-47),
    "womens_day": _fixed(3, 8),
    "palm_sunday": _from_easter(-7),
    "maundy_thursday": _from_easter(-3),
    "good_friday": _from_easter(-2),
    "holy_saturday": _from_easter(-1),
    "easter_day": _from_easter(0),
    "easter_monday": _from_easter(1),
    "easter": _from_easter(-2, 1),
    "may_eve": _fixed(4, 30),
    "may_day": _fixed(5, 1),
    "mothers_day": _weekday_from(5, 8, _SUNDAY),
    "ascension": _from_easter(39),
    "pentecost": _from_easter(49),
    "midsummer_eve": _weekday_from(6, 19, _FRIDAY),
    "midsummer_day": _weekday_from(6, 20, _SATURDAY),
    "midsummer": _weekday_from(6, 19, _FRIDAY, 1),
    "all_saints": _weekday_from(10, 31, _SATURDAY),
    "swedish_day": _fixed(11, 6),
    "fathers_day": _weekday_from(11, 8, _SUNDAY),
    "independence_day": _fixed(12, 6),
    "lucia": _fixed(12, 13),
    "christmas_eve": _fixed(12, 24),
    "christmas_day": _fixed(12, 25),
    "boxing_day": _fixed(12, 26),
    "christmas": lambda year: (date(year, 12, 24), date(year, 12, 26)),
    "turn_of_year": lambda year: (date(year, 12, 24), date(year + 1, 1, 6)),
    "new_years_eve": _fixed(12, 31),
}
"""Name -> its first and last day in a year, as kept in Finland."""

_PUBLIC = (
    "new_year", "epiphany", "good_friday", "easter_day", "easter_monday", "may_day", "ascension", "pentecost", "midsummer_eve",
    "midsummer_day", "all_saints", "independence_day", "christmas_eve", "christmas_day", "boxing_day",
)  # fmt: skip
"""Days on which offices are closed, the two eves among them, though the law does not call them holidays."""


def holiday(name: str, year: int, nth: int = 0) -> tuple[date, date]:
    """First and last day of a holiday; ``nth`` is which Sunday of Advent."""
    if name == "advent":
        first = _weekday_from(11, 27, _SUNDAY)(year)[0] + (max(1, nth) - 1) * WEEK
        return first, first
    return HOLIDAYS[name](year)


def public_holidays(year: int) -> frozenset[date]:
    """The days of a year on which what happens "on working days" does not."""
    return frozenset(HOLIDAYS[name](year)[0] for name in _PUBLIC)


def monday_of_week(year: int, week: int) -> date:
    """The Monday of an ISO week; week 53 of a year that has none is the first week of the next."""
    return date.fromisocalendar(year, 1, 1) + (week - 1) * WEEK


def is_real(year: int, month: int, day: int) -> bool:
    """True for a day that the year has."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
