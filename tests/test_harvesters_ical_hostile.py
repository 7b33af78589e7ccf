"""The hostile calendars and other people's feeds through the reader alone; what rules and horizons decide is normalize's to show."""

from __future__ import annotations

import json
import resource
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from harvesters.errors import Unreadable
from harvesters.record import Reading
from tests.ical_feeds import NEIGHBOUR, START, calendar, reading, remembered, vevent
from tests.shared import CORPORA, HOSTILE, needs_corpora, needs_hostile

EXPECTED: dict[str, dict[str, Any]] = json.loads((HOSTILE / "expected.json").read_text(encoding="utf-8")) if HOSTILE.is_dir() else {}
FILES = sorted(name for name in EXPECTED if name.startswith("ics/"))
NOT_THE_READERS = {
    "rrule_frequency",
    "rrule_invalid",
    "rrule_too_dense",
    "rrule_no_occurrence",
    "rrule_too_many_steps",
    "duration_too_long",
    "out_of_horizon",
    "burst",
}
"""Reasons that need the rule expanded, a clock or a history."""
FEEDS = sorted(path for path in CORPORA.rglob("*") if path.suffix.lower() in {".ics", ".ical", ".vcs"}) if CORPORA.is_dir() else []
MOST_MEGABYTES = 200


def bounded(work: Callable[[], Reading]) -> Reading:
    """The reading, provided it took at most 200 MB more memory than the process ever had (times are told by benchmarks/)."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = work()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_MEGABYTES * 1024
    return found


@needs_hostile
@pytest.mark.parametrize("name", [name for name in FILES if EXPECTED[name]["reason"] not in NOT_THE_READERS])
def test_a_hostile_calendar_ends_as_the_kit_says(name: str) -> None:
    expected, body = EXPECTED[name], (HOSTILE / name).read_bytes()
    if expected["verdict"] == "REJECT":
        with pytest.raises(Unreadable) as refused:
            reading(body)
        assert refused.value.reason == expected["reason"]
        return
    found = bounded(lambda: reading(body))
    assert (len(found.events), found.set_aside + found.not_public) == (expected["accepted"], expected["quarantined"])
    if expected["verdict"] == "PARTIAL":
        assert expected["reason"] in {issue.code for issue in found.issues}
    again = reading(body, remembered(found))
    assert len(again.unchanged) == again.read


@needs_hostile
@pytest.mark.parametrize("name", [name for name in FILES if EXPECTED[name]["reason"] in NOT_THE_READERS])
def test_what_the_reader_cannot_judge_it_hands_on_whole(name: str) -> None:
    found = bounded(lambda: reading((HOSTILE / name).read_bytes()))
    assert (len(found.events), found.set_aside) == (EXPECTED[name]["accepted"] + EXPECTED[name]["quarantined"], 0)


@needs_hostile
def test_no_canary_is_kept() -> None:
    names = ("attendee_emails", "private_class", "url_credentials")
    found = "".join(repr(reading((HOSTILE / "ics" / f"{name}.ics").read_bytes())) for name in names)
    for canary in ("pekka@", "maija.private@", "boss@", "1234567", "Salary", "Layoffs", "secret"):
        assert canary not in found


@pytest.mark.corpora
@needs_corpora
@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.relative_to(CORPORA).as_posix())
def test_other_peoples_calendars_are_read_or_refused_by_name(path: Path) -> None:
    body = path.read_bytes()
    try:
        found = bounded(lambda: reading(body))
    except Unreadable:  # the reasons are shown in test_harvesters_ical_document.py
        return
    again = bounded(lambda: reading(body, remembered(found)))
    assert len(again.unchanged) == again.read == found.read
    assert found.read == len(found.events) + len(found.unchanged) + found.set_aside + found.not_public


def theirs(path: Path) -> Iterator[tuple[str, Any, str]]:
    """Uid, start and title of every event as icalendar reads it; nothing where it cannot read the file."""
    try:
        events: list[Any] = list(Calendar.from_ical(path.read_bytes()).events)
    except (ValueError, KeyError, IndexError):
        return
    for event in events:
        start = getattr(event.get("DTSTART"), "dt", None)
        if start is not None:
            yield str(event.get("UID", "")).strip(), start, str(event.get("SUMMARY", "")).strip()


def comparable(start: object) -> str:
    """The instant of an aware time; a wall clock or a day as it stands."""
    return str(start.timestamp()) if isinstance(start, datetime) and start.tzinfo else str(start)


@pytest.mark.corpora
@needs_corpora
@pytest.mark.parametrize("town", ["davis", "petaluma"])
def test_real_feeds_are_read_as_icalendar_reads_them(town: str) -> None:
    files = [path for path in FEEDS if path.parent.name == town and path.stat().st_size < 60_000]
    compared = 0
    for path in files:
        try:
            events = reading(path.read_bytes()).events
        except Unreadable:
            continue
        ours: dict[str, dict[str, set[str]]] = {}
        for event in events:
            ours.setdefault(event.uid, {}).setdefault(comparable(event.start), set()).update(text.value for text in event.name)
        for uid, start, title in theirs(path):
            mine = ours.get(uid, {comparable(start): {title}})
            assert comparable(start) in mine, (path.name, uid, start)
            compared += title in mine[comparable(start)]
    assert compared > 100


def test_twenty_thousand_events_fit_in_memory_and_a_long_line_costs_one_event() -> None:
    events = "".join(vevent(f"UID:{n}", START, f"SUMMARY:Tapahtuma {n}", "DESCRIPTION:" + "x" * 300) for n in range(20_000))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert len(reading(calendar(events)).events) == 20_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_MEGABYTES * 1024
    long = vevent("UID:long", START, "SUMMARY:" + "y" * 9_000_000)
    found = bounded(lambda: reading(calendar(long, vevent(*NEIGHBOUR))))
    assert [event.uid for event in found.events] == ["neighbour@norppala.example"]
