"""Questions in SQL by people who may ask them: answered by a child process over the frozen snapshot, within limits that hold.

A limit inside our own process would not: SQLite looks at the clock only between its instructions, one function call can take gigabytes
(``zeroblob``, ``printf``, ``group_concat``), and its memory limit is one for the whole process (reliability, section 4).
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from harvesters.errors import KoosteError

SECONDS = 2.0
"""On the wall's clock, for SQLite; the process as a whole gets so much longer to start and to answer."""
_STARTING = 4.0
MEMORY = 512 * 1024 * 1024
ROWS = 1000
BYTES = 2_000_000
AT_ONCE = 2
Reason = Literal["time", "memory", "denied", "wrong", "busy"]
_CHILD = Path(__file__).with_name("free_sql_child.py")
_places = threading.BoundedSemaphore(AT_ONCE)


class NotAnsweredError(KoosteError):
    """The question was not answered; ``reason`` says which limit or rule, the message is SQLite's own."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A table."""

    columns: tuple[str, ...]
    rows: tuple[Sequence[Any], ...]
    is_cut: bool
    """There were more rows, or more text, than are given."""


def answer(database: Path, sql: str) -> Answer:
    """The rows of one SELECT over a snapshot file. Blocks; raises ``NotAnsweredError``."""
    if not _places.acquire(blocking=False):
        raise NotAnsweredError("busy", f"{AT_ONCE} questions are being answered already")
    try:
        told = _run(database, sql)
    finally:
        _places.release()
    if "reason" in told:
        raise NotAnsweredError(told["reason"], told["error"])
    return Answer(columns=tuple(told["columns"]), rows=tuple(told["rows"]), is_cut=told["is_cut"])


def _run(database: Path, sql: str) -> dict[str, Any]:
    """What the child says; what it has no words for any more is told by how it ended."""
    question = {
        "address": database.resolve().as_uri(),
        "sql": sql,
        "seconds": SECONDS,
        "memory": MEMORY,
        "rows": ROWS,
        "bytes": BYTES,
    }
    command = [sys.executable, "-I", "-S", str(_CHILD)]
    try:
        done = subprocess.run(command, input=json.dumps(question).encode(), capture_output=True, timeout=SECONDS + _STARTING, check=False)
    except subprocess.TimeoutExpired:
        return {"reason": "time", "error": "interrupted"}
    try:
        told: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return {"reason": "time" if done.returncode < 0 else "memory", "error": "the process was ended"}
    return told
