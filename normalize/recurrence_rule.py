"""One recurrence rule, read and judged by its text alone (RFC 5545 section 3.3.10).

Nothing here generates a date: a rule that could run away must be known for one before anything runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Literal

Frequency = Literal["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"]
"""The frequencies an event calendar needs; MINUTELY and SECONDLY are refused."""
Until = datetime | date
"""An aware datetime (written with Z), a naive one (wall clock of the series) or a whole day, inclusive."""

FREQUENCIES: tuple[Frequency, ...] = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_TOO_FINE = frozenset({"MINUTELY", "SECONDLY"})
_MOST_PER_PERIOD = 1000
"""Most instances that the BY lists may make of one period; a period is walked as a whole."""
_DAYS_OF = {"YEARLY": 366, "MONTHLY": 31, "WEEKLY": 7, "DAILY": 1, "HOURLY": 1}
_WEEKS_OF = {"YEARLY": 53, "MONTHLY": 5}
_MOST_INTERVAL = 1_000_000
"""An interval beyond any calendar; larger ones mean the same (there is no second instance) and would only overflow."""


class RuleError(ValueError):
    """A rule that is refused; ``code`` is an issue code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A recurrence rule. Empty tuples where a part was not given; lists are sorted and without repeats."""

    freq: Frequency
    interval: int = 1
    count: int | None = None
    until: Until | None = None
    by_month: tuple[int, ...] = ()
    by_week: tuple[int, ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[tuple[int, int], ...] = ()
    """``(n, weekday)``: n-th such day of the month or year, 0 for all of them; Monday is 0."""
    by_hour: tuple[int, ...] = ()
    by_minute: tuple[int, ...] = ()
    by_second: tuple[int, ...] = ()
    by_position: tuple[int, ...] = ()
    week_start: int = 0

    @property
    def times_a_day(self) -> int:
        """How many times of day one matching day has at most."""
        hours = max(1, 24 // min(self.interval, 24)) if self.freq == "HOURLY" else 1
        return (len(self.by_hour) or hours) * (len(self.by_minute) or 1) * (len(self.by_second) or 1)

    @property
    def filters_days(self) -> bool:
        """True when a part besides FREQ and INTERVAL decides about days."""
        return bool(self.by_month or self.by_week or self.by_year_day or self.by_month_day or self.by_day)


@lru_cache(maxsize=4096)
def parse_rule(text: str) -> Rule:
    """The rule as data. Raises ``RuleError`` with ``rrule_frequency``, ``rrule_invalid``, ``rrule_unsupported`` or ``rrule_too_dense``."""
    parts = _parts(text)
    freq = _frequency(parts)
    if parts.get("RSCALE", "GREGORIAN") != "GREGORIAN" or parts.get("SKIP", "OMIT") != "OMIT":
        raise RuleError("rrule_unsupported")
    rule = Rule(
        freq=freq,
        interval=min(_number(parts.get("INTERVAL", "1"), 1), _MOST_INTERVAL),
        count=_count(parts),
        until=_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        week_start=_weekday(parts.get("WKST", "MO")),
        by_day=_by_day(parts["BYDAY"]) if "BYDAY" in parts else (),
        **{field: read(parts[name]) for name, (field, read) in _LISTS.items() if name in parts},
    )
    if per_period(rule) > _MOST_PER_PERIOD:
        raise RuleError("rrule_too_dense")
    return rule


def per_period(rule: Rule) -> int:
    """Most instances that one period (a year for YEARLY ...) can hold by the lengths of its BY lists.

    BYSETPOS and COUNT do not lessen it: the whole set has to be made before they choose.
    """
    times = (len(rule.by_hour) or 1) * (len(rule.by_minute) or 1) * (len(rule.by_second) or 1)
    return min(_days_per_period(rule), _DAYS_OF[rule.freq]) * times


def _days_per_period(rule: Rule) -> int:
    """Most days of one period that the BY lists pick out."""
    months = (len(rule.by_month) or 12) if rule.freq == "YEARLY" else 1
    if rule.by_month_day:
        return len(rule.by_month_day) * months
    if rule.by_year_day:
        return len(rule.by_year_day)
    if rule.by_week:
        return len(rule.by_week) * (len(rule.by_day) or 1)
    if rule.by_day and rule.freq in _WEEKS_OF:
        weeks = 5 * months if rule.by_month else _WEEKS_OF[rule.freq]
        return sum(weeks if n == 0 else months for n, _ in rule.by_day)
    return len(rule.by_day) or (len(rule.by_month) or 1 if rule.freq == "YEARLY" else 1)


def _parts(text: str) -> dict[str, str]:
    """Name -> value, upper case, without the parts that nobody must know (``X-``); a part given twice is an error.

    Backslashes before ``;`` and ``,`` are how some programs write a rule as if it were a text; they mean nothing here.
    """
    parts: dict[str, str] = {}
    for part in _ESCAPED.sub(r"\1", text).upper().split(";"):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if name.startswith("X-") or not part.strip():
            continue
        if not equals or not value or name not in _KNOWN or name in parts:
            raise RuleError("rrule_invalid")
        parts[name] = value
    return parts


def _frequency(parts: dict[str, str]) -> Frequency:
    """The frequency, one of those we expand."""
    word = parts.get("FREQ", "")
    for freq in FREQUENCIES:
        if word == freq:
            return freq
    raise RuleError("rrule_frequency" if word in _TOO_FINE else "rrule_invalid")


def _count(parts: dict[str, str]) -> int | None:
    """COUNT; ``-1`` beside an UNTIL is how Confluence writes "no count" and bounds nothing."""
    if parts.get("COUNT") == "-1" and "UNTIL" in parts:
        return None
    return _number(parts["COUNT"], 1) if "COUNT" in parts else None


_ESCAPED = re.compile(r"\\([;,])")
_DIGITS = re.compile(r"\d{1,12}", re.ASCII)
_SIGNED = re.compile(r"[+-]?\d{1,3}", re.ASCII)
_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_UNTIL = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?", re.ASCII)


def _number(text: str, least: int) -> int:
    """A plain number of at least ``least``."""
    if not _DIGITS.fullmatch(text) or int(text) < least:
        raise RuleError("rrule_invalid")
    return int(text)


def _weekday(text: str) -> int:
    """0 for Monday."""
    if text not in WEEKDAYS:
        raise RuleError("rrule_invalid")
    return WEEKDAYS.index(text)


def _until(text: str) -> Until:
    """The bound as it was written; its reading needs the series' zone (``recurrence_series``)."""
    found = _UNTIL.fullmatch(text)
    if not found:
        raise RuleError("rrule_invalid")
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    try:
        if found[4] is None:
            return date(year, month, day)
        clock = int(found[4]), int(found[5]), min(int(found[6]), 59)
        return datetime(year, month, day, *clock, tzinfo=UTC if found[7] else None)
    except ValueError:
        raise RuleError("rrule_invalid") from None


def _numbers(least: int, most: int, *, signed: bool = False) -> Callable[[str], tuple[int, ...]]:
    """A reader of comma-separated numbers between the bounds; ``signed`` allows the same counted from the end."""

    def read(text: str) -> tuple[int, ...]:
        values = set()
        for item in text.split(","):
            value = item.strip()
            if not _SIGNED.fullmatch(value) or not least <= abs(int(value)) <= most or (not signed and int(value) < 0):
                raise RuleError("rrule_invalid")
            values.add(int(value))
        return tuple(sorted(values))

    return read


def _by_day(text: str) -> tuple[tuple[int, int], ...]:
    """BYDAY: weekdays, each with an optional number from 1 to 53 or -53 to -1."""
    values = set()
    for item in text.split(","):
        found = _BY_DAY.fullmatch(item.strip())
        if not found or (found[1] is not None and not 1 <= abs(int(found[1])) <= 53):  # noqa: PLR2004 - weeks of a year
            raise RuleError("rrule_invalid")
        values.add((int(found[1] or 0), WEEKDAYS.index(found[2])))
    return tuple(sorted(values))


def _seconds(text: str) -> tuple[int, ...]:
    """BYSECOND; a leap second (60) is read as 59, for no clock of ours shows it."""
    return tuple(sorted({min(value, 59) for value in _numbers(0, 60)(text)}))


_LISTS: dict[str, tuple[str, Callable[[str], tuple[int, ...]]]] = {
    "BYMONTH": ("by_month", _numbers(1, 12)),
    "BYWEEKNO": ("by_week", _numbers(1, 53, signed=True)),
    "BYYEARDAY": ("by_year_day", _numbers(1, 366, signed=True)),
    "BYMONTHDAY": ("by_month_day", _numbers(1, 31, signed=True)),
    "BYHOUR": ("by_hour", _numbers(0, 23)),
    "BYMINUTE": ("by_minute", _numbers(0, 59)),
    "BYSECOND": ("by_second", _seconds),
    "BYSETPOS": ("by_position", _numbers(1, 366, signed=True)),
}
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "RSCALE", "SKIP"}) | frozenset(_LISTS)
