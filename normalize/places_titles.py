"""Places in titles (``Tuolijumppa Torikulmassa``): only names that can be nothing else, in words that say something is there."""

from __future__ import annotations

from collections.abc import Sequence

from normalize.places_index import PlaceIndex
from normalize.places_words import VENUE_ENDS, is_generic

_NOT = frozenset({"ei", "eika", "inte", "not", "no", "ilman", "utan"})


def in_title(index: PlaceIndex, words: Sequence[str], parts: Sequence[str]) -> dict[str, str]:
    """Ids of the places that a title says something is in, each with the folded words that say so.

    ``words`` and ``parts`` are the title folded, word by word and part by part. Leaving a place, going there and owning it say nothing
    (``Retki Torikulmasta``, ``Norppasalin avajaiset``), and neither does what stands behind a "not".
    """
    found: dict[str, str] = {}
    for at, word in enumerate(words):
        for form, place in index.titles.get(word, ()):
            if tuple(words[at : at + len(form)]) == form and not (at and words[at - 1] in _NOT):
                found[place] = " ".join(form)
    return found or _as_part(index, parts)


def _as_part(index: PlaceIndex, parts: Sequence[str]) -> dict[str, str]:
    """The place whose whole name is a part of the title of its own (``Tuolijumppa / Torikulma``)."""
    found: dict[str, str] = {}
    for part in parts if len(parts) > 1 else ():
        spelling = index.names.get(part)
        if spelling and len(spelling.ids) == 1 and _is_a_house(index, part):
            found[next(iter(spelling.ids))] = part
    return found


def _is_a_house(index: PlaceIndex, name: str) -> bool:
    """True for a name that is a house's and can hardly be any other thing's."""
    is_online = any(index.entries[place].online for place in index.names[name].ids)
    return not is_generic(name) and name.endswith(VENUE_ENDS) and not is_online
