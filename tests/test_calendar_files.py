"""Every calendar file of other people and every hostile one, the whole way to dated occurrences: no crash, nothing unaccounted for."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from harvesters.errors import Unreadable
from harvesters.record import ReadContext, Reading, Response
from harvesters.registry import FORMATS
from harvesters.source import Horizon, Source
from normalize.mapping import Context, Normalized, normalize
from normalize.model import Listing
from normalize.places import PlaceRegistry
from normalize.recurrence import Window
from normalize.relate import relate
from tests.shared import CORPORA, HOSTILE, needs_corpora, needs_hostile

NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)
ZONE = "Europe/Helsinki"
SOURCE = Source.model_validate(
    {"id": "file", "title": "File", "organizer": {"name": "File"}, "format": "ical", "url": "https://file.example/", "timezone": ZONE}
)
CONTEXT = Context(
    window=Window.around(NOW, Horizon(), ZONE), places=PlaceRegistry(()), region_timezone=ZONE, max_occurrences=1000, today=NOW.date()
)
ENDINGS = {".ics", ".ical", ".vcs"}


def calendars(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in ENDINGS)


def read(path: Path) -> Reading | None:
    """The reading, ``None`` for a document refused by name."""
    response = Response(source_id="file", url=SOURCE.url, status=200, headers={}, body=path.read_bytes(), fetched_at=NOW)
    try:
        return FORMATS["ical"].read(response, ReadContext(zone=ZONE))
    except Unreadable:
        return None


def account(path: Path) -> None:
    reading = read(path)
    if reading is None:
        return
    assert reading.read == len(reading.events) + len(reading.unchanged) + reading.set_aside + reading.not_public, path
    normalized = [normalize(raw, SOURCE, CONTEXT) for raw in reading.events]
    named = {issue.digest for issue in reading.issues} | {issue.digest for one in normalized for issue in one.issues}
    assert [
        raw.uid for raw, one in zip(reading.events, normalized, strict=True) if one.listing is None and raw.digest not in named
    ] == [], path
    for listings in by_event(normalized):
        for occurrence in relate("event", listings, CONTEXT.window).occurrences:
            assert occurrence.end is None or occurrence.end >= occurrence.start, (path, occurrence)


def by_event(normalized: list[Normalized]) -> list[list[Listing]]:
    groups: dict[str, list[Listing]] = {}
    for one in normalized:
        if one.listing is not None:
            groups.setdefault(one.listing.uid, []).append(one.listing)
    return list(groups.values())


@needs_corpora
@pytest.mark.corpora
@pytest.mark.parametrize(
    "folder", sorted(path.name for path in CORPORA.glob("*") if path.is_dir() and calendars(path)) if CORPORA.is_dir() else []
)
def test_real_calendars_are_accounted_for(folder: str) -> None:
    for path in calendars(CORPORA / folder):
        account(path)


@needs_hostile
def test_hostile_calendars_are_accounted_for() -> None:
    paths = calendars(HOSTILE / "ics")
    assert paths
    for path in paths:
        account(path)
