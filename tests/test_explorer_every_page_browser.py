"""Every page of the explorer's own by axe: in three languages, 1280 and 320 pixels wide, light and dark.

CI looks at those that no other test of pages opens. ``KOOSTE_AXE=all pytest -s`` of this file looks at every page in every way, at those
that Datasette makes as well, and says what it counted (docs/explorer.md has the figures).
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page, Route

from explorer.addresses import LANGUAGES, Language
from tests.browsing import broken
from tests.explorer_every_page import STOCK, Served, desk, desk_pages, town, town_pages

pytestmark = pytest.mark.browser

EVERY = os.environ.get("KOOSTE_AXE") == "all"
LOOKS = ((1280, "light"), (320, "light"), (320, "dark")) if EVERY else ((320, "light"),)
SHARE = {"question, contacts", "list, contacts", "door publishing", "status source", "status waiting", "open data", "fi error 429"}
"""What CI looks at here, in Finnish: pages that the tests of the parts leave out."""
ONLY_EVERY = pytest.mark.skipif(not EVERY, reason="KOOSTE_AXE=all looks at every page; the tests of the parts look at some")


@pytest.fixture(scope="module")
def everybody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with town(tmp_path_factory.mktemp("town")) as served:
        yield served


@pytest.fixture(scope="module")
def moderator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with desk(tmp_path_factory.mktemp("desk")) as served:
        yield served


def opened(browser: Browser, served: Served) -> Page:
    """A page of somebody with the server's cookies, to whom answers to forms are given at an address of their own."""

    def answered(route: Route) -> None:
        body = served.answers[route.request.url.rpartition("=")[2].replace("_", " ")]
        route.fulfill(status=200, body=body, headers={"content-type": "text/html; charset=utf-8"})

    context = browser.new_context()
    context.add_cookies([{"name": name, "value": value, "url": served.address} for name, value in served.cookies.items()])
    context.route("**/__answer?of=*", answered)
    page = context.new_page()
    page.set_default_timeout(60_000)
    return page


def looked_at(browser: Browser, served: Served, wanted: Mapping[str, str]) -> tuple[int, dict[str, list[str]]]:
    """How many looks there were, and what is wrong with which page in which of them."""
    page, count = opened(browser, served), 0
    wrong: dict[str, list[str]] = {}
    for name, path in wanted.items():
        answer = page.goto(served.address + path.format_map(served.answers))
        assert answer is not None
        assert answer.status < 500, name
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            problems = broken(page)
            count += 1
            wrong |= {f"{name}, {width}, {scheme}": problems} if problems else {}
    page.context.close()
    return count, wrong


def told(figures: str) -> None:
    """Says what was counted; seen with ``pytest -s``."""
    sys.stdout.write(f"{figures}\n")


@pytest.mark.parametrize("language", LANGUAGES if EVERY else ("fi",))
def test_pages_for_everybody_break_no_rule(browser: Browser, everybody: Served, language: Language) -> None:
    answers = {name: f"/explore/__answer?of={name.replace(' ', '_')}" for name in everybody.answers if name.startswith(language)}
    wanted = {**town_pages(language), **answers}
    count, wrong = looked_at(browser, everybody, {name: path for name, path in wanted.items() if EVERY or name in SHARE})
    told(f"{language}: {count} looks at {count // len(LOOKS)} pages for everybody, {len(wrong)} broken")
    assert wrong == {}


@ONLY_EVERY
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_for_moderators_break_no_rule(browser: Browser, moderator: Served, language: Language) -> None:
    count, wrong = looked_at(browser, moderator, desk_pages(language))
    told(f"{language}: {count} looks at {count // len(LOOKS)} pages for moderators, {len(wrong)} broken")
    assert wrong == {}


@ONLY_EVERY
def test_pages_that_datasette_makes_break_no_rule(browser: Browser, everybody: Served) -> None:
    count, wrong = looked_at(browser, everybody, {one: f"/explore/{one}" for one in STOCK})
    rules = Counter(problem.partition(":")[0] for problems in wrong.values() for problem in problems)
    told(f"{count} looks at {len(STOCK)} pages that Datasette makes: {dict(rules) or 'no rule broken'}")
    assert wrong == {}
