"""Recorded answers of real calendar hosts (PlaceCal's cassettes) replayed: verdict, recognition, reading, each ends as it should."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest

from harvesters.errors import Unreadable
from harvesters.failure_reasons import FAILURE_REASONS
from harvesters.fetch_failures import FetchFailedError
from harvesters.fetch_guard import check_redirect, check_url
from harvesters.fetch_verdict import Answer, judge
from harvesters.fetch_wire import FetchRequest
from harvesters.json_options import JsonOptions
from harvesters.recognise import recognise
from harvesters.record import ReadContext, Response
from harvesters.registry import FORMATS
from tests.shared import CORPORA, needs_corpora

pytestmark = [needs_corpora, pytest.mark.corpora]

NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)
ZONE = "Europe/London"
FOLDER = CORPORA / "geeksforsocialchange+PlaceCal"

EXPECTED: dict[str, dict[str, int]] = {
    "ACCG": {"ical: 0 events": 2},
    "Eventbrite_calendar": {"schema: 24 events": 2, "json": 76},
    "Martin_Harris_Centre": {"xml": 2},
    "Placecal_Hulme_Moss_Side_Google_Cal": {"ical: 139 events": 2},
    "Squarespace_calendar": {"page": 2, "json": 1},
    "Uknown_Teamup_Feed": {"ical: 21 events": 5},
    "Yellowbird_Webcal": {"to https": 1, "ical: 2 events": 2},
    "Zion_Centre_Guide": {"ical: 24 events": 2},
    "calendar_bad_source_url": {"page": 2},
    "calendar_events_test": {"http_400": 11},
    "eventbrite_bad_gateway": {"schema: 24 events": 1, "json": 76},
    "eventbrite_events": {"schema: 24 events": 2, "json": 75},
    "example_dot_com": {"page": 1},
    "example_dot_com_403_response": {"forbidden": 1},
    "example_dot_com_404_response": {"http_404": 1},
    "example_dot_com_bad_response": {"login_required": 1},
    "generic_webcal_feed": {"to https": 2, "ical: 4 events": 3},
    "gfsc_studio": {"page": 4},
    "import_test_calendar": {"ical: 11 events": 3, "json": 2},
    "meetup_not_found": {"http_404": 1},
    "outsavvy_publisher_url": {"to https": 2},
    "ra_club": {"json": 1},
    "squarespace_bad_json": {"empty_body": 1, "text": 1},
    "unsupported_url": {"text": 3},
}
"""Cassette -> how its answers end. ``json`` is an interface of no format of ours (described in an entry where it is wanted), ``xml`` a
vocabulary nobody else speaks, ``page`` a page without structured data, ``text`` an error or a program in words.

The last page of ``eventbrite_bad_gateway`` is recorded as a whole answer: PlaceCal's own test puts the 502 in by hand.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One answer of a cassette."""

    cassette: str
    url: str
    answer: Answer
    asked_for: str


def recorded() -> list[Recorded]:
    rows = [json.loads(line) for line in (FOLDER / "cassettes.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        Recorded(cassette=row["cassette"], url=row["uri"], answer=_answer(row), asked_for=row["headers"].get("location", ""))
        for row in rows
    ]


def _answer(row: Mapping[str, Any]) -> Answer:
    body = (CORPORA / row["body"]).read_bytes() if row["body"] else b""
    headers = {name.lower(): value for name, value in row["headers"].items()}
    return Answer(url=row["uri"], status=row["status"], headers=headers, body=body)


def fetched(one: Recorded) -> Response:
    """The answer as the fetcher hands it on; raises ``FetchFailedError``."""
    found = judge(FetchRequest(source_id="placecal", url=one.url), one.answer, NOW)
    assert isinstance(found, Response)
    return found


def end(one: Recorded) -> str:
    """How one answer ends."""
    if one.asked_for:
        return f"to {check_redirect(check_url(one.url), one.asked_for).scheme}"
    try:
        response = fetched(one)
    except FetchFailedError as failed:
        return failed.reason
    known = recognise(response)
    if known.format not in FORMATS or FORMATS[known.format].needs_options:
        return known.format or known.kind
    reading = FORMATS[known.format].read(response, ReadContext(zone=ZONE))
    assert reading.read == len(reading.events) == known.records, "nothing set aside, nothing not public, and recognised as many"
    return f"{known.format}: {reading.read} events"


def test_every_recorded_answer_ends_as_it_should() -> None:
    ends: dict[str, Counter[str]] = {}
    for one in recorded():
        ends.setdefault(one.cassette, Counter())[end(one)] += 1
    assert {name: dict(found) for name, found in ends.items()} == EXPECTED
    assert sum(sum(found.values()) for found in ends.values()) == 291


def test_a_permanent_move_leads_to_the_answer_that_was_recorded_next() -> None:
    """``webcal:`` and ``http:`` addresses of one host, each moved to ``https:`` there."""
    moved = [(one, following) for one, following in pairwise(recorded()) if one.asked_for and one.cassette == following.cassette]
    for one, following in moved:
        if "icloud" in one.url:
            assert check_redirect(check_url(one.url), one.asked_for).url == following.url
    assert len(moved) >= 3


def test_no_calendar_has_more_or_fewer_events_than_an_independent_count() -> None:
    for one in recorded():
        if b"BEGIN:VCALENDAR" in one.answer.body:
            found = FORMATS["ical"].read(fetched(one), ReadContext(zone=ZONE))
            assert found.read == len(re.findall(rb"^BEGIN:VEVENT", one.answer.body, re.MULTILINE)), one.url


@pytest.mark.parametrize("name", ["ical", "feed", "linked_events", "tribe", "openactive"])
def test_what_is_another_format_is_never_an_empty_calendar(name: str) -> None:
    """Every answer, given to a reader it was not meant for: a named failure, or (JSON of a like shape) records that are accounted for."""
    refused = Counter[str]()
    for one in recorded():
        try:
            response = fetched(one)
            if recognise(response).format == name:
                continue
            found = FORMATS[name].read(response, ReadContext(zone=ZONE))
        except FetchFailedError:
            continue
        except Unreadable as failure:
            refused[failure.reason] += 1
        else:
            assert found.read == len(found.events) + found.set_aside + found.not_public > 0
    assert refused.keys() <= FAILURE_REASONS.keys()
    assert sum(refused.values()) > 200


EVENTBRITE = JsonOptions.model_validate(
    {
        "records": "events",
        "fields": {
            "uid": "id",
            "name": "name.text",
            "start": {"path": "start.utc", "format": "iso"},
            "end": {"path": "end.utc", "format": "iso"},
            "location": "venue.name",
            "url": "url",
        },
        "next": {"template": "?expand=venue&page={page}", "last": 2},
    }
)


def test_an_interface_described_in_an_entry_gives_as_many_events_as_the_label_says() -> None:
    """72 events in two pages of 50 and 22. The page for people of the same organiser carries 24 of them as JSON-LD: those to come."""
    told = json.loads((CORPORA / "labels" / "placecal_expected.jsonl").read_text(encoding="utf-8"))
    pages = [fetched(one) for one in recorded() if one.cassette == told["cassette"] and "/events/?" in one.url]
    context = ReadContext(zone=ZONE, options=EVENTBRITE)
    asked = [ask for page in pages[:1] for ask in FORMATS["json"].follow(page, context)]  # type: ignore[misc]  # it has one
    assert [ask.url for ask in asked] == [pages[1].url]
    reading = FORMATS["json"].read(replace(pages[0], parts=(replace(pages[1], role=asked[0].role),)), context)
    assert (len(reading.events), reading.set_aside, reading.complete) == (told["events"], 0, True)
    assert len({event.uid for event in reading.events}) == 72
    assert all(event.start and event.end and event.name for event in reading.events)
