"""The professionals' journeys P1 to P5 in a real browser, without scripts and by keyboard, and every page by axe, wide and narrow."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from explorer.app import explorer_app
from explorer.instance import Means
from kooste.explorer_file import file_app
from tests.browsing import broken
from tests.explorer_client import running
from tests.explorer_region import BUILT
from tests.explorer_snapshot import schedules
from tests.referral_region import region_file

pytestmark = pytest.mark.browser

Q1 = "?ika=78&paikka=kirjasto&km=5&esteettomyys=rollaattori"
THREE = "?id=kahvila&id=tukea&id=koulussa&tehty=2026-11-23"
PAGES = (
    "ohjaus/", f"ohjaus/maksutonta-lahella{Q1}", f"ohjaus/maksutonta-lahella{Q1}&tuntematon=1", "ohjaus/lapsi-ilman-harrastusta",
    "ohjaus/etana?ika=x&km=7", f"ohjaus/lista{THREE}&id=poistui&id=olematon", "ohjaus/lista", "ohjaus/aukot", "ohjaus/uutta-ja-muuttunutta",
    "ohjaus/vanhentuneet-tiedot", "ohjaus/paallekkaisyydet",
)  # fmt: skip
SWEDISH = (
    "vagledning/",
    f"vagledning/gratis-i-narheten{Q1}",
    f"vagledning/lista{THREE}",
    "vagledning/luckor",
    "vagledning/pa-distans?ika=x",
)
ENGLISH = (f"referral/free-nearby{Q1}", f"referral/list{THREE}&koko=iso", "referral/child-without-a-hobby", "referral/out-of-date")
SMALLEST = """Math.min(...[...document.querySelectorAll('.sheet p, .sheet dd, .sheet dt, .sheet h2, .sheet h3')]
    .filter(one => one.offsetParent).map(one => parseFloat(getComputedStyle(one).fontSize)))"""
"""The smallest size of what is read on the sheet, in pixels."""


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return region_file(tmp_path_factory.mktemp("referral") / "a.db")


@pytest.fixture(scope="module")
def address(region: Path) -> Iterator[str]:
    with running(explorer_app(lambda: region, schedules())) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page without scripts; whatever it asks of anybody else is a failure."""
    context = browser.new_context(java_script_enabled=False)
    strangers: list[str] = []
    context.on("request", lambda request: strangers.append(request.url) if not request.url.startswith((address, "data:")) else None)
    yield context.new_page()
    context.close()
    assert strangers == []


@pytest.mark.parametrize(
    ("width", "scheme", "paths"), [(1280, "light", PAGES), (320, "light", PAGES[1:6]), (320, "dark", SWEDISH), (1280, "dark", ENGLISH)]
)
def test_every_page_is_accessible_wide_and_narrow(browser: Browser, address: str, width: int, scheme: str, paths: tuple[str, ...]) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light")
    found: dict[str, list[str]] = {}
    for path in paths:
        page.goto(f"{address}/explore/{path}")
        problems = broken(page)
        found |= {path: problems} if problems else {}
    page.close()
    assert found == {}


def test_p1_a_ready_question_with_another_age_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/explore/ohjaus/")
    page.locator(".questions a").first.focus()
    page.keyboard.press("Enter")
    page.locator("#ika").focus()
    page.keyboard.type("78")
    page.select_option("#paikka", "kirjasto")
    page.select_option("#km", "5")
    page.select_option("#esteettomyys", "rollaattori")
    page.locator(".ask button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("ika=78"))
    assert [one.get_attribute("id") for one in page.locator(".results article").all()] == ["o-kahvila", "o-tukea"]
    assert [one.inner_text() for one in page.locator("#o-kahvila dt").all()] == [
        "Kenelle", "Hinta", "Milloin", "Missä", "Esteettömyys", "Kyyti", "Mukaan", "Yhteys", "Tieto",
    ]  # fmt: skip


def test_p2_the_full_club_stands_under_full_now(page: Page, address: str) -> None:
    page.goto(f"{address}/explore/ohjaus/lapsi-ilman-harrastusta")
    assert page.locator("#results").inner_text().startswith("0 tulosta: 9-vuotias")
    assert page.locator("section.full article").get_attribute("id") == "o-taynna"
    assert page.locator("section.full .season").inner_text() == "Seuraava kausi alkaa to 14.1.2027"


def test_p3_three_ticks_become_one_sheet_of_paper(page: Page, browser: Browser, address: str) -> None:
    page.goto(f"{address}/explore/ohjaus/maksutonta-lahella{Q1.replace('km=5', 'km=10')}")
    for box in page.locator(".results .tick input").all():
        box.focus()
        page.keyboard.press("Space")
    page.locator(".make button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/lista\?tehty=2026-11-23&id=kahvila&id=tukea&id=koulussa$"))
    page.fill("#note", "Soita ennen")
    assert "Soita" not in page.url
    for size, sheets in (("", 1), ("&koko=iso", 2)):
        printed = browser.new_page()
        printed.goto(f"{address}/explore/ohjaus/lista{THREE}&id=lista{size}")
        assert len(re.findall(rb"/Type\s*/Page\b", printed.pdf(prefer_css_page_size=True))) <= sheets
        printed.emulate_media(media="print")
        assert printed.evaluate(SMALLEST) >= (24 if size else 16)  # points are 4/3 of a pixel
        assert printed.locator("svg.qr").is_visible()
        assert printed.locator("#note").is_visible()
        assert not printed.locator(".copy").is_visible()
        printed.close()


def test_p4_the_same_list_next_week_tells_what_changed(browser: Browser, region: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.db"
    later.write_bytes(region.read_bytes())
    with closing(sqlite3.connect(later)) as connection:
        connection.execute("update events set last_changed = '2026-11-26T05:00:00Z' where id = 'kahvila'")
        connection.execute("update events set withdrawn_at = '2026-11-27T05:00:00Z', next_start_utc = null where id = 'koulussa'")
        connection.execute("delete from occurrences where event_id = 'koulussa'")
        connection.commit()
    with running(explorer_app(lambda: later, schedules(), means=Means(now=lambda: BUILT + timedelta(days=7)))) as address:
        other = browser.new_page()
        other.goto(f"{address}/explore/ohjaus/lista{THREE}")
        told = [one.inner_text().split("\n")[0] for one in other.locator(".entry h2").all()]
        gone = other.locator(".entry.gone dl").count()
        other.close()
    assert [re.sub(r"\s+", " ", one) for one in told] == [
        "1 muuttunut 26.11. Ystäväkahvila", "2 Digituki", "3 Poistunut kalenterista 27.11. Kyläkoululla",
    ]  # fmt: skip
    assert gone == 0


def test_p5_the_downloaded_file_gives_the_same_on_a_laptop(browser: Browser, region: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    with running(file_app(schedules(), region, lambda: BUILT)) as address:
        page = context.new_page()
        page.goto(f"{address}/explore/ohjaus/maksutonta-lahella{Q1}")
        assert [one.get_attribute("id") for one in page.locator(".results article").all()] == ["o-kahvila", "o-tukea"]
        context.close()
