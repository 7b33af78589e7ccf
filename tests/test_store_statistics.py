"""What the statistics count: each event once, the unknown in a row of its own, nothing that is cancelled, a day's figures from its data."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.figures import add_figures, figures_of
from store.statistics import Among, Period, Supply, is_within, supply, terms
from store.statistics_counts import AGES, By, Line, ages_of, counted, features, part_of_day, price_band, total
from store.statistics_facts import facts
from store.statistics_gaps import grid
from store.statistics_health import age_of_news, joined, known
from store.statistics_places import places, tasks, told_places
from tests.explorer_region import BUILT, TODAY, RegionFile, at, weekly, write_region
from tests.explorer_snapshot import insert

FOUR_WEEKS = Period.of_weeks(TODAY, 4)


def fill(region: RegionFile) -> None:
    """Events of which each says something else, and some that say nothing."""
    region.organizer("kunta", "Kunta", "municipality")
    region.organizer("kerho", "Kerho ry")
    region.place("talo", "Talo", "Keskusta")
    region.place("tupa", "Tupa", "Kerimäki")
    region.place("verkossa", "Verkossa", "", municipality_code="", online=1)
    region.event("jumppa", *weekly(at(24, 10), 8), place_id="talo", audience=["seniors"], topics=["music"], is_free=1, price_min=0.0,
                 accessibility=["step_free_entrance"], in_language=["fi"], source_ids=["kerho", "kunta"])  # fmt: skip
    region.event("kahvila", at(25, 13), hours=2, place_id="tupa", audience=["seniors", "all"], is_free=0, price_min=3.0,
                 lacks=["step_free_entrance"])  # fmt: skip
    region.event("kerho", at(26, 18), hours=None, place_id="talo", minimum_age=13, maximum_age=17, is_free=0)
    region.event("hiljainen", at(27, 18), hours=2)
    region.event("etänä", at(28, 18), place_id="verkossa", attendance_mode="online")
    region.event("peruttu", at(25, 10), place_id="talo", audience=["youth"], event_status="EventCancelled")
    region.event("otettu pois", at(25, 10), place_id="talo", withdrawn_at="2026-11-22T00:00:00Z")
    region.event("kaukana", at(25, 10, 1, 2027), place_id="talo")
    region.event("ystävä", kind="volunteering", place_id="tupa", audience=["volunteers"])
    region.event("talkoot", at(28, 10), hours=3, kind="volunteering", place_id="talo", audience=["volunteers"],
                 details=json.dumps({"registration": {"capacity": 4}}))  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_region(tmp_path_factory.mktemp("statistics") / "kooste-1.db", fill)


@pytest.fixture
def connection(path: Path) -> Any:
    with closing(sqlite3.connect(path)) as database:
        yield database


@pytest.fixture
def offer(connection: sqlite3.Connection) -> Supply:
    return supply(connection, FOUR_WEEKS)


def numbers(offer: Supply, by: By) -> dict[str, tuple[int, int]]:
    """Events and times of each line that holds anything, and of the unknown."""
    return {code: (line.events, line.times) for code, line in counted(offer, by).items() if line.events or not code}


def test_what_is_on_offer(offer: Supply) -> None:
    assert set(offer.offers) == {"jumppa", "kahvila", "kerho", "hiljainen", "etänä", "ystävä", "talkoot"}
    assert total(offer) == Line(events=7, times=9, ended=8, minutes=4 * 60 + 120 + 120 + 60 + 180)


@pytest.mark.parametrize(
    ("by", "lines"),
    [
        ("kind", {"event": (5, 8), "volunteering": (2, 1), "": (0, 0)}),
        ("audience", {"seniors": (2, 5), "all": (1, 1), "volunteers": (2, 1), "": (3, 3)}),
        ("age", {"13-17": (1, 1), "": (6, 8)}),
        ("topic", {"music": (1, 4), "": (6, 5)}),
        ("area", {"740/Keskusta": (3, 6), "740/Kerimäki": (2, 1), "online": (1, 1), "": (1, 1)}),
        ("weekday", {"2": (1, 4), "3": (1, 1), "4": (1, 1), "5": (1, 1), "6": (2, 2), "": (1, 0)}),
        ("hour", {"morning": (2, 5), "afternoon": (1, 1), "evening": (3, 3), "": (1, 0)}),
        ("price", {"free": (1, 4), "to_5": (1, 1), "amount_unknown": (1, 1), "": (4, 3)}),
        ("accessibility", {"told": (2, 5), "": (5, 4)}),
        ("language", {"fi": (1, 4), "": (6, 5)}),
        ("organizer", {"organizer": (1, 4), "municipality": (6, 5), "": (0, 0)}),
        ("enrolment", {"": (7, 9)}),
    ],
)
def test_every_way_of_counting_has_a_row_for_what_is_not_told(offer: Supply, by: By, lines: dict[str, tuple[int, int]]) -> None:
    assert numbers(offer, by) == lines


def test_what_two_sources_tell_counts_once(connection: sqlite3.Connection, offer: Supply) -> None:
    told = joined(connection, offer)
    assert (told.listings, told.events, told.shared, told.spared) == (8, 7, 1, 1)
    assert numbers(offer, "topic")["music"] == (1, 4)


def test_a_feature_is_there_or_not_or_nobody_says(offer: Supply) -> None:
    (found,) = features(offer, ["step_free_entrance"])
    assert (found.yes, found.no, found.unknown) == (1, 1, 5)


@pytest.mark.parametrize(
    ("among", "events", "times"),
    [
        (Among(audience="seniors"), {"jumppa", "kahvila"}, 5),
        (Among(area="740/Kerimäki"), {"kahvila", "ystävä"}, 1),
        (Among(area="740/"), {"jumppa", "kahvila", "kerho", "ystävä", "talkoot"}, 7),
        (Among(age=13), {"kerho"}, 1),
        (Among(age=18), set(), 0),
        (Among(audience="seniors", area="740/Keskusta"), {"jumppa"}, 4),
    ],
)
def test_a_part_of_it(offer: Supply, among: Among, events: set[str], times: int) -> None:
    found = offer.among(among)
    assert set(found.offers) == events
    assert total(found).times == times


def test_gaps_are_weekdays_without_anything_told_to_be_for_them(connection: sqlite3.Connection, offer: Supply) -> None:
    found = grid(offer, terms(connection).areas)
    assert (found.areas, found.elsewhere) == (("740/Kerimäki", "740/Keskusta"), ("online", ""))
    assert found.week("seniors", "740/Keskusta") == (0, 4, 0, 0, 0, 0, 0)
    assert found.week("age:13-17", "740/Keskusta") == (0, 0, 0, 1, 0, 0, 0)
    assert found.week("", "") == (0, 0, 0, 0, 1, 0, 0)
    assert (found.empty("seniors", "740/Keskusta"), found.gaps(["seniors", "youth"])) == (6, 12 + 14)


def test_what_is_known(offer: Supply) -> None:
    told = {one.field: (one.known, one.everything) for one in known(offer)}
    assert told["place"] == (6, 7)
    assert told["audience"] == (4, 7)
    assert told["end"] == (8, 9)


def test_volunteer_tasks(offer: Supply) -> None:
    found = tasks(offer)
    assert (found["740/Kerimäki"].tasks, found["740/Kerimäki"].dated, found["740/Kerimäki"].with_people) == (1, 0, 0)
    here = found["740/Keskusta"]
    assert (here.people, here.minutes, here.person_minutes) == (4, 180, 720)


def test_places_count_once_however_many_tell_them(tmp_path: Path) -> None:
    def course(region: RegionFile) -> None:
        region.organizer("kunta", "Kunta")
        region.organizer("toinen", "Toinen")
        region.place("talo", "Talo", "Keskusta")
        for name in ("kurssi", "ilta", "vuoro"):
            region.event(name, at(25, 10), place_id="talo", source_ids=["kunta", "toinen"], registration_required=1)
        rows = (("kurssi", 0, 12, 10, 0), ("kurssi", 1, 12, 3, 0), ("ilta", 0, None, 5, 0), ("vuoro", 0, 100, 40, 1))
        for event, at_, remaining, capacity, is_at_least in rows:
            listing = f"{event}-l{at_}"
            insert(region.database, "availability", id=listing, listing_id=listing, event_id=event, source_id="kunta",
                   remaining=remaining, capacity=capacity, is_at_least=is_at_least, queue=2)  # fmt: skip

    with closing(sqlite3.connect(write_region(tmp_path / "kooste-1.db", course))) as database:
        found = places(supply(database, FOUR_WEEKS).offers.values(), told_places(database))
    assert (found.events, found.with_places, found.places) == (3, 3, 10 + 5 + 40)
    assert (found.with_taken, found.taken, found.share) == (0, 0, None), "more are left than there are, not told, or at least so many"


def test_a_day_s_figures_follow_from_its_data(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        told = {(one.measure, one.part): one.value for one in figures_of(database, TODAY)}
        again = {(one.measure, one.part): one.value for one in figures_of(database, TODAY)}
        later = {(one.measure, one.part): one.value for one in figures_of(database, TODAY + timedelta(days=1))}
    assert told == again
    assert (told["events", ""], told["times", ""], told["spared", ""], told["tasks", ""]) == (7, 9, 1, 2)
    assert (told["events_by_audience", "seniors"], told["events_by_audience", ""]) == (2, 3)
    assert (later["times", ""], later["events", ""]) == (9, 7), "the week that falls out and the one that comes in are alike"


def test_a_day_counted_twice_is_kept_once(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(copy)) as database:
        for _ in range(2):
            add_figures(database, TODAY)
        rows = database.execute("select day, measure, part from figures").fetchall()
    assert len(rows) == len(set(rows)) > 20


def test_everything_at_once(connection: sqlite3.Connection, offer: Supply) -> None:
    found = facts(connection, offer, FOUR_WEEKS, Among(), terms(connection))
    assert set(found.by) == set(get_args(By))
    assert found.total.events == 7


@given(st.integers(0, 120), st.none() | st.integers(0, 120), st.none() | st.integers(0, 120))
def test_ages(age: int, lowest: int | None, highest: int | None) -> None:
    meant = is_within(age, lowest, highest)
    if lowest is None and highest is None:
        assert meant is None
    else:
        assert meant == ((lowest or 0) <= age <= (120 if highest is None else highest))


@given(st.integers(0, 110), st.integers(0, 110))
def test_an_event_stands_under_every_band_that_it_touches(lowest: int, highest: int) -> None:
    class Meant:
        minimum_age, maximum_age = min(lowest, highest), max(lowest, highest)

    bands: list[str] = list(ages_of(Meant))  # type: ignore[arg-type]
    expected = {
        band
        for band, (first, last) in AGES.items()
        if any(first <= age <= (last or 200) for age in range(Meant.minimum_age, Meant.maximum_age + 1))
    }
    assert set(bands) == expected


@pytest.mark.parametrize(
    ("is_free", "price", "band"),
    [
        (1, None, "free"),
        (None, 0.0, "free"),
        (0, None, "amount_unknown"),
        (None, None, ""),
        (0, 5.0, "to_5"),
        (None, 5.01, "to_10"),
        (0, 21.0, "above_20"),
    ],
)
def test_price_bands(is_free: int | None, price: float | None, band: str) -> None:
    class Priced:
        pass

    one = Priced()
    one.is_free, one.price_min = is_free, price  # type: ignore[attr-defined]
    assert price_band(one) == band  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("hour", "part"), [("", "whole_day"), ("04", "night"), ("05", "morning"), ("12", "afternoon"), ("17", "evening"), ("23", "night")]
)
def test_parts_of_a_day(hour: str, part: str) -> None:
    assert part_of_day(hour) == part


@pytest.mark.parametrize(
    ("days", "band"), [(0, "day"), (1, "day"), (2, "two_days"), (7, "week"), (30, "month"), (31, "older"), (None, "never")]
)
def test_how_old_news_is(days: int | None, band: str) -> None:
    assert age_of_news(None if days is None else BUILT - timedelta(days=days), BUILT) == band


def test_a_period_is_whole_weeks() -> None:
    assert Period.of_weeks(date(2026, 11, 23), 4) == Period(first=date(2026, 11, 23), last=date(2026, 12, 20))
