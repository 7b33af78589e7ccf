"""Microdata (HTML section 5) and RDFa Lite (W3C, 2015) as nodes, in one walk over each item.

Elements are lxml's, reached through parsel. All work is bounded by a budget of elements, whatever ``itemref`` and nesting make of it.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

from parsel import Selector

from harvesters.errors import Unreadable
from harvesters.schema_links import Base

Element = Any
_MOST_STEPS = 1_000_000
_DEEPEST = 12
_SOURCES = {
    **dict.fromkeys(("a", "area", "link"), "href"),
    **dict.fromkeys(("audio", "embed", "iframe", "img", "source", "track", "video"), "src"),
    "object": "data",
}
"""Which attribute of an element is an address (HTML section 5.2.3)."""
_VALUES = {"data": "value", "meter": "value", "time": "datetime"}
_SCHEMA = re.compile(r"https?://(?:www\.)?schema\.org/?", re.IGNORECASE)
_BREAKS = frozenset(
    (
        *("address", "article", "blockquote", "br", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p"),
        *("section", "table", "tr", "ul"),
    )
)
_EDGE = "\0"
"""Stands between blocks; a page's text never holds it (``markup.text_of``)."""
_UNSEEN = frozenset(("script", "style", "template", "noscript"))


def is_element(thing: Element) -> bool:
    """False for comments and processing instructions."""
    return isinstance(thing.tag, str)


def is_hidden(element: Element) -> bool:
    """True inside a ``template``, which is no part of the page (HTML section 4.12.3)."""
    return element.tag == "template" or any(above.tag == "template" for above in element.iterancestors())


class Steps:
    """A budget of elements; raises ``Unreadable`` (``too_deep``) when it is spent."""

    def __init__(self, most: int = _MOST_STEPS) -> None:
        self._left = most

    def take(self) -> None:
        """One more element is looked at."""
        self._left -= 1
        if self._left < 0:
            raise Unreadable("The page's markup refers to itself too often.", reason="too_deep")


def text_of(element: Element, steps: Steps) -> str:
    """The text within, white space folded, a line for each block; without scripts and styles."""
    pieces: list[str] = []
    waiting: list[Element | str] = [element]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, str):
            pieces.append(thing)
            continue
        steps.take()
        if is_element(thing) and thing.tag not in _UNSEEN:
            edge = _EDGE if thing.tag in _BREAKS and thing is not element else ""
            waiting += [edge, *(part for child in reversed(thing) for part in (child.tail or "", child))]
            pieces += [edge, thing.text or ""]
    lines = (" ".join(line.split()) for line in "".join(pieces).split(_EDGE))
    return "\n".join(filter(None, lines))


class Syntax(ABC):
    """How one syntax writes items and properties."""

    scope: str
    """The attribute that makes an element an item."""
    property: str
    """The attribute that names its properties."""

    def __init__(self, page: Selector, base: Base) -> None:
        self._root: Element = page.root
        self._base = base
        self._steps = Steps()
        self._ids: dict[str, Element] | None = None

    def nodes(self) -> list[dict[str, Any]]:
        """Every item that is no property of another one, in the order of the page."""
        found = self._root.xpath(f"//*[@{self.scope}]")
        return [self._node(element, ()) for element in found if not self._is_part(element) and not is_hidden(element)]

    def _is_part(self, element: Element) -> bool:
        """True for an item that is a property of one around it."""
        return self.property in element.attrib and any(self.scope in above.attrib for above in element.iterancestors())

    @abstractmethod
    def kinds(self, element: Element) -> list[str]:
        """The types of an item."""

    @abstractmethod
    def names(self, element: Element) -> list[str]:
        """The local names of the properties that an element is the value of."""

    @abstractmethod
    def identity(self, element: Element) -> str:
        """What the item is called by, ``""`` for nothing."""

    @abstractmethod
    def address(self, element: Element) -> str | None:
        """The address that the element's value is, ``None`` where it is no address."""

    def further(self, element: Element) -> Iterator[Element]:  # noqa: ARG002 - for syntaxes that have none
        """Elements elsewhere that belong to an item."""
        yield from ()

    def _node(self, element: Element, above: tuple[Element, ...]) -> dict[str, Any]:
        node: dict[str, Any] = {"@type": self.kinds(element)}
        if identity := self.identity(element):
            node["@id"] = self._base.absolute(identity)
        if language := next(iter(element.xpath("ancestor-or-self::*[@lang][1]/@lang")), ""):
            node["@language"] = str(language)
        within = (*above, element)
        waiting = [*reversed(list(self.further(element))), *reversed(element)]
        while waiting:
            child = waiting.pop()
            self._steps.take()
            if not is_element(child) or child.tag == "template" or child in within:
                continue
            is_item = self.scope in child.attrib
            names = self.names(child)
            value = self._value(child, within, is_item=is_item) if names else None
            for name in names if value not in (None, "") else ():
                _add(node, name, self._lines(name, value))
            if not is_item:
                waiting += reversed(child)
        return node

    def _value(self, element: Element, within: tuple[Element, ...], *, is_item: bool) -> Any:
        if is_item:
            return self._node(element, within) if len(within) < _DEEPEST else None
        address = self.address(element)
        if address is not None:
            return self._base.absolute(address)
        for name in ("content", _VALUES.get(element.tag, ""), "datetime"):
            if name and (written := element.get(name)) is not None:
                return written.strip()
        return text_of(element, self._steps)

    def _lines(self, name: str, value: Any) -> Any:
        """The value in one line, but for a description."""
        if not isinstance(value, str) or name == "description":
            return value
        return (", " if name in {"address", "location"} else " ").join(value.split("\n"))

    def by_id(self, name: str) -> Element | None:
        """The element of that id."""
        if self._ids is None:
            self._ids = {}
            for element in self._root.xpath("//*[@id]"):
                self._ids.setdefault(element.get("id"), element)
        return self._ids.get(name)


class Microdata(Syntax):
    """``itemscope``, ``itemtype``, ``itemprop``, ``itemid`` and ``itemref``."""

    scope, property = "itemscope", "itemprop"

    def kinds(self, element: Element) -> list[str]:
        """The item's types."""
        return (element.get("itemtype") or "").split()

    def names(self, element: Element) -> list[str]:
        """Properties by their local name; also those that are written as addresses."""
        return [_SCHEMA.sub("", name) for name in (element.get("itemprop") or "").split()]

    def identity(self, element: Element) -> str:
        """The item's ``itemid``."""
        return element.get("itemid") or ""

    def address(self, element: Element) -> str | None:
        """``href``, ``src`` or ``data``, by the kind of element."""
        return element.get(_SOURCES[element.tag]) if element.tag in _SOURCES else None

    def further(self, element: Element) -> Iterator[Element]:
        """What ``itemref`` names, wherever it stands; the element itself may be a property."""
        for name in (element.get("itemref") or "").split():
            found = self.by_id(name)
            if found is not None:
                yield found


class RdfaLite(Syntax):
    """``vocab``, ``typeof``, ``property``, ``resource`` and ``prefix``, as far as they speak of schema.org."""

    scope, property = "typeof", "property"

    def kinds(self, element: Element) -> list[str]:
        """The item's types in schema.org."""
        return self._in_schema(element, (element.get("typeof") or "").split())

    def names(self, element: Element) -> list[str]:
        """Properties of schema.org."""
        return self._in_schema(element, (element.get("property") or "").split())

    def identity(self, element: Element) -> str:
        """The item's ``resource`` (or ``about``, of the longer RDFa)."""
        return element.get("resource") or element.get("about") or ""

    def address(self, element: Element) -> str | None:
        """``resource``, ``href`` or ``src``, unless a ``content`` outranks them (RDFa Core section 7.5)."""
        if element.get("content") is not None:
            return None
        return next((element.get(name) for name in ("resource", "href", "src", "data") if element.get(name) is not None), None)

    def _in_schema(self, element: Element, words: list[str]) -> list[str]:
        """The words that are terms of schema.org there: by the vocabulary, by a prefix, or in full."""
        found = (self._term(element, word) for word in words)
        return [term for term in found if term]

    def _term(self, element: Element, word: str) -> str:
        if _SCHEMA.match(word):
            return _SCHEMA.sub("", word)
        prefix, colon, term = word.partition(":")
        if colon:
            return term if prefix == "schema" or _SCHEMA.fullmatch(self._prefixes(element).get(prefix, "")) else ""
        vocabulary = next(iter(element.xpath("ancestor-or-self::*[@vocab][1]/@vocab")), "")
        return word if _SCHEMA.fullmatch(str(vocabulary).strip()) else ""

    def _prefixes(self, element: Element) -> dict[str, str]:
        """What the prefixes stand for there; the nearest declaration holds."""
        declared = " ".join(map(str, element.xpath("ancestor-or-self::*[@prefix]/@prefix"))).split()
        return {name.rstrip(":"): address for name, address in zip(declared[::2], declared[1::2], strict=False)}


def _add(node: dict[str, Any], name: str, value: Any) -> None:
    """One more value of a property; several stand in a list."""
    if name not in node:
        node[name] = value
    elif isinstance(node[name], list):
        node[name].append(value)
    else:
        node[name] = [node[name], value]
