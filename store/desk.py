"""``desk.db``: what people enter (submissions, acts of moderators, feedback, accounts), in a private file of its own.

It is a third file because a harvest holds the writer's lock of the other two for minutes, and a form never waits for that
(docs/decisions/0014-desk-file.md). Every use opens a connection of its own, so that any thread may use it; WAL lets readers go on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from harvesters.errors import KoosteError
from store import (  # noqa: F401 - they register their steps
    desk_accounts,
    desk_acts,
    desk_drafts,
    desk_feedback,
    desk_own_events,
    desk_submissions,
)
from store.database import BUSY_SECONDS, refuse_foreign
from store.desk_migrations import DESK, DESK_APPLICATION_ID

DESK_NAME = "desk.db"


@dataclass(frozen=True, slots=True)
class Desk:
    """The file, ready to be used."""

    path: Path

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A connection that changes nothing; rows are ``sqlite3.Row``. Raises ``KoosteError`` where the file cannot be read."""
        with self._connection("mode=ro") as connection:
            connection.execute("pragma query_only = on")
            yield connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A connection within one transaction: all of it, or nothing. Raises ``KoosteError`` where the disk does not allow it."""
        with self._connection("mode=rw") as connection:
            connection.execute("begin immediate")
            try:
                yield connection
                connection.execute("commit")
            finally:
                if connection.in_transaction:
                    connection.rollback()

    @contextmanager
    def _connection(self, mode: str) -> Iterator[sqlite3.Connection]:
        try:
            connection = sqlite3.connect(f"{self.path.resolve().as_uri()}?{mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None)
            with closing(connection):
                connection.row_factory = sqlite3.Row
                connection.execute("pragma foreign_keys = on")
                yield connection
        except sqlite3.OperationalError as error:
            raise KoosteError(f"{self.path}: {error}") from error


def open_desk(directory: Path) -> Desk:
    """The file of a data directory, made if it is missing and brought up to this program's schema.

    Raises ``KoosteError`` where it belongs to another application or to a newer Kooste.
    """
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / DESK_NAME
    path.touch(mode=0o600)
    path.chmod(0o600)
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
            database = Database(connection, execute_plugins=False, recursive_triggers=False)
            refuse_foreign(database, path, DESK_APPLICATION_ID, DESK)
            connection.execute("pragma journal_mode = wal")
            connection.execute(f"pragma application_id = {DESK_APPLICATION_ID}")
            if DESK.pending(database):
                DESK.apply(database)
    except sqlite3.DatabaseError as error:
        raise KoosteError(f"{path} cannot be used as a database: {error}. Restore it from a backup or move it away") from error
    return Desk(path)
