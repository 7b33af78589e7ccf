"""A place in a row of lexemes, as the recognisers of the grammar are handed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from normalize.phrase_lexemes import END, Lexeme

_LINKS = frozenset({"comma", "slash", "and"})


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a row and is meant for it too: ``Joulukuu 2026``."""

    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """The lexemes of one text and what is known from its headings. Indexes beyond the end give ``END``."""

    lexemes: Sequence[Lexeme]
    language: str
    heading: Heading = field(default_factory=Heading)

    def at(self, index: int) -> Lexeme:
        """The lexeme at an index."""
        return self.lexemes[index] if 0 <= index < len(self.lexemes) else END

    def has(self, index: int, *kinds: str) -> bool:
        """True where the lexeme can mean one of the kinds."""
        return self.at(index).has(*kinds)

    def skip(self, index: int, *kinds: str) -> int:
        """The first index from here on whose lexeme is none of the kinds of mark."""
        while self.at(index).kind in kinds:
            index += 1
        return index

    def end(self, index: int) -> int:
        """Where the lexeme before an index ends in the text."""
        return self.at(index - 1).end

    def is_link(self, index: int) -> bool:
        """True for a comma, a slash or an "and"."""
        lexeme = self.at(index)
        return lexeme.kind in _LINKS or lexeme.has("and", "or")

    def behind_links(self, index: int) -> int:
        """The index behind a comma, an "and", or both (``, ja``); the same where there is none."""
        for _ in range(2):
            if self.is_link(index):
                index += 1
        return index

    def is_range(self, index: int) -> bool:
        """True for a dash, or a word that says "up to" between two ends (Swedish till, English to)."""
        lexeme = self.at(index)
        return lexeme.kind == "dash" or (lexeme.has("until") and self.language in {"sv", "en", "se"})
