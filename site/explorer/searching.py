"""What people type into a search field, as the full-text index is asked."""

from __future__ import annotations

import re


def beginnings(text: str) -> str:
    """The FTS5 query that wants every word of the text, each by its beginning: ``jump`` finds ``jumppa``."""
    return " ".join(f'"{word}"*' for word in re.findall(r"\w+", text)) or '""'
