"""How alike two names are: what both have by its weight, words that mean the same in two languages, and what speaks against it."""

from __future__ import annotations

from dataclasses import replace

from normalize.names_contradictions import contradictions_of
from normalize.names_fold import as_written, is_slip_of_all
from normalize.names_mended import mended
from normalize.names_model import UNLIKE, Contradiction, Name, NameLikeness
from normalize.names_pairs import Pair, pair_weight, pairs_of, rest_of
from normalize.names_score import cut_score, remains_of, score
from normalize.names_terms import BEGINNING, Measure, Term, measure

_SLIP, _MENDED = 0.9, 0.95
"""Likeness of two names that differ by a slip of the pen; the most where a word had to be put right by the other name."""
_FACTORS = {"number": 0.45, "audience": 0.45, "performer": 0.4, "team": 0.35, "language_group": 0.45, "level": 0.5}
"""What is left of the likeness by the kind of a contradiction."""


def compared(a: Name, b: Name) -> NameLikeness:
    """``names.compare``."""
    mine, theirs = _measured(a), _measured(b)
    if mine.flat == theirs.flat and mine.flat and _is_same_text(a, b):
        weight = max(round(sum(sorted(term.weight for term in one.terms)), 4) for one in (mine, theirs))
        return NameLikeness(likeness=1.0, shared=tuple(as_written(a.text, shown) for shown in a.shown), weight=weight)
    put_right = mended(a, b, mine, theirs)
    if put_right is None:
        return _weighed(a, b, mine, theirs)
    a, b = put_right
    found = _weighed(a, b, _measured(a), _measured(b))
    return replace(found, likeness=min(found.likeness, _MENDED))


def _measured(name: Name) -> Measure:
    """The name made ready for comparing."""
    return measure(name.words, name.kinds, name.shown, name.numbers, name.text)


def _weighed(a: Name, b: Name, mine: Measure, theirs: Measure) -> NameLikeness:
    """How alike two names are by their words."""
    if _have_nothing_in_common(mine, theirs) and not (a.is_cut or b.is_cut) and mine.flat != theirs.flat:
        return UNLIKE
    one_language = a.language == b.language
    pairs = pairs_of(mine.terms, theirs.terms, one_language=one_language)
    rests = rest_of(mine, theirs, pairs)
    likeness = max(score(remains_of(mine, theirs, pairs), one_language=one_language), cut_score(a, b, mine.flat, theirs.flat))
    if likeness < _SLIP and one_language and a.numbers == b.numbers and _is_slip(mine, theirs, rests):
        likeness = _SLIP
    return _told(a, pairs, likeness, contradictions_of(a, b, *rests), is_translated=not one_language)


def _have_nothing_in_common(mine: Measure, theirs: Measure) -> bool:
    """True where no word, no meaning and no beginning of an unknown word is in both: most names, told apart at once."""
    keys_a = mine.every if theirs.is_light else mine.keys
    keys_b = theirs.every if mine.is_light else theirs.keys
    return keys_a.isdisjoint(keys_b) and mine.raws.isdisjoint(theirs.starts) and theirs.raws.isdisjoint(mine.starts)


def _is_same_text(a: Name, b: Name) -> bool:
    """True where two names with the same letters and digits also say the same figures ("1-2" is not "12")."""
    return a.numbers == b.numbers or a.text.casefold() == b.text.casefold()


def _is_slip(mine: Measure, theirs: Measure, rests: tuple[list[Term], list[Term]]) -> bool:
    """True where two names as a whole differ by a slip in a word nobody knows."""
    is_near = mine.flat[:BEGINNING] == theirs.flat[:BEGINNING] and any(term.raw for rest in rests for term in rest)
    return is_near and is_slip_of_all(mine.flat, theirs.flat)


def _told(a: Name, pairs: list[Pair], likeness: float, found: tuple[Contradiction, ...], *, is_translated: bool) -> NameLikeness:
    """What was found, the contradictions counted in; the shared words in the order of the first name."""
    for kind in sorted({one.kind for one in found}):
        likeness *= _FACTORS[kind]
    order = {word: index for index, word in enumerate(a.words)}
    matched = sorted(pairs, key=lambda pair: (order.get(pair.a.word, len(order)), pair.a.word))
    return NameLikeness(
        likeness=round(min(likeness, 1.0), 4),
        is_translated=is_translated and any(pair.is_meaning for pair in pairs),
        shared=tuple(dict.fromkeys(as_written(a.text, pair.a.shown) for pair in matched)),
        contradictions=found,
        weight=round(sum(sorted(map(pair_weight, pairs))), 4),
    )
