"""What competes stands in its table, follows every change, and is not touched without one."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from store.database import open_store
from store.verdicts import Decision, give_verdict, take_back
from tests.store_support import HELSINKI, HOUR, NOW, Region, record, schedules, weekly

_START = datetime(2026, 11, 28, 18, tzinfo=HELSINKI)
_QUESTION = "select kind, minutes, kilometres, is_end_assumed, day from overlap order by id"


@pytest.fixture(name="region")
def _region(tmp_path: Path) -> Any:
    region = Region(open_store(tmp_path), schedules(sources=("choir", "library")))
    region.configure()
    region.harvest([record("c1", "Kuoron harjoitus", _START)], source="choir")
    region.harvest([record("l1", "Lukupiiri", _START + timedelta(minutes=30))], source="library")
    region.relate()
    yield region
    region.store.close()


def test_a_room_booked_twice_is_told_with_its_minutes(region: Region) -> None:
    assert region.rows(_QUESTION) == [("venue", 30, 0.0, 0, "2026-11-28")]
    assert region.rows("select event_a, event_b from overlaps") == [
        tuple(row) for row in region.rows("select event_a, event_b from overlap")
    ]


def test_a_run_without_change_touches_nothing_and_a_change_only_its_own(region: Region) -> None:
    before = region.store.public.total_changes
    region.relate()
    assert region.store.public.total_changes == before
    region.harvest([record("l1", "Lukupiiri", _START + HOUR)], NOW + HOUR, "library")
    region.relate(NOW + HOUR)
    assert region.rows(_QUESTION) == []  # one begins as the other ends
    region.harvest([record("l1", "Lukupiiri", _START, end=None)], NOW + 2 * HOUR, "library")
    region.relate(NOW + 2 * HOUR)
    assert region.rows(_QUESTION) == [("venue", 60, 0.0, 1, "2026-11-28")]


def test_a_series_competes_on_the_dates_that_meet(region: Region) -> None:
    region.harvest([weekly("w", name="Jumppa", start=_START - 14 * timedelta(days=1))], NOW + HOUR, "library")
    region.relate(NOW + HOUR)
    assert region.rows("select day, minutes from overlap") == [("2026-11-28", 60)]


def test_a_person_says_that_it_is_no_overlap(region: Region) -> None:
    strands = [row[0] for row in region.rows("select id from strand order by id")]
    pair = strands[0], strands[1]
    give_verdict(region.store, pair, Decision(kind="not_overlap", by="toimitus", why="eri huoneet"), NOW)
    region.relate()
    assert region.rows(_QUESTION) == []
    region.relate(NOW + HOUR, everything=True)
    assert region.rows(_QUESTION) == []
    assert region.one("select count(distinct event_id) from strand") == 2
    take_back(region.store, pair)
    region.relate(NOW + HOUR)
    assert len(region.rows(_QUESTION)) == 1


def test_what_is_over_competes_no_more(region: Region) -> None:
    region.relate(NOW + timedelta(days=40))
    assert region.rows(_QUESTION) == []
