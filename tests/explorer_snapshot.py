"""A small frozen snapshot, made of the store's own table definitions, for the explorer's tests."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from harvesters.source import Schedules
from store.snapshot_schema import SEARCHED, index_statements, statements

MOMENT = datetime(2026, 11, 24, 8, tzinfo=UTC)
NAMES = ("Tuolijumppa", "Joulukonsertti", "Perhekerho", "Kirjallisuuspiiri", "Avoin päiväkoti", "Sauvakävely")


def schedules(*languages: str, **region: object) -> Schedules:
    """A region with nothing configured but its name."""
    return Schedules.model_validate(
        {
            "region": {
                "id": "norppala",
                "name": {"fi": "Norppalan seutu", "sv": "Norppalanejden", "en": "Norppala region"},
                "timezone": "Europe/Helsinki",
                "languages": languages or ("fi", "sv", "en"),
                "public_address": "https://norppala.example/",
                "contact": {"name": {"fi": "Norppalan kunta", "sv": "Norppala kommun"}, "email": "kalenteri@norppala.example"},
                "notice": {"fi": "Keksittyä tietoa.", "sv": "Påhittade uppgifter.", "en": "Invented data."},
                **region,
            },
            "defaults": {"licence": "CC BY 4.0"},
        }
    )


def write_snapshot(path: Path, *, edition: str = "1", events: int = 6, names: tuple[str, ...] = NAMES) -> Path:
    """A snapshot at ``path``; ``edition`` stands in its ``meta`` and in every event, occurrence and organizer."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript("pragma synchronous = off; pragma journal_mode = off")
        with database:
            for statement in (*statements(), *index_statements()):
                database.execute(statement)
            _fill(database, edition, events, names)
        Database(database).table("events").enable_fts(SEARCHED, tokenize="unicode61 remove_diacritics 0")
        database.commit()
    return path


_EMPTY = {
    **dict.fromkeys(
        ("audience", "topics", "subjects", "accessibility", "lacks", "in_language", "categories", "images", "conference"), "[]"
    ),
    **dict.fromkeys(("source_ids", "listing_ids", "conflicts", "rooms", "shared"), "[]"),
    **dict.fromkeys(("names", "descriptions", "details", "origins"), "{}"),
}
"""Columns that hold JSON, with nothing in it."""


def insert(database: sqlite3.Connection, table: str, **row: Any) -> None:
    """One row; a column that was not named is an empty list or object, empty, zero or null, as its definition allows."""
    for _, column, kind, needed, _, _ in database.execute(f"pragma table_info({table})"):
        row.setdefault(column, (_EMPTY.get(column, "") if kind.lower() == "text" else 0) if needed else None)
    names, marks = ", ".join(f'"{column}"' for column in row), ", ".join(f":{column}" for column in row)
    database.execute(f"insert into {table} ({names}) values ({marks})", row)  # noqa: S608 - names of our own


def _fill(database: sqlite3.Connection, edition: str, events: int, names: tuple[str, ...]) -> None:
    """One organizer, place, source, issue and harvest, and as many events as wanted."""
    facts = {"built_at": f"{MOMENT:%Y-%m-%dT%H:%M:%SZ}", "content_id": edition, "schema_version": "1"}
    for key, value in {**facts, "region": "norppala", "timezone": "Europe/Helsinki"}.items():
        insert(database, "meta", key=key, value=value)
    insert(database, "organizers", id="kunta", slug="kunta", name=f"Kunta {edition}", role="municipality", url="https://k.example/")
    hall = {"address": "Kirjakatu 1", "postal_code": "57100", "district": "Keskusta", "municipality": "Savonlinna"}
    insert(database, "places", id="kirjasto", slug="kirjasto", name="Pääkirjasto", latitude=61.869, longitude=-28.8822, capacity=80, **hall)
    insert(database, "sources", id="kunta", title="Kunnan kalenteri", organizer="Kunta", role="municipality", format="ical", state="ok",
           organizer_id="kunta", events=events, issues=1)  # fmt: skip
    for number in range(events):
        _fill_event(database, number, edition, names[number % len(names)])
    insert(database, "issues", id="i1", source_id="kunta", code="end_missing", severity="warning", field="DTEND", line=12,
           message_fi="Loppu puuttuu.", message_sv="Slutet saknas.", message_en="No end.", listing_id="l0" if events else None)  # fmt: skip
    insert(database, "harvests", id=1, source_id="kunta", started="2026-11-24T06:00:00Z", finished="2026-11-24T06:00:02Z",
           outcome="changed", state="ok", bytes=5120, read=events, stored=events)  # fmt: skip


def _fill_event(database: sqlite3.Connection, number: int, edition: str, name: str) -> None:
    """One event with its listing and its occurrence."""
    start = MOMENT + timedelta(days=number - 1, hours=number)
    utc, local = f"{start:%Y-%m-%dT%H:%M:%SZ}", f"{start + timedelta(hours=2):%Y-%m-%dT%H:%M:%S}+02:00"
    same = {
        "event_status": "EventCancelled" if number % 5 == 4 else "EventScheduled",
        "place_id": "kirjasto",
        "place_text": f"Kirjasto, sali {edition}",
    }
    names = {"place": "Pääkirjasto", "organizer": f"Kunta {edition}"}
    shared = {**same, "kind": "activity" if number % 2 else "event", "name": name, "name_fi": name, "organizer_id": "kunta"}
    insert(database, "events", id=f"e{number}", slug=f"x-e{number}", description=f"Painos {edition}", next_start_utc=utc,
           first_start_utc=utc, listings=1, url="https://k.example/x", **names, **shared)  # fmt: skip
    insert(database, "occurrences", id=f"e{number}-{edition}", event_id=f"e{number}", start_utc=utc, start_local=local,
           day=local[:10], last_day=local[:10], **same)  # fmt: skip
    insert(database, "listings", id=f"l{number}", source_id="kunta", uid=f"u{number}", event_id=f"e{number}", start_utc=utc,
           start_local=local, timezone="Europe/Helsinki", **shared)  # fmt: skip
