"""The cells of an HTML table where they are seen: cells that span rows and columns stand in all of them (HTML 4.9.12)."""

from __future__ import annotations

from typing import Any

from parsel import Selector

from harvesters.page_text import visible

_MOST_CELLS = 200_000
_LONGEST_SPAN = 1000


class Grid:
    """One table as rows of cells; a cell that spans stands at every place it covers."""

    def __init__(self, table: Selector) -> None:
        self.rows: list[dict[int, Selector]] = []
        self.row_of: dict[Any, int] = {}
        self.place_of: dict[Any, tuple[int, int, int]] = {}
        """Cell -> its first row, first column and last row."""
        self._fill(table)
        self._headings: dict[str, int] | None = None

    def column(self, name: int | str) -> int | None:
        """The index of a column given by its number from 1 or by its heading; ``None`` where no heading has that name."""
        if isinstance(name, int):
            return name - 1
        if self._headings is None:
            cells = self.rows[self.heading_row] if self.rows else {}
            self._headings = {}
            for index, cell in sorted(cells.items()):
                self._headings.setdefault(same_name(visible(cell)), index)
        return self._headings.get(same_name(name))

    @property
    def heading_row(self) -> int:
        """The index of the row that names the columns: the first with nothing but heading cells, else the first."""
        return next((index for index, cells in enumerate(self.rows) if cells and all(_is_heading(cell) for cell in cells.values())), 0)

    def is_heading(self, row: Selector) -> bool:
        """True for a row with nothing but heading cells."""
        cells = row.xpath("./td | ./th")
        return bool(cells) and all(_is_heading(cell) for cell in cells)

    def cell(self, row: int, column: int) -> Selector | None:
        """What is seen at a place."""
        return self.rows[row].get(column) if 0 <= row < len(self.rows) else None

    def _fill(self, table: Selector) -> None:
        rows = table.xpath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr")
        self.rows = [{} for _ in rows]
        count = 0
        for index, row in enumerate(rows):
            self.row_of[row.root] = index
            column = 0
            for cell in row.xpath("./td | ./th"):
                while column in self.rows[index]:
                    column += 1
                left = len(rows) - index
                high, wide = _span(cell, "rowspan", left, zero=left), _span(cell, "colspan", _LONGEST_SPAN, zero=1)
                count += high * wide
                if count > _MOST_CELLS:
                    return
                self._place(cell, (index, column), high, wide)
                column += wide

    def _place(self, cell: Selector, place: tuple[int, int], high: int, wide: int) -> None:
        row, column = place
        self.place_of[cell.root] = (row, column, row + high - 1)
        for down in range(row, row + high):
            for right in range(column, column + wide):
                self.rows[down].setdefault(right, cell)


def same_name(text: str) -> str:
    """A heading for comparing: without case and white space."""
    return "".join(text.split()).casefold().rstrip(":")


def _is_heading(cell: Selector) -> bool:
    return str(cell.root.tag) == "th"


def _span(cell: Selector, name: str, most: int, *, zero: int) -> int:
    """How many rows or columns a cell covers; 0 means all rows that are left (HTML 4.9.11), nonsense 1."""
    text = str(cell.root.get(name, "1")).strip()
    number = int(text) if text.isascii() and text.isdigit() and len(text) < len("10000") else 1
    return max(1, min(number or zero, most))
