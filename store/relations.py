"""Events and occurrences: which must be made again, from which listings, and what of the result differs from what is stored.

All of it can be rebuilt from the listings alone: an event is a function of its listings and the window of days.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from normalize.model import Listing
from normalize.recurrence import Window
from normalize.relate import Related
from store.columns import listing_of
from store.corrections import changes_of, corrected_facts, hidden_events
from store.database import Store
from store.event_rows import Facts, Row, event_row, occurrence_row
from store.rights import allowed_sources, as_allowed
from store.text import to_json, utc_text

_MANY = 500
"""Ids in one question; SQLite allows more, a page cache likes fewer."""


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


def dirty_events(store: Store, window: Window, *, everything: bool = False) -> set[str]:
    """Ids of the events to relate: those whose listings changed, or all when the window's days did or ``everything`` is asked for.

    Stays the answer until the events are saved, whatever happens in between. Events that have no public listing any more,
    or that a person hid, are deleted.
    """
    mark = _mark(window)
    if everything or store.setting("window") != mark:
        with store.transaction():
            store.public.execute("insert or ignore into event_dirty select event_id from listing union select id from event")
            store.set("window", mark)
    dirty = {row[0] for row in store.public.execute("select event_id from event_dirty")}
    rows = store.public.execute(
        "select distinct l.event_id from listing l join event_dirty d on d.event_id = l.event_id where l.withdrawn_reason <> 'not_public'"
    )
    public = {row[0] for row in rows} - hidden_events(store)
    if gone := dirty - public:
        with store.transaction():
            _delete(store.public, gone)
            _clean(store.public, gone)
    return public


def _mark(window: Window) -> str:
    return f"{window.start}/{window.end}/{window.timezone}"


def _delete(public: sqlite3.Connection, ids: Iterable[str]) -> None:
    marks = [(event_id,) for event_id in sorted(ids)]
    public.executemany("delete from occurrence where event_id = ?", marks)
    public.executemany("delete from event where id = ?", marks)


def _clean(public: sqlite3.Connection, ids: Iterable[str]) -> None:
    public.executemany("delete from event_dirty where event_id = ?", [(event_id,) for event_id in sorted(ids)])


def listings_of(store: Store, event_ids: Iterable[str]) -> dict[str, list[Listing]]:
    """Event id -> its listings: those the source shows, or, of an event that is gone altogether, those it showed last."""
    found: dict[str, list[Listing]] = {}
    withdrawn: dict[str, list[Listing]] = defaultdict(list)
    for event_id, at, *row in _rows(
        store.public,
        "select event_id, withdrawn_at, id, uid, digest, data from listing "
        "where withdrawn_reason <> 'not_public' and event_id in ({}) order by recurrence_id, id",
        event_ids,
    ):
        (found.setdefault(event_id, []) if at is None else withdrawn[event_id]).append(listing_of(*row))
    return {**withdrawn, **found}


def _rows(public: sqlite3.Connection, question: str, ids: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """The rows of a question about many ids, asked in handfuls."""
    asked = sorted(ids)
    for start in range(0, len(asked), _MANY):
        part = asked[start : start + _MANY]
        yield from public.execute(question.format(", ".join("?" * len(part))), part)


def save_related(store: Store, related: Sequence[Related], now: datetime) -> RelateCounts:
    """Writes what differs from what is stored; the events are no longer dirty. ``now`` is the moment for which the views speak."""
    if not related:
        return RelateCounts()
    ids = [one.event.id for one in related]
    region = store.setting("timezone")
    changes, told = changes_of(store, ids), _facts(store.public, ids)
    facts = {one.event.id: corrected_facts(told[one.event.id], one, changes.get(one.event.id)) for one in related}
    allowed = allowed_sources(store, now)
    events = {
        one.event.id: event_row(as_allowed(one.event, facts[one.event.id].source_ids, allowed), facts[one.event.id], region)
        for one in related
    }
    occurrences = {
        occurrence.id: occurrence_row(occurrence, one, facts[one.event.id], region)
        for one in related
        if facts[one.event.id].withdrawn_at is None
        for occurrence in one.occurrences
    }
    with store.transaction():
        store.set("moment", utc_text(now))
        written = _write_difference(store.public, "event", "id", ids, events)
        written += _write_difference(store.public, "occurrence", "event_id", ids, occurrences)
        _clean(store.public, ids)
    return RelateCounts(events=len(events), occurrences=len(occurrences), written=written)


def _write_difference(public: sqlite3.Connection, table: str, key: str, ids: Iterable[str], rows: Mapping[str, Row]) -> int:
    """Makes a table's rows of some events what they should be; the number of rows written or deleted."""
    present = dict(_rows(public, f"select id, content from {table} where {key} in ({{}})", ids))  # noqa: S608 - names of our own
    gone = [(identifier,) for identifier in present if identifier not in rows]
    differing = [row for identifier, row in rows.items() if present.get(identifier) != row["content"]]
    public.executemany(f"delete from {table} where id = ?", gone)  # noqa: S608 - as above
    if differing:
        names = tuple(differing[0])
        updates = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
        public.executemany(
            f"insert into {table} ({', '.join(names)}) values ({', '.join('?' * len(names))}) on conflict (id) do update set {updates}",  # noqa: S608
            [tuple(row.values()) for row in differing],
        )
    return len(gone) + len(differing)


_FACTS = """
    select event_id, slug, source_id, withdrawn_at, withdrawn_reason, first_seen, last_changed,
        data ->> '$.end', data -> '$.recurrence', data -> '$.in_language', timezone,
        (select count(*) from history h where h.listing_id = listing.id and h.what in ('changed', 'restored', 'withdrawn')),
        (select h.data ->> '$.start' from history h where h.listing_id = listing.id and h.what = 'changed'
            and h.data ->> '$.start' <> listing.data ->> '$.start' order by h.id desc limit 1),
        recurrence_id, id
    from listing where withdrawn_reason <> 'not_public' and event_id in ({})
"""


def _facts(public: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Facts]:
    """Event id -> what its listings say together."""
    groups: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for event_id, *row in _rows(public, _FACTS, ids):
        groups[event_id].append(tuple(row))
    return {event_id: _fact(rows) for event_id, rows in groups.items()}


def _fact(rows: Sequence[tuple[Any, ...]]) -> Facts:
    """What the listings of one event say together; the address is that of the one seen first."""
    shown = [row for row in rows if row[2] is None] or rows
    end, recurrence, in_language, timezone, _, previous_start = min(shown, key=lambda row: row[-2:])[6:12]
    withdrawn_at, reason = (None, "") if shown[0][2] is None else max((row[2], row[3]) for row in rows)
    return Facts(
        slug=min((row[4], *row[-2:], row[0]) for row in rows)[-1],
        source_ids=to_json(sorted({row[1] for row in shown})),
        listings=len(shown) if withdrawn_at is None else 0,
        first_seen=min(row[4] for row in rows),
        last_changed=max(row[5] for row in rows),
        withdrawn_at=withdrawn_at,
        withdrawn_reason=reason,
        lead_end=end,
        recurrence=None if recurrence == "null" else recurrence,
        in_language=in_language,
        recurrence_timezone=timezone,
        changes=sum(row[10] for row in rows),
        previous_start=previous_start,
    )
