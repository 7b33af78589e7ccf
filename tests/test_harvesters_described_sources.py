"""Golden readings of described sources: every folder holds a source as its system publishes it, and what must come out of it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from harvesters.field_words import WORDS
from harvesters.issue_kinds_fields import FIELDS_KINDS
from harvesters.record import Ask
from tests.described_sources import FOLLOWS, OPTIONS, READERS, folders, source
from tests.golden_answers import checked, remembered, same_as_expected
from tests.shared import ROOT

FOLDERS = folders()
PAGES = ("page", "csv", "json")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_a_described_source_gives(folder: Path, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    told = source(folder)
    found = checked(READERS[told.format], told.response, told.options)
    same_as_expected(found, folder, update=update_golden)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_same_again_is_not_read_again(folder: Path) -> None:
    told = source(folder)
    first = checked(READERS[told.format], told.response, told.options)
    again = checked(READERS[told.format], told.response, told.options, remembered(first))
    assert len(again.unchanged) == again.read == first.read
    assert again.availability == first.availability


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_kept_answer_is_one_that_the_reader_asks_for(folder: Path) -> None:
    told = source(folder)
    kept = {Ask(url=part.url, role=part.role, is_needed=False) for part in (*told.response.parts,)}
    kept |= {Ask(url=missing.url, role=missing.role, is_needed=False) for missing in told.response.missing}
    if told.format not in FOLLOWS:
        assert not kept
        return
    answers = (replace(told.response, parts=(), missing=()), *told.response.parts)
    asked = {replace(ask, is_needed=False) for one in answers for ask in FOLLOWS[told.format](one, told.context)}
    assert asked == kept


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_person_is_kept(folder: Path) -> None:
    told = source(folder)
    found = repr(checked(READERS[told.format], told.response, told.options)).lower()
    for name in ("maija", "matti", "liisa", "koulutussihteeri", "mailto", "@jarjesto"):
        assert name not in found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_event_has_an_identity_of_its_own(folder: Path) -> None:
    told = source(folder)
    found = checked(READERS[told.format], told.response, told.options)
    keys = [(event.uid, event.derived_uid) for event in found.events]
    assert len(set(keys)) == len(keys)


def test_the_pages_about_the_formats_name_every_field_and_every_issue() -> None:
    text = "".join((ROOT / "docs" / "formats" / f"{name}.md").read_text(encoding="utf-8") for name in PAGES)
    assert {word for word in WORDS if f"`{word}`" not in text} == set()
    sources = "".join(
        path.read_text(encoding="utf-8")
        for pattern in ("page*.py", "field_*.py", "csv_*.py", "json_records.py")
        for path in (ROOT / "harvesters").glob(pattern)
        if path.name != "page_links.py"
    )
    codes = set(re.findall(r'(?:Refused\(|\.warn\(|\.tell\(|reason=|miss=)\s*"(\w+)"', sources)) | FIELDS_KINDS.keys()
    assert len(codes) > 15
    assert {code for code in codes if f"`{code}`" not in text} == set()


@pytest.mark.parametrize("name", PAGES)
def test_every_key_is_explained(name: str) -> None:
    text = (ROOT / "docs" / "formats" / f"{name}.md").read_text(encoding="utf-8")
    assert {key for key in OPTIONS[name].model_fields if f"`{key}`" not in text} == set()


@pytest.mark.parametrize("name", PAGES)
def test_every_example_in_the_pages_can_be_loaded(name: str) -> None:
    text = (ROOT / "docs" / "formats" / f"{name}.md").read_text(encoding="utf-8")
    blocks = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]
    described = [block[name] for block in blocks if name in block]
    assert len(described) >= 3
    for options in described:
        OPTIONS[name].model_validate(options)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_pages_about_the_formats_show_every_kept_source(folder: Path) -> None:
    told = yaml.safe_load((folder / "entry.yaml").read_text(encoding="utf-8"))
    text = (ROOT / "docs" / "formats" / f"{told['format']}.md").read_text(encoding="utf-8")
    shown = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]
    assert {key: told[key] for key in ("format", "url", told["format"])} in shown
