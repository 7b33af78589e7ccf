"""What stands where something was taken out, and how it is taken out of a text that markup has cut into pieces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

Sort = Literal["contact", "name", "secret"]
"""``contact``: an address, a number, a code or an account of a person; ``name``: who it is; ``secret``: an address that is a key."""
MARKS: dict[Sort, dict[str, str]] = {
    "contact": {"fi": "[yhteystieto poistettu]", "sv": "[kontaktuppgift borttagen]", "en": "[contact removed]"},
    "name": {"fi": "[nimi poistettu]", "sv": "[namn borttaget]", "en": "[name removed]"},
    "secret": {"fi": "[salainen osoite poistettu]", "sv": "[hemlig adress borttagen]", "en": "[secret address removed]"},
}
"""By the language of the text."""
ELSEWHERE: dict[Sort, str] = {"contact": "[…]", "name": "[N. N.]", "secret": "[https://…]"}
"""In every other language, and where nobody told which."""


def mark(sort: Sort, language: str) -> str:
    """The words that stand in the place of what was removed."""
    return MARKS[sort].get(language, ELSEWHERE[sort])


def written(sort: Sort) -> tuple[str, ...]:
    """Every form of one mark, for finding what is removed already."""
    return (*MARKS[sort].values(), ELSEWHERE[sort])


class Span(NamedTuple):
    """A stretch of text, end exclusive."""

    start: int
    end: int


class Pieces:
    """One text that lies in pieces; a stretch that is taken out may run over several of them."""

    def __init__(self, pieces: Sequence[str], language: str) -> None:
        self.pieces = list(pieces)
        self.language = language
        self.removed: list[Sort] = []
        self.text = "".join(self.pieces)

    def cut(self, spans: Sequence[Span], sort: Sort) -> bool:
        """Put a mark in the place of each stretch (in order, none touching another); True where there was any."""
        if not spans:
            return False
        sign = mark(sort, self.language)
        self.pieces = _cut(self.pieces, spans, sign)
        self.text = "".join(self.pieces)
        self.removed += [sort] * len(spans)
        return True


def _cut(pieces: Sequence[str], spans: Sequence[Span], sign: str) -> list[str]:
    """The pieces without the stretches; the mark stands in the piece in which a stretch begins."""
    kept: list[str] = []
    begin, number = 0, 0
    for piece in pieces:
        end, position, parts = begin + len(piece), begin, []
        while number < len(spans) and spans[number].start < end:
            span = spans[number]
            parts.append(piece[position - begin : max(position, span.start) - begin])
            if span.start >= begin:
                parts.append(sign)
            position = min(span.end, end)
            if span.end > end:
                break
            number += 1
        parts.append(piece[position - begin :])
        kept.append("".join(parts))
        begin = end
    return kept
