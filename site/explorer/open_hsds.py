"""The interface of the directory: Open Referral HSDS 3.0's API for reading (``/services``, ``/services/{id}``) and the tabular package."""

from __future__ import annotations

from typing import Any

from datasette import Response
from datasette.utils.sqlite import sqlite3

from explorer.open_hsds_records import Directory
from explorer.open_hsds_tables import package
from explorer.page import Asked, Page
from store.open_data import beside, directory

_MOST, _USUAL = 100, 50
_PROFILE = "https://docs.openreferral.org/en/v3.0.0/"


async def root(asked: Asked) -> Response:
    """What this is (HSDS API ``/``)."""
    base = asked.about.absolute(asked.href("hsds"))
    told = {"version": "3.0", "profile": _PROFILE, "openapi_url": f"{_PROFILE}hsds/api_reference.html"}
    return asked.json({**told, "services": f"{base}services", "tabular": f"{base}tabular.zip", "licence": _licence(asked)})


async def services(asked: Asked) -> Response:
    """One page of all services (HSDS API ``/services``): ``page`` from 1 on, ``per_page`` up to 100."""
    number, size = _whole(asked, "page", 1, 1_000_000), _whole(asked, "per_page", _USUAL, _MOST)
    if number is None or size is None:
        return asked.json({"detail": f"page is a whole number from 1 on, per_page one from 1 to {_MOST}."}, 400)
    made = _directory(asked)

    def found(connection: sqlite3.Connection) -> tuple[int, list[dict[str, Any]]]:
        part = directory(connection, offset=(number - 1) * size, most=size)
        near = beside(connection, part.events)
        return part.count, [made.summary(event, near) for event in part.events]

    count, contents = await asked.read(found)
    pages = max(1, -(-count // size))
    return asked.json({
        "total_items": count,
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not contents,
        "contents": contents,
    })  # fmt: skip


async def service(asked: Asked) -> Response:
    """One service, whole (HSDS API ``/services/{id}``)."""
    found = next((record for record in await _all(asked) if record["id"] == asked.parts["id"].casefold()), None)
    return asked.json(found) if found else asked.json({"detail": "Not found."}, 404)


async def tabular(asked: Asked) -> Response:
    """Everything as CSV tables in a zip file."""
    records = await _all(asked)
    made = asked.datasette.compiled
    body = await asked.in_thread(package, records, asked.about.region, _licence(asked), made)
    return asked.text(body, "application/zip", filename="hsds-3.0.zip")


async def _all(asked: Asked) -> list[dict[str, Any]]:
    """Every service, whole; made once for a snapshot, which never changes."""
    made = _directory(asked)

    def found(connection: sqlite3.Connection) -> list[dict[str, Any]]:
        part = directory(connection)
        near = beside(connection, part.events)
        return [made.service(event, near) for event in part.events]

    return await asked.kept("hsds", found)


def _directory(asked: Asked) -> Directory:
    return Directory(public=asked.about.public, region=asked.about.region, languages=asked.datasette.pages.languages)


def _licence(asked: Asked) -> str:
    return str(asked.datasette.described.get("license", ""))


def _whole(asked: Asked, name: str, usual: int, most: int) -> int | None:
    text = asked.query.get(name) or str(usual)
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= most else None


PAGES = (
    Page(kind="hsds", view=root),
    Page(kind="hsds", view=services, rest="services/?"),
    Page(kind="hsds", view=service, rest="services/(?P<id>[0-9a-fA-F-]{36})/?"),
    Page(kind="hsds", view=tabular, rest=r"tabular\.zip"),
)
