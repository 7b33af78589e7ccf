"""How alike two names are: what both have by its weight, words that mean the same in two languages, and what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from normalize.names_contradictions import contradictions_of
from normalize.names_fold import as_written, is_slip_of_all
from normalize.names_mended import digits_of, mended
from normalize.names_model import UNLIKE, Contradiction, Name, NameLikeness
from normalize.names_pairs import Pair, pair_weight, pairs_of, rest_of
from normalize.names_score import cut_score, remains_of, score
from normalize.names_terms import BEGINNING, TELLING, Measure, Term, measure, parts_between_marks

_PART = 0.75
"""Likeness of a name to one of which it is a part of its own ("Family café", "Family café: the forest in winter")."""
_SLIP, _MENDED = 0.9, 0.95
"""Likeness of two names that differ by a slip of the pen; the most where a word had to be put right by the other name."""
_FACTORS = {"number": 0.45, "audience": 0.45, "performer": 0.4, "team": 0.35, "language_group": 0.45, "level": 0.5}
"""What is left of the likeness by the kind of a contradiction."""
_SAYING = frozenset("cm")
"""Kinds of the known words that say what an event is."""
_OPEN = NameLikeness(likeness=0.0, is_open=True)


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
    is_slip = (
        found.likeness < _SLIP and not found.contradictions and _are_comparable(a, b) and _is_slip(mine, theirs, (mine.terms, theirs.terms))
    )
    return replace(found, likeness=_SLIP if is_slip else min(found.likeness, _MENDED))


def _are_comparable(a: Name, b: Name) -> bool:
    """True for two names of one language and the same figures, whose letters may be compared."""
    return a.language == b.language and (a.numbers == b.numbers or digits_of(a) == digits_of(b))


def _measured(name: Name) -> Measure:
    """The name made ready for comparing."""
    return measure(name.words, name.kinds, name.shown, name.numbers, name.text)


def _weighed(a: Name, b: Name, mine: Measure, theirs: Measure) -> NameLikeness:
    """How alike two names are by their words."""
    if _have_nothing_in_common(mine, theirs) and not (a.is_cut or b.is_cut) and not _may_be_slip(mine.flat, theirs.flat):
        return _of_strangers(a, b, mine, theirs)
    one_language = a.language == b.language
    pairs = pairs_of(mine.terms, theirs.terms, one_language=one_language)
    rests = rest_of(mine, theirs, pairs)
    likeness = max(score(remains_of(mine, theirs, pairs), one_language=one_language), cut_score(a, b, mine.flat, theirs.flat))
    if likeness < _PART and one_language and _is_part(a, b, mine, theirs):
        likeness = _PART
    if likeness < _SLIP and _are_comparable(a, b) and _is_slip(mine, theirs, rests):
        likeness = _SLIP
    found = _told(a, pairs, likeness, contradictions_of(a, b, *rests), is_translated=not one_language)
    if one_language or found.contradictions or (a.audience and b.audience and not {*a.audience} & {*b.audience}):
        return found
    is_telling = any(pair.a.kind in TELLING or pair.b.kind in TELLING for pair in pairs)
    return replace(found, is_open=_is_open(mine, theirs, rests, is_telling=is_telling))


def _of_strangers(a: Name, b: Name, mine: Measure, theirs: Measure) -> NameLikeness:
    """Two names with no word in common, which tells little where they are in two languages."""
    if a.language == b.language or (a.audience and b.audience) or not _is_open(mine, theirs, (mine.terms, theirs.terms), is_telling=False):
        return UNLIKE
    return UNLIKE if contradictions_of(a, b, mine.terms, theirs.terms) else _OPEN


def _is_open(mine: Measure, theirs: Measure, rests: Sequence[Sequence[Term]], *, is_telling: bool) -> bool:
    """True where at most one of two names has a known word of its own that says what it is; the form counts where nothing else is shared.

    A known piece of a word that is not known as a whole may be there by chance.
    """
    kinds = _SAYING if is_telling else _SAYING | {"f"}
    known = (
        [term for term in rest if term.kind in kinds and not term.raw and term.word not in one.unsure]
        for one, rest in zip((mine, theirs), rests, strict=True)
    )
    return not all(known)


def _have_nothing_in_common(mine: Measure, theirs: Measure) -> bool:
    """True where no word, no meaning and no beginning of an unknown word is in both: most names, told apart at once."""
    keys_a = mine.every if theirs.is_light else mine.keys
    keys_b = theirs.every if mine.is_light else theirs.keys
    return keys_a.isdisjoint(keys_b) and mine.raws.isdisjoint(theirs.starts) and theirs.raws.isdisjoint(mine.starts)


def _may_be_slip(a: str, b: str) -> bool:
    """True for two names that are the same by their letters, or so nearly that a slip may be all that is between them."""
    return a == b or ((a[:BEGINNING] == b[:BEGINNING] or a[-BEGINNING:] == b[-BEGINNING:]) and a[:1] == b[:1] and is_slip_of_all(a, b))


def _is_same_text(a: Name, b: Name) -> bool:
    """True where two names with the same letters and digits also say the same figures ("1-2" is not "12")."""
    return a.numbers == b.numbers or a.text.casefold() == b.text.casefold()


def _is_slip(mine: Measure, theirs: Measure, rests: Sequence[Sequence[Term]]) -> bool:
    """True where two names as a whole differ by a slip in a word nobody knows."""
    return any(term.raw for rest in rests for term in rest) and _may_be_slip(mine.flat, theirs.flat)


def _is_part(a: Name, b: Name, mine: Measure, theirs: Measure) -> bool:
    """True where the whole of one name stands in the other between marks."""
    if len(mine.flat) < len(theirs.flat):
        return mine.flat in theirs.flat and not mine.is_light and mine.flat in parts_between_marks(b.text)
    return theirs.flat in mine.flat and not theirs.is_light and theirs.flat in parts_between_marks(a.text)


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
