"""The words of a name with their weights, made once for each name: what comparing two names looks at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from normalize.names_fold import fold_word, sound
from normalize.names_near import near_of

WEIGHTS = {"c": 1.0, "p": 1.0, "r": 1.0, "m": 0.6, "f": 0.5, "l": 0.4, "a": 0.35, "o": 0.3, "g": 0.2, "d": 0.2, "w": 0.12}
"""How much a word says by its kind, set by hand in the manner of an inverse frequency: docs/duplicates.md."""
FIGURES = {"class": 0.5, "grade": 0.3, "age": 0.3, "cefr": 0.3, "months": 0.3, "no": 0.2, "km": 0.2, "code": 0.1}
"""Weights of figures by their role; a year weighs nothing."""
ALONE_AUDIENCE = 0.9
"""Weight of for whom it is, where nothing else says what it is (family club)."""
ALONE_LIGHT = 0.5
"""Weight of a light word (not of a day) in a name that has no others: it is what the event is about (The last morning)."""
_BETWEEN = 8
"""Letters of words that have hooks of three letters and of four; shorter ones have three, longer ones four."""
LONG = 9
"""Letters of a compound from which on it may be a slip of a word that is known as a whole (jalka-palo)."""
MENDED, SLIPPED = 5, 6
"""Letters of a word from which on it is read as the same word of the other name, and as one that differs by a slip."""
TELLING = frozenset("cmpr")
"""Kinds of the words that say what it is."""
LIGHT = frozenset("gwdn")
"""Kinds of the words that alone make no two names alike."""
BEGINNING = 3
"""Letters in which a word and a slip of it begin alike."""
_KEPT = 65_536
_MARKS = re.compile(r"\s-\s|[:,;!?|/()\[\]\"»«”“]|\.\s")
_WRITTEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


class Term(NamedTuple):
    """A word of a name with what comparing needs of it."""

    word: str
    kind: str
    weight: float
    keys: frozenset[str]
    near: frozenset[str]
    raw: str
    """The stem of a word nobody knows; empty where the tables have it."""
    shown: str


class Token(NamedTuple):
    """A word as it is written, folded."""

    text: str
    at: tuple[int, ...]
    """Where its pieces are among the words of the name."""
    unknown: int
    """Letters of its pieces that nobody knows."""
    doubt: tuple[int, int]
    """How unsure its reading is: ``unknown``, and of a long word how many pieces it was taken apart into."""
    is_all: bool
    """True where its pieces are all of it: a piece that another word before it has, too, is only there."""


class Measure(NamedTuple):
    """A name made ready for comparing."""

    terms: tuple[Term, ...]
    keys: frozenset[str]
    """What two names must have in common to be alike at all."""
    starts: frozenset[str]
    """How the words begin, as they stand and as they sound: a slip or another spelling begins like the word."""
    raws: frozenset[str]
    """The same of the words nobody knows."""
    flat: str
    every: frozenset[str]
    """As ``keys``, light words among them."""
    is_light: bool
    """True where only light words are left."""
    tokens: tuple[Token, ...]
    hooks: frozenset[str]
    """Beginnings and ends of the words as they are written, one of which a slip leaves."""
    unsure: frozenset[str]
    """Known words that are pieces of words of which another piece is unknown."""
    odd_hooks: frozenset[str]
    """The same of words of which a piece is unknown, and of long compounds."""


@lru_cache(maxsize=_KEPT)
def measure(words: tuple[str, ...], kinds: str, shown: tuple[str, ...], numbers: tuple[str, ...], text: str) -> Measure:
    """The terms of a name with their weights, figures among them; its keys, its letters alone, its words as they are written."""
    has_content, is_light = any(kind in TELLING for kind in kinds), not kinds.strip("gwdo")
    terms = (
        *(_term(*one, has_content=has_content, is_light=is_light) for one in zip(words, kinds, shown, strict=True)),
        *(_figure(*number.split(":", 1)) for number in numbers if number.partition(":")[0] in FIGURES),
    )
    keyed = [term for term in terms if term.kind not in LIGHT] or terms
    starts, raws = frozenset(term.shown[:BEGINNING] for term in terms), [term.raw for term in terms if term.raw]
    sounds = frozenset("^" + sound(raw)[:BEGINNING] for raw in raws)
    tokens = _tokens(text, words, shown)
    return Measure(
        terms,
        _keys(keyed),
        starts | sounds,
        frozenset(raw[:BEGINNING] for raw in raws) | sounds,
        flat_of(text),
        _keys(terms),
        is_light,
        tokens,
        _hooks(token.text for token in tokens),
        frozenset(words[index] for token in tokens if token.unknown for index in token.at),
        _hooks(token.text for token in tokens if token.unknown or token.doubt[1] > 1),
    )


def _keys(terms: Iterable[Term]) -> frozenset[str]:
    """What the terms have in common with others."""
    return frozenset(key for term in terms for keys in (term.keys, term.near) for key in keys)


def _tokens(text: str, words: tuple[str, ...], shown: tuple[str, ...]) -> tuple[Token, ...]:
    """The words of the text, each once, with their pieces."""
    found: dict[str, Token] = {}
    for written in _WRITTEN.findall(text):
        token = fold_word(written)
        if token and token not in found:
            at = tuple([index for index, piece in enumerate(shown) if piece in token])
            unknown = sum([len(words[index]) - 1 for index in at if words[index][0] == "="])
            is_all = len(token) == sum([len(shown[index]) for index in at])
            found[token] = Token(token, at, unknown, (unknown, len(at) if len(token) >= LONG else 0), is_all)
    return tuple(found.values())


def _hooks(words: Iterable[str]) -> frozenset[str]:
    """Beginnings and ends of words that may be read as a word of another name."""
    return frozenset(
        hook
        for word in words
        if len(word) >= MENDED
        for length in _lengths(len(word))
        for hook in (f"{word[:length]}-", f"-{word[-length:]}")
    )


def _lengths(letters: int) -> tuple[int, ...]:
    """Letters of the hooks of a word: more for longer ones, and in between both, for a slip makes a word a letter longer."""
    return (BEGINNING,) if letters < _BETWEEN else (BEGINNING + 1,) if letters > _BETWEEN else (BEGINNING, BEGINNING + 1)


def _term(word: str, kind: str, shown: str, *, has_content: bool, is_light: bool) -> Term:
    """One word weighed; for whom it is weighs more where nothing else says what it is, and so do light words."""
    weight = WEIGHTS[kind] if has_content or kind != "a" else ALONE_AUDIENCE
    if is_light and kind != "d":
        weight = max(weight, ALONE_LIGHT)
    keys = frozenset(word.split("/"))
    near = frozenset(near for key in keys for near in near_of(key))
    return Term(word, kind, weight, keys, near, word[1:] if word.startswith("=") else "", shown)


def _figure(role: str, value: str) -> Term:
    """A figure weighed by what it says."""
    word = f"{role}:{value}"
    return Term(word, "n", FIGURES[role], frozenset({word}), frozenset(), "", value)


@lru_cache(maxsize=_KEPT)
def flat_of(text: str) -> str:
    """The letters and digits of a name alone, folded."""
    return "".join(filter(str.isalnum, fold_word(text.replace("'", ""))))


@lru_cache(maxsize=_KEPT)
def parts_between_marks(text: str) -> frozenset[str]:
    """The letters and digits of each part of a name that stands between a colon, brackets, a dash with blanks and the like."""
    return frozenset(flat for part in _MARKS.split(text) if (flat := flat_of(part)))
