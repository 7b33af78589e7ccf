"""What a record means beside what, when and where: its facts, what it is about, and what its place adds, each with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from harvesters.record import RawEvent
from harvesters.source import Kind, PlaceEntry, Source, Usual
from normalize.facts import Telling
from normalize.fields import Words
from normalize.model import Details, Evidence, Registration, Texts
from normalize.text import words as plain
from normalize.vocabulary import Vocabulary
from normalize.vocabulary_classifier import Classified
from normalize.where import Where, inherited


def tellings_of(words: Words, descriptions: Texts) -> list[Telling]:
    """The texts in which facts may stand: names with their marks, then descriptions; ``descriptions`` are plain text."""
    titles = [Telling(origin="SUMMARY", text=name, language=language, kind="title") for language, name in words.told.items()]
    return titles + [Telling(origin="DESCRIPTION", text=text, language=language) for language, text in descriptions.items()]


def plain_descriptions(words: Words) -> Texts:
    """The descriptions as plain text, a line a paragraph."""
    return {language: _plain(html) if len(html) <= _COMMON else plain(html) for language, html in words.description.items()}


_COMMON = 6000
"""Characters of a description that is remembered."""
_plain = lru_cache(maxsize=2048)(plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What tells what a record is about, beside its words."""

    categories: Sequence[str]
    """The publisher's own, clean."""
    concepts: Sequence[str]
    """Ids of open vocabularies (``concepts_of``)."""
    audience: Sequence[str]
    names: Sequence[str]
    """Names of the place and the organizer: a library's book talk is about books, its chess evening is not."""


def about(vocabulary: Vocabulary | None, words: Words, descriptions: Texts, signs: Signs) -> Classified:
    """Topics, subjects and life situations; nothing where there is no vocabulary."""
    if vocabulary is None:
        return Classified()
    return vocabulary.classify(words.name, descriptions, signs.categories, signs.concepts, audience=signs.audience, places=signs.names)


def concepts_of(raw: RawEvent) -> list[str]:
    """The ids of open vocabularies that the source gives: for whom it is, and Linked Events' keywords."""
    return [*raw.audience, *raw.extra.get("keywords", "").split()]


def names_around(place: PlaceEntry | None, source: Source, location: str) -> list[str]:
    """The names of the place and the organizer, and the location in the source's words."""
    names = [*source.organizer.name.values(), *(place.name.values() if place else ()), location]
    return [name for name in names if name]


def together(details: Details, about: Classified, words: Words, where: Where, place: PlaceEntry | None) -> Details:
    """The details with what it is about, how one takes part, and the accessibility of its place."""
    audience = sorted({*details.audience, *about.audience_from_codes})
    evidence = {*details.evidence, *about.evidence, *words.evidence, *where.evidence}
    return details.model_copy(
        update={
            "audience": tuple(audience),
            "topics": about.topics,
            "subjects": about.subjects,
            "life_situations": about.life_situations,
            "concepts": about.concepts,
            "accessibility": inherited(details.accessibility, place),
            "attendance_mode": where.attendance_mode or details.attendance_mode,
            "evidence": tuple(sorted(evidence, key=_order)),
        }
    )


_OF_AGES: tuple[tuple[str, int, int], ...] = (
    ("babies_toddlers", 0, 2),
    ("under_school_age", 2, 6),
    ("school_age", 7, 12),
    ("youth", 13, 17),
    ("seniors", 60, 130),
)
"""Audience -> the ages it holds, inclusive (the age groups of Lähellä.fi; older people from 60 on, as notices count)."""
_OF_GRADES: tuple[tuple[str, int, int], ...] = (("school_age", 1, 6), ("youth", 7, 9))
_AGED = frozenset(code for code, _, _ in _OF_AGES)


def with_aged(details: Details) -> Details:
    """The details with the audience that its school grades or ages lie wholly in, where nobody names such an audience."""
    if _AGED & set(details.audience):
        return details
    spans = [(details.grades, _OF_GRADES)] if details.grades else [(_ages_of(details), _OF_AGES)]
    found = [code for span, table in spans if span for code, low, high in table if low <= span[0] and span[1] <= high]
    if not found:
        return details
    why = Evidence(field="audience", value=found[0], origin="ages", rule="audience_of_ages", certainty="inferred")
    evidence = tuple(sorted({*details.evidence, why}, key=_order))
    return details.model_copy(update={"audience": tuple(sorted({*details.audience, found[0]})), "evidence": evidence})


def _ages_of(details: Details) -> tuple[int, int] | None:
    """Lowest and highest age; without a lowest one nobody knows for how small children it is, without a highest one it is for all above."""
    low, high = details.minimum_age, details.maximum_age
    return None if low is None else (low, 130 if high is None else high)


def with_usual(details: Details, usual: Usual, kind: Kind) -> Details:
    """The details with what usually holds where the record says nothing, marked as inferred; a task is for those who volunteer."""
    found: dict[str, object] = {}
    why: list[Evidence] = []
    if kind == "volunteering" and details.audience != ("volunteers",):
        found["audience"] = ("volunteers",)
        why.append(_usual("audience", "volunteers", "volunteering_task"))
    elif usual.audience and not details.audience:
        found["audience"] = tuple(sorted(usual.audience))
        why += [_usual("audience", code) for code in sorted(usual.audience)]
    if usual.is_free is not None and details.is_accessible_for_free is None and not details.offers:
        found["is_accessible_for_free"] = usual.is_free
        why.append(_usual("is_accessible_for_free"))
    registration = details.registration or Registration()
    if usual.registration_required is not None and registration == Registration():
        found["registration"] = registration.model_copy(update={"required": usual.registration_required})
        why.append(_usual("registration", "required"))
    if not found:
        return details
    kept = [one for one in details.evidence if not (kind == "volunteering" and one.field == "audience")]
    return details.model_copy(update={**found, "evidence": tuple(sorted({*kept, *why}, key=_order))})


def _usual(field: str, value: str = "", rule: str = "usual") -> Evidence:
    return Evidence(field=field, value=value, origin="source", rule=rule, certainty="inferred")


def _order(evidence: Evidence) -> tuple[str, ...]:
    return evidence.field, evidence.value, evidence.origin, evidence.rule, evidence.quote
