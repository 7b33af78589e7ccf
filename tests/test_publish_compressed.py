"""Compressed forms beside the files: always those of the file that stands there, in both trees, gone with it."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import brotli
import pytest

from publish.compressed import ENDINGS, variants
from tests.publish_rows import NOW, HandMade, publish, slug_of, small_region


def unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else brotli.decompress(path.read_bytes())


def assert_beside(directory: Path) -> int:
    """Every compressed form is of its file; how many there are."""
    packed = [path for path in (directory / "public").resolve().rglob("*") if path.suffix in ENDINGS]
    for path in packed:
        assert unpacked(path) == path.with_suffix("").read_bytes(), path
    return len(packed)


def renamed(rows: HandMade, name: str) -> HandMade:
    return rows.with_event(replace(rows.event_rows[0], name={"fi": name}))


def test_what_is_compressed_is_what_stands_there_whatever_changed_before(tmp_path: Path) -> None:
    rows = small_region()
    publish(rows, tmp_path)
    first = assert_beside(tmp_path)
    for number, name in enumerate(("Eka nimi", "Toka nimi", "Kolmas nimi"), 1):
        publish(renamed(rows, name), tmp_path, now=NOW + timedelta(hours=number))
        assert assert_beside(tmp_path) >= first > 50


def test_a_page_that_is_taken_off_takes_its_compressed_forms_along(tmp_path: Path) -> None:
    rows = small_region()
    publish(rows, tmp_path)
    fair = next(row for row in rows.event_rows if row.slug == slug_of(rows, "Kyläkirppis"))
    without = replace(rows, event_rows=[row for row in rows.event_rows if row != fair])
    publish(without, tmp_path, force=True, taken_off=frozenset({fair.id}))
    publish(renamed(without, "Muu"), tmp_path, force=True, taken_off=frozenset({fair.id}))
    for tree in ("site-a", "site-b"):
        assert list((tmp_path / tree).rglob(f"*{fair.slug}*")) == []
    assert_beside(tmp_path)


@pytest.mark.parametrize(
    ("path", "size", "endings"),
    [
        ("fi/index.html", 5000, [".br", ".gz"]),
        ("fi/lista.json", 1200, [".br", ".gz"]),
        ("fi/kalenteri.ics", 1200, [".gz"]),
        ("fi/syote.xml", 5000, [".gz"]),
        ("fi/upota/index.html", 5000, [".gz"]),
        ("fi/selko/index.html", 5000, [".br", ".gz"]),
        ("fi/index.html", 1100, []),
        ("static/font.1234567890.woff2", 5000, []),
    ],
)
def test_text_is_compressed_and_what_is_small_or_packed_already_is_not(path: str, size: int, endings: list[str]) -> None:
    data = (b"tapahtuma " * size)[:size]
    assert [ending for ending, _ in variants(path, data)] == endings
    assert list(variants(path, data)) == list(variants(path, data))
    assert all(len(packed) < len(data) / 4 for _, packed in variants(path, data))
