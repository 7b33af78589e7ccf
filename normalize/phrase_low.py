"""A text in small letters, made once however many grammars ask for it."""

from __future__ import annotations

from functools import lru_cache

from normalize.phrase_tokens import folded

_KEPT = 64


@lru_cache(maxsize=_KEPT)
def low_of(text: str) -> str:
    """``phrase_tokens.folded``: composed, small letters, one kind of dash, apostrophe and blank; places stay what they are."""
    return folded(text)
