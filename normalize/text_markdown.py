"""Markdown in a publisher's plain text (Meetup, Discourse, Nextcloud write it): its bold words and links as what they were meant to be.

Only what can be meant in one way is read: ``**bold**`` and ``[words](https://…)``. Everything else stays as it stands.
"""

from __future__ import annotations

import html
import re

from normalize.links import LINK_REL, web_address
from normalize.text_leftovers import without_tracking

_STRONG = re.compile(r"(?<![\w*\\])\*{2,3}(?=[^\s*])((?:[^*\n<]|<a [^<>]*>[^<]*</a>){1,300})(?<=[^\s*\\])\*{2,3}(?!\*)")
_LINK = re.compile(r"(?<![\\!])\[([^\[\]\n]{1,200})\]\((https?://[^\s()<>]{1,500})\)")


def marked_up(line: str) -> str:
    """A line of plain text as HTML, escaped, its bold words and links as elements."""
    return _STRONG.sub(r"<strong>\1</strong>", _with_links(line) if "](" in line else html.escape(line, quote=False))


def _with_links(line: str) -> str:
    """The same with links only. Words that are an address themselves are left to whoever makes links of addresses."""
    parts: list[str] = []
    position = 0
    for found in _LINK.finditer(line):
        parts += [html.escape(line[position : found.start()], quote=False), _link(*found.groups())]
        position = found.end()
    return "".join((*parts, html.escape(line[position:], quote=False)))


def _link(words: str, address: str) -> str:
    """The element of one link; the bare address where its words are one or it leads nowhere."""
    target = without_tracking(web_address(address))
    if "://" in words or not target:
        return html.escape(address, quote=False)
    return f'<a href="{html.escape(target)}" rel="{LINK_REL}">{html.escape(words, quote=False)}</a>'
