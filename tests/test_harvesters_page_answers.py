"""Described pages: further pages, what is no page, what is wrong with a description, and anything at all."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from harvesters import page
from harvesters.errors import Unreadable
from harvesters.page_options import PageOptions
from harvesters.record import Ask, Missing, ReadContext, Reading
from tests.described_pages import SIMPLE, URL, events, html, reading
from tests.golden_answers import ZONE, answer, checked, codes
from tests.shared import HOSTILE, needs_hostile


def asks(body: str, options: dict[str, Any], *, url: str = URL, role: str = "") -> tuple[Ask, ...]:
    context = ReadContext(zone=ZONE, options=PageOptions.model_validate(options))
    return page.follow(answer(html(body), url, role=role), context)


def reason(body: str, options: dict[str, Any] = SIMPLE) -> str:
    with pytest.raises(Unreadable) as failure:
        reading(body, options)
    return failure.value.reason


# --- further pages -----------------------------------------------------------------------------------------------------------------------


def test_the_next_page_by_its_link_within_the_bound() -> None:
    options = SIMPLE | {"next": "a.next", "max_pages": 3}
    body = "<li><b>A</b><i>ti</i></li><a class=next href='?sivu=2#top'>Seuraava</a>"
    assert asks(body, options) == (Ask(url=f"{URL}?sivu=2", role="page"),)
    assert asks(body.replace("2#top", "3"), options, url=f"{URL}?sivu=2", role="page") == (Ask(url=f"{URL}?sivu=3", role="page-2"),)
    assert asks(body, options, url=f"{URL}?sivu=3", role="page-2") == ()
    assert asks("<li><b>A</b><i>ti</i></li><a class=next href='#'>Seuraava</a>", options) == ()
    assert asks("<li><b>A</b><i>ti</i></li><a class=next href='javascript:go()'>Seuraava</a>", options) == ()


def test_the_next_page_by_number_until_one_is_empty() -> None:
    options = SIMPLE | {"next": {"template": "?alku={page}", "first": 20, "step": 20, "last": 40}}
    body = "<li><b>A</b></li>"
    assert [ask.url for ask in asks(body, options)] == [f"{URL}?alku=20"]
    assert [ask.url for ask in asks(body, options, role="page")] == [f"{URL}?alku=40"]
    assert asks(body, options, role="page-2") == ()
    assert asks("<p>", options, role="page") == ()


def test_all_pages_are_read_and_a_list_that_goes_on_is_incomplete() -> None:
    second = answer(html("<li><b>B</b></li><a class=next href='?sivu=3'>"), f"{URL}?sivu=2", role="page")
    options = SIMPLE | {"next": "a.next", "max_pages": 2}
    found = reading("<li><b>A</b><i>ti</i></li><a class=next href='?sivu=2'>", options, parts=(second,))
    assert [event.name[0].value for event in found.events] == ["A", "B"]
    assert (found.complete, codes(found)) == (False, ["pages_cut"])
    last = answer(html("<li><b>B</b></li>"), f"{URL}?sivu=2", role="page")
    assert reading("<li><b>A</b><i>ti</i></li><a class=next href='?sivu=2'>", options, parts=(last,)).complete


def test_a_linked_page_without_rows_fails_the_whole_harvest() -> None:
    second = answer(html("<p>Huoltokatko</p>"), f"{URL}?sivu=2", role="page")
    with pytest.raises(Unreadable) as failure:
        reading("<li><b>A</b><i>ti</i></li><a class=next href='?sivu=2'>", SIMPLE | {"next": "a.next"}, parts=(second,))
    assert failure.value.reason == "selector_miss"


def test_a_page_after_the_last_by_number_is_the_end() -> None:
    second = answer(html("<p>Ei enempää</p>"), f"{URL}?s=2", role="page")
    found = reading("<li><b>A</b><i>ti</i></li>", SIMPLE | {"next": {"template": "?s={page}"}}, parts=(second,))
    assert (len(found.events), found.complete) == (1, True)


DETAILED = {
    "row": "li",
    "fields": {"name": "a", "description": {"css": "i", "default": "?"}},
    "detail": {"fields": {"when": "time", "description": "p"}},
}
LISTED = "<li><a href='a'>Kuoro</a></li><li><a href='b#x'>Bingo</a></li><li>Ilman linkkiä</li>"


def test_pages_of_their_own_are_asked_for() -> None:
    options = DETAILED | {"fields": {"name": {}}}
    assert asks(LISTED, options) == (Ask(url=f"{URL}a", role="detail"), Ask(url=f"{URL}b", role="detail"))
    optional = options | {"detail": {"fields": {"when": "time"}, "required": False}}
    assert {ask.is_needed for ask in asks(LISTED, optional)} == {False}
    assert asks(LISTED, options, role="detail") == ()


def test_a_page_of_its_own_completes_a_row_also_after_a_redirect() -> None:
    first = answer(html("<time>ti klo 18</time><p>Laulua</p>"), f"{URL}a", role="detail")
    moved = answer(html("<time>ke klo 13</time>"), "https://kyla.example/uusi/b", role="detail")
    found = reading(LISTED, DETAILED | {"fields": {"name": {}}}, parts=(first, moved))
    told = [(event.name[0].value, event.when, event.url) for event in found.events]
    assert told == [("Kuoro", "ti klo 18", f"{URL}a"), ("Bingo", "ke klo 13", f"{URL}b"), ("Ilman linkkiä", "", "")]
    assert found.complete


def test_links_on_a_page_of_its_own_start_there() -> None:
    options = {
        "row": "li",
        "fields": {"name": {}},
        "detail": {"fields": {"image": "img::attr(src)", "registration_url": "a.ilmo::attr(href)"}},
    }
    own = answer(html("<img src=k.png><a class=ilmo href=ilmo>Ilmoittaudu</a>"), "https://kyla.example/arkisto/kuoro", role="detail")
    (event,) = reading("<li><a href='/arkisto/kuoro'>Kuoro</a></li>", options, parts=(own,)).events
    assert event.images[0].url == "https://kyla.example/arkisto/k.png"
    assert event.registration is not None
    assert event.registration.url == "https://kyla.example/arkisto/ilmo"


@pytest.mark.parametrize("body", [None, "<h1>Sivua ei löytynyt</h1>", "kaatui"])
def test_a_missing_page_of_its_own_costs_only_itself(body: str | None) -> None:
    options = DETAILED | {"fields": {"name": {}}, "detail": {"fields": {"when": "time"}, "required": False}}
    first = answer(html("<time>ti klo 18</time>"), f"{URL}a", role="detail")
    other = (answer(body if body == "kaatui" else html(body), f"{URL}b", role="detail"),) if body else ()
    missing = () if body else (Missing(url=f"{URL}b", role="detail", reason="http_404"),)
    found = reading(LISTED, options, parts=(first, *other), missing=missing)
    assert [event.when for event in found.events] == ["ti klo 18", "", ""]
    assert [(issue.code, issue.value) for issue in found.issues] == [("detail_missing", f"{URL}b")]
    assert found.complete == bool(body)


# --- where links lead -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("", f"{URL}k"),
        ("<base href='https://paha.example/'>", f"{URL}k"),
        ("<base href='/muu/'>", "https://kyla.example/muu/k"),
        ("<base href='http://kyla.example/'>", f"{URL}k"),
    ],
)
def test_a_base_on_another_host_is_not_believed(base: str, url: str) -> None:
    (event,) = events(f"{base}<li><b>Kuoro</b><a href=k></a></li>", {"row": "li", "fields": {"name": "b", "url": "a::attr(href)"}})
    assert event.url == url


# --- no rows ----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<p>Uusi ulkoasu</p>", "selector_miss"),
        ("<h1>Kirjaudu sisään</h1><form><input name=u></form>", "login_page"),
        ("<form><input type=PASSWORD name=p></form>", "login_page"),
        ("<h1>Sivua ei löytynyt</h1>", "soft_404"),
        ("<h1>Sidan hittades inte</h1>", "soft_404"),
        ("<h1>Just a moment...</h1>", "bot_challenge"),
        ("<p>Ei tulevia tapahtumia.</p>", "selector_miss"),
        ("<li><i>vain aika</i></li>", "selector_miss"),
        ("<li><b>vain</b></li><li><b>nimiä</b></li>", "selector_miss"),
        ("<div>" * 400 + "<li><b>syvällä</b></li>", "too_deep"),
    ],
)
def test_a_page_without_what_is_described_is_a_failure_with_a_name(body: str, why: str) -> None:
    assert reason(body) == why


@pytest.mark.parametrize(
    ("body", "why"), [("", "empty_body"), ("BEGIN:VCALENDAR", "not_html"), ('{"a": 1}', "not_html"), ("vain tekstiä", "not_html")]
)
def test_what_is_no_page(body: str, why: str) -> None:
    with pytest.raises(Unreadable) as failure:
        page.read(answer(body, URL), ReadContext(zone=ZONE, options=PageOptions.model_validate(SIMPLE)))
    assert failure.value.reason == why


def test_a_selector_that_goes_wrong_only_where_there_are_rows_is_a_failure_with_a_name() -> None:
    assert reason("<li><b>A</b></li>", {"row_xpath": "//li[re:test(., '(')]", "fields": {"name": "b"}}) == "selector_miss"


def test_nothing_now_is_an_answer_when_the_page_says_so_in_the_declared_words() -> None:
    found = reading("<p>Ei  tulevia\ntapahtumia.</p>", SIMPLE | {"empty_text": "ei tulevia tapahtumia"})
    assert (found.read, found.complete) == (0, True)


def test_fields_that_are_found_nowhere_are_told() -> None:
    body = "".join(f"<li><b>{name}</b><i>ti</i></li>" for name in "ABC")
    found = reading(body, {"row": "li", "fields": {"name": "b", "when": "i", "price": "u", "location": {"css": "q", "default": "Sali"}}})
    assert [(issue.code, issue.severity, issue.value) for issue in found.issues] == [("field_never_found", "info", "price")]


def test_the_declared_encoding_holds_where_pages_lie() -> None:
    body = html("<li><b>Päivä 5 €</b></li>").encode("iso-8859-15")
    options = PageOptions.model_validate(SIMPLE | {"encoding": "iso-8859-15", "fields": {"name": "b"}})
    (event,) = page.read(answer(body, URL), ReadContext(zone=ZONE, options=options)).events
    assert event.name[0].value == "Päivä 5 €"


@needs_hostile
@pytest.mark.parametrize(
    ("name", "options", "why"),
    [
        ("redesign_selectors_miss", SIMPLE, "selector_miss"),
        ("soft_404", SIMPLE, "soft_404"),
        ("meta_refresh", SIMPLE, "selector_miss"),
        ("no_events_message", SIMPLE, "selector_miss"),
        ("many_links", SIMPLE, "selector_miss"),
    ],
)
def test_hostile_pages_are_failures(name: str, options: dict[str, Any], why: str) -> None:
    body = (HOSTILE / "html" / f"{name}.html").read_bytes()
    context = ReadContext(zone=ZONE, options=PageOptions.model_validate(options))
    with pytest.raises(Unreadable) as failure:
        page.read(answer(body, URL), context)
    assert failure.value.reason == why
    assert page.follow(answer(body, URL), context) == ()


@needs_hostile
def test_hostile_pages_that_are_answers() -> None:
    def read(name: str, options: dict[str, Any]) -> Reading:
        response = answer((HOSTILE / "html" / f"{name}.html").read_bytes(), URL)
        return checked(page.read, response, PageOptions.model_validate(options))

    assert read("no_events_message", SIMPLE | {"empty_text": "Ei tulevia tapahtumia"}).read == 0
    lies = {"row": "title", "fields": {"name": {"xpath": "//script/text()", "regex": '"name": "([^"]*)"'}}}
    assert read("meta_charset_lies", lies).events[0].name[0].value == "Päivä"


@needs_hostile
def test_of_twenty_thousand_links_only_the_described_one_is_asked_for() -> None:
    response = answer((HOSTILE / "html" / "many_links.html").read_bytes(), URL)
    context = ReadContext(zone=ZONE, options=PageOptions.model_validate(SIMPLE | {"next": "a"}))
    assert len(page.follow(response, context)) == 1
    everything = ReadContext(zone=ZONE, options=PageOptions.model_validate({"row": "a", "fields": {"name": {}}}))
    with pytest.raises(Unreadable) as failure:
        page.read(response, everything)
    assert failure.value.reason == "too_much"


# --- descriptions with mistakes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"row": "li["}, "is no CSS selector"),
        ({"row": "li", "row_xpath": "//li"}, "say what one event is"),
        ({}, "say what one event is"),
        ({"row_xpath": "//li["}, "is no XPath expression"),
        ({"row": "*:nth-of-type(2)"}, "is no CSS selector"),
        ({"row": "li", "skip": "["}, "is no regular expression"),
        ({"row": "li", "encoding": "latin-99"}, "is no character encoding"),
        ({"row": "li", "encoding": "utf-7"}, "never read"),
        ({"row": "li", "next": {"template": "?p={sivu}"}}, "next: the template uses {sivu}"),
        ({"row": "li", "next": {"template": "?p={page}", "firts": 2}}, "Extra inputs"),
        ({"row": "li", "headings": [{"fields": {"a": {}}}]}, "a heading has either css or xpath"),
        ({"row": "li", "fields": {"nam": "b"}}, "is 'name' meant"),
        ({"row": "li", "fields": {"name": {"css": "b", "xpath": "//b"}}}, "exclude each other"),
        ({"row": "li", "fields": {"name": {"template": "{nimi}"}}}, "which no capture or field before it defines"),
        ({"row": "li", "rwo": "x"}, "Extra inputs"),
    ],
)
def test_a_mistake_in_a_description_is_named_when_it_is_loaded(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError) as failure:
        PageOptions.model_validate({"fields": {"name": "b"}} | options)
    assert said in str(failure.value)


# --- anything at all ---------------------------------------------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    [
        "<li>",
        "</li>",
        "<b>",
        "</b>",
        "<table>",
        "<tr>",
        "<td rowspan=9>",
        "<td colspan=0>",
        "<th>",
        "</table>",
        "<h2>",
        "<a href=",
        "'?p=2'>",
        "'http://['>",
        "<br>",
        "&#0;",
        "&#xD800;",
        "�",
        "\x00",
        "28.11.2026",
        "klo 18",
        "{name}",
        "[x",
        "<!--",
        "]]>",
        "<base href='//x'>",
        "Päivä",
        "<script>",
        "<svg>",
    ]
)
EVERYTHING = {
    "row": "li, tr, td",
    "split": r"\n",
    "headings": [{"css": "h2, th", "fields": {"location": {}}}, {"match": "klo", "fields": {"day": {}}}],
    "captures": {"x": {"header": "column"}},
    "fields": {
        "uid": {"attribute": "id"},
        "name": {"column": 1},
        "start_date": {"column": "Päivä", "format": "%d.%m.%Y"},
        "url": "a::attr(href)",
        "remaining": {"regex": r"\d+"},
        "description": {"html": True},
    },
    "next": "a",
    "detail": {"link": "b a", "fields": {"when": "i"}, "required": False},
}


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_no_page_raises_anything_but_unreadable(body: str) -> None:
    response = answer(html(body).encode("utf-8", "surrogatepass"), URL)
    options = PageOptions.model_validate(EVERYTHING)
    try:
        page.follow(response, ReadContext(zone=ZONE, options=options))
        found = checked(page.read, response, options)
    except Unreadable:
        return
    repr(found).encode()
