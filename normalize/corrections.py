"""Corrections: what a person says of one field of a place, an organizer or an event against what its source says.

People outrank machines: a correction holds through every harvest until a person takes it back. Nothing of the source is overwritten: the
listing and ``schedules.yaml`` stay as they are, and what is shown is made from both. Here stand what a correction is and how places and
organizers are corrected, before anything is matched with them; events follow in ``normalize.corrections_event``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from harvesters.source import OrganizerEntry, PlaceEntry, Schedules, Source
from normalize.corrections_fields import Subject, Value
from normalize.privacy import redact
from normalize.privacy_given_names import GIVEN_NAMES

_ROLE = re.compile(r"[\w][\w .&/-]{1,58}[\w.]")
_LONGEST_NAME = 2
"""Words that may be a person's first and last name."""


class Key(NamedTuple):
    """Which field of what."""

    subject: Subject
    id: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One field, as a person says it is."""

    key: Key
    value: Value
    """Canonical (``normalize.corrections_fields``)."""
    was: Value
    """What the source said when it was corrected."""
    is_was_known: bool
    """False where nobody wrote it down: then it is what the source says when the correction is first applied."""
    by: str
    """A role (``toimitus``), never a person's name."""
    on: date
    why: str = ""


def is_role(text: str) -> bool:
    """True for what may stand as the author of a correction: a role or an office.

    An address, a number and what reads as a person's name are none: a first name, or two words with capitals (``Kaisu Korpela``).
    """
    words = text.split()
    if not _ROLE.fullmatch(text) or redact(text).count or re.search(r"\d{4}", text):
        return False
    named = any(word.casefold() in GIVEN_NAMES for word in re.split(r"[ .&/-]+", text))
    return not named and not (len(words) == _LONGEST_NAME and all(word[0].isupper() for word in words))


def by_subject(corrections: Iterable[Correction], subject: Subject) -> dict[str, list[Correction]]:
    """Id -> its corrections."""
    found: dict[str, list[Correction]] = defaultdict(list)
    for correction in corrections:
        if correction.key.subject == subject:
            found[correction.key.id].append(correction)
    return found


def corrected_schedules(schedules: Schedules, corrections: Sequence[Correction]) -> Schedules:
    """The configuration with its places and organizers as people say they are; the same object where nothing is corrected."""
    places, organizers = by_subject(corrections, "place"), by_subject(corrections, "organizer")
    if not places and not organizers:
        return schedules
    return schedules.model_copy(
        update={
            "places": tuple(corrected_place(place, places.get(place.id, ())) for place in schedules.places),
            "sources": tuple(_source(source, organizers.get(organizer_id(source), ())) for source in schedules.sources),
        }
    )


def organizer_id(source: Source) -> str:
    """The id of a source's organizer: its own, else the source's."""
    return source.organizer.id or source.id


def corrected_place(place: PlaceEntry, corrections: Iterable[Correction]) -> PlaceEntry:
    """The place with these corrections; one that would leave it without a name is not applied."""
    for correction in corrections:
        field, value = correction.key.field, correction.value
        root, _, rest = field.partition(".")
        if root == "accessibility":
            place = _with_feature(place, rest, value)
        elif root == "name":
            place = place.model_copy(update={"name": with_text(place.name, rest, value) or place.name})
        elif field == "aliases":
            place = place.model_copy(update={"aliases": tuple(dict.fromkeys((*place.aliases, *_texts(value))))})
        else:
            place = place.model_copy(update={field: _plain(value, getattr(place, field))})
    return place


def _with_feature(place: PlaceEntry, code: str, value: Value) -> PlaceEntry:
    """The feature among those that are there, those that are not, or neither."""
    there, lacks = ({*codes} - {code} for codes in (place.accessibility, place.lacks))
    if value is not None:
        (there if value else lacks).add(code)
    return place.model_copy(update={"accessibility": tuple(sorted(there)), "lacks": tuple(sorted(lacks))})


def with_text(texts: Mapping[str, str], language: str, value: Value) -> dict[str, str]:
    """The texts with one in this language, or without it."""
    rest = {key: text for key, text in texts.items() if key != language}
    return rest if value is None else rest | {language: str(value)}


def _texts(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _plain(value: Value, before: Any) -> Any:
    """The value as the model keeps it: a text that is not told is empty there."""
    return "" if value is None and isinstance(before, str) else value


def _source(source: Source, corrections: Sequence[Correction]) -> Source:
    if not corrections:
        return source
    return source.model_copy(update={"organizer": corrected_organizer(source.organizer, corrections)})


def corrected_organizer(entry: OrganizerEntry, corrections: Iterable[Correction]) -> OrganizerEntry:
    """The organizer with these corrections; one that would leave it without a name is not applied."""
    for correction in corrections:
        root, _, language = correction.key.field.partition(".")
        if root == "name":
            update: dict[str, object] = {"name": with_text(entry.name, language, correction.value) or entry.name}
        else:
            update = {root: correction.value}
        entry = entry.model_copy(update=update)
    return entry


def said_of_region(schedules: Schedules, corrections: Iterable[Correction]) -> dict[Key, Value]:
    """What ``schedules.yaml`` itself says of each corrected field of a place or an organizer that stands in it."""
    places = {place.id: place for place in schedules.places}
    organizers = {organizer_id(source): source.organizer for source in reversed(schedules.sources)}
    found: dict[Key, Value] = {}
    for correction in corrections:
        subject, identifier, field = correction.key
        if subject == "place" and identifier in places:
            found[correction.key] = said_of_place(places[identifier], field, correction.value)
        elif subject == "organizer" and identifier in organizers:
            found[correction.key] = said_of_organizer(organizers[identifier], field)
    return found


def said_of_place(place: PlaceEntry, field: str, value: Value = None) -> Value:
    """A field's value in ``schedules.yaml``; of the further spellings those that ``value`` would add and that stand there already."""
    root, _, rest = field.partition(".")
    if root == "accessibility":
        return True if rest in place.accessibility else False if rest in place.lacks else None
    if root == "name":
        return place.name.get(rest)
    if field == "aliases":
        return tuple(sorted({*place.aliases} & {*_texts(value)}))
    found: Value = getattr(place, field)
    return found if found != "" else None


def said_of_organizer(entry: OrganizerEntry, field: str) -> Value:
    """A field's value in ``schedules.yaml``."""
    root, _, rest = field.partition(".")
    if root == "name":
        return entry.name.get(rest)
    found: Value = getattr(entry, field)
    return found
