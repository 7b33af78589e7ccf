"""The explorer in a real browser: no accessibility rule broken, nothing asked of anyone else, nothing wider than a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from explorer.server import site_app
from store.snapshot import CURRENT, DIRECTORY
from tests.browsing import broken
from tests.explorer_client import running
from tests.explorer_snapshot import schedules, write_snapshot

pytestmark = pytest.mark.browser

PATHS = (
    "/explore/",
    "/explore/kooste",
    "/explore/kooste/events",
    "/explore/kooste/events?_search=k&kind=event&_facet=slug&_sort=name",
    "/explore/kooste/events?_all=on",
    "/explore/kooste/events?name=none",
    "/explore/kooste/events/e4",
    "/explore/kooste/occurrences",
    "/explore/kooste/listings",
    "/explore/kooste/places/kirjasto",
    "/explore/kooste/sources",
    "/explore/kooste/issues",
    "/explore/kooste/harvests",
    "/explore/kooste/meta",
    "/explore/kooste/nothing",
    "/explore/kooste/events?foo=1",
)
NARROW = PATHS[2:4] + PATHS[6:9] + PATHS[-1:]


@pytest.fixture(scope="module")
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data = tmp_path_factory.mktemp("data")
    (data / DIRECTORY).mkdir()
    write_snapshot(data / DIRECTORY / "kooste-1.db", events=6)
    (data / DIRECTORY / CURRENT).symlink_to("kooste-1.db")
    with running(site_app(data, schedules(request.param))) as found:
        yield found


def look(browser: Browser, width: int, scheme: str, seen: list[str]) -> Page:
    """A page without scripts of its own allowed to fail: what it asks for and complains about is written down."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light")
    page.on("request", lambda request: seen.append(request.url))
    page.on("console", lambda message: seen.append(f"console: {message.text}"))
    page.on("pageerror", lambda problem: seen.append(f"error: {problem}"))
    return page


@pytest.mark.parametrize(
    ("address", "width", "scheme", "paths"),
    [("fi", 1280, "light", PATHS), ("fi", 320, "light", NARROW), ("sv", 390, "dark", NARROW[:2]), ("en", 1280, "dark", NARROW[:2])],
    indirect=["address"],
)
def test_every_page_is_accessible_and_asks_nobody_else(
    browser: Browser, address: str, width: int, scheme: str, paths: tuple[str, ...]
) -> None:
    seen: list[str] = []
    page = look(browser, width, scheme, seen)
    found: dict[str, list[str]] = {}
    for path in paths:
        page.goto(f"{address}{path}")
        found[path] = broken(page)
    page.close()
    assert {path: problems for path, problems in found.items() if problems} == {}
    strangers = [url for url in seen if not url.startswith((f"{address}/explore/", "data:", "console: Failed to load resource"))]
    assert strangers == []


@pytest.mark.parametrize("address", ["fi"], indirect=True)
def test_a_search_and_a_filter_work_by_keyboard_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/explore/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "#content"
    page.locator("#find").focus()
    page.keyboard.type("tuolij")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/explore/kooste/events?_search=tuolij")
    assert page.locator("tbody tr").count() == 1
    page.locator("summary").first.click()
    page.select_option("#column", "kind")
    page.fill("#value", "activity")
    page.locator("form.filters button").click()
    page.wait_for_url(re.compile("_search=tuolij.*kind__exact=activity"))
    assert page.locator("tbody tr").count() == 0
    context.close()
