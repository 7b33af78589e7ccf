"""How well duplicates are found: the figures of labelled pairs, and the strict reading of labels."""

from __future__ import annotations

import json
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.evaluation import Evaluation, LabelledPair, LabelsError, evaluate, read_pairs
from normalize.identity import listing_id

A, B, C, D, E = (listing_id("choir", uid) for uid in "abcde")
EVENTS = {A: "one", B: "one", C: "two", D: "three"}


def same(a: str, b: str) -> LabelledPair:
    return LabelledPair(a=a, b=b, is_same=True)


def apart(a: str, b: str) -> LabelledPair:
    return LabelledPair(a=a, b=b, is_same=False)


def line(a: object = A, b: object = B, **fields: object) -> str:
    return json.dumps({"a": a, "b": b, "same": True} | fields)


@pytest.mark.parametrize(
    ("pairs", "figures"),
    [
        ([same(A, B), apart(A, C)], (2, 1, 1, 0, 0, 1.0, 1.0, 1.0)),
        ([same(A, B), same(A, C)], (2, 2, 1, 0, 0, 1.0, 0.5, 2 / 3)),
        ([same(C, D), apart(A, B)], (2, 1, 0, 1, 0, 0.0, 0.0, 0.0)),
        ([same(A, B), same(B, C), same(A, E)], (3, 2, 1, 0, 1, 1.0, 0.5, 2 / 3)),
        ([apart(C, D)], (1, 0, 0, 0, 0, None, None, None)),
        ([same(C, D)], (1, 1, 0, 0, 0, None, 0.0, 0.0)),
        ([apart(A, B)], (1, 0, 0, 1, 0, 0.0, None, 0.0)),
        ([same(A, E)], (1, 0, 0, 0, 1, None, None, None)),
        ([], (0, 0, 0, 0, 0, None, None, None)),
    ],
)
def test_the_figures_of_labelled_pairs(pairs: list[LabelledPair], figures: tuple[float | None, ...]) -> None:
    found = evaluate(pairs, EVENTS, ())
    told = (found.pairs, found.same, found.found, found.wrong, found.unknown, found.precision, found.recall, found.f1)
    assert told == pytest.approx(figures)


def test_misses_and_mistakes_are_told_in_the_order_of_the_labels() -> None:
    pairs = [same(C, D), apart(B, A), same(A, D), same(A, B), apart(A, C), same(A, E)]
    found = evaluate(pairs, EVENTS, ())
    assert (found.misses, found.mistakes) == ((same(C, D), same(A, D)), (apart(B, A),))


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({frozenset({"two", "three"})}, 1),
        ({frozenset({C, D})}, 1),
        ({frozenset({"one", "two"})}, 2),
        ({frozenset({"one", "four"})}, 0),
        ({frozenset({"one"})}, 0),
    ],
)
def test_a_pair_is_open_where_a_person_is_asked_about_its_events_or_listings(asked: set[frozenset[str]], number: int) -> None:
    assert evaluate([same(D, C), apart(A, C), same(C, B), same(A, B), same(A, E)], EVENTS, asked).asked == number


def test_which_listing_of_a_pair_is_named_first_does_not_matter() -> None:
    turned = evaluate([same(B, A), apart(C, B)], EVENTS, {frozenset({"two", "one"})})
    straight = evaluate([same(A, B), apart(B, C)], EVENTS, {frozenset({"one", "two"})})
    assert turned == straight


@given(st.lists(st.sampled_from("xyz"), min_size=2, max_size=7), st.data())
def test_labels_that_are_what_was_joined_give_full_figures_and_any_other_label_a_miss_or_a_mistake(
    groups: list[str], data: st.DataObject
) -> None:
    events = {listing_id("choir", str(number)): group for number, group in enumerate(groups)}
    pairs = [LabelledPair(a=a, b=b, is_same=events[a] == events[b]) for a, b in combinations(events, 2)]
    right = evaluate(pairs, events, ())
    assert (right.misses, right.mistakes) == ((), ())
    assert {right.precision, right.recall, right.f1} <= {1.0, None}
    at = data.draw(st.integers(0, len(pairs) - 1))
    turned = LabelledPair(a=pairs[at].a, b=pairs[at].b, is_same=not pairs[at].is_same)
    wrong = evaluate([*pairs[:at], turned, *pairs[at + 1 :]], events, ())
    assert (*wrong.misses, *wrong.mistakes) == (turned,)
    assert _is_consistent(wrong)


def _is_consistent(found: Evaluation) -> bool:
    return found.same == found.found + len(found.misses) and found.wrong == len(found.mistakes)


def test_labels_are_read_in_their_order_with_their_lines() -> None:
    told = read_pairs([line(), "", line(A, C, same=False, note="another performance"), "  \n"])
    assert told == (
        LabelledPair(a=A, b=B, is_same=True, line=1),
        LabelledPair(a=A, b=C, is_same=False, note="another performance", line=3),
    )


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["{"], "line 1: is not JSON; write one object a line"),
        (["", '["a"]'], "line 2: is not an object; write one object a line"),
        ([f'{{"a": "{A}", "b": "{B}", "same": true, "same": false}}'], 'line 1: the key "same" stands twice'),
        ([line(label=1)], "line 1: 'label' is no key of a pair; there are a, b, same and note"),
        (['{"a": "x", "same": true}'], "line 1: 'b' is missing; write {"),
        ([line(a="joulu")], "line 1: a is 'joulu', which is no id of a listing: 16 characters of 0123456789bcd"),
        ([line(b=7)], "line 1: b is 7, which is no id of a listing"),
        ([line(a=A.upper(), b=B)], "which is no id of a listing"),
        ([line(B, B)], "line 1: a and b are the same listing; name two"),
        ([line(same="yes")], "line 1: same is 'yes'; write true or false"),
        ([line(same=1)], "line 1: same is 1; write true or false"),
        ([line(note=None)], "line 1: note is None; write a text"),
        ([line(), line(B, A, same=False)], "line 2: this pair stands on line 1 already; keep one of them"),
        ([line(A, B), line(B, C), line(A, C, same=False)], "line 3: says that these are two events, but other lines make them one"),
        (["[" * 100_000], "line 1: is not JSON"),
    ],
)
def test_labels_that_cannot_be_used_are_refused_with_their_line_and_what_to_do(lines: list[str], told: str) -> None:
    with pytest.raises(LabelsError) as refused:
        read_pairs(lines)
    assert told in str(refused.value)


def test_every_wrong_line_is_named_at_once_but_not_without_end() -> None:
    with pytest.raises(LabelsError) as refused:
        read_pairs(["{"] * 25)
    told = str(refused.value).splitlines()
    assert (len(told), told[0][:8], told[-1]) == (21, "line 1: ", "and 5 more")


def test_labels_of_two_groups_that_do_not_meet_contradict_nothing() -> None:
    assert len(read_pairs([line(A, B), line(C, D), line(A, C, same=False), line(B, D, same=False)])) == 4
