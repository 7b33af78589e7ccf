"""Where the explorer's own pages are, in three languages. Datasette's stock pages keep the addresses of its tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_MACHINES = ("v1", "hsds", "openactive")
"""Kinds that programs ask: their addresses are the same in every language."""
SLUGS: Mapping[str, Mapping[Language, str]] = {
    "referral": {"fi": "ohjaus", "sv": "vagledning", "en": "referral"},
    "planning": {"fi": "suunnittele", "sv": "planera", "en": "plan"},
    "statistics": {"fi": "tilastot", "sv": "statistik", "en": "statistics"},
    "open_data": {"fi": "avoin-data", "sv": "oppna-data", "en": "open-data"},
    "door": {"fi": "ilmoita-kalenteri", "sv": "anmal-kalender", "en": "submit-calendar"},
    "feedback": {"fi": "palaute", "sv": "respons", "en": "feedback"},
    "sign_in": {"fi": "kirjaudu", "sv": "logga-in", "en": "sign-in"},
    "desk": {"fi": "poyta", "sv": "bordet", "en": "desk"},
    "query": {"fi": "kysely", "sv": "fraga", "en": "query"},
    **{name: dict.fromkeys(LANGUAGES, name) for name in _MACHINES},
}
"""Kind of page -> language -> the first word of its address. A word once published is never given another meaning."""


def address(base: str, language: Language, kind: str, *rest: str) -> str:
    """The address of a page below the explorer's ``base``; what follows the slug is taken as it is, and ends without a slash."""
    return f"{base}{SLUGS[kind][language]}/{'/'.join(rest)}"
