"""What is on during some days, for those who plan: events of the site and planned ones, every date of a series by itself.

Reads ``kooste.db`` or a frozen snapshot, whose views have the same columns.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from harvesters.errors import KoosteError
from harvesters.source import PlaceEntry
from normalize.model import Texts
from normalize.overlaps import Rules, Slot
from normalize.overlaps_slot import Instance, slot_of
from normalize.planning import EventFacts
from store.text import moment_of, to_json

_QUESTION = """
select o.id, o.event_id, e.kind, o.event_status, o.start_utc, o.end_utc, o.place_id, o.room, o.place_text,
    case when o.place_id is e.place_id then e.latitude end as latitude,
    case when o.place_id is e.place_id then e.longitude end as longitude,
    e.audience, e.topics, e.subjects, e.attendance_mode, e.names, e.organizer_id, e.is_series, 0 as planned, e.municipality_code
from occurrences o
join events e on e.id = o.event_id
where e.withdrawn_at is null and o.all_day = 0 and o.last_day >= :first and o.day <= :last {occurrences}
union all
select p.id, p.event_id, p.kind, p.event_status, p.start_utc, p.end_utc, p.place_id, p.room, p.place_text, null, null,
    p.audience, p.topics, p.subjects, null, p.names, p.organizer_id, 0, 1, ''
from planned p
where p.all_day = 0 and p.last_day >= :first and p.day <= :last {planned}
"""
_ALL = _QUESTION.format(occurrences="", planned="")
_SOME = _QUESTION.format(
    occurrences="and o.event_id in (select value from json_each(:events))",
    planned="and p.event_id in (select value from json_each(:events))",
)
_SORTED = f"{_ALL} order by 5, 2, 1"
_FOR_SOME = _QUESTION.format(
    # by ids first: a frozen copy finds them in an index, without reading its wide rows
    occurrences="and e.id in (select a.id from events a where instr(a.audience, :audience) > 0)",
    planned="and instr(p.audience, :audience) > 0",
)
_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What goes on."""

    slots: tuple[Slot, ...]
    """By start, then event."""
    facts: Mapping[str, EventFacts]
    """Of their events, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Time of an audience that something takes up."""

    slot: Slot
    names: Texts
    area: str
    """Municipality's code and district, ``740/Kerimäki``; empty where neither is known."""


def planning_slots(database: Path, first: date, last: date, rules: Rules) -> Going:
    """What takes up rooms and people's time from the first to the last day (both inclusive, of the region's calendar).

    ``rules`` are those of ``normalize.planning.planning_rules``. What is withdrawn, cancelled, of whole days, standing or only online is
    left out. Opens the file for reading only; raises ``KoosteError`` when it cannot be read.
    """
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            return going(connection, first, last, rules)
    except sqlite3.Error as error:
        raise KoosteError(f"{database} cannot be read: {error}") from error


def going(connection: sqlite3.Connection, first: date, last: date, rules: Rules) -> Going:
    """The same of a file that is open."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    places = _places(cursor)
    organizers = {row["id"]: json.loads(row["names"]) for row in cursor.execute("select id, names from organizers")}
    rows = cursor.execute(_SORTED, {"first": first.isoformat(), "last": last.isoformat()}).fetchall()
    told = list(_slots(rows, places, rules))
    facts = {row["event_id"]: _facts(row, places, organizers) for row, _ in reversed(told)}
    return Going(slots=tuple(slot for _, slot in told), facts=facts)


def taken(connection: sqlite3.Connection, first: date, last: date, rules: Rules, audience: str) -> list[Taken]:
    """What goes on for an audience from the first to the last day, both inclusive, by start, then event; of all where none is named.

    Left out is what ``planning_slots`` leaves out; who names a broad audience is told of everything that is for it.
    """
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    places = _places(cursor)
    wanted = {"first": first.isoformat(), "last": last.isoformat(), "audience": f'"{audience}"' if audience else ""}
    rows = cursor.execute(f"{_FOR_SOME} order by 5, 2, 1", wanted).fetchall()
    return [_taken(row, slot, places) for row, slot in _slots(rows, places, rules)]


def slots_alone(connection: sqlite3.Connection, first: date, rules: Rules, events: Collection[str] | None = None) -> list[Slot]:
    """What takes up rooms and people's time from the first day on, in any order, without the facts of its events; as ``planning_slots``.

    Of all events, or of those of some ids.
    """
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    told = {"first": first.isoformat(), "last": date.max.isoformat(), "events": to_json(sorted(events or ()))}
    rows = cursor.execute(_ALL if events is None else _SOME, told).fetchall()
    return [slot for _, slot in _slots(rows, _places(cursor), rules)]


def _taken(row: _Row, slot: Slot, places: Mapping[str, PlaceEntry]) -> Taken:
    place = places.get(row["place_id"])
    area = f"{place.municipality_code}/{place.district}" if place else f"{row['municipality_code']}/"
    return Taken(slot=slot, names=json.loads(row["names"]), area=area if area != "/" else "")


def _places(cursor: sqlite3.Cursor) -> dict[str, PlaceEntry]:
    question = "select id, names, latitude, longitude, online, district, municipality_code from places"
    return {row["id"]: _place(row) for row in cursor.execute(question)}


def _slots(rows: list[_Row], places: Mapping[str, PlaceEntry], rules: Rules) -> Iterator[tuple[_Row, Slot]]:
    """The rows that take something up, with what they take up."""
    for row in rows:
        slot = slot_of(_instance(row, places), rules)
        if slot is not None:
            yield row, slot


def _instance(row: _Row, places: Mapping[str, PlaceEntry]) -> Instance:
    own = None if row["latitude"] is None or row["longitude"] is None else (row["latitude"], row["longitude"])
    return Instance(
        id=row["id"],
        event_id=row["event_id"],
        kind=row["kind"],
        status=row["event_status"],
        start=moment_of(row["start_utc"]),
        end=moment_of(row["end_utc"]) if row["end_utc"] else None,
        place=places.get(row["place_id"]),
        room=row["room"],
        own_point=own,
        audience=_codes(row["audience"]),
        topics=_codes(row["topics"]),
        subjects=_codes(row["subjects"]),
        is_online=row["attendance_mode"] == "online",
        is_planned=bool(row["planned"]),
    )


@lru_cache(maxsize=4096)
def _codes(text: str) -> tuple[str, ...]:
    """The codes of a JSON list; a few lists stand in thousands of rows."""
    return tuple(json.loads(text))


def _facts(row: _Row, places: Mapping[str, PlaceEntry], organizers: Mapping[str, Texts]) -> EventFacts:
    place = places.get(row["place_id"])
    words: Texts = {"und": row["place_text"]} if row["place_text"] else {}
    return EventFacts(
        event_id=row["event_id"],
        names=json.loads(row["names"]),
        place={**place.name} if place else words,
        organizer_id=row["organizer_id"],
        organizer=organizers.get(row["organizer_id"], {}),
        is_series=bool(row["is_series"]),
    )


def _place(row: _Row) -> PlaceEntry:
    return PlaceEntry(
        id=row["id"],
        name=json.loads(row["names"]),
        latitude=row["latitude"],
        longitude=row["longitude"],
        online=bool(row["online"]),
        district=row["district"],
        municipality_code=row["municipality_code"],
    )
