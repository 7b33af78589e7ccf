"""Strands of one thing are one event, whatever the order in which they arrive, and what people decide outranks every score."""

from __future__ import annotations

import tempfile
from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harvesters.record import RawEvent
from store.database import open_store
from store.relations import RelateCounts
from store.verdicts import Decision, compared, find_side, give_verdict, review_queue, take_back, verdicts
from tests.store_support import DAY, HELSINKI, HOUR, NOW, Broken, Region, record, schedules, weekly

SOURCES = ("choir", "library", "town", "umbrella")
_START = datetime(2026, 11, 28, 18, tzinfo=HELSINKI)
TELLINGS: dict[str, list[RawEvent]] = {
    "choir": [
        record("c1", "Joulukonsertti", _START),
        record("c2", "Kevätkonsertti", _START + 90 * DAY),
        weekly("c3", name="Kuoroharjoitus"),
    ],
    "library": [record("l1", "Joulukonsertti kirjastossa", _START), record("l2", "Lukupiiri", _START)],
    "town": [
        record("t1", "Kuoron joulukonsertti", _START, end=None),
        record("t2", "Kuoroharjoitus", datetime(2026, 12, 4, 18, tzinfo=HELSINKI)),
    ],
    "umbrella": [record("u1", "Christmas concert", _START), record("u3", "Kuoroharjoitukset", rrule=("FREQ=WEEKLY",))],
}


def derived(region: Region) -> list[list[tuple[Any, ...]]]:
    """Everything that follows from listings and verdicts."""
    tables = ("event", "occurrence", "strand", "telling", "telling_key", "pair", "overlap", "similar")
    return [region.rows(f"select * from {table} order by 1, 2") for table in tables]  # noqa: S608 - names of our own


def opened(folder: str | Path) -> Region:
    """A region with four sources of one organizer each."""
    region = Region(open_store(Path(folder)), schedules(sources=SOURCES))
    region.configure()
    return region


def event_of(region: Region, uid: str) -> str:
    return str(region.one("select event_id from strand where id = (select event_id from listing where uid = ?)", uid))


def strand_of(region: Region, uid: str) -> str:
    return str(region.one("select event_id from listing where uid = ?", uid))


def whole(folder: str | Path) -> list[list[tuple[Any, ...]]]:
    """All sources harvested, then everything related once."""
    region = opened(folder)
    for source in SOURCES:
        region.harvest(TELLINGS[source], source=source)
    region.relate()
    found = derived(region)
    region.store.close()
    return found


@pytest.fixture(name="town")
def _town(tmp_path: Path) -> Any:
    region = opened(tmp_path)
    for source in SOURCES:
        region.harvest(TELLINGS[source], source=source)
    region.relate()
    yield region
    region.store.close()


def test_tellings_of_one_thing_are_one_event(town: Region) -> None:
    assert event_of(town, "c1") == event_of(town, "l1") == event_of(town, "t1")
    assert event_of(town, "l2") != event_of(town, "l1")
    assert event_of(town, "c3") == event_of(town, "t2") == event_of(town, "u3")
    ((names, listings),) = town.rows("select names, listings from event where id = ?", event_of(town, "c1"))
    assert "Joulukonsertti" in names
    assert listings >= 3
    assert town.one("select count(*) from occurrences where event_id = ?", event_of(town, "c1")) == 1


def test_every_former_id_leads_to_the_event(town: Region) -> None:
    strands = town.rows("select id, event_id from strand where id <> event_id order by id")
    assert strands
    assert town.rows("select * from redirects order by id") == strands
    assert set(town.rows("select distinct event_id from listings where event_id is not null")) == set(town.rows("select id from events"))


@pytest.mark.parametrize("order", list(permutations(SOURCES))[::5])
def test_any_order_of_sources_and_any_split_gives_the_same_bytes(order: tuple[str, ...], tmp_path: Path) -> None:
    region = opened(tmp_path / "steps")
    for source in order:
        region.harvest(TELLINGS[source], source=source)
        region.relate()
    steps = derived(region)
    region.store.close()
    assert steps == whole(tmp_path / "whole")


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_changes_step_by_step_end_where_a_rebuild_ends(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        region = opened(folder)
        for step in range(4):
            for source in data.draw(st.lists(st.sampled_from(SOURCES), unique=True)):
                kept = data.draw(st.lists(st.sampled_from(TELLINGS[source]), unique_by=lambda raw: raw.uid))
                later = timedelta(days=data.draw(st.integers(0, 1)))
                moved = [record(raw.uid, raw.name[0].value, raw.start + later) for raw in kept[:1] if raw.start is not None]
                region.harvest([*moved, *kept[1:]], NOW + step * HOUR, source)
            region.relate(NOW + step * HOUR)
        stepwise = derived(region)
        region.store.public.executescript("delete from strand; delete from telling; delete from occurrence; delete from event;")
        region.relate(NOW + 3 * HOUR, everything=True)
        assert derived(region) == stepwise
        region.store.close()


def test_a_run_without_change_writes_nothing(town: Region) -> None:
    before = town.store.public.total_changes
    assert town.relate() == RelateCounts()
    assert town.store.public.total_changes == before


def test_the_id_is_of_the_strand_seen_first_and_stays_when_others_join_or_leave(tmp_path: Path) -> None:
    region = opened(tmp_path)
    region.harvest(TELLINGS["umbrella"], source="umbrella")
    region.harvest(TELLINGS["town"], source="town")
    region.relate()
    first = event_of(region, "t1")
    slug = region.one("select slug from event where id = ?", first)
    for hour, source in enumerate(("choir", "library"), start=1):
        region.harvest(TELLINGS[source], NOW + hour * HOUR, source)
        region.relate(NOW + hour * HOUR)
        assert event_of(region, "t1") == first
    assert event_of(region, "c1") == first
    assert region.one("select slug from event where id = ?", first) == slug
    region.harvest([record("c1", "Aivan muu asia", _START + 3 * DAY), *TELLINGS["choir"][1:]], NOW + 3 * HOUR, "choir")
    region.relate(NOW + 3 * HOUR)
    assert event_of(region, "t1") == first
    assert event_of(region, "c1") == strand_of(region, "c1")
    region.store.close()


def test_a_verdict_splits_at_once_and_is_obeyed_at_every_later_run(town: Region) -> None:
    pair = strand_of(town, "c1"), strand_of(town, "l1")
    give_verdict(town.store, pair, Decision(kind="different", by="toimitus", why="eri konsertti"), NOW)
    town.relate()
    assert event_of(town, "c1") != event_of(town, "l1")
    assert {event_of(town, uid) for uid in ("c1", "l1")} <= {row[0] for row in town.rows("select id from events")}
    town.relate(NOW + DAY, everything=True)
    assert event_of(town, "c1") != event_of(town, "l1")
    database = town.store.directory / "kooste.db"
    (found,) = verdicts(database)
    assert (found.kind, found.by, found.why, found.at) == ("different", "toimitus", "eri konsertti", "2026-11-01T06:00:00Z")
    assert take_back(town.store, pair) == 1
    town.relate(NOW + DAY)
    assert event_of(town, "c1") == event_of(town, "l1")


def test_a_verdict_joins_what_no_score_would(town: Region) -> None:
    before = derived(town)
    pair = strand_of(town, "c2"), strand_of(town, "l2")
    give_verdict(town.store, pair, Decision(kind="same", by="toimitus"), NOW)
    town.relate()
    assert event_of(town, "c2") == event_of(town, "l2") == min(pair)
    take_back(town.store, pair)
    town.relate()
    assert derived(town) == before


def test_two_are_compared_with_reasons(town: Region) -> None:
    database = town.store.directory / "kooste.db"
    a, b = (find_side(database, town.one("select id from listing where uid = ?", uid)) for uid in ("c1", "t1"))
    assert a
    assert b
    found = compared(database, a, b)
    assert found.is_joined
    assert found.likeness
    assert found.likeness.decision == "joined"
    assert find_side(database, town.one("select slug from listing where uid = 'c1'")) == a
    assert find_side(database, "nobody") is None
    assert all(asked.likeness.decision == "ask" for asked in review_queue(database))


def test_what_became_private_leaves_no_word_in_what_was_compared(town: Region) -> None:
    kept = [raw for raw in TELLINGS["library"] if raw.uid != "l1"]
    private = Broken(uid="l1", digest="private", outcome="not_public")
    town.harvest([private, *kept], NOW + HOUR, "library")
    town.relate(NOW + HOUR)
    assert town.rows("select 1 from strand where id = ?", strand_of(town, "l1")) == []
    told = repr([town.rows(f"select * from {table}") for table in ("strand", "telling", "telling_key", "pair", "event")])  # noqa: S608
    assert "kirjastossa" not in told.casefold()
