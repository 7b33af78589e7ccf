"""A frozen snapshot of a made-up region of any size, written straight into the tables: what a build reads, without a harvest.

Three in five events are held once, the others weekly, eight times; all within a year from a fixed day. Places, organizers and sources
grow with the number of events as they do from town to region.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from normalize.identity import event_id, listing_id, occurrence_id, slug
from normalize.model import Details, Offer, Recurrence, Registration
from store.migrations import SNAPSHOT_APPLICATION_ID
from store.snapshot import make_searchable
from store.snapshot_schema import TABLES, index_statements, statements
from store.text import utc_text

ZONE = ZoneInfo("Europe/Helsinki")
NOW = datetime(2026, 11, 24, 6, 10, tzinfo=ZONE)
_SEEN = "2026-11-03T04:00:00Z"
_WORDS = (
    *("kuoro", "kirkko", "kerho", "jumppa", "retki", "konsertti", "näyttely", "muskari", "kirppis", "talkoot", "ilta", "aamu", "lapset"),
    *("tanssi", "kahvila", "luento", "pelit", "käsityö", "metsä", "järvi", "talo", "ryhmä", "yhdessä", "kaikille", "avoin", "uusi"),
)
_AUDIENCES = ("seniors", "families", "children", "youth", "adults", "toddlers")
_TOPICS = ("music", "sports", "crafts", "nature", "food", "learning", "theatre", "games")
_FEATURES = (("step_free_entrance", 2), ("accessible_toilet", 3), ("induction_loop", 5))
_TOWNS = ("Norppala", "Kuikkajärvi", "Ahvenlahti", "Siikaranta")
_DISTRICTS = ("Keskusta", "Pohjoisranta", "Etelänummi")


@dataclass(frozen=True, slots=True)
class _World:
    """How many of each there are."""

    places: int
    organizers: int

    @classmethod
    def of(cls, events: int) -> _World:
        return cls(places=max(5, events // 25), organizers=max(3, events // 40))


def write_snapshot(path: Path, events: int, *, seed: int = 1, days: int = 300) -> None:
    """A new snapshot file with so many events that begin within so many days; equal arguments, equal rows."""
    path.unlink(missing_ok=True)
    world, chance = _World.of(events), random.Random(seed)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        for statement in statements():
            connection.execute(statement)
        facts = {"built_at": utc_text(NOW), "content_id": "made", "schema_version": "1", "region": "norppala", "timezone": ZONE.key}
        connection.executemany("insert into meta values (?, ?)", sorted(facts.items()))
        _fill(connection, "topics", ({"id": f"t-{name}", "position": n, **_named(name.title())} for n, name in enumerate(_TOPICS)))
        _fill(connection, "audiences", ({"id": name, "position": n, **_named(name.title())} for n, name in enumerate(_AUDIENCES)))
        _fill(connection, "organizers", (_organizer(n) for n in range(world.organizers)))
        _fill(connection, "places", (_place(n, chance) for n in range(world.places)))
        _fill(connection, "sources", (_source(n) for n in range(world.organizers)))
        made = [_event(n, world, chance, days) for n in range(events)]
        _fill(connection, "events", (event for event, _ in made))
        _fill(connection, "occurrences", (date for _, dates in made for date in dates))
        _fill(connection, "listings", (_listing(event) for event, _ in made))
        for statement in index_statements():
            connection.execute(statement)
        make_searchable(connection)
        connection.execute(f"pragma application_id = {SNAPSHOT_APPLICATION_ID}")
        connection.commit()


def rename_event(path: Path, number: int, name: str) -> str:
    """The event of that number gets another name and is newly changed; its id."""
    identifier = event_id(*_origin(number))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "update events set names = ?, name = ?, name_fi = ?, last_changed = ?, sequence = sequence + 1 where id = ?",
            (json.dumps({"fi": name}), name, name, utc_text(NOW), identifier),
        )
        connection.commit()
    return identifier


def _fill(connection: sqlite3.Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """The rows; a column that is not told is empty in the way of its kind."""
    columns = [(row[1], row[2], row[3]) for row in connection.execute(f"pragma table_info({table})")]
    empty = {name: _empty(name, kind) if needed else None for name, kind, needed in columns}
    names, marks = ", ".join(f'"{name}"' for name in empty), ", ".join(f":{name}" for name in empty)
    assert table in TABLES
    connection.executemany(f"insert into {table} ({names}) values ({marks})", ({**empty, **row} for row in rows))  # noqa: S608 - our own names


_LISTS = frozenset({
    *("ptv", "accessibility", "lacks", "conference", "categories", "images", "in_language", "source_ids", "listing_ids", "topics"),
    *("subjects", "audience", "conflicts", "rooms"),
})  # fmt: skip
_TEXTS = frozenset({"names", "descriptions", "details", "origins"})


def _empty(name: str, kind: str) -> Any:
    if kind != "TEXT":
        return 0
    return "[]" if name in _LISTS else "{}" if name in _TEXTS else ""


def _named(name: str) -> dict[str, str]:
    return {"name": name, "name_fi": name, "names": json.dumps({"fi": name}, ensure_ascii=False)}


def _organizer(number: int) -> dict[str, Any]:
    return {"id": f"o{number}", "slug": f"jarjesto-{number}", "role": "organizer", **_named(f"Järjestö {number} ry")}


def _source(number: int) -> dict[str, Any]:
    organizer = f"o{number}"
    return {
        "id": f"s{number}",
        "title": f"Järjestö {number} ry",
        "organizer": organizer,
        "organizer_id": organizer,
        "role": "organizer",
        "format": "ical",
        "state": "ok",
        "state_since": _SEEN,
        "last_fetched": _SEEN,
        "last_changed": _SEEN,
        "licence": "CC BY 4.0",
        "language": "fi",
        "address": f"https://{organizer}.example/kalenteri.ics",
        "position": number,
        "fetch_policy": "allowed",
    }


def _place(number: int, chance: random.Random) -> dict[str, Any]:
    town = _TOWNS[number % len(_TOWNS)]
    return {
        "id": f"p{number}",
        "slug": f"talo-{number}",
        "address": f"Torikatu {number}",
        "postal_code": "99999",
        "municipality": town,
        "district": f"{town} {_DISTRICTS[number % len(_DISTRICTS)]}",
        **_named(f"Talo {number}"),
        "latitude": 61.8 + chance.random() / 5,
        "longitude": 28.6 + chance.random() / 2,
    }


def _origin(number: int) -> tuple[str, str]:
    return "made", f"event-{number}"


def _event(number: int, world: _World, chance: random.Random, days: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """An event's columns and those of its dates."""
    identifier, organizer, place = event_id(*_origin(number)), chance.randrange(world.organizers), f"p{chance.randrange(world.places)}"
    name = " ".join(chance.choices(_WORDS, k=3)).capitalize() + f" {number}"
    is_series = chance.random() < 0.4
    start = (NOW + timedelta(days=chance.randrange(days))).replace(hour=chance.randrange(9, 20), minute=0)
    described = f"<p>{' '.join(chance.choices(_WORDS, k=45)).capitalize()}.</p>"
    rule = Recurrence(rrule=("FREQ=WEEKLY;COUNT=8",)).model_dump_json() if is_series else None
    event = {
        "id": identifier,
        "kind": "event",
        "slug": slug(name, identifier),
        "place_id": place,
        "organizer_id": f"o{organizer}",
        "event_status": "EventScheduled",
        "first_start_utc": utc_text(start),
        "listings": 1,
        "description": described,
        **_named(name),
        "is_series": int(is_series),
        "timezone": ZONE.key,
        "first_start": _local(start),
        "first_end": _local(start + timedelta(hours=2)),
        "url": f"https://o{organizer}.example/{number}",
        "first_seen": _SEEN,
        "last_changed": _SEEN,
        "recurrence": rule,
        "descriptions": json.dumps({"fi": described}, ensure_ascii=False),
        "recurrence_timezone": ZONE.key if is_series else "",
        "source_ids": json.dumps([f"s{organizer}"]),
        "listing_ids": json.dumps([listing_id(*_origin(number))]),
    }
    event |= _told(_details(chance), number)
    return event, list(_dates(event, start, 8 if is_series else 1))


def _details(chance: random.Random) -> Details:
    """For whom, what, and what it costs."""
    is_free = chance.random() < 0.5
    return Details(
        audience=(chance.choice(_AUDIENCES),),
        topics=(f"t-{chance.choice(_TOPICS)}",),
        is_accessible_for_free=is_free,
        offers=() if is_free else (_price(chance.choice((3, 5, 8))),),
    )


def _told(details: Details, number: int) -> dict[str, Any]:
    """The details, and the columns that questions are asked of. Three in five need no enrolment, one in five does."""
    offer = next(iter(details.offers), None)
    made = details.model_copy(update={"registration": Registration(required=(False, False, False, True, None)[number % 5])})
    features = [code for code, every in _FEATURES if number % every == 0]
    return {
        "details": made.model_dump_json(exclude_defaults=True),
        "audience": json.dumps(details.audience),
        "topics": json.dumps(details.topics),
        "is_free": details.is_accessible_for_free,
        "price_min": offer.minimum if offer else None,
        "price_max": offer.maximum if offer else None,
        "registration_required": made.registration.required if made.registration else None,
        "accessibility": json.dumps(features),
    }


def _price(euros: int) -> Offer:
    return Offer(price=f"{euros} €", currency="EUR", minimum=euros, maximum=euros)


def _dates(event: Mapping[str, Any], first: datetime, count: int) -> Iterator[dict[str, Any]]:
    for week in range(count):
        start = first + timedelta(weeks=week)
        end, key = start + timedelta(hours=2), f"{start:%Y%m%dT%H%M%S}"
        yield {
            "id": occurrence_id(event["id"], key),
            "event_id": event["id"],
            "start_utc": utc_text(start),
            "end_utc": utc_text(end),
            "start_local": _local(start),
            "end_local": _local(end),
            "event_status": "EventScheduled",
            "place_id": event["place_id"],
            "recurrence_id": key,
            "day": start.date().isoformat(),
            "last_day": start.date().isoformat(),
        }


def _listing(event: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{key: event[key] for key in ("name", "name_fi", "names", "event_status", "place_id", "organizer_id", "url", "timezone")},
        "id": json.loads(event["listing_ids"])[0],
        "source_id": json.loads(event["source_ids"])[0],
        "uid": event["slug"],
        "event_id": event["id"],
        "kind": "event",
        "start_utc": event["first_start_utc"],
        "start_local": event["first_start"],
        "first_seen": _SEEN,
        "last_seen": _SEEN,
        "last_changed": _SEEN,
    }


def _local(moment: datetime) -> str:
    return moment.replace(tzinfo=ZONE).isoformat(timespec="seconds")
