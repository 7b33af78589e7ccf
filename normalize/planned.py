"""Whether an event is only planned: then planners see it, and residents do not (STATUS:TENTATIVE, or a category that says so)."""

from __future__ import annotations

from collections.abc import Iterable

from normalize.places import folded

_WORDS = """
suunnitteilla, suunniteltu, suunnitelma, alustava, alustava varaus, alustavasti varattu, vahvistamatta, vahvistamaton, ei vahvistettu,
planeras, planerad, planerat, under planering, preliminär, preliminärt, preliminär bokning, obekräftad,
planned, planning, tentative, provisional, unconfirmed, to be confirmed
"""
_PLANNED = frozenset(folded(word) for word in _WORDS.split(","))


def planning_category(categories: Iterable[str]) -> str:
    """The category that says that nothing is certain yet, ``""`` where none does. A category says so as a whole, never in part."""
    return next((category for category in categories if folded(category) in _PLANNED), "")
