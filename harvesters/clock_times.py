"""Times of day and days as interfaces write them for opening hours."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.json_document import text
from harvesters.json_moments import day_of, moment_of

_TIME = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?", re.ASCII)


def wall_clock(value: Any) -> str:
    """``HH:MM``; midnight at the end of a day (``24:00``) is ``00:00``; ``""`` for what is no time of day."""
    found = _TIME.fullmatch(text(value))
    if found is None or (found[1] == "24" and found[2] != "00"):
        return ""
    return f"{int(found[1]) % 24:02}:{found[2]}"


def local_day(value: Any, zone: str) -> date | None:
    """The day, at the place, of a day or an instant in ISO 8601: ``2026-12-23T22:00:00Z`` is the 24th in Helsinki. ``None`` for others."""
    found = day_of(value) or moment_of(value, ZoneInfo(zone))
    return found.date() if isinstance(found, datetime) else found
