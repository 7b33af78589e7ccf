"""Events and occurrences: rebuilt they are the same, and nothing is written that does not differ."""

from __future__ import annotations

import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harvesters.record import RawEvent
from store.database import open_store
from store.relations import RelateCounts
from store.strands import dirty_strands, told_of
from tests.store_support import DAY, HELSINKI, HOUR, NOW, Broken, Region, many, record, weekly

_THIRD = datetime(2026, 12, 4, 18, tzinfo=HELSINKI)


def derived(region: Region) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    return region.rows("select * from event order by id"), region.rows("select * from occurrence order by id")


def test_columns_of_events_and_occurrences(region: Region) -> None:
    answer = [
        record("concert", "Konsertti", datetime(2026, 11, 24, 10, tzinfo=HELSINKI)),
        record("fair", "Messut", date(2026, 12, 5), end=date(2026, 12, 7), location="Tori"),
        record("night", "Yökävely", datetime(2026, 12, 31, 23, tzinfo=HELSINKI), end=datetime(2027, 1, 1, 1, tzinfo=HELSINKI)),
        record("open", "Avoin", datetime(2026, 12, 1, 18, tzinfo=HELSINKI), end=None),
    ]
    region.harvest(answer)
    region.relate()
    assert region.rows(
        "select e.name, o.start_utc, o.end_utc, o.start_local, o.end_local, o.all_day, o.day, o.last_day, o.place_id, o.place_text "
        "from occurrences o join events e on e.id = o.event_id order by e.name"
    ) == [
        ("Avoin", "2026-12-01T16:00:00Z", None, "2026-12-01T18:00:00+02:00", None, 0, "2026-12-01", "2026-12-01", "library", "Kirjasto"),
        (
            *("Konsertti", "2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z", "2026-11-24T10:00:00+02:00", "2026-11-24T11:00:00+02:00"),
            *(0, "2026-11-24", "2026-11-24", "library", "Kirjasto"),
        ),
        ("Messut", "2026-12-04T22:00:00Z", "2026-12-06T22:00:00Z", "2026-12-05", "2026-12-07", 1, "2026-12-05", "2026-12-06", None, "Tori"),
        (
            *("Yökävely", "2026-12-31T21:00:00Z", "2026-12-31T23:00:00Z", "2026-12-31T23:00:00+02:00", "2027-01-01T01:00:00+02:00"),
            *(0, "2026-12-31", "2027-01-01", "library", "Kirjasto"),
        ),
    ]
    event = "select name_fi, kind, first_start_utc, last_end_utc, next_start_utc, listings, place, organizer from events where name = ?"
    assert region.rows(event, "Konsertti") == [
        (
            *("Konsertti", "event", "2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z", "2026-11-24T08:00:00Z"),
            *(1, "Kirjasto", "Järjestäjä choir"),
        )
    ]


def test_a_second_time_nothing_is_written(region: Region) -> None:
    region.harvest([*many(10), weekly("w")])
    first = region.relate()
    assert (first.events, first.written) == (11, first.events + first.occurrences)
    assert region.relate() == RelateCounts()
    before = derived(region)
    again = region.relate(everything=True)
    assert (again.events, again.written) == (11, 0)
    assert derived(region) == before


def test_a_second_run_of_the_same_bytes_writes_the_log_and_the_state_only(region: Region) -> None:
    answer: list[RawEvent | Broken] = [*many(10), weekly("w"), Broken(uid="b")]
    region.harvest(answer)
    region.relate()
    before = region.store.public.total_changes, region.store.private.total_changes
    region.configure(NOW + HOUR)
    region.harvest(answer, NOW + HOUR)
    region.relate(NOW + HOUR)
    assert region.store.public.total_changes - before[0] == 3  # one line in the log, the source's state and its validators
    assert region.store.private.total_changes == before[1]


def test_only_what_changed_is_related(region: Region) -> None:
    region.harvest([*many(10), weekly("w")])
    region.relate()
    region.harvest([*many(9), record("u9", "Uusi nimi", many(10)[9].start), weekly("w")], NOW + HOUR)
    counts = region.relate()
    assert (counts.events, counts.written) == (1, 1)


def test_a_new_day_moves_the_window_and_relates_everything(region: Region) -> None:
    places = {place.id: place for place in region.schedules.places}
    region.harvest([*many(3), weekly("w")])
    assert dirty_strands(region.store, region.context(NOW).window, places)
    region.relate()
    assert dirty_strands(region.store, region.context(NOW + HOUR).window, places) == []
    later = NOW + 40 * DAY
    assert len(dirty_strands(region.store, region.context(later).window, places)) == 4
    counts = region.relate(later)
    assert counts.events == 4
    assert region.relate(later + HOUR) == RelateCounts()
    assert region.one("select min(day) from occurrences") >= "2026-11-11"
    assert region.one("select count(*) from events") == 4


def test_dirty_stays_dirty_until_it_is_saved(region: Region) -> None:
    region.harvest(many(3))
    window = region.context(NOW).window
    assert (
        dirty_strands(region.store, window)
        == dirty_strands(region.store, window)
        == sorted(row[0] for row in region.rows("select event_id from listing"))
    )


def test_an_event_that_is_gone_keeps_its_row_and_address_without_dates(region: Region) -> None:
    region.harvest(many(10))
    region.relate()
    slug = region.one("select slug from events where name = 'Tapahtuma 9'")
    region.harvest(many(9), NOW + HOUR)
    region.relate(NOW + HOUR)
    assert region.rows("select slug, withdrawn_at, withdrawn_reason, listings, next_start_utc from events where name = 'Tapahtuma 9'") == [
        (slug, "2026-11-01T07:00:00Z", "absent", 0, None)
    ]
    assert region.one("select count(*) from occurrences") == 9
    region.harvest(many(10), NOW + 2 * HOUR)
    region.relate(NOW + 2 * HOUR)
    assert region.rows("select withdrawn_at, listings from events where name = 'Tapahtuma 9'") == [(None, 1)]
    assert region.one("select count(*) from occurrences") == 10


def test_an_event_that_is_not_public_any_more_is_gone(region: Region) -> None:
    region.harvest([record("p", "Kanarialintu"), *many(3)])
    region.relate()
    region.harvest([Broken(uid="p", outcome="not_public"), *many(3)], NOW + HOUR)
    region.relate(NOW + HOUR)
    assert region.one("select count(*) from events") == 3
    assert region.rows("select event_id from listings where uid = 'p'") == [(None,)]
    assert "kanarialintu" not in "\n".join(region.store.public.iterdump()).lower()


def test_an_override_that_is_withdrawn_changes_its_event(region: Region) -> None:
    override = record("w", "Poikkeus", recurrence_id=_THIRD, location="Sali")
    region.harvest([weekly("w"), override, *many(3)])
    region.relate()
    question = "select names, place_id from occurrences where recurrence_id = '20261204T180000'"
    assert region.rows(question) == [('{"fi":"Poikkeus"}', "hall")]
    region.harvest([weekly("w"), *many(3)], NOW + HOUR)
    region.relate(NOW + HOUR)
    assert region.rows(question) == [("{}", "library")]


def test_listings_come_back_with_their_zone(region: Region) -> None:
    region.harvest([weekly("w", exdate=(_THIRD,))])
    (told,) = told_of(region.store, {row[0] for row in region.rows("select event_id from listing")}).values()
    (listing,) = told.listings
    assert str(listing.start.tzinfo) == "Europe/Helsinki" if isinstance(listing.start, datetime) else False
    assert listing.recurrence is not None
    assert [str(getattr(moment, "tzinfo", "")) for moment in listing.recurrence.exdate] == ["Europe/Helsinki"]


_POOL: list[RawEvent | Broken] = [
    *many(4),
    weekly("w"),
    weekly("w", name="Harjoitukset siirtyvät"),
    record("w", "Poikkeus", recurrence_id=_THIRD),
    record("s", rrule=("FREQ=DAILY;COUNT=4",)),
    record("u1", "Muutettu", datetime(2026, 11, 9, 9, tzinfo=HELSINKI), status="CANCELLED"),
    record("renamed", "Tapahtuma 2", many(3)[2].start),
    Broken(uid="u3"),
    Broken(uid="u0", digest="hidden", outcome="not_public"),
    record("day", "Koko päivä", date(2026, 11, 14)),
]
_answers = st.lists(st.sampled_from(range(len(_POOL))), unique=True, max_size=len(_POOL))
_steps = st.lists(st.tuples(_answers, st.sampled_from(["choir", "library"]), st.integers(1, 90), st.booleans()), min_size=1, max_size=6)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_steps)
def test_step_by_step_gives_the_same_rows_as_from_scratch(steps: list[tuple[list[int], str, int, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        for connection in (store.public, store.private):
            connection.execute("pragma synchronous = off")  # hypothesis runs this many times, and nobody pulls the plug here
        region = Region(store)
        region.configure()
        now = NOW
        for chosen, source, hours, complete in steps:
            now += timedelta(hours=hours)
            region.harvest([_POOL[number] for number in chosen], now, source, complete=complete)
            region.relate(now)
        found = derived(region)
        store.public.execute("delete from occurrence")
        store.public.execute("delete from event")
        region.relate(now, everything=True)
        assert derived(region) == found
        assert region.rows("pragma foreign_key_check") == []
