"""A frozen copy of the public data in a file of its own: what the site is made from and what the explorer serves.

The file is named after its content, made beside its place, checked, and put there in one step; readers of the one before are not
disturbed. Equal data gives the same file and writes nothing (docs/decisions/0006-snapshots.md).
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from sqlite_utils import Database

from harvesters.errors import KoosteError
from store.database import PUBLIC_NAME, Store
from store.figures import add_figures, keep_figures
from store.migrations import SCHEMA_VERSION, SNAPSHOT_APPLICATION_ID
from store.snapshot_schema import SEARCHED, TABLES, UNCOUNTED, VOLATILE, index_statements, statements
from store.text import local_day, utc_text

DIRECTORY = "snapshots"
CURRENT = "current"
KEPT = 3


def current_snapshot(directory: Path) -> Path | None:
    """The snapshot that was frozen last in a data directory; ``None`` when there is none yet."""
    link = directory / DIRECTORY / CURRENT
    return link.resolve() if link.is_file() else None


def freeze(store: Store, now: datetime) -> Path:
    """The snapshot of the data as it is; the last one again when neither the data nor the region's day has changed since.

    Raises ``KoosteError`` when the copy cannot be written or does not pass its check; the last one then stays.
    """
    folder = store.directory / DIRECTORY
    folder.mkdir(exist_ok=True)
    path = folder / f"kooste-{content_id(store, now)}.db"
    if not path.exists():
        with store.transaction():
            store.set("moment", utc_text(now))
        try:
            _make(store, path, now)
        except sqlite3.Error as error:
            raise KoosteError(f"{path}: the snapshot could not be made: {error}. The last one stays") from error
        finally:
            _sweep(folder)
    keep_figures(store, path, local_day(now, store.setting("timezone")))
    _point(folder, path)
    _prune(folder, path)
    return path


def content_id(store: Store, now: datetime) -> str:
    """Equal for equal public data on the same day of the region; what moves with the clock alone does not count."""
    found = hashlib.blake2b(digest_size=8)
    found.update(repr((SCHEMA_VERSION, store.setting("region"), local_day(now, store.setting("timezone")))).encode())
    for name in TABLES:
        if name in UNCOUNTED:
            continue
        columns = [row[1] for row in store.public.execute(f"pragma table_info({name})") if row[1] not in VOLATILE.get(name, ())]
        found.update(name.encode())
        for row in store.public.execute(f"select {', '.join(columns)} from {name} order by id"):  # noqa: S608 - names of our own
            found.update(repr(row).encode())
    return found.hexdigest()


def _make(store: Store, path: Path, now: datetime) -> None:
    """The file at ``path``, whole or not at all."""
    stage, made = path.with_suffix(".stage"), path.with_suffix(".made")
    for leftover in (stage, made):
        leftover.unlink(missing_ok=True)
    with closing(sqlite3.connect(stage, uri=True, isolation_level=None)) as connection:
        _fill(connection, store.directory / PUBLIC_NAME)
        _describe(connection, store, path, now)
        _count(connection, local_day(now, store.setting("timezone")))
        connection.execute("vacuum into ?", (str(made),))
    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        _finish(connection)
        _check(connection, path)
    _sync(made)
    made.replace(path)
    _sync(path.parent)


def _fill(connection: sqlite3.Connection, live: Path) -> None:
    """Copies every public view into a table of its own, all of them as of one instant; no other row ever enters the file."""
    connection.execute("pragma journal_mode = off")
    connection.execute("attach database ? as live", (f"{live.resolve().as_uri()}?mode=ro",))
    connection.execute("begin")
    for statement in statements():
        connection.execute(statement)
    for name in TABLES:
        connection.execute(f"insert into {name} select * from live.{name} order by id")  # noqa: S608 - names of our own
    connection.execute("commit")
    connection.execute("detach database live")


def _describe(connection: sqlite3.Connection, store: Store, path: Path, now: datetime) -> None:
    """What the copy says of itself."""
    facts = {
        "built_at": utc_text(now),
        "content_id": path.stem.removeprefix("kooste-"),
        "schema_version": str(SCHEMA_VERSION),
        "region": store.setting("region"),
        "timezone": store.setting("timezone"),
    }
    connection.executemany("insert into meta values (?, ?)", sorted(facts.items()))


def _count(connection: sqlite3.Connection, day: date) -> None:
    """What there is today, beside the days before."""
    connection.execute("begin")
    add_figures(connection, day)
    connection.execute("commit")


def _finish(connection: sqlite3.Connection) -> None:
    """Indexes and full-text search; made after the rows have got their final numbers, to which the search refers."""
    connection.execute(f"pragma application_id = {SNAPSHOT_APPLICATION_ID}")
    connection.execute("begin")
    for statement in index_statements():
        connection.execute(statement)
    make_searchable(connection)
    connection.execute("commit")
    connection.execute("analyze")


def make_searchable(connection: sqlite3.Connection) -> None:
    """Full-text search over the events of a copy."""
    events = Database(connection, execute_plugins=False, recursive_triggers=False).table("events")
    # unicode61 would fold ä to a and ö to o by itself: saari is not sääri
    events.enable_fts(SEARCHED, tokenize="unicode61 remove_diacritics 0")
    events.optimize()


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Raises ``KoosteError`` when the copy is not sound."""
    pages = [row[0] for row in connection.execute("pragma integrity_check(1)")]
    orphans = [row[0] for row in connection.execute("pragma foreign_key_check")]
    if pages != ["ok"] or orphans:
        raise KoosteError(f"{path}: the copy is not sound ({pages[0]}; loose rows in {sorted(set(orphans)) or 'no table'})")


def _sync(path: Path) -> None:
    """Makes sure that a file or a folder's list of names is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _point(folder: Path, path: Path) -> None:
    """Lets ``current`` name the snapshot, in one step."""
    link = folder / CURRENT
    if link.is_symlink() and link.readlink() == Path(path.name):
        return
    fresh = folder / f"{CURRENT}.made"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(path.name)
    fresh.replace(link)
    _sync(folder)


def _sweep(folder: Path) -> None:
    """Takes away what an interrupted freeze left."""
    for pattern in ("*.stage*", "*.made*"):
        for leftover in folder.glob(pattern):
            leftover.unlink(missing_ok=True)


def _prune(folder: Path, current: Path) -> None:
    """Keeps the last snapshots: whoever reads an older one, or a page that was made from it, still finds it for a while."""
    old = sorted(
        (path for path in folder.glob("kooste-*.db") if path != current), key=lambda path: (path.stat().st_mtime, path.name), reverse=True
    )
    for path in old[KEPT - 1 :]:
        path.unlink()
