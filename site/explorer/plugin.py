"""The explorer's Datasette plugin: limits, words, descriptions and error pages of our own instances.

Datasette's plugins are process-wide, so every hook first asks whether the instance is one of ours.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable
from typing import Any, TypeVar, cast

from datasette import Response, hookimpl
from datasette.filters import Filters
from datasette.plugins import pm
from datasette.utils.asgi import BadRequest, Base400, Forbidden
from datasette.utils.sqlite import sqlite3
from datasette.views.base import DatasetteError

from explorer.listing_pages import Rows
from explorer.metadata import ORDER
from explorer.pages import DATABASE, About
from explorer.routes import routes
from explorer.searching import beginnings
from explorer.sign_in_sessions import actor_of

log = logging.getLogger(__name__)
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 2_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}
"""What SQLite itself refuses, whatever the time limit says (reliability, section 4)."""
_CONDITIONS = tuple(key for key, _, _ in Filters([]).lookups())
_COLUMN_PARAMETERS = {"_col", "_nocol", "_facet", "_facet_array", "_facet_date", "_sort", "_sort_desc"}
_SECRET_WORD = re.compile(r"(?<=/)[A-Za-z0-9_-]{32,}(?=/|$)")
"""Private addresses hold a long word of chance, which stands in no log."""
_CLIENT_ERROR = 400
_SERVER_ERROR = 500


_Hook = TypeVar("_Hook", bound=Callable[..., Any])


def _hook(**order: bool) -> Callable[[_Hook], _Hook]:
    """Datasette's ``hookimpl`` with the type that it does not ship."""
    return cast("Callable[[_Hook], _Hook]", hookimpl(**order))


def register() -> None:
    """Makes the hooks known to Datasette, once a process.

    Datasette's own exception handler goes: it runs beside any other and prints every mistyped address with all local variables.
    """
    module = sys.modules[__name__]
    if not pm.is_registered(module):
        pm.register(module, "kooste-explorer")
        pm.unregister(name="datasette.handle_exception")


def _ours(datasette: Any) -> bool:
    """Whether the instance is one of the explorer's."""
    return hasattr(datasette, "described")


@_hook(trylast=True)  # after Datasette's own escape_fts, which it replaces
def prepare_connection(conn: Any, datasette: Any) -> None:
    """Sets SQLite's limits and makes a search find words by their beginning."""
    if _ours(datasette):
        for limit, value in _LIMITS.items():
            conn.setlimit(limit, value)
        conn.create_function("escape_fts", 1, beginnings, deterministic=True)


@_hook()
def filters_from_request(datasette: Any, database: str, table: str, request: Any) -> Callable[[], Any] | None:
    """Refuses a column or a condition that does not exist: SQLite would take ``"foo"`` for a text and answer with no rows."""
    if not _ours(datasette):
        return None

    async def check() -> None:
        known = set(await datasette.get_database(database).table_columns(table))
        for name in request.args:
            for column, condition in _asked(name, request.args.getlist(name)):
                if column not in known:
                    raise BadRequest(f"{table} has no column {column!r}.")
                if condition not in _CONDITIONS:
                    raise BadRequest(f"{condition!r} is not a condition; {', '.join(_CONDITIONS)} are.")

    return check


def _asked(name: str, values: list[str]) -> list[tuple[str, str]]:
    """The columns, each with a condition, that one parameter of the query is about."""
    if name in _COLUMN_PARAMETERS:
        return [(value, "exact") for value in values]
    if name.startswith("_"):
        return []
    column, _, condition = name.rpartition("__") if "__" in name else (name, "", "exact")
    return [(column, condition)]


@_hook()
def skip_csrf(datasette: Any, scope: Any) -> bool:
    """Forms with a file are checked by ``Asked.form`` alone: Datasette's own check cannot read them with the parser of today."""
    kinds = [value for name, value in scope.get("headers", ()) if name == b"content-type"]
    return _ours(datasette) and any(kind.lower().startswith(b"multipart/form-data") for kind in kinds)


@_hook()
def register_routes(datasette: Any) -> list[tuple[str, Callable[..., Any]]]:
    """Our own pages."""
    if not _ours(datasette):
        return []
    return list(routes(datasette.pages.languages, has_services=datasette.services is not None))


@_hook()
def actor_from_request(datasette: Any, request: Any) -> Callable[[], Any] | None:
    """Who is signed in."""
    if not _ours(datasette):
        return None

    async def actor() -> dict[str, Any] | None:
        return await actor_of(datasette, request)

    return actor


@_hook()
def get_metadata(datasette: Any) -> dict[str, Any]:
    """Titles, descriptions, labels, sort and facets of the snapshot's tables."""
    return datasette.described if _ours(datasette) else {}


@_hook()
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    """Gives every template the region, the words and the addresses as ``k``."""
    if _ours(datasette):
        env.globals["k"] = datasette.pages.about


@_hook()
def extra_template_vars(datasette: Any) -> dict[str, Any]:
    """What our templates know besides Datasette's own context."""
    if not _ours(datasette):
        return {}
    about: About = datasette.pages.about

    async def tables() -> list[dict[str, Any]]:
        return await _tables(datasette)

    return {
        "tables": tables,
        "rows": Rows(datasette, about),
        "compiled": about.moment(datasette.compiled),
        "upcoming": f"{about.table('occurrences')}?last_day__gte={datasette.compiled:%Y-%m-%d}",
    }


async def _tables(datasette: Any) -> list[dict[str, Any]]:
    """What the front page says about each table."""
    database = datasette.get_database(DATABASE)
    hidden = set(await database.hidden_table_names())
    counts = await database.table_counts()
    about: About = datasette.pages.about
    rows = [
        {
            "name": name,
            "title": about.title(name),
            "description": about.words.tables[name].description if name in about.words.tables else "",
            "count": count,
        }
        for name, count in counts.items()
        if name not in hidden
    ]
    return sorted(rows, key=lambda row: (ORDER.get(row["name"], len(ORDER)), row["name"]))


@_hook(tryfirst=True)
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Callable[[], Any] | None:
    """An error page in our words; only what nobody foresaw is logged, and never shown."""
    if not _ours(datasette):
        return None
    status, detail = _explain(exception)
    if status >= _SERVER_ERROR:
        log.error("the explorer failed at %r", _SECRET_WORD.sub("…", request.path), exc_info=exception)

    async def page() -> Response:
        return _page(datasette, request, status, detail)

    return page


@_hook(tryfirst=True)
def forbidden(datasette: Any, request: Any, message: str) -> Callable[[], Any] | None:
    """The 403 page in our words."""
    if not _ours(datasette):
        return None

    async def page() -> Response:
        return _page(datasette, request, 403, message)

    return page


def _explain(exception: Exception) -> tuple[int, str]:
    """Status and technical detail of a failure; a query that could not be understood is the client's."""
    if isinstance(exception, DatasetteError):
        if str(exception.message).startswith("no such table"):
            return 404, "No such table."
        status = exception.status if exception.status != _SERVER_ERROR else _CLIENT_ERROR
        return status, exception.title if exception.message_is_html else exception.message
    if isinstance(exception, Base400):
        return exception.status, str(exception)
    if isinstance(exception, Forbidden):
        return 403, str(exception)
    return _SERVER_ERROR, ""


def _page(datasette: Any, request: Any, status: int, detail: str) -> Response:
    """The error as JSON where JSON was asked for, else as a page."""
    if request.path.partition("?")[0].endswith(".json"):
        return Response.json({"ok": False, "error": detail, "status": status, "title": None}, status=status)
    return Response.html(datasette.pages.message(status, detail), status=status)
