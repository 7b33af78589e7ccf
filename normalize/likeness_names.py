"""What: the names of two tellings, in any pair of languages."""

from __future__ import annotations

from itertools import pairwise

from normalize.likeness_points import POINTS
from normalize.likeness_sign import Sign, sign
from normalize.names import NameLikeness, best
from normalize.traits import Traits

_EQUAL, _HALF = 0.97, 0.55
_CURVE = ((0.0, -1.0), (0.15, -0.75), (0.3, -0.4), (0.4, 0.0), (0.5, 0.35), (0.6, 0.6), (0.8, 0.85), (1.0, 1.0))
"""Likeness of names -> share of the points of like names; between two of them along the line."""
_WEIGHT = ((0.0, 0.2), (0.5, 0.45), (1.0, 0.8), (2.0, 1.0))
"""How telling the shared words are -> share of what they are worth: "club" alone is shared by many."""


def name_signs(a: Traits, b: Traits) -> list[Sign]:
    """What the names say, and every contradiction between them."""
    if not a.names or not b.names:
        return []
    found = best(a.names, b.names)
    told = a.names[0].text, b.names[0].text
    share_language = not {*a.languages}.isdisjoint(b.languages)
    first = {one.kind: one for one in reversed(found.contradictions)}
    contradictions = [sign(f"name_{kind}", one.a, one.b) for kind, one in sorted(first.items())]
    return [_sign(found, told, share_language=share_language), *contradictions, *([] if "audience" in first else _people(a, b))]


def _people(a: Traits, b: Traits) -> list[Sign]:
    """For whom the names say it is, where both say it and mean others; families may be anybody."""
    own, other = ({one for name in traits.names for one in name.audience} for traits in (a, b))
    if not own or not other or own & other or "families" in own | other:
        return []
    return [sign("name_people", ", ".join(sorted(own)), ", ".join(sorted(other)))]


def _sign(found: NameLikeness, told: tuple[str, str], *, share_language: bool) -> Sign:
    """The one sign of how alike the names are."""
    if found.likeness <= 0:
        return sign("other_name" if share_language else "untranslated_name" if found.is_open else "half_translated_name", *told)
    weight = _along(_WEIGHT, found.weight if found.shared else 1.0)
    if found.likeness >= _EQUAL and not found.is_translated:
        return Sign("same_name", round(POINTS["same_name"].points * weight, 2), *told)
    share = _along(_CURVE, found.likeness)
    code = _code(found, share, share_language=share_language)
    if code == "open_name":
        return Sign(code, max(POINTS[code].points, round(POINTS["like_name"].points * max(share, 0) * weight, 2)), *told)
    if share <= 0:
        return Sign(code, round(POINTS[code].points * -share, 2), *told)
    return Sign(code, round(POINTS["like_name"].points * share * weight, 2), *told)


def _code(found: NameLikeness, share: float, *, share_language: bool) -> str:
    """What sort of likeness it is."""
    if share_language and share <= 0:
        return "unlike_name"
    if not share_language and found.likeness < _HALF:
        return "open_name" if found.is_open else "half_translated_name"
    return "translated_name" if found.is_translated else "like_name"


def _along(curve: tuple[tuple[float, float], ...], value: float) -> float:
    """The value on a line through points, flat beyond its ends."""
    if value <= curve[0][0]:
        return curve[0][1]
    for (left, low), (right, high) in pairwise(curve):
        if value <= right:
            return low + (high - low) * (value - left) / (right - left)
    return curve[-1][1]
