"""Every list of the demo region in its four forms: the page, the calendar, the feed and the data hold the same ids, in every language."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar
from parsel import Selector

from tests.demo_region import demo_published
from tests.journeys import REGION

FILES = {
    "fi": ("kalenteri.ics", "syote.xml", "lista.json"),
    "sv": ("kalender.ics", "flode.xml", "lista.json"),
    "en": ("calendar.ics", "feed.xml", "list.json"),
}
CANCELLED = {"fi": "PERUTTU: ", "sv": "INSTÄLLT: ", "en": "CANCELLED: "}
ITEM = re.compile(r"/(fi/[ts]|sv/(e|serie)|en/(event|series))/[^/]+/")
NEWEST = 100
"""Items of a feed at most."""
FACETS = ("aihe", "alue", "kenelle", "elamantilanne", "harrastukset", "maksuton")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo region's published files."""
    return demo_published(tmp_path_factory) / "public"


def lists(site: Path, language: str) -> Iterator[Path]:
    """The folders of all lists that are given out."""
    return (file.parent for file in sorted((site / language).rglob(FILES[language][2])))


def events_by_lines(text: str) -> Iterator[dict[str, str]]:
    """A reader of our own, line by line (RFC 5545 section 3.1): the properties of each event, without their parameters."""
    for component in text.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]:
        body = component.partition("END:VEVENT\r\n")[0]
        yield {re.split("[;:]", line, maxsplit=1)[0]: line.partition(":")[2] for line in body.split("\r\n") if ":" in line}


def disagreeing(folder: Path, language: str) -> list[str]:
    """Which forms of a list hold something else than its data. A calendar has nothing for what stands without dates; a feed has the
    hundred newest; a page names how many it leaves out."""
    calendar, feed, data = FILES[language]
    told = json.loads((folder / data).read_text("utf-8"))
    urls = {entry["id"]: entry["url"] for entry in told["events"]}
    dated = {entry["id"]: entry["url"] for entry in told["events"] if entry.get("dates")}
    by_lines = {event["UID"]: event["URL"] for event in events_by_lines((folder / calendar).read_bytes().decode())}
    items = ET.parse(folder / feed).getroot().iter("item")  # noqa: S314 - our own output
    in_feed = {str(item.findtext("guid")): item.findtext("link") for item in items}
    page = Selector((folder / "index.html").read_text("utf-8"))
    shown = {REGION + href for href in page.css("main a::attr(href)").getall() if ITEM.fullmatch(href)}
    is_whole = not page.css("main .more") and folder.name != language  # home has the next days only
    agree = {
        "data": told["count"] == len(urls),
        "calendar": by_lines == dated,
        "feed": in_feed == urls if len(urls) <= NEWEST else len(in_feed) == NEWEST and in_feed.items() <= urls.items(),
        "page": shown == set(urls.values()) if is_whole else shown <= set(urls.values()),
    }
    return [form for form, is_so in agree.items() if not is_so]


@pytest.mark.parametrize("language", FILES)
def test_ids_of_each_lists_files_are_those_on_its_page(site: Path, language: str) -> None:
    found = {str(folder.relative_to(site)): disagreeing(folder, language) for folder in lists(site, language)}
    assert {path: forms for path, forms in found.items() if forms} == {}
    assert len(found) > 100


@pytest.mark.parametrize("language", FILES)
def test_every_calendar_has_its_zone_states_and_versions_and_says_how_often_to_ask(site: Path, language: str) -> None:
    wrong = []
    for folder in lists(site, language):
        text = (folder / FILES[language][0]).read_bytes().decode()
        events = list(events_by_lines(text))
        asked = "REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n" in text
        zones = set(re.findall(r"\bTZID=([^:;]+)[:;]", text.replace("\r\n ", "")))
        zoned = set(re.findall(r"BEGIN:VTIMEZONE\r\nTZID:(.+)\r\n", text)) == zones
        versions = all(event["SEQUENCE"].isdigit() and event["STATUS"] in {"CONFIRMED", "CANCELLED"} for event in events)
        words = all((event["STATUS"] == "CANCELLED") == event["SUMMARY"].startswith(CANCELLED[language]) for event in events)
        if not (asked and zoned and versions and words):
            wrong.append(f"{folder.relative_to(site)}: {asked=} {zoned=} {versions=} {words=}")
    assert wrong == []


def test_independent_readers_find_the_same_in_every_facet(site: Path) -> None:
    calendar, feed, _ = FILES["fi"]
    wrong = []
    whole = [(folder, folder.relative_to(site / "fi").parts) for folder in lists(site, "fi")]
    folders = [folder for folder, parts in whole if parts and parts[0] in FACETS and len(parts) <= len(("kind", "name"))]
    for folder in folders:
        text = (folder / calendar).read_bytes()
        read = [(str(event["UID"]), str(event["SUMMARY"])) for event in Calendar.from_ical(text).walk("VEVENT")]
        by_lines = [(event["UID"], re.sub(r"\\(.)", r"\1", event["SUMMARY"])) for event in events_by_lines(text.decode())]
        parsed = feedparser.parse((folder / feed).read_bytes())
        ids = [str(item.findtext("guid")) for item in ET.parse(folder / feed).getroot().iter("item")]  # noqa: S314 - our own output
        if read != by_lines or parsed.bozo or [entry.id for entry in parsed.entries] != ids:
            wrong.append(str(folder.relative_to(site)))
    assert len(folders) > 50
    assert wrong == []
