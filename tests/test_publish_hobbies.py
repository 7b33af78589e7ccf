"""Hobbies: by weekday with the state of enrolment, those open or opening soon, and those for school children by area."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from parsel import Selector

from normalize.model import Details, Registration
from publish.school_age import is_for_school_age, is_school
from store.reading import AvailabilityRow
from tests.publish_rows import NOW, HandMade, at, joined, place, publish, schedules, small_region, weekly
from tests.test_publish_facets import told

MONDAY, TUESDAY, THURSDAY = ("2026-11-23", "2026-11-24", "2026-11-26")
SOON = Registration(required=True, opens=at("2026-12-08", "09:00"))
LATER = Registration(required=True, opens=at("2027-02-08", "09:00"))
OPEN = Registration(required=True, opens=at("2026-11-02", "09:00"), closes=date(2026, 12, 20), url="https://opisto.example/ilmo")


def hobby(uid: str, title: str, day: str, count: int = 6, *, where: str = "v-torikulma", **details: object) -> HandMade:
    """A weekly activity at five."""
    made = weekly(uid, title, (at(day, "17:00"), at(day, "18:00")), count, kind="activity", place_id=where)
    return told(made, **details)


def left(rows: HandMade, state: str, remaining: int | None = None) -> AvailabilityRow:
    """What the source told of places this morning."""
    return AvailabilityRow(
        event_id=rows.event_rows[0].id,
        listing_id="l",
        source_id="s13",
        remaining=remaining,
        capacity=12,
        queue=None,
        queue_remaining=None,
        state=state,
        is_at_least=False,
        at=datetime(2026, 11, 24, 4, 0, tzinfo=UTC),
    )


def rows() -> HandMade:
    chess = hobby("shakki", "Shakkikerho", MONDAY, 8)
    choir = hobby("kuoro", "Lapsikuoro", TUESDAY, registration=OPEN, minimum_age=7, maximum_age=12, where="v-koulu")
    clay = hobby("savi", "Savityöt", "2027-01-14", registration=SOON, audience=("adults",))
    dance = hobby("tanssi", "Tanssi", THURSDAY, registration=LATER)
    begun = hobby("begun", "Alkanut kurssi", "2026-11-18", registration=Registration(required=True, opens=at("2026-11-02", "09:00")))
    cooking = hobby("kokki", "Kokkikerho, syksy 2026", THURSDAY, 4, grades=(3, 6), where="v-koulu")
    cooking_next = hobby("kokki2", "Kokkikerho, kevät 2027", "2027-01-14", grades=(3, 6), where="v-koulu")
    both = hobby("uinti", "Uintitreenit", MONDAY)
    twice = both.event_rows[0]
    thursdays = [
        replace(
            one,
            id=f"{one.id}-to",
            recurrence_id="",
            start=one.start + timedelta(days=3),
            day=one.day + timedelta(days=3),
            last_day=one.last_day + timedelta(days=3),
        )
        for one in both.occurrence_rows
    ]
    both = replace(both, event_rows=[twice], occurrence_rows=[*both.occurrence_rows, *thursdays])
    concert = weekly("konsertti", "Konserttisarja", (at(MONDAY, "18:00"), at(MONDAY, "19:00")), 4)
    made = joined(chess, begun, choir, clay, dance, cooking, cooking_next, both, concert)
    return replace(
        made,
        place_rows=[*made.place_rows, place("v-koulu", "Nojanmaan koulu", district="Nojanmaa")],
        availability_rows=[left(cooking, "full", 0)],
    )


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hobbies")
    publish(rows(), folder, schedules=schedules())
    return folder / "public"


def html(region: Path, path: str) -> Selector:
    return Selector((region / path / "index.html").read_text(encoding="utf-8"))


def words(of: Selector, css: str = "*") -> str:
    return " ".join(" ".join(of.css(f"{css} ::text").getall()).split())


def groups(page: Selector) -> dict[str, list[str]]:
    return {
        section.css("h2::text").get(""): section.css(".title a::text").getall()
        for section in page.css("section.block")
        if section.css(".title")
    }


def test_hobbies_stand_under_their_weekdays(region: Path) -> None:
    assert groups(html(region, "fi/harrastukset")) == {
        "Maanantai": ["Shakkikerho", "Uintitreenit"],
        "Tiistai": ["Lapsikuoro"],
        "Keskiviikko": ["Alkanut kurssi"],
        "Torstai": sorted(["Savityöt", "Tanssi", "Kokkikerho, syksy 2026", "Kokkikerho, kevät 2027", "Uintitreenit"], key=order),
    }


def order(title: str) -> str:
    """All of one hour: by id."""
    return next(row.id for row in rows().event_rows if title in row.name.values())


@pytest.mark.parametrize(
    ("title", "state"),
    [
        ("Lapsikuoro", "Ilmoittautuminen auki"),
        ("Savityöt", "Ilmoittautuminen alkaa ti 8.12. klo 9.00"),
        ("Kokkikerho, syksy 2026", "TÄYNNÄ"),
        ("Shakkikerho", ""),
        ("Alkanut kurssi", ""),
    ],
)
def test_the_state_of_enrolment_stands_before_the_title(region: Path, title: str, state: str) -> None:
    cards = {card.css(".title a::text").get(): card for card in html(region, "fi/harrastukset").css(".hobby")}
    assert words(cards[title], ".mark") == state


def test_a_full_hobby_stays_says_as_of_when_and_leads_to_its_next_season(region: Path) -> None:
    cards = {card.css(".title a::text").get(): card for card in html(region, "fi/harrastukset").css(".hobby")}
    full = cards["Kokkikerho, syksy 2026"]
    assert "tilanne ti 24.11. klo 6.00" in words(full, ".facts")
    way = full.css(".ways a")[0]
    assert words(way).startswith("Seuraava kausi alkaa to 14.1.")
    assert way.attrib["href"] == cards["Kokkikerho, kevät 2027"].css(".title a").attrib["href"]


def test_what_one_can_enrol_in_now_and_within_thirty_days(region: Path) -> None:
    page = html(region, "fi/harrastukset/ilmoittautuminen-auki")
    assert groups(page) == {"Auki nyt": ["Lapsikuoro"], "Aukeaa pian": ["Savityöt"]}
    assert page.css(".ways a::attr(href)").getall() == ["https://opisto.example/ilmo"]
    assert "ilmoittaudu viimeistään su 20.12." in words(page, ".hobby")


def test_an_enrolment_opens_and_closes_with_time(tmp_path: Path) -> None:
    publish(rows(), tmp_path)
    publish(rows(), tmp_path, now=NOW + timedelta(days=27), force=True)
    page = html(tmp_path / "public", "fi/harrastukset/ilmoittautuminen-auki")
    assert groups(page) == {"Auki nyt": ["Savityöt"]}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("fi/harrastukset/koulu/nojanmaa", ["Lapsikuoro", "Kokkikerho, syksy 2026", "Kokkikerho, kevät 2027"]),
        ("sv/hobbyer/skola/savonlinna", ["Lapsikuoro", "Kokkikerho, syksy 2026", "Kokkikerho, kevät 2027"]),
    ],
)
def test_hobbies_for_school_children_of_an_area(region: Path, path: str, expected: list[str]) -> None:
    page = html(region, path)
    assert set(page.css("main .title a::text").getall()) == set(expected)
    assert "Nojanmaan koulu" in words(page, "main")


def test_an_area_without_school_or_hobby_has_no_page_and_no_door(region: Path) -> None:
    assert not (region / "fi/harrastukset/koulu/keskusta").exists()
    doors = html(region, "fi/harrastukset").css(".door-group a::attr(href)").getall()
    assert doors == ["/fi/harrastukset/koulu/nojanmaa/", "/fi/harrastukset/koulu/savonlinna/"]


def test_a_page_of_an_area_that_was_published_is_made_again_and_leads_on(tmp_path: Path) -> None:
    publish(rows(), tmp_path)
    bare = replace(rows(), event_rows=[], occurrence_rows=[], availability_rows=[], place_rows=[place(district="Nojanmaa")])
    publish(bare, tmp_path, force=True)
    page = html(tmp_path / "public", "fi/harrastukset/koulu/nojanmaa")
    assert "ei ole nyt tiedossa" in words(page, "main")
    assert page.css(".strip a::attr(href)").getall() == ["/fi/harrastukset/"]


def test_calendar_and_page_hold_the_same(region: Path) -> None:
    calendar = Calendar.from_ical((region / "fi/harrastukset/kalenteri.ics").read_bytes())
    shown = set(html(region, "fi/harrastukset").css("main .title a::text").getall())
    assert {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")} == shown


def test_a_region_without_hobbies_says_so(tmp_path: Path) -> None:
    publish(small_region(), tmp_path)
    for path in ("fi/harrastukset", "fi/harrastukset/ilmoittautuminen-auki"):
        page = html(tmp_path / "public", path)
        assert page.css("main .empty")
        assert page.css("meta[name=robots]::attr(content)").get() == "noindex"


@pytest.mark.parametrize(
    ("details", "fits"),
    [
        (Details(grades=(3, 6)), True),
        (Details(grades=(0, 0)), False),
        (Details(audience=("school_age",)), True),
        (Details(audience=("youth",), minimum_age=16), False),
        (Details(audience=("children",), maximum_age=6), False),
        (Details(minimum_age=7, maximum_age=12), True),
        (Details(minimum_age=15, maximum_age=64), False),
        (Details(minimum_age=13), False),
        (Details(audience=("adults",)), False),
        (Details(), False),
    ],
)
def test_who_is_of_school_age(details: Details, *, fits: bool) -> None:
    assert is_for_school_age(details) is fits


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("Nojanmaan koulu", True), ("Mertala skola", True), ("Norppalan opisto", False), ("Koulukadun kerhotila", False), ("Kylätalo", False)],
)
def test_schools_are_known_by_their_names(name: str, *, is_one: bool) -> None:
    assert is_school(place("p", name)) is is_one
