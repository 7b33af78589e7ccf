"""Volunteer tasks: how much time, where, one way to get in touch; those that go on beside those on a date."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from parsel import Selector

from normalize.model import Registration
from publish.time_need import first_sentence, time_need
from tests.publish_rows import HandMade, at, joined, publish, schedules, single, small_region
from tests.test_publish_facets import told


def task(uid: str, title: str, text: str, **fields: object) -> HandMade:
    """A task without dates."""
    made = single(uid, title, at("2026-11-24", "10:00"), None, kind="volunteering", description={"fi": f"<p>{text}</p>"}, **fields)
    return replace(made, event_rows=[replace(made.event_rows[0], first_start=None, first_end=None)], occurrence_rows=[])


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    friend = task(
        "ystava", "Ulkoiluystävä", "Lähde ulos ikäihmisen kanssa. Aikaa kuluu 2–4 tuntia kuussa.", url="https://apu.example/tehtava/1"
    )
    reader = task("lukukaveri", "Lukukaveri", "Kuuntele lapsen lukemista.")
    fair = told(
        single("talkoot", "Joulutorin talkoot", at("2026-12-05", "09:00"), at("2026-12-05", "12:00"), kind="volunteering"),
        registration=Registration(url="https://tori.example/ilmo", required=True),
    )
    over = single("syys", "Syystalkoot", at("2026-11-02", "09:00"), None, kind="volunteering")
    concert = single("konsertti", "Konsertti", at("2026-11-28", "18:00"), None)
    rows = joined(friend, reader, fair, over, concert)
    rows = replace(rows, source_rows=[replace(rows.source_rows[0], licence="CC0")])
    folder = tmp_path_factory.mktemp("tasks")
    publish(rows, folder, schedules=schedules())
    return folder / "public"


def tasks(region: Path, path: str) -> dict[str, Selector]:
    page = Selector((region / path / "index.html").read_text(encoding="utf-8"))
    return {one.css(".title a::text").get(""): one for one in page.css(".task")}


def words(of: Selector, css: str = "*") -> str:
    return " ".join(" ".join(of.css(f"{css} ::text, {css}::text").getall()).split())


@pytest.mark.parametrize("path", ["fi/vapaaehtoistyo", "sv/frivilligarbete", "en/volunteering"])
def test_dated_tasks_first_then_those_that_go_on_and_nothing_else(region: Path, path: str) -> None:
    assert list(tasks(region, path)) == ["Joulutorin talkoot", "Lukukaveri", "Ulkoiluystävä"]


def test_a_task_says_how_much_time_and_where(region: Path) -> None:
    friend = tasks(region, "fi/vapaaehtoistyo")["Ulkoiluystävä"]
    assert words(friend, ".need") == "Aika: Aikaa kuluu 2–4 tuntia kuussa."
    assert words(friend, ".facts") == "Ajat sovitaan Kumppanuustalo Torikulma, Keskusta"
    assert not tasks(region, "fi/vapaaehtoistyo")["Lukukaveri"].css(".need")


def test_the_publishers_words_are_marked_with_their_language(region: Path) -> None:
    assert tasks(region, "sv/frivilligarbete")["Ulkoiluystävä"].css(".need [lang=fi]")


@pytest.mark.parametrize(
    ("title", "href"),
    [
        ("Joulutorin talkoot", "https://tori.example/ilmo"),
        ("Ulkoiluystävä", "https://apu.example/tehtava/1"),
        ("Lukukaveri", "/fi/jarjestaja/s13/"),
    ],
)
def test_each_task_has_one_way_to_get_in_touch(region: Path, title: str, href: str) -> None:
    buttons = tasks(region, "fi/vapaaehtoistyo")[title].css("a.button")
    assert [button.attrib["href"] for button in buttons] == [href]
    assert words(buttons[0]) == f"Ota yhteyttä : {title}"


def test_where_there_is_no_task_the_page_leads_on(tmp_path: Path) -> None:
    publish(small_region(), tmp_path)
    page = Selector((tmp_path / "public/fi/vapaaehtoistyo/index.html").read_text(encoding="utf-8"))
    assert "ei ole nyt tiedossa" in words(page, ".empty")
    assert page.css("main a::attr(href)").getall()[-2:] == ["/fi/jarjestajat/", "/fi/harrastukset/"]
    assert page.css("meta[name=robots]::attr(content)").get() == "noindex"


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("Tule mukaan! Aikaa kuluu noin 2 tuntia viikossa.", "Aikaa kuluu noin 2 tuntia viikossa."),
        ("Kuuntele lukemista kerran viikossa koulupäivän aikana.", "Kuuntele lukemista kerran viikossa koulupäivän aikana."),
        ("Vi träffas en gång i månaden. Välkommen!", "Vi träffas en gång i månaden."),
        ("Two evenings a month, together with others.", "Two evenings a month, together with others."),
        ("Kahvia on tarjolla. Perustettu vuonna 1982.", ""),
        ("Ikää pitää olla 18 vuotta.", ""),
        ("", ""),
        ("x" * 250 + " 2 tuntia viikossa.", ""),
    ],
)
def test_the_sentence_that_tells_of_time(text: str, need: str) -> None:
    assert time_need(text) == need


def test_only_a_short_first_sentence_is_taken() -> None:
    assert first_sentence("Lyhyt. Toinen.") == "Lyhyt."
    assert first_sentence("x" * 300) == ""
