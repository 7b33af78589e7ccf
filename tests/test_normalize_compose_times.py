"""When the event of several tellings takes place: normalize.compose, ghost dates, missing ends, conflicting times, who may call it off."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.source import Role
from normalize.identity import listing_id
from normalize.model import Details, Recurrence, Registration
from normalize.relate import Related
from normalize.sequences import Telling, telling_of
from tests.composing import DAY, HOUR, TUESDAY, WEEK, WEEKLY, days, listing, of, rows, said, strand, tell, times


def test_the_organizer_s_exceptions_remove_ghost_dates() -> None:
    breaks = Recurrence(rrule=WEEKLY.rrule, exdate=(TUESDAY + 4 * WEEK, TUESDAY + 8 * WEEK))
    endless = Recurrence(rrule=("FREQ=WEEKLY;COUNT=11",))
    made = of(tell("umbrella", recurrence=endless), tell("organizer", recurrence=breaks))
    assert days(made) == ["11-24", "12-01", "12-08", "12-15", "12-29", "01-05", "01-12", "01-26", "02-02"]
    assert said(made) == [("dates", "2026-12-22,2027-01-19", "")], "a break at the end is one too"
    added = [one for one in made.occurrences if one.listing_id == listing_id("umbrella", "u")]
    assert [one.id for one in added] == ["e-20270126T100000", "e-20270202T100000"]
    assert made.lead.recurrence == Recurrence(rrule=WEEKLY.rrule, exdate=breaks.exdate, rdate=(TUESDAY + 9 * WEEK, TUESDAY + 10 * WEEK))


def test_a_single_listing_denies_nothing_of_a_series() -> None:
    made = of(tell("umbrella", recurrence=WEEKLY), tell("organizer", start=TUESDAY + WEEK, end=None))
    assert (len(made.occurrences), made.event.is_series, said(made)) == (9, True, [])
    assert times(made)[1] == ("12-01 10:00", "12-01 11:00"), "its end is filled in"
    assert made.occurrences[1].listing_id == listing_id("organizer", "u")


def test_a_date_that_a_source_tells_beside_its_own_series_stands() -> None:
    breaks = Recurrence(rrule=WEEKLY.rrule, exdate=(TUESDAY + WEEK,))
    instead = telling_of([strand(listing("organizer", "extra", start=TUESDAY + WEEK, end=None), role="organizer")])
    made = of(tell("organizer", recurrence=breaks), instead)
    assert (len(made.occurrences), made.event.conflicts) == (9, ())
    assert made.lead.recurrence == Recurrence(rrule=WEEKLY.rrule, rdate=(TUESDAY + WEEK,))


ENDS: list[tuple[str, dict[str, Any], dict[str, Any], tuple[str, str], list[str]]] = [
    ("filled where the start agrees", {"end": None}, {}, ("11-24 10:00", "11-24 11:00"), []),
    ("an end that is the start again", {"end": TUESDAY}, {}, ("11-24 10:00", "11-24 11:00"), []),
    ("nor is that another end", {}, {"end": TUESDAY}, ("11-24 10:00", "11-24 11:00"), []),
    ("not where it does not", {"end": None}, {"start": TUESDAY - HOUR / 2}, ("11-24 10:00", ""), ["start"]),
    ("the whole is longer", {"end": None}, {"start": TUESDAY - HOUR / 2, "end": TUESDAY + DAY}, ("11-24 10:00", "11-25 10:00"), ["start"]),
    ("two ends", {"end": TUESDAY + 2 * HOUR}, {}, ("11-24 10:00", "11-24 12:00"), ["end"]),
    ("hours of a day", {"start": TUESDAY.date(), "end": None}, {}, ("11-24 10:00", "11-24 11:00"), []),
    ("a day of hours", {}, {"start": TUESDAY.date(), "end": None}, ("11-24 10:00", "11-24 11:00"), []),
    ("hours of many days", {"start": TUESDAY.date(), "end": date(2026, 12, 24)}, {}, ("11-24 00:00", "12-24 00:00"), []),
]


@pytest.mark.parametrize(("what", "own", "other", "shown", "conflicts"), ENDS, ids=[row[0] for row in ENDS])
def test_missing_ends_and_hours_are_filled_in(
    what: str, own: dict[str, Any], other: dict[str, Any], shown: tuple[str, str], conflicts: list[str]
) -> None:
    made = of(tell("registration", **other), tell("organizer", **own))
    assert times(made) == [shown], what
    assert [one.field for one in made.event.conflicts] == conflicts
    assert (made.event.first_start, made.event.last_end) == (made.occurrences[0].start, made.occurrences[0].end)
    assert (made.lead.start, made.lead.end) == (made.event.first_start, made.event.last_end)
    assert made.event.origins["start"] == listing_id("registration" if what == "hours of a day" else "organizer", "u")


def test_a_series_that_is_off_by_an_hour_everywhere_is_told_once() -> None:
    later: dict[str, Any] = {"start": TUESDAY + HOUR, "end": TUESDAY + 2 * HOUR}
    made = of(tell("umbrella", recurrence=WEEKLY, **later), tell("organizer", recurrence=WEEKLY, end=None))
    (only,) = made.event.conflicts
    assert (only.field, only.value, only.shown, only.day) == ("start", "2026-11-24T11:00", "2026-11-24T10:00", None)


def test_the_nearest_of_two_instances_on_a_day_is_meant() -> None:
    twice = Recurrence(rrule=WEEKLY.rrule, rdate=(TUESDAY + 5 * HOUR,))
    made = of(tell("umbrella", start=TUESDAY + 4 * HOUR, end=None), tell("organizer", recurrence=twice))
    assert (len(made.occurrences), said(made)) == (10, [("start", "2026-11-24T14:00", "2026-11-24T15:00")])


def test_a_moved_instance_is_one_with_the_one_it_replaces() -> None:
    moved = listing("organizer", recurrence_id="20261201T100000", start=TUESDAY + 8 * DAY, end=TUESDAY + 8 * DAY + HOUR)
    organizer = telling_of([strand(listing("organizer", recurrence=WEEKLY), moved)])
    made = of(tell("umbrella", recurrence=WEEKLY), organizer)
    assert (days(made)[:3], len(made.occurrences)) == (["11-24", "12-02", "12-08"], 9)
    assert (made.occurrences[1].id, made.occurrences[1].event_status) == ("e-20261201T100000", "EventRescheduled")
    assert said(made) == [("end", "2026-12-01T11:00", "2026-12-02T11:00"), ("start", "2026-12-01T10:00", "2026-12-02T10:00")]


def test_single_events_on_two_days_are_one_by_verdict_and_the_better_day_stands() -> None:
    made = of(tell("umbrella", end=None), tell("organizer", start=TUESDAY + 12 * DAY, end=None))
    assert (days(made), said(made)) == (["12-06"], [("start", "2026-11-24T10:00", "2026-12-06T10:00")])


STATUSES: list[tuple[Role, str, Role, str, str, list[tuple[str, str, str]]]] = [
    ("organizer", "EventCancelled", "umbrella", "EventScheduled", "EventCancelled", [("event_status", "EventScheduled", "EventCancelled")]),
    ("organizer", "EventScheduled", "umbrella", "EventCancelled", "EventScheduled", [("event_status", "EventCancelled", "EventScheduled")]),
    (
        "organizer",
        "EventScheduled",
        "registration",
        "EventCancelled",
        "EventCancelled",
        [("event_status", "EventScheduled", "EventCancelled")],
    ),
    ("umbrella", "EventCancelled", "republisher", "EventCancelled", "EventCancelled", []),
    ("organizer", "EventScheduled", "registration", "EventRescheduled", "EventScheduled", []),
]


@pytest.mark.parametrize(("better", "own", "worse", "other", "shown", "conflicts"), STATUSES)
def test_who_may_call_it_off(  # noqa: PLR0913, PLR0917 - a row of the table
    better: Role, own: str, worse: Role, other: str, shown: str, conflicts: list[tuple[str, str, str]]
) -> None:
    made = of(tell(worse, event_status=other), tell(better, event_status=own))
    assert (made.event.event_status, made.occurrences[0].event_status, said(made)) == (shown, shown, conflicts)
    undated: dict[str, Any] = {"start": None, "end": None}
    assert of(tell(worse, event_status=other, **undated), tell(better, event_status=own, **undated)).event.event_status == shown


def test_one_cancelled_instance_of_a_series() -> None:
    off = listing("registration", recurrence_id="20261201T100000", start=TUESDAY + WEEK, end=None, event_status="EventCancelled")
    sold = telling_of([strand(listing("registration", recurrence=WEEKLY), off, role="registration")])
    made = of(sold, tell("organizer", recurrence=WEEKLY))
    assert [one.event_status for one in made.occurrences][:3] == ["EventScheduled", "EventCancelled", "EventScheduled"]
    assert (made.event.event_status, [one.day for one in made.event.conflicts]) == ("EventScheduled", [date(2026, 12, 1)])


def test_what_is_planned_or_withdrawn_says_nothing_beside_the_rest() -> None:
    planned = tell("organizer", planned=True, name={"fi": "Salainen", "sv": "Hemlig"}, start=TUESDAY + HOUR, sequence=7)
    gone = tell("registration", is_withdrawn=True, url="https://gone.example", end=TUESDAY + 3 * HOUR)
    made = of(planned, gone, tell("umbrella"))
    assert (made.event.name, made.event.planned, made.event.url, said(made)) == ({"fi": "Kerho umbrella"}, False, "", [])
    assert (times(made), made.event.sequence) == ([("11-24 10:00", "11-24 11:00")], 7)
    assert made.event.listing_ids == (listing_id("umbrella", "u"),)
    assert of(planned, tell("umbrella", planned=True)).event.planned
    assert of(gone, tell("umbrella", is_withdrawn=True)).event.url == "https://gone.example"


def test_an_instance_that_its_organizer_only_plans_stays_planned_and_no_conflict_tells_of_it() -> None:
    open_still = listing("organizer", recurrence_id="20261201T100000", start=TUESDAY + WEEK + 3 * HOUR, end=None, planned=True)
    made = of(tell("umbrella", recurrence=WEEKLY), telling_of([strand(listing("organizer", recurrence=WEEKLY), open_still)]))
    assert [one.planned for one in made.occurrences][:3] == [False, True, False]
    assert (made.event.planned, said(made)) == (False, [])


def test_a_whole_is_not_divided_by_those_who_tell_its_days() -> None:
    exhibition: dict[str, Any] = {"start": date(2026, 11, 24), "end": date(2027, 2, 28)}
    made = of(tell("umbrella", recurrence=WEEKLY), tell("organizer", **exhibition))
    assert ([one.start for one in made.occurrences], said(made)) == ([date(2026, 11, 24)], [])


def test_two_rows_of_one_moment_have_two_ids() -> None:
    made = of(rows("organizer", [TUESDAY, TUESDAY, TUESDAY + WEEK]))
    assert [one.id for one in made.occurrences] == ["e-20261124T100000", "e-20261124T100001", "e-20261201T100000"]


def test_instances_of_another_zone_count_on_the_lead_s_clock() -> None:
    start = TUESDAY.astimezone(UTC)
    other = tell("umbrella", start=start, end=start + HOUR, timezone="UTC", recurrence=Recurrence(rrule=("FREQ=WEEKLY;COUNT=3",)))
    made = of(other, tell("organizer", recurrence=Recurrence(rrule=("FREQ=WEEKLY;COUNT=2",))))
    assert [one.id for one in made.occurrences] == ["e-20261124T100000", "e-20261201T100000", "e-20261208T100000"]
    assert made.event.timezone == "Europe/Helsinki"


# Whatever is told


TIMES = st.fixed_dictionaries(
    {},
    optional={
        "start": st.sampled_from(
            [TUESDAY + d * DAY + h * HOUR for d in (0, 1, 7, 28) for h in (0, 2)] + [date(2026, 11, 24), date(2026, 12, 1)]
        ),
        "end": st.none(),
        "recurrence": st.sampled_from(
            [
                WEEKLY,
                Recurrence(rrule=WEEKLY.rrule, exdate=(TUESDAY + WEEK,)),
                Recurrence(rrule=("FREQ=WEEKLY",)),
                Recurrence(rdate=(TUESDAY + DAY,)),
            ]
        ),
        "event_status": st.sampled_from(["EventScheduled", "EventCancelled", "EventPostponed"]),
        "planned": st.booleans(),
        "place_id": st.sampled_from(["", "talo", "tupa"]),
        "place_text": st.sampled_from(["", "Talo", "Vanha talo"]),
        "name": st.sampled_from([{"fi": "Kerho"}, {"sv": "Klubb", "und": "Kerho"}, {"en": "Club"}]),
        "details": st.sampled_from(
            [
                Details(minimum_age=7),
                Details(is_accessible_for_free=True),
                Details(registration=Registration(required=False)),
                Details(topics=("food",)),
            ]
        ),
    },
)


def _told(source: str, number: int, told: dict[str, Any], role: Role, is_withdrawn: bool) -> Telling:  # noqa: FBT001 - drawn
    if isinstance(told.get("start"), date) and not isinstance(told.get("start"), datetime):
        told = told | {"end": None, "recurrence": None}
    elif isinstance(start := told.get("start", TUESDAY), datetime) and "end" not in told:
        told = told | {"end": start + HOUR}
    return telling_of([strand(listing(source, f"u{number}", **told), role=role, is_withdrawn=is_withdrawn)])


TOLD = st.lists(st.tuples(st.sampled_from("abc"), TIMES, st.booleans()), min_size=1, max_size=5)
ROLE_OF: dict[str, Role] = {"a": "organizer", "b": "registration", "c": "umbrella"}


@settings(max_examples=80, deadline=None)
@given(TOLD, st.data())
def test_the_order_of_tellings_does_not_matter_and_nothing_is_made_up(
    told: list[tuple[str, dict[str, Any], bool]], data: st.DataObject
) -> None:
    tellings = [_told(source, at, changes, ROLE_OF[source], gone) for at, (source, changes, gone) in enumerate(told)]
    made = of(*tellings)
    assert of(*data.draw(st.permutations(tellings))) == made
    ids = [one.id for one in made.occurrences]
    assert len(set(ids)) == len(ids)
    known = {one.listing_id: set[str]() for telling in tellings for one in telling.occurrences}
    for telling in tellings:
        for one in telling.occurrences:
            known[one.listing_id].add(f"{one.start:%Y-%m-%d}")
    assert all(f"{one.start:%Y-%m-%d}" in known[one.listing_id] for one in made.occurrences), "every instance is of the telling it names"
    assert all(one.end is None or type(one.end) is type(one.start) for one in made.occurrences)
    assert {one.listing_id for one in made.occurrences} | set(made.event.origins.values()) <= set(made.event.listing_ids)
    assert len(set(made.event.conflicts)) == len(made.event.conflicts)
    assert made.event.planned == all(telling.lead.planned for telling in tellings)
    assert Related(event=made.event.model_validate(made.event.model_dump()), occurrences=made.occurrences, lead=made.lead) == made


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(1, 7)), st.sets(st.integers(0, 9)))
def test_no_date_stands_that_the_organizer_s_series_leaves_out(breaks: set[int], theirs: set[int]) -> None:
    own = tell("organizer", recurrence=Recurrence(rrule=WEEKLY.rrule, exdate=tuple(TUESDAY + week * WEEK for week in sorted(breaks))))
    made = of(own, *([rows("umbrella", [TUESDAY + week * WEEK for week in sorted(theirs)])] if len(theirs) > 1 else []))
    weeks = [(one.start.astimezone(UTC) - TUESDAY.astimezone(UTC)) // WEEK for one in made.occurrences if isinstance(one.start, datetime)]
    beyond = {9} & theirs if len(theirs) > 1 else set[int]()
    assert weeks == sorted(set(range(9)) - breaks | beyond)
    dates = ",".join((TUESDAY + week * WEEK).date().isoformat() for week in sorted(theirs & breaks)) if len(theirs) > 1 else ""
    assert [one.value for one in made.event.conflicts if one.field == "dates"] == ([dates] if dates else [])
