"""Strands: what each source tells of each event by itself, kept with what is compared of it, so that only what changed is compared again.

A strand's id is ``listing.event_id``: the event it would be if nobody else told of it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from harvesters.source import PlaceEntry, Role
from normalize.model import Listing
from normalize.recurrence import Window
from normalize.relate import Strand
from normalize.sequences import day_of, row_key
from normalize.traits import Traits
from store.columns import listing_of
from store.configuration import program
from store.database import Store
from store.text import over_utc, start_utc

_NOT_COMPARED = {"accessibility", "lacks", "assured", "capacity"}
"""What says nothing of which place is meant."""
MANY = 500
"""Ids in one question; SQLite allows more, a page cache likes fewer."""
_COLUMNS = ("source_id", "row_key", "day", "series", "first_seen", "coming_utc", "over_utc", "traits")
_UPSERT = (
    f"insert into strand (id, {', '.join(_COLUMNS)}) values ({', '.join('?' * (len(_COLUMNS) + 1))}) on conflict (id) do update set "  # noqa: S608 - names of our own
    f"{', '.join(f'{name} = excluded.{name}' for name in _COLUMNS)}, is_compared = 0"
)


class Told(NamedTuple):
    """What the store knows of one strand."""

    source_id: str
    role: Role
    first_seen: str
    is_withdrawn: bool
    listings: tuple[Listing, ...]
    """Those the source shows, or, of a strand that is gone altogether, those it showed last."""


def dirty_strands(store: Store, window: Window, places: Mapping[str, PlaceEntry] | None = None, *, everything: bool = False) -> list[str]:
    """Ids of the strands to make again, sorted: those whose listings changed, or all where ``everything`` is asked for or what they are
    understood with is another than the last time: the window's days, the places, the sources' roles, this program.

    Stays the answer until they are saved, whatever happens in between. Strands that have no public listing any more are taken out.
    """
    mark = f"{window.start}/{window.end}/{window.timezone}/{_basis(store, places or {})}"
    if everything or store.setting("window") != mark:
        with store.transaction():
            store.public.execute("insert or ignore into event_dirty select event_id from listing union select id from strand")
            store.set("window", mark)
    dirty = {row[0] for row in store.public.execute("select event_id from event_dirty")}
    rows = store.public.execute(
        "select d.event_id from event_dirty d "
        "where exists (select 1 from listing l where l.event_id = d.event_id and l.withdrawn_reason <> 'not_public')"
    )
    public = {row[0] for row in rows}
    if gone := sorted(dirty - public):
        with store.transaction():
            _take_out(store.public, gone)
    return sorted(public)


def _basis(store: Store, places: Mapping[str, PlaceEntry]) -> str:
    """Equal where strands are understood alike."""
    roles = store.public.execute("select id, role from source order by id").fetchall()
    told = (program(), roles, [places[one].model_dump_json(exclude=_NOT_COMPARED) for one in sorted(places)])
    return hashlib.blake2b(repr(told).encode(), digest_size=16).hexdigest()


def _take_out(public: sqlite3.Connection, gone: Sequence[str]) -> None:
    """Forgets strands and everything that was compared of them; the rest of their tellings and events is made again."""
    marks = [(one,) for one in gone]
    public.executemany("insert or ignore into event_stale select event_id from strand where id = ?", marks)
    public.executemany("insert or ignore into event_stale values (?)", marks)
    public.executemany("update strand set is_compared = 0 where telling_id = (select telling_id from strand where id = ?)", marks)
    public.executemany("update strand set is_compared = 0 where event_id = (select event_id from strand where id = ?)", marks)
    public.executemany("delete from telling where id = (select telling_id from strand where id = ?)", marks)
    public.executemany("delete from strand where id = ?", marks)
    public.executemany("delete from event_dirty where event_id = ?", marks)


def told_of(store: Store, ids: Iterable[str]) -> dict[str, Told]:
    """Strand id -> what its source tells; only of those with a public listing."""
    shown: dict[str, list[Listing]] = defaultdict(list)
    withdrawn: dict[str, list[Listing]] = defaultdict(list)
    facts: dict[str, tuple[str, Role, str]] = {}
    for event_id, at, source_id, role, seen, *row in rows_of(
        store.public,
        "select l.event_id, l.withdrawn_at, l.source_id, s.role, l.first_seen, l.id, l.uid, l.digest, l.data "
        "from listing l join source s on s.id = l.source_id "
        "where l.withdrawn_reason <> 'not_public' and l.event_id in ({}) order by l.recurrence_id, l.id",
        ids,
    ):
        (shown if at is None else withdrawn)[event_id].append(listing_of(*row))
        facts[event_id] = (source_id, role, min(seen, facts[event_id][2]) if event_id in facts else seen)
    return {one: Told(*facts[one], one not in shown, tuple(shown[one] if one in shown else withdrawn[one])) for one in sorted(facts)}


def rows_of(public: sqlite3.Connection, question: str, ids: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """The rows of a question about many ids, asked in handfuls; ``{}`` stands for them."""
    asked = sorted(ids)
    for start in range(0, len(asked), MANY):
        part = asked[start : start + MANY]
        yield from public.execute(question.format(", ".join("?" * len(part))), part)


def save_strands(store: Store, strands: Sequence[tuple[Strand, Traits]]) -> int:
    """Keeps strands with what is compared of them. They are dirty no more; their events are to be put together again.

    Of those whose traits or neighbours changed, ``is_compared`` says that they wait for being compared. Gives the rows written.
    """
    region = store.setting("timezone")
    ids = [strand.id for strand, _ in strands]
    before = {row[0]: row[1:] for row in rows_of(store.public, f"select id, {', '.join(_COLUMNS)} from strand where id in ({{}})", ids)}  # noqa: S608 - names of our own
    rows = {strand.id: _row(strand, traits, region) for strand, traits in strands}
    differing = sorted(one for one, row in rows.items() if before.get(one) != row)
    with store.transaction():
        # the rows of the series it was one of may be a series no more
        store.public.executemany(
            "update strand set is_compared = 0 where telling_id = (select telling_id from strand where id = ?)",
            [(one,) for one in differing if one in before and before[one][1] != rows[one][1]],
        )
        store.public.executemany(_UPSERT, [(one, *rows[one]) for one in differing])
        store.public.executemany(
            "insert or ignore into event_stale select event_id from strand where id = ? and event_id <> ''", [(one,) for one in ids]
        )
        store.public.executemany("delete from event_dirty where event_id = ?", [(one,) for one in ids])
    return len(differing)


def _row(strand: Strand, traits: Traits, region: str) -> tuple[str | None, ...]:
    """A strand's columns but its id."""
    occurrences = strand.related.occurrences
    lead = strand.lead
    return (
        strand.source_id,
        row_key(strand),
        "" if lead.start is None else day_of(strand).isoformat(),
        lead.details.series,
        strand.first_seen,
        max((start_utc(one.start, region) for one in occurrences), default=None),
        max((over_utc(one.start, one.end, region) for one in occurrences), default=None),
        traits.model_dump_json(exclude_defaults=True),
    )
