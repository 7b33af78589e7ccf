"""What associations send in at the door: calendars by their address, or events that they enter themselves; and what became of it.

A submission is found by its id (at the desk) or by the hash of the secret in its private address (its status page); the secret itself is
kept nowhere. Nothing here is public: what is approved stands in ``approved.yaml`` and in the data like every other source.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlite_utils import Database

from store.desk_migrations import DESK
from store.text import moment_of, to_json, utc_text

Kind = Literal["calendar", "events"]
"""``calendar``: kept by the submitter in a program of its own. ``events``: entered here, one by one."""
State = Literal["waiting", "asked", "approved", "rejected", "withdrawn"]
STATES: tuple[State, ...] = ("waiting", "asked", "approved", "rejected", "withdrawn")
_OPEN = ("waiting", "asked")
MOST_MESSAGES = 50
KEPT_CLOSED = timedelta(days=365)
"""How long the contact and the messages of what was rejected or withdrawn are kept."""

_TABLES = (
    """
    create table submission (
        id text primary key,                -- public: stands in source entries and feed addresses
        token_hash text not null unique,    -- SHA-256 of the secret in the private address
        kind text not null check (kind in ('calendar', 'events')),
        state text not null check (state in ('waiting', 'asked', 'approved', 'rejected', 'withdrawn')),
        language text not null,
        address text not null,              -- may be a secret; empty for entered events
        title text not null,
        data text not null,                 -- JSON of Publishing
        examined text not null,             -- JSON of what the doctor said; empty where nothing was looked at
        entry text not null,                -- JSON: how such a source would be read (format, schedule, options ...)
        source_id text not null default '',
        reason text not null default '',    -- of a rejection or a withdrawal
        created_at text not null,
        updated_at text not null
    ) strict, without rowid
    """,
    "create index submission_state on submission (state, created_at)",
    """
    create table submission_message (
        id integer primary key,
        submission_id text not null references submission (id),
        at text not null,
        by text not null check (by in ('moderator', 'submitter')),
        text text not null
    ) strict
    """,
    "create index submission_message_of on submission_message (submission_id)",
)


@DESK(name="door_0001_submissions")
def submissions_tables(database: Database) -> None:
    """Submissions and what is said about them."""
    for statement in _TABLES:
        database.execute(statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """Under whose name and how the events are shown, as the submitter said."""

    organizer: str
    business_id: str = ""
    """Finnish business id (Y-tunnus), ``1234567-1``; empty where none was given."""
    url: str = ""
    place_id: str = ""
    """Where events without a place are held; empty: not told, or ``place_text`` says it in words."""
    place_text: str = ""
    audience: tuple[str, ...] = ()
    """Codes of the vocabulary that hold for all of its events."""
    also: tuple[str, ...] = ()
    """Names of its events that look like members' matters and are open to all, as the submitter says."""
    licence: str = ""
    email: str = ""
    """An address of an office; persons' own are refused."""
    note: str = ""
    """What the submitter wants the moderators to know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One thing said about a submission."""

    at: datetime
    by: Literal["moderator", "submitter"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One submission without its secret."""

    id: str
    kind: Kind
    state: State
    language: str
    title: str
    publishing: Publishing
    examined: Mapping[str, Any]
    """What the doctor said (``explorer.door_examined.Examined`` as JSON), ``{}`` where nothing was looked at."""
    source_id: str
    """The source it became; empty before its approval, and kept after a withdrawal."""
    reason: str
    created_at: datetime
    updated_at: datetime
    messages: tuple[Message, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.state in _OPEN

    @property
    def address_shown(self) -> str:
        """The address as it may be shown."""
        return str(self.examined.get("address_shown", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSubmission:
    """What is sent in."""

    kind: Kind
    language: str
    title: str
    publishing: Publishing
    address: str = ""
    examined: Mapping[str, Any] = field(default_factory=dict)
    entry: Mapping[str, Any] = field(default_factory=dict)


def hash_of(token: str) -> str:
    """What is kept of a secret: it has at least 128 bits of chance, so a plain hash cannot be tried out."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def submit(connection: sqlite3.Connection, new: NewSubmission, token: str, now: datetime) -> str:
    """The id of the submission, made once for each token: sent again it changes nothing. A part of the caller's transaction."""
    known = connection.execute("select id from submission where token_hash = ?", (hash_of(token),)).fetchone()
    if known:
        return str(known[0])
    identifier, moment = secrets.token_hex(5), utc_text(now)
    connection.execute(
        "insert into submission (id, token_hash, kind, state, language, address, title, data, examined, entry, created_at, updated_at) "
        "values (?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            identifier,
            hash_of(token),
            new.kind,
            new.language,
            new.address,
            new.title,
            _written(new.publishing),
            to_json(dict(new.examined)) if new.examined else "",
            to_json(dict(new.entry)),
            moment,
            moment,
        ),
    )
    _forget_closed(connection, now)
    return identifier


def submissions(connection: sqlite3.Connection, *, states: Collection[str] = ()) -> list[Submission]:
    """Those in the states, or all; the oldest first."""
    rows = connection.execute("select * from submission order by created_at, id").fetchall()
    return [_made(connection, row) for row in rows if not states or row["state"] in states]


def submission(connection: sqlite3.Connection, identifier: str) -> Submission | None:
    """The submission of an id."""
    row = connection.execute("select * from submission where id = ?", (identifier,)).fetchone()
    return _made(connection, row) if row else None


def submission_of(connection: sqlite3.Connection, token: str) -> Submission | None:
    """The submission of a private address."""
    row = connection.execute("select * from submission where token_hash = ?", (hash_of(token),)).fetchone()
    return _made(connection, row) if row else None


def address_of(connection: sqlite3.Connection, identifier: str) -> str:
    """The whole address, which may be a secret: for harvesting only, never for a page."""
    row = connection.execute("select address from submission where id = ?", (identifier,)).fetchone()
    return str(row[0]) if row else ""


def entry_of(connection: sqlite3.Connection, identifier: str) -> dict[str, Any]:
    """How the source would be read: the parts of an entry that were found out when it was looked at."""
    row = connection.execute("select entry from submission where id = ?", (identifier,)).fetchone()
    found: dict[str, Any] = json.loads(row[0]) if row else {}
    return found


def source_ids(connection: sqlite3.Connection) -> frozenset[str]:
    """Ids that sources of submissions have or had: none is ever given twice."""
    return frozenset(row[0] for row in connection.execute("select source_id from submission where source_id <> ''"))


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """State -> how many."""
    found: dict[str, int] = dict.fromkeys(STATES, 0)
    return found | dict(connection.execute("select state, count(*) from submission group by state").fetchall())


def say(connection: sqlite3.Connection, identifier: str, by: Literal["moderator", "submitter"], text: str, now: datetime) -> bool:
    """Adds a message once (the same text again is the same message); False where there are too many already."""
    said = connection.execute("select by, text from submission_message where submission_id = ? order by id", (identifier,)).fetchall()
    if said and tuple(said[-1]) == (by, text):
        return True
    if len(said) >= MOST_MESSAGES:
        return False
    connection.execute(
        "insert into submission_message (submission_id, at, by, text) values (?, ?, ?, ?)", (identifier, utc_text(now), by, text)
    )
    return True


def ask_back(connection: sqlite3.Connection, identifier: str, text: str, now: datetime) -> bool:
    """Asks the submitter something; False where a decision was made already."""
    return _move(connection, identifier, _OPEN, "asked", now) and say(connection, identifier, "moderator", text, now)


def answer(connection: sqlite3.Connection, identifier: str, text: str, now: datetime) -> bool:
    """The submitter's answer: what was asked back waits for the moderators again."""
    if not say(connection, identifier, "submitter", text, now):
        return False
    _move(connection, identifier, ("asked",), "waiting", now)
    return True


def reject(connection: sqlite3.Connection, identifier: str, reason: str, now: datetime) -> bool:
    """Says no, with the reason that the submitter reads; False where a decision was made already."""
    return _move(connection, identifier, _OPEN, "rejected", now, reason=reason)


def mark_approved(connection: sqlite3.Connection, identifier: str, source_id: str, now: datetime) -> bool:
    """It is a source from now on; False where it was rejected or withdrawn."""
    if not _move(connection, identifier, (*_OPEN, "approved"), "approved", now):
        return False
    connection.execute("update submission set source_id = ? where id = ?", (source_id, identifier))
    return True


def mark_withdrawn(connection: sqlite3.Connection, identifier: str, reason: str, now: datetime) -> bool:
    """It was taken back; False where it was rejected or withdrawn before."""
    return _move(connection, identifier, (*_OPEN, "approved"), "withdrawn", now, reason=reason)


def save_examined(
    connection: sqlite3.Connection, identifier: str, examined: Mapping[str, Any], entry: Mapping[str, Any], now: datetime
) -> None:
    """What a later look at the calendar said; how it would be read stays known where it could not be read this time."""
    connection.execute(
        "update submission set examined = ?, entry = case when ? then ? else entry end, updated_at = ? where id = ?",
        (to_json(dict(examined)), bool(entry.get("format")), to_json(dict(entry)), utc_text(now), identifier),
    )


def save_also(connection: sqlite3.Connection, identifier: str, also: Collection[str], now: datetime) -> bool:
    """Keeps which of its events are open to all although they look like members' matters; False where that is nothing new, or too late."""
    found = submission(connection, identifier)
    if found is None or found.state not in {*_OPEN, "approved"} or found.publishing.also == tuple(also):
        return False
    connection.execute(
        "update submission set data = ?, updated_at = ? where id = ?",
        (_written(replace(found.publishing, also=tuple(also))), utc_text(now), identifier),
    )
    return True


def _move(  # noqa: PLR0913 - from where, to where, when and why
    connection: sqlite3.Connection, identifier: str, before: Collection[str], state: State, now: datetime, *, reason: str = ""
) -> bool:
    """Another state, where the present one allows it."""
    row = connection.execute("select state from submission where id = ?", (identifier,)).fetchone()
    if row is None or row[0] not in before:
        return False
    if row[0] != state:
        connection.execute(
            "update submission set state = ?, reason = ?, updated_at = ? where id = ?", (state, reason, utc_text(now), identifier)
        )
    return True


def _forget_closed(connection: sqlite3.Connection, now: datetime) -> None:
    """Takes contacts, notes, addresses and messages out of what was closed long ago; that it was there, and its id, stay."""
    old = connection.execute(
        "select id, data from submission where state in ('rejected', 'withdrawn') and updated_at < ?", (utc_text(now - KEPT_CLOSED),)
    ).fetchall()
    for identifier, data in old:
        connection.execute("delete from submission_message where submission_id = ?", (identifier,))
        kept = to_json({**json.loads(data), "email": "", "note": ""})
        connection.execute("update submission set data = ?, address = '', examined = '' where id = ?", (kept, identifier))


def _made(connection: sqlite3.Connection, row: sqlite3.Row) -> Submission:
    """The row and what was said about it."""
    said = connection.execute("select at, by, text from submission_message where submission_id = ? order by id", (row["id"],))
    return Submission(
        id=row["id"],
        kind=row["kind"],
        state=row["state"],
        language=row["language"],
        title=row["title"],
        publishing=_read(row["data"]),
        examined=json.loads(row["examined"]) if row["examined"] else {},
        source_id=row["source_id"],
        reason=row["reason"],
        created_at=moment_of(row["created_at"]),
        updated_at=moment_of(row["updated_at"]),
        messages=tuple(Message(at=moment_of(at), by=by, text=text) for at, by, text in said),
    )


def _written(publishing: Publishing) -> str:
    return to_json({name: getattr(publishing, name) for name in Publishing.__slots__})


def _read(text: str) -> Publishing:
    told: dict[str, Any] = json.loads(text)
    return Publishing(**{**told, "audience": tuple(told.get("audience", ())), "also": tuple(told.get("also", ()))})
