"""Any JSON interface: records by a path, fields by paths, further pages, and whatever an answer may hold instead."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from harvesters import json_records
from harvesters.errors import Unreadable
from harvesters.json_options import JsonOptions
from harvesters.record import Ask, ReadContext, Reading, Response
from harvesters.registry import Span
from tests.garbage import check_garbage, mutated
from tests.golden_answers import ZONE, answer, checked, codes, with_parts

URL = "https://api.kyla.example/v1/events?lang=fi"
FIELDS = {"uid": "id", "name": "name", "start": {"path": "start", "format": "iso"}}
ONE = {"id": 7, "name": "Kuoro", "start": "2026-11-28T18:00:00+02:00"}


def response(document: Any, *parts: Response, url: str = URL, role: str = "") -> Response:
    return with_parts(answer(json.dumps(document), url, role=role), *parts)


def reading(document: Any, /, *parts: Response, **options: Any) -> Reading:
    return checked(json_records.read, response(document, *parts), JsonOptions.model_validate({"fields": FIELDS} | options))


def asks(document: Any, /, *, role: str = "", url: str = URL, **options: Any) -> tuple[Ask, ...]:
    context = ReadContext(zone=ZONE, options=JsonOptions.model_validate({"fields": FIELDS} | options))
    return json_records.follow(response(document, url=url, role=role), context)


@pytest.mark.parametrize(
    ("document", "options"),
    [
        ([ONE], {}),
        ({"data": {"items": [ONE]}}, {"records": "data.items"}),
        ({"data": [{"events": [ONE]}]}, {"records": "data[].events[]"}),
        ({"7": {"name": "Kuoro", "start": ONE["start"]}}, {"keyed": True, "fields": {key: FIELDS[key] for key in ("name", "start")}}),
        ({"r": {"x": ONE}}, {"keyed": True, "records": "r"}),
        ([ONE, {"id": 8, "name": "Luonnos", "draft": True}], {"only": "!draft"}),
    ],
)
def test_where_the_records_are(document: Any, options: dict[str, Any]) -> None:
    (event,) = reading(document, **options).events
    assert (event.uid, event.name[0].value, f"{event.start}") == ("7", "Kuoro", "2026-11-28 18:00:00+02:00")


def test_the_key_of_a_record_can_be_used() -> None:
    fields = {"name": "name", "url": {"template": "https://kyla.example/e/{key}"}}
    (event,) = reading({"a1": {"name": "Kuoro"}}, keyed=True, fields=fields).events
    assert (event.uid, event.url) == ("a1", "https://kyla.example/e/a1")


@pytest.mark.parametrize(
    ("path", "value", "texts"),
    [
        ("tags", ["musiikki", 5, None, {"x": 1}, True], ("musiikki", "5", "true")),
        ("tags[].name", [{"name": "a"}, {"name": "b"}, {}], ("a", "b")),
        ("tags", "yksi", ("yksi",)),
        ("join(', ', tags)", [1, 2], ()),
        ("tags.fi || tags.sv", {"sv": "musik"}, ("musik",)),
        ('tags."@id"', {"@id": "yso:p1"}, ("yso:p1",)),
    ],
)
def test_what_a_path_gives(path: str, value: Any, texts: tuple[str, ...]) -> None:
    (event,) = reading([ONE | {"tags": value}], fields=FIELDS | {"categories": path}).events
    assert event.categories == texts


def test_what_stands_above_the_records_is_known_to_each() -> None:
    found = reading(
        {"host": "Kyläyhdistys", "events": [ONE]},
        records="events",
        document={"host": "host"},
        fields=FIELDS | {"organizer": {"template": "{host}"}},
    )
    assert found.events[0].organizer[0].value == "Kyläyhdistys"


def test_places_left_from_places_taken() -> None:
    fields = FIELDS | {"capacity": "max", "taken": "count", "registration_state": "state"}
    found = reading([ONE | {"max": 16, "count": 14, "state": "open"}, ONE | {"id": 8, "max": 5, "count": 9}], fields=fields)
    assert [(one.uid, one.remaining, one.capacity, one.state) for one in found.availability] == [("7", 2, 16, "open"), ("8", 0, 5, "")]


def test_names_that_no_path_mentions_are_told_once() -> None:
    found = reading([ONE | {"contact": {"email": "x@y.example"}, "colour": "red"}, ONE | {"id": 8, "colour": "x"}], ignore=["colour"])
    assert [(issue.code, issue.value) for issue in found.issues] == [("not_described", "contact")]
    assert "x@y" not in repr(found)


def test_the_next_page_by_its_path_or_by_number() -> None:
    second = Ask(url="https://api.kyla.example/v1/events?page=2", role="page")
    assert asks({"r": [ONE], "next": "/v1/events?page=2"}, records="r", next="next") == (second,)
    assert asks({"r": [ONE], "next": None}, records="r", next="next") == ()
    assert asks({"r": [ONE], "next": URL}, records="r", next="next") == ()
    assert asks({"r": [ONE], "next": "file:///etc/passwd"}, records="r", next="next") == ()
    numbered = {"template": "?page={page}", "last": 3}
    assert [ask.url for ask in asks([ONE], role="page", next=numbered)] == ["https://api.kyla.example/v1/events?page=3"]
    assert asks([], role="page", next=numbered) == ()
    assert asks([ONE], role="page-2", next=numbered) == ()
    assert asks([ONE], next=numbered, max_pages=1) == ()


def test_all_pages_are_read_and_a_list_that_goes_on_is_incomplete() -> None:
    second = response({"r": [ONE | {"id": 8}], "next": "?page=3"}, url="https://api.kyla.example/v1/events?page=2", role="page")
    found = reading({"r": [ONE], "next": "?page=2"}, second, records="r", next="next", max_pages=2)
    assert ([event.uid for event in found.events], found.complete, codes(found)) == (["7", "8"], False, ["pages_cut"])
    last = response({"r": [ONE | {"id": 8}]}, url="https://api.kyla.example/v1/events?page=2", role="page")
    assert reading({"r": [ONE], "next": "?page=2"}, last, records="r", next="next").complete


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<html>", "html_instead_of_feed"),
        ("[1, 2", "truncated"),
        ("nix", "not_json"),
        ("[" * 100_000, "too_deep"),
        ('{"error": "no"}', "unexpected_shape"),
        ("null", "unexpected_shape"),
        ('[{"title": "x"}]', "unexpected_shape"),
        ('[{"id": 1, "name": "x"}]', "unexpected_shape"),
    ],
)
def test_what_is_no_such_answer_is_a_failure_with_a_name(body: str, reason: str) -> None:
    options = JsonOptions.model_validate({"fields": FIELDS})
    with pytest.raises(Unreadable) as failure:
        json_records.read(answer(body, URL), ReadContext(zone=ZONE, options=options))
    assert failure.value.reason == reason


def test_an_empty_list_is_an_answer() -> None:
    assert (reading([]).read, reading([]).complete) == (0, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"records": "a["}, "is no path (JMESPath)"),
        ({"fields": {"name": "a b"}}, "is no path (JMESPath)"),
        ({"fields": {"name": {}}}, "say where the field stands"),
        ({"fields": {"name": {"path": "a", "value": "b"}}}, "exclude each other"),
        ({"fields": {"name": "n", "url": {"template": "{key}"}}}, "which no capture or field before it defines"),
        ({"next": {"template": "?p="}}, "write {page} once"),
        ({"fields": {"name": "n", "taken": "t"}}, "places left need a uid"),
    ],
)
def test_a_mistake_in_a_description_is_named_when_it_is_loaded(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError) as failure:
        JsonOptions.model_validate({"fields": FIELDS} | options)
    assert said in str(failure.value)


PLACE = {"name": "Sali", "lat": 61.8, "lon": 28.8}
DOCUMENT = {
    "host": "Kyläyhdistys",
    "next": "?page=2",
    "r": [ONE | {"tags": ["a"], "max": 5, "count": 1, "place": PLACE}],
}
OPTIONS = JsonOptions.model_validate(
    {
        "records": "r",
        "next": "next",
        "document": {"host": "host"},
        "only": "!draft",
        "fields": {
            "uid": "id",
            "name": {"fi": "name", "sv": "name.sv"},
            "start": {"path": "start", "format": ["iso", "unix", "unix_ms"]},
            "end": {"path": "count", "format": "unix"},
            "location": "place.name",
            "latitude": "place.lat",
            "longitude": "place.lon",
            "organizer": {"template": "{host}"},
            "categories": {"path": "tags", "split": ","},
            "price": {"path": "max", "divide": 100},
            "capacity": "max",
            "taken": "count",
            "minimum_age": "max",
            "url": "next",
        },
    }
)


@given(mutated(DOCUMENT))
def test_no_answer_raises_anything_but_unreadable(document: Any) -> None:
    check_garbage(json_records.read, json_records.follow, document, ReadContext(zone=ZONE, options=OPTIONS))


def test_the_address_is_asked_for_the_days_of_the_window() -> None:
    span = Span(first=date(2026, 10, 22), last=date(2027, 12, 22))
    options = JsonOptions.model_validate({"fields": FIELDS, "query": {"from": "{first}", "to": "{last}", "lang": "sv"}})
    asked = json_records.address(URL, span, options)
    assert asked == "https://api.kyla.example/v1/events?from=2026-10-22&to=2027-12-22&lang=sv"
    assert json_records.address(URL, span, JsonOptions.model_validate({"fields": FIELDS})) == URL
    assert json_records.address("https://a.example/?key=${KEY}", span, options).startswith("https://a.example/?key=${KEY}&from=")
