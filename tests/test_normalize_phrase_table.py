"""The region's table of phrases with the meaning each must have, and other people's texts with the ages they tell."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from normalize.phrase import read_phrase
from tests.shared import CORPORA, REGION, needs_corpora, needs_region

DETAILS = frozenset({"start_utc", "first_occurrences", "last_occurrence", "count"})
"""What an answer may tell besides what the table names."""


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def agrees(expected: Any, answer: Any, key: str = "") -> bool:
    """The same value; of first occurrences as many as the table names, of flags the same set, nothing besides but details."""
    if isinstance(expected, dict):
        same = isinstance(answer, dict) and all(name in answer and agrees(value, answer[name], name) for name, value in expected.items())
        return same and all(name in expected or name in DETAILS for name in answer)
    if key == "first_occurrences":
        return bool(answer[: len(expected)] == expected)
    if key == "flags":
        return sorted(expected) == sorted(answer)
    if isinstance(expected, list):
        pairs = zip(expected, answer, strict=False)
        return isinstance(answer, list) and len(expected) == len(answer) and all(agrees(one, other) for one, other in pairs)
    return bool(expected == answer)


@needs_region
@pytest.mark.parametrize("phrase", lines(REGION / "phrases.jsonl"), ids=lambda phrase: phrase["id"])
def test_a_phrase_of_the_table_means_exactly_that(phrase: dict[str, Any]) -> None:
    answer = read_phrase(phrase["text"], phrase["lang"], date.fromisoformat(phrase["reference_date"]), phrase["kind"])
    assert agrees(phrase["expected"], answer), answer


@pytest.mark.parametrize("phrase", lines(Path(__file__).with_name("phrases_labelled_first.jsonl")), ids=lambda phrase: phrase["id"])
def test_a_phrase_that_was_labelled_before_it_was_read_means_exactly_that(phrase: dict[str, Any]) -> None:
    answer = read_phrase(phrase["text"], phrase["lang"], date.fromisoformat(phrase["reference_date"]), phrase["kind"])
    assert agrees(phrase["expected"], answer), answer


@needs_corpora
@pytest.mark.corpora
def test_ages_in_course_titles_of_two_cities() -> None:
    cases = [one["case"] for one in lines(CORPORA / "labels" / "linkedevents_fi_sv_text_cases.jsonl") if "age_range" in one["test"]]
    told = [(text, [shape.get("age_min"), shape.get("age_max")], ages) for text, ages in cases for shape in [_ages(text)]]
    wrong = [(text, found) for text, found, ages in told if found != ages]
    assert wrong == [("(3 kk–4 v) klo 9.30–10.15 kevään mittainen lyhytkurssi", [0, 4])]  # told in months there, which their reader skips


def _ages(text: str) -> dict[str, Any]:
    return read_phrase(text, "fi", date(2026, 11, 22), "age")
