"""Every name that a described source may give a field, and what sort of value it holds; the same for pages, sheets and interfaces.

The names are those of ``RawEvent`` and schema.org. ``docs/formats/page.md`` tells each one to people; a test keeps the two together.
"""

from __future__ import annotations

LANGUAGE_TEXTS = ("name", "description", "location", "organizer")
"""May be given once for each language: ``name: {fi: ..., sv: ...}``."""
TIMES = ("start", "end", "start_date", "start_time", "end_date", "end_time", "previous_start", "opens", "closes")
"""Read only by an explicit ``format``."""
STARTS = ("start", "start_date", "start_time", "when")
"""Where a row tells when, in numbers or in words."""
DAYS = ("start", "start_date", "when")
"""Where a row tells the day: a page on which none of them is found any more has changed."""
SEVERAL = ("categories", "audience", "language", "accessibility", "image", "conference")
"""All that is found is kept; of every other field the first (or ``join`` makes one of all)."""
LONG = ("description", "registration_text")
"""Texts whose line breaks are kept."""
ADDRESSES = ("url", "registration_url", "image", "conference")
SELDOM = ("cancelled", "status", "previous_start", "end", "end_date", "end_time", "opens", "closes", "is_free")
"""May be in no row at all without anything being wrong."""
VOLATILE = ("remaining", "queue", "taken")
"""Change with every sale: told as places left on every reading, never part of a record's digest."""

WORDS: tuple[str, ...] = (
    *LANGUAGE_TEXTS,
    *TIMES,
    *SEVERAL,
    *VOLATILE,
    "when",
    "address",
    "latitude",
    "longitude",
    "attendance",
    "url",
    "uid",
    "series",
    "kind",
    "status",
    "cancelled",
    "price",
    "currency",
    "is_free",
    "registration_url",
    "registration_text",
    "registration_required",
    "registration_state",
    "capacity",
    "minimum_age",
    "maximum_age",
)


def base_name(key: str) -> str:
    """The field that a key is about: ``name`` for ``name:sv``."""
    return key.partition(":")[0]


def language_of(key: str) -> str:
    """The language of a key, ``""`` where it has none: ``sv`` for ``name:sv``."""
    return key.partition(":")[2]
