"""Golden readings: folders of ``tests/sources`` with a ``schema.json`` hold pages as sites publish them, and what must come of them."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from harvesters import schema
from harvesters.record import Missing, ReadContext, Reading, Response
from tests.schema_pages import balanced, context, response

SOURCES = Path(__file__).parent / "sources"
FOLDERS = sorted(folder for folder in SOURCES.iterdir() if (folder / "schema.json").is_file())


def loaded(folder: Path) -> tuple[Response, ReadContext]:
    """The answers of a folder, the first with the others as its parts, and the options of its entry."""
    told: dict[str, Any] = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    pages = [response((folder / page["file"]).read_bytes(), page["url"], role=page["role"]) for page in told["pages"]]
    missing = tuple(Missing(**lost) for lost in told.get("missing", ()))
    return dataclasses.replace(pages[0], parts=tuple(pages[1:]), missing=missing), context(**told.get("options", {}))


def plain(value: object) -> object:
    """A moment with its zone, or a length of time, as JSON."""
    if isinstance(value, datetime):
        zone = value.tzinfo
        return f"{value.replace(tzinfo=None).isoformat()} {zone.key if isinstance(zone, ZoneInfo) else zone or 'floating'}"
    if isinstance(value, date | timedelta):
        return str(value)
    raise TypeError(type(value))


def without_empty(value: object) -> object:
    """The value without fields that say nothing."""
    if isinstance(value, dict):
        return {key: without_empty(item) for key, item in value.items() if item not in ("", (), None, {}, [])}
    return [without_empty(item) for item in value] if isinstance(value, list | tuple) else value


def as_text(found: Reading) -> str:
    """The reading as JSON, without digests, original texts and what is empty."""
    record = dataclasses.asdict(dataclasses.replace(found, remember={})) | {"unchanged": len(found.unchanged)}
    for told in (*record["events"], *record["issues"]):
        told.pop("digest")
        told.pop("text", None)
    return json.dumps(without_empty(record), ensure_ascii=False, indent=1, default=plain) + "\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_a_page_gives(folder: Path, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    text, expected = as_text(balanced(schema.read(*loaded(folder)))), folder / "expected.json"
    if update_golden:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_same_again_is_not_read_again(folder: Path) -> None:
    page, told = loaded(folder)
    first = schema.read(page, told)
    known = {event.digest: "stored" for event in first.events} | first.remember
    again = balanced(schema.read(page, dataclasses.replace(told, known=known)))
    assert len(again.unchanged) == again.read == first.read
    assert again.availability == first.availability


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_person_is_kept(folder: Path) -> None:
    found = schema.read(*loaded(folder))
    kept = repr(dataclasses.replace(found, issues=()))
    assert not [word for word in ("Esimerkki", "pekka@", "mailto", "123 4567") if word in kept]


def test_there_are_sources_to_read() -> None:
    assert len(FOLDERS) >= 4
