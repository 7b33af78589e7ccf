"""A location taken apart: what stands between its commas, brackets and dashes, folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from normalize.places_words import COUNTRIES, POSTAL, folded, pieces_of

MOST_PARTS = 12
"""Further parts are not looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A location taken apart."""

    whole: str
    parts: tuple[str, ...]
    """Folded, without postal codes and countries."""
    postal_codes: tuple[str, ...]
    towns: frozenset[str]
    """Parts that stood behind a postal code."""


def taken_apart(text: str) -> Parts:
    """A location in parts."""
    pieces = pieces_of(text)[: 2 * MOST_PARTS]
    parts = [(folded(POSTAL.sub(" ", piece)), bool(POSTAL.search(piece))) for piece in pieces]
    kept = [(part, coded) for part, coded in parts if part and part not in COUNTRIES][:MOST_PARTS]
    return Parts(
        whole=folded(text),
        parts=tuple(part for part, _ in kept),
        postal_codes=tuple(POSTAL.findall(text)),
        towns=frozenset(part for part, coded in kept if coded),
    )


def runs_of(parts: Sequence[str]) -> list[str]:
    """Every run of neighbouring parts, longest first: an alias may hold a comma itself."""
    sizes = range(len(parts), 0, -1)
    return [" ".join(parts[start : start + size]) for size in sizes for start in range(len(parts) - size + 1)]
