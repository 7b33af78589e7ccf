"""The figures of the days gather as copies are frozen: one set a day, that of its last copy, whatever was harvested before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from store.database import open_store
from store.figures import Figure, read_figures
from store.snapshot import freeze
from tests.store_support import DAY, HOUR, NOW, Region, record, weekly

TODAY = NOW.date()


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    with open_store(tmp_path) as store:
        made = Region(store)
        made.configure()
        made.harvest([weekly("w"), record("a", "Talvijuhla")])
        made.relate()
        yield made


def kept(path: Path, measure: str = "events") -> dict[date, int]:
    """What a copy says of each day."""
    with closing(sqlite3.connect(path)) as connection:
        return {one.day: one.value for one in read_figures(connection, date.min, date.max) if (one.measure, one.part) == (measure, "")}


def test_each_day_stays_and_the_last_copy_of_a_day_counts(region: Region) -> None:
    first = kept(freeze(region.store, NOW))
    region.harvest([record("b", "Kevätjuhla")], NOW + HOUR, complete=False)
    region.relate(NOW + HOUR)
    more = kept(freeze(region.store, NOW + 2 * HOUR))
    assert set(first) == set(more) == {TODAY}
    tomorrow = kept(freeze(region.store, NOW + DAY))
    assert set(tomorrow) == {TODAY, TODAY + DAY}
    assert tomorrow[TODAY] == more[TODAY]


def test_an_earlier_copy_that_holds_again_brings_its_figures_back(region: Region) -> None:
    path = freeze(region.store, NOW)
    region.store.public.execute("update figure set value = 99")
    assert freeze(region.store, NOW + HOUR) == path
    assert region.rows("select value from figures where measure = 'events'") == [(kept(path)[TODAY],)]


def test_figures_alone_make_no_new_copy(region: Region) -> None:
    path = freeze(region.store, NOW)
    region.store.public.execute("insert into figure values ('2026-01-01', 'events', '', 5)")
    assert freeze(region.store, NOW + HOUR) == path


def test_the_table_and_the_list_agree(region: Region) -> None:
    with closing(sqlite3.connect(freeze(region.store, NOW))) as connection:
        found = read_figures(connection, TODAY, TODAY)
        rows = connection.execute("select id, measure, part, value from figures order by measure, part").fetchall()
    assert [(one.measure, one.part, one.value) for one in found] == [row[1:] for row in rows]
    assert all(row[0] == ":".join(filter(None, (TODAY.isoformat(), row[1], row[2]))) for row in rows)
    assert Figure(day=TODAY, measure="gaps", part="", value=0).measure in {one.measure for one in found}
