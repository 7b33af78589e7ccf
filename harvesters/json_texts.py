"""Texts that an interface gives by language, in whichever of the usual ways: a list of language and value, a mapping, one string."""

from __future__ import annotations

from typing import Any

from harvesters.json_document import items, mappings, text
from harvesters.record import Text

_LONGEST_LANGUAGE = 12


def by_language(value: Any, default: str = "", *, kind: str = "") -> dict[str, str]:
    """The text of each language, the first of each; ``default`` is the language of a bare string.

    ``[{"language": "fi", "value": "..."}]`` (with ``type`` equal to ``kind`` where one is wanted), ``{"fi": "..."}`` or ``"..."``.
    """
    found: dict[str, str] = {}
    if isinstance(value, dict) and "value" not in value:
        pairs = [(str(key), text(one)) for key, one in value.items()]
    elif isinstance(value, str):
        pairs = [(default, value.strip())]
    else:
        listed = [one for one in mappings(value) if not kind or text(one.get("type")) == kind]
        pairs = [(text(one.get("language")) or default, text(one.get("value"))) for one in listed]
    for language, words in pairs:
        if words and len(language) <= _LONGEST_LANGUAGE:
            found.setdefault(language, words)
    return found


def in_order(found: dict[str, str], language: str) -> list[tuple[str, str]]:
    """Languages and texts, the wanted language first, then Finnish, then as the publisher has them."""
    return sorted(found.items(), key=lambda pair: (pair[0] != language, pair[0] != "fi"))


def best(found: dict[str, str], language: str) -> str:
    """The text in the wanted language, else in Finnish, else in any; ``""`` where there is none."""
    return next((words for _, words in in_order(found, language)), "")


def texts(found: dict[str, str], language: str, *, html: bool = False) -> tuple[Text, ...]:
    """The same as texts of a record, the wanted language first."""
    return tuple(Text(value=words, language=tag, html=html and "<" in words) for tag, words in in_order(found, language))


def strings(value: Any) -> list[str]:
    """The strings and numbers of a list, trimmed, without empty ones."""
    return [found for one in items(value) if (found := text(one))]
