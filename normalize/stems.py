"""Which of many stems stand in a text, asked once so that the dear questions are put only where they can be answered."""

from __future__ import annotations

from collections.abc import Iterable


class Stems:
    """A set of stems in small letters, each found wherever it stands, also inside a word. Made once; never changes."""

    def __init__(self, *groups: Iterable[str]) -> None:
        self._all = tuple(dict.fromkeys(stem for group in groups for stem in group))
        self._ascii = tuple(stem for stem in self._all if stem.isascii())
        self._letters = tuple({letter for stem in self._all for letter in stem if not letter.isascii()})

    def within(self, low: str) -> frozenset[str]:
        """The stems that stand in a text in small letters."""
        return frozenset(filter(low.__contains__, self._able(low)))

    def any_within(self, low: str) -> bool:
        """True where one of them does."""
        return any(map(low.__contains__, self._able(low)))

    def _able(self, low: str) -> tuple[str, ...]:
        """Those that can stand in it at all: an English text has no ``ä`` in it, and a good part of the stems has."""
        return self._all if any(map(low.__contains__, self._letters)) else self._ascii
