"""The text and the tree of a web page or an XML file, whatever it says about its own encoding."""

from __future__ import annotations

import codecs
import re

from parsel import Selector

from harvesters.errors import Unreadable
from harvesters.ical_lines import fallback_codec
from harvesters.record import Response

MOST_DEPTH = 256
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,200}encoding\s*=\s*["']|<meta[^>]{0,300}charset\s*=\s*["']?)\s*([\w.:-]{1,40})""", re.IGNORECASE
)
_OPENED, _CLOSED = re.compile(rb"<html[\s>]", re.IGNORECASE), re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_CONTROLS = {code: None for code in range(32) if code not in {9, 10, 13}} | {127: None, 12: " "}
_SNIFFED = 4096
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}


def text_of(response: Response) -> tuple[str, bool]:
    """The text without control characters, and whether letters had to be guessed.

    Byte order mark or UTF-16 first, then strict UTF-8 whatever is declared, then what header or document declare (never UTF-7),
    then Windows-1252: valid UTF-8 is hardly ever anything else, and declarations lie (WHATWG Encoding, section 4).
    """
    body = response.body
    if encoding := _UTF16.get(body[:2]):
        return _clean(body.decode(encoding, errors="replace")), False
    while body.startswith(codecs.BOM_UTF8):
        body = body[3:]
    try:
        return _clean(body.decode("utf-8")), False
    except UnicodeDecodeError:
        declared = _DECLARED.search(body[:_SNIFFED])
        header = response.headers.get("content-type", "")
        told = header if "charset" in header.lower() or not declared else f"charset={declared[1].decode('ascii')}"
        return _clean(body.decode(fallback_codec(told), errors="replace")), True


def page_of(response: Response) -> Selector:
    """The page's tree; raises ``Unreadable`` (``not_html``, ``empty_body``) for what is no page."""
    text, _ = text_of(response)
    start = text.lstrip()[:_SNIFFED].lower()
    if not start:
        raise Unreadable("The answer is empty.", reason="empty_body")
    if start.startswith(("begin:vcalendar", "{", "[", "%pdf")) or "<" not in start:
        raise Unreadable("The answer is no web page.", reason="not_html", line=1)
    return Selector(text=text, type="html", huge_tree=True)


def breaks_off(response: Response) -> bool:
    """True for a page that opens ``html`` and closes neither it nor its ``body``: cut on its way, so that what is not on it means nothing.

    The end tags may be left out (HTML section 13.1.2.4); of 170 saved pages of others that open ``html`` one does so.
    """
    return _OPENED.search(response.body) is not None and _CLOSED.search(response.body) is None


def words(selector: Selector) -> str:
    """All text within, white space folded into single blanks, without scripts and styles."""
    pieces = selector.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::template)]").getall()
    return " ".join(" ".join(pieces).split())


def _clean(text: str) -> str:
    return text.translate(_CONTROLS)
