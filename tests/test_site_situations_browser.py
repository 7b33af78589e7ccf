"""Life situations in a browser: the quick way out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.once import made_once
from tests.site_kinds import publish_every_kind
from tests.test_site_browser import served

pytestmark = pytest.mark.browser
SENSITIVE = "/fi/elamantilanne/ero-perheessa/"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A region with something of each kind."""
    made = made_once(tmp_path_factory, "every-kind", publish_every_kind)
    with served(made) as served_at:
        yield served_at


def test_the_way_out_stays_in_sight_and_covers_nothing_that_has_focus(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 560}).new_page()
    page.goto(address + SENSITIVE)
    page.locator("main a").last.focus()
    way = page.locator(".leave a").bounding_box()
    assert way is not None
    assert way["y"] >= 0
    assert way["height"] >= 44
    hidden = page.evaluate(
        """() => [...document.querySelectorAll("main a")].reverse().filter(one => {
            one.focus();
            return one.getBoundingClientRect().top < document.querySelector(".leave").getBoundingClientRect().bottom;
        }).length"""
    )
    assert hidden == 0
    page.context.close()
