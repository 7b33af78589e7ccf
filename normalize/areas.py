"""Municipalities and postal codes: which municipality an address is in, told by its postal code or by the municipality's own name.

Pure: the tables are handed in (``kooste.areas`` reads the packaged ones, which are Finland's; a region elsewhere hands in none or its own).
What could be two municipalities is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from normalize.places_inflection import located, without_preposition
from normalize.places_words import COUNTRIES, SEPARATORS, folded

AreaRule = Literal["postal_code", "municipality_name", "locality", ""]
"""How a municipality was told: the postal code, the municipality's name as a part of its own, or the name of a post office."""

MOST_CHARACTERS = 600
"""A longer text is read up to here."""
_POSTAL = re.compile(r"(?<![\w-])(?:FI[- ]?)?(?P<code>\d{5})(?![\w-])(?:[ ,]+(?P<town>[^\W\d_][^\d,;|/()\n]{0,40}))?", re.IGNORECASE)
_STREET = re.compile(r"^.*?[^\W\d_]\S* \d{1,4}(?: ?[a-z])?(?: \d{1,3})?(?: (?P<rest>[^\d]+))?$")
"""A folded part that begins with a street and its number."""
_STATE = re.compile(r"(?:^|[\s,])(?!FI\b)[A-Z]{2} ?$")
"""Two capitals before the code: another country's address (Davis, CA 95616)."""
_ABROAD_WORDS = """
sverige sweden ruotsi viro estonia eesti norja norge norway venaja russia saksa germany deutschland usa espanja spain latvia tanska danmark
"""
_ABROAD = frozenset(_ABROAD_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """What a text tells about where it is; all empty where it tells nothing for sure."""

    municipality_code: str = ""
    postal_code: str = ""
    rule: AreaRule = ""
    quote: str = ""
    """The words that told it."""


NO_AREA = Area()


class Areas:
    """Municipalities by code and name, postal codes with their municipality. Made once; never changes.

    ``municipalities`` are rows of code and names in Finnish, Swedish and English; ``postal_codes`` rows of postal code, municipality code
    and the locality's names. Without rows nothing is ever told.
    """

    def __init__(self, municipalities: Iterable[Sequence[str]] = (), postal_codes: Iterable[Sequence[str]] = ()) -> None:
        self._names = {row[0]: dict(zip(("fi", "sv", "en"), row[1:4], strict=False)) for row in municipalities}
        self._postal = {row[0]: (row[1], tuple(row[2:4])) for row in postal_codes}
        self._codes: dict[str, set[str]] = defaultdict(set)
        self._located: dict[str, set[str]] = defaultdict(set)
        self._localities: dict[str, set[str]] = defaultdict(set)
        for code, names in self._names.items():
            for name in {folded(name) for name in names.values()}:
                self._codes[name].add(code)
                for form in located(name):
                    self._located[form].add(code)
        for code, names_of in self._postal.values():
            for name in names_of:
                self._localities[folded(name)].add(code)
        self.read = lru_cache(maxsize=8192)(self._read)

    def municipality_of(self, postal_code: str) -> str:
        """Code of the municipality whose post a postal code is; ``""`` where the code is none that is known."""
        return self._postal.get(postal_code, ("", ()))[0]

    def locality_of(self, postal_code: str, language: str = "fi") -> str:
        """The locality as the post calls it, in capitals (``KERIMÄKI``)."""
        names = self._postal.get(postal_code, ("", ()))[1]
        return names[language == "sv"] if len(names) > 1 else "".join(names)

    def code_of(self, name: str) -> str:
        """Code of the municipality of that name in Finnish, Swedish or English; ``""`` where it is none, or may be two."""
        return _only(self._codes.get(folded(name), set()))

    def name_of(self, code: str, language: str = "fi") -> str:
        """The municipality's name; the Finnish one where it has none in that language."""
        names = self._names.get(code, {})
        return names.get(language) or names.get("fi", "")

    def names_of(self, code: str) -> dict[str, str]:
        """The municipality's names by language; nothing where the code is none that is known."""
        return dict(self._names.get(code, {}))

    def codes_of(self, name: str) -> frozenset[str]:
        """Every municipality that a folded word may name, as municipality or as locality."""
        return frozenset(self._codes.get(name, set()) | self._localities.get(name, set()))

    def _read(self, text: str, own: Collection[str] = frozenset()) -> Area:
        """The municipality a location or address tells (cached as ``read``).

        ``own`` are postal codes of the region's places, believed whatever the town after them is called. Telling two: none.
        """
        text = text[:MOST_CHARACTERS]
        parts = [part for part in map(folded, SEPARATORS.split(text)) if part]
        if not self._names or _ABROAD.intersection(parts):
            return NO_AREA
        told = [*self._by_postal_code(text, own), *self._by_name(parts)]
        codes = {area.municipality_code for area in told}
        if len(codes) != 1 or "" in codes:
            return NO_AREA
        return told[0]

    def _by_postal_code(self, text: str, own: Collection[str]) -> Iterable[Area]:
        """Every postal code that stands as one, with the town it belongs to behind it or nothing; an unknown town makes it doubtful."""
        for found in _POSTAL.finditer(text):
            code, town = found["code"], folded(found["town"] or "")
            municipality, localities = self._postal.get(code, ("", ()))
            if not municipality or _STATE.search(text[: found.start()]):
                continue
            names = {folded(name) for name in (*localities, *self._names.get(municipality, {}).values())}
            if not town or code in own or town in names | COUNTRIES or any(town.startswith(f"{name} ") for name in names):
                yield Area(municipality_code=municipality, postal_code=code, rule="postal_code", quote=found[0].strip(" ,"))
            else:
                yield NO_AREA

    def _by_name(self, parts: Sequence[str]) -> Iterable[Area]:
        """Every part that is a municipality's name, bent or not, or behind a street the name of a post office."""
        behind_street = False
        for part in parts:
            street = _STREET.match(part)
            behind_street = behind_street or street is not None
            name = (street["rest"] or "") if street else without_preposition(part)
            if not name or name[0].isdigit():
                continue
            codes = self._codes.get(name) or self._located.get(name) or set()
            rule: AreaRule = "municipality_name"
            known = self._localities.get(name, set())
            if not codes and behind_street and len(name) > 3:  # noqa: PLR2004 - three letters are an abbreviation
                codes, rule = known, "locality"
            if codes:
                both = codes | known if name in self._codes and not known & codes else codes
                yield Area(municipality_code=_only(both), rule=rule, quote=name)


def _only(codes: Iterable[str]) -> str:
    """The only one of them."""
    found = list(codes)
    return found[0] if len(found) == 1 else ""
