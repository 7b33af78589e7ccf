"""Every hostile feed and page the whole way: sandbox, echoes, normalize. Nothing stored that has no time, nothing set aside without a name.

What the readers alone make of them is shown in ``test_harvesters_feed_hostile`` and ``test_harvesters_schema_hostile``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from harvesters.errors import Unreadable
from harvesters.record import Reading, Response
from harvesters.sandbox import Sandbox
from harvesters.source import Schedules
from kooste import pipeline
from normalize.mapping import Normalized, normalize
from store.known import Known
from tests.shared import HOSTILE, needs_hostile
from tests.test_harvesters_feed_hostile import REASONS
from tests.test_harvesters_schema_hostile import OURS

pytestmark = needs_hostile

NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)
EXPECTED: dict[str, dict[str, Any]] = json.loads((HOSTILE / "expected.json").read_text(encoding="utf-8")) if HOSTILE.is_dir() else {}
FILES = [name for name in sorted(EXPECTED) if name.startswith(("feeds/", "html/"))]
FORMATS = {"feeds": "feed", "html": "schema"}
OTHERWISE = {
    "feeds/rss_pubdate_is_not_event_date.xml": (1, 0, ""),  # "Kevätjuhlat 24.4.2027 klo 18": the title says it, and is read
    "feeds/rss_event_module.xml": (0, 1, "conflicting_dates"),
    "html/jsonld_script_injection.html": (0, 1, "no_title"),  # a name of nothing but a script has no words left
}
"""Stored, not stored and why, where the kit has something else in view.

Of all other feeds it says how many items are read. Their items carry a date of publication and no other, so none of them is an event.
"""


def told(name: str) -> tuple[int, int, str]:
    """Stored, not stored, and the code that names each of the latter."""
    expected = EXPECTED[name]
    accepted, aside = expected["accepted"], expected["quarantined"] or 0
    if name in OTHERWISE:
        return OTHERWISE[name]
    return (0, accepted + aside, "no_time_phrase") if name.startswith("feeds/") else (accepted, aside, expected["reason"])


def schedules(name: str) -> Schedules:
    kind = name.partition("/")[0]
    options = {"schema": OURS[name]} if name in OURS else {}
    region = {
        "id": "norppala",
        "name": "Norppala",
        "timezone": "Europe/Helsinki",
        "public_address": "https://kalenteri.example/",
        "contact": {"name": "Toimisto", "email": "toimisto@kalenteri.example"},
    }
    entry = {"id": "site", "title": "Site", "organizer": {"name": "Site"}, "format": FORMATS[kind], "url": "https://site.example/events"}
    horizon = {"months_back": 1, "months_ahead": 24}
    return Schedules.model_validate({"region": region, "defaults": {"language": "fi", "horizon": horizon}, "sources": [entry | options]})


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


def outcome(name: str, sandbox: Sandbox) -> tuple[Reading, list[Normalized]]:
    """What is read and what becomes of it; raises ``Unreadable``."""
    configured = schedules(name)
    source = configured.resolved(configured.sources[0])
    reader = pipeline.reader_of(configured, sandbox, NOW)
    body = (HOSTILE / name).read_bytes()
    response = Response(source_id="site", url=source.url, status=200, headers={}, body=body, fetched_at=NOW)
    reading = reader.reading(source, response, Known(source_id="site", region="Europe/Helsinki"))
    return reading, [normalize(raw, source, reader.context) for raw in reading.events]


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_the_whole_way(name: str, sandbox: Sandbox) -> None:
    expected = EXPECTED[name]
    if expected["verdict"] == "REJECT":
        with pytest.raises(Unreadable) as refused:
            outcome(name, sandbox)
        assert refused.value.reason == REASONS.get(expected["reason"], expected["reason"])
        return
    reading, results = outcome(name, sandbox)
    stored, aside, code = told(name)
    assert (sum(result.outcome == "stored" for result in results), reading.read) == (stored, stored + aside)
    named = [issue.code for issue in reading.issues if issue.severity == "error"]
    named += [issue.code for result in results if result.outcome != "stored" for issue in result.issues if issue.severity == "error"]
    assert len(named) == aside
    assert not aside or code in named
    text = "".join(result.listing.model_dump_json() for result in results if result.listing)
    assert not [bad for bad in ("<script", "javascript:", "<svg", "<iframe", "\x00", "NaN") if bad in text]


def test_the_time_of_an_item_is_its_own_and_never_that_of_its_publication(sandbox: Sandbox) -> None:
    _, (result,) = outcome("feeds/rss_pubdate_is_not_event_date.xml", sandbox)
    assert result.listing is not None
    assert str(result.listing.start) == "2027-04-24 18:00:00+03:00"
    assert result.listing.name == {"fi": "Kevätjuhlat"}
