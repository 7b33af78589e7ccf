"""From changed listings to events, occurrences and overlaps: only what the change touches, in steps that may be interrupted anywhere.

    strands      the changed listings of each source and uid, made into the event they would be alone        normalize.relate
    | join       which of them are one event: compared, clustered                                            store.joining
    | compose    each event whose strands changed, put together by field precedence                          normalize.compose
    | overlaps   what competes now                                                                           normalize.overlaps

Between the steps the store remembers what is still to do; a run that was interrupted is finished by the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from harvesters.region_rules import OverlapRules
from harvesters.source import PlaceEntry
from kooste.correcting import Correcting
from normalize.compose import compose
from normalize.overlaps_slot import Rules
from normalize.recurrence import Window
from normalize.relate import Related, Strand
from normalize.sequences import telling_of
from normalize.similar import SimilarRules
from normalize.traits import traits_of
from store.database import Store
from store.joining import join_strands
from store.overlaps import relate_overlaps
from store.relations import RelateCounts, members_of, save_related, stale_events
from store.strands import Told, dirty_strands, save_strands, told_of

_BATCH = 500
"""Strands or events in one transaction: enough to be fast, few enough to keep memory flat."""

Progress = Callable[[int, int], None]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relating:
    """What relating needs beside the store."""

    window: Window
    places: Mapping[str, PlaceEntry]
    correcting: Correcting
    rules: Rules
    similar: SimilarRules
    now: datetime

    def strand(self, identifier: str, told: Told, others: Sequence[str] = ()) -> Strand:
        """What a source tells of an event, as people say it is; what they say of ``others``, the same event's strands, holds here too."""
        related = self.correcting.relate(identifier, told.listings, self.window, others)
        return Strand(
            id=identifier,
            source_id=told.source_id,
            role=told.role,
            listings=related.listings,
            related=related.related,
            first_seen=told.first_seen,
            is_withdrawn=told.is_withdrawn,
        )

    def event(self, identifier: str, members: Mapping[str, Sequence[str]], told: Mapping[str, Told]) -> Related:
        """The event of these tellings (telling id -> ids of its strands)."""
        ids = [strand for strands in members.values() for strand in strands]
        tellings = [telling_of(self.strand(one, told[one], ids) for one in strands) for strands in members.values()]
        return compose(identifier, tellings, self.window)


def relate_changed(store: Store, relating: Relating, *, everything: bool = False, progress: Progress | None = None) -> RelateCounts:
    """Events, occurrences and overlaps of what changed since the last time, or of everything."""
    for batch in _batches(dirty_strands(store, relating.window, relating.places, everything=everything)):
        strands = [relating.strand(one, told) for one, told in told_of(store, batch).items()]
        relating.correcting.note(store, relating.now)
        save_strands(store, [(strand, traits_of(telling_of([strand]), relating.places, relating.window)) for strand in strands])
    join_strands(store)
    counts = _composed(store, relating, progress)
    written = relate_overlaps(store, relating.rules, relating.similar, relating.now)
    return counts + RelateCounts(written=written)


def _composed(store: Store, relating: Relating, progress: Progress | None) -> RelateCounts:
    """Puts the events together whose strands changed."""
    counts = RelateCounts()
    stale = stale_events(store)
    for batch in _batches(stale):
        members = members_of(store, batch)
        told = told_of(store, [strand for tellings in members.values() for strands in tellings.values() for strand in strands])
        related = [relating.event(one, members[one], told) for one in batch]
        counts += save_related(store, related, relating.now)
        if progress:
            progress(counts.events, len(stale))
    return counts


def similar_rules_of(entry: OverlapRules) -> SimilarRules:
    """What counts as nearly the same in the region."""
    return SimilarRules(days=entry.similar_days, near_km=entry.wide_km, unspecific=frozenset(entry.unspecific))


def _batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[start : start + _BATCH] for start in range(0, len(items), _BATCH))
