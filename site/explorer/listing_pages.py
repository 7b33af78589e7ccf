"""What a table page and a row page show: the usual columns in our order, names that lead to rows, codes in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from datasette.utils import tilde_encode
from markupsafe import Markup

from explorer.metadata import TIMES, UNITS, brief
from explorer.pages import DATABASE, About

_NAMING = ("name", "title")
_CUT = 300
_KEY_BESIDE_LABEL = re.compile(r"&nbsp;<em>[^<]*</em>$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A table as its page shows it."""

    columns: tuple[Mapping[str, Any], ...]
    rows: tuple[tuple[Mapping[str, Any], ...], ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """What templates call to show rows of one snapshot."""

    datasette: Any
    about: About

    def few(self, request: Any) -> bool:
        """Whether the page may leave columns out: nobody asked for certain ones or for all."""
        return not any(name in request.args for name in ("_col", "_nocol", "_all"))

    def arrange(self, table: str, columns: Sequence[Mapping[str, Any]], rows: Iterable[Any], *, few: bool) -> Shown:
        """The columns and cells to show; ``few`` leaves out what people rarely look at and puts codes into words."""
        by_name = {column["name"]: column for column in columns}
        wanted = brief(table, self.about.language) if few else ()
        names = [name for name in wanted if name in by_name] or list(by_name)
        return Shown(
            columns=tuple(by_name[name] for name in names),
            rows=tuple(self._cells(table, {cell["column"]: cell for cell in row}, names, few=few) for row in rows),
        )

    def _cells(
        self, table: str, cells: Mapping[str, Mapping[str, Any]], names: Sequence[str], *, few: bool
    ) -> tuple[Mapping[str, Any], ...]:
        """The cells of one row; a name that comes first leads to its row."""
        shown = [dict(cells[name]) for name in names]
        for cell in shown:
            cell["value"] = _without_key(cell["value"])
        if few:
            for cell in shown:
                cell["value"] = self.words(cell["column"], cell["raw"]) or cell["value"]
                if cell["column"] == "place_id" and not cell["raw"] and "place_text" in cells:
                    cell["value"] = cell["raw"] = cells["place_text"]["raw"]
            if names[0] in _NAMING and "id" in cells:
                shown[0]["value"] = self._link(table, cells["id"]["raw"], shown[0]["raw"] or self.about.ui["empty"])
        return tuple(shown)

    def words(self, column: str, value: Any) -> str | Markup:
        """The value as people say it where it is a code or a time, else nothing."""
        if not isinstance(value, str):
            return ""
        if column in self.about.words.codes:
            return self.about.words.codes[column].get(value, "")
        return self._time(value) if column in TIMES else ""

    def _time(self, text: str) -> str | Markup:
        """A UTC time on the region's clock, any other on its own; a whole day as a day."""
        try:
            when = datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
        except ValueError:
            return ""
        if isinstance(when, datetime) and text.endswith("Z"):
            when = when.astimezone(self.datasette.compiled.tzinfo)
        return Markup('<time datetime="{}">{}</time>').format(text, self.about.moment(when))

    def label(self, column: str) -> str:
        """A short heading; the column's own name where it has none."""
        return self.about.words.labels.get(column, column)

    def unit(self, table: str, column: str) -> str:
        """The unit of a number in words."""
        return self.about.ui[f"unit_{UNITS[table, column]}"] if (table, column) in UNITS else ""

    def page(self, table: str, row: Any) -> str:
        """Where on the site the row has its page; empty where it has none."""
        return self.about.page_of(table, {cell["column"]: cell["raw"] for cell in row}, self.about.language)

    async def linked(self, table: str, column: str, value: Any) -> Markup | None:
        """The row that a reference leads to, by its name; ``None`` where the column is no reference or empty."""
        keys = await self.datasette.get_database(DATABASE).foreign_keys_for_table(table)
        other = next((key["other_table"] for key in keys if key["column"] == column), None)
        if other is None or value in (None, ""):
            return None
        labels = await self.datasette.expand_foreign_keys(DATABASE, table, column, [value])
        return self._link(other, value, labels.get((column, value)) or value)

    def _link(self, table: str, key: Any, text: Any) -> Markup:
        """A link to a row."""
        words = str(text)
        href = self.datasette.urls.row(DATABASE, table, tilde_encode(str(key)))
        return Markup('<a href="{}">{}</a>').format(str(href), words if len(words) <= _CUT else f"{words[:_CUT]}…")


def _without_key(value: Any) -> Any:
    """A link to another row as Datasette makes it, without the key it puts after the name."""
    return Markup(_KEY_BESIDE_LABEL.sub("", value)) if isinstance(value, Markup) else value  # noqa: S704 - it was markup, and less of it is left
