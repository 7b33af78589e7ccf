"""The calendars that a web page leads to, and the address each has."""

from __future__ import annotations

import pytest

from harvesters.recognise import recognise
from tests.doctoring import answer

BASE = "https://seura.example/tapahtumat/"
PAGES = [
    (
        "declared",
        '<link rel="alternate" type="text/calendar" href="/kalenteri.ics" title="Kalenteri">',
        "https://seura.example/kalenteri.ics",
        "declared",
    ),
    ("a link to subscribe", '<a href="webcal://seura.example/kalenteri.ics">Tilaa</a>', "https://seura.example/kalenteri.ics", "webcal"),
    ("a calendar file", '<a href="../kal/tapahtumat.ics?v=1#alku">iCal</a>', "https://seura.example/kal/tapahtumat.ics?v=1", "link"),
    ("The Events Calendar's own link", '<a href="?ical=1">iCal</a>', "https://seura.example/tapahtumat/?ical=1", "link"),
    ("Modern Events Calendar's own link", '<a href="/?mec-ical-feed=1">x</a>', "https://seura.example/?mec-ical-feed=1", "link"),
    (
        "a Google calendar in a frame",
        '<iframe src="https://calendar.google.com/calendar/embed?src=seura%40gmail.com"></iframe>',
        "https://calendar.google.com/calendar/ical/seura%40gmail.com/public/basic.ics",
        "embedded",
    ),
    (
        "an Outlook calendar that is linked",
        '<a href="https://outlook.office365.com/owa/calendar/a@b.example/c1/calendar.html">Kalenteri</a>',
        "https://outlook.office365.com/owa/calendar/a@b.example/c1/calendar.ics",
        "link",
    ),
    (
        "Tockify",
        '<div data-tockify-component="calendar" data-tockify-calendar="seura"></div>',
        "https://tockify.com/api/feeds/ics/seura",
        "embedded",
    ),
    ("The Events Calendar", '<body class="tribe-events-page">', "https://seura.example/tapahtumat/?ical=1", "known"),
    ("Modern Events Calendar", '<div class="mec-wrap"></div>', "https://seura.example/?mec-ical-feed=1", "known"),
    ("Gancio", '<meta name="generator" content="gancio 1.21">', "https://seura.example/feed/ics", "known"),
    (
        "Squarespace",
        '<script src="https://static1.squarespace.com/x.js"></script>',
        "https://seura.example/tapahtumat/?format=ical",
        "known",
    ),
]


@pytest.mark.parametrize(("markup", "url", "how"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_a_page_leads_to_its_calendar(markup: str, url: str, how: str) -> None:
    found = recognise(answer(f"<html><head><title>Seura</title></head>{markup}</html>".encode(), url=BASE)).links
    assert (found[0].url, found[0].how, found[0].format) == (url, how, "ical")


def test_a_calendar_comes_before_a_feed_of_news_and_comments_are_left_out() -> None:
    page = b"""<html><head><link rel=alternate type="application/rss+xml" title="Seura &raquo; Kommentit" href="/comments/feed/">
    <link rel=alternate type="application/rss+xml" title="Uutiset" href="/feed/"></head><a href="/kal.ics">kal</a></html>"""
    found = recognise(answer(page, url=BASE)).links
    assert [(link.format, link.url) for link in found] == [
        ("ical", "https://seura.example/kal.ics"),
        ("feed", "https://seura.example/feed/"),
    ]


def test_the_interface_of_the_events_calendar_is_known_from_the_site_it_runs_on() -> None:
    page = (
        b'<html><link rel="https://api.w.org/" href="https://seura.example/blogi/wp-json/"><body class="tribe-events-page"></body></html>'
    )
    found = recognise(answer(page, url="https://seura.example/blogi/")).links
    assert "https://seura.example/blogi/wp-json/tribe/events/v1/events" in {link.url for link in found}
    assert not any(link.is_sure for link in found)


@pytest.mark.parametrize(
    "target", ["javascript:alert(1).ics", "mailto:a@seura.example?x=.ics", "file:///etc/passwd.ics", "data:text/calendar,x.ics", "#.ics"]
)
def test_only_web_addresses_are_followed(target: str) -> None:
    found = recognise(answer(f'<html><a href="{target}">x</a></html>'.encode(), url=BASE)).links
    assert all(link.url.startswith("https://seura.example/") for link in found)


def test_a_page_of_ten_thousand_links_gives_a_few() -> None:
    page = "<html>" + "".join(f'<a href="/{number}.ics">x</a>' for number in range(10_000)) + "</html>"
    assert len(recognise(answer(page.encode(), url=BASE)).links) == 30
