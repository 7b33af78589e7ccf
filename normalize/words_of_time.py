"""A record whose time stands in words, made one with times: the phrase grammar's answer put where a structured format would put it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from harvesters.record import Moment, RawEvent, RawHours, Text
from harvesters.source import Source
from normalize.notes import Notes
from normalize.phrase_timing import PhraseTiming, timing_of_phrase
from normalize.timing import UNDATED, RefusedError
from normalize.words_set_off import SetOff, is_meant, set_off

_SHOWN = 120
_CLOCK = re.compile(r"\b(?:klo|kello|kl)\b\.?\s*\d", re.IGNORECASE)
"""A time of day that is said to be one (\"klo 18\", \"kl. 18\"); bare figures in a title may be anything."""


_MOVED = r"(?:siirretty|siirtynyt|siirtyy|flytta[dt]|framflytta[dt]|moved|postponed|rescheduled)"
_MOVED_ASIDE = re.compile(rf"\([^()]*\b{_MOVED}\b[^()]*\d[^()]*\)", re.IGNORECASE)
_ASIDE_LEFT = re.compile(rf"\s*\([^()]*\b{_MOVED}\b[^()]*\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """The record with its times, and the opening hours that stood among them."""

    raw: RawEvent
    hours: tuple[RawHours, ...] = ()


def timed(raw: RawEvent, source: Source, today: date, notes: Notes) -> Timed:
    """The record as it is where it has a start or says nothing in words; raises ``RefusedError`` where the words are no sure time.

    ``today`` is the day against which a phrase without a year is read.
    """
    if isinstance(raw.start, datetime):
        return Timed(raw=raw)
    if not raw.when.strip():
        return Timed(raw=_with_clock(raw, source, today, notes))
    found = timing_of_phrase(raw.when, source.language or "fi", _written(raw, today), source.timezone or "UTC", day=raw.start)
    apart = _apart(raw, source, today)
    if apart is not None and is_meant(found, apart):
        found = replace(apart.timing if found.reason else found, rest=apart.name)
        raw = replace(raw, location=raw.location or ((Text(value=apart.place),) if apart.place else ()))
    if found.reason:
        return _without(raw, found, notes)
    for flag in found.notes:
        notes.add("phrase_assumed", "info", "when", f"{found.phrase}: {flag}")
    dates = (*found.rdate, *_further(found))
    told = replace(
        raw, start=found.start, end=found.end, rrule=found.rrule or raw.rrule, rdate=dates or raw.rdate, exdate=found.exdate or raw.exdate
    )
    return Timed(raw=replace(told, zone=source.timezone or "", name=_names(raw, found)), hours=found.hours)


def _apart(raw: RawEvent, source: Source, today: date) -> SetOff | None:
    """The title with its time apart, where the record has no day of its own and it is the title that is read."""
    title = raw.when.strip().partition("\n")[0].strip()
    if raw.start is not None or not any(text.value.strip() == title for text in raw.name):
        return None
    return set_off(title, source.language or "fi", _written(raw, today), source.timezone or "UTC")


def _with_clock(raw: RawEvent, source: Source, today: date, notes: Notes) -> RawEvent:
    """A whole day whose own title says at what o'clock, as people write who find no field for it: that is when it begins.

    Only for a single day, or for a series of them, whose rule stays: ``Klo 18 Joululeivonta`` on 1.12.
    """
    title = raw.name[0].value.strip() if raw.name else ""
    one_day = raw.end is None or (raw.start is not None and _is_day(raw.end) and raw.end - raw.start <= timedelta(days=1))
    if raw.start is None or not one_day or raw.duration is not None or not _CLOCK.search(title):
        return raw
    zone = source.timezone or "UTC"
    found = timing_of_phrase(title, source.language or "fi", today, zone, day=raw.start)
    if found.reason or not isinstance(found.start, datetime) or found.start.date() != raw.start or found.rrule or found.rdate:
        return raw
    notes.add("phrase_assumed", "info", "SUMMARY", found.phrase)
    named = tuple(replace(text, value=found.rest) if found.rest and text.value.strip() == title else text for text in raw.name)
    return replace(raw, start=found.start, end=found.end, zone=zone, name=named)


def _is_day(moment: Moment) -> bool:
    return not isinstance(moment, datetime)


def _written(raw: RawEvent, today: date) -> date:
    """The day the words were written on, where a feed tells it: last year's "28.11." is not this year's. Never a day to come."""
    try:
        return min(date.fromisoformat(raw.extra.get("published", "")), today)
    except ValueError:
        return today


def _without(raw: RawEvent, found: PhraseTiming, notes: Notes) -> Timed:
    """What becomes of a record whose words give no time: a day keeps its day, what may stand without a date does, the rest is refused."""
    if raw.start is not None or raw.kind in UNDATED or found.hours:
        if found.reason not in {"no_time_phrase", "phrase_hours"}:
            notes.add(found.reason, "warning", "when", raw.when[:_SHOWN])
        return Timed(raw=raw, hours=found.hours)
    raise RefusedError(found.reason, "when", (found.phrase or raw.when)[:_SHOWN])


def _further(found: PhraseTiming) -> tuple[date, ...]:
    """Further single times of the same length; others cannot be told by one record, and are refused rather than half told."""
    starts: list[date] = []
    for one in found.further:
        if one.rrule or one.start is None or _length(one) != _length(found):
            raise RefusedError("phrase_ambiguous", "when", found.phrase[:_SHOWN])
        starts += [one.start, *one.rdate]
    return tuple(starts)


def _length(found: PhraseTiming) -> object:
    return None if found.end is None or found.start is None else found.end - found.start


def _names(raw: RawEvent, found: PhraseTiming) -> tuple[Text, ...]:
    """The title without the time that was read out of it, where it was the title that was read."""
    title = raw.when.strip().partition("\n")[0].strip()
    rest = _with_aside(title, found.rest)
    return tuple(replace(text, value=rest) if rest and text.value.strip() == title else text for text in raw.name)


def _with_aside(title: str, rest: str) -> str:
    """The rest of a title with what it says in brackets of having been moved, and from when: the time that was read stands elsewhere."""
    aside = _MOVED_ASIDE.search(title)
    return f"{_ASIDE_LEFT.sub('', rest).strip()} {aside[0]}" if aside and rest else rest
