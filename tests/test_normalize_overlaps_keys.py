"""Whoever competes is found by a key."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from normalize.overlaps import Rules, overlaps
from normalize.overlaps_keys import Keys
from normalize.overlaps_sweep import settled
from tests.test_normalize_overlaps import CHURCH, MARKET, NOON, random_slots, slot


@pytest.mark.parametrize("rules", [Rules(most=10**6), Rules(near_km=29, most=3), Rules(near_km=0.5, wide_km=200, most=10**6)])
def test_two_that_compete_share_a_key_both_ways(rules: Rules) -> None:
    slots = {one.id: one for one in settled(random_slots(700, random.Random(8)))}
    keys = Keys(rules)
    told = overlaps(slots.values(), rules)
    assert told
    for one in told:
        a, b = slots[one.a], slots[one.b]
        assert set(keys.own(a)) & set(keys.asked(b)), one
        assert set(keys.own(b)) & set(keys.asked(a)), one


def test_what_has_nothing_in_common_shares_none() -> None:
    slots = [
        slot("a", audience="youth"),
        slot("b", place="far", audience="youth"),
        slot("c", place="church", audience="seniors", themes="film"),
        slot("d", place="unmapped", audience="youth"),
    ]
    keys = Keys(Rules())
    assert not any(set(keys.own(a)) & set(keys.asked(b)) for a, b in combinations(slots, 2))
    assert keys.own(slot("e", place="")) == keys.asked(slot("e", place="", audience="youth")) == []


def test_a_place_on_no_map_is_where_the_first_there_says() -> None:
    told = settled(
        [
            slot("c", NOON + 120, place="attic", point=CHURCH),
            slot("a", NOON + 60, place="attic", point=MARKET),
            slot("b", NOON, place="attic"),
            slot("d", place="", point=CHURCH),
        ]
    )
    assert [(one.id, one.point) for one in told] == [("b", MARKET), ("d", CHURCH), ("a", MARKET), ("c", MARKET)]
