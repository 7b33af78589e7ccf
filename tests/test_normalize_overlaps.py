from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.distances import distance_km
from normalize.overlaps import SEVERITY, Overlap, Rules, Slot, compared, found, overlaps

NOON = 1_796_000_400
HOUR = 3600
MARKET, CHURCH, VILLAGE, FAR = (61.8675, 28.8861), (61.8657, 28.8787), (61.912, 29.285), (62.9, 27.7)
"""Church: 0.4 km from the market; village: 21 km; far: more than 100 km."""
RULES = Rules()
PLACES = {"market": MARKET, "church": CHURCH, "village": VILLAGE, "far": FAR}


def slot(name: str, begin: int = NOON, minutes: int = 90, place: str = "market", **told: Any) -> Slot:
    values: dict[str, Any] = {"event_id": f"event-{name}", "place_id": place, "point": PLACES.get(place)} | told
    for field in ("audience", "themes"):
        values[field] = frozenset(str(values.get(field, "")).split())
    return Slot(id=name, begin=begin, end=begin + minutes * 60, **values)


def told(*slots: Slot, rules: Rules = RULES) -> list[tuple[str, str, str, int, float | None, tuple[str, ...]]]:
    return [(one.a, one.b, one.kind, one.minutes, one.kilometres, one.shared) for one in overlaps(slots, rules)]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param({}, {}, ("venue", 0.0, ()), id="one house, no rooms told"),
        pytest.param({"room": "hall"}, {"room": "hall"}, ("venue", 0.0, ()), id="one room"),
        pytest.param({"room": "hall"}, {}, ("venue", 0.0, ()), id="a room and the whole house"),
        pytest.param({"room": "hall"}, {"room": "attic"}, None, id="two rooms"),
        pytest.param(
            {"room": "hall", "audience": "youth"},
            {"room": "attic", "audience": "youth"},
            ("audience", 0.0, ("youth",)),
            id="rooms of one house, one audience",
        ),
        pytest.param(
            {"room": "hall", "themes": "film"}, {"room": "attic", "themes": "film"}, None, id="one subject in one house is a programme"
        ),
        pytest.param(
            {"audience": "youth seniors"},
            {"place": "church", "audience": "seniors youth"},
            ("audience", 0.4, ("seniors", "youth")),
            id="audience near by",
        ),
        pytest.param({"audience": "youth"}, {"place": "church", "audience": "seniors"}, None, id="other audiences"),
        pytest.param({"themes": "film"}, {"place": "church", "themes": "film games"}, ("topic", 0.4, ("film",)), id="subject near by"),
        pytest.param(
            {"themes": "film", "audience": "youth"},
            {"place": "church", "themes": "film", "audience": "youth"},
            ("audience", 0.4, ("youth",)),
            id="the worse of two kinds",
        ),
        pytest.param({"audience": "youth"}, {"audience": "youth"}, ("venue", 0.0, ()), id="the room before the audience"),
        pytest.param(
            {"audience": "youth"},
            {"place": "village", "audience": "youth"},
            ("audience_soft", 21.5, ("youth",)),
            id="audience further away",
        ),
        pytest.param({"themes": "film"}, {"place": "village", "themes": "film"}, None, id="subject further away"),
        pytest.param({"audience": "youth"}, {"place": "far", "audience": "youth"}, None, id="too far"),
        pytest.param({"audience": "youth"}, {"place": "unmapped", "audience": "youth"}, None, id="nobody knows how far"),
        pytest.param({"place": "unmapped"}, {"place": "unmapped"}, ("venue", 0.0, ()), id="one house on no map"),
        pytest.param(
            {"place": "unmapped", "room": "a", "audience": "youth"},
            {"place": "unmapped", "room": "b", "audience": "youth"},
            ("audience", 0.0, ("youth",)),
            id="rooms of one house on no map",
        ),
        pytest.param({"place": ""}, {"place": ""}, None, id="nowhere twice is not one place"),
        pytest.param(
            {"place": "", "point": MARKET, "audience": "youth"}, {"audience": "youth"}, ("audience", 0.0, ("youth",)), id="own coordinates"
        ),
        pytest.param({"place": "", "point": MARKET}, {"place": "", "point": MARKET}, None, id="one point is not one room"),
        pytest.param({}, {"event_id": "event-a"}, None, id="one event competes not with itself"),
    ],
)
def test_what_competes(a: dict[str, Any], b: dict[str, Any], expected: tuple[str, float, tuple[str, ...]] | None) -> None:
    one, other = slot("a", **a), slot("b", NOON + HOUR, **b)
    answer = [("a", "b", expected[0], 30, *expected[1:])] if expected else []
    assert told(one, other) == told(other, one) == answer


@pytest.mark.parametrize(
    ("begin", "minutes", "shared"),
    [
        (NOON, 90, 90),
        (NOON - HOUR, 60, 0),
        (NOON - HOUR, 61, 1),
        (NOON + 90 * 60, 60, 0),
        (NOON + 89 * 60, 60, 1),
        (NOON + HOUR, 10, 10),
        (NOON - HOUR, 300, 90),
    ],
)
def test_touching_is_not_overlapping(begin: int, minutes: int, shared: int) -> None:
    assert sum(one.minutes for one in overlaps([slot("a"), slot("b", begin, minutes)], RULES)) == shared


def test_what_an_overlap_tells() -> None:
    a, b = slot("z", is_end_assumed=True, room="hall"), slot("b", NOON + HOUR, is_planned=True, room="hall")
    assert overlaps([a, b], RULES) == [
        Overlap("b", "z", "event-b", "event-z", "venue", NOON + HOUR, NOON + 90 * 60, 0.0, (), "hall", is_end_assumed=True, is_planned=True)
    ]


def test_the_worst_kind_is_the_most_severe() -> None:
    assert sorted(SEVERITY, key=lambda kind: SEVERITY[kind]) == ["audience_soft", "topic", "audience", "venue"]


def test_a_region_sets_its_own_rules() -> None:
    a, b = slot("a", audience="youth", themes="film"), slot("b", place="village", audience="youth", themes="film")
    assert [one.kind for one in overlaps([a, b], Rules(near_km=25))] == ["audience"]
    assert overlaps([a, b], Rules(near_km=2, wide_km=20)) == []


@pytest.mark.parametrize("values", [{"near_km": 31}, {"near_km": 0}, {"most": 0}, {"assumed_minutes": -1}])
def test_rules_that_contradict_themselves(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must be"):
        Rules(**values)


def oracle(slots: list[Slot], rules: Rules) -> list[tuple[str, str, str, int]]:
    """The rules as the region's description has them, each pair with each."""
    answers = []
    for a, b in combinations(sorted(slots, key=lambda one: one.id), 2):
        if a.end <= b.begin or b.end <= a.begin or a.event_id == b.event_id:
            continue
        minutes = (min(a.end, b.end) - max(a.begin, b.begin)) / 60
        house = bool(a.place_id) and a.place_id == b.place_id
        km = 0.0 if house else distance_km(a.point, b.point) if a.point and b.point else 10**6
        people, themes = a.audience & b.audience, a.themes & b.themes
        rules_met = {
            "venue": house and (a.room == b.room or not a.room or not b.room),
            "audience": bool(people) and km <= rules.near_km,
            "topic": bool(themes) and km <= rules.near_km and not house,
            "audience_soft": bool(people) and km <= rules.wide_km,
        }
        worst = next((kind for kind, is_met in rules_met.items() if is_met), None)
        if worst:
            answers.append((a.id, b.id, worst, int(minutes)))
    return sorted(answers)


def random_slots(count: int, chance: random.Random) -> list[Slot]:
    """Some weeks of a wide region: places in three towns and between them, on the map or not, and some events of their own place."""
    places = {f"p{n}": (61 + chance.random() * 0.6, 28 + chance.random() * 1.2) if n % 9 else None for n in range(60)}
    slots = []
    for number in range(count):
        place = chance.choice([*places, ""])
        slots.append(
            Slot(
                id=f"s{number}",
                event_id=f"e{chance.randrange(count // 2)}",
                begin=NOON + 300 * chance.randrange(0, 12 * 24 * 20),
                end=0,
                place_id=place,
                room=chance.choice(("", "hall", "attic")),
                point=places[place] if place else chance.choice((None, (61.2, 28.5), (61.3, 28.9))),
                audience=frozenset(chance.sample(("youth", "seniors", "students"), chance.choice((0, 0, 1, 2)))),
                themes=frozenset(chance.sample(("film", "games", "choirs", "crafts"), chance.choice((0, 1, 1, 2)))),
            )
        )
    return [replace(one, end=one.begin + 300 * chance.choice((1, 6, 12, 18, 24, 100))) for one in slots]


def test_the_same_as_comparing_each_with_each() -> None:
    slots = random_slots(2000, random.Random(5))
    answer = oracle(slots, RULES)
    assert {kind for _, _, kind, _ in answer} == set(SEVERITY)
    assert sorted((one.a, one.b, one.kind, one.minutes) for one in overlaps(slots, Rules(most=10**6))) == answer


_WHERE = st.sampled_from(["market", "church", "village", "unmapped", ""])
_SLOTS = st.lists(
    st.builds(
        lambda number, begin, length, place, room, audience, themes: slot(
            f"s{number}", NOON + begin * 300, length * 5, place, event_id=f"e{number % 7}", room=room, audience=audience, themes=themes
        ),
        *(st.integers(0, 10**6), st.integers(0, 12), st.integers(1, 12), _WHERE, st.sampled_from(["", "hall", "attic"])),
        *(st.sampled_from(["", "youth", "youth seniors"]), st.sampled_from(["", "film", "film games"])),
    ),
    max_size=14,
    unique_by=lambda one: one.id,
)


@given(_SLOTS, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_any_order_and_any_company(slots: list[Slot], chance: random.Random) -> None:
    answer = overlaps(slots, RULES)
    assert sorted((one.a, one.b, one.kind, one.minutes) for one in answer) == oracle(slots, RULES)
    assert answer == sorted(answer, key=lambda one: (one.begin, one.a, one.b))
    shuffled = chance.sample(slots, len(slots))
    assert overlaps(shuffled, RULES) == answer
    pairs = (compared(a, b, RULES) for a, b in combinations(shuffled, 2))
    assert sorted(one for one in pairs if one) == sorted(answer)


def test_a_crowd_is_told_and_not_only_cut() -> None:
    crowd = [slot(f"{number:03}", event_id=f"e{number}") for number in range(300)]
    answer = found(crowd, Rules(most=10))
    assert len(answer.overlaps) < 300 * 10
    assert {name for one in answer.overlaps for name in (one.a, one.b)} == {one.id for one in crowd}
    [told_crowd] = answer.crowds
    assert (told_crowd.kind, told_crowd.key, told_crowd.slots) == ("venue", "market", 289)
    assert told_crowd.left + len(answer.overlaps) == 300 * 299 / 2
    assert found(crowd, Rules(most=299)).crowds == []


def test_a_crowd_far_away_hides_nobody_near_by() -> None:
    away = [slot(f"{number:03}", place=f"v{number}", point=VILLAGE, audience="youth") for number in range(80)]
    two = [slot("x", audience="youth"), slot("y", place="church", audience="youth")]
    assert ("x", "y", "audience") in [(one.a, one.b, one.kind) for one in overlaps([*away, *two], Rules(most=5))]


def test_rooms_of_a_big_house_are_never_compared_with_each_other() -> None:
    rooms = [slot(f"{number:05}", room=f"r{number}") for number in range(5_000)]
    whole = slot("x", NOON + 5000)
    assert {(one.a, one.b) for one in overlaps([*rooms, whole], Rules(most=10**6))} == {(room.id, "x") for room in rooms}
