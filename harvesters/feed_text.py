"""The words of an item's text: without markup, line by line, and the parts a selector names."""

from __future__ import annotations

import re

from parsel import Selector

from harvesters.json_words import tag_of

_LONGEST = 50_000
"""Characters of markup that are looked at; a time further down is none a reader would see."""
_BREAKS = re.compile(r"<\s*(?:br|hr|/?(?:p|div|li|ul|ol|h[1-6]|tr|table|section|article|blockquote|dd|dt|figure))\b[^<>]*>", re.IGNORECASE)
_BLANKS = re.compile(r"[^\S\n]+")


def plain(markup: str) -> str:
    """The text as a visitor sees it: one line a paragraph, row or line break; no scripts, no styles."""
    if "<" not in markup and "&" not in markup:
        return _tidy(markup[:_LONGEST])
    page = _page(_BREAKS.sub("\n", markup[:_LONGEST]))
    return _tidy("".join(page.xpath("//text()[not(ancestor::script or ancestor::style or ancestor::template)]").getall()))


def chosen(markup: str, css: str) -> str:
    """The text of every element the selector names, one line each; ``""`` where there is none."""
    found = _page(markup[:_LONGEST]).css(css)
    return "\n".join(line for one in found if (line := " ".join("".join(one.xpath(".//text()").getall()).split())))


def language_tag(declared: str) -> str:
    """A BCP 47 tag as far as what is declared looks like one; ``""`` for anything else."""
    return tag_of(declared.replace("_", "-"))


def _page(markup: str) -> Selector:
    return Selector(text=f"<html><body>{markup}</body></html>", type="html")


def _tidy(text: str) -> str:
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(filter(None, lines))
