"""The door in a real browser: organisers' journeys O1 to O3 without scripts and by keyboard, and no accessibility rule broken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from explorer.addresses import SLUGS, Language
from explorer.door_examined import Examined, Found, Told
from explorer.door_services import Looked
from kooste.door_look import Looking
from kooste.door_services import SCOPE, _style
from store.desk import Desk
from store.desk_submissions import ask_back, mark_approved, submissions
from tests.browsing import broken
from tests.door_client import NOW, door
from tests.explorer_client import running
from tests.explorer_snapshot import schedules
from tests.shared import ROOT

pytestmark = pytest.mark.browser

FEED = (ROOT / "examples" / "norppala" / "feeds" / "s28.ics").read_bytes()
EMBED = '<iframe src="https://calendar.google.com/calendar/embed?src=auttajat%40group.calendar.google.com"></iframe>'


@cache
def calendar_found() -> Examined:
    """What the doctor really says of the demo's feed."""
    return Looking(schedules=schedules(), data=Path("nowhere"), now=NOW).at_file(FEED, "kalenteri.ics").examined


def look(pasted: str) -> Looked:
    """A calendar that is here already, whatever leads to it; of one server that it turns us away."""
    if "kielletty" in pasted:
        told = Told(findings=(Found(code="robots", level="blocks", level_word="estää", count=0, what="Sivusto kieltää ohjelmilta haun."),))
        return Looked(examined=Examined(verdict="blocked", failure="robots", told=dict.fromkeys(("fi", "sv", "en"), told)))
    found = calendar_found().model_copy(update={"address_shown": "https://auttajat.example/"})
    return Looked(examined=found, entry={"format": "ical", "url": pasted})


@dataclass
class Served:
    """A running door and its private file."""

    address: str
    desk: Desk
    asked: list[str]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    calendar_found()  # no journey waits for it
    at = door(tmp_path_factory.mktemp("door"), look, style=lambda: _style(Path("nowhere")))
    with running(at.app) as address:
        yield Served(address, at.desk, at.asked)


def opened(browser: Browser, served: Served, language: Language, *, scripts: bool = False, width: int = 1280) -> Page:
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.on("request", lambda request: served.asked.append(request.url) if not request.url.startswith(served.address) else None)
    page.goto(f"{served.address}/explore/{SLUGS['door'][language]}/")
    return page


def tabbed(page: Page, selector: str) -> None:
    """Reaches an element by the tabulator key alone."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    pytest.fail(f"{selector} cannot be reached by keyboard")


def test_o1_an_association_submits_its_address_by_keyboard(browser: Browser, served: Served) -> None:
    page = opened(browser, served, "fi")
    tabbed(page, "#address")
    page.keyboard.type("https://auttajat.example/kalenteri.ics")
    page.keyboard.press("Enter")
    page.wait_for_url("**/esikatselu")
    for words in ("Aikavyöhyke puuttuu 6 tapahtumasta", "Päättymisaika puuttuu 5 tapahtumasta", "Kalenterilla ei ole nimeä", "(rivi 4)"):
        assert page.get_by_text(words).count(), words
    assert page.locator(".finding").count() == 4
    assert page.locator(".site-cards .card .start").first.inner_text() == "17.30"
    page.go_back()
    assert page.input_value("#address") == "https://auttajat.example/kalenteri.ics"
    page.go_forward()
    tabbed(page, ".next-step a.button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/julkaisutiedot")
    page.fill("#organizer", "Norppalan Auttajat ry")
    page.fill("#note", "Terveisiä")
    page.press("#organizer", "Enter")
    assert page.locator(".problems a").all_inner_texts() == ["Tarvitsemme lupasi ennen kuin voimme jatkaa."]
    page.locator(".problems a").press("Enter")
    assert page.locator("#may_publish:focus").count() == 1
    page.keyboard.press("Space")
    page.press("#organizer", "Enter")
    page.wait_for_url("**/kuitti")
    page.get_by_text("Avaa tilasivu").press("Enter")
    page.wait_for_url("**/tila/*")
    assert page.get_by_text("Odottaa tarkistusta").count() == 1
    page.context.close()


def test_o2_a_wrong_address_is_told_and_an_embed_code_is_taken(browser: Browser, served: Served) -> None:
    page = opened(browser, served, "fi")
    page.fill("#address", "https://calendar.google.com/calendar/u/0/r")
    page.press("#address", "Enter")
    assert "oma kalenterinäkymäsi" in page.locator(".problems").inner_text()
    page.locator(".problems a").press("Enter")
    assert page.locator("#address:focus").count() == 1
    page.fill("#address", EMBED)
    page.press("#address", "Enter")
    page.wait_for_url("**/esikatselu")
    assert served.asked[-1].startswith("<iframe") or EMBED in served.asked
    page.context.close()


def test_o3_a_site_that_turns_us_away_says_so_and_nothing_is_published(browser: Browser, served: Served) -> None:
    page = opened(browser, served, "fi")
    page.fill("#address", "https://kielletty.example/")
    page.press("#address", "Enter")
    page.wait_for_url("**/esikatselu")
    assert page.locator(".level-blocks h3").all_inner_texts() == ["Sivusto kieltää ohjelmilta haun."]
    assert page.locator(".site-cards").count() == 0
    page.context.close()


NARROW = {"preview", "publishing with problems", "status, approved", "affisch"}
SOME = {"start with a problem", "receipt", "status, asked", "sheet"}


@pytest.mark.parametrize(
    ("language", "width", "scheme", "wanted"), [("fi", 1280, "light", None), ("sv", 320, "dark", NARROW), ("en", 320, "light", SOME)]
)
def test_every_page_is_accessible(  # noqa: PLR0913, PLR0917 - in which language, how wide, how bright, and which of them
    browser: Browser, served: Served, language: Language, width: int, scheme: str, wanted: set[str] | None
) -> None:
    page = opened(browser, served, language, scripts=True, width=width)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found: dict[str, list[str]] = {}

    def look_at(name: str) -> None:
        if wanted is None or name in wanted:
            found[name] = broken(page)

    start = page.url.rpartition("/")[0].rpartition("/")[0]
    look_at("start")
    page.press("#address", "Enter")
    look_at("start with a problem")
    page.fill("#address", "https://auttajat.example/kalenteri.ics")
    page.press("#address", "Enter")
    page.wait_for_selector(".verdict")
    look_at("preview")
    page.locator(".next-step a.button").first.click()
    page.press("#organizer", "Enter")
    look_at("publishing with problems")
    page.fill("#organizer", f"Norppalan Auttajat {language} ry")
    page.check("#may_publish")
    page.press("#organizer", "Enter")
    page.wait_for_selector(".keep")
    look_at("receipt")
    page.locator(".keep a.button").click()
    status = page.url
    with served.desk.write() as connection:
        (one,) = [row for row in submissions(connection) if f" {language} " in row.publishing.organizer]
        ask_back(connection, one.id, "Kenelle?", NOW)
    page.goto(status)
    look_at("status, asked")
    with served.desk.write() as connection:
        mark_approved(connection, one.id, "kunta", NOW)
    page.goto(status)
    look_at("status, approved")
    for step in {"fi": ("juliste", "poista"), "sv": ("affisch", "ta-bort"), "en": ("poster", "withdraw")}[language]:
        page.goto(f"{status}/{step}")
        look_at(step)
    for step in {"fi": ("tapahtuma", "taulukko", "kokeile-tiedostoa"), "sv": ("evenemang",), "en": ("sheet",)}[language]:
        page.goto(f"{start}/{step}")
        look_at(step)
    page.context.close()
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert [url for url in served.asked if url.startswith("http") and "auttajat" not in url and "kielletty" not in url] == []
    assert SCOPE == ".site-cards"
