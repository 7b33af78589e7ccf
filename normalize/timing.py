"""The time of one record: start, end, zone, rule and which instance it replaces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from harvesters.record import Moment, RawEvent
from normalize.model import Recurrence, Start
from normalize.notes import Notes
from normalize.times import (
    LAST_YEAR,
    LONGEST_ALL_DAY,
    LONGEST_TIMED,
    ONE_DAY,
    Settled,
    after,
    home_zone,
    in_zone,
    is_sane,
    length,
    settle,
    stamp,
)

UNDATED = frozenset({"activity", "volunteering", "service"})
"""Kinds that may stand without a date: a task to be agreed on, a service with opening hours, a group that asks for a call first."""


class RefusedError(Exception):
    """One record cannot be stored; caught where it is counted and named."""

    def __init__(self, code: str, field: str, value: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.value = value


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """When the record takes place, all of it on the clock of ``timezone``."""

    start: Start | None
    """``None`` for what has no dates."""
    end: Start | None
    timezone: str
    recurrence: Recurrence | None
    replaces: Start | None
    """The start of the instance this record replaces (RECURRENCE-ID)."""

    @property
    def recurrence_id(self) -> str:
        """``replaces`` as text, ``""`` where the record stands for itself."""
        return "" if self.replaces is None else stamp(self.replaces, self.timezone)


def timing_of(raw: RawEvent, source_zone: str | None, region_zone: str, notes: Notes) -> Timing:
    """The record's timing; raises ``RefusedError`` where it has no start or one that cannot be meant."""
    if raw.start is None:
        return _undated(raw, home_zone(raw.zone, source_zone, region_zone))
    home = home_zone(raw.zone, source_zone, region_zone)
    in_series = bool(raw.rrule or raw.rdate or raw.recurrence_id)
    begun = settle(raw.start, home, keep_utc=in_series)
    _note_assumptions(raw, begun, notes)
    recurrence = _recurrence(raw, begun, notes)
    end = _end(raw, begun, notes)
    if recurrence is None:
        _refuse_long(raw, begun.start, end)
    replaces = None if raw.recurrence_id is None else _of_series(raw.recurrence_id, begun)
    return Timing(start=begun.start, end=end, timezone=begun.timezone, recurrence=recurrence, replaces=replaces)


def _undated(raw: RawEvent, home: str) -> Timing:
    """No dates: right for a standing task or a service, a mistake for an event."""
    if raw.kind not in UNDATED:
        raise RefusedError("no_start", "DTSTART")
    return Timing(start=None, end=None, timezone=home, recurrence=None, replaces=None)


def _note_assumptions(raw: RawEvent, begun: Settled, notes: Notes) -> None:
    """Say which zone a floating start was read in, and when the clock never showed it."""
    if begun.floating and not raw.zone:
        notes.add("floating_time", "warning", "DTSTART", f"{raw.start} → {begun.timezone}")
    if raw.end is None and raw.duration is None and isinstance(begun.start, datetime):
        notes.add("no_end", "info", "DTEND")
    if begun.in_gap:
        notes.add("time_in_dst_gap", "warning", "DTSTART", f"{raw.start} → {begun.start}")


def _end(raw: RawEvent, begun: Settled, notes: Notes) -> Start | None:
    """The exclusive end: DTEND, else start and DURATION, else (a whole day) the next day, else not told.

    RFC 5545 section 3.6.1: a day without an end is that one day. An end that cannot belong to the start is dropped and noted: swapping
    the two, as some programs do, would move the event to another day.
    """
    start = begun.start
    end = _told_end(raw, begun)
    if isinstance(start, datetime):
        comparable = end is None or isinstance(end, datetime)
    else:
        comparable = not isinstance(end, datetime)
        if end is None or end == start:
            end = start + ONE_DAY
    if not comparable:
        notes.add("end_not_comparable", "warning", "DTEND", str(raw.end))
        end = None
    elif end is not None and length(start, end) < timedelta():
        notes.add("end_before_start", "warning", "DTEND" if raw.end else "DURATION", str(raw.end or raw.duration))
        end = None
    return start + ONE_DAY if end is None and not isinstance(start, datetime) else end


def _told_end(raw: RawEvent, begun: Settled) -> Start | None:
    """The end as the record tells it, in the start's zone; raises ``RefusedError`` where start and end are of different kinds of clock."""
    if raw.end is None:
        return _after(begun.start, raw.duration)
    if raw.end.year > LAST_YEAR:
        raise RefusedError("duration_too_long", "DTEND", raw.end.isoformat())
    if not is_sane(raw.end, series=True):
        return begun.start - ONE_DAY  # before any start; the very date may be one that no zone can be applied to
    if isinstance(raw.end, datetime) and isinstance(raw.start, datetime) and (raw.end.tzinfo is None) != (raw.start.tzinfo is None):
        raise RefusedError("bad_value", "DTEND", raw.end.isoformat())
    return _beside(raw.end, begun)


def _after(start: Start, duration: timedelta | None) -> Start | None:
    """The end after a duration of at most some years; a longer one is refused before anything is computed with it."""
    if duration is None:
        return None
    if abs(duration) > 4 * LONGEST_ALL_DAY:
        raise RefusedError("duration_too_long", "DURATION", str(duration))
    return after(start, duration)


def _refuse_long(raw: RawEvent, start: Start, end: Start | None) -> None:
    """Refuse a single event that would stand on every page for years."""
    longest = LONGEST_TIMED if isinstance(start, datetime) else LONGEST_ALL_DAY
    if end is not None and length(start, end) > longest:
        raise RefusedError("duration_too_long", "DTEND" if raw.end else "DURATION", str(raw.end or raw.duration))


def _recurrence(raw: RawEvent, begun: Settled, notes: Notes) -> Recurrence | None:
    """The rule of a series in the zone of its start; a record that replaces one instance has none of its own."""
    if raw.recurrence_id is not None or not (raw.rrule or raw.rdate):
        return None
    dates = [moment for moment in raw.rdate if is_sane(moment)]
    if len(dates) < len(raw.rdate):
        notes.add("bad_date_dropped", "warning", "RDATE", f"{len(raw.rdate) - len(dates)}")
    return Recurrence(
        rrule=raw.rrule,
        rdate=tuple(_of_series(moment, begun) for moment in dates),
        exdate=tuple(_of_series(moment, begun) for moment in raw.exdate if is_sane(moment)),
    )


def _of_series(moment: Moment, begun: Settled) -> Start:
    """A date of the series. Beside a start that is a whole day, a midnight is that day on its own clock: so Outlook writes days."""
    if isinstance(moment, datetime) and not isinstance(begun.start, datetime) and moment.time() == time():
        return moment.date()
    return _beside(moment, begun)


def _beside(moment: Moment, begun: Settled) -> Start:
    """A further moment of the record on the clock of its start; a floating one is read in the start's zone."""
    return in_zone(settle(moment, begun.timezone, keep_utc=True).start, begun.timezone)
