"""How much of two names is the same, as a number: the rules of docs/duplicates.md, "Names"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from normalize.names_model import Name
from normalize.names_pairs import Pair, pair_weight, rest_of, spelled_out
from normalize.names_terms import ALONE_AUDIENCE, TELLING, Measure, Term, flat_of

_ONE_SIDED_FORM, _UNTRANSLATED = 0.35, 0.5
"""Weight of a form that only one name has; share of its weight that an unknown word keeps in the other language's name."""
_OTHER = {"f": 0.7, "g": 0.5, "a": 0.6, "o": 0.8, "w": 0.3}
"""Weights of a form, an audience, an owner or a place that only one name has, where the other has another one."""
_OWN, _OWN_TRANSLATED = frozenset("cmprfl"), frozenset("cmfl")
"""Kinds of the words that make two things of two names where both have one the other has not; in two languages an unknown word may be the
other's unknown word."""
_BOTH_HAVE_OWN = 0.7
_PLAIN = frozenset("fg")
"""Kinds that do the same where nothing both have says what it is (family day, family camp)."""
_SAYING = frozenset("cprf")
"""Kinds of the words without which a season or a genre that both have is little (Christmas church, Christmas moments)."""
_ONLY_SEASON = 0.7
_NO_CONTENT_SHARED = 0.55
"""Where both have only a form of event, and one says of what (language café, café)."""
_CONTAINED, _LEAST_TELLING, _MOST_TELLING = 0.6, 0.8, 2.0
"""How far a name within another is lifted towards being the same, from and up to which shared weight."""
_CUT_LIKENESS, _MID_WORD_LIKENESS = 0.95, 0.88
_SHORTEST_CUT, _SHORTEST_MID_WORD = 8, 20


class Remains(NamedTuple):
    """Two names compared word by word: what both have, and what only one has."""

    pairs: list[Pair]
    a: list[Term]
    b: list[Term]
    spelled: float
    """Weight of acronyms that the other name spells out."""

    def both_have(self, kinds: Iterable[str]) -> bool:
        """True where each name has a word of these kinds that the other has not."""
        return all(any(term.kind in kinds for term in rest) for rest in (self.a, self.b))

    def either_has(self, kinds: Iterable[str]) -> bool:
        """True where one of the names has such a word that the other has not."""
        return any(term.kind in kinds for term in (*self.a, *self.b))

    def is_telling(self) -> bool:
        """True where what both have says what it is."""
        return any(pair.a.kind in TELLING or pair.b.kind in TELLING for pair in self.pairs)


def remains_of(mine: Measure, theirs: Measure, pairs: list[Pair]) -> Remains:
    """What is left of two names beside their pairs, acronyms that are spelled out taken away."""
    rest_a, rest_b = rest_of(mine, theirs, pairs)
    spelled = [spelled_out(rest_a, rest_b), spelled_out(rest_b, rest_a)]
    gone = {term for found in spelled for term in found}
    left_a, left_b = ([term for term in rest if term not in gone] for rest in (rest_a, rest_b))
    return Remains(pairs, left_a, left_b, sum(found[0].weight for found in spelled if found))


def score(remains: Remains, *, one_language: bool) -> float:
    """The share of the weight that both have, lowered where what is left makes two things of them."""
    shared = _total(map(pair_weight, remains.pairs)) + remains.spelled
    if shared <= 0:
        return 0.0
    others = _others(remains)
    unsure = _total((1 - pair.sameness) * (pair.a.weight + pair.b.weight) / 2 for pair in remains.pairs)
    left_a, left_b = (unsure + _total(_left(term, others, one_language=one_language) for term in rest) for rest in (remains.a, remains.b))
    return _share(shared, left_a, left_b) * _doubts(remains, one_language=one_language)


def _total(weights: Iterable[float]) -> float:
    """A sum that is the same in any order."""
    return sum(sorted(weights))


def _share(shared: float, left_a: float, left_b: float) -> float:
    """Dice's share of the weight; a name within the other is lifted the more, the more telling it is."""
    dice = 2 * shared / (2 * shared + left_a + left_b)
    contained = shared / (shared + min(left_a, left_b))
    telling = min(1.0, max(0.0, (shared - _LEAST_TELLING) / (_MOST_TELLING - _LEAST_TELLING)))
    return dice + _CONTAINED * telling * (contained - dice)


def _doubts(remains: Remains, *, one_language: bool) -> float:
    """The factors for what makes two things of two names that share words."""
    factor = 1.0
    own = (_OWN if one_language else _OWN_TRANSLATED) | (frozenset() if remains.is_telling() else _PLAIN)
    if remains.both_have(own):
        factor *= _BOTH_HAVE_OWN
    kinds = {term.kind for pair in remains.pairs for term in (pair.a, pair.b)}
    if "m" in kinds and not kinds & _SAYING and remains.either_has(_SAYING | {"m"}):
        factor *= _ONLY_SEASON
    if not remains.is_telling() and not any(map(_is_of_people, remains.pairs)) and _leaves_content(remains):
        factor *= _NO_CONTENT_SHARED
    return factor


def _is_of_people(pair: Pair) -> bool:
    """True where both names are about for whom they are."""
    return pair.a.weight == pair.b.weight == ALONE_AUDIENCE


def _leaves_content(remains: Remains) -> bool:
    """True where a word that says what it is is left over."""
    return remains.either_has(TELLING) or any(term.kind == "a" and term.weight == ALONE_AUDIENCE for term in (*remains.a, *remains.b))


def _others(remains: Remains) -> frozenset[str]:
    """Kinds of which each name has another word than the other."""
    found = {kind for kind in "fao" if remains.both_have(kind)}
    if all(any(term.kind == "w" and term.raw for term in rest) for rest in (remains.a, remains.b)):
        found.add("w")
    if not remains.is_telling() and remains.both_have(_PLAIN):
        found |= _PLAIN
    return frozenset(found)


def _left(term: Term, others: frozenset[str], *, one_language: bool) -> float:
    """What a word that only one of two names has weighs against them: more where the other has another of its kind."""
    if term.kind == "f":
        return _OTHER["f"] if "f" in others else _ONE_SIDED_FORM
    if term.kind in others and (term.raw or term.kind != "w"):
        return max(_OTHER[term.kind], term.weight)
    return term.weight * _UNTRANSLATED if term.kind == "r" and not one_language else term.weight


def cut_score(a: Name, b: Name, mine: str, theirs: str) -> float:
    """How alike a name is to one that begins with it and was cut off, by their letters alone; 0 where neither was."""
    if len(mine) > len(theirs):
        a, b, mine, theirs = b, a, theirs, mine
    if len(mine) == len(theirs) or not theirs.startswith(mine):
        return 0.0
    if a.is_cut and len(mine) >= _SHORTEST_CUT:
        return _CUT_LIKENESS
    return _MID_WORD_LIKENESS if len(mine) >= _SHORTEST_MID_WORD and not _ends_a_word(len(mine), b.text.split()) else 0.0


def _ends_a_word(length: int, words: Sequence[str]) -> bool:
    """True where so many letters end where a word ends."""
    letters = 0
    for word in words:
        letters += len(flat_of(word))
        if letters >= length:
            return letters == length
    return True
