"""Corrections in the store: whom a difference touches, what the source said then and says now, and that all can be rebuilt."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harvesters.record import RawEvent
from kooste import pipeline
from normalize.corrections import Correction, Key
from normalize.corrections_fields import Subject, Value
from normalize.identity import event_id
from store.corrections import corrections_in_force, events_taken_off, sync_corrections
from store.corrections_told import find_event, near_events, read_corrections
from store.database import PUBLIC_NAME, open_store
from store.relations import RelateCounts
from store.snapshot import freeze
from tests.store_support import DAY, HELSINKI, HOUR, NOW, Region, many, record, weekly

START = datetime(2026, 11, 20, 18, 0, tzinfo=HELSINKI)
CHOIR = event_id("choir", "c")


def correction(field: str, value: Value, identifier: str = CHOIR, subject: Subject = "event", **more: Any) -> Correction:
    told: dict[str, Any] = {"was": None, "is_was_known": False, "by": "toimitus", "on": date(2026, 11, 1), "why": ""}
    return Correction(key=Key(subject, identifier, field), value=value, **told | more)


def correct(region: Region, *corrections: Correction, now: datetime = NOW) -> bool:
    return sync_corrections(region.store, corrections, region.schedules, now)


def relate(region: Region, now: datetime = NOW, *, everything: bool = False) -> RelateCounts:
    return pipeline.relate(region.store, region.schedules, now, everything=everything)


def dirty(region: Region) -> set[str]:
    return {row[0] for row in region.rows("select event_id from event_dirty")}


def states(region: Region) -> dict[str, tuple[str, str | None, str | None]]:
    """Field -> its state, what the source says, and since when it says something else."""
    rows = region.rows("select field, state, source_value, source_changed_at from corrections")
    return {field: (state, said, changed) for field, state, said, changed in rows}


def harvest(region: Region, *records: RawEvent, now: datetime = NOW) -> None:
    region.harvest(records, now)
    relate(region, now)


def test_a_change_makes_exactly_the_touched_events_again(region: Region) -> None:
    harvest(region, record("c"), record("d", location="Sali"), record("e", location="Sali"), *many(5))
    assert correct(region, correction("name.fi", "Kuoro"))
    assert dirty(region) == {CHOIR}
    assert relate(region) == RelateCounts(events=1, occurrences=1, written=1)
    name = correction("name.fi", "Kuoro", why="Kyltissä lukee niin", by="kirjasto")
    assert correct(region, name)  # who says so and why shows on no page
    assert dirty(region) == set()
    lift = correction("accessibility.lift", value=True, identifier="hall", subject="place")
    capacity = correction("capacity", 40, "hall", "place")
    assert correct(region, name, lift, capacity)
    assert dirty(region) == {event_id("choir", "d"), event_id("choir", "e")}
    relate(region)
    question = "select l.uid from listings l join events e on e.id = l.event_id where e.accessibility = ? order by l.uid"
    assert region.rows(question, '["lift"]') == [("d",), ("e",)]
    assert correct(region, lift)
    assert dirty(region) == {CHOIR}


def test_equal_corrections_write_nothing(region: Region) -> None:
    harvest(region, record("c"))
    ours = [correction("name.fi", "Kuoro"), correction("postal_code", "57100", "hall", "place"), correction("url", None, "nobody")]
    correct(region, *ours)
    relate(region)
    before = region.store.public.total_changes
    assert correct(region, *reversed(ours)) is False
    assert relate(region) == RelateCounts()
    assert region.store.public.total_changes == before
    assert set(corrections_in_force(region.store)) >= {ours[2]}


def test_taking_it_back_gives_the_source_its_word_and_subscribers_a_new_sequence(region: Region) -> None:
    harvest(region, record("c"))
    row = "select name, first_start, first_end, sequence, last_changed from events"
    before = region.rows(row)
    correct(region, correction("start", "2026-11-20T17:00"), correction("name.fi", "Kuoro"), now=NOW + HOUR)
    relate(region, NOW + HOUR)
    assert region.rows(row) == [("Kuoro", "2026-11-20T17:00:00+02:00", "2026-11-20T19:00:00+02:00", 1, "2026-11-01T07:00:00Z")]
    correct(region, now=NOW + DAY)
    relate(region, NOW + DAY)
    assert region.rows(row) == [(*before[0][:3], 2, "2026-11-02T06:00:00Z")]
    assert region.rows("select * from corrections") == []


def test_the_listing_stays_what_the_source_said(region: Region) -> None:
    harvest(region, record("c"))
    before = region.rows("select * from listing"), region.rows("select * from history")
    correct(region, correction("name.fi", "Kuoro"), correction("end", None))
    relate(region)
    assert (region.rows("select * from listing"), region.rows("select * from history")) == before
    assert region.rows("select name, first_end from events") == [("Kuoro", None)]


def test_it_is_told_when_the_source_changes_says_the_same_or_goes_back(region: Region) -> None:
    harvest(region, record("c"))
    correct(region, correction("start", "2026-11-20T17:00"))
    relate(region)
    assert states(region) == {"start": ("in_force", '"2026-11-20T18:00"', None)}
    harvest(region, record("c", "Kuoro harjoittelee"), now=NOW + HOUR)
    assert states(region) == {"start": ("in_force", '"2026-11-20T18:00"', None)}
    harvest(region, record("c", start=START + HOUR), now=NOW + DAY)
    changed = ("source_changed", '"2026-11-20T19:00"', "2026-11-02T06:00:00Z")
    assert states(region) == {"start": changed}
    harvest(region, record("c", "Kuoro", start=START + HOUR), now=NOW + 2 * DAY)
    relate(region, NOW + 2 * DAY, everything=True)
    assert states(region) == {"start": changed}  # since when, not when it was last looked at
    harvest(region, record("c", start=START - HOUR), now=NOW + 3 * DAY)
    assert states(region) == {"start": ("not_needed", '"2026-11-20T17:00"', None)}
    harvest(region, record("c"), now=NOW + 4 * DAY)
    assert states(region) == {"start": ("in_force", '"2026-11-20T18:00"', None)}
    assert region.rows("select name, event_status from events") == [("Kuoroharjoitus", "EventScheduled")]  # never called moved


def test_what_a_person_wrote_down_counts_as_what_the_source_said(region: Region) -> None:
    harvest(region, record("c"))
    correct(region, correction("start", "2026-11-20T17:00", was="2026-11-20T19:30", is_was_known=True))
    relate(region)
    assert states(region) == {"start": ("source_changed", '"2026-11-20T18:00"', "2026-11-01T06:00:00Z")}
    correct(region, correction("start", "2026-11-20T17:00", was="2026-11-20T18:00", is_was_known=True))
    relate(region, everything=True)
    assert states(region)["start"][0] == "in_force"  # given again: the new word of the source was looked at


def test_the_configuration_is_the_source_of_places_and_organizers(region: Region) -> None:
    ours = [correction("name.fi", "Iso sali", "hall", "place"), correction("url", "https://kuoro.example/", "choir", "organizer")]
    correct(region, *ours)
    assert [row[:2] for row in states(region).values()] == [("in_force", "null"), ("in_force", '"Saarisali"')]
    hall = region.schedules.places[1]
    renamed = region.schedules.model_copy(
        update={"places": (region.schedules.places[0], hall.model_copy(update={"name": {"fi": "Sali 1"}}))}
    )
    sync_corrections(region.store, ours, renamed, NOW + DAY)
    assert states(region)["name.fi"] == ("source_changed", '"Sali 1"', "2026-11-02T06:00:00Z")


@pytest.mark.parametrize("field", ["place_id", "organizer_id"])
def test_what_does_not_fit_is_told_and_applied_once_it_does(region: Region, field: str) -> None:
    harvest(region, record("c"))
    correct(region, correction(field, "museum"), correction("start", "2026-11-20"))
    relate(region)
    assert states(region)[field][0] == "not_applied"
    assert region.rows("select place_id, organizer_id, first_start from events") == [("library", "choir", "2026-11-20")]


def test_an_unknown_id_is_kept_and_applies_when_it_comes(region: Region) -> None:
    correct(region, correction("name.fi", "Kuoro"), correction("capacity", 5, "nowhere", "place"))
    relate(region)
    database = region.store.directory / PUBLIC_NAME
    assert {one.state for one in read_corrections(database)} == {"unknown_id"}
    assert list(states(region).items()) == [("capacity", ("unknown_id", None, None))]  # nobody knows the event: nothing is public of it
    harvest(region, record("c"))
    assert states(region)["name.fi"][:2] == ("in_force", '"Kuoroharjoitus"')
    assert region.one("select name from events") == "Kuoro"
    assert find_event(database, region.one("select slug from events")) == CHOIR
    assert [one.id for one in near_events(database, "kuoro")] == [CHOIR]


def test_nothing_of_an_event_that_became_private_is_kept(region: Region) -> None:
    harvest(region, record("c", "Salainen kuoro"), *many(3))
    correct(region, correction("name.fi", "Kuoro"))
    relate(region)
    harvest(region, record("c", "Salainen kuoro", access="PRIVATE"), *many(3), now=NOW + HOUR)
    assert "Salainen" not in str(region.rows("select * from correction"))
    assert region.rows("select * from corrections") == []
    assert events_taken_off(region.store) == {CHOIR}


def test_a_hidden_event_is_in_no_table_of_a_snapshot(region: Region) -> None:
    harvest(region, record("c", "Salainen kuoro"), *many(3))
    correct(region, correction("hidden", value=True), correction("name.fi", "Salainen"))
    relate(region)
    data = freeze(region.store, NOW).read_bytes()
    assert (b"Salainen" in data, b"Tapahtuma 1" in data) == (False, True)
    assert events_taken_off(region.store) == {CHOIR}
    assert region.rows("select field, event_id from corrections") == [("hidden", None)]
    correct(region)
    relate(region)
    assert region.rows("select name from events where id = ?", CHOIR) == [("Salainen kuoro",)]


PLACES = (
    correction("accessibility.lift", value=True, identifier="library", subject="place"),
    correction("accessibility.step_free_entrance", value=False, identifier="library", subject="place"),
    correction("name.fi", "Pääkirjasto", "library", "place"),
)
EVENTS = tuple(
    correction(field, value, event_id("choir", uid))
    for uid in ("c", "w", "nobody")
    for field, value in (
        ("name.fi", "Kuoro"),
        ("start", "2026-11-20T17:00"),
        ("end", None),
        ("place_id", "hall"),
        ("accessibility.lift", False),
        ("hidden", True),
        ("price", "5 €"),
        ("event_status", "EventCancelled"),
    )
)
_STEPS = st.lists(
    st.one_of(
        st.sets(st.sampled_from((*PLACES, *EVENTS)), max_size=5),
        st.tuples(st.sampled_from(("Kuoroharjoitus", "Konsertti")), st.sampled_from((0, 1)), st.sampled_from(("Kirjasto", "Sali"))),
    ),
    min_size=1,
    max_size=6,
)


def _derived(region: Region) -> Sequence[Any]:
    return [region.rows(f"select * from {table} order by 1, 2, 3") for table in ("event", "occurrence", "correction")]  # noqa: S608 - three names


@given(_STEPS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_step_by_step_gives_the_same_bytes_as_from_scratch(steps: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        region = Region(store)
        region.configure()
        for number, step in enumerate(steps):
            now = NOW + number * HOUR
            if isinstance(step, set):
                correct(region, *step, now=now)
            else:
                name, hours, place = step
                region.harvest([record("c", name, START + hours * HOUR, location=place), weekly("w", name=name, location=place)], now)
            relate(region, now)
        before = _derived(region)
        relate(region, NOW, everything=True)
        assert _derived(region) == before
        store.public.execute("delete from occurrence")
        store.public.execute("delete from event")
        relate(region, NOW, everything=True)
        assert _derived(region) == before
