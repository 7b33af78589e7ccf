"""One table of the statistics: rows with what they are called, columns with what they count, and the sentence that says how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from explorer.charts import Bar, bars, stacked
from explorer.texts import PartWords

Kind: TypeAlias = Literal["number", "share", "hours", "text"]
Value: TypeAlias = int | float | str | None
Chart: TypeAlias = Literal["bars", "stacked"]
_ALL_SHOWN = 10
"""So many rows a picture shows whatever they hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What one column counts."""

    key: str
    """Name in CSV and JSON, the same in every language."""
    label: str
    kind: Kind = "number"
    """``share`` is 0 to 1; ``hours`` is minutes, shown as hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing and its numbers; ``None`` is what is not known."""

    code: str
    label: str
    values: tuple[Value, ...]
    is_unknown: bool = False
    """It is what is not told."""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table."""

    name: str
    title: str
    method: str
    head: str
    """What the rows are."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    """Everything together, each event once; where it makes sense."""
    chart: Chart = "bars"
    charted: int = 0
    """The column whose numbers the bars show; with ``stacked`` the first ``charted + 1`` columns."""
    notes: tuple[str, ...] = field(default=())

    @property
    def most(self) -> Row | None:
        """The row with the most, the unknown left out; ``None`` where all are parts of one whole."""
        if self.chart == "stacked":
            return None
        found = [row for row in self.rows if not row.is_unknown and isinstance(row.values[self.charted], int | float)]
        return max(found, key=lambda row: float(row.values[self.charted] or 0), default=None)

    @property
    def unknown(self) -> Row | None:
        """The row of what is not told."""
        return next((row for row in self.rows if row.is_unknown), None)

    def bars(self, show: Callable[[Value, Kind], str]) -> tuple[Bar, ...]:
        """The picture's bars; ``show`` writes a number. Of a long list the rows that hold nothing stand in the table alone."""
        column = self.columns[self.charted]
        if self.chart == "stacked":
            return stacked([(row.label, _numbers(row.values[: self.charted + 1]), _joined(row.values, self, show)) for row in self.rows])
        shown = self.rows if len(self.rows) <= _ALL_SHOWN else [row for row in self.rows if row.values[self.charted] or row.is_unknown]
        told = [
            (row.label, _number(row.values[self.charted]), show(row.values[self.charted], column.kind), row.is_unknown) for row in shown
        ]
        return bars(told, 1.0 if column.kind == "share" else None)

    def heads(self) -> list[str]:
        """The first line of the CSV."""
        return ["code", self.head, *(column.key for column in self.columns)]

    def lines(self) -> Iterable[Sequence[Value]]:
        """The others; shares with three digits, hours with two."""
        for row in (*self.rows, *([self.total] if self.total else [])):
            yield (row.code, row.label, *(_exact(value, column.kind) for value, column in zip(row.values, self.columns, strict=True)))

    def data(self) -> dict[str, object]:
        """The table as JSON."""
        return {
            "name": self.name,
            "title": self.title,
            "method": self.method,
            "rows": [_data(row, self.columns) for row in self.rows],
            "total": _data(self.total, self.columns) if self.total else None,
        }


def _data(row: Row, columns: Sequence[Column]) -> dict[str, Value]:
    values = {column.key: _exact(value, column.kind) for column, value in zip(columns, row.values, strict=True)}
    return {"code": row.code, "label": row.label, **values}


def _exact(value: Value, kind: Kind) -> Value:
    if isinstance(value, int | float) and kind == "share":
        return round(value, 3)
    return round(value / 60, 2) if isinstance(value, int | float) and kind == "hours" else value


def _number(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _numbers(values: Sequence[Value]) -> list[int]:
    return [value if isinstance(value, int) else 0 for value in values]


def _joined(values: Sequence[Value], sheet: Sheet, show: Callable[[Value, Kind], str]) -> str:
    return " · ".join(show(value, column.kind) for value, column in zip(values[: sheet.charted + 1], sheet.columns, strict=False))


def columns(words: PartWords, *named: tuple[str, Kind]) -> tuple[Column, ...]:
    """Columns by their keys, with what each is called (``column_<key>``)."""
    return tuple(Column(key=key, label=words[f"column_{key}"], kind=kind) for key, kind in named)


def ordered(codes: Iterable[str], known: Iterable[str], size: Mapping[str, int]) -> list[str]:
    """Those that are known in their order, then the others by size."""
    first = [code for code in known if code]
    rest = sorted({code for code in codes if code} - set(first), key=lambda code: (-size.get(code, 0), code))
    return [*first, *rest]
