"""What is told of getting there by a shared, ordered or service ride: found by words, told in the publisher's own sentence.

No field of any source says it, so nothing is concluded: the sentence itself is what a professional reads. One that denies a ride is found
too and is told as a denial.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BEGINNINGS = (
    *("kyyti", "kyydi", "kyyde", "kyytej", "kimppakyy", "kimppakyydi", "kuljetu", "yhteiskuljetu", "palvelubussi", "palvelubusse"),
    *("palvelulii", "palvelulinj", "asiointilii", "asiointibussi", "kutsutaksi", "kutsubussi", "kutsulii"),
    *("skjuts", "samskjuts", "samåk", "servicebuss", "servicelinj", "servicetrafik", "anropsstyrd", "anropstaxi"),
)
_WHOLE = ("ride share", "shared ride", "service bus", "lift share", "car pool", "transport is arranged", "free transport")
QUERY = " OR ".join([*(f'"{word}"*' for word in _BEGINNINGS), *(f'"{words}"' for words in _WHOLE)])
"""The full-text query that finds what may tell of a ride."""
_WORDS = re.compile(rf"\b(?:{'|'.join(_BEGINNINGS)})|\b(?:{'|'.join(_WHOLE)})\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:ei(?!kä)|emme|ilman|valitettavasti|ingen|inte|utan|no|not|without)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Ride:
    """What one sentence says of a ride."""

    text: str
    is_denied: bool


def ride_in(text: str) -> Ride | None:
    """The first sentence about a ride, shortened to 200 characters; ``None`` where there is none."""
    for found in _SENTENCE.finditer(text):
        sentence = " ".join(found[0].split())
        if _WORDS.search(sentence):
            shown = sentence if len(sentence) <= _LONGEST else sentence[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
            return Ride(shown, is_denied=bool(_DENIED.search(sentence)))
    return None
