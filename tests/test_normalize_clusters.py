"""Links between tellings -> groups in which every pair could be one thing: normalize.clusters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize import clusters as module
from normalize.clusters import Link, Verdict, clusters, components
from normalize.likeness import ASK, JOINED, Likeness, Sign
from normalize.traits import Traits

Pairs = Mapping[str, Likeness]
"""``"ab"`` -> how alike the two are; pairs that are not named have nothing in common."""
APART = Likeness(points=-20.0, decision="apart", signs=())
OTHER_DATES = (Sign("other_dates", -8.0),)


def member(identifier: str, **changes: Any) -> Traits:
    fields: dict[str, Any] = {"id": identifier, "source_id": f"s-{identifier}", "role": "organizer", "timezone": "Europe/Helsinki"}
    return Traits.model_validate(fields | changes)


def alike(points: float, *, signs: tuple[Sign, ...] = (), is_repeat: bool = False) -> Likeness:
    contradicted = any(sign.is_veto for sign in signs)
    decision: Literal["joined", "ask", "apart"] = "joined" if points >= JOINED else "ask" if points >= ASK else "apart"
    return Likeness(points=points, decision=decision, signs=signs, is_contradicted=contradicted, is_repeat=is_repeat)


def contradicted(code: str = "name_number", points: float = -9.0) -> Likeness:
    return alike(points, signs=(Sign(code, points),))


def same(pair: str, at: str = "2026-11-20") -> Verdict:
    return Verdict(a=pair[0], b=pair[1], kind="same", at=at)


def different(pair: str, at: str = "2026-11-20") -> Verdict:
    return Verdict(a=pair[0], b=pair[1], kind="different", at=at)


def grouped(members: str | Iterable[Traits], pairs: Pairs, *verdicts: Verdict) -> str:
    """The groups as text, ``ab c``."""
    known = {one.id: one for one in (map(member, members) if isinstance(members, str) else members)}
    links = [Link(a=pair[0], b=pair[1], likeness=found) for pair, found in pairs.items() if found.decision != "apart"]

    def judge(a: Traits, b: Traits) -> Likeness:
        assert a.id < b.id, "the smaller id is asked for first"
        return pairs.get(a.id + b.id, APART)

    found = clusters(known, links, verdicts, judge)
    assert sorted(one for group in found for one in group) == sorted(known), "every member is in one group"
    return " ".join("".join(sorted(group)) for group in found)


GROUPS: list[tuple[str, Pairs, list[Verdict], str]] = [
    ("nothing is linked", {}, [], "a b c"),
    ("two are linked", {"ab": alike(9)}, [], "ab c"),
    ("what a person should look at joins nothing", {"ab": alike(6), "bc": alike(6)}, [], "a b c"),
    ("all are alike", {"ab": alike(9), "bc": alike(8), "ac": alike(6)}, [], "abc"),
    ("a chain of weak links", {"ab": alike(9), "bc": alike(8), "ac": alike(-2)}, [], "ab c"),
    ("a chain whose ends are nearly alike", {"ab": alike(9), "bc": alike(8), "ac": alike(2)}, [], "abc"),
    ("its ends contradict each other", {"ab": alike(9), "bc": alike(30), "ac": contradicted(points=4)}, [], "a bc"),
    ("the strongest link goes first", {"ab": alike(8), "bc": alike(9), "ac": contradicted()}, [], "a bc"),
    ("of two as strong the smaller ids", {"ab": alike(9), "bc": alike(9), "ac": contradicted()}, [], "ab c"),
    ("a person says no", {"ab": alike(30)}, [different("ab")], "a b c"),
    ("and between members", {"ab": alike(9), "bc": alike(9), "ac": alike(9)}, [different("ac")], "ab c"),
    ("a person says yes", {}, [same("ac")], "ac b"),
    ("although it is contradicted", {"ac": contradicted("other_place")}, [same("ac")], "ac b"),
    ("yes goes before every link", {"ab": alike(30), "bc": contradicted()}, [same("ac")], "ac b"),
    ("two times yes", {}, [same("ab"), same("bc")], "abc"),
    ("yes, then no", {"ab": alike(9)}, [same("ab", "2026-11-20"), different("ab", "2026-11-21")], "a b c"),
    ("no, then yes", {}, [different("ab", "2026-11-20"), same("ab", "2026-11-21")], "ab c"),
    ("both at once", {}, [same("ab"), different("ab")], "a b c"),
    ("a later no between the ends: the newer yes stands", {}, [same("ab", "5"), same("bc", "3"), different("ac", "4")], "ab c"),
    ("an earlier one is overruled", {}, [same("ab", "5"), same("bc", "4"), different("ac", "3")], "abc"),
    ("at once with the older yes", {}, [same("ab", "5"), same("bc", "4"), different("ac", "4")], "ab c"),
    ("one says the pair the other way round", {"ab": alike(9)}, [Verdict(a="b", b="a", kind="different", at="1")], "a b c"),
    ("of somebody who is not here", {"ab": alike(9)}, [same("ax"), different("bx")], "ab c"),
]


@pytest.mark.parametrize(("what", "pairs", "verdicts", "shown"), GROUPS, ids=[row[0] for row in GROUPS])
def test_links_and_verdicts_make_groups(what: str, pairs: Pairs, verdicts: list[Verdict], shown: str) -> None:
    assert grouped("abc", pairs, *verdicts) == shown, what


def test_known_places_never_meet_but_by_verdict() -> None:
    houses = [member("a", place_id="talo"), member("b"), member("c", place_id="tupa")]
    pairs = {"ab": alike(20), "bc": alike(21), "ac": alike(20)}
    assert grouped(houses, pairs) == "a bc"
    assert grouped(houses, pairs, same("ac")) == "abc", "a person says so of two, and nobody knows where b is"
    assert grouped([houses[0], member("b", place_id="talo"), houses[2]], pairs, same("ac")) == "ac b", "nobody says so of b and c"


def test_one_source_is_in_an_event_once_unless_it_repeats_itself() -> None:
    ours = [member("a", source_id="s"), member("b", source_id="s"), member("c")]
    pairs = {"ac": alike(9), "bc": alike(8), "ab": alike(8)}
    assert grouped(ours, pairs) == "ac b"
    assert grouped(ours, {**pairs, "ab": alike(8, is_repeat=True)}) == "abc"
    assert grouped(ours, pairs, same("ab")) == "abc"


SERIES: list[tuple[str, dict[str, Any], dict[str, Any], Pairs, str]] = [
    ("two dates of one series", {}, {}, {}, "abc"),
    ("on one day", {}, {"days": (10,), "starts": (9,), "ends": (None,)}, {}, "ac b"),
    ("one is not joined to it", {}, {}, {"bc": alike(6)}, "ac b"),
    ("two numbers", {}, {}, {"ab": alike(-9, signs=(*OTHER_DATES, Sign("name_number", -9.0)))}, "ac b"),
    ("of one source", {"source_id": "s"}, {"source_id": "s"}, {"ab": alike(-9, signs=(Sign("one_source_other_time", -9.0),))}, "abc"),
    ("without a contradiction", {"source_id": "s"}, {"source_id": "s"}, {"ab": alike(5)}, "abc"),
    ("the series' source repeats a row", {"source_id": "s-c"}, {}, {"ac": alike(9, is_repeat=True)}, "abc"),
    ("the series' source tells another thing", {"source_id": "s-c"}, {}, {"ac": alike(6)}, "a bc"),
    ("undated", {"days": (), "starts": (), "ends": ()}, {}, {}, "ac b"),
]


@pytest.mark.parametrize(("what", "first", "second", "pairs", "shown"), SERIES, ids=[row[0] for row in SERIES])
def test_dates_of_one_series_are_one_event(what: str, first: dict[str, Any], second: dict[str, Any], pairs: Pairs, shown: str) -> None:
    one = member("a", **({"days": (10,), "starts": (1,), "ends": (None,)} | first))
    other = member("b", **({"days": (17,), "starts": (2,), "ends": (None,)} | second))
    whole = member("c", is_series=True, days=(10, 17), starts=(1, 2), ends=(None, None))
    known = {"ac": alike(9), "bc": alike(8), "ab": alike(-4, signs=OTHER_DATES), **pairs}
    assert grouped([one, other, whole], known) == shown, what


TWO_TIMES = {"ac": alike(9), "bc": alike(9), "ab": contradicted("other_performance", -8.0)}


@pytest.mark.parametrize(
    ("what", "third", "pairs", "shown"),
    [
        ("two copies err in two ways", "organizer", {}, "abc"),
        ("of what is sold", "registration", {}, "abc"),
        ("a third who does not know better", "republisher", {}, "ac b"),
        ("names contradict each other, too", "organizer", {"ab": contradicted("name_number")}, "ac b"),
        ("only one of them is like the organizer's own", "organizer", {"bc": alike(6)}, "ac b"),
    ],
)
def test_two_slips_of_the_clock_do_not_part_what_both_are_like(what: str, third: str, pairs: Pairs, shown: str) -> None:
    members = [member("a", role="republisher"), member("b", role="umbrella"), member("c", role=third)]
    assert grouped(members, {**TWO_TIMES, **pairs}) == shown, what


def test_two_showings_that_one_source_tells_stay_two() -> None:
    members = [member("a", source_id="s"), member("b", source_id="s"), member("c")]
    assert grouped(members, TWO_TIMES) == "ac b"


def test_what_did_not_fit_is_tried_again_when_more_speaks_for_it() -> None:
    pairs = {"ab": alike(20), "bc": alike(12), "ac": alike(-4), "ad": alike(9), "bd": alike(6)}
    assert grouped("abcd", pairs | {"cd": alike(2)}) == "abd c"
    assert grouped("abcd", pairs | {"cd": alike(6.5)}) == "abcd"


def test_components_are_held_together_by_links_and_by_people_who_say_the_same() -> None:
    links = [Link(a="a", b="b", likeness=alike(5)), Link(a="d", b="e", likeness=alike(9))]
    assert components(links, [same("bc"), different("cd")]) == [frozenset("abc"), frozenset("de")]
    assert components([], []) == []


def test_in_a_large_component_only_linked_pairs_come_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 3)
    pairs = {"ab": alike(9), "bc": alike(9), "ac": alike(3), "cd": alike(9)}
    assert grouped("abc", pairs) == "abc"
    assert grouped("abcd", pairs) == "ab cd", "nobody asks what a and c have in common"


def test_a_component_of_hundreds_is_not_compared_pair_by_pair() -> None:
    """A row of members, each linked with the next five: as many questions as a guard allows, which is none."""
    ids = [f"{number:04}" for number in range(800)]
    links = [Link(a=a, b=b, likeness=alike(8 + int(b) % 7)) for at, a in enumerate(ids) for b in ids[at + 1 : at + 6]]

    def judge(a: Traits, b: Traits) -> Likeness:
        pytest.fail(f"{a.id} and {b.id} were compared")

    found = clusters({one: member(one) for one in ids}, links, [], judge)
    assert max(map(len, found)) == 6
    assert all(int(max(group)) - int(min(group)) < 6 for group in found)


# Whatever is linked


NAMES = "abcdefg"
LIKENESSES = st.sampled_from(
    [
        *(alike(points) for points in (-3, 1, 5, 7.5, 8, 9, 20)),
        alike(9, is_repeat=True),
        contradicted(),
        contradicted("other_dates", -8.0),
        Likeness(points=12, decision="ask", signs=(Sign("other_place", -9.0),), is_contradicted=True),
    ]
)
WHO = st.fixed_dictionaries(
    {},
    optional={
        "source_id": st.sampled_from(["s", "t"]),
        "place_id": st.sampled_from(["talo", "tupa"]),
        "is_series": st.booleans(),
        "days": st.sampled_from([(1,), (2,), (1, 2)]),
    },
)
Case = tuple[list[Traits], dict[str, Likeness], list[Verdict]]


@st.composite
def cases(draw: st.DrawFn, names: str = NAMES) -> Case:
    """Members, how alike every two of them are, and verdicts."""
    members = [member(one, **draw(WHO)) for one in names]
    pairs = {a + b: draw(LIKENESSES) for a, b in combinations(names, 2) if draw(st.booleans())}
    kinds: st.SearchStrategy[Literal["same", "different"]] = st.sampled_from(["same", "different"])
    said = st.tuples(st.sampled_from(list(combinations(names, 2))), kinds, st.sampled_from("123"))
    return members, pairs, [Verdict(a=a, b=b, kind=kind, at=at) for (a, b), kind, at in draw(st.lists(said, max_size=3))]


@settings(max_examples=60, deadline=None)
@given(cases(), st.data())
def test_no_order_matters_and_no_rule_is_broken(case: Case, data: st.DataObject) -> None:
    members, pairs, verdicts = case
    shown = grouped(members, pairs, *verdicts)
    mixed = dict(data.draw(st.permutations(list(pairs.items()))))
    assert grouped(data.draw(st.permutations(members)), mixed, *data.draw(st.permutations(verdicts))) == shown
    assert shown == " ".join(sorted(shown.split()))
    people = {one for verdict in verdicts if verdict.kind == "same" for one in (verdict.a, verdict.b)}
    known = {one.id: one for one in members}
    for a, b in (pair for group in shown.split() for pair in combinations(group, 2)):
        if not people:
            assert len({known[a].place_id, known[b].place_id} - {""}) < 2
            assert not any(sign.is_veto and sign.code != "other_dates" for sign in pairs.get(a + b, APART).signs)
        if {a, b} - people:
            assert not any({verdict.a, verdict.b} == {a, b} and verdict.kind == "different" for verdict in verdicts)


@settings(max_examples=30, deadline=None)
@given(cases(names="abcd"), cases(names="efgh"))
def test_what_is_not_connected_is_clustered_each_by_itself(one: Case, other: Case) -> None:
    together = grouped([*one[0], *other[0]], {**one[1], **other[1]}, *one[2], *other[2])
    assert together == f"{grouped(one[0], one[1], *one[2])} {grouped(other[0], other[1], *other[2])}"
