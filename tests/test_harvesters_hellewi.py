"""Hellewi: paging, places left, and which of a course's many possible fields says when it meets."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from harvesters import hellewi, hellewi_html
from harvesters.errors import Unreadable
from harvesters.record import Availability, RawEvent, Reading
from tests.gathered_sources import answer, checked, context

URL = "https://api.opisto.example/v1/norppala/fi/courses?page=1&limit=100"
HELSINKI = ZoneInfo("Europe/Helsinki")
COURSE = {"id": 7, "name": "Kudonta", "begins": "2027-01-11", "ends": "2027-04-19"}


def reading(*courses: Any, **fields: Any) -> Reading:
    return checked(hellewi.read(answer(list(courses), URL, **fields), context()))


def one(**fields: Any) -> RawEvent:
    (event,) = reading({**COURSE, **fields}).events
    return event


def places(course: dict[str, Any], *participants: Any) -> Availability:
    part = answer(list(participants), URL, role="places")
    found = hellewi.read(answer([{**COURSE, **course}], URL, parts=(part,)), context()).availability
    return found[0] if found else Availability(uid="7")


@pytest.mark.parametrize(
    ("link", "url", "following"),
    [
        (
            '<https://api.opisto.example/v1/norppala/fi/courses?page=2>; rel="next"',
            URL,
            "https://api.opisto.example/v1/norppala/fi/courses?page=2",
        ),
        ('<?page=3&limit=100>; rel="last"', URL, "https://api.opisto.example/v1/norppala/fi/courses?page=2&limit=100"),
        ('</v1/x?page=1>; rel="first", </v1/x?page=9>; rel=last', URL.replace("page=1", "page=9"), None),
        ("", URL, None),
        ('<http://[>; rel="next"', URL, None),
        ('<ftp://x.example/>; rel="next"', URL, None),
    ],
)
def test_the_next_page_is_the_one_the_link_header_names(link: str, url: str, following: str | None) -> None:
    asks = hellewi.follow(answer([], url, headers={"link": link}), context())
    assert [ask.url for ask in asks] == ([following] if following else [])


def test_a_list_whose_last_page_was_not_seen_is_not_complete() -> None:
    found = reading(COURSE, headers={"link": '<?page=2>; rel="next"'})
    assert not found.complete
    assert [issue.code for issue in found.issues] == ["pages_cut"]
    assert reading(COURSE).complete


def test_places_are_asked_for_by_the_hundred_and_can_be_done_without() -> None:
    asks = hellewi.follow(answer([{"id": number} for number in range(1, 251)], URL), context())
    assert [ask.url.count("ids=") for ask in asks] == [100, 100, 50]
    assert {(ask.role, ask.is_needed) for ask in asks} == {("places", False)}
    assert asks[2].url.startswith("https://api.opisto.example/v1/norppala/fi/course-participants?ids=201&ids=202")


def test_places_are_not_asked_for_where_the_entry_says_so() -> None:
    assert hellewi.follow(answer([COURSE], URL), context(options=hellewi.HellewiOptions(places=False))) == ()


def test_the_fast_lane_asks_for_places_alone_and_only_for_what_can_be_an_id() -> None:
    (ask,) = hellewi.availability(URL, ("7", "7", "8&x=1", "../9", ""))
    assert ask.url == "https://api.opisto.example/v1/norppala/fi/course-participants?ids=7"
    alone = hellewi.read(answer([{"id": 7, "participants": 8, "maxparticipants": 10}], ask.url, role=ask.role), context())
    assert alone.availability == (Availability(uid="7", remaining=2, capacity=10),)
    assert (alone.read, alone.complete) == (0, False)


@pytest.mark.parametrize(
    ("course", "participants", "expected"),
    [
        ({}, [], {}),
        ({"full": True}, [], {"remaining": 0, "state": "full"}),
        ({"full": False}, [], {}),
        ({"full": True, "queue": 3}, [], {"remaining": 0, "queue": 3, "state": "queue"}),
        ({"full": True}, [{"id": 7, "participants": 9, "max": 10, "full": False}], {"remaining": 1, "capacity": 10}),
        ({"enrolmentbegins": "2026-12-08T09:00:00"}, [{"id": "7", "freePlaces": 4}], {"remaining": 4, "state": "not_yet_open"}),
        ({"enrolmentbegins": "2026-11-22T08:00:00+02:00"}, [{"id": 7, "remaining": 4}], {"remaining": 4, "state": "open"}),
        ({"enrolmentends": "2026-11-22"}, [{"id": 7, "remaining": 4}], {"remaining": 4}),
        ({"enrolmentends": "2026-11-21"}, [{"id": 7, "remaining": 4}], {"remaining": 4, "state": "closed"}),
        ({}, [{"id": 7, "state": "Not yet open"}], {"state": "not_yet_open"}),
        ({}, [{"id": 7, "participants": 12, "max": 10}], {"remaining": 0, "capacity": 10, "state": "full"}),
        ({}, [{"id": 7, "remaining": -1, "queue": True, "max": "ten"}], {}),
        ({}, ["garbage", None, {"no": "id"}], {}),
    ],
)
def test_places_left(course: dict[str, Any], participants: list[Any], expected: dict[str, Any]) -> None:
    assert places(course, *participants) == Availability(uid="7", **expected)


def test_places_and_stamps_change_no_digest_but_the_course_does() -> None:
    known = {event.digest: "stored" for event in reading(COURSE).events}
    volatile = {"full": True, "participants": 3, "modified": "2026-11-22", "teacher": "Oiva Opettaja", "freePlaces": 2, "queue": 0}
    assert len(hellewi.read(answer([COURSE | volatile], URL), context(known)).unchanged) == 1
    assert len(hellewi.read(answer([COURSE | {"name": "Kudonta II"}], URL), context(known)).events) == 1


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ({"time": "ke 18.00–20.15"}, "ke 18.00–20.15, 11.1.2027–19.4.2027"),
        ({"weekday": "ke", "time": "18.00–20.15"}, "ke klo 18.00–20.15, 11.1.2027–19.4.2027"),
        ({"weekday": "ke", "starttime": "18:00", "endtime": "20:15"}, "ke klo 18.00–20.15, 11.1.2027–19.4.2027"),
        ({"schedule": ["ma 17–18", "to 18–19.30"]}, "ma 17–18 ja to 18–19.30, 11.1.2027–19.4.2027"),
        ({"schedule": [{"weekday": "ma", "begins": "17:00"}]}, "ma klo 17.00, 11.1.2027–19.4.2027"),
        (
            {"time": "ma 17–18", "weeks": "2–7, 9–15", "pauses": ["2027-03-01", "x"]},
            "ma 17–18, vk 2–7, 9–15, 11.1.2027–19.4.2027, ei 1.3.2027",
        ),
        ({"time": "ma 17–18", "begins": None, "ends": None}, "ma 17–18"),
    ],
)
def test_weekdays_and_times_in_words_go_to_the_phrase_grammar(fields: dict[str, Any], when: str) -> None:
    event = one(**fields)
    assert (event.when, event.start) == (when, None)


@pytest.mark.parametrize(
    ("fields", "start", "end"),
    [
        ({}, date(2027, 1, 11), date(2027, 4, 20)),
        ({"ends": None}, date(2027, 1, 11), date(2027, 1, 12)),
        ({"begins": "2027-01-11T00:00:00+02:00"}, date(2027, 1, 11), date(2027, 4, 20)),
        ({"begins": "2027-01-11T18:00:00+02:00"}, datetime(2027, 1, 11, 18, tzinfo=HELSINKI), None),
        (
            {"begins": "2027-01-11T16:00:00Z", "ends": "2027-01-11T18:15:00Z"},
            datetime(2027, 1, 11, 18, tzinfo=HELSINKI),
            datetime(2027, 1, 11, 20, 15, tzinfo=HELSINKI),
        ),
        ({"begins": "2027-04-20"}, date(2027, 4, 20), None),
    ],
)
def test_first_and_last_day_alone(fields: dict[str, Any], start: date, end: date | None) -> None:
    event = one(**fields)
    assert (event.start, event.end, event.when) == (start, end, "")


def test_lessons_win_over_everything_else_and_keep_their_clock_over_the_change_to_summer_time() -> None:
    lessons = [{"date": "2027-03-31", "begins": "17:00", "ends": "18:30"}, {"date": "2027-03-24", "begins": "17.00", "ends": "18.30"}]
    event = one(lessons=lessons, time="ke 17–18.30")
    assert (event.start, event.end) == (datetime(2027, 3, 24, 17, tzinfo=HELSINKI), datetime(2027, 3, 24, 18, 30, tzinfo=HELSINKI))
    assert event.rdate == (datetime(2027, 3, 31, 17, tzinfo=HELSINKI),)
    assert event.when == ""


def test_lessons_of_different_lengths_are_told() -> None:
    lessons = [
        {"begins": "2027-01-16T09:00:00", "ends": "2027-01-16T16:00:00"},
        {"begins": "2027-01-17T09:00:00", "ends": "2027-01-17T12:00:00"},
    ]
    assert [issue.code for issue in reading({**COURSE, "lessons": lessons}).issues] == ["period_shortened"]


def test_ids_of_the_catalogue_are_unique_only_with_their_type() -> None:
    items = [
        {"id": 1, "type": "department", "name": "Opistotalo"},
        {"id": 1, "type": "term", "name": "2026–2027"},
        {"id": 1, "type": "subject", "name": "Kädentaidot"},
        {"id": 2, "type": "subject", "name": "Keramiikka", "parent": "subject:1"},
        {"id": 2, "type": "period", "name": "Kevät", "parent": 1},
        {"id": 2, "type": "locationgroup", "name": "Keskusta"},
    ]
    event = one(catalogitems=items)
    assert event.categories == ("Kädentaidot", "Keramiikka")
    assert [place.value for place in event.location] == ["Opistotalo"]
    assert event.extra == {"period": "Kevät 2026–2027", "locationgroup": "Keskusta"}


@pytest.mark.parametrize(
    ("fields", "audience", "ages"),
    [
        ({"mingrade": 3, "maxgrade": 6}, ("3.–6. lk",), (None, None)),
        ({"grades": [1, 2]}, ("1.–2. lk",), (None, None)),
        ({"grades": "eskarit", "targetgroup": "lapset"}, ("eskarit", "lapset"), (None, None)),
        ({"age": {"min": 7, "max": 12}}, (), (7, 12)),
        ({"minAge": "16", "max_age": -3}, (), (16, None)),
    ],
)
def test_whom_it_is_for(fields: dict[str, Any], audience: tuple[str, ...], ages: tuple[int | None, int | None]) -> None:
    event = one(**fields)
    assert (event.audience, (event.minimum_age, event.maximum_age)) == (audience, ages)


@pytest.mark.parametrize(
    ("fields", "offers"),
    [
        ({"price": 0}, [("0", None)]),
        ({"price": "78,00"}, [("78,00", None)]),
        ({"prices": [{"name": "Opiskelijat", "amount": 39.5}, {"name": "x"}]}, [("39.5", None)]),
        ({"free": True}, [("", True)]),
        ({"price": {"nested": []}}, []),
    ],
)
def test_a_nought_is_a_price_and_free_is_what_is_told_to_be(fields: dict[str, Any], offers: list[Any]) -> None:
    assert [(offer.price, offer.is_free) for offer in one(**fields).offers] == offers


def test_what_nobody_reads_is_kept_and_people_are_not() -> None:
    event = one(lessonhours=24, teacher={"name": "Oiva Opettaja"}, contactEmail="oiva@opisto.example", room=None, info2="soita 040 1234567")
    assert event.extra == {"lessonhours": "24"}
    assert "Oiva" not in event.text
    assert "oiva@" not in event.text


@pytest.mark.parametrize("body", ["{}", '{"error": "unauthorized"}', '"text"', "3"])
def test_an_answer_without_a_list_of_courses_is_no_empty_list(body: str) -> None:
    with pytest.raises(Unreadable) as refused:
        hellewi.read(answer(body, URL), context())
    assert refused.value.reason == "unexpected_shape"


@pytest.mark.parametrize(
    ("url", "page"),
    [
        (URL, "https://uusi.opisto.example/norppala/fi/course/{id}"),
        ("https://kurssit.example/v1/norppala/fi/courses", ""),
        ("https://api.opisto.example/courses", ""),
    ],
)
def test_the_page_of_a_course(url: str, page: str) -> None:
    assert hellewi.course_page(url) == page


@pytest.mark.parametrize(
    ("told", "state", "remaining"),
    [
        ("Ilmoittaudu", "open", None),
        ("Ilmoittautuminen päättyy 8.12.", None, None),
        ("Ilmoittautuminen päättynyt", "closed", None),
        ("Ilmoittautuminen alkaa 8.12. klo 9", "not_yet_open", None),
        ("Täynnä", "full", 0),
        ("Täynnä, jonossa 3", "queue", 0),
        ("3 paikkaa", "", 3),
        ("Vapaita: 5", "open", 5),
        ("Fullbokad", "full", 0),
        ("lk 12", None, None),
    ],
)
def test_places_in_words(told: str, state: str | None, remaining: int | None) -> None:
    found = hellewi_html.places_of("1", told)
    assert (found and found.state, found and found.remaining) == (state, remaining)


def test_a_page_without_courses_is_a_changed_page_not_an_empty_one() -> None:
    with pytest.raises(Unreadable) as refused:
        hellewi_html.read(
            answer("<html><body><h1>Uudet sivut</h1><table><tr><td>a</td><td>b</td><td>c</td></tr></table></body></html>"), context()
        )
    assert refused.value.reason == "selector_miss"


def test_the_old_list_goes_on_where_a_link_says_so() -> None:
    page = "<html><body><a href='courses.php?l=fi&p=2'>Seuraava sivu »</a><a href='x.php'>Seuraavat kurssit</a></body></html>"
    asks = hellewi_html.follow(answer(page, "https://opisto.example/norppala/courses.php?l=fi"), context())
    assert [ask.url for ask in asks] == ["https://opisto.example/norppala/courses.php?l=fi&p=2"]
