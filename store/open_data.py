"""What the open data interfaces give: events in pages, with the dates, places and organizers that belong to them.

Every function takes a connection to a frozen snapshot, so that it can run in whichever thread has one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from store.reading import EventRow, OccurrenceRow, OrganizerRow, PlaceRow, event_row, occurrence_row, organizer_row, place_row
from store.text import to_json

DIRECTORY_KINDS = ("activity", "service", "volunteering")
"""Kinds that a directory of services has: what goes on and can be joined, not a single concert."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events; what is empty does not narrow."""

    first: date | None = None
    last: date | None = None
    """Days of the region that a date of the event must touch, both inclusive."""
    kind: str = ""
    place_id: str = ""
    organizer_id: str = ""
    text: str = ""
    """Words that name, description, place or organizer begin with; as a query of FTS5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What belongs to some events, by id."""

    places: Mapping[str, PlaceRow]
    organizers: Mapping[str, OrganizerRow]
    dates: Mapping[str, tuple[OccurrenceRow, ...]]
    """Dated instances of each event within the snapshot's window, by start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some of the rows that were asked for, and how many there are in all."""

    count: int
    events: tuple[EventRow, ...]


_FILTER = """
from events e where e.withdrawn_at is null
and (:kind = '' or e.kind = :kind) and (:place = '' or e.place_id = :place) and (:organizer = '' or e.organizer_id = :organizer)
and (:text = '' or e.rowid in (select rowid from events_fts where events_fts match :text))
and ((:first is null and :last is null) or e.id in (
    select o.event_id from occurrences o where (:first is null or o.last_day >= :first) and (:last is null or o.day <= :last)))
"""


_STANDING = """
from events where kind in (select value from json_each(:kinds)) and withdrawn_at is null
and (next_start_utc is not null or first_start is null or last_end_utc >= (select value from meta where key = 'built_at'))
"""


def events_wanted(connection: sqlite3.Connection, wanted: Wanted, *, offset: int, most: int) -> Part:
    """Public events by id, ``most`` of them from ``offset`` on; withdrawn ones are left out."""
    told = {
        "kind": wanted.kind,
        "place": wanted.place_id,
        "organizer": wanted.organizer_id,
        "text": wanted.text,
        "first": wanted.first and wanted.first.isoformat(),
        "last": wanted.last and wanted.last.isoformat(),
    }
    cursor = _by_name(connection)
    count = cursor.execute(f"select count(*) {_FILTER}", told).fetchone()[0]
    rows = cursor.execute(f"select e.* {_FILTER} order by e.id limit :most offset :offset", {**told, "most": most, "offset": offset})
    return Part(count=count, events=tuple(map(event_row, rows)))


def event_of(connection: sqlite3.Connection, identifier: str) -> EventRow | None:
    """One public event, also by an id that it had before; ``None`` where there is none."""
    row = (
        _by_name(connection)
        .execute("select * from events where id = coalesce((select event_id from redirects where id = ?1), ?1)", (identifier,))
        .fetchone()
    )
    return event_row(row) if row else None


def directory(connection: sqlite3.Connection, *, offset: int = 0, most: int = -1) -> Part:
    """Standing offers by id: activities, services and volunteering that are not withdrawn and not over."""
    cursor, kinds = _by_name(connection), to_json(DIRECTORY_KINDS)
    count = cursor.execute(f"select count(*) {_STANDING}", {"kinds": kinds}).fetchone()[0]
    rows = cursor.execute(f"select * {_STANDING} order by id limit :most offset :offset", {"kinds": kinds, "most": most, "offset": offset})
    return Part(count=count, events=tuple(map(event_row, rows)))


def changed_after(connection: sqlite3.Connection, moment: str, identifier: str, *, most: int) -> tuple[EventRow, ...]:
    """Events in the order of their last change, then id, after the given pair; withdrawn ones too (RPDE 1.0 section 4).

    ``moment`` is UTC text as the column has it; empty for the beginning.
    """
    rows = _by_name(connection).execute(
        "select * from events where (last_changed, id) > (?, ?) order by last_changed, id limit ?", (moment, identifier, most)
    )
    return tuple(map(event_row, rows))


def beside(connection: sqlite3.Connection, events: Iterable[EventRow]) -> Beside:
    """The dates, places and organizers of these events."""
    found = tuple(events)
    ids = to_json([event.id for event in found])
    cursor = _by_name(connection)
    dates: dict[str, list[OccurrenceRow]] = {}
    for row in cursor.execute(
        "select o.*, e.timezone from occurrences o join events e on e.id = o.event_id "
        "where o.event_id in (select value from json_each(?)) order by o.start_utc, o.id",
        (ids,),
    ):
        dates.setdefault(row["event_id"], []).append(occurrence_row(row))
    wanted = {event.place_id for event in found} | {one.place_id for rows in dates.values() for one in rows}
    places = cursor.execute("select * from places where id in (select value from json_each(?))", (to_json(sorted(wanted)),)).fetchall()
    organizers = cursor.execute(
        "select * from organizers where id in (select value from json_each(?))", (to_json(sorted({event.organizer_id for event in found})),)
    ).fetchall()
    return Beside(
        places={row["id"]: place_row(row) for row in places},
        organizers={row["id"]: organizer_row(row) for row in organizers},
        dates={key: tuple(rows) for key, rows in dates.items()},
    )


def _by_name(connection: sqlite3.Connection) -> sqlite3.Cursor:
    cursor: Any = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor  # type: ignore[no-any-return] # a cursor's row factory is not in the types
