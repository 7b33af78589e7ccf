"""``schedules.yaml`` as the demo's configuration: every key of the model is used, and it fits the feeds and the region's description."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest
import yaml

from examples.norppala import generate
from examples.norppala.server import ROUTES
from harvesters.record import ReadContext, Reading, Response
from harvesters.registry import READERS
from harvesters.source import LANGUAGES, Expectation, FetchDefaults, OrganizerEntry, Schedules, Source
from kooste import settings
from normalize.mapping import Context, Normalized, normalize
from normalize.places import Hints, PlaceRegistry
from normalize.recurrence import Window

FILE = Path(__file__).parents[1] / "schedules.yaml"
FEEDS = Path(generate.__file__).parent / "feeds"
SCHEDULES = settings.load(FILE)
RAW = yaml.safe_load(FILE.read_text("utf-8"))
REGION = generate.scenario()
HARVESTED = [source for source in SCHEDULES.sources if (FEEDS / f"{source.id}.ics").exists()]
BY_ID = {source.id: source for source in HARVESTED}


def test_the_file_is_valid_and_complete_in_three_languages() -> None:
    region = SCHEDULES.region
    assert region.languages == LANGUAGES
    texts = [region.name, region.tagline, region.notice, *(place.name for place in SCHEDULES.places)]
    assert all(set(text or {}) == set(LANGUAGES) for text in texts)
    assert region.notice is not None
    assert region.notice["fi"] == "Esittelyaineisto: järjestöt, tapahtumat ja paikat ovat keksittyjä."
    assert [m.code for m in region.municipalities] == ["740", "046", "681", "768"]
    assert region.accessibility is not None


@pytest.mark.parametrize(
    ("model", "entries"),
    [
        (Schedules, [RAW]),
        (Source, RAW["sources"]),
        (OrganizerEntry, [source["organizer"] for source in RAW["sources"]]),
        (FetchDefaults, [RAW["defaults"]["fetch"]]),
        (Expectation, [source["expect"] for source in RAW["sources"] if "expect" in source]),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_every_key_worth_knowing_is_shown_in_the_file(model: type[Schedules], entries: list[dict[str, object]]) -> None:
    shown = {key for entry in entries for key in entry}
    left_to_their_defaults = {"enabled", "user_agent", "connect_seconds", "max_bytes", "max_redirects"}
    assert set(model.model_fields) - shown <= left_to_their_defaults


def test_the_roles_and_both_kinds_of_schedule_are_shown() -> None:
    assert {source.organizer.role for source in SCHEDULES.sources} == {"organizer", "municipality", "umbrella", "republisher"}
    assert any(str(source.schedule).endswith("mon,thu") for source in SCHEDULES.sources)


def test_places_are_those_of_the_regions_description() -> None:
    ours = {place.id: place for place in SCHEDULES.places}
    assert list(ours) == [venue["id"] for venue in REGION["venues"]]
    for venue in REGION["venues"]:
        place = ours[venue["id"]]
        told = (place.name["fi"], list(place.aliases), place.district, place.municipality_code, place.postal_code)
        wanted = (venue["name"], venue["aliases"], venue["district"] or "", venue["municipality_code"] or "", venue["postal_code"] or "")
        assert told == wanted
        where = (place.latitude, place.longitude, place.capacity, list(place.accessibility))
        assert where == (venue["lat"], venue["lon"], venue["capacity"], venue["accessibility"])
    assert [place.id for place in SCHEDULES.places if place.online] == ["v-online"]


def test_sources_are_those_of_the_regions_description() -> None:
    known = {source["id"]: source for source in REGION["sources"]}
    for source in SCHEDULES.sources:
        assert source.organizer.name["fi"].split(" (")[0] in f"{known[source.id]['publisher']} {source.title}"
        assert (source.licence or None) == known[source.id]["licence"]
    assert {source.id for source in SCHEDULES.sources} == {route.source for route in ROUTES}


def test_two_feeds_of_one_organizer_name_it_alike() -> None:
    parish = [source.organizer for source in SCHEDULES.sources if source.organizer.id == "norppalan-seurakunta"]
    assert len(parish) == 2
    assert parish[0] == parish[1]


def test_only_the_clubs_subscription_is_a_secret_and_no_secret_stands_in_the_file() -> None:
    assert {source.id: source.secret_names for source in SCHEDULES.sources if source.is_secret} == {"s15": ("NORPPALA_UIMASEURA_TOKEN",)}
    assert "esimerkki-avain" not in FILE.read_text("utf-8")


def test_only_the_example_server_may_be_asked_on_loopback() -> None:
    assert SCHEDULES.defaults.fetch.allow_hosts == ("127.0.0.1:8765",)


@pytest.mark.parametrize("source", HARVESTED, ids=lambda source: source.id)
def test_every_place_of_a_feed_is_found_in_the_registry(source: Source) -> None:
    registry = PlaceRegistry(SCHEDULES.places)
    hints = Hints(lookups=source.lookups.get("place", {}), default_place=source.default_place or "")
    calendar = icalendar.Calendar.from_ical((FEEDS / f"{source.id}.ics").read_bytes())
    texts = {str(event.get("LOCATION", "")) for event in calendar.walk("VEVENT")}
    assert {text for text in texts if not registry.find(text, hints).place_id} == set()


@pytest.mark.parametrize("record", [r for r in REGION["events"] if r["source"] in BY_ID], ids=lambda record: record["key"])
def test_a_key_record_is_placed_where_the_scenario_says(record: dict[str, str]) -> None:
    source = BY_ID[record["source"]]
    registry = PlaceRegistry(SCHEDULES.places)
    hints = Hints(lookups=source.lookups.get("place", {}), default_place=source.default_place or "")
    calendar = icalendar.Calendar.from_ical((FEEDS / f"{source.id}.ics").read_bytes().decode("cp1252" if source.id == "s35" else "utf-8"))
    events = [event for event in calendar.walk("VEVENT") if str(event["SUMMARY"]).endswith(record["title"])]
    assert {registry.find(str(event["LOCATION"]), hints).place_id for event in events} == {record["venue"]}


@pytest.mark.parametrize("source", [s for s in HARVESTED if s.only], ids=lambda source: source.id)
def test_an_allow_list_lets_something_through_and_keeps_members_matters_back(source: Source) -> None:
    calendar = icalendar.Calendar.from_ical((FEEDS / f"{source.id}.ics").read_bytes())
    names = [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]
    public = {name for name in names if any(word.casefold() in name.casefold() for word in source.only)}
    assert public
    assert not [name for name in public if any(word in name for word in ("Kilparyhmä", "harjoitukset", "Seurakilpailut"))]


def normalized(source: Source) -> tuple[Reading, list[Normalized]]:
    """The feed through the reader of its format and the mapping, as on the demo's day."""
    answer = Response(
        source_id=source.id,
        url=source.url,
        status=200,
        headers={},
        body=(FEEDS / f"{source.id}.ics").read_bytes(),
        fetched_at=datetime(2026, 11, 22, tzinfo=UTC),
    )
    zone = source.timezone or SCHEDULES.region.timezone
    reading = READERS[source.format](answer, ReadContext(zone=zone))
    window = Window(start=date(2026, 10, 22), end=date(2027, 12, 22), timezone=SCHEDULES.region.timezone)
    context = Context(
        window=window, places=PlaceRegistry(SCHEDULES.places), region_timezone=SCHEDULES.region.timezone, max_occurrences=1000
    )
    return reading, [normalize(raw, source, context) for raw in reading.events]


@pytest.mark.parametrize("source", HARVESTED, ids=lambda source: source.id)
def test_every_record_of_the_demo_ends_where_it_should(source: Source) -> None:
    reading, results = normalized(source)
    outcomes = Counter(result.outcome for result in results) + Counter(set_aside=reading.set_aside, not_public=reading.not_public)
    unusual = {"s12": {"out_of_horizon"}, "s14": {"out_of_horizon"}, "s15": {"not_public"}, "s16": {"not_public"}, "s35": {"set_aside"}}
    assert set(outcomes) == {"stored"} | unusual.get(source.id, set())
    assert outcomes.total() == reading.read
    assert all(result.listing.place_id for result in results if result.listing is not None)


@pytest.mark.parametrize(
    ("source", "code"), [("s28", "floating_time"), ("s28", "no_end"), ("s35", "encoding_repaired"), ("s35", "uid_shared")]
)
def test_a_publisher_is_told_what_is_wrong_with_its_feed(source: str, code: str) -> None:
    reading, results = normalized(BY_ID[source])
    assert code in {issue.code for issue in [*reading.issues, *(issue for result in results for issue in result.issues)]}
