"""The region's areas as people name them, with a part of an address for each: districts, and municipalities as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from normalize.identity import slug
from normalize.model import Texts
from store.statistics import ONLINE, UNKNOWN, Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A district, or all of a municipality."""

    key: str
    """Municipality's code and district, ``740/Kerimäki``; ``740/`` for all of it."""
    name: str
    """With its municipality where another has a district of that name."""
    slug: str
    """Part of an address, the same in every language."""
    municipality: str
    """Its name; of a municipality its own."""


def areas_of(terms: Terms) -> tuple[Area, ...]:
    """Every area with a place: each municipality before its districts, in the order of their names."""
    found: list[Area] = []
    taken: set[str] = set()
    districts = [(code, name) for code, _, name in (key.partition("/") for key in terms.areas) if name]
    often = Counter(name for _, name in districts)
    for code, municipality in sorted(terms.municipalities.items(), key=lambda pair: pair[1].casefold()):
        found.append(_area(f"{code}/", municipality, municipality, taken))
        for name in sorted((name for of, name in districts if of == code), key=str.casefold):
            shown = f"{name} ({municipality})" if often[name] > 1 else name
            found.append(_area(f"{code}/{name}", shown, municipality, taken))
    loose = sorted(name for code, name in districts if code not in terms.municipalities)
    found += [_area(f"/{name}", name, "", taken) for name in loose]
    return tuple(found)


def _area(key: str, name: str, municipality: str, taken: set[str]) -> Area:
    """The area with an address of its own: its name's words, with the municipality's code where they are taken."""
    words = slug_words(name) or "alue"
    part = words if words not in taken else f"{words}-{slug_words(key) or len(taken)}"
    taken.add(part)
    return Area(key=key, name=name, slug=part, municipality=municipality)


def slug_words(text: str) -> str:
    """``Maahan muuttaneet`` -> ``maahan-muuttaneet``; empty where there is no letter or digit of the Latin alphabet."""
    return slug(text, "").rstrip("-")


def area_names(terms: Terms, unknown: str, online: str, elsewhere: str) -> Mapping[str, str]:
    """What each code of an area is called; ``elsewhere`` is for a municipality (``{0}``) whose district is not known."""
    names = {area.key: area.name for area in areas_of(terms) if not area.key.endswith("/")}
    whole = {f"{code}/": elsewhere.format(name) for code, name in terms.municipalities.items()}
    return {UNKNOWN: unknown, ONLINE: online, **names, **whole}


def slugs_of(names: Mapping[str, Texts], language: str) -> Mapping[str, str]:
    """Code -> part of an address: the name in the language, the code where another has that name."""
    found: dict[str, str] = {}
    for code, texts in names.items():
        words = slug_words(texts.get(language, "")) or code
        found[code] = code if words in found.values() else words
    return found


def code_of(slugs: Mapping[str, str], text: str) -> str | None:
    """The code of a part of an address, or of the code itself; ``None`` where it is nobody's."""
    return text if text in slugs else next((code for code, part in slugs.items() if part == text), None)


def by_slug(areas: Iterable[Area], text: str) -> Area | None:
    """The area of a part of an address."""
    return next((area for area in areas if area.slug == text), None)
