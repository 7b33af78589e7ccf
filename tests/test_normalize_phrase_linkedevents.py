"""Other people's texts with the values they expect: none of a kind may sink below what is read today."""

from __future__ import annotations

import pytest

from benchmarks.linkedevents_texts import counted, judged
from tests.shared import CORPORA, needs_corpora

FLOORS = {"ages": (358, 357), "course times": (10, 10), "languages": (6, 3)}
"""Kind -> (cases, right at least); benchmarks/linkedevents_texts.py says why the rest is theirs."""


@needs_corpora
@pytest.mark.corpora
def test_no_kind_sinks() -> None:
    counts = counted(list(judged(CORPORA / "labels" / "linkedevents_fi_sv_text_cases.jsonl")))
    assert {kind: count.total() for kind, count in counts.items()} == {kind: cases for kind, (cases, _) in FLOORS.items()}
    assert {kind: counts[kind]["right"] for kind, (_, least) in FLOORS.items() if counts[kind]["right"] < least} == {}
