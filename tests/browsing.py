"""A real browser for the tests of pages, and what is wrong with a page that anybody may meet."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, sync_playwright

_CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first does the same as the others without windows, for a third less time."""
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "iframes": False,
    "preload": False,
}
_AXE = "async (rules) => (await axe.run(document, rules)).violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 160)}`)"
_OPENED = "document.querySelectorAll('details').forEach(details => { details.open = true })"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one file; where none can be had they are skipped, visibly."""
    chromium = next(filter(None, map(shutil.which, _CHROMIUMS)), None)
    if chromium is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=_QUIET)
        yield started
        started.close()


def violations(page: Page) -> list[str]:
    """The accessibility rules that the page breaks as it stands, each with the first element that does."""
    page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(_AXE, _RULES)
    return found


def broken(page: Page) -> list[str]:
    """The accessibility rules that the page breaks with everything on it unfolded, and how much wider than the window it is."""
    page.evaluate(_OPENED)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*violations(page), *([f"{wide} px too wide"] if wide > 0 else [])]
