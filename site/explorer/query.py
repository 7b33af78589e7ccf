"""Questions in SQL, for those who are signed in and may ask them; the public has ready questions, filters, facets and search.

The question stands in the address, so it can be kept and sent to a colleague, who has to be signed in as well. It runs over the frozen
snapshot in a process of its own (``store.free_sql``).
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from datasette import Response

from explorer.guard import harmless
from explorer.page import Asked, Page
from explorer.pages import DATABASE
from explorer.sign_in import wanted
from store.free_sql import BYTES, ROWS, SECONDS, Answer, NotAnsweredError, answer

_PART = "query"
_SQL = "q"
_STATUS = {"busy": 503, "time": 400, "memory": 400, "denied": 400, "wrong": 400}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What was asked and what came of it."""

    sql: str
    found: Answer | None = None
    reason: str = ""
    """Why there is no answer: a key of the words (``reason_<reason>``)."""
    detail: str = ""
    """SQLite's own words, in English."""


async def show(asked: Asked) -> Response:
    """The form and, where there was a question, its answer."""
    if refusal := await wanted(asked, "query"):
        return refusal
    told = await _asking(asked)
    about = asked.about
    tables = tuple((name, about.title(name), about.table(name)) for name in sorted(about.words.tables))
    status = _STATUS[told.reason] if told.reason else 200
    limits = {"rows": about.number(ROWS), "seconds": f"{SECONDS:g}", "megabytes": BYTES // 1_000_000}
    return await asked.page("query/index.html", _PART, status=status, private=True, told=told, listed=tables, limits=limits, field=_SQL)


async def as_csv(asked: Asked) -> Response:
    """The answer as CSV."""
    if refusal := await wanted(asked, "query"):
        return refusal
    told = await _asking(asked)
    if told.found is None:
        return asked.refused(_STATUS.get(told.reason, 400), told.detail)
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(told.found.columns)
    rows.writerows([harmless("" if value is None else str(value)) for value in row] for row in told.found.rows)
    return asked.text(out.getvalue(), "text/csv; charset=utf-8", filename="kooste.csv", private=True)


async def as_json(asked: Asked) -> Response:
    """The answer as JSON: ``columns``, ``rows``, and whether it was cut."""
    if refusal := await wanted(asked, "query"):
        return refusal
    told = await _asking(asked)
    if told.found is None:
        return _private_json({"reason": told.reason or "wrong", "error": told.detail}, _STATUS.get(told.reason, 400))
    return _private_json({"columns": told.found.columns, "rows": told.found.rows, "is_cut": told.found.is_cut}, 200)


def _private_json(data: Any, status: int) -> Response:
    return Response.json(data, status=status, headers={"cache-control": "no-store"})


async def _asking(asked: Asked) -> Asking:
    sql = (asked.query.get(_SQL) or "").strip()
    if not sql:
        return Asking(sql="")
    database = Path(asked.datasette.get_database(DATABASE).path)
    try:
        return Asking(sql=sql, found=await asked.in_thread(answer, database, sql))
    except NotAnsweredError as problem:
        return Asking(sql=sql, reason=problem.reason, detail=str(problem))


PAGES = (
    Page(kind="query", view=show, needs_services=True),
    Page(kind="query", view=as_csv, rest=r"kooste\.csv", needs_services=True),
    Page(kind="query", view=as_json, rest=r"kooste\.json", needs_services=True),
)
