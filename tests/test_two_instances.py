"""Two instances that harvest each other: nothing twice, nothing lost, nothing round and round (docs/formats/kooste.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kooste import settings
from publish.almanac import read_almanac
from publish.editions import make_editions
from publish.evidence import event_facts
from publish.federation import federation_pages
from publish.folders import Folders
from store.reading import EventRow, Snapshot
from tests.served import calendar, calendar_host, event
from tests.town import Town

WEEKLY = event("jumppa", "20261124T080000Z", "Tuolijumppa", "RRULE:FREQ=WEEKLY;COUNT=4")
CANCELLED = event("retki", "20261128T080000Z", "Makkararetki", "STATUS:CANCELLED")
FAIR = event("myyjaiset", "20261129T100000Z", "Joulumyyjäiset")
CHOIR = event("kuoro", "20261125T160000Z", "Kuoron avoimet harjoitukset")
LATER = "2026-11-22T12:00"


def told(town: Town, now: str = "2026-11-22T06:00") -> dict[str, EventRow]:
    """Harvests everything, serves the federation document that would be published, and gives the public events by name."""
    for step in (("harvest", "--all"), ("relate",)):
        done = town.kooste(*step, now=now)
        assert done.exit_code == 0, done.output
    known = Snapshot(town.data / "kooste.db")
    config = settings.load(town.config())
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    almanac = read_almanac(known, now=moment, zone=ZoneInfo("Europe/Helsinki"), horizon=config.defaults.horizon)
    edition = next(iter(make_editions(config, almanac, Folders.found(Path("none")), "").values()))
    for page in federation_pages(edition, event_facts(almanac)):
        town.host.files[f"/{town.region}/{page.path}"] = page.render()
    return {row.name["fi"]: row for row in known.events() if row.withdrawn_at is None}


def harvested_by(town: Town, other: Town) -> None:
    entry = {"id": "naapuri", "title": "Naapuri", "organizer": {"name": "Naapuri"}, "format": "kooste"}
    town.sources["naapuri"] = {**entry, "url": town.host.url(f"/{other.region}/")}


@dataclass(frozen=True, slots=True)
class Round:
    """What each instance had after a round, and what it published."""

    events: dict[str, dict[str, EventRow]]
    documents: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Story:
    """Norppala with three events and Saimaala with one harvest each other; then a publisher takes one event back."""

    towns: dict[str, Town]
    rounds: list[Round]
    last: Round


def once_more(*towns: Town) -> Round:
    events = {town.region: told(town, LATER) for town in towns}
    return Round(events, {town.region: town.host.files[f"/{town.region}/federation.json"] for town in towns})


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    with calendar_host() as host:
        one, other = (Town(tmp_path_factory.mktemp(name), host, name, f"https://{name}.example/") for name in ("norppala", "saimaala"))
        one.source("seura", WEEKLY, CANCELLED, FAIR)
        other.source("kuoro", CHOIR)
        told(one)
        harvested_by(other, one)
        told(other)
        harvested_by(one, other)
        rounds = [once_more(one, other), once_more(one, other)]
        host.files["/seura.ics"] = calendar(WEEKLY, FAIR)
        yield Story({one.region: one, other.region: other}, rounds, once_more(one, other))


def known(story: Story, name: str) -> Snapshot:
    return Snapshot(story.towns[name].data / "kooste.db")


def test_each_has_every_event_once_and_as_it_is(story: Story) -> None:
    here, there = (story.rounds[0].events[name] for name in ("norppala", "saimaala"))
    assert set(here) == set(there) == {"Tuolijumppa", "Makkararetki", "Joulumyyjäiset", "Kuoron avoimet harjoitukset"}
    for name, row in here.items():
        same = there[name]
        assert (same.first_start, same.first_end, same.event_status) == (row.first_start, row.first_end, row.event_status)
        assert same.is_series is row.is_series


def test_what_comes_home_is_an_echo_and_the_origin_is_kept(story: Story) -> None:
    sources = {row.id: row for row in known(story, "norppala").sources()}
    assert sources["naapuri"].events == 1
    document = json.loads(story.rounds[0].documents["saimaala"])
    hops = {record["name"]["fi"]: (record.get("hops"), record["origin"]["instance"]) for record in document["events"] if "origin" in record}
    assert hops["Tuolijumppa"] == (1, "https://norppala.example")


def test_another_round_changes_nothing(story: Story) -> None:
    first, second = story.rounds
    assert second.events == first.events
    assert second.documents == first.documents


def test_what_its_publisher_takes_back_is_gone_in_both(story: Story) -> None:
    for name in ("norppala", "saimaala"):
        assert set(story.last.events[name]) == {"Tuolijumppa", "Joulumyyjäiset", "Kuoron avoimet harjoitukset"}
        assert {row.name["fi"] for row in known(story, name).events() if row.withdrawn_at is not None} == {"Makkararetki"}
