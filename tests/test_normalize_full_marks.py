"""How a title says that it is full, and what is left of it without: normalize.full_marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.full_marks import says_full, without_full_mark


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("TÄYNNÄ: Keramiikkakurssi", "Keramiikkakurssi"),
        ("TÄYNNÄ Vauvauinti ryhmä 2 TÄYNNÄ", "Vauvauinti ryhmä 2"),
        ("Keramiikkakurssi (täynnä)", "Keramiikkakurssi"),
        ("Keramiikka (täynnä), iltaryhmä", "Keramiikka, iltaryhmä"),
        ("***LOPPUUNMYYTY*** Talven taika", "Talven taika"),
        ("Simskola – fullbokad!", "Simskola"),
        ("Paint Nite - SOLD OUT", "Paint Nite"),
        ("Retki, ei enää paikkoja", "Retki"),
    ],
)
def test_a_mark_is_taken_off(title: str, rest: str) -> None:
    assert says_full(title)
    assert without_full_mark(title) == rest


@pytest.mark.parametrize("title", ["Talo täynnä tarinoita", "Full Moon Hike", "Kuppi täynnä", "KURSSI TÄYNNÄ", "Keramiikka"])
def test_a_word_in_a_title_is_no_mark(title: str) -> None:
    assert not says_full(title)
    assert without_full_mark(title) == title


@pytest.mark.parametrize("title", ["(täynnä)", "TÄYNNÄ: "])
def test_a_title_of_nothing_else_stays(title: str) -> None:
    assert without_full_mark(title) == title


@given(st.text(st.sampled_from("täynnäTÄYNNÄ :!-()[]aB"), max_size=40))
def test_what_is_left_says_it_no_more_and_taking_off_ends(title: str) -> None:
    rest = without_full_mark(title)
    assert rest == title or not says_full(rest)
