"""schema.org Schedule as a recurrence rule (RFC 5545 section 3.3.10): ``repeatFrequency``, ``byDay``, ``startTime``, ``exceptDate`` ...

A Schedule's ``startDate`` is where it begins to count, DTSTART is its first time (section 3.8.5.3); ``schema_rule`` finds that one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.ical_zones import named_zone
from harvesters.json_document import integer, items, text
from harvesters.json_moments import length_of
from harvesters.ledger import Notes, Refused
from harvesters.record import Moment
from harvesters.schema_rule import Rule
from harvesters.schema_times import ONE_DAY, clock, moment, one_moment, written_dates
from harvesters.schema_values import MOST, Node, first, local, plain

MOST_EXCEPTIONS = 1000
_PERIOD = re.compile(
    r"P(?:(?P<DAILY>\d{1,3})D|(?P<WEEKLY>\d{1,3})W|(?P<MONTHLY>\d{1,3})M|(?P<YEARLY>\d{1,3})Y|T(?P<HOURLY>\d{1,3})H)", re.ASCII
)
_WORDS = {"daily": "DAILY", "weekly": "WEEKLY", "monthly": "MONTHLY", "yearly": "YEARLY", "annually": "YEARLY", "hourly": "HOURLY"}
_DAYS = {"MONDAY": "MO", "TUESDAY": "TU", "WEDNESDAY": "WE", "THURSDAY": "TH", "FRIDAY": "FR", "SATURDAY": "SA", "SUNDAY": "SU"}
_CODED = re.compile(r"(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_LAST_SECOND = time(23, 59, 59)
_WEEKS, _MONTH_DAYS, _MONTHS = range(1, 6), range(1, 32), range(1, 13)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """The times of a Schedule: those of its first instance, and the rule for the others."""

    start: Moment
    end: Moment | None = None
    duration: timedelta | None = None
    rrule: tuple[str, ...] = ()
    exdate: tuple[Moment, ...] = ()


def is_schedule(value: Any, *, is_course: bool = False) -> bool:
    """True for a Schedule that says when. ``is_course``: a course's is often only its pace (Google's ``courseSchedule``)."""
    if not isinstance(value, dict) or not value.keys() - {"@id", "@type", "@context"}:
        return False
    told = first(value, "startTime", "byDay", "byMonthDay", "byMonthWeek")
    return told is not None or (not is_course and first(value, "repeatFrequency", "startDate") is not None)


def repetition(schedule: Node, event: Node, formats: Sequence[str], notes: Notes) -> Repetition:
    """The Schedule, with the event's own dates where it has none; raises ``Refused``."""
    zone = _zone(schedule)
    begins = one_moment(first(schedule, "startDate") or event.get("startDate"), "startDate", formats, notes)
    if begins is None:
        raise Refused("no_start", "eventSchedule.startDate")
    start = _at(begins, first(schedule, "startTime"), "startTime", zone)
    rule = _rule(schedule)
    rrule: tuple[str, ...] = ()
    if rule is not None:
        last = one_moment(first(schedule, "endDate"), "endDate", formats, notes) or _last_of(event, formats, notes)
        rrule = (rule.text + _bound(schedule, last, start),)
        start = _aligned(rule, start)
    end, duration = _end(schedule, start, zone)
    if end is None and duration is None:
        duration = _length_of(event, formats, notes)
    excepted = _exceptions(schedule, formats, notes) if rule else ()
    return Repetition(start=start, end=end, duration=duration, rrule=rrule, exdate=excepted)


def _last_of(event: Node, formats: Sequence[str], notes: Notes) -> Moment | None:
    """The event's own end, unless that is on the day of its start, and so only the end of its first time."""
    start, end = (one_moment(event.get(name), name, formats, notes) for name in ("startDate", "endDate"))
    return end if start is None or end is None or _day(end) > _day(start) else None


def _length_of(event: Node, formats: Sequence[str], notes: Notes) -> timedelta | None:
    """How long the event's first time is, by its own start and end on one day."""
    start, end = (one_moment(event.get(name), name, formats, notes) for name in ("startDate", "endDate"))
    if not (isinstance(start, datetime) and isinstance(end, datetime)) or _day(end) != _day(start) or start.tzinfo != end.tzinfo:
        return length_of(plain(event.get("duration")))
    return end - start if end > start else None


def _day(when: Moment) -> date:
    return when.date() if isinstance(when, datetime) else when


def _zone(schedule: Node) -> ZoneInfo | None:
    name = plain(schedule.get("scheduleTimezone"))
    if not name:
        return None
    found = named_zone(name, "")
    if not isinstance(found, ZoneInfo):
        raise Refused("tz_unknown", "scheduleTimezone", name)
    return found


def _at(day: Moment, written: Any, field: str, zone: tzinfo | None) -> Moment:
    """The day with the Schedule's time of day and zone; a day alone where there is no time."""
    told = clock(written) or _clock_of_date(written)
    if told is None and text(written):
        raise Refused("bad_value", field, text(written))
    if told is not None:
        wall = datetime.combine(day, told[0])
        offset = told[1] or (day.tzinfo if isinstance(day, datetime) else None)
        return wall.replace(tzinfo=zone or offset)
    if isinstance(day, datetime) and day.tzinfo is None:
        return day.replace(tzinfo=zone)
    return day.astimezone(zone) if isinstance(day, datetime) and zone else day


def _clock_of_date(written: Any) -> tuple[time, tzinfo | None] | None:
    """The time of day of a whole date and time, which schema.org allows for ``startTime`` too."""
    try:
        found = moment(text(written))
    except ValueError:
        return None
    return (found.time(), found.tzinfo) if isinstance(found, datetime) else None


def _end(schedule: Node, start: Moment, zone: tzinfo | None) -> tuple[Moment | None, timedelta | None]:
    """End of the first instance, on the next day where it is not after the start; else its duration."""
    written = first(schedule, "endTime")
    if text(written) and isinstance(start, datetime):
        day = start.replace(tzinfo=None, hour=0, minute=0, second=0)
        end = _at(day, written, "endTime", zone)
        if isinstance(end, datetime):
            end = end.replace(tzinfo=start.tzinfo) if end.tzinfo is None or start.tzinfo is None else end
            return (end if end > start else end + ONE_DAY), None
    return None, length_of(plain(schedule.get("duration")))


def _rule(schedule: Node) -> Rule | None:
    """The rule, ``None`` where it does not repeat; raises ``Refused`` for what no rule says."""
    days, weeks = _by_day(schedule), _numbers(schedule, "byMonthWeek", _WEEKS)
    month_days, months = _numbers(schedule, "byMonthDay", _MONTH_DAYS), _numbers(schedule, "byMonth", _MONTHS)
    freq, interval = _frequency(schedule)
    if not freq:
        if not days:
            return None
        freq = "MONTHLY" if weeks or month_days else "WEEKLY"
    if weeks:
        days = [f"{week}{day}" for week in weeks for day in days if day in _DAYS.values()]
        if not days:
            raise Refused("rrule_unsupported", "byMonthWeek", ", ".join(map(str, weeks)))
    if freq not in {"MONTHLY", "YEARLY"} and any(len(day) > len("MO") for day in days):
        raise Refused("rrule_unsupported", "byDay", ", ".join(days))
    if freq == "WEEKLY" and month_days:
        raise Refused("rrule_unsupported", "byMonthDay", ", ".join(map(str, month_days)))
    return Rule(freq=freq, interval=interval, months=months, month_days=month_days, days=days)


def _frequency(schedule: Node) -> tuple[str, int]:
    """FREQ and INTERVAL of ``P2W``, ``Weekly`` or ``https://schema.org/Weekly``."""
    written = plain(schedule.get("repeatFrequency"))
    if not written:
        return "", 1
    found = _PERIOD.fullmatch(written.upper())
    if found and found.lastgroup and int(found[found.lastgroup]):
        return found.lastgroup, int(found[found.lastgroup])
    if word := _WORDS.get(local(written).lower()):
        return word, 1
    raise Refused("rrule_unsupported", "repeatFrequency", written)


def _by_day(schedule: Node) -> list[str]:
    """``MO`` ... ``SU``, with an ordinal where it is written so (``2TU``)."""
    found: dict[str, None] = {}
    for item in items(schedule.get("byDay"))[:MOST]:
        for word in re.split(r"[,\s]+", plain(item)) if plain(item) else ():
            name = local(word).upper() or word.upper()
            code = _DAYS.get(name) or (
                name if _CODED.fullmatch(name) else _DAYS.get(next((day for day in _DAYS if day[:2] == name), ""), "")
            )
            if not code:
                raise Refused("rrule_unsupported", "byDay", word)
            found[code.lstrip("+")] = None
    return list(found)


def _numbers(schedule: Node, name: str, allowed: range) -> list[int]:
    """The whole numbers of a property; a negative one counts from the end, as in RFC 5545. Raises ``Refused``."""
    found: dict[int, None] = {}
    for item in items(schedule.get(name))[:MOST]:
        for word in re.split(r"[,\s]+", plain(item)) if plain(item) else ():
            number = integer(word)
            if number is None or abs(number) not in allowed or (number < 0 and name == "byMonth"):
                raise Refused("rrule_unsupported", name, word)
            found[number] = None
    return sorted(found)


def _bound(schedule: Node, last: Moment | None, start: Moment) -> str:
    """COUNT or UNTIL as the end of the rule; of both COUNT, unless it is none."""
    count = integer(plain(schedule.get("repeatCount")))
    if count is not None and count > 0:
        return f";COUNT={count}"
    if last is None:
        return ""
    if not isinstance(start, datetime):
        return f";UNTIL={last:%Y%m%d}"
    until = last if isinstance(last, datetime) else datetime.combine(last, _LAST_SECOND)
    if start.tzinfo is None:
        return f";UNTIL={until.replace(tzinfo=None):%Y%m%dT%H%M%S}"
    return f";UNTIL={until.replace(tzinfo=until.tzinfo or start.tzinfo).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _aligned(rule: Rule, start: Moment) -> Moment:
    """The start on the rule's first day; raises ``Refused`` where it has none. A rule by the hour begins where it says.

    Days are those of the wall clock: a rule counts days of its zone (RFC 5545 section 3.3.10).
    """
    if rule.freq == "HOURLY":
        return start
    first_day = rule.first_day(_day(start))
    if first_day is None:
        raise Refused("rrule_no_occurrence", "eventSchedule", rule.text)
    return datetime.combine(first_day, start.timetz()) if isinstance(start, datetime) else first_day


def _exceptions(schedule: Node, formats: Sequence[str], notes: Notes) -> tuple[Moment, ...]:
    """The days and times on which it does not happen (schema.org exceptDate)."""
    written = [word.strip() for told in written_dates(schedule.get("exceptDate")) for word in told.split(",")]
    if len(written) > MOST_EXCEPTIONS:
        raise Refused("too_many_dates", "exceptDate")
    found: dict[date, None] = {}
    for word in filter(None, written):
        try:
            found[moment(word, formats)] = None
        except ValueError:
            notes.warn("bad_date_dropped", "exceptDate", word)
    return tuple(found)
