"""Journeys of residents who look for something: by day, by name, by words, in easy language (R1–R4, R6, R7, R12)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, expect

from tests.demo_region import demo_published
from tests.journeys import HELSINKI, Traveller, Way, in_ways, site_of, travelling
from tests.story_told import MOVED, REFUSED, story_told

pytestmark = pytest.mark.browser
WEDNESDAY = datetime(2026, 11, 25, 12, 30, tzinfo=HELSINKI)
FRIDAY = datetime(2026, 11, 27, 8, tzinfo=HELSINKI)
BREAK = ("22.12.2026", "29.12.2026", "5.1.2027")
_MINUTES = re.compile(r"(\d{1,2})\.(\d\d)")
_CLOCK = re.compile(r"\bklo\b|\bkl\.", re.IGNORECASE)
_MOST_WORDS = 10
_EASY_SIZE = 22


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo region on Monday 23.11.2026."""
    with site_of(demo_published(tmp_path_factory)) as address:
        yield address


@pytest.fixture(scope="module")
def on_wednesday(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo region as it was published on 25.11."""
    with site_of(story_told(tmp_path_factory).published(REFUSED[-1])) as address:
        yield address


@pytest.fixture(scope="module")
def on_friday(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo region as it was published on 27.11., after a fair was cancelled and a concert moved."""
    with site_of(story_told(tmp_path_factory).published(MOVED)) as address:
        yield address


@in_ways("NKR")
def test_r1_a_parent_of_a_baby_finds_a_free_open_morning_this_week(browser: Browser, demo: str, way: Way) -> None:
    with travelling(browser, demo, way) as person:
        person.go("/fi/")
        person.follow("Vauvat ja taaperot", person.part("navigation", "Kenelle?"))
        person.follow("Viikko 48", person.part("navigation", "Muut ajat"))
        assert person.heading() == "Tällä viikolla: Vauvat ja taaperot"
        person.tick("Maksuton")
        assert person.titles() == ["Perhekerho"]
        assert "ti 9.30–11.30" in person.items()[0]
        person.follow(re.compile("^Perhekerho"))
        assert person.activations <= 4
        assert person.heading() == "Perhekerho"
        assert "Maksuton" in person.text()
        assert "Norppalan seurakuntatalo" in person.text()


@in_ways("NKRZ")
def test_r2_somebody_of_79_asks_whether_there_is_chair_exercise_on_the_day_before_christmas_eve(
    browser: Browser, demo: str, way: Way
) -> None:
    with travelling(browser, demo, way) as person:
        person.go("/fi/a-o/")
        person.follow(re.compile(r"^T\b"), person.part("navigation", "Alkukirjaimet"))
        person.follow("Tuolijumppa")
        assert person.heading() == "Tuolijumppa"
        assert "Kumppanuustalo Torikulma" in person.text()
        assert "ei 22.12., 29.12., 5.1." in person.text()
        dates = person.part("region", "Tulevat kerrat").get_by_role("listitem").all_inner_texts()
        assert "Tiistai 15.12.2026 klo 10.00–11.00" in [" ".join(date.split()) for date in dates]
        assert not [date for date in dates if any(day in date for day in BREAK)]
        person.go("/fi/pv/2026-12-22/")
        assert not [title for title in person.titles() if "tuolijumppa" in title.lower()]


@in_ways("NK")
def test_r3_what_is_on_today_near_me(browser: Browser, on_wednesday: str, way: Way) -> None:
    with travelling(browser, on_wednesday, way, WEDNESDAY) as person:
        person.go("/fi/")
        person.follow("Tänään", person.part("navigation", "Muut ajat"))
        person.follow("Kerimäki", person.part("navigation", "Missä?"))
        assert person.activations <= 3
        assert "Kerimäki" in person.heading()
        assert person.page.get_by_role("heading", name="Keskiviikko 25.11.").is_visible()
        assert "Kerimäen ystäväkahvila" in person.titles()
        assert [item for item in person.items() if "Kerimäki" not in item] == []


@in_ways("NR")
def test_r4_what_is_on_this_weekend(browser: Browser, on_friday: str, way: Way) -> None:
    with travelling(browser, on_friday, way, FRIDAY) as person:
        person.go("/fi/")
        person.follow("Viikonloppu", person.part("navigation", "Muut ajat"))
        days = [person.part("region", name) for name in ("Lauantai 28.11.", "Sunnuntai 29.11.")]
        for day in days:
            starts = [(int(hour), int(minute)) for hour, minute in (_MINUTES.findall(item)[0] for item in person.items(day))]
            assert starts
            assert starts == sorted(starts)
        saturday, sunday = (person.titles(day) for day in days)
        fairs = [title for title in saturday if re.search("myyjäiset|fair", title, re.IGNORECASE)]
        assert fairs == ["Joulumyyjäiset"]
        assert "PERUTTU Kyläkirppis" in saturday
        assert "SIIRTYNYT su 6.12. klo 14.00 Lasten konsertti" in sunday


@in_ways("K")
def test_r6_words_of_a_question_are_shortened_and_the_answer_is_heard_once(browser: Browser, demo: str, way: Way) -> None:
    with travelling(browser, demo, way) as person:
        page = person.page
        person.go("/fi/haku/")
        person.reach(page.get_by_label("Hakusanat"))
        page.keyboard.type("jumppaa lapsille")
        person.press(page.get_by_role("button", name="Näytä tulokset"))
        results = page.get_by_role("heading", name=re.compile("tulos"))
        expect(results).to_be_focused()
        count = results.inner_text()
        assert re.match(r"\d+ tulos(ta)?: ”jumppaa lapsille”", count)
        assert "Ei tuloksia sanoilla ”jumppaa”, ”lapsille”." in page.get_by_role("main").inner_text()
        assert re.search("Näytetään ”jump[^ ]*…”, ”laps[^ ]*…”", page.get_by_role("main").inner_text())
        spoken = page.locator("[aria-live], [role=status], [role=alert]").all_text_contents()
        assert not [text for text in spoken if "tulos" in text]
        found = person.titles(page.get_by_role("list").filter(has=page.get_by_role("heading", level=3)).first)
        assert found
        with page.expect_navigation():
            person.press(person.link(re.compile(f"^{re.escape(found[0])}")))
        assert person.heading() == found[0]
        page.go_back()
        expect(results).to_have_text(count)
        assert page.get_by_label("Hakusanat").input_value() == "jumppaa lapsille"


@in_ways("N")
def test_r7_a_search_without_javascript(browser: Browser, demo: str, way: Way) -> None:
    with travelling(browser, demo, way) as person:
        person.go("/fi/haku/")
        person.follow("Kaikki nimet A–Ö")
        person.follow(re.compile(r"^J\b"), person.part("navigation", "Alkukirjaimet"))
        person.follow("Joulumyyjäiset")
        assert person.activations <= 3
        assert person.heading() == "Joulumyyjäiset"
        assert "Lauantai 28.11.2026 klo 10.00–14.00" in person.text()


def sentences(person: Traveller) -> list[str]:
    """The sentences of an easy page."""
    lines = person.page.get_by_role("main").get_by_role("paragraph").all_inner_texts()
    return [sentence for line in lines for text in line.splitlines() for sentence in re.split(r"(?<=[.?!]) (?=[A-ZÅÄÖ])", text.strip())]


@in_ways("NZ")
def test_r12_today_in_easy_finnish(browser: Browser, demo: str, way: Way) -> None:
    with travelling(browser, demo, way) as person:
        person.go("/fi/selko/")
        told = sentences(person)
        person.follow("Tänään", person.part("navigation", "Lisää selkokielellä"))
        assert "Tänään on maanantai 23. marraskuuta." in sentences(person)
        told += sentences(person)
        person.follow("ATK-tuki")
        assert person.heading() == "ATK-tuki"
        assert {"Se alkaa kello 13.", "Se loppuu kello 15.", "Paikka on Norppalan opisto."} <= set(sentences(person))
        told += sentences(person)
        assert [sentence for sentence in told if len(sentence.split()) > _MOST_WORDS] == []
        assert [sentence for sentence in told if _CLOCK.search(sentence)] == []
        sizes = (
            person.page.get_by_role("main")
            .get_by_role("paragraph")
            .evaluate_all("all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))")
        )
        assert min(sizes) >= _EASY_SIZE
