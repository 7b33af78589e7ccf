"""An overlap was avoided when one of the two moved, was cancelled or withdrawn before they met; and by nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from store.avoided import AVOIDED
from store.database import open_store
from store.figures import avoided
from store.snapshot import freeze
from store.verdicts import Decision, give_verdict
from tests.store_support import DAY, HELSINKI, HOUR, NOW, Region, record, schedules

_START = datetime(2026, 11, 28, 18, tzinfo=HELSINKI)
_OTHERS = [record(f"o{n}", f"Muu {n}", _START + timedelta(days=2 + n)) for n in range(8)]
_COUNTED = "select day, measure, part, value from figure where measure like 'overlaps_a%'"
TODAY = NOW.date().isoformat()


@pytest.fixture(name="region", params=[0, 8], ids=["few events", "many events"])
def _region(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Region]:
    """A room that is booked twice, alone and beside others: so that everything is looked for again, and what changed alone."""
    region = Region(open_store(tmp_path), schedules(sources=("choir", "library")))
    region.configure()
    region.harvest([record("c1", "Kuoron harjoitus", _START), *_OTHERS[: request.param]], source="choir")
    region.harvest([record("l1", "Lukupiiri", _START + timedelta(minutes=30))], source="library")
    region.relate()
    assert region.one("select count(*) from overlap") == 1
    yield region
    region.store.close()


def moved(region: Region) -> None:
    region.harvest([record("l1", "Lukupiiri", _START + 3 * HOUR)], NOW + HOUR, "library")


def cancelled(region: Region) -> None:
    region.harvest([record("l1", "Lukupiiri", _START + timedelta(minutes=30), status="CANCELLED")], NOW + HOUR, "library")


def renamed(region: Region) -> None:
    region.harvest([record("l1", "Kirjapiiri", _START + timedelta(minutes=30))], NOW + HOUR, "library")


def parted(region: Region) -> None:
    """Somebody says that they do not compete."""
    question = "select id from strand where event_id in (select event_a from overlap union select event_b from overlap) order by id"
    first, second = (row[0] for row in region.rows(question))
    give_verdict(region.store, (first, second), Decision(kind="not_overlap", by="toimitus"), NOW)


@pytest.mark.parametrize(("change", "count"), [(moved, 1), (cancelled, 1), (renamed, 0), (parted, 0)])
def test_what_avoids_an_overlap(region: Region, change: Callable[[Region], None], count: int) -> None:
    change(region)
    region.relate(NOW + HOUR)
    assert region.one("select count(*) from overlap") == (change is renamed)
    assert region.rows(_COUNTED) == [(TODAY, AVOIDED, "venue", 1)] * count
    region.relate(NOW + HOUR, everything=True)
    assert len(region.rows(_COUNTED)) == count


def test_what_is_over_was_not_avoided(region: Region) -> None:
    region.relate(NOW + 40 * DAY)
    assert region.one("select count(*) from overlap") == 0
    assert region.rows(_COUNTED) == []


def test_each_time_counts_and_every_copy_of_the_day_says_it(region: Region) -> None:
    moved(region)
    region.relate(NOW + HOUR)
    first = freeze(region.store, NOW + HOUR)
    region.harvest([record("l1", "Lukupiiri", _START)], NOW + 2 * HOUR, "library")
    region.relate(NOW + 2 * HOUR)
    region.harvest([record("l1", "Lukupiiri", _START + 4 * HOUR)], NOW + 3 * HOUR, "library")
    region.relate(NOW + 3 * HOUR)
    second = freeze(region.store, NOW + 3 * HOUR)
    counts = []
    for path in (first, second):
        with closing(sqlite3.connect(path)) as connection:
            counts.append(avoided(connection, NOW.date() - 29 * DAY, NOW.date()))
            assert avoided(connection, NOW.date() + DAY, NOW.date() + 9 * DAY) == 0
    assert counts == [1, 2]
