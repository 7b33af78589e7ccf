"""A feed's text into the items it holds, without parsing any of them (RSS 0.9 to 2.0, Atom, CDF).

Everything dangerous or missing about the document as a whole is found here, before a parser sees a byte: a DTD with entities, nesting
without end, a text that breaks off, a web page. ``Cut.alone`` gives a document that holds one item only, so that an item that is known
already costs no parsing, and a broken one costs only itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from harvesters.errors import Unreadable
from harvesters.feed_tokens import MOST_DEPTH, Tag, Tokens, attributes, soundened

MOST_ITEMS = 5000
"""Of one feed; parsing more would take longer than one reading may."""
_ITEMS = {"rss": "item", "rdf": "item", "feed": "entry", "channel": "item"}
"""The name of an item by the name of the root."""
_PAGES = {"html", "head", "body"}
_FEED_SPACES = {
    "http://www.w3.org/2005/atom",
    "http://purl.org/atom/ns#",
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
}


class Item(NamedTuple):
    """One item's text from its start tag to its end tag, and the 1-based line it begins in."""

    text: str
    line: int
    is_closed: bool
    """False where its end tag is missing and the next item begins instead."""


@dataclass(slots=True)
class Cut:
    """A feed taken apart."""

    head: str
    """The text without its items: what the channel says of itself."""
    items: list[Item] = field(default_factory=list)
    parents: tuple[str, ...] = ()
    """The start tags that the first item stands in, outermost first."""
    spaces: dict[str, str] = field(default_factory=dict)
    """Namespaces of the parents by prefix."""
    base: str = ""
    """The address that relative ones are resolved against, without its query."""
    is_repaired: bool = False
    """A second document follows the feed's end; only the first is read."""

    def alone(self, item: Item) -> str:
        """A whole document that holds this one item."""
        closing = "".join(f"</{_name_of(parent)}>" for parent in reversed(self.parents))
        return f"{''.join(self.parents)}{item.text}{closing}"


def cut(text: str, address: str) -> Cut:
    """The feed's items; raises ``Unreadable`` for what is no feed, not all of one, or not safe to read."""
    _refuse_what_is_no_markup(text)
    text = soundened(text)
    tokens = Tokens(text)
    scan = _Scan(text)
    for tag in tokens:
        if not scan.take(tag):
            break
    if scan.root is None:
        raise Unreadable("The answer holds no feed.", reason="truncated" if tokens.is_cut else "not_feed", line=1)
    if scan.end is None:
        raise Unreadable("The feed breaks off before its end tag.", reason="truncated", line=text.count("\n") + 1)
    return scan.cut(address)


def _refuse_what_is_no_markup(text: str) -> None:
    start = text.lstrip()[:4096]
    if not start:
        raise Unreadable("The answer is empty.", reason="empty_body")
    if "<" not in start or start[0] in "{[" or start[:15].upper() == "BEGIN:VCALENDAR":
        raise Unreadable("The answer is no RSS or Atom feed.", reason="not_feed", line=1)
    if "<!doctype html" in start.lower():
        raise Unreadable("The answer is a web page, not a feed: perhaps a login page or an error.", reason="html_instead_of_feed", line=1)


def _name_of(start_tag: str) -> str:
    return start_tag[1:].partition(" ")[0].split()[0].rstrip(">/")


@dataclass(slots=True)
class _Scan:
    """Where the items of one text stand; fed with its tags in order."""

    text: str
    root: Tag | None = None
    end: int | None = None
    """Behind the root's end tag."""
    open: list[Tag] = field(default_factory=list)
    spans: list[tuple[int, int, bool]] = field(default_factory=list)
    """Start, end and whether it was closed, of every item."""
    _item: Tag | None = None
    _names: set[str] = field(default_factory=set)
    _parents: tuple[Tag, ...] = ()

    def take(self, tag: Tag) -> bool:
        """Look at the next tag; false once the feed has ended."""
        if self.root is None:
            self._begin(tag)
        elif tag.is_end:
            self._close(tag)
        else:
            self._enter(tag)
        return self.end is None

    def _begin(self, tag: Tag) -> None:
        """The first tag must be the feed's own."""
        if tag.local not in _ITEMS or tag.is_end:
            reason = "html_instead_of_feed" if tag.local in _PAGES else "not_feed"
            raise Unreadable(f"The answer is no RSS or Atom feed (it begins with <{tag.name[:40]}>).", reason=reason, line=1)
        self.root = tag
        self.open.append(tag)
        self._names = {_ITEMS[tag.local]}
        if tag.is_empty:
            self.end = tag.end

    def _enter(self, tag: Tag) -> None:
        if tag.local in self._names and self._is_item(tag):
            self._begin_item(tag)
        if tag.is_empty:
            return
        self.open.append(tag)
        if len(self.open) > MOST_DEPTH:
            raise Unreadable("The feed is nested too deep to be read.", reason="too_deep", line=self.text.count("\n", 0, tag.start) + 1)

    def _begin_item(self, tag: Tag) -> None:
        """A new item; one that is still open ends here, for items do not hold items."""
        if self._item is not None:
            self._end_item(tag.start, is_closed=False)
        if len(self.spans) >= MOST_ITEMS:
            raise Unreadable(f"The feed has more than {MOST_ITEMS} items.", reason="too_many")
        self._parents = self._parents if self.spans else tuple(self.open)
        if tag.is_empty:
            self.spans.append((tag.start, tag.end, True))
        else:
            self._item = tag

    def _end_item(self, end: int, *, is_closed: bool) -> None:
        if self._item is not None:
            self.spans.append((self._item.start, end, is_closed))
            while self.open and self.open[-1].start >= self._item.start:
                self.open.pop()
            self._item = None

    def _close(self, tag: Tag) -> None:
        """Close the innermost open tag of this name and whatever was left open inside it; an end tag nobody opened says nothing."""
        place = next((index for index in range(len(self.open) - 1, -1, -1) if self.open[index].name == tag.name), -1)
        if place < 0:
            return
        closed = self.open[place]
        if self._item is not None and closed.start <= self._item.start:
            is_its_own = closed is self._item
            self._end_item(tag.end if is_its_own else tag.start, is_closed=is_its_own)
        del self.open[place:]
        if not self.open:
            self.end = tag.end

    def _is_item(self, tag: Tag) -> bool:
        """True for an item of the feed's own vocabulary, not of an extension that uses the same word."""
        if not tag.prefix or (self.root and tag.prefix == self.root.prefix):
            return True
        spaces = dict[str, str]()
        for parent in self.open[:2]:
            spaces |= attributes(self.text, parent)
        return spaces.get(f"xmlns:{tag.prefix}", "").lower() in _FEED_SPACES

    def cut(self, address: str) -> Cut:
        """What was found."""
        text, end = self.text, self.end or 0
        parents = self._parents or tuple(filter(None, [self.root]))
        found = [attributes(text, parent) for parent in parents]
        begin = self.root.start if self.root else 0
        outside = Tokens(text[end:])
        return Cut(
            head=_without(text, begin, end, self.spans),
            items=self._items(),
            parents=tuple(text[parent.start : parent.end] for parent in parents),
            spaces={prefix: uri for one in found for prefix, uri in _spaces(one)},
            base=_base([one["xml:base"] for one in found if "xml:base" in one], address),
            is_repaired=any(True for _ in outside),
        )

    def _items(self) -> list[Item]:
        items, line, place = [], 1, 0
        for start, end, is_closed in self.spans:
            line += self.text.count("\n", place, start)
            place = start
            body = self.text[start:end]
            items.append(Item(body if is_closed else f"{body}</{_name_of(body)}>", line, is_closed))
        return items


def _without(text: str, begin: int, end: int, spans: list[tuple[int, int, bool]]) -> str:
    pieces, place = [], begin
    for start, stop, _ in spans:
        pieces.append(text[place:start])
        place = stop
    return "".join([*pieces, text[place:end]])


def _spaces(found: dict[str, str]) -> list[tuple[str, str]]:
    """The namespaces that a tag declares, by prefix (``""`` for the default one)."""
    return [(name.partition(":")[2], uri) for name, uri in found.items() if name == "xmlns" or name.startswith("xmlns:")]


def _base(declared: list[str], address: str) -> str:
    """The final address as changed by ``xml:base``; a base that is no http address changes nothing."""
    parts = urlsplit(address)
    base = parts._replace(query="", fragment="").geturl()
    for one in declared:
        base = resolved(one, base) or base
    return base


def resolved(address: str, base: str) -> str:
    """The address made absolute; ``""`` where there is none, it cannot be read or is no http(s) address."""
    if not address.strip():
        return ""
    try:
        found = urljoin(base, address.strip())
        return found if urlsplit(found).scheme in {"http", "https"} and urlsplit(found).hostname else ""
    except ValueError:
        return ""
