"""What the codes of the statistics are called in a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from explorer.statistics_areas import area_names
from explorer.texts import PartWords, Words
from normalize.planning_words import best, word
from store.statistics import UNKNOWN, Terms
from store.statistics_counts import AGES, PARTS, PRICES
from store.statistics_gaps import AGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names in one language."""

    language: str
    words: PartWords
    pages: Words
    """Of the explorer's tables: kinds, roles and states."""
    terms: Terms

    def of(self, by: str) -> Mapping[str, str]:
        """Code to name for one way of counting; codes without a name are shown as they are."""
        unknown = {UNKNOWN: self.words[f"unknown_{by}" if f"unknown_{by}" in self.words else "unknown"]}
        return {**self._of(by), **unknown}

    def group(self, code: str) -> str:
        """An audience, or a band of ages."""
        if code.startswith(AGE):
            return self.words("age_group", years=self.of("age")[code.removeprefix(AGE)])
        return self.of("audience").get(code, code)

    def overlap(self, kind: str) -> str:
        """How two compete."""
        found = word(kind, self.language)
        return found[:1].upper() + found[1:]

    def _of(self, by: str) -> Mapping[str, str]:
        if by in {"kind", "organizer"}:
            codes = self.pages.codes["kind" if by == "kind" else "role"]
            return {code: name[:1].upper() + name[1:] for code, name in codes.items()}
        if by in {"audience", "topic"}:
            terms = self.terms.audiences if by == "audience" else self.terms.topics
            return {code: best(names, self.language) for code, names in terms.items()}
        if by == "area":
            words = self.words
            return area_names(self.terms, words["unknown_area"], words["online"], words["area_elsewhere"])
        return self._ordinal(by)

    def _ordinal(self, by: str) -> Mapping[str, str]:
        codes: Mapping[str, tuple[str, ...]] = {
            "age": tuple(AGES),
            "weekday": (*(str(number) for number in range(1, 8)), "several_days"),
            "hour": (*PARTS, "night", "whole_day"),
            "price": PRICES,
            "enrolment": ("needed", "not_needed"),
            "accessibility": ("told",),
            "language": ("fi", "sv", "en", "se", "ru", "uk", "et", "ar", "so", "fa", "ku", "de", "fr", "es"),
        }
        return {code: self.words[f"{by}_{code}"] for code in codes[by]}
