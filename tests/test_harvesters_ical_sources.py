"""Golden readings: every folder of ``tests/sources`` holds a calendar as its system writes it, and what must come out of it."""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from harvesters.ical_lines import DROPPED
from harvesters.record import Reading
from tests.ical_feeds import reading, remembered
from tests.shared import ROOT

SOURCES = Path(__file__).parent / "sources"
FOLDERS = sorted(folder for folder in SOURCES.iterdir() if (folder / "input.ics").is_file())


def plain(value: object) -> object:
    """A moment with its zone, a length of time or a set of fields as JSON."""
    if isinstance(value, datetime):
        zone = value.tzinfo
        return f"{value.replace(tzinfo=None).isoformat()} {zone.key if isinstance(zone, ZoneInfo) else zone or 'floating'}"
    if isinstance(value, date | timedelta):
        return str(value)
    raise TypeError(type(value))


def as_text(found: Reading) -> str:
    """The reading as JSON, without digests and without what is empty."""
    record = dataclasses.asdict(dataclasses.replace(found, remember={})) | {"unchanged": len(found.unchanged)}
    for event in (*record["events"], *record["issues"]):
        event.pop("digest")
    return json.dumps(without_empty(record), ensure_ascii=False, indent=1, default=plain) + "\n"


def without_empty(value: object) -> object:
    """The value without fields that say nothing."""
    if isinstance(value, dict):
        return {key: without_empty(item) for key, item in value.items() if item not in ("", (), None, {}, False, [], 0)}
    return [without_empty(item) for item in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_a_calendar_gives(folder: Path, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    found = reading((folder / "input.ics").read_bytes())
    text, expected = as_text(found), folder / "expected.json"
    if update_golden:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_same_again_is_not_read_again(folder: Path) -> None:
    body = (folder / "input.ics").read_bytes()
    first = reading(body)
    again = reading(body, remembered(first))
    assert len(again.unchanged) == again.read == first.read
    assert not any(issue.digest for issue in again.issues)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_person_is_kept(folder: Path) -> None:
    found = repr(reading((folder / "input.ics").read_bytes())).lower()
    for name in ("maija", "matti", "anna.ahkera", "salasana", "Kehityskeskustelu", "Vanhempainilta", "mailto"):
        assert name.lower() not in found


def test_the_page_about_the_format_names_every_decision() -> None:
    page = (ROOT / "docs" / "formats" / "ical.md").read_text(encoding="utf-8")
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "harvesters").glob("ical*.py"))
    codes = re.findall(r'(?:Refused\(|notes\.warn\(|notes\.add\(|code=|reason=)\s*"(\w+)"', sources)
    assert len(set(codes)) > 30
    assert {name for name in (*DROPPED, *codes) if name not in page} == set()
