"""Every time aware or a day, in a named zone: normalize.times."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.record import Moment
from normalize.model import Listing, Start
from normalize.times import after, home_zone, in_zone, instant, length, settle, stamp, zone_name

HELSINKI = ZoneInfo("Europe/Helsinki")
STOCKHOLM = ZoneInfo("Europe/Stockholm")
PLUS3 = timezone(timedelta(hours=3))
NAIVE = datetime(2026, 11, 26, 17, 0)  # noqa: DTZ001 - a floating time is what is shown here

SETTLED: list[tuple[Moment, bool, str, str, bool]] = [
    (NAIVE, False, "2026-11-26T17:00:00+02:00", "Europe/Helsinki", True),
    (datetime(2026, 7, 1, 15, tzinfo=UTC), False, "2026-07-01T18:00:00+03:00", "Europe/Helsinki", False),
    (datetime(2026, 7, 1, 15, tzinfo=UTC), True, "2026-07-01T15:00:00+00:00", "UTC", False),
    (datetime(2026, 7, 1, 15, tzinfo=ZoneInfo("Etc/UTC")), True, "2026-07-01T15:00:00+00:00", "UTC", False),
    (datetime(2026, 7, 1, 15, tzinfo=STOCKHOLM), False, "2026-07-01T15:00:00+02:00", "Europe/Stockholm", False),
    (datetime(2026, 7, 1, 15, tzinfo=PLUS3), False, "2026-07-01T15:00:00+03:00", "+03:00", False),
    (datetime(2026, 7, 1, 15, tzinfo=timezone(-timedelta(hours=3, minutes=30))), False, "2026-07-01T15:00:00-03:30", "-03:30", False),
    (date(2026, 7, 1), False, "2026-07-01", "Europe/Helsinki", False),
]


@pytest.mark.parametrize(("moment", "keep_utc", "expected", "zone", "floating"), SETTLED)
def test_a_moment_is_settled(moment: Moment, keep_utc: bool, expected: str, zone: str, floating: bool) -> None:  # noqa: FBT001 - rows of a table
    settled = settle(moment, "Europe/Helsinki", keep_utc=keep_utc)
    assert (settled.start.isoformat(), settled.timezone, settled.floating, settled.in_gap) == (expected, zone, floating, False)


def test_a_time_the_clock_never_showed_is_moved_on_and_told() -> None:
    for moment in (datetime(2027, 3, 28, 3, 30, tzinfo=HELSINKI), datetime(2027, 3, 28, 3, 30)):  # noqa: DTZ001 - floating
        settled = settle(moment, "Europe/Helsinki")
        assert (settled.start.isoformat(), settled.in_gap) == ("2027-03-28T04:30:00+03:00", True)


def test_of_a_time_that_comes_twice_the_first_is_meant() -> None:
    settled = settle(datetime(2027, 10, 31, 3, 30, tzinfo=HELSINKI), "Europe/Helsinki")
    assert (settled.start.isoformat(), settled.in_gap) == ("2027-10-31T03:30:00+03:00", False)
    second = settle(datetime(2027, 10, 31, 3, 30, tzinfo=HELSINKI, fold=1), "Europe/Helsinki")
    assert second.start.isoformat() == "2027-10-31T03:30:00+02:00"


@settings(max_examples=100, deadline=None)
@given(
    st.datetimes(datetime(1900, 1, 2), datetime(2200, 12, 30)),  # noqa: DTZ001 - bounds of naive datetimes
    st.sampled_from([None, UTC, HELSINKI, STOCKHOLM, PLUS3, ZoneInfo("America/New_York")]),
    st.sampled_from(["Europe/Helsinki", "Pacific/Apia", "+03:00"]),
    st.booleans(),
)
def test_nothing_is_naive_and_settling_twice_is_settling_once(
    wall: datetime,
    tz: timezone | ZoneInfo | None,
    home: str,
    keep_utc: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    settled = settle(wall.replace(microsecond=0, tzinfo=tz), home, keep_utc=keep_utc)
    assert isinstance(settled.start, datetime)
    assert settled.start.utcoffset() is not None
    again = settle(settled.start, settled.timezone, keep_utc=True)
    assert (again.start, again.start.isoformat(), again.floating, again.in_gap) == (settled.start, settled.start.isoformat(), False, False)


ZONES = [
    ("Europe/Stockholm", "Europe/Oslo", "Europe/Stockholm"),
    ("", "Europe/Oslo", "Europe/Oslo"),
    ("", None, "Europe/Helsinki"),
    ("UTC", "Europe/Oslo", "Europe/Oslo"),
    ("Nowhere/Town", "Europe/Oslo", "Europe/Oslo"),
    ("../../etc/localtime", None, "Europe/Helsinki"),
    ("Europe", None, "Europe/Helsinki"),
]


@pytest.mark.parametrize(("declared", "source", "expected"), ZONES)
def test_whose_zone_counts_where_none_is_written(declared: str, source: str | None, expected: str) -> None:
    assert home_zone(declared, source, "Europe/Helsinki") == expected


def test_recurrence_ids_are_wall_clocks() -> None:
    moment = datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert stamp(moment, "Europe/Helsinki") == "20261124T100000"
    assert stamp(moment, "UTC") == "20261124T080000"
    assert stamp(date(2026, 11, 24), "Europe/Helsinki") == "20261124"


AFTER: list[tuple[Start, timedelta, str]] = [
    (datetime(2027, 3, 27, 12, tzinfo=HELSINKI), timedelta(days=1), "2027-03-28T12:00:00+03:00"),  # a nominal day: 23 hours
    (datetime(2027, 3, 27, 12, tzinfo=HELSINKI), timedelta(hours=20), "2027-03-28T09:00:00+03:00"),
    (datetime(2027, 10, 31, 3, 30, tzinfo=HELSINKI), timedelta(hours=2), "2027-10-31T04:30:00+02:00"),
    (date(2027, 3, 27), timedelta(days=2), "2027-03-29"),
    (date(2027, 3, 27), timedelta(hours=5), "2027-03-27"),
]


@pytest.mark.parametrize(("start", "duration", "expected"), AFTER)
def test_days_on_the_calendar_hours_on_the_clock(start: Start, duration: timedelta, expected: str) -> None:
    assert after(start, duration).isoformat() == expected


def test_length_is_real_time() -> None:
    before, later = datetime(2027, 10, 31, 3, 30, tzinfo=HELSINKI), datetime(2027, 10, 31, 4, 30, tzinfo=HELSINKI)
    assert length(before, later) == timedelta(hours=2)
    assert length(date(2027, 1, 1), date(2027, 1, 3)) == timedelta(days=2)
    assert instant(date(2027, 7, 1), "Europe/Helsinki") == datetime(2027, 6, 30, 21, tzinfo=UTC)
    assert in_zone(date(2027, 7, 1), "UTC") == date(2027, 7, 1)
    assert zone_name(datetime(2027, 1, 1, tzinfo=ZoneInfo("Zulu"))) == "UTC"


def test_a_listing_read_back_from_json_is_the_same_instant_in_its_zone() -> None:
    made = Listing(
        id="x", source_id="s", uid="u", digest="d", name={"fi": "n"}, organizer_id="o", timezone="Europe/Helsinki",
        start=datetime(2026, 11, 26, 17, tzinfo=HELSINKI), end=datetime(2026, 11, 26, 18, tzinfo=HELSINKI),
    )  # fmt: skip
    read = Listing.model_validate_json(made.model_dump_json())
    assert read == made
    assert stamp(read.begins, read.timezone) == "20261126T170000"
    whole = made.model_copy(update={"start": date(2026, 11, 26), "end": date(2026, 11, 27)})
    assert Listing.model_validate_json(whole.model_dump_json()) == whole
