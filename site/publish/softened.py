"""Titles in capitals written as a sentence, for pages only: what is stored, and every feed, keeps the publisher's own writing.

Only a title that shouts as a whole is touched. Capitals stay on abbreviations, on what holds a digit and on Roman numerals; names of the
registry and words that no table knows (they may be names) keep their first one. ``normalize.language_traits`` tells the everyday words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from normalize.language_traits import LANGUAGES, weights_of
from normalize.language_words import LITTLE_WORDS, SHARED

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\w+")
_SHOUTED_SHARE = 0.6
_FEWEST_LETTERS = 6
_SHORT = 3
_SHORTEST_NAME = 4
_SHORTEST_STEM = 3
_GRADATION = 2
_ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,6}")
_ABBREVIATION_WORDS = """
4H ADHD AIDS ASMR ATK AVI BMX CISV CV DIY DJ DNA DVD EA EKL ELY ENO EU EUK FIFA HIV HOK HSL ICT IKI KELA LAN LED LGBT LGBTQ LVI MC MIELI
MLL MM MS MTB NATO NMKY NNKY OKM PC PTV QR RAY RSO RUK SAK SAMK SF SFP SM SOTE SPR SRK STEA SUP THL TUL TV UKK UNESCO UNICEF USA VPK VR
VVO WC WHO WSOY XAMK YLE YT AA AL EM KM PM HRV RC IT OP OSL PS
"""
_ABBREVIATIONS = frozenset(_ABBREVIATION_WORDS.split())
_SMALL = frozenset({"eli", "vai", "jos", "kun", "tai", "eller", "samt"})
"""Short words that are no abbreviations, though the tables of the languages do not count them among the telling ones."""
_STARTS = re.compile(r"(?:^[\W_]*|[.!?:|/(]\s*|[“”\"]|\s[–—-]\s)$")
_INFLECTED = re.compile(
    r"(?:[a-zäö]{0,3}?(?:n|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|lainen|läinen|laiset|läiset|laisten|läisten|a|ä|ta|tä|in|en|an|än|seen|iin|s|’s|'s))?"
)
_SURNAME = ("nen", "sson", "ström")
"""A word with such an end after one that no table knows is the second half of a person's name."""
_LOCATIVE = re.compile(r"[a-zäö]{0,2}(?:ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|uun|iin|een|n)")


@dataclass(frozen=True, slots=True)
class ProperNames:
    """Names of places and organizers by their first letters, so that a word is compared with a few only."""

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[str]) -> ProperNames:
        """The words with a capital in the names, without those that are everyday words ("Kirjasto")."""
        found: dict[str, set[str]] = {}
        for name in names:
            for word in _WORD.findall(name):
                small = word.lower()
                if len(word) >= _SHORTEST_NAME and word[0] != small[0] and word[1:] == small[1:] and not _is_everyday(small):
                    found.setdefault(small[:_SHORTEST_STEM], set()).add(small)
        return cls({start: frozenset(words) for start, words in found.items()})

    @property
    def digest(self) -> str:
        """The same text for the same names: pages hang on it."""
        return " ".join(sorted(name for names in self.words.values() for name in names))

    def has(self, word: str) -> bool:
        """True for one of the names, also inflected (Kerimäellä, Turussa); ``word`` in small letters."""
        return any(_is_inflected(word, name) for name in self.words.get(word[:_SHORTEST_STEM], ()))


def _is_inflected(word: str, name: str) -> bool:
    """True for a name with an ending, or in a case that changes its last letters (mäki, mäellä)."""
    if word.startswith(name):
        return bool(_INFLECTED.fullmatch(word[len(name) :]))
    bare = name.removesuffix("n")  # a registry's name often stands in the genitive: Norppalan pääkirjasto
    if bare != name and word.startswith(bare):
        return bool(_INFLECTED.fullmatch(word[len(bare) :]))
    stem = name[: max(_SHORTEST_STEM, len(name) - _GRADATION)]
    return word.startswith(stem) and bool(_LOCATIVE.fullmatch(word[len(stem) :]))


def softened(title: str, language: str, names: ProperNames) -> str:
    """The title with capitals where a sentence has them, if it shouts; otherwise the title itself."""
    if not _shouts(title):
        return title
    pieces: list[str] = []
    position = 0
    previous = ""
    for found in _WORD.finditer(title):
        soft = _soft(found[0], title[: found.start()], title[found.end() :], language, names)
        if soft.endswith(_SURNAME) and previous and not _is_everyday(previous):
            soft = soft.capitalize()
        pieces += [title[position : found.start()], soft]
        position, previous = found.end(), found[0].lower()
    return "".join(pieces) + title[position:]


def _shouts(title: str) -> bool:
    """True where most letters stand in words of capitals, and it is more than an abbreviation."""
    if not any(map(str.isupper, title)):
        return False
    words = re.findall(r"[^\W\d_]{2,}", title)
    letters, loud = sum(map(len, words)), sum(len(word) for word in words if word.isupper())
    return loud >= _FEWEST_LETTERS and loud >= _SHOUTED_SHARE * letters and any(len(word) > _SHORT for word in words if word.isupper())


def _soft(word: str, before: str, after: str, language: str, names: ProperNames) -> str:
    """One word of a shouting title."""
    small = word.lower()
    if not word.isupper():
        return word
    if before.endswith(":") and before[:-1][-1:].isupper():  # MLL:N, the ending of an abbreviation
        return small
    if _is_kept(word, before, after, language):
        return word
    if _STARTS.search(before) or names.has(small):
        return small.capitalize()
    if before.endswith(("-", "–")) or small in _SMALL or small in SHARED or _is_little(small, language) or _is_everyday(small):
        return small
    return small.capitalize()


def _is_kept(word: str, before: str, after: str, language: str) -> bool:
    """True for what is written in capitals also in a sentence: abbreviations, Roman numerals, words beside digits."""
    if word in _ABBREVIATIONS and not _is_little(word.lower(), language):
        return True
    if any(map(str.isdigit, word)) or (len(word) == 1 and (after[:1] == "-" or before[-1:].isdigit())):
        return True
    if _ROMAN.fullmatch(word) or _NO_VOWEL.fullmatch(word):
        return not _is_little(word.lower(), language)
    if word.lower() in _SMALL:
        return False
    return len(word) <= _SHORT and not any(_is_little(word.lower(), one) for one in LITTLE_WORDS) and word.lower() not in SHARED


def _is_little(word: str, language: str) -> bool:
    """True for an everyday word of the language."""
    return word in _LITTLE.get(language, frozenset())


_LITTLE = {language: frozenset(words.split()) for language, words in LITTLE_WORDS.items()}
_OURS = frozenset(LANGUAGES.index(language) for language in ("fi", "sv", "en", "se"))


def _is_everyday(word: str) -> bool:
    """True for a word that the tables of our languages know, by itself, by its stem or by its ending."""
    return bool(weights_of(word)[1] & _OURS)
