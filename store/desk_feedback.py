"""Feedback: what residents say is wrong, until when it must be answered, and what becomes of it.

An answer is due within 14 days: the act on digital services (306/2019) wants it of feedback on accessibility, and all is held to that.
What tells who wrote is kept until the answer and not a day longer; the rest is deleted after half a year.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from sqlite_utils import Database

from normalize.privacy import redact
from store.desk_migrations import DESK
from store.text import moment_of, utc_text

Kind = Literal["time", "place", "cancelled", "details", "access", "other"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What it is about: a time, a place, something cancelled, other details, the accessibility of the service, anything else."""
ABOUT = ("event", "series", "place", "organizer", "source")
State = Literal["open", "written", "closed"]
DAYS = 14
"""An answer is due within so many days."""
SOON = timedelta(days=3)
"""A reminder comes so long before."""
KEPT = timedelta(days=180)
"""After it was closed."""
KEPT_AT_MOST = timedelta(days=730)
"""Answered or not."""
LONGEST_TEXT, LONGEST_ANSWER, LONGEST_EMAIL = 3000, 5000, 254
MOST_OPEN = 5000
"""A flood ends here: a file of the town's must not grow without end."""
_SAME_WITHIN = timedelta(hours=24)
_COLUMNS = "id, at, due, language, about, about_name, kind, text, email, state, answer, closed_at, closed_by"


@DESK(name="feedback_0001")
def feedback_table(database: Database) -> None:
    """What was said, oldest first."""
    database.execute(
        """
        create table feedback (
            id integer primary key,
            at text not null,
            due text not null,                      -- the last day for an answer
            language text not null,
            about text not null,                    -- event:ID, place:ID ...; empty: the service itself
            about_name text not null,               -- what it was called then
            kind text not null,
            text text not null,
            email text,                             -- until it is closed
            state text not null default 'open' check (state in ('open', 'written', 'closed')),
            answer text not null default '',
            closed_at text,
            closed_by text,                         -- a role
            once text unique                        -- the nonce of the form
        ) strict
        """
    )
    database.execute("create index feedback_state on feedback (state, due)")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFeedback:
    """What somebody sent."""

    language: str
    kind: Kind
    text: str
    about: str = ""
    """``event:ID``, ``place:ID`` ...; empty: the service itself."""
    about_name: str = ""
    email: str = ""
    once: str = ""
    """The nonce of the form: the same one twice is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One message and what became of it."""

    id: int
    at: datetime
    due: date
    language: str
    about: str
    about_name: str
    kind: Kind
    text: str
    email: str
    state: State
    answer: str
    closed_at: datetime | None
    closed_by: str

    def left(self, today: date) -> int:
        """Days until it is due; negative where that is over."""
        return (self.due - today).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How much waits for an answer."""

    open: int
    soon: int
    """Due within three days, today included."""
    late: int
    first_due: date | None


def take_feedback(connection: sqlite3.Connection, new: NewFeedback, now: datetime, *, today: date, days: int = DAYS) -> int:
    """Keeps a message; its number, that of the first one where it was sent twice, 0 where no more fits."""
    same = connection.execute(
        "select id from feedback where once = ?1 or (state <> 'closed' and about = ?2 and kind = ?3 and text = ?4 and at >= ?5) "
        "order by id limit 1",
        (new.once or None, new.about, new.kind, new.text, utc_text(now - _SAME_WITHIN)),
    ).fetchone()
    if same:
        return int(same["id"])
    if connection.execute("select count(*) from feedback where state <> 'closed'").fetchone()[0] >= MOST_OPEN:
        return 0
    row = connection.execute(
        "insert into feedback (at, due, language, about, about_name, kind, text, email, once) values (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "returning id",
        (
            *(utc_text(now), (today + timedelta(days=days)).isoformat(), new.language, new.about, new.about_name, new.kind),
            *(new.text[:LONGEST_TEXT], new.email or None, new.once or None),
        ),
    ).fetchone()
    return int(row["id"])


def find_feedback(connection: sqlite3.Connection, number: int) -> Feedback | None:
    """The message of a number."""
    row = connection.execute(f"select {_COLUMNS} from feedback where id = ?", (number,)).fetchone()  # noqa: S608 - names of our own
    return _feedback(row) if row else None


def feedback_open(connection: sqlite3.Connection) -> list[Feedback]:
    """What was not closed yet, the one that is due first, first."""
    rows = connection.execute(f"select {_COLUMNS} from feedback where state <> 'closed' order by due, id")  # noqa: S608 - names of our own
    return [_feedback(row) for row in rows]


def feedback_closed(connection: sqlite3.Connection, limit: int) -> list[Feedback]:
    """What was closed last."""
    rows = connection.execute(
        f"select {_COLUMNS} from feedback where state = 'closed' order by closed_at desc, id desc limit ?",  # noqa: S608 - names of our own
        (limit,),
    )
    return [_feedback(row) for row in rows]


def _feedback(row: sqlite3.Row) -> Feedback:
    return Feedback(
        id=row["id"],
        at=moment_of(row["at"]),
        due=date.fromisoformat(row["due"]),
        language=row["language"],
        about=row["about"],
        about_name=row["about_name"],
        kind=row["kind"],
        text=row["text"],
        email=row["email"] or "",
        state=row["state"],
        answer=row["answer"],
        closed_at=moment_of(row["closed_at"]) if row["closed_at"] else None,
        closed_by=row["closed_by"] or "",
    )


def write_answer(connection: sqlite3.Connection, number: int, answer: str) -> bool:
    """Keeps the answer, still to be sent; false where the message is closed or was never there."""
    return bool(
        connection.execute(
            "update feedback set answer = ?, state = 'written' where id = ? and state <> 'closed'", (answer[:LONGEST_ANSWER], number)
        ).rowcount
    )


def close_feedback(connection: sqlite3.Connection, number: int, by: str, now: datetime) -> bool:
    """The message is answered, or needs no answer: what tells who wrote it is deleted. False where it was closed before."""
    found = find_feedback(connection, number)
    if found is None or found.state == "closed":
        return False
    connection.execute(
        "update feedback set state = 'closed', email = null, text = ?, answer = ?, closed_at = ?, closed_by = ? where id = ?",
        (redact(found.text, found.language).text, redact(found.answer, found.language).text, utc_text(now), by, number),
    )
    return True


def feedback_waiting(connection: sqlite3.Connection, today: date) -> Waiting:
    """How much waits, how much of it soon too long, how much already."""
    row = connection.execute(
        "select count(*) as open, sum(due < ?1) as late, sum(due between ?1 and ?2) as soon, min(due) as first from feedback "
        "where state <> 'closed'",
        (today.isoformat(), (today + SOON).isoformat()),
    ).fetchone()
    first = date.fromisoformat(row["first"]) if row["first"] else None
    return Waiting(open=row["open"], soon=row["soon"] or 0, late=row["late"] or 0, first_due=first)


def forget_feedback(connection: sqlite3.Connection, now: datetime) -> int:
    """Deletes what was closed half a year ago, and whatever is two years old; how many messages."""
    return connection.execute(
        "delete from feedback where closed_at < ? or at < ?", (utc_text(now - KEPT), utc_text(now - KEPT_AT_MOST))
    ).rowcount
