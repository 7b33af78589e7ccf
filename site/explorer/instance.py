"""One Datasette over one frozen snapshot, from opening to closing."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from datasette.app import Datasette
from datasette.database import Database
from starlette.types import ASGIApp

from explorer import plugin
from explorer.metadata import describe
from explorer.pages import DATABASE, Pages
from explorer.services import Services
from explorer.texts import folder
from harvesters.errors import KoosteError
from harvesters.source import Region, Schedules
from store.reading import Snapshot
from store.snapshot_file import NEEDED

THREADS = 3
SETTINGS = {
    "num_sql_threads": THREADS,
    "default_allow_sql": False,
    "max_returned_rows": 500,
    "default_page_size": 50,
    "sql_time_limit_ms": 500,
    "facet_time_limit_ms": 200,
    "default_facet_size": 12,
    "suggest_facets": False,
    "allow_csv_stream": False,
    "max_csv_mb": 10,
    "allow_download": True,
    "default_cache_ttl": 5,
    "truncate_cells_html": 300,
}
"""Reliability section 4. Download stays on: the file holds nothing but what the tables show, and it is how a professional takes the
region's information along on a laptop without a network."""
_WARM_UP_SECONDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What the explorer's own pages need besides the snapshot."""

    services: Services | None = None
    """``None`` over a single file: nothing can be sent in."""
    now: Callable[[], datetime] | None = None
    """The clock; without one the instant at which the data was compiled is now."""
    secret: str = field(default_factory=lambda: secrets.token_hex(32), repr=False)
    """What cookies are signed with; one that lasts keeps people signed in over a restart."""


class UnusableSnapshotError(KoosteError):
    """The snapshot file cannot be served; the one before it stays."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which bytes a path stands for right now: another file under the same name is another snapshot."""

    path: Path
    inode: int
    size: int
    changed_ns: int

    @classmethod
    def of(cls, path: Path) -> Identity:
        """The identity of the file, symlinks followed; ``OSError`` where there is none."""
        real = path.resolve()
        facts = real.stat()
        return cls(real, facts.st_ino, facts.st_size, facts.st_mtime_ns)


class FrozenDatabase(Database):  # type: ignore[misc] # Datasette ships no types
    """One immutable file, whose identity stands for its content: no need to read it all for a hash."""

    def __init__(self, datasette: Datasette, identity: Identity) -> None:
        super().__init__(datasette, str(identity.path), is_mutable=False)
        self.cached_size = identity.size
        self.cached_hash = hashlib.sha256(repr(identity).encode()).hexdigest()

    async def execute(self, *arguments: Any, **options: Any) -> Any:
        """The rows. A visitor's mistake is answered to the visitor and is no line in our log."""
        return await super().execute(*arguments, **{**options, "log_sql_errors": False})


class FrozenDatasette(Datasette):  # type: ignore[misc] # Datasette ships no types
    """Datasette over one file that never changes.

    The catalogue database ``_internal`` is left out: it is for databases that change, and its write thread would outlive the instance.
    """

    def __init__(self, identity: Identity, pages: Pages, means: Means) -> None:
        super().__init__(
            settings={**SETTINGS, "base_url": pages.about.base},
            template_dir=str(folder("templates")),
            cors=True,
            secret=means.secret,
        )
        self.pages = pages
        self.services = means.services
        self.now = means.now
        self.described: dict[str, Any] = {}
        self.region: Region | None = None
        """As configured; there once the snapshot is being served."""
        self.compiled = datetime.min.replace(tzinfo=UTC)
        """When the data was compiled, on the region's clock."""
        self.kept: OrderedDict[Hashable, asyncio.Task[Any]] = OrderedDict()
        """What was found in the snapshot for everybody (``explorer.page.Asked.kept``)."""
        for name in list(self.databases):
            self.remove_database(name)
        self.add_database(FrozenDatabase(self, identity), name=DATABASE)

    async def refresh_schemas(self) -> None:
        """Does nothing: the schema of a frozen file stays as it is."""


class Instance:
    """A snapshot being served. It is closed when it was retired and its last visit has ended, never earlier."""

    def __init__(self, identity: Identity, datasette: FrozenDatasette) -> None:
        self.identity = identity
        self.app: ASGIApp = datasette.app()
        self._datasette = datasette
        self._visits = 0
        self._retired = False
        self.closing: asyncio.Future[None] | None = None

    @classmethod
    async def open(cls, identity: Identity, schedules: Schedules, pages: Pages, means: Means) -> Instance:
        """The snapshot ready to be served; ``UnusableSnapshotError`` where it is not one of ours or cannot be read."""
        plugin.register()
        instance = cls(identity, FrozenDatasette(identity, pages, means))
        try:
            await instance._prepare(schedules)
        except BaseException as problem:
            instance.retire()
            if isinstance(problem, UnusableSnapshotError) or not isinstance(problem, Exception):
                raise
            msg = f"{identity.path.name} cannot be read as a snapshot: {problem}"
            raise UnusableSnapshotError(msg) from problem
        return instance

    async def _prepare(self, schedules: Schedules) -> None:
        """Opens a connection in every thread, so that the file may be deleted under us, and reads what every page needs."""
        database = self._datasette.get_database(DATABASE)
        names = set(await database.table_names())
        if missing := sorted(NEEDED - names):
            msg = f"{self.identity.path.name} lacks the table {missing[0]}; is it a snapshot that kooste made?"
            raise UnusableSnapshotError(msg)
        together = threading.Barrier(THREADS)
        await asyncio.gather(*[database.execute_fn(lambda _: together.wait(_WARM_UP_SECONDS)) for _ in range(THREADS)])
        provenance = await asyncio.to_thread(Snapshot(self.identity.path).provenance)
        self._datasette.compiled = provenance.built_at.astimezone(ZoneInfo(provenance.timezone))
        columns = {name: await database.table_columns(name) for name in names}
        self._datasette.region = schedules.region
        self._datasette.described = describe(schedules, self._datasette.pages.about, columns)
        await database.table_counts(limit=_WARM_UP_SECONDS * 1000)
        await self._datasette.invoke_startup()

    @contextmanager
    def visit(self) -> Iterator[ASGIApp]:
        """The application, held open until the visit ends."""
        self._visits += 1
        try:
            yield self.app
        finally:
            self._visits -= 1
            self._close_when_idle()

    def retire(self) -> None:
        """Takes no new visits; the caller no longer hands it out."""
        self._retired = True
        self._close_when_idle()

    def _close_when_idle(self) -> None:
        """Starts the closing once nobody is there any more."""
        if self._retired and not self._visits and self.closing is None:
            self.closing = asyncio.get_running_loop().run_in_executor(None, self._close)

    def _close(self) -> None:
        """Ends the threads (a query may still be running in one), then the connections they used."""
        self._datasette.executor.shutdown(wait=True, cancel_futures=True)
        self._datasette.get_database(DATABASE).close()
