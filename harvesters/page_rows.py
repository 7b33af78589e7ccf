"""The rows of a page with what the headings above them say: from the tree of a page to values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsel import Selector, SelectorList

from harvesters.errors import Unreadable
from harvesters.field_values import Captures
from harvesters.page_options import Heading, PageOptions, PageRule
from harvesters.page_table import Grid
from harvesters.page_text import inner_html, is_element, visible

_MOST_ROWS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event of a page, not yet read."""

    spot: Spot
    found: Captures
    """What the page and the headings above say."""


class Tables:
    """The grids of a page's tables, each made once."""

    def __init__(self) -> None:
        self._grids: dict[object, Grid] = {}

    def of(self, node: Selector) -> Grid | None:
        """The grid of the table a row or a cell stands in."""
        table = node.xpath("(ancestor::table)[last()]")
        if not table:
            return None
        if table[0].root not in self._grids:
            self._grids[table[0].root] = Grid(table[0])
        return self._grids[table[0].root]


class Spot:
    """A row or a heading, where the rules of a description find texts."""

    def __init__(self, node: Selector, tables: Tables, *, text: str | None = None, cells: str = "") -> None:
        self.node = node
        self.tables = tables
        self.cells = cells
        self._text = text

    @property
    def text(self) -> str:
        """What a visitor reads there, or the piece of it that this row is."""
        if self._text is None:
            self._text = visible(self.node)
        return self._text

    def find(self, rule: PageRule) -> list[str] | None:
        """The texts a rule points to, ``None`` for a rule that looks at nothing."""
        if not rule.looks:
            return None
        if rule.header:
            return self._header(rule.header)
        if self.cells and rule.column is not None:
            return self._text_cell(rule.column)
        node = self.node if rule.column is None else self._cell(rule.column)
        return [] if node is None else self._within(node, rule)

    def _within(self, node: Selector, rule: PageRule) -> list[str]:
        """The texts in the row or the cell."""
        found: Sequence[Selector] = [node]
        if rule.css is not None or rule.xpath is not None:
            found = _found(node, rule.css, rule.xpath)
        elif not rule.attribute and not rule.html and rule.column is None:
            return [self.text]
        return [text for selector in found if (text := _text(selector, rule)) is not None]

    def _cell(self, column: int | str) -> Selector | None:
        """The cell of the row, by the table's grid, or the child of that number where the rows are no table's."""
        grid = self.tables.of(self.node)
        if grid is None or self.node.root not in grid.row_of:
            children = self.node.xpath("./*")
            return children[column - 1] if isinstance(column, int) and column <= len(children) else None
        index = grid.column(column)
        return None if index is None else grid.cell(grid.row_of[self.node.root], index)

    def _text_cell(self, column: int | str) -> list[str]:
        cells = re.split(self.cells, self.text)
        return [cells[column - 1]] if isinstance(column, int) and column <= len(cells) else []

    def _header(self, which: str) -> list[str]:
        """The heading of a timetable's cell."""
        grid = self.tables.of(self.node)
        place = grid.place_of.get(self.node.root) if grid else None
        if grid is None or place is None:
            return []
        first, column, last = place
        row, column = {"column": (grid.heading_row, column), "row": (first, 0), "last_row": (last, 0), "next_row": (last + 1, 0)}[which]
        cell = grid.cell(row, column)
        return [visible(cell)] if cell is not None else []


def _text(selector: Selector, rule: PageRule) -> str | None:
    """What a rule wants of something found."""
    if not is_element(selector):
        return visible(selector)
    if rule.attribute:
        value = selector.root.get(rule.attribute)
        return None if value is None else str(value)
    return inner_html(selector) if rule.html else visible(selector)


def rows_of(page: Selector, options: PageOptions) -> list[Row]:
    """Every row that may be an event, in the order of the page."""
    tables = Tables()
    found = Captures()
    found.read(options.document, Spot(page, tables).find)
    return list(_Walk(page, options, tables, found).rows())


class _Walk:
    """Goes through headings and rows in the order of the page; used once."""

    def __init__(self, page: Selector, options: PageOptions, tables: Tables, found: Captures) -> None:
        self.page = page
        self.options = options
        self.tables = tables
        self.levels = [found]
        """What holds at each level of headings; the first is the page itself."""

    def rows(self) -> Iterator[Row]:
        """The rows with what is said above them."""
        for node, level in self._nodes():
            if level is not None:
                self._enter(level, Spot(node, self.tables))
                continue
            for spot in self._pieces(node):
                if (level := self._heading_level(spot)) is not None:
                    self._enter(level, spot)
                elif self._is_event(spot):
                    yield Row(spot=spot, found=self.levels[-1].later())

    def _enter(self, level: int, spot: Spot) -> None:
        """A heading: what it says holds below, and what deeper headings said holds no longer."""
        del self.levels[level + 1 :]
        while len(self.levels) <= level:
            self.levels.append(self.levels[-1])
        found = self.levels[level].later()
        found.read(self.options.headings[level].fields, spot.find)
        self.levels.append(found)

    def _nodes(self) -> list[tuple[Selector, int | None]]:
        """Headings with their level and rows without, in the order of the document; what is a heading is no row."""
        within = self.page.css(self.options.within) if self.options.within else SelectorList([self.page])
        found: dict[object, tuple[Selector, int | None]] = {}
        for part in within:
            for level, heading in enumerate(self.options.headings):
                for node in [] if _is_loose(heading) else _select(part, heading.css, heading.xpath):
                    if not heading.match or re.search(heading.match, visible(node)):
                        found.setdefault(node.root, (node, level))
            for node in _select(part, self.options.row, self.options.row_xpath):
                found.setdefault(node.root, (node, None))
        if len(found) > _MOST_ROWS:
            raise Unreadable("The page has more rows than any calendar. Describe them more closely.", reason="too_much")
        if not self.options.headings:
            return list(found.values())
        order = {root: number for number, root in enumerate(self.page.root.iter())}
        return sorted(found.values(), key=lambda item: order.get(item[0].root, 0))

    def _pieces(self, node: Selector) -> Iterator[Spot]:
        """The row, or the rows its text is cut into."""
        whole = Spot(node, self.tables, cells=self.options.cells)
        if not self.options.split:
            yield whole
            return
        for text in re.split(self.options.split, whole.text):
            if text and text.strip():
                yield Spot(node, self.tables, text=text.strip(), cells=self.options.cells)

    def _heading_level(self, spot: Spot) -> int | None:
        levels = enumerate(self.options.headings)
        return next((level for level, one in levels if _is_loose(one) and re.search(one.match, spot.text)), None)

    def _is_event(self, spot: Spot) -> bool:
        """False for rows without text, rows that only name the columns, and what the description leaves out."""
        is_blank = not spot.text and not any(rule.header for rule in self.options.fields.values())
        if is_blank or any(re.search(pattern, spot.text) for pattern in self.options.skip):
            return False
        if self.options.only and not re.search(self.options.only, spot.text):
            return False
        return not self._names_columns(spot.node)

    def _names_columns(self, node: Selector) -> bool:
        grid = self.tables.of(node) if node.root.tag == "tr" else None
        if grid is None:
            return False
        if self.options.header_rows and grid.is_heading(node):
            return True
        by_name = any(isinstance(rule.column, str) for rule in (*self.options.captures.values(), *self.options.fields.values()))
        return by_name and grid.row_of.get(node.root) == grid.heading_row


def _is_loose(heading: Heading) -> bool:
    """True for a heading that is known by its text alone."""
    return heading.css is None and heading.xpath is None


def _select(part: Selector, css: str | None, xpath: str | None) -> list[Selector]:
    """The elements a selector finds; texts and attributes are no rows."""
    return [selector for selector in _found(part, css, xpath) if is_element(selector)]


def _found(node: Selector, css: str | None, xpath: str | None) -> Sequence[Selector]:
    """What a selector finds; raises ``Unreadable`` for an expression that goes wrong only where there is something to look at."""
    try:
        return node.css(css) if css is not None else node.xpath(xpath or ".")
    except (ValueError, TypeError, re.error) as error:
        raise Unreadable(f"The selector {css or xpath!r} cannot be used on this page: {error}", reason="selector_miss") from None
