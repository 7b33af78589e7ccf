"""How corrections take part in the way of the data: places and organizers before anything is read, events when they are related.

The pipeline takes them from the store, where the last file that could be read stands (``store.corrections``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from harvesters.source import Schedules
from kooste.vocabulary import vocabulary_of
from normalize.corrections import Correction, Key, by_subject, corrected_schedules, organizer_id
from normalize.corrections_event import Corrected, Registry, relate_corrected
from normalize.corrections_fields import Value
from normalize.model import Listing
from normalize.recurrence import Window
from normalize.relate import relate
from store.configuration import sync_configuration
from store.corrections import corrections_in_force, note_said
from store.database import Store

_NAMES_OTHERS = frozenset({"place_id", "organizer_id"})


def in_force(store: Store, schedules: Schedules) -> Schedules:
    """The configuration with its places and organizers as people say they are."""
    return corrected_schedules(schedules, corrections_in_force(store))


def as_read(store: Store, schedules: Schedules) -> Schedules:
    """The same as records are read with it: without what people say of a place's accessibility.

    That is put over when events are related, so that it shows, and is taken back, without a harvest.
    """
    return corrected_schedules(schedules, [one for one in corrections_in_force(store) if not _is_feature(one)])


def _is_feature(correction: Correction) -> bool:
    return correction.key.field.startswith("accessibility.")


@dataclass(slots=True, kw_only=True)
class Correcting:
    """Events as people say they are, and what their sources say instead."""

    events: Mapping[str, Sequence[Correction]]
    registry: Registry
    said: dict[Key, tuple[Value, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store, schedules: Schedules, now: datetime) -> Correcting:
        """What is in force now. Where an event is put to another place or organizer, those must be in the store first."""
        corrections = corrections_in_force(store)
        known = corrected_schedules(schedules, corrections)
        if any(one.key.field in _NAMES_OTHERS for one in corrections):
            sync_configuration(store, known, vocabulary_of(known), now)
        features = filter(_is_feature, corrections)
        registry = Registry(
            places={place.id: place for place in known.places},
            organizers=frozenset(map(organizer_id, known.sources)),
            features=by_subject(features, "place"),
        )
        return cls(events=by_subject(corrections, "event"), registry=registry)

    def relate(self, strand_id: str, listings: Sequence[Listing], window: Window, others: Iterable[str] = ()) -> Corrected:
        """What a source tells of an event as people say it is; what the source itself says is kept for ``note``.

        ``others`` are the strands that are the same event: what people say of the event under one of these ids holds for all, and
        where they say something of one field under two, what they said last.
        """
        corrections = self._corrections(strand_id, others)
        if not corrections and not any(listing.place_id in self.registry.features for listing in listings):
            return Corrected(related=relate(strand_id, listings, window), listings=tuple(listings), said={}, refused={})
        made = relate_corrected(strand_id, listings, corrections, self.registry, window)
        for one in corrections:
            if one.key.id == strand_id:
                self.said[one.key] = (made.said[one.key.field], made.refused.get(one.key.field, ""))
        return made

    def _corrections(self, strand_id: str, others: Iterable[str]) -> list[Correction]:
        """One correction a field, sorted; the strand's own where two are of one day."""
        found: dict[str, Correction] = {}
        ids = [*sorted(set(others) - {strand_id}), strand_id]
        for one in sorted((one for key in ids for one in self.events.get(key, ())), key=lambda one: (one.on, one.key.id == strand_id)):
            found[one.key.field] = one
        return [found[name] for name in sorted(found)]

    def note(self, store: Store, now: datetime) -> None:
        """Remembers what the sources said of the events that were related since the last time.

        Before they are saved: an event whose making was interrupted is made, and told, again.
        """
        note_said(store, self.said, now)
        self.said.clear()
