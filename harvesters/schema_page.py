"""One answer as a page: the events marked up in it, in every syntax, and what is to be said where there are none."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from typing import Any

from parsel import Selector

from harvesters.markup import breaks_off, page_of, words
from harvesters.record import Response
from harvesters.schema_graph import Record, records
from harvesters.schema_items import Element, Microdata, RdfaLite, is_hidden
from harvesters.schema_jsonld import BrokenBlock, decoded, told
from harvesters.schema_links import Base, base_of
from harvesters.schema_microformats import Microformats
from harvesters.schema_options import SchemaOptions

JSON_LD, MICRODATA, RDFA, MICROFORMATS = range(4)
"""The syntaxes, in the order in which they are believed where one event is told in several."""
_SCRIPT = re.compile(r"application/ld\+json", re.IGNORECASE)
_AS_TEXT = re.compile(
    r"<!--.*?(?:-->|\Z)|<template\b.*?(?:</template|\Z)|<script\b[^>]{0,300}?ld\+json[^>]{0,300}>(?P<block>.*?)(?:</script|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_DEEP = 200
_EVENT = re.compile(r"[\"'/](?:\w*Event|EventSeries|Festival|CourseInstance|Hackathon)[\"']")
_NOT_FOUND = re.compile(
    r"\b404\b|\bei l[öo]yd[yt]|\bei l[öo]ytyn|\bhittades inte|\bhittas inte|\bfinns inte(?: l[äa]ngre)?|\bnot found"
    r"|\bno longer (?:exists|available)",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"kirjaudu|kirjautumi|logga in|inloggning|sign in|log ?in\b|salasana|password|l[öo]senord", re.IGNORECASE)
_FEW_WORDS = 1500
"""Characters; a login page says little else, a page with a login in its corner does."""
_LONGEST_HEADING = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one page says; its tree is not kept, for a list may lead to hundreds of pages."""

    url: str
    role: str
    """What it was asked for."""
    found: tuple[tuple[int, Record], ...] = ()
    """Each event with its syntax."""
    is_structured: bool = False
    """True where any structured data stands, of events or of other things."""
    broken: tuple[str, ...] = ()
    """Of each JSON-LD block that could not be read, where and how it breaks off. Its text may be about people, and is not repeated."""
    mended: int = 0
    hides_event: bool = False
    """True where a block that could not be read speaks of an event: it may be one that we know."""
    breaks_off: bool = False
    """True where the page was most likely cut on its way."""
    title: str = ""
    generator: str = ""
    trouble: str = ""
    """Of a page without events: ``soft_404``, ``login_page`` or ``meta_refresh`` where it is another page than it should be."""
    has_links: bool = False
    """Of a page without events: whether the entry's ``links`` are found on it."""
    is_said_empty: bool = False
    """Of a page without events: whether it says in the entry's words that nothing is to come."""


@dataclass(slots=True)
class _Blocks:
    """The JSON-LD of one page, block by block."""

    values: list[Any] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    mended: int = 0
    hides_event: bool = False


def read_page(response: Response, options: SchemaOptions) -> Page:
    """The page with its events; raises ``Unreadable`` (``not_html``, ``empty_body``, ``too_deep``, ``too_much``)."""
    selector = page_of(response)
    base = base_of(selector, response)
    blocks = _json_ld(selector, response, base)
    others = _others(selector, response.body, base)
    found = [(JSON_LD, record) for record in records(blocks.values)]
    found += [(syntax, record) for syntax, nodes in others for record in records(nodes)]
    title = _title(selector)
    page = Page(
        url=response.url,
        role=response.role,
        found=tuple(found),
        is_structured=bool(blocks.values or blocks.broken or any(nodes for _, nodes in others)),
        broken=tuple(blocks.broken),
        mended=blocks.mended,
        hides_event=blocks.hides_event,
        title=title,
        generator=_generator(selector),
        breaks_off=breaks_off(response),
    )
    return page if found else _without_events(page, selector, options)


def _without_events(page: Page, selector: Selector, options: SchemaOptions) -> Page:
    """What a page without events must be asked before that is believed."""
    phrase = " ".join(options.empty_text.casefold().split())
    return replace(
        page,
        trouble=_trouble(selector, page.title),
        has_links=bool(options.links) and bool(selector.css(options.links)),
        is_said_empty=bool(phrase) and phrase in words(selector).casefold(),
    )


def _trouble(selector: Selector, title: str) -> str:
    """Whether it is the page of an error or of a login, or only sends the browser on (reliability A12, G7, G10)."""
    heading = " ".join([title, *selector.css("h1 *::text, h1::text").getall()])[:_LONGEST_HEADING]
    if _NOT_FOUND.search(heading):
        return "soft_404"
    asks_password = selector.xpath(f"//input[{_folded('@type')} = 'password']")
    if asks_password and (_LOGIN.search(heading) or len(words(selector)) < _FEW_WORDS):
        return "login_page"
    orders = selector.xpath(f"//meta[{_folded('@http-equiv')} = 'refresh']/@content").getall()
    return "meta_refresh" if any(re.search(r"url\s*=", order, re.IGNORECASE) for order in orders) else ""


def _generator(selector: Selector) -> str:
    """What made the page, as it says itself."""
    root: Element = selector.root
    named = (meta.get("content") or "" for meta in root.iter("meta") if (meta.get("name") or "").lower() == "generator")
    return next(named, "")


def _folded(what: str) -> str:
    """XPath 1.0 for the text in lower case."""
    return f"translate({what}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"


def _title(selector: Selector) -> str:
    root: Element = selector.root
    return " ".join("".join(title.text or "" for title in itertools.islice(root.iter("title"), 1)).split())


def _json_ld(selector: Selector, response: Response, base: Base) -> _Blocks:
    """Every block by itself: a broken one costs nothing but itself."""
    found = _Blocks()
    for block in _blocks(selector, response):
        try:
            values, mended = decoded(block)
        except BrokenBlock as error:
            found.broken.append(str(error))
            found.hides_event |= bool(_EVENT.search(block))
            continue
        found.values += [told(value, base) for value in values]
        found.mended += mended
    return found


def _blocks(selector: Selector, response: Response) -> list[str]:
    """The texts of the page's JSON-LD scripts, but for those in a ``template`` or a comment.

    A page nested so deep that its parser gave up is searched as text instead (reliability G9).
    """
    if not _mentions(response.body, b"ld+json"):
        return []
    root: Element = selector.root
    scripts = [script for script in root.iter("script") if _SCRIPT.search(script.get("type") or "")]
    found = [script.text or "" for script in scripts if not is_hidden(script)]
    seems_cut = response.body.lower().count(b"ld+json") > len(scripts)
    if seems_cut and selector.xpath(f"boolean(//*[count(ancestor::*) > {_DEEP}])").get() == "1":
        text = response.body.decode("utf-8", errors="replace")
        found = [match["block"] for match in _AS_TEXT.finditer(text) if match["block"] is not None]
    return found


def _others(selector: Selector, body: bytes, base: Base) -> list[tuple[int, list[dict[str, Any]]]]:
    """The nodes of the other syntaxes, each only where its words occur at all."""
    found: list[tuple[int, list[dict[str, Any]]]] = []
    if _mentions(body, b"itemscope"):
        found.append((MICRODATA, Microdata(selector, base).nodes()))
    if _mentions(body, b"typeof"):
        found.append((RDFA, [node for node in RdfaLite(selector, base).nodes() if node["@type"]]))
    if _mentions(body, b"h-event") or _mentions(body, b"vevent"):
        found.append((MICROFORMATS, Microformats(selector, base).nodes()))
    return found


def _mentions(body: bytes, word: bytes) -> bool:
    """Whether it is worth looking for; always in UTF-16, where no word stands in a row."""
    return b"\0" in body[:100] or word in body.lower()
