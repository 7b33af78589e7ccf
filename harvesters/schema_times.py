"""Times as pages with structured data write them (ISO 8601 and its common slips), and the span of one event.

Anything that could be read in two ways is no time: ``10/03/2027`` is October to some and March to others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.ical_zones import named_zone
from harvesters.json_document import items, text
from harvesters.json_moments import length_of
from harvesters.ledger import Notes, Refused
from harvesters.record import Moment
from harvesters.schema_values import Node, first, local, plain

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years beyond are slips (``0000-00-00``), and one more day or another zone could not be computed with."""
ONE_DAY = timedelta(days=1)
_MOST_WRITTEN = 60
_EXTENDED = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:(?:[Tt](?P<lone>\d\d)|(?:[Tt]|\s{1,3})(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?)"
    r"\s?(?P<offset>[Zz]|[+-]\d\d(?::?\d\d)?)?(?:\[(?P<zone>[A-Za-z][\w/+-]{1,60})\])?)?",
    re.ASCII,
)
_BASIC = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:[Tt](?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<offset>[Zz]|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII,
)
_CLOCK = re.compile(
    r"[Tt]?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:\.\d{1,9})?)?(?P<offset>[Zz]|[+-]\d\d:?\d\d)?", re.ASCII
)
_DOTTED = re.compile(r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}\b|\D|$)", re.ASCII)
_LONGEST_WORDS = 200
_LEAP = 60
_NOON_TO_NOON = 24
_FARTHEST = 14 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """When an event begins and ends, as far as it says; ``end`` is exclusive."""

    start: Moment | None
    end: Moment | None = None
    duration: timedelta | None = None
    when: str = ""
    """The time in words, where it is written so and in no other way."""


def moment(written: str, formats: Sequence[str] = ()) -> Moment:
    """A day, a floating time or an aware one; raises ``ValueError`` for everything that is not plainly one of them."""
    written = written.strip()
    found = _EXTENDED.fullmatch(written) or _BASIC.fullmatch(written) if len(written) <= _MOST_WRITTEN else None
    return _moment(found) if found else _formatted(written, formats)


def _moment(found: re.Match[str]) -> Moment:
    told = found.groupdict()
    day = checked(date(int(told["year"]), int(told["month"]), int(told["day"])))
    hour = told["hour"] or told.get("lone")
    if hour is None:
        return day
    if int(hour) == _NOON_TO_NOON and not int(told["minute"] or 0) and not int(told["second"] or 0):
        hour, day = "0", day + ONE_DAY
    wall = datetime.combine(day, _clock(hour, told["minute"], told["second"]))
    return wall.replace(tzinfo=_zone(told["offset"], told.get("zone")))


def _clock(hour: str, minute: str | None, second: str | None) -> time:
    """The time of day; a leap second is read as 59."""
    return time(int(hour), int(minute or 0), 59 if int(second or 0) == _LEAP else int(second or 0))


def _zone(offset: str | None, name: str | None) -> tzinfo | None:
    """The named zone where it is known (it says more than an offset), else the offset, else none."""
    known = named_zone(name, "") if name else None
    if isinstance(known, ZoneInfo):
        return known
    if offset is None:
        return None
    if offset in {"Z", "z"}:
        return UTC
    digits = offset[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if minutes > _FARTHEST or int(digits[2:]) >= _LEAP:
        raise ValueError(offset)
    return timezone(timedelta(minutes=minutes if offset[0] == "+" else -minutes)) if minutes else UTC


def _formatted(written: str, formats: Sequence[str]) -> Moment:
    """The time in one of the formats that the source's entry names."""
    for form in formats:
        try:
            wall = datetime.strptime(written, form)  # noqa: DTZ007 - a wall clock; %z makes it aware
        except ValueError:
            continue
        checked(wall.date())
        return wall if re.search(r"%[HIcXs]", form) else wall.date()
    raise ValueError(written[:_MOST_WRITTEN])


def checked(day: date) -> date:
    """The day itself; raises ``ValueError`` where no calendar needs it."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(str(day))
    return day


def clock(value: Any) -> tuple[time, tzinfo | None] | None:
    """``10:00``, ``10.00``, ``T10:00:00+02:00`` as a time of day with its offset; ``None`` for everything else."""
    found = _CLOCK.fullmatch(text(value))
    if found is None:
        return None
    try:
        return _clock(found["hour"], found["minute"], found["second"]), _zone(found["offset"], None)
    except ValueError:
        return None


def written_dates(value: Any) -> list[str]:
    """Every text of a date property, without repeats."""
    told = (item.get("@value") if isinstance(item, dict) else item for item in items(value))
    return list(dict.fromkeys(words for item in told if (words := text(item))))


def one_moment(value: Any, field: str, formats: Sequence[str], notes: Notes) -> Moment | None:
    """The time a property tells, ``None`` where it is empty.

    Several that agree about the day are one, the most precise; raises ``Refused`` where none can be read or they disagree.
    """
    written = written_dates(value)
    read: dict[Moment, None] = {}
    for words in written:
        try:
            read[moment(words, formats)] = None
        except ValueError:
            notes.warn("date_unreadable", field, words)
    if not written:
        return None
    timed = [found for found in read if isinstance(found, datetime)]
    days = {found.date() if isinstance(found, datetime) else found for found in read}
    if not read or len(days) > 1 or len(timed) > 1:
        notes.found[:] = [known for known in notes.found if (known.code, known.field) != ("date_unreadable", field)]
        raise Refused("bad_value", field, " / ".join(written))
    return timed[0] if timed else next(iter(days))


def span(node: Node, formats: Sequence[str], notes: Notes) -> Span:
    """Start, exclusive end and duration of an event; raises ``Refused`` (``no_start``, ``bad_value``)."""
    if told := _in_words(node, formats):
        return Span(start=None, when=told)
    start = one_moment(node.get("startDate"), "startDate", formats, notes)
    if start is None:
        raise Refused("no_start", "startDate")
    last = one_moment(node.get("endDate"), "endDate", formats, notes)
    length = length_of(first(node, "duration")) if last is None else None
    return _whole_days(Span(start=start, end=_exclusive(start, last), duration=length))


def _in_words(node: Node, formats: Sequence[str]) -> str:
    """A start like ``to 1.4.2027 klo 18`` with its end, for whoever can read it; ``""`` for anything with a time of its own.

    Dots between day and month mean one thing only; slashes, names of days and lone numbers are no such words.
    """
    ends = [written_dates(node.get(name)) for name in ("startDate", "endDate")]
    if len(ends[0]) != 1 or not all(_DOTTED.search(words) and len(words) <= _LONGEST_WORDS for told in ends for words in told):
        return ""
    try:
        moment(ends[0][0], formats)
    except ValueError:
        return " – ".join(dict.fromkeys(words for told in ends for words in told))
    return ""


def _exclusive(start: Moment, last: Moment | None) -> Moment | None:
    """The end after which it is over: of a day the next one, for schema.org's last day is a day of the event.

    A start with a time and an end on the same day without one leaves the end unknown.
    """
    if last is None or isinstance(last, datetime):
        return last
    if isinstance(start, datetime) and last == start.date():
        return None
    return last + ONE_DAY


def _whole_days(found: Span) -> Span:
    """From the first instant of a day to the last minute or second of one, as calendars without whole days write them: whole days."""
    start, end = found.start, found.end
    if not (isinstance(start, datetime) and isinstance(end, datetime)) or start.time() != time(0) or start.utcoffset() != end.utcoffset():
        return found
    if end > start and end.time().replace(second=0) == time(23, 59):
        return Span(start=start.date(), end=end.date() + ONE_DAY)
    return Span(start=start.date(), end=end.date()) if end > start and end.time() == time(0) else found


def previous(node: Node, formats: Sequence[str], notes: Notes) -> Moment | None:
    """Where it was before it was moved: of several the last that can be read (schema.org previousStartDate)."""
    found: Moment | None = None
    for words in written_dates(node.get("previousStartDate")):
        try:
            found = moment(words, formats)
        except ValueError:
            notes.warn("bad_date_dropped", "previousStartDate", words)
    return found


def status(node: Node) -> str:
    """The publisher's word in upper case, without the ``Event`` that schema.org puts before it: ``CANCELLED``, ``POSTPONED`` ..."""
    written = plain(node.get("eventStatus"))
    word = local(written) or written
    return (word.removeprefix("Event") or word).upper()[:40]
