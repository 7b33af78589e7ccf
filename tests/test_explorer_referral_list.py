"""The referral list: ids and a day in its address, one sheet of paper, what changed since, and nothing about a client."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from parsel import Selector

from explorer.app import explorer_app
from explorer.instance import Means
from explorer.referral_list_map import HEIGHT, WIDTH, drawn
from explorer.referral_qr import qr
from store.referral_items import items
from tests.explorer_region import BUILT
from tests.explorer_snapshot import schedules
from tests.referral_region import asking, region_file

LIST = "/explore/ohjaus/lista"
THREE = "?id=kahvila&id=tukea&id=koulussa&tehty=2026-11-23"


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return region_file(tmp_path_factory.mktemp("referral") / "a.db")


@pytest.fixture(scope="module")
def answers(region: Path) -> Iterator[Callable[..., list[Any]]]:
    with asking(explorer_app(lambda: region, schedules(), means=Means(now=lambda: BUILT + timedelta(days=4)))) as answers:
        yield answers


def texts(html: str, selector: str) -> list[str]:
    return [" ".join(" ".join(one.css("::text").getall()).split()) for one in Selector(html).css(selector)]


def test_ticked_cards_become_a_list_by_a_form_that_sends_ids_and_the_day(answers: Callable[..., list[Any]]) -> None:
    (page,) = answers("/explore/ohjaus/maksutonta-lahella?ika=78&paikka=kirjasto&km=10")
    form = Selector(page.text).css("form.collect")
    assert (form.attrib["method"], form.attrib["action"]) == ("get", LIST)
    assert {(one.attrib["name"], one.attrib["type"]) for one in form.css("input")} == {("id", "checkbox"), ("tehty", "hidden")}
    assert form.css('input[name="tehty"]::attr(value)').get() == "2026-11-27"


def test_the_list_has_a_week_numbers_a_map_a_code_and_a_note_that_is_never_sent(answers: Callable[..., list[Any]]) -> None:
    (page,) = answers(f"{LIST}{THREE}")
    whole = Selector(page.text)
    assert texts(page.text, ".entry h2") == ["1 Ystäväkahvila", "2 Digituki", "3 Kyläkoululla"]
    week = dict(zip(texts(page.text, ".strip h3"), texts(page.text, ".strip li"), strict=True))
    assert [week[day] for day in ("ke", "to", "la")] == [
        "ke 1 13.00 Ystäväkahvila",
        "to 2 3.12. 12.00 Digituki",
        "la 3 28.11. 12.00 Kyläkoululla",
    ]
    note = whole.css("#note")
    assert "name" not in note.attrib
    assert not whole.css("form textarea, textarea[name]")
    assert whole.css("svg.qr[role=img]")
    assert texts(page.text, ".spot-number") == ["1, 2", "3"]
    assert "Tiedot haettu ma 23.11. klo 8.00." in page.text  # of the data, though it is looked at on the 27th
    assert whole.css('a[href="tel:0151234567"]')


def test_the_list_tells_what_changed_since_its_day_and_keeps_what_is_gone(answers: Callable[..., list[Any]]) -> None:
    page, later = answers(f"{LIST}?id=poistui&id=entinen&id=olematon&id=tukea&tehty=2026-11-20", f"{LIST}?id=tukea&tehty=2026-11-23")
    marks = dict(
        zip(texts(page.text, ".entry h2 .ball"), [texts(one.get(), ".badge") for one in Selector(page.text).css(".entry")], strict=True)
    )
    assert marks == {
        "1": ["Poistunut kalenterista 26.11."],
        "2": ["muuttunut 23.11.", "Yhdistetty: sama kuin aiempi tunnus entinen"],
        "3": ["Ei enää kalenterissa"],
        "4": ["muuttunut 23.11."],
    }
    assert "Listan kokoamisen jälkeen on muuttunut 4 kohtaa." in page.text
    assert len(Selector(page.text).css(".entry.gone")) == 2
    assert not Selector(page.text).css(".entry.gone dl")
    assert texts(later.text, ".entry .badge") == []


def test_the_list_as_text_as_data_and_as_a_calendar(answers: Callable[..., list[Any]]) -> None:
    text, data, calendar, large = answers(f"{LIST}.txt{THREE}", f"{LIST}.json{THREE}", f"{LIST}.ics{THREE}", f"{LIST}{THREE}&koko=iso")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert text.text.splitlines()[:5] == [
        "Lista mukaan", "", "1. Ystäväkahvila", "Milloin: joka ke 13.00; seuraavat 2.12., 9.12., 16.12.",
        "Missä: Kylätalo; Kerimäki, Savonlinna",
    ]  # fmt: skip
    assert text.text.endswith("https://norppala.example/explore/ohjaus/lista?id=kahvila&id=tukea&id=koulussa&tehty=2026-11-23\n")
    assert "ei tietoa" not in text.text
    assert [(one["number"], one["id"], one["is_gone"]) for one in data.json()["entries"]] == [
        (1, "kahvila", False), (2, "tukea", False), (3, "koulussa", False),
    ]  # fmt: skip
    assert len(icalendar.Calendar.from_ical(calendar.text).walk("VEVENT")) == 5 + 1 + 1
    assert Selector(large.text).css(".sheet.large")


def test_one_thing_can_be_taken_off(answers: Callable[..., list[Any]]) -> None:
    (page,) = answers(f"{LIST}{THREE}")
    where = Selector(page.text).css(".entry:nth-child(2) .screen a::attr(href)").get()
    assert where == f"{LIST}?id=kahvila&id=koulussa&tehty=2026-11-23"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("id=<script>", "”<script>” ei ole tapahtuman tunnus."),
        ("id=kahvila&tehty=eilen", "”eilen” ei ole päivä."),
        ("id=kahvila&koko=jumbo", "Valitse: iso."),
        ("id=kahvila&nimi=Aino", "hakuehto ”nimi”, jota ei tunneta"),
        ("&".join(f"id=e{number}" for number in range(30)), "enintään 24 kohtaa"),
    ],
)
def test_a_mistake_in_the_address_is_told(query: str, words: str, answers: Callable[..., list[Any]]) -> None:
    page, data = answers(f"{LIST}?{query}", f"{LIST}.json?{query}")
    assert (page.status_code, data.status_code) == (400, 400)
    assert any(words in one for one in texts(page.text, ".problems li"))
    assert "<script>" not in page.text


def test_an_empty_list_says_what_to_do(answers: Callable[..., list[Any]]) -> None:
    (page,) = answers(LIST)
    assert page.status_code == 200
    assert "Listalla ei ole vielä mitään." in page.text


@pytest.mark.parametrize(
    ("language", "root", "title"), [("sv", "vagledning/lista", "Lista att ta med"), ("en", "referral/list", "A list to take along")]
)
def test_the_list_speaks_the_other_languages(language: str, root: str, title: str, answers: Callable[..., list[Any]]) -> None:
    (page,) = answers(f"/explore/{root}{THREE}")
    assert texts(page.text, "h1") == [title]
    assert Selector(page.text).css(f'.languages a[lang="{language}"]').attrib["aria-current"] == "true"
    assert Selector(page.text).css('.entry h2 [lang="fi"]')


def test_the_map_keeps_everything_inside_its_frame(region: Path) -> None:
    import sqlite3

    with sqlite3.connect(region) as connection:
        known = items(connection, ["kahvila", "tukea", "koulussa", "jono", "etana"], BUILT)
    connection.close()
    picture = drawn(list(enumerate(known.values(), start=1)))
    assert picture is not None
    assert all(13 <= x <= WIDTH - 13 and 13 <= y <= HEIGHT - 13 for x, y, _ in picture.spots)
    assert drawn([(1, known["kahvila"])]) is None


def test_the_code_is_black_on_white_and_names_itself() -> None:
    made = str(qr("https://norppala.example/explore/ohjaus/lista?id=a", 'Lista "koodina"'))
    assert 'aria-label="Lista &#34;koodina&#34;"' in made
    assert re.search(r'fill="#fff".*fill="#000"', made)
