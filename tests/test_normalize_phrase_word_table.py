"""Tables of words give back what their shapes match at the beginnings of words, whatever the index leaves out."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from normalize.phrase_word_table import WordTable, openings

SHAPES = (
    "lap(set|sille)", "lasten", r"koko\s?perhe\w*", r"(?:voi|saa)\stulla", r"(?<!ei )täynnä", "(nu)?oret", r"esteet\w+",
    "[ptu]x", r"v\.", r"\d{1,3}\skrt",
    "x?yz", "(?:ab|c)*d", r"wc(?:[:-]\w+)?", "a", r"l(?=as)\w+", "ab|ba|(?:ca|da)e",
)  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(
        ("lapset", "lasten", "koko perheen", "saa tulla", "ei täynnä", "täynnä", "nuoret", "oret", "esteetön", "px", "v.", "12 krt",
         "yz", "xyz", "abcd", "d",
         "wc:t", "a", "ab", "ba", "dae", "muuta", "-", ",", "\n", "lapset-lapset", "älapset")
    )
)  # fmt: skip


@given(TEXTS, st.lists(st.sampled_from(SHAPES), min_size=1, unique=True))
def test_a_table_finds_what_its_shapes_match_at_words(words: list[str], shapes: list[str]) -> None:
    text = " ".join(words)
    table = WordTable(tuple((shape, shape) for shape in shapes))
    starts = [word.start() for word in re.finditer(r"\w+", text)]
    expected = {
        (shape, start, match.end())
        for shape in shapes
        for start in starts
        if (match := re.compile(rf"(?:{shape})(?!\w)").match(text, start))
    }
    assert {(one.code, one.start, one.end) for _, one in table.everywhere(text)} == expected
    assert table.tells(text) == bool(expected)


@given(TEXTS)
def test_of_two_that_overlap_the_first_of_the_table_holds(words: list[str]) -> None:
    text = " ".join(words)
    found = WordTable((("whole", r"koko\sperhe\w*"), ("part", r"perhe\w*"), ("first", "koko"))).found(text)
    assert [one.code for one in found] == ["whole"] * text.count("koko perheen")
    assert all(text[one.start : one.end] == "koko perheen" for one in found)


def test_the_openings_of_a_shape() -> None:
    assert openings(r"lap(set|sille)|(?:voi|saa)\stulla|(nu)?oret|x?yz|\d\skrt|(?<!ei )täynnä") == {
        *("la", "vo", "sa", "nu", "or", "xy", "yz", "tä"),
        *"0123456789",
    }
    assert openings(r"\w+katu") == {""}


def test_a_code_is_told_once_in_the_order_of_the_text() -> None:
    assert WordTable((("b", "bb"), ("a", "aa"))).codes("aa bb aa") == ["a", "b"]
