"""Which strands are one event, all of them at once: what the store does step by step (``store.joining``), from scratch and in memory.

Pure: any order of the strands gives the same events. The event's id is that of the strand of it that was seen first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from harvesters.source import PlaceEntry
from normalize.candidates import candidates
from normalize.clusters import Link, Verdict, clusters
from normalize.likeness import likeness
from normalize.recurrence import Window
from normalize.relate import Strand
from normalize.sequences import Telling, tellings
from normalize.traits import traits_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Every telling in its event."""

    events: tuple[tuple[str, tuple[Telling, ...]], ...]
    """Event id and its tellings, by id of event and telling."""
    links: tuple[Link, ...]
    """The pairs of tellings that are joined or about which a person is asked, by ids."""


def join(strands: Iterable[Strand], places: Mapping[str, PlaceEntry], window: Window, verdicts: Sequence[Verdict] = ()) -> Joined:
    """The events that these strands are; ``verdicts`` are of ids of tellings."""
    told = {telling.id: telling for telling in tellings(strands)}
    traits = {one: traits_of(telling, places, window) for one, telling in told.items()}
    pairs = ((a.id, b.id, likeness(a, b)) for a, b in candidates(traits.values()))
    links = tuple(Link(a=a, b=b, likeness=found) for a, b, found in pairs if found.decision != "apart")
    groups = clusters(traits, links, verdicts, likeness)
    events = (_event([told[one] for one in sorted(group)]) for group in groups)
    return Joined(events=tuple(sorted(events, key=lambda event: event[0])), links=links)


def _event(members: Sequence[Telling]) -> tuple[str, tuple[Telling, ...]]:
    strands = [strand for telling in members for strand in telling.strands]
    return min((strand.first_seen, strand.id) for strand in strands)[1], tuple(members)
