"""Where a source says that it has moved for good, and since when: evidence first, then the new address, never at once.

A permanent redirect (RFC 9110 sections 15.4.2 and 15.4.9) may be a mistake of a day or the work of a domain's next owner. So the new
address is asked only after the same redirect was seen three times over a week, and only within the same registrable domain; anything
else is a person's to decide. Kept in the private file, because addresses may hold secrets.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from harvesters.gather import address_key
from store.database import Store
from store.text import moment_of, utc_text

EQUAL_MOVES = 3
MOVED_AT_LEAST = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One source's move."""

    address: str
    since: datetime
    times: int
    is_adopted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What an answer showed."""

    configured: str
    """The address of ``schedules.yaml``, from which the answer was asked."""
    moved_to: str
    """Where permanent redirects lead; empty where the address answered itself."""
    may_adopt: bool
    """The new address is within the same registrable domain."""


def move_of(store: Store, source_id: str, configured: str) -> Move | None:
    """The move of a source from the address it is configured with; ``None`` where none was seen, or the entry has changed since."""
    row = store.private.execute(
        "select address, since, times, adopted_at from move where source_id = ? and configured = ?", (source_id, address_key(configured))
    ).fetchone()
    if row is None:
        return None
    return Move(address=row[0], since=moment_of(row[1]), times=row[2], is_adopted=row[3] is not None)


def note_move(store: Store, source_id: str, seen: Seen, now: datetime) -> Move | None:
    """Remembers what an answer showed; gives the move as it stands now."""
    before = move_of(store, source_id, seen.configured)
    if before and before.is_adopted:
        return before
    with store.transaction():
        if not seen.moved_to:
            store.private.execute("delete from move where source_id = ?", (source_id,))
            return None
        same = before if before and before.address == seen.moved_to else None
        since, times = (same.since, same.times + 1) if same else (now, 1)
        adopted = seen.may_adopt and times >= EQUAL_MOVES and now - since >= MOVED_AT_LEAST
        store.private.execute(
            "insert or replace into move (source_id, configured, address, since, times, adopted_at) values (?, ?, ?, ?, ?, ?)",
            (source_id, address_key(seen.configured), seen.moved_to, utc_text(since), times, utc_text(now) if adopted else None),
        )
    return Move(address=seen.moved_to, since=since, times=times, is_adopted=adopted)


def read_moves(private: Path) -> dict[str, Move]:
    """Source id -> its move, from the file, for a reader that takes no lock and changes nothing."""
    with closing(sqlite3.connect(f"{private.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute("select source_id, address, since, times, adopted_at from move").fetchall()
    return {
        source_id: Move(address=to, since=moment_of(since), times=times, is_adopted=at is not None)
        for source_id, to, since, times, at in rows
    }


def forget_move(store: Store, source_id: str) -> None:
    """Undoes an adopted move: the configured address is asked again."""
    with store.transaction():
        store.private.execute("delete from move where source_id = ?", (source_id,))
