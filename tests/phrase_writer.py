"""A writer of phrases: random dates, times and rules in the words of publishers, beside the occurrences they were written from.

``written(seed)`` gives a phrase and what it means; ``verdict`` compares what was read with that: ``exact``, ``flags`` (the right days,
other
flags), ``flagged`` (another reading that says so itself) or ``wrong``, which must never be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from dateutil.rrule import rrulestr

from normalize.phrase import read_phrase
from tests.phrase_writer_words import LANGUAGES, Pen, clock, day_month, full_date, weekday

DAY = timedelta(days=1)
CLOCK_LETTERS = "".join(sorted(set("klo kello kl. klockan ")))
HORIZON = timedelta(days=200)
"""How far what goes on without an end is compared."""
DOUBTS = frozenset(
    {
        "needs_review", "ambiguous", "several_things", "further_times", "no_date", "not_an_event", "unspecified_recurrence",
        "once_or_weekly", "month_only", "season_only", "week_only", "historical_date", "exception_unread", "twelve_hours",
    }
)  # fmt: skip
"""Flags with which a reading says itself that it is not to be published as it is."""

Times = tuple[time, time | None] | None
Occurrence = tuple[str, str | None]


@dataclass(frozen=True)
class Written:
    """A phrase, the day it was written on, and what it means. ``days`` are those of the occurrences up to ``until``."""

    sort: str
    text: str
    language: str
    reference: date
    kind: str
    occurrences: frozenset[Occurrence]
    flags: frozenset[str] = frozenset()
    until: date = date.max
    key: str = "events"
    off: frozenset[date] = frozenset()
    """Days off that the answer names as such (``exclude_public_holidays``) and not one by one."""
    extra: dict[str, Any] = field(default_factory=dict)
    """Other keys of the answer, with their values."""


def verdict(case: Written) -> tuple[str, dict[str, Any]]:
    """How a phrase was read, and the answer."""
    answer = read_phrase(case.text, case.language, case.reference, case.kind)
    flags = frozenset(answer.get("flags", ()))
    off = {day.isoformat() for day in case.off} if "exclude_public_holidays" in flags else set()
    days = frozenset(one for one in read_days(answer, case.until) if one[0][:10] not in off)
    same = days == case.occurrences and all(answer.get(key) == value for key, value in case.extra.items())
    if same and not (case.occurrences and case.key not in answer):
        return ("exact" if flags == case.flags else "flags"), answer
    return ("flagged" if flags & DOUBTS or not answer else "wrong"), answer


def read_days(answer: dict[str, Any], until: date) -> frozenset[Occurrence]:
    """The occurrences that an answer tells, up to a day."""
    events = {(one["start"], one["end"]) for one in answer.get("events", ())}
    series = {one for told in answer.get("series", ()) for one in _expanded(told, until)}
    return frozenset(one for one in events | series if one[0][:10] <= until.isoformat())


def _expanded(told: dict[str, Any], until: date) -> Iterable[Occurrence]:
    """The occurrences of one series, counted by a library that is not ours."""
    timed = "T" in told["dtstart"]
    start = datetime.fromisoformat(told["dtstart"])
    out = set(told.get("exdates", ()))
    for moment in _starts(told, start, until):
        day = moment.date().isoformat()
        if day in out:
            continue
        length = told.get("duration")
        end = None if not timed or length is None else f"{moment + _length(length):%Y-%m-%dT%H:%M}"
        yield (f"{moment:%Y-%m-%dT%H:%M}", end) if timed else (day, day)


def _starts(told: dict[str, Any], start: datetime, until: date) -> Iterable[datetime]:
    last = datetime.combine(min(until, start.date() + 3 * HORIZON), time(23, 59))
    if "rrule" in told:
        floating = ";".join(part if not part.startswith("UNTIL=") else _floating(part) for part in told["rrule"].split(";"))
        return list(rrulestr(floating, dtstart=start).between(start, last, inc=True))
    stop = min(last, datetime.combine(date.fromisoformat(told["until"]), time(23, 59))) if "until" in told else last
    odd = told["parity"] == "odd"
    days = [start + step * DAY for step in range((stop - start).days + 1)]
    codes = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    return [one for one in days if codes[one.weekday()] in told["byday"] and (one.isocalendar().week % 2 == 1) is odd]


def _floating(part: str) -> str:
    """UNTIL on the wall clock: the last second of a Finnish day is 20:59:59 or 21:59:59 in UTC."""
    value = part.removeprefix("UNTIL=")
    return f"UNTIL={value[:8]}T235959" if "T" in value else f"UNTIL={value}T000000"


def _length(text: str) -> timedelta:
    hours, _, rest = text.removeprefix("PT").rpartition("H")
    return timedelta(hours=int(hours or 0), minutes=int(rest.removesuffix("M") or 0))


def occurrences(days: Iterable[date], times: list[Times]) -> frozenset[Occurrence]:
    """Days with their times as an answer tells them."""
    found: set[Occurrence] = set()
    for day in days:
        for slot in times or [None]:
            if slot is None:
                found.add((day.isoformat(), day.isoformat()))
                continue
            start, end = slot
            over = end is not None and end <= start
            found.add((f"{day}T{start:%H:%M}", None if end is None else f"{day + over * DAY}T{end:%H:%M}"))
    return frozenset(found)


def flags_of(times: list[Times]) -> set[str]:
    """What the times alone make an answer say."""
    flags = {"no_end_time"} if any(slot is not None and slot[1] is None for slot in times) else set()
    return flags | ({"crosses_midnight"} if any(slot and slot[1] is not None and slot[1] <= slot[0] for slot in times) else set())


def a_time(dice: Random, *, ended: float = 0.6) -> tuple[time, time | None]:
    """A time people meet at, rarely with an end on the next day."""
    start = time(dice.randint(7, 20), dice.choice((0, 0, 0, 15, 30, 45)))
    if dice.random() > ended:
        return start, None
    end = datetime.combine(date.min, start) + timedelta(minutes=15 * dice.randint(2, 12))
    return start, end.time()


Write = Callable[[Pen, date], Written]


def written(seed: int, writers: tuple[Write, ...]) -> Written:
    """The phrase of a seed."""
    dice = Random(seed)
    pen = Pen(dice.choice(LANGUAGES), dice)
    reference = date(2025, 1, 1) + dice.randrange(365 * 4) * DAY
    return dice.choice(writers)(pen, reference)


def ahead(pen: Pen, reference: date, most: int = 280) -> date:
    """A day to come; near ones more often."""
    return reference + pen.dice.choice((pen.dice.randint(0, 45), pen.dice.randint(0, most))) * DAY


def beside(pen: Pen, day: str, hour: str) -> str:
    """A day and a time in one of the orders people write them in."""
    glued = pen.language == "fi" and day.endswith(".") and hour.lower().startswith("klo")
    link = pen.one(" ", " ", " ", ", ", "  ", "\u00a0") if not glued or pen.chance(0.9) else ""
    if pen.chance(0.12):
        return f"{hour}{pen.one(' ', ', ')}{day}"
    return f"{day}{link}{hour}"


def one_day(pen: Pen, reference: date) -> Written:
    """``la 28.11. klo 18-20``."""
    day, slot = ahead(pen, reference), a_time(pen.dice)
    text = beside(pen, full_date(pen, day, reference), clock(pen, *slot))
    return _days("one_day", pen, reference, text, [day], [slot])


def _days(  # noqa: PLR0913, PLR0917 - a phrase has many sides
    sort: str, pen: Pen, reference: date, text: str, days: list[date], times: list[Times], *flags: str, kind: str = "datetime"
) -> Written:
    told = flags_of(times) | set(flags)
    return Written(sort, text, pen.language, reference, kind, occurrences(days, times), frozenset(told))


def whole_day(pen: Pen, reference: date) -> Written:
    """``su 6.12.``."""
    day = ahead(pen, reference)
    return _days("whole_day", pen, reference, full_date(pen, day, reference), [day], [], kind="date")


def night(pen: Pen, reference: date) -> Written:
    """``pe 27.11. klo 22-02``."""
    day = ahead(pen, reference)
    slot = time(pen.dice.randint(19, 23), pen.dice.choice((0, 30))), time(pen.dice.randint(1, 4), 0)
    return _days("night", pen, reference, beside(pen, full_date(pen, day, reference), clock(pen, *slot)), [day], [slot])


def slots(pen: Pen, reference: date) -> Written:
    """``ti 1.12. klo 9-12 ja 13-15``, ``la 28.11. klo 10 ja 13``."""
    day = ahead(pen, reference)
    first = time(pen.dice.randint(8, 10), pen.dice.choice((0, 30)))
    second = time(pen.dice.randint(13, 15), pen.dice.choice((0, 30)))
    ends = pen.chance(0.5)
    times: list[Times] = [(first, time(first.hour + 2, 0) if ends else None), (second, time(second.hour + 2, 15) if ends else None)]
    parts = [clock(pen, *slot) for slot in times if slot is not None]
    if pen.language != "en" and pen.chance(0.7):
        parts[1] = parts[1].lower().lstrip(CLOCK_LETTERS)
    text = beside(pen, full_date(pen, day, reference), pen.listed(parts))
    return _days("slots", pen, reference, text, [day], times)


def several_days(pen: Pen, reference: date) -> Written:
    """``1.12., 15.12. ja 29.12. klo 18``; ``1., 8. ja 15.12.``."""
    start = ahead(pen, reference, 150)
    days = sorted({start + pen.dice.randint(0, 60) * DAY for _ in range(pen.dice.randint(2, 5))} | {start})
    slot: Times = a_time(pen.dice) if pen.chance(0.75) else None
    same = len({(day.year, day.month) for day in days}) == 1
    if same and pen.language != "en" and pen.chance(0.5):
        parts = [f"{day.day}." if pen.language == "fi" else f"{day.day}" for day in days[:-1]] + [
            day_month(pen, days[-1], year=pen.chance(0.2))
        ]
    elif pen.language == "fi" and pen.chance(0.4):
        parts = [f"{weekday(pen, day.weekday()).rstrip(' ,')} {day.day}.{day.month}." for day in days]
    else:
        parts = [f"{day.day}.{day.month}{'' if pen.language == 'sv' else '.'}" for day in days]
    text = pen.listed(parts) + ("" if slot is None else pen.one(" ", " ", ", ") + clock(pen, *slot))
    return _days("several_days", pen, reference, text, days, [slot] if slot else [])


def days_in_a_row(pen: Pen, reference: date) -> Written:
    """``3.-5.12.``, ``la-su 28.-29.11. klo 10-16``, ``30.12.-2.1.``."""
    first = ahead(pen, reference, 250)
    last = first + pen.dice.randint(1, 9) * DAY
    slot: Times = (time(10), time(pen.dice.randint(12, 18))) if pen.chance(0.5) else None
    text = row_text(pen, first, last)
    if slot is None:
        shape = frozenset({(first.isoformat(), last.isoformat())})
        return Written("days_in_a_row", text, pen.language, reference, "range", shape)
    days = [first + step * DAY for step in range((last - first).days + 1)]
    text += pen.one(" ", " ", ", ") + clock(pen, *slot)
    return _days("days_in_a_row", pen, reference, text, days, [slot], "daily_hours_over_range", kind="range")


def row_text(pen: Pen, first: date, last: date, *, named: bool = True) -> str:
    """A range of days."""
    same = (first.year, first.month) == (last.year, last.month)
    year = pen.chance(0.2)
    dash = pen.dash
    if pen.language == "en" and same and pen.chance(0.3):
        months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
        return f"{months[first.month - 1]} {first.day}{dash}{last.day}{f', {last.year}' if year else ''}"
    if pen.language == "en":
        end = day_month(pen, last, year=year)
        begin = f"{first.day}" if same and end[0].isdigit() and " " in end and "." not in end else day_month(pen, first, year=False)
        return pen.one("", "", "from ") + f"{begin}{pen.one(dash, dash, ' to ')}{end}" if "from" not in end else end
    dot = "." if pen.language == "fi" else pen.one("", ".")
    begin = f"{first.day}{dot}" if same and pen.chance(0.8) else f"{first.day}.{first.month}{dot}"
    end = f"{last.day}.{last.month}{dot if not year else f'.{last.year}'}"
    if named and pen.chance(0.3):
        names = ("ma", "ti", "ke", "to", "pe", "la", "su") if pen.language == "fi" else ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
        return f"{names[first.weekday()]} {begin}{dash}{names[last.weekday()]} {end}"
    return f"{begin}{dash}{end}"


def stretch(pen: Pen, reference: date) -> Written:
    """``pe 27.11. klo 18 - su 29.11. klo 15``."""
    first = ahead(pen, reference, 250)
    last = first + pen.dice.randint(1, 4) * DAY
    start, end = time(pen.dice.randint(9, 20), pen.dice.choice((0, 30))), time(pen.dice.randint(9, 20), pen.dice.choice((0, 30)))
    words = {"fi": " – ", "sv": pen.one(" – ", " till "), "en": pen.one(" – ", " to ")}[pen.language]
    text = f"{full_date(pen, first, reference)} {clock(pen, start)}{words}{full_date(pen, last, reference)} {clock(pen, end)}"
    shape = frozenset({(f"{first}T{start:%H:%M}", f"{last}T{end:%H:%M}")})
    return Written("stretch", text, pen.language, reference, "range", shape)


SINGLE: tuple[Write, ...] = (one_day, one_day, whole_day, night, slots, several_days, days_in_a_row, stretch)
