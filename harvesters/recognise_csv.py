"""Is a text a table of separated values, and what are its columns called?"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

DELIMITERS = (";", ",", "\t", "|")
_LOOKED_AT = 200
_WORDS = re.compile(
    r"p[äa]iv|pvm|aika|klo|alk|loppu|p[äa][äa]tty|tapahtum|nimi|otsikko|paikka|datum|tid|plats|namn|evenemang|rubrik|start|slut"
    r"|date|time|begin|end|title|name|event|place|location|venue|summary",
    re.IGNORECASE,
)
_FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The first row of a table."""

    delimiter: str
    names: tuple[str, ...]
    rows: int
    """Rows below it."""

    @property
    def is_about_events(self) -> bool:
        """True where at least two columns are called like a field of an event."""
        return sum(bool(_WORDS.search(name)) for name in self.names) >= _FEWEST_COLUMNS


def header_of(text: str) -> Header | None:
    """The header of a table whose rows have as many cells as it; ``None`` for every other text."""
    lines = text.splitlines()
    if len(lines) < _FEWEST_COLUMNS:
        return None
    for delimiter in DELIMITERS:
        try:
            rows = list(csv.reader(io.StringIO("\n".join(lines[:_LOOKED_AT])), delimiter=delimiter))
        except csv.Error:
            continue
        rows = [row for row in rows if any(cell.strip() for cell in row)]
        if len(rows) >= _FEWEST_COLUMNS and _is_table(rows):
            return Header(delimiter=delimiter, names=tuple(name.strip() for name in rows[0]), rows=len(lines) - 1)
    return None


def _is_table(rows: list[list[str]]) -> bool:
    """True where four of five rows are as wide as the first, and the first names its columns shortly."""
    width = len(rows[0])
    short = all(0 < len(name.strip()) <= 40 for name in rows[0][:3])  # noqa: PLR2004 - a column's name is no sentence
    return width >= _FEWEST_COLUMNS and short and sum(len(row) == width for row in rows) * 5 >= len(rows) * 4
