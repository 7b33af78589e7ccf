"""The explorer over one downloaded file, on a laptop without a network: the same pages, read only; no desk, no door, no site."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route

from explorer.app import explorer_app
from explorer.instance import Means
from explorer.server import EXPLORER, serve_forever
from harvesters.source import Schedules
from kooste.daemon import page_of
from store.snapshot_file import check_snapshot_file


def serve_file(schedules: Schedules, path: Path, host: str, port: int, now: Callable[[], datetime]) -> None:
    """Serves the file until stopped. Raises ``KoosteError`` where it is none of ours, or where the port is taken."""
    check_snapshot_file(path, schedules.region.id)
    asyncio.run(serve_forever(file_app(schedules, path, now), host, port, ready=_address))


def file_app(schedules: Schedules, path: Path, now: Callable[[], datetime]) -> Starlette:
    """The explorer over the file. Links to the calendar lead to where it is published: it is not on this computer."""
    public, found = urlsplit(schedules.region.public_address), page_of(schedules)

    def page(table: str, row: Mapping[str, Any], language: str) -> str:
        where = found(table, row, language)
        return f"{public.scheme}://{public.netloc}{where}" if where else ""

    explorer = explorer_app(lambda: path, schedules, EXPLORER, page_of=page, means=Means(now=now))

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await explorer.aclose()

    async def to_explorer(_: Request) -> Response:
        return RedirectResponse(EXPLORER, status_code=307)

    return Starlette(
        routes=[Route("/", to_explorer), Route(EXPLORER.rstrip("/"), to_explorer), Mount(EXPLORER, explorer)],
        lifespan=lifespan,
    )


def _address(address: str) -> None:
    """Where to look."""
    click.echo(f"The explorer:  {address}{EXPLORER}\nIt reads the file alone. Stop with Ctrl-C.")
