"""One question in a process of its own, which may use so much memory, time and output and no more; it can only read one file.

Started by ``store.free_sql`` as a script, with nothing but the standard library. Standard input: the file, the question and the limits as
JSON. Standard output: ``{"columns", "rows", "is_cut"}``, or ``{"error", "reason"}``.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
import time
from typing import Any

_ALLOWED = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
}
_FORBIDDEN_FUNCTIONS = {"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"}
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 2_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}
_STEPS = 10_000
"""Instructions of SQLite's machine between two looks at the clock."""


def main() -> None:
    """Reads the question, answers it, and leaves."""
    asked = json.load(sys.stdin)
    memory, seconds = int(asked["memory"]), float(asked["seconds"])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        told = _answer(asked, seconds)
    except MemoryError:
        told = {"reason": "memory", "error": "out of memory"}
    except (sqlite3.Error, sqlite3.Warning) as problem:
        told = {"reason": _reason(str(problem)), "error": str(problem)[:500]}
    sys.stdout.write(json.dumps(told, ensure_ascii=False))


def _answer(asked: dict[str, Any], seconds: float) -> dict[str, Any]:
    connection = sqlite3.connect(f"{asked['address']}?mode=ro&immutable=1", uri=True)
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    connection.execute("pragma temp_store = memory")
    connection.set_authorizer(_may)
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    cursor = connection.execute(asked["sql"])
    if cursor.description is None:
        return {"reason": "wrong", "error": "the question gives no rows: begin it with SELECT or WITH"}
    return _taken(cursor, int(asked["rows"]), int(asked["bytes"]))


def _taken(cursor: sqlite3.Cursor, most: int, most_bytes: int) -> dict[str, Any]:
    """The rows up to the most of them, and to the most bytes of their text."""
    rows: list[list[Any]] = []
    size, is_cut = 0, False
    for row in cursor:
        told = [f"({len(value)} bytes)" if isinstance(value, bytes) else value for value in row]
        size += sum(len(str(value)) for value in told)
        if len(rows) == most or size > most_bytes:
            is_cut = True
            break
        rows.append(told)
    return {"columns": [column[0] for column in cursor.description], "rows": rows, "is_cut": is_cut}


def _may(action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    """Reading alone: no pragma, no attached file, no change, no function that reaches out of the database."""
    if action == sqlite3.SQLITE_FUNCTION and str(second).lower() in _FORBIDDEN_FUNCTIONS:
        return sqlite3.SQLITE_DENY
    del first
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _reason(text: str) -> str:
    if text == "interrupted":
        return "time"
    if "too big" in text or "out of memory" in text:
        return "memory"
    return "denied" if "not authorized" in text or "prohibited" in text else "wrong"


if __name__ == "__main__":
    main()
