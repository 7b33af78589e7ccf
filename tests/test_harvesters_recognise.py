"""What an answer is, whatever it calls itself: formats, programs, pages that stand where a calendar should."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.platforms import PLATFORMS
from harvesters.recognise import FORMAT_NAMES, Recognised, recognise
from tests.doctoring import answer
from tests.shared import CORPORA, HOSTILE, needs_corpora, needs_hostile

EVENT = {"@context": "https://schema.org", "@type": "Event", "name": "Lauluilta", "startDate": "2026-12-01"}
JSONS: dict[str, tuple[Any, str]] = {
    "linked_events": ({"meta": {"count": 1, "next": None, "previous": None}, "data": [{"id": "a:1", "data_source": "a"}]}, "linked_events"),
    "linked_events, empty": ({"meta": {"count": 0, "next": None, "previous": None}, "data": []}, "linked_events"),
    "tribe": ({"events": [{"id": 1, "utc_start_date": "2026-12-01 16:00:00"}], "total": 1, "total_pages": 1, "rest_url": "x"}, "tribe"),
    "hellewi": ([{"id": 1, "name": "Keramiikka", "begins": "2027-01-13", "ends": "2027-05-05", "full": False}], "hellewi"),
    "lahella": ([{"_key": "a", "traits": {"type": "hobby", "channels": [], "translations": {}}}], "lahella"),
    "openactive": ({"next": "https://a.example/?p=2", "items": [], "license": "CC BY"}, "openactive"),
    "openactive, records": ({"next": "n", "items": [{"state": "updated", "kind": "Session", "id": "1", "modified": 1}]}, "openactive"),
    "activitypub": ({"@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollection", "orderedItems": []}, "activitypub"),
    "ptv": ({"pageNumber": 1, "pageSize": 100, "pageCount": 1, "itemList": [{"id": "x", "serviceNames": []}]}, "ptv"),
    "kirkanta": ({"type": "library", "total": 1, "items": [{"id": 1, "schedules": []}]}, "kirkanta"),
    "hsds": ([{"id": "1", "eligibility_description": "65+", "organization_id": "2"}], "hsds"),
    "schema": (EVENT, "schema"),
    "schema, graph": ({"@context": "https://schema.org", "@graph": [EVENT]}, "schema"),
    "kooste": ({"generator": "Kooste 0.1", "events": [{}]}, "kooste"),
    "json feed": ({"version": "https://jsonfeed.org/version/1.1", "title": "Uutiset", "items": []}, "json"),
    "lyyti": ({"123": {"start_time_utc": 1, "enrollment_url": "x"}}, "json"),
    "anything": ({"a": 1}, "json"),
}
TEXTS: list[tuple[str, bytes, str, str]] = [
    ("a calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "ical", ""),
    ("a calendar after a byte order mark and blanks", b"\xef\xbb\xbf \r\nBEGIN:VCALENDAR\r\n", "ical", ""),
    ("a calendar in UTF-16", "BEGIN:VCALENDAR\r\n".encode("utf-16"), "ical", ""),
    ("RSS", b'<?xml version="1.0"?><rss version="2.0"><channel><title>A</title></channel></rss>', "feed", ""),
    ("Atom with HTML in it", b'<!-- html --><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A</title></feed>', "feed", ""),
    ("RDF", b'<rdf:RDF xmlns:rdf="x"><channel/></rdf:RDF>', "feed", ""),
    ("RSS with words before it", b'Notice: something\n<?xml version="1.0"?><rss/>', "", "text"),
    ("a sitemap", b'<?xml version="1.0"?><urlset></urlset>', "", "sitemap"),
    ("other XML", b"<?xml version='1.0'?><iCalendar/>", "", "xml"),
    ("a page", b"<!doctype html><html><body><p>Tervetuloa</p></body></html>", "page", ""),
    ("a login page", b"<html><title>Kirjaudu</title><body><input type=password></body></html>", "page", "login"),
    ("a page that is not there", b"<html><head><title>404 Not Found</title></head><body></body></html>", "page", "not_found"),
    ("a bot challenge", b"<html><head><title>Just a moment...</title></head><body></body></html>", "page", "challenge"),
    ("JSON-LD in a page", b"<html><script type='application/ld+json'>" + json.dumps(EVENT).encode() + b"</script></html>", "schema", ""),
    ("microdata", b"<html><body><div itemscope itemtype='http://schema.org/MusicEvent'>x</div></body></html>", "schema", ""),
    ("hCalendar", b"<html><body><div class='vevent'>x</div></body></html>", "schema", ""),
    ("a sheet", "Päivä;Klo;Tapahtuma\n1.12.2026;18;Lauluilta\n".encode(), "csv", ""),
    ("a server's words", b"Error: no database\n", "", "error"),
    ("an error in JSON", b'{"error": "no such calendar"}', "json", "error"),
    ("a PDF", b"%PDF-1.7", "", "pdf"),
    ("an Excel file", b"PK\x03\x04....", "", "office"),
    ("a picture", b"\x89PNG....", "", "image"),
    ("nothing", b"  \r\n", "", "empty"),
    ("prose", b"Tervetuloa mukaan.", "", "text"),
]
PRODIDS = [
    ("-//Google Inc//Google Calendar 70.9054//EN", "google"),
    ("Microsoft Exchange Server 2010", "outlook"),
    ("-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN", "outlook"),
    ("-//Norppalan kulttuuri - ECPv6.15.18//NONSGML v1.0//EN", "tribe"),
    ("-//WordPress - MECv6.9.0//EN", "mec"),
    ("-//wp-events-plugin.com//7.2.3.1//EN", "events_manager"),
    ("-//IDN nextcloud.com//Calendar app 5.5.6//EN", "nextcloud"),
    ("ownCloud Calendar 0.7.3", "owncloud"),
    ("-//Apple Inc.//iOS 18.6//EN", "apple"),
    ("-//myClub//myClub Calendar//FI", "myclub"),
    ("-//Nimenhuuto.com//NONSGML Calendar//EN", "nimenhuuto"),
    ("-//Jopox//Hockeypox Calendar//FI", "jopox"),
    ("-//Elixir ICalendar//Mobilizon 5.1.5//EN", "mobilizon"),
    ("-//Liferay Inc//Liferay Portal 7.4.3//EN", "liferay"),
    ("-//Plone.org//NONSGML plone.app.event//EN", "plone"),
    ("-//Teamup Solutions AG//Teamup Calendar//EN", "teamup"),
    ("-//tockify.com/1", "tockify"),
    ("-//Meetup//Meetup Calendar 1.0//EN", "meetup"),
    ("-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN", "thunderbird"),
    ("-//Kooste//norppala//FI", "kooste"),
    ("-//Norppalan kaupunki//NONSGML iCalcreator 2.20.4//", "library"),
    ("-//Norppalan Auttajat ry//Kalenteri 1.2//FI", ""),
]


def of(body: bytes, **more: str) -> Recognised:
    return recognise(answer(body, **more))


@pytest.mark.parametrize(("document", "expected"), JSONS.values(), ids=JSONS.keys())
def test_json_is_known_by_its_fields(document: Any, expected: str) -> None:
    found = of(json.dumps(document).encode(), url="https://a.example/data")
    assert found.format == expected
    assert found.format_name
    assert found.evidence


@pytest.mark.parametrize(("body", "expected", "kind"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_what_stands_in_it_counts(body: bytes, expected: str, kind: str) -> None:
    found = of(body, url="https://a.example/calendar.ics", content_type="text/calendar")
    assert (found.format, found.kind) == (expected, kind)


@pytest.mark.parametrize(("prodid", "platform"), PRODIDS)
def test_a_program_is_known_by_its_name(prodid: str, platform: str) -> None:
    found = of(f"BEGIN:VCALENDAR\r\nPRODID:{prodid}\r\nX-WR-CALNAME:Ilta\\, ja\r\n  muuta\r\nEND:VCALENDAR\r\n".encode())
    assert (found.platform, found.program, found.title) == (platform, prodid, "Ilta, ja muuta")
    assert not platform or platform in PLATFORMS


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        ("https://calendar.google.com/calendar/ical/a/public/basic.ics", "google"),
        ("https://p12-caldav.icloud.com/published/2/abc", "icloud"),
        ("https://pilvi.example/remote.php/dav/public-calendars/AbC?export", "nextcloud"),
        ("https://seura.example/tapahtumat/?ical=1", "tribe"),
        ("https://joukkue.nimenhuuto.com/calendar/ical", "nimenhuuto"),
        ("https://norppala.opistopalvelut.fi/x", "hellewi"),
        ("https://seura.example/kalenteri.ics", ""),
        ("https://notgoogle.com.example/calendar", ""),
    ],
)
def test_a_service_is_known_by_its_address_when_the_calendar_does_not_say(url: str, platform: str) -> None:
    assert of(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", url=url).platform == platform


def test_a_plugin_is_found_before_the_system_it_runs_in() -> None:
    page = b"""<html lang="fi-FI"><head><meta name="generator" content="WordPress 6.3.1"><title>Seura</title>
    <link rel="stylesheet" href="/wp-content/plugins/the-events-calendar/a.css"></head><body class="tribe-events"></body></html>"""
    found = of(page, url="https://seura.example/tapahtumat/")
    assert (found.platform, found.language, found.title) == ("tribe", "fi", "Seura")


def test_every_format_has_a_name_and_every_link_leads_to_one() -> None:
    assert all(FORMAT_NAMES.values())
    assert {expected for _, expected in JSONS.values()} <= set(FORMAT_NAMES)


@given(st.binary(max_size=400), st.sampled_from(["text/calendar", "text/html", "application/json", ""]))
def test_no_bytes_make_it_fail(body: bytes, content_type: str) -> None:
    found = of(body, content_type=content_type)
    assert found.format in {*FORMAT_NAMES, ""}
    assert found.format or found.kind


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["meta", "data", "items", "events", "traits", "@type", "@context", "type", "itemList", "next"]), inner
        )
    ),
    max_leaves=12,
)


@given(JSON_VALUES)
def test_no_json_makes_it_fail(value: Any) -> None:
    assert of(json.dumps(value).encode() or b"0").confidence


@given(st.text(alphabet="<>/=\"' ahtmlbodyscriptiframelnk-srcehf:.1", max_size=300))
def test_no_markup_makes_it_fail(text: str) -> None:
    of(f"<html>{text}".encode())


@needs_corpora
def test_real_feeds_are_known_by_format_and_most_by_program() -> None:
    folder = CORPORA / "judell+community-calendar" / "cities"
    found = [recognise(answer(path.read_bytes(), url="https://a.example/x")) for path in sorted(folder.glob("*/*.ics"))]
    calendars = [one for one in found if one.format == "ical"]
    assert len(calendars) > 60
    assert sum(bool(one.platform) for one in calendars) > 40
    assert {"google", "tribe", "meetup", "tockify", "events_manager", "growthzone", "membershipworks"} <= {
        one.platform for one in calendars
    }
    assert all(one.kind in {"error", "empty", "challenge", "not_found", ""} for one in found)


@needs_corpora
@pytest.mark.parametrize(
    ("name", "expected", "most"), [("kurtmckee+feedparser", "feed", 40), ("npm+openactive-data-models", "openactive", None)]
)
def test_real_samples_of_a_standard(name: str, expected: str, most: int | None) -> None:
    paths = [path for path in (CORPORA / name).rglob("*") if path.suffix in {".xml", ".json", ".jsonld"} and path.stat().st_size < 10**6]
    others = [path for path in paths if recognise(answer(path.read_bytes(), url="https://a.example/x")).format != expected]
    assert len(others) < len(paths)
    assert most is None or len(others) <= most


@needs_hostile
@pytest.mark.parametrize("kind", ["ics", "feeds", "html"])
def test_hostile_files_are_recognised_or_named(kind: str) -> None:
    expected = {"ics": {"ical"}, "feeds": {"feed"}, "html": {"page", "schema"}}[kind]
    odd = {"error_line_as_ics.ics", "json_error_as_ics.ics", "no_vcalendar.ics", "only_whitespace.ics", "html_as_rss.xml", "json_feed.json"}
    for path in sorted((HOSTILE / kind).iterdir()):
        found = recognise(answer(path.read_bytes(), url="https://a.example/x"))
        assert found.format in expected or path.name in odd, path.name
        assert found.format or found.kind, path.name
