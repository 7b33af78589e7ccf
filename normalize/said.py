"""What a record says beside when it takes place and what identifies it: its words, where it is, and what they mean.

The dates of a series are records of their own in many feeds, and say the same a hundred times. So both steps are remembered: the words
(``said_of``), and what they mean on a day (``meant_of``). What is remembered is read from nothing but the fields that it is remembered by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

from harvesters.record import RawEvent, RawHours, Text
from harvesters.source import Kind, PlaceEntry, Source
from normalize.areas import Areas
from normalize.details import facts_of, hangs_on_day
from normalize.facts import Telling
from normalize.fields import Words, categories_of, check_coordinates, conference_of, words_of
from normalize.meaning import Signs, about, concepts_of, names_around, plain_descriptions, tellings_of, together, with_aged, with_usual
from normalize.model import Details, Start, Texts
from normalize.notes import Notes, Remark
from normalize.places import PlaceRegistry
from normalize.status import Status
from normalize.vocabulary import Vocabulary
from normalize.vocabulary_classifier import Classified
from normalize.where import Where, where_of

_COMMON = 6000
"""Characters of descriptions that are remembered."""
_DATED = """
uid derived_uid recurrence_id this_and_future digest text line sequence access
start end duration zone rrule rdate exdate when url images extra
"""
_OF_THE_DATE = frozenset(_DATED.split())
"""What differs from one date of a series to the next; nothing here reads it."""
_SAID = tuple(one.name for one in fields(RawEvent) if one.name not in _OF_THE_DATE)
_said_by = attrgetter(*_SAID)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Ground:
    """What a record is read by, beside itself. Equal to one made of the very same things: they are large, and never change."""

    source: Source
    places: PlaceRegistry
    areas: Areas
    vocabulary: Vocabulary | None
    today: date

    @property
    def _parts(self) -> tuple[object, ...]:
        return id(self.source), id(self.places), id(self.areas), id(self.vocabulary), self.today

    def __hash__(self) -> int:
        return hash(self._parts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ground) and self._parts == other._parts


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Said:
    """The words and the place of a record; equal to itself alone, so that what it means is found again quickly."""

    raw: RawEvent
    """Without what is of the date."""
    ground: Ground
    hours: tuple[RawHours, ...]
    concepts: tuple[str, ...]
    words: Words
    categories: tuple[str, ...]
    where: Where
    place: PlaceEntry | None
    descriptions: Texts
    """Plain text."""
    tellings: tuple[Telling, ...]
    is_dated: bool
    """What it means hangs on more of its day than the year."""
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What the words mean."""

    details: Details
    in_language: tuple[str, ...]
    status: Status
    remarks: tuple[Remark, ...]


def said_of(raw: RawEvent, titles: Sequence[Text], hours: tuple[RawHours, ...], ground: Ground, notes: Notes) -> Said:
    """What the record says; ``titles`` are its names, clean, ``hours`` those that stood in words."""
    read = _remembered if _is_common(raw) else _read
    said = read(_said_by(raw), tuple(titles), hours, tuple(concepts_of(raw)), ground)
    notes.take(said.remarks)
    return said


def _is_common(raw: RawEvent) -> bool:
    """True for what is worth remembering. Moments are left out: two that are equal may show different clocks."""
    return raw.registration is None and raw.previous_start is None and sum(len(text.value) for text in raw.description) <= _COMMON


def _read(
    values: tuple[Any, ...], titles: tuple[Text, ...], hours: tuple[RawHours, ...], concepts: tuple[str, ...], ground: Ground
) -> Said:
    """The same, from the values of the fields it is said in."""
    raw = RawEvent(uid="", digest="", text="", **dict(zip(_SAID, values, strict=True)))
    source, places, notes = ground.source, ground.places, Notes(raw)
    words = words_of(raw, titles, source, notes)
    categories = categories_of(raw, source, notes)
    where = where_of(raw, words.location, words.name, source, places, ground.areas, conference_of(raw, notes))
    check_coordinates(raw, notes)
    descriptions = plain_descriptions(words)
    tellings = tuple(tellings_of(words, descriptions))
    return Said(
        raw=raw,
        ground=ground,
        hours=hours,
        concepts=concepts,
        words=words,
        categories=categories,
        where=where,
        place=places.get(where.place_id),
        descriptions=descriptions,
        tellings=tellings,
        is_dated=hangs_on_day(raw, tellings),
        remarks=tuple(notes.remarks),
    )


_remembered = lru_cache(maxsize=4096)(_read)


def meant_of(said: Said, start: Start | None, zone: str, kind: Kind, notes: Notes) -> Meant:
    """What it means for a record of that start on the clock of ``zone``."""
    if not _is_common(said.raw):
        meant = _understood(said, start, zone, kind)
    else:
        day = start.date() if isinstance(start, datetime) else start
        if not said.is_dated:
            day, zone = day and day.replace(month=1, day=1), ""
        meant = _understood_before(said, day, zone, kind)
    notes.take(meant.remarks)
    return meant


def _understood(said: Said, start: Start | None, zone: str, kind: Kind) -> Meant:
    """The same; the day stands for a start, whose time of day tells nothing of the words."""
    raw, ground, notes = said.raw, said.ground, Notes(said.raw)
    facts = facts_of(raw, said.tellings, said.hours, zone, ground.today, start, notes)
    topics = (_topics if _is_common(raw) else _about)(said, facts.details.audience)
    if said.where.text and not said.where.place_id:
        notes.add("place_unknown", "info", "LOCATION", said.where.text)
    if not facts.status.known:
        notes.add("status_unknown", "info", "STATUS", raw.status)
    details = with_aged(together(facts.details, topics, said.words, said.where, said.place))
    return Meant(
        details=with_usual(details, ground.source.usual, kind),
        in_language=facts.in_language,
        status=facts.status,
        remarks=tuple(notes.remarks),
    )


def _about(said: Said, audience: tuple[str, ...]) -> Classified:
    """What it is about; no day changes that, so it is remembered by itself."""
    names = names_around(said.place, said.ground.source, said.where.text)
    signs = Signs(categories=said.categories, concepts=said.concepts, audience=audience, names=names)
    return about(said.ground.vocabulary, said.words, said.descriptions, signs)


_topics = lru_cache(maxsize=4096)(_about)
_understood_before = lru_cache(maxsize=4096)(_understood)
