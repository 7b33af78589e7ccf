"""What the spelling of a word says about its language: letters, endings, letter groups. Computed once from ``language_words``."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache

from normalize.language_events import CONCEPTS, EVENT_LANGUAGES
from normalize.language_words import LITTLE_WORDS, NEIGHBOURS, SHARED

LANGUAGES = (*LITTLE_WORDS, *NEIGHBOURS)
"""The order of the numbers in a :data:`Weights`."""
PRIORS = {"fi": 0.40, "sv": 0.17, "en": 0.22, "se": 0.02, "et": 0.02, "de": 0.02, "so": 0.02}
"""How often an event's text in Finland is in a language, roughly; every neighbour 0.015."""
NEIGHBOUR_PRIOR = 0.015
Weights = tuple[float, ...]

_SMOOTHING = 0.3
_GROUPS = 12_000
_TEMPER = 0.6
_LARGEST_DIFFERENCE = 3.0
_KNOWN = 3.2
_STEM = 2.4
_LONG_STEM = 5
_LONGEST_WORD = 40
_SHORTEST_ENDED = 6
_ENDING_WORDS: tuple[tuple[str, dict[str, float]], ...] = (
    (
        (
            "ssa ssä sta stä lla llä lta ltä lle ksi iin ään oon uun een jen ien iden inen iset isen minen misen uus yys kka kkä"
            " jat jät tus tys nnus ttu tty vat vät nut nyt laiset läiset lainen läinen tar kerho ilta nen"
        ),
        {"fi": 1.6},
    ),
    ("ning ningar heten heter arna erna orna skap ande ende stund kväll dagar lig ligt liga iska ningen", {"sv": 1.4}),
    ("ing ness ment ments ers ally ship ful ious ght ings tions ity ies bly dly ely gly kly lly mly nly ply rly sly tly ed", {"en": 1.2}),
    ("tion ation", {"en": 0.8, "sv": 0.6, "fr": 0.6, "de": 0.6}),
    ("ung keit lich schaft chen ungen", {"de": 1.6}),
    ("mine mised used dele tele sse stel takse ga mise", {"et": 1.4}),
    ("ción dades idad ciones", {"es": 1.6}),
    ("zione zioni ità", {"it": 1.6}),
    ("ção ções", {"pt": 1.6}),
    ("áhus eapmi áigi šuvdna vuohta laččat goahti bargu bárgu gielat giella", {"se": 1.8}),
)
_LETTERS: tuple[tuple[re.Pattern[str], dict[str, float]], ...] = (
    (re.compile("[äö]"), {"fi": 0.0, "sv": 0.0, "et": 0.0, "de": -0.5}),
    (re.compile("å"), {"sv": 2.0, "da": 0.8}),
    (re.compile("õ"), {"et": 2.5, "pt": 1.0}),
    (re.compile("ü"), {"de": 0.5, "et": 0.5}),
    (re.compile("ß"), {"de": 3.0}),
    (re.compile("[øæ]"), {"da": 3.0}),
    (re.compile("ñ"), {"es": 3.0}),
    (re.compile("[đŋŧč]"), {"se": 3.0}),
    (re.compile("[šž]"), {"se": 0.5, "et": 0.0, "fi": -0.5}),
    (re.compile("á"), {"se": 1.5, "es": 0.5, "pt": 0.5}),
    (re.compile("[àèùêâûîœëï]"), {"fr": 1.0, "it": 0.5, "ro": 0.3, "pt": 0.3}),
    (re.compile("ç"), {"fr": 1.0, "pt": 1.0}),
    (re.compile("[ășțţ]"), {"ro": 2.5}),
    (re.compile("[ąęłśźżćń]"), {"pl": 3.0}),
    (re.compile("ã"), {"pt": 2.5}),
)
_NOTHING: tuple[Weights, frozenset[int]] = ((0.0,) * len(LANGUAGES), frozenset())
_FOREIGN_LETTER = -3.0
"""For every language that does not write with a letter that stands in the word."""


def _entries(language: str) -> set[str]:
    words = set((LITTLE_WORDS.get(language) or NEIGHBOURS[language]).split())
    if language in EVENT_LANGUAGES:
        column = EVENT_LANGUAGES.index(language)
        words |= {part for concept in CONCEPTS for word in concept[column] for part in word.rstrip("+").split() if word.endswith("+")}
    return words - SHARED


_WORDS = {language: _entries(language) for language in LANGUAGES}
_KNOWN_IN: dict[str, tuple[int, ...]] = {}
for _index, _language in enumerate(LANGUAGES):
    for _word in _WORDS[_language]:
        _KNOWN_IN[_word] = (*_KNOWN_IN.get(_word, ()), _index)


def _stem_table() -> dict[str, list[tuple[str, frozenset[int]]]]:
    """By the first two letters: the stems of the event words, longest first, with the languages that have them."""
    owners: dict[str, set[int]] = {}
    for concept in CONCEPTS:
        for column, words in enumerate(concept):
            for word in words:
                if not word.endswith("+") and " " not in word and len(word) > 2:  # noqa: PLR2004 - "yö" begins too many words
                    owners.setdefault(word, set()).add(LANGUAGES.index(EVENT_LANGUAGES[column]))
    table: dict[str, list[tuple[str, frozenset[int]]]] = {}
    for stem in sorted(owners, key=len, reverse=True):
        table.setdefault(stem[:2], []).append((stem, frozenset(owners[stem])))
    return table


_STEMS = _stem_table()
_INNER: dict[str, list[tuple[str, frozenset[int]]]] = {}
"""By their first letters: long stems, which are found anywhere in a word, the later parts of compounds."""
for _stem, _owners in (entry for entries in _STEMS.values() for entry in entries):
    if len(_stem) >= _LONG_STEM:
        _INNER.setdefault(_stem[:_LONG_STEM], []).append((_stem, _owners))
_ENDINGS: dict[str, tuple[tuple[int, float], ...]] = {
    ending: tuple((LANGUAGES.index(language), weight) for language, weight in told.items())
    for endings, told in _ENDING_WORDS
    for ending in endings.split()
}
_LONGEST_ENDING = max(map(len, _ENDINGS))


def groups(word: str) -> list[str]:
    """The groups of three letters of a word with its edges marked."""
    edged = f"^{word}$"
    return [edged[start : start + 3] for start in range(len(edged) - 2)]


def _profile(language: str) -> tuple[dict[str, float], float]:
    """The logarithm of how often each group stands in the language's words, and that of a group that does not."""
    words = set(_WORDS[language])
    counts: Counter[str] = Counter(group for word in words for group in groups(word))
    if language in EVENT_LANGUAGES:
        column = EVENT_LANGUAGES.index(language)
        for concept in CONCEPTS:
            for entry in concept[column]:
                for part in entry.rstrip("+").split():
                    counts.update(groups(part)[: None if entry.endswith("+") else -1])
    total = sum(counts.values()) + _SMOOTHING * _GROUPS
    return {group: math.log((count + _SMOOTHING) / total) for group, count in counts.items()}, math.log(_SMOOTHING / total)


_PROFILES = tuple(_profile(language) for language in LANGUAGES)
_MISSING = tuple(missing for _, missing in _PROFILES)
_LOOKS: dict[str, Weights] = {
    group: tuple(known.get(group, missing) for known, missing in _PROFILES)
    for group in {group for known, _ in _PROFILES for group in known}
}
"""What every group of letters is worth in every language."""


@lru_cache(maxsize=20_000)
def weights_of(word: str) -> tuple[Weights, frozenset[int]]:
    """What a word in small letters speaks for, and the languages that more than the look of its letters tells.

    All zero for words that every language borrows.
    """
    if word in SHARED or len(word) == 1:
        return _NOTHING
    word = word[:_LONGEST_WORD]
    looks = list(map(sum, zip(*(_LOOKS.get(group, _MISSING) for group in groups(word)), strict=True)))
    best = max(looks)
    weights = [max(_TEMPER * (look - best), -_LARGEST_DIFFERENCE) for look in looks]
    told = _add_known(word, weights)
    if not word.isascii():
        for pattern, wrote in _LETTERS:
            if pattern.search(word):
                weights = [weight + wrote.get(language, _FOREIGN_LETTER) for weight, language in zip(weights, LANGUAGES, strict=True)]
    return tuple(weights), told


def _add_known(word: str, weights: list[float]) -> frozenset[int]:
    """Adds what the word itself, its stem or its ending tells; the languages told by one of them."""
    known = frozenset(_KNOWN_IN.get(word, ()))
    for index in known:
        weights[index] += _KNOWN if len(known) == 1 else _KNOWN - 0.6
    stems = _stems_in(word) - known
    for index in stems:
        weights[index] += _STEM
    if known:
        return known | stems
    ended = set()
    if len(word) >= _SHORTEST_ENDED:
        for length in range(2, _LONGEST_ENDING + 1):
            for index, weight in _ENDINGS.get(word[-length:], ()):
                if index not in ended:
                    weights[index] += weight
                    ended.add(index)
    return stems | (ended if len(word) > _SHORTEST_ENDED else set())


def _stems_in(word: str) -> frozenset[int]:
    """The languages in which an event word begins the word, or stands further on in it; none where two languages' words do."""
    for stem, owners in _STEMS.get(word[:2], ()):
        if word.startswith(stem):
            return owners
    inner: set[int] = set()
    for start in range(2, len(word) - _LONG_STEM + 1):
        for stem, owners in _INNER.get(word[start : start + _LONG_STEM], ()):
            if word.startswith(stem, start):
                inner |= owners
    return frozenset(inner) if len(inner) == 1 else frozenset()


OWNERS: dict[str, int] = {word: known[0] for word, known in _KNOWN_IN.items() if len(known) == 1}
"""Every word that is known in one language only, with that language's index."""
