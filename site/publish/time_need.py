"""How much time a volunteer task takes, in the publisher's own words: the sentence that tells it."""

from __future__ import annotations

import re

_LONGEST = 200
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_PERIOD = r"(?:viikossa|kuussa|kuukaudessa|päivässä|vuodessa|kaudessa)"
_NEED = re.compile(
    r"\b(?:"
    r"\d+(?:[.,]\d+)?(?:\s*[-–]\s*\d+(?:[.,]\d+)?)?\s*(?:tunti|tunnin|tuntia|h|t|min|minuut\w*|timm\w*|hours?)\b"
    rf"|(?:kerran|kertaa|tunnin|tuntia|päivän|päivää|illan|iltaa)\s+(?:pari\s+)?{_PERIOD}"
    r"|viikoittain|kuukausittain|päivittäin|joka\s+(?:viikko|kuukausi)"
    r"|gång(?:er)?\s+(?:i|per)\s+(?:veckan?|månad(?:en)?|året?)|varje\s+(?:vecka|månad)|timm(?:e|ar)\s+(?:i|per)\s+\w+"
    r"|(?:once|twice|times|hours?|days?|evenings?)\s+(?:a|per|every)\s+(?:day|week|month|year)|every\s+(?:week|month)|weekly|monthly"
    r")",
    re.IGNORECASE,
)


def time_need(text: str) -> str:
    """The first sentence of a plain text that tells how long or how often; ``""`` where none does or it is no short one."""
    found = next((sentence.strip() for sentence in _SENTENCE.split(text) if _NEED.search(sentence)), "")
    return found if len(found) <= _LONGEST else ""


def first_sentence(text: str) -> str:
    """What the task is, where its text begins with a short sentence; else nothing."""
    found = next((sentence.strip() for sentence in _SENTENCE.split(text) if sentence.strip()), "")
    return found if len(found) <= _LONGEST else ""
