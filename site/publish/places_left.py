"""``availability.json``: places left by event, each with the moment its source said so, renewed without a build.

It stands beside the pages in both trees, so that a switch never takes it away, and is replaced whole or not at all. A reader of it shows
the time, and says "check the places" where a figure is older than an hour: courses fill in seconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from publish.tree import Trees
from store.reading import AvailabilityRow

NAME = "availability.json"


def document(rows: Iterable[AvailabilityRow], now: datetime) -> bytes:
    """The file: ``generated`` and, by event id, what the source that spoke last said. What nobody told is not there."""
    events: dict[str, Any] = {}
    for row in sorted(rows, key=lambda row: (row.at, row.listing_id)):
        events[row.event_id] = _told(row)
    whole = {"generated": _text(now), "events": dict(sorted(events.items()))}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def write(directory: Path, data: bytes) -> None:
    """Puts the file into both trees of the published site, as far as they are there."""
    Trees(directory).renew(NAME, data)


def _told(row: AvailabilityRow) -> dict[str, Any]:
    told = {
        "remaining": row.remaining,
        "at_least": row.is_at_least or None,
        "capacity": row.capacity,
        "queue": row.queue,
        "queue_remaining": row.queue_remaining,
        "state": row.state or None,
        "at": _text(row.at),
    }
    return {key: value for key, value in told.items() if value is not None}


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
