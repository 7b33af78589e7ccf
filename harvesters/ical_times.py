"""The times of one event: start and end, rules, dates (RFC 5545 sections 3.8.2, 3.8.4.4 and 3.8.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from harvesters.ical_issues import Notes, Refused
from harvesters.ical_lines import Line
from harvesters.ical_values import date_time, day, duration, is_day
from harvesters.ical_zones import UnknownZone, Zones
from harvesters.record import Moment

MOST_DATES = 5000
"""Dates that one event may list; normalize refuses more than it can show, this bounds what is looked at."""
LONGEST_RULE = 2000
_LONGEST_ODD_LINE = 1000
_TZID_WITH_COLON = re.compile(r"TZID=(.+?)(?:;[A-Za-z-]+=[^;]*)*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """When an event begins and ends, as far as it says."""

    start: Moment | None
    end: Moment | None = None
    duration: timedelta | None = None


def span(start: Line | None, end: Line | None, length: Line | None, zones: Zones, notes: Notes) -> Span:
    """Start with end or duration; of both the end holds (RFC 5545 section 3.6.1 forbids both). Raises ``Refused``."""
    begins = moment_of(start, zones) if start and start.value.strip() else None
    ends = moment_of(end, zones) if end and end.value.strip() else None
    if isinstance(begins, datetime) and isinstance(ends, datetime) and (begins.tzinfo is None) != (ends.tzinfo is None):
        raise Refused("bad_value", "DTEND", end.value if end else "")
    lasts = _duration(length) if length and length.value.strip() else None
    if ends is not None and lasts is not None:
        notes.warn("duration_ignored", "DURATION", length.value if length else "")
        lasts = None
    return Span(start=begins, end=ends, duration=lasts)


def _duration(line: Line) -> timedelta:
    """The length the line tells; raises ``Refused``."""
    try:
        return duration(line.value)
    except ValueError:
        raise Refused("bad_value", line.name, line.value[:400], raw=line.raw) from None


def moment_of(line: Line, zones: Zones) -> Moment:
    """The line's date or time; raises ``Refused`` where it cannot be read or its zone is unknown.

    How the value is written counts, not what VALUE says. A Z outranks a TZID, which may not stand beside it (RFC 5545 section 3.2.19).
    """
    line = _with_zone(line)
    try:
        return _moment(line.value, line.parameter("TZID"), zones)
    except ValueError:
        raise Refused("bad_value", line.name, line.value[:400], raw=line.raw) from None
    except UnknownZone:
        raise Refused("tz_unknown", line.name, line.parameter("TZID")[:400], raw=line.raw) from None


def _moment(text: str, zone: str, zones: Zones) -> Moment:
    """The value as a day, an instant in UTC, a time in the named zone or a floating time."""
    if is_day(text):
        return day(text)
    moment = date_time(text)
    return zones.localise(moment, zone) if zone and moment.tzinfo is None else moment


def _with_zone(line: Line) -> Line:
    """The line with its zone put right where the zone's name holds a colon without quotes: ``TZID=(UTC+02:00) Helsinki:2026...``."""
    if "TZID" not in line.parameters or is_day(line.value[:8]) or len(line.raw) > _LONGEST_ODD_LINE:
        return line
    before, _, value = line.raw.rpartition(":")
    found = _TZID_WITH_COLON.search(before)
    return line._replace(parameters={**line.parameters, "TZID": found[1].strip('"')}, value=value) if found else line


def rules(lines: Sequence[Line], notes: Notes) -> tuple[str, ...]:
    """Every recurrence rule as text in upper case, each once (RFC 5545 section 3.8.5.3); an empty line says that there is no rule."""
    if not lines:
        return ()
    found = tuple(dict.fromkeys("".join(line.value.split()).upper().strip(";") for line in lines))
    if "" in found:
        notes.add("empty_rule", "info", "RRULE")
    if max(map(len, found)) > LONGEST_RULE:
        raise Refused("rrule_invalid", "RRULE", max(found, key=len)[:400])
    return tuple(filter(None, found))


def dates(lines: Sequence[Line], zones: Zones, notes: Notes) -> tuple[Moment, ...]:
    """Every listed date of the lines, each once; of a PERIOD its start. Raises ``Refused`` for an unknown zone or far too many.

    A date that cannot be read is left out and told: the rest of the series is still right (RFC 5545 sections 3.8.5.1 and 3.8.5.2).
    """
    if not lines:
        return ()
    if sum(line.value.count(",") for line in lines) >= MOST_DATES:
        raise Refused("too_many_dates", lines[0].name)
    found: dict[Moment, None] = {}
    for line in map(_with_zone, lines):
        for value in line.value.split(","):
            if moment := _listed(line, value.strip(), zones, notes):
                found[moment] = None
    return tuple(found)


def _listed(line: Line, value: str, zones: Zones, notes: Notes) -> Moment | None:
    """One listed date; ``None`` where it is empty or cannot be read."""
    if not value:
        return None
    start, is_period, _ = value.partition("/")
    if is_period:
        notes.add("period_shortened", "info", line.name, value)
    try:
        return _moment(start, line.parameter("TZID"), zones)
    except ValueError:
        notes.warn("bad_date_dropped", line.name, value, raw=line.raw)
        return None
    except UnknownZone:
        raise Refused("tz_unknown", line.name, line.parameter("TZID")[:400], raw=line.raw) from None


def key_of_instance(record: bytes) -> str:
    """The instance a record is about, as the store names it: ``20261124T100000`` or ``20261124``; ``""`` for the series itself."""
    found = re.search(rb"(?i)(?:\A|\n)RECURRENCE-ID[^\n]*?:[ \t]*(\d{8}(?:T\d{6})?)", record)
    return found[1].decode("ascii").upper() if found else ""
