"""Every hostile feed ends as its table says, in time, and nothing a feed names is opened or asked."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from typing import Any

import pytest

from harvesters.errors import Unreadable
from harvesters.feed import read
from tests.golden_answers import answer, checked
from tests.shared import HOSTILE, needs_hostile

REASONS = {"xml_dtd": "dtd_refused", "nesting": "too_deep", "unsupported_format": "not_feed", "not_a_feed": "not_feed"}
"""The kit's names for what is called otherwise here."""
UNDATED = {"rss_no_dates.xml", "rss_pubdate_is_not_event_date.xml", "rss_future_pubdate.xml"}
"""Set aside not by the reader but one step later, where words are read: the reader hands on title and text and no start."""
ISSUES = {"conflicting_dates": "conflicting_dates", "no_identity": "required_field_missing"}
FILES = sorted(path.name for path in (HOSTILE / "feeds").glob("*")) if HOSTILE.is_dir() else []
SLOWEST = 2.0


def expected(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((HOSTILE / "expected.json").read_text(encoding="utf-8"))[f"feeds/{name}"]
    return table


@needs_hostile
def test_the_table_is_there() -> None:
    assert len(FILES) == 36


@needs_hostile
@pytest.mark.parametrize("name", FILES)
def test_a_hostile_feed_ends_as_expected(name: str) -> None:
    told, body = expected(name), (HOSTILE / "feeds" / name).read_bytes()
    begun = time.process_time()
    if told["verdict"] == "REJECT":
        with pytest.raises(Unreadable) as failure:
            checked(read, answer(body))
        assert failure.value.reason == REASONS.get(told["reason"], told["reason"])
        assert time.process_time() - begun < (0.2 if failure.value.reason == "dtd_refused" else SLOWEST)
        return
    found = checked(read, answer(body))
    assert time.process_time() - begun < SLOWEST
    if name in UNDATED:
        assert found.set_aside == 0
        assert len(found.events) == told["accepted"] + told["quarantined"]
    else:
        assert (len(found.events), found.set_aside) == (told["accepted"], told["quarantined"])
        assert [issue.code for issue in found.issues if issue.severity == "error"] == [ISSUES.get(told["reason"], "")] * told["quarantined"]
    assert all(event.start is None for event in found.events)


@needs_hostile
@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("rss_utf7.xml", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
        ("rss_wrong_encoding_decl.xml", "Päivä"),
        ("rss_unescaped_amp_lt.xml", "Beer & Wine < 5 €"),
        ("rss_html_entities.xml", "Café\xa0—… Bühne &bogus; A & B &copy2027;"),
        ("rss_null_and_control.xml", "abcd"),
    ],
)
def test_titles_are_what_the_publisher_meant(name: str, title: str) -> None:
    found = checked(read, answer((HOSTILE / "feeds" / name).read_bytes()))
    assert found.events[0].name[0].value.replace(" ", "") == title.replace(" ", "")


@needs_hostile
@pytest.mark.parametrize(
    ("name", "urls"), [("rss_javascript_link.xml", [""]), ("atom_xml_base_javascript.xml", ["https://norppala.example/x"])]
)
def test_no_address_is_anything_but_http(name: str, urls: list[str]) -> None:
    found = checked(read, answer((HOSTILE / "feeds" / name).read_bytes()))
    assert [event.url for event in found.events] == urls
    assert "javascript:" not in found.events[0].url + "".join(text.value for text in found.events[0].description)


@needs_hostile
def test_nothing_is_opened_and_no_one_is_asked() -> None:
    asked: list[str] = []

    def watch(event: str, given: tuple[Any, ...]) -> None:
        if watching and event in {"open", "socket.connect", "socket.getaddrinfo"} and not str(given[0]).endswith((".py", ".pyc")):
            asked.append(f"{event} {given}")

    bodies = [(HOSTILE / "feeds" / name).read_bytes() for name in FILES]
    watching = False
    sys.addaudithook(watch)
    watching = True
    for body in bodies:
        try:
            checked(read, answer(body))
        except Unreadable:
            continue
    watching = False
    assert asked == []


def test_an_entity_bomb_is_refused_in_any_encoding() -> None:
    bomb = '<?xml version="1.0"?><!-- x --><!DOCTYPE rss [<!ELEMENT a ANY> <!  ENTITY l0 "lol">]><rss version="2.0"><channel/></rss>'
    for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be"):
        with pytest.raises(Unreadable) as failure:
            checked(read, answer(bomb.encode(encoding)))
        assert failure.value.reason == "dtd_refused", encoding


@pytest.mark.parametrize(
    "body",
    [
        "<rss><channel>" + "<item><title>x</title>" * 30_000 + "</channel></rss>",
        "<rss><channel><item><title>" + "<a" * 200_000 + "</title></item></channel></rss>",
        "<rss><channel><item><title>" + "<a b='" * 100_000 + "</title></item></channel></rss>",
        "<rss><channel><item><title>" + "<!-- " * 100_000 + "</title></item></channel></rss>",
        "<rss><channel><item><guid>7</guid><description>" + "&lt;div&gt;" * 80_000 + "</description></item></channel></rss>",
        "<rss><channel><item><guid>7</guid><description><![CDATA[" + "<p a=1 " * 100_000 + "]]></description></item></channel></rss>",
        "<rss " + " ".join(f'a{n}="1"' for n in range(60_000)) + "><channel><item><guid>1</guid></item></channel></rss>",
        "<rss><channel>" + "</x>" * 200_000 + "<item><guid>1</guid></item></channel></rss>",
        "<rss><channel><item><guid>1</guid>" + "<br>" * 200_000 + "</item></channel></rss>",
    ],
    ids=["items", "open", "quotes", "comments", "divs", "cdata", "attributes", "ends", "br"],
)
def test_time_grows_with_length_only(body: str) -> None:
    begun = time.process_time()
    with contextlib.suppress(Unreadable):
        checked(read, answer(body))
    assert time.process_time() - begun < 5
