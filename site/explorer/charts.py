"""Geometry of the small pictures beside the tables: bars, stacked bars, lines. Pure; templates draw it as inline SVG without a library.

Widths are shares of the picture in percent, so that a picture is as wide as the page it stands on and its letters never shrink.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_LONGEST_LABEL = 36
"""So many letters stand on one line of a narrow screen; the table beside says the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One part of a bar."""

    start: float
    width: float
    """Both in percent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line of a picture: what it is, its number in words, and its bar."""

    label: str
    text: str
    pieces: tuple[Piece, ...]
    is_unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A line over days; in a square of 100 by 100, the beginning of days at the left, 0 at the bottom."""

    points: str
    """As ``<polyline points>`` wants them."""
    dots: tuple[tuple[float, float], ...]
    """The same as numbers, where they are few enough to be drawn."""
    first: date
    last: date
    lowest: int
    highest: int
    begin: int
    """Values of the first and the last day."""
    end: int


def bars(rows: Sequence[tuple[str, float | None, str, bool]], longest: float | None = None) -> tuple[Bar, ...]:
    """One bar a row of label, number, text and whether it is the row of the unknown; the longest, or ``longest``, is the whole width."""
    whole = longest if longest is not None else max((number or 0 for _, number, _, _ in rows), default=0)
    return tuple(
        Bar(label=short(label), text=text, pieces=(Piece(start=0, width=_percent(number, whole)),), is_unknown=is_unknown)
        for label, number, text, is_unknown in rows
    )


def stacked(rows: Sequence[tuple[str, Sequence[int], str]]) -> tuple[Bar, ...]:
    """One bar a row of label, numbers and text, divided as the numbers are; every bar is the whole width."""
    return tuple(Bar(label=short(label), text=text, pieces=_pieces(numbers)) for label, numbers, text in rows)


def curve(values: Sequence[tuple[date, int]]) -> Curve | None:
    """The line of at least two days in their order; ``None`` for fewer."""
    if len(values) < 2:  # noqa: PLR2004 - one point is no line
        return None
    (first, begin), (last, end) = values[0], values[-1]
    days = (last - first).days or 1
    numbers = [number for _, number in values]
    highest = max(numbers)
    dots = tuple((round(100 * (day - first).days / days, 2), round(100 - _percent(number, highest), 2)) for day, number in values)
    return Curve(
        points=" ".join(f"{x:g},{y:g}" for x, y in dots),
        dots=dots if len(dots) <= 31 else (),  # noqa: PLR2004 - a month
        first=first,
        last=last,
        lowest=min(numbers),
        highest=highest,
        begin=begin,
        end=end,
    )


def short(label: str) -> str:
    """The label, or its beginning where it would not fit on a line."""
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1].rstrip()}…"


def _percent(number: float | None, whole: float) -> float:
    return round(100 * (number or 0) / whole, 2) if whole else 0.0


def _pieces(numbers: Sequence[int]) -> tuple[Piece, ...]:
    whole, start, found = sum(numbers), 0.0, []
    for number in numbers:
        width = _percent(number, whole)
        found.append(Piece(start=round(start, 2), width=width))
        start += width
    return tuple(found)
