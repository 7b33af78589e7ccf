"""Nothing on a page moves while it loads, in a real browser: not when the font comes late, nor when the script does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.publish_rows import NOW, at, slug_of, small_region
from tests.test_site_browser import served

pytestmark = pytest.mark.browser
FAIR = f"/fi/t/{slug_of(small_region(), 'Kyläkirppis')}/"
_WATCH = """delete Navigator.prototype.serviceWorker;
globalThis.moved = 0;
const add = (list) => list.getEntries().forEach((one) => { moved += one.value });
new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });"""
_PAINTED = """() => new Promise((then) => new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length) then();
}).observe({ type: "paint", buffered: true }))"""
_FRAMES = "() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then))))"
_STANDS_IN = """() => Promise.any(["DejaVu Sans", "Roboto", "Arial", "Liberation Sans"].map(
    (name) => new FontFace("there", `local("${name}")`).load())).then(() => true, () => false)"""
_FONT = "() => document.fonts.load('1rem \"Atkinson Hyperlegible Next\"')"
WIDTHS = (320, 360, 412, 1280)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The small region in three languages, served on loopback."""
    with served(site) as address:
        yield address


@contextmanager
def late(browser: Browser, url: str, width: int, file: str, when: datetime = NOW) -> Iterator[Page]:
    """A page that was painted before a file of it came, which has come by now."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page, held = context.new_page(), list[Route]()
    page.clock.set_fixed_time(when)
    page.add_init_script(_WATCH)
    page.route(file, lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    page.goto(url, wait_until="commit")
    page.evaluate(_PAINTED)
    page.evaluate(_FRAMES)
    assert held
    for one in held:
        one.continue_()
    page.wait_for_load_state()
    page.evaluate(_FONT)
    page.evaluate(_FRAMES)
    yield page
    context.close()


def moved(page: Page) -> float:
    """The page's cumulative layout shift: 0.1 is what is called good, 0.25 poor."""
    found: float = page.evaluate("moved")
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["/fi/", "/sv/vecka/", FAIR, "/en/about/", "/fi/haku/"])
def test_what_stands_in_for_the_font_takes_the_same_room(browser: Browser, address: str, path: str, width: int) -> None:
    with late(browser, address + path, width, "**/*.woff2") as page:
        if not page.evaluate(_STANDS_IN):
            pytest.skip("none of the fonts that stand in is on this machine (apt-get install fonts-dejavu-core)")
        assert page.evaluate("document.fonts.check('1rem \"Atkinson Hyperlegible Next\"')")
        assert moved(page) < 0.03


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["/fi/", "/fi/tanaan/", "/fi/viikko/"])
def test_a_page_of_an_earlier_day_says_so_without_moving(browser: Browser, address: str, path: str, width: int) -> None:
    with late(browser, address + path, width, "**/site.*.js", at("2026-11-26", "08:00")) as page:
        told = page.locator(".made-before")
        expect(told).to_be_in_viewport(ratio=1)
        assert told.get_attribute("role") == "status"
        assert moved(page) < 0.01  # an event that is over gets a word before its name


def test_the_own_list_keeps_the_room_of_what_the_script_shows(browser: Browser, address: str) -> None:
    with late(browser, f"{address}/fi/omat/", 412, "**/mine.*.js") as page:
        expect(page.locator("#none")).to_be_visible()
        assert moved(page) == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_told_at_the_foot_hides_nothing_that_is_reached_by_keyboard(browser: Browser, address: str, width: int) -> None:
    """WCAG 2.4.11; the foot of the page stands clear of it too."""
    hidden = """() => {
        const { top } = document.querySelector(".made-before").getBoundingClientRect();
        return document.activeElement.closest(".made-before") ? false : document.activeElement.getBoundingClientRect().bottom > top;
    }"""
    with late(browser, f"{address}/fi/viikko/", width, "**/site.*.js", at("2026-11-26", "08:00")) as page:
        seen = 0
        while page.evaluate("!document.activeElement.matches('.colophon li:last-child a')"):
            page.keyboard.press("Tab")
            assert not page.evaluate(hidden), page.evaluate("document.activeElement.outerHTML")
            seen += 1
        assert seen > 20


def test_in_a_low_window_it_stands_in_the_text(browser: Browser, address: str) -> None:
    """A page at four times the size would be half hidden otherwise."""
    page = browser.new_page(viewport={"width": 320, "height": 256})
    page.clock.set_fixed_time(at("2026-11-26", "08:00"))
    page.goto(f"{address}/fi/")
    told = page.locator(".opening > .made-before")
    position = told.evaluate("one => getComputedStyle(one).position")
    page.close()
    assert position == "static"
