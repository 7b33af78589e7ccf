"""A place in a row of lexemes, as the recognisers of the grammar are handed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from normalize.phrase_lexemes import END, Lexeme

_GLUED_ENDINGS = frozenset({"st", "nd", "rd", "th", "e", "a", "s"})
_ENDINGS = frozenset({"e", "a", "s", "sta", "dje", "nä", "na", "nen", "n"})
_LABELS = frozenset({"aika", "ajankohta", "milloin", "pvm", "päivämäärä", "datum", "tid", "date", "time", "when"})
_DIGITS_OF_DAY = 2
_HALVES = frozenset({"am", "pm", "a", "p"})
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

    def leads(self, index: int) -> bool:
        """True for a small word before a day (on, den, päivänä); a label (``Aika``, ``Date``) only where no title ends in it."""
        lexeme = self.at(index)
        return lexeme.has("on") and not (lexeme.text.casefold() in _LABELS and self.at(index - 1).kind == "word")

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

    def behind_ending(self, index: int) -> int:
        """The index behind what makes the figure before it an ordinal: ``3rd``, ``14:e``, ``1:a``; the same where nothing does."""
        at = index + (self.at(index).kind == "colon" and self.at(index).glued)
        is_ending = self.at(at).glued and self.at(at).text.casefold() in (_ENDINGS if at > index else _GLUED_ENDINGS)
        return at + 1 if is_ending else index

    def names_day(self, index: int) -> bool:
        """True for a month that a figure before it may be a day of: not ``huhtikuussa``, nor the first of ``september-november``."""
        senses = self.at(index).senses
        return "month" in senses and senses.get("form") != "in" and not self.spans_months(index)

    def spans_months(self, index: int) -> bool:
        """True for ``september-november``, not for the months of ``23 May - August 15``."""
        if not (self.has(index, "month") and self.is_range(index + 1) and self.has(index + 2, "month")):
            return False
        after = self.at(index + 3)
        is_day = after.kind == "num" and after.text.rstrip(".").isdecimal() and len(after.text.rstrip(".")) <= _DIGITS_OF_DAY
        return not is_day or self.is_half(index + 4) or (self.is_range(index + 4) and self.is_half(index + 6))

    def is_half(self, index: int) -> bool:
        """True for am and pm, which make the figure before them an hour."""
        return self.at(index).text.casefold() in _HALVES

    def is_range(self, index: int) -> bool:
        """True for a dash, or a word that says "up to" between two ends (Swedish till, English to)."""
        lexeme = self.at(index)
        return lexeme.kind == "dash" or (lexeme.has("until") and self.language in {"sv", "en", "se"})
