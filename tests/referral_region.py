"""A small region for the referral pages: what fits, what nearly fits, what nobody told, what is full, gone or stale."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlite_utils import Database

from explorer.app import Explorer
from store.snapshot_schema import SEARCHED
from store.text import utc_text
from tests.explorer_client import client
from tests.explorer_region import BUILT, RegionFile, at, weekly, write_region

NEAR = (61.9108, 29.281)
SEEN = "2026-11-23T05:00:00Z"
STEP_FREE = [{"code": "step_free_entrance"}]


def details(**told: Any) -> dict[str, Any]:
    """What is told of an event, as its row has it: columns and the details they come from."""
    registration = told.get("registration") or {}
    offers = [{"price": f"{told['price']} €", "minimum": told["price"], "maximum": told["price"]}] if "price" in told else []
    known = {
        "offers": offers or None,
        "is_accessible_for_free": told.get("is_free"),
        "registration": registration or None,
        "minimum_age": told.get("low"),
        "maximum_age": told.get("high"),
        "audience": told.get("audience"),
        "accessibility": told.get("access"),
        "attendance_mode": told.get("mode"),
    }
    features = told.get("access") or []
    return {
        "details": json.dumps({key: value for key, value in known.items() if value is not None}),
        "is_free": None if told.get("is_free") is None else int(told["is_free"]),
        "price_min": told.get("price"),
        "price_max": told.get("price"),
        "registration_required": None if "required" not in registration else int(registration["required"]),
        "minimum_age": told.get("low"),
        "maximum_age": told.get("high"),
        "audience": told.get("audience", []),
        "attendance_mode": told.get("mode"),
        "accessibility": [one["code"] for one in features if one.get("is_available", True)],
        "lacks": [one["code"] for one in features if not one.get("is_available", True)],
    }


FREE = {"is_free": True, "registration": {"required": False}, "access": STEP_FREE}


def add(region: RegionFile, ident: str, *starts: datetime, **told: Any) -> None:
    """An event; what is told of it goes into its details, the rest into its row."""
    kept = {
        key: told.pop(key)
        for key in list(told)
        if key not in {"is_free", "price", "registration", "low", "high", "audience", "access", "mode"}
    }
    upcoming = [start for start in starts if start > BUILT]
    row: dict[str, Any] = {
        "first_seen": SEEN,
        "last_changed": SEEN,
        "conference": "[]",
        "recurrence_timezone": "Europe/Helsinki",
        **details(**told),
        **kept,
    }
    if upcoming:
        row |= {"next_start_utc": utc_text(upcoming[0]), "last_end_utc": utc_text(starts[-1] + timedelta(hours=1))}
    region.event(ident, *starts, **row)


def fill(region: RegionFile) -> None:
    """Everything."""
    region.organizer("kunta", "Norppalan kaupunki", "municipality", url="https://kunta.example/")
    region.organizer("seniorit", "Kylän seniorit ry")
    region.place("talo", "Kylätalo", "Kerimäki", latitude=61.912, longitude=29.285)
    region.place("kirjasto", "Lähikirjasto", "Kerimäki", latitude=NEAR[0], longitude=NEAR[1])
    region.place("halli", "Halli", "Keskusta", latitude=61.869, longitude=28.8822)
    region.place("kaukana", "Kyläkoulu", "Kerimäki", latitude=61.975, longitude=29.281)  # 7 km
    seniors: dict[str, Any] = {"audience": ["seniors"], **FREE}
    add(region, "kahvila", *weekly(at(25, 13), 6), name="Ystäväkahvila", place_id="talo", **seniors, source_ids=["seniorit"],
        description="Kahvia ja juttuseuraa. Kyytiä voi kysyä toimistosta, puh. 015 123 4567.")  # fmt: skip
    add(region, "tukea", *weekly(at(26, 12), 2), name="Digituki", place_id="kirjasto", **seniors, kind="activity")
    add(region, "maksaa", at(27, 10), name="Konsertti", place_id="talo", **{**seniors, "is_free": False}, price=5.0)
    add(region, "lista", at(27, 11), name="Ilmoittautujille", place_id="talo", **{**seniors, "registration": {"required": True}})
    add(region, "portaat", at(27, 12), name="Yläkerrassa", place_id="talo",
        **{**seniors, "access": [{"code": "step_free_entrance", "is_available": False}]})  # fmt: skip
    add(region, "koulussa", at(28, 12), name="Kyläkoululla", place_id="kaukana", **seniors)
    add(region, "myohemmin", at(12, 12, 12), name="Joulukuussa", place_id="talo", **seniors)
    add(region, "hiljainen", at(27, 9), name="Hiljaiset", place_id="talo")
    add(region, "lapsille", at(27, 9), name="Satuja", place_id="talo", audience=["children"], **FREE)
    add(region, "taynna", *weekly(at(26, 15), 2), name="Kokkikerho (syksy)", place_id="halli", kind="activity", low=7, high=12,
        is_free=True, registration={"required": True, "state": "full"})  # fmt: skip
    add(region, "kevat", *weekly(at(14, 15, 1, 2027), 3), name="Kokkikerho (kevät)", place_id="halli", kind="activity", low=13, high=15,
        is_free=True, registration={"required": True})  # fmt: skip
    add(region, "jono", at(12, 17, 1, 2027), name="Suomea alkeista", place_id="halli", kind="activity", audience=["immigrants"],
        is_free=True, subjects=["finnish_learning"], registration={"required": True, "state": "waiting_list"})  # fmt: skip
    for number, place in enumerate(("talo", "kirjasto", "halli")):
        add(region, f"neuvonta{number}", at(1 + number, 10, 12), name="Järjestöneuvonta", place_id=place, is_free=True)
    add(region, "etana", at(2, 18, 12), name="Verkkoilta", is_free=True, mode="online")
    add(region, "palvelu", name="Hyvinvointipiste", kind="service", place_id="talo")
    add(region, "vanha", at(27, 15), name="Kauan hiljaa", place_id="halli", **seniors)
    add(region, "hyvinvanha", at(27, 16), name="Hyvin kauan hiljaa", place_id="halli", **seniors)
    _afterwards(region)


def _afterwards(region: RegionFile) -> None:
    """What was withdrawn, joined, cancelled, and when sources had the stale ones last."""
    run = region.database.execute
    run("update listings set last_seen = '2026-10-10T05:00:00Z' where event_id = 'vanha'")
    run("update listings set last_seen = '2026-03-10T05:00:00Z' where event_id = 'hyvinvanha'")
    add(
        region,
        "poistui",
        at(27, 18),
        name="Poistunut",
        place_id="talo",
        withdrawn_at="2026-11-26T05:00:00Z",
        last_changed="2026-11-26T05:00:00Z",
    )
    run("delete from occurrences where event_id = 'poistui'")
    run("insert into redirects (id, event_id) values ('entinen', 'kahvila')")


@contextmanager
def asking(app: Explorer) -> Iterator[Callable[..., list[httpx.Response]]]:
    """Asks one application again and again, without opening its file each time."""
    with asyncio.Runner() as runner:
        asking_client = client(app)

        async def all_of(paths: tuple[str, ...]) -> list[httpx.Response]:
            return [await asking_client.get(path) for path in paths]

        yield lambda *paths: runner.run(all_of(paths))
        runner.run(asking_client.aclose())
        runner.run(app.aclose())


def region_file(path: Path) -> Path:
    """The region as a snapshot, with its full-text index."""
    write_region(path, fill)
    with closing(sqlite3.connect(path)) as database:
        Database(database).table("events").enable_fts(SEARCHED, tokenize="unicode61 remove_diacritics 0")
        database.commit()
    return path
