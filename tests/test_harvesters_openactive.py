"""OpenActive feeds: pages, states, sessions and their series, schedules, places left; and the standard's own samples."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from harvesters import openactive
from harvesters.errors import Unreadable
from harvesters.json_people import is_personal
from harvesters.openactive_event import _UNDERSTOOD
from harvesters.record import RawEvent, Reading
from tests.gathered_sources import answer, checked, context, remembered
from tests.shared import CORPORA, needs_corpora

URL = "https://liikunta.example/feeds/series"
HELSINKI = ZoneInfo("Europe/Helsinki")
SAMPLES = CORPORA / "npm+openactive-data-models" / "examples"
SERIES = {"@type": "SessionSeries", "@id": "https://liikunta.example/id/1", "name": "Kierto"}


def item(data: Any, number: Any = 1, kind: str = "", state: str = "updated") -> dict[str, Any]:
    return {"state": state, "kind": kind or (data or {}).get("@type", "Event"), "id": number, "modified": 1, "data": data}


def page(*items: Any, following: str = "") -> dict[str, Any]:
    return {"next": following or URL, "items": list(items)}


def reading(*items: Any, known: dict[str, str] | None = None) -> Reading:
    return checked(openactive.read(answer(page(*items), URL), context(known)))


def one(data: dict[str, Any], **fields: Any) -> RawEvent:
    (event,) = reading(item({"@type": "Event", "name": "Kisa", "startDate": "2026-12-01T18:00:00Z"} | data | fields)).events
    return event


def scheduled(**schedule: Any) -> RawEvent:
    (event,) = reading(
        item(SERIES | {"eventSchedule": [{"@type": "PartialSchedule", "startDate": "2026-11-23", "startTime": "18:00"} | schedule]})
    ).events
    return event


@pytest.mark.parametrize(
    ("document", "following"),
    [
        (page(item(SERIES), following=URL + "?afterId=1"), URL + "?afterId=1"),
        (page(following=URL + "?afterId=1"), None),
        (page(item(SERIES), following=URL), None),
        (page(item(SERIES), following="?afterId=2"), URL + "?afterId=2"),
        (page(item(SERIES), following="javascript:1"), None),
    ],
)
def test_a_feed_ends_with_an_empty_page_or_with_its_own_address(document: dict[str, Any], following: str | None) -> None:
    response = answer(document, URL)
    assert [ask.url for ask in openactive.follow(response, context())] == ([following] if following else [])
    assert openactive.read(response, context()).complete == (following is None)


def test_further_feeds_are_asked_for_once_and_each_must_end() -> None:
    options = openactive.OpenActiveOptions(feeds=("https://liikunta.example/feeds/sessions",))
    first = answer(page(), URL)
    assert [(ask.url, ask.role) for ask in openactive.follow(first, context(options=options))] == [
        ("https://liikunta.example/feeds/sessions", "feed")
    ]
    assert openactive.follow(answer(page(), URL, role="feed"), context(options=options)) == ()
    assert not openactive.read(first, context(options=options)).complete


def test_the_last_state_of_an_item_counts() -> None:
    parts = item({"@type": "Event", "name": "Uusi", "startDate": "2026-12-01"}), item(None, 2, "Event", "deleted")
    old = (
        item({"@type": "Event", "name": "Vanha", "startDate": "2026-12-01"}),
        item({"@type": "Event", "name": "Pois", "startDate": "2026-12-01"}, 2),
    )
    found = reading(*old, *parts)
    assert [event.name[0].value for event in found.events] == ["Uusi"]
    assert found.deleted == ("Event:2",)
    assert [(issue.code, issue.value) for issue in found.issues] == [("repeated", "2")]
    assert reading(*parts, *old).deleted == ()


def test_ids_are_unique_only_within_a_kind() -> None:
    event = {"@type": "Event", "name": "Kisa", "startDate": "2026-12-01"}
    assert [found.uid for found in reading(item(event, 1), item(event | {"@type": "HeadlineEvent"}, 1)).events] == [
        "Event:1",
        "HeadlineEvent:1",
    ]


@pytest.mark.parametrize(
    "reference", [SERIES["@id"], {"@id": SERIES["@id"]}, {"@type": "SessionSeries", "@id": SERIES["@id"]}, [SERIES["@id"]]]
)
def test_a_session_says_what_its_series_says_and_the_series_is_no_event_of_its_own(reference: Any) -> None:
    session = {"@type": "ScheduledSession", "superEvent": reference, "startDate": "2026-12-01T16:00:00Z", "endDate": "2026-12-01T17:00:00Z"}
    (event,) = reading(item(session, "a"), item(SERIES | {"ageRange": {"minValue": 16}, "eventSchedule": [{}]}, 1)).events
    assert (event.uid, event.series, event.name[0].value, event.minimum_age) == ("ScheduledSession:a", "SessionSeries:1", "Kierto", 16)
    assert event.start == datetime(2026, 12, 1, 18, tzinfo=HELSINKI)


def test_a_session_is_read_again_when_its_series_changes_and_not_when_a_place_is_sold() -> None:
    session = {
        "@type": "ScheduledSession",
        "superEvent": SERIES["@id"],
        "startDate": "2026-12-01T16:00:00Z",
        "remainingAttendeeCapacity": 4,
    }
    known = remembered(reading(item(SERIES), item(session, "a")))
    sold = reading(item(SERIES), item(session | {"remainingAttendeeCapacity": 3}, "a"), known=known)
    assert (sold.events, [told.remaining for told in sold.availability]) == ((), [3])
    assert len(reading(item(SERIES | {"name": "Uusi nimi"}), item(session, "a"), known=known).events) == 1


def test_a_session_without_a_name_anywhere_names_what_is_missing() -> None:
    found = reading(item({"@type": "ScheduledSession", "superEvent": "https://liikunta.example/id/404", "startDate": "2026-12-01"}, "a"))
    assert [(issue.code, issue.uid, issue.value) for issue in found.issues] == [
        ("required_field_missing", "ScheduledSession:a", "https://liikunta.example/id/404")
    ]


def test_sessions_within_their_series_are_told_once() -> None:
    part = {"@type": "ScheduledSession", "@id": SERIES["@id"] + "#1", "startDate": "2026-12-01T16:00:00Z"}
    embedded = reading(item(SERIES | {"subEvent": [part, part | {"@id": SERIES["@id"] + "#2"}]}))
    assert [event.uid for event in embedded.events] == [f"SessionSeries:1#{SERIES['@id']}#1", f"SessionSeries:1#{SERIES['@id']}#2"]
    both = reading(item(SERIES | {"subEvent": [part]}), item(part | {"superEvent": SERIES["@id"]}, "a"))
    assert [event.uid for event in both.events] == ["ScheduledSession:a"]


def test_a_course_is_one_record_however_often_it_meets() -> None:
    parts = [{"startDate": f"2027-01-{day}T17:00:00+02:00", "endDate": f"2027-01-{day}T18:00:00+02:00"} for day in (19, 12)]
    cancelled = {"startDate": "2027-01-26T17:00:00+02:00", "eventStatus": "https://schema.org/EventCancelled"}
    course = {
        "@type": "CourseInstance",
        "startDate": "2027-01-12",
        "instanceOfCourse": {"@type": "Course", "name": "Tennis"},
        "subEvent": [*parts, cancelled],
    }
    (event,) = reading(item(course)).events
    assert (event.name[0].value, event.start, event.rdate) == (
        "Tennis",
        datetime(2027, 1, 12, 17, tzinfo=HELSINKI),
        (datetime(2027, 1, 19, 17, tzinfo=HELSINKI),),
    )


@pytest.mark.parametrize(
    ("schedule", "start", "rrule"),
    [
        ({"byDay": ["https://schema.org/Monday"]}, "2026-11-23 18:00", "FREQ=WEEKLY;BYDAY=MO"),
        ({"repeatFrequency": "P1W", "byDay": ["schema:Sunday", "TU"]}, "2026-11-24 18:00", "FREQ=WEEKLY;BYDAY=SU,TU"),
        (
            {"repeatFrequency": "P2W", "byDay": "https://schema.org/Tuesday", "startDate": "2026-11-26"},
            "2026-12-08 18:00",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        ),
        ({"repeatFrequency": "P1D", "repeatCount": 3, "endDate": "2026-11-30"}, "2026-11-23 18:00", "FREQ=DAILY;COUNT=3"),
        ({"repeatFrequency": "P1M", "byDay": ["-1FR"]}, "2026-11-27 18:00", "FREQ=MONTHLY;BYDAY=-1FR"),
        ({"repeatFrequency": "P1M", "byMonthDay": [15, 99]}, "2026-12-15 18:00", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ({"repeatFrequency": "P1Y", "byMonth": 12}, "2026-12-01 18:00", "FREQ=YEARLY;BYMONTH=12"),
        (
            {"repeatFrequency": "P1W", "endDate": "2027-03-29", "scheduleTimezone": "Europe/London"},
            "2026-11-23 18:00",
            "FREQ=WEEKLY;UNTIL=20270329T225959Z",
        ),
    ],
)
def test_schedules(schedule: dict[str, Any], start: str, rrule: str) -> None:
    event = scheduled(**schedule)
    assert (f"{event.start:%Y-%m-%d %H:%M}", event.rrule) == (start, (rrule,))


@pytest.mark.parametrize(
    ("schedule", "code"),
    [
        ({"repeatFrequency": "PT1H"}, "rrule_unsupported"),
        ({"repeatFrequency": "P0W"}, "rrule_unsupported"),
        ({}, "rrule_unsupported"),
        ({"startDate": "soon", "byDay": "MO"}, "no_start"),
        ({"repeatFrequency": "P1M", "byDay": ["6MO"]}, "rrule_no_occurrence"),
    ],
)
def test_schedules_that_mean_nothing_set_their_series_aside(schedule: dict[str, Any], code: str) -> None:
    found = reading(item(SERIES | {"eventSchedule": {"startDate": "2026-11-23", "startTime": "18:00"} | schedule}))
    assert [issue.code for issue in found.issues] == [code]
    assert not found.events


def test_excepted_days_stand_at_the_time_of_the_series() -> None:
    event = scheduled(byDay="MO", exceptDate=["2026-12-28", "2026-12-07T16:00:00Z"], duration="PT90M")
    assert event.exdate == (datetime(2026, 12, 28, 18, tzinfo=HELSINKI), datetime(2026, 12, 7, 18, tzinfo=HELSINKI))
    assert event.end == datetime(2026, 11, 23, 19, 30, tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("fields", "end", "duration"),
    [
        ({"endDate": "2026-12-01T19:00:00Z"}, datetime(2026, 12, 1, 21, tzinfo=HELSINKI), None),
        ({"duration": "PT1H"}, None, timedelta(hours=1)),
        ({"startDate": "2026-12-01", "endDate": "2026-12-03"}, date(2026, 12, 4), None),
        ({"startDate": "2026-12-01", "endDate": "2026-12-03", "duration": "P2D"}, date(2026, 12, 3), None),
        ({"startDate": "2026-12-01"}, None, None),
    ],
)
def test_ends(fields: dict[str, Any], end: Any, duration: timedelta | None) -> None:
    event = one({}, **fields)
    assert (event.end, event.duration) == (end, duration)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"offers": [{"price": 0}]}, [("0", None)]),
        ({"offers": {"price": "5", "priceCurrency": "EUR"}, "isAccessibleForFree": True}, [("5", True)]),
        ({"isAccessibleForFree": True}, [("", True)]),
        ({"isAccessibleForFree": "true"}, []),
    ],
)
def test_free_is_what_is_told_to_be(fields: dict[str, Any], expected: list[Any]) -> None:
    assert [(offer.price, offer.is_free) for offer in one({}, **fields).offers] == expected


def test_people_are_not_named() -> None:
    event = one(
        {
            "organizer": {"@type": "Person", "name": "Oili"},
            "leader": [{"@type": "Person", "name": "Oili"}],
            "contributor": {"@type": "Person", "name": "Oili"},
        }
    )
    assert event.organizer == ()
    assert "Oili" not in repr(event)


def test_slots_and_places_are_counted_and_named() -> None:
    found = reading(
        item({"@type": "Slot", "startDate": "2026-12-01T10:00:00Z"}, 1),
        item({"@type": "Place"}, 2),
        item({"@type": "Slot"}, 3),
        item({}, 4),
    )
    assert (found.read, [(issue.code, issue.value) for issue in found.issues]) == (
        0,
        [("not_an_event", "1 without a type, 1 Place, 2 Slot")],
    )


@pytest.mark.parametrize("body", [[], {"next": "x"}, {"items": {}}])
def test_what_is_no_page_of_a_feed(body: Any) -> None:
    with pytest.raises(Unreadable) as refused:
        openactive.follow(answer(body, URL), context())
    assert refused.value.reason == "unexpected_shape"


def samples() -> list[Path]:
    return [path for path in sorted(SAMPLES.glob("*.json")) if path.name != "example_list.json"] if SAMPLES.is_dir() else []


def of_sample(path: Path) -> tuple[dict[str, Any], Reading]:
    body = path.read_bytes()
    return json.loads(body), checked(openactive.read(answer(body, URL), context(zone="Europe/London")))


@needs_corpora
@pytest.mark.corpora
def test_the_standards_own_samples_are_read_without_loss() -> None:
    """Every sample gives events, or is named: two sessions whose series stands in another file, a slot and a place."""
    outcome: dict[str, list[str]] = {}
    for path in samples():
        _, found = of_sample(path)
        told = sorted({issue.code for issue in found.issues if issue.code != "pages_cut"})
        outcome.setdefault(f"{len(found.events)} {' '.join(told)}".strip(), []).append(path.name.removesuffix("_example_1.json"))
    assert outcome == {
        "1": [
            *("courseinstance_event", "courseinstance", "event_eventseries", "event", "facilityuse", "ondemandevent", "scheduledsession"),
            *("sessionseries-eventseries-split", "sessionseries-split-virtual", "sessionseries-split"),
        ],
        "2": ["sessionseries"],
        "0 required_field_missing": ["scheduledsession-split-virtual", "scheduledsession-split"],
        "0 not_an_event": ["place", "slot"],
    }


@needs_corpora
@pytest.mark.corpora
@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name)
def test_every_field_of_a_sample_is_read_kept_or_about_a_person(path: Path) -> None:
    document, found = of_sample(path)
    data = document["items"][0]["data"]
    for event in found.events:
        kept = set(event.extra)
        lost = {name for name, value in data.items() if name not in _UNDERSTOOD and name not in kept and not is_personal(name, value)}
        assert lost == set()


@needs_corpora
@pytest.mark.corpora
def test_a_split_session_is_whole_with_its_series_beside_it() -> None:
    session, series = (
        json.loads((SAMPLES / f"{name}_example_1.json").read_bytes()) for name in ("scheduledsession-split", "sessionseries-split")
    )
    first = answer(page(*session["items"]), URL, parts=(answer(page(*series["items"]), URL + "2", role="feed"),))
    (event,) = checked(openactive.read(first, context(zone="Europe/London"))).events
    assert event.name[0].value == "Virtual BODYPUMP"
    assert event.series == "SessionSeries:1402CBP20150217"
