"""A first description of a web page for ``schedules.yaml``, guessed from rows that repeat and hold dates.

A start for a person to put right, nothing more: it finds list items, table rows and boxes of one kind of which most name a day, the words
in them that look like the name, and what says when. What it cannot tell it leaves out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from parsel import Selector

from harvesters.markup import words

_DAY = re.compile(
    r"\b\d{1,2}\s?\.\s?\d{1,2}\s?\.(?:\s?\d{4})?|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
    r"|\b\d{1,2}\.?\s+(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu"
    r"|\b\d{1,2}\.?\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|january|february|march|may|june|july|august|october)\b"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2}\b",
    re.IGNORECASE,
)
_ROWS = "li, tr, article, section, div, dt, dd, a, p"
_NAMES = "h1, h2, h3, h4, h5, h6, [itemprop=name], strong, b, a"
_FEWEST = 3
_ANCESTORS = 5
_MOSTLY = 0.7
_LONGEST_ROW = 4000
"""Characters of a row, blanks and scripts included."""
_MOST_ELEMENTS = 20_000
_GOOD_CLASS = re.compile(r"^[A-Za-z][\w-]*$")
_POSITIONAL = re.compile(r"\d{2,}|^(?:odd|even|first|last|active|clearfix|row|col|container|col-.*|post-.*|item-\d.*)$", re.IGNORECASE)


Rule = str | dict[str, str | int]
"""A field's rule as ``harvesters.page_options`` takes it: a CSS selector, or keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageGuess:
    """What to write under ``page:``, and how many rows it would find."""

    row: str
    fields: dict[str, Rule]
    captures: dict[str, Rule] = field(default_factory=dict)
    rows: int = 0
    first_row: str = ""
    """The text of the first row, for a person to compare."""

    @property
    def options(self) -> dict[str, Any]:
        """The value of the key ``page`` of an entry."""
        return {"row": self.row, **({"captures": self.captures} if self.captures else {}), "fields": self.fields}


def guess(page: Selector) -> PageGuess | None:
    """The likeliest description; ``None`` where nothing repeats that holds dates."""
    candidates = [made for selector, rows in _groups(page).items() if (made := _described(selector, rows))]
    return max(candidates, key=lambda one: (len(one.fields), one.rows, -len(one.first_row)), default=None)


def _groups(page: Selector) -> dict[str, list[Selector]]:
    """Elements that repeat, under the selector that finds just them."""
    found: dict[str, list[Selector]] = defaultdict(list)
    for element in page.css(_ROWS)[:_MOST_ELEMENTS]:
        length = sum(map(len, element.root.itertext()))
        if 0 < length <= _LONGEST_ROW and (selector := _selector(element)):
            found[selector].append(element)
    return {selector: rows for selector, rows in found.items() if len(rows) >= _FEWEST}


def _selector(element: Selector) -> str:
    """A CSS selector for the element's kind: its tag and a class of its own, or its tag below a parent that has one."""
    own = _simple(element.root.tag, element.root.attrib)
    if "." in own:
        return own
    for parent in islice(element.root.iterancestors(), _ANCESTORS):
        found = _simple(parent.tag, parent.attrib)
        if "." in found or "#" in found or parent.tag == "main":
            return f"{found} {own}"
    return ""


def _simple(tag: object, attributes: Mapping[str, str]) -> str:
    """The tag with a class or an id that looks like a word."""
    classes = [name for name in attributes.get("class", "").split() if _GOOD_CLASS.match(name) and not _POSITIONAL.search(name)]
    if classes:
        return f"{tag}.{classes[0]}"
    identifier = attributes.get("id", "")
    return f"{tag}#{identifier}" if _GOOD_CLASS.match(identifier) and not _POSITIONAL.search(identifier) else str(tag)


def _described(selector: str, rows: list[Selector]) -> PageGuess | None:
    """The description of one kind of row; ``None`` where too few of them name one day, or some of them many."""
    texts = [words(row) for row in rows]
    dated = [text for text in texts if _DAY.search(text)]
    if len(dated) < _FEWEST or len(dated) < _MOSTLY * len(rows) or sum(len(_DAY.findall(text)) for text in dated) > 3 * len(dated):
        return None
    captures: dict[str, Rule] = {}
    fields = dict(_columns(rows, captures) if rows[0].root.tag == "tr" else _fields(rows))
    fields |= _link(rows)
    if not {"name", "when"} <= fields.keys():
        return None
    return PageGuess(row=selector, fields=fields, captures=captures, rows=len(dated), first_row=dated[0][:200])


def _fields(rows: list[Selector]) -> Iterator[tuple[str, Rule]]:
    """Where name, time and place stand, where most rows have them."""
    name = _most(rows, [*_named(rows, r"title|name|header|heading|otsikko|nimi|summary"), *_NAMES.split(", ")], dated=False)
    if name:
        yield "name", name
        when = _most(rows, ["time", *_named(rows, r"date|time|when|aika|pvm|paiva|metadata|datum")], dated=True)
        yield "when", when or {"template": "{text}"}
    if place := _most(rows, _named(rows, r"place|location|venue|paikka|plats"), dated=False):
        yield "location", place


def _link(rows: list[Selector]) -> dict[str, Rule]:
    """The event's own page, where most rows lead to one."""
    if rows[0].root.tag == "a":
        return {"url": {"attribute": "href"}}
    linked = sum(bool(row.css("a[href]")) for row in rows)
    return {"url": {"css": "a", "attribute": "href"}} if linked >= _MOSTLY * len(rows) else {}


def _columns(rows: list[Selector], captures: dict[str, Rule]) -> Iterator[tuple[str, Rule]]:
    """The columns of a table by number: the one with days, one with times of day, and the one with the longest words beside them."""
    cells = [[words(cell) for cell in row.css("td")] for row in rows if row.css("td")]
    columns = [[row[index] for row in cells if index < len(row)] for index in range(max(map(len, cells), default=0))]
    days = [index for index, column in enumerate(columns) if sum(bool(_DAY.search(cell)) for cell in column) >= _MOSTLY * len(column)]
    clocks = [index for index, column in enumerate(columns) if index not in days and _is_clock(column)]
    others = [index for index in range(len(columns)) if index not in days and index not in clocks]
    if not days or not others:
        return
    yield "name", {"column": 1 + max(others, key=lambda index: sum(map(len, columns[index])))}
    if clocks:
        captures |= {"day": {"column": days[0] + 1}, "clock": {"column": clocks[0] + 1}}
        yield "when", {"template": "{day}[ klo {clock}]"}
    else:
        yield "when", {"column": days[0] + 1}


def _is_clock(column: list[str]) -> bool:
    """True for cells that hold times of day."""
    filled = [cell for cell in column if cell]
    return bool(filled) and sum(bool(re.search(r"\b\d{1,2}[.:]\d{2}\b|\bklo\b|^\d{1,2}$", cell)) for cell in filled) >= _MOSTLY * len(
        filled
    )


def _named(rows: list[Selector], pattern: str) -> list[str]:
    """Selectors of elements within the rows whose class is called like a field."""
    found: dict[str, None] = {}
    for element in rows[0].css("[class]"):
        for name in element.attrib["class"].split():
            if _GOOD_CLASS.match(name) and re.search(pattern, name, re.IGNORECASE):
                found.setdefault(f".{name}")
    return list(found)


def _most(rows: list[Selector], selectors: list[str], *, dated: bool) -> str:
    """The first selector that finds words in most rows: with a day in them, or without being only a day."""
    for selector in selectors:
        texts = [words(found) if (found := next(iter(row.css(selector)), None)) is not None else "" for row in rows]
        fitting = [text for text in texts if text and bool(_DAY.search(text)) == dated]
        if len(fitting) >= _MOSTLY * len(rows) and (dated or len(set(fitting)) > 1):
            return selector
    return ""
