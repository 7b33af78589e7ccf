"""Pages that lead on: from an event to more of its kind, from a list to paper and to what is missing, from a place to the way there."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from parsel import Selector, SelectorList

from normalize.model import Details, Registration
from store.reading import TermRow
from tests.publish_rows import HandMade, at, joined, page, place, publish, schedules, single, slug_of, weekly

SENIORS = TermRow(id="seniors", name={"fi": "Ikäihmiset", "sv": "Äldre", "en": "Older people"})
FAMILIES = TermRow(id="families", name={"fi": "Perheet", "sv": "Familjer", "en": "Families"})
EXERCISE = TermRow(id="exercise", name={"fi": "Liikunta", "sv": "Motion", "en": "Exercise"})
CHAIR = TermRow(id="chair", name={"fi": "Istumajumppa", "sv": "Sittgympa", "en": "Chair exercise"}, parent="exercise")
OPENS = at("2026-12-08", "09:00")


def told(rows: HandMade, **details: object) -> HandMade:
    """The same of which its publisher told more."""
    return replace(rows, event_rows=[replace(row, details=Details(**details)) for row in rows.event_rows])


def rows() -> HandMade:
    """A series with more dates than a page shows, two courses, a fair that is off, and villages of the same name in two towns."""
    chair = told(
        weekly("jumppa", "Tuolijumppa", (at("2026-11-24", "10:00"), at("2026-11-24", "11:00")), 15),
        audience=("seniors", "families"),
        topics=("exercise",),
        subjects=("chair",),
    )
    opening = told(
        single("kurssi", "Keramiikka", at("2027-01-12", "17:00"), at("2027-01-12", "19:00")),
        registration=Registration(required=True, opens=OPENS),
    )
    full = told(single("retki", "Retki", at("2026-12-05", "10:00"), None), registration=Registration(required=True, state="full"))
    off = told(
        single("kirppis", "Kirppis", at("2026-11-28", "10:00"), None, event_status="EventCancelled", place_id="v-toinen"),
        registration=Registration(required=True, state="full"),
    )
    village = single("kyla", "Kyläilta", at("2026-11-25", "18:00"), None, place_id="v-kyla")
    made = joined(chair, opening, full, off, village)
    places = (
        place("v-kyla", "Kylätalo", district="Kirkonkylä", municipality="Sulkava", latitude=61.78, longitude=28.37),
        place("v-toinen", "Seurantalo", district="Kirkonkylä", municipality="Rantasalmi", latitude=None, longitude=None),
    )
    terms = ([SENIORS, FAMILIES], [EXERCISE, CHAIR])
    return replace(made, place_rows=[*made.place_rows, *places], audience_rows=terms[0], topic_rows=terms[1])


ROWS = rows()


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("leading")
    publish(ROWS, folder, schedules=schedules())
    return folder


def html(region: Path, path: str) -> Selector:
    return Selector(page(region, f"{path}/"))


def item(region: Path, name: str, folder: str = "fi/t") -> Selector:
    return html(region, f"{folder}/{slug_of(ROWS, name)}")


def words(found: Selector | SelectorList[Selector], css: str) -> str:
    return " ".join(" ".join(found.css(f"{css} ::text").getall()).split())


def answer(found: Selector, label: str) -> Selector:
    return next(one for one in found.css(".answer") if words(one, "dt") == label)


@pytest.mark.parametrize(
    ("folder", "whom", "audiences", "what", "topic"),
    [
        ("fi/s", "Kenelle", ["/fi/kenelle/ikaihmiset/", "/fi/kenelle/perheet/"], "Aihe", "/fi/aihe/liikunta/"),
        ("sv/serie", "För vem", ["/sv/for-vem/aldre/", "/sv/for-vem/familjer/"], "Ämne", "/sv/amne/motion/"),
    ],
)
def test_an_event_leads_to_all_there_is_for_the_same_people_and_on_its_topic(  # noqa: PLR0913, PLR0917 - a row of the table
    region: Path, folder: str, whom: str, audiences: list[str], what: str, topic: str
) -> None:
    found = item(region, "Tuolijumppa", folder)
    assert answer(found, whom).css("a::attr(href)").getall() == audiences
    assert answer(found, what).css("a::attr(href)").getall() == [topic]
    for path in (*audiences, topic):
        assert html(region, path.strip("/")).css("main h1")


def test_people_and_topics_are_said_as_a_sentence_and_subjects_below(region: Path) -> None:
    found = item(region, "Tuolijumppa", "fi/s")
    assert words(answer(found, "Kenelle"), "dd") == "Ikäihmiset , perheet"
    assert words(answer(found, "Aihe"), "dd p:last-child") == "Istumajumppa"


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Keramiikka", "Ilmoittautuminen alkaa ti 8.12. klo 9.00 Keramiikka"),
        ("Retki", "TÄYNNÄ Retki"),
        ("Kirppis", "PERUTTU Kirppis"),
        ("Kyläilta", "Kyläilta"),
    ],
)
def test_the_state_of_enrolment_stands_before_the_title_on_the_own_page_too(region: Path, name: str, heading: str) -> None:
    assert words(item(region, name), "h1") == heading


def test_when_enrolment_opens_is_told_to_the_script_and_to_no_feed(region: Path) -> None:
    marks = item(region, "Keramiikka").css("h1 .mark")
    assert marks.attrib["data-until"] == "2026-12-08T09:00+02:00"
    assert not item(region, "Retki").css("[data-until]")
    assert "<title>Keramiikka</title>" in page(region, "fi/syote.xml")


def test_a_series_says_how_many_dates_are_not_shown(region: Path) -> None:
    found = item(region, "Tuolijumppa", "fi/s")
    assert len(found.css(".date-list li")) == 12
    assert words(found, ".dates .more") == "Ja vielä 3 kertaa."


def test_a_week_says_what_is_on_and_leads_to_each_whole_day(region: Path) -> None:
    week = html(region, "fi/viikko/2026-w48")
    assert words(week, ".dateline") == "23.–29.11.2026. 3 tapahtumaa."
    tuesday = week.css("section.day")[1]
    assert words(tuesday, ".empty") == "Ei kertaluonteisia tapahtumia. Säännöllisiä 1: ne ovat alempana."
    assert words(week.css("section.day")[0], ".empty") == "Ei kertaluonteisia tapahtumia."
    wednesday = week.css("section.day")[2]
    assert wednesday.css(".more a::attr(href)").getall() == ["/fi/pv/2026-11-25/"]
    assert words(wednesday, ".more a") == "Koko päivä: 1 tapahtuma , Keskiviikko 25.11."
    assert week.css("details.switches-fold .switches input")
    whole = week.css(".whole-days")
    assert whole.css("a::attr(href)").getall() == [f"/fi/pv/2026-11-{day}/" for day in range(23, 30)]
    assert words(whole, "li")[:58] == "Ma 23. 0 tapahtumaa Ti 24. 1 tapahtuma Ke 25. 1 tapahtuma "


def test_this_week_leads_to_its_parts(region: Path) -> None:
    doors = html(region, "fi/viikko").css(".door-group a::attr(href)").getall()
    assert {"/fi/viikko/kenelle/ikaihmiset/", "/fi/viikko/aihe/liikunta/", "/fi/viikko/alue/sulkava/"} <= set(doors)
    assert not html(region, "fi/viikko/2026-w49").css(".door-group")


@pytest.mark.parametrize(
    ("path", "sheets"),
    [
        ("fi/viikko/2026-w48", ["/fi/tulosta/viikko-2026-w48/", "/fi/tulosta/viikko-2026-w48/iso/"]),
        ("fi/viikko/2026-w49", ["/fi/tulosta/viikko-2026-w49/", "/fi/tulosta/viikko-2026-w49/iso/"]),
        ("fi/viikko/2026-w50", []),
        ("fi/pv/2026-11-25", ["/fi/tulosta/viikko-2026-w48/", "/fi/tulosta/viikko-2026-w48/iso/"]),
        ("fi/tanaan/kenelle/ikaihmiset", [f"/fi/tulosta/kenelle/ikaihmiset/viikko-2026-w48/{size}" for size in ("", "iso/")]),
        ("fi/kk/2026-12", []),
    ],
)
def test_a_list_ends_with_paper_outputs_and_where_to_tell_what_is_missing(region: Path, path: str, sheets: list[str]) -> None:
    found = html(region, path)
    ways = found.css(".ways-on a::attr(href)").getall()
    assert [way for way in ways if way.startswith("/fi/tulosta/")] == sheets
    assert any(way.startswith("/fi/tilaa/") for way in ways)
    assert "/fi/jarjestajalle/" in found.css(".missing a::attr(href)").getall()
    assert len(found.css(".missing")) == 1
    for way in ways:
        assert page(region, way)


@pytest.mark.parametrize(("day", "path", "nearest"), [("2026-12-29", "2026-w52", "viikko 53"), ("2026-11-25", "2026-w51", "viikko 48")])
def test_an_empty_week_leads_to_the_nearest_with_something(tmp_path: Path, day: str, path: str, nearest: str) -> None:
    publish(joined(single("jumppa", "Jumppa", at(day, "10:00"), None)), tmp_path)
    empty = html(tmp_path, f"fi/viikko/{path}")
    assert words(empty, ".empty") == f"Tälle viikolle ei ole vielä tiedossa tapahtumia. Lähin viikko, jolle on ohjelmaa: {nearest} ."
    assert page(tmp_path, empty.css(".empty a").attrib["href"])


def test_what_is_cancelled_is_called_so_in_the_table_of_the_month(region: Path) -> None:
    month = html(region, "fi/kk/2026-11")
    assert [words(one, "p") for one in month.css(".cell-titles")] == ["Kyläilta", "PERUTTU Kirppis"]
    assert month.css(".switches #only-free")
    assert not month.css(".switches #only-once")


def test_a_district_that_several_towns_have_is_told_by_its_town(region: Path) -> None:
    assert words(html(region, "fi/pv/2026-11-25"), ".card .place") == "Kylätalo, Sulkava"
    assert words(html(region, "fi/pv/2026-11-28"), ".card .place") == "Seurantalo, Rantasalmi"
    assert words(html(region, "fi/pv/2026-12-05"), ".card .place") == "Kumppanuustalo Torikulma, Keskusta"


def test_a_second_town_with_such_a_district_changes_the_pages_of_the_first(tmp_path: Path) -> None:
    """The name of an area hangs on places that the event itself has nothing to do with."""
    alone = replace(ROWS, place_rows=[replace(one, district="") if one.id == "v-toinen" else one for one in ROWS.place_rows])
    publish(alone, tmp_path)
    assert words(html(tmp_path, "fi/pv/2026-11-25"), ".card .place") == "Kylätalo, Kirkonkylä"
    assert "Kylätalo, Kirkonkylä" in page(tmp_path, f"fi/t/{slug_of(ROWS, 'Kyläilta')}/")
    publish(ROWS, tmp_path)
    assert words(html(tmp_path, "fi/pv/2026-11-25"), ".card .place") == "Kylätalo, Sulkava"
    assert "Kylätalo, Kirkonkylä" not in page(tmp_path, f"fi/t/{slug_of(ROWS, 'Kyläilta')}/")


def test_a_place_leads_to_its_areas_and_to_the_way_there(region: Path) -> None:
    hall, village = html(region, "fi/paikka/v-torikulma"), html(region, "fi/paikka/v-kyla")
    assert answer(hall, "Alue").css("a::attr(href)").getall() == ["/fi/alue/keskusta/", "/fi/alue/savonlinna/"]
    assert answer(village, "Alue").css("a::attr(href)").getall() == ["/fi/alue/sulkava/"]
    assert words(answer(village, "Alue"), "dd") == "Kirkonkylä , Sulkava"
    (way,) = answer(hall, "Miten pääsee").css("a")
    assert re.fullmatch(r"https://opas\.matka\.fi/reitti/POS/Kumppanuustalo%20Torikulma::61\.8675,28\.8861", way.attrib["href"])
    assert "Miten pääsee" not in words(html(region, "fi/paikka/v-toinen"), ".answers")


def test_the_journey_planner_is_finlands(tmp_path: Path) -> None:
    publish(ROWS, tmp_path, schedules=schedules(timezone="Europe/Stockholm"))
    assert "opas.matka.fi" not in page(tmp_path, "fi/paikka/v-torikulma/")


def test_the_time_strip_ends_with_the_month_that_goes_on(region: Path) -> None:
    door = html(region, "fi").css(".strip li")[-1]
    assert (door.css("a::attr(href)").get(), door.css("a::text").get(), door.css("[aria-hidden]::text").get()) == (
        "/fi/kk/2026-12/",
        "Joulukuu",
        "2",
    )


def test_the_page_about_the_calendar_leads_organizers_on(region: Path) -> None:
    assert "/fi/jarjestajalle/" in html(region, "fi/tietoa").css("main a::attr(href)").getall()
