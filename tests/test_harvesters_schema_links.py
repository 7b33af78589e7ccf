"""Lists that lead to event pages, and pages without events."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from harvesters import schema
from harvesters.errors import Unreadable
from harvesters.failure_reasons import FAILURE_REASONS
from harvesters.failure_reasons_schema import SCHEMA_REASONS
from harvesters.issue_kinds import ISSUE_KINDS
from harvesters.issue_kinds_schema import SCHEMA_KINDS
from harvesters.record import Missing, Reading
from harvesters.schema_options import SchemaOptions
from tests.schema_pages import LIST, balanced, codes, context, event, html, page_reading, response, script
from tests.shared import ROOT

LISTED = html(
    '<ul class=events><li><a href="/e/1?utm_source=lista">A</a><li><a href="e/2#kartta">B</a><li><a href="/e/1">A</a>'
    '<li><a href="https://muualla.example/e/3">C</a><li><a href="mailto:x@seura.example">D</a><li><a href="javascript:void(0)">E</a></ul>'
    '<p><a rel=next href="?sivu=2&amp;PHPSESSID=0123456789">Seuraava</a></p>'
)
OPTIONS = context(links="ul.events a", next="a[rel=next]")


def test_a_list_leads_to_its_events_and_to_its_next_page() -> None:
    asks = schema.follow(response(LISTED), OPTIONS)
    assert [(ask.url, ask.role, ask.is_needed) for ask in asks] == [
        (f"{LIST}?sivu=2", "page", True),
        ("https://seura.example/e/1", "detail", False),
        ("https://seura.example/e/2", "detail", False),
        ("https://muualla.example/e/3", "detail", False),
    ]


def test_the_next_page_is_followed_like_the_first_and_an_events_page_leads_nowhere() -> None:
    assert schema.follow(response(LISTED, f"{LIST}?sivu=2", role="page"), OPTIONS) == schema.follow(response(LISTED), OPTIONS)
    assert schema.follow(response(LISTED, role="detail"), OPTIONS) == ()
    assert schema.follow(response(LISTED), context()) == ()


def test_a_link_may_stand_inside_what_the_selector_finds() -> None:
    page = html('<article class=card><h3><a href="/e/1">A</a></h3></article><article class=card>no link</article>')
    assert [ask.url for ask in schema.follow(response(page), context(links="article.card"))] == ["https://seura.example/e/1"]


@pytest.mark.parametrize(
    ("href", "asked"),
    [
        ("/e/1;jsessionid=AB12?x=1", "https://seura.example/e/1?x=1"),
        ("/e/1?sid=aaaabbbbccccdddd1&id=3", "https://seura.example/e/1?id=3"),
        ("/e?sid=3", "https://seura.example/e?sid=3"),
        ("//seura.example/e/1", "https://seura.example/e/1"),
        ("/e/a b", "https://seura.example/e/a%20b"),
        ("", None),
        ("#kohta", LIST),
        ("http://[broken/", None),
        ("ftp://seura.example/e", None),
        ("data:text/html,x", None),
    ],
)
def test_addresses_of_links(href: str, asked: str | None) -> None:
    asks = schema.follow(response(html(f'<a class=e href="{href}">x</a>')), context(links="a.e"))
    assert [ask.url for ask in asks] == ([asked] if asked else [])


def test_a_trap_of_links_is_bounded_and_the_pages_own_come_first() -> None:
    many = "".join(f'<a href="https://h{n}.example/">x</a>' for n in range(5000)) + '<a href="/e/1">y</a>'
    asks = schema.follow(response(html('<a href="/e/1">y</a>', many)), context(links="a"))
    assert len(asks) <= 10_000
    assert asks[0].url == "https://seura.example/e/1"


def test_a_base_on_another_host_leads_nowhere() -> None:
    links = '<a class=e href="e/1">x</a><a class=e href="https://seura.example/e/2">y</a>'
    page = f'<html><head><base href="https://evil.example/"></head><body>{links}</body></html>'
    assert [ask.url for ask in schema.follow(response(page), context(links="a.e"))] == ["https://seura.example/e/2"]
    moved = page.replace("https://evil.example/", "/kalenteri/")
    assert schema.follow(response(moved), context(links="a.e"))[0].url == "https://seura.example/kalenteri/e/1"


def test_list_and_details_together() -> None:
    pages = (
        response(html(script(event(url=None))), "https://seura.example/e/1", role="detail"),
        response(html(script(event(name="Tanssit", url=None))), "https://seura.example/e/2", role="detail"),
        response(html(script(event(name="Kahvit", url="/e/3"))), f"{LIST}?sivu=2", role="page"),
    )
    found = balanced(schema.read(response(LISTED, parts=pages), OPTIONS))
    assert [(one.name[0].value, one.uid[-3:]) for one in found.events] == [("Talkoot", "e/1"), ("Tanssit", "e/2"), ("Kahvit", "e/3")]
    assert found.complete
    assert found.title == "Seura"


def details(*pages: str, missing: tuple[Missing, ...] = ()) -> Reading:
    parts = tuple(response(page, f"https://seura.example/e/{n}", role="detail") for n, page in enumerate(pages))
    return balanced(schema.read(response(LISTED, parts=parts, missing=missing), OPTIONS))


GOOD = html(script(event(url=None)))
NOT_FOUND = html("<h1>Sivua ei löytynyt</h1>")
LOGIN = html("<h1>Kirjaudu</h1><form><input type=PASSWORD></form>")


@pytest.mark.parametrize(
    ("page", "code", "complete"),
    [
        (NOT_FOUND, "detail_missing", False),
        (LOGIN, "detail_missing", False),
        ("%PDF-1.4", "detail_missing", False),
        (html("<p>words</p>"), "page_without_event", False),
        (html(script({"@type": "WebPage"})), "page_without_event", True),
    ],
)
def test_an_event_page_without_its_event_costs_only_itself(page: str, code: str, complete: bool) -> None:  # noqa: FBT001 - a table
    found = details(GOOD, page)
    assert len(found.events) == 1
    assert codes(found) == {(code, "warning")}
    assert found.complete is complete


@pytest.mark.parametrize(
    ("reason", "code", "complete"),
    [("http_500", "detail_missing", False), ("pages_cut", "pages_cut", False), ("outside_host", "outside_host", True)],
)
def test_pages_that_did_not_come(reason: str, code: str, complete: bool) -> None:  # noqa: FBT001 - a table
    found = details(GOOD, missing=(Missing(url="https://muualla.example/e/3", role="detail", reason=reason),))
    assert codes(found) == {(code, "warning")}
    assert found.complete is complete


@pytest.mark.parametrize("listed_url", [None, "/e/2"])
def test_an_event_never_stands_twice_because_its_own_page_did_not_come(listed_url: str | None) -> None:
    both = html(script([event(url=listed_url), event(name="Tanssit", url=listed_url and "/e/9")]), LISTED)
    pages = [response(GOOD, "https://seura.example/e/2", role="detail")]
    pages += [response(html(script(event(name="Tanssit", url=None))), "https://seura.example/e/9", role="detail")]
    whole = balanced(schema.read(response(both, parts=tuple(pages)), OPTIONS))
    lost = (Missing(url="https://seura.example/e/9", role="detail", reason="http_500"),)
    less = balanced(schema.read(response(both, parts=(pages[0],), missing=lost), OPTIONS))
    assert {one.uid for one in less.events} <= {one.uid for one in whole.events}
    assert {one.name[0].value for one in whole.events} == {"Talkoot", "Tanssit"}
    assert not less.complete


def test_a_next_page_on_another_host_leaves_the_list_unread() -> None:
    lost = (Missing(url="https://muualla.example/?sivu=2", role="page", reason="outside_host"),)
    assert not details(GOOD, missing=lost).complete


def test_a_page_of_the_list_that_is_an_error_fails_the_whole() -> None:
    with pytest.raises(Unreadable) as caught:
        schema.read(response(LISTED, parts=(response(NOT_FOUND, f"{LIST}?sivu=2", role="page"),)), OPTIONS)
    assert caught.value.reason == "soft_404"


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (NOT_FOUND, "soft_404"),
        (html(script({"@type": "WebSite"}), "<h1>404 – sidan hittades inte</h1>"), "soft_404"),
        (LOGIN, "login_page"),
        (html("<form><input type=password></form>"), "login_page"),
        (html("<p>Konsertti 1.4.2027 klo 18</p>"), "no_structured_data"),
        (html("<input type=password>", "<p>words of a page with a login in its corner</p>" * 100), "no_structured_data"),
        ('<html><head><meta http-equiv=Refresh content="0; URL=/uusi"></head></html>', "meta_refresh"),
        ("", "empty_body"),
        ('{"a": 1}', "not_html"),
        ("BEGIN:VCALENDAR", "not_html"),
    ],
)
def test_a_page_that_is_another_is_a_named_failure(page: str, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        schema.read(response(page), context())
    assert caught.value.reason == reason
    assert reason in FAILURE_REASONS | SCHEMA_REASONS


def test_a_login_in_the_corner_of_a_page_with_events_is_no_matter() -> None:
    assert len(page_reading(script(event()), "<input type=password>").events) == 1


def test_a_list_whose_links_are_not_found_has_changed() -> None:
    with pytest.raises(Unreadable) as caught:
        schema.read(response(html("<div>new design</div>")), OPTIONS)
    assert caught.value.reason == "selector_miss"


def test_event_pages_that_all_lack_structured_data() -> None:
    with pytest.raises(Unreadable) as caught:
        details(html("<p>a</p>"), html("<p>b</p>"))
    assert caught.value.reason == "no_structured_data"


def test_when_zero_events_are_believed() -> None:
    empty = "<p>Ei tulevia\n TAPAHTUMIA.</p>"
    assert page_reading(empty, empty_text="ei tulevia tapahtumia").complete
    assert page_reading(script({"@type": "WebSite"})).read == 0
    with pytest.raises(Unreadable):
        page_reading(empty)


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ({"links": "a["}, "selector"),
        ({"date_formats": ["%d.%m."]}, "year, month and day"),
        ({"date_formats": ["%Q"]}, "date"),
        ({"link": "a"}, "link"),
    ],
)
def test_options_that_cannot_be_used_are_refused(options: dict[str, object], word: str) -> None:
    with pytest.raises(ValidationError, match=word):
        SchemaOptions.model_validate(options)


def test_the_page_about_the_format_names_every_decision_and_every_option() -> None:
    page = (ROOT / "docs" / "formats" / "schema.md").read_text(encoding="utf-8")
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "harvesters").glob("schema*.py"))
    told = set(re.findall(r'(?:Refused\(|notes\.warn\(|notes\.add\(|ledger\.tell\(|reason=)\s*"(\w+)"', sources))
    assert len(told) > 20
    assert {name for name in (*told, *SchemaOptions.model_fields) if name not in page} == set()
    assert told <= {*ISSUE_KINDS, *SCHEMA_KINDS, *FAILURE_REASONS, *SCHEMA_REASONS}
