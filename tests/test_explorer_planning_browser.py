"""The planning aid and the statistics in a real browser: journeys O4 and O5 without scripts, by keyboard; no accessibility rule broken."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from explorer.instance import Means
from explorer.server import site_app
from store.snapshot import CURRENT, DIRECTORY
from tests.browsing import broken
from tests.explorer_client import running
from tests.explorer_region import BUILT, volunteers_evening, write_region
from tests.explorer_snapshot import schedules

pytestmark = pytest.mark.browser

_Q6 = "pv=26&kk=11&vvvv=2026&alkaa=17&paattyy=20&kenelle=volunteers&paikka=torikulma"
_WRONG = "suunnittele/?pv=31&kk=2&vvvv=2027&alkaa=x&paattyy="
_WEEKS = "suunnittele/ikaihmiset/kerimaki"
LOOKS = {
    ("light", 1280): (f"suunnittele/?{_Q6}", _WRONG, _WEEKS, "tilastot/", "tilastot/esteettomyys?kenelle=seniors",
                      "tilastot/aukot?ryhma=seniors", "tilastot/paikat", "tilastot/kehitys", "tilastot/raportti"),
    ("dark", 320): (f"suunnittele/?{_Q6}", _WEEKS, "tilastot/lahteet", "tilastot/raportti"),
    ("light", 320): (f"planera/?{_Q6}", "statistik/luckor?ryhma=seniors"),
    ("dark", 1280): ("plan/older-people/kerimaki", "statistics/"),
}  # fmt: skip
"""Each page in one look at least, both widths and both schemes in each language's turn."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data = tmp_path_factory.mktemp("data")
    (data / DIRECTORY).mkdir()
    write_region(data / DIRECTORY / "kooste-1.db", volunteers_evening)
    (data / DIRECTORY / CURRENT).symlink_to("kooste-1.db")
    with running(site_app(data, schedules(), means=Means(now=lambda: BUILT))) as found:
        yield f"{found}/explore/"


def plain(browser: Browser) -> Page:
    """A page on which no script runs."""
    return browser.new_context(java_script_enabled=False).new_page()


def write(page: Page, field: str, text: str) -> None:
    """Goes to a field with the tabulator and fills it in."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(":focus").get_attribute("id") == field:
            page.keyboard.type(text)
            return
    pytest.fail(f"{field} cannot be reached by keyboard")


def test_a_night_for_volunteers_is_chosen(browser: Browser, address: str) -> None:
    page = plain(browser)
    page.goto(f"{address}suunnittele/")
    for field, text in (("pv", "26"), ("kk", "11"), ("alkaa", "17"), ("paattyy", "20"), ("kenelle", "Vapaa"), ("paikka", "Kumpp")):
        write(page, field, text)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suunnittele/?pv=26&kk=11&**")
    groups = {group: page.locator(f"ul.rivals.{group} .name").all_inner_texts() for group in ("venue", "meanwhile")}
    assert groups == {
        "venue": ["Järjestöjen yhteistyöilta, Kumppanuustalo Torikulma", "Vapaaehtoisten koulutusilta, Kumppanuustalo Torikulma"],
        "meanwhile": ["Kielikahvila, Norppalan pääkirjasto"],
    }
    assert "Tila on jo varattu kahteen kertaan" in page.locator(".answer").inner_text()
    free = [text for text in page.locator("ol.better li").all_inner_texts() if "sama tila" not in text]
    assert len(free) >= 2
    page.locator("ol.better a").first.click()
    assert "Tila näyttää olevan vapaa." in page.locator(".answer").inner_text()
    page.context.close()


def test_the_weeks_of_older_people_in_a_village(browser: Browser, address: str) -> None:
    page = plain(browser)
    page.goto(f"{address}suunnittele/")
    page.select_option("#weeks-audience", "seniors")
    page.select_option("#weeks-area", "kerimaki")
    page.locator(".weeks-form button").click()
    assert page.url == f"{address}suunnittele/ikaihmiset/kerimaki"
    cell = page.locator("#v50 tbody tr").nth(1).locator("td").nth(3)
    assert cell.inner_text() == "2: Digituki kirjastossa, Kerimäen seniorien joulujuhla"
    page.locator("#v50 thead a").nth(3).click()
    assert (page.locator("#pv").input_value(), page.locator("#kenelle").input_value()) == ("10", "seniors")
    page.context.close()


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_no_rule_is_broken_and_nothing_is_wider_than_the_screen(browser: Browser, address: str, scheme: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found: dict[str, list[str]] = {}
    for path in LOOKS[scheme, width]:
        page.goto(f"{address}{path}")
        found[path] = broken(page)
    page.close()
    assert {path: problems for path, problems in found.items() if problems} == {}
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_the_report_is_two_sheets_of_paper(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}tilastot/raportti")
    paper = page.pdf(format="A4")
    page.close()
    assert 1 <= paper.count(b"/Type /Page\n") <= 2
