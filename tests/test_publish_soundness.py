"""What machines ask of pages: nothing from elsewhere, links that lead somewhere, sound headings, JSON-LD, feeds, the sitemap."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from parsel import Selector

from normalize.model import Recurrence
from publish.jsonld import event_data
from tests.publish_joined import editions_of
from tests.publish_rows import (
    at,
    page,
    slug_of,
    small_region,
    weekly,
)

LANGUAGES = ("fi", "sv", "en")


def test_pages_need_nothing_from_elsewhere_and_no_inline_style(site: Path) -> None:
    for path in (site / "public").rglob("*.html"):
        html = Selector(path.read_text(encoding="utf-8"))
        assert not html.css("[style], [onclick], style, iframe, img, script:not([type='application/ld+json']):not([src])"), path
        assert not html.css("script[src]::text"), path
        links = html.css("link:is([rel=stylesheet], [rel=icon], [rel=preload], [rel=modulepreload])::attr(href)").getall()
        loaded = [*links, *html.css("script::attr(src)").getall()]
        assert all(href.startswith("/static/") for href in loaded), path
        assert "default-src 'none'" in (html.css("meta[http-equiv='Content-Security-Policy']::attr(content)").get() or "")
    style = next((site / "public/static").glob("style.*.css")).read_text(encoding="utf-8")
    assert set(re.findall(r"url\(([^)]*)\)", style)) == {path.name for path in (site / "public/static").glob("*.woff2")}


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    root = site / "public"
    broken = []
    for path in root.rglob("*.html"):
        html = Selector(path.read_text(encoding="utf-8"))
        for href in {*html.css("[href]::attr(href)").getall()}:
            parts = urlsplit(href)
            is_ours = parts.netloc in {"", "norppala.example"} and not parts.path.startswith(
                "/explore/"
            )  # the explorer stands beside the site
            if is_ours and parts.scheme in {"", "https", "webcal"} and parts.path:
                target = root / parts.path.lstrip("/")
                if not (target / "index.html" if parts.path.endswith("/") else target).is_file():
                    broken.append((path.relative_to(root).as_posix(), href))
            elif href.startswith("#") and not html.css(f"[id='{href[1:]}']"):
                broken.append((path.relative_to(root).as_posix(), href))
    assert broken == []


def test_ids_are_unique_and_headings_in_order(site: Path) -> None:
    for path in (site / "public").rglob("*.html"):
        html = Selector(path.read_text(encoding="utf-8"))
        ids = html.css("[id]::attr(id)").getall()
        assert len(ids) == len(set(ids)), path
        levels = [int(tag[1]) for tag in html.xpath("//h1|//h2|//h3").xpath("name()").getall()]
        assert levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_json_ld_of_an_event_and_of_a_series(site: Path) -> None:
    def data(path: str) -> dict[str, object]:
        found: dict[str, object] = json.loads(Selector(page(site, path)).css("script[type='application/ld+json']::text").get() or "")
        return found

    fair = data(f"fi/t/{slug_of(small_region(), 'Kyläkirppis')}/")
    assert (fair["@type"], fair["eventStatus"]) == ("Event", "https://schema.org/EventCancelled")
    assert (fair["startDate"], fair["endDate"]) == ("2026-11-28T10:00+02:00", "2026-11-28T13:00+02:00")
    assert "offers" not in fair
    assert "isAccessibleForFree" not in fair
    show = data(f"fi/t/{slug_of(small_region(), 'Näyttely: Järven valo')}/")
    assert (show["startDate"], show["endDate"]) == ("2026-11-20", "2027-02-28")
    chair = data(f"fi/s/{slug_of(small_region(), 'Tuolijumppa')}/")
    assert chair["@type"] == "EventSeries"
    schedule = chair["eventSchedule"]
    assert isinstance(schedule, dict)
    assert (schedule["repeatFrequency"], schedule["startTime"], schedule["scheduleTimezone"]) == ("P1W", "10:00", "Europe/Helsinki")
    assert schedule["exceptDate"] == ["2026-12-22T10:00+02:00", "2026-12-29T10:00+02:00"]


@pytest.mark.parametrize(("rule", "last"), [("UNTIL=20261209T215959Z", "2026-12-08"), ("COUNT=3", "2026-12-08"), ("INTERVAL=1", None)])
def test_a_schedule_of_json_ld_ends_on_the_last_date(rule: str, last: str | None) -> None:
    rows = weekly("j", "Jumppa", (at("2026-11-24", "10:00"), at("2026-11-24", "11:00")), 3)
    row = replace(rows.event_rows[0], recurrence=Recurrence(rrule=(f"FREQ=WEEKLY;{rule}",)))
    assert event_data(row, editions_of(rows)["fi"])["eventSchedule"].get("endDate") == last


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", {"repeatFrequency": "P1W"}),
        ("FREQ=MONTHLY;BYMONTHDAY=15", {"byMonthDay": 15}),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", {"byMonthDay": [1, 15]}),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", None),
        ("FREQ=YEARLY;BYWEEKNO=1,3,5;BYDAY=TU", None),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", None),
    ],
)
def test_a_rule_that_a_schedule_cannot_say_is_not_said_by_half(rule: str, told: dict[str, object] | None) -> None:
    rows = weekly("j", "Jumppa", (at("2026-11-24", "10:00"), at("2026-11-24", "11:00")), 3)
    row = replace(rows.event_rows[0], recurrence=Recurrence(rrule=(rule,)))
    schedule = event_data(row, editions_of(rows)["fi"]).get("eventSchedule")
    assert (schedule is None) == (told is None)
    assert (told or {}).items() <= (schedule or {}).items()


def test_feeds_are_rss_with_xcal_fields(site: Path) -> None:
    root = ET.parse(site / "public/fi/syote.xml").getroot()  # noqa: S314 - our own output
    xcal = "{urn:ietf:params:xml:ns:xcal}"
    channel = root.find("channel")
    assert channel is not None
    assert root.get("version") == "2.0"
    assert all(channel.findtext(tag) for tag in ("title", "link", "description", "language", "lastBuildDate"))
    items = {item.findtext("title"): item for item in channel.findall("item")}
    fair = items["PERUTTU: Kyläkirppis"]
    assert fair.findtext(f"{xcal}dtstart") == "2026-11-28T10:00:00+02:00"
    assert fair.findtext(f"{xcal}location") == "Kumppanuustalo Torikulma"
    assert fair.findtext(f"{xcal}status") == "CANCELLED"
    guid = fair.find("guid")
    assert guid is not None
    assert (guid.get("isPermaLink"), (guid.text or "").endswith("@norppala.example")) == ("false", True)
    assert items["Sagostund"].find(f"{xcal}dtend") is None


def test_the_sitemap_lists_every_page_that_search_engines_may_show(site: Path) -> None:
    urls = [element.text or "" for element in ET.parse(site / "public/sitemap.xml").getroot().iter() if element.tag.endswith("}loc")]  # noqa: S314 - our own output
    assert len(urls) == len(set(urls))
    assert "https://norppala.example/fi/pv/2026-11-24/" in urls
    assert "https://norppala.example/fi/viikko/" not in urls
    assert "Sitemap: https://norppala.example/sitemap.xml" in page(site, "robots.txt")
