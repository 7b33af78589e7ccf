"""The long-running commands as processes: they say where they are, do their work beside serving, and stop when told."""

from __future__ import annotations

import contextlib
import json
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from harvesters.source import Schedules
from kooste.daemon import page_of
from kooste.settings import load
from tests.served import CalendarHost, calendar_host, event
from tests.town import Town


@pytest.fixture
def host() -> Iterator[CalendarHost]:
    with calendar_host() as served:
        yield served


@contextlib.contextmanager
def process(town: Town, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "kooste", "-v", *arguments, "--config", str(town.config()), "--data", str(town.data)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        try:
            yield running
        finally:
            running.send_signal(signal.SIGTERM)
            running.communicate(timeout=60)


def line_with(stream: Iterator[str] | None, words: str) -> str:
    """The first line that holds the words; the test's own time limit is the test runner's."""
    assert stream is not None
    return next(line for line in stream if words in line)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return str(answer.read().decode())


def test_serve_with_the_scheduler_beside_it_harvests_publishes_and_stops(tmp_path: Path, host: CalendarHost) -> None:
    town = Town(tmp_path, host)
    town.source("jumppa", event("1", "20260101T080000Z", "Aamukahvi", "RRULE:FREQ=DAILY"))
    port = free_port()
    with process(town, "serve", "--schedule", "--port", str(port)) as running:
        line_with(running.stderr, "1 sources harvested")
        assert "jumppa ry" in get(f"http://127.0.0.1:{port}/fi/jarjestajat/")
        assert "Aamukahvi" in json.dumps(json.loads(get(f"http://127.0.0.1:{port}/explore/kooste/events.json")), ensure_ascii=False)
    assert running.returncode == 0


def test_schedule_alone_harvests_what_is_due_and_stops(tmp_path: Path, host: CalendarHost) -> None:
    town = Town(tmp_path, host)
    town.source("jumppa", event("1"))
    with process(town, "schedule") as running:
        line_with(running.stderr, "1 sources harvested")
    assert running.returncode == 0
    assert (town.data / "public" / "index.html").is_file()


def test_a_taken_port_is_told_in_words(tmp_path: Path, host: CalendarHost) -> None:
    town = Town(tmp_path, host)
    with process(town, "serve", "--port", str(host.port)) as running:
        assert "cannot be had" in line_with(running.stderr, str(host.port))
        running.wait(timeout=60)
    assert running.returncode == 3


@pytest.fixture
def schedules(tmp_path: Path, host: CalendarHost) -> Schedules:
    return load(Town(tmp_path, host).config())


@pytest.mark.parametrize(
    ("table", "row", "address"),
    [
        ("events", {"slug": "jumppa-abc", "is_series": 1}, "/fi/s/jumppa-abc/"),
        ("events", {"slug": "jumppa-abc", "is_series": 0}, "/fi/t/jumppa-abc/"),
        ("places", {"slug": "sali"}, "/fi/paikka/sali/"),
        ("organizers", {"slug": "jumppa"}, "/fi/jarjestaja/jumppa/"),
        ("harvests", {"id": 1}, ""),
    ],
)
def test_a_row_of_the_explorer_knows_its_page(schedules: Schedules, table: str, row: dict[str, object], address: str) -> None:
    assert page_of(schedules)(table, row, "fi") == address
