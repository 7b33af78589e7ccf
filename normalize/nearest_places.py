"""Which place of the registry may be meant by a text that names none: for a person to choose from, never to decide by.

Finnish bends its names (Torikulmassa, Torikulman kahvila), so words are compared by their beginnings as well as whole.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Sequence

from harvesters.source import PlaceEntry
from normalize.places_words import folded

_LEAST = 0.72
"""Likeness under which a proposal would only confuse."""
_IDENTIFIER = re.compile(r"[\w.-]+:[\w.-]+")
"""What some systems give instead of a name (``norppala:101``)."""
_SHARED = 0.9
"""Likeness of two names with a telling word in common."""
_STEM = 5
"""Letters of a word that must agree for two forms of it."""
_COMMON = 3
"""Places that share a word from which it tells nothing: sali, talo, the name of the town."""


def nearest(text: str, entries: Sequence[PlaceEntry], language: str = "fi", most: int = 2) -> tuple[str, ...]:
    """Names of the places that the text most likely means, the likeliest first; empty where nothing comes near."""
    return tuple(entry.name.get(language) or next(iter(entry.name.values())) for entry in nearest_entries(text, entries, most))


def nearest_entries(text: str, entries: Sequence[PlaceEntry], most: int = 2) -> tuple[PlaceEntry, ...]:
    """The places that the text most likely means, the likeliest first, then by id; empty where nothing comes near."""
    if _IDENTIFIER.fullmatch(text.strip()):
        return ()
    parts = [part for piece in (text, *re.split(r"[,;/()|\n]", text)) if (part := folded(piece))]
    if not parts:
        return ()
    common = _common(entries)
    scored = [(_score(parts, entry, common), entry) for entry in entries if not entry.online]
    near = sorted(((score, entry) for score, entry in scored if score >= _LEAST), key=lambda pair: (-pair[0], pair[1].id))
    return tuple(entry for _, entry in near[:most])


def _common(entries: Sequence[PlaceEntry]) -> frozenset[str]:
    """Words that stand in the names of many places."""
    counts = Counter(word for entry in entries for word in {word for name in _names(entry) for word in name.split()})
    return frozenset(word for word, count in counts.items() if count >= _COMMON)


def _score(parts: Sequence[str], entry: PlaceEntry, common: frozenset[str]) -> float:
    return max(_likeness(part, name, common) for part in parts for name in _names(entry))


def _names(entry: PlaceEntry) -> set[str]:
    return {folded(name) for name in (*entry.name.values(), *entry.aliases)}


def _likeness(text: str, name: str, common: frozenset[str]) -> float:
    """How alike two folded names are, from 0 to 1: letters in order, or a telling word in common."""
    ratio = difflib.SequenceMatcher(None, text, name).ratio() if name else 0.0
    telling = [word for word in name.split() if len(word) > _STEM and word not in common]
    shares = any(_same_stem(one, other) for one in text.split() for other in telling)
    return max(ratio, _SHARED if shares else 0.0)


def _same_stem(one: str, other: str) -> bool:
    """True for two forms of one word: all but the last two letters of the shorter agree."""
    length = min(len(one), len(other))
    return length > _STEM and one[: max(_STEM, length - 2)] == other[: max(_STEM, length - 2)]
