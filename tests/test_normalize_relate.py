"""Listings of one uid -> one event and its dated instances: normalize.relate."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.identity import event_id, listing_id
from normalize.model import Listing, Recurrence
from normalize.recurrence import Window
from normalize.relate import Related, relate

HELSINKI = ZoneInfo("Europe/Helsinki")
WINDOW = Window(start=date(2026, 10, 22), end=date(2027, 12, 22), timezone="Europe/Helsinki")
ID = event_id("s9", "u")
TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=HELSINKI)
TWO_HOURS = timedelta(hours=2)


def listing(recurrence_id: str = "", **changes: Any) -> Listing:
    fields: dict[str, Any] = {
        "id": listing_id("s9", "u", recurrence_id),
        "source_id": "s9",
        "uid": "u",
        "recurrence_id": recurrence_id,
        "digest": "d",
        "name": {"fi": "Perhekerho"},
        "start": TUESDAY,
        "end": TUESDAY + TWO_HOURS,
        "timezone": "Europe/Helsinki",
        "place_id": "srktalo",
        "place_text": "srk-talo",
        "organizer_id": "seurakunta",
    }
    return Listing.model_validate(fields | changes)


WEEKLY = Recurrence(rrule=("FREQ=WEEKLY;BYDAY=TU;COUNT=4",))
MASTER = listing(recurrence=WEEKLY)


def override(day: int, **changes: Any) -> Listing:
    """The instance of that Tuesday, changed."""
    start = TUESDAY + timedelta(days=day - 24)
    return listing(f"{start:%Y%m%dT%H%M%S}", **({"start": start, "end": start + TWO_HOURS} | changes))


def of(*listings: Listing) -> Related:
    return relate(ID, listings, WINDOW)


def dates(related: Related) -> list[tuple[str, str, str]]:
    return [(one.id.removeprefix(f"{ID}-"), one.start.isoformat(), one.event_status) for one in related.occurrences]


def test_a_single_event_has_one_occurrence() -> None:
    related = of(listing(url="https://x.fi", sequence=3))
    event, (only,) = related.event, related.occurrences
    assert dates(related) == [("20261124T093000", "2026-11-24T09:30:00+02:00", "EventScheduled")]
    assert (only.end, only.place_id, only.place_text, only.name) == (TUESDAY + TWO_HOURS, "srktalo", "srk-talo", {})
    assert (event.id, event.is_series, event.first_start, event.last_end) == (ID, False, TUESDAY, TUESDAY + TWO_HOURS)
    assert (event.name, event.url, event.sequence, event.listing_ids) == ({"fi": "Perhekerho"}, "https://x.fi", 3, (only.listing_id,))


def test_whole_days_stay_days() -> None:
    related = of(listing(start=date(2026, 12, 2), end=date(2027, 2, 28)))
    assert dates(related) == [("20261202", "2026-12-02", "EventScheduled")]
    assert related.event.last_end == date(2027, 2, 28)


def test_a_series_with_a_moved_a_renamed_and_a_cancelled_instance() -> None:
    moved = override(
        31, start=TUESDAY + timedelta(days=8), end=TUESDAY + timedelta(days=8, hours=2), place_id="kirjasto", place_text="kirjasto"
    )
    renamed = override(38, name={"fi": "Perhekerhon joulujuhla"}, sequence=5)
    cancelled = override(45, event_status="EventCancelled")
    related = of(cancelled, renamed, MASTER, moved)
    assert dates(related) == [
        ("20261124T093000", "2026-11-24T09:30:00+02:00", "EventScheduled"),
        ("20261201T093000", "2026-12-02T09:30:00+02:00", "EventRescheduled"),
        ("20261208T093000", "2026-12-08T09:30:00+02:00", "EventScheduled"),
        ("20261215T093000", "2026-12-15T09:30:00+02:00", "EventCancelled"),
    ]
    assert [one.name for one in related.occurrences] == [{}, {}, {"fi": "Perhekerhon joulujuhla"}, {}]
    assert [one.place_id for one in related.occurrences] == ["srktalo", "kirjasto", "srktalo", "srktalo"]
    assert [one.listing_id for one in related.occurrences] == [MASTER.id, moved.id, renamed.id, cancelled.id]
    event = related.event
    assert (event.is_series, event.event_status, event.name, event.sequence) == (True, "EventScheduled", {"fi": "Perhekerho"}, 5)
    assert event.listing_ids == tuple(sorted(one.id for one in (MASTER, moved, renamed, cancelled)))


CANCELLED = {"event_status": "EventCancelled"}
STATUSES: list[tuple[str, list[Listing], str]] = [
    ("the series", [listing(recurrence=WEEKLY, **CANCELLED)], "EventCancelled"),
    ("a single event", [listing(**CANCELLED)], "EventCancelled"),
    ("one instance", [MASTER, override(31, **CANCELLED)], "EventScheduled"),
    ("every instance", [MASTER, *(override(day, **CANCELLED) for day in (24, 31, 38, 45))], "EventCancelled"),
    ("all but one", [listing(recurrence=WEEKLY, **CANCELLED), override(31)], "EventScheduled"),
    ("an override alone", [override(31, **CANCELLED)], "EventCancelled"),
    ("over already", [listing(start=TUESDAY.replace(year=2020), end=None, **CANCELLED)], "EventCancelled"),
]


@pytest.mark.parametrize(("what", "listings", "status"), STATUSES, ids=[row[0] for row in STATUSES])
def test_an_event_is_cancelled_when_nothing_of_it_takes_place(what: str, listings: list[Listing], status: str) -> None:
    assert of(*listings).event.event_status == status, what


def test_overrides_without_their_series_stand_for_it() -> None:
    related = of(override(38, name={"fi": "Joulujuhla"}), override(31))
    assert [one.start.isoformat() for one in related.occurrences] == ["2026-12-01T09:30:00+02:00", "2026-12-08T09:30:00+02:00"]
    assert (related.event.name, related.event.is_series) == ({"fi": "Perhekerho"}, True)


def test_a_new_regular_time_is_not_called_a_move() -> None:
    later = timedelta(days=7, hours=1)
    related = of(MASTER, override(31, this_and_future=True, start=TUESDAY + later, end=TUESDAY + later + TWO_HOURS))
    assert dates(related) == [
        ("20261124T093000", "2026-11-24T09:30:00+02:00", "EventScheduled"),
        ("20261201T093000", "2026-12-01T10:30:00+02:00", "EventScheduled"),
        ("20261208T093000", "2026-12-08T10:30:00+02:00", "EventScheduled"),
        ("20261215T093000", "2026-12-15T10:30:00+02:00", "EventScheduled"),
    ]


def test_a_series_in_utc_is_shown_on_the_region_s_clock_and_keeps_its_own_ids() -> None:
    start = datetime(2027, 3, 23, 15, tzinfo=UTC)
    related = of(listing(start=start, end=start + TWO_HOURS, timezone="UTC", recurrence=Recurrence(rrule=("FREQ=WEEKLY;COUNT=2",))))
    assert dates(related) == [
        ("20270323T150000", "2027-03-23T17:00:00+02:00", "EventScheduled"),
        ("20270330T150000", "2027-03-30T18:00:00+03:00", "EventScheduled"),
    ]
    assert related.event.timezone == "Europe/Helsinki"


def test_an_override_written_in_utc_replaces_its_instance() -> None:
    start = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
    moved = listing("20261201T073000", start=start, end=start + TWO_HOURS, timezone="UTC")
    assert dates(of(MASTER, moved))[1] == ("20261201T093000", "2026-12-01T10:30:00+02:00", "EventRescheduled")


def test_a_planned_instance_is_marked() -> None:
    related = of(MASTER, override(31, planned=True))
    assert [one.planned for one in related.occurrences] == [False, True, False, False]
    assert not related.event.planned


def test_exceptions_are_absent_and_an_empty_series_is_kept() -> None:
    days = tuple(TUESDAY + timedelta(days=7 * week) for week in range(4))
    assert dates(of(listing(recurrence=Recurrence(rrule=WEEKLY.rrule, exdate=days[1:3])))) == [
        ("20261124T093000", "2026-11-24T09:30:00+02:00", "EventScheduled"),
        ("20261215T093000", "2026-12-15T09:30:00+02:00", "EventScheduled"),
    ]
    empty = of(listing(recurrence=Recurrence(rrule=WEEKLY.rrule, exdate=days)))
    assert (empty.occurrences, empty.event.event_status, empty.event.last_end) == ((), "EventScheduled", None)


def test_a_missing_end_stays_missing() -> None:
    related = of(listing(end=None))
    assert (related.occurrences[0].end, related.event.last_end) == (None, None)


def test_there_is_no_event_without_listings() -> None:
    with pytest.raises(ValueError, match="no listing"):
        of()


CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from([{"fi": "Perhekerho"}, {"fi": "Juhla"}]),
        "start": st.sampled_from([TUESDAY + timedelta(days=d) for d in (0, 3, 40, 900)]),
        "end": st.none(),
        "event_status": st.sampled_from(["EventScheduled", "EventCancelled"]),
        "sequence": st.integers(0, 3),
        "this_and_future": st.booleans(),
        "planned": st.booleans(),
    },
)
SETS = st.dictionaries(st.sampled_from([24, 31, 38, 45, 52]), CHANGES, max_size=4).map(
    lambda days: [override(day, **c) for day, c in days.items()]
)


@settings(max_examples=100, deadline=None)
@given(SETS, st.booleans(), st.data())
def test_the_order_of_the_listings_does_not_matter(overrides: list[Listing], with_master: bool, data: st.DataObject) -> None:  # noqa: FBT001 - drawn by hypothesis
    listings = [MASTER, *overrides] if with_master or not overrides else overrides
    related = of(*listings)
    assert of(*data.draw(st.permutations(listings))) == related
    assert len({one.id for one in related.occurrences}) == len(related.occurrences)
    instants = [one.start.astimezone(UTC) for one in related.occurrences if isinstance(one.start, datetime)]
    assert instants == sorted(instants)
    assert {one.listing_id for one in related.occurrences} <= set(related.event.listing_ids)
