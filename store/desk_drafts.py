"""What somebody is still filling in at the door, so that nothing typed is lost between the pages, on going back, or on an error.

A draft is found by the secret in its address, of which only the hash is kept. It is gone a week after it was last touched.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from store.desk_migrations import DESK
from store.desk_submissions import hash_of
from store.text import to_json, utc_text

KEPT = timedelta(days=7)
MOST_DRAFTS = 20_000
"""Beyond that the oldest go, those first that never came past the first page."""
_SWEPT_AT_A_TIME = 50

_TABLE = """
    create table door_draft (
        key_hash text primary key,      -- SHA-256 of the secret in its address
        fields text not null,           -- JSON: what was typed, by the name of the field
        examined text not null,         -- JSON of what the doctor said; empty before
        entry text not null,            -- JSON: how such a source would be read, its whole address among it
        is_far integer not null,        -- came past the first page
        submission_id text not null,    -- what it became
        touched_at text not null
    ) strict, without rowid
"""


@DESK(name="door_0002_drafts")
def drafts_table(database: Database) -> None:
    """What is being filled in."""
    database.execute(_TABLE)
    database.execute("create index door_draft_touched on door_draft (is_far, touched_at)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was filled in so far."""

    fields: Mapping[str, Any]
    """Texts, or lists of texts, by the name of the field."""
    examined: Mapping[str, Any]
    entry: Mapping[str, Any]
    submission_id: str
    """Empty until it was sent."""

    def text(self, name: str) -> str:
        """One field; empty where it was not filled in."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""


def draft(connection: sqlite3.Connection, key: str) -> Draft | None:
    """The draft of a secret."""
    row = connection.execute("select * from door_draft where key_hash = ?", (hash_of(key),)).fetchone()
    if row is None:
        return None
    return Draft(
        fields=json.loads(row["fields"]),
        examined=json.loads(row["examined"]) if row["examined"] else {},
        entry=json.loads(row["entry"]) if row["entry"] else {},
        submission_id=row["submission_id"],
    )


def save_fields(connection: sqlite3.Connection, key: str, fields: Mapping[str, Any], now: datetime, *, is_far: bool = False) -> None:
    """Keeps what was typed beside what was typed before, and makes the draft where there is none; one that was sent stays as it was."""
    before = draft(connection, key)
    if before is None:
        connection.execute(
            "insert into door_draft values (?, ?, '', '', ?, '', ?)", (hash_of(key), to_json(dict(fields)), int(is_far), utc_text(now))
        )
        _sweep(connection, now)
    elif not before.submission_id:
        kept = to_json({**before.fields, **fields})
        connection.execute(
            "update door_draft set fields = ?, is_far = max(is_far, ?), touched_at = ? where key_hash = ?",
            (kept, int(is_far), utc_text(now), hash_of(key)),
        )


def save_look(connection: sqlite3.Connection, key: str, examined: Mapping[str, Any], entry: Mapping[str, Any]) -> None:
    """Keeps what the doctor said; nothing for an empty ``examined``, which takes back what was said of another address."""
    connection.execute(
        "update door_draft set examined = ?, entry = ? where key_hash = ? and submission_id = ''",
        (to_json(dict(examined)) if examined else "", to_json(dict(entry)) if entry else "", hash_of(key)),
    )


def mark_sent(connection: sqlite3.Connection, key: str, submission_id: str) -> None:
    """Says what the draft became, and forgets what was typed: the submission has it now."""
    connection.execute(
        "update door_draft set submission_id = ?, fields = '{}', examined = '', entry = '' where key_hash = ?",
        (submission_id, hash_of(key)),
    )


def _sweep(connection: sqlite3.Connection, now: datetime) -> None:
    """Deletes a few of those that nobody came back to, and what is too much."""
    connection.execute("delete from door_draft where touched_at < ?", (utc_text(now - KEPT),))
    over = connection.execute("select count(*) from door_draft").fetchone()[0] - MOST_DRAFTS
    if over > 0:
        connection.execute(
            "delete from door_draft where key_hash in (select key_hash from door_draft order by is_far, touched_at limit ?)",
            (min(over, _SWEPT_AT_A_TIME),),
        )
