"""Which audiences of the vocabulary a person of an age belongs to for sure, and which tell nothing of age."""

from __future__ import annotations

AGES: dict[str, tuple[int, int]] = {
    "babies_toddlers": (0, 3),
    "under_school_age": (0, 6),
    "children": (0, 12),
    "school_age": (7, 15),
    "youth": (13, 29),
    "working_age": (18, 64),
    "adults": (18, 130),
    "pensioners": (63, 130),
    "seniors": (65, 130),
    "all": (0, 130),
}
"""First and last age, inclusive, at which somebody is meant for certain. ``seniors`` begins at 65, where the statutory pension may begin;
``youth`` ends as the youth act (1285/2016) ends it."""
AGELESS = (
    *("families", "students", "unemployed", "informal_carers", "care_recipients", "immigrants", "mental_health_rehabilitees"),
    *("substance_abuse_rehabilitees", "people_with_memory_disorders", "relatives", "visually_impaired", "hearing_impaired"),
    *("people_with_intellectual_disabilities", "people_with_disabilities", "long_term_ill", "veterans", "parents", "grandparents"),
    *("associations", "volunteers", "entrepreneurs", "women", "men"),
)
"""Audiences a person of any age may belong to: of whoever is not asked about by that name, it is not known."""


def fitting(age: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The audiences that somebody of that age belongs to, and those that tell nothing of it."""
    return tuple(code for code, (low, high) in AGES.items() if low <= age <= high), AGELESS
