"""Which words of two names are the same: alike, of one meaning, nearly of one meaning, a slip, another spelling, or an acronym."""

from __future__ import annotations

from typing import NamedTuple

from normalize.names_fold import is_slip, sound
from normalize.names_terms import BEGINNING, LIGHT, Measure, Term

_NEAR, _SLIP, _SOUND = 0.7, 0.9, 0.9
"""How surely two words are one: of one group of near meanings, with a slip of the pen, by their sound."""
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 5


class Pair(NamedTuple):
    """Two words taken for the same, how surely, and whether only by their meaning."""

    a: Term
    b: Term
    sameness: float
    is_meaning: bool


def pairs_of(mine: tuple[Term, ...], theirs: tuple[Term, ...], *, one_language: bool) -> list[Pair]:
    """Words of both that are the same, each used once, the surest first."""
    found = [pair for a in mine for b in theirs if (pair := _pair(a, b, one_language=one_language))]
    found.sort(key=lambda pair: (-pair.sameness, -min(pair.a.weight, pair.b.weight), *sorted((pair.a.word, pair.b.word))))
    kept: list[Pair] = []
    used: set[tuple[int, str]] = set()
    for pair in found:
        if (0, pair.a.word) not in used and (1, pair.b.word) not in used:
            used |= {(0, pair.a.word), (1, pair.b.word)}
            kept.append(pair)
    return kept


def _pair(a: Term, b: Term, *, one_language: bool) -> Pair | None:
    """Two words as a pair, where they are the same, mean nearly the same, or are one word with a slip."""
    if not a.keys.isdisjoint(b.keys):
        return Pair(a, b, 1.0, a.shown != b.shown and not a.raw)
    if a.raw or b.raw:
        sameness = _alike(a, b, one_language=one_language)
        return Pair(a, b, sameness, is_meaning=False) if sameness else None
    return Pair(a, b, _NEAR, not one_language) if a.near and not a.near.isdisjoint(b.near) else None


def _alike(a: Term, b: Term, *, one_language: bool) -> float:
    """How surely two words, of which nobody knows at least one, are one word with a slip, an ending or in another spelling."""
    if a.raw and b.raw:
        if a.raw[0] == b.raw[0] and is_slip(a.raw, b.raw):
            return _SLIP
        is_long = len(a.raw) > BEGINNING and len(b.raw) > BEGINNING
        return _SOUND if is_long and sound(a.raw) == sound(b.raw) else 0.0
    if a.shown == b.shown and len(a.shown) > BEGINNING:
        return _SLIP
    return _SLIP if one_language and a.shown[0] == b.shown[0] and is_slip(a.shown, b.shown) else 0.0


def pair_weight(pair: Pair) -> float:
    """What a pair adds; a light word that is all one name has counts as it does there."""
    if pair.a.kind == pair.b.kind and pair.a.kind in LIGHT:
        return pair.sameness * max(pair.a.weight, pair.b.weight)
    return pair.sameness * (pair.a.weight + pair.b.weight) / 2


def rest_of(mine: Measure, theirs: Measure, pairs: list[Pair]) -> tuple[list[Term], list[Term]]:
    """The words of each name that the other has not."""
    used_a, used_b = {pair.a.word for pair in pairs}, {pair.b.word for pair in pairs}
    return [term for term in mine.terms if term.word not in used_a], [term for term in theirs.terms if term.word not in used_b]


def spelled_out(short: list[Term], long: list[Term]) -> list[Term]:
    """An acronym that only one name has, with the words in a row that only the other has and that begin with its letters; empty without."""
    initials = "".join(term.shown[0] for term in long)
    for term in short:
        if term.raw and _SHORTEST_ACRONYM <= len(term.shown) <= _LONGEST_ACRONYM and (at := initials.find(term.shown)) >= 0:
            return [term, *long[at : at + len(term.shown)]]
    return []
