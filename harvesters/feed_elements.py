"""The fields of one item by name, whatever prefix the publisher chose: event modules, places, and fields of his own.

feedparser reads what RSS and Atom define; it keeps one value a name, drops the text of unknown elements with attributes and resolves
identifiers. Identity and everything about the event is therefore read here, from the same text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from harvesters.feed_tokens import Tag, Tokens, attributes, inner_text

_VOCABULARIES = {
    "http://purl.org/rss/1.0/modules/event/": "ev",
    "http://purl.org/rss/2.0/modules/event/": "ev",
    "event": "ev",
    "urn:ietf:params:xml:ns:xcal": "xcal",
    "urn:ietf:params:xml:ns:icalendar-2.0": "xcal",
    "http://www.w3.org/2002/12/cal/ical#": "xcal",
    "http://www.w3.org/2002/12/cal#": "xcal",
    "http://www.georss.org/georss": "georss",
    "http://www.georss.org/georss/": "georss",
    "http://www.opengis.net/gml": "gml",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
    "http://www.w3.org/2003/01/geo/wgs84_pos": "geo",
    "http://schemas.google.com/g/2005": "gd",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://wellformedweb.org/commentapi/": "wfw",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
}
"""Names of namespaces, in lower case, to the prefix under which their elements are known here."""
_FAMILIES = (("libcal", "libcal"), ("webnus", "mec"), ("trumba", "x-trumba"), ("bibliocommons", "bc"), ("calendarevent", "calendarevent"))
"""Vocabularies whose namespaces have many spellings, by a word in them."""
_TEXTS = {
    "description", "summary", "content", "content:encoded", "body", "xhtml:body", "fullitem", "tagline", "abstract", "media:description",
    "xcal:description", "xcal:content", "title",
}  # fmt: skip
"""Elements that hold a text; their tags are the text's, not fields."""
_CLOSED = {"author", "contributor", "source", "media:credit", "media:content", "content:items", "items"}
"""Elements whose insides are somebody else's fields."""
_VALUES = {"date-time", "date", "text", "uri"}
"""What xCal wraps a value in (RFC 6321 section 3.3): the value of the element around it."""


class Element(NamedTuple):
    """One field: its name here (``ev:startdate``), its attributes by name as written, and what is written in it."""

    name: str
    attributes: dict[str, str]
    text: str


@dataclass(slots=True)
class Fields:
    """What one item says, field by field."""

    elements: list[Element] = field(default_factory=list)
    own: dict[str, str] = field(default_factory=dict)
    """Attributes of the item itself (``rdf:about``, ``xml:base``, ``xml:lang``)."""
    children: list[tuple[str, str]] = field(default_factory=list)
    """The direct children in order: name and text with its tags, as it stands."""

    def texts(self, *names: str) -> list[str]:
        """What stands in the elements of the first of these names that says anything."""
        for name in names:
            if found := [element.text for element in self.elements if element.name == name and element.text]:
                return found
        return []

    def text(self, *names: str) -> str:
        """The first text of the first of these names that says anything; ``""`` where none does."""
        return next(iter(self.texts(*names)), "")

    def attribute(self, name: str, attribute: str) -> list[str]:
        """One attribute of every element of the name, where it is given and not empty."""
        return [value for element in self.elements if element.name == name and (value := element.attributes.get(attribute, ""))]

    def has(self, *names: str) -> bool:
        """True where an element of one of these names says anything, in text or attributes."""
        return any(element.name in names and (element.text or element.attributes) for element in self.elements)


def fields_of(item: str, spaces: Mapping[str, str]) -> Fields:
    """The fields of one item's text; ``spaces`` are the namespaces of the tags around it."""
    walk = _Walk(item, dict(spaces))
    for tag in Tokens(item):
        walk.take(tag)
    return walk.found


class _Open(NamedTuple):
    """An element that has begun: its tag, its name here, its attributes, and the namespaces around it."""

    tag: Tag
    name: str
    attributes: dict[str, str]
    outer: dict[str, str]


@dataclass(slots=True)
class _Walk:
    """Gathers elements while the tags of one item go by."""

    item: str
    spaces: dict[str, str]
    found: Fields = field(default_factory=Fields)
    _open: list[_Open] = field(default_factory=list)
    _opaque: int = 0
    """How many open elements the innermost text has around it; 0 outside of texts."""
    _leaf: bool = False
    """No element began since the innermost open one did."""

    def take(self, tag: Tag) -> None:
        """Look at the next tag."""
        if tag.is_end:
            self._close(tag)
            return
        if not self._open:
            self.found.own = attributes(self.item, tag)
            self.spaces = _declared(self.spaces, self.found.own)
            self._open.append(_Open(tag, "", self.found.own, self.spaces))
        elif not self._opaque:
            self._enter(tag)
        elif not tag.is_empty:
            self._open.append(_Open(tag, "", {}, self.spaces))

    def _enter(self, tag: Tag) -> None:
        """A field begins."""
        given, outer = attributes(self.item, tag), self.spaces
        self.spaces = _declared(outer, given)
        opened = _Open(tag, self.name(tag), given, outer)
        if tag.is_empty:
            self._keep(opened, "", tag.end)
            self.spaces, self._leaf = outer, False
            return
        self._open.append(opened)
        self._leaf = True
        if opened.name in _TEXTS or opened.name in _CLOSED or opened.name.startswith("xhtml:"):
            self._opaque = len(self._open)

    def name(self, tag: Tag) -> str:
        """What the element is called here: ``ev:startdate``; without prefix for RSS's and Atom's own and for fields without one."""
        uri = self.spaces.get(tag.prefix, "")
        known = _vocabulary(uri) if uri else None
        prefix = (tag.prefix.lower() if known is None else known) if tag.prefix or known else ""
        return f"{prefix}:{tag.local}" if prefix else tag.local

    def _close(self, tag: Tag) -> None:
        """The innermost open element of this name ends, and whatever was left open in it."""
        place = next((index for index in range(len(self._open) - 1, -1, -1) if self._open[index].tag.name == tag.name), -1)
        if place <= 0:
            return
        opened = self._open[place]
        is_text = place + 1 == self._opaque
        del self._open[place:]
        if not self._opaque or is_text:
            inner = self.item[opened.tag.end : tag.start]
            if self._leaf or is_text:
                self._keep(opened, inner_text(inner), tag.end)
            elif place == 1:
                self._child(opened, tag.end)
            self._leaf, self.spaces = False, opened.outer
        self._opaque = 0 if self._opaque > len(self._open) else self._opaque

    def _keep(self, opened: _Open, text: str, end: int) -> None:
        local = opened.name.rpartition(":")[2]
        around = self._open[-1].name if local in _VALUES else ""
        self.found.elements.append(Element(around if around.startswith("xcal:") else opened.name, opened.attributes, text))
        if len(self._open) == 1:
            self._child(opened, end)

    def _child(self, opened: _Open, end: int) -> None:
        self.found.children.append((opened.name, self.item[opened.tag.start : end]))


def _declared(outer: dict[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """The namespaces inside a tag; the very same mapping where it declares none."""
    new = {name.partition(":")[2]: uri for name, uri in given.items() if name == "xmlns" or name.startswith("xmlns:")}
    return outer | new if new else outer


def _vocabulary(uri: str) -> str | None:
    """The prefix a namespace is known by here; ``None`` for one nobody knows."""
    uri = uri.lower()
    if uri in _VOCABULARIES:
        return _VOCABULARIES[uri]
    if uri == "http://www.w3.org/1999/xhtml":
        return "xhtml"
    return next((prefix for word, prefix in _FAMILIES if word in uri), None)
