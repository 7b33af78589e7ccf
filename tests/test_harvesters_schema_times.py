"""When: what is plainly a time is read, everything else is told and never guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from harvesters.record import Moment
from harvesters.schema_times import moment
from tests.schema_pages import codes, event, one, reading, wall

HELSINKI = ZoneInfo("Europe/Helsinki")
EAST2 = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-12-13", date(2026, 12, 13)),
        ("20261213", date(2026, 12, 13)),
        ("2026-12-3", date(2026, 12, 3)),
        ("2026-12-13T11:00", wall("2026-12-13T11:00")),
        ("2026-12-13 11:00", wall("2026-12-13T11:00")),
        ("2026-12-13 9:00:00", wall("2026-12-13T09:00")),
        ("2026-12-13T11", wall("2026-12-13T11:00")),
        ("20261213T110000", wall("2026-12-13T11:00")),
        ("2026-12-13T11:00:00.000", wall("2026-12-13T11:00")),
        ("2026-12-13T11:00Z", datetime(2026, 12, 13, 11, tzinfo=UTC)),
        ("2026-12-13t11:00z", datetime(2026, 12, 13, 11, tzinfo=UTC)),
        ("2026-12-13T11:00+0200", datetime(2026, 12, 13, 11, tzinfo=EAST2)),
        ("2026-12-13T11:00:00+02:00", datetime(2026, 12, 13, 11, tzinfo=EAST2)),
        ("2026-12-13 11:00 +02", datetime(2026, 12, 13, 11, tzinfo=EAST2)),
        ("2026-12-13T11:00+00:00", datetime(2026, 12, 13, 11, tzinfo=UTC)),
        ("2026-12-13T11:00+02:00[Europe/Helsinki]", datetime(2026, 12, 13, 11, tzinfo=HELSINKI)),
        ("2026-12-13T24:00", wall("2026-12-14T00:00")),
        ("2026-12-13T11:00:60", wall("2026-12-13T11:00:59")),
    ],
)
def test_times_as_pages_write_them(written: str, meant: Moment) -> None:
    found = moment(written)
    assert found == meant
    assert type(found) is type(meant)
    assert getattr(found, "tzinfo", None) == getattr(meant, "tzinfo", None)


@pytest.mark.parametrize(
    "written",
    [
        *("10/03/2027", "04/05/2027", "1.4.2027", "13-12-2026", "2026/12/13", "2026-12", "2026", "2026-W50-7", "2026-347", "--12-13"),
        *("2026-02-30", "2026-13-01", "2026-12-13T25:00", "2026-12-13T11:61", "2026-12-13T11:00+25:00", "2026-12-13T11:00:00 02:00"),
        *("0000-00-00", "0001-01-01", "9999-12-31", "12026-01-01", "tomorrow", "", "1806591600", "Sun Dec 13 2026", "२०२६-१२-१३"),
        *("2026-12-13T10-10-00-00", "2026-12-13T11:00+02:99", "9" * 5000, "2026-12-13T" + "1" * 5000),
    ],
)
def test_what_is_no_time(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text is of the standard library
        moment(written)
    found = reading(event(startDate=written), event(name="Naapuri", url="/e/2"))
    expected = {"no_start"} if not written else set() if written == "1.4.2027" else {"bad_value"}
    assert {code for code, severity in codes(found) if severity == "error"} == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-12-13T11:00", "2026-12-13T15:00", (wall("2026-12-13T11:00"), wall("2026-12-13T15:00"))),
        ("2026-12-02", "2027-02-28", (date(2026, 12, 2), date(2027, 3, 1))),
        ("2026-12-13", "2026-12-13", (date(2026, 12, 13), date(2026, 12, 14))),
        ("2026-12-13", None, (date(2026, 12, 13), None)),
        ("2026-12-13T11:00", "2026-12-13", (wall("2026-12-13T11:00"), None)),
        ("2026-12-13T11:00", "2026-12-15", (wall("2026-12-13T11:00"), date(2026, 12, 16))),
        ("2026-12-13T00:00", "2026-12-13T23:59:59", (date(2026, 12, 13), date(2026, 12, 14))),
        ("2026-12-13T00:00:00+02:00", "2026-12-15T23:59:00+02:00", (date(2026, 12, 13), date(2026, 12, 16))),
        ("2026-12-13T00:00", "2026-12-14T00:00", (date(2026, 12, 13), date(2026, 12, 14))),
        ("2026-12-13T00:00", None, (wall("2026-12-13T00:00"), None)),
        ("2026-12-13T18:00", "2026-12-13T23:59:59", (wall("2026-12-13T18:00"), wall("2026-12-13T23:59:59"))),
        (["2026-12-13", "2026-12-13T11:00"], None, (wall("2026-12-13T11:00"), None)),
        ({"@type": "Date", "@value": "2026-12-13"}, None, (date(2026, 12, 13), None)),
    ],
)
def test_from_when_to_when(start: Any, end: Any, expected: tuple[Moment, Moment | None]) -> None:
    found = one(event(startDate=start, endDate=end))
    assert (found.start, found.end) == expected


def test_a_duration_counts_only_without_an_end() -> None:
    assert one(event(duration="PT1H30M")).duration == timedelta(minutes=90)
    assert one(event(duration="PT1H30M", endDate="2027-04-01T21:00")).duration is None


@pytest.mark.parametrize("starts", [["2026-12-13", "2026-12-14"], ["2026-12-13T11:00", "2026-12-13T19:00"]])
def test_two_starts_that_disagree_are_none(starts: list[str]) -> None:
    assert ("bad_value", "error") in codes(reading(event(startDate=starts)))


def test_one_readable_start_beside_words_is_enough() -> None:
    found = reading(event(startDate=["Sunday", "2026-12-13"]))
    assert found.events[0].start == date(2026, 12, 13)
    assert codes(found) == {("date_unreadable", "warning")}


def test_an_end_that_cannot_be_read_sets_the_event_aside() -> None:
    assert ("bad_value", "error") in codes(reading(event(endDate="10/03/2027")))


def test_words_with_a_dotted_date_are_handed_on_as_words() -> None:
    found = one(event(startDate="to 1.4.2027 klo 18", endDate="1.4.2027 klo 20"))
    assert (found.start, found.when) == (None, "to 1.4.2027 klo 18 – 1.4.2027 klo 20")
    assert one(event(startDate="la 28.11. klo 10–14")).when == "la 28.11. klo 10–14"


def test_formats_that_the_entry_names() -> None:
    formats = ("%d.%m.%Y klo %H.%M", "%d/%m/%Y")
    assert one(event(startDate="1.4.2027 klo 18.30"), date_formats=formats).start == wall("2027-04-01T18:30")
    assert one(event(startDate="10/03/2027"), date_formats=formats).start == date(2027, 3, 10)
    assert ("bad_value", "error") in codes(reading(event(startDate="10-03-2027"), date_formats=formats))


def test_where_it_was_before_it_was_moved() -> None:
    told = event(eventStatus="https://schema.org/EventRescheduled", previousStartDate=["2027-03-01T18:00", "10/03/2027"])
    found = reading(told)
    assert (found.events[0].status, found.events[0].previous_start) == ("RESCHEDULED", wall("2027-03-01T18:00"))
    assert codes(found) == {("bad_date_dropped", "warning")}


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("https://schema.org/EventCancelled", "CANCELLED"),
        ("EventScheduled", "SCHEDULED"),
        ("http://schema.org/EventPostponed", "POSTPONED"),
        ({"@id": "https://schema.org/EventMovedOnline"}, ""),
        (["schema:EventMovedOnline"], "MOVEDONLINE"),
        ("cancelled", "CANCELLED"),
        ("Event", "EVENT"),
        (5, "5"),
        (None, ""),
    ],
)
def test_the_status_in_the_publishers_word(written: Any, status: str) -> None:
    assert one(event(eventStatus=written)).status == status
