"""``schedules.yaml`` as the demo's configuration: every key of the model is used, and it fits the region's description."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urlsplit

import pytest
import yaml

from examples.norppala import generate
from examples.norppala.server import ROUTES, SECRETS, SELF
from harvesters.access import Auth, Permission
from harvesters.region_rules import LANGUAGES
from harvesters.registry import FORMATS
from harvesters.source import Expectation, FetchDefaults, OrganizerEntry, Schedules, Source
from tests.region_reading import FILE, SCHEDULES

RAW = yaml.safe_load(FILE.read_text("utf-8"))
REGION = generate.scenario()
KNOWN = {source["id"]: source for source in REGION["sources"]}
READ_AS = {
    "linked_events_v1": "linked_events", "wp_the_events_calendar_rest": "tribe", "rss_xcal": "feed", "kirkanta_v4": "kirkanta",
    "hellewi_api_v1": "hellewi", "hellewi_html_old": "hellewi_html", "html_list": "page", "html_table": "page", "ptv_v11": "ptv",
    "html_weekday_headings": "page", "html_table_pipe": "page", "html_timetable": "page", "csv_sheet": "csv", "rss_plain": "feed",
    "html_jsonld": "schema", "ticketing_json": "json", "kide_api": "json", "lyyti_api_v2": "json", "lahella_activities": "lahella",
    "atom": "feed", "activitypub_mobilizon": "activitypub", "rss_ev_module": "feed", "html_calendar": "schema", "html_text": "page",
    "wp_rss": "feed",
}  # fmt: skip
"""Format of the description -> the reader that is used for it; everything that begins with ``ics_`` is ``ical``."""


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
        (Permission, [source["permission"] for source in RAW["sources"] if "permission" in source]),
        (Auth, [source["auth"] for source in RAW["sources"] if "auth" in source]),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_every_key_worth_knowing_is_shown_in_the_file(model: type[Schedules], entries: list[dict[str, object]]) -> None:
    shown = {key for entry in entries for key in entry}
    left_to_their_defaults = {"user_agent", "connect_seconds", "max_bytes", "max_redirects", "follow_hosts", "max_pages", "also"}
    keys = {field.alias or name for name, field in model.model_fields.items()}
    assert keys - shown - set(FORMATS) <= left_to_their_defaults


def test_the_roles_and_every_kind_of_schedule_are_shown() -> None:
    assert {source.organizer.role for source in SCHEDULES.sources} == {
        "organizer",
        "municipality",
        "umbrella",
        "republisher",
        "registration",
    }
    assert any(str(source.schedule).endswith("mon,thu") for source in SCHEDULES.sources)
    assert any(".." in str(source.schedule) for source in SCHEDULES.sources)


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


def test_sources_are_the_thirty_six_of_the_regions_description() -> None:
    assert {source.id for source in SCHEDULES.sources} == set(KNOWN) == {route.source for route in ROUTES}
    assert len(SCHEDULES.sources) == 36
    for source in SCHEDULES.sources:
        known = KNOWN[source.id]
        assert source.organizer.name["fi"].split(" (")[0] in f"{known['publisher']} {source.title}"
        assert (source.licence or None) == known["licence"]
        assert source.format == READ_AS.get(known["format"], "ical")


@pytest.mark.parametrize("source", SCHEDULES.sources, ids=lambda source: source.id)
def test_an_address_is_the_one_of_the_description_on_the_example_server(source: Source) -> None:
    there = urlsplit(KNOWN[source.id]["url"])
    assert source.url.partition("?")[0] == f"{SELF}/{there.netloc}{there.path}"


@pytest.mark.parametrize("source", SCHEDULES.sources, ids=lambda source: source.id)
def test_a_source_is_fetched_as_the_description_allows(source: Source) -> None:
    policy = KNOWN[source.id]["fetch_policy"]
    assert source.enabled is (policy != "undocumented_api")
    assert source.is_secret is (policy == "secret_url")
    assert source.fetch_policy == {"secret_url": "allowed", "undocumented_api": "allowed"}.get(policy, policy)
    assert (source.permission is not None) is (policy in {"ask_first", "contract"})
    assert (source.auth is not None) is (policy in {"credentials", "contract"})


def test_sources_of_one_organizer_name_it_alike() -> None:
    names = defaultdict(set)
    for source in SCHEDULES.sources:
        names[source.organizer.id].add((str(source.organizer.name), source.organizer.url))
    assert [organizer for organizer, told in names.items() if len(told) > 1] == []
    assert len(names) < len(SCHEDULES.sources)


def test_the_keys_of_the_demo_are_those_of_the_example_server_and_none_stands_in_the_file() -> None:
    assert {name for source in SCHEDULES.sources for name in source.secret_names} == set(SECRETS)
    assert not [secret for secret in SECRETS.values() if secret in FILE.read_text("utf-8")]


def test_only_the_example_server_may_be_asked_on_loopback() -> None:
    assert SCHEDULES.defaults.fetch.allow_hosts == ("127.0.0.1:8765",)
