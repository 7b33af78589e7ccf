"""Personal data and secrets kept out of clean HTML: of its words as a reader sees them, whatever tags stand between, and of its links."""

from __future__ import annotations

import html
import re

from normalize.privacy import Redacted, private_address, redact_pieces
from normalize.privacy_marks import Sort

_TAG = re.compile(r"(<[^<>]*>)")
_HREF = re.compile(r'^<a [^<>]*?href="(?P<address>[^"]*)"', re.IGNORECASE)
_EMPTY = re.compile(r"<(b|strong|i|em|a)(?: [^<>]*)?></\1>")
_INLINE = re.compile(r"^</?(?:a|b|strong|i|em)\b", re.IGNORECASE)
"""Elements of ``normalize.text.TAGS`` inside which a line goes on; every other one ends it."""


def redact_markup(clean: str, language: str = "und") -> Redacted:
    """Clean HTML (``normalize.text.description``) without personal data and secrets; links that lead to either are plain text.

    ``<b>Ohjaajana</b> Maija <i>Meikäläinen</i>`` is one name with its role, and so is what stands in two lines. Doing it again changes
    nothing.
    """
    parts = _TAG.split(clean)
    shown = [_shown(part) if index % 2 else html.unescape(part) for index, part in enumerate(parts)]
    pieces, sorts = redact_pieces(shown, language)
    lost: list[Sort] = []
    if "href=" in clean:
        parts, lost = _without_links(parts)
    if not sorts and not lost:
        return Redacted(text=clean, count=0)
    text = "".join(part if index % 2 else html.escape(pieces[index], quote=False) for index, part in enumerate(parts))
    while (fuller := _EMPTY.sub("", text)) != text:
        text = fuller
    return Redacted(text=text, count=len(sorts) + len(lost), sorts=(*sorts, *lost))


def _shown(tag: str) -> str:
    """What a reader sees of a tag: a new line, or nothing."""
    return "" if _INLINE.match(tag) else "\n"


def _without_links(parts: list[str]) -> tuple[list[str], list[Sort]]:
    """The parts without the tags of links that must not be followed, and what sort each of them was of."""
    kept, lost, is_open = list(parts), list[Sort](), False
    for index in range(1, len(parts), 2):
        found = _HREF.match(parts[index])
        if found and (sort := private_address(html.unescape(found["address"]))):
            lost.append(sort)
            kept[index], is_open = "", True
        elif is_open and parts[index] == "</a>":
            kept[index], is_open = "", False
    return kept, lost
