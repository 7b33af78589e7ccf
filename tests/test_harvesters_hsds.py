"""Services of a referral directory: places, rules, opening hours, and the specification's own samples."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from harvesters import hsds
from harvesters.errors import Unreadable
from harvesters.record import RawEvent, RawHours, Reading
from tests.gathered_sources import answer, checked, context, remembered
from tests.shared import CORPORA, needs_corpora

URL = "https://hakemisto.example/api/services"
SAMPLES = CORPORA / "openreferral+specification" / "examples"
SERVICE = {"id": "s", "name": "Neuvonta", "status": "active"}


def reading(*services: Any, known: dict[str, str] | None = None) -> Reading:
    return checked(hsds.read(answer({"contents": list(services)}, URL), context(known)))


def one(**fields: Any) -> RawEvent:
    (event,) = reading(SERVICE | fields).events
    return event


@pytest.mark.parametrize(
    ("schedule", "start", "rrule"),
    [
        ({"dtstart": "2026-11-23", "freq": "WEEKLY", "byday": "MO,TH", "opens_at": "09:00"}, "2026-11-23 09:00", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ({"dtstart": "2026-11-26", "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00"}, "2026-11-30 09:00", "FREQ=WEEKLY;BYDAY=MO"),
        (
            {"dtstart": "2026-11-23", "freq": "MONTHLY", "byday": "1TU", "opens_at": "13:00:00"},
            "2026-12-01 13:00",
            "FREQ=MONTHLY;BYDAY=1TU",
        ),
        (
            {"dtstart": "2026-11-23", "freq": "MONTHLY", "bymonthday": "-1", "opens_at": "13:00"},
            "2026-11-30 13:00",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
        ),
        (
            {"dtstart": "2026-11-23", "freq": "weekly", "interval": 2, "count": 5, "until": "2027-01-01"},
            "2026-11-23 00:00",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=5",
        ),
        (
            {"dtstart": "2026-11-23", "freq": "DAILY", "opens_at": "09:00", "valid_to": "2026-12-01"},
            "2026-11-23 09:00",
            "FREQ=DAILY;UNTIL=20261201T215959Z",
        ),
        ({"dtstart": "2026-11-23T10:30:00", "freq": "DAILY"}, "2026-11-23 10:30", "FREQ=DAILY"),
    ],
)
def test_schedules_that_state_a_first_day_and_a_frequency_are_series(schedule: dict[str, Any], start: str, rrule: str) -> None:
    event = one(schedules=[schedule])
    assert (f"{event.start:%Y-%m-%d %H:%M}", event.rrule, event.hours, event.kind) == (start, (rrule,), (), "service")


@pytest.mark.parametrize(
    ("schedule", "hours", "when"),
    [
        (
            {"freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00", "closes_at": "15:00", "valid_from": "2026-08-01"},
            tuple(RawHours(weekday=day, opens="09:00", closes="15:00", valid_from=date(2026, 8, 1)) for day in (1, 3)),
            "",
        ),
        ({"weekday": "Friday", "opens_at": "22:00", "closes_at": "02:00"}, (RawHours(weekday=5, opens="22:00", closes="02:00"),), ""),
        ({"description": "torstaisin klo 9–11"}, (), "torstaisin klo 9–11"),
        ({"freq": "MONTHLY", "byday": "1MO", "opens_at": "09:00", "description": "joka kuun 1. ma klo 9"}, (), "joka kuun 1. ma klo 9"),
        ({"freq": "WEEKLY", "interval": 2, "byday": "MO", "opens_at": "09:00"}, (), ""),
    ],
)
def test_other_schedules_are_opening_hours_or_words(schedule: dict[str, Any], hours: tuple[RawHours, ...], when: str) -> None:
    event = one(schedules=[schedule])
    assert (event.start, event.hours, event.when) == (None, hours, when)


def test_a_service_at_several_places_is_several_records_with_ids_that_stay() -> None:
    rule = {"dtstart": "2026-11-23", "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00"}
    at = [
        {"id": "a", "location": {"name": "Kylätalo"}, "schedules": [rule, rule | {"id": "x"}]},
        {"id": "b", "location": {"name": "Seurantalo"}},
    ]
    found = reading(SERVICE | {"service_at_locations": at, "schedules": [rule | {"id": "1"}, rule | {"id": "2", "byday": "TU"}]})
    assert [(event.uid, event.location[0].value, event.rrule[0][-2:]) for event in found.events] == [
        ("s", "Kylätalo", "MO"),
        ("s#b#1", "Seurantalo", "MO"),
        ("s#b#2", "Seurantalo", "TU"),
    ]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [("defunct", "deleted"), ("inactive", "deleted"), ("active", "event"), ("temporarily closed", "event"), (None, "event")],
)
def test_services_that_are_given_no_more_are_told_to_be_gone(status: Any, outcome: str) -> None:
    found = reading(SERVICE | {"status": status})
    assert (found.deleted == ("s",)) == (outcome == "deleted")
    assert len(found.events) == (outcome == "event")


def test_stamps_and_contacts_change_nothing() -> None:
    known = remembered(reading(SERVICE))
    again = reading(
        SERVICE | {"last_modified": "2026-11-22", "contacts": [{"name": "Oili"}], "metadata": [{"updated_by": "Oili"}], "phones": []},
        known=known,
    )
    assert (again.events, len(again.unchanged)) == ((), 1)


@pytest.mark.parametrize(
    ("envelope", "following"),
    [
        ({"contents": [SERVICE], "page_number": 1, "total_pages": 3, "last_page": False}, URL + "?page=2"),
        ({"contents": [SERVICE], "page_number": 3, "total_pages": 3, "last_page": True}, None),
        ({"items": [SERVICE], "page": 1, "total_pages": 2}, URL + "?page=2"),
        ({"contents": [], "page_number": 1, "total_pages": 3, "empty": True}, None),
        ({"contents": [SERVICE], "next": "?page=9"}, URL + "?page=9"),
        (SERVICE, None),
    ],
)
def test_pages(envelope: dict[str, Any], following: str | None) -> None:
    response = answer(envelope, URL)
    assert [ask.url for ask in hsds.follow(response, context())] == ([following] if following else [])
    assert hsds.read(response, context()).complete == (following is None)


def test_services_by_themselves_fill_in_what_the_list_leaves_out() -> None:
    options = hsds.HsdsOptions(details=True)
    first = answer({"contents": [SERVICE, SERVICE | {"id": "a b"}]}, URL)
    assert [(ask.url, ask.role, ask.is_needed) for ask in hsds.follow(first, context(options=options))] == [
        (URL + "/s", "detail", False),
        (URL + "/a%20b", "detail", False),
    ]
    detail = answer(SERVICE | {"schedules": [{"freq": "WEEKLY", "byday": "MO", "opens_at": "9:00"}]}, URL + "/s", role="detail")
    first = answer({"contents": [SERVICE]}, URL, parts=(detail,))
    assert hsds.read(first, context(options=options)).events[0].hours == (RawHours(weekday=1, opens="09:00"),)


def test_ages_and_eligibility_of_both_versions() -> None:
    three, two = (
        one(minimum_age=65, eligibility_description="Ikäihmisille"),
        one(eligibility=[{"eligibility": "Ikäihmisille", "minimum_age": "65"}]),
    )
    assert {(event.minimum_age, event.maximum_age, event.audience) for event in (three, two)} == {(65, None, ("Ikäihmisille",))}


@pytest.mark.parametrize("body", [{"contents": [{"id": "1", "name": "Organisaatio"}]}, {"version": "3"}, [1, 2], "text"])
def test_another_table_is_not_an_empty_directory(body: Any) -> None:
    with pytest.raises(Unreadable) as refused:
        hsds.read(answer(body, URL), context())
    assert refused.value.reason in {"unexpected_shape", "not_json"}


@needs_corpora
@pytest.mark.corpora
def test_the_specifications_own_samples_are_read_without_loss() -> None:
    """Everything that holds a service gives it, in whichever shape; every other table is refused by name."""
    outcome = {}
    for path in sorted(SAMPLES.glob("*.json")):
        try:
            found = checked(hsds.read(answer(path.read_bytes(), URL), context()))
            outcome[path.stem] = f"{len(found.events)} of {found.read}"
        except Unreadable as refused:
            outcome[path.stem] = refused.reason
    services = ("organization_full", "service_at_location_full", "service_at_location_list", "service_full", "service_list", "tabular")
    others = ("base", "location", "organization_list", "taxonomy", "taxonomy_list", "taxonomy_term", "taxonomy_term_list")
    assert outcome == dict.fromkeys(services, "1 of 1") | dict.fromkeys(others, "unexpected_shape")


@needs_corpora
@pytest.mark.corpora
def test_a_nested_service_and_its_tables_say_the_same() -> None:
    nested, tables = (
        hsds.read(answer((SAMPLES / f"{name}.json").read_bytes(), URL), context()).events[0] for name in ("service_full", "tabular")
    )
    for field in (
        "uid",
        "name",
        "description",
        "start",
        "end",
        "rrule",
        "location",
        "address",
        "offers",
        "registration",
        "minimum_age",
        "in_language",
    ):
        assert getattr(nested, field) == getattr(tables, field), field


@needs_corpora
@pytest.mark.corpora
def test_no_person_of_a_sample_is_kept() -> None:
    (event,) = hsds.read(answer((SAMPLES / "service_full.json").read_bytes(), URL), context()).events
    assert not any(word in repr(event) for word in ("Persona", "email@example.com", "1234 234567"))
