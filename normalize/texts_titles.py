"""Titles in two or three languages at once ("Satutunti / Sagostund") taken apart; titles that only look so stay whole.

A stroke or an upright line separates languages often enough that parts which are surely in different languages are believed. A dash or
brackets mostly separate a name from its explanation: there the parts must also be translations of each other, that is name the same things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from normalize.language_events import CONCEPTS, EVENT_LANGUAGES
from normalize.language_traits import weights_of
from normalize.language_words import SHARED
from normalize.languages import OURS, SURE, Guess, detect
from normalize.model import Language

MOST_PARTS = 4
_STROKES = re.compile(r"\s*(?:\||//|•)\s*|\s+/\s*|\s*/\s+")
_TIGHT_STROKE = re.compile(r"(?<=[^\W\d_]{4})/(?=[^\W\d_]{4})")
_DASHES = re.compile(r"\s+[–—-]\s+")
_ANY = re.compile(r"\s*(?:\||//|•)\s*|\s+[–—/-]\s+")
_BRACKETS = re.compile(r"(?P<first>[^()]{3,}?)\s*\((?P<second>[^()]{3,})\)\s*")
_MARKS = re.compile(r"[/|•(–—-]")
_LETTERS = re.compile(r"[^\W\d_]")
_NAME = re.compile(r"(?<=\s)[^\W\d_a-zåäö][a-zåäöéáčđŋšŧž]{3,}|\b\d{2,}\b")
_LANGUAGE_NOTE = re.compile(
    r"(?:på |in |auf |osittain |delvis |also in )?(?:suomeksi|suomi|ruotsiksi|englanniksi|venäjäksi|svenska|finska|engelska|ryska"
    r"|english|swedish|finnish|russian|selkosuomeksi|selkokielellä|fi|sv|en|eng|swe|fin)(?:\s?[,/&+]\s?\w+| (?:ja|och|and) \w+)*\W*",
    re.IGNORECASE,
)
_FEWEST_LETTERS = 3
_LEAST_SHARED = 0.5
_INNER_LENGTH = 5
_LIKELY = 0.6
_SAME_BEGINNING = 5


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a title, its own language as far as it shows, and the events it names in each language."""

    text: str
    guess: Guess
    concepts: dict[Language, frozenset[int]]

    @property
    def is_sure(self) -> bool:
        """True where the part alone tells its language."""
        return self.guess.confidence >= SURE and self.guess.language in OURS


def split_title(title: str) -> tuple[tuple[Language, str], ...]:
    """The parts of a title with their languages, in their order; empty where it is to stay whole."""
    if not _MARKS.search(title):
        return ()
    for pieces, is_strong in _ways(title):
        if 1 < len(pieces) <= MOST_PARTS and all(map(_may_stand_alone, pieces)) and (found := _languages(pieces, is_strong=is_strong)):
            return found
    return ()


def _ways(title: str) -> Iterator[tuple[list[str], bool]]:
    """The ways to take a title apart, each with whether its mark alone separates languages."""
    for mark, is_strong in ((_ANY, False), (_STROKES, True), (_TIGHT_STROKE, True), (_DASHES, False)):
        if mark.search(title):
            yield [piece.strip(" -–—") for piece in mark.split(title)], is_strong
    if title.endswith(")") and (found := _BRACKETS.fullmatch(title)):
        yield [found["first"].strip(), found["second"].strip()], False


def _may_stand_alone(piece: str) -> bool:
    """True for a part that could be a name: a few letters, and more than the note in which language it is held."""
    return len(_LETTERS.findall(piece)) >= _FEWEST_LETTERS and not _LANGUAGE_NOTE.fullmatch(piece)


def _languages(pieces: list[str], *, is_strong: bool) -> tuple[tuple[Language, str], ...]:
    """Every part with a language of its own, or nothing."""
    guesses = [_guess(piece) for piece in pieces]
    sure = [guess.language for guess in guesses if guess.confidence >= SURE]
    if len(set(sure)) < len(sure) or len({guess.language for guess in guesses}) == 1:
        return ()
    parts = [_Part(piece, guess, _concepts(piece)) for piece, guess in zip(pieces, guesses, strict=True)]
    languages = [part.guess.language if part.is_sure else "" for part in parts]
    if not all(languages):
        languages = _by_translation(parts, languages)
    if not all(languages) or len(set(languages)) < len(languages):
        return ()
    is_labelled = len({":" in piece for piece in pieces}) > 1
    if (not is_strong or is_labelled) and not _are_translations(parts, languages):
        return ()
    return tuple(zip(languages, pieces, strict=True))


@lru_cache(maxsize=64)
def _guess(piece: str) -> Guess:
    """The language of a part; remembered, for two ways of taking a title apart often give the same parts."""
    return detect(piece)


def _by_translation(parts: list[_Part], languages: list[Language]) -> list[Language]:
    """The languages, where a part that does not tell its own names what another part names in another language."""
    found = list(languages)
    for index, part in enumerate(parts):
        if found[index]:
            continue
        others = [other for other in parts if other is not part]
        options = {
            mine
            for mine, ours in part.concepts.items()
            for other in others
            for theirs, concepts in other.concepts.items()
            if mine != theirs and ours & concepts and mine not in languages and theirs in (other.guess.language, *languages)
        }
        if len(options) > 1 and part.guess.language in options and part.guess.confidence >= _LIKELY:
            options = {part.guess.language}
        found[index] = options.pop() if len(options) == 1 else ""
    return found


def _are_translations(parts: list[_Part], languages: list[Language]) -> bool:
    """True where every part says what the first says: most of the events they name, and no name that the other has not."""
    first, *rest = (part.concepts.get(language, frozenset()) for part, language in zip(parts, languages, strict=True))
    if any(len(first & other) < _LEAST_SHARED * max(len(first), len(other), 1) for other in rest):
        return False
    names = [_names(part.text) for part in parts]
    return all(any(_is_same(name, other) for other in theirs) for mine in names for theirs in names if theirs is not mine for name in mine)


def _names(text: str) -> set[str]:
    """Proper names and numbers of a part: capitals within it on words that are no everyday words."""
    found = (name[0] for name in _NAME.finditer(text))
    return {name.lower() for name in found if name[0].isdigit() or not (name.lower() in SHARED or weights_of(name.lower())[1])}


def _is_same(name: str, other: str) -> bool:
    """True for one name in two inflections (Kerimäellä, Kerimäki)."""
    return name[:_SAME_BEGINNING] == other[:_SAME_BEGINNING]


_STEMS = tuple(
    tuple(
        (number, word.rstrip("+"), re.compile(("" if len(word) >= _INNER_LENGTH and word[-1] != "+" else r"\b")
         + re.escape(word.rstrip("+")) + (r"\b" if word[-1] == "+" else "")))
        for number, concept in enumerate(CONCEPTS) for word in concept[column]
    )
    for column in range(len(EVENT_LANGUAGES))
)  # fmt: skip
"""By language: every stem with its concept; found at the beginning of a word, a long one within a word too, ``+`` as a word of its own."""


def _concepts(piece: str) -> dict[Language, frozenset[int]]:
    """The concepts a part names, by the language it would name them in; none where it names nothing in that language."""
    text = piece.lower()
    found = {
        language: frozenset(number for number, stem, pattern in stems if stem in text and pattern.search(text))
        for language, stems in zip(EVENT_LANGUAGES, _STEMS, strict=True)
    }
    return {language: numbers for language, numbers in found.items() if numbers}
