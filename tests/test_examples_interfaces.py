"""The interfaces of the demo region's publishers over real HTTP: pages, filters, windows, keys, and the editions of the story."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from http import client
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest

from examples.norppala import generate
from examples.norppala.editions import edition
from examples.norppala.gates import LYYTI_PUBLIC_KEY, SECRETS
from examples.norppala.server import ExampleServer
from harvesters import credentials
from harvesters.access import Auth

DIRECTORY = Path(generate.__file__).parent
NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
COURSES = "/api.opisto.example/v1/norppala/fi/courses"
COLLEGE = Auth.model_validate(
    {"kind": "hellewi_jwt", "key_id": "norppala-2026", "tenant": "norppala.opisto.example", "secret": "${NORPPALA_OPISTO_KEY}"}
)
LYYTI = Auth.model_validate({"kind": "lyyti", "key_id": LYYTI_PUBLIC_KEY, "secret": "${NORPPALA_LYYTI_KEY}"})
TICKETS = Auth.model_validate({"kind": "header", "name": "X-Api-Key", "secret": "${NORPPALA_LIPUT_KEY}"})


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@pytest.fixture
def example() -> Iterator[ExampleServer]:
    with ExampleServer(DIRECTORY, port=0) as running:
        yield running


def ask(example: ExampleServer, target: str, headers: dict[str, str] | None = None) -> Answer:
    connection = client.HTTPConnection("127.0.0.1", example.port, timeout=10)
    try:
        connection.request("GET", target, headers=headers or {})
        response = connection.getresponse()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    finally:
        connection.close()


def target_of(address: str) -> str:
    """What is asked for, of an absolute address."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


# --- Linked Events ---------------------------------------------------------------------------------------------------------------------

EVENTS = "/kaupunki.example/linkedevents/v1/event/"


def names(answer: Answer) -> list[str]:
    return [record["name"]["fi"] for record in answer.json()["data"]]


def test_linked_events_goes_on_at_the_address_that_next_names(example: ExampleServer) -> None:
    first = ask(example, f"{EVENTS}?page_size=50").json()
    assert first["meta"]["next"].startswith(f"{example.url}{EVENTS}?")
    rest = ask(example, target_of(first["meta"]["next"])).json()
    assert len(first["data"]) == 50
    assert len(first["data"]) + len(rest["data"]) == first["meta"]["count"]
    assert rest["meta"]["next"] is None
    assert "page=1" in rest["meta"]["previous"]


@pytest.mark.parametrize(
    ("query", "name", "shown"),
    [
        ("page_size=100", "Joululaulut torilla", "hidden"),
        ("page_size=100&show_deleted=true", "Joululaulut torilla", "shown"),
        ("page_size=100", "ATK-tuki", "hidden"),
        ("page_size=100&event_type=General,Course,Volunteering", "ATK-tuki", "shown"),
        ("page_size=100&start=2026-12-10", "Yleisöluistelu", "hidden"),
        ("page_size=100&start=today", "Yleisöluistelu", "shown"),
        ("page_size=100&last_modified_since=2027-01-01", "Yleisöluistelu", "hidden"),
    ],
)
def test_linked_events_shows_what_is_asked_for(example: ExampleServer, query: str, name: str, shown: str) -> None:
    assert (name in names(ask(example, f"{EVENTS}?{query}"))) == (shown == "shown")


def test_linked_events_inlines_what_is_included_and_gives_each_by_itself(example: ExampleServer) -> None:
    bare = ask(example, EVENTS).json()["data"][0]
    full = ask(example, f"{EVENTS}?include=location,keywords,audience").json()["data"][0]
    assert set(bare["location"]) == {"@id"}
    assert full["location"]["position"]["coordinates"] == [28.8822, 61.869]
    assert full["audience"][0]["name"]["fi"]
    assert ask(example, target_of(bare["location"]["@id"])).json() == full["location"]
    assert ask(example, f"{EVENTS}nobody:knows/").status == 404


# --- The Events Calendar, Finna, Kirkanta ----------------------------------------------------------------------------------------------


def test_the_events_calendar_has_a_window_of_its_own_for_whoever_asks_without_days(example: ExampleServer) -> None:
    path = "/kulttuuri.example/wp-json/tribe/events/v1/events"
    silent, asked = (ask(example, f"{path}{query}") for query in ("", "?start_date=2026-10-01&end_date=2027-12-31&per_page=50"))
    assert silent.json()["total"] < asked.json()["total"]
    assert asked.headers["x-tec-total"] == str(asked.json()["total"])
    assert b"wp-json\\/tribe" in asked.body
    assert ask(example, f"{path}?page=99").status == 404


def test_the_events_calendar_names_its_next_page(example: ExampleServer) -> None:
    first = ask(example, "/kulttuuri.example/wp-json/tribe/events/v1/events?start_date=2026-10-01&end_date=2027-12-31&per_page=5").json()
    second = ask(example, target_of(first["next_rest_url"])).json()
    assert first["next_rest_url"].startswith(example.url)
    assert not {event["id"] for event in first["events"]} & {event["id"] for event in second["events"]}


def test_the_libraries_feed_shows_thirty_one_days(example: ExampleServer) -> None:
    for day in (None, date(2026, 12, 10), date(2027, 3, 1)):
        example.day = day
        body = ask(example, "/kirjastot.example/events.xml").body.decode()
        days = [date.fromisoformat(found) for found in re.findall(r"<xcal:dtstart>(\d{4}-\d\d-\d\d)", body)]
        first = day or date(2026, 11, 22)
        assert days
        assert first <= min(days)
        assert (max(days) - first).days < 31


def test_opening_hours_are_those_of_the_period(example: ExampleServer) -> None:
    answer = ask(example, "/kirkanta.example/v4/library?with=schedules&period.start=2026-12-24&period.end=2026-12-25").json()
    assert (answer["type"], answer["total"]) == ("library", 3)
    assert [day["date"] for day in answer["items"][0]["schedules"]] == ["2026-12-24", "2026-12-25"]
    assert "schedules" not in ask(example, "/kirkanta.example/v4/library").json()["items"][0]


# --- keys ------------------------------------------------------------------------------------------------------------------------------


def keyed(auth: Auth, target: str, key: str = "") -> dict[str, str]:
    return credentials.headers(auth, key or SECRETS[auth.secret[2:-1]], f"https://publisher.example{target}", NOW)


@pytest.mark.parametrize(
    ("auth", "target"), [(COLLEGE, COURSES), (LYYTI, "/lyyti.example/v2/events"), (TICKETS, "/liput.example/events.json")], ids=str
)
def test_an_interface_with_a_key_lets_nobody_in_without_it(example: ExampleServer, auth: Auth, target: str) -> None:
    assert ask(example, target).status == 401
    assert ask(example, target, keyed(auth, target, key="arvaus")).status == 401
    assert ask(example, target, keyed(auth, target)).status == 200


@pytest.mark.parametrize(
    "wrong",
    [
        COLLEGE.model_copy(update={"tenant": "harrastavanorppala.kunta.example"}),
        COLLEGE.model_copy(update={"key_id": "vanha"}),
    ],
)
def test_a_token_for_somebody_else_is_refused(example: ExampleServer, wrong: Auth) -> None:
    assert ask(example, COURSES, keyed(wrong, COURSES)).status == 401


@pytest.mark.parametrize("value", ["Bearer ", "Bearer a.b.c", "Bearer e30.W10.x", "LYYTI-API-V2 nonsense", "Basic eDp5"])
def test_nonsense_for_a_key_is_refused(example: ExampleServer, value: str) -> None:
    statuses = [ask(example, target, {"Authorization": value}).status for target in (COURSES, "/lyyti.example/v2/events")]
    assert statuses == [401, 401]


# --- Hellewi ----------------------------------------------------------------------------------------------------------------


def test_courses_come_in_pages_that_the_link_header_names(example: ExampleServer) -> None:
    target, seen = f"{COURSES}?page=1&limit=2", list[int]()
    while target:
        answer = ask(example, target, keyed(COLLEGE, target))
        seen += [course["id"] for course in answer.json()]
        following = re.search(r'<([^>]+)>; rel="next"', answer.headers["link"])
        target = target_of(following[1]) if following else ""
    assert len(seen) == len(set(seen)) == 4
    assert 'rel="last"' in answer.headers["link"]


def test_places_are_told_for_the_courses_asked_about(example: ExampleServer) -> None:
    courses = ask(example, f"{COURSES}?limit=100", keyed(COLLEGE, COURSES)).json()
    chosen = [course["id"] for course in courses][:2]
    told = ask(example, f"/api.opisto.example/v1/norppala/fi/course-participants?ids={chosen[0]}&ids={chosen[1]}", keyed(COLLEGE, COURSES))
    assert [record["id"] for record in told.json()] == chosen


# --- lists in pages --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "link", "pages"),
    [
        ("/seurakunta.example/tapahtumat/", r'rel="next" href="([^"]+)"', 4),
        ("/liikunta.example/vuorot", r'rel="next" href="([^"]+)"', 6),
        ("/fedi.example/@luonto/outbox?page=true", r'"next": "([^"]+)"', 2),
    ],
)
def test_a_list_in_pages_ends(example: ExampleServer, start: str, link: str, pages: int) -> None:
    target, count = start, 0
    while target:
        answer = ask(example, target)
        assert answer.status == 200
        following = re.search(link, answer.body.decode())
        target, count = (f"{urlsplit(target).path}?{urlsplit(following[1]).query}" if following else ""), count + 1
    assert count == pages


def test_an_outbox_names_its_first_page(example: ExampleServer) -> None:
    whole = ask(example, "/fedi.example/@luonto/outbox").json()
    first = ask(example, target_of(whole["first"])).json()
    assert (whole["type"], first["type"], first["partOf"]) == ("OrderedCollection", "OrderedCollectionPage", whole["id"])
    assert {activity["object"]["type"] for activity in first["orderedItems"]} == {"Event"}


def test_services_and_channels_are_lists_of_one_municipality(example: ExampleServer) -> None:
    base = "/ptv.example/api/v11"
    services, channels = (ask(example, f"{base}/{kind}/list/area/Municipality/code/740").json() for kind in ("Service", "ServiceChannel"))
    ids = [channel["id"] for channel in channels["itemList"]]
    assert (services["pageCount"], len(services["itemList"]), len(ids)) == (1, 4, 2)
    assert {one["serviceChannel"]["id"] for service in services["itemList"] for one in service["serviceChannels"]} == set(ids)
    assert ask(example, f"{base}/ServiceChannel/list?guids={','.join(ids)}").json() == channels["itemList"]
    assert ask(example, f"{base}/ServiceChannel/list/area/Municipality/code/091").json()["itemList"] == []


def test_tasks_are_told_from_activities_by_a_parameter(example: ExampleServer) -> None:
    path = "/lahitoiminta.example/v1/activities"
    kinds = [
        {activity["traits"]["type"] for activity in ask(example, f"{path}?{query}").json()["activities"]}
        for query in ("type=voluntary", "region=city/FI/Savonlinna")
    ]
    assert kinds == [{"voluntary"}, {"hobby", "support"}]
    assert parse_qs("type=voluntary")["type"] == ["voluntary"]


# --- the story -------------------------------------------------------------------------------------------------------------------------

CHAPTERS = [
    ("/calendar.example/ical/kumppanit/public/basic.ics", "EXDATE;TZID=Europe/Helsinki:20261222T100000", "2026-11-23", "2026-11-24"),
    ("/sheets.example/pub?output=csv", ";Löytöjä koko perheelle", "2026-11-25", "2026-11-26"),
    ("/kulttuuri.example/wp-json/tribe/events/v1/events?per_page=50", '"start_date": "2026-11-29 14:00:00"', "2026-11-26", "2026-11-27"),
]


@pytest.mark.parametrize(("target", "words", "before", "after"), CHAPTERS, ids=["s12", "s19", "s02"])
def test_a_publisher_changes_its_mind_on_a_day(example: ExampleServer, target: str, words: str, before: str, after: str) -> None:
    shown = []
    for day in (date.fromisoformat(before), date.fromisoformat(after), None):
        example.day = day
        shown.append(words in ask(example, target).body.decode("utf-8-sig"))
    assert shown == [True, False, False]


def test_places_go_on_the_day_that_registration_opens(example: ExampleServer) -> None:
    left = []
    for day in (date(2026, 12, 7), date(2026, 12, 8), date(2027, 1, 1)):
        example.day = day
        course = ask(example, f"{COURSES}?limit=100", keyed(COLLEGE, COURSES)).json()[0]
        (told,) = ask(example, f"/api.opisto.example/v1/norppala/fi/course-participants?ids={course['id']}", keyed(COLLEGE, COURSES)).json()
        left.append(told["maxParticipants"] - told["participants"])
    assert left == [10, 4, 4]


@pytest.mark.parametrize(
    ("day", "parish", "martat"),
    [
        (None, 200, 200),
        ("2026-11-24", 200, 200),
        ("2026-11-25", 403, 200),
        ("2026-12-03", 403, 200),
        ("2026-12-04", 200, 200),
        ("2027-01-11", 200, 404),
    ],
)
def test_a_site_turns_programs_away_and_another_is_gone(example: ExampleServer, day: str | None, parish: int, martat: int) -> None:
    example.day = date.fromisoformat(day) if day else None
    assert ask(example, "/seurakunta.example/tapahtumat/").status == parish
    assert ask(example, "/martat.example/calendar.ics").status == martat


def test_a_failure_can_be_ordered(example: ExampleServer) -> None:
    example.statuses["s22"] = 500
    assert ask(example, "/museo.example/tapahtumat").status == 500


def test_what_did_not_change_keeps_its_validator(example: ExampleServer) -> None:
    stamps = set()
    for day in (date(2026, 11, 22), date(2026, 11, 30)):
        example.day = day
        stamps.add(ask(example, "/nuoret.example/rss.xml").headers["last-modified"])
    assert stamps == {"Sun, 22 Nov 2026 00:00:00 GMT"}


@pytest.mark.parametrize(
    ("day", "words", "since"),
    [
        (None, "now", "2026-11-22"),
        ("2026-11-22", "first", "2026-11-22"),
        ("2026-11-24", "second", "2026-11-22"),
        ("2026-11-26", "now", "2026-11-26"),
        ("2026-12-08", "later", "2026-12-08"),
        ("2027-05-01", "last", "2027-01-01"),
    ],
)
def test_an_edition_is_chosen_by_the_day(tmp_path: Path, day: str | None, words: str, since: str) -> None:
    editions = {
        "until-2026-11-24": "first",
        "until-2026-11-26": "second",
        ".": "now",
        "from-2026-12-08": "later",
        "from-2027-01-01": "last",
    }
    for folder, told in editions.items():
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "s01.txt").write_text(told)
    found = edition(tmp_path, "s01.txt", date.fromisoformat(day) if day else None)
    assert (found.path.read_text(), found.since.isoformat()) == (words, since)
