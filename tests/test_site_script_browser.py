"""What the script and the worker add, in a real browser: by keyboard, by the clock, without a connection; nothing is stored unasked."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import broken
from tests.once import made_once
from tests.publish_rows import NOW, at, joined, publish, schedules, slug_of
from tests.test_publish_client import FORM, OPENS, with_course
from tests.test_publish_situations import rows as situation_rows
from tests.test_site_browser import Quiet

pytestmark = pytest.mark.browser
ROWS = with_course()
COURSE = f"/fi/t/{slug_of(ROWS, 'Keramiikka')}/"
CHAIR = f"/fi/s/{slug_of(ROWS, 'Tuolijumppa')}/"
FAIR = f"/fi/t/{slug_of(ROWS, 'Kyläkirppis')}/"
_KEPT = """async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys())
    .map((one) => new URL(one.url).pathname)))).flat()"""
_HAS = f"async (paths) => {{ const kept = await ({_KEPT})(); return paths.every((one) => kept.includes(one)) }}"
_RENEWED = "async (before) => { const now = await caches.keys(); return now.length === 2 && !now.some((one) => before.includes(one)) }"
_UNTIL = "async (asked) => {{ while (!await ({})(asked)) await new Promise((then) => setTimeout(then, 50)) }}"
SENSITIVE = "/fi/elamantilanne/ero-perheessa/"


@dataclass
class Served:
    """A site on loopback whose line can be cut or made slow."""

    address: str
    asked: list[str] = field(default_factory=list)
    is_cut: bool = False
    slow: threading.Event | None = None
    """Pages wait for it."""
    gone: str = ""
    """A page that is not there any more."""


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    class Line(Quiet):
        def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
            served.asked.append(self.path)
            if served.is_cut:
                self.close_connection = True
                return
            if served.gone == self.path:
                self.send_error(404)
                return
            if served.slow is not None and self.path.endswith("/"):
                served.slow.wait(20)
            super().do_GET()

    handler = functools.partial(Line, directory=str(folder / "public"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        served = Served(f"http://127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield served
        server.shutdown()


def make(directory: Path) -> None:
    there = situation_rows()
    rows = joined(ROWS, there, situation_rows=there.situation_rows, place_rows=there.place_rows or ROWS.place_rows)
    publish(rows, directory, schedules=schedules(languages=("fi", "sv")))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "script-site", make)


@pytest.fixture
def line(folder: Path) -> Iterator[Served]:
    with serve(folder) as served:
        yield served


@contextmanager
def visiting(browser: Browser, line: Served, when: datetime = NOW, **options: object) -> Iterator[Page]:
    """A visitor at that time; whatever goes wrong on the way fails the test, but for what is cut on purpose."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page, wrong = context.new_page(), []
    page.clock.set_fixed_time(when)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: None if line.is_cut or line.gone else wrong.append(message.text))
    context.on("request", lambda request: None if request.url.startswith(line.address) else wrong.append(request.url))
    yield page
    cookies = context.cookies()
    context.close()
    assert wrong == []
    assert cookies == []


def stored(page: Page) -> list[str]:
    names: list[str] = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    return names


def press(page: Page, name: str) -> None:
    """A button pressed by keyboard."""
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def said(page: Page, text: str) -> None:
    """What is told to those who do not see the page."""
    expect(page.get_by_role("status").filter(has_text=text)).to_have_count(1)


def wait(page: Page, condition: str, asked: object) -> None:
    """Until a question of JavaScript is answered with yes."""
    page.evaluate(_UNTIL.format(condition), asked)


def ready(page: Page, address: str) -> None:
    """A page visited, and the worker done with what it keeps."""
    page.goto(address)
    offline = "/sv/ingen-forbindelse/" if "/sv/" in address else "/fi/ei-yhteytta/"
    wait(page, _HAS, [offline, page.evaluate("location.pathname")])


def test_an_address_is_copied_by_keyboard_and_that_is_said(browser: Browser, line: Served) -> None:
    with visiting(browser, line, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(line.address + CHAIR)
        press(page, "Kopioi")
        said(page, "Kopioitu")
        assert page.evaluate("navigator.clipboard.readText()") == f"https://norppala.example{CHAIR}"
        assert stored(page) == []


def test_switches_say_how_much_is_left_and_stand_in_the_address(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        page.goto(f"{line.address}/fi/tanaan/")
        page.locator("#only-once").focus()
        page.keyboard.press("Space")
        said(page, "Näytetään 1 tapahtuma.")
        assert page.locator(".card:visible").count() == 1
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Space")
        said(page, "Yksikään tapahtuma ei sovi valintoihin.")
        assert page.url.endswith("/fi/tanaan/#only=step-free,once")
        address = page.url
        page.goto(f"{line.address}/fi/")
        page.goto(address)
        assert page.locator(".switches input:checked").count() == 2
        page.locator("#only-step-free").uncheck()
        page.locator("#only-once").uncheck()
        assert page.url.endswith("/fi/tanaan/")
        expect(page.locator(".switch-count")).to_be_empty()


def test_enrolment_opens_while_the_page_is_open(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        page.clock.install(time=OPENS - timedelta(seconds=40))
        page.goto(line.address + COURSE)
        expect(page.locator(f'a[href="{FORM}"]')).to_have_text("Ilmoittautumislomake, aukeaa 8.12. klo 9")
        page.clock.run_for(61_000)
        expect(page.locator(f'a[href="{FORM}"]')).to_have_text("Ilmoittaudu")


@pytest.mark.parametrize(
    ("path", "when", "text"),
    [
        ("/fi/tanaan/", at("2026-11-24", "23:59"), None),
        ("/fi/tanaan/", at("2026-11-25", "00:01"), "Tämä sivu on tehty eilen. Lataa uudelleen"),
        ("/fi/viikko/", at("2026-11-26", "08:00"), "Tämä sivu on tehty 24.11.2026. Lataa uudelleen"),
        ("/sv/", at("2026-11-25", "08:00"), "Den här sidan gjordes i går. Ladda om"),
        ("/fi/pv/2026-11-24/", at("2026-11-26", "08:00"), None),
    ],
)
def test_a_list_of_an_earlier_day_says_so(browser: Browser, line: Served, path: str, when: datetime, text: str | None) -> None:
    with visiting(browser, line, when, timezone_id="America/New_York") as page:  # the calendar is the region's, not the device's
        page.goto(line.address + path)
        page.wait_for_load_state()
        expect(page.locator(".made-before")).to_have_text([text] if text else [])


def test_what_is_over_today_is_called_so_and_stays(browser: Browser, line: Served) -> None:
    with visiting(browser, line, at("2026-11-24", "12:00")) as page:
        page.goto(f"{line.address}/fi/tanaan/")
        over = page.locator(".card.ended .title")
        expect(over).to_have_count(1)
        assert over.inner_text().startswith("päättynyt Tuolijumppa")
        assert page.locator(".card:visible").filter(has_text="Lähimuisti-kerho").count() == 1


def test_saved_events_are_listed_and_removed_by_keyboard(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        for path in (CHAIR, FAIR):
            page.goto(line.address + path)
            press(page, "Tallenna omiin")
            said(page, "Tallennettu omiin tapahtumiin")
        assert len(stored(page)) == 1
        page.get_by_role("link", name="Näytä omat tapahtumat").focus()
        page.keyboard.press("Enter")
        links = page.locator("#own-list .title a")
        expect(links).to_have_text(["Tuolijumppa", "Kyläkirppis"])
        expect(page.locator("#own-list .facts").first).to_have_text("Tiistai 24.11.2026 klo 10.00–11.00")
        assert links.first.get_attribute("href") == CHAIR
        press(page, "Poista: Tuolijumppa")
        expect(links).to_have_text(["Kyläkirppis"])
        assert page.evaluate("document.activeElement.ariaLabel") == "Poista: Kyläkirppis"
        page.once("dialog", lambda dialog: dialog.accept())
        press(page, "Poista kaikki")
        expect(page.locator("#none")).to_be_visible()
        assert page.evaluate("document.activeElement.id") == "own-heading"
        assert stored(page) == []


def test_nothing_is_stored_before_something_is_saved(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        for path in ("/fi/", "/fi/tanaan/", CHAIR, "/fi/omat/", "/fi/haku/"):
            page.goto(line.address + path)
            page.wait_for_load_state()
            assert stored(page) == []


def test_a_saved_event_is_renewed_when_its_page_is_visited_in_another_language(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        page.goto(line.address + FAIR)
        press(page, "Tallenna omiin")
        page.get_by_role("navigation", name="Kieli").get_by_role("link", name="Svenska").click()
        expect(page.get_by_role("button", name="Ta bort från egna")).to_be_visible()
        page.goto(f"{line.address}/sv/egna/")
        assert (page.locator("#own-list a").get_attribute("href") or "").startswith("/sv/e/")


def test_a_shared_list_is_behind_the_hash_and_is_sent_to_nobody(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        for path in (CHAIR, FAIR):
            page.goto(line.address + path)
            press(page, "Tallenna omiin")
        page.goto(f"{line.address}/fi/omat/")
        address = page.locator("#address").inner_text()
        assert address == f"{line.address}/fi/omat/#t={CHAIR.strip('/')},{FAIR.strip('/')}"
    with visiting(browser, line) as page:
        page.goto(f"{address},../../evil,https://evil.example/")
        expect(page.locator("#shared-list .title a")).to_have_text(["Tuolijumppa", "Kyläkirppis"])
        assert stored(page) == []
        press(page, "Tallenna nämä omiin")
        expect(page.locator("#own-list .title a")).to_have_text(["Tuolijumppa", "Kyläkirppis"])
    assert not [path for path in line.asked if "," in path or "?" in path]


def test_the_own_list_without_javascript_explains_and_leads_on(browser: Browser, line: Served) -> None:
    with visiting(browser, line, java_script_enabled=False) as page:
        page.goto(f"{line.address}/fi/omat/")
        expect(page.get_by_text("Oma lista tarvitsee JavaScriptin.")).to_be_visible()
        assert page.locator("main").get_by_role("button").count() == 0
        page.get_by_role("link", name="Tilaa tapahtumat omaan kalenteriin").click()
        assert page.url == f"{line.address}/fi/tilaa/"


def test_pages_that_were_visited_and_those_of_the_day_work_offline(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        ready(page, line.address + CHAIR)
        line.is_cut = True
        page.context.set_offline(True)
        for path, title in ((CHAIR, "Tuolijumppa"), ("/fi/tanaan/", "Tänään"), ("/fi/omat/", "Omat tapahtumat")):
            page.goto(line.address + path)
            assert title in page.get_by_role("heading", level=1).inner_text()
            told = page.get_by_text("Ei yhteyttä. Nämä tiedot on haettu")
            expect(told).to_be_visible()
            assert re.fullmatch(r"Ei yhteyttä\. Nämä tiedot on haettu \d+\.\d+\. klo \d+\.\d\d\.", told.inner_text())
        assert page.evaluate("document.fonts.check('1rem \"Atkinson Hyperlegible Next\"')")
        page.goto(line.address + FAIR)
        assert page.get_by_role("heading", level=1).inner_text() == "Ei yhteyttä"
        assert not page.locator(".offline").is_visible()
        page.get_by_role("link", name="Tänään").last.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Ei yhteyttä. Nämä tiedot on haettu")).to_be_visible()
        page.goto(line.address + FAIR)
        line.is_cut = False
        page.context.set_offline(False)
        page.get_by_role("link", name="Yritä uudelleen").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Kyläkirppis")
        assert not page.locator(".offline").is_visible()


def test_only_languages_that_were_visited_are_kept_and_no_life_situation(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        ready(page, f"{line.address}/sv/")
        page.goto(line.address + SENSITIVE)
        ready(page, f"{line.address}/fi/tilaa/")
        kept = page.evaluate(_KEPT)
        assert {"/sv/", "/sv/idag/", "/fi/tanaan/", "/fi/tilaa/"} <= set(kept)
        assert not [path for path in kept if "elamantilanne" in path]
        assert page.evaluate("(async () => (await navigator.storage.estimate()).usage)()") < 2 * 1024 * 1024
        line.is_cut = True
        page.goto(line.address + SENSITIVE)
        assert page.get_by_role("heading", level=1).inner_text() == "Ei yhteyttä"


def test_what_was_taken_off_the_site_does_not_stay_on_the_device(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        ready(page, line.address + FAIR)
        line.gone = FAIR
        page.goto(line.address + FAIR)
        wait(page, f"async (path) => !(await ({_KEPT})()).includes(path)", FAIR)


def test_a_slow_line_gives_the_copy_after_three_seconds(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        ready(page, f"{line.address}/fi/")
        line.slow = threading.Event()
        page.goto(f"{line.address}/fi/tanaan/")
        expect(page.get_by_text("Nämä tiedot on haettu")).to_be_visible()
        line.slow.set()


def test_a_new_worker_takes_the_place_of_what_was_kept(browser: Browser, folder: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(folder, site, symlinks=True)
    with serve(site) as line, visiting(browser, line) as page:
        ready(page, f"{line.address}/fi/")
        before = page.evaluate("caches.keys()")
        own = site / "custom" / "static" / "style" / "95-own.css"
        own.parent.mkdir(parents=True)
        own.write_text(".own-colour { color: var(--ink); }\n", encoding="utf-8")
        make(site)
        ready(page, f"{line.address}/fi/tilaa/")
        wait(page, _RENEWED, before)
        wait(page, _HAS, ["/fi/tanaan/"])


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_what_the_script_adds_passes_axe_and_fits(browser: Browser, line: Served, width: int, scheme: str) -> None:
    found = []
    with visiting(browser, line, at("2026-11-25", "12:00"), viewport={"width": width, "height": 900}, color_scheme=scheme) as page:
        for path in ("/fi/tanaan/#only=once", CHAIR, COURSE, "/fi/tilaa/", f"/fi/omat/#t={CHAIR.strip('/')}", "/sv/ingen-forbindelse/"):
            page.goto(line.address + path)
            if path == CHAIR:
                press(page, "Tallenna omiin")
            page.wait_for_load_state("networkidle")
            page.evaluate("document.querySelector('[data-offline]').hidden = false")
            found += [f"{path}: {problem}" for problem in broken(page)]
            found += page.evaluate(
                """() => [...document.querySelectorAll("main button")]
                    .filter((one) => one.getClientRects().length && one.getBoundingClientRect().height < 43.5)
                    .map((one) => one.outerHTML)"""
            )
    assert found == []


def test_the_own_list_is_printed_without_its_buttons(browser: Browser, line: Served) -> None:
    with visiting(browser, line) as page:
        page.goto(line.address + CHAIR)
        press(page, "Tallenna omiin")
        page.goto(f"{line.address}/fi/omat/")
        page.emulate_media(media="print")
        assert page.locator("main").get_by_role("button").count() == 0
        expect(page.locator("#own-list .title")).to_be_visible()
