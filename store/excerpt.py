"""A small snapshot of the few events that differ between two, with all that their own pages show: made in a fraction of a second.

Nothing here decides what the site is: that does the whole build. What an excerpt leaves out is only not seen ahead.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

from harvesters.errors import KoosteError
from store.snapshot_schema import TABLES, statements

_WHOLE = ("topics", "audiences", "situations", "organizers", "places", "sources")
"""Tables that are taken whole: they are small, and every page hangs on their names."""
_MOVING = ("last_changed", "sequence", "event_status", "withdrawn_at")
"""Columns of events of which one moves with every change."""
_EVERYBODY = "all"


def write_excerpt(target: Path, new: Path, old: Path, *, today: date, most: int) -> frozenset[str]:
    """A snapshot at ``target`` of the events of ``new`` that are other ones than in ``old``, and their ids.

    With them those that their pages name: what is like them, what is on at the same time; the one with the last date of all, which sets
    how far the calendar reaches; and any with the same name in its address. None, and an unusable file, where more than ``most`` differ
    or none does. Raises ``KoosteError`` where one cannot be read or they are of different forms.
    """
    try:
        return _written(target, new, old, today=today, most=most)
    except sqlite3.Error as error:
        raise KoosteError(f"{new.name} and {old.name} cannot be compared: {error}") from error


def _written(target: Path, new: Path, old: Path, *, today: date, most: int) -> frozenset[str]:
    with closing(sqlite3.connect(target, uri=True, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        for name, path in (("new", new), ("old", old)):
            connection.execute(f"attach database ? as {name}", (f"{path.resolve().as_uri()}?mode=ro",))
        connection.execute("begin")
        changed = _changed(connection, most)
        if not 0 < len(changed) <= most:
            return frozenset()
        _want(connection, changed, today)
        for statement in statements():
            connection.execute(statement.replace("create table ", "create table main.", 1))
        _copy(connection)
        connection.execute("commit")
        return frozenset(changed)


def _changed(connection: sqlite3.Connection, most: int) -> list[str]:
    """Ids of events that are new or changed since; one more than ``most`` at most.

    An event's last change moves with everything that is shown of it, so that not every column need be compared: that takes five times as
    long, and what is missed is only not seen ahead.
    """
    differs = " or ".join(f"n.{name} is not o.{name}" for name in _MOVING)
    question = f"select n.id from new.events n left join old.events o on o.id = n.id where o.id is null or {differs} limit ?"  # noqa: S608 - names of our own schema
    return [row[0] for row in connection.execute(question, (most + 1,))]


def _want(connection: sqlite3.Connection, changed: Iterable[str], today: date) -> None:
    """The table of wanted ids: the changed events and those that their pages look at."""
    connection.execute("create temp table wanted (id text primary key) without rowid")
    rows = [(event_id,) for event_id in changed]
    connection.executemany("insert or ignore into wanted values (?)", rows)
    alike = (
        "insert or ignore into wanted select event_b from new.similar_events where event_a = ?1"
        " union select event_a from new.similar_events where event_b = ?1"
    )
    connection.executemany(alike, rows)
    for (event_id,) in rows:
        _want_meanwhile(connection, event_id, today)
    connection.execute(
        "insert or ignore into wanted select event_id from (select c.event_id from new.occurrences c join new.events e on e.id = c.event_id"
        " where e.withdrawn_at is null order by c.day desc limit 1)"
    )
    connection.execute(
        "insert or ignore into wanted select id from new.events where slug in (select slug from new.events where id in wanted)"
    )


def _want_meanwhile(connection: sqlite3.Connection, event_id: str, today: date) -> None:
    """What is for the same people on the day of the event's next date: more than is near and at the same time, never less."""
    next_day = "select day from new.occurrences where event_id = ? and last_day >= ? order by start_utc, id limit 1"
    found = connection.execute(next_day, (event_id, today.isoformat())).fetchone()
    (details,) = connection.execute("select details from new.events where id = ?", (event_id,)).fetchone()
    for code in json.loads(details).get("audience", ()) if found else ():
        if code != _EVERYBODY:
            connection.execute(
                "insert or ignore into wanted select distinct c.event_id from new.occurrences c join new.events e on e.id = c.event_id"
                " where c.day = ? and instr(e.details, ?)",
                (found[0], json.dumps(code, ensure_ascii=False)),
            )


def _copy(connection: sqlite3.Connection) -> None:
    """The rows of the wanted events, and the small tables."""
    for name in _WHOLE:
        connection.execute(f"insert into main.{name} select * from new.{name}")  # noqa: S608 - names of our own
    connection.execute("insert into main.events select * from new.events where id in wanted")
    for name in TABLES:
        if name in {"occurrences", "listings", "availability"}:
            connection.execute(f"insert into main.{name} select * from new.{name} where event_id in wanted")  # noqa: S608
    connection.execute("insert into main.similar_events select * from new.similar_events where event_a in wanted and event_b in wanted")
