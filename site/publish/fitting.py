"""How much fits on a sheet of A4: counted by the build, because paper does not scroll.

Heights are in lines of the sheet's own type, widths in em of the site's font, measured in Chromium with the sheet's style
(``static/style/80-paper.css``); ``tests/test_site_paper_browser.py`` prints what is counted here and counts the pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from publish.views import Mark, Prose


def _widths(by_width: Mapping[int, str]) -> dict[str, int]:
    return {character: width for width, characters in by_width.items() for character in characters}


_PLAIN = _widths({
    17: "'’", 22: ".,:;", 25: "j·", 26: "i", 27: "l", 29: " !\N{NO-BREAK SPACE}", 31: "()", 32: 'f"', 34: "t", 35: "r", 36: "-",
    40: "I/", 41: "1", 46: "y", 47: "vz", 48: "s", 49: "cx?", 50: "k–", 51: "7", 52: "J", 53: "aåä", 54: "euLé", 55: "2hnoöF",
    56: "g", 57: "bdpET", 58: "3q", 59: "59Y", 60: "6PSV", 61: "Z", 62: "48BR", 63: "X", 64: "AKÅÄ", 65: "0C", 67: "D€",
    69: "wHU", 70: "GN", 72: "OÖ", 73: "Q&", 83: "M", 85: "m", 86: "W",
})  # fmt: skip
_BOLD = _widths({
    20: "'’", 26: "j.,:;", 28: "·", 29: "i", 30: "!", 31: "l \N{NO-BREAK SPACE}", 33: "()", 36: "f", 37: "rt-", 38: '"', 42: "I",
    43: "1/", 50: "sz–", 51: "cy", 52: "v", 53: "7x", 54: "?", 55: "akåäJL", 56: "euFé", 57: "29hnoö", 59: "bdgpqE", 60: "35T",
    61: "S", 62: "468PZ", 64: "BRVY", 66: "0CK", 67: "AXÅÄ", 68: "€", 69: "DU", 70: "H", 71: "GN", 73: "w&", 74: "OÖ", 75: "Q",
    85: "M", 88: "mW",
})  # fmt: skip
"""Hundredths of an em of each character."""
_WIDEST = 90
"""Of characters that no one measured."""
_WHEN = 4.0
"""Em of the column of times with the space after it."""
_STRANDED = 4.0
"""Lines left white at the end of a column, because no row is broken."""
_CODE = 28.0
"""Millimetres of the code in the foot."""


class SheetRow(NamedTuple):
    """Something on a sheet of paper: when, what, where and for how much."""

    start: str
    end: str
    name: Prose
    marks: tuple[Mark, ...]
    facts: tuple[Prose, ...]
    """Place, cost, and what else must be known."""


class SheetDay(NamedTuple):
    """What stands below one heading of a sheet."""

    heading: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A size of print: what one page of it holds."""

    name: str
    """Class of the page; empty for the normal one."""
    most: int
    """Rows at most, however short they are."""
    columns: int
    across: float
    """Em of a column."""
    lines: float
    """Lines of a column between a head of one line and a foot as high as its code."""
    line: float
    """Millimetres of a line."""
    wide: float
    """Em of the whole page."""


NORMAL = Size(name="", most=34, columns=2, across=21.0, lines=41.0, line=5.08, wide=43.9)
"""12 pt in two columns."""
LARGE_PRINT = Size(name="large", most=11, columns=1, across=29.2, lines=26.2, line=7.62, wide=29.2)
"""18 pt in one column."""
SIZES = (NORMAL, LARGE_PRINT)
_HEADING, _GAP, _NOTE_GAP = 1.35, 0.3, 0.3
"""Lines of a day's heading; around a row; above a note."""
_TITLE = 1.7
"""How much larger the head is than the rest, in letters; in lines it is twice as high."""


def lines_of(text: str, em: float, widths: Mapping[str, int] = _BOLD) -> int:
    """Lines that a text takes in a column of that width, broken between words as browsers do; a longer word is broken within."""
    room, lines, left = em * 100, 0, 0.0
    for word in text.split(" "):
        width = sum(widths.get(character, _WIDEST) for character in word)
        if not lines or width > left:
            lines += max(1, ceil(width / room))
            left = room - (width % room)
        else:
            left -= width
        left -= widths[" "]
    return lines if text else 0


def row_height(row: SheetRow, size: Size) -> float:
    """Lines of one row."""
    name = " ".join([*(f"{mark.word} " for mark in row.marks), row.name.text])
    facts = "\N{NO-BREAK SPACE}· ".join(part.text for part in row.facts)
    across = size.across - _WHEN
    return max(lines_of(name, across) + lines_of(facts, across, _PLAIN), 1 + bool(row.end)) + _GAP


def room(size: Size, title: str, notes: Iterable[str], foot: Iterable[str]) -> float:
    """Lines for the days, all columns together, on a page with this title, these notes below the days and these lines beside the code."""
    head = 2.0 * (lines_of(title, size.wide / _TITLE) - 1)
    beside = sum(lines_of(text, size.wide - 7.0 * NORMAL.line / size.line) for text in foot)
    foot_more = max(0.0, beside - _CODE // size.line)
    below = sum(lines_of(text, size.wide) + _NOTE_GAP for text in notes)
    return size.columns * (size.lines - head - foot_more - below) - _STRANDED * (size.columns - 1)


def fits(days: Sequence[SheetDay], size: Size, lines: float) -> bool:
    """Whether all of it stands in so many lines."""
    return not cut(days, size, lines)[1]


def cut(days: Sequence[SheetDay], size: Size, lines: float) -> tuple[tuple[SheetDay, ...], int]:
    """The first rows that stand in so many lines, and how many were left out."""
    kept: list[SheetDay] = []
    most = size.most
    for day in days:
        lines -= _HEADING
        rows = []
        for row in day.rows[:most]:
            lines -= row_height(row, size)
            if lines < 0:
                break
            rows.append(row)
        most -= len(rows)
        if rows:
            kept.append(SheetDay(heading=day.heading, rows=tuple(rows)))
        if len(rows) < len(day.rows):
            break
    return tuple(kept), sum(len(day.rows) for day in days) - sum(len(day.rows) for day in kept)
