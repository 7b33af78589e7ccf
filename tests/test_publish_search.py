"""The search's index and page, the list from A to Ö, and the map of places."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsel import Selector

from kooste.vocabulary import vocabulary
from normalize.distances import Point
from normalize.identity import slug
from normalize.model import Details, Feature, Offer, Registration
from publish.assets import read_assets
from publish.folders import Folders
from publish.index_pages import MOST
from publish.letters import group_key, initial, sort_key
from publish.map_picture import WIDTH, Area, Disc, on_the_map, pictures
from publish.search_words import search_words
from store.reading import EventRow, TermRow
from tests.publish_rows import NOW, HandMade, at, event, joined, organizer, place, publish, schedules, single, small_region, weekly

SENIORS = TermRow(id="seniors", name={"fi": "Ikäihmiset", "sv": "Äldre", "en": "Older people"})
EXERCISE = TermRow(id="exercise", name={"fi": "Liikunta", "sv": "Motion", "en": "Exercise"})
CHAIR = TermRow(id="chair_exercise", name={"fi": "Tuolijumppa", "sv": "Stolgymnastik", "en": "Chair exercise"}, parent="exercise")
WORDS = {("fi", "chair_exercise"): ("istumajumppa", "voimistelu"), ("sv", "chair_exercise"): ("sittgympa",)}
STEP_FREE = Feature(code="step_free_entrance")


def told(rows: HandMade, **details: object) -> HandMade:
    row: EventRow = rows.event_rows[0]
    return replace(rows, event_rows=[replace(row, details=Details.model_validate(details))])


def searched() -> HandMade:
    """A series for older people, a fair next month, a stand without dates, a choir in the next village and one that nobody can find."""
    chair = told(
        weekly("jumppa", "Tuolijumppa", (at("2026-11-24", "10:00"), at("2026-11-24", "11:00")), 8),
        audience=("seniors",),
        topics=("exercise",),
        subjects=("chair_exercise",),
        is_accessible_for_free=True,
        offers=(Offer(is_free=True),),
        accessibility=(STEP_FREE,),
        registration=Registration(required=False),
    )
    fair = single("markkinat", "Joulumarkkinat", at("2026-12-30", "10:00"), at("2026-12-30", "14:00"), event_status="EventCancelled")
    choir = single("kuoro", "Kuoroilta", at("2026-11-26", "18:00"), None, place_id="v-kylatalo", name={"fi": "Kuoroilta", "sv": "Körkväll"})
    show = single("nayttely", "Näyttely: Järven valo", at("2026-11-20", "10:00"), at("2026-12-06", "16:00"))
    stand = HandMade(event_rows=[event("palvelu", "Kauppakassiapu", None, None, place_id="")])  # type: ignore[arg-type]
    gone = single("poissa", "Poistettu tapahtuma", at("2026-11-27", "18:00"), None, withdrawn_at=NOW)
    rows = joined(chair, fair, choir, show, stand, gone)
    village = place("v-kylatalo", district="Kerimäki", latitude=61.912, longitude=29.285)
    village = replace(village, name={"fi": "Kylätalo", "sv": "Bystugan"})
    return replace(rows, place_rows=[*rows.place_rows, village], topic_rows=[EXERCISE, CHAIR], audience_rows=[SENIORS])


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    publish(searched(), folder, schedules=schedules(), words=WORDS)
    return folder / "public"


def read(region: Path, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((region / path).read_text(encoding="utf-8"))
    return found


def dates(index: dict[str, Any], title: str) -> list[tuple[str, str, str, list[int]]]:
    """Clock, place, marks and days of a row, as the script reads them."""
    found = []
    for time, spot, marks, _, _, *steps in index["columns"]["dates"][index["columns"]["title"].index(title)]:
        days = [sum(steps[: n + 1]) for n in range(len(steps))]
        words = " ".join(word for _, word in index["marks"][marks])
        found.append(("–".join(filter(None, index["times"][time])), index["places"][spot][0], words, days))
    return found


@pytest.mark.parametrize(
    ("file", "titles"),
    [
        ("fi/haku/nyt.json", ["Kauppakassiapu", "Kuoroilta", "Näyttely: Järven valo", "Tuolijumppa"]),
        ("fi/haku/myohemmin.json", ["Joulumarkkinat", "Tuolijumppa"]),
        ("sv/sok/nu.json", ["Kauppakassiapu", "Körkväll", "Näyttely: Järven valo", "Tuolijumppa"]),
        ("en/search/later.json", ["Joulumarkkinat", "Tuolijumppa"]),
    ],
)
def test_thirty_days_with_all_that_stands_are_in_one_file_and_the_rest_in_another(region: Path, file: str, titles: list[str]) -> None:
    index = read(region, file)
    assert index["columns"]["title"] == titles
    assert {len(column) for name, column in index["columns"].items() if name != "id"} == {len(titles)}
    assert len(index["columns"]["id"]) == 6 * len(titles)
    assert (index["day"], index["span"], index["zone"]) == ("2026-11-24", 30, "Europe/Helsinki")


def test_dates_that_differ_in_the_day_alone_stand_together(region: Path) -> None:
    now, later = read(region, "fi/haku/nyt.json"), read(region, "fi/haku/myohemmin.json")
    assert dates(now, "Tuolijumppa") == [("10.00–11.00", "Kumppanuustalo Torikulma", "", [0, 7, 14, 21, 28])]
    assert dates(later, "Tuolijumppa") == [("10.00–11.00", "Kumppanuustalo Torikulma", "", [35, 42, 49])]
    assert dates(later, "Joulumarkkinat") == [("10.00–14.00", "Kumppanuustalo Torikulma", "PERUTTU", [36])]
    assert [later["marks"][n] for n in later["cancelled"]] == [[["cancelled", "PERUTTU"]]]
    assert dates(now, "Kauppakassiapu") == [("", "Torikulma", "", [])]
    assert dates(now, "Näyttely: Järven valo")[0][3] == [-4]
    assert now["days"]["7"] == ["ti 1.12.", "tiistaina 1.12."]


def test_topics_and_their_other_words_stand_once_in_the_language_of_the_file(region: Path) -> None:
    finnish, swedish = read(region, "fi/haku/nyt.json"), read(region, "sv/sok/nu.json")
    assert ["s:chair_exercise", "Tuolijumppa", "istumajumppa voimistelu"] in finnish["terms"]
    assert ["s:chair_exercise", "Stolgymnastik", "sittgympa"] in swedish["terms"]
    row = finnish["columns"]["title"].index("Tuolijumppa")
    codes = {finnish["terms"][term][0] for term in finnish["sets"][finnish["columns"]["terms"][row]]}
    assert codes == {"s:chair_exercise", "t:exercise", "a:seniors", "f:free"}
    assert ["f:free", "Gratis", "avgiftsfritt avgiftsfria kostnadsfritt kostnadsfria gratisevenemang"] in swedish["terms"]
    assert finnish["columns"]["flags"][row] == 1 + 2 + 4


def test_distances_are_whole_kilometres_from_the_middle_of_an_area(region: Path) -> None:
    index = read(region, "fi/haku/nyt.json")
    names = [spot[0] for spot in index["places"]]
    assert set(index["km"]) == {"savonlinna", "keskusta", "kerimaki"}
    assert dict(zip(names, index["km"]["kerimaki"], strict=True)) == {"Torikulma": -1, "Kylätalo": 0, "Kumppanuustalo Torikulma": 25}


def test_every_link_of_the_index_leads_to_a_page(region: Path) -> None:
    for file in ("fi/haku/nyt.json", "fi/haku/myohemmin.json", "sv/sok/nu.json", "en/search/now.json"):
        index = read(region, file)
        columns = index["columns"]
        for n, title in enumerate(columns["title"]):
            name = index["slugs"].get(str(n)) or slug(title, columns["id"][6 * n : 6 * n + 6])
            path = index["folders"][int(columns["folder"][n])].lstrip("/") + name
            assert (region / path / "index.html").is_file(), path


def test_what_is_in_another_language_is_marked_and_found_by_both_names(region: Path) -> None:
    swedish = read(region, "sv/sok/nu.json")
    rows = {
        title: swedish["languages"][code] for title, code in zip(*(swedish["columns"][key] for key in ("title", "language")), strict=True)
    }
    assert (rows["Körkväll"], rows["Tuolijumppa"]) == ("", "fi")
    assert swedish["also"] == {str(swedish["columns"]["title"].index("Körkväll")): "Kuoroilta"}
    assert ["Bystugan", "Kerimäki", "Kylätalo\nSavonlinna"] in swedish["places"]


def test_the_same_rows_give_the_same_bytes_and_a_day_later_another_first_day(tmp_path: Path, region: Path) -> None:
    publish(searched(), tmp_path, words=WORDS)
    assert (tmp_path / "public/fi/haku/nyt.json").read_bytes() == (region / "fi/haku/nyt.json").read_bytes()
    publish(searched(), tmp_path, words=WORDS, now=NOW + timedelta(days=1))
    assert read(tmp_path / "public", "fi/haku/nyt.json")["day"] == "2026-11-25"


def test_the_vocabulary_gives_plain_words_and_no_weak_ones() -> None:
    words = search_words(vocabulary())
    assert search_words(None) == {}
    assert any("kirppis" in own for (language, _), own in words.items() if language == "fi")
    assert all(re.fullmatch(r"[^\W_][\w'’ -]*", word) for own in words.values() for word in own)


def test_the_page_and_its_first_file_keep_within_their_budgets(region: Path) -> None:
    page = Selector((region / "fi/haku/index.html").read_text(encoding="utf-8"))
    scripts = [*page.css("script[type=module]::attr(src)").getall(), *page.css("link[rel=modulepreload]::attr(href)").getall()]
    assert any(script.startswith("/static/search.") for script in scripts)
    code = sum(len(brotli.compress((region / script.lstrip("/")).read_bytes())) for script in scripts)
    assert code <= 8 * 1024
    rest = sum(len(brotli.compress((region / "fi/haku" / name).read_bytes())) for name in ("index.html", "nyt.json"))
    later = page.css("form#search::attr(data-attempts)").get() or ""
    assert later not in scripts
    on_demand = len(brotli.compress((region / later.lstrip("/")).read_bytes()))
    assert on_demand <= 2560
    assert code + on_demand + rest <= 60 * 1024


def test_the_search_is_a_form_that_only_a_script_shows_and_doors_without_one(region: Path) -> None:
    page = Selector((region / "fi/haku/index.html").read_text(encoding="utf-8"))
    policy = page.css("meta[http-equiv='Content-Security-Policy']::attr(content)").get() or ""
    assert "script-src 'self'; connect-src 'self'" in policy
    assert "unsafe" not in policy
    form = page.css("form#search[hidden][method=get]")
    assert form.css("::attr(action)").get() == "/fi/haku/"
    assert form.css("select[name=who] option::attr(value)").getall() == ["", "seniors"]
    assert form.css("select[name=where] option::attr(value)").getall() == ["", "kerimaki", "keskusta", "savonlinna"]
    assert form.css("select[name=week] option::attr(value)").getall()[0] == "2026-w48"
    assert "/fi/a-o/" in page.css("main a::attr(href)").getall()
    assert "/fi/kenelle/ikaihmiset/" in page.css("main a::attr(href)").getall()


def test_scripts_have_no_text_over_several_lines_and_import_by_hashed_names(tmp_path: Path) -> None:
    assets = read_assets(Folders.found(tmp_path))
    _, *imported = assets.scripts["search"]
    text = "".join(assets.files[path].decode() for path in assets.scripts["search"])
    assert {f'"./{path.rpartition("/")[2]}"' for path in imported} == set(re.findall(r'from ("[^"]+")', text))
    for name, path in Folders.found(tmp_path).static_files().items():
        if name.startswith("script/"):
            assert all(line.count("`") % 2 == 0 for line in path.read_text(encoding="utf-8").splitlines()), name


# --- From A to Ö


def entries(root: Path, path: str) -> list[tuple[str, str]]:
    page = Selector((root / path / "index.html").read_text(encoding="utf-8"))
    lines = page.css(".index li")
    return [((line.css("a::text").get() or "").strip(), (line.css(".index-count::text").get() or "").strip()) for line in lines]


def pages_of_a_letter(root: Path, path: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The letter that is marked as the present one, and the ways between its pages."""
    letters, *pages = Selector((root / path / "index.html").read_text(encoding="utf-8")).css("nav.letters")
    marked = letters.css("[aria-current] strong::text").getall()
    return marked, [(one.css("strong::text").get(""), one.css(".letters-n span::text").get("")) for nav in pages for one in nav.css("a")]


def test_a_short_list_stands_on_one_page(region: Path) -> None:
    assert entries(region, "fi/a-o") == [
        ("Joulumarkkinat", "ke 30.12."),
        ("Kauppakassiapu", "Ei kiinteää aikaa"),
        ("Kumppanuustalo Torikulma", "paikka"),
        ("Kuoroilta", "to 26.11."),
        ("Kylätalo", "paikka"),
        ("Norppalan Eläkeväki ry", "järjestäjä"),
        ("Näyttely: Järven valo", "pe 20.11."),
        ("Tuolijumppa", "joka tiistai klo 10.00–11.00"),
    ]
    page = Selector((region / "fi/a-o/index.html").read_text(encoding="utf-8"))
    assert page.css(".letters a::attr(href)").getall() == ["#l-j", "#l-k", "#l-n", "#l-t"]
    assert not (region / "fi/a-o/j").exists()


def test_a_long_list_has_a_page_for_each_letter_and_keeps_it(tmp_path: Path) -> None:
    many = [organizer(f"o{n}", f"Kerho {n:03}") for n in range(MOST + 10)]
    rows = replace(small_region(), organizer_rows=[*many, organizer("s13", "Norppalan Eläkeväki ry"), organizer("a", "Äänekosken väki")])
    publish(rows, tmp_path)
    root = tmp_path / "public"
    page = Selector((root / "fi/a-o/index.html").read_text(encoding="utf-8"))
    ways = {way.attrib["href"]: way.css(".letters-n span::text").get() for way in page.css(".letters a")}
    assert list(ways)[-1] == "/fi/a-o/ae/"
    assert (ways["/fi/a-o/k/"], ways["/fi/a-o/ae/"]) == ("162", "1")
    assert "/fi/a-o/k-2/" not in ways
    assert pages_of_a_letter(root, "fi/a-o/k-2") == (["K"], [("Kerho 0…", "150"), ("Kerho 1…", "12")])
    assert pages_of_a_letter(root, "fi/a-o/ae") == (["Ä"], [])
    assert (len(entries(root, "fi/a-o/k")), len(entries(root, "fi/a-o/k-2"))) == (MOST, 12)
    assert entries(root, "fi/a-o/ae") == [("Äänekosken väki", "järjestäjä")]
    publish(replace(rows, organizer_rows=[organizer("s13", "Norppalan Eläkeväki ry")]), tmp_path, force=True)
    assert entries(root, "fi/a-o/ae") == []
    assert "noindex" in (root / "fi/a-o/ae/index.html").read_text(encoding="utf-8")
    assert len(entries(root, "fi/a-o")) < MOST


def test_the_page_of_a_letter_that_other_languages_lack_leads_to_their_whole_list(tmp_path: Path) -> None:
    rows = replace(small_region(), organizer_rows=[organizer(f"o{n}", f"Ääni {n:03}") for n in range(MOST + 10)])
    assert publish(rows, tmp_path, schedules=schedules()).dead_links == ()
    letter = Selector((tmp_path / "public/fi/a-o/ae/index.html").read_text(encoding="utf-8"))
    assert letter.css(".languages a::attr(href)").getall() == ["/sv/a-o/", "/en/a-z/"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fi", ["3D-tulostus", "Aamu", "Éva", "Wahlroos", "Ystäväkahvila", "”Yö”", "Åbo", "Äiti", "Öljy", "Языковое кафе"]),
        ("en", ["3D-tulostus", "Aamu", "Åbo", "Äiti", "Éva", "Öljy", "Wahlroos", "”Yö”", "Ystäväkahvila", "Языковое кафе"]),
    ],
)
def test_letters_have_the_order_of_the_language(language: str, expected: list[str]) -> None:
    assert sorted(set(expected), key=lambda text: (group_key(initial(text, language)), sort_key(text, language))) == expected


# --- The map


TOWN = (61.8675, 28.8861)


def spot(number: int, latitude: float, longitude: float) -> Area:
    return Area(number, f"Alue {number}", (latitude, longitude), ((latitude, longitude),))


def around(north: float, east: float) -> Point:
    """So many kilometres from the town."""
    return TOWN[0] + north / 111.2, TOWN[1] + east / 52.4


def test_a_crowd_gets_a_closer_picture_and_the_far_ones_stay_on_the_whole() -> None:
    near = [spot(n, *around(n / 4, n % 2)) for n in range(1, 5)]
    far = [spot(5, *around(25, 10)), spot(6, *around(-20, 25))]
    whole, closer = pictures([*near, *far], "Lähikartta")
    assert [disc.number for disc in whole.discs] == [5, 6]
    assert [disc.number for disc in closer.discs] == [1, 2, 3, 4]
    assert whole.frame is not None
    assert whole.frame.label.text == "1–4: lähikartta"
    assert (whole.kilometres, closer.kilometres) == ("10", "0,2")


def test_one_place_is_no_map_and_a_place_in_another_part_of_the_country_is_not_on_it() -> None:
    assert pictures([spot(1, *TOWN)], "") == ()
    assert on_the_map([TOWN, around(5, 5), around(10, 0), (60.17, 24.94)]) == [True, True, True, False]


@st.composite
def regions(draw: st.DrawFn) -> list[Area]:
    offsets = draw(st.lists(st.tuples(st.floats(-30, 30), st.floats(-30, 30)), min_size=2, max_size=12))
    return [spot(n, *around(*offset)) for n, offset in enumerate(offsets, 1)]


@given(regions())
def test_every_number_is_once_on_the_maps_within_the_sheet(areas: list[Area]) -> None:
    made = pictures(areas, "Lähikartta")
    discs: list[Disc] = [disc for picture in made for disc in picture.discs]
    assert sorted(disc.number for disc in discs) == [area.number for area in areas]
    assert all(0 < disc.x < WIDTH and 0 < disc.y < picture.height for picture in made for disc in picture.discs)
    assert made == pictures(areas, "Lähikartta")


def test_the_page_has_the_same_numbers_in_picture_and_list(region: Path) -> None:
    page = Selector((region / "fi/paikat/index.html").read_text(encoding="utf-8"))
    assert page.css("svg[aria-hidden=true] .disc-number::text").getall() == page.css("h2 .number::text").getall() == ["1", "2"]
    assert page.css("h2 a::attr(href)").getall() == ["/fi/alue/kerimaki/", "/fi/alue/keskusta/"]
    assert [text.strip() for text in page.css(".index-count::text").getall()] == ["1 tulossa", "3 tulossa"]
    assert not page.css("[style], img")


def test_without_coordinates_there_is_a_list_and_no_map(tmp_path: Path) -> None:
    rows = replace(small_region(), place_rows=[place(latitude=None, longitude=None)])
    publish(rows, tmp_path)
    page = Selector((tmp_path / "public/fi/paikat/index.html").read_text(encoding="utf-8"))
    assert not page.css("svg, .number")
    assert page.css(".index a::text").getall() == ["Kumppanuustalo Torikulma"]
