"""Ways to find something from everywhere: the search field of every page, the page for addresses that are not there, empty lists that lead
on, the outputs of every list; and how far it is by keyboard to the first event.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from parsel import Selector

from normalize.model import Details
from store.reading import TermRow
from tests.publish_rows import HandMade, at, joined, place, publish, schedules, single, weekly

SENIORS = TermRow(id="seniors", name={"fi": "Ikäihmiset", "sv": "Äldre", "en": "Older people"})
MOST_STOPS = 12
AWAY = {"Kerimäki": (61.91, 29.28), "Punkaharju": (61.75, 29.39), "Savonranta": (62.18, 29.20)}


def rows() -> HandMade:
    """A dance in the centre today, a fair in Kerimäki and one in Punkaharju later, something every week, and a village where nothing is."""
    found = joined(
        single("tanssit", "Tanssit", at("2026-11-24", "18:00"), None),
        single("kirppis", "Kirppis", at("2026-11-25", "10:00"), None, place_id="v-kerimaki"),
        single("myyjaiset", "Myyjäiset", at("2026-12-01", "10:00"), None, place_id="v-punkaharju"),
        single("hiihto", "Hiihto", at("2027-02-10", "10:00"), None),
        weekly("jumppa", "Tuolijumppa", (at("2026-11-24", "10:00"), at("2026-11-24", "11:00")), 8),
    )
    details = Details(audience=("seniors",), is_accessible_for_free=True)
    places = [
        place(f"v-{name.lower().replace('ä', 'a')}", f"{name}n talo", district=name, latitude=latitude, longitude=longitude)
        for name, (latitude, longitude) in AWAY.items()
    ]
    return replace(
        found,
        event_rows=[replace(row, details=details) for row in found.event_rows],
        place_rows=[*found.place_rows, *places],
        audience_rows=[SENIORS],
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("finding")
    publish(rows(), folder, schedules=schedules())
    return folder / "public"


def page(site: Path, path: str) -> Selector:
    file = site / path
    return Selector((file / "index.html" if file.is_dir() else file).read_text("utf-8"))


def words(page: Selector, css: str) -> str:
    return " ".join(" ".join(page.css(f"{css} ::text").getall()).split())


@pytest.mark.parametrize(
    ("path", "action", "label"),
    [
        ("fi", "/fi/haku/", "Hae tapahtumia"),
        ("sv/idag", "/sv/sok/", "Sök evenemang"),
        ("en/places", "/en/search/", "Search for events"),
        ("fi/tietoa", "/fi/haku/", "Hae tapahtumia"),
    ],
)
def test_a_plain_form_in_the_header_of_every_page(site: Path, path: str, action: str, label: str) -> None:
    (form,) = page(site, path).css("header form[role=search]")
    assert (form.attrib["action"], form.attrib["method"]) == (action, "get")
    assert form.css("label::text").get() == label
    assert form.css("label").attrib["for"] == form.css("input[type=search][name=q]").attrib["id"]
    assert form.css("button[type=submit]")


def test_the_search_page_has_its_own_form_alone(site: Path) -> None:
    assert len(page(site, "fi/haku").css("form")) == 1


def test_who_comes_to_no_page_can_search_and_go_on_in_every_language(site: Path) -> None:
    lost = page(site, "404.html")
    assert words(lost, "h1") == "Sivua ei löytynyt"
    for section, language, search, today in zip(
        lost.css("main section"),
        ("fi", "sv", "en"),
        ("/fi/haku/", "/sv/sok/", "/en/search/"),
        ("/fi/tanaan/", "/sv/idag/", "/en/today/"),
        strict=True,
    ):
        assert section.attrib["lang"] == language
        assert section.css("form::attr(action)").get() == search
        doors = section.css(".door-list a::attr(href)").getall()
        assert today in doors
        assert f"/{language}/" in doors
    labels = lost.css("label::attr(for)").getall()
    assert labels == lost.css("input::attr(id)").getall()
    assert len(set(labels)) == len(labels)


def test_an_area_where_nothing_is_today_leads_to_the_nearest_ones_and_the_next_day(site: Path) -> None:
    empty = page(site, "fi/tanaan/alue/kerimaki")
    assert words(empty, "main .empty").startswith("Tiedossa ei ole nyt mitään. Seuraava päivä, jolle on ohjelmaa: keskiviikko 25.11.2026")
    assert empty.css(".door-group a::text").getall() == ["Keskusta"]
    assert "/fi/jarjestajalle/" in empty.css(".missing a::attr(href)").getall()
    assert empty.css(".missing a[href^='tel:']")


def test_an_area_with_nothing_to_come_leads_to_the_nearest_ones_nearest_first(site: Path) -> None:
    near = page(site, "fi/alue/savonranta").css("main .door-group")[0]
    assert near.css("h2::text").get() == "Lähimmät alueet"
    assert near.css("a::text").getall() == ["Kerimäki", "Keskusta", "Punkaharju"]


def test_a_list_with_something_has_no_nearest_areas(site: Path) -> None:
    assert "Lähimmät alueet" not in words(page(site, "fi/alue/kerimaki"), "main")


def test_a_week_of_which_nothing_is_known_says_so_once(site: Path) -> None:
    week = page(site, "fi/viikko/2027-w03")
    assert words(week, "main .empty") == "Tälle viikolle ei ole vielä tiedossa tapahtumia. Lähin viikko, jolle on ohjelmaa: viikko 6 ."
    assert week.css(".missing a")


def test_the_page_about_subscribing_leads_to_the_outputs_of_every_list(site: Path) -> None:
    hrefs = set(page(site, "fi/tilaa").css(".index-name a::attr(href)").getall())
    wanted = ("kenelle/ikaihmiset", "alue/kerimaki", "alue/punkaharju", "maksuton", "paikka/v-kerimaki")
    assert {f"/fi/tilaa/{path}/" for path in wanted} <= hrefs
    assert "/fi/tilaa/alue/savonranta/" not in hrefs


@pytest.mark.parametrize(
    "path",
    ["fi", "fi/tanaan", "fi/viikko/2026-w48", "fi/kenelle/ikaihmiset", "fi/alue/kerimaki", "fi/maksuton", "fi/pv/2026-11-24", "fi/viikko"],
)
def test_the_first_event_is_few_stops_away(site: Path, path: str) -> None:
    """WCAG asks for no number; a list that begins with fifty doors is none for those who go by keyboard."""
    main = page(site, path).css("main").get() or ""
    before = re.sub(r"(?s)</summary>.*?</details>", "</summary></details>", main[: main.index('<li class="card')])
    stops = Selector(before).css("a[href], button, select, input, summary")
    assert len(stops) < MOST_STOPS


def test_the_doors_that_narrow_a_list_stand_below_it_and_a_link_leads_there(site: Path) -> None:
    today = page(site, "fi/tanaan")
    assert today.css(".narrow a::attr(href)").get() == "#narrow"
    text = today.get()
    assert text.index('<li class="card') < text.index('id="narrow"')
