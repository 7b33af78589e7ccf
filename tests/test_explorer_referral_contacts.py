"""Contacts only: the same hits at the same address with one more parameter, as numbers to call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from parsel import Selector

from explorer.app import explorer_app
from explorer.instance import Means
from explorer.referral_dates import DateWords
from explorer.referral_reach import open_hours
from explorer.texts import part_words
from normalize.model import OpeningHours
from tests.explorer_region import BUILT
from tests.explorer_snapshot import schedules
from tests.referral_region import asking, region_file

NEARBY = "/explore/ohjaus/maksutonta-lahella?ika=78&paikka=kirjasto&km=10"
LIST = "/explore/ohjaus/lista?id=kahvila&id=tukea&id=poistui&tehty=2026-11-23"
ONLY = "&nayta=yhteystiedot"


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., list[Any]]]:
    region = region_file(tmp_path_factory.mktemp("referral") / "a.db")
    with asking(explorer_app(lambda: region, schedules(), means=Means(now=lambda: BUILT + timedelta(days=4)))) as answers:
        yield answers


def texts(page: Selector, selector: str) -> list[str]:
    return [" ".join(" ".join(one.css("::text").getall()).split()) for one in page.css(selector)]


def test_the_same_hits_as_contacts_at_the_same_address_and_back(answers: Callable[..., list[Any]]) -> None:
    cards, found = answers(NEARBY, f"{NEARBY}{ONLY}")
    hits = [one.removeprefix("o-") for one in Selector(cards.text).css(".results article::attr(id)").getall()]
    page = Selector(found.text)
    assert [one.removeprefix("n-") for one in page.css('section[aria-labelledby="results"] h3::attr(id)').getall()] == hits
    assert hits
    (link,) = [one for one in Selector(cards.text).css(".outputs a::attr(href)").getall() if ONLY in one]
    assert sorted(link.partition("?")[2].split("&")) == sorted(f"{NEARBY}{ONLY}".partition("?")[2].split("&"))
    assert texts(page, "h1") == ["Vain yhteystiedot: Maksutonta lähellä, ei ilmoittautumista"]
    (back,) = set(page.css(".back::attr(href)").getall())
    assert "nayta" not in back
    (again,) = answers(back)
    assert [one.removeprefix("o-") for one in Selector(again.text).css(".results article::attr(id)").getall()] == hits


def test_what_is_known_is_told_and_what_is_not_is_said_to_be_unknown(answers: Callable[..., list[Any]]) -> None:
    (found,) = answers(f"{NEARBY}{ONLY}")
    rows = {
        one.css("h3::attr(id)").get(): dict(zip(texts(one, "dt"), texts(one, "dd"), strict=True))
        for one in Selector(found.text).css(".reach")
    }
    assert rows["n-kahvila"] == {
        "Järjestäjä": "Kylän seniorit ry",
        "Puhelin": "015 123 4567",
        "Mukaan": "Tule suoraan, ei ilmoittautumista",
    }
    assert rows["n-tukea"]["Puhelin ja sähköposti"] == "ei tietoa"
    assert Selector(found.text).css('.reach a.phone[href="tel:0151234567"]')


def test_full_ones_and_tasks_without_dates_keep_their_contacts(answers: Callable[..., list[Any]]) -> None:
    (found,) = answers(f"/explore/ohjaus/lapsi-ilman-harrastusta?{ONLY[1:]}")
    page = Selector(found.text)
    assert texts(page, "h2") == ["Täynnä nyt 1"]
    assert texts(page, ".reach .badge") == ["Täynnä"]


@pytest.mark.parametrize(
    ("language", "address", "title"),
    [
        ("sv", "vagledning/gratis-i-narheten?nayta=yhteystiedot", "Bara kontaktuppgifter"),
        ("en", "referral/free-nearby?nayta=yhteystiedot", "Contacts only"),
        ("sv", "vagledning/lista?id=kahvila&nayta=yhteystiedot", "Bara kontaktuppgifter"),
    ],
)
def test_the_address_works_in_every_language(language: str, address: str, title: str, answers: Callable[..., list[Any]]) -> None:
    (found,) = answers(f"/explore/{address}")
    page = Selector(found.text)
    assert texts(page, "h1")[0].startswith(f"{title}: ")
    assert page.css(f'.languages a[lang="{language}"]').attrib["aria-current"] == "true"
    assert all("nayta=yhteystiedot" in one for one in page.css(".languages a::attr(href)").getall())


def test_the_list_as_contacts_names_what_is_gone_and_calls_nobody_about_it(answers: Callable[..., list[Any]]) -> None:
    whole, found = answers(LIST, f"{LIST}{ONLY}")
    page = Selector(found.text)
    assert f"{LIST}{ONLY}" in Selector(whole.text).css(".ways a::attr(href)").getall()
    assert page.css(".reach h3::attr(id)").getall() == ["n-kahvila", "n-tukea"]
    (gone,) = texts(page, ".note")
    assert "Poistunut kalenterista" in gone
    assert page.css(".back::attr(href)").get() == LIST


@pytest.mark.parametrize("address", [f"{NEARBY}&nayta=kaikki", f"{LIST}&nayta=kaikki"])
def test_another_value_is_a_mistake_in_words(address: str, answers: Callable[..., list[Any]]) -> None:
    (found,) = answers(address)
    assert found.status_code == 400
    assert "”kaikki” ei ole vaihtoehto. Valitse: yhteystiedot." in found.text


def test_searching_anew_keeps_the_view(answers: Callable[..., list[Any]]) -> None:
    (found,) = answers("/explore/ohjaus/etana?ika=x&nayta=yhteystiedot")
    assert Selector(found.text).css('form.ask input[type="hidden"][name="nayta"]').attrib["value"] == "yhteystiedot"


def test_opening_hours_are_those_that_hold_from_today_on() -> None:
    days = DateWords(part_words("referral", "fi"), "fi", date(2026, 11, 27), ZoneInfo("Europe/Helsinki"))
    hours = (
        OpeningHours(weekday=3, opens="12:00", closes="15:30", note="ajanvaraus"),
        OpeningHours(weekday=1, opens="10:00", closes="14:00"),
        OpeningHours(weekday=2, opens="10:00", closes="14:00", valid_through=date(2026, 11, 26)),
        OpeningHours(day=date(2026, 12, 24)),
        OpeningHours(day=date(2026, 11, 1), opens="10:00", closes="14:00"),
    )
    assert list(open_hours(hours, days)) == ["ma 10.00–14.00", "ke 12.00–15.30 (ajanvaraus)", "to 24.12. suljettu"]
