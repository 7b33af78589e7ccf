"""The referral search: each condition met, missed or not told; near misses; nothing unknown is ever taken for certain."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.referral import Ask, near_misses, search
from store.referral_audiences import AGELESS, AGES, fitting
from store.referral_finding import find, find_near
from store.referral_items import items, season_free
from store.referral_lists import listed
from store.referral_places import places
from store.referral_reviews import news, stale, supply
from store.referral_rides import ride_in
from store.snapshot_schema import REFERRAL_INDEXES, index_statements, statements
from tests.explorer_region import BUILT, RegionFile, at, write_region
from tests.referral_region import NEAR, add, region_file

TODAY = BUILT.date()
Q1 = Ask(now=BUILT, first=TODAY, days=14, age=78, price=0, without_enrolment=True, features=("step_free_entrance",), near=NEAR, km=5)


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(region_file(tmp_path_factory.mktemp("referral") / "a.db"))) as connection:
        yield connection


def ids(hits: Any) -> list[str]:
    return [hit.id for hit in hits]


def test_only_what_meets_everything_is_a_result(region: sqlite3.Connection) -> None:
    found = search(region, Q1)
    assert ids(found.sure) == ["kahvila", "tukea"]
    assert ids(found.unsure) == ["hiljainen", "neuvonta0", "neuvonta1", "etana"]
    assert set(found.unsure[0].unknown) == {"price", "enrolment", "access", "age"}
    assert ids(found.standing) == ["palvelu"]
    assert [round(hit.km or 0, 1) for hit in found.sure] == [0.2, 0.0]


def test_each_near_miss_is_found_by_the_one_condition_it_misses(region: sqlite3.Connection) -> None:
    missed = {hit.id: hit.missed for hit in near_misses(region, Q1)}
    assert missed == {"koulussa": "distance", "myohemmin": "days", "maksaa": "price", "lista": "enrolment", "portaat": "access"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"hours": ("00:00", "12:00")}, ["lapsille", "lista", "neuvonta0", "neuvonta1", "neuvonta2"]),
        ({"hours": ("17:00", "24:00")}, ["etana"]),
        ({"price": 4.99, "about": ("finnish_learning",), "days": None}, ["jono"]),
        ({"is_remote": True}, ["etana"]),
        ({"kinds": ("activity",), "days": None, "age": 9}, ["taynna"]),
        ({"district": "Kerimäki", "hours": ("00:00", "12:00")}, ["lapsille", "lista", "neuvonta0", "neuvonta1"]),
        ({"municipality": "740", "district": "Keskusta", "hours": ("00:00", "12:00")}, ["neuvonta2"]),
        ({"municipality": "046"}, ["etana"]),
        ({"whom": ("immigrants",), "days": None}, ["jono"]),
        ({"before": BUILT + timedelta(hours=48)}, []),
        ({"before": BUILT + timedelta(hours=54)}, ["kahvila"]),
        ({"rides": True}, ["kahvila"]),
        ({"first": date(2026, 12, 30), "days": None, "price": 0, "age": 14}, ["kevat"]),
    ],
)
def test_a_condition_asks_for_what_it_says(region: sqlite3.Connection, change: dict[str, Any], expected: list[str]) -> None:
    ask = replace(Ask(now=BUILT, first=TODAY, days=14, price=0), **change)
    assert ids(search(region, ask).sure) == expected


def test_a_snapshot_without_our_indexes_gives_the_same(tmp_path: Path, region: sqlite3.Connection) -> None:
    path = region_file(tmp_path / "old.db")
    with closing(sqlite3.connect(path)) as old:
        for statement in REFERRAL_INDEXES:
            old.execute(f"drop index {statement.split()[2]}")
        for ask in (Q1, replace(Q1, days=None), replace(Q1, days=None, hours=("12:00", "17:00"))):
            assert search(old, ask) == search(region, ask)
        assert supply(old, TODAY, 14) == supply(region, TODAY, 14)


def test_the_box_around_a_place_has_no_corners(tmp_path: Path) -> None:
    def corners(region: RegionFile) -> None:
        region.organizer("kunta", "Kunta")
        for number, (north, east) in enumerate([(0.04, 0.0), (0.04, 0.085), (0.0, 0.09), (0.0, 0.1)]):
            region.place(f"p{number}", f"P{number}", "X", latitude=NEAR[0] + north, longitude=NEAR[1] + east)
            add(region, f"e{number}", at(25, 12), place_id=f"p{number}")

    with closing(sqlite3.connect(write_region(tmp_path / "a.db", corners))) as connection:
        ask = Ask(now=BUILT, first=TODAY, days=7, near=NEAR, km=5)
        assert sorted(ids(search(connection, ask).sure)) == ["e0", "e2"]
        assert [(hit.id, hit.missed) for hit in near_misses(connection, ask)] == [("e3", "distance"), ("e1", "distance")]


def test_full_ones_stand_apart_with_their_next_season(region: sqlite3.Connection) -> None:
    answer = find(region, Ask(now=BUILT, first=TODAY, age=9, price=0, kinds=("activity",)), most=10)
    assert [offer.item.id for offer in answer.results] == []
    (full,) = answer.full
    assert (full.item.id, full.item.state) == ("taynna", "full")
    assert answer.seasons["taynna"].first == date(2027, 1, 14)
    assert season_free("Kokkikerho (syksy) 2026") == season_free("Kokkikerho, kevät 2027")


def test_a_queue_is_no_wall(region: sqlite3.Connection) -> None:
    answer = find(region, Ask(now=BUILT, first=TODAY, about=("finnish_learning",)), most=10)
    assert [(offer.item.id, offer.item.state) for offer in answer.results] == [("jono", "queue")]
    assert answer.full == ()


def test_one_service_in_three_places_is_one_offer(region: sqlite3.Connection) -> None:
    answer = find(
        region, replace(Q1, age=None, features=(), without_enrolment=False, near=None, km=None, hours=("00:00", "12:00")), most=10
    )
    one = next(offer for offer in answer.results if offer.item.id == "neuvonta0")
    assert [item.id for item, _ in one.others] == ["neuvonta1", "neuvonta2"]


def test_what_was_not_checked_for_half_a_year_is_left_out_and_counted(region: sqlite3.Connection) -> None:
    ask = replace(Q1, near=None, km=None)
    hidden, shown = find(region, ask, most=10), find(region, ask, most=10, with_stale=True)
    assert {offer.item.id for offer in shown.results} - {offer.item.id for offer in hidden.results} == {"hyvinvanha"}
    assert (hidden.stale, shown.stale) == (1, 0)
    assert "vanha" in {offer.item.id for offer in hidden.results}
    assert [ident for ident, _ in stale(region, BUILT, 30, 9)] == ["hyvinvanha", "vanha"]
    assert [ident for ident, _ in stale(region, BUILT, 180, 9)] == ["hyvinvanha"]


def test_more_results_than_wanted_are_said_to_be_there(region: sqlite3.Connection) -> None:
    answer = find(region, Ask(now=BUILT, first=TODAY, days=14), most=2)
    assert (len(answer.results), answer.has_more) == (2, True)


def test_near_misses_are_not_what_was_found_anyway(region: sqlite3.Connection) -> None:
    answer = find(region, Q1, most=10)
    near = find_near(region, Q1, answer)
    assert {condition: [offer.item.id for offer in offers] for condition, offers in near.items()} == {
        "distance": ["koulussa"], "days": ["myohemmin"], "price": ["maksaa"], "enrolment": ["lista"], "access": ["portaat"],
    }  # fmt: skip


def test_a_list_knows_what_became_of_its_ids(region: sqlite3.Connection) -> None:
    found = listed(region, ["entinen", "kahvila", "poistui", "tuntematon", "tukea"], BUILT)
    assert [(one.id, one.item.id if one.item else None, one.is_joined) for one in found] == [
        ("entinen", "kahvila", True), ("poistui", "poistui", False), ("tuntematon", None, False), ("tukea", "tukea", False),
    ]  # fmt: skip
    later = BUILT + timedelta(days=30)
    assert [one.is_over for one in listed(region, ["tukea", "palvelu"], later)] == [True, False]


def test_news_tells_what_came_and_what_went(region: sqlite3.Connection) -> None:
    told = {one.id: one.change for one in news(region, BUILT - timedelta(days=14), 100)}
    assert told["poistui"] == "gone"
    assert told["kahvila"] == "new"


def test_supply_counts_events_by_audience_area_and_weekday(region: sqlite3.Connection) -> None:
    found = supply(region, TODAY, 14).counts
    assert found["seniors"]["Kerimäki", "740"] == (0, 0, 1, 1, 3, 1, 0)
    assert "immigrants" not in found


def test_places_and_areas_are_named_so_that_one_name_is_one_area(tmp_path: Path) -> None:
    def twins(region: RegionFile) -> None:
        region.organizer("kunta", "Kunta")
        region.place("a", "A", "Kirkonkylä", latitude=62.0, longitude=28.0, municipality_code="046", municipality="Enonkoski")
        region.place("b", "B", "Kirkonkylä", latitude=61.0, longitude=28.0, municipality_code="681", municipality="Rantasalmi")
        region.place("c", "C", "Kerimäki")

    with closing(sqlite3.connect(write_region(tmp_path / "a.db", twins))) as connection:
        known = places(connection)
    assert [area.key for area in known.areas] == ["Kerimäki", "046:Kirkonkylä", "681:Kirkonkylä", "046", "681", "740"]
    assert [known.area(key).centre for key in ("681:Kirkonkylä", "Kerimäki")] == [(61.0, 28.0), None]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "told", "is_denied"),
    [
        ("Kahvia. Kyytiä voi kysyä toisilta.", "Kyytiä voi kysyä toisilta.", False),
        ("Palvelubussi pysähtyy pihassa", "Palvelubussi pysähtyy pihassa", False),
        ("Emme järjestä kuljetusta.", "Emme järjestä kuljetusta.", True),
        ("Skjuts ordnas från torget!", "Skjuts ordnas från torget!", False),
        ("No shared ride this time.", "No shared ride this time.", True),
    ],
)
def test_a_ride_is_told_in_the_publishers_own_sentence(text: str, told: str, is_denied: bool) -> None:  # noqa: FBT001
    found = ride_in(text)
    assert found is not None
    assert (found.text, found.is_denied) == (told, is_denied)


def test_words_that_only_look_like_a_ride_are_none() -> None:
    assert ride_in("Ratakierros bussin leluilla, keskustelua liikenteestä.") is None


def test_every_audience_of_an_age_or_of_none() -> None:
    assert not set(AGES) & set(AGELESS)
    assert set(fitting(78)[0]) == {"adults", "pensioners", "seniors", "all"}
    assert set(fitting(9)[0]) == {"children", "school_age", "all"}
    assert max(len(fitting(age)[0]) for age in range(121)) <= 5  # as many as the question has room for
    assert set(fitting(0)[0]) == {"babies_toddlers", "under_school_age", "children", "all"}


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "is_free": st.sampled_from([None, True, False]),
            "price": st.sampled_from([None, 2.0, 8.0]),
            "required": st.sampled_from([None, True, False]),
            "access": st.sampled_from([None, True, False]),
            "audience": st.sampled_from([[], ["seniors"], ["youth"], ["volunteers"], ["youth", "volunteers"]]),
            "ages": st.sampled_from([(None, None), (65, None), (None, 30), (7, 90)]),
            "hour": st.integers(0, 23),
            "day": st.integers(24, 30),
        }
    ),
    min_size=1,
    max_size=8,
)
ASKS = st.fixed_dictionaries(
    {
        "age": st.sampled_from([None, 78, 20]),
        "price": st.sampled_from([None, 0, 5]),
        "without_enrolment": st.booleans(),
        "features": st.sampled_from([(), ("step_free_entrance",)]),
        "hours": st.sampled_from([None, ("00:00", "12:00")]),
        "days": st.sampled_from([3, 30, None]),
    }
)


@cache
def empty() -> bytes:
    """A snapshot without rows."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in (*statements(), *index_statements()):
            connection.execute(statement)
        return connection.serialize()


def expected(row: dict[str, Any], ask: dict[str, Any]) -> list[bool | None]:
    """Each condition by itself, as plainly as can be: met, not met, not told."""
    low, high = row["ages"]
    age = ask["age"]
    if age is None:
        fits: bool | None = True
    elif low is not None or high is not None:
        fits = (low or 0) <= age <= (high or 200)
    elif not row["audience"]:
        fits = None
    elif any(AGES.get(code, (1, 0))[0] <= age <= AGES.get(code, (1, 0))[1] for code in row["audience"]):
        fits = True
    else:
        fits = None if "volunteers" in row["audience"] else False
    price, limit = None if row["is_free"] else row["price"], ask["price"]
    cheap: bool | None = (
        True if limit is None or row["is_free"] else row["is_free"] if limit == 0 else None if price is None else price <= limit
    )
    easy = None if row["required"] is None else not row["required"]
    return [
        fits,
        cheap,
        easy if ask["without_enrolment"] else True,
        row["access"] if ask["features"] else True,
        True if ask["hours"] is None else row["hour"] < 12,
        ask["days"] is None or row["day"] < 23 + ask["days"],
    ]


@settings(max_examples=25, deadline=None)
@given(rows=ROWS, asks=st.lists(ASKS, min_size=3, max_size=6))
def test_every_answer_is_what_each_condition_says_by_itself(rows: list[dict[str, Any]], asks: list[dict[str, Any]]) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(empty())
        region = RegionFile(connection)
        region.organizer("kunta", "Kunta")
        for number, row in enumerate(rows):
            told = {key: row[key] for key in ("is_free", "price") if row[key] is not None and not (key == "price" and row["is_free"])}
            told |= {"registration": {"required": row["required"]}} if row["required"] is not None else {}
            told |= {"access": [{"code": "step_free_entrance", "is_available": row["access"]}]} if row["access"] is not None else {}
            add(
                region, f"e{number}", at(row["day"], row["hour"]), audience=row["audience"], low=row["ages"][0], high=row["ages"][1], **told
            )
        for ask in asks:
            verdicts = {f"e{number}": expected(row, ask) for number, row in enumerate(rows)}
            found = search(connection, Ask(now=BUILT, first=TODAY, **ask))
            assert set(ids(found.sure)) == {ident for ident, verdict in verdicts.items() if all(verdict)}
            assert set(ids(found.unsure)) == {i for i, verdict in verdicts.items() if False not in verdict and None in verdict}
            misses = {i for i, verdict in verdicts.items() if verdict.count(False) == 1 and None not in verdict and verdict[0]}
            near = {ident for ident in misses if ask["days"] != 3 or rows[int(ident[1:])]["day"] < 29}  # at most twice as many days
            assert set(ids(near_misses(connection, Ask(now=BUILT, first=TODAY, **ask)))) == near


def test_an_item_that_nobody_knows_is_not_there(region: sqlite3.Connection) -> None:
    assert items(region, ["kahvila", "ei-ole"], BUILT).keys() == {"kahvila"}
