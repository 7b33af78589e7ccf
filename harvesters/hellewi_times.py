"""When a course meets: its lessons, else its own words with its first and last day, else those days alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from harvesters.hellewi_fields import Fields
from harvesters.json_document import items, text
from harvesters.json_moments import clock_of, day_of, moment_of, span
from harvesters.ledger import Notes, Refused
from harvesters.record import Moment

_BEGINS = ("begins", "begin", "start", "starts", "startdate", "startsat", "firstday", "starttime")
_ENDS = ("ends", "end", "enddate", "endsat", "lastday", "endtime")
_LESSONS = ("lessons", "sessions", "meetings", "occurrences", "dates", "timetable", "schedule", "times", "events")
_WORDS = ("when", "timetext", "scheduletext", "timetabletext", "weekdaytime", "time")
_WEEKDAY = ("weekday", "weekdays", "day", "weekdayname")
_OPENS = ("starttime", "begintime", "timebegins", "clockbegins")
_CLOSES = ("endtime", "timeends", "clockends")
_WEEKS = ("weeks", "weektext", "weeknumbers")
_PAUSES = ("pauses", "exceptions", "holidays", "exclude", "noteachingon", "breaks")
_EXCEPT = {"fi": "ei", "sv": "inte", "en": "not"}
_AT = {"fi": "klo", "sv": "kl.", "en": "at"}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """A start with what repeats it, or words that say when."""

    start: Moment | None = None
    end: Moment | None = None
    rdate: tuple[Moment, ...] = ()
    when: str = ""
    extra: dict[str, str] = field(default_factory=dict)


class _Meeting(NamedTuple):
    start: Moment
    end: Moment | None


def times_of(fields: Fields, zone: ZoneInfo, language: str, notes: Notes) -> Times:
    """The best that the course tells; raises ``Refused`` (``no_start``) where it tells nothing."""
    first, last = _bound(fields.find(*_BEGINS), zone), _bound(fields.find(*_ENDS), zone)
    lessons = fields.find(*_LESSONS)
    meetings = sorted(set(_meetings(lessons, zone)), key=lambda meeting: _order(meeting.start, zone))
    words = _words(fields, lessons, (first, last), language)
    if meetings:
        return _of_meetings(meetings, notes)
    if words:
        return Times(when=words)
    if first is None:
        raise Refused("no_start", "begins")
    return _of_bounds(first, last)


def _of_meetings(meetings: list[_Meeting], notes: Notes) -> Times:
    """The first meeting, and the starts of the others; they take its length."""
    first = meetings[0]
    if len({_length(meeting) for meeting in meetings}) > 1:
        notes.warn("period_shortened", "lessons", str(len(meetings)))
    return Times(start=first.start, end=first.end, rdate=tuple(meeting.start for meeting in meetings[1:]))


def _of_bounds(first: Moment, last: Moment | None) -> Times:
    """Days from first to last, both told to belong to it; a time of day is kept where it can only be that of the first meeting."""
    if not isinstance(first, datetime):
        until = _day(last) if last is not None else first
        return Times(start=first, end=until + _ONE_DAY if until >= first else None)
    if isinstance(last, datetime) and last.date() == first.date():
        return Times(start=first, end=last if last > first else None)
    return Times(start=first, extra={"ends": last.isoformat()} if last is not None else {})


def _words(fields: Fields, lessons: Any, bounds: tuple[Moment | None, Moment | None], language: str) -> str:
    """``ke klo 18.00–20.15, 13.1.2027–14.4.2027, ei 3.3.2027`` of the weekday and time in words, the course's days and its pauses."""
    spoken = [text(part) for part in items(lessons) if text(part) and day_of(part) is None]
    spoken += [*_own_words(fields, _AT.get(language, "klo")), *_rows(lessons, _AT.get(language, "klo"))]
    weeks = [f"vk {told}" if told[:1].isdigit() else told for told in (text(part) for part in items(fields.find(*_WEEKS))) if told]
    pauses = [_finnish(day) for day in map(day_of, items(fields.find(*_PAUSES))) if day is not None]
    if not spoken:
        return ""
    told = [" ja ".join(dict.fromkeys(spoken)), *weeks]
    told += ["–".join(_finnish(_day(bound)) for bound in bounds if bound is not None)] if any(bounds) else []
    told += [f"{_EXCEPT.get(language, 'ei')} {', '.join(pauses)}"] if pauses else []
    return ", ".join(told)


def _own_words(fields: Fields, at: str) -> Iterator[str]:
    """What the course itself says in words: weekday and time together or in two fields, or a weekday with clock times."""
    weekday = " ja ".join(told for told in (text(part) for part in items(fields.find(*_WEEKDAY))) if told and not told.isdigit())
    said = [told for told in (text(part) for part in items(fields.find(*_WORDS))) if told]
    opens, closes = clock_of(fields.find(*_OPENS)), clock_of(fields.find(*_CLOSES))
    if weekday and not said and opens is not None:
        said = [_clocks(opens, closes)]
    if weekday and said and said[0][0].isdigit():
        yield f"{weekday} {at} {said[0]}"
    else:
        yield from said or ([weekday] if weekday else [])


def _rows(lessons: Any, at: str) -> Iterator[str]:
    """``ke klo 18.00–20.15`` of a row that has a weekday in words and times, but no day."""
    for row in items(lessons):
        if not isinstance(row, dict):
            continue
        fields = Fields(row)
        weekday = fields.find(*_WEEKDAY)
        opens, closes = clock_of(fields.find(*_BEGINS)), clock_of(fields.find(*_ENDS))
        if isinstance(weekday, str) and day_of(weekday) is None and opens is not None:
            yield f"{weekday.strip()} {at} {_clocks(opens, closes)}"


def _meetings(lessons: Any, zone: ZoneInfo) -> Iterator[_Meeting]:
    """Every lesson that has a day: with times beside it, with times in it, or as a bare day."""
    for lesson in items(lessons):
        fields = Fields(lesson if isinstance(lesson, dict) else {"begins": lesson})
        begins, ends = fields.find(*_BEGINS), fields.find(*_ENDS)
        day = day_of(fields.find("date", "day"))
        opens = clock_of(begins)
        if day is not None and opens is not None:
            yield _Meeting(*span(day, opens, clock_of(ends), zone))
        elif (start := moment_of(begins, zone) or day) is not None:
            yield _Meeting(start, _end(start, moment_of(ends, zone)))


def _end(start: Moment, told: Moment | None) -> Moment | None:
    """The exclusive end; a last day belongs to the meeting. An end before its start, or of another kind, is none."""
    if isinstance(start, datetime) and isinstance(told, datetime):
        return told if told > start else None
    if told is None or isinstance(start, datetime) or isinstance(told, datetime):
        return None
    return told + _ONE_DAY if told >= start else None


def _bound(value: Any, zone: ZoneInfo) -> Moment | None:
    """The first or last day; a midnight is how an interface writes a day."""
    moment = moment_of(value, zone)
    return moment.date() if isinstance(moment, datetime) and moment.time() == time() else moment


def _length(meeting: _Meeting) -> timedelta | None:
    return meeting.end - meeting.start if meeting.end is not None else None


def _order(moment: Moment, zone: ZoneInfo) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time(), tzinfo=zone)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _finnish(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _clocks(opens: time, closes: time | None) -> str:
    """``18.00–20.15``."""
    return "–".join(f"{clock.hour}.{clock.minute:02d}" for clock in (opens, closes) if clock is not None)
