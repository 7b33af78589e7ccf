"""XML text into tags, one after the other, in time that grows with its length only, however broken it is.

Nothing is built, nothing is looked up, no entity is replaced: this is what decides whether a real parser may see the text at all
(DTDs, nesting, attributes), and where one item ends and the next begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from harvesters.errors import Unreadable

MOST_ATTRIBUTES = 200
"""Of one tag; parsers take time that grows with the square of their number."""
MOST_DEPTH = 256
_OPENING = re.compile(r"<([A-Za-z_][^\s<>/=\"'&]{0,200})")
_CLOSING = re.compile(r"</([A-Za-z_][^\s<>/=\"'&]{0,200})\s*>")
_ATTRIBUTE = re.compile(r"\s*([^\s=<>/\"']{1,200})(?:\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)'|([^\s\"'<>]+)))?")
_END = re.compile(r"\s*(/?)>")
_REST = re.compile(r"[^<>]*>")
_UNFINISHED = re.compile(r"</?[A-Za-z_][^<>]*\Z")
_ENTITY = re.compile(r"<!\s*ENTITY", re.IGNORECASE)
_MARKUP = re.compile(r"<[A-Za-z/?!]")
_CDATA = "<![CDATA["


class Tag(NamedTuple):
    """One start or end tag: where it stands and what it is called, prefix included."""

    start: int
    end: int
    name: str
    is_end: bool
    is_empty: bool
    """``<br/>``: it has no end tag of its own."""

    @property
    def prefix(self) -> str:
        """The part before the colon; ``""`` where there is none."""
        return self.name.rpartition(":")[0]

    @property
    def local(self) -> str:
        """The part after the colon, in lower case."""
        return self.name.rpartition(":")[2].lower()


@dataclass(slots=True)
class Tokens:
    """The tags of one text in order.

    Afterwards ``is_cut`` tells that the text breaks off inside a tag, comment or CDATA section, and ``strays`` where a ``<`` stands that
    begins nothing and is only a sign in the text.
    """

    text: str
    is_cut: bool = False
    strays: list[int] = field(default_factory=list)

    def __iter__(self) -> Iterator[Tag]:
        """Every tag outside of comments, CDATA sections and declarations; raises ``Unreadable`` (``dtd_refused``)."""
        place = 0
        while (place := self.text.find("<", place)) >= 0:
            tag = self._tag(place)
            if tag is not None:
                yield tag
            place = tag.end if tag else self._beyond(place)
            if place < 0:
                self.is_cut = True
                return

    def _tag(self, place: int) -> Tag | None:
        """The tag that begins here, ``None`` for anything else that begins with ``<``."""
        if found := _CLOSING.match(self.text, place):
            return Tag(place, found.end(), found[1], is_end=True, is_empty=False)
        if not (found := _OPENING.match(self.text, place)):
            return None
        end, is_empty = _end_of_tag(self.text, found.end())
        return Tag(place, end, found[1], is_end=False, is_empty=is_empty) if end >= 0 else None

    def _beyond(self, place: int) -> int:
        """Where what is no tag ends; -1 where it never does."""
        text = self.text
        for opening, closing in (("<!--", "-->"), (_CDATA, "]]>"), ("<?", "?>")):
            if text.startswith(opening, place):
                end = text.find(closing, place + len(opening))
                return end + len(closing) if end >= 0 else -1
        if text.startswith("<!", place):
            return _beyond_declaration(text, place)
        if _UNFINISHED.match(text, place):
            return -1
        self.strays.append(place)
        return place + 1


def _end_of_tag(text: str, place: int) -> tuple[int, bool]:
    """The end of the start tag whose name ends at ``place``, and whether it is empty; -1 where another tag begins first, or none ends."""
    while not (end := _END.match(text, place)):
        found = _ATTRIBUTE.match(text, place)
        if not found or found.end() == place:
            rest = _REST.match(text, place)
            return (rest.end(), rest[0].endswith("/>")) if rest else (-1, False)
        place = found.end()
    return end.end(), bool(end[1])


def _beyond_declaration(text: str, place: int) -> int:
    """Behind a ``<!DOCTYPE ...>``; raises ``Unreadable`` for one that declares entities, wherever it stands."""
    stop = text.find(">", place)
    subset = text.find("[", place, stop if stop >= 0 else len(text))
    if _ENTITY.match(text, place) or (subset >= 0 and _ENTITY.search(text, place)):
        raise Unreadable("The feed declares entities (DTD), which is not read for safety.", reason="dtd_refused", line=1)
    if subset < 0:
        return stop + 1 if stop >= 0 else -1
    end = text.find("]", subset)
    stop = text.find(">", end) if end >= 0 else -1
    return stop + 1 if stop >= 0 else -1


def attributes(text: str, tag: Tag) -> dict[str, str]:
    """The first 200 attributes of a start tag by name as written, entities replaced; of a repeated one the first."""
    found: dict[str, str] = {}
    place = tag.start + 1 + len(tag.name)
    while len(found) < MOST_ATTRIBUTES and place < tag.end - 1:
        one = _ATTRIBUTE.match(text, place, tag.end - 1)
        if not one or one.end() == place:
            break
        value = next((group for group in one.groups()[1:] if group is not None), "")
        found.setdefault(one[1], unescape(value).strip())
        place = one.end()
    return found


def soundened(text: str) -> str:
    """The text as a parser may have it: tags of more than 200 attributes reduced to their names, and every ``<`` that begins nothing
    written as ``&lt;``. The very same text where nothing was to be done.
    """
    tokens = Tokens(text)
    edits = [
        (tag.start, tag.end, f"<{tag.name}{'/' if tag.is_empty else ''}>")
        for tag in tokens
        if not tag.is_end and tag.end - tag.start > 2 * MOST_ATTRIBUTES and _has_many(text, tag)
    ]
    edits += [(stray, stray + 1, "&lt;") for stray in tokens.strays]
    pieces, place = [], 0
    for start, end, instead in sorted(edits):
        pieces += [text[place:start], instead]
        place = end
    return "".join([*pieces, text[place:]]) if edits else text


def _has_many(text: str, tag: Tag) -> bool:
    place, count = tag.start + 1 + len(tag.name), 0
    while count <= MOST_ATTRIBUTES and (one := _ATTRIBUTE.match(text, place, tag.end - 1)) and one.end() > place:
        place, count = one.end(), count + 1
    return count > MOST_ATTRIBUTES


def inner_text(markup: str) -> str:
    """What is written between tags: CDATA sections as they stand, entities replaced, tags and comments left out, trimmed."""
    pieces, place, last = list[str](), 0, markup.rfind(">")
    while (found := markup.find("<", place)) >= 0:
        pieces.append(unescape(markup[place:found]))
        if markup.startswith(_CDATA, found):
            end = markup.find("]]>", found)
            end = len(markup) if end < 0 else end
            pieces.append(markup[found + len(_CDATA) : end])
            place = end + 3
        elif markup.startswith("<!--", found):
            end = markup.find("-->", found)
            place = len(markup) if end < 0 else end + 3
        elif found < last and _MARKUP.match(markup, found):
            place = markup.find(">", found) + 1
        else:
            pieces.append("<")
            place = found + 1
    pieces.append(unescape(markup[place:]))
    return "".join(pieces).strip()
