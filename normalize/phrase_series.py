"""Rules that words tell, walked day by day: which days they give, and how they are written for calendars (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from normalize.phrase_items import Slot
from normalize.recurrence_zone import zone

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = 7
HORIZON = timedelta(days=400)
"""How far exceptions of a rule without an end are looked for."""
_MOST = 1500
"""Days a walk gives at most."""
_ODD, _EVEN = tuple(range(1, 54, 2)), tuple(range(2, 54, 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Which days come again. ``ordinals`` make it monthly; ``parity`` (``odd``, ``even``) counts ISO weeks."""

    days: tuple[int, ...] = ()
    interval: int = 1
    parity: str = ""
    ordinals: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    daily: bool = False

    def gives(self, day: date, first: date) -> bool:
        """True where the rule, counted from its first day, gives the day."""
        if self.daily:
            return True
        if self.month_days:
            return day.day in self.month_days
        if day.weekday() not in self.days:
            return False
        if self.ordinals:
            return any(_is_nth(day, ordinal) for ordinal in self.ordinals)
        if self.parity:
            return (day.isocalendar().week % 2 == 1) == (self.parity == "odd")
        return (_monday(day) - _monday(first)).days // _WEEK % self.interval == 0


def _monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _is_nth(day: date, ordinal: int) -> bool:
    """True for the n-th such weekday of its month, counted from the end where negative."""
    if ordinal > 0:
        return (day.day - 1) // _WEEK + 1 == ordinal
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return (following - day - timedelta(days=1)).days // _WEEK + 1 == -ordinal


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A rule with its first day, its bound and its exceptions. ``until`` is the last day it may reach, inclusive."""

    rule: Rule
    first: date
    slot: Slot | None = None
    until: date | None = None
    count: int | None = None
    left_out: tuple[date, ...] = ()
    """Days of the rule that do not take place."""
    listed: tuple[date, ...] = ()
    """Exceptions told day by day, whether the rule gives them or not."""
    told: tuple[date, ...] = ()
    """Exceptions that the words tell by dates or weeks; public holidays are left out besides."""
    title: str = ""
    gender: str = ""
    flags: frozenset[str] = field(default_factory=frozenset)

    def all_days(self) -> Iterator[date]:
        """The days of the rule in order, exceptions included."""
        last = self.until or self.first + HORIZON
        found = 0
        for day in self._candidates(min((last - self.first).days + 1, _MOST)):
            if self.rule.gives(day, self.first):
                yield day
                found += 1
                if found == self.count:
                    return

    def _candidates(self, length: int) -> Iterator[date]:
        """So many days from the first on, of a rule of weekdays only those."""
        steps: Iterator[int] = iter(range(length))
        if self.rule.days and len(self.rule.days) < _WEEK:
            ahead = sorted((day - self.first.weekday()) % _WEEK for day in self.rule.days)
            steps = (week + step for week in range(0, length, _WEEK) for step in ahead if week + step < length)
        return (self.first + timedelta(days=step) for step in steps)

    def days(self) -> list[date]:
        """The days on which it takes place; of a rule without an end those of a good year."""
        out = frozenset(self.left_out)
        return [day for day in self.all_days() if day not in out]

    def some(self, number: int) -> list[date]:
        """The first few of them."""
        out = frozenset(self.left_out)
        return list(islice((day for day in self.all_days() if day not in out), number))

    @property
    def is_bounded(self) -> bool:
        """True where the words tell how long it goes on."""
        return self.until is not None or self.count is not None

    def rrule(self, zone_name: str, *, timed: bool) -> str:
        """The rule as RFC 5545 text. UNTIL is the end of the last day in UTC beside a start with a time, else the plain day."""
        parts = _frequency(self.rule)
        if self.until is not None:
            parts.append(f"UNTIL={until_text(self.until, zone_name, timed=timed)}")
        elif self.count is not None:
            parts.append(f"COUNT={self.count}")
        return ";".join(parts)


def first_day(rule: Rule, begin: date) -> date | None:
    """The first day from ``begin`` on that the rule gives, if it gives one within a year and a bit."""
    days = (begin + timedelta(days=step) for step in range(HORIZON.days))
    return next((day for day in days if rule.gives(day, day)), None)


def _frequency(rule: Rule) -> list[str]:
    """The parts of a rule that say how often and on which days."""
    days = ",".join(DAYS[day] for day in sorted(rule.days))
    if rule.daily:
        return ["FREQ=DAILY"]
    if rule.month_days:
        return ["FREQ=MONTHLY", f"BYMONTHDAY={','.join(str(day) for day in rule.month_days)}"]
    if rule.ordinals:
        nth = ",".join(f"{ordinal}{DAYS[day]}" for ordinal in rule.ordinals for day in sorted(rule.days))
        return ["FREQ=MONTHLY", f"BYDAY={nth}"]
    if rule.parity:
        weeks = ",".join(str(week) for week in (_ODD if rule.parity == "odd" else _EVEN))
        return ["FREQ=YEARLY", f"BYWEEKNO={weeks}", f"BYDAY={days}"]
    interval = [f"INTERVAL={rule.interval}"] if rule.interval > 1 else []
    return ["FREQ=WEEKLY", *interval, f"BYDAY={days}"]


def until_text(day: date, zone_name: str, *, timed: bool) -> str:
    """The last second of a day in a zone as UTC, or the day itself (RFC 5545 section 3.3.10)."""
    if not timed:
        return f"{day:%Y%m%d}"
    last = datetime.combine(day, time(23, 59, 59), tzinfo=zone(zone_name))
    return f"{last.astimezone(UTC):%Y%m%dT%H%M%SZ}"
