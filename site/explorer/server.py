"""The site at ``/`` and the explorer at ``/explore/`` on one port.

``serve_forever`` is a coroutine, so that a scheduler can run beside it in the same event loop; it returns on SIGINT and SIGTERM.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from explorer.app import explorer_app
from explorer.headers import SITE_POLICY, SecurityHeaders
from explorer.instance import Means
from explorer.pages import PageOf, nowhere, pages
from explorer.proxies import BehindProxies, Network
from explorer.static_site import StaticSite
from harvesters.errors import KoosteError
from harvesters.source import Schedules
from store.snapshot import current_snapshot

EXPLORER = "/explore/"
_ALREADY_SMALL = (*DEFAULT_EXCLUDED_CONTENT_TYPES, "application/octet-stream", "application/pdf", "image/x-icon")


class PortTakenError(KoosteError):
    """Another program answers at the address."""


def site_app(
    data_dir: Path, schedules: Schedules, *, page_of: PageOf = nowhere, means: Means | None = None, proxies: Sequence[Network] = ()
) -> Starlette:
    """The static site of ``data_dir`` at ``/``, the explorer over its current snapshot at ``/explore/``, ``/healthz`` for a watchdog.

    ``page_of`` says where on the site a row of the explorer has its page; without ``means`` the explorer only reads. ``proxies`` are
    believed when they say whom they ask for.
    """
    explorer = explorer_app(lambda: current_snapshot(data_dir), schedules, EXPLORER, page_of=page_of, means=means)
    site = SecurityHeaders(StaticSite(data_dir / "public", pages(schedules, EXPLORER)), SITE_POLICY)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await explorer.aclose()

    async def to_explorer(_: Request) -> Response:
        return RedirectResponse(EXPLORER, status_code=301)

    async def health(_: Request) -> Response:
        snapshot = await asyncio.to_thread(current_snapshot, data_dir)
        parts = {"site": (data_dir / "public" / "index.html").is_file(), "explorer": snapshot is not None}
        return JSONResponse({"ok": all(parts.values()), **parts}, 200 if all(parts.values()) else 503, {"cache-control": "no-store"})

    return Starlette(
        routes=[
            Route("/healthz", health),
            Route(EXPLORER.rstrip("/"), to_explorer),
            Mount(EXPLORER, explorer),
            Mount("/", site),
        ],
        middleware=[
            Middleware(BehindProxies, proxies=proxies),
            Middleware(GZipMiddleware, compresslevel=6, exclude_content_types=_ALREADY_SMALL),
        ],
        lifespan=lifespan,
    )


class _Server(uvicorn.Server):
    """Uvicorn that says when it answers, and that leaves what follows a signal to its caller."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to answer."""
        await super().startup(sockets)
        self._ready()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Ends the serving on SIGINT and SIGTERM without raising them again: a scheduler beside us has to stop as well."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


async def serve_forever(app: ASGIApp, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serves until SIGINT, SIGTERM or cancellation; requests under way are answered first.

    ``ready`` is called once with the address that answers (``port`` 0 takes a free one). ``PortTakenError`` where the port cannot be had.
    """
    listener = _listen(host, port)
    config = uvicorn.Config(
        app,
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # uvicorn's own reading believes whatever comes from this machine (explorer.proxies)
        timeout_keep_alive=10,
        timeout_graceful_shutdown=10,
    )
    server = _Server(config, lambda: ready(_address(listener)))
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        await asyncio.shield(serving)
    except asyncio.CancelledError:
        server.should_exit = True
        await serving
        raise
    finally:
        listener.close()


def serve(app: ASGIApp, host: str, port: int, ready: Callable[[str], None]) -> None:
    """The same where nothing else runs beside it."""
    asyncio.run(serve_forever(app, host, port, ready))


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket; ``PortTakenError`` in words for people."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as problem:
        msg = f"{host!r} is no address of this computer ({problem.strerror}); use --host 127.0.0.1"
        raise PortTakenError(msg) from problem
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(where)
    except OSError as problem:
        listener.close()
        msg = f"Port {port} of {host} cannot be had ({problem.strerror}); stop the program that uses it or choose another with --port"
        raise PortTakenError(msg) from problem
    listener.listen(socket.SOMAXCONN)
    return listener


def _address(listener: socket.socket) -> str:
    """``http://127.0.0.1:8001``, without a slash at its end, for a listening socket."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
