"""The site in a real browser: every kind of page is sound, everything works by keyboard and without JavaScript.

``KOOSTE_AXE=all`` asks every rule of every example in every way and language, which takes many minutes.
"""

from __future__ import annotations

import functools
import http.server
import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from publish.addresses import FOLDERS
from tests.once import made_once
from tests.site_kinds import LANGUAGES, every_kind, examples, publish_every_kind
from tests.site_sweep import EVERY_WAY, Sweep, standing, ways_of

pytestmark = pytest.mark.browser
EXAMPLES = examples(every_kind())
PARTS = 3
"""So many tests a language, for several processes to share."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that writes no log."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path, server_of: type[Quiet] = Quiet) -> Iterator[str]:
    """A published site on loopback: its address."""
    handler = functools.partial(server_of, directory=str(folder / "public"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The small region in three languages, served on loopback."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A region with something for every kind of page, published; to be looked at only."""
    return made_once(tmp_path_factory, "every-kind", publish_every_kind)


class Visit:
    """A page opened in one way, with everything that went wrong on it."""

    def __init__(self, browser: Browser, address: str, *, width: int = 1280, dark: bool = False, **options: bool) -> None:
        self.wrong: list[str] = []
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
        self.page: Page = context.new_page()
        self.page.emulate_media(color_scheme="dark" if dark else "light")
        self.page.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("requestfailed", lambda request: self.wrong.append(f"failed: {request.url}"))
        self.page.on("response", lambda answer: self.wrong.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)
        self.page.route("**", lambda route: self._guard(route, address))

    def _guard(self, route: Route, address: str) -> None:
        if route.request.url.startswith(f"{address}/"):
            route.continue_()
        else:
            self.wrong.append(f"elsewhere: {route.request.url}")
            route.abort()


def test_every_kind_of_page_has_an_example() -> None:
    assert {one.kind for one in EXAMPLES} - {""} == set(FOLDERS["fi"])


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_is_sound(browser: Browser, every: Path, language: str, part: int) -> None:
    """A page of a preview differs from these by what it tells search engines, and by nothing else."""
    is_whole = os.environ.get("KOOSTE_AXE") == "all"
    shown = [one for one in EXAMPLES if language in one.paths and (is_whole or language == "fi" or one.is_first)]
    with standing(every / "public") as address:
        sweep = Sweep(browser, address)
        for place in range(part, len(shown), PARTS):
            ways = EVERY_WAY if is_whole else ways_of(language, place)
            sweep.look(shown[place].paths[language], language, ways, closely=is_whole or language == "fi")
        sweep.close()
    assert sweep.wrong == []
    assert sweep.unsure == []
    assert len(sweep.small) <= sweep.controls * 0.05, sweep.small


def blocks(style: str, condition: str) -> Iterator[str]:
    """What stands within each ``@media`` of a condition."""
    for found in re.finditer(rf"@media[^{{]*{condition}[^{{]*{{", style):
        depth, end = 1, found.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(style[end], 0)
            end += 1
        yield style[found.end() : end - 1]


def declared(block: str) -> set[str]:
    return set(re.findall(r"[{;]\s*([a-z-]+)\s*:", block))


def test_the_dark_scheme_changes_colours_alone_and_the_width_changes_none(every: Path) -> None:
    """Which is why contrasts need not be measured in every width, and the rest not in every scheme."""
    for file in (every / "public/static").glob("style.*.css"):
        style = file.read_text(encoding="utf-8")
        dark, wide = list(blocks(style, "prefers-color-scheme")), list(blocks(style, "width"))
        assert dark
        assert all(name.startswith("--") for block in dark for name in declared(block)), file
        assert not {
            name for block in wide for name in declared(block) if re.search("color|background|fill|stroke|opacity|filter|^--", name)
        }


def test_the_keyboard_reaches_the_content_first_and_focus_is_seen(browser: Browser, address: str) -> None:
    visit = Visit(browser, address)
    visit.page.goto(f"{address}/fi/")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.textContent") == "Siirry sisältöön"
    assert visit.page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    visit.page.keyboard.press("Enter")
    stops = 0
    while not visit.page.evaluate("!!document.activeElement.closest('.card')"):
        visit.page.keyboard.press("Tab")
        stops += 1
        assert stops <= 12
    outline = visit.page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    visit.page.context.close()
    assert outline == "3px"


def test_everything_works_without_javascript(browser: Browser, address: str) -> None:
    visit = Visit(browser, address, java_script_enabled=False)
    page = visit.page
    page.goto(f"{address}/")
    page.get_by_role("link", name="Suomi").click()
    page.get_by_role("navigation", name="Päävalikko").get_by_role("link", name="Viikko").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Viikko 48/2026"
    page.get_by_role("link", name="Kyläkirppis").click()
    assert "PERUTTU" in page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("navigation", name="Kieli").get_by_role("link", name="Svenska").click()
    assert page.get_by_text("Bara på finska").is_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Lägg till i kalendern (.ics)").click()
    assert Path(download.value.path()).read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")
    page.context.close()
    assert [line for line in visit.wrong if not line.startswith("failed")] == []


def test_the_month_reads_as_days_with_counts(browser: Browser, address: str) -> None:
    visit = Visit(browser, address)
    visit.page.goto(f"{address}/fi/kk/2026-12/")
    assert visit.page.get_by_role("table", name="Joulukuu 2026: tapahtumat päivittäin").is_visible()
    assert visit.page.get_by_role("link", name="2. joulukuuta, 2 tapahtumaa", exact=True).is_visible()
    visit.page.context.close()


def test_a_printed_day_is_one_page_in_black_without_navigation(browser: Browser, address: str, tmp_path: Path) -> None:
    visit = Visit(browser, address)
    visit.page.goto(f"{address}/fi/pv/2026-11-28/")
    visit.page.pdf(path=tmp_path / "day.pdf", format="A4", prefer_css_page_size=True)
    assert (tmp_path / "day.pdf").read_bytes().count(b"/Type /Page\n") == 1
    visit.page.emulate_media(media="print")
    assert not visit.page.get_by_role("navigation", name="Päävalikko").is_visible()
    size = visit.page.locator(".card .title").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    visit.page.context.close()
    assert size >= 16  # 12 pt
