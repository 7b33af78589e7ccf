"""Opening, refusing, locking: what stands between the data and everyone else."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from harvesters.errors import KoosteError
from harvesters.issue_kinds import ISSUE_KINDS
from store.database import check_database, open_store
from store.view_files import INNER_VIEWS, PUBLIC_VIEWS
from tests.shared import ROOT


def test_opens_what_is_missing_and_opens_it_again_without_writing(tmp_path: Path) -> None:
    directory = tmp_path / "deep" / "var"
    with open_store(directory):
        pass
    with open_store(directory) as store:
        assert store.public.total_changes == store.private.total_changes == 0
        assert store.public.execute("select count(*) from issue_kind").fetchone() == (len(ISSUE_KINDS),)
    assert {path.name for path in directory.iterdir()} == {"kooste.db", "private.db", "lock"}
    assert (directory / "private.db").stat().st_mode & 0o077 == 0
    assert check_database(directory) == []


@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 10_000)])
def test_settings(tmp_path: Path, pragma: str, value: object) -> None:
    with open_store(tmp_path) as store:
        for connection in (store.public, store.private):
            assert connection.execute(f"pragma {pragma}").fetchone() == (value,)


def test_every_table_of_ours_is_strict(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        for connection in (store.public, store.private):
            loose = [
                row[1]
                for row in connection.execute("pragma table_list")
                if row[2] == "table" and not row[5] and not row[1].startswith(("sqlite_", "_sqlite"))
            ]
            assert loose == []


def test_views_follow_the_program(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.public.execute("drop view events")
        store.public.execute("create view old_view as select 1")
    with open_store(tmp_path) as store:
        found = {row[0] for row in store.public.execute("select name from sqlite_master where type = 'view'")}
        assert found == {*PUBLIC_VIEWS, *INNER_VIEWS}


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        ("pragma application_id = 77", "not a database of Kooste's"),
        ("insert into _sqlite_migrations (migration_set, name, applied_at) values ('kooste', '9999_later', '')", "newer Kooste"),
    ],
)
def test_refuses_what_it_does_not_know_and_changes_nothing(tmp_path: Path, spoil: str, words: str) -> None:
    with open_store(tmp_path):
        pass
    with closing(sqlite3.connect(tmp_path / "kooste.db")) as connection, connection:
        connection.execute(spoil)
    before = (tmp_path / "kooste.db").read_bytes()
    with pytest.raises(KoosteError, match=words):
        open_store(tmp_path)
    with pytest.raises(KoosteError, match=words):
        check_database(tmp_path)
    assert (tmp_path / "kooste.db").read_bytes() == before


def test_refuses_another_applications_tables(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "kooste.db")) as connection, connection:
        connection.execute("create table somebody_elses (value)")
    with pytest.raises(KoosteError, match="not a database of Kooste's"):
        open_store(tmp_path)


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be looked at" * 100])
def test_says_what_to_do_with_a_damaged_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kooste.db").write_bytes(content)
    with pytest.raises(KoosteError, match="backup"):
        open_store(tmp_path)
    with pytest.raises(KoosteError, match="damaged"):
        check_database(tmp_path)


def test_check_names_rows_that_refer_to_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path):
        pass
    with closing(sqlite3.connect(tmp_path / "kooste.db")) as connection, connection:
        connection.execute("insert into source_state (source_id, state) values ('nobody', 'ok')")
    assert check_database(tmp_path) == [f"{tmp_path / 'kooste.db'}: rows of source_state refer to rows that are gone"]


def test_check_of_a_directory_without_the_private_file(tmp_path: Path) -> None:
    with open_store(tmp_path):
        pass
    (tmp_path / "private.db").unlink()
    (said,) = check_database(tmp_path)
    assert "private.db is missing" in said


def test_one_writer_at_a_time_and_the_message_says_who(tmp_path: Path) -> None:
    with open_store(tmp_path), pytest.raises(KoosteError, match=rf"process {os.getpid()}\b"):
        open_store(tmp_path)
    with open_store(tmp_path):
        pass


def test_another_process_is_kept_out_and_a_dead_one_is_not_waited_for(tmp_path: Path) -> None:
    program = "import sys; from pathlib import Path; from store.database import open_store\nopen_store(Path(sys.argv[1])); print('open')"
    command = [sys.executable, "-c", program, str(tmp_path)]
    with open_store(tmp_path):
        kept_out = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "written by another Kooste" in kept_out.stderr
    let_in = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert let_in.stdout == "open\n"
    with open_store(tmp_path):
        pass


def test_a_transaction_is_all_or_nothing_in_both_files(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:

        def write() -> None:
            with store.transaction():
                store.private.execute("insert into raw values ('l', 's', 'd', 't', '{}', '')")
                store.set("key", "value")
                raise LookupError

        with pytest.raises(LookupError):
            write()
        assert store.setting("key") == ""
        assert store.private.execute("select count(*) from raw").fetchone() == (0,)


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        pages = store.public.execute("pragma page_count").fetchone()[0]
        store.public.execute(f"pragma max_page_count = {pages}")

        def fill() -> None:
            with store.transaction():
                store.private.execute("insert into raw values ('l', 's', 'd', 't', '{}', '')")
                store.set("key", "x" * 1_000_000)

        with pytest.raises(KoosteError, match="nothing was written: database or disk is full"):
            fill()
        store.public.execute("pragma max_page_count = 1000000")
        assert store.setting("key") == ""
        assert store.private.execute("select count(*) from raw").fetchone() == (0,)
        with store.transaction():
            store.set("key", "value")
        assert store.setting("key") == "value"
