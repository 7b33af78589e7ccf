"""Doors into the calendar: for whom, what, where, for free; today, tomorrow, the weekend and this week by each of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from parsel import Selector

from normalize.model import Details, EnrolmentState, Feature, Offer, Registration
from publish.addresses import Addresses, Target
from publish.answers import answers
from publish.cards import card
from store.reading import EventRow, TermRow
from tests.publish_joined import editions_of
from tests.publish_rows import NOW, HandMade, at, joined, place, publish, schedules, single, small_region, weekly

SENIORS = TermRow(id="seniors", name={"fi": "Ikäihmiset", "sv": "Äldre", "en": "Older people"})
MUSIC = TermRow(id="music", name={"fi": "Musiikki", "sv": "Musik", "en": "Music"})
CHOIRS = TermRow(id="choirs", name={"fi": "Kuorot", "sv": "Körer", "en": "Choirs"}, parent="music")
STEP_FREE = Feature(code="step_free_entrance")


def told(rows: HandMade, **details: object) -> HandMade:
    """The one event of the rows with these details."""
    event: EventRow = rows.event_rows[0]
    return replace(rows, event_rows=[replace(event, details=Details.model_validate(details))])


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six things for older people, one of them elsewhere, and a concert for everybody."""
    chair = weekly("jumppa", "Tuolijumppa", (at("2026-11-24", "10:00"), at("2026-11-24", "11:00")), 8)
    chair = told(chair, audience=("seniors",), is_accessible_for_free=True, offers=(Offer(is_free=True),), accessibility=(STEP_FREE,))
    talks = [
        told(
            single(f"luento{n}", f"Luento {n}", at(f"2026-12-0{n}", "13:00"), None),
            audience=("seniors",),
            registration=Registration(required=False),
        )
        for n in range(1, 5)
    ]
    dance = single("tanssit", "Tanssit", at("2026-11-24", "18:00"), None, place_id="v-kylatalo")
    dance = told(dance, audience=("seniors",), minimum_age=65, offers=(Offer(price="8 €", minimum=8, maximum=8),))
    concert = told(
        single("konsertti", "Konsertti", at("2026-11-28", "18:00"), None), topics=("music",), registration=Registration(state="full")
    )
    rows = joined(chair, *talks, dance, concert)
    rows = replace(
        rows,
        place_rows=[*rows.place_rows, place("v-kylatalo", "Kylätalo", district="Kerimäki", municipality="Savonlinna")],
        audience_rows=[SENIORS],
        topic_rows=[MUSIC, CHOIRS],
    )
    folder = tmp_path_factory.mktemp("facets")
    publish(rows, folder, schedules=schedules())
    return folder / "public"


def html(region: Path, path: str) -> Selector:
    return Selector((region / path / "index.html").read_text(encoding="utf-8"))


def titles(page: Selector) -> list[str]:
    return [title.strip() for title in page.css("main .title a::text").getall()]


def words(page: Selector, css: str) -> str:
    return " ".join(" ".join(page.css(f"{css} ::text").getall()).split())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("fi/kenelle/ikaihmiset", ["Tanssit", "Luento 1", "Luento 2", "Luento 3", "Luento 4", "Tuolijumppa"]),
        ("sv/for-vem/aldre", ["Tanssit", "Luento 1", "Luento 2", "Luento 3", "Luento 4", "Tuolijumppa"]),
        ("en/topic/music", ["Konsertti"]),
        ("fi/alue/kerimaki", ["Tanssit"]),
        ("fi/maksuton", ["Tuolijumppa"]),
        ("fi/kenelle/ikaihmiset/alue/keskusta", ["Luento 1", "Luento 2", "Luento 3", "Luento 4", "Tuolijumppa"]),
        ("fi/tanaan", ["Tuolijumppa", "Tanssit"]),
        ("fi/tanaan/alue/kerimaki", ["Tanssit"]),
        ("fi/viikonloppu", ["Konsertti"]),
        ("fi/viikko/kenelle/ikaihmiset", ["Tanssit", "Tuolijumppa"]),
        ("sv/imorgon/for-vem/aldre", []),
    ],
)
def test_behind_a_door_stands_what_it_says_and_nothing_else(region: Path, path: str, expected: list[str]) -> None:
    assert titles(html(region, path)) == expected


def test_two_doors_together_have_a_page_only_where_enough_stands_behind_both(region: Path) -> None:
    assert not (region / "fi/kenelle/ikaihmiset/alue/kerimaki").exists()


def test_who_wants_a_calendar_of_a_part_finds_it_where_that_of_the_whole_is(region: Path) -> None:
    links = html(region, "fi/tilaa/kenelle/ikaihmiset").css("main .opening a")
    assert {link.attrib["href"]: link.css("::text").get() for link in links} == {
        "/fi/kenelle/ikaihmiset/": "Takaisin luetteloon: Ikäihmiset",
        "/fi/tilaa/kenelle/ikaihmiset/alue/keskusta/": "Ikäihmiset, Keskusta",
        "/fi/tilaa/kenelle/ikaihmiset/alue/savonlinna/": "Ikäihmiset, Savonlinna",
    }


def test_what_was_published_once_is_made_again_though_less_stands_behind_it(tmp_path: Path) -> None:
    rows = replace(
        joined(*(told(single(f"l{n}", f"Luento {n}", at("2026-12-01", f"1{n}:00"), None), audience=("seniors",)) for n in range(5))),
        audience_rows=[SENIORS],
    )
    publish(rows, tmp_path)
    publish(rows, tmp_path, now=NOW + timedelta(days=9), force=True)
    page = html(tmp_path / "public", "fi/kenelle/ikaihmiset/alue/keskusta")
    assert titles(page) == []
    assert "Ikäihmiset, Keskusta: tiedossa ei ole nyt mitään." in words(page, "main")


def test_a_door_without_events_says_so_and_is_kept_from_search_engines(region: Path) -> None:
    page = html(region, "sv/imorgon/for-vem/aldre")
    assert "Just nu är ingenting känt." in words(page, "main")
    assert page.css("main .empty a::attr(href)").get() == "/sv/dag/2026-12-01/"
    assert page.css("meta[name=robots]::attr(content)").get() == "noindex"


def test_a_card_gives_the_five_answers_in_order(region: Path) -> None:
    cards = {title: card for card in html(region, "fi/tanaan").css("li.card") for title in card.css(".title a::text").getall()[:1]}
    assert words(cards["Tuolijumppa"], ".facts") == "joka tiistai Kumppanuustalo Torikulma, Keskusta Ikäihmiset Maksuton"
    assert words(cards["Tanssit"], ".facts") == "Kylätalo, Kerimäki Ikäihmiset, 65 vuotta täyttäneet 8 €"
    concert = html(region, "fi/viikonloppu").css("li.card")[0]
    assert words(concert, ".title").startswith("TÄYNNÄ Konsertti")


@pytest.mark.parametrize(("language", "expected"), [("fi", "3,50–8 €"), ("sv", "3,50–8 €"), ("en", "€3.50–8")])
def test_several_prices_are_a_span_as_the_language_writes_it(language: str, expected: str) -> None:
    offers = tuple(Offer(price=str(amount), minimum=amount, maximum=amount) for amount in (8, 3.5, 5))
    rows = told(single("a", "Tanssit", at("2026-11-24", "18:00"), None), offers=offers)
    assert answers(rows.event_rows[0], editions_of(rows)[language]).cost == expected


def test_switches_let_only_what_is_known_through(region: Path) -> None:
    flags = {
        card.css(".title a::text").get(): card.attrib["class"] for card in html(region, "fi/kenelle/ikaihmiset").css(".card, .regular")
    }
    assert flags == {
        "Tanssit": "card once",
        **{f"Luento {n}": "card once no-enrolment" for n in range(1, 5)},
        "Tuolijumppa": "regular is-free step-free",
    }


@pytest.mark.parametrize("path", ["fi/kenelle/ikaihmiset", "fi/alue/kerimaki", "fi/maksuton"])
def test_the_calendar_of_a_door_holds_what_its_page_shows_and_names_it(region: Path, path: str) -> None:
    calendar = Calendar.from_ical((region / path / "kalenteri.ics").read_bytes())
    page = html(region, path)
    assert {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")} == set(titles(page))
    assert str(calendar["NAME"]).endswith(page.css("h1::text").get(""))


def test_counts_lead_on_and_nothing_leads_to_nothing(region: Path) -> None:
    page = html(region, "fi/tanaan")
    doors = {link.css("a::text").get(): words(link, ".side-note") for link in page.css(".door-group li")}
    assert doors == {
        "Ikäihmiset": "2 2 tapahtumaa",
        "Kerimäki": "1 1 tapahtuma",
        "Keskusta": "1 1 tapahtuma",
        "Savonlinna": "2 2 tapahtumaa",
    }
    for href in page.css(".door-group a::attr(href), .strip a::attr(href)").getall():
        assert (region / href.strip("/") / "index.html").is_file()


def test_a_region_without_a_vocabulary_has_its_areas(tmp_path: Path) -> None:
    publish(small_region(), tmp_path)
    assert sorted(path.name for path in (tmp_path / "public/fi").iterdir() if path.name in {"alue", "kenelle", "aihe"}) == ["alue"]


def test_addresses_nest_and_turn() -> None:
    addresses = Addresses.below("https://a.example", {("fi", "audience", "seniors"): "ikaihmiset"})
    seniors = Target(kind="audience", name="seniors")
    there = Target(kind="area", name="kerimaki", of=seniors)
    assert addresses.folder("fi", there) == "fi/kenelle/ikaihmiset/alue/kerimaki/"
    assert (
        addresses.folder("fi", Target(kind="print", name="2026-w48/iso", of=there))
        == "fi/tulosta/kenelle/ikaihmiset/alue/kerimaki/2026-w48/iso/"
    )
    assert addresses.folder("fi", Target(kind="area", name="kerimaki", of=Target(kind="today"))) == "fi/tanaan/alue/kerimaki/"
    assert there.key == "area:kerimaki:audience:seniors"
    assert Target(kind="easy", of=Target(kind="event", name="x", about="item:1")).key == "item:1:easy:"


def test_a_visit_and_a_season_are_no_span_of_prices() -> None:
    offers = (Offer(price="6", minimum=6, maximum=6, unit="per_visit"), Offer(price="50", minimum=50, maximum=50, unit="per_season"))
    rows = told(single("a", "Jumppa", at("2026-11-24", "18:00"), None), offers=offers)
    assert answers(rows.event_rows[0], editions_of(rows)["fi"]).cost == "6 € / kerta"


@pytest.mark.parametrize(("state", "shown"), [("full", "Retki"), ("waiting_list", "Retki"), ("open", "Retki (täynnä)")])
def test_a_line_says_full_once(state: EnrolmentState, shown: str) -> None:
    rows = single("retki", "Retki (täynnä)", NOW + timedelta(days=9), None, details=Details(registration=Registration(state=state)))
    assert card(rows.occurrence_rows[0], editions_of(rows)["fi"]).name.text == shown


ENROLS = [
    (Registration(required=True), "ilmoittaudu"),
    (Registration(required=True, closes=NOW.date()), "ilmoittaudu viimeistään"),  # the day itself still counts
    (Registration(required=True, closes=NOW.date() - timedelta(days=1)), "ilmoittautuminen on päättynyt"),
    (Registration(required=True, closes=NOW - timedelta(minutes=1)), "ilmoittautuminen on päättynyt"),
    (Registration(required=True, state="full"), ""),
    (Registration(state="waiting_list"), "ilmoittaudu"),
    (Registration(required=False), "tule suoraan"),
]


@pytest.mark.parametrize(("registration", "expected"), ENROLS)
def test_nobody_is_told_to_enrol_for_what_is_full_or_closed(registration: Registration, expected: str) -> None:
    rows = single("retki", "Retki", NOW + timedelta(days=9), None, details=Details(registration=registration))
    said = answers(rows.event_rows[0], editions_of(rows)["fi"]).enrol
    assert said.lower().startswith(expected)
    assert bool(said) == bool(expected)
