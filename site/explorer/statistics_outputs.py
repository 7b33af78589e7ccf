"""Tables as CSV, and values as JSON knows them."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

CSV = "text/csv; charset=utf-8"
_BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for something else and shows Ã¤ for ä."""


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """RFC 4180; what is not known is an empty cell. The guard keeps cells from being taken for formulas."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows(["" if value is None else value for value in row] for row in rows)
    return _BYTE_ORDER_MARK + made.getvalue()


def plain(value: Any) -> Any:
    """Dataclasses, tuples and days as JSON has them."""
    return json.loads(json.dumps(value, default=_default, ensure_ascii=False))


def _default(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return value.isoformat() if isinstance(value, date) else str(value)
