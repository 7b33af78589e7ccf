"""Why two listings are one event or two, in three languages: normalize.likeness_words."""

from __future__ import annotations

import string
from datetime import timedelta
from typing import Any

import pytest

from normalize.likeness_points import POINTS
from normalize.likeness_sign import Likeness, Sign
from normalize.likeness_words import WORDS, Lang, told
from normalize.model import Details, Offer
from tests.tellings import HOUR, TUESDAY, compared, traits

LANGUAGES: tuple[Lang, ...] = ("fi", "sv", "en")
DECISIONS = {"joined", "repeat", "ask", "apart", "contradicted"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_and_decision_has_its_sentence(language: Lang) -> None:
    words = WORDS[language]
    assert set(words.signs) == set(POINTS)
    assert set(words.decisions) == DECISIONS
    for sentence in (*words.signs.values(), *words.decisions.values()):
        assert sentence[0].isupper()
        assert sentence.rstrip(")").endswith(".")


@pytest.mark.parametrize("code", sorted(POINTS))
def test_a_sentence_names_the_same_sides_in_every_language(code: str) -> None:
    named = [{name for _, name, _, _ in string.Formatter().parse(WORDS[language].signs[code]) if name} for language in LANGUAGES]
    assert named[0] == named[1] == named[2] <= {"a", "b"}


def of(**changes: Any) -> Likeness:
    """A listing compared with another source's, which is changed."""
    return compared(traits("a"), traits("b", **changes))


def lines(language: Lang, **changes: Any) -> list[str]:
    return told(of(**changes), language)


def test_times_are_written_as_the_language_writes_them() -> None:
    assert "Alku ja loppu ovat samat: 24.11.2026 klo 17.00–18.00." in lines("fi")
    assert "Början och slutet är desamma: 24.11.2026 kl. 17.00–18.00." in lines("sv")
    assert "They begin and end at the same time: 24 November 2026 17:00–18:00." in lines("en")


def test_an_early_hour_a_second_day_and_a_missing_end() -> None:
    early: dict[str, Any] = {"start": TUESDAY.replace(hour=9), "end": TUESDAY.replace(hour=9) + timedelta(days=1)}
    one, other = traits("a", **early), traits("b", **early | {"end": None})
    sentences = told(compared(one, other), "fi")
    assert any("24.11.2026 klo 9.00 – 25.11.2026 klo 9.00" in sentence for sentence in sentences)


def test_distances_prices_and_free_are_words() -> None:
    assert told(Likeness(points=0, decision="apart", signs=(Sign("near_by", 0.3, "0.56"),)), "fi")[0] == "Paikat ovat lähekkäin (560 m)."
    assert told(Likeness(points=0, decision="apart", signs=(Sign("far_apart", -5, "12.345"),)), "sv")[0].endswith("(12,3 km).")
    prices = Details(offers=(Offer(minimum=7.5),), is_accessible_for_free=False)
    free = Details(is_accessible_for_free=True)
    sentences = told(compared(traits("a", details=prices), traits("b", details=free)), "en")
    assert any("7.5 €" in sentence and "free" in sentence for sentence in sentences)


def test_ids_are_told_by_their_labels_where_there_are_any() -> None:
    same = Details(subjects=("handicrafts",))
    found = compared(traits("a", details=same), traits("b", details=same))
    assert "Aihe on sama: Käsityöt." in told(found, "fi", {"handicrafts": "Käsityöt"})
    assert "Aihe on sama: handicrafts." in told(found, "fi")


def test_the_weightiest_comes_first_and_the_decision_last() -> None:
    sentences = lines("en", place_id="halli")
    assert sentences[0] == "The places are different: Kylätalo Honkala and Uimahalli Hyrske." or sentences[0].startswith(
        "The places are different: Uimahalli"
    )
    assert sentences[-1] == WORDS["en"].decisions["contradicted"]


@pytest.mark.parametrize(
    ("changes", "decision"),
    [
        ({}, "joined"),
        ({"name": {"ru": "Шурум-бурум"}}, "ask"),
        ({"name": {"fi": "Kuntosaliohjaus"}}, "apart"),
        ({"start": TUESDAY + 24 * HOUR}, "contradicted"),
    ],
)
def test_the_decision_says_what_to_do(changes: dict[str, Any], decision: str) -> None:
    for language in LANGUAGES:
        assert lines(language, **changes)[-1] == WORDS[language].decisions[decision]


def test_one_source_that_repeats_itself_is_told_so() -> None:
    assert told(compared(traits("a"), traits("a", "u2")), "sv")[-1] == WORDS["sv"].decisions["repeat"]
