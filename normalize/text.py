"""Words made safe and tidy: one-line names and small clean HTML.

Every function here gives back what it gets when it is asked a second time (``f(f(x)) == f(x)``), so that our own feeds harvested again
say the same. Nothing is translated, shortened for style or corrected: that would be guessing.
"""

from __future__ import annotations

import html
import html.entities
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

import nh3

from normalize.links import LINK_REL, web_address
from normalize.text_leftovers import is_nothing, tidied, with_line_breaks, without_tracking, without_word
from normalize.text_markdown import marked_up

NAME_LIMIT = 300
"""Characters of a name, a location or the like."""
CATEGORY_LIMIT = 100
"""Characters of one category."""
DESCRIPTION_LIMIT = 20_000
"""Characters of a description, its tags included."""
TAGS = frozenset({"p", "br", "ul", "ol", "li", "b", "strong", "i", "em", "a", "h3"})
"""The elements a description may hold; ``a`` has ``href`` (http, https) and ``rel`` and nothing else."""

_MOST_MARKS = 3
_MOST_RENDERINGS = 8
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters except tab and line feed
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # soft hyphen, joiners and fillers
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"  # zero width, bidi controls, non-characters
    "\ud800-\udfff\U000e0000-\U000e0fff"  # lone surrogates cannot be written as UTF-8; tag characters hide text
    "]"
)
_MARK = (
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # Latin, Cyrillic, symbols
    "\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # Hebrew, Arabic, Thai
)
_TOO_MANY_MARKS = re.compile(f"([{_MARK}]{{{_MOST_MARKS}}})[{_MARK}]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ELEMENTS = (
    "a|abbr|address|article|aside|b|base|big|blockquote|body|br|button|center|cite|code|dd|del|details|div|dl|dt|em|embed|fieldset|"
    "figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|math|"
    "meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|"
    "summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|video|audio|wbr"
)
_TAG = re.compile(rf"</?(?:{_ELEMENTS})(?:[\s/][^<>]*)?>|<!--.*?-->|<!doctype[^<>]*>", re.IGNORECASE | re.DOTALL)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|cite|code|del|em|font|i|ins|mark|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)(?:[\s/][^<>]*)?>", re.IGNORECASE
)
_UNSEEN = re.compile(r"<(script|style|template|title)(?:\s[^<>]*)?>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(r"<(?:p|br|div|li|ul|ol|tr|table|h[1-6])\b", re.IGNORECASE)
_PARTS = re.compile("<(?:p|ul|ol|li|h3)>")
_BREAKING = re.compile(
    r"</?(?:div|tr|table|section|article|header|footer|main|aside|nav|blockquote|pre|address|dl|dt|dd|figure|figcaption|hr|form|center)"
    r"\b[^<>]*>",
    re.IGNORECASE,
)
_FOREIGN = re.compile(r"</?(?:svg|math)(?:[\s/][^<>]*)?>", re.IGNORECASE)
_CELL = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_HEADING = re.compile(r"<(/?)h[124-6]\b[^<>]*>", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"'`\\^{}|]+", re.IGNORECASE)
_PIECES = re.compile(r"(<[^>]*>)")
_BARE_LINK = re.compile(rf'<a(?: rel="{LINK_REL}")?>(.*?)</a>', re.DOTALL)
_EMPTY = re.compile(r"<(p|li|h3|ul|ol|b|strong|i|em|a)(?: [^<>]*)?></\1>")
_TIDYINGS: tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...] = (
    (("  ", "\t", "\n", "\u00a0", "&nbsp;"), re.compile(r"(?:[ \t\n\u00a0]|&nbsp;){2,}|[\t\n\u00a0]|&nbsp;"), " "),
    ((" <br>", "<br> "), re.compile(r" ?<br> ?"), "<br>"),
    (("<br><br><br>",), re.compile(r"(?:<br>){3,}"), "<br><br>"),
    (("> ", "><br>"), re.compile(r"(<(?:p|li|h3|ul|ol)>)(?:<br>| )+"), r"\1"),
    ((" <", "<br><"), re.compile(r"(?:<br>| )+(</?(?:p|li|h3|ul|ol)>)"), r"\1"),
    (("> ", "><br>"), re.compile(r"(</(?:p|li|h3|ul|ol)>)(?:<br>| )+"), r"\1"),
)
"""Each with what stands in every text that it changes: looking for that is much cheaper."""
_EDGES = ("<br>", " ")
_AT_EDGES = re.compile(r"^(?:<br>| )+|(?:<br>| )+$")


def same(text: str) -> str:
    """The text as it is: what is done to words where nothing is to be done."""
    return text


def characters(text: str) -> str:
    """The text in NFC with a line feed for every kind of line break, without invisible characters and piled-up combining marks.

    Removed: control, zero-width and bidirectional formatting characters, lone surrogates, non-characters, every combining mark
    after the third on one letter.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    text = _INVISIBLE.sub("", _LINE_BREAKS.sub("\n", text))
    if text.isascii():
        return text
    return _TOO_MANY_MARKS.sub(r"\1", unicodedata.normalize("NFC", text))


def unescape(text: str) -> str:
    """The text with complete HTML entities read once; ``&copy=2`` in an address is not one."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]) if _is_entity(found[0]) else found[0], text) if "&" in text else text


def _is_entity(entity: str) -> bool:
    """True for a number and for a name of the HTML standard."""
    return entity[1] == "#" or entity[1:] in html.entities.html5


def one_line(text: str, limit: int = NAME_LIMIT) -> str:
    """The text as one line of plain words: no tags, entities read, white space folded, at most ``limit`` characters.

    Only what looks like an element of HTML is a tag: ``<3`` and ``<vapaa pääsy>`` stay.
    """
    text = text[: 10 * limit]
    return _remembered_line(text, limit) if len(text) <= NAME_LIMIT else _line(text, limit)


def _line(text: str, limit: int) -> str:
    """``one_line``, made."""
    while True:
        cleaned = " ".join(_TAG.sub(" ", _INLINE.sub("", _UNSEEN.sub(" ", characters(unescape(text))))).split())
        if cleaned == text:
            return shortened(text, limit)
        text = cleaned


@lru_cache(maxsize=8192)
def _remembered_line(text: str, limit: int) -> str:
    """The same of a short text: a series repeats its titles and locations."""
    return _line(text, limit)


def shortened(text: str, limit: int) -> str:
    """The text, cut with an ellipsis where it has more than ``limit`` characters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def looks_like_html(text: str) -> bool:
    """True where an element of HTML stands in the text."""
    return bool(_TAG.search(text))


def description(text: str, *, html_declared: bool = False, redact: Callable[[str], str] = same) -> str:
    """Clean HTML of at most 20,000 characters, ``""`` where no word is left.

    Plain text (also what is declared to be HTML and holds no tag) becomes paragraphs and line breaks, addresses in it become links. HTML
    (declared, or recognised by its tags, also where they were escaped) is cut down to ``TAGS``. ``redact`` is given every piece of text
    between tags, entities read.
    """
    if is_nothing(text):
        return ""
    text = with_line_breaks(without_word(characters(text[: 5 * DESCRIPTION_LIMIT])))
    length = min(len(text), DESCRIPTION_LIMIT)
    while True:
        cleaned = _render(text[:length], html_declared=html_declared, redact=redact)
        if len(cleaned) <= DESCRIPTION_LIMIT:
            return _settled(cleaned, redact) if "\\" in text or "#92" in text else cleaned
        length = length * DESCRIPTION_LIMIT // len(cleaned) - 10


def _settled(clean: str, redact: Callable[[str], str]) -> str:
    """HTML rendered until nothing changes: a backslash may stand before an ``n`` only once what stood between them is gone."""
    for _ in range(_MOST_RENDERINGS):
        again = _render(with_line_breaks(without_word(clean)), html_declared=False, redact=redact)
        if again == clean:
            break
        clean = again
    return clean


def words(clean: str) -> str:
    """The plain text of clean HTML, a line a paragraph, item or break."""
    lines = re.sub(r"<br>|</?(?:p|ul|ol|li|h3)>", "\n", clean)
    return re.sub(r"\n{2,}", "\n", html.unescape(_PIECES.sub("", lines))).strip()


def _render(text: str, *, html_declared: bool, redact: Callable[[str], str]) -> str:
    """One pass over text that is short enough."""
    decoded = with_line_breaks(_plainly(text))
    if looks_like_html(text) or (html_declared and "<" in text):
        markup = _sanitised(_publishers_html(text))
    elif looks_like_html(decoded):
        markup = _sanitised(_publishers_html(decoded))
    else:
        markup = _paragraphs(decoded)
    clean = wrapped(_tidy(_rewritten(markup, redact)))
    while (better := tidied(clean)) != clean:
        clean = wrapped(_tidy(better))
    return clean


def wrapped(clean: str) -> str:
    """HTML in a paragraph, where it has no block of its own."""
    return clean if not clean or _PARTS.search(clean) else f"<p>{clean}</p>"


def _plainly(text: str) -> str:
    """The text with entities read until none is left: feeds escape what was escaped already."""
    while (plainer := unescape(text)) != text:
        text = plainer
    return text


def _publishers_html(text: str) -> str:
    """HTML in which what separates lines for the eye is a ``<br>`` and every heading is an ``h3``."""
    if not _BLOCK.search(text):
        text = text.strip().replace("\n", "<br>")  # Google mixes line feeds with <b>: there they are what the writer saw
    text = _FOREIGN.sub("", text)  # inside them even an ordinary link is another language's element, and its words would go too
    return _HEADING.sub(r"<\1h3>", _CELL.sub(" ", _BREAKING.sub("<br>", text)))


def _paragraphs(text: str) -> str:
    """Plain text as HTML: an empty line ends a paragraph, every other line break is kept."""
    blocks = re.split(r"\n[ \t\n\u00a0]*\n", text.strip())
    return "".join(f"<p>{'<br>'.join(marked_up(line.strip()) for line in block.split(chr(10)))}</p>" for block in blocks)


def _sanitised(markup: str) -> str:
    """HTML with the elements of ``TAGS`` only, well formed; links without a web address are plain text."""
    clean = _allowed(markup)
    if "<h3>" in clean:
        clean = _allowed(clean)  # a reader of HTML makes of a heading inside a link or a heading something else than of its own result
    return _BARE_LINK.sub(r"\1", clean)


def _allowed(markup: str) -> str:
    """HTML with what is allowed, as a reader of HTML puts it right."""
    return nh3.clean(
        markup,
        tags=set(TAGS),
        clean_content_tags={"script", "style", "template", "title", "iframe", "textarea", "noscript", "select", "object", "xml"},
        attributes={"a": {"href"}},
        attribute_filter=lambda _tag, name, value: without_tracking(web_address(value)) or None if name == "href" else value,
        url_schemes={"http", "https"},
        link_rel=LINK_REL,
    )


def _rewritten(clean: str, redact: Callable[[str], str]) -> str:
    """Clean HTML whose words went through ``redact`` and whose bare addresses are links.

    Only text between tags is touched and all of it is escaped again, so what was clean stays clean.
    """
    pieces = _PIECES.split(clean)
    inside = False
    for index, piece in enumerate(pieces):
        if index % 2:
            inside = piece.startswith("<a ") or (inside and piece != "</a>")
        elif piece:
            told = redact(characters(_plainly(html.unescape(piece))))
            text = with_line_breaks(told)
            written = _escaped(_untracked(text)) if inside else _linked(text)
            pieces[index] = written if text == told else written.replace("\n", "<br>")
    return "".join(pieces)


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def _untracked(text: str) -> str:
    """Text whose web addresses tell nobody who sent the reader."""
    return _URL.sub(lambda found: without_tracking(found[0]), text) if "?" in text and "://" in text else text


def _linked(text: str) -> str:
    """Escaped text in which every web address is a link."""
    if "://" not in text:
        return _escaped(text)
    text = _untracked(text)
    parts: list[str] = []
    position = 0
    for found in _URL.finditer(text):
        address = _without_punctuation(found[0])
        if target := web_address(address):
            parts += [
                _escaped(text[position : found.start()]),
                f'<a href="{html.escape(target)}" rel="{LINK_REL}">{_escaped(address)}</a>',
            ]
            position = found.start() + len(address)
    return "".join(parts) + _escaped(text[position:])


def _without_punctuation(address: str) -> str:
    """The address without what ends the sentence around it; a closing bracket stays where one was opened."""
    address = address.rstrip(".,;:!?…»”’*_~")
    while address.endswith((")", "]")) and address.count(address[-1]) > address.count("(["[address[-1] == "]"]):
        address = address[:-1].rstrip(".,;:!?…»”’*_~")
    return address


def _tidy(clean: str) -> str:
    """HTML without empty elements, needless white space and rows of breaks."""
    while True:
        tidier = _without_empty(clean)
        for needed, pattern, replacement in _TIDYINGS:
            if any(map(tidier.__contains__, needed)):
                tidier = pattern.sub(replacement, tidier)
        if tidier.startswith(_EDGES) or tidier.endswith(_EDGES):
            tidier = _AT_EDGES.sub("", tidier)
        if tidier == clean:
            return clean
        clean = tidier


def _without_empty(clean: str) -> str:
    """HTML without elements that hold nothing, however deep they stand in one another."""
    if not _EMPTY.search(clean):
        return clean
    kept: list[str] = []
    for piece in _PIECES.split(clean):
        if piece.startswith("</") and kept and _opens(kept[-1], piece):
            kept.pop()
        elif piece:
            kept.append(piece)
    return "".join(kept)


def _opens(piece: str, closing: str) -> bool:
    """True where a piece is the tag that the closing one ends."""
    return piece.startswith("<") and not piece.startswith("</") and piece.strip("<>").split(" ", 1)[0] == closing.strip("</>")
