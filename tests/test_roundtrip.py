"""What we publish is what another Kooste harvests: the same events, times, rules, places and states (this is federation)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from store.reading import EventRow, Snapshot
from tests.served import CalendarHost, calendar_host
from tests.shared import ROOT
from tests.town import Town

FEEDS = ROOT / "examples" / "norppala" / "feeds"
SOURCES = ROOT / "tests" / "sources"
DIALECTS = ["s09", "s12", "s15", "s20", "s28", "s29", "s35", "nextcloud-youth", "wordpress-heritage"]
"""Outlook, Google, one VEVENT a date, whole days, floating times, times in names, broken bytes; a calendar from Nextcloud, one from
WordPress."""


def facts(event: EventRow) -> dict[str, Any]:
    """Everything of an event that must survive the way out and in again; the address becomes our own page by design."""
    return {
        "name": event.name,
        "description": event.description,
        "start": event.first_start,
        "end": event.first_end,
        "recurrence": event.recurrence,
        "status": event.event_status,
        "place": event.place_text,
        "categories": event.categories,
        "where": (event.latitude, event.longitude),
        "conference": event.conference,
    }


def told(directory: Path) -> tuple[dict[str, Any], list[Any]]:
    """The events by name and start, and every occurrence, of one region."""
    rows = Snapshot(directory / "kooste.db")
    events = {f"{sorted(event.name.values())} {event.first_start}": facts(event) for event in rows.events()}
    names = {event.id: sorted(event.name.values()) for event in rows.events()}
    dates = [(names[one.event_id], one.start, one.end, one.all_day, one.event_status, one.place_text) for one in rows.occurrences()]
    return events, sorted(dates, key=repr)


def feed_of(source: str) -> bytes:
    """A calendar of the demo region, else one of the readers' own tests."""
    ours = FEEDS / f"{source}.ics"
    return (ours if ours.exists() else next((SOURCES / source).glob("*.ics"))).read_bytes()


@pytest.mark.parametrize("dialects", [DIALECTS], ids=["every dialect of the demo region"])
def test_publish_harvest_normalise_is_the_identity(tmp_path: Path, dialects: list[str]) -> None:
    with calendar_host() as host:
        ours, theirs = region(tmp_path / "ours", host), region(tmp_path / "theirs", host, "naapuri", "https://naapuri.example/")
        for source in dialects:
            ours.source(source)
            host.files[f"/{source}.ics"] = feed_of(source)
        assert ours.kooste("run", "--all").exit_code == 0
        theirs.source("naapuri")
        host.files["/naapuri.ics"] = (ours.data / "public" / "fi" / "kalenteri.ics").read_bytes()
        assert theirs.kooste("run", "--all").exit_code == 0
        (our_events, our_dates), (their_events, their_dates) = told(ours.data), told(theirs.data)
    assert len(our_events) >= 25
    assert their_events == our_events
    assert their_dates == our_dates


def region(folder: Path, host: CalendarHost, *of: str) -> Town:
    folder.mkdir()
    return Town(folder, host, *of)
