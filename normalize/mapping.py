"""From what a source said to what we hold true of it: RawEvent -> Listing, or the reason why not.

``normalize`` is pure: equal records, sources and registries give equal listings. Which field comes from where, and every rule, is in
``docs/normalisation.md``. Nothing is lost silently: a record that is not stored yields an issue that names it, and so does every field
that was dropped, repaired or assumed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from harvesters.record import Issue, RawEvent, RawHours, Text
from harvesters.source import KINDS, Kind, Source
from normalize.areas import Areas
from normalize.fields import images_of, titles_of, url_of
from normalize.identity import kept_uid, listing_id
from normalize.left_out import with_left_out
from normalize.members_only import reason_of as members_only
from normalize.model import Listing
from normalize.notes import Notes, note
from normalize.places import PlaceRegistry
from normalize.planned import planning_category
from normalize.recurrence import Window, enters, remarks, touches, vet
from normalize.said import Ground, meant_of, said_of
from normalize.times import instant, is_sane
from normalize.timing import RefusedError, Timing, timing_of
from normalize.vocabulary import Vocabulary
from normalize.words_of_time import timed

Outcome = Literal["stored", "set_aside", "out_of_horizon", "not_public"]
_LARGEST_SEQUENCE = 2**31 - 1
_NO_AREAS = Areas()
_REGULAR = re.compile(r"^(?!.*\bCOUNT=[12](?:;|$))(?=.*\bFREQ=(?:WEEKLY|MONTHLY)\b|.*\bBYWEEKNO=\d+(?:,\d+){2})")
"""Meets every week or month (or in odd weeks), more than twice: a group, a club, a course (design.md, "The words")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the meaning of a record hangs on besides the record and its source."""

    window: Window
    places: PlaceRegistry
    region_timezone: str
    max_occurrences: int
    today: date
    """On the region's calendar; what a day without a year is read against."""
    vocabulary: Vocabulary | None = None
    """By which topics are told; ``None``: none are."""
    areas: Areas = _NO_AREAS
    """Postal codes and municipalities; empty where the region has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Normalized:
    """What became of one record. Every outcome but ``stored`` has an issue that names the record."""

    listing: Listing | None
    outcome: Outcome
    issues: tuple[Issue, ...] = ()
    reconsider: date | None = None
    """The day from which a record out of the horizon may be in it; ``None``: never."""


def normalize(raw: RawEvent, source: Source, context: Context) -> Normalized:
    """The listing of a record, or why there is none.

    ``source`` has its defaults filled in (``Schedules.resolved``). Order of the questions: may it be public, has it a name and a time we
    can compute with, is it (or may it later be) within the window.
    """
    notes = Notes(raw)
    titles = titles_of(raw, source, notes)
    if reason := _not_public(raw, source, titles):
        return _kept_private(raw, reason)
    if not titles:
        return _set_aside(raw, notes, RefusedError("no_title", "SUMMARY"))
    if not _can_be_computed(raw):
        return _out_of_horizon(raw, None)
    try:
        return _timed(raw, titles, source, context, notes)
    except RefusedError as refused:
        return _set_aside(raw, notes, refused)


def _timed(raw: RawEvent, titles: tuple[Text, ...], source: Source, context: Context, notes: Notes) -> Normalized:
    """What becomes of a record by its time; raises ``RefusedError``. Its words are read last: they are the dear part."""
    when = timed(raw, source, context.today, notes)
    timing = timing_of(_of_kind(when.raw, source), source.timezone, context.region_timezone, notes)
    _vet(when.raw, timing, context)
    timing = _with_left_out(raw, timing, source, context, notes)
    if not _touches(when.raw, timing, context.window):
        return _out_of_horizon(when.raw, _enters(timing, context.window))
    if members_only(raw, source, [title.value for title in titles]):
        return _kept_private(raw, "members_only")
    _remark(notes, timing, context)
    shown = titles if when.raw.name == raw.name else titles_of(when.raw, source, notes) or titles
    listing = _listing(Record(raw=when.raw, titles=shown, timing=timing, hours=when.hours), notes, source, context)
    return Normalized(listing=listing, outcome="stored", issues=tuple(notes.issues))


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record on its way: what it says, what it is called, when it is."""

    raw: RawEvent
    titles: tuple[Text, ...]
    """Clean, with their marks."""
    timing: Timing
    hours: tuple[RawHours, ...]


def _of_kind(raw: RawEvent, source: Source) -> RawEvent:
    """The record with the kind of its source where it tells none itself."""
    return raw if raw.kind or not source.kind else replace(raw, kind=source.kind)


def _not_public(raw: RawEvent, source: Source, titles: Sequence[Text]) -> str:
    """The field that keeps the record from the public, ``""`` where it is public.

    CLASS with any value but PUBLIC (RFC 5545 section 3.8.1.3: unknown values are to be treated as PRIVATE), or a name with none of the
    words the source is limited to.
    """
    if raw.access.strip().upper() not in {"", "PUBLIC"}:
        return "CLASS"
    names = [title.value.casefold() for title in titles]
    allowed = not source.only or any(word.casefold() in name for word in source.only for name in names)
    return "" if allowed else "SUMMARY"


def _kept_private(raw: RawEvent, reason: str) -> Normalized:
    """A record that is not for the public: counted and told without a word of it."""
    issue = note(raw, reason, "info", "SUMMARY") if reason == "members_only" else note(raw, "not_public", "info", reason)
    return Normalized(listing=None, outcome="not_public", issues=(issue,))


def _can_be_computed(raw: RawEvent) -> bool:
    """True where start and recurrence id are of years near enough; a record without a start is judged later."""
    start = raw.start is None or is_sane(raw.start, series=bool(raw.rrule))
    return start and (raw.recurrence_id is None or is_sane(raw.recurrence_id))


def _listing(record: Record, notes: Notes, source: Source, context: Context) -> Listing:
    """The record in our model."""
    raw, timing = record.raw, record.timing
    uid = raw.derived_uid or raw.uid
    ground = Ground(source=source, places=context.places, areas=context.areas, vocabulary=context.vocabulary, today=context.today)
    kind = _kind(raw, source, timing)
    said = said_of(raw, record.titles, record.hours, ground, notes)
    meant = meant_of(said, timing.start, timing.timezone, kind, notes)
    words, where = said.words, said.where
    return Listing(
        id=listing_id(source.id, uid, timing.recurrence_id),
        source_id=source.id,
        uid=kept_uid(uid),
        recurrence_id=timing.recurrence_id,
        this_and_future=raw.this_and_future,
        digest=raw.digest,
        kind=kind,
        name=words.name,
        description=words.description,
        start=timing.start,
        end=timing.end,
        timezone=timing.timezone,
        recurrence=timing.recurrence,
        event_status=meant.status.event_status,
        planned=meant.status.planned or bool(planning_category(said.categories)),
        sequence=min(max(raw.sequence, 0), _LARGEST_SEQUENCE),
        place_id=where.place_id,
        place_text=where.text,
        room=where.room,
        municipality_code=where.municipality_code,
        postal_code=where.postal_code,
        latitude=where.latitude,
        longitude=where.longitude,
        organizer_id=source.organizer.id or source.id,
        url=url_of(raw, source, notes),
        conference=where.conference,
        categories=said.categories,
        images=images_of(raw, notes),
        in_language=meant.in_language,
        details=meant.details,
    )


def _kind(raw: RawEvent, source: Source, timing: Timing) -> Kind:
    """What the format itself tells, else what the source is declared to publish, else an activity where it meets regularly."""
    told = KINDS.get(raw.kind) or source.kind
    return told or ("activity" if timing.recurrence and any(map(_REGULAR.search, timing.recurrence.rrule)) else "event")


def _vet(raw: RawEvent, timing: Timing, context: Context) -> None:
    """Refuse a series that cannot or must not be expanded; raises ``RefusedError``."""
    rule = timing.recurrence
    if rule is None or timing.start is None:
        return
    code = vet(rule, timing.start, timing.end, timing.timezone, context.window, context.max_occurrences)
    if code:
        field = "RRULE" if raw.rrule else "RDATE"
        raise RefusedError(code, field, " ".join(raw.rrule) or f"{len(raw.rdate)} × RDATE")


def _with_left_out(raw: RawEvent, timing: Timing, source: Source, context: Context, notes: Notes) -> Timing:
    """The timing without the dates that the record's own words leave out of its rule."""
    texts = (*raw.name, *raw.description)
    found = with_left_out(timing, texts, source.language or "fi", context.today, context.window)
    if found is not timing:
        notes.add("phrase_left_out", "info", "SUMMARY")
    return found


def _remark(notes: Notes, timing: Timing, context: Context) -> None:
    """Note what was decided for the publisher about a rule that is expanded all the same."""
    if timing.recurrence is not None and timing.start is not None:
        start = notes.raw.start
        floating = isinstance(start, datetime) and start.tzinfo is None and not notes.raw.zone
        for code in remarks(timing.recurrence, timing.start, timing.timezone, context.window, floating=floating):
            notes.add(code, "warning", "RRULE", " ".join(notes.raw.rrule))


def _touches(raw: RawEvent, timing: Timing, window: Window) -> bool:
    """True when the record, or what it replaces, is in the window: moved out of it, it still leaves a gap there.

    A change of "this and all future" instances (RFC 5545 section 3.2.13) that begins before the window's end reaches into it.
    """
    if timing.start is None:
        return True
    if touches(timing.start, timing.end, timing.recurrence, timing.timezone, window):
        return True
    if timing.replaces is None:
        return False
    if raw.this_and_future and instant(timing.replaces, timing.timezone) < window.end_utc:
        return True
    return touches(timing.replaces, None, None, timing.timezone, window)


def _enters(timing: Timing, window: Window) -> date | None:
    """The earliest day on which a window of this length may reach the record or the instance it replaces."""
    if timing.start is None:
        return None
    days = [enters(timing.start, timing.end, timing.recurrence, timing.timezone, window)]
    if timing.replaces is not None:
        days.append(enters(timing.replaces, None, None, timing.timezone, window))
    return min(filter(None, days), default=None)


def _set_aside(raw: RawEvent, notes: Notes, refused: RefusedError) -> Normalized:
    """A record that a person has to mend; what else was noted about it is told too."""
    error = note(raw, refused.code, "error", refused.field, refused.value)
    return Normalized(listing=None, outcome="set_aside", issues=(error, *notes.issues))


def _out_of_horizon(raw: RawEvent, reconsider: date | None) -> Normalized:
    """A record that is over or years ahead; nothing else is told about it, for nobody has to mend the past."""
    moment = raw.recurrence_id or raw.start
    issue = note(raw, "out_of_horizon", "info", "DTSTART", moment.isoformat() if moment else "")
    return Normalized(listing=None, outcome="out_of_horizon", issues=(issue,), reconsider=reconsider)
