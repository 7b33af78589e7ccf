"""Saved pages of public bodies in Chicago and Detroit, read by YAML alone, against the events that another project expects of them."""

from __future__ import annotations

import pytest

from tests.city_pages import FIELDS, CityPage, Score, compare, descriptions, html_labels
from tests.shared import needs_corpora

pytestmark = [needs_corpora, pytest.mark.corpora]

NOT_DESCRIBED = {
    "chi_buildings": "the page is empty until a script asks an interface, which the json format reads",
    "chi_school_community_action_council": "the page has rules in words (2nd Tuesday of the month); the other program works out dates",
    "chi_teacherpension": "the dates come from an XML interface that the page does not hold",
    "cook_landbank": "the expected event comes from an interface whose answer holds HTML inside JSON",
    "il_adcrc": "the page is empty until a script asks an interface, which the json format reads",
}


def found() -> list[CityPage]:
    return descriptions()


@pytest.mark.parametrize("one", found(), ids=lambda one: one.id)
def test_a_described_page_agrees_with_what_others_expect(one: CityPage) -> None:
    score = compare(one)
    assert score.right
    if one.note:
        assert score.wrong, "the note says why it does not agree, but it does"
    else:
        assert score.wrong == []


def test_most_pages_are_read_by_yaml_alone(capsys: pytest.CaptureFixture[str]) -> None:
    scores = {one.id: (one, compare(one)) for one in found()}
    whole = [name for name, (one, score) in scores.items() if score.agrees and not one.only]
    with capsys.disabled():
        print(f"\n{table(scores)}\n{len(whole)} of {len(html_labels())} pages agree in every expected value")  # noqa: T201 - the figure asked for
    assert scores.keys() | NOT_DESCRIBED.keys() == html_labels().keys()
    assert len(whole) >= 50


def table(scores: dict[str, tuple[CityPage, Score]]) -> str:
    """A line for each page: how many values of each field agree, and what does not."""
    lines = [f"{'page':<55}" + "".join(f"{name:>8}" for name in FIELDS)]
    for name, (one, score) in sorted(scores.items()):
        counts = "".join(f"{score.right.get(field, ''):>8}" for field in FIELDS)
        part = "  (part of the label)" if one.only else ""
        lines.append(
            f"{name:<55}{counts}{part}" + "".join(f"\n    {wrong}" for wrong in score.wrong) + (f"\n    {one.note}" if one.note else "")
        )
    lines += [f"{name:<55} not described: {why}" for name, why in sorted(NOT_DESCRIBED.items())]
    return "\n".join(lines)
