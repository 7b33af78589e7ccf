"""Sources, organizers and places as the configuration says, and what happens to what was taken out of it."""

from __future__ import annotations

import pytest

from harvesters.errors import KoosteError
from harvesters.record import Validators
from store.harvests import known
from tests.store_support import DAY, HOUR, NOW, Region, many, record


def test_rows_of_the_configuration(region: Region) -> None:
    assert region.rows("select id, title, organizer, organizer_id, role, format, state, state_since, events, address from sources") == [
        (
            *("choir", "Source choir", "Järjestäjä choir", "choir", "organizer", "ical", "new", "2026-11-01T06:00:00Z", 0),
            "https://choir.example/feed.ics",
        ),
        (
            *("library", "Source library", "Järjestäjä library", "library", "organizer", "ical", "new", "2026-11-01T06:00:00Z", 0),
            "https://library.example/feed.ics",
        ),
    ]
    assert region.rows("select id, slug, name_fi, name_sv, name_en, accessibility, online from places order by id") == [
        ("hall", "hall", "Saarisali", "Saarisali", "Saarisali", "[]", 0),
        ("library", "library", "Kirjasto", "Biblioteket", "Library", '["step_free_entrance"]', 0),
    ]


def test_the_same_configuration_is_not_written_again(region: Region) -> None:
    before = region.store.public.total_changes
    region.configure(NOW + DAY)
    assert region.store.public.total_changes == before


def test_a_source_nobody_configured_is_not_known(region: Region) -> None:
    with pytest.raises(KoosteError, match="stranger"):
        known(region.store, "stranger", NOW)


def test_a_removed_source_is_marked_its_coming_events_withdrawn_and_its_past_kept(region: Region) -> None:
    region.harvest([record("past", start=NOW - 2 * DAY), *many(4)], etag='"1"')
    region.harvest(many(2, prefix="l", first=50), source="library")
    region.relate()
    region.configure(NOW + HOUR, sources=("library",))
    assert region.rows("select state, reason, events from sources where id = 'choir'") == [("removed", "removed", 0)]
    assert region.rows("select withdrawn_reason, count(*) from listings where source_id = 'choir' group by 1") == [
        ("", 1),
        ("source_removed", 4),
    ]
    assert region.one("select count(*) from listings where source_id = 'library' and withdrawn_at is null") == 2
    region.relate(NOW + HOUR)
    assert region.one("select count(*) from events where withdrawn_reason = 'source_removed'") == 4
    before = region.store.public.total_changes
    region.configure(NOW + 2 * HOUR)
    assert region.store.public.total_changes == before


def test_a_removed_source_that_comes_back_is_restored_by_its_next_answer(region: Region) -> None:
    region.harvest(many(4), etag='"1"')
    region.configure(NOW + HOUR, sources=("library",))
    region.configure(NOW + 2 * HOUR, sources=("library", "choir"))
    assert region.one("select state from sources where id = 'choir'") == "new"
    assert known(region.store, "choir", NOW + 2 * HOUR).validators == Validators()
    assert region.harvest(many(4), NOW + 2 * HOUR).restored == 4
    assert region.one("select count(*) from listings where withdrawn_at is null") == 4


def test_places_and_organizers_go_once_nothing_refers_to_them(region: Region) -> None:
    region.harvest([record("a", location="Sali")])
    region.store.public.execute("create temp table copy as select * from place limit 1")
    region.store.public.execute("update copy set id = 'empty'")
    region.store.public.execute("insert into place select * from copy")
    region.store.public.execute("insert into organizer values ('nobody', '{}', 'organizer', '')")
    smaller = region.schedules.model_copy(update={"places": region.schedules.places[:1]})
    region.schedules = smaller
    region.configure(NOW + HOUR)
    assert region.rows("select id from places order by id") == [("hall",), ("library",)]
    assert region.rows("select id from organizers order by id") == [("choir",), ("library",)]
    region.harvest([record("a", location="Sali")], NOW + 2 * HOUR)
    region.relate(NOW + 2 * HOUR)
    region.configure(NOW + 3 * HOUR)
    assert region.rows("select id from places") == [("library",)]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://choir.example/feed.ics", "https://choir.example/feed.ics"),
        ("https://choir.example/${CHOIR_TOKEN}/feed.ics", "choir.example"),
        ("https://${CHOIR_HOST}/feed.ics", ""),
    ],
)
def test_an_address_with_a_secret_is_its_host(region: Region, url: str, shown: str) -> None:
    region.configure(url=url)
    assert region.rows("select distinct address from sources") == [(shown,)]
