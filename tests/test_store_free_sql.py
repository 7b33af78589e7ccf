"""Questions in SQL: answered where they only read, refused where they do not, and held to their limits whatever they try."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from store.free_sql import AT_ONCE, ROWS, NotAnsweredError, answer
from tests.explorer_snapshot import write_snapshot

MANY = "with e as (select id from events) select count(*) from e a, e b, e c, e d, e f, e g, e h, e i, e j, e k, e l, e m"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_snapshot(tmp_path_factory.mktemp("free") / "a.db")


def test_a_question_is_answered(snapshot: Path) -> None:
    told = answer(snapshot, "select kind, count(*) as n from events group by kind order by kind")
    assert told.columns == ("kind", "n")
    assert [list(row) for row in told.rows] == [["activity", 3], ["event", 3]]
    assert not told.is_cut


def test_more_rows_than_are_given_are_told_of(snapshot: Path) -> None:
    told = answer(snapshot, "with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000) select i from n")
    assert len(told.rows) == ROWS
    assert told.is_cut


@pytest.mark.parametrize(
    ("reason", "sql"),
    [
        ("wrong", "selec 1"),
        ("wrong", "select 1; select 2"),
        ("wrong", ""),
        ("wrong", "select * from nowhere"),
        ("denied", "delete from events"),
        ("denied", "create table x (a)"),
        ("denied", "insert into events (id) values ('x')"),
        ("denied", "attach database '/etc/passwd' as p"),
        ("denied", "pragma journal_mode = delete"),
        ("wrong", "vacuum into '/dev/shm/x.db'"),
        ("denied", "select load_extension('x')"),
        ("time", "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"),
        ("time", MANY),
        ("memory", "select length(zeroblob(1900000000))"),
    ],
)
def test_what_is_too_much_or_not_reading_is_refused(reason: str, sql: str, snapshot: Path) -> None:
    before = snapshot.read_bytes()
    with pytest.raises(NotAnsweredError) as refused:
        answer(snapshot, sql)
    assert refused.value.reason == reason
    assert snapshot.read_bytes() == before


def test_text_that_grows_without_end_is_cut_or_refused(snapshot: Path) -> None:
    grown = "with recursive n(i, t) as (select 1, 'x' union all select i + 1, t || t from n where i < 40) select t from n"
    assert _outcome(snapshot, grown) in {"memory", "time", "cut"}


def _outcome(snapshot: Path, sql: str) -> str:
    try:
        return "cut" if answer(snapshot, sql).is_cut else "answered"
    except NotAnsweredError as refused:
        return refused.reason


def test_only_so_many_are_answered_at_once(snapshot: Path) -> None:
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
    with ThreadPoolExecutor(AT_ONCE + 2) as together:
        reasons = sorted(together.map(lambda _: _outcome(snapshot, endless), range(AT_ONCE + 2)))
    assert reasons == ["busy"] * 2 + ["time"] * AT_ONCE


def test_a_file_that_is_no_snapshot_is_an_error_and_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(b"no database" * 200)
    with pytest.raises(NotAnsweredError):
        answer(path, "select 1 from sqlite_master")


def test_the_snapshot_is_opened_for_reading_only(snapshot: Path) -> None:
    with sqlite3.connect(snapshot) as connection:
        assert connection.execute("select count(*) from events").fetchone()[0] == 6
