"""Which record is which: repeats, revisions, shared and missing uids, private series, unchanged records. Order never matters."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.record import Reading
from tests.ical_feeds import NEIGHBOUR, START, calendar, codes, reading, remembered, vevent

OTHER = "DTSTART;TZID=Europe/Helsinki:20270408T180000"


def told(found: Reading) -> tuple[object, ...]:
    """Everything but line numbers, as sets."""
    events = {(event.uid, event.derived_uid, event.digest, event.text) for event in found.events}
    issues = {(issue.code, issue.severity, issue.uid, issue.field, issue.value, issue.digest) for issue in found.issues}
    return events, issues, sorted(found.unchanged), set(found.refused), found.remember, found.set_aside, found.not_public


def keys(found: Reading) -> list[tuple[str, bool]]:
    """Name of each event and whether it got a uid of its own, sorted."""
    return sorted((event.name[0].value, bool(event.derived_uid)) for event in found.events)


RECORDS = [
    vevent(*NEIGHBOUR),
    vevent("UID:a", START, "SUMMARY:Jumppa", "DTSTAMP:20270101T000000Z"),
    vevent("UID:a", START, "SUMMARY:Jumppa", "DTSTAMP:20270102T000000Z"),
    vevent("UID:a", START, "SUMMARY:Jumppa", "SEQUENCE:1"),
    vevent("UID:a", START, "SUMMARY:Jumppa", "LOCATION:Sali"),
    vevent("UID:a", OTHER, "SUMMARY:Kokous"),
    vevent("UID:a", OTHER, "SUMMARY:Kokous", "DESCRIPTION:toinen"),
    vevent("UID:a", OTHER, "SUMMARY:Kokous", "RECURRENCE-ID;TZID=Europe/Helsinki:20270401T180000"),
    vevent("UID:a", OTHER, "SUMMARY:Muu", "RECURRENCE-ID;TZID=Europe/Helsinki:20270401T180000"),
    vevent(START, "SUMMARY:Nimetön"),
    vevent(START, "SUMMARY:Nimetön", "LOCATION:Sali"),
    vevent("UID: ", START, "SUMMARY:NIMETÖN", "LOCATION:Sali", "SEQUENCE:2"),
    vevent("UID:p", START, "SUMMARY:Salainen", "CLASS:PRIVATE"),
    vevent("UID:p", OTHER, "SUMMARY:Salainen", "RECURRENCE-ID;TZID=Europe/Helsinki:20270401T180000"),
    vevent("UID:b", "DTSTART:never", "SUMMARY:x"),
]


@given(st.permutations(RECORDS), st.sampled_from(["uid", "content"]))
@settings(max_examples=100, deadline=None)
def test_the_order_of_the_records_never_matters(records: list[str], identity: str) -> None:
    by_content = identity == "content"
    found, plain = (reading(calendar(*order), identity="content" if by_content else "uid") for order in (records, RECORDS))
    assert told(found) == told(plain)
    again = reading(calendar(*reversed(records)), remembered(plain), identity="content" if by_content else "uid")
    assert len(again.unchanged) == again.read


@given(st.lists(st.sampled_from(RECORDS), max_size=8), st.lists(st.sampled_from(RECORDS), max_size=8))
@settings(max_examples=80, deadline=None)
def test_step_by_step_is_from_scratch(before: list[str], after: list[str]) -> None:
    first, fresh = reading(calendar(*before)), reading(calendar(*after))
    step = reading(calendar(*after), remembered(first))
    expected = {event.digest for event in fresh.events} | fresh.remember.keys()
    found = {event.digest for event in step.events} | step.remember.keys() | set(step.unchanged)
    assert found == expected | set(fresh.unchanged)
    stored = {event.digest: (event.uid, event.derived_uid) for event in (*first.events, *step.events)}
    assert {digest: stored[digest] for digest in (event.digest for event in fresh.events)} == {
        event.digest: (event.uid, event.derived_uid) for event in fresh.events
    }


@pytest.mark.parametrize(
    ("records", "kept", "set_aside"),
    [
        ([RECORDS[1], RECORDS[2]], [("Jumppa", False)], 0),
        ([RECORDS[1], RECORDS[3]], [("Jumppa", False)], 1),
        ([RECORDS[1], RECORDS[4]], [("Jumppa", True), ("Jumppa", True)], 0),
        ([RECORDS[1], RECORDS[5]], [("Jumppa", True), ("Kokous", True)], 0),
        ([RECORDS[5], RECORDS[6]], [("Kokous", False)], 1),
        ([RECORDS[1], RECORDS[7]], [("Jumppa", False), ("Kokous", False)], 0),
        ([RECORDS[1], vevent("UID:a", OTHER, "SUMMARY:Jumppa", "SEQUENCE:1")], [("Jumppa", False)], 1),
        ([RECORDS[1], vevent("UID:A", OTHER, "SUMMARY:Kokous")], [("Jumppa", False), ("Kokous", False)], 0),
        ([RECORDS[9], vevent(OTHER, "SUMMARY:Nimetön")], [("Nimetön", True), ("Nimetön", True)], 0),
        ([RECORDS[9], RECORDS[10]], [("Nimetön", True), ("Nimetön", True)], 0),
        ([RECORDS[10], RECORDS[11]], [("NIMETÖN", True)], 1),
    ],
    ids=[
        "repeat",
        "later sequence",
        "other place",
        "two events",
        "no sequence",
        "instance",
        "moved",
        "case",
        "no uid",
        "no uid, two places",
        "no uid, revised",
    ],
)
def test_records_of_one_uid(records: list[str], kept: list[tuple[str, bool]], set_aside: int) -> None:
    for order in itertools.permutations(records):
        found = reading(calendar(*order))
        assert keys(found) == kept
        assert found.set_aside == set_aside
        assert len({event.derived_uid or event.uid for event in found.events if event.recurrence_id is None}) == len(
            [event for event in found.events if event.recurrence_id is None]
        )


def test_of_two_revisions_the_later_one_holds() -> None:
    revisions = [("SEQUENCE:1", "LAST-MODIFIED:20270101T000000Z"), ("SEQUENCE:1", "LAST-MODIFIED:20270103T000000Z"), ("SEQUENCE:0",)]
    records = [vevent("UID:a", START, "SUMMARY:x", f"DESCRIPTION:{n}", *lines) for n, lines in enumerate(revisions)]
    for order in itertools.permutations(records):
        found = reading(calendar(*order))
        assert [event.description[0].value for event in found.events] == ["1"]
        assert codes(found) == ["superseded", "superseded"]


def test_a_uid_for_many_events_keeps_them_all() -> None:
    records = [vevent("UID:same", f"DTSTART:202704{day:02d}T180000", f"SUMMARY:Ilta {day}") for day in range(1, 22)]
    found = reading(calendar(*records))
    assert len({event.derived_uid for event in found.events}) == 21
    assert set(codes(found)) == {"uid_shared"}


def test_a_uid_made_from_the_content_is_the_same_next_time_and_beside_others() -> None:
    alone = reading(calendar(vevent(START, "SUMMARY:Nimetön"))).events[0]
    later = reading(calendar(vevent(START, "SUMMARY:  nimetön ", "DESCRIPTION:uusi"), vevent(OTHER, "SUMMARY:Nimetön"))).events[0]
    assert alone.derived_uid == later.derived_uid
    assert (alone.uid, alone.digest != later.digest) == ("", True)


def test_a_record_is_read_again_when_its_uid_turns_out_to_be_shared() -> None:
    first = reading(calendar(RECORDS[1]))
    both = reading(calendar(RECORDS[1], RECORDS[5]), remembered(first))
    assert len(both.events) == 2
    again = reading(calendar(RECORDS[1]), remembered(both))
    assert [event.derived_uid for event in again.events] == [""]


def test_instances_of_a_private_series_are_private_and_public_again_with_it() -> None:
    private, instance = RECORDS[12], RECORDS[13]
    public = private.replace("CLASS:PRIVATE", "CLASS:PUBLIC")
    first = reading(calendar(public, instance))
    hidden = reading(calendar(private, instance), remembered(first))
    assert (hidden.not_public, hidden.events, hidden.unchanged) == (2, (), ())
    assert len(reading(calendar(private, instance), remembered(hidden)).unchanged) == 2
    shown = reading(calendar(public, instance), remembered(hidden))
    assert len(shown.events) == 2


def test_a_private_instance_leaves_the_series_public() -> None:
    instance = RECORDS[13].replace("SUMMARY", "CLASS:PRIVATE\r\nSUMMARY")
    found = reading(calendar(RECORDS[12].replace("PRIVATE", "PUBLIC"), instance))
    assert (len(found.events), found.not_public) == (1, 1)


@pytest.mark.parametrize(
    "line",
    [
        "DTSTAMP:20270202T000000Z",
        "CREATED:20270202T000000Z",
        "LAST-MODIFIED:20270202T000000Z",
        "ATTENDEE;PARTSTAT=ACCEPTED;CN=Pekka Pitkänimi-Vielä\r\n  Pidempi:mailto:pekka@example.org",
        "ORGANIZER:mailto:x@example.org",
        "X-MOZ-GENERATION:5",
        "ATTACH:https://norppala.example/a.pdf",
        "BEGIN:VALARM\r\nUID:y\r\nTRIGGER:-PT5M\r\nEND:VALARM",
    ],
)
def test_what_is_never_read_does_not_make_a_record_new(line: str) -> None:
    plain = reading(calendar(vevent(*NEIGHBOUR)))
    for lines in ((line, *NEIGHBOUR), (*NEIGHBOUR, line), (NEIGHBOUR[0], line, line, *NEIGHBOUR[1:])):
        assert reading(calendar(vevent(*lines)), remembered(plain)).unchanged == (plain.events[0].digest,)


@pytest.mark.parametrize("line", ["SUMMARY:Uusi", "SEQUENCE:1", "STATUS:CANCELLED", "X-COST:5 €", "EXDATE:20270401T150000Z"])
def test_what_is_read_makes_a_record_new(line: str) -> None:
    plain = reading(calendar(vevent(*NEIGHBOUR)))
    assert len(reading(calendar(vevent(*NEIGHBOUR, line)), remembered(plain)).events) == 1


def test_the_sources_zone_is_part_of_the_meaning() -> None:
    first = reading(calendar(vevent(*NEIGHBOUR)))
    assert len(reading(calendar(vevent(*NEIGHBOUR)), remembered(first), zone="Europe/Stockholm").events) == 1


def test_a_second_copy_counts_as_unchanged() -> None:
    found = reading(calendar(vevent(*NEIGHBOUR), vevent(*NEIGHBOUR), vevent(*NEIGHBOUR)))
    assert (len(found.events), len(found.unchanged), codes(found)) == (1, 2, ["repeated"])


def test_uids_that_change_at_every_fetch_do_not_matter_to_content_identity() -> None:
    def feed(run: int) -> bytes:
        series = ("RRULE:FREQ=WEEKLY", START, "SUMMARY:Sarja")
        instance = ("RECURRENCE-ID;TZID=Europe/Helsinki:20270408T180000", OTHER, "SUMMARY:Sarja, poikkeus")
        return calendar(vevent(f"UID:{run}-1", *series), vevent(f"UID:{run}-1", *instance), vevent(f"UID:{run}-2", *NEIGHBOUR[1:]))

    first = reading(feed(1), identity="content")
    again = reading(feed(2), remembered(first), identity="content")
    assert (len(first.events), len(again.unchanged)) == (3, 3)
    series, instance, other = first.events
    assert series.derived_uid == instance.derived_uid != other.derived_uid
    assert {event.uid for event in first.events} == {""}
    assert codes(first) == []
