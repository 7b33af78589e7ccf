"""When a record takes place, as a listing has it: normalize.mapping with normalize.timing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from normalize.identity import listing_id
from tests.normalizing import END, HELSINKI, NAIVE, START, codes, of, stored

GAP, AFTER_GAP = datetime(2027, 3, 28, 3, 30, tzinfo=HELSINKI), datetime(2027, 3, 28, 4, 30, tzinfo=HELSINKI)
TWICE = datetime(2027, 10, 31, 3, 30, tzinfo=HELSINKI)
PLUS3 = timezone(timedelta(hours=3))
HOUR = timedelta(hours=1)
HOME = "Europe/Helsinki"
TIMES: list[tuple[str, dict[str, Any], str, str | None, str, set[str]]] = [
    ("zoned", {}, "2026-11-26T17:00:00+02:00", "2026-11-26T18:30:00+02:00", HOME, set()),
    ("end in another zone", {"end": datetime(2026, 11, 26, 17, 30, tzinfo=ZoneInfo("Europe/Stockholm"))},
     "2026-11-26T17:00:00+02:00", "2026-11-26T18:30:00+02:00", HOME, set()),
    ("floating", {"start": NAIVE, "end": NAIVE + HOUR},
     "2026-11-26T17:00:00+02:00", "2026-11-26T18:00:00+02:00", HOME, {"floating_time"}),
    ("floating, the document has a zone", {"start": NAIVE, "end": None, "zone": "Europe/Stockholm"},
     "2026-11-26T17:00:00+01:00", None, "Europe/Stockholm", {"no_end"}),
    ("UTC is shown at home", {"start": START.astimezone(UTC), "end": END.astimezone(UTC)},
     "2026-11-26T17:00:00+02:00", "2026-11-26T18:30:00+02:00", HOME, set()),
    ("a series in UTC counts in UTC", {"start": START.astimezone(UTC), "end": END.astimezone(UTC), "rrule": ("FREQ=WEEKLY;COUNT=3",)},
     "2026-11-26T15:00:00+00:00", "2026-11-26T16:30:00+00:00", "UTC", set()),
    ("a fixed offset stays one", {"start": START.replace(tzinfo=PLUS3), "end": None, "duration": HOUR},
     "2026-11-26T17:00:00+03:00", "2026-11-26T18:00:00+03:00", "+03:00", set()),
    ("a day", {"start": date(2026, 12, 6), "end": None}, "2026-12-06", "2026-12-07", HOME, set()),
    ("days", {"start": date(2027, 3, 10), "end": date(2027, 3, 13)}, "2027-03-10", "2027-03-13", HOME, set()),
    ("a day that ends on itself", {"start": date(2026, 12, 6), "end": date(2026, 12, 6)}, "2026-12-06", "2026-12-07", HOME, set()),
    ("zero length", {"end": START}, "2026-11-26T17:00:00+02:00", "2026-11-26T17:00:00+02:00", HOME, set()),
    ("no end", {"end": None}, "2026-11-26T17:00:00+02:00", None, HOME, {"no_end"}),
    ("end first", {"end": START - timedelta(hours=2)}, "2026-11-26T17:00:00+02:00", None, HOME, {"end_before_start"}),
    ("end in the year 1", {"end": datetime(1, 1, 1, tzinfo=UTC)}, "2026-11-26T17:00:00+02:00", None, HOME, {"end_before_start"}),
    ("an old feast", {"start": date(1809, 6, 4), "end": None, "rrule": ("FREQ=YEARLY",)}, "1809-06-04", "1809-06-05", HOME, set()),
    ("end is a day", {"end": date(2026, 11, 27)}, "2026-11-26T17:00:00+02:00", None, HOME, {"end_not_comparable"}),
    ("only the start is a day", {"start": date(2026, 11, 26)}, "2026-11-26", "2026-11-27", HOME, {"end_not_comparable"}),
    ("negative duration", {"end": None, "duration": -HOUR}, "2026-11-26T17:00:00+02:00", None, HOME, {"end_before_start"}),
    ("the hour that is not there", {"start": GAP, "end": AFTER_GAP},
     "2027-03-28T04:30:00+03:00", "2027-03-28T04:30:00+03:00", HOME, {"time_in_dst_gap"}),
    ("the hour that comes twice", {"start": TWICE, "end": TWICE},
     "2027-10-31T03:30:00+03:00", "2027-10-31T03:30:00+03:00", HOME, set()),
    ("an exhibition of two years", {"start": date(2026, 1, 1), "end": date(2028, 1, 1)}, "2026-01-01", "2028-01-01", HOME, set()),
]  # fmt: skip


@pytest.mark.parametrize(("what", "changes", "start", "end", "zone", "noted"), TIMES, ids=[row[0] for row in TIMES])
def test_when(what: str, changes: dict[str, Any], start: str, end: str | None, zone: str, noted: set[str]) -> None:  # noqa: PLR0913, PLR0917 - a row of the table
    answer = of(**changes)
    listing = answer.listing
    assert listing is not None, what
    assert (listing.begins.isoformat(), listing.end and listing.end.isoformat(), listing.timezone) == (start, end, zone)
    assert codes(answer) == noted
    assert all(issue.severity != "error" for issue in answer.issues)


SERIES: dict[str, Any] = {
    "rrule": ("FREQ=WEEKLY;BYDAY=TH",),
    "exdate": (START + timedelta(days=28), NAIVE + timedelta(days=35)),
    "rdate": (date(9999, 1, 1),),
}


def test_a_rule_is_kept_as_text_with_its_dates_on_the_clock_of_the_start() -> None:
    answer = of(**SERIES)
    assert answer.listing is not None
    assert answer.listing.recurrence is not None
    assert answer.listing.recurrence.rrule == ("FREQ=WEEKLY;BYDAY=TH",)
    assert [moment.isoformat() for moment in answer.listing.recurrence.exdate] == ["2026-12-24T17:00:00+02:00", "2026-12-31T17:00:00+02:00"]
    assert (answer.listing.recurrence.rdate, codes(answer)) == ((), {"bad_date_dropped"})


REPLACED = [
    (START, "20261126T170000"),
    (START.astimezone(UTC), "20261126T170000"),
    (NAIVE, "20261126T170000"),
    (date(2026, 11, 26), "20261126"),
]


@pytest.mark.parametrize(("recurrence_id", "text"), REPLACED)
def test_an_override_is_a_listing_of_its_own(recurrence_id: datetime | date, text: str) -> None:
    listing = stored(recurrence_id=recurrence_id, rrule=("FREQ=WEEKLY",))
    assert (listing.recurrence_id, listing.recurrence) == (text, None)
    assert listing.id == listing_id("s36", "a@x", text)


def test_an_override_counts_where_it_goes_and_where_it_leaves_a_gap() -> None:
    far = START.replace(year=2031)
    assert of(recurrence_id=far).outcome == "stored"
    assert of(recurrence_id=START, start=far, end=None).outcome == "stored"
    assert of(recurrence_id=far, start=far, end=None).outcome == "out_of_horizon"
    assert of(recurrence_id=datetime(1, 1, 1, tzinfo=UTC)).outcome == "out_of_horizon"


def test_a_change_of_all_future_instances_reaches_into_the_window_from_before_it() -> None:
    past = START.replace(year=2025)
    change: dict[str, Any] = {"recurrence_id": past, "start": past, "end": None}
    assert of(**change).outcome == "out_of_horizon"
    assert of(**change, this_and_future=True).outcome == "stored"


@pytest.mark.parametrize("offset", [-8, 0, 2])
def test_a_midnight_beside_whole_days_is_that_day_on_its_own_clock(offset: int) -> None:
    midnight = datetime(2026, 12, 24, tzinfo=timezone(timedelta(hours=offset)))
    listing = stored(start=date(2026, 11, 26), end=None, rrule=("FREQ=WEEKLY",), exdate=(midnight,))
    assert listing.recurrence is not None
    assert listing.recurrence.exdate == (date(2026, 12, 24),)


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        (("FREQ=WEEKLY;UNTIL=20261224",), "rrule_until_type"),
        (("FREQ=WEEKLY;COUNT=3", "FREQ=MONTHLY;COUNT=2"), "rrule_several"),
        (("FREQ=WEEKLY;BYDAY=MO",), "rrule_start_off"),
    ],
)
def test_what_was_decided_about_a_rule_is_told(rules: tuple[str, ...], code: str) -> None:
    answer = of(rrule=rules)
    assert (answer.outcome, code in codes(answer)) == ("stored", True)
