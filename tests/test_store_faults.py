"""Killed processes, full disks, failing statements: a run is there as a whole or not at all, and validators never run ahead of data."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from harvesters.errors import KoosteError
from store.database import check_database, open_store
from store.harvests import known
from store.snapshot import current_snapshot, freeze
from tests.shared import ROOT
from tests.store_support import HOUR, NOW, Region, many, record
from tests.store_writer import RECORDS

_KILLS = 10


def dump(region: Region) -> list[str]:
    """Everything in both files."""
    return [
        line
        for connection in (region.store.public, region.store.private)
        for line in connection.iterdump()
        if "trigger" not in line.lower()
    ]


@pytest.mark.parametrize(
    "moment",
    [
        "insert on harvest",
        "insert on listing",
        "insert on history",
        "update on listing",
        "insert on remembered",
        "insert on issue",
        "insert on event_dirty",
        "update of state on source_state",
        "update of etag on source_state",
    ],
)
def test_a_failure_anywhere_leaves_nothing(region: Region, moment: str) -> None:
    region.harvest(many(8), etag='"1"')
    region.store.public.execute("delete from event_dirty")
    before = dump(region)
    region.store.public.execute(f"create trigger boom before {moment} begin select raise(abort, 'boom'); end")
    far = record("far", start=NOW.replace(year=2032))
    answer = [record("u0", "Muutettu"), *many(8)[1:7], record("new", location="Jossain"), far]
    with pytest.raises(sqlite3.IntegrityError, match="boom"):
        region.harvest(answer, NOW + HOUR, etag='"2"')
    assert dump(region) == before
    assert known(region.store, "choir", NOW + HOUR).validators.etag == '"1"'
    region.store.public.execute("drop trigger boom")
    summary = region.harvest(answer, NOW + HOUR, etag='"2"')
    assert (summary.changed, summary.new, summary.withdrawn) == (1, 1, 1)


def test_a_disk_that_fills_at_any_page_costs_this_run_only(region: Region) -> None:
    region.harvest(many(3), etag='"1"')
    answer = [*many(3), *many(40, prefix="v")]
    before = dump(region)
    refused = 0
    (pages,) = region.rows("pragma page_count")[0]
    for spare in range(0, 400, 2):
        region.store.public.execute(f"pragma max_page_count = {pages + spare}")
        try:
            region.harvest(answer, NOW + HOUR, etag='"2"')
        except KoosteError:
            refused += 1
            assert dump(region) == before
        else:
            break
    assert refused > 3
    assert known(region.store, "choir", NOW + HOUR).validators.etag == '"2"'
    assert region.one("select count(*) from listing") == 43


def test_a_snapshot_that_cannot_be_made_leaves_the_last_one(region: Region, tmp_path: Path) -> None:
    region.harvest(many(3))
    region.relate()
    path = freeze(region.store, NOW)
    region.harvest(many(4), NOW + HOUR)
    region.relate(NOW + HOUR)
    folder = tmp_path / "snapshots"
    in_the_way = folder / f"{freeze_name(region)}.made"
    in_the_way.mkdir()
    with pytest.raises((KoosteError, OSError)):
        freeze(region.store, NOW + HOUR)
    assert current_snapshot(tmp_path) == path
    in_the_way.rmdir()
    assert freeze(region.store, NOW + HOUR) != path


def freeze_name(region: Region) -> str:
    """The stem of the file that the next snapshot will be."""
    from store.snapshot import content_id

    return f"kooste-{content_id(region.store, NOW + HOUR)}"


@pytest.fixture
def killed_after() -> Iterator[Callable[[Path, int], int]]:
    """Starts a writer and kills it so many statements later; the number of the last run that it reported."""
    with subprocess.Popen([sys.executable, "-m", "tests.store_writer"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        told_to, told_by = process.stdin, process.stdout
        assert told_to is not None
        assert told_by is not None

        def killed(directory: Path, dots: int) -> int:
            told_to.write(f"{directory}\n".encode())
            told_to.flush()
            writer, told = int(told_by.readline()), b""
            while told.count(b".") < dots:
                told += told_by.read(1)
                assert not told.endswith(b"over"), "it ended by itself"
            os.kill(writer, signal.SIGKILL)
            while not told.endswith(b"\nover\n"):
                told += told_by.read(1)
            return max((int(line) for line in told.split() if line.isdigit()), default=0)

        yield killed
        told_to.close()


def test_kill_at_any_moment(tmp_path: Path, killed_after: Callable[[Path, int], int]) -> None:
    moments = random.Random(7)
    for _ in range(_KILLS):
        reported = killed_after(tmp_path, moments.randrange(1, 900))
        assert check_database(tmp_path) == []
        with open_store(tmp_path) as store:
            region = Region(store)
            runs = region.one("select coalesce(max(id), 0) from harvest")
            assert runs >= reported
            if runs:
                check_run(region, runs)
        current = current_snapshot(tmp_path)
        if current is not None:
            with closing(sqlite3.connect(f"file:{current}?mode=ro", uri=True)) as connection:
                assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
                assert connection.execute("select count(distinct name) from listings").fetchone() == (1,)


def check_run(region: Region, number: int) -> None:
    """The run is whole: every listing, its history and the validators are of it; no raw record is behind."""
    assert region.rows("select name, count(*) from listings group by 1") == [(f"Run {number}", RECORDS)]
    assert region.one("select count(*) from history where harvest_id = ?", number) == RECORDS
    assert region.rows("select etag, state from source_state where source_id = 'choir'") == [(f'"{number}"', "ok")]
    raws = [text for (text,) in region.store.private.execute("select text from raw")]
    assert all(f"Run {number}" in text or f"Run {number + 1}" in text for text in raws)
    assert len(raws) == RECORDS
