"""Which tellings are compared at all: normalize.candidates."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.candidates import candidates, keys_of
from normalize.likeness import likeness
from normalize.model import Details
from normalize.traits import Traits
from tests.tellings import HOUR, TUESDAY, traits, weekly

DAY = timedelta(days=1)
Changes = dict[str, Any]
WORDS = {"place_id": "", "place_text": "Honkalan kylätalo"}
NOWHERE = {"place_id": "", "place_text": ""}
MET: list[tuple[str, Changes, Changes]] = [
    ("the same time and place", {}, {}),
    ("doors and show", {}, {"start": TUESDAY + HOUR}),
    ("UTC read as local time", {}, {"start": TUESDAY + 2 * HOUR}),
    ("over midnight", {"start": TUESDAY + 6 * HOUR}, {"start": TUESDAY + 8 * HOUR}),
    ("a whole day", {}, {"start": TUESDAY.date(), "end": TUESDAY.date() + DAY}),
    ("two whole days", {"start": TUESDAY.date(), "end": None}, {"start": TUESDAY.date(), "end": TUESDAY.date() + 3 * DAY}),
    ("a series and its evening", weekly(5), {"start": TUESDAY + 14 * DAY}),
    ("a series and its day", weekly(5), {"start": TUESDAY.date() + 14 * DAY, "end": None}),
    ("two series", weekly(5), weekly(9, at=TUESDAY + HOUR)),
    ("places beside each other", {}, {"place_id": "vaja"}),
    ("an unresolved place", {}, WORDS),
    ("an unresolved place and a series", weekly(5), {**WORDS, "start": TUESDAY + 7 * DAY}),
    ("no place", {}, NOWHERE),
    ("coordinates near by", {}, {**NOWHERE, "name": {"fi": "Toinen"}, "latitude": 61.875, "longitude": 28.881}),
    ("online", {"place_id": "verkko"}, {"place_id": "", "place_text": "Teams"}),
    ("no dates", {"start": None, "end": None}, {"start": None, "end": None}),
]


def met(*tellings: Traits) -> set[tuple[str, str]]:
    return {(a.id, b.id) for a, b in candidates(tellings)}


@pytest.mark.parametrize(("case", "one", "other"), MET)
def test_what_may_be_one_is_compared(case: str, one: Changes, other: Changes) -> None:
    assert len(met(traits("a", **one), traits("b", **other))) == 1, case


APART: list[tuple[str, Changes, Changes]] = [
    ("another day", {}, {"start": TUESDAY + DAY}),
    ("another time of the day", {}, {"start": TUESDAY - 6 * HOUR}),
    ("another place", {}, {"place_id": "halli"}),
    ("another weekday", weekly(5), {"start": TUESDAY + 8 * DAY}),
    ("after the series", weekly(3), {"start": TUESDAY + 70 * DAY}),
    ("no place and no word in common", {}, {**NOWHERE, "name": {"fi": "Kuntosalille"}}),
]


@pytest.mark.parametrize(("case", "one", "other"), APART)
def test_what_cannot_be_one_is_not_compared(case: str, one: Changes, other: Changes) -> None:
    assert met(traits("a", **one), traits("b", **other)) == set(), case


def test_a_whole_and_its_part_are_compared_whatever_their_times() -> None:
    whole = traits("a", "festivaali", start=TUESDAY, end=TUESDAY + 3 * DAY)
    part = traits("a", "konsertti", start=TUESDAY + 2 * DAY, end=None, details=Details(series="festivaali"), name={"fi": "Konsertti"})
    assert len(met(whole, part)) == 1


def test_every_pair_comes_once_in_the_same_order_whatever_the_order_of_the_tellings() -> None:
    tellings = [traits(source, start=TUESDAY + minutes * HOUR / 60) for source in "abcde" for minutes in (0, 30)]
    found = [(a.id, b.id) for a, b in candidates(tellings)]
    assert found == [(a.id, b.id) for a, b in candidates(reversed(tellings))] == sorted(found)
    assert all(a < b for a, b in found)


def test_keys_do_not_grow_with_the_length_of_a_series() -> None:
    assert len(keys_of(traits(**weekly(50))).own) == len(keys_of(traits(**weekly(3))).own)


def test_candidates_grow_with_the_tellings_not_with_their_square() -> None:
    def pairs(weeks: int) -> int:
        return len(met(*(traits(source, f"u{week}", start=TUESDAY + week * 7 * DAY, end=None) for source in "ab" for week in range(weeks))))

    assert (pairs(10), pairs(20)) == (10, 20)


TELLING = st.builds(
    lambda name, hours, length, place, count: (
        {
            "name": name,
            **place,
            **(
                weekly(count, at=TUESDAY + hours * HOUR)
                if count
                else {"start": TUESDAY + hours * HOUR, "end": length and TUESDAY + hours * HOUR + length}
            ),
        }
    ),
    st.sampled_from([{"fi": "Villasukkapiiri"}, {"fi": "Honkalan villasukkapiiri"}, {"fi": "Joulumyyjäiset"}, {"en": "Christmas fair"}]),
    st.sampled_from([0, 1, 2, 3, 5, 6, 7, 8, 9, 24, 168, 169]),
    st.sampled_from([None, HOUR, 3 * HOUR, 30 * HOUR]),
    st.sampled_from([{}, {"place_id": "vaja"}, WORDS, NOWHERE, {"place_id": "", "place_text": "Honkatie 3"}, {"place_id": "verkko"}]),
    st.sampled_from([0, 0, 0, 3]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TELLING, min_size=2, max_size=7))
def test_no_pair_that_would_be_joined_is_left_out(made: list[Changes]) -> None:
    tellings = [traits("abc"[number % 3], f"u{number}", **changes) for number, changes in enumerate(made)]
    found = met(*tellings)
    for a, b in combinations(sorted(tellings, key=lambda one: one.id), 2):
        if likeness(a, b).decision == "joined":
            assert (a.id, b.id) in found
