"""What a series becomes: instances on the wall clock of its zone, overrides in their place, nothing lost and nothing invented."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from harvesters.source import Horizon
from normalize.model import Listing, Start
from normalize.recurrence import Instance, Window, enters, expand, touches
from tests.recurrence_listings import HELSINKI, at, listing

YEAR = Window(start=date(2027, 1, 1), end=date(2028, 1, 1), timezone="Europe/Helsinki")
HOUR = timedelta(hours=1)


def shown(master: Listing | None, *overrides: Listing, window: Window = YEAR) -> list[str]:
    """Each instance as ``id start end``, with offsets."""
    return [told(one) for one in expand(master, overrides, window)]


def told(one: Instance) -> str:
    return " ".join([one.recurrence_id, text(one.start), text(one.end) if one.end else "-"])


def text(moment: Start) -> str:
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


def days(master: Listing | None, *overrides: Listing, window: Window = YEAR) -> list[str]:
    """The days of the instances, as month and day."""
    return [f"{one.start:%m-%d}" for one in expand(master, overrides, window)]


# --- clocks that change -------------------------------------------------------------------------------------------------------


def test_the_missing_hour_is_read_with_the_offset_before_it() -> None:
    night = listing(at(2027, 3, 27, 3, 30), HOUR, "FREQ=DAILY;COUNT=3")
    assert shown(night) == [
        "20270327T033000 2027-03-27T03:30+02:00 2027-03-27T04:30+02:00",
        "20270328T033000 2027-03-28T04:30+03:00 2027-03-28T05:30+03:00",
        "20270329T033000 2027-03-29T03:30+03:00 2027-03-29T04:30+03:00",
    ]


def test_the_doubled_hour_is_read_once_and_first() -> None:
    night = listing(at(2027, 10, 30, 3, 30), HOUR, "FREQ=DAILY;COUNT=3")
    assert shown(night) == [
        "20271030T033000 2027-10-30T03:30+03:00 2027-10-30T04:30+03:00",
        "20271031T033000 2027-10-31T03:30+03:00 2027-10-31T04:30+02:00",
        "20271101T033000 2027-11-01T03:30+02:00 2027-11-01T04:30+02:00",
    ]


def test_a_night_over_the_change_ends_when_its_clock_says() -> None:
    lan_party = listing(at(2027, 10, 23, 18), at(2027, 10, 24, 10), "FREQ=WEEKLY;COUNT=2")
    assert shown(lan_party)[1] == "20271030T180000 2027-10-30T18:00+03:00 2027-10-31T10:00+02:00"


def test_an_exdate_or_override_of_the_missing_hour_finds_its_instance_however_it_is_written() -> None:
    for exdate in (datetime(2027, 3, 28, 1, 30, tzinfo=UTC), at(2027, 3, 28, 3, 30), at(2027, 3, 28, 4, 30)):
        assert days(listing(at(2027, 3, 27, 3, 30), HOUR, "FREQ=DAILY;COUNT=3", exdate=[exdate])) == ["03-27", "03-29"]
    for which in ("20270328T033000", "20270328T043000"):
        night = listing(at(2027, 3, 27, 3, 30), HOUR, "FREQ=DAILY;COUNT=3")
        assert [told(one)[:32] for one in expand(night, [changed(which, at(2027, 3, 28, 12))], YEAR)][
            1
        ] == "20270328T033000 2027-03-28T12:00"


def test_two_clock_times_of_the_missing_hour_that_meet_are_one_instance() -> None:
    hours = listing(at(2027, 3, 28, 2), timedelta(minutes=10), "FREQ=HOURLY;COUNT=4")
    assert [one.split()[1] for one in shown(hours)] == ["2027-03-28T02:00+02:00", "2027-03-28T04:00+03:00", "2027-03-28T05:00+03:00"]


def test_a_series_written_in_utc_keeps_utc_and_one_with_a_fixed_offset_keeps_that() -> None:
    utc = listing(datetime(2027, 3, 27, 18, tzinfo=UTC), HOUR, "FREQ=DAILY;COUNT=2", timezone="UTC")
    assert shown(utc)[1] == "20270328T180000 2027-03-28T18:00+00:00 2027-03-28T19:00+00:00"
    fixed = listing(datetime(2027, 3, 27, 16, tzinfo=UTC), HOUR, "FREQ=DAILY;COUNT=2", timezone="+02:00")
    assert shown(fixed)[1] == "20270328T180000 2027-03-28T18:00+02:00 2027-03-28T19:00+02:00"


def test_a_start_stored_with_a_plain_offset_follows_its_zone_all_the_same() -> None:
    stored = listing(datetime.fromisoformat("2027-03-26T18:00:00+02:00"), HOUR, "FREQ=WEEKLY;COUNT=2")
    assert shown(stored)[1] == "20270402T180000 2027-04-02T18:00+03:00 2027-04-02T19:00+03:00"


# --- the set: RRULE, RDATE, EXDATE --------------------------------------------------------------------------------------------

CLUB = at(2027, 3, 1, 18)
"""A Monday."""
SETS: list[tuple[str, Listing, list[str]]] = [
    ("UNTIL in UTC is inclusive", listing(CLUB, HOUR, "FREQ=DAILY;UNTIL=20270303T160000Z"), ["03-01", "03-02", "03-03"]),
    ("UNTIL a second before", listing(CLUB, HOUR, "FREQ=DAILY;UNTIL=20270303T155959Z"), ["03-01", "03-02"]),
    ("UNTIL as a day is the whole day", listing(CLUB, HOUR, "FREQ=DAILY;UNTIL=20270303"), ["03-01", "03-02", "03-03"]),
    ("UNTIL without Z is the series' clock", listing(CLUB, HOUR, "FREQ=DAILY;UNTIL=20270303T180000"), ["03-01", "03-02", "03-03"]),
    ("days until a day", listing(date(2027, 3, 1), None, "FREQ=DAILY;UNTIL=20270303"), ["03-01", "03-02", "03-03"]),
    ("days until local midnight in UTC", listing(date(2027, 3, 1), None, "FREQ=DAILY;UNTIL=20270302T220000Z"), ["03-01", "03-02", "03-03"]),
    ("days until a plain midnight", listing(date(2027, 3, 1), None, "FREQ=DAILY;UNTIL=20270303T000000Z"), ["03-01", "03-02", "03-03"]),
    ("UNTIL far away", listing(at(2027, 12, 30, 18), HOUR, "FREQ=DAILY;UNTIL=99991231T235959Z"), ["12-30", "12-31"]),
    ("COUNT counts what EXDATE removes", listing(CLUB, HOUR, "FREQ=DAILY;COUNT=3", exdate=[at(2027, 3, 2, 18)]), ["03-01", "03-03"]),
    ("COUNT beside UNTIL: what ends first", listing(CLUB, HOUR, "FREQ=DAILY;COUNT=2;UNTIL=20270309"), ["03-01", "03-02"]),
    ("COUNT=-1 beside UNTIL is no count", listing(CLUB, HOUR, "FREQ=DAILY;UNTIL=20270302;COUNT=-1"), ["03-01", "03-02"]),
    ("two rules are a union", listing(CLUB, HOUR, "FREQ=DAILY;COUNT=2", "FREQ=WEEKLY;COUNT=2"), ["03-01", "03-02", "03-08"]),
    ("DTSTART off its rule is the first", listing(CLUB, HOUR, "FREQ=WEEKLY;BYDAY=TU;COUNT=2"), ["03-01", "03-02", "03-09"]),
    ("a rule that ends before it matches", listing(CLUB, HOUR, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270301"), ["03-01"]),
    ("RDATE adds", listing(CLUB, HOUR, rdate=[at(2027, 3, 7, 12), at(2027, 3, 1, 18)]), ["03-01", "03-07"]),
    ("RDATE in another zone", listing(CLUB, HOUR, rdate=[datetime(2027, 3, 7, 23, tzinfo=UTC)]), ["03-01", "03-08"]),
    ("RDATE as a day has DTSTART's hour", listing(CLUB, HOUR, rdate=[date(2027, 3, 7)]), ["03-01", "03-07"]),
    (
        "EXDATE in another zone, same instant",
        listing(CLUB, HOUR, "FREQ=DAILY;COUNT=2", exdate=[datetime(2027, 3, 2, 16, tzinfo=UTC)]),
        ["03-01"],
    ),
    ("EXDATE as a day removes that day's", listing(CLUB, HOUR, "FREQ=DAILY;COUNT=2", exdate=[date(2027, 3, 2)]), ["03-01"]),
    ("EXDATE as a time on whole days", listing(date(2027, 3, 1), None, "FREQ=DAILY;COUNT=2", exdate=[at(2027, 3, 2)]), ["03-01"]),
    ("EXDATE at another time removes nothing", listing(CLUB, HOUR, "FREQ=DAILY;COUNT=2", exdate=[at(2027, 3, 2, 17)]), ["03-01", "03-02"]),
    ("EXDATE removes all", listing(CLUB, HOUR, "FREQ=DAILY;COUNT=2", exdate=[CLUB, at(2027, 3, 2, 18)]), []),
    ("EXDATE removes an RDATE", listing(CLUB, HOUR, rdate=[at(2027, 3, 7, 12)], exdate=[at(2027, 3, 7, 12)]), ["03-01"]),
    ("every rule over before DTSTART", listing(CLUB, HOUR, "FREQ=DAILY;UNTIL=20270201"), []),
    ("an empty rule says nothing", listing(CLUB, HOUR, ""), ["03-01"]),
    ("escaped as a text", listing(CLUB, HOUR, r"FREQ=DAILY\;BYDAY=MO\,WE\;COUNT=2"), ["03-01", "03-03"]),
    ("last Friday", listing(at(2027, 10, 29, 18), HOUR, "FREQ=MONTHLY;BYDAY=-1FR"), ["10-29", "11-26", "12-31"]),
    ("the 31st skips short months", listing(at(2027, 8, 31, 18), HOUR, "FREQ=MONTHLY"), ["08-31", "10-31", "12-31"]),
    (
        "last weekday of the month",
        listing(at(2027, 10, 29, 9), HOUR, "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ["10-29", "11-30", "12-31"],
    ),
    (
        "WKST decides every other week",
        listing(at(2027, 8, 3, 9), HOUR, "FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=TU,SU;WKST=SU"),
        ["08-03", "08-15", "08-17"],
    ),
    ("started long ago", listing(at(1999, 12, 25, 9), HOUR, "FREQ=YEARLY"), ["12-25"]),
    ("counted from long ago", listing(at(2000, 1, 1, 9), HOUR, "FREQ=DAILY;COUNT=9863"), ["01-01"]),
]


@pytest.mark.parametrize(("master", "expected"), [pytest.param(master, found, id=name) for name, master, found in SETS])
def test_the_recurrence_set(master: Listing, expected: list[str]) -> None:
    assert days(master) == expected


def test_whole_days_stay_days_and_end_before_the_next() -> None:
    camp = listing(date(2027, 7, 1), date(2027, 7, 4), "FREQ=MONTHLY;COUNT=2")
    assert shown(camp) == ["20270701 2027-07-01 2027-07-04", "20270801 2027-08-01 2027-08-04"]


def test_a_missing_end_stays_missing_and_none_is_negative() -> None:
    assert shown(listing(CLUB, None, "FREQ=DAILY;COUNT=1")) == ["20270301T180000 2027-03-01T18:00+02:00 -"]
    assert shown(listing(CLUB, -HOUR, "FREQ=DAILY;COUNT=1")) == ["20270301T180000 2027-03-01T18:00+02:00 2027-03-01T18:00+02:00"]


def test_a_single_event_is_its_own_only_instance() -> None:
    assert shown(listing(CLUB, HOUR)) == ["20270301T180000 2027-03-01T18:00+02:00 2027-03-01T19:00+02:00"]
    assert shown(listing(date(2027, 3, 1), date(2027, 3, 2))) == ["20270301 2027-03-01 2027-03-02"]


# --- overrides ----------------------------------------------------------------------------------------------------------------

WEEKS = listing(CLUB, HOUR, "FREQ=WEEKLY;COUNT=4")
"""1, 8, 15 and 22 March 2027 at 18."""


def changed(which: str, start: Start, end: Start | timedelta | None = HOUR, **parts: object) -> Listing:
    return listing(start, end, **{"id": f"o{which}", "recurrence_id": which, **parts})


def test_a_moved_instance_keeps_its_id() -> None:
    assert shown(WEEKS, changed("20270308T180000", at(2027, 3, 9, 12), 2 * HOUR)) == [
        "20270301T180000 2027-03-01T18:00+02:00 2027-03-01T19:00+02:00",
        "20270308T180000 2027-03-09T12:00+02:00 2027-03-09T14:00+02:00",
        "20270315T180000 2027-03-15T18:00+02:00 2027-03-15T19:00+02:00",
        "20270322T180000 2027-03-22T18:00+02:00 2027-03-22T19:00+02:00",
    ]


@pytest.mark.parametrize(
    ("which", "zone"),
    [("20270308T160000", "UTC"), ("20270308T180000", "Europe/Helsinki"), ("20270308T170000", "+01:00"), ("20270308", "Europe/Helsinki")],
)
def test_an_override_finds_its_instance_by_instant_in_any_zone_or_by_its_day(which: str, zone: str) -> None:
    start = datetime(2027, 3, 8, 17, tzinfo=UTC)
    found = expand(WEEKS, [changed(which, start, timezone=zone)], YEAR)
    assert [one.recurrence_id for one in found] == [f"202703{day:02}T180000" for day in (1, 8, 15, 22)]
    assert found[1].start == start


def test_an_override_of_another_hour_takes_its_day_only_if_it_is_alone_there() -> None:
    twice = listing(CLUB, HOUR, "FREQ=DAILY;COUNT=4;BYHOUR=10,18")
    override = changed("20270302T120000", at(2027, 3, 2, 20))
    assert days(WEEKS, changed("20270308T120000", at(2027, 3, 10, 12))) == ["03-01", "03-10", "03-15", "03-22"]
    assert days(twice, override) == ["03-01", "03-02", "03-02", "03-02", "03-03"]


def test_a_cancelled_instance_is_shown_as_cancelled() -> None:
    found = expand(WEEKS, [changed("20270308T180000", at(2027, 3, 8, 18), event_status="EventCancelled")], YEAR)
    assert [one.listing.event_status for one in found] == ["EventScheduled", "EventCancelled", "EventScheduled", "EventScheduled"]


def test_an_instance_that_exdate_removes_does_not_come_back_through_its_override() -> None:
    without = listing(CLUB, HOUR, "FREQ=WEEKLY;COUNT=4", exdate=[at(2027, 3, 8, 18)])
    assert days(without, changed("20270308T180000", at(2027, 3, 9, 12))) == ["03-01", "03-15", "03-22"]
    assert days(without, changed("20270308", at(2027, 3, 9, 12))) == ["03-01", "03-15", "03-22"]


def test_overrides_without_their_series_stand_for_themselves() -> None:
    assert shown(None, changed("20270308T180000", at(2027, 3, 9, 12)), changed("20270307", date(2027, 3, 7), None)) == [
        "20270307 2027-03-07 -",
        "20270308T180000 2027-03-09T12:00+02:00 2027-03-09T13:00+02:00",
    ]


def test_an_override_that_matches_nothing_stands_beside_the_series_unless_the_series_was_revised_since() -> None:
    astray = changed("20270311T180000", at(2027, 3, 11, 18))
    revised = WEEKS.model_copy(update={"sequence": 2})
    assert days(WEEKS, astray) == ["03-01", "03-08", "03-11", "03-15", "03-22"]
    assert days(revised, astray) == ["03-01", "03-08", "03-15", "03-22"]
    assert days(revised, changed("20270308T180000", at(2027, 3, 9, 18))) == ["03-01", "03-09", "03-15", "03-22"]


def test_this_and_future_moves_what_follows_by_the_same_clock_difference() -> None:
    series = listing(at(2027, 3, 15, 18), HOUR, "FREQ=WEEKLY;COUNT=4")
    later = changed("20270322T180000", at(2027, 3, 23, 19), 2 * HOUR, this_and_future=True, name={"fi": "Uusi"})
    single = changed("20270405T180000", at(2027, 4, 5, 9))
    assert shown(series, later, single) == [
        "20270315T180000 2027-03-15T18:00+02:00 2027-03-15T19:00+02:00",
        "20270322T180000 2027-03-23T19:00+02:00 2027-03-23T21:00+02:00",
        "20270329T180000 2027-03-30T19:00+03:00 2027-03-30T21:00+03:00",
        "20270405T180000 2027-04-05T09:00+03:00 2027-04-05T10:00+03:00",
    ]
    assert [one.listing.name["fi"] for one in expand(series, [later, single], YEAR)] == ["Kerho", "Uusi", "Uusi", "Kerho"]


def test_the_later_of_two_this_and_future_changes_holds_from_its_instance_on() -> None:
    first = changed("20270308T180000", at(2027, 3, 8, 19), this_and_future=True)
    second = changed("20270322T180000", at(2027, 3, 22, 17), this_and_future=True)
    assert [f"{one.start:%d %H}" for one in expand(WEEKS, [second, first], YEAR)] == ["01 18", "08 19", "15 19", "22 17"]


def test_this_and_future_reaches_into_a_window_that_begins_after_it() -> None:
    series = listing(at(2026, 9, 7, 18), HOUR, "FREQ=WEEKLY")
    later = changed("20261005T180000", at(2026, 10, 4, 12), this_and_future=True)
    found = expand(series, [later], Window(start=date(2027, 1, 3), end=date(2027, 1, 11), timezone="Europe/Helsinki"))
    assert [told(one) for one in found] == [
        "20270104T180000 2027-01-03T12:00+02:00 2027-01-03T13:00+02:00",
        "20270111T180000 2027-01-10T12:00+02:00 2027-01-10T13:00+02:00",
    ]


def test_a_series_may_become_whole_days_and_the_other_way_round() -> None:
    whole = changed("20270315T180000", date(2027, 3, 15), date(2027, 3, 16), this_and_future=True)
    assert [text(one.start) for one in expand(WEEKS, [whole], YEAR)][2:] == ["2027-03-15", "2027-03-22"]
    camp = listing(date(2027, 7, 1), date(2027, 7, 2), "FREQ=DAILY;COUNT=3")
    timed = changed("20270702", at(2027, 7, 2, 9), this_and_future=True)
    assert shown(camp, timed)[1:] == [
        "20270702 2027-07-02T09:00+03:00 2027-07-02T10:00+03:00",
        "20270703 2027-07-03T09:00+03:00 2027-07-03T10:00+03:00",
    ]


def test_of_two_overrides_of_one_instance_the_later_revision_counts() -> None:
    older, newer = (changed("20270308T180000", at(2027, 3, 8, hour), id=f"o{hour}", sequence=hour) for hour in (19, 20))
    assert [f"{one.start:%H}" for one in expand(WEEKS, [newer, older], YEAR)] == ["18", "20", "18", "18"]


def test_an_instance_moved_over_the_windows_edge_is_where_it_takes_place() -> None:
    march = Window(start=date(2027, 3, 1), end=date(2027, 3, 8), timezone="Europe/Helsinki")
    out = changed("20270301T180000", at(2027, 5, 1, 18))
    into = changed("20270322T180000", at(2027, 3, 7, 18))
    by_day = changed("20270322", at(2027, 3, 7, 18))
    assert [one.recurrence_id for one in expand(WEEKS, [out, into], march)] == ["20270322T180000"]
    assert [one.recurrence_id for one in expand(WEEKS, [out, by_day], march)] == ["20270322T180000"]


# --- the window ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "start", "end"),
    [
        (datetime(2026, 11, 24, 12, tzinfo=UTC), date(2026, 10, 24), date(2027, 12, 24)),
        (datetime(2027, 3, 31, 12, tzinfo=UTC), date(2027, 2, 28), date(2028, 4, 30)),
        (datetime(2026, 12, 31, 22, 30, tzinfo=UTC), date(2026, 12, 1), date(2028, 2, 1)),
    ],
)
def test_the_window_goes_by_calendar_months_from_today_in_the_region(now: datetime, start: date, end: date) -> None:
    assert Window.around(now, Horizon(), "Europe/Helsinki") == Window(start=start, end=end, timezone="Europe/Helsinki")


def test_the_window_is_bounded_by_the_regions_midnights() -> None:
    assert YEAR.start_utc == datetime(2026, 12, 31, 22, tzinfo=UTC)
    assert YEAR.end_utc == datetime(2027, 12, 31, 22, tzinfo=UTC)


EDGES: list[tuple[str, Start, Start | None, bool]] = [
    ("ends as the window opens", at(2026, 12, 31, 20), at(2027, 1, 1), False),
    ("ends a minute later", at(2026, 12, 31, 20), at(2027, 1, 1, 0, 1), True),
    ("began long before", at(2026, 3, 1, 20), at(2027, 1, 1, 0, 1), True),
    ("an instant as the window opens", at(2027, 1, 1), at(2027, 1, 1), True),
    ("no end, just before", at(2026, 12, 31, 23, 59), None, False),
    ("begins as the window closes", at(2028, 1, 1), at(2028, 1, 1, 1), False),
    ("begins a minute before", at(2027, 12, 31, 23, 59), None, True),
    ("the day before", date(2026, 12, 31), date(2027, 1, 1), False),
    ("a day without an end", date(2027, 1, 1), None, True),
    ("days over the edge", date(2026, 12, 30), date(2027, 1, 2), True),
    ("the day after", date(2028, 1, 1), date(2028, 1, 2), False),
]


@pytest.mark.parametrize(("start", "end", "inside"), [pytest.param(*rest, id=name) for name, *rest in EDGES])
def test_what_overlaps_the_window_is_in_it(start: Start, end: Start | None, inside: bool) -> None:  # noqa: FBT001 - a row of the table
    assert bool(expand(listing(start, end), [], YEAR)) is inside
    assert touches(start, end, None, "Europe/Helsinki", YEAR) is inside
    series = listing(start, end, "FREQ=DAILY;COUNT=1")
    assert bool(expand(series, [], YEAR)) is inside
    assert touches(start, end, series.recurrence, "Europe/Helsinki", YEAR) is inside


def test_a_long_instance_that_began_before_the_window_is_in_it() -> None:
    exhibition = listing(at(2026, 9, 1, 9), at(2027, 1, 15, 17), "FREQ=YEARLY")
    assert days(exhibition) == ["09-01", "09-01"]


ENTERING: list[tuple[str, Listing, date | None]] = [
    ("in two years", listing(at(2029, 5, 1, 18), HOUR), date(2029, 5, 1)),
    ("a day in two years", listing(date(2029, 5, 1)), date(2029, 5, 1)),
    ("over", listing(at(2020, 5, 1, 18), HOUR), None),
    ("a series that is over", listing(at(2020, 5, 1, 18), HOUR, "FREQ=DAILY;COUNT=5"), None),
    ("a series to come", listing(at(2029, 5, 1, 18), HOUR, "FREQ=DAILY"), date(2029, 5, 1)),
    ("every ten years", listing(at(2020, 5, 1, 18), HOUR, "FREQ=YEARLY;INTERVAL=10"), date(2030, 5, 1)),
    ("the end of the calendar", listing(datetime(9998, 1, 1, 18, tzinfo=UTC), HOUR, "FREQ=YEARLY"), date(9998, 1, 1)),
]


@pytest.mark.parametrize(("master", "first"), [pytest.param(*rest, id=name) for name, *rest in ENTERING])
def test_what_is_yet_to_come_is_met_in_time(master: Listing, first: date | None) -> None:
    asked = (master.begins, master.end, master.recurrence, master.timezone)
    assert not touches(*asked, YEAR)
    day = enters(*asked, YEAR)
    if first is None:
        assert day is None
        return
    assert day is not None
    # Seen from "today" a window of this length, wherever today lies in it, has not passed the first instance.
    for before_today in (timedelta(0), timedelta(days=31)):
        opened = day - before_today
        assert opened + (YEAR.end - YEAR.start) <= first
    assert first - day < timedelta(days=365 + 40)


def test_a_series_whose_every_instance_is_removed_still_touches_the_window() -> None:
    emptied = listing(CLUB, HOUR, "FREQ=DAILY;COUNT=1", exdate=[CLUB])
    assert touches(emptied.begins, emptied.end, emptied.recurrence, emptied.timezone, YEAR)
    assert expand(emptied, [], YEAR) == []


def test_instances_know_whose_fields_hold_and_stand_in_the_zone_of_their_listing() -> None:
    (only,) = expand(listing(datetime(2027, 3, 1, 16, tzinfo=UTC), HOUR), [], YEAR)
    assert only.start.isoformat() == "2027-03-01T18:00:00+02:00"
    assert isinstance(only.start, datetime)
    assert only.start.tzinfo is HELSINKI
    assert only.listing.id == "master"
