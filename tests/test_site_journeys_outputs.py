"""Journeys away from the site: a list for one's calendar, on the noticeboard, on an organizer's own site (R8, R10, O6)."""

from __future__ import annotations

import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from tests.demo_region import demo_published
from tests.journeys import REGION, Traveller, Way, in_ways, site_of, travelling
from tests.test_publish_print import code_text
from tests.test_site_paper_browser import pages_of, smallest

pytestmark = pytest.mark.browser
PHONE = "+358 00 000 0000"
_ID_IN_ADDRESS = 6
"""Characters of an event's id that end its address."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo region on Monday 23.11.2026."""
    with site_of(demo_published(tmp_path_factory)) as address:
        yield address


def addresses_of_items(person: Traveller) -> set[str]:
    """Where the titles of a list lead."""
    links = person.page.get_by_role("main").get_by_role("listitem").get_by_role("heading").get_by_role("link")
    return {str(one.get_attribute("href")) for one in links.all()}


@in_ways("PN")
def test_r8_seniors_in_kerimaki_subscribe(browser: Browser, demo: str, way: Way) -> None:
    with travelling(browser, demo, way) as person:
        person.go("/fi/kenelle/ikaihmiset/alue/kerimaki/")
        listed = addresses_of_items(person)
        assert {"Kerimäen ystäväkahvila", "Digituki kirjastossa", "Tasapainoryhmä ikäihmisille"} <= set(person.titles())
        person.follow("Tilaa, tulosta, upota")
        to_program = person.link(re.compile("kalenteriohjelmassa")).get_attribute("href") or ""
        copied = person.page.get_by_text(re.compile(r"^https://.*\.ics$")).inner_text()
        assert to_program.startswith(f"webcal{REGION.removeprefix('https')}/")
        assert copied == to_program.replace("webcal:", "https:", 1)
        calendar = Calendar.from_ical(person.page.request.get(copied.replace(REGION, demo)).body())
    for name in ("NAME", "X-WR-CALNAME"):
        assert str(calendar[name]).replace("\\,", ",").endswith(": Ikäihmiset, Kerimäki")
    events = {str(event["UID"]).partition("@")[0]: str(event["URL"]) for event in calendar.walk("VEVENT")}
    assert {address.removeprefix(REGION) for address in events.values()} == listed
    assert [address for key, address in events.items() if not address.endswith(f"-{key[:_ID_IN_ADDRESS]}/")] == []


@in_ways("PN")
def test_r10_a_poster_for_the_noticeboard(browser: Browser, demo: str, way: Way) -> None:
    with travelling(browser, demo, way) as person:
        person.go("/fi/alue/kerimaki/")
        facet = person.path
        person.follow("Tilaa, tulosta, upota")
        person.follow(re.compile("^Tavallinen teksti.*viikko 48"))
        for points in (12, 18):
            assert PHONE in person.text()
            assert code_text(person.page.locator("svg.qr").evaluate("(one) => one.outerHTML")) == REGION + facet
            assert "Kerimäen ystäväkahvila" in person.text()
            person.page.emulate_media(media="print")
            assert pages_of(person.page.pdf(format="A4", prefer_css_page_size=True)) == 1
            assert smallest(person.page) >= points
            assert person.page.get_by_text(PHONE).first.is_visible()
            person.page.emulate_media(media="screen")
            if points == 12:
                person.follow("Iso teksti")


@contextmanager
def own_site(html: str) -> Iterator[str]:
    """Somebody else's site with that one page: its address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@in_ways("PN")
def test_o6_an_organizer_puts_its_own_list_on_its_own_site(browser: Browser, demo: str, way: Way) -> None:
    asked: list[str] = []
    owners: list[str] = [demo]
    with travelling(browser, demo, way, is_ours=lambda url: url.startswith(tuple(owners))) as person:
        page = person.page
        person.go("/fi/jarjestajat/")
        person.follow("Norppalan Eläkeväki ry")
        own = set(person.titles())
        person.follow("Tilaa, tulosta, upota")
        code = page.get_by_text(re.compile("^<iframe")).inner_text()
        assert 'title="Tulevat tapahtumat' in code
        html = f'<!doctype html><html lang="fi"><link rel="icon" href="data:,"><title>Oma sivu</title>{code.replace(REGION, demo)}</html>'
        with own_site(html) as address:
            owners += [address, "data:"]
            page.on("request", lambda request: asked.append(request.url))
            page.goto(address)
            frame = page.frame_locator("iframe")
            titles = frame.get_by_role("listitem").get_by_role("heading")
            expect(titles.first).to_be_visible()
            shown = set(titles.all_inner_texts())
            assert {"Tuolijumppa", "Senioritanssit", "Lähimuisti-kerho"} <= shown <= own
            assert frame.locator("script").count() == 0
            assert [url for url in asked if re.search(r"\.(js|mjs|woff2)$", url)] == []
            frame.get_by_role("link", name="Tuolijumppa").click()
            page.wait_for_url(f"{demo}/fi/s/**")
        assert person.heading() == "Tuolijumppa"
