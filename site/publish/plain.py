"""HTML of the small allow list as plain text, for calendars and feeds whose fields are text."""

from __future__ import annotations

import html
import re
from functools import lru_cache

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"</(?:p|h[1-6]|ul|ol)>", re.IGNORECASE)
_ITEM = re.compile(r"<li[^>]*>", re.IGNORECASE)
_LINK = re.compile(r'<a\s[^>]*?href="(https?://[^"]+)"[^>]*>(.*?)</a>', re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def _link(found: re.Match[str]) -> str:
    """A link's words, followed by its address where the words do not say it."""
    address, words = found[1], _TAG.sub("", found[2]).strip()
    return words if words and words.rstrip("/") in {address, address.rstrip("/")} else f"{words} ({address})"


@lru_cache(maxsize=50_000)
def plain(markup: str) -> str:
    """The text of the markup, paragraphs as lines, links with their addresses in brackets."""
    text = _LINK.sub(_link, markup)
    text = _ITEM.sub("\n– ", _BREAK.sub("\n", _PARAGRAPH.sub("\n\n", text)))
    lines = [" ".join(line.split()) for line in html.unescape(_TAG.sub("", text)).splitlines()]
    return without_controls(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())


def without_controls(text: str) -> str:
    """The text without characters that neither XML 1.0 nor iCalendar may hold; line ends and tabs stay."""
    return _CONTROL.sub("", text)
