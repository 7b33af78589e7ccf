"""Accessibility and language in words: ``Esteetön sisäänkäynti, induktiosilmukka``, ``selkokielinen opastus``.

What is denied ("ei hissiä") is told as such and never counts as there; "partly" says neither.
"""

from __future__ import annotations

import re
from typing import Any

from normalize import phrase_access_words as access_words
from normalize import phrase_language_words as words
from normalize.phrase_low import low_of
from normalize.phrase_word_table import Found, WordTable

Shape = dict[str, Any]
_FEATURES = WordTable(access_words.FEATURES)
_DENIED, _DENIED_AFTER, _PARTLY = (re.compile(shape) for shape in (access_words.DENIED, access_words.DENIED_AFTER, access_words.PARTLY))
_LANGUAGES, _NAMES = WordTable(words.LANGUAGES), WordTable(words.NAMES)
_LABEL, _BESIDES, _BESIDES_AFTER = (re.compile(shape) for shape in (words.LABEL, words.BESIDES, words.BESIDES_AFTER))
_INTERPRETED, _NOT_SPOKEN, _ONLY = (re.compile(shape) for shape in (words.INTERPRETED, words.DENIED, words.ONLY))
_MARKS = WordTable((("easy", words.EASY), ("bilingual", words.BILINGUAL), ("many", words.MANY)), end="")
_EASY_OWN = tuple((code, re.compile(shape)) for code, shape in words.EASY_OWN)
_NEAR = 60
"""Characters before or behind a word in which what denies it stands."""


def read_accessibility(text: str) -> Shape:
    """``accessibility`` in the order of the words; ``not_accessible`` for what is denied."""
    low = low_of(text)
    there: list[str] = []
    missing: list[str] = []
    for one in _FEATURES.found(low):
        if _PARTLY.search(low[max(0, one.start - _NEAR) : one.start]):
            continue
        code = one.code.removeprefix("-")
        (missing if _is_denied(low, one) else there).append(code)
    result: Shape = {"accessibility": list(dict.fromkeys(there))}
    return result | ({"not_accessible": list(dict.fromkeys(missing))} if missing else {})


def _is_denied(low: str, one: Found) -> bool:
    """True where the words before or behind a feature, or the words themselves, say that it is not there."""
    before, after = low[max(0, one.start - _NEAR) : one.start], low[one.end : one.end + _NEAR]
    return one.code.startswith("-") or bool(_DENIED.search(before) or _DENIED_AFTER.match(after))


def read_languages(text: str, language: str) -> Shape:
    """``event_languages`` of a phrase about the language spoken there; easy language is a flag, interpretation stands apart."""
    low = low_of(text)
    spoken, interpreted = _spoken(low)
    flags: list[str] = []
    marks = set(_MARKS.codes(low))
    if "easy" in marks:
        flags.append("easy_language")
        own = next((code for code, shape in _EASY_OWN if shape.search(low)), language)
        spoken = spoken or [own]
    if "bilingual" in marks and len(spoken) < 2:  # noqa: PLR2004 - bilingual is two
        spoken = ["fi", "sv"]
    if "many" in marks:
        flags.append("multilingual")
    shape: Shape = {"event_languages": spoken}
    return shape | ({"interpreted": interpreted} if interpreted else {}) | ({"flags": flags} if flags else {})


def _spoken(low: str) -> tuple[list[str], list[str]]:
    """Tags of the languages spoken and of those interpreted into, in the order of the text."""
    found = _LANGUAGES.found(low)
    if names := _NAMES.found(low):
        taken = {at for one in found for at in range(one.start, one.end)}
        names = [one for one in names if one.start not in taken]
        if found or _LABEL.search(low) or _is_only(low, names):
            found = sorted([*found, *names], key=lambda one: one.start)
    spoken: list[str] = []
    interpreted: list[str] = []
    for one in found:
        before, after = low[max(0, one.start - _NEAR) : one.start], low[one.end : one.end + _NEAR]
        if _BESIDES.search(before) or _BESIDES_AFTER.match(after) or _NOT_SPOKEN.search(before):
            continue
        (interpreted if _INTERPRETED.search(before) else spoken).append(one.code)
    return list(dict.fromkeys(spoken)), list(dict.fromkeys(interpreted))


def _is_only(low: str, names: list[Found]) -> bool:
    """True where nothing but names of languages stands in the text."""
    rest = list(low)
    for one in names:
        rest[one.start : one.end] = " " * (one.end - one.start)
    return _ONLY.fullmatch("".join(rest)) is not None
