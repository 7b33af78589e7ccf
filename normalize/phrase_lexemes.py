"""Tokens joined into words that mean something: ``t.o.m.``, ``lukuun ottamatta``, ``tiistai-iltaisin``, ``every other``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from normalize.phrase_tokens import Token, tokens_of
from normalize.phrase_words import LANGUAGES, Senses, lexicon, own_words, senses_of

_OWN = {word: language for language in LANGUAGES for word in own_words(language)}
"""Word of time -> the only language that has it."""
_LOUD = 2
"""How many more words of time another language must have before the declared one is not believed."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A token, or several that are one word, with what they may mean."""

    kind: str
    text: str
    start: int
    end: int
    glued: bool
    senses: Senses

    def has(self, *kinds: str) -> bool:
        """True where one of the senses is among them."""
        return not self.senses.keys().isdisjoint(kinds)

    @property
    def is_capital(self) -> bool:
        """True for a word that begins with a capital letter."""
        return self.kind == "word" and self.text[:1].isupper()


END = Lexeme("end", "", 0, 0, False, {})  # noqa: FBT003 - nothing is glued to the end
"""What stands behind the last one."""


def reading_language(text: str, declared: str) -> str:
    """The language to read in: the declared one, unless the text plainly speaks another. Feeds mix them without saying so."""
    heard = Counter(_OWN.get(token.key, "") for token in tokens_of(text) if token.kind == "word")
    best = max(LANGUAGES, key=lambda language: (heard[language], language == declared, -LANGUAGES.index(language)))
    if declared in LANGUAGES and heard[best] < heard[declared] + _LOUD:
        return declared
    return best if heard[best] or declared not in LANGUAGES else declared


@lru_cache(maxsize=16)
def lexemes_of(text: str, language: str) -> tuple[Lexeme, ...]:
    """The lexemes of a ``composed`` text."""
    tokens = tokens_of(text)
    found: list[Lexeme] = []
    index = 0
    while index < len(tokens):
        lexeme, index = _lexeme(tokens, index, language)
        found.append(lexeme)
    return tuple(found)


def tells_anything(text: str, language: str) -> bool:
    """False for a text without a figure and without a word of time: nothing need be tried on it."""
    return any(lexeme.senses or lexeme.kind in {"num", "iso"} for lexeme in lexemes_of(text, language))


def has_slip(text: str, language: str, places: Sequence[tuple[int, int]]) -> bool:
    """True where a weekday or month at one of the places was misspelt and read all the same."""
    slips = [lexeme for lexeme in lexemes_of(text, language) if "typo" in lexeme.senses]
    return any(start <= slip.start < end for slip in slips for start, end in places)


def _lexeme(tokens: Sequence[Token], index: int, language: str) -> tuple[Lexeme, int]:
    """The longest word of time that begins at a token, else the token; and the index behind it."""
    first = tokens[index]
    if first.kind not in {"word", "num"}:
        return _made(first, first, {}), index + 1
    for run, senses in lexicon(language).runs.get(first.key, ()):
        end = _end_of_run(tokens, index, run)
        if end and not (len(run) == 1 and first.kind == "num"):
            return _made(first, tokens[end - 1], senses), end
    if first.kind == "num":
        return _made(first, first, {}), index + 1
    return _hyphenated(tokens, index, language)


def _end_of_run(tokens: Sequence[Token], index: int, run: tuple[str, ...]) -> int:
    """The index behind the tokens that spell a run of words, 0 where they do not; dots of abbreviations stand between."""
    at = index
    for number, word in enumerate(run):
        if number and at < len(tokens) and (tokens[at].kind == "dot" or tokens[at].text == "'"):
            at += 1
        if at >= len(tokens) or not _spells(tokens[at], word):
            return 0
        at += 1
    return at


def _spells(token: Token, word: str) -> bool:
    """True where the token is the word; a hyphen only where nothing but letters stands around it."""
    return (token.kind == "dash" and token.glued) if word == "-" else token.key == word


def _hyphenated(tokens: Sequence[Token], index: int, language: str) -> tuple[Lexeme, int]:
    """A weekday written with a hyphen (``tiistai-iltana``), else the single word."""
    first = tokens[index]
    if index + 2 < len(tokens) and tokens[index + 1].kind == "dash" and tokens[index + 1].glued and tokens[index + 2].glued:
        whole = senses_of(first.key + tokens[index + 2].key, language)
        if tokens[index + 2].kind == "word" and "weekday" in whole and "typo" not in whole:
            return _made(first, tokens[index + 2], whole), index + 3
    return _made(first, first, senses_of(first.key, language)), index + 1


def _made(first: Token, last: Token, senses: Senses) -> Lexeme:
    """One lexeme of the tokens from the first to the last."""
    text = first.text if first is last else f"{first.text} … {last.text}"
    return Lexeme(first.kind, text, first.start, last.end, first.glued, senses)
