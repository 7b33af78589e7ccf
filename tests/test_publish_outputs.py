"""What one list is given out as: calendar, feed, data, embedded list, and the page that offers them all."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import brotli
import feedparser
import pytest
from icalendar import Calendar
from parsel import Selector

from tests.publish_rows import NOW, at, joined, organizer, page, place, publish, schedules, single, slug_of, small_region, source

LISTS = ("fi/", "fi/alue/keskusta/", "fi/maksuton/", "fi/paikka/v-torikulma/", "fi/jarjestaja/s13/")


def data(site: Path, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page(site, f"{path}lista.json"))
    return found


def uids_by_lines(text: str) -> Iterator[tuple[str, bool]]:
    """A reader of our own, line by line: each UID, and whether it is an override of one date (RFC 5545 section 3.6.1)."""
    for component in text.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]:
        body = component.partition("END:VEVENT\r\n")[0]
        names = dict(line.split(":", 1) for line in body.split("\r\n") if ":" in line)
        yield names["UID"], any(name.startswith("RECURRENCE-ID") for name in names)


@pytest.mark.parametrize("path", LISTS)
def test_calendar_feed_data_and_page_hold_the_same_events(site: Path, path: str) -> None:
    text = (site / f"public/{path}kalenteri.ics").read_bytes().decode()
    read = [str(component["UID"]) for component in Calendar.from_ical(text).walk("VEVENT")]
    assert read == [uid for uid, _ in uids_by_lines(text)]
    items = {entry["id"]: entry["url"] for entry in data(site, path)["events"]}
    assert set(items) == set(read)
    assert data(site, path)["count"] == len(items)
    html = Selector(page(site, path))
    shown = set(html.css(".card .title a::attr(href), .regular .title a::attr(href)").getall())
    if path != "fi/":  # home shows the next days only
        assert {url.removeprefix("https://norppala.example") for url in items.values()} == shown
    parsed = feedparser.parse((site / f"public/{path}syote.xml").read_bytes())
    assert not parsed.bozo
    elements = ET.parse(site / f"public/{path}syote.xml").getroot().findall("channel/item/guid")  # noqa: S314 - our own output
    assert [entry.id for entry in parsed.entries] == [element.text for element in elements]
    assert {entry.id for entry in parsed.entries} == set(items)


def test_every_output_carries_the_name_of_its_filter(site: Path) -> None:
    name = "Norppalan seudun tapahtumat: Keskusta"
    folder = "fi/alue/keskusta/"
    assert data(site, folder)["name"] == name
    assert Calendar.from_ical((site / f"public/{folder}kalenteri.ics").read_bytes())["X-WR-CALNAME"] == name
    assert feedparser.parse((site / f"public/{folder}syote.xml").read_bytes()).feed.title == name
    assert name in page(site, "fi/upota/alue/keskusta/")
    assert name in page(site, "fi/tilaa/alue/keskusta/")


def test_a_calendar_says_how_often_to_ask(site: Path) -> None:
    text = page(site, "fi/kalenteri.ics")
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in text
    assert "X-PUBLISHED-TTL:PT6H" in text


def test_an_event_as_data(site: Path) -> None:
    found = {entry["name"].get("fi", ""): entry for entry in data(site, "fi/")["events"]}
    fair = found["Kyläkirppis"]
    assert fair["event_status"] == "EventCancelled"
    assert fair["url"] == f"https://norppala.example/fi/t/{slug_of(small_region(), 'Kyläkirppis')}/"
    assert fair["dates"] == [{"start": "2026-11-28T10:00:00+02:00", "end": "2026-11-28T13:00:00+02:00", "event_status": "EventCancelled"}]
    assert fair["place"]["name"] == {"fi": "Kumppanuustalo Torikulma"}
    assert fair["sources"] == [
        {"name": "Norppalan Eläkeväki ry", "url": "https://norppala.example/fi/lahteet/s13/", "licence": "CC BY 4.0"}
    ]
    assert "price" not in fair
    assert "is_accessible_for_free" not in fair
    assert found["Näyttely: Järven valo"]["dates"][0] == {"start": "2026-11-20", "end": "2027-03-01", "event_status": "EventScheduled"}
    assert (found["Tuolijumppa"]["is_series"], len(found["Tuolijumppa"]["dates"])) == (True, 6)


def test_data_changes_with_the_licence_and_with_the_days(tmp_path: Path) -> None:
    fair = single("kirppis", "Kirppis", at("2026-11-28", "10:00"), None)
    publish(joined(fair), tmp_path)
    publish(joined(fair, source_rows=[source(licence="CC0")]), tmp_path)
    assert data(tmp_path, "fi/")["events"][0]["sources"][0]["licence"] == "CC0"
    publish(joined(fair, source_rows=[source(licence="CC0")]), tmp_path, now=NOW.replace(month=12), force=True)
    assert data(tmp_path, "fi/")["events"] == []


def test_an_embedded_list_is_small_its_own_and_leaves_its_frame(tmp_path: Path) -> None:
    one, two = place(), place("v-kirjasto", "Kirjasto")
    here = [single(f"a{n}", f"Täällä {n}", at(f"2026-12-{n + 1:02}", "10:00"), None) for n in range(12)]
    there = single("b", "Muualla", at("2026-11-25", "10:00"), None, place_id="v-kirjasto", place_text="", organizer_id="s14")
    rows = joined(*here, there, place_rows=[one, two], organizer_rows=[organizer(), organizer("s14", "Norppalan kirjasto")])
    publish(rows, tmp_path, schedules=schedules())
    for folder, counts in (
        ("paikka/v-torikulma/", {"": 10, "5/": 5, "20/": 12, "tumma/": 10}),
        ("jarjestaja/s13/", {"": 10, "5/tumma/": 5}),
    ):
        for form, n in counts.items():
            text = page(tmp_path, f"fi/upota/{folder}{form}")
            html = Selector(text)
            names = html.css("li h2 a::text").getall()
            assert names == [f"Täällä {n}" for n in range(n)]
            assert "Muualla" not in text
            assert not html.css("script")
            assert set(html.css("a::attr(target)").getall()) == {"_top"}
            assert all(href.startswith("/fi/") for href in html.css("a::attr(href)").getall())
            assert (html.css("html::attr(class)").get() == "dark") == ("tumma" in form)
            style = (tmp_path / "public" / (html.css("link[rel=stylesheet]::attr(href)").get() or "").lstrip("/")).read_bytes()
            assert len(brotli.compress(text.encode() + style)) < 10 * 1024
    assert "Kommande evenemang" in page(tmp_path, "sv/badda-in/arrangor/s13/mork/")


def test_the_page_of_outputs_offers_everything_there_is(site: Path) -> None:
    html = Selector(page(site, "fi/tilaa/alue/keskusta/"))
    assert html.css("a.button::attr(href)").get() == "webcal://norppala.example/fi/alue/keskusta/kalenteri.ics"
    codes = [" ".join(code.split()) for code in html.css("code::text").getall()]
    base = "https://norppala.example/fi/alue/keskusta/"
    assert [code for code in codes if code.startswith("http")] == [f"{base}kalenteri.ics", f"{base}syote.xml", f"{base}lista.json", base]
    frame = Selector(next(code for code in codes if code.startswith("<iframe"))).css("iframe")
    assert frame.attrib["src"] == "https://norppala.example/fi/upota/alue/keskusta/"
    assert frame.attrib["title"] == "Tulevat tapahtumat: Norppalan seudun tapahtumat: Keskusta"
    paper = {href for href in html.css("main a::attr(href)").getall() if href.startswith("/fi/tulosta/")}
    assert paper == {
        f"/fi/tulosta/alue/keskusta/{name}/{size}"
        for name in ("viikko-2026-w48", "viikko-2026-w49", "viikkorytmi")
        for size in ("", "iso/")
    }
    assert "/fi/tilaa/" in html.css("main a::attr(href)").getall()
    assert html.css("svg.qr[role=img]::attr(aria-label)").get() == "QR-koodi: Norppalan seudun tapahtumat: Keskusta"


@pytest.mark.parametrize("path", LISTS)
def test_each_list_leads_to_its_outputs(site: Path, path: str) -> None:
    to = "/fi/tilaa/" + path.removeprefix("fi/")
    assert to in Selector(page(site, path)).css("main a::attr(href)").getall()
    assert (site / f"public{to}index.html").is_file()


def test_pages_say_what_they_are_when_they_are_shared(site: Path) -> None:
    html = Selector(page(site, "sv/omrade/keskusta/"))
    told = dict(zip(html.css("meta[property]::attr(property)").getall(), html.css("meta[property]::attr(content)").getall(), strict=True))
    assert told["og:title"] == "Keskusta"
    assert told["og:url"] == "https://norppala.example/sv/omrade/keskusta/"
    assert told["og:locale"] == "sv_FI"
    assert told["og:type"] == "website"
    assert told["og:description"] == html.css("meta[name=description]::attr(content)").get()
    assert html.css("meta[name='twitter:card']::attr(content)").get() == "summary"


def test_paper_and_outputs_are_not_for_search_engines(site: Path) -> None:
    listed = page(site, "sitemap.xml")
    for path in ("fi/tulosta/viikko-2026-w48/", "fi/upota/", "fi/tilaa/alue/keskusta/"):
        assert re.search(r'<meta name="robots" content="noindex">', page(site, path))
        assert f"/{path}<" not in listed
