"""What people of different needs find on the pages, in a real browser: who has an aid or a language, who reads large print, who prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect

from normalize.model import Details, Feature
from tests.browsing import broken
from tests.publish_rows import HandMade, at, joined, publish, schedules, single
from tests.test_publish_client import OPENS, course
from tests.test_site_script_browser import Served, press, serve, stored, visiting

pytestmark = pytest.mark.browser
DOOR, TOILET, LOOP = (Feature(code=code) for code in ("step_free_entrance", "accessible_toilet", "induction_loop"))
ASKED = "30 päivää"


def there(name: str, *features: Feature, languages: tuple[str, ...] = ()) -> HandMade:
    """Something within the month where so much is known to be there."""
    made = single(name, name, at("2026-11-26", "18:00"), None, in_language=languages)
    return replace(made, event_rows=[replace(made.event_rows[0], details=Details(accessibility=features))])


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("needs")
    no_loop = LOOP.model_copy(update={"is_available": False})
    rows = joined(
        there("Kahvila", DOOR, languages=("fi",)),
        there("Konsertti", DOOR, TOILET, no_loop, languages=("fi", "sv")),
        there("Elokuva", TOILET),
        there("Kävely"),
        course(),
    )
    publish(rows, folder, schedules=schedules(languages=("fi", "sv")))
    with serve(folder) as served:
        yield served


@pytest.mark.parametrize(
    ("label", "choice", "heading", "found"),
    [
        (
            "Apuväline tai tarve",
            "Rollaattori tai lastenvaunut",
            f"2 tulosta: {ASKED}, rollaattori tai lastenvaunut",
            ["Kahvila", "Konsertti"],
        ),
        ("Apuväline tai tarve", "Pyörätuoli", f"1 tulos: {ASKED}, pyörätuoli", ["Konsertti"]),
        ("Apuväline tai tarve", "Esteetön wc", f"2 tulosta: {ASKED}, esteetön wc", ["Elokuva", "Konsertti"]),
        ("Tapahtuman kieli", "Ruotsi", f"1 tulos: {ASKED}, ruotsi", ["Konsertti"]),
        ("Tapahtuman kieli", "Suomi", f"2 tulosta: {ASKED}, suomi", ["Kahvila", "Konsertti"]),
    ],
)
def test_the_search_finds_what_suits_a_need_or_a_language(  # noqa: PLR0913, PLR0917 - a row of the table
    browser: Browser, line: Served, label: str, choice: str, heading: str, found: list[str]
) -> None:
    with visiting(browser, line) as page:
        page.goto(f"{line.address}/fi/haku/")
        page.get_by_label(label).select_option(choice)
        page.get_by_role("button", name="Näytä tulokset").press("Enter")
        expect(page.locator("#results-heading")).to_have_text(heading)
        assert sorted(page.locator("#found .title a").evaluate_all("all => all.map((one) => one.firstChild.data)")) == found
        page.reload()
        expect(page.locator("#results-heading")).to_have_text(heading)
        assert page.get_by_label(label).locator("option:checked").inner_text() == choice
        page.locator(".chips a").first.press("Enter")
        expect(page.locator("#results-heading")).to_have_text(f"4 tulosta: {ASKED}")


def test_only_needs_and_languages_that_something_suits_are_offered(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        page.goto(f"{line.address}/sv/sok/")
        needs, languages = page.get_by_label("Hjälpmedel eller behov"), page.get_by_label("Evenemangets språk")
        assert needs.locator("option").all_inner_texts() == [
            "Inget särskilt behov",
            "Rollator eller barnvagn",
            "Rullstol",
            "Tillgänglig toalett",
        ]
        assert languages.locator("option").all_inner_texts() == ["Vilket språk som helst", "Finska", "Svenska"]


def test_a_need_that_little_suits_leads_on_to_what_nobody_told_of(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        page.goto(f"{line.address}/fi/haku/#need=step_free_entrance+accessible_toilet")
        expect(page.locator("#ways-on-list a").filter(has_text="Myös ne, joista tätä ei tiedetä")).to_be_visible()


def test_larger_text_goes_along_until_it_is_not_wanted_any_more(browser: Browser, line: Served) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    with visiting(browser, line, viewport={"width": 320, "height": 700}) as page:
        page.goto(f"{line.address}/fi/tietoa/")
        usual = page.evaluate(size)
        assert stored(page) == []
        press(page, "Isompi teksti")
        assert page.evaluate(size) == pytest.approx(usual * 4 / 3, rel=0.01)
        page.goto(f"{line.address}/fi/")
        expect(page.locator("html.larger")).to_have_count(1)
        assert broken(page) == []
        page.goto(f"{line.address}/sv/om/")
        press(page, "Vanlig textstorlek")
        assert stored(page) == []
        page.reload()
        assert page.evaluate(size) == usual


def test_without_a_script_larger_text_is_explained(browser: Browser, line: Served) -> None:
    with visiting(browser, line, java_script_enabled=False) as page:
        page.goto(f"{line.address}/fi/")
        page.get_by_role("link", name="Isompi teksti").click()
        assert page.url == f"{line.address}/fi/ohje/#large"
        assert page.locator("h2#large").inner_text() == "Isompi teksti"
        assert page.get_by_role("button", name="Tulosta").count() == 0


@pytest.mark.parametrize("path", ["/fi/tulosta/viikko-2026-w48/", "course"])
def test_a_button_prints_what_is_made_for_paper(browser: Browser, line: Served, path: str) -> None:
    with visiting(browser, line) as page:
        page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1 }")
        page.goto(f"{line.address}/fi/a-o/")
        address = path if path != "course" else page.get_by_role("link", name="Keramiikka").get_attribute("href")
        page.goto(f"{line.address}{address}")
        press(page, "Tulosta")
        assert page.evaluate("window.printed") == 1


def test_the_word_that_enrolment_opens_later_goes_when_it_opens(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        page.clock.install(time=OPENS - timedelta(seconds=40))
        for path in ("/fi/pv/2027-01-12/", "/fi/kk/2027-01/"):
            page.goto(line.address + path)
            expect(page.locator(".card .mark")).to_have_text("Ilmoittautuminen alkaa ti 8.12. klo 9.00")
            page.clock.run_for(61_000)
            expect(page.locator(".card .mark")).to_have_count(0)
            page.clock.install(time=OPENS - timedelta(seconds=40))


def test_folded_switches_open_by_keyboard_and_from_the_address(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        page.goto(f"{line.address}/fi/viikko/2026-w48/")
        assert page.locator("#only-step-free:visible").count() == 0
        page.locator("summary").press("Enter")
        page.locator("#only-step-free").press("Space")
        expect(page.locator(".switch-count")).to_have_text("Näytetään 2 tapahtumaa.")
        address = page.url
        assert address.endswith("#only=step-free")
        page.goto(f"{line.address}/fi/")
        page.goto(address)
        assert page.locator("#only-step-free:visible:checked").count() == 1
        assert page.locator(".card:visible").count() == 2
