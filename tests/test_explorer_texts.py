"""Every word and every column is explained in three languages."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from string import Formatter

import pytest

from explorer.guard import judge
from explorer.instance import SETTINGS
from explorer.metadata import TABLES, UNITS
from explorer.texts import folder, part_words, words
from tests.explorer_client import ask, explorer
from tests.explorer_snapshot import write_snapshot
from tests.shared import ROOT

LANGUAGES = ("fi", "sv", "en")


def columns(path: Path) -> dict[str, list[str]]:
    """The tables and columns that a snapshot really has."""
    with closing(sqlite3.connect(path)) as database:
        names = [row[0] for row in database.execute("select name from sqlite_master where type = 'table' and name not like 'events_fts%'")]
        return {name: [row[1] for row in database.execute(f"pragma table_info({name})")] for name in names if "sqlite_" not in name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_a_snapshot_is_explained(language: str, tmp_path: Path) -> None:
    found = columns(write_snapshot(tmp_path / "a.db"))
    explained = {name: set(text.columns) for name, text in words(language).tables.items()}
    assert {name: set(names) for name, names in found.items()} == explained


def test_every_table_is_placed_and_every_named_column_exists(tmp_path: Path) -> None:
    found = columns(write_snapshot(tmp_path / "a.db"))
    assert {table.name for table in TABLES} == set(found)
    for table in TABLES:
        named = {*table.facets, *table.brief, table.sort, table.sort_desc} - {"", "message_{language}"}
        assert named <= set(found[table.name])
    assert all(column in found[table] for table, column in UNITS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_three_languages_say_the_same_things(language: str) -> None:
    finnish, other = words("fi"), words(language)
    assert set(other.ui) == set(finnish.ui)
    assert set(other.filters) == set(finnish.filters)
    assert {key: set(codes) for key, codes in other.codes.items()} == {key: set(codes) for key, codes in finnish.codes.items()}
    own_message = {"message_fi", "message_sv", "message_en"}
    assert set(other.labels) - own_message == set(finnish.labels) - own_message


def test_templates_use_only_words_that_exist_and_every_word_is_used() -> None:
    templates = "".join(path.read_text() for path in folder("templates").glob("*.html"))
    code = "".join(path.read_text() for path in Path(words.__wrapped__.__code__.co_filename).parent.glob("*.py"))
    used = set(re.findall(r"\bui\.(\w+)", templates)) | set(re.findall(r'\bui\["(\w+)"\]', code))
    dynamic = {key for key in words("fi").ui if key.startswith(("error_", "unit_", "nav_")) or key in {"moment", "day"}}
    assert used | dynamic == set(words("fi").ui)


PARTS = sorted(path.name for path in (folder("templates").parents[1] / "explorer" / "words").iterdir() if path.is_dir())


def placeholders(text: str | list[str]) -> set[str]:
    """What is filled into the words."""
    told = text if isinstance(text, list) else [text]
    return {name.partition(".")[0].partition("[")[0] for one in told for _, name, _, _ in Formatter().parse(one) if name}


@pytest.mark.parametrize("part", PARTS)
def test_the_words_of_each_part_are_equal_in_three_languages(part: str) -> None:
    finnish = part_words(part, "fi").texts
    for language in LANGUAGES:
        other = part_words(part, language).texts
        assert set(other) == set(finnish)
        assert {key for key in other if isinstance(other[key], list) != isinstance(finnish[key], list)} == set()
        assert {key: placeholders(text) for key, text in other.items()} == {key: placeholders(text) for key, text in finnish.items()}
        assert [key for key, text in other.items() if not text or not all(text)] == []


def test_no_word_hides_behind_a_method_of_dict() -> None:
    assert not [key for key in words("fi").ui if hasattr(dict, key)]


@pytest.mark.parametrize(("language", "title"), [("fi", "Tapahtumat"), ("sv", "Evenemang"), ("en", "Events")])
def test_the_explorer_speaks_the_regions_first_language(language: str, title: str, tmp_path: Path) -> None:
    page, data = ask(explorer(write_snapshot(tmp_path / "a.db"), language), "/explore/kooste/events", "/explore/-/metadata.json")
    assert f'<html lang="{language}">' in page.text
    assert f"<h1>{title}</h1>" in page.text
    assert data.json()["databases"]["kooste"]["tables"]["events"]["title"] == title


def test_descriptions_are_told_in_english_beside_another_first_language(tmp_path: Path) -> None:
    (answer,) = ask(explorer(write_snapshot(tmp_path / "a.db")), "/explore/-/metadata.json")
    described = answer.json()["databases"]["kooste"]["tables"]
    assert described["places"]["columns"]["capacity"] == (
        "Kuinka monta henkilöä mahtuu; tyhjä, jos ei tiedetä. [en] How many people there is room for; empty where unknown."
    )
    assert all(text for table in described.values() for text in table["columns"].values())


def test_the_documentation_names_every_setting_and_parameter() -> None:
    text = (ROOT / "docs" / "explorer.md").read_text(encoding="utf-8")
    said = dict(re.findall(r"^\| `(\w+)` \| (\w+) \|", text, re.MULTILINE))
    assert said == {name: ("off", "on")[value] if isinstance(value, bool) else str(value) for name, value in SETTINGS.items()}
    assert [key for key in words("en").filters if f"__{key}" not in text and key != "exact"] == []
    named = set(re.findall(r"`(_[a-z][a-z_]+)", text))
    refused = [name for name in named - {"_search_name"} if judge("GET", "/explore/x", f"{name}=1".encode(), "/explore/")]
    assert refused == []
