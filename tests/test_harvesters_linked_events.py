"""Linked Events: addresses, pages, times, what a record says, and that nothing it may hold breaks anything but itself."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.errors import Unreadable
from harvesters.linked_events import LinkedEventsOptions, address, follow, read
from harvesters.linked_events_times import times_of
from harvesters.record import Availability, Missing, RawEvent, Reading
from harvesters.registry import Span
from tests.garbage import GARBAGE, check_garbage, mutated
from tests.json_sources import CONTEXT, SOURCES, answer, knowing, reading
from tests.shared import CORPORA, ROOT, needs_corpora

HELSINKI = ZoneInfo("Europe/Helsinki")
BASE = "https://api.norppala.example/v1/event/"
EVENT = {
    "id": "norppala:1",
    "name": {"fi": "Torikahvit"},
    "start_time": "2026-11-28T08:00:00Z",
    "end_time": "2026-11-28T10:00:00Z",
    "type_id": "General",
    "event_status": "EventScheduled",
}
TOWN = json.loads((SOURCES / "linked-events-town" / "page-1.json").read_text("utf-8"))
FIELDS = sorted({name for record in TOWN["data"] if isinstance(record, dict) for name in record})
DAYS = {"has_start_time": False, "has_end_time": False}


def page(*records: Any, following: str | None = None, count: int | None = None) -> dict[str, Any]:
    return {"meta": {"count": len(records) if count is None else count, "next": following}, "data": list(records)}


def of(*records: Any) -> Reading:
    return reading(read, answer(page(*records), BASE))


def event(**changes: Any) -> RawEvent:
    (found,) = of(EVENT | changes).events
    return found


def wall(moment: object) -> str | None:
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else str(moment) if moment else None


def test_the_address_asks_for_the_days_and_for_every_sort_of_event() -> None:
    span = Span(first=date(2026, 11, 24), last=date(2027, 12, 24))
    asked = address(f"{BASE}?start=today&division=kunta:norppala&page=3&hide_recurring_children=true", span, None)
    assert asked == (
        f"{BASE}?division=kunta:norppala&include=audience,keywords,location,registration&page_size=100"
        "&start=2026-11-24&end=2027-12-24&event_type=General,Course,Volunteering"
    )


def test_an_incremental_address_asks_for_what_changed_whenever_it_takes_place() -> None:
    span = Span(first=date(2026, 11, 24), last=date(2027, 12, 24), since=datetime(2026, 11, 23, 12, tzinfo=HELSINKI))
    asked = address(f"{BASE}?start=today", span, LinkedEventsOptions(event_types=()))
    assert asked == (
        f"{BASE}?include=audience,keywords,location,registration&page_size=100&last_modified_since=2026-11-23T10:00:00Z&show_deleted=true"
    )


def test_the_entrys_own_parameters_and_secrets_stay_as_written() -> None:
    span = Span(first=date(2026, 11, 24), last=date(2026, 11, 25))
    asked = address(f"{BASE}?api_key=${{LE_KEY}}&event_type=Course#list", span, None)
    assert "api_key=${LE_KEY}&event_type=Course&" in asked
    assert "#" not in asked
    assert asked.count("event_type") == 1


@pytest.mark.parametrize(
    ("link", "asked"),
    [
        (f"{BASE}?page=2", f"{BASE}?page=2"),
        ("http://api.norppala.example/v1/event/?page=2", f"{BASE}?page=2"),
        ("?page=2", f"{BASE}?page=2"),
        ("https://muu.example/event/?page=2", "https://muu.example/event/?page=2"),
        (None, None),
        ("", None),
        (7, f"{BASE}7"),
        ("javascript:alert(1)", None),
        ("http://[::1", None),
        (["x"], None),
    ],
)
def test_the_next_page_is_asked_for_on_the_answers_own_scheme(link: Any, asked: str | None) -> None:
    assert [ask.url for ask in follow(answer(page(following=link), BASE), CONTEXT)] == ([asked] if asked else [])


@pytest.mark.parametrize(
    "body",
    [{"detail": "Not found."}, [EVENT], {"data": None}, {"data": {"id": "x"}}, 5, None, {"meta": {}}, {"events": []}],
)
def test_what_is_no_list_of_events_is_named_so(body: Any) -> None:
    for look in (read, follow):
        with pytest.raises(Unreadable) as failure:
            look(answer(body), CONTEXT)
        assert failure.value.reason == "unexpected_shape"


def test_a_page_in_place_of_json_is_named_so() -> None:
    with pytest.raises(Unreadable) as failure:
        read(answer(b"<!doctype html><html><title>Kirjaudu</title></html>"), CONTEXT)
    assert failure.value.reason == "html_instead_of_feed"


TIMES: list[tuple[dict[str, Any], str, str | None]] = [
    ({"start_time": "2026-11-25T07:30:00Z", "end_time": "2026-11-25T08:00:00Z"}, "2026-11-25 09:30", "2026-11-25 10:00"),
    ({"start_time": "2026-11-25T07:30:00Z", "end_time": None}, "2026-11-25 09:30", None),
    ({"start_time": "2026-11-25", "end_time": None}, "2026-11-25", None),
    ({"start_time": "2026-11-25", "end_time": "2026-11-27"}, "2026-11-25", "2026-11-28"),
    ({"start_time": "2026-11-25T07:30:00Z", "end_time": "2026-11-27"}, "2026-11-25 09:30", "2026-11-28 00:00"),
    ({"start_time": "2026-11-25T07:30:00Z", "end_time": "2026-11-25"}, "2026-11-25 09:30", None),
    # the clock of the end means nothing: midnight or the second before it, of Helsinki or of UTC
    ({"start_time": "2026-11-25T07:30:00Z", "end_time": "2026-11-25T22:00:00Z", "has_end_time": False}, "2026-11-25 09:30", None),
    ({"start_time": "2026-11-25T07:30:00Z", "end_time": "2026-11-25T21:59:59Z", "has_end_time": False}, "2026-11-25 09:30", None),
    ({"start_time": "2026-11-25T07:30:00Z", "end_time": "2026-11-25T23:59:59Z", "has_end_time": False}, "2026-11-25 09:30", None),
    ({"start_time": "2026-11-25T07:30:00Z", "end_time": "2026-11-26T00:00:00Z", "has_end_time": False}, "2026-11-25 09:30", None),
    ({"start_time": "2026-11-25T07:30Z", "end_time": "2026-11-27T22:00Z", "has_end_time": False}, "2026-11-25 09:30", "2026-11-28 00:00"),
    ({"start_time": "2026-11-24T22:00:00Z", "end_time": "2026-11-25T22:00:00Z", **DAYS}, "2026-11-25", "2026-11-26"),
    ({"start_time": "2026-11-24T22:00:00Z", "end_time": "2026-11-25T21:59:59Z", **DAYS}, "2026-11-25", "2026-11-26"),
    ({"start_time": "2026-11-24T22:00:00Z", "end_time": "2026-11-24T22:00:00Z", **DAYS}, "2026-11-25", "2026-11-26"),
    ({"start_time": "2026-06-24T21:00:00Z", "end_time": "2026-06-26T20:59:59Z", "has_start_time": False}, "2026-06-25", "2026-06-27"),
    # a clock that is told stays told, even where it looks like a day's
    ({"start_time": "2026-11-24T22:00:00Z", "end_time": "2026-11-25T21:59:59Z"}, "2026-11-25 00:00", "2026-11-25 23:59"),
    ({"start_time": "2026-10-25T00:30:00Z", "end_time": "2026-10-25T01:30:00Z"}, "2026-10-25 03:30", "2026-10-25 03:30"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "start", "end"), TIMES)
def test_when(told: dict[str, Any], start: str, end: str | None) -> None:
    found = event(**{"end_time": None, **told})
    assert (wall(found.start), wall(found.end)) == (start, end)


def test_the_hour_that_comes_twice_keeps_its_length() -> None:
    found = event(start_time="2026-10-25T00:30:00Z", end_time="2026-10-25T01:30:00Z")
    assert isinstance(found.start, datetime)
    assert isinstance(found.end, datetime)
    assert (found.end.astimezone(UTC) - found.start.astimezone(UTC)).seconds == 3600


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)),  # noqa: DTZ001 - made aware below
    st.timedeltas(timedelta(), timedelta(days=4000)),
    st.fixed_dictionaries({"has_start_time": st.booleans(), "has_end_time": st.booleans()}),
)
def test_days_are_days_and_an_end_is_never_moved_before_the_start(start: datetime, length: timedelta, told: dict[str, bool]) -> None:
    record = {name: f"{moment:%Y-%m-%dT%H:%M:%S}Z" for name, moment in (("start_time", start), ("end_time", start + length))}
    found, after = times_of({**record, **told}, HELSINKI)
    assert isinstance(found, datetime) == told["has_start_time"]
    if isinstance(found, datetime):
        assert after is None or (isinstance(after, datetime) and after.astimezone(UTC) >= found.astimezone(UTC))
    else:
        assert found is not None
        assert after is not None
        assert not isinstance(after, datetime)
        assert after > found


@pytest.mark.parametrize("value", ["ensi viikolla", "2026-02-30", "0001-01-01", "9999-12-31T23:59:59Z", 20261125, ["2026-11-25"], True])
@pytest.mark.parametrize("name", ["start_time", "end_time"])
def test_an_event_whose_time_cannot_be_read_is_set_aside_alone(name: str, value: Any) -> None:
    found = of(EVENT | {name: value}, EVENT | {"id": "norppala:2"})
    assert [issue.code for issue in found.issues] == ["bad_value"]
    assert found.refused == (("norppala:1", ""),)
    assert [kept.uid for kept in found.events] == ["norppala:2"]


KINDS = {
    "General": "event",
    "Course": "activity",
    "Courses": "activity",
    "Hobbies": "activity",
    "Volunteering": "volunteering",
    "Mansikka": "",
    None: "",
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_sort_of_thing_it_is(kind: str | None) -> None:
    found = event(type_id=kind)
    assert found.kind == KINDS[kind]
    assert found.extra.get("type_id") == ("Mansikka" if kind == "Mansikka" else None)


@pytest.mark.parametrize(
    ("word", "status"), [("EventCancelled", "CANCELLED"), ("EventPostponed", "POSTPONED"), ("Ehkä", "EHKÄ"), (None, "")]
)
def test_the_status_is_the_publishers_word(word: str | None, status: str) -> None:
    assert event(event_status=word).status == status


def test_a_recurring_super_event_is_only_a_frame_and_an_umbrella_an_event() -> None:
    link = {"@id": f"{BASE}norppala:9/"}
    frame = EVENT | {"id": "norppala:9", "super_event_type": "recurring", "sub_events": [{"@id": f"{BASE}norppala:1/"}]}
    umbrella = EVENT | {"id": "norppala:8", "super_event_type": "umbrella", "sub_events": []}
    found = of(frame, EVENT | {"super_event": link}, umbrella)
    assert {kept.uid: kept.series for kept in found.events} == {"norppala:1": "norppala:9", "norppala:8": ""}
    assert [(issue.code, issue.value) for issue in found.issues] == [("not_an_event", "1 recurring")]
    assert found.read == 2


def test_sub_events_that_stand_only_inside_their_super_event_are_read() -> None:
    inside = EVENT | {"id": "norppala:2", "super_event": {"@id": f"{BASE}norppala:9/"}}
    frame = EVENT | {"id": "norppala:9", "super_event_type": "recurring", "sub_events": [inside, {"@id": f"{BASE}norppala:3/"}]}
    assert [kept.uid for kept in of(frame, inside).events] == ["norppala:2"]
    assert [kept.uid for kept in of(frame).events] == ["norppala:2"]


def test_one_event_is_a_list_of_its_own() -> None:
    assert [kept.uid for kept in reading(read, answer(EVENT, f"{BASE}norppala:1/")).events] == ["norppala:1"]


def test_deleted_records_are_named_and_not_read() -> None:
    found = of({"id": "norppala:1", "name": {"fi": "POISTETTU"}, "deleted": True, "last_modified_time": "2026-11-22T10:00:00Z"})
    assert (found.deleted, found.events, found.read) == (("norppala:1",), (), 1)


PLACES: list[tuple[dict[str, Any], tuple[str, ...], str]] = [
    ({"location": None}, (), ""),
    ({"location": {"@id": "https://x.example/v1/place/tprek:8177/"}}, ("tprek:8177",), ""),
    ({"location": {"id": "a:1", "name": {"fi": "Kirjasto"}}, "location_extra_info": {"fi": "satuhuone"}}, ("Kirjasto, satuhuone",), ""),
    ({"location": {"id": "a:1", "name": {"fi": "Kirjasto"}}, "location_extra_info": {"fi": "Kirjasto, 2. krs"}}, ("Kirjasto, 2. krs",), ""),
    ({"location": None, "location_extra_info": {"fi": "Torikatu 1,\n Norppala"}}, ("Torikatu 1, Norppala",), ""),
    ({"location": {"id": "helsinki:internet", "name": {"fi": "Internet"}}}, ("Internet",), "online"),
    ({"location": None, "is_virtualevent": True}, (), "online"),
    ({"location": {"id": "a:1", "name": {"fi": "Kirjasto"}}, "is_virtualevent": True}, ("Kirjasto",), "mixed"),
]


@pytest.mark.parametrize(("told", "location", "attendance"), PLACES)
def test_where(told: dict[str, Any], location: tuple[str, ...], attendance: str) -> None:
    found = event(**told)
    assert tuple(text.value for text in found.location) == location
    assert found.attendance == attendance


def test_long_words_about_the_place_stay_beside_it() -> None:
    told = "Käynti pihan puolelta. " * 8
    found = event(location={"id": "a:1", "name": {"fi": "Kirjasto"}}, location_extra_info={"fi": told})
    assert [text.value for text in found.location] == ["Kirjasto"]
    assert found.extra["location_extra_info"] == told.strip()


def test_the_order_of_languages_in_the_answer_changes_nothing() -> None:
    texts = {"en": "Coffee", "sv": "Kaffe", "fi": "Kahvit", "ru": "Кофе"}
    first = event(name=texts, location={"id": "a:1", "name": texts})
    second = event(name=dict(reversed(texts.items())), location={"id": "a:1", "name": dict(sorted(texts.items()))})
    assert first == second
    assert [text.language for text in first.name] == ["fi", "sv", "en", "ru"]


@pytest.mark.parametrize(
    ("long", "short", "told"),
    [
        ({"fi": "<p>A &amp; b.</p>"}, {"fi": "A & B."}, {"fi": "<p>A &amp; b.</p>"}),
        ({"fi": "<p>Pitkä.</p>"}, {"fi": "A < B"}, {"fi": "<p>A &lt; B</p><p>Pitkä.</p>"}),
        ({"fi": "Pitkä."}, {"fi": "Lyhyt.", "sv": "Kort."}, {"fi": "Lyhyt.\n\nPitkä.", "sv": "Kort."}),
        ({"fi": "Sama.", "sv": "Sama.", "en": "Same."}, None, {"fi": "Sama.", "en": "Same."}),
        ("Vain näin.", None, {"fi": "Vain näin."}),
        (None, None, {}),
    ],
)
def test_descriptions(long: Any, short: Any, told: dict[str, str]) -> None:
    assert {text.language: text.value for text in event(description=long, short_description=short).description} == told


def test_places_left_come_with_every_reading_and_change_no_digest() -> None:
    def course(left: int, seen: str) -> dict[str, Any]:
        form = {"@id": "x", "remaining_attendee_capacity": left, "current_attendee_count": 20 - left, "maximum_attendee_capacity": 20}
        return EVENT | {
            "registration": form,
            "last_modified_time": seen,
            "keywords": [{"id": "yso:p1", "name": {"fi": "a"}, "n_events": left}],
        }

    first = of(course(3, "2026-11-20T09:12:08Z"))
    again = reading(read, answer(page(course(0, "2026-11-24T09:12:08Z"))), knowing(first))
    assert again.unchanged == (first.events[0].digest,)
    assert first.availability == (Availability(uid="norppala:1", remaining=3, capacity=20),)
    assert again.availability == (Availability(uid="norppala:1", remaining=0, capacity=20, state="full"),)


def test_a_place_that_is_renamed_changes_the_digest() -> None:
    first = of(EVENT | {"location": {"id": "a:1", "name": {"fi": "Vanha"}}})
    again = reading(read, answer(page(EVENT | {"location": {"id": "a:1", "name": {"fi": "Uusi"}}})), knowing(first))
    assert len(again.events) == 1


def test_what_a_later_page_tells_again_holds() -> None:
    """The list is sorted by change: an event that is edited meanwhile pushes others onto the next page."""
    parts = (answer(page(EVENT | {"name": {"fi": "Uusi nimi"}}, EVENT | {"id": "norppala:3"}, count=3), f"{BASE}?page=2", "page"),)
    found = reading(read, replace(answer(page(EVENT, EVENT | {"id": "norppala:2"}, following="?page=2", count=3), BASE), parts=parts))
    assert {kept.uid: kept.name[0].value for kept in found.events} == {
        "norppala:2": "Torikahvit",
        "norppala:1": "Uusi nimi",
        "norppala:3": "Torikahvit",
    }
    assert found.complete


def test_an_event_that_jumped_to_a_page_already_fetched_withdraws_nothing() -> None:
    parts = (answer(page(EVENT | {"id": "norppala:2"}, count=3), f"{BASE}?page=2", "page"),)
    first = page(EVENT, EVENT | {"id": "norppala:2"}, following="?page=2", count=3)
    found = reading(read, replace(answer(first, BASE), parts=parts))
    assert (len(found.events), found.complete, [issue.code for issue in found.issues]) == (2, False, ["pages_cut"])


@pytest.mark.parametrize(
    ("body", "missing", "is_complete"),
    [
        (page(EVENT), (), True),
        (page(EVENT, following="?page=2"), (), False),
        (page(EVENT, count=2), (), False),
        ({"data": [EVENT]}, (), True),
        (page(EVENT), (Missing(url="https://x.example/", role="detail", reason="timeout"),), False),
    ],
)
def test_only_a_whole_list_may_withdraw(body: Any, missing: tuple[Missing, ...], is_complete: bool) -> None:  # noqa: FBT001 - a parameter
    found = reading(read, replace(answer(body, BASE), missing=missing))
    assert found.complete == is_complete


def test_people_are_not_kept() -> None:
    found = of(
        EVENT
        | {
            "provider_contact_info": {"fi": "Maija Mallikas"},
            "created_by": "Maija Mallikas",
            "user_name": "Maija Mallikas",
            "images": [{"url": "https://x.example/a.jpg", "photographer_name": "Maija Mallikas"}],
            "location": {"id": "a:1", "name": {"fi": "Sali"}, "email": "maija@x.example", "telephone": {"fi": "044 000 0000"}},
            "yhteyshenkilo": "Maija Mallikas",
            "uutta": "maija.mallikas@x.example",
        }
    )
    assert "maija" not in repr(found).lower()
    assert "044 000" not in repr(found)


@given(st.sampled_from(FIELDS), GARBAGE)
def test_garbage_in_a_field_costs_one_record_at_most(field: str, value: Any) -> None:
    found = of(EVENT | {field: value}, EVENT | {"id": "norppala:2"})
    assert "norppala:2" in {kept.uid for kept in found.events}


@given(mutated(TOWN))
def test_garbage_anywhere_raises_nothing_but_unreadable(body: Any) -> None:
    check_garbage(read, follow, body)


@needs_corpora
def test_a_page_of_turku_is_read_without_loss() -> None:
    body = (CORPORA / "ec2u+data" / "EventsTurkuCity.00.json").read_bytes()
    found = reading(read, answer(body, "https://linkedevents-api.turku.fi/v1/event/?last_modified_since=2022-05-15"))
    (hobby,) = found.events
    assert (hobby.uid, hobby.kind, hobby.series, hobby.status) == ("turku:991417", "activity", "turku:991415", "RESCHEDULED")
    assert (wall(hobby.start), wall(hobby.end)) == ("2022-06-14 19:30", "2022-06-14 20:15")
    assert [(offer.price, offer.is_free) for offer in hobby.offers] == [("Sisäänpääsymaksu + ohjausmaksu 2,50 €", False)]
    assert [text.language for text in hobby.description] == ["fi"]
    assert hobby.extra == {"publisher": "turku:853"}
    assert not found.complete, "one page of a list of 641"


def test_the_page_about_the_format_names_every_code_and_option() -> None:
    text = (ROOT / "docs" / "formats" / "linked_events.md").read_text(encoding="utf-8")
    for word in ("pages_cut", "not_an_event", "bad_value", "item_unreadable", "date_unreadable", *LinkedEventsOptions.model_fields):
        assert f"`{word}`" in text
