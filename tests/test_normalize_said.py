"""What is remembered of a series changes nothing: every date of it says what it would say alone (normalize.said)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from harvesters.record import Text
from normalize import said
from normalize.mapping import Normalized
from tests.normalizing import START, of

TEXTS = (
    "Avoin kaikille.",
    "Ilmoittautuminen viim. 30.11. klo 12.",
    "Tapahtuma 1.12. on peruttu.",
    "Tapahtuma on siirretty, uusi aika on 8.12.2026.",
    "Lapsille, synt. 2015-2017.",
    "Ilmoittautuminen puh. 044 123 4567, hinta 5 €.",
)
CHANGES: tuple[dict[str, Any], ...] = (
    {},
    {"start": START + timedelta(days=7), "end": None},
    {"start": START + timedelta(days=60), "end": None},
    {"start": START.date(), "end": None},
    {"kind": "volunteering"},
    {"audience": ("yso:p4354",)},
    {"categories": ("Musiikki",)},
    {"attendance": "online"},
    {"status": "ODD"},
    {"extra": {"keywords": "yso:p1808"}},
    {"latitude": 61.0, "longitude": 27.0},
)


def alone(**changes: Any) -> Normalized:
    """What a record says in a process that has seen no other."""
    for remembered in (said._remembered, said._understood_before, said._topics):
        remembered.cache_clear()
    return of(**changes)


@pytest.mark.parametrize("text", TEXTS)
def test_a_record_says_the_same_alone_and_after_others(text: str) -> None:
    records = [{"description": (Text(value=text, language="fi"),), **changes} for changes in CHANGES]
    expected = [alone(**record) for record in records]
    assert [of(**record) for record in records] == expected
    assert [of(**record) for record in reversed(records)] == expected[::-1]


def test_what_is_noted_names_each_record_of_a_series() -> None:
    first, second = of(uid="one@x", status="ODD"), of(uid="two@x", status="ODD")
    assert [issue.uid for issue in first.issues + second.issues if issue.code == "status_unknown"] == ["one@x", "two@x"]
