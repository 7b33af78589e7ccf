"""Journeys of residents to one event: when, where, in which language, how to enrol, offline, and away (R5, R9, R11, R13–R16)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Request, Route, expect

from tests.demo_region import demo_published
from tests.journeys import HELSINKI, REGION, Way, in_ways, site_of, travelling
from tests.story_told import BEFORE, MOVED, Story, story_told
from tests.test_site_script_browser import Served, ready, serve

pytestmark = pytest.mark.browser
SUNDAY = datetime(2026, 11, 22, 14, tzinfo=HELSINKI)
FRIDAY = datetime(2026, 11, 27, 8, tzinfo=HELSINKI)
DAY_BEFORE = datetime(2026, 12, 7, 12, tzinfo=HELSINKI)
OPENED = datetime(2026, 12, 8, 9, 1, tzinfo=HELSINKI)
COURSE_FORM = "https://uusi.opisto.example/norppala/fi/course/4981"
OPENS_LATER = "Ilmoittautumislomake, aukeaa 8.12. klo 9"
WEATHER = "https://www.ilmatieteenlaitos.fi/"
_OFFLINE = re.compile(r"Ei yhteyttä\. Nämä tiedot on haettu \d{1,2}\.\d{1,2}\. klo \d{1,2}\.\d\d\.")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo region on Monday 23.11.2026."""
    with site_of(demo_published(tmp_path_factory)) as address:
        yield address


@pytest.fixture
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The same, on a line that can be cut."""
    with serve(demo_published(tmp_path_factory)) as served:
        yield served


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return story_told(tmp_path_factory)


@in_ways("NF")
def test_r5_a_concert_whose_address_was_kept_has_moved(browser: Browser, story: Story, way: Way) -> None:
    with site_of(story.published(BEFORE)) as address, travelling(browser, address, replace(way, forced=False), SUNDAY) as person:
        person.go("/fi/pv/2026-11-29/")
        person.follow(re.compile("^Lasten konsertti"))
        assert "UUSI AIKA" not in person.heading()
        kept = person.path
    with site_of(story.published(MOVED)) as address, travelling(browser, address, way, FRIDAY) as person:
        person.go(kept)
        assert person.path == kept
        assert person.heading() == "UUSI AIKA Lasten konsertti"
        assert "Sunnuntai 6.12.2026 klo 14.00" in person.text()
        assert "aiempi aika su 29.11. klo 14.00" in person.text()
        person.follow("Muutokset", person.page.get_by_role("contentinfo"))
        assert person.titles().count("UUSI AIKA Lasten konsertti") == 1
        assert person.page.locator(f'main a[href="{kept}"]').count() == 1
        feed = person.link(re.compile("RSS-syöte")).get_attribute("href") or ""
        told = ET.fromstring(person.page.request.get(feed.replace(REGION, address)).text())  # noqa: S314 - our own output
        assert [item.findtext("title") for item in told.iter("item") if item.findtext("link") == REGION + kept] == [
            "UUSI AIKA: Lasten konsertti"
        ]


def added(path: str) -> dict[str, str]:
    """The one event of a calendar file that was fetched, its properties as they are compared here."""
    calendar = Calendar.from_ical(Path(path).read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Helsinki"]
    told = {"zone": event["DTSTART"].params["TZID"], "start": event.decoded("DTSTART").isoformat()}
    return told | {"status": str(event["STATUS"]), "name": str(event["SUMMARY"])}


@in_ways("NK")
def test_r9_one_event_goes_into_ones_own_calendar(browser: Browser, demo: str, way: Way) -> None:
    with travelling(browser, demo, way) as person:
        files = []
        for name in ("Joulumyyjäiset", "Kyläkirppis"):
            person.go("/fi/pv/2026-11-28/")
            person.follow(re.compile(f"^{name}"))
            with person.page.expect_download() as download:
                person.press(person.link(re.compile("^Lisää kalenteriin")))
            files.append(added(str(download.value.path())))
    saturday = {"zone": "Europe/Helsinki", "start": "2026-11-28T10:00:00+02:00"}
    assert files[0] == saturday | {"status": "CONFIRMED", "name": "Joulumyyjäiset"}
    assert files[1] == saturday | {"status": "CANCELLED", "name": "PERUTTU: Kyläkirppis"}


@in_ways("PN")
def test_r11_a_swedish_speaker_meets_an_event_that_is_only_in_finnish(browser: Browser, demo: str, way: Way) -> None:
    with travelling(browser, demo, way) as person:
        page = person.page
        person.go("/sv/")
        person.follow(re.compile("^Tuolijumppa"))
        here = person.path
        assert page.locator("html").get_attribute("lang") == "sv"
        assert page.get_by_text("Bara på finska").is_visible()
        assert page.get_by_text("Ingen anmälan, det är bara att komma").is_visible()
        title = page.get_by_role("heading", level=1).get_by_text("Tuolijumppa")
        assert title.last.evaluate("(one) => one.closest('[lang]').lang") == "fi"
        text = page.get_by_role("main").get_by_text("Eläkeväen tuolijumppa tiistaisin")
        assert text.evaluate("(one) => one.closest('[lang]').lang") == "fi"
        person.follow("Suomi", person.part("navigation", "Språk"))
        assert page.locator("html").get_attribute("lang") == "fi"
        assert person.heading() == "Tuolijumppa"
        person.follow("Svenska", person.part("navigation", "Kieli"))
        assert person.path == here


@in_ways("NKR")
def test_r13_a_rollator_user_checks_the_venue(browser: Browser, demo: str, way: Way) -> None:
    with travelling(browser, demo, way) as person:
        person.go("/fi/huomenna/")
        person.follow(re.compile("^Tuolijumppa"))
        person.follow("Kumppanuustalo Torikulma")
        assert person.heading() == "Kumppanuustalo Torikulma"
        told = [" ".join(text.split()) for text in person.page.get_by_role("main").get_by_role("listitem").all_inner_texts()]
        questions = ("Esteetön sisäänkäynti", "Esteetön wc", "Induktiosilmukka")
        answers = {name: [line.removeprefix(name).strip() for line in told if line.startswith(name)] for name in questions}
        assert answers == {"Esteetön sisäänkäynti": ["on"], "Esteetön wc": ["on"], "Induktiosilmukka": ["ei tietoa, kysy"]}


@in_ways("NK")
@pytest.mark.parametrize("when", [DAY_BEFORE, OPENED], ids=["before", "after"])
def test_r14_enrolment_to_ceramics_opens_by_the_clock(browser: Browser, demo: str, way: Way, when: datetime) -> None:
    with travelling(browser, demo, way, when) as person:
        person.go("/fi/a-o/k/")
        person.follow(re.compile("^Kerami"))
        forms = person.page.get_by_role("link", name=re.compile("lmoittau"))
        expect(forms).to_have_text(["Ilmoittaudu" if when == OPENED and way.scripts else OPENS_LATER])
        assert forms.get_attribute("href") == COURSE_FORM
        if way.keyboard:
            person.reach(forms)


@in_ways("K")
def test_r15_offline_on_a_bus(browser: Browser, line: Served, way: Way) -> None:
    with travelling(browser, line.address, way, worker=True) as person:
        page = person.page
        ready(page, f"{line.address}/fi/tanaan/")
        line.is_cut = True
        page.context.set_offline(True)
        page.reload()
        assert person.heading() == "Tänään"
        told = page.get_by_text("Ei yhteyttä. Nämä tiedot on haettu")
        expect(told).to_be_visible()
        assert _OFFLINE.fullmatch(told.inner_text())
        with page.expect_navigation():
            person.press(person.link(re.compile("^Kirkkokuoro")))
        assert person.heading() == "Ei yhteyttä"
        person.wrong = [text for text in person.wrong if "ERR_" not in text and "503" not in text]  # the line was cut on purpose


@in_ways("NK")
def test_r16_quickly_away_from_a_page_that_nobody_should_see(browser: Browser, demo: str, way: Way) -> None:
    asked: list[Request] = []

    def weather(route: Route) -> None:
        asked.append(route.request)
        route.fulfill(body="<!doctype html><title>Sää</title>", content_type="text/html")

    def is_ours(url: str) -> bool:
        return url.startswith((f"{demo}/", WEATHER))

    with travelling(browser, demo, way, is_ours=is_ours) as person:
        page = person.page
        page.route(f"{WEATHER}**", weather)
        person.go("/fi/")
        person.follow("Ero perheessä")
        sensitive = person.path
        with page.expect_navigation(url=WEATHER):
            person.press(person.link(re.compile("^Poistu.* nopeasti$")))
        assert [request.header_value("referer") for request in asked] == [None]
        assert page.evaluate("document.referrer") == ""
        page.go_back()
        assert person.path == ("/fi/" if way.scripts else sensitive)  # replaced, so that "back" does not lead there again
