"""The story of the demo region over months, told once for all processes of a run of the tests: what was known and published, day by day."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from examples.norppala import generate
from examples.norppala.server import SECRETS, ExampleServer
from kooste.cli import main
from store.reading import EventRow, ListingRow, Snapshot, SourceRow
from tests.once import made_once
from tests.shared import ROOT

KEYED_SOURCES = {"s05", "s07", "s15", "s23", "s25"}
ASKED_FIRST = {"s18", "s26", "s27"}
NOT_CONFIGURED = KEYED_SOURCES | ASKED_FIRST
FIRST, KEYED, BEFORE = "2026-11-22T06:00", "2026-11-22T12:00", "2026-11-22T13:00"
SUBMITTED, FORGOTTEN = "2026-11-23T06:00", "2026-11-24T06:00"
REFUSED = ("2026-11-25T06:00", "2026-11-25T12:00")
CANCELLED, MOVED, STALE = "2026-11-26T06:00", "2026-11-27T06:00", "2026-11-30T06:00"
NOT_YET, OPEN = "2026-12-07T09:05", "2026-12-08T09:05"
MISSING = ("2027-01-11T06:00", "2027-01-24T06:00", "2027-01-25T06:00")
GONE = MISSING[-1]
HARVESTS = (FIRST, KEYED, SUBMITTED, FORGOTTEN, *REFUSED, CANCELLED, MOVED, NOT_YET, OPEN, *MISSING)


def _file(now: str) -> str:
    return now.replace(":", "")


class Story:
    """The region at one moment after the other: what was known, how the harvests ended, what people saw, what was asked for."""

    def __init__(self, folder: Path) -> None:
        self.known = {now: Snapshot(folder / f"{_file(now)}.db") for now in HARVESTS}
        kept = json.loads((folder / "kept.json").read_text("utf-8"))
        self.harvests: dict[str, dict[str, dict[str, Any]]] = kept["harvests"]
        self.asked: list[str] = kept["asked"]
        self._folder = folder

    def published(self, now: str) -> Path:
        """The folder whose ``public`` is the site of a moment."""
        return self._folder / f"site-{_file(now)}"

    def site(self, now: str) -> Path:
        """The site itself."""
        return self.published(now) / "public"

    def event(self, now: str, source: str, name: str) -> EventRow:
        told = {row.event_id for row in self.known[now].listings() if row.source_id == source and name in row.name.values()}
        found = [event for event in self.known[now].events() if event.id in told]
        assert len(found) == 1
        return found[0]

    def listings(self, now: str, source: str) -> list[ListingRow]:
        return [listing for listing in self.known[now].listings() if listing.source_id == source]

    def source(self, now: str, source: str) -> SourceRow:
        return next(row for row in self.known[now].sources() if row.id == source)


def story_told(factory: pytest.TempPathFactory) -> Story:
    """Everything that happens, in its order; told by the first process that asks."""
    return Story(made_once(factory, "story", _tell))


class _Telling:
    """The story while it goes on: the demo's own configuration, one clock, publishers that change from day to day."""

    def __init__(self, folder: Path, example: ExampleServer) -> None:
        self._example = example
        self._folder = folder
        self._data = folder / "var"
        self._config = folder / "schedules.yaml"
        self._harvests: dict[str, dict[str, Any]] = {}
        self.configure(is_first=True)

    def configure(self, *, is_first: bool = False) -> None:
        """One language and half a year, so that a build takes seconds.

        At first nobody has given a permission yet, and one association has not come forward.
        """
        text = (ROOT / "schedules.yaml").read_text("utf-8").replace("127.0.0.1:8765", f"127.0.0.1:{self._example.port}")
        told = yaml.safe_load(text)
        told["region"]["languages"] = ["fi"]
        told["defaults"]["horizon"] = {"months_back": 1, "months_ahead": 5}
        if is_first:
            told["sources"] = [source for source in told["sources"] if source["id"] != "s28"]
            for source in told["sources"]:
                source.pop("permission", None)
        self._config.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), "utf-8")

    def _kooste(self, now: str, name: str, *arguments: str) -> str:
        self._example.day = datetime.fromisoformat(now).date()
        more = ["--config", str(self._config), "--data", str(self._data), "--now", now]
        done = CliRunner().invoke(main, [name, *arguments, *more], catch_exceptions=False)
        assert done.exit_code in {0, 1}, done.output
        return done.stdout

    def harvest(self, now: str, *sources: str) -> None:
        """Harvests and makes the events anew; the summaries and the data are kept under the moment."""
        told = json.loads(self._kooste(now, "harvest", *(sources or ("--all",)), "--json"))
        self._kooste(now, "relate")
        shutil.copy(self._data / "kooste.db", self._folder / f"{_file(now)}.db")
        self._harvests[now] = {summary["source_id"]: summary for summary in told["harvests"]}

    def publish(self, now: str) -> None:
        """The site of a moment, kept."""
        self._kooste(now, "publish", "--force")
        shutil.copytree(
            self._data / "public", self._folder / f"site-{_file(now)}" / "public", ignore=shutil.ignore_patterns("*.br", "*.gz")
        )

    def end(self) -> None:
        asked = [request.target for request in self._example.requests]
        (self._folder / "kept.json").write_text(json.dumps({"harvests": self._harvests, "asked": asked}), "utf-8")
        shutil.rmtree(self._data)


def _tell(folder: Path) -> None:
    with _without_keys() as environment, ExampleServer(Path(generate.__file__).parent, port=0) as example:
        told = _Telling(folder, example)
        _november(told, environment)
        _winter(told)
        told.end()


@contextmanager
def _without_keys() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as environment:
        for name in SECRETS:
            environment.delenv(name, raising=False)
        yield environment


def _november(told: _Telling, environment: pytest.MonkeyPatch) -> None:
    """Steps 1 to 6."""
    told.harvest(FIRST)
    for name, value in SECRETS.items():
        environment.setenv(name, value)
    told.configure()
    told.harvest(KEYED, *sorted(NOT_CONFIGURED))
    told.publish(BEFORE)
    told.harvest(SUBMITTED, "s28")
    told.harvest(FORGOTTEN, "s12")
    for moment in REFUSED:
        told.harvest(moment, "s08")
    told.publish(REFUSED[-1])
    told.harvest(CANCELLED, "s19")
    told.publish(CANCELLED)
    told.harvest(MOVED, "s02")
    told.publish(MOVED)


def _winter(told: _Telling) -> None:
    """Steps 7 to 9, and what has become of the parish meanwhile."""
    told.publish(STALE)
    told.harvest(NOT_YET, "s05")
    told.harvest(OPEN, "s05")
    for moment in MISSING:
        told.harvest(moment, "s29")
    told.publish(GONE)
