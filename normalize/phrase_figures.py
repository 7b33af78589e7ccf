"""What a figure of a text may be: a time of day, a day of a month, a year, a plain number."""

from __future__ import annotations

import re

DAY_MINUTES = 24 * 60
_MONTHS, _DAYS = 12, 31
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_CENTURY = 2000
_CLOCK = re.compile(r"(\d{1,2})[:.,](\d\d)(?:[:.](\d\d))?\.?")
_HOUR = re.compile(r"(\d{1,2})\.?")
_MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)\.?")
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d\d)?)?\.?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d\d))?")
_ORDINAL = re.compile(r"(\d{1,3})\.")


def clock(raw: str) -> int | None:
    """Minutes since midnight of ``18.30``, ``18:30`` or ``18,30``; 24.00 is 1440."""
    found = _CLOCK.fullmatch(raw)
    if not found:
        return None
    minutes = 60 * int(found[1]) + int(found[2])
    return minutes if int(found[2]) < 60 and minutes <= DAY_MINUTES else None  # noqa: PLR2004 - minutes of an hour


def hour(raw: str) -> int | None:
    """Minutes since midnight of a bare hour ``18`` or of ``1830``; only where a word says that it is a time."""
    if found := _MILITARY.fullmatch(raw):
        return 60 * int(found[1]) + int(found[2])
    found = _HOUR.fullmatch(raw)
    return 60 * int(found[1]) if found and int(found[1]) * 60 <= DAY_MINUTES else None


def day_and_month(raw: str) -> tuple[int, int, int | None] | None:
    """Day, month and year of ``28.11.``, ``28.11``, ``28.11.2026``, ``28.11.26`` or ``28/11/2026``.

    Days that no month has are given too (31.11.): to say so is better than to overlook them.
    """
    found = _DATE.fullmatch(raw) or _SLASHED.fullmatch(raw)
    if not found or not (1 <= int(found[1]) <= _DAYS and 1 <= int(found[2]) <= _MONTHS):
        return None
    if found[3] and len(found[3]) == 4 and not _FIRST_YEAR <= int(found[3]) <= _LAST_YEAR:  # noqa: PLR2004 - digits of a year
        return None
    return int(found[1]), int(found[2]), _year(found[3])


def impossible_date(raw: str) -> tuple[int, int] | None:
    """Day and month of what is written like a date and can be none (``32.12.``, ``5.13.``)."""
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.", raw)
    return (int(found[1]), int(found[2])) if found and day_and_month(raw) is None else None


def _year(text: str | None) -> int | None:
    """A year of four digits, or of two in this century."""
    if not text:
        return None
    return int(text) if int(text) >= _FIRST_YEAR else _CENTURY + int(text)


def year(raw: str) -> int | None:
    """A year that stands alone."""
    text = raw.rstrip(".")
    return int(text) if text.isdecimal() and _FIRST_YEAR <= int(text) <= _LAST_YEAR else None


def ordinal(raw: str) -> int | None:
    """The number of an ordinal such as ``3.``."""
    found = _ORDINAL.fullmatch(raw)
    return int(found[1]) if found else None


def plain(raw: str) -> int | None:
    """The number of ``3`` or ``3.``."""
    text = raw.removesuffix(".")
    return int(text) if text.isdecimal() and len(text) <= 4 else None  # noqa: PLR2004 - digits of a year


def has_two_digit_minutes(raw: str) -> bool:
    """True for what looks like a time of day at first sight: ``9.30``, not ``9.3``."""
    return bool(re.fullmatch(r"\d{1,2}[.:]\d\d\.?", raw))
