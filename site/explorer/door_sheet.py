"""The shared sheet for those without a calendar program: a template whose columns Kooste reads, and how to share it."""

from __future__ import annotations

import csv
import io

from datasette import Response

from explorer.door_addresses import everywhere, to
from explorer.door_forms import PART
from explorer.page import Asked
from explorer.texts import PartWords

COLUMNS = ("day", "begins", "ends", "name", "place", "description", "price", "link")
_BYTE_ORDER_MARK = "\ufeff"
"""Spreadsheet programs take a file for UTF-8 only with it."""


async def sheet(asked: Asked) -> Response:
    """How to keep events in a sheet."""
    words = asked.words(PART)
    return await asked.page(
        *("door/sheet.html", PART),
        columns=tuple((words[f"column_{name}"], words[f"column_{name}_hint"]) for name in COLUMNS),
        download=to(asked, words["sheet_file"]),
        start=to(asked),
        languages=everywhere(asked, "sheet"),
    )


async def template(asked: Asked) -> Response:
    """The sheet to begin with, as comma separated values."""
    words = asked.words(PART)
    return asked.text(_BYTE_ORDER_MARK + template_of(words), "text/csv; charset=utf-8", filename=words["sheet_file"])


def template_of(words: PartWords) -> str:
    """The headings, and two examples that are not read because their rows begin with ``#``."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow([words[f"column_{name}"] for name in COLUMNS])
    for number in ("1", "2"):
        cells = [words[f"example_{number}_{name}"] for name in COLUMNS]
        rows.writerow([f"# {cells[0]}", *cells[1:]])
    return out.getvalue()
