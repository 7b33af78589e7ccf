"""Tables made what they should be, row by row: equal rows are not touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from store.event_rows import Row


def write_difference(public: sqlite3.Connection, table: str, present: Mapping[str, str], rows: Mapping[str, Row]) -> int:
    """Puts rows (by id) in the place of those present (id -> hash of the content); the number of rows written or deleted.

    A part of the caller's transaction.
    """
    gone = [(identifier,) for identifier in present if identifier not in rows]
    differing = [row for identifier, row in rows.items() if present.get(identifier) != row["content"]]
    public.executemany(f"delete from {table} where id = ?", gone)  # noqa: S608 - names of our own
    if differing:
        names = tuple(differing[0])
        updates = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
        public.executemany(
            f"insert into {table} ({', '.join(names)}) values ({', '.join('?' * len(names))}) on conflict (id) do update set {updates}",  # noqa: S608
            [tuple(row.values()) for row in differing],
        )
    return len(gone) + len(differing)
