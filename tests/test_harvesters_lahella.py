"""Activities in Lähellä's shape: series by weekday, days left out, standing tasks, ages, and who is left out."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters import lahella
from harvesters.errors import Unreadable
from harvesters.record import Reading
from harvesters.weekly_rules import first_on
from tests.gathered_sources import answer, checked, context, remembered

HELSINKI = ZoneInfo("Europe/Helsinki")


def ms(*parts: int) -> int:
    year, month, day, *clock = parts
    hour, minute = (*clock, 0, 0)[:2]
    return int(datetime(year, month, day, hour, minute, tzinfo=HELSINKI).timestamp() * 1000)


def times(*rows: tuple[int, str, str]) -> list[dict[str, Any]]:
    return [{"weekday": weekday, "startTime": opens, "endTime": closes} for weekday, opens, closes in rows]


def event(start: int, kind: str = "4", **recurrence: Any) -> dict[str, Any]:
    return {"start": start, "timeZone": "Europe/Helsinki", "type": kind, "recurrence": recurrence}


def activity(*events: dict[str, Any], kind: str = "hobby", **traits: Any) -> dict[str, Any]:
    channels = [{"type": ["place"], "events": list(events)}]
    return {"_key": "1", "traits": {"type": kind, "translations": {"fi": {"name": "Kerho"}}, "channels": channels} | traits}


def reading(*records: Any, known: dict[str, str] | None = None) -> Reading:
    return checked(lahella.read(answer({"items": list(records)}), context(known)))


def series(*events: dict[str, Any]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.uid, f"{one.start:%Y-%m-%d %H:%M}", one.rrule) for one in reading(activity(*events)).events]


MONDAY = ms(2026, 11, 23)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            event(MONDAY, period="P1W", daySpecificTimes=times((2, "10:00", "11:00"))),
            [("1", "2026-11-24 10:00", ("FREQ=WEEKLY;BYDAY=TU",))],
        ),
        (event(MONDAY, daySpecificTimes=times((7, "10:00", ""))), [("1", "2026-11-29 10:00", ("FREQ=WEEKLY;BYDAY=SU",))]),
        (
            event(ms(2026, 11, 26), period="P1W", gap="P2W", daySpecificTimes=times((2, "10:00", "11:00"))),
            [("1", "2026-12-08 10:00", ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",))],
        ),
        (
            event(MONDAY, period="P2W", end=ms(2027, 4, 30), daySpecificTimes=times((1, "9:00", "10:00"), (4, "9:00", "10:00"))),
            [("1", "2026-11-23 09:00", ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270430T205959Z",))],
        ),
        (
            event(MONDAY, period="P1W", daySpecificTimes=times((4, "18:00", "19:00"), (1, "9:00", "10:00"), (1, "13:00", "14:00"))),
            [
                ("1", "2026-11-23 09:00", ("FREQ=WEEKLY;BYDAY=MO",)),
                ("1#1.1.MO", "2026-11-23 13:00", ("FREQ=WEEKLY;BYDAY=MO",)),
                ("1#1.1.TH", "2026-11-26 18:00", ("FREQ=WEEKLY;BYDAY=TH",)),
            ],
        ),
        (event(ms(2026, 12, 8, 18), "2", period="P1W"), [("1", "2026-12-08 18:00", ("FREQ=WEEKLY",))]),
        (
            event(ms(2026, 12, 8, 18), "2", period="P1M", end=ms(2027, 6, 1)),
            [("1", "2026-12-08 18:00", ("FREQ=MONTHLY;UNTIL=20270601T205959Z",))],
        ),
        (
            event(ms(2026, 12, 1), "4", period="P1M", daySpecificTimes=times((2, "18:00", "20:00"))),
            [("1", "2026-12-01 18:00", ("FREQ=MONTHLY;BYDAY=1TU",))],
        ),
        (
            event(ms(2026, 12, 29), "4", period="P1M", daySpecificTimes=times((2, "18:00", "20:00"))),
            [("1", "2026-12-29 18:00", ("FREQ=MONTHLY;BYDAY=-1TU",))],
        ),
        (event(ms(2026, 12, 8), "1", daySpecificTimes=times((2, "18:00", "20:00"))), [("1", "2026-12-08 18:00", ())]),
        (
            event(ms(2026, 12, 8), "4", period="P1W", end=ms(2026, 12, 8), daySpecificTimes=times((2, "18:00", "20:00"))),
            [("1", "2026-12-08 18:00", ())],
        ),
        (
            event(ms(2026, 12, 8), "4", period="P1D", daySpecificTimes=times((2, "18:00", "20:00"))),
            [("1", "2026-12-08 18:00", ("FREQ=WEEKLY;BYDAY=TU",))],
        ),
    ],
)
def test_series_by_weekday(told: dict[str, Any], expected: list[Any]) -> None:
    assert series(told) == expected


def test_summer_time_moves_no_meeting_and_the_last_day_belongs_to_the_series() -> None:
    (one,) = reading(
        activity(event(ms(2027, 3, 22), period="P1W", end=ms(2027, 3, 30), daySpecificTimes=times((2, "17:00", "18:00"))))
    ).events
    assert one.rrule == ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330T205959Z",)
    assert one.start == datetime(2027, 3, 23, 17, tzinfo=HELSINKI)
    assert isinstance(one.start, datetime)
    assert one.start.tzinfo == HELSINKI


def test_days_left_out_stand_at_the_time_of_their_series() -> None:
    told = event(
        MONDAY,
        period="P1W",
        daySpecificTimes=times((2, "10:00", "11:00"), (4, "18:00", "19:00")),
        exclude=["2026-12-22", ms(2026, 12, 24), "x"],
    )
    found = reading(activity(told))
    assert [[moment.isoformat() for moment in one.exdate] for one in found.events] == [
        ["2026-12-22T10:00:00+02:00"],
        ["2026-12-24T18:00:00+02:00"],
    ]
    assert [(issue.code, issue.uid) for issue in found.issues] == [("bad_date_dropped", "1")]


def test_a_day_left_out_on_which_nothing_would_have_been_is_told() -> None:
    found = reading(activity(event(MONDAY, period="P1W", daySpecificTimes=times((2, "10:00", "11:00")), exclude=["2026-12-23"])))
    assert [(issue.code, issue.field, issue.value) for issue in found.issues] == [("field_ignored", "exclude", "2026-12-23")]


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [
        (event(ms(2027, 2, 15), "3", period="P1D", end=ms(2027, 2, 18)), date(2027, 2, 15), date(2027, 2, 19)),
        (event(ms(2027, 2, 15), "1"), date(2027, 2, 15), date(2027, 2, 16)),
        (event(ms(2027, 2, 15), "3", period="P1D", end=ms(2027, 2, 1)), date(2027, 2, 15), date(2027, 2, 16)),
        (
            event(ms(2027, 2, 15, 18), "1") | {"end": ms(2027, 2, 15, 20)},
            datetime(2027, 2, 15, 18, tzinfo=HELSINKI),
            datetime(2027, 2, 15, 20, tzinfo=HELSINKI),
        ),
        (event(ms(2027, 2, 15, 18), "1"), datetime(2027, 2, 15, 18, tzinfo=HELSINKI), None),
    ],
)
def test_single_times_and_runs_of_days(told: dict[str, Any], start: date, end: date | None) -> None:
    (one,) = reading(activity(told)).events
    assert (one.start, one.end, one.rrule, one.kind) == (start, end, (), "event")


@pytest.mark.parametrize(
    ("kind", "channels", "expected"),
    [
        ("voluntary", [], "volunteering"),
        ("voluntary", [{"type": ["place"]}], "volunteering"),
        ("support", [], "service"),
        ("hobby", [], "no_start"),
        ("somethingElse", [], "no_start"),
    ],
)
def test_what_has_no_time(kind: str, channels: list[Any], expected: str) -> None:
    found = reading(activity(kind=kind, channels=channels))
    assert [one.kind for one in found.events] + [issue.code for issue in found.issues] == [expected]
    assert all((one.start, one.when) == (None, "") for one in found.events)


@pytest.mark.parametrize(
    ("demographic", "ages"),
    [
        (["ageGroup/range:65-"], (65, None)),
        (["ageGroup/range:65-…", "gender/gender"], (65, None)),
        (["ageGroup/range:0-1", "ageGroup/range:2-6"], (None, 6)),
        (["ageGroup/range:30-64", "ageGroup/range:18-29"], (18, 64)),
        (["ageGroup/range:7-12", "ageGroup/range:30-64"], (None, None)),
        (["ageGroup/any", "ageGroup/range:7-12"], (None, None)),
        (["ageGroup/range:x", None, {"a": 1}], (None, None)),
        ("ageGroup/range:13-17", (13, 17)),
    ],
)
def test_ages(demographic: Any, ages: tuple[int | None, int | None]) -> None:
    (one,) = reading(activity(kind="voluntary", demographic=demographic)).events
    assert (one.minimum_age, one.maximum_age) == ages


def test_a_draft_is_counted_and_not_kept() -> None:
    found = reading(activity(kind="voluntary") | {"status": "draft"})
    assert (found.not_public, found.events) == (1, ())


def test_people_are_left_out_and_the_address_of_the_association_is_not() -> None:
    contacts = [
        {"type": "email", "value": "oili@yhdistys.example"},
        {"type": "phone", "value": "040 123 4567"},
        {"type": "www", "value": "https://yhdistys.example/"},
    ]
    channel = {"type": ["place"], "registrationEmail": "oili@yhdistys.example", "registrationPhone": "040 123 4567"}
    (one,) = reading(activity(kind="voluntary", contacts=contacts, channels=[channel], author={"name": "Oili"})).events
    assert one.url == "https://yhdistys.example/"
    assert one.registration is None
    assert not any(word in repr(one) for word in ("oili", "Oili", "123 4567"))


def test_texts_in_every_language_and_prices_in_the_publishers_words() -> None:
    words = {
        "fi": {"name": "Kerho", "pricing": "<p>3 € / kerta</p>", "registration": "Soita toimistoon"},
        "sv": {"name": "Klubb"},
        "Suomi!": {"name": "x"},
    }
    (one,) = reading(activity(kind="voluntary", translations=words, pricing=["paid"], locale=["fi-FI", "fisl"])).events
    assert [(text.language, text.value) for text in one.name] == [("fi", "Kerho"), ("sv", "Klubb"), ("", "x")]
    assert [(offer.price, offer.is_free) for offer in one.offers] == [("3 € / kerta", False)]
    assert one.registration is not None
    assert one.registration.text == "Soita toimistoon"
    assert one.in_language == ("fi-FI", "fse")


@pytest.mark.parametrize(
    ("types", "attendance"),
    [(["place"], "offline"), (["online"], "online"), (["place", "online"], "mixed"), (["hybrid"], "mixed"), (["phone"], "")],
)
def test_how_one_takes_part(types: list[str], attendance: str) -> None:
    (one,) = reading(activity(kind="voluntary", channels=[{"type": types, "www": "https://etana.example/"}])).events
    assert one.attendance == attendance
    assert one.conference == (("https://etana.example/",) if {"online", "hybrid"} & set(types) else ())


def test_one_changed_activity_costs_one() -> None:
    first, second = activity(kind="voluntary"), activity(kind="voluntary") | {"_key": "2"}
    known = remembered(reading(first, second))
    again = reading(first | {"_rev": "_y", "updatedAt": 3}, second | {"group": {"name": "Yhdistys ry"}}, known=known)
    assert [one.uid for one in again.events] == ["2"]
    assert again.events[0].organizer[0].value == "Yhdistys ry"


@pytest.mark.parametrize(
    ("document", "following"),
    [
        ({"items": [{}, {}], "hasMore": True}, "https://l.example/v1/activities?type=x&skip=6"),
        ({"items": [], "hasMore": True}, None),
        ({"items": [{}], "hasMore": False}, None),
        ({"items": [{}], "next": "/v1/activities?skip=9"}, "https://l.example/v1/activities?skip=9"),
        ([{}], None),
    ],
)
def test_the_next_part_of_the_list(document: Any, following: str | None) -> None:
    asks = lahella.follow(answer(document, "https://l.example/v1/activities?type=x&skip=4"), context())
    assert [ask.url for ask in asks] == ([following] if following else [])


def test_an_activity_of_thousands_of_series_is_set_aside_whole() -> None:
    found = reading(activity(*(event(MONDAY, daySpecificTimes=times((1, "9:00", "10:00"))) for _ in range(600))))
    assert [(issue.code, issue.severity) for issue in found.issues] == [("too_many_dates", "error")]


def test_an_answer_of_another_shape_is_no_empty_list() -> None:
    with pytest.raises(Unreadable) as refused:
        lahella.read(answer({"message": "unauthorized"}), context())
    assert refused.value.reason == "unexpected_shape"


@given(
    start=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    weekdays=st.sets(st.integers(1, 7), min_size=1),
    interval=st.integers(1, 4),
)
def test_the_first_day_of_a_series_is_the_first_that_its_rule_gives(start: date, weekdays: set[int], interval: int) -> None:
    """Compared with walking the weeks one by one from the Monday of the start."""
    monday = start - timedelta(days=start.weekday())
    walked = (monday + timedelta(weeks=interval * week, days=weekday - 1) for week in range(3) for weekday in sorted(weekdays))
    assert first_on(start, weekdays, interval) == next(day for day in walked if day >= start)
