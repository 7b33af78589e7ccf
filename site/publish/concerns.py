"""What concerns which organizer and place: found once, for all pages of all languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from normalize.model import Conflict
from publish.almanac import Almanac
from publish.contradictions import coming_conflicts, teller
from store.reading import EventRow, OccurrenceRow, OverlapRow, SimilarRow

VENUE = "venue"
_FAR = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Two events that compete in one way, on one day or on many."""

    kind: str
    severity: int
    event_a: EventRow
    event_b: EventRow
    rows: Sequence[OverlapRow]
    """By day; at least one."""

    @property
    def id(self) -> str:
        """The same as long as both events are there, whichever days are over."""
        first, second = sorted((self.event_a.id, self.event_b.id))
        return f"{self.kind.replace('_', '-')}-{first}-{second}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """An event of which sources say different things, as one organizer sees it."""

    event: EventRow
    conflicts: Sequence[Conflict]
    is_own: bool
    """The organizer is the event's; otherwise it is the one whose listings say otherwise."""


@dataclass(slots=True, kw_only=True)
class Concerns:
    """By organizer and by place; of coming things only."""

    instances: Mapping[str, OccurrenceRow] = field(default_factory=dict)
    """Occurrence id -> the occurrence, of those that compete."""
    meetings: Mapping[str, Sequence[Meeting]] = field(default_factory=dict)
    """Organizer id -> what competes with its events, the worst first."""
    disputes: Mapping[str, Sequence[Dispute]] = field(default_factory=dict)
    repeated: Mapping[str, Sequence[EventRow]] = field(default_factory=dict)
    """Organizer id -> its events that several sources tell, or one source twice."""
    alike: Mapping[str, Sequence[tuple[SimilarRow, EventRow, EventRow]]] = field(default_factory=dict)
    """Organizer id -> what is nearly the same: the organizer's own event first."""
    bookings: Mapping[str, Sequence[OverlapRow]] = field(default_factory=dict)
    """Place id -> its double bookings by day."""

    @classmethod
    def of(cls, almanac: Almanac) -> Concerns:
        """Everything of the almanac that still matters on its day."""
        rows = [row for row in almanac.overlaps if row.day >= almanac.today]
        instances = _instances(rows, almanac)
        rows = [row for row in rows if row.occurrence_a in instances and row.occurrence_b in instances]
        coming = [event for event in almanac.events.values() if event.withdrawn_at is None and not almanac.ended(event)]
        coming.sort(key=lambda event: (_next(event, almanac), event.id))
        return cls(
            instances=instances,
            meetings=_meetings(rows, almanac),
            disputes=_disputes(coming, almanac),
            repeated=_repeated(coming, almanac),
            alike=_alike(coming, almanac),
            bookings=_bookings(rows, instances),
        )

    def count(self, organizer_id: str) -> int:
        """How many notices an organizer has."""
        return sum(len(found.get(organizer_id, ())) for found in (self.meetings, self.disputes, self.repeated, self.alike))


def _next(event: EventRow, almanac: Almanac) -> date:
    upcoming = almanac.upcoming(event.id)
    return upcoming[0].day if upcoming else _FAR


def _instances(rows: Iterable[OverlapRow], almanac: Almanac) -> dict[str, OccurrenceRow]:
    """The occurrences that the overlaps are of."""
    wanted = {one for row in rows for one in (row.occurrence_a, row.occurrence_b)}
    events = sorted({event_id for row in rows for event_id in (row.event_a, row.event_b)})
    return {one.id: one for event_id in events for one in almanac.dates.get(event_id, ()) if one.id in wanted}


def _meetings(rows: Iterable[OverlapRow], almanac: Almanac) -> dict[str, list[Meeting]]:
    """The overlaps of each two events together, under both organizers."""
    pairs: dict[tuple[str, str, str], list[OverlapRow]] = defaultdict(list)
    for row in rows:
        pairs[row.kind, min(row.event_a, row.event_b), max(row.event_a, row.event_b)].append(row)
    found: dict[str, list[Meeting]] = defaultdict(list)
    for (kind, a, b), same in pairs.items():
        first, second = almanac.events[a], almanac.events[b]
        meeting = Meeting(kind=kind, severity=same[0].severity, event_a=first, event_b=second, rows=same)
        for organizer in dict.fromkeys((first.organizer_id, second.organizer_id)):
            found[organizer].append(meeting)
    for meetings in found.values():
        meetings.sort(key=lambda meeting: (-meeting.severity, meeting.rows[0].day, meeting.id))
    return dict(found)


def _disputes(coming: Iterable[EventRow], almanac: Almanac) -> dict[str, list[Dispute]]:
    """Conflicts under the event's organizer, and under the one whose listing says otherwise."""
    found: dict[str, list[Dispute]] = defaultdict(list)
    for event in coming:
        conflicts = coming_conflicts(event, almanac)
        if conflicts:
            found[event.organizer_id].append(Dispute(event=event, conflicts=conflicts, is_own=True))
        theirs: dict[str, list[Conflict]] = defaultdict(list)
        for conflict in conflicts:
            source = teller(event, conflict.listing_id, almanac)
            if source is not None and source.organizer_id != event.organizer_id:
                theirs[source.organizer_id].append(conflict)
        for organizer, told in theirs.items():
            found[organizer].append(Dispute(event=event, conflicts=told, is_own=False))
    return dict(found)


def _repeated(coming: Iterable[EventRow], almanac: Almanac) -> dict[str, list[EventRow]]:
    found: dict[str, list[EventRow]] = defaultdict(list)
    for event in coming:
        if len(event.source_ids) > 1 or repeating_sources(event, almanac):
            found[event.organizer_id].append(event)
    return dict(found)


def repeating_sources(event: EventRow, almanac: Almanac) -> list[str]:
    """Ids of the sources that tell a single event under several ids; the dated rows of a series are no repeat."""
    if event.is_series:
        return []
    uids: dict[str, set[str]] = defaultdict(set)
    for row in almanac.told.get(event.id, ()):
        uids[row.source_id].add(row.uid)
    return sorted(source_id for source_id, theirs in uids.items() if len(theirs) > 1)


def _alike(coming: Collection[EventRow], almanac: Almanac) -> dict[str, list[tuple[SimilarRow, EventRow, EventRow]]]:
    """Each two that are alike once under each organizer."""
    events = {event.id: event for event in coming}
    found: dict[str, list[tuple[SimilarRow, EventRow, EventRow]]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for event in coming:
        for row in almanac.similar.get(event.id, ()):
            other = events.get(row.event_b if row.event_a == event.id else row.event_a)
            if other is not None and (event.organizer_id, row.id) not in seen:
                seen.add((event.organizer_id, row.id))
                found[event.organizer_id].append((row, event, other))
    return dict(found)


def _bookings(rows: Iterable[OverlapRow], instances: Mapping[str, OccurrenceRow]) -> dict[str, list[OverlapRow]]:
    found: dict[str, list[OverlapRow]] = defaultdict(list)
    for row in rows:
        if row.kind == VENUE and (place := instances[row.occurrence_a].place_id):
            found[place].append(row)
    for theirs in found.values():
        theirs.sort(key=lambda row: (row.day, instances[row.occurrence_a].room, instances[row.occurrence_a].start, row.id))
    return dict(found)
