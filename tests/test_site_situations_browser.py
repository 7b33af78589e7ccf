"""Life situations, hobbies, tasks and changes in a browser: the quick way out, axe, width, and the size of what one taps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, Route

from tests.once import made_once
from tests.publish_rows import publish, schedules
from tests.test_publish_changes import rows as changed_rows
from tests.test_publish_hobbies import rows as hobby_rows
from tests.test_publish_situations import rows as situation_rows
from tests.test_site_browser import WAY_NAMES, WAYS, browser, pytestmark, served, trouble

__all__ = ["browser", "pytestmark"]
SENSITIVE = "/fi/elamantilanne/ero-perheessa/"
PATHS = [
    SENSITIVE,
    "/fi/harrastukset/",
    "/sv/hobbyer/anmalan-oppen/",
    "/en/hobbies/school/nojanmaa/",
    "/fi/vapaaehtoistyo/",
    "/en/changes/",
]
AWAY = "https://www.ilmatieteenlaitos.fi/"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A region with something of each."""
    parts = (situation_rows(), hobby_rows(), changed_rows())
    rows = replace(
        hobby_rows(),
        event_rows=list({row.id: row for part in parts for row in part.event_rows}.values()),
        occurrence_rows=list({row.id: row for part in parts for row in part.occurrence_rows}.values()),
        situation_rows=situation_rows().situation_rows,
    )
    made = made_once(tmp_path_factory, "situations-site", lambda directory: publish(rows, directory, schedules=schedules()))
    with served(made) as served_at:
        yield served_at


@pytest.mark.parametrize(("width", "scheme"), WAYS[:2], ids=WAY_NAMES[:2])
def test_the_pages_pass_axe_and_fit(browser: Browser, address: str, width: int, scheme: str) -> None:
    assert trouble(browser, address, PATHS, width, scheme) == []


def opened(browser: Browser, address: str, *, scripts: bool) -> tuple[Page, list[Request]]:
    """The sensitive page, reached from the home page; requests to the weather service are answered here and kept."""
    asked: list[Request] = []

    def answer(route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(AWAY).netloc:
            asked.append(route.request)
            route.fulfill(body="<!doctype html><title>Weather</title>", content_type="text/html")
        else:
            route.continue_()

    page = browser.new_context(java_script_enabled=scripts).new_page()
    page.route("**", answer)
    page.goto(f"{address}/fi/")
    page.goto(address + SENSITIVE)
    return page, asked


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_quick_way_out_by_keyboard_tells_nobody_where_one_was(
    browser: Browser,
    address: str,
    *,
    scripts: bool,
) -> None:
    page, asked = opened(browser, address, scripts=scripts)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(AWAY)
    assert [request.header_value("referer") for request in asked] == [None]
    page.go_back()
    assert page.url == (f"{address}/fi/" if scripts else address + SENSITIVE)
    page.context.close()


def test_the_way_out_stays_in_sight_and_covers_nothing_that_has_focus(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address, scripts=True)
    page.set_viewport_size({"width": 320, "height": 560})
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


def test_what_one_taps_is_large_enough(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 900}).new_page()
    small = []
    for path in PATHS:
        page.goto(address + path)
        small += page.evaluate(
            """() => [...document.querySelectorAll("nav a, .button, .phone a, .ways a, .helper .side-note a, .ways-on a")]
                .filter(e => { const r = e.getBoundingClientRect(); return r.width && r.height < 43.5 })
                .map(e => e.outerHTML.slice(0, 120) + e.getBoundingClientRect().height)"""
        )
    page.context.close()
    assert small == []
