"""Why two listings are one event or two, in words for people, in Finnish, Swedish and English.

For the review queue and ``kooste explain``: whole sentences with what each side says, the weightiest first, the decision and what one can
do about it last. Points are not shown: they mean nothing to a reader, the order does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from normalize.likeness_sign import Likeness, Sign
from normalize.likeness_wording import Labels, SignWords, distance, moment, price, terms
from normalize.likeness_words_en import EN
from normalize.likeness_words_fi import FI
from normalize.likeness_words_sv import SV

Lang = Literal["fi", "sv", "en"]
WORDS: Mapping[Lang, SignWords] = {"fi": FI, "sv": SV, "en": EN}
_TIMES = frozenset(
    {
        *(
            "same_times",
            "same_start",
            "same_start_other_end",
            "first_day",
            "whole_day",
            "same_end",
            "utc_apart",
            "hour_apart",
            "quarters_apart",
        ),
        *("other_start", "other_performance", "instance", "other_dates"),
    }
)
_DISTANCES = frozenset({"same_spot", "near_by", "off", "far_apart"})
_PRICES = frozenset({"same_price", "other_price", "free_or_not"})
_TERMS = frozenset(
    {
        *("same_organizer", "credits", "passed_on", "other_organizer", "same_audience", "other_audience", "other_generation"),
        *("same_subject", "same_topic", "other_topic", "other_municipality"),
    }
)


def told(likeness: Likeness, language: Lang, labels: Labels | None = None) -> list[str]:
    """Each sign as a sentence, the weightiest first, and the decision with what to do last."""
    words = WORDS[language]
    sentences = [_sentence(sign, words, labels or {}) for sign in likeness.signs]
    return [*dict.fromkeys(sentences), _decision(likeness, words)]


def weighed(likeness: Likeness, language: Lang, labels: Labels | None = None) -> tuple[list[str], list[str], str]:
    """The same apart: what speaks for their being one, what against it, each the weightiest first; and the decision with what to do."""
    words = WORDS[language]
    told: tuple[dict[str, None], dict[str, None]] = ({}, {})
    for sign in likeness.signs:
        told[sign.is_veto or sign.points <= 0][_sentence(sign, words, labels or {})] = None
    return [*told[0]], [*told[1]], _decision(likeness, words)


def _sentence(sign: Sign, words: SignWords, labels: Labels) -> str:
    """One sign with its values in the language's way."""
    a, b = (_value(sign.code, value, words, labels) for value in (sign.a, sign.b))
    return words.signs[sign.code].format(a=a or words.untold, b=b or words.untold)


def _value(code: str, value: str, words: SignWords, labels: Labels) -> str:
    """One side's value as the language writes it."""
    if code in _TIMES:
        return moment(value, words)
    if code in _DISTANCES:
        return distance(value, words) if value else ""
    if code in _PRICES:
        return price(value, words)
    return terms(value, labels) if code in _TERMS else value


def _decision(likeness: Likeness, words: SignWords) -> str:
    """What was decided, and what a person can do."""
    contradicted = likeness.is_contradicted and likeness.decision == "apart"
    return words.decisions["contradicted" if contradicted else "repeat" if likeness.is_repeat else likeness.decision]
