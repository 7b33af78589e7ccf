"""Paper and frames in a real browser: one page whatever there is, type that is large enough, and only one's own events in a frame."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from publish.fitting import NORMAL
from tests.once import made_once
from tests.publish_rows import HandMade, at, joined, place, publish, single, slug_of, small_region, weekly
from tests.test_site_browser import Visit, served

pytestmark = pytest.mark.browser
WORDS = [
    "kylätalo",
    "tasapainoryhmä",
    "jumppa",
    "yhteislaulu",
    "vapaaehtoistyöntekijöiden",
    "ilta",
    "Mölkky",
    "MM-kisat",
    "kansalaisopiston",
    "keramiikkakurssi",
]
DAYS = [date(2026, 11, 24) + timedelta(days=n) for n in range(6)]


def title(n: int, most: int) -> str:
    return " ".join(WORDS[(n * 3 + k * (n % 4 + 1)) % len(WORDS)] for k in range(n % most + 1)).capitalize()


def busy(singles: int, series: int, most: int, name: str) -> HandMade:
    """One-offs with titles of up to so many words, and weekly series, at a place of that name."""
    parts = [
        single(f"o{n}", title(n, most), at(f"{DAYS[n % 6]}", f"{8 + n % 12:02}:30"), at(f"{DAYS[n % 6]}", "22:00")) for n in range(singles)
    ]
    parts += [weekly(f"w{n}", title(n, most), (at(f"{DAYS[n % 6]}", "10:00"), at(f"{DAYS[n % 6]}", "11:00")), 6) for n in range(series)]
    return joined(*parts, place_rows=[place(name=name)])


REGIONS = {
    "few": busy(3, 1, 3, "Kumppanuustalo Torikulma"),
    "short": busy(80, 0, 1, "Sali"),
    "many": busy(80, 0, 3, "Kirjasto"),
    "long": busy(60, 20, 9, "Kumppanuustalo Torikulman suuri juhlasali ja aula"),
    "series": busy(6, 60, 2, "Kirjasto"),
}


def pages_of(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n")


def smallest(page: Page) -> float:
    """Points of the smallest text of the sheet."""
    found: float = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll(".poster *")].filter(e => !e.closest("svg") && e.textContent.trim())
            .map(e => parseFloat(getComputedStyle(e).fontSize))) * 0.75"""
    )
    return found


@pytest.mark.parametrize("name", REGIONS)
def test_a_sheet_is_one_page_in_both_sizes(browser: Browser, tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    made = made_once(tmp_path_factory, f"paper-{name}", lambda directory: publish(REGIONS[name], directory))
    with served(made) as address:
        visit = Visit(browser, address)
        visit.page.emulate_media(media="print")
        for path, points in (("fi/tulosta/viikko-2026-w48/", 12), ("fi/tulosta/viikko-2026-w48/iso/", 18)):
            visit.page.goto(f"{address}/{path}")
            assert pages_of(visit.page.pdf(format="A4", prefer_css_page_size=True)) == 1, path
            assert smallest(visit.page) >= points
            assert not visit.page.get_by_role("navigation").first.is_visible()
            code = visit.page.locator(".poster svg.qr").bounding_box()
            assert code is not None
            assert code["width"] / 96 * 25.4 == pytest.approx(28, abs=0.5)
            assert visit.page.get_by_text("+358 00 000 0000").first.is_visible()
        visit.page.context.close()
        assert visit.wrong == []


def test_a_page_of_short_rows_is_well_filled(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    made = made_once(tmp_path_factory, "paper-short", lambda directory: publish(REGIONS["short"], directory))
    with served(made) as address:
        visit = Visit(browser, address)
        visit.page.goto(f"{address}/fi/tulosta/viikko-2026-w48/")
        count = visit.page.locator(".poster li").count()
        visit.page.context.close()
    assert NORMAL.most - 8 <= count <= NORMAL.most


def test_pages_print_in_two_columns_without_ways_on(browser: Browser, site: Path) -> None:
    """No row is broken over columns or pages, and what only leads on is no use on paper."""
    with served(site) as address:
        visit = Visit(browser, address)
        visit.page.emulate_media(media="print")
        styles = "(elements, name) => [...new Set(elements.map((one) => getComputedStyle(one)[name]))]"
        for path, column, row in (("viikko/2026-w48/", ".days", ".card"), ("kk/2026-12/", ".days", ".card"), ("selko/", "", ".easy-item")):
            visit.page.goto(f"{address}/fi/{path}")
            assert visit.page.locator(row).evaluate_all(styles, "breakInside") == ["avoid"], path
            assert not column or visit.page.locator(column).evaluate_all(styles, "columnCount") == ["2"], path
            assert visit.page.locator("nav:visible, .day .leaf:visible").count() == 0, path
        visit.page.context.close()
        assert visit.wrong == []


def test_an_event_prints_on_one_page_with_its_code_at_the_top_and_its_sources(browser: Browser, site: Path) -> None:
    with served(site) as address:
        visit = Visit(browser, address)
        visit.page.goto(f"{address}/fi/t/{slug_of(small_region(), 'Kyläkirppis')}/")
        visit.page.emulate_media(media="print")
        assert pages_of(visit.page.pdf(format="A4", prefer_css_page_size=True)) == 1
        code, heading = visit.page.locator("svg.qr").bounding_box(), visit.page.locator("h1").bounding_box()
        assert code is not None
        assert heading is not None
        assert abs(code["y"] - heading["y"]) < 60
        assert visit.page.locator(".provenance .read").first.is_visible()
        assert visit.page.locator(".provenance a:visible").count() == visit.page.locator(".provenance li").count()
        assert not visit.page.get_by_text("Ilmoita virheestä").is_visible()
        visit.page.context.close()
