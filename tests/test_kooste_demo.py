"""The demo region the whole way over HTTP: every state a source can be in, and a publisher whose uids change at every answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from kooste import demo
from kooste.cli import main
from store.reading import Snapshot
from tests.demo_region import demo_published
from tests.served import calendar_host, event
from tests.shared import ROOT
from tests.town import Town

DAYS = [f"2026-11-{day}T06:00" for day in (17, 19, 21, 23, 25, 27, 29)]


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    with demo.examples() as running:
        yield running


def test_once_ends_after_publishing_and_tells_every_state(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = demo_published(tmp_path_factory)
    lines = (folder / "said.txt").read_text("utf-8").splitlines()
    told = dict(line.split(": ", 1) for line in lines if line.startswith("s") and ": " in line)
    assert told["s33"].startswith("disallowed")
    assert told["s35"].startswith("4 read = 3 stored + 0 unchanged + 1 set aside")
    assert told["s14"].startswith("5 read = 4 stored + 0 unchanged + 1 set aside")
    assert sorted(source for source, words in told.items() if "0 withdrawn" in words) == [
        f"s{number:02}" for number in range(1, 37) if number not in {24, 33}
    ]
    for page in ("fi", "sv", "en"):
        assert (folder / "public" / page / "index.html").is_file()
    assert len(Snapshot(folder / "kooste.db").occurrences()) > 600


def test_the_demo_never_touches_another_region(tmp_path: Path) -> None:
    with calendar_host() as host:
        town = Town(tmp_path, host)
        town.source("jumppa", event("1"))
        assert town.kooste("harvest", "jumppa").exit_code == 0
        done = CliRunner().invoke(main, ["demo", "--once", "--data", str(town.data)], catch_exceptions=False)
    assert done.exit_code == 2
    assert "another region (jumppa" in done.stderr


@pytest.mark.parametrize(
    ("source", "options", "words"),
    [
        ("s08", ["--now", "2026-11-24T06:00"], "s08: 79 read = "),
        ("s08", ["--now", "2026-11-25T06:00"], "s08: blocked"),
        ("s23", [], "s23: not_configured"),
    ],
)
def test_a_day_of_the_story_and_a_key_that_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, options: list[str], words: str
) -> None:
    monkeypatch.setenv("NORPPALA_LIPUT_KEY", "")
    config = written(tmp_path, source, 8765)
    done = CliRunner().invoke(main, ["demo", "--once", "--config", str(config), "--data", str(tmp_path / "var"), *options])
    assert words in done.stdout, done.output


def one_source(folder: Path, server: Any, source: str) -> Path:
    """The root configuration with one source alone, at the port of the running server."""
    return written(folder, source, server.port)


def written(folder: Path, source: str, port: int) -> Path:
    data = yaml.safe_load((ROOT / "schedules.yaml").read_text(encoding="utf-8").replace("127.0.0.1:8765", f"127.0.0.1:{port}"))
    data["sources"] = [entry for entry in data["sources"] if entry["id"] == source]
    data["defaults"]["horizon"] = {"months_back": 1, "months_ahead": 2}
    data["region"]["languages"] = ["fi"]
    path = folder / "schedules.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def harvested(config: Path, data: Path, now: str) -> int:
    """Listings that a harvest stored; events and addresses are those of the store, whose pages are looked at elsewhere."""
    told = ["--json", "--config", str(config), "--data", str(data), "--now", now]
    done = CliRunner().invoke(main, ["harvest", "--all", *told], catch_exceptions=False)
    assert CliRunner().invoke(main, ["relate", *told], catch_exceptions=False).exit_code == 0
    return int(json.loads(done.stdout)["harvests"][0]["stored"])


def test_uids_that_change_at_every_answer_change_no_address_and_soon_no_row(tmp_path: Path, server: Any) -> None:
    config, data = one_source(tmp_path, server, "s20"), tmp_path / "var"
    ids, uids, stored = [], [], []
    for now in DAYS:
        stored.append(harvested(config, data, now))
        rows = Snapshot(data / "kooste.db")
        ids.append({(event.id, event.slug) for event in rows.events()})
        uids.append({listing.uid for listing in rows.listings()})
    assert len(ids[0]) > 0
    assert ids[1:] == ids[:-1]
    assert uids[0] & uids[1] == set()
    assert stored[-1] == 0
    assert "uids_change" in {issue.code for issue in rows.issues()}
