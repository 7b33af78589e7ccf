"""Hostile pages as ``expected.json`` says, and any input at all: only ``Unreadable`` is ever raised, and the ledger adds up."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters import schema
from harvesters.errors import Unreadable
from harvesters.ledger import Ledger
from harvesters.schema_event import UNDERSTOOD
from harvesters.schema_objects import take_objects
from tests.schema_pages import CONTEXT, balanced, codes, context, event, html, page_reading, response, script
from tests.shared import HOSTILE, needs_hostile

EXPECTED: dict[str, Any] = json.loads((HOSTILE / "expected.json").read_text(encoding="utf-8")) if HOSTILE.is_dir() else {}
OURS = {
    "html/many_links.html": {"links": "a"},
    "html/no_events_message.html": {"empty_text": "Ei tulevia tapahtumia"},
    "html/redesign_selectors_miss.html": {"links": "ul.events a"},
}
"""What an entry for such a page would say."""


@needs_hostile
@pytest.mark.parametrize("name", [name for name in sorted(EXPECTED) if name.startswith("html/")])
def test_hostile_pages(name: str) -> None:
    wanted = EXPECTED[name]
    page = response((HOSTILE / name).read_bytes(), "https://site.example/events")
    if wanted["verdict"] == "REJECT":
        with pytest.raises(Unreadable) as caught:
            schema.read(page, context(**OURS.get(name, {})))
        assert caught.value.reason == wanted["reason"]
        return
    found = balanced(schema.read(page, context(**OURS.get(name, {}))))
    assert (len(found.events), found.set_aside) == (wanted["accepted"], wanted["quarantined"] or 0)
    again = balanced(schema.read(page, context({one.digest: "stored" for one in found.events} | found.remember, **OURS.get(name, {}))))
    assert (again.events, len(again.unchanged)) == ((), found.read)


@needs_hostile
def test_what_the_hostile_pages_are_about() -> None:
    def read(name: str) -> Any:
        return schema.read(response((HOSTILE / "html" / name).read_bytes(), "https://site.example/events"), CONTEXT)

    assert (read("base_href_hijack.html").events[0].url, codes(read("base_href_hijack.html"))) == ("", {("bad_url", "warning")})
    assert read("meta_charset_lies.html").events[0].name[0].value == "Päivä"
    assert read("jsonld_control_chars.html").events[0].name[0].value == "Healthy\tneigh\nbour"
    assert "</script><script>" in read("jsonld_script_injection.html").events[0].name[0].value
    assert [one.series for one in read("jsonld_subevents.html").events] == ["", "https://site.example/e/1"]
    assert len({one.derived_uid for one in read("jsonld_sameurl_all.html").events}) == 10


@pytest.mark.parametrize("depth", [10, 250, 300, 3000, 50_000])
def test_an_event_at_the_bottom_of_a_page_is_found(depth: int) -> None:
    page = "<div>" * depth + script(event()) + "</div>" * depth
    assert len(page_reading(page).events) == 1


def test_what_stands_in_comments_templates_and_frames_of_a_deep_page_is_not_read() -> None:
    hidden = f"<!-- {script(event())} --><template>{script(event())}</template>"
    assert len(page_reading("<div>" * 3000, hidden, script(event(name="Näkyvä"))).events) == 1


def test_a_page_in_utf_16() -> None:
    page = html(
        script(event(name="Päivä")),
        '<div class="h-event"><b class="p-name">Tanssit</b><time class="dt-start" datetime="2027-01-01">x</time></div>',
    )
    found = schema.read(response(page.encode("utf-16")), CONTEXT)
    assert [one.name[0].value for one in found.events] == ["Päivä", "Tanssit"]


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        [
            "2027-04-01T18:00",
            "2027-04-01",
            "10:00",
            "P1W",
            "Monday",
            "https://schema.org/Event",
            "https://a.example/",
            "\ud800",
            "\x00",
            "7-12",
            "@",
            "#a",
            "EventCancelled",
        ]
    )
)
KEYS = st.sampled_from(
    [
        *sorted(UNDERSTOOD),
        *("@value", "@graph", "@context", "subEvent", "superEvent", "hasCourseInstance", "performer", "remainingAttendeeCapacity", "value"),
        *(
            "address",
            "geo",
            "latitude",
            "longitude",
            "containedInPlace",
            "amenityFeature",
            "price",
            "lowPrice",
            "availability",
            "validFrom",
        ),
        *(
            "startTime",
            "endTime",
            "byDay",
            "byMonth",
            "byMonthDay",
            "byMonthWeek",
            "repeatFrequency",
            "repeatCount",
            "exceptDate",
            "scheduleTimezone",
        ),
        *("dayOfWeek", "opens", "closes", "validThrough", "suggestedMinAge", "target", "priceSpecification", "odd", "fi"),
    ]
)
KINDS = st.sampled_from(
    [
        "Event",
        "EventSeries",
        "CourseInstance",
        "Course",
        "Place",
        "VirtualLocation",
        "Offer",
        "Person",
        "Organization",
        "Schedule",
        ["Event", 5],
        None,
    ]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(KEYS, inner, max_size=8)
        | st.builds(lambda told, kind: told | {"@type": kind}, st.dictionaries(KEYS, inner, max_size=8), KINDS)
    ),
    max_leaves=30,
)
EVENTS = st.builds(lambda told: {"@type": "Event", "startDate": "2027-04-01"} | told, st.dictionaries(KEYS, VALUES, max_size=12))


@settings(max_examples=100, deadline=None)
@given(st.lists(EVENTS | VALUES, max_size=4))
def test_any_json_ld_is_read_or_named(values: list[Any]) -> None:
    page = html(f'<script type="application/ld+json">{json.dumps(values)}</script>')
    found = balanced(schema.read(response(page), CONTEXT))
    assert repr(found).isascii() or "\ud800" not in repr(found)
    for one in found.events:
        json.dumps(one.text).encode()
        one.text.encode("utf-8")


@settings(max_examples=100, deadline=None)
@given(VALUES)
def test_any_decoded_value_goes_into_any_ledger(value: Any) -> None:
    ledger = Ledger(context=CONTEXT, version="t")
    take_objects(ledger, value, "https://seura.example/")
    balanced(ledger.reading())


NAMES = st.sampled_from(["name", "startDate", "location", "url", "description", "offers", "geo", "subEvent", "x", "schema:name", ""])
CLASSES = st.sampled_from(
    [
        "h-event",
        "vevent",
        "p-name",
        "dt-start",
        "dt-end",
        "dtstart",
        "dtend",
        "value",
        "value-title",
        "p-location",
        "h-card",
        "location",
        "vcard",
        "fn",
        "org",
        "geo",
        "u-url",
        "organizer",
        "adr",
    ]
)
ATTRIBUTES = st.one_of(
    st.builds('itemprop="{}"'.format, NAMES),
    st.builds('property="{}"'.format, NAMES),
    st.builds('class="{} {}"'.format, CLASSES, CLASSES),
    st.builds('content="{}"'.format, st.sampled_from(["2027-04-01", "x", "", "1;2"])),
    st.builds('datetime="{}"'.format, st.sampled_from(["2027-04-01T10:00", "18:00", "x"])),
    st.builds('itemref="{}"'.format, st.sampled_from(["a", "b a", "c"])),
    st.builds('id="{}"'.format, st.sampled_from("abc")),
    st.builds('href="{}"'.format, st.sampled_from(["/x", "http://[", "?PHPSESSID=1", "#", "http://b.example"])),
    st.builds('itemtype="{}"'.format, st.sampled_from(["https://schema.org/Event", "Event", "x"])),
    st.sampled_from(
        [
            "itemscope",
            'typeof="Event"',
            'vocab="https://schema.org/"',
            'prefix="s: https://schema.org/ x"',
            'typeof="s:Event"',
            'lang="fi"',
            "title=x",
        ]
    ),
)
TAGS = st.sampled_from(
    ["div", "a", "time", "meta", "link", "abbr", "span", "template", "p", "script", "base", "img", "data", "table", "svg"]
)
PIECES = st.one_of(
    st.builds(lambda tag, told: f"<{tag} {' '.join(told)}>", TAGS, st.lists(ATTRIBUTES, max_size=6)),
    st.builds("</{}>".format, TAGS),
    st.text(max_size=10),
    st.sampled_from(["<!--", "-->", '<script type="application/ld+json">', "</script>", '{"@type": "Event"', "<![CDATA[", "&#0;", "<"]),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_page_is_read_or_named(pieces: list[str]) -> None:
    for role in ("", "detail"):
        page = response("<p>" + "".join(pieces), role=role)
        options = context(links="a", next="[rel=next]")
        try:
            asks = schema.follow(page, options)
            balanced(schema.read(page, options))
        except Unreadable:
            continue
        assert all(ask.url.startswith(("http://", "https://")) for ask in asks)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_named(body: bytes) -> None:
    try:
        balanced(schema.read(response(body), CONTEXT))
    except Unreadable:
        return
