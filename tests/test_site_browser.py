"""The site in a real browser: no violation, no overflow, no request to elsewhere, everything by keyboard and without JavaScript."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.once import made_once
from tests.publish_joined import joined_region
from tests.publish_rows import HandMade, publish, schedules, small_region

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (apt-get install chromium)"),
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}
ROWS = small_region()


def slug(rows: HandMade, name: str) -> str:
    return next(row.slug for row in rows.event_rows if name in row.name.values())


PAGES = {
    "home": "/fi/",
    "today": "/fi/tanaan/",
    "day": "/fi/pv/2026-12-02/",
    "empty day": "/fi/pv/2026-11-01/",
    "week": "/sv/vecka/2026-w48/",
    "month": "/en/month/2026-12/",
    "event": f"/sv/e/{slug(ROWS, 'Kyläkirppis')}/",
    "exhibition": f"/en/event/{slug(ROWS, 'Näyttely: Järven valo')}/",
    "series": f"/fi/s/{slug(ROWS, 'Tuolijumppa')}/",
    "place": "/fi/paikka/v-torikulma/",
    "places": "/fi/paikat/",
    "organizer": "/fi/jarjestaja/s13/",
    "organizers": "/sv/arrangorer/",
    "sources": "/en/sources/",
    "source": "/fi/lahteet/s13/",
    "subscribe": "/fi/tilaa/",
    "about": "/fi/tietoa/",
    "accessibility": "/sv/tillganglighet/",
    "privacy": "/en/privacy/",
    "area": "/fi/alue/keskusta/",
    "weekend": "/sv/helg/",
    "area today": "/en/today/area/keskusta/",
    "nothing free": "/fi/maksuton/",
    "hobbies": "/fi/harrastukset/",
    "enrolling": "/sv/hobbyer/anmalan-oppen/",
    "volunteering": "/sv/frivilligarbete/",
    "changes": "/en/changes/",
    "search": "/fi/haku/",
    "index": "/fi/a-o/",
    "easy": "/fi/selko/",
    "easy item": f"/fi/selko/s/{slug(ROWS, 'Tuolijumppa')}/",
    "help": "/fi/ohje/",
    "feedback": "/sv/respons/",
    "organizing": "/en/for-organizers/",
    "professionals": "/fi/ammattilaiselle/",
    "languages": "/",
    "not found": "/404.html",
}

JOINED_ROWS = joined_region()
JOINED = {
    "told by several": f"/fi/t/{slug(JOINED_ROWS, 'Joulumyyjäiset')}/",
    "told otherwise": f"/en/event/{slug(JOINED_ROWS, 'Joulupolku')}/",
    "notices": "/fi/jarjestaja/s12/huomiot/",
    "double bookings": "/sv/plats/v-torikulma/dubbelbokningar/",
    "quality": "/en/quality/",
}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that writes no log."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A published site on loopback: its address."""
    handler = functools.partial(Quiet, directory=str(folder / "public"))
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
def joined_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A region whose events several sources tell, some otherwise than others, and some of which compete."""
    made = made_once(tmp_path_factory, "joined-site", lambda directory: publish(JOINED_ROWS, directory, schedules=schedules()))
    with served(made) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield started
        started.close()


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


MAIN = ["home", "day", "week", "month", "event", "series", "place"]
WAYS = [(1280, "light"), (320, "dark"), (1280, "dark"), (320, "light")]
WAY_NAMES = ["wide light", "narrow dark", "wide dark", "narrow light"]


@pytest.mark.parametrize(("width", "scheme"), WAYS, ids=WAY_NAMES)
def test_every_kind_of_page_passes_axe_and_fits(browser: Browser, address: str, width: int, scheme: str) -> None:
    names = MAIN if (width, scheme) in WAYS[2:] else list(PAGES)
    assert trouble(browser, address, [PAGES[name] for name in names], width, scheme) == []


@pytest.mark.parametrize(("width", "scheme"), WAYS[:2], ids=WAY_NAMES[:2])
def test_what_several_sources_tell_passes_axe_and_fits(browser: Browser, joined_address: str, width: int, scheme: str) -> None:
    assert trouble(browser, joined_address, list(JOINED.values()), width, scheme) == []


def trouble(browser: Browser, address: str, paths: list[str], width: int, scheme: str) -> list[str]:
    """What axe, the width of the window, the console and the network say of the pages."""
    visit = Visit(browser, address, width=width, dark=scheme == "dark")
    found: list[str] = []
    for path in paths:
        visit.page.goto(address + path)
        result = Axe().run(visit.page, options=RULES)
        found += [f"{path}: {violation['id']}: {violation['nodes'][0]['html'][:160]}" for violation in result.response["violations"]]
        overflow = visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{path}: {overflow} px too wide"] if overflow > 0 else []
    visit.page.context.close()
    return found + visit.wrong


def test_text_at_twice_the_size_is_neither_cut_nor_too_wide(browser: Browser, address: str) -> None:
    visit = Visit(browser, address, width=640, bypass_csp=True)  # our own policy would refuse the test's style
    cut = []
    for name, path in PAGES.items():
        visit.page.goto(address + path)
        visit.page.add_style_tag(content="html{font-size:200%!important} *{line-height:1.5!important;letter-spacing:.12em!important}")
        hidden = visit.page.evaluate(
            """() => [...document.querySelectorAll("h1,h2,h3,p,a,li,dd,td,th")]
                .filter(e => !e.closest(".unseen,.cell-titles,caption") && getComputedStyle(e).overflow === "hidden"
                    && e.scrollHeight > e.clientHeight + 1)
                .map(e => e.outerHTML.slice(0, 120))"""
        )
        overflow = visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        cut += [f"{name}: {text}" for text in hidden] + ([f"{name}: {overflow} px too wide"] if overflow > 0 else [])
    visit.page.context.close()
    assert cut == []


def test_controls_are_large_enough_to_hit(browser: Browser, address: str) -> None:
    """Links within sentences and titles are let alone (WCAG 2.5.8, inline); everything that stands by itself is 44 px high."""
    visit = Visit(browser, address, width=390)
    small = []
    for name, path in PAGES.items():
        visit.page.goto(address + path)
        small += [
            f"{name}: {text}"
            for text in visit.page.evaluate(
                """() => [...document.querySelectorAll("nav a, .button, .doors a, .index-name a, .cell, .choice, .more a")]
                    .filter(e => { const r = e.getBoundingClientRect(); return r.width && r.height < 43.5 })
                    .map(e => e.outerHTML.slice(0, 120) + e.getBoundingClientRect().height)"""
            )
        ]
    visit.page.context.close()
    assert small == []


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


def test_forced_colours_keep_every_control_visible_and_reduced_motion_has_none(browser: Browser, address: str) -> None:
    visit = Visit(browser, address)
    visit.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    visit.page.goto(f"{address}/fi/")
    button = visit.page.locator(".button").first
    assert button.evaluate("e => getComputedStyle(e).borderTopWidth") == "2px"
    assert visit.page.locator("main a").first.evaluate("e => getComputedStyle(e).transitionDuration") in {"0s", ""}
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
