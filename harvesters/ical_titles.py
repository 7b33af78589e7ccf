"""The names of a calendar's records by the row they stand in, for telling which one could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from harvesters.ical_lines import decode, unescape

_LONGEST = 300


def titles_at(body: bytes, lines: Iterable[int]) -> dict[int, str]:
    """Row (1-based) -> name of the event around it; rows outside of events, and events without a name, are left out."""
    rows = [decode(row, "cp1252")[0] for row in re.split(rb"\r\n|\n|\r", body)]
    found = {line: _title(rows, line - 1) for line in set(lines) if 0 < line <= len(rows)}
    return {line: title for line, title in found.items() if title}


def _title(rows: list[str], index: int) -> str:
    """The name of the event that a row lies in."""
    start = next((i for i in range(index, -1, -1) if rows[i].strip().upper() == "BEGIN:VEVENT"), None)
    if start is None or any(rows[i].strip().upper() == "END:VEVENT" for i in range(start, index)):
        return ""
    for i in range(start + 1, len(rows)):
        if rows[i].strip().upper() in {"END:VEVENT", "BEGIN:VEVENT"}:
            return ""
        if found := re.match(r"SUMMARY(?:;[^:]*)?:(.*)", rows[i], re.IGNORECASE):
            return unescape(found[1] + _folded(rows, i + 1)).strip()[:_LONGEST]
    return ""


def _folded(rows: list[str], index: int) -> str:
    """What goes on in the rows after it (RFC 5545 section 3.1)."""
    text = ""
    while index < len(rows) and rows[index][:1] in {" ", "\t"} and len(text) < _LONGEST:
        text += rows[index][1:]
        index += 1
    return text
