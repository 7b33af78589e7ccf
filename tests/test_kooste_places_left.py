"""The fast lane, end to end: places left alone are asked for, stored with their time, and published without a build."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from examples.norppala.server import SECRETS, ExampleServer
from harvesters.source import Schedules, Source
from kooste import pipeline, places_left, scheduler, settings
from store.database import Store, open_store
from store.harvests import due_facts
from tests.shared import ROOT

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
ASKED = ("s05", "s23")
"""A system that tells places alone (Hellewi), and one whose whole answer is asked again (the theatre's tickets)."""


class Desk:
    """The two sources, harvested once."""

    def __init__(self, example: ExampleServer, store: Store) -> None:
        whole = settings.load(ROOT / "schedules.yaml")
        told = whole.model_dump(mode="json", by_alias=True, exclude_unset=True)
        text = json.dumps(told, ensure_ascii=False).replace("127.0.0.1:8765", f"127.0.0.1:{example.port}")
        data = json.loads(text)
        data["sources"] = [source for source in data["sources"] if source["id"] in ASKED]
        data["region"]["languages"] = ["fi"]
        data["defaults"]["horizon"] = {"months_back": 0, "months_ahead": 4}
        found = Schedules.model_validate(data)
        self.schedules = found.model_copy(update={"sources": tuple(found.resolved(source) for source in found.sources)})
        self.example, self.store = example, store

    def source(self, name: str) -> Source:
        return next(source for source in self.schedules.sources if source.id == name)

    def told(self) -> dict[str, tuple[Any, ...]]:
        """Name -> remaining, state and moment, as stored."""
        rows = self.store.public.execute(
            "select l.names ->> '$.fi', a.remaining, a.state, a.at from availability_told a join listing l on l.id = a.listing_id"
        )
        return {name: tuple(rest) for name, *rest in rows}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    environment = pytest.MonkeyPatch()
    for name, value in SECRETS.items():
        environment.setenv(name, value)
    with ExampleServer(ROOT / "examples" / "norppala", port=0) as example, open_store(tmp_path) as store:
        found = Desk(example, store)
        pipeline.run(store, found.schedules, found.schedules.sources, NOW)
        yield found
    environment.undo()


def published(desk: Desk) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((desk.store.directory / "public" / "availability.json").read_text(encoding="utf-8"))
    return found


def test_a_harvest_brings_places_along_and_publishes_them_dated(desk: Desk) -> None:
    told = desk.told()
    assert told["Keramiikan jatkokurssi"][:2] == (10, "not_yet_open")
    file = published(desk)
    assert {row["at"] for row in file["events"].values()} <= {moment for *_, moment in told.values()} | {"2026-11-23T04:00:00Z"}
    ids = dict(desk.store.public.execute("select names ->> '$.fi', id from event").fetchall())
    assert file["events"][ids["Keramiikan jatkokurssi"]]["remaining"] == 10


def test_the_fast_lane_asks_for_places_alone_and_touches_nothing_else(desk: Desk) -> None:
    listings = desk.store.public.execute("select * from listing order by id").fetchall()
    pages = {path: path.stat().st_ino for path in (desk.store.directory / "public").rglob("*.html")}
    harvests = desk.store.public.execute("select count(*) from harvest").fetchone()
    before = len(desk.example.requests)
    later = NOW + timedelta(minutes=5)
    places_left.ask(desk.store, desk.schedules, desk.schedules.sources, later)
    pipeline.publish_places(desk.store, later)
    asked = [request.target for request in desk.example.requests[before:] if not request.target.endswith("robots.txt")]
    assert [path for path in asked if "opisto" in path and "course-participants" not in path] == []
    assert len([path for path in asked if "course-participants" in path]) == 1
    assert desk.store.public.execute("select * from listing order by id").fetchall() == listings
    assert desk.store.public.execute("select count(*) from harvest").fetchone() == harvests
    assert {path: path.stat().st_ino for path in (desk.store.directory / "public").rglob("*.html")} == pages, "nothing was built"
    assert desk.told()["Keramiikan jatkokurssi"] == (10, "not_yet_open", "2026-11-23T04:05:00Z"), "the same figure, and as of now"
    assert published(desk)["generated"] == "2026-11-23T04:05:00Z"


def test_a_source_that_does_not_answer_keeps_its_figures_and_their_time(desk: Desk) -> None:
    before = desk.told()
    desk.example.statuses["s05"] = 503
    try:
        assert places_left.ask(desk.store, desk.schedules, [desk.source("s05")], NOW + timedelta(minutes=10)) == 0
    finally:
        desk.example.statuses.clear()
    assert desk.told() == before


def test_the_scheduler_knows_when_to_ask_again(desk: Desk) -> None:
    later = NOW + timedelta(minutes=20)
    places_left.ask(desk.store, desk.schedules, [desk.source("s05")], later)
    facts = due_facts(desk.store)
    assert scheduler.next_places_due(desk.source("s05"), facts["s05"], later) == later + timedelta(minutes=5)
