"""schema.org Schedule as recurrence rules."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from harvesters.schema_rule import Rule
from tests.schema_pages import codes, event, reading, wall

HELSINKI = ZoneInfo("Europe/Helsinki")


def schedule(**fields: Any) -> dict[str, Any]:
    told = {"@type": "Schedule", "repeatFrequency": "P1W", "startDate": "2026-09-01", "startTime": "10:00", "endTime": "11:30"} | fields
    return {name: value for name, value in told.items() if value is not None}


def series(**fields: Any) -> dict[str, Any]:
    return event(startDate=None, eventSchedule=schedule(**fields))


@pytest.mark.parametrize(
    ("fields", "rule", "start"),
    [
        ({"byDay": "https://schema.org/Wednesday"}, "FREQ=WEEKLY;BYDAY=WE", "2026-09-02T10:00:00"),
        ({"byDay": ["Tuesday", "TH"]}, "FREQ=WEEKLY;BYDAY=TU,TH", "2026-09-01T10:00:00"),
        ({"byDay": "Mo, Fr"}, "FREQ=WEEKLY;BYDAY=MO,FR", "2026-09-04T10:00:00"),
        ({"byDay": "Monday", "repeatFrequency": "P2W"}, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-09-14T10:00:00"),
        ({"repeatFrequency": "Daily"}, "FREQ=DAILY", "2026-09-01T10:00:00"),
        ({"repeatFrequency": "https://schema.org/Weekly"}, "FREQ=WEEKLY", "2026-09-01T10:00:00"),
        ({"repeatFrequency": "P1M", "byDay": "2TU"}, "FREQ=MONTHLY;BYDAY=2TU", "2026-09-08T10:00:00"),
        ({"repeatFrequency": "P1M", "byDay": "Tuesday", "byMonthWeek": [1, -1]}, "FREQ=MONTHLY;BYDAY=-1TU,1TU", "2026-09-01T10:00:00"),
        ({"repeatFrequency": "P1M", "byMonthDay": "15"}, "FREQ=MONTHLY;BYMONTHDAY=15", "2026-09-15T10:00:00"),
        ({"repeatFrequency": "P1Y", "byMonth": 12, "byMonthDay": 6}, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=6", "2026-12-06T10:00:00"),
        ({"repeatFrequency": None, "byDay": "Tuesday"}, "FREQ=WEEKLY;BYDAY=TU", "2026-09-01T10:00:00"),
        ({"repeatCount": 10}, "FREQ=WEEKLY;COUNT=10", "2026-09-01T10:00:00"),
        ({"repeatCount": 0, "endDate": "2026-12-01"}, "FREQ=WEEKLY;UNTIL=20261201T235959", "2026-09-01T10:00:00"),
        ({"endDate": "2026-12-01"}, "FREQ=WEEKLY;UNTIL=20261201T235959", "2026-09-01T10:00:00"),
        ({"endDate": "2026-12-01T11:30"}, "FREQ=WEEKLY;UNTIL=20261201T113000", "2026-09-01T10:00:00"),
    ],
)
def test_rules(fields: dict[str, Any], rule: str, start: str) -> None:
    found = reading(series(**fields)).events[0]
    assert found.rrule == (rule,)
    assert found.start is not None
    assert found.start.isoformat() == start
    assert isinstance(found.end, datetime)
    assert (found.end.hour, found.end.minute) == (11, 30)


def test_a_zone_and_an_end_in_utc() -> None:
    found = reading(series(scheduleTimezone="Europe/Helsinki", endDate="2026-12-01", byDay="Tuesday")).events[0]
    assert found.start == datetime(2026, 9, 1, 10, tzinfo=HELSINKI)
    assert isinstance(found.start, datetime)
    assert found.start.tzinfo is HELSINKI
    assert found.rrule == ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261201T215959Z",)


def test_days_alone() -> None:
    found = reading(series(startTime=None, endTime=None, endDate="2026-09-30")).events[0]
    assert (found.start, found.end, found.rrule) == (date(2026, 9, 1), None, ("FREQ=WEEKLY;UNTIL=20260930",))


def test_days_on_which_it_does_not_happen() -> None:
    found = reading(series(exceptDate=["2026-10-13", "2026-10-20T10:00", "some day"]))
    assert found.events[0].exdate == (date(2026, 10, 13), wall("2026-10-20T10:00"))
    assert codes(found) == {("bad_date_dropped", "warning")}


def test_past_midnight_and_a_duration_instead_of_an_end() -> None:
    night = reading(series(startTime="22:00", endTime="02:00")).events[0]
    assert night.end == wall("2026-09-02T02:00")
    assert reading(series(endTime=None, duration="PT45M")).events[0].duration == timedelta(minutes=45)


def test_the_events_own_dates_where_the_schedule_has_none() -> None:
    told = event(startDate="2026-09-01T18:00", endDate="2026-12-15", eventSchedule={"@type": "Schedule", "repeatFrequency": "P1W"})
    found = reading(told).events[0]
    assert (found.start, found.rrule) == (wall("2026-09-01T18:00"), ("FREQ=WEEKLY;UNTIL=20261215T235959",))


def test_the_first_times_own_end_is_no_end_of_the_series() -> None:
    weekly = {"@type": "Schedule", "repeatFrequency": "P1W", "byDay": "Tuesday"}
    found = reading(event(startDate="2026-09-01T18:00", endDate="2026-09-01T19:30", eventSchedule=weekly)).events[0]
    assert (found.rrule, found.duration) == (("FREQ=WEEKLY;BYDAY=TU",), timedelta(minutes=90))


def test_a_start_time_with_a_date_before_it() -> None:
    assert reading(series(startTime="2026-09-01T18:00", endTime=None)).events[0].start == wall("2026-09-01T18:00")


def test_two_schedules_are_two_records_of_one_event() -> None:
    told = event(
        startDate=None, identifier="tanssi", eventSchedule=[schedule(byDay="Tuesday"), schedule(byDay="Thursday", startTime="17:00")]
    )
    found = reading(told, told)
    assert [(one.uid, one.series, bool(one.derived_uid), one.rrule[0][-2:]) for one in found.events] == [
        ("tanssi", "", False, "TU"),
        ("", "tanssi", True, "TH"),
    ]
    assert codes(found) == {("repeated", "info")}
    assert found.events[1].derived_uid == reading(told).events[1].derived_uid


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"startDate": None}, "no_start"),
        ({"startDate": "10/03/2027"}, "bad_value"),
        ({"startTime": "after work"}, "bad_value"),
        ({"scheduleTimezone": "Europe/Norppala"}, "tz_unknown"),
        ({"repeatFrequency": "every other week"}, "rrule_unsupported"),
        ({"repeatFrequency": "P0W"}, "rrule_unsupported"),
        ({"repeatFrequency": "PT5M"}, "rrule_unsupported"),
        ({"byDay": "PublicHolidays"}, "rrule_unsupported"),
        ({"byMonth": 13}, "rrule_unsupported"),
        ({"byMonthDay": 0}, "rrule_unsupported"),
        ({"byMonthDay": 15}, "rrule_unsupported"),
        ({"byMonthWeek": 2}, "rrule_unsupported"),
        ({"byMonthWeek": 2, "byDay": "Monday"}, "rrule_unsupported"),
        ({"repeatFrequency": "P1D", "byDay": "2TU"}, "rrule_unsupported"),
        ({"repeatFrequency": "P1Y", "byMonth": 2, "byMonthDay": 30}, "rrule_no_occurrence"),
        ({"exceptDate": [f"20{n:02}-{m:02}-{d:02}" for n in range(27, 31) for m in range(1, 13) for d in range(1, 29)]}, "too_many_dates"),
    ],
)
def test_what_no_rule_says_sets_aside_only_itself(fields: dict[str, Any], code: str) -> None:
    found = reading(series(**fields), event(name="Naapuri", url="/e/2"))
    assert (code, "error") in codes(found)
    assert [one.name[0].value for one in found.events] == ["Naapuri"]


def test_a_courses_pace_is_no_rule() -> None:
    course = event(
        **{"@type": "CourseInstance"},
        endDate="2027-05-01",
        courseSchedule={"repeatFrequency": "Weekly", "repeatCount": 4, "duration": "PT3H"},
    )
    found = reading(course).events[0]
    assert (found.rrule, found.kind) == ((), "activity")
    timed = event(**{"@type": "CourseInstance"}, startDate=None, courseSchedule=schedule(byDay="Tuesday"))
    assert reading(timed).events[0].rrule == ("FREQ=WEEKLY;BYDAY=TU",)


RULES = st.builds(
    Rule,
    freq=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    interval=st.integers(1, 3),
    months=st.lists(st.integers(1, 12), max_size=3),
    month_days=st.lists(st.sampled_from([1, 2, 15, 28, 29, 31, -1, -2]), max_size=2),
    days=st.lists(st.sampled_from(["MO", "WE", "SU"]), max_size=2, unique=True),
) | st.builds(
    Rule,
    freq=st.sampled_from(["MONTHLY", "YEARLY"]),
    months=st.lists(st.integers(1, 12), max_size=2),
    days=st.lists(st.sampled_from(["1MO", "2TU", "-1FR", "4SU", "5WE"]), min_size=1, max_size=2, unique=True),
)


@settings(max_examples=120, deadline=None)
@given(RULES, st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_the_first_day_is_the_one_that_dateutil_finds(rule: Rule, start: date) -> None:
    found = rule.first_day(start)
    if found is None:
        return  # dateutil would look for it to the end of time
    assume(rule.freq != "WEEKLY" or not rule.month_days)
    asked = rrulestr(rule.text, dtstart=datetime.combine(start, time(0)))
    assert next(iter(asked)).date() == found


def test_a_rule_that_never_comes_is_told_at_once() -> None:
    assert Rule(freq="DAILY", months=[2], month_days=[30]).first_day(date(2026, 1, 1)) is None
    assert Rule(freq="YEARLY", months=[2], month_days=[29]).first_day(date(2025, 1, 1)) == date(2028, 2, 29)
