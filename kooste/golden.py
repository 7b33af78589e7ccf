"""A reading as the text that golden folders keep (``tests/sources/<id>/expected.json``): what a source gave, to compare with later."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.record import Reading, Response

_ENDINGS = {
    "ical": "ics",
    "feed": "xml",
    "schema": "html",
    "page": "html",
    "csv": "csv",
}
"""How a file of each format ends; everything else is JSON."""


def as_text(found: Reading) -> str:
    """The reading as JSON, without digests and without what is empty."""
    record = dataclasses.asdict(dataclasses.replace(found, remember={})) | {"unchanged": len(found.unchanged)}
    for event in (*record["events"], *record["issues"]):
        event.pop("digest")
    return json.dumps(_without_empty(record), ensure_ascii=False, indent=1, default=_plain) + "\n"


def write_folder(folder: Path, format_name: str, response: Response, reading: Reading, about: Mapping[str, Any]) -> tuple[Path, ...]:
    """The files written: the answer as it came (a list's further answers beside it), what it is, and what must come out of it."""
    folder.mkdir(parents=True, exist_ok=True)
    ending = _ENDINGS.get(format_name, "json")
    written = []
    for number, part in enumerate((response, *response.parts)):
        path = folder / (f"input-{number}.{ending}" if number else f"input.{ending}")
        path.write_bytes(part.body)
        written.append(path)
    for name, text in (("expected.json", as_text(reading)), ("about.json", json.dumps(about, ensure_ascii=False, indent=1) + "\n")):
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return tuple(written)


def _plain(value: object) -> object:
    """A moment with its zone, or a length of time."""
    if isinstance(value, datetime):
        zone = value.tzinfo
        return f"{value.replace(tzinfo=None).isoformat()} {zone.key if isinstance(zone, ZoneInfo) else zone or 'floating'}"
    if isinstance(value, date | timedelta):
        return str(value)
    raise TypeError(type(value))


def _without_empty(value: object) -> object:
    """The value without fields that say nothing."""
    if isinstance(value, dict):
        return {key: _without_empty(item) for key, item in value.items() if item not in ("", (), None, {}, False, [], 0)}
    return [_without_empty(item) for item in value] if isinstance(value, list | tuple) else value
