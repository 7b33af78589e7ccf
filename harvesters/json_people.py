"""Keeps people out of what is kept of a JSON record, and makes the record safe to keep (design.md, rule 8; reliability B6, B9)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

from harvesters.json_document import canonical

_DEEPEST = 32
_LONGEST = 500
_MOST = 50
_WORDS = re.compile(r"[A-ZÅÄÖ]?[a-zåäö]+|[A-ZÅÄÖ]+(?![a-zåäö])")
_PEOPLE = re.compile(
    r"(?:e?mail|phone|telephone|tel|mobile|fax|contact|leader|instructor|teacher|tutor|coach|author|creator|person|people|user|owner"
    r"|assurer|attention|performer|staff|opettaja|ohjaaja|vetäjä|vetaja|sähköposti|sahkoposti|puhelin|yhteyshenkilö|yhteyshenkilo"
    r"|lärare|larare|ledare|epost|telefon)(?:e?s|t)?"
)
_COUNTED = re.compile(r"(?:attendee|participant|member|customer)s?")
"""People in a list, numbers of people beside it: ``attendees`` and ``remainingAttendeeCapacity``."""
_BY = re.compile(r"(?:_by|By)$")
_REACHES = re.compile(
    r"[\w.+-]@[\w-]+\.\w|mailto:|(?<![a-z])tel:|(?<![\d-])(?:\+|00)\d[\d \-()]{6,}"
    r"|(?<![\d.-])0\d{1,2}[ -]\d{3,}|(?<![\d.-])0[45]\d{7,9}(?!\d)",
    re.IGNORECASE,
)
_CONTROLS = {code: None for code in range(32) if code not in {9, 10, 13}} | {127: None, 12: " "}


def tidy(value: Any, depth: int = _DEEPEST) -> Any:
    """The value without control characters and without what UTF-8 cannot write; nothing more than 32 levels deep is kept."""
    if isinstance(value, str):
        return _text(value)
    if not isinstance(value, dict | list):
        return value
    if depth == 0:
        return None
    if isinstance(value, list):
        return [tidy(item, depth - 1) for item in value]
    return {_text(key): tidy(item, depth - 1) for key, item in value.items()}


def impersonal(value: Any, *dropped: str) -> Any:
    """A tidy value without the fields that by name or type are about a person, and without those named, at every level."""
    if isinstance(value, list):
        return [impersonal(item, *dropped) for item in value if not _is_person(item)]
    if not isinstance(value, dict):
        return value
    kept = {key: item for key, item in value.items() if key not in dropped and not is_personal(key, item)}
    return {key: impersonal(item, *dropped) for key, item in kept.items()}


def is_personal(name: str, value: Any = None) -> bool:
    """True for a field that may tell who a person is or how to reach them. Numbers of people are no people."""
    sort = _sort_of(name)
    return sort == "people" or _is_person(value) or (sort == "counted" and isinstance(value, list | dict | str))


@lru_cache(maxsize=4096)
def _sort_of(name: str) -> str:
    """``people``, ``counted`` for what may be a number of people, or nothing: by the words a name is made of."""
    words = [word.lower() for word in _WORDS.findall(name.replace("e-mail", "email"))]
    if any(map(_PEOPLE.fullmatch, words)) or _BY.search(name):
        return "people"
    return "counted" if any(map(_COUNTED.fullmatch, words)) else ""


def reaches_someone(text: str) -> bool:
    """True for a text with an e-mail address or a telephone number in it."""
    return bool(_REACHES.search(text))


def left_over(record: Mapping[str, Any], understood: Collection[str], *, prefix: str = "") -> dict[str, str]:
    """The fields that nobody read, as short texts; never personal ones, and no empty ones. At most 50."""
    found: dict[str, str] = {}
    for name, value in record.items():
        if name in understood or value in (None, "", [], {}) or is_personal(name, value):
            continue
        kept = impersonal(value)
        text = kept if isinstance(kept, str) else canonical(kept)
        if not reaches_someone(text) and len(found) < _MOST:
            found[f"{prefix}{name}"[:100]] = text[:_LONGEST]
    return found


def _is_person(value: Any) -> bool:
    return isinstance(value, dict) and "Person" in str(value.get("@type", value.get("type", "")))


def _text(value: str) -> str:
    if value.isprintable() and value.isascii():
        return value
    return value.encode("utf-8", "replace").decode("utf-8").translate(_CONTROLS)
