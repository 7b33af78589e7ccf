"""The explorer over one downloaded file: the same pages without desk and door; a file that is none of ours is refused in words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from harvesters.errors import KoosteError
from kooste.cli import main
from kooste.explorer_file import file_app
from store.migrations import SNAPSHOT_APPLICATION_ID
from store.snapshot_file import check_snapshot_file
from tests.explorer_client import running
from tests.explorer_region import BUILT
from tests.explorer_snapshot import schedules
from tests.referral_region import region_file


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = region_file(tmp_path_factory.mktemp("offline") / "kooste.db")
    _edit(path, f"pragma application_id = {SNAPSHOT_APPLICATION_ID}")
    return path


def _edit(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_the_same_question_has_the_same_answer_and_nothing_can_be_sent(file: Path) -> None:
    check_snapshot_file(file, schedules().region.id)
    with running(file_app(schedules(), file, lambda: BUILT)) as address, httpx.Client(base_url=address, follow_redirects=True) as client:
        answer = client.get("/explore/ohjaus/maksutonta-lahella.json?ika=78&paikka=kirjasto&km=5&esteettomyys=rollaattori").json()
        assert [one["id"] for one in answer["results"]] == ["kahvila", "tukea"]
        assert answer["results"][0]["url"] == "https://norppala.example/fi/s/x-kahvila/"
        assert client.get("/").url.path == "/explore/"
        assert client.get("/explore/ohjaus/lista?id=kahvila").status_code == 200
        assert [client.get(f"/explore/{page}/").status_code for page in ("ilmoita-kalenteri", "poyta", "palaute")] == [404, 404, 404]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (Path.exists, "There is no file"),
        (lambda path: path.write_text("<html>"), "is no database"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(50)), "cannot be read"),
        (lambda path: _edit(path, "create table x (a)"), "no snapshot that Kooste made"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_in_words(make: object, words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    make(path)  # type: ignore[operator]
    with pytest.raises(KoosteError, match=words):
        check_snapshot_file(path, schedules().region.id)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("update meta set value = '999' where key = 'schema_version'", "made by a newer Kooste"),
        ("update meta set value = 'muu' where key = 'region'", "is of the region 'muu'"),
        ("drop table harvests", "no snapshot that Kooste made"),
    ],
)
def test_a_snapshot_that_does_not_fit_is_refused_in_words(change: str, words: str, file: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(file.read_bytes())
    _edit(path, change)
    with pytest.raises(KoosteError, match=words):
        check_snapshot_file(path, schedules().region.id)


def test_the_command_says_what_is_wrong_and_serves_nothing(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["serve", "--explorer", str(tmp_path / "a.db")])
    assert (done.exit_code, "There is no file" in done.stderr) == (3, True)
