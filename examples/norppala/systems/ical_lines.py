"""The small change of iCalendar that every system pays in: escaping, folding, stamps and the properties of time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from examples.norppala.entry import HELSINKI, Entry, as_datetime

OCTETS = 75
"""RFC 5545 section 3.1: a line should not be longer, the line end not counted."""


def escape(text: str) -> str:
    """Text as RFC 5545 section 3.3.11 wants it."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> list[str]:
    """The line in pieces of at most 75 octets, no character cut in two (RFC 5545 section 3.1)."""
    pieces, room = [""], OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append(" ")
            room = OCTETS - 1
        pieces[-1] += character
        room -= size
    return pieces


def local(moment: datetime | date) -> str:
    """``20261124T100000``, or ``20261124`` for a day."""
    return f"{moment:%Y%m%dT%H%M%S}" if isinstance(moment, datetime) else f"{moment:%Y%m%d}"


def utc(moment: datetime | date) -> str:
    """``20261124T080000Z`` for a wall clock of Helsinki or an aware moment."""
    aware = as_datetime(moment)
    aware = aware if aware.tzinfo else aware.replace(tzinfo=HELSINKI)
    return f"{aware.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def in_zone(name: str, moment: datetime | date, zone: str) -> str:
    """``DTSTART;TZID=Europe/Helsinki:20261124T100000``; a day gets VALUE=DATE instead."""
    if not isinstance(moment, datetime):
        return f"{name};VALUE=DATE:{local(moment)}"
    return f"{name};TZID={zone}:{local(moment)}"


def in_utc(name: str, moment: datetime | date) -> str:
    """``DTSTART:20261124T080000Z``; a day gets VALUE=DATE instead."""
    return f"{name}:{utc(moment)}" if isinstance(moment, datetime) else f"{name};VALUE=DATE:{local(moment)}"


def span_in_zone(entry: Entry, zone: str = "Europe/Helsinki") -> list[str]:
    """DTSTART and, where the publisher gave one, DTEND in a named zone."""
    return [in_zone("DTSTART", entry.start, zone), *([in_zone("DTEND", entry.end, zone)] if entry.end else [])]


def span_in_utc(entry: Entry) -> list[str]:
    """DTSTART and, where the publisher gave one, DTEND in UTC."""
    return [in_utc("DTSTART", entry.start), *([in_utc("DTEND", entry.end)] if entry.end else [])]


def at_start_time(entry: Entry, days: Iterable[date]) -> list[datetime | date]:
    """The days as instances of the series: with its time of day, or as days."""
    start = entry.start
    return [datetime.combine(day, start.time()) if isinstance(start, datetime) else day for day in days]


def series_in_zone(entry: Entry, zone: str = "Europe/Helsinki", *, listed: bool = False) -> list[str]:
    """RRULE, RDATE, EXDATE and RECURRENCE-ID; ``listed`` puts all exceptions on one line, as some systems do."""
    exceptions = [local(moment) for moment in at_start_time(entry, entry.exdates)]
    if listed and exceptions:
        exceptions = [",".join(exceptions)]
    parameter = ";VALUE=DATE" if entry.all_day else f";TZID={zone}"
    return [
        *([f"RRULE:{entry.rrule}"] if entry.rrule else []),
        *[in_zone("RDATE", moment, zone) for moment in at_start_time(entry, entry.rdates)],
        *[f"EXDATE{parameter}:{value}" for value in exceptions],
        *([in_zone("RECURRENCE-ID", entry.original, zone)] if entry.original else []),
    ]


def guessed_end(entry: Entry) -> datetime | date:
    """The end of a system that never leaves one out: an hour, or the next day."""
    if entry.end is not None:
        return entry.end
    return entry.start + (timedelta(hours=1) if isinstance(entry.start, datetime) else timedelta(days=1))


def optional(name: str, text: str) -> list[str]:
    """``NAME:text`` escaped, or nothing where there is no text."""
    return [f"{name}:{escape(text)}"] if text else []
