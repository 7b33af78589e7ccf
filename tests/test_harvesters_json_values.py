"""Times, addresses and people in JSON records: what they are read as, and what is never one."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.json_moments import clock_of, day_of, length_of, moment_of, moment_of_milliseconds, span, zone_of
from harvesters.json_people import impersonal, is_personal, left_over, reaches_someone, tidy
from harvesters.json_words import coordinates_of, joined, one_line, worded
from harvesters.ledger import Notes
from harvesters.weekly_rules import byday_of, first_matching, ordinal

HELSINKI = ZoneInfo("Europe/Helsinki")
FIRST, LAST = datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2100-01-01")
NO_MOMENTS: tuple[Any, ...] = (
    *("2027-02-30", "2027-01-13T24:00", "2027-01-13T18:00+99:00", "2027-01-13T18", "13.1.2027", "", None, 7, [], "٢٠٢٧-٠١-١٣"),
    *("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"),
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2027-01-13", date(2027, 1, 13)),
        ("2027-01-13T18:00", datetime(2027, 1, 13, 18, tzinfo=HELSINKI)),
        ("2027-01-13 18:00:30.123456", datetime(2027, 1, 13, 18, 0, 30, tzinfo=HELSINKI)),
        ("2027-01-13T16:00:00Z", datetime(2027, 1, 13, 18, tzinfo=HELSINKI)),
        ("2027-01-13T16:00:00-0000", datetime(2027, 1, 13, 18, tzinfo=HELSINKI)),
        ("2027-07-13T16:00:60+01", datetime(2027, 7, 13, 18, 0, 59, tzinfo=HELSINKI)),
        *((told, None) for told in NO_MOMENTS),
    ],
)
def test_moments(value: Any, expected: Any) -> None:
    assert moment_of(value, HELSINKI) == expected


@pytest.mark.parametrize("value", [True, None, "1", float("nan"), float("inf"), 10**18, -(10**18), [], {}])
def test_what_is_no_number_of_milliseconds(value: Any) -> None:
    assert moment_of_milliseconds(value, HELSINKI) is None


@given(st.datetimes(FIRST, LAST, timezones=st.just(HELSINKI), allow_imaginary=False))
def test_a_moment_read_back_is_the_same_instant(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    assert moment_of(moment.isoformat(), HELSINKI) == moment
    assert moment_of_milliseconds(round(moment.timestamp()) * 1000, HELSINKI) == moment


@pytest.mark.parametrize(
    ("value", "expected"),
    [("18:00", time(18)), ("9.05", time(9, 5)), ("18:00:00+02:00", time(18)), ("25:00", None), ("18", None), (18, None)],
)
def test_clock_times(value: Any, expected: time | None) -> None:
    assert clock_of(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("PT1H30M", timedelta(minutes=90)),
        ("P1DT2H", timedelta(days=1, hours=2)),
        ("P2W", timedelta(weeks=2)),
        ("P1M", None),
        ("PT0M", None),
        ("P", None),
        (5, None),
    ],
)
def test_lengths(value: Any, expected: timedelta | None) -> None:
    assert length_of(value) == expected


def test_an_end_that_is_not_after_its_start_is_on_the_next_day() -> None:
    start, end = span(date(2026, 11, 27), time(22), time(2), HELSINKI)
    assert end is not None
    assert end - start == timedelta(hours=4)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/London", "Europe/London"),
        ("localtime", "Europe/Helsinki"),
        ("../etc", "Europe/Helsinki"),
        (None, "Europe/Helsinki"),
        ("UTC+3", "Europe/Helsinki"),
    ],
)
def test_zones_are_names_never_files(name: Any, zone: str) -> None:
    assert zone_of(name, "Europe/Helsinki").key == zone


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        *(
            (name, "x", True)
            for name in (
                "email",
                "assurer_email",
                "contactPoint",
                "registrationEmail",
                "e-mail",
                "phones",
                "teacher",
                "updated_by",
                "createdBy",
            )
        ),
        *((name, "x", False) for name in ("name", "placement", "isCoached", "description", "activity", "levels")),
        ("attendees", [1], True),
        ("participants", 12, False),
        ("remainingAttendeeCapacity", 3, False),
        ("organizer", {"@type": "Person"}, True),
        ("organizer", {"@type": "Organization"}, False),
    ],
)
def test_which_fields_are_about_a_person(name: str, value: Any, expected: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_personal(name, value) is expected


@pytest.mark.parametrize("text", ["oili@x.example", "mailto:oili", "+358 40 123 4567", "040 1234567", "0401234567", "tel:1"])
def test_texts_that_reach_someone(text: str) -> None:
    assert reaches_someone(text)
    assert left_over({"note": text, "level": "1"}, ()) == {"level": "1"}


@pytest.mark.parametrize("text", ['{"@type":"Parking"}', "2026-11-24T10:00:00+02:00", "3–6 v.", "https://x.example/a?b=1", "12 x 45 min"])
def test_texts_that_do_not(text: str) -> None:
    assert not reaches_someone(text)


def test_what_is_kept_is_safe_to_keep() -> None:
    deep: Any = "x"
    for _ in range(100):
        deep = [deep]
    kept = tidy({"a\x00": "\ud800\x07b", "deep": deep, "n": 1})
    assert kept["a"] == "?b"
    assert repr(kept).count("[") == 31
    assert impersonal([{"name": "a", "leader": "Oili", "modified": 1}, {"@type": "Person"}], "modified") == [{"name": "a"}]


def test_what_is_left_over_is_bounded() -> None:
    kept = left_over({f"f{number}": "x" * 9999 for number in range(200)}, {"f0"}, prefix="p.")
    assert (len(kept), max(map(len, kept.values()))) == (50, 500)
    assert "p.f0" not in kept


@pytest.mark.parametrize(
    ("latitude", "longitude", "expected", "codes"),
    [
        ("61.8", 28.9, (61.8, 28.9), []),
        (0, 0, (None, None), ["bad_geo"]),
        (100, 28, (None, None), ["bad_geo"]),
        (None, 28, (None, None), []),
        ("60,17", "24,94", (None, None), []),
        (float("nan"), 28, (None, None), []),
    ],
)
def test_positions(latitude: Any, longitude: Any, expected: Any, codes: list[str]) -> None:
    notes = Notes(digest="")
    assert coordinates_of(latitude, longitude, notes, "geo") == expected
    assert [issue.code for issue in notes.found] == codes


@pytest.mark.parametrize(
    ("link", "expected"),
    [("?page=2", "https://x.example/a?page=2"), ("http://[", ""), ("javascript:1", ""), ("//y.example/", "https://y.example/")],
)
def test_links(link: str, expected: str) -> None:
    assert joined("https://x.example/a", link) == expected


def test_texts() -> None:
    assert [(text.value, text.language, text.html) for text in worded({"fi": "<b>a</b>", "?": "b < c", "sv": None})] == [
        ("<b>a</b>", "fi", True),
        ("b < c", "", False),
    ]
    assert one_line(", Kylätie 1", None, "58200  Savonlinna", "Kylätie 1") == "Kylätie 1, 58200 Savonlinna"


def test_days_of_the_week() -> None:
    assert byday_of(["mo", "+2TU", "-1FR", "Sunday", "schema:Monday", "8XX", ""]) == ("MO", "2TU", "-1FR", "SU")
    assert [ordinal(date(2026, 12, day)) for day in (1, 7, 8, 28, 29)] == [1, 1, 2, 4, -1]
    assert first_matching(date(2026, 11, 23), ("-1FR",)) == date(2026, 11, 27)
    assert first_matching(date(2027, 1, 30), (), (30,), (2,)) is None
    assert day_of("2026-11-23") == first_matching(date(2026, 11, 23))
