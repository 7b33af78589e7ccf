"""First letters and alphabetical order in the languages of the site: ``å ä ö`` come last in Finnish and Swedish and are ``a`` and ``o`` in
English (SFS 4600; the order of the Swedish Academy's dictionary, with ``w`` as a letter of its own).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

DIGITS = "0-9"
OTHER = "other"
"""Names of the groups of titles that begin with no letter of the Latin alphabet."""
_LAST = {"å": "aa", "ä": "ae", "ö": "oe"}
"""Letters with a place of their own at the end, and what they are called in addresses."""
_ORDER = {letter: chr(ord("z") + n) for n, letter in enumerate(_LAST, 1)}
_ALIKE = str.maketrans(
    {"æ": "ä", "ø": "ö", "ü": "y", "ß": "ss", "đ": "d", "ð": "d", "ł": "l", "ŋ": "n", "ŧ": "t", "þ": "th", "š": "s", "ž": "z"}
)
_HAS_LAST = frozenset({"fi", "sv"})
_WORDS = re.compile(r"[^a-zåäö0-9]+")


def sort_key(text: str, language: str) -> str:
    """What titles are sorted by: letters and digits alone, in the language's order."""
    letters = _letters(text, language)
    return " ".join("".join(_ORDER.get(letter, letter) for letter in word) for word in _WORDS.split(letters) if word) or f"~{text}"


def initial(text: str, language: str) -> str:
    """The group a title stands in, as addresses name it: ``j``, ``ae`` for ä, ``0-9``, ``other``."""
    first = _WORDS.sub("", _letters(text, language))[:1]
    if first.isdigit():
        return DIGITS
    return _LAST.get(first, first) or OTHER


def shown(group: str) -> str:
    """The letter of a group: ``J``, ``Ä``; empty for digits and others, which have words."""
    if group in {DIGITS, OTHER}:
        return ""
    return next((letter for letter, name in _LAST.items() if name == group), group).upper()


def group_key(group: str) -> tuple[int, str]:
    """The order of groups: digits, a to z, å, ä, ö, others."""
    letter = shown(group).lower()
    return (0 if group == DIGITS else 2 if group == OTHER else 1, _ORDER.get(letter, letter))


def _letters(text: str, language: str) -> str:
    """Small letters without marks, but those that are letters of their own in the language."""
    low = unicodedata.normalize("NFC", text).lower().translate(_ALIKE)
    return "".join(letter if language in _HAS_LAST and letter in _LAST else _bare(letter) for letter in low)


@cache
def _bare(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
