"""What a held answer would have done is kept by name until an answer is believed, and nothing of it is published."""

from __future__ import annotations

from store.database import PUBLIC_NAME
from store.harvests import release
from store.withheld import MOST, Held, read_held
from tests.store_support import DAY, HELSINKI, HOUR, NOW, Region, many, record


def held(region: Region) -> list[Held]:
    return read_held(region.store.directory / PUBLIC_NAME)


def test_names_of_what_would_go_come_and_change(region: Region) -> None:
    start = (NOW + 30 * DAY).astimezone(HELSINKI)
    region.harvest([*many(20), record("a", "Joulukonsertti", start)])
    region.harvest([*many(2), record("a", "Joulukonsertti", start + HOUR, location="Sali"), record("b", "Uusi retki", start)], NOW + HOUR)
    (one,) = held(region)
    assert (one.source_id, one.reason, one.shown, one.since, one.at, one.is_released) == (
        "choir",
        "shrunk",
        21,
        NOW + HOUR,
        NOW + HOUR,
        False,
    )
    assert dict(one.counts) == {"withdrawn": 18, "new": 1, "changed": 1}
    assert [row.name for row in one.some["withdrawn"]] == [f"Tapahtuma {number}" for number in range(2, 20)]
    assert [row.name for row in one.some["new"]] == ["Uusi retki"]
    (changed,) = one.some["changed"]
    assert (changed.name, changed.was_name) == ("Joulukonsertti", "")
    assert changed.was_start < changed.start
    assert (changed.was_place, changed.place) == ("Kirjasto", "Sali")
    assert region.one("select count(*) from listing where names like '%retki%'") == 0


def test_the_last_held_answer_is_told_and_a_believed_one_ends_it(region: Region) -> None:
    region.harvest(many(20))
    region.harvest(many(3), NOW + HOUR)
    region.harvest(many(2), NOW + 2 * HOUR)
    (one,) = held(region)
    assert (one.counts["withdrawn"], one.since, one.at) == (18, NOW + HOUR, NOW + 2 * HOUR)
    release(region.store, "choir")
    assert held(region)[0].is_released
    region.harvest(many(2), NOW + 3 * HOUR)
    assert held(region) == []
    assert region.one("select count(*) from held") == 0


def test_no_more_than_so_many_are_kept_by_name(region: Region) -> None:
    region.harvest(many(MOST + 30))
    region.harvest([], NOW + HOUR)
    (one,) = held(region)
    assert one.counts["withdrawn"] == MOST + 30
    assert len(one.some["withdrawn"]) == MOST


def test_no_view_shows_it(region: Region) -> None:
    views = region.rows("select sql from sqlite_master where type = 'view'")
    assert not [sql for (sql,) in views if " held" in sql.casefold()]


def test_a_source_held_before_this_was_kept_is_told_without_names(region: Region) -> None:
    region.harvest(many(20))
    region.harvest([], NOW + HOUR)
    region.store.public.execute("delete from held")
    (one,) = held(region)
    assert (one.at, dict(one.counts)) == (None, {})
