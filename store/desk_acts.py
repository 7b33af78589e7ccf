"""Acts: what people decide at the desk, kept before it is done and never forgotten; so the list of acts is also the log of them.

An act is written in one short transaction, whatever the harvest does meanwhile, and carried out by ``kooste.desk_acts`` as soon as the
store is free. What was sent twice (a double click, a replayed form) is one act: the form's nonce, and an equal act that still waits.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from sqlite_utils import Database

from store.desk_migrations import DESK
from store.text import moment_of, to_json, utc_text

if TYPE_CHECKING:  # store.desk imports this module for its step of the schema
    from store.desk import Desk

State = Literal["waiting", "done", "failed"]
KEPT = timedelta(days=5 * 365)
"""How long an act stays in the log."""
_LONGEST_MESSAGE = 1000
_COLUMNS = "id, at, made_by, kind, subject, payload, state, message, done_at, shown_at"


@DESK(name="acts_0001")
def acts_table(database: Database) -> None:
    """The acts, oldest first."""
    database.execute(
        """
        create table act (
            id integer primary key,
            at text not null,
            made_by text not null,              -- a role, never a person
            kind text not null,
            subject text not null,              -- id of what it is about
            payload text not null,              -- JSON: what carrying it out needs
            state text not null check (state in ('waiting', 'done', 'failed')),
            message text not null default '',   -- what came of it, in words or a code
            done_at text,
            shown_at text,                      -- when what it changed was published
            once text unique                    -- the nonce of the form it came from
        ) strict
        """
    )
    database.execute("create index act_state on act (state, id)")
    database.execute("create index act_subject on act (kind, subject)")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAct:
    """What somebody wants done."""

    by: str
    """A role, never a person."""
    kind: str
    subject: str
    """Id of what it is about; never personal data, never a secret address."""
    payload: Mapping[str, Any] = field(default_factory=dict)
    once: str = ""
    """The nonce of the form; the same one twice is one act. Empty: only an equal act that waits is the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act and what came of it."""

    id: int
    at: datetime
    by: str
    kind: str
    subject: str
    payload: Mapping[str, Any]
    state: State
    message: str
    done_at: datetime | None
    shown_at: datetime | None
    """When the pages showed it; ``None`` also for what never shows on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which acts of the log are wanted; an empty text is any."""

    kind: str = ""
    by: str = ""
    state: str = ""
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None
    """Exclusive."""


def enqueue(desk: Desk, act: NewAct, now: datetime) -> Act:
    """The act, kept and waiting; the one that is there already where it was sent twice."""
    with desk.write() as connection:
        return enqueue_in(connection, act, now)


def enqueue_in(connection: sqlite3.Connection, act: NewAct, now: datetime) -> Act:
    """As ``enqueue``, a part of the caller's transaction."""
    return _same(connection, act) or _insert(connection, act, now, "waiting", "")


def record_in(connection: sqlite3.Connection, act: NewAct, now: datetime, message: str = "") -> Act:
    """An act that the caller's transaction does itself, for the log."""
    return _same(connection, act) or _insert(connection, act, now, "done", message)


def _same(connection: sqlite3.Connection, act: NewAct) -> Act | None:
    """The act that this one repeats."""
    row = connection.execute(f"select {_COLUMNS} from act where once = ?", (act.once or None,)).fetchone()  # noqa: S608 - names of our own
    if row is None:
        row = connection.execute(
            f"select {_COLUMNS} from act where state = 'waiting' and kind = ? and subject = ? and made_by = ? and payload = ? "  # noqa: S608 - as above
            "order by id limit 1",
            (act.kind, act.subject, act.by, to_json(dict(act.payload))),
        ).fetchone()
    return _act(row) if row else None


def _insert(connection: sqlite3.Connection, act: NewAct, now: datetime, state: State, message: str) -> Act:
    moment = utc_text(now)
    row = connection.execute(
        f"insert into act (at, made_by, kind, subject, payload, state, message, done_at, once) values (?, ?, ?, ?, ?, ?, ?, ?, ?) "  # noqa: S608 - as above
        f"returning {_COLUMNS}",
        (
            *(moment, act.by, act.kind, act.subject, to_json(dict(act.payload)), state, message),
            *(moment if state == "done" else None, act.once or None),
        ),
    ).fetchone()
    return _act(row)


def _act(row: sqlite3.Row) -> Act:
    return Act(
        id=row["id"],
        at=moment_of(row["at"]),
        by=row["made_by"],
        kind=row["kind"],
        subject=row["subject"],
        payload=json.loads(row["payload"]),
        state=row["state"],
        message=row["message"],
        done_at=moment_of(row["done_at"]) if row["done_at"] else None,
        shown_at=moment_of(row["shown_at"]) if row["shown_at"] else None,
    )


def find_act(connection: sqlite3.Connection, act_id: int) -> Act | None:
    """The act of a number; ``None`` where there is none."""
    row = connection.execute(f"select {_COLUMNS} from act where id = ?", (act_id,)).fetchone()  # noqa: S608 - names of our own
    return _act(row) if row else None


def acts_waiting(connection: sqlite3.Connection, kinds: Iterable[str] | None = None) -> list[Act]:
    """The acts that were not carried out yet, oldest first; of these kinds only, where they are told."""
    wanted = None if kinds is None else set(kinds)
    rows = connection.execute(f"select {_COLUMNS} from act where state = 'waiting' order by id")  # noqa: S608 - names of our own
    return [_act(row) for row in rows if wanted is None or row["kind"] in wanted]


def finish(connection: sqlite3.Connection, act_id: int, state: State, message: str, now: datetime) -> bool:
    """Writes down what came of a waiting act; false where somebody else did so already."""
    return bool(
        connection.execute(
            "update act set state = ?, message = ?, done_at = ? where id = ? and state = 'waiting'",
            (state, message[:_LONGEST_MESSAGE], utc_text(now), act_id),
        ).rowcount
    )


def acts_unshown(connection: sqlite3.Connection, kinds: Iterable[str]) -> int:
    """How many acts of these kinds were carried out, but not published yet."""
    names = sorted(set(kinds))
    marks = ", ".join("?" * len(names))
    question = f"select count(*) from act where state = 'done' and shown_at is null and kind in ({marks})"  # noqa: S608 - marks
    found: int = connection.execute(question, names).fetchone()[0]
    return found


def note_shown(connection: sqlite3.Connection, kinds: Iterable[str], begun: datetime, now: datetime) -> None:
    """What was carried out when a publishing had ``begun`` is public ``now``."""
    connection.executemany(
        "update act set shown_at = ? where state = 'done' and shown_at is null and done_at <= ? and kind = ?",
        [(utc_text(now), utc_text(begun), kind) for kind in sorted(set(kinds))],
    )


def acts(connection: sqlite3.Connection, wanted: Wanted, *, limit: int, before: int | None = None) -> list[Act]:
    """The log, the newest first; ``before`` is the number of the last act that was shown."""
    where, values = _where(wanted, before)
    condition = f"where {' and '.join(where)}" if where else ""
    rows = connection.execute(f"select {_COLUMNS} from act {condition} order by id desc limit ?", (*values, limit))  # noqa: S608 - as above
    return [_act(row) for row in rows]


def _where(wanted: Wanted, before: int | None) -> tuple[list[str], list[str | int]]:
    told: dict[str, str | int] = {
        "kind = ?": wanted.kind,
        "made_by = ?": wanted.by,
        "state = ?": wanted.state,
        "subject = ?": wanted.subject,
    }
    if wanted.since:
        told["at >= ?"] = utc_text(wanted.since)
    if wanted.until:
        told["at < ?"] = utc_text(wanted.until)
    if before is not None:
        told["id < ?"] = before
    return [condition for condition, value in told.items() if value], [value for value in told.values() if value]


def acts_of(connection: sqlite3.Connection, subject: str, kinds: Iterable[str]) -> list[Act]:
    """What was done about one thing, the newest first."""
    wanted = set(kinds)
    rows = connection.execute(f"select {_COLUMNS} from act where subject = ? order by id desc", (subject,))  # noqa: S608 - names of our own
    return [_act(row) for row in rows if row["kind"] in wanted]


def said_in_log(connection: sqlite3.Connection) -> tuple[list[str], list[str]]:
    """The roles and the kinds that stand in the log, for its filters."""
    roles = [row[0] for row in connection.execute("select distinct made_by from act order by made_by")]
    return roles, [row[0] for row in connection.execute("select distinct kind from act order by kind")]


def forget_old_acts(connection: sqlite3.Connection, now: datetime) -> int:
    """Takes acts out of the log that are older than ``KEPT``; how many."""
    return connection.execute("delete from act where state <> 'waiting' and at < ?", (utc_text(now - KEPT),)).rowcount
