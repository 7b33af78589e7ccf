"""How the explorer's tests ask: in process, or over a real server on loopback."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
from starlette.types import ASGIApp

from explorer.app import Explorer, explorer_app
from explorer.server import serve_forever
from tests.explorer_snapshot import schedules


def explorer(path: Path | None, *languages: str) -> Explorer:
    """The explorer over one snapshot file."""
    return explorer_app(lambda: path, schedules(*languages))


def client(app: Explorer) -> httpx.AsyncClient:
    """A client that asks the application without a network and follows no redirect."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1")


def ask(app: Explorer, *paths: str, method: str = "GET") -> list[httpx.Response]:
    """The answers to the questions, one after another; the application is closed afterwards."""

    async def answers() -> list[httpx.Response]:
        async with client(app) as asking:
            try:
                return [await asking.request(method, path) for path in paths]
            finally:
                await app.aclose()

    return asyncio.run(answers())


@contextmanager
def running(app: ASGIApp) -> Iterator[str]:
    """The address of a server that runs the application on a free port of loopback."""
    told: queue.Queue[tuple[asyncio.AbstractEventLoop, asyncio.Task[None], str]] = queue.Queue()

    async def serve() -> None:
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        assert task is not None
        with suppress(asyncio.CancelledError):
            await serve_forever(app, "127.0.0.1", 0, lambda address: told.put((loop, task, address)))

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    loop, task, address = told.get(timeout=30)
    try:
        yield address
    finally:
        loop.call_soon_threadsafe(task.cancel)
        thread.join()
