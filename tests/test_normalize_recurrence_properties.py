"""What holds for every rule, whatever it is: agreement with dateutil, windows that add up, clocks that stay."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from normalize.model import Listing
from normalize.recurrence import Instance, Window, enters, expand, touches, vet
from tests.recurrence_listings import HELSINKI, listing

ZONES = ("Europe/Helsinki", "America/New_York", "Australia/Lord_Howe", "Asia/Beirut", "UTC", "+05:30")
"""Among them a zone that changes by half an hour and one whose midnight is missing."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
BEGIN = date(2026, 10, 1)
"""The windows lie over the changes of the clock in October 2026, March 2027 and October 2027."""
HOUR = timedelta(hours=1)


def some(values: st.SearchStrategy[int], size: int = 3) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=size, unique=True).map(lambda numbers: ",".join(map(str, numbers)))


def signed(most: int) -> st.SearchStrategy[int]:
    return st.integers(1, most) | st.integers(-most, -1)


plain_days = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=4, unique=True).map(",".join)
numbered_days = st.lists(st.tuples(signed(5), st.sampled_from(WEEKDAYS)), min_size=1, max_size=3, unique=True).map(
    lambda days: ",".join(f"{n}{day}" for n, day in days)
)
months, month_days, year_days, weeks = some(st.integers(1, 12)), some(signed(31)), some(signed(366)), some(signed(53))
DAY_PARTS: dict[str, list[dict[str, st.SearchStrategy[str]]]] = {
    "DAILY": [{}, {"BYDAY": plain_days}, {"BYMONTH": months}, {"BYMONTH": months, "BYMONTHDAY": month_days}, {"BYMONTHDAY": month_days}],
    "WEEKLY": [{}, {"BYDAY": plain_days}, {"BYDAY": plain_days}, {"BYDAY": plain_days, "BYMONTH": months}],
    "MONTHLY": [
        {},
        {"BYMONTHDAY": month_days},
        {"BYDAY": numbered_days},
        {"BYDAY": plain_days},
        {"BYDAY": plain_days, "BYMONTHDAY": month_days},
        {"BYDAY": numbered_days, "BYMONTH": months},
    ],
    "YEARLY": [
        {},
        {"BYMONTH": months},
        {"BYMONTH": months, "BYMONTHDAY": month_days},
        {"BYMONTH": months, "BYDAY": numbered_days},
        {"BYDAY": numbered_days},
        {"BYDAY": plain_days},
        {"BYYEARDAY": year_days},
        {"BYYEARDAY": year_days, "BYDAY": plain_days},
        {"BYWEEKNO": weeks, "BYDAY": plain_days},
        {"BYMONTHDAY": month_days, "BYDAY": plain_days},
    ],
    "HOURLY": [{}, {"BYDAY": plain_days}],
}


@st.composite
def starts(draw: st.DrawFn) -> datetime:
    day = draw(st.dates(date(2025, 1, 1), date(2027, 3, 1)) | st.just(date(2026, 10, 25)))
    return datetime(day.year, day.month, day.day, draw(st.integers(0, 23)), draw(st.sampled_from((0, 15, 30))))  # noqa: DTZ001 - a wall clock


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(list(DAY_PARTS)))
    parts = {name: draw(values) for name, values in draw(st.sampled_from(DAY_PARTS[freq])).items()}
    if draw(st.booleans()):
        parts["INTERVAL"] = str(draw(st.integers(6, 40) if freq == "HOURLY" else st.integers(1, 5)))
    if draw(st.booleans()):
        parts["WKST"] = draw(st.sampled_from(WEEKDAYS))
    if freq != "HOURLY" and draw(st.integers(0, 3)) == 0:
        parts["BYHOUR"] = draw(some(st.integers(0, 23), 2))
    if len(parts) > ("INTERVAL" in parts) + ("WKST" in parts) and draw(st.integers(0, 3)) == 0:
        parts["BYSETPOS"] = draw(some(signed(4), 2))
    ends = ("", f"COUNT={draw(st.integers(1, 60))}", f"UNTIL={draw(st.dates(date(2026, 9, 1), date(2028, 1, 1))):%Y%m%d}T120000")
    written = [f"FREQ={freq}", *(f"{name}={value}" for name, value in parts.items()), draw(st.sampled_from(ends))]
    return ";".join(filter(None, written))


@st.composite
def windows(draw: st.DrawFn) -> Window:
    begin = BEGIN + timedelta(days=draw(st.integers(-40, 200)))
    return Window(start=begin, end=begin + timedelta(days=draw(st.integers(1, 430))), timezone="Europe/Helsinki")


def made(start: datetime, rule: str, zone: str = "Europe/Helsinki", length: timedelta | None = HOUR) -> Listing:
    """The series in its zone; a start in a missing hour is not made, for a publisher's program would not let it be written."""
    tz = start.replace(tzinfo=ZoneInfo(zone) if "/" in zone or zone == "UTC" else datetime.strptime(zone, "%z").tzinfo)
    assume(tz.astimezone(UTC).astimezone(tz.tzinfo).replace(tzinfo=None) == start)
    return listing(tz, length, rule, timezone=zone)


@settings(max_examples=100, deadline=None)
@given(start=starts(), rule=rules(), zone=st.sampled_from(ZONES), window=windows())
def test_the_same_instances_as_dateutil_over_both_changes_of_the_clock(start: datetime, rule: str, zone: str, window: Window) -> None:
    series = made(start, rule, zone, None)
    assert series.recurrence is not None
    # dateutil lets BYSETPOS count the first week from DTSTART; RFC 5545 section 3.3.10: "A set of recurrence instances starts at the
    # beginning of the interval defined by the FREQ rule part."
    assume(not ("WEEKLY" in rule and "BYSETPOS" in rule))
    # dateutil looks for a rule without matches to the end of the calendar.
    assume(vet(series.recurrence, series.begins, None, zone, window, 10_000) != "rrule_no_occurrence")
    tz = series.start.tzinfo if isinstance(series.start, datetime) else None
    walls = [start, *by_dateutil(rule, start, datetime(window.end.year, window.end.month, window.end.day) + timedelta(days=3))]  # noqa: DTZ001
    if "UNTIL" in rule and rulebound(rule) < start:
        walls = walls[1:]
    expected = sorted({wall.replace(tzinfo=tz).astimezone(UTC) for wall in walls})
    found = [one.start.astimezone(UTC) for one in expand(series, [], window) if isinstance(one.start, datetime)]
    assert found == [moment for moment in expected if window.start_utc <= moment < window.end_utc]


DIFFERENT = [
    # 1 October 2026 is a Thursday; its week (WKST=TU) has Tuesday 29 September and Monday 5 October, and the first of them is over.
    ("FREQ=WEEKLY;BYDAY=MO,TU;WKST=TU;BYSETPOS=1", [5, 6, 13, 20, 27], [1, 6, 13, 20, 27]),
    # The first Friday, any Thursday and any Friday: dateutil asks for a day that is in both lists, the numbered and the plain one.
    ("FREQ=MONTHLY;BYDAY=1FR,TH,FR", [2], [1, 2, 8, 9, 15, 16, 22, 23, 29, 30]),
]
"""Rule, dateutil's days of October 2026, ours; the sentences that decide stand in ``docs/recurrence.md``."""


@pytest.mark.parametrize(("rule", "theirs", "ours"), DIFFERENT, ids=[rule for rule, *_ in DIFFERENT])
def test_where_dateutil_differs_the_standard_decides(rule: str, theirs: list[int], ours: list[int]) -> None:
    start, until = datetime(2026, 10, 1, 9), ";UNTIL=20261031T000000"  # noqa: DTZ001 - a wall clock
    october = Window(start=date(2026, 10, 1), end=date(2026, 11, 1), timezone="Europe/Helsinki")
    assert [wall.day for wall in by_dateutil(rule + until, start, datetime(2026, 11, 1))] == theirs  # noqa: DTZ001 - a wall clock
    assert [f"{one.start:%d}" for one in expand(listing(start.replace(tzinfo=HELSINKI), HOUR, rule + until), [], october)] == [
        f"{day:02}" for day in ours
    ]


def by_dateutil(rule: str, start: datetime, stop: datetime) -> list[datetime]:
    """dateutil's own matches on the plain wall clock."""
    return list(takewhile(lambda wall: wall <= stop, rrulestr(rule, dtstart=start)))


def rulebound(rule: str) -> datetime:
    return datetime.strptime(rule.partition("UNTIL=")[2], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a wall clock


def key(one: Instance) -> tuple[str, object, object]:
    return one.recurrence_id, one.start, one.end


@settings(max_examples=60, deadline=None)
@given(start=starts(), rule=rules(), window=windows(), cut=st.integers(1, 400), length=st.sampled_from((None, HOUR, timedelta(days=3))))
def test_two_windows_side_by_side_hold_what_the_whole_holds(
    start: datetime, rule: str, window: Window, cut: int, length: timedelta | None
) -> None:
    series = made(start, rule, length=length)
    middle = min(window.start + timedelta(days=cut), window.end)
    left, right = (
        Window(start=window.start, end=middle, timezone=window.timezone),
        Window(start=middle, end=window.end, timezone=window.timezone),
    )
    parts = {key(one) for part in (left, right) for one in expand(series, [], part)}
    whole = [key(one) for one in expand(series, [], window)]
    assert set(whole) == parts
    assert len(whole) == len(set(whole))


@settings(max_examples=60, deadline=None)
@given(start=starts(), rule=rules(), window=windows(), days=st.integers(1, 60))
def test_moving_the_window_loses_only_what_it_leaves(start: datetime, rule: str, window: Window, days: int) -> None:
    series = made(start, rule)
    moved = Window(start=window.start + timedelta(days=days), end=window.end + timedelta(days=days), timezone=window.timezone)
    before, after = ({key(one): one for one in expand(series, [], asked)} for asked in (window, moved))
    assert all(not moved.holds(before[gone].start, before[gone].end) for gone in before.keys() - after.keys())
    assert all(not window.holds(after[new].start, after[new].end) for new in after.keys() - before.keys())


@settings(max_examples=60, deadline=None)
@given(start=starts(), rule=rules(), window=windows(), place=st.integers(0, 50), whole_day=st.booleans())
def test_an_exdate_removes_exactly_its_instance_and_a_day_exactly_its_day(
    start: datetime,
    rule: str,
    window: Window,
    place: int,
    whole_day: bool,  # noqa: FBT001 - drawn
) -> None:
    series = made(start, rule)
    found = expand(series, [], window)
    assume(found and series.recurrence)
    chosen = found[place % len(found)]
    assert series.recurrence is not None
    assert isinstance(chosen.start, datetime)
    moment = datetime.strptime(chosen.recurrence_id[:8], "%Y%m%d").date() if whole_day else chosen.start.astimezone(UTC)  # noqa: DTZ007
    less = series.model_copy(update={"recurrence": series.recurrence.model_copy(update={"exdate": (moment,)})})
    gone = [one for one in found if one.recurrence_id[:8] == chosen.recurrence_id[:8]] if whole_day else [chosen]
    assert [key(one) for one in expand(less, [], window)] == [key(one) for one in found if one not in gone]


@settings(max_examples=60, deadline=None)
@given(start=starts(), rule=rules(), window=windows(), data=st.data())
def test_the_order_of_overrides_does_not_matter_and_each_replaces_one(
    start: datetime, rule: str, window: Window, data: st.DataObject
) -> None:
    series = made(start, rule)
    found = expand(series, [], window)
    assume(len(found) > 1)
    chosen = data.draw(st.lists(st.sampled_from(found), min_size=1, max_size=4, unique_by=lambda one: one.recurrence_id))
    overrides = [
        listing(one.start + timedelta(minutes=5), HOUR, id=f"o{number}", recurrence_id=one.recurrence_id)
        for number, one in enumerate(chosen)
        if isinstance(one.start, datetime)
    ]
    mixed = expand(series, data.draw(st.permutations(overrides)), window)
    assert [key(one) for one in mixed] == [key(one) for one in expand(series, overrides, window)]
    assert sum(one.listing.id != "master" for one in mixed) == sum(window.holds(one.begins, one.end) for one in overrides)
    kept = {key(one) for one in mixed if one.listing.id == "master"}
    assert kept == {key(one) for one in found if one.recurrence_id not in {other.recurrence_id for other in chosen}}


@settings(max_examples=60, deadline=None)
@given(start=starts(), rule=rules(), zone=st.sampled_from(ZONES), window=windows(), length=st.integers(0, 50))
def test_clocks_stay_over_the_change_and_no_end_comes_before_its_start(
    start: datetime, rule: str, zone: str, window: Window, length: int
) -> None:
    series = made(start, rule, zone, length * HOUR)
    for one in expand(series, [], window):
        assert isinstance(one.start, datetime)
        assert isinstance(one.end, datetime)
        assert one.end.astimezone(UTC) >= one.start.astimezone(UTC)
        asked = datetime.strptime(one.recurrence_id, "%Y%m%dT%H%M%S").replace(tzinfo=one.start.tzinfo)
        assert asked.astimezone(UTC) == one.start.astimezone(UTC)
        assert asked.replace(tzinfo=None) == one.start.replace(tzinfo=None) or asked.astimezone(UTC).astimezone(asked.tzinfo) == one.start


@settings(max_examples=60, deadline=None)
@given(start=starts(), rule=rules(), window=windows(), length=st.sampled_from((None, HOUR, timedelta(days=3))))
def test_touching_and_entering_say_what_expanding_shows(start: datetime, rule: str, window: Window, length: timedelta | None) -> None:
    series = made(start, rule, length=length)
    asked = (series.begins, series.end, series.recurrence, series.timezone, window)
    assert touches(*asked) is bool(expand(series, [], window))
    day = enters(*asked)
    after = Window(start=window.end, end=window.end + timedelta(days=800), timezone=window.timezone)
    coming = [one.start.date() for one in expand(series, [], after) if isinstance(one.start, datetime) and after.start <= one.start.date()]
    assert not coming or (day is not None and day <= coming[0])
