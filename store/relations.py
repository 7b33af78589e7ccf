"""Events and occurrences: which must be put together again, and what of the result differs from what is stored.

All of it can be rebuilt from the listings and verdicts alone: an event is a function of its strands and the window of days.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from normalize.identity import slug
from normalize.model import Event
from normalize.relate import Related
from store.corrections import changes_of, corrected_facts, hidden_events
from store.database import Store
from store.difference import write_difference
from store.event_rows import Facts, Row, event_row, occurrence_row
from store.overlaps import forget_overlaps
from store.rights import allowed_sources, as_allowed
from store.strands import rows_of
from store.text import best, to_json, utc_text


@dataclass(frozen=True, slots=True, kw_only=True)
class RelateCounts:
    """What relating looked at, and the rows it wrote or deleted: none when nothing differs."""

    events: int = 0
    occurrences: int = 0
    written: int = 0

    def __add__(self, other: RelateCounts) -> RelateCounts:
        return RelateCounts(
            events=self.events + other.events, occurrences=self.occurrences + other.occurrences, written=self.written + other.written
        )


def stale_events(store: Store) -> list[str]:
    """Ids of the events to put together again from their strands, sorted; those that are no more, or hidden by a person, are deleted.

    Stays the answer until the events are saved, whatever happens in between.
    """
    stale = {row[0] for row in store.public.execute("select event_id from event_stale")}
    present = {row[0] for row in rows_of(store.public, "select distinct event_id from strand where event_id in ({})", stale)}
    wanted = present - hidden_events(store)
    if gone := stale - wanted:
        with store.transaction():
            marks = [(event_id,) for event_id in sorted(gone)]
            store.public.executemany("delete from occurrence where event_id = ?", marks)
            store.public.executemany("delete from event where id = ?", marks)
            _clean(store.public, gone)
            forget_overlaps(store.public, gone)
    return sorted(wanted)


def _clean(public: sqlite3.Connection, ids: Iterable[str]) -> None:
    public.executemany("delete from event_stale where event_id = ?", [(event_id,) for event_id in sorted(ids)])


def members_of(store: Store, event_ids: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    """Event id -> telling id -> the ids of its strands; all sorted."""
    found: dict[str, dict[str, list[str]]] = {}
    for event, telling, strand in sorted(
        rows_of(store.public, "select event_id, telling_id, id from strand where event_id in ({})", event_ids)
    ):
        found.setdefault(event, {}).setdefault(telling, []).append(strand)
    return found


def save_related(store: Store, related: Sequence[Related], now: datetime) -> RelateCounts:
    """Writes what differs from what is stored; the events are no longer stale. ``now`` is the moment for which the views speak."""
    if not related:
        return RelateCounts()
    ids = [one.event.id for one in related]
    region = store.setting("timezone")
    told, changes, allowed = _told(store.public, ids), changes_of(store, ids), allowed_sources(store, now)
    events: dict[str, Row] = {}
    occurrences: dict[str, Row] = {}
    for one in related:
        rows = told[one.event.id]
        facts = corrected_facts(_facts(one, rows), one, changes.get(one.event.id))
        event = as_allowed(one.event, {row.listing_id: row.source_id for row in rows}, allowed)
        events[event.id] = event_row(event, facts, region)
        if facts.withdrawn_at is None:
            occurrences |= {found.id: occurrence_row(found, one, facts, region) for found in one.occurrences}
    with store.transaction():
        store.set("moment", utc_text(now))
        first, changed = _write_rows(store.public, "event", "id", ids, events)
        second, moved = _write_rows(store.public, "occurrence", "event_id", ids, occurrences)
        _clean(store.public, ids)
        forget_overlaps(store.public, changed | moved)
    return RelateCounts(events=len(events), occurrences=len(occurrences), written=first + second)


def _write_rows(public: sqlite3.Connection, table: str, key: str, ids: Iterable[str], rows: Mapping[str, Row]) -> tuple[int, set[str]]:
    """Makes a table's rows of some events what they should be; the number of rows written or deleted, and the events they are of."""
    present: dict[str, str] = {}
    events: set[str] = set()
    for identifier, content, event in rows_of(public, f"select id, content, {key} from {table} where {key} in ({{}})", ids):  # noqa: S608 - names of our own
        present[identifier] = content
        if identifier not in rows:
            events.add(event)
    events |= {str(row[key]) for identifier, row in rows.items() if present.get(identifier) != row["content"]}
    return write_difference(public, table, present, rows), events


class _Told(NamedTuple):
    """What the store knows of one listing of an event."""

    strand_id: str
    slug: str
    source_id: str
    withdrawn_at: str | None
    withdrawn_reason: str
    first_seen: str
    last_changed: str
    changes: int
    """How often it changed, left or came back."""
    previous_start: str | None
    """The start that it had before it was moved last, as the model's JSON has it."""
    listing_id: str


_TOLD = """
    select s.event_id, l.event_id, l.slug, l.source_id, l.withdrawn_at, l.withdrawn_reason, l.first_seen, l.last_changed,
        (select count(*) from history h where h.listing_id = l.id and h.what in ('changed', 'restored', 'withdrawn')),
        (select h.data ->> '$.start' from history h where h.listing_id = l.id and h.what = 'changed'
            and h.data ->> '$.start' <> l.data ->> '$.start' order by h.id desc limit 1),
        l.id
    from listing l join strand s on s.id = l.event_id
    where l.withdrawn_reason <> 'not_public' and s.event_id in ({}) order by l.recurrence_id, l.id
"""


def _told(public: sqlite3.Connection, ids: Iterable[str]) -> dict[str, list[_Told]]:
    """Event id -> its listings, by recurrence id and id."""
    found: dict[str, list[_Told]] = defaultdict(list)
    for event_id, *row in rows_of(public, _TOLD, ids):
        found[event_id].append(_Told(*row))
    return found


def _facts(related: Related, rows: Sequence[_Told]) -> Facts:
    """What the listings of one event say together; the address is that of the strand which gives the event its id."""
    heard = set(related.event.listing_ids)  # what is only planned, or withdrawn beside others, is no part of what is shown
    ours = [row for row in rows if row.listing_id in heard] or list(rows)
    shown = [row for row in ours if row.withdrawn_at is None] or ours
    is_withdrawn = shown[0].withdrawn_at is not None
    withdrawn_at, reason = max((row.withdrawn_at or "", row.withdrawn_reason) for row in ours) if is_withdrawn else (None, "")
    lead = related.lead
    return Facts(
        slug=_slug(related.event, rows),
        source_ids=to_json(sorted({row.source_id for row in shown})),
        listings=0 if is_withdrawn else len(shown),
        first_seen=min(row.first_seen for row in rows),
        last_changed=max(row.last_changed for row in rows),
        withdrawn_at=withdrawn_at,
        withdrawn_reason=reason,
        lead_end=None if lead.end is None else lead.end.isoformat(),
        recurrence=None if lead.recurrence is None else lead.recurrence.model_dump_json(),
        in_language=to_json(lead.in_language),
        recurrence_timezone=lead.timezone,
        changes=sum(row.changes for row in rows),
        previous_start=next((row.previous_start for row in rows if row.listing_id == lead.id), None),
    )


def _slug(event: Event, rows: Sequence[_Told]) -> str:
    """The words of the strand that gives the event its id; of one that says nothing in public (it is only planned) the event's own."""
    first = [row for row in rows if row.strand_id == event.id]
    if event.planned or {row.listing_id for row in first} & set(event.listing_ids):
        return first[0].slug
    return slug(best(event.name), event.id)
