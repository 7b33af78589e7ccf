"""The demo region as Kooste reads it: every key record comes out of its own source as the region's description says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from examples.norppala import generate
from examples.norppala.server import ExampleServer
from normalize.model import Listing
from tests.region_reading import SCHEDULES, Read, read

HELSINKI = ZoneInfo("Europe/Helsinki")
REGION = generate.scenario()
RECORDS = {record["key"]: record for record in REGION["events"]}
ASKED = [source.id for source in SCHEDULES.sources if source.fetch_policy != "disallowed"]
NOT_READ = {"o5", "o10"}
"""Last year's trip, whose weekday gives its year away; and the baking whose hour stands in its name, which has a test of its own."""


@pytest.fixture(scope="module")
def example() -> Iterator[ExampleServer]:
    with ExampleServer(Path(generate.__file__).parent, port=0) as running:
        yield running


@pytest.fixture(scope="module")
def region(example: ExampleServer) -> dict[str, Read]:
    return {source: read(example, source) for source in ASKED}


def wall(moment: date | None) -> str | None:
    """As the description writes it."""
    if not isinstance(moment, datetime):
        return moment.isoformat() if moment else None
    return moment.astimezone(HELSINKI).strftime("%Y-%m-%dT%H:%M")


def listings(region: dict[str, Read], record: dict[str, Any]) -> list[Listing]:
    """What became of a key record, by its name."""
    found = [result.listing for result in region[record["source"]].results if result.listing is not None]
    return [listing for listing in found if record["title"] in listing.name.values()]


@pytest.mark.parametrize("key", [key for key in RECORDS if key not in NOT_READ])
def test_a_key_record_is_read_from_its_own_source(region: dict[str, Read], key: str) -> None:
    record = RECORDS[key]
    found = [listing for listing in listings(region, record) if wall(listing.start) == record.get("start")]
    assert len(found) == 1
    assert found[0].place_id == record["venue"]


@pytest.mark.parametrize("key", [key for key, record in RECORDS.items() if "end" in record and key not in {"o9", "c2b", *NOT_READ}])
def test_a_key_record_ends_when_the_description_says(region: dict[str, Read], key: str) -> None:
    record = RECORDS[key]
    (listing,) = [listing for listing in listings(region, record) if wall(listing.start) == record["start"]]
    assert wall(listing.end) == record["end"]


@pytest.mark.parametrize("key", ["d3a", "d3b", "d2a", "d2b", "o8", "o14", "o15", "c6a", "o2"])
def test_a_series_has_the_rule_and_the_exceptions_of_the_description(region: dict[str, Read], key: str) -> None:
    record = RECORDS[key]
    (listing,) = listings(region, record)
    assert listing.recurrence is not None
    parts = dict(part.split("=") for part in listing.recurrence.rrule[0].split(";"))
    wanted = dict(part.split("=") for part in record["rrule"].split(";"))
    assert (parts["FREQ"], parts["BYDAY"]) == (wanted["FREQ"], wanted["BYDAY"])
    assert [wall(day) for day in listing.recurrence.exdate] == [f"{day}{record['start'][10:]}" for day in record.get("exdates", [])]


def test_what_a_system_publishes_date_by_date_is_read_date_by_date(region: dict[str, Read]) -> None:
    days = {key: sorted(wall(one.start) or "" for one in listings(region, RECORDS[key])) for key in ("d5b", "d6a", "d5a")}
    assert days["d5b"] == ["2026-11-25T09:30", "2026-12-02T09:30", "2026-12-09T09:30"]
    assert days["d5a"] == days["d5b"]
    assert not {day[:10] for day in days["d6a"]} & set(RECORDS["d6a"]["exdates"])


def test_a_whole_day_with_the_hour_in_its_name_is_on_that_day(region: dict[str, Read]) -> None:
    found = [result.listing for result in region["s29"].results if result.listing and "Joululeivonta" in result.listing.name["fi"]]
    assert [(listing.place_id, (wall(listing.start) or "")[:10]) for listing in found] == [("v-asukastupa", "2026-12-01")]


def test_last_years_trip_is_set_aside_and_said_so(region: dict[str, Read]) -> None:
    assert listings(region, RECORDS["o5"]) == []
    (aside,) = [result for result in region["s14"].results if result.outcome == "set_aside"]
    assert [(issue.code, issue.value) for issue in aside.issues] == [("phrase_conflict", "to 9.10.")]


def test_every_record_of_the_demo_ends_where_it_should(region: dict[str, Read]) -> None:
    unusual = {
        "s12": {"out_of_horizon"},
        "s14": {"set_aside"},
        "s15": {"not_public"},
        "s16": {"not_public"},
        "s35": {"set_aside"},
        "s36": {"set_aside"},
    }
    for source, told in region.items():
        reading = told.reading
        outcomes = Counter(result.outcome for result in told.results) + Counter(set_aside=reading.set_aside, not_public=reading.not_public)
        assert set(outcomes) == {"stored"} | unusual.get(source, set()), source
        assert outcomes.total() + len(reading.deleted) == reading.read
        assert reading.complete


def test_every_place_is_found_but_those_outside_the_registry(region: dict[str, Read]) -> None:
    found = [(source, result.listing) for source, told in region.items() for result in told.results if homeless(result.listing)]
    lost = [(source, listing.name["fi"]) for source, listing in found if listing is not None]
    assert lost == [
        ("s02", "Kirjallisuusilta – tekstejä ja musiikkia"),
        ("s11", "Norppalan sosiaali- ja terveyskeskus"),
        ("s11", "Kerimäen hyvinvointipiste"),
    ]


def homeless(listing: Listing | None) -> bool:
    return listing is not None and not listing.place_id


@pytest.mark.parametrize(
    ("source", "uid_of", "remaining", "capacity"),
    [
        ("s05", "d3a", 10, 10),
        ("s05", "o8", 0, 15),
        ("s07", "c6a", 0, 12),
        ("s23", "d4a", 143, 520),
        ("s23", "d4d", 0, 520),
        ("s25", "d10a", 2, 16),
    ],
)
def test_places_left_are_told(region: dict[str, Read], source: str, uid_of: str, remaining: int, capacity: int) -> None:
    record = RECORDS[uid_of]
    (listing,) = [one for one in listings(region, record) if wall(one.start) == record["start"]]
    (told,) = [one for one in region[source].reading.availability if one.uid == listing.uid]
    assert (told.remaining, told.capacity) == (remaining, capacity)


def test_service_locations_lie_where_the_region_has_them(region: dict[str, Read]) -> None:
    venues = {venue["id"]: (venue["lat"], venue["lon"]) for venue in REGION["venues"]}
    found = [(raw.latitude, raw.longitude) for raw in region["s11"].reading.events]
    for told, venue in zip(found, ("v-kansalaisopisto", "v-kerimaki-talo"), strict=True):
        assert told[0] == pytest.approx(venues[venue][0], abs=1e-5)
        assert told[1] == pytest.approx(venues[venue][1], abs=1e-5)


@pytest.mark.parametrize("word", ["Esimerkki Oppilas", "Keksitty Soittaja", "Koulutussihteeri", "Koripallokerho", "Kilparyhmä"])
def test_who_must_not_be_named_is_not(region: dict[str, Read], word: str) -> None:
    """Children on a stage, a contact person, whose hour it is in a hall, members' matters."""
    named = [source for source, told in region.items() if word in str([result.listing for result in told.results])]
    assert named == []


@pytest.mark.parametrize(
    ("source", "code"),
    [("s28", "floating_time"), ("s28", "no_end"), ("s35", "encoding_repaired"), ("s35", "uid_shared"), ("s36", "phrase_vague")],
)
def test_a_publisher_is_told_what_is_wrong_with_its_publication(region: dict[str, Read], source: str, code: str) -> None:
    told = region[source]
    assert code in {issue.code for issue in [*told.reading.issues, *(issue for result in told.results for issue in result.issues)]}
