"""Whether two tellings are of one thing: the sum of all signs for and against, and what follows from it.

The model is that of Fellegi and Sunter (1969): every sign is worth the logarithm of how much likelier it is between two tellings of one
thing than between two things, and the signs are added up. Some contradictions are not summed but rule it out. The points stand in
``likeness_points``; the words for people are made by ``likeness_words``.
"""

from __future__ import annotations

from math import fsum

from normalize.likeness_names import name_signs
from normalize.likeness_places import place_signs
from normalize.likeness_points import ASK, JOINED
from normalize.likeness_repeats import is_repeat, source_signs
from normalize.likeness_sign import Decision, Likeness, Sign, sign
from normalize.likeness_terms import shared_uid, term_signs
from normalize.likeness_times import time_signs
from normalize.traits import Traits

__all__ = ["ASK", "JOINED", "Decision", "Likeness", "Sign", "likeness"]

_WHERE = frozenset({"other_place", "other_house", "other_municipality"})
"""Contradictions that may be a place misread: with all else agreeing, a person is asked."""
_BARE = frozenset({"untranslated_name", "half_translated_name", "other_place_words", "part_place_words"})
"""Names nobody could compare, houses of different names: joined only where something else ties the two together."""
_TELLING = 1.0
"""Points from which on names that share little of two languages share enough."""
_TIES = frozenset(
    {
        *("same_page", "links_to_page", "same_uid", "same_origin", "same_registration", "same_text", "part_of_text"),
        *("credits", "names_organizer", "same_organizer"),
    }
)
_CLOSE = (
    frozenset({"same_times", "same_dates"}),
    frozenset({"same_place", "same_room"}),
    frozenset({"same_subject", "same_ages", "same_capacity"}),
)
"""What ties two names together that have no word in common, one of each."""


def likeness(a: Traits, b: Traits, *, in_full: bool = False) -> Likeness:
    """How much speaks for ``a`` and ``b`` being one thing; the same whichever comes first, told from the smaller id's side.

    Where a contradiction of time or place decides, nothing more is looked at, unless ``in_full``, for people who want to see all of it; the
    decision is the same.
    """
    if (b.id, b.source_id) < (a.id, a.source_id):
        a, b = b, a
    signs = [*time_signs(a, b), *place_signs(a, b)]
    is_one_source, is_one_record = a.source_id == b.source_id, may_be_one_record(a, b)
    if is_one_source:
        signs += source_signs(a, b, signs)
    if in_full or is_one_record or not any(one.is_veto for one in signs):
        signs += [*name_signs(a, b), *term_signs(a, b)]
    if is_one_source:
        return _of_one_source(a, b, signs)
    return _of_two_sources(signs, is_one_record=is_one_record)


def may_be_one_record(a: Traits, b: Traits) -> bool:
    """True where a page or an identifier is shared: such a contradiction a person should see with everything that speaks for it."""
    return not {*a.urls}.isdisjoint(b.urls) or shared_uid(a, b) != ""


def _of_two_sources(signs: list[Sign], *, is_one_record: bool) -> Likeness:
    """The signs of two sources summed up, and the decision."""
    points, codes, vetoes = _sum(signs), {one.code for one in signs}, {one.code for one in signs if one.is_veto}
    bare = {one.code for one in signs if one.code in _BARE and one.points < _TELLING}
    decision: Decision = "joined" if points >= JOINED else "ask" if points >= ASK else "apart"
    if vetoes:
        rest = _sum([one for one in signs if not one.is_veto])
        decision = "ask" if rest >= JOINED and is_one_record and vetoes <= _WHERE else "apart"
    elif decision == "joined" and bare and not codes & _TIES and not (bare == {"untranslated_name"} and _is_close(codes)):
        decision = "ask"
    return _likeness(signs, points, decision)


def _is_close(codes: set[str]) -> bool:
    """True where time, house and subject are told alike, to the minute."""
    return all(codes & group for group in _CLOSE)


def _of_one_source(a: Traits, b: Traits, signs: list[Sign]) -> Likeness:
    """The same of one source: joined where it repeats itself; two times of one source are two things, and nobody is asked."""
    contradicted = any(one.is_veto for one in signs)
    repeat = not contradicted and is_repeat(a, b, signs)
    if not repeat and not contradicted:
        signs = [*signs, sign("one_source")]
    points = _sum(signs)
    decision: Decision = "joined" if points >= JOINED and repeat else "ask" if points >= ASK and not contradicted else "apart"
    return _likeness(signs, points, decision, repeat=repeat)


def _sum(signs: list[Sign]) -> float:
    """The points, whatever the order they come in."""
    return round(fsum(sorted(one.points for one in signs)), 4)


def _likeness(signs: list[Sign], points: float, decision: Decision, *, repeat: bool = False) -> Likeness:
    ordered = tuple(sorted(signs, key=lambda one: (-abs(one.points), one.code)))
    return Likeness(points=points, decision=decision, signs=ordered, is_contradicted=any(one.is_veto for one in signs), is_repeat=repeat)
