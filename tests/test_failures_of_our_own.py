"""A bug, a broken helper, a failing statement, a killed process, anywhere in the harvest of one source: as if it had not happened.

What the answers themselves may be is shown in ``test_failures_lose_nothing``.
"""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from harvesters.errors import KoosteError
from harvesters.record import Reading, Response
from harvesters.sandbox import ReaderFaultError, Sandbox
from harvesters.source import Source
from kooste import pipeline
from store.database import check_database
from store.known import Known
from tests.misbehaving_town import FIRST, SIZES, START, STEP, Here, Town, build, copied, nothing_lost, recover, told, town_in
from tests.once import made_once
from tests.shared import ROOT


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "built-town", build)


@pytest.fixture
def town(built: Path, sandbox: Sandbox, tmp_path: Path) -> Iterator[Town]:
    with town_in(copied(built, tmp_path), sandbox, now=START + STEP) as running:
        yield running


class WrongReader(pipeline.Reader):
    """Reads something that no reader should give."""

    def reading(self, source: Source, response: Response, before: Known) -> Reading:
        found = pipeline.Reader.reading(self, source, response, before)
        if source.id == "news":
            return found
        return self._spoilt(found)

    def _spoilt(self, found: Reading) -> Reading:
        raise NotImplementedError


class Crashing(WrongReader):
    def _spoilt(self, found: Reading) -> Reading:
        raise ReaderFaultError(f"Traceback: nobody foresaw {found.read} records")


class Miscounting(WrongReader):
    """``plan`` finds that a record is not accounted for."""

    def _spoilt(self, found: Reading) -> Reading:
        return replace(found, read=found.read + 1)


class Mistyped(WrongReader):
    """``plan`` itself fails."""

    def _spoilt(self, found: Reading) -> Reading:
        return replace(found, deleted=(None,), read=found.read + 1)  # type: ignore[arg-type]  # that is the fault


READERS = {"crash": (Crashing, "bug"), "ledger": (Miscounting, "ledger"), "plan": (Mistyped, "bug")}


@pytest.mark.parametrize("point", READERS)
def test_a_bug_in_reading_or_planning(town: Town, point: str) -> None:
    kind, reason = READERS[point]
    usual = pipeline.reader_of(town.schedules, town.sandbox, town.now)
    failing = [name for name in FIRST if name != "news"]
    town.reader = kind(sandbox=usual.sandbox, context=usual.context)
    for name in failing:
        town.versions[name] += 1
    with nothing_lost(town, "news"):
        done = town.harvest(*FIRST)
    assert told(done, *failing) == dict.fromkeys(failing, ("failed", reason))
    town.reader = None
    recover(town, *failing)


def test_a_bug_in_normalize(town: Town) -> None:
    usual = pipeline.reader_of(town.schedules, town.sandbox, town.now)
    failing = [name for name in FIRST if name != "news"]
    for name in failing:
        town.versions[name] += 1
    with nothing_lost(town, "news"):
        town.reader = replace(usual, context=replace(usual.context, window=None))  # type: ignore[arg-type]  # that is the fault
        done = town.harvest(*failing)
        town.reader = None
        done |= town.harvest("news")
    assert told(done, *failing) == dict.fromkeys(failing, ("failed", "bug"))
    recover(town, *failing)


@pytest.mark.parametrize("name", ["news", "council", "museum"])  # one answer, further pages, pages of events
def test_a_reading_process_that_is_dead(town: Town, name: str) -> None:
    """Killed before it is asked what follows, or, where nothing does, what the answer holds; the next source gets another."""
    other = "village" if name == "news" else "news"
    town.versions["club"] += 1
    town.harvest("club")  # so that a process is running, whichever test was before
    town.versions[name] += 1
    with nothing_lost(town, other):
        process = town.sandbox._process
        assert process is not None
        process.kill()
        done = town.harvest(name, other)
    assert told(done, name) == {name: ("failed", "bug")}
    recover(town, name)


IN_APPLY = {
    "insert on harvest": "public",
    "insert on history": "public",
    "update on listing": "public",
    "insert on raw": "private",
    "insert on event_dirty": "public",
    "insert on issue": "public",
    "update of state on source_state": "public",
    "update of etag on source_state": "public",
}
AFTER_APPLY = {"insert on answer": "private", "update of interval_seconds on source_state": "public"}


def fails_once(town: Town, statement: str, file: str) -> None:
    """The next such statement breaks off; by a trigger of this connection alone, gone with it."""
    connection = getattr(town.store, file)
    left = [1]
    connection.create_function("fails", 0, lambda: left.pop() if left else 0)
    table = statement.replace(" on ", " on main.")
    connection.execute(f"create temp trigger boom before {table} when fails() begin select raise(abort, 'boom'); end")


@pytest.mark.parametrize("statement", IN_APPLY)
def test_a_statement_that_fails_while_an_answer_is_written(town: Town, statement: str) -> None:
    fails_once(town, statement, IN_APPLY[statement])
    town.versions["council"] += 1
    with nothing_lost(town, "news"):
        done = town.harvest("council", "news")
    assert told(done, "council") == {"council": ("failed", "bug")}
    recover(town, "council")


def says(town: Town, name: str) -> int:
    """Which version of the source's first record is shown; the others never change."""
    question = "select data from listing where source_id = ? and withdrawn_at is null and data not like '%versio 0%'"
    shown = [row[0] for row in town.store.public.execute(question, (name,))]
    assert len(shown) <= 1
    return int(shown[0].partition("versio ")[2].split("<")[0].split('"')[0]) if shown else 0


@pytest.mark.parametrize("statement", AFTER_APPLY)
@pytest.mark.parametrize("following", [0, 1, 2])
def test_a_statement_that_fails_after_an_answer_was_written(town: Town, statement: str, following: int) -> None:
    """The listings are those of the answer, and the next one is read rightly, be it the same, a newer one, or the one before."""
    fails_once(town, statement, AFTER_APPLY[statement])
    town.versions["club"] = 1
    with nothing_lost(town, "club"):
        town.versions["club"] = 1
        done = town.harvest("club")
    assert (done["club"].reason, says(town, "club")) == ("bug", 1)
    town.versions["club"] = following
    done = town.harvest("club")
    assert (done["club"].state, says(town, "club")) == ("ok", following)


def test_a_file_that_cannot_be_written_changes_nothing(town: Town) -> None:
    """The database is interrupted after ever more of its steps, until the harvest is through; a half-written answer is never there."""
    before, stopped, steps = town.kept(), 0, 20
    town.versions["club"] += 1
    while not says(town, "club"):
        assert town.kept() == before
        town.store.public.set_progress_handler(lambda: 1, steps)
        with contextlib.suppress(KoosteError, sqlite3.OperationalError):
            town.harvest("club")
        town.store.public.set_progress_handler(None, 0)
        stopped += not says(town, "club")
        steps = int(1.2 * steps)
    assert stopped > 10
    recover(town, "club")


@pytest.fixture
def killer() -> Iterator[Callable[[Path, str, int, int], str]]:
    """Runs a harvest that is killed; whether it was."""
    command = [sys.executable, "-m", "tests.killed_harvest"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        told_to, told_by = process.stdin, process.stdout
        assert told_to is not None
        assert told_by is not None

        def kill(directory: Path, source: str, version: int, number: int) -> str:
            told_to.write(f"{directory} {source} {version} {number}\n")
            told_to.flush()
            return told_by.readline().strip()

        yield kill
        told_to.close()


@pytest.mark.parametrize("name", ["club", "village"])
def test_a_process_killed_before_every_statement(
    built: Path, tmp_path: Path, killer: Callable[[Path, str, int, int], str], name: str
) -> None:
    """What is there afterwards is the old or the new, and both an answer that went back and one that went on are read rightly."""
    directory = copied(built, tmp_path)
    survived = set[int]()
    for version in range(1, 100):
        ended = killer(directory, name, version, version - 1)
        if ended == "done":
            break
        assert ended == "killed"
        with town_in(directory, Here(), now=START + (3 * version + 1) * STEP) as town:
            survived.add(says(town, name) - version)
            for following in (version - 1, version):
                town.versions[name] = following
                done = town.harvest(name)[name]
                assert (done.state, says(town, name), town.shown(name)) == ("ok", following, SIZES[name]), version
    assert ended == "done"
    assert check_database(directory) == []
    assert survived == ({-1, 0} if name == "club" else {-1}), "what comes after the listings are written concerns sources of several pages"
