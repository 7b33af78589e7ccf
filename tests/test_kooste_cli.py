"""The command as an operator uses it: over real HTTP on loopback, with its messages, its exit codes and its JSON."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kooste.cli import main
from tests.served import CalendarHost, calendar, calendar_host, event
from tests.town import Town


@pytest.fixture
def host() -> Iterator[CalendarHost]:
    with calendar_host() as served:
        yield served


@pytest.fixture
def town(tmp_path: Path, host: CalendarHost) -> Town:
    return Town(tmp_path, host)


def test_check_says_what_is_there_and_what_is_missing(town: Town) -> None:
    town.source("jumppa", event("1"))
    town.source("uinti", event("1"), url="https://klubi.example/${KLUBIN_AVAIN}.ics")
    done = town.kooste("check")
    assert done.exit_code == 0
    assert "2 sources" in done.stdout
    assert "uinti: the environment variable KLUBIN_AVAIN is not set" in done.stdout
    assert town.host.requests == []


def test_wrong_configuration_is_exit_code_2_and_nothing_is_done(town: Town) -> None:
    town.source("jumppa", event("1"), format="icla")
    done = town.kooste("run", "--all")
    assert (done.exit_code, town.data.exists()) == (2, False)
    assert "sources › jumppa › format" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"), [(["harvest", "nobody"], "'nobody' is no source"), (["check", "--now", "soon"], "no date and time")]
)
def test_wrong_use_is_exit_code_2(town: Town, arguments: list[str], words: str) -> None:
    town.source("jumppa", event("1"))
    if "--now" in arguments:
        done = CliRunner().invoke(main, [*arguments, "--config", str(town.config()), "--data", str(town.data)])
    else:
        done = town.kooste(*arguments)
    assert (done.exit_code, words in done.stderr) == (2, True)


def test_the_whole_way_once_and_nothing_the_second_time(town: Town) -> None:
    town.source("jumppa", event("1", "20261124T080000Z", "Tuolijumppa", "RRULE:FREQ=WEEKLY;COUNT=3"))
    first = town.kooste("run", "--all")
    assert first.exit_code == 0, first.stderr
    assert "jumppa: 1 read = 1 stored" in first.stdout
    with contextlib.closing(sqlite3.connect(town.data / "kooste.db")) as database:
        assert database.execute("select outcome, bytes from harvests").fetchall() == [("changed", len(town.host.files["/jumppa.ics"]))]
    page = (town.data / "public" / "fi" / "pv" / "2026-11-24" / "index.html").read_text(encoding="utf-8")
    assert "Tuolijumppa" in page
    second = json.loads(town.kooste("run", "--all", "--json").stdout)
    assert second["harvests"][0]["stored"] == 0
    assert (second["related"]["written"], second["published"]["rendered"], second["published"]["written"]) == (0, 0, 0)


def test_one_failing_source_is_exit_code_1_and_costs_the_others_nothing(town: Town) -> None:
    town.source("jumppa", event("1"))
    town.source("rikki", event("1"))
    assert town.kooste("run", "--all").exit_code == 0
    town.host.files["/rikki.ics"] = b"<html>Kirjaudu</html>"
    town.source("jumppa", event("1"), event("2", "20261125T080000Z", "Lukupiiri"))
    done = town.kooste("run", "--all")
    assert done.exit_code == 1
    assert "rikki: unreadable" in done.stdout
    rows = {row["id"]: row for row in json.loads(town.kooste("status", "--json").stdout)["sources"]}
    assert (rows["rikki"]["state"], rows["rikki"]["events"], rows["jumppa"]["events"]) == ("unreadable", 1, 2)


def test_harvest_asks_only_what_is_due(town: Town) -> None:
    town.source("jumppa", event("1"), schedule="6h")
    assert json.loads(town.kooste("harvest", "--json").stdout)["harvests"][0]["outcome"] == "changed"
    assert json.loads(town.kooste("harvest", "--json", now="2026-11-22T08:00").stdout)["harvests"] == []
    assert json.loads(town.kooste("harvest", "--json", now="2026-11-22T13:00").stdout)["harvests"][0]["outcome"] == "unchanged"


def test_a_secret_is_fetched_and_told_nobody(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.source("uinti", event("1"), url=town.host.url("/${KLUBIN_AVAIN}.ics"))
    assert town.kooste("harvest", "uinti").exit_code == 0
    assert json.loads(town.kooste("status", "--json").stdout)["sources"][0]["state"] == "not_configured"
    monkeypatch.setenv("KLUBIN_AVAIN", "hyvin-salainen")
    town.host.files["/hyvin-salainen.ics"] = calendar(event("1"))
    done = town.kooste("run", "--all")
    assert "1 stored" in done.stdout
    for path in [path for path in town.data.rglob("*") if path.is_file()]:
        assert b"hyvin-salainen" not in path.read_bytes(), path
    assert "hyvin-salainen" not in done.output


def test_status_before_the_first_harvest_and_for_a_person(town: Town) -> None:
    town.source("jumppa", event("1"))
    done = town.kooste("status")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[1].split() == ["jumppa", "jumppa", "ry", "new", "never", "never", "0", "now"]


def test_a_new_day_changes_the_pages_of_today(town: Town) -> None:
    town.source("jumppa", event("1"))
    town.kooste("run", "--all")
    report = json.loads(town.kooste("run", "--json", now="2026-11-24T06:00").stdout)
    assert report["published"]["rendered"] > 0
    home = (town.data / "public" / "fi" / "index.html").read_text(encoding="utf-8")
    assert "Tuolijumppa" in home


def test_a_second_writer_is_told_who_works(town: Town) -> None:
    from store.database import open_store

    town.source("jumppa", event("1"))
    with open_store(town.data):
        done = town.kooste("run", "--all")
    assert done.exit_code == 3
    assert "is being written by another Kooste" in done.stderr


def test_a_shrunken_calendar_waits_for_a_person(town: Town) -> None:
    town.source("jumppa", *(event(str(n)) for n in range(10)))
    town.kooste("harvest", "jumppa")
    town.source("jumppa", event("1"))
    held = town.kooste("harvest", "jumppa")
    assert (held.exit_code, "jumppa: suspicious" in held.stdout) == (1, True)
    assert json.loads(town.kooste("status", "--json").stdout)["sources"][0]["events"] == 10
    assert town.kooste("release").exit_code == 2
    released = town.kooste("release", "jumppa")
    assert (released.exit_code, "9 withdrawn" in released.stdout) == (0, True)
