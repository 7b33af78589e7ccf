"""What a person at a terminal sees, and what another program reads, from the same run."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kooste.console import plain

SCRIPT = """
import click
from kooste import console
for item in console.followed(iter(range(3)), 3, "Harvesting"):
    click.echo(f"line {item}")
console.table(("source", "events"), [("s1", "10"), ("s22", "2")], right={"events"})
console.say("told \\x1b[31m by a feed")
"""


def drain(end: int) -> bytes:
    """Everything written to the terminal's other end; an error is how Linux tells that it was closed."""
    seen = b""
    try:
        while piece := os.read(end, 4096):
            seen += piece
    except OSError:
        pass
    return seen


def test_lines_for_a_pipe_reach_it_while_a_person_watches_the_bar() -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, stderr=theirs, env=os.environ | {"TERM": "xterm"}) as run:
        os.close(theirs)
        assert run.stdout is not None
        piped = run.stdout.read().decode()
        watched = drain(ours).decode()
    os.close(ours)
    assert piped.splitlines() == ["line 0", "line 1", "line 2", "source  events", "s1      10", "s22     2"]
    assert "Harvesting" in watched
    assert "line 0" not in watched


def test_nobody_watching_sees_no_bar_and_no_control_characters() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert "line 2" in done.stdout
    assert done.stderr == "told \\x1b[31m by a feed\n"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2026, 11, 22, 4, tzinfo=UTC), "2026-11-22T04:00:00+00:00"),
        (date(2026, 11, 22), "2026-11-22"),
        ({"a": (1, None)}, {"a": [1, None]}),
        (frozenset({"x"}), ["x"]),
        (b"bytes", "b'bytes'"),
    ],
)
def test_json_knows_only_plain_things(value: Any, expected: Any) -> None:
    assert plain(value) == expected
