"""Texts in several languages, as Linked Events has them: ``{"fi": "...", "sv": null}``."""

from __future__ import annotations

import html
import re
from typing import Any

from harvesters.json_document import text

_FIRST = ("fi", "sv", "en")
_TAG = re.compile(r"<[^<>]*>")


def ordered(value: Any, language: str) -> Any:
    """A mapping of languages with the source's own first, then Finnish, Swedish, English, then by name, whatever its own order; anything
    else as it is.
    """
    if not isinstance(value, dict):
        return value
    rank = {name: place for place, name in enumerate(dict.fromkeys((language, *_FIRST)))}
    return {name: value[name] for name in sorted(value, key=lambda name: (rank.get(name, len(rank)), name))}


def in_one(value: Any, language: str) -> str:
    """The text of one language on one line without tags: the source's own, else the first there is."""
    told = ordered(value, language)
    words = told.values() if isinstance(told, dict) else [told]
    return next((line for word in words if (line := plain(text(word)))), "")


def plain(words: str) -> str:
    """Words on one line without tags, entities read."""
    return " ".join(html.unescape(_TAG.sub(" ", words)).split())
