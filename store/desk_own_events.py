"""Events that somebody without a calendar enters at the door, one row each; together they are a feed of their own.

Nothing is ever deleted: what was entered is changed or cancelled, so that whoever has it learns of it (docs/data.md).
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time
from typing import Any, Literal

from sqlite_utils import Database

from store.desk_migrations import DESK
from store.text import moment_of, to_json, utc_text

MOST_EVENTS = 500
"""Of one submitter."""
YesNo = Literal["", "yes", "no"]
"""Empty: not told."""

_TABLE = """
    create table submission_event (
        uid text primary key,
        submission_id text not null references submission (id),
        data text not null,             -- JSON of OwnEvent
        revision integer not null,      -- RFC 5545 SEQUENCE
        is_cancelled integer not null,
        created_at text not null,
        updated_at text not null
    ) strict, without rowid
"""


@DESK(name="door_0003_own_events")
def own_events_table(database: Database) -> None:
    """Events entered one by one."""
    database.execute(_TABLE)
    database.execute("create index submission_event_of on submission_event (submission_id)")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEvent:
    """One event as it was entered. Times are those of the region's clocks."""

    name: str
    day: date
    begins: time | None = None
    """``None``: all day."""
    ends: time | None = None
    """``None``: not told. Not after ``begins``: past midnight."""
    until: date | None = None
    """The last day of a weekly series, inclusive; ``None``: once."""
    off: tuple[date, ...] = ()
    """Days of the series on which it is not held; they are shown as cancelled."""
    place: str = ""
    audience: tuple[str, ...] = ()
    is_free: YesNo = ""
    price: str = ""
    enrolment: YesNo = ""
    how_to_enrol: str = ""
    description: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An event with what the file knows of it."""

    uid: str
    event: OwnEvent
    revision: int = 0
    is_cancelled: bool = False
    updated_at: datetime


def own_events(connection: sqlite3.Connection, submission_id: str) -> tuple[Kept, ...]:
    """Everything that a submitter entered, by day; cancelled ones too."""
    rows = connection.execute("select * from submission_event where submission_id = ?", (submission_id,)).fetchall()
    return tuple(sorted((_made(row) for row in rows), key=lambda kept: (kept.event.day, kept.event.begins or time.min, kept.uid)))


def add(connection: sqlite3.Connection, submission_id: str, event: OwnEvent, now: datetime, *, once: str = "") -> str:
    """The uid of the event, made once for each ``once`` (a chance word of the form); empty where there are too many already."""
    uid = f"{submission_id}-{once or secrets.token_hex(6)}"
    if connection.execute("select 1 from submission_event where uid = ?", (uid,)).fetchone():
        return uid
    if connection.execute("select count(*) from submission_event where submission_id = ?", (submission_id,)).fetchone()[0] >= MOST_EVENTS:
        return ""
    moment = utc_text(now)
    connection.execute(
        "insert into submission_event values (?, ?, ?, 0, 0, ?, ?)", (uid, submission_id, to_json(as_fields(event)), moment, moment)
    )
    return uid


def change(connection: sqlite3.Connection, submission_id: str, uid: str, event: OwnEvent, now: datetime) -> bool:
    """Replaces what was entered; what is equal stays as it is. False where there is no such event of this submitter."""
    kept = _one(connection, submission_id, uid)
    if kept is not None and kept.event != event:
        _write(connection, uid, event, now, is_cancelled=kept.is_cancelled)
    return kept is not None


def cancel(connection: sqlite3.Connection, submission_id: str, uid: str, now: datetime, *, is_cancelled: bool = True) -> bool:
    """Cancels an event, or takes the cancellation back; False where there is no such event of this submitter."""
    kept = _one(connection, submission_id, uid)
    if kept is not None and kept.is_cancelled != is_cancelled:
        _write(connection, uid, kept.event, now, is_cancelled=is_cancelled)
    return kept is not None


def add_all(connection: sqlite3.Connection, submission_id: str, events: Iterable[OwnEvent], now: datetime) -> None:
    """The events of a draft, when it is sent: each once, however often it is sent."""
    for number, event in enumerate(events):
        add(connection, submission_id, event, now, once=f"{number:03}")


def _one(connection: sqlite3.Connection, submission_id: str, uid: str) -> Kept | None:
    row = connection.execute("select * from submission_event where submission_id = ? and uid = ?", (submission_id, uid)).fetchone()
    return _made(row) if row else None


def _write(connection: sqlite3.Connection, uid: str, event: OwnEvent, now: datetime, *, is_cancelled: bool) -> None:
    connection.execute(
        "update submission_event set data = ?, revision = revision + 1, is_cancelled = ?, updated_at = ? where uid = ?",
        (to_json(as_fields(event)), int(is_cancelled), utc_text(now), uid),
    )


def _made(row: sqlite3.Row) -> Kept:
    return Kept(
        uid=row["uid"],
        event=of_fields(json.loads(row["data"])),
        revision=row["revision"],
        is_cancelled=bool(row["is_cancelled"]),
        updated_at=moment_of(row["updated_at"]),
    )


def as_fields(event: OwnEvent) -> dict[str, Any]:
    """The event as JSON can hold it."""
    return {
        **asdict(event),
        "day": event.day.isoformat(),
        "begins": event.begins.isoformat("minutes") if event.begins else "",
        "ends": event.ends.isoformat("minutes") if event.ends else "",
        "until": event.until.isoformat() if event.until else "",
        "off": [day.isoformat() for day in event.off],
    }


def of_fields(fields: dict[str, Any]) -> OwnEvent:
    """The event of what ``as_fields`` gave."""
    told = OwnEvent(**{**fields, "day": date.fromisoformat(fields["day"]), "audience": tuple(fields["audience"])})
    return replace(
        told,
        begins=time.fromisoformat(fields["begins"]) if fields["begins"] else None,
        ends=time.fromisoformat(fields["ends"]) if fields["ends"] else None,
        until=date.fromisoformat(fields["until"]) if fields["until"] else None,
        off=tuple(date.fromisoformat(day) for day in fields["off"]),
    )
