"""The two files and the one writer: opening, checking, transactions.

``kooste.db`` holds public data only, ``private.db`` what must never be shown (raw records). A transaction spans both: the private file
is committed first, for a raw record ahead of its listing is harmless, while a listing that never got its raw record would stay so
(docs/decisions/0003-two-files-one-writer.md).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from harvesters.errors import KoosteError
from harvesters.issue_kinds import ISSUE_KINDS
from store import (  # noqa: F401 - they register the fourth step and after
    migrations_corrections,
    migrations_joining,
    migrations_situations,
    migrations_statistics,
    withheld,
)
from store.lock import writer_lock
from store.migrations import APPLICATION_ID, PRIVATE, PRIVATE_APPLICATION_ID, PUBLIC
from store.view_files import definitions

PUBLIC_NAME = "kooste.db"
PRIVATE_NAME = "private.db"
BUSY_SECONDS = 10


@dataclass(slots=True)
class Store:
    """Both files, open for the one writer; a context manager that closes them and gives the lock back."""

    directory: Path
    public: sqlite3.Connection
    private: sqlite3.Connection
    _held: ExitStack

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes both files and gives the lock back."""
        self._held.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing over both files; raises ``KoosteError`` where the disk or the file does not allow it."""
        try:
            for connection in (self.private, self.public):
                connection.execute("begin immediate")
            yield
            self.private.execute("commit")
            self.public.execute("commit")
        except sqlite3.OperationalError as error:
            self._roll_back()
            raise KoosteError(f"{self.directory / PUBLIC_NAME}: nothing was written: {error}") from error
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        for connection in (self.private, self.public):
            if connection.in_transaction:  # a full disk may have rolled back already
                connection.rollback()

    def setting(self, key: str) -> str:
        """What the store remembers of itself; ``""`` when it was never set."""
        row = self.public.execute("select value from setting where key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def set(self, key: str, value: str) -> None:
        """Remembers a value; an equal one is not written."""
        if self.setting(key) != value:
            self.public.execute("insert into setting values (?, ?) on conflict (key) do update set value = excluded.value", (key, value))


def open_store(directory: Path) -> Store:
    """The store of a data directory, made if it is missing, brought up to this program's schema, and locked for one writer.

    Raises ``KoosteError`` when another process writes, when a file belongs to another application or to a newer Kooste.
    """
    directory.mkdir(parents=True, exist_ok=True)
    with ExitStack() as opening:
        opening.enter_context(writer_lock(directory))
        private = opening.enter_context(_opened(directory / PRIVATE_NAME, PRIVATE_APPLICATION_ID, PRIVATE))
        (directory / PRIVATE_NAME).chmod(0o600)
        public = opening.enter_context(_opened(directory / PUBLIC_NAME, APPLICATION_ID, PUBLIC))
        store = Store(directory, public, private, opening.pop_all())
    _replace_views(store)
    _write_issue_kinds(store)
    return store


@contextmanager
def _opened(path: Path, application: int, migrations: Migrations) -> Iterator[sqlite3.Connection]:
    """A connection with our settings and schema, closed at the end."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        _prepare(connection, path, application, migrations)
        yield connection
    finally:
        connection.close()


def _prepare(connection: sqlite3.Connection, path: Path, application: int, migrations: Migrations) -> None:
    """Refuses what is not ours before a byte of it is changed, then sets it up."""
    try:
        database = Database(connection, execute_plugins=False, recursive_triggers=False)
        refuse_foreign(database, path, application, migrations)
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
        connection.execute("pragma foreign_keys = on")
        if migrations.pending(database):
            migrations.apply(database)
    except sqlite3.DatabaseError as error:
        raise KoosteError(f"{path} cannot be used as a database: {error}. Restore it from a backup or use another --data") from error


def refuse_foreign(database: Database, path: Path, application: int, migrations: Migrations) -> None:
    """Raises ``KoosteError`` for another application's file and for a schema this program does not know."""
    found = database.execute("pragma application_id").fetchone()[0]
    tables = set(database.table_names()) - {Migrations.migrations_table}
    if found != application and (found or tables):
        raise KoosteError(f"{path} is not a database of Kooste's; move it away or use another --data")
    ours = {step.name for step in migrations._migrations}  # noqa: SLF001 - sqlite-utils lists pending steps only, never unknown ones
    newer = sorted({step.name for step in migrations.applied(database)} - ours)
    if newer:
        raise KoosteError(f"{path} was written by a newer Kooste (its schema has {newer[-1]!r}); upgrade this program, nothing was changed")


def _replace_views(store: Store) -> None:
    """Views follow the program, tables migrate; a view that is as it should be is not touched."""
    wanted = definitions()
    present: dict[str, str] = dict(store.public.execute("select name, sql from sqlite_master where type = 'view'").fetchall())
    if present == wanted:
        return
    with store.transaction():
        for name in present:
            store.public.execute(f'drop view "{name}"')
        for statement in wanted.values():
            store.public.execute(statement)


def _write_issue_kinds(store: Store) -> None:
    """The words of every issue code, as the program has them now."""
    wanted = {(code, kind.fi, kind.sv, kind.en) for code, kind in ISSUE_KINDS.items()}
    present: set[Any] = set(store.public.execute("select code, message_fi, message_sv, message_en from issue_kind").fetchall())
    if present == wanted:
        return
    with store.transaction():
        store.public.execute("delete from issue_kind")
        store.public.executemany("insert into issue_kind values (?, ?, ?, ?)", sorted(wanted))


def check_database(directory: Path) -> list[str]:
    """What is wrong with the data, one sentence each; raises ``KoosteError`` where it cannot be opened at all. Changes nothing."""
    told = []
    for name, application, migrations in ((PUBLIC_NAME, APPLICATION_ID, PUBLIC), (PRIVATE_NAME, PRIVATE_APPLICATION_ID, PRIVATE)):
        path = directory / name
        if path.exists():
            told += _check(path, application, migrations)
        else:
            told.append(f"{path} is missing; the next harvest makes a new one")
    return told


def _check(path: Path, application: int, migrations: Migrations) -> list[str]:
    """Pages, indexes and references of one file."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    try:
        refuse_foreign(Database(connection, execute_plugins=False, recursive_triggers=False), path, application, migrations)
        pages = [row[0] for row in connection.execute("pragma integrity_check(5)") if row[0] != "ok"]
        orphans = {row[0] for row in connection.execute("pragma foreign_key_check")}
    except sqlite3.DatabaseError as error:
        raise KoosteError(f"{path} is damaged: {error}. Restore it from a backup") from error
    finally:
        connection.close()
    return [f"{path}: {what}" for what in pages] + [f"{path}: rows of {table} refer to rows that are gone" for table in sorted(orphans)]
