"""The explorer as an ASGI application that takes up a new snapshot between requests.

A Datasette cannot be given another file under its feet: after a replacement it goes on with the old one, or mixes both. So each snapshot
gets a Datasette of its own. Every request looks which snapshot is current (one ``stat``); the first one that sees a new snapshot
opens it and waits, as do those that come meanwhile; requests already running finish on the one they began with, which is closed after the
last of them. A new snapshot that cannot be served leaves the one before it in place.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from explorer.guard import Refusal, guarded, refuse
from explorer.headers import EXPLORER_POLICY, SecurityHeaders
from explorer.instance import Identity, Instance, Means, UnusableSnapshotError
from explorer.pages import PageOf, Pages, assets, nowhere, pages
from explorer.routes import menu, most_posted
from harvesters.source import Schedules

log = logging.getLogger(__name__)
Snapshots = Callable[[], Path | None]
"""Says which snapshot is current; ``None`` before the first one."""


class Explorer:
    """The ASGI application; ``aclose`` ends its threads and closes its files."""

    def __init__(self, snapshots: Snapshots, schedules: Schedules, pages: Pages, means: Means) -> None:
        self._snapshots = snapshots
        self._schedules = schedules
        self._pages = pages
        self._means = means
        self._assets = assets(pages.about.base)
        self._live: Instance | None = None
        self._unusable: Identity | None = None
        self._opening = asyncio.Lock()
        self._leaving: set[Instance] = set()
        self._guarded = SecurityHeaders(guarded(self._serve, self._pages, most_posted if means.services else _nothing), EXPLORER_POLICY)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            await self._guarded(scope, receive, send)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request to the snapshot that is current now, or says that there is none yet."""
        if scope["path"] in self._assets:
            return await self._assets.send(scope["path"], scope["query_string"], send)
        await self._take_up()
        if self._live is None:
            refusal = Refusal(503, "There is no snapshot yet: run kooste run.")
            return await refuse(send, refusal, self._pages, as_json=str(scope["path"]).endswith(".json"))
        with self._live.visit() as app:
            base = self._pages.about.base
            return await app(_below(scope, base), receive, _with_base(send, base))

    async def _take_up(self) -> None:
        """Makes the current snapshot the live one. On return ``_live`` may be used until the next ``await``."""
        identity = self._current()
        if identity is None or self._is_settled(identity):
            return
        async with self._opening:
            identity = self._current()
            if identity is not None and not self._is_settled(identity):
                await self._switch(identity)

    def _current(self) -> Identity | None:
        """Which bytes are the current snapshot; ``None`` where there is none (a file may vanish between two looks)."""
        path = self._snapshots()
        try:
            return Identity.of(path) if path is not None else None
        except OSError:
            return None

    def _is_settled(self, identity: Identity) -> bool:
        """Whether nothing is to be done: it is live, or it was tried in vain while another one can be served."""
        if self._live is None:
            return False
        return identity in {self._live.identity, self._unusable}

    async def _switch(self, identity: Identity) -> None:
        """Opens the snapshot, makes it live and lets the one before it go."""
        try:
            opened = await Instance.open(identity, self._schedules, self._pages, self._means)
        except UnusableSnapshotError as problem:
            log.error("%s The explorer stays with what it had.", problem)  # noqa: TRY400 - the message says all; the cause is chained
            self._unusable = identity
            return
        before, self._live = self._live, opened
        if before is not None:
            self._let_go(before)

    def _let_go(self, instance: Instance) -> None:
        """Retires the instance and forgets those that are closed by now."""
        self._leaving = {other for other in self._leaving if other.closing is None or not other.closing.done()} | {instance}
        instance.retire()

    async def aclose(self) -> None:
        """Closes the live snapshot and waits for every closing under way. Requests must have ended."""
        if self._live is not None:
            self._let_go(self._live)
            self._live = None
        await asyncio.gather(*[instance.closing for instance in self._leaving if instance.closing is not None])

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        """Closes everything at shutdown (ASGI lifespan protocol)."""
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                await send({"type": "lifespan.startup.complete"})
            else:
                await self.aclose()
                await send({"type": "lifespan.shutdown.complete"})
                return


def _below(scope: Scope, base: str) -> Scope:
    """The request as Datasette wants it behind a ``base_url``: with the base taken off, else its links have it twice."""
    raw = scope.get("raw_path") or quote(scope["path"]).encode()
    return {**scope, "path": "/" + scope["path"].removeprefix(base), "raw_path": b"/" + raw.removeprefix(base.encode()), "root_path": ""}


def _with_base(send: Send, base: str) -> Send:
    """``send`` that puts the base before those redirects of Datasette's that forget it."""

    async def forward(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [(name.lower(), value) for name, value in message["headers"]]  # ASGI wants it; Datasette does not
            headers = MutableHeaders(scope=message)
            where = headers.get("location", "")
            if where.startswith("/") and not where.startswith(base):
                headers["location"] = base + where.lstrip("/")
        await send(message)

    return forward


def _nothing(_path: str) -> int:
    """How many bytes may be posted where nothing is taken in."""
    return 0


def explorer_app(
    snapshots: Snapshots, schedules: Schedules, base_url: str = "/explore/", *, page_of: PageOf = nowhere, means: Means | None = None
) -> Explorer:
    """The explorer over whatever snapshot is current, at ``base_url`` (a slash at both ends).

    ``page_of`` says where on the site a row has its page, for the link on the row's page; without ``means`` it only reads.
    """
    told = means or Means()
    return Explorer(snapshots, schedules, pages(schedules, base_url, page_of, menu(has_services=told.services is not None)), told)
