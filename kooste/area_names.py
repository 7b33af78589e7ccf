"""What districts and municipalities are called in each language, for what is shown; addresses are made of the registry's own texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from harvesters.source import Schedules
from normalize.areas import Areas
from normalize.model import Texts
from normalize.places_words import folded


def area_names(schedules: Schedules, areas: Areas) -> dict[str, Texts]:
    """Area as places name it -> its names, complete in the region's languages; only areas of which a name is known.

    The region's ``area_names`` come first, then the municipality's names by its code. What is known in no language is the text itself.
    """
    region = schedules.region
    found: dict[str, Texts] = {name: {} for name in region.area_names} | _municipalities(schedules, areas)
    return {
        text: {language: region.area_names.get(text, {}).get(language) or names.get(language) or text for language in region.languages}
        for text, names in sorted(found.items())
    }


def _municipalities(schedules: Schedules, areas: Areas) -> dict[str, Texts]:
    """The names of the municipalities that places name with their code.

    A text that is none of its code's names is a name of its own or a slip of the pen: it stays, for a wrong name is worse than one in
    another language. So does one that stands with two codes.
    """
    own = {one.code: one.name for one in schedules.region.municipalities}
    codes: dict[str, set[str]] = defaultdict(set)
    for place in schedules.places:
        if place.municipality and place.municipality_code:
            codes[place.municipality].add(place.municipality_code)
    named = {text: areas.names_of(code) or own.get(code, {}) for text, (code, *others) in codes.items() if not others}
    return {text: names for text, names in named.items() if _is_one_of(text, names)}


def _is_one_of(text: str, names: Mapping[str, str]) -> bool:
    return folded(text) in map(folded, names.values())
