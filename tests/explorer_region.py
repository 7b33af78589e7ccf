"""A frozen copy with a small region in it, for the tests of the planning aid and the statistics."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from store.snapshot_schema import index_statements, statements
from store.text import utc_text
from tests.explorer_snapshot import insert

HELSINKI = ZoneInfo("Europe/Helsinki")
BUILT = datetime(2026, 11, 23, 8, tzinfo=HELSINKI)
TODAY = BUILT.date()
AUDIENCES = {
    "seniors": ("Ikäihmiset", "Äldre", "Older people"),
    "youth": ("Nuoret", "Unga", "Young people"),
    "volunteers": ("Vapaaehtoiset", "Frivilliga", "Volunteers"),
    "immigrants": ("Maahan muuttaneet", "Invandrare", "Immigrants"),
    "informal_carers": ("Omaishoitajat", "Närståendevårdare", "Informal carers"),
    "all": ("Kaikki", "Alla", "Everyone"),
    "adults": ("Aikuiset", "Vuxna", "Adults"),
}
_LISTS = ("audience", "topics", "subjects", "accessibility", "lacks", "in_language")
TOPICS = {"music": ("Musiikki", "Musik", "Music"), "civic": ("Yhteisö", "Gemenskap", "Community")}


def names(texts: tuple[str, str, str]) -> str:
    """The three names as the tables keep them."""
    return json.dumps(dict(zip(("fi", "sv", "en"), texts, strict=True)), ensure_ascii=False, sort_keys=True)


@dataclass(slots=True)
class RegionFile:
    """A frozen copy being written."""

    database: sqlite3.Connection
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    count: int = 0

    def place(self, identifier: str, name: str, district: str, **known: Any) -> None:
        """A place of the registry, in a municipality of code 740 unless told."""
        row = {"municipality_code": "740", "municipality": "Savonlinna", "accessibility": "[]", "lacks": "[]", "rooms": "[]", **known}
        self.places[identifier] = {**row, "district": district}
        insert(self.database, "places", id=identifier, slug=identifier, name=name, district=district, names=json.dumps({"fi": name}), **row)

    def organizer(self, identifier: str, name: str, role: str = "organizer", url: str | None = None) -> None:
        """An organizer, and a source of its own."""
        insert(self.database, "organizers", id=identifier, slug=identifier, name=name, role=role, url=url, names=json.dumps({"fi": name}))
        insert(
            self.database, "sources", id=identifier, title=name, organizer=name, role=role, format="ical", state="ok",
            organizer_id=identifier, last_fetched="2026-11-23T05:00:00Z", last_changed="2026-11-20T05:00:00Z",
        )  # fmt: skip

    def event(self, identifier: str, *starts: datetime, hours: float | None = 1, is_planned: bool = False, **told: Any) -> None:
        """An event with its dated instances; lists are given as lists, its listings by the sources that tell it."""
        name, told_by, place = (
            told.pop("name", identifier),
            told.pop("source_ids", ["kunta"]),
            self.places.get(told.get("place_id", ""), {}),
        )
        lists = {key: json.dumps(sorted(told.pop(key, ()))) for key in _LISTS}
        row = {
            "kind": "event", "organizer_id": told_by[0], "event_status": "EventScheduled", "place_id": None, "name": name,
            "names": json.dumps({"fi": name}, ensure_ascii=False), "details": "{}", "timezone": "Europe/Helsinki", "first_start_utc": None,
            **{key: place.get(key, "") for key in ("municipality_code", "district")}, **told, **lists,
        }  # fmt: skip
        if starts:
            row["first_start_utc"] = utc_text(starts[0])
        if not is_planned:
            self._told(identifier, row, told_by, is_series=len(starts) > 1)
        for start in starts:
            self._instance(identifier, start, hours, row, is_planned=is_planned)

    def _told(self, identifier: str, row: dict[str, Any], told_by: list[str], *, is_series: bool) -> None:
        """The event, and what each source tells of it."""
        sources = {"source_ids": json.dumps(told_by), "listings": len(told_by)}
        insert(self.database, "events", id=identifier, slug=f"x-{identifier}", is_series=is_series, **sources, **row)
        shared = {key: row[key] for key in ("kind", "name", "organizer_id", "event_status", "place_id")}
        for at_, source in enumerate(told_by):
            own = {"id": f"{identifier}-l{at_}", "uid": f"{identifier}{at_}", "source_id": source}
            insert(self.database, "listings", event_id=identifier, last_seen="2026-11-23T05:00:00Z", **own, **shared)

    def _instance(self, event: str, start: datetime, hours: float | None, row: dict[str, Any], *, is_planned: bool) -> None:
        """One date of it."""
        self.count += 1
        end = None if hours is None else start + timedelta(hours=hours)
        when = {
            "id": f"{event}-{self.count}", "event_id": event, "start_utc": utc_text(start), "end_utc": utc_text(end) if end else None,
            "start_local": start.isoformat(), "day": start.date().isoformat(), "last_day": (end or start).date().isoformat(),
            "event_status": row["event_status"], "place_id": row["place_id"], "room": row.get("room", ""),
        }  # fmt: skip
        if is_planned:
            kept = ("name", "names", "kind", "organizer_id", "topics", "subjects", "audience")
            insert(self.database, "planned", **when, **{key: row[key] for key in kept})
        else:
            insert(self.database, "occurrences", names="{}", **when)


def at(day: int, hour: float, month: int = 11, year: int = 2026) -> datetime:
    """An hour of a day in Helsinki."""
    return datetime(year, month, day, tzinfo=HELSINKI) + timedelta(hours=hour)


def weekly(first: datetime, weeks: int) -> list[datetime]:
    """The same hour for so many weeks."""
    return [first + timedelta(weeks=week) for week in range(weeks)]


def write_region(path: Path, fill: Any, built: datetime = BUILT) -> Path:
    """A frozen copy with the vocabulary's words and what ``fill`` puts into it."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript("pragma synchronous = off; pragma journal_mode = off")
        for statement in (*statements(), *index_statements()):
            database.execute(statement)
        meta = {
            "built_at": utc_text(built),
            "content_id": path.stem,
            "schema_version": "6",
            "region": "norppala",
            "timezone": "Europe/Helsinki",
        }
        for key, value in meta.items():
            insert(database, "meta", key=key, value=value)
        for table, words in (("audiences", AUDIENCES), ("topics", TOPICS)):
            for position, (code, texts) in enumerate(words.items()):
                insert(database, table, id=code, name=texts[0], names=names(texts), position=position)
        fill(RegionFile(database))
        database.commit()
    return path


def volunteers_evening(region: RegionFile) -> None:
    """The evening of the planner's question q6, as the region's description tells it, and what is on around it."""
    region.organizer("kunta", "Norppalan kaupunki", "municipality")
    region.organizer("kumppanit", "Norppalan Seudun Kumppanit ry", url="https://kumppanit.example/")
    region.organizer("auttajat", "Norppalan Auttajat ry")
    region.place("torikulma", "Kumppanuustalo Torikulma", "Keskusta", latitude=61.8675, longitude=28.8861)
    region.place("kirjasto", "Norppalan pääkirjasto", "Keskusta", latitude=61.869, longitude=28.8822)
    region.place("kylatalo", "Kerimäen kylätalo", "Kerimäki", latitude=61.912, longitude=29.285)
    region.place("kirjasto-k", "Kerimäen lähikirjasto", "Kerimäki", latitude=61.9108, longitude=29.281)
    region.event("c2a", at(26, 17), hours=2, name="Järjestöjen yhteistyöilta", place_id="torikulma", source_ids=["kumppanit"])
    region.event("c2b", at(26, 17.5), hours=None, name="Vapaaehtoisten koulutusilta", place_id="torikulma", audience=["volunteers"],
                 source_ids=["auttajat"])  # fmt: skip
    region.event("d7a", *weekly(at(19, 17), 2), hours=1.5, name="Kielikahvila", place_id="kirjasto", audience=["immigrants"],
                 source_ids=["kunta", "kumppanit"])  # fmt: skip
    region.event("peruttu", at(26, 18), name="Peruttu ilta", place_id="torikulma", event_status="EventCancelled")
    region.event("suunniteltu", at(3, 18, 12), name="Suunniteltu peli-ilta", place_id="torikulma", is_planned=True)
    region.event(
        "o14", *weekly(at(26, 12), 20), hours=2, name="Digituki kirjastossa", place_id="kirjasto-k", audience=["adults", "seniors"]
    )
    region.event("c5b", at(10, 13, 12), hours=2, name="Kerimäen seniorien joulujuhla", place_id="kylatalo", audience=["seniors"])
