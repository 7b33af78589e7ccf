"""Areas are called what they are called in the page's language wherever they are shown; their addresses stay."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from parsel import Selector

from publish.addresses import FILES, Addresses, Target
from tests.publish_rows import HandMade, at, files, joined, page, place, publish, schedules, single, small_region
from tests.test_publish_facets import SENIORS, told
from tests.test_publish_hobbies import hobby
from tests.test_publish_volunteering import task

LANGUAGES = ("fi", "sv", "en")
AREAS = {
    "Airo": {"fi": "Airo", "sv": "Öarna", "en": "Islands"},
    "Keskusta": {"fi": "Keskusta", "sv": "Centrum", "en": "Town centre"},
    "Savonlinna": {"fi": "Savonlinna", "sv": "Nyslott", "en": "Savonlinna town"},
}
DISTRICT, TOWN = AREAS["Keskusta"], AREAS["Savonlinna"]
HALL = "Kumppanuustalo Torikulma"
SLUGS = {("fi", "audience", "seniors"): "ikaihmiset", ("sv", "audience", "seniors"): "aldre", ("en", "audience", "seniors"): "older-people"}
SITE = Addresses.below("https://norppala.example", SLUGS)


def rows() -> HandMade:
    """Something of every kind in the centre, and two other districts."""
    talks = [
        told(single(f"luento{n}", f"Luento {n}", at(f"2026-12-0{n}", "13:00"), None), audience=("seniors",), topics=()) for n in range(1, 6)
    ]
    moved = single("retki", "Retki", at("2026-11-29", "12:00"), None, event_status="EventCancelled")
    chess = hobby("shakki", "Shakkikerho", "2026-11-23", grades=(3, 6))
    tasks = task("ystava", "Ulkoiluystävä", "Aikaa kuluu 2 tuntia.")
    far = single("saari", "Saaripäivä", at("2026-12-03", "12:00"), None, place_id="v-saari")
    near = single("kyla", "Kyläilta", at("2026-12-03", "18:00"), None, place_id="v-kylatalo")
    made = joined(small_region(), *talks, moved, chess, tasks, far, near, audience_rows=[SENIORS])
    village = place("v-kylatalo", "Kylätalo", district="Kerimäki", latitude=61.912, longitude=29.285)
    island = place("v-saari", "Saari", district="Airo", address="", latitude=61.95, longitude=28.95)
    return replace(made, place_rows=[*made.place_rows, village, island])


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("areas")
    publish(rows(), folder, schedules=schedules(), area_names=AREAS)
    return folder


def html(region: Path, language: str, target: Target) -> Selector:
    return Selector(page(region, SITE.folder(language, target)))


def file(region: Path, language: str, target: Target, name: str) -> str:
    return page(region, SITE.folder(language, target) + FILES[language][name])


def text(of: Selector, css: str) -> str:
    return " ".join(" ".join(of.css(f"{css} ::text, {css}::text").getall()).split()).replace(" ,", ",")


def item() -> Target:
    return Target(kind="series", name=next(row.slug for row in rows().event_rows if row.name["fi"] == "Tuolijumppa"))


HOME, AREA, PLACES, SEARCH = Target(kind="home"), Target(kind="area", name="keskusta"), Target(kind="places"), Target(kind="search")
HALL_PAGE = Target(kind="place", name="v-torikulma")
SHOWN: dict[str, tuple[Target, str, str]] = {
    "a card": (HOME, ".place", f"{HALL}, {{district}}"),
    "a line of what is regular": (Target(kind="week", name="2026-w48"), ".place", f"{HALL}, {{district}}"),
    "a hobby": (Target(kind="hobbies"), ".place", f"{HALL}, {{district}}"),
    "a task": (Target(kind="volunteering"), ".place", f"{HALL}, {{district}}"),
    "a change": (Target(kind="changes"), "main", f"{HALL}, {{district}}"),
    "the address of an event": (item(), "main", "Torikatu 1, 57130 {town}"),
    "the description of an event": (item(), "head meta[name=description]", f"{HALL}, {{district}}"),
    "an event's data": (item(), "script[type='application/ld+json']", '"addressLocality":"{town}"'),
    "the line below a place's name": (HALL_PAGE, ".dateline", "{district}, {town}"),
    "a place's address": (HALL_PAGE, "main", "Torikatu 1, 57130 {town}"),
    "a place's area": (HALL_PAGE, "main dd", "{district}"),
    "the title of an area": (AREA, "h1", "{district}"),
    "the title of a municipality": (Target(kind="area", name="savonlinna"), "h1", "{town}"),
    "the title of two together": (Target(kind="area", name="keskusta", of=Target(kind="audience", name="seniors")), "h1", ", {district}"),
    "an area today": (Target(kind="area", name="keskusta", of=Target(kind="today")), "h1", "{district}"),
    "school children's hobbies": (Target(kind="school", name="keskusta"), "h1", "{district}"),
    "the doors": (HOME, ".door-group", "{district}"),
    "the map": (PLACES, "svg", "{district}"),
    "the list beside the map": (PLACES, "h2", "{district}, {town}"),
    "the search's form": (SEARCH, "option", "{district}"),
    "what to subscribe to": (Target(kind="subscribe"), "main", "{district}"),
    "a list's outputs": (Target(kind="subscribe", of=AREA), "h1", "{district}"),
    "a frame": (Target(kind="embed", of=AREA), "body", "{district}"),
    "a sheet": (Target(kind="print", name="week-2026-w48", of=AREA), "body", "{district}"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", SHOWN)
def test_an_area_is_shown_in_the_language(where: str, language: str, region: Path) -> None:
    target, css, pattern = SHOWN[where]
    found = html(region, language, target)
    shown = " ".join(found.css(css).attrib.get("content", "").split()) if "meta" in css else text(found, css)
    assert pattern.format(district=DISTRICT[language], town=TOWN[language]) in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_beside_pages_have_them_too(language: str, region: Path) -> None:
    assert f"<xcal:location-city>{TOWN[language]}<" in file(region, language, AREA, "feed")
    assert DISTRICT[language] in file(region, language, AREA, "feed").partition("</title>")[0]
    assert f": {DISTRICT[language]}\n" in file(region, language, AREA, "calendar")
    events = json.loads(file(region, language, AREA, "data"))["events"]
    assert {(event["place"]["district"], event["place"]["municipality"]) for event in events if "name" in event["place"]} == {
        (DISTRICT[language], TOWN[language])
    }


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_registry_s_own_text_is_nowhere_else(language: str, region: Path) -> None:
    own = (path for path in files(region) if path.startswith(f"{language}/") and path.endswith((".html", ".xml", ".ics", ".json")))
    texts = {path: page(region, path).replace(TOWN["en"], "") for path in own}
    found = {path for path, told in texts.items() if "Keskusta" in told or "Savonlinna" in told}
    index = {SITE.folder(language, SEARCH) + FILES[language][name] for name in ("now", "later")}
    assert len(texts) > 200
    assert found == {path for path in index if HALL in texts[path]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_finds_an_area_by_every_name(language: str, region: Path) -> None:
    places = {spot[0]: spot for spot in json.loads(file(region, language, SEARCH, "now"))["places"]}
    assert places[HALL][1] == DISTRICT[language]
    assert {*DISTRICT.values(), *TOWN.values()} <= {name for told in places[HALL][1:] for name in told.split("\n")}
    assert json.loads(file(region, language, SEARCH, "now"))["km"].keys() == {"airo", "kerimaki", "keskusta", "savonlinna"}


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("fi", ["Airo", "Kerimäki", "Keskusta", "Savonlinna"]),
        ("sv", ["Centrum", "Kerimäki", "Nyslott", "Öarna"]),
        ("en", ["Islands", "Kerimäki", "Savonlinna town", "Town centre"]),
    ],
)
def test_areas_are_in_the_order_of_their_names_in_the_language(language: str, order: list[str], region: Path) -> None:
    assert html(region, language, SEARCH).css("select[name=where] option::text").getall()[1:] == order
    doors = html(region, language, HOME).css(".door-group a::text").getall()
    assert [name for name in doors if name in order] == order
    lists = html(region, language, Target(kind="subscribe")).css("main ::text").getall()
    assert [name for name in dict.fromkeys(map(str.strip, lists)) if name in order] == order
    headings = [text(one, "*") for one in html(region, language, PLACES).css("main h2")]
    assert [name.partition(",")[0].split()[-1] for name in headings] == [name.split()[-1] for name in order if name != TOWN[language]]


def test_two_areas_of_one_name_stay_two_groups_on_the_map(tmp_path: Path) -> None:
    both = [place(f"p{n}", f"Talo {n}", district=("Keskusta", "Centrum")[n % 2]) for n in range(4)]
    publish(replace(rows(), place_rows=both), tmp_path, schedules=schedules(), area_names={"Keskusta": DISTRICT})
    headings = [text(one, "*") for one in html(tmp_path, "sv", PLACES).css("main h2")]
    assert len(headings) == len([one for one in headings if one.endswith("Centrum, Savonlinna")]) == 2


def test_addresses_are_those_of_the_registry_s_texts(region: Path, tmp_path: Path) -> None:
    publish(rows(), tmp_path, schedules=schedules())
    assert files(tmp_path).keys() == files(region).keys()
    assert {"fi/alue/keskusta/index.html", "sv/omrade/keskusta/index.html", "en/area/keskusta/index.html"} <= files(region).keys()


CHANGES = {
    "another name": AREAS | {"Keskusta": DISTRICT | {"sv": "Stadskärnan"}},
    "a name less": {name: names for name, names in AREAS.items() if name != "Savonlinna"},
    "no names": {},
    "one more": AREAS | {"Kerimäki": {"fi": "Kerimäki", "sv": "Kerimäki kyrkby", "en": "Kerimäki"}},
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_the_site_is_as_if_made_from_nothing(change: str, region: Path, tmp_path: Path) -> None:
    shutil.copytree(region, tmp_path / "steps", symlinks=True)
    for folder in ("steps", "whole"):
        publish(rows(), tmp_path / folder, schedules=schedules(), area_names=CHANGES[change], whole=change)
    stepped, whole = files(tmp_path / "steps"), files(tmp_path / "whole")
    assert {path for path in stepped.keys() | whole.keys() if path != "build.json" and stepped.get(path) != whole.get(path)} == set()
    if change == "another name":
        before = files(region)
        different = {path for path, data in stepped.items() if data != before[path]} - {"build.json"}
        assert different == {path for path, data in stepped.items() if b"Stadsk" in data}
