"""What of a description may be shown: publish.excerpts and normalize.licences."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from normalize.licences import EXCERPT_LIMIT, excerpt, is_excerpt, is_open, permits_texts
from normalize.text import description, words
from publish.excerpts import as_shown, may_show_whole, shown_description
from publish.plain import plain
from tests.publish_rows import event, source

OPEN = """
CC BY 4.0|CC-BY-4.0|cc by-sa 3.0 fi|CC0|CC0 1.0|Public domain|PTV|Creative Commons Nimeä 4.0 Kansainvälinen|OGL-UK-3.0
https://creativecommons.org/licenses/by/4.0/|https://creativecommons.org/publicdomain/zero/1.0/deed.fi
"""
CLOSED = """
All rights reserved|CC BY-NC 4.0|CC BY-ND|https://creativecommons.org/licenses/by-nc/4.0/|MIT|CC BY, ei kuvia|ccby4you
"""
LONG = description("".join(f"<p>Tämä on lause numero {number}, ja se on pitkä. Toinen!</p>" for number in range(30)))


@pytest.mark.parametrize("licence", OPEN.strip().replace("\n", "|").split("|"))
def test_open_terms_let_a_text_be_shown_whole(licence: str) -> None:
    assert is_open(licence)


@pytest.mark.parametrize("licence", ["", *CLOSED.strip().split("|")])
def test_other_terms_do_not(licence: str) -> None:
    assert not is_open(licence)


@pytest.mark.parametrize(
    ("scope", "covers"),
    [
        ("Kuvaukset ja ajat", True),
        ("Tider och texter", True),
        ("Everything in the feed", True),
        ("Alueen toiminnat, linkki takaisin portaaliin", False),
        ("Salivuorojen ajat, ei kuvauksia", False),
        ("Times and places, no descriptions", False),
        ("", False),
    ],
)
def test_a_permission_covers_texts_where_it_says_so(scope: str, covers: bool) -> None:  # noqa: FBT001 - a table
    assert permits_texts(scope) is covers
    permitted = replace(source("s1"), licence="", permission_by="Talo", permission_given="2026-01-01", permission_scope=scope)
    assert may_show_whole(permitted) is covers


def test_a_short_text_is_shown_as_it_is() -> None:
    short = '<p>Tervetuloa <a href="https://x.example/">tänne</a>!</p>'
    assert excerpt(short) == short
    assert not is_excerpt(short)


def test_a_long_one_ends_with_a_sentence_and_an_ellipsis() -> None:
    cut = excerpt(LONG)
    assert re.search(r"[.!] …</p>$", cut)
    assert is_excerpt(cut)
    assert len(plain(cut)) <= EXCERPT_LIMIT
    assert excerpt(cut) == cut


def test_without_a_sentence_it_ends_with_a_word_and_every_element_is_closed() -> None:
    cut = excerpt(f"<ul><li><b>{'sana toinen ' * 60}</b></li></ul>")
    assert re.search(r"(?:sana|toinen) …</b></li></ul>$", cut)
    assert excerpt(f"<p>{'a' * 400}</p>") == f"<p>{'a' * 298} …</p>"


TAGS = ["<p>", "</p>", "<b>", "</b>", "<ul><li>", "</li></ul>", "<br>", "</a>", "<h3>", "</h3>"]
PIECES = st.sampled_from([*TAGS, '<a href="https://x.example/?a&b">', "&amp; ", "sana ", "Lause. ", "pitkähkösana" * 9, "\n\n"])


@settings(max_examples=100, deadline=None)
@example(f'{"pitkähkösana" * 9}<p><a href="https://x.example/?a&b"><br>{"pitkähkösana" * 9}<p>{"pitkähkösana" * 9}')
@given(st.lists(PIECES, max_size=60).map("".join))
def test_an_excerpt_is_short_clean_html_that_begins_as_the_text_does(written: str) -> None:
    whole = description(written)
    cut = excerpt(whole)
    assert cut == whole or len(plain(cut)) <= EXCERPT_LIMIT
    assert excerpt(cut) == cut
    assert cut == whole or description(cut) == cut
    beginning = "".join(words(cut).removesuffix("…").split())
    assert "".join(words(whole).split()).startswith(beginning)


def test_every_source_of_a_joined_event_must_allow_the_whole() -> None:
    rows = {"a": replace(source("a"), licence="CC BY 4.0"), "b": replace(source("b"), licence="")}
    row = event("1", "Satutunti", date(2026, 11, 24), None, description={"fi": LONG}, source_ids=("a",))
    assert shown_description(row, rows, {}).texts == {"fi": LONG}
    assert as_shown(row, rows, {}) is row
    for ids in (("b",), ("a", "b"), ("a", "gone"), ()):
        shown = shown_description(replace(row, source_ids=ids), rows, {})
        assert shown.is_excerpt
        assert len(words(shown.texts["fi"])) <= EXCERPT_LIMIT


def test_a_joined_event_shows_each_text_as_its_own_source_allows() -> None:
    rows = {"a": replace(source("a"), licence="CC BY 4.0"), "b": replace(source("b"), licence="")}
    origins = {"description.fi": "listing-a", "description.sv": "listing-b"}
    texts = {"fi": LONG, "sv": LONG}
    row = event("1", "Satutunti", date(2026, 11, 24), None, description=texts, source_ids=("a", "b"), origins=origins)
    shown = shown_description(row, rows, {"listing-a": "a", "listing-b": "b"})
    assert shown.texts["fi"] == LONG
    assert shown.is_excerpt
    assert len(words(shown.texts["sv"])) <= EXCERPT_LIMIT
