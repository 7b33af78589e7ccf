"""Golden readings of registration and referral systems: folders of ``tests/sources`` with the answers of an interface."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.gathered_sources import FORMATS, as_text, reading_of, remembered
from tests.shared import ROOT

SOURCES = Path(__file__).parent / "sources"
FOLDERS = sorted(folder for folder in SOURCES.iterdir() if (folder / "answers.json").is_file() and folder.name.partition("-")[0] in FORMATS)
PEOPLE = ("oili", "oiva", "ohjaaja@", "opettaja@", "oili@", "123 4567", "123 456", "leader", "attention")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_a_source_gives(folder: Path, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    text, expected = as_text(reading_of(folder)), folder / "expected.json"
    if update_golden:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_same_again_is_not_read_again_but_places_left_are_told(folder: Path) -> None:
    first = reading_of(folder)
    again = reading_of(folder, remembered(first))
    assert not again.events
    assert len(again.unchanged) + len(again.deleted) == again.read == first.read
    assert again.availability == first.availability


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_person_is_kept(folder: Path) -> None:
    found = reading_of(folder)
    assert found.events
    told = repr([(event.text, event.extra, event.organizer, event.audience, event.location) for event in found.events]).lower()
    assert [name for name in PEOPLE if name in told] == []


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_decision_stands_in_the_docs(name: str) -> None:
    family = name.partition("_")[0]
    pages = (ROOT / "docs" / "formats").glob(f"{family}*.md")
    page = "".join(path.read_text(encoding="utf-8") for path in pages)
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "harvesters").glob(f"{family}*.py"))
    codes = re.findall(r'(?:Refused\(|_refused\(|notes\.warn\(|notes\.add\(|\.tell\(|reason=)\s*"(\w+)"', sources)
    model = FORMATS[name][1]
    options = model.model_fields if model else {}
    assert codes
    assert {word for word in (*codes, *options) if f"`{word}`" not in page} == set()
