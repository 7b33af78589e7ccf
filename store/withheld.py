"""What an answer that was held back would have done, kept so that a person can see it by name before releasing it.

No view shows it: what was not believed is not published. Only the last held answer of a source is kept, at most ``MOST`` of a sort beside
their number; it goes as soon as an answer is believed.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlite_utils import Database

from store.migrations import PUBLIC
from store.text import best, moment_of, to_json, utc_text

if TYPE_CHECKING:  # store.changes and store.database import this module
    from store.changes import Written
    from store.known import KnownListing

MOST = 200
"""Listings of one sort that are kept by name."""
SORTS = ("withdrawn", "new", "changed", "restored", "renamed")


@PUBLIC(name="0008_held")
def held_table(database: Database) -> None:
    """The last held answer of each source."""
    database.execute(
        """
        create table held (
            source_id text primary key,
            at text not null,
            data text not null              -- JSON: sort -> number and rows
        ) strict, without rowid
        """
    )


class Would(NamedTuple):
    """One listing that the answer would have changed."""

    id: str
    names: str = ""
    """JSON; empty of one that would go: it is known already."""
    start: str = ""
    """Local."""
    status: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Sort -> how many there are, and some of them."""

    counts: Mapping[str, int] = field(default_factory=dict)
    some: Mapping[str, tuple[Would, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One listing before and after, for people."""

    id: str
    name: str
    start: str
    place: str
    status: str
    was_name: str = ""
    """Each of these only where it is another."""
    was_start: str = ""
    was_place: str = ""
    was_status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A source whose last answer was held back."""

    source_id: str
    title: str
    reason: str
    """``shrunk``, ``empty``, ``too_few`` or ``too_many``."""
    message: str
    since: datetime
    at: datetime | None
    """When the answer came that is told here; ``None`` where nothing is kept of it (it is from before this was kept)."""
    shown: int
    """Coming listings of the source now."""
    is_released: bool
    """A person has said already that the next answer is to be believed."""
    counts: Mapping[str, int]
    some: Mapping[str, tuple[Difference, ...]]


def effects(written: Iterable[Written], withdrawn: Iterable[KnownListing]) -> Effects:
    """What is kept of an answer: what it would have written and what it would have withdrawn."""
    found: dict[str, list[Would]] = {sort: [] for sort in SORTS}
    for row in sorted(withdrawn, key=lambda row: (row.start_utc, row.id)):
        found["withdrawn"].append(Would(row.id))
    for one in written:
        if one.what in found:
            columns = one.columns
            found[one.what].append(Would(one.id, columns.names, columns.start_local, columns.event_status, columns.place_text))
    return Effects(
        counts={sort: len(rows) for sort, rows in found.items() if rows},
        some={sort: tuple(rows[:MOST]) for sort, rows in found.items() if rows},
    )


def write_held(public: sqlite3.Connection, source_id: str, told: Effects | None, now: datetime) -> None:
    """Keeps what a held answer would have done; ``None``: the answer was believed. A part of the caller's transaction."""
    if told is None:
        public.execute("delete from held where source_id = ?", (source_id,))
        return
    data = to_json({"counts": dict(told.counts), "some": {sort: [list(row) for row in rows] for sort, rows in told.some.items()}})
    public.execute("insert or replace into held values (?, ?, ?)", (source_id, utc_text(now), data))


def read_held(database: Path) -> list[Held]:
    """Every source whose last answer was held back, the longest held first. Opens the file for reading only."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(
            "select s.id, s.title, t.reason, t.problem, t.state_since, t.accept_next from source s "
            "join source_state t on t.source_id = s.id where t.state = 'suspicious' and s.enabled = 1 order by t.state_since, s.id"
        ).fetchall()
        kept = dict(_kept(connection))
        return [_held(connection, row, kept.get(row[0])) for row in rows]


def _kept(public: sqlite3.Connection) -> Iterator[tuple[str, tuple[str, dict[str, Any]]]]:
    if public.execute("select 1 from sqlite_master where name = 'held'").fetchone():
        for source_id, at, data in public.execute("select source_id, at, data from held"):
            yield source_id, (at, json.loads(data))


def _held(public: sqlite3.Connection, row: tuple[Any, ...], kept: tuple[str, dict[str, Any]] | None) -> Held:
    source_id, title, reason, problem, since, accept_next = row
    at, data = kept or ("", {"counts": {}, "some": {}})
    shown: int = public.execute("select events from sources where id = ?", (source_id,)).fetchone()[0]
    return Held(
        source_id=source_id,
        title=title,
        reason=reason,
        message=problem,
        since=moment_of(since),
        at=moment_of(at) if at else None,
        shown=shown,
        is_released=bool(accept_next),
        counts=data["counts"],
        some={sort: tuple(_difference(public, Would(*would)) for would in data["some"].get(sort, ())) for sort in SORTS},
    )


def _difference(public: sqlite3.Connection, would: Would) -> Difference:
    """What a listing is now, and what it would be."""
    row = public.execute("select names, start_local, place_text, event_status from listing where id = ?", (would.id,)).fetchone()
    was = (best(json.loads(row[0])), *row[1:]) if row else ("", "", "", "")
    if not would.names:
        return Difference(id=would.id, name=was[0], start=was[1], place=was[2], status=was[3])
    name = best(json.loads(would.names))
    told = {
        "was_name": was[0] if was[0] != name else "",
        "was_start": was[1] if was[1] != would.start else "",
        "was_place": was[2] if was[2] != would.place else "",
        "was_status": was[3] if was[3] != would.status else "",
    }
    return Difference(id=would.id, name=name, start=would.start, place=would.place, status=would.status, **told)
