"""Who of several tellings of one event is asked first: the organizer's own before the systems and calendars that pass it on.

organizer > registration system > municipality > umbrella > republisher; within one rank what tells more, then what was seen first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from harvesters.source import Role
from normalize.model import Evidence, Listing, Occurrence
from normalize.places_words import folded
from normalize.relate import Strand
from normalize.sequences import Telling

Value = TypeVar("Value")

ROLES: tuple[Role, ...] = ("organizer", "registration", "municipality", "umbrella", "republisher")
"""The first wins."""
_NO_FACTS = frozenset({"id", "source_id", "uid", "recurrence_id", "digest", "timezone", "organizer_id", "details", "sequence"})
"""Fields of a listing that every one has, or that say nothing of the event."""
_NO_DETAILS = frozenset({"evidence", "origin", "series"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One telling as it takes part in the event."""

    telling: Telling
    role: Role
    """What its source is to the event, ``organizer`` also where others credit its organizer."""
    lead: Listing
    """Whose fields are the telling's."""
    strands: tuple[Strand, ...]
    """Those that are still shown; all, where none is."""
    strand: Strand
    """The one of the lead."""
    occurrences: tuple[Occurrence, ...]
    """The dated instances within the window, by start."""
    corrected: frozenset[tuple[str, str]]
    """Field and value (of texts the language) of what a person corrected."""

    def strand_of(self, occurrence: Occurrence) -> Strand:
        """The strand that an occurrence is of."""
        return next(strand for strand in self.strands if strand.id == occurrence.event_id)

    def evidence(self, name: str) -> Iterable[Evidence]:
        """What the lead's values of a field rest on."""
        return (one for one in self.lead.details.evidence if one.field == name)


def voices_of(tellings: Sequence[Telling]) -> list[Voice]:
    """Those whose words count, who is asked first standing first.

    Planned tellings have no say beside others: what is not certain must not become public by being joined. Nor have those that their
    sources withdrew.
    """
    certain = [telling for telling in tellings if not telling.lead.planned] or list(tellings)
    shown = [telling for telling in certain if not telling.is_withdrawn] or certain
    found = [_voice(telling) for telling in shown]
    return _ranked(_with_credited(found)) if len(found) > 1 else found


def _voice(telling: Telling) -> Voice:
    strands = tuple(strand for strand in telling.strands if not strand.is_withdrawn) or telling.strands
    lead, shown = telling.lead, {strand.id for strand in strands}
    return Voice(
        telling=telling,
        role=strands[0].role,
        lead=lead,
        strands=strands,
        strand=next(strand for strand in strands if strand.lead.id == lead.id),
        occurrences=tuple(one for one in telling.occurrences if one.event_id in shown),
        corrected=frozenset((one.field, one.value) for one in lead.details.evidence if one.rule == "corrected"),
    )


def _with_credited(voices: Sequence[Voice]) -> list[Voice]:
    """Where no source is the organizer's own, those whose organizer the others credit are."""
    if any(voice.role == "organizer" for voice in voices):
        return list(voices)
    return [replace(voice, role="organizer") if _is_credited(voice, voices) else voice for voice in voices]


def _is_credited(voice: Voice, voices: Iterable[Voice]) -> bool:
    """True where another telling names the organizer of this one as responsible."""
    own = folded(voice.lead.organizer_id.replace("-", " "))
    names = {folded(text) for other in voices if other.telling.id != voice.telling.id for text in other.lead.details.credited.values()}
    return any(name == own or name.startswith(f"{own} ") for name in names)


def _ranked(voices: Sequence[Voice]) -> list[Voice]:
    """By role, then credited before not credited, then how much is told. The tellings of one source stand together."""
    keys = {voice.telling.id: _key(voice, voices) for voice in voices}
    best = {source: min(keys[one.telling.id] for one in voices if one.telling.source_id == source) for source in _sources(voices)}
    return sorted(voices, key=lambda voice: (best[voice.telling.source_id], keys[voice.telling.id]))


def _sources(voices: Iterable[Voice]) -> set[str]:
    return {voice.telling.source_id for voice in voices}


def _key(voice: Voice, voices: Sequence[Voice]) -> tuple[int, bool, int, str, str]:
    first_seen = min(strand.first_seen for strand in voice.telling.strands)
    return ROLES.index(voice.role), not _is_credited(voice, voices), -_told(voice.lead), first_seen, voice.telling.id


def _told(listing: Listing) -> int:
    """How many fields a listing tells, each language of a text counted."""
    fields = [getattr(listing, name) for name in Listing.model_fields if name not in _NO_FACTS]
    fields += [getattr(listing.details, name) for name in type(listing.details).model_fields if name not in _NO_DETAILS]
    return sum(len(value) if isinstance(value, dict) else is_told(value) for value in fields)


def is_told(value: object) -> bool:
    """False for what says "not told"; ``False`` and 0 are told."""
    return value is not None and value not in ("", (), {})


def first_told(voices: Sequence[Voice], name: str, value_of: Callable[[Voice], Value], value: str = "") -> tuple[Value, Voice | None]:
    """What the first voice that tells a field says, and who it is: nobody where none tells it, then the first one's way not to.

    People outrank the order: where one corrected the field, that holds, also that it is not known. ``value`` is the language of texts.
    """
    for voice in voices:
        if (name, value) in voice.corrected:
            found = value_of(voice)
            return found, voice if is_told(found) else None
    for voice in voices:
        found = value_of(voice)
        if is_told(found):
            return found, voice
    return value_of(voices[0]), None
