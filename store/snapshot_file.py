"""Whether a file that somebody downloaded is a whole snapshot that this program understands."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from harvesters.errors import KoosteError
from store.migrations import SCHEMA_VERSION, SNAPSHOT_APPLICATION_ID

NEEDED = frozenset({"sources", "listings", "events", "occurrences", "places", "organizers", "issues", "harvests"})
"""The tables of the public contract; a file without them is no snapshot of ours."""
_HEADER = b"SQLite format 3\0"


def check_snapshot_file(path: Path, region: str) -> None:
    """Raises ``KoosteError`` that says in words why the file cannot be used for the region; does nothing for one that can."""
    if not path.is_file():
        raise KoosteError(f"There is no file {path}. Download the explorer's file (/explore/kooste.db) and name it here.")
    with path.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            raise KoosteError(
                f"{path} is no database. Name the file that was downloaded from /explore/kooste.db, not a page or an archive."
            )
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            _check(connection, path, region)
    except sqlite3.Error as error:
        raise KoosteError(f"{path} cannot be read ({error}). It may have been cut short: download it again.") from error


def _check(connection: sqlite3.Connection, path: Path, region: str) -> None:
    """That it is a whole snapshot, of this region, and of a Kooste that this one understands."""
    tables = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
    (application,) = connection.execute("pragma application_id").fetchone()
    if application != SNAPSHOT_APPLICATION_ID or not NEEDED | {"meta"} <= tables:
        raise KoosteError(f"{path} is a database, but no snapshot that Kooste made. Download it from /explore/kooste.db.")
    (sound,) = connection.execute("pragma quick_check(1)").fetchone()
    if sound != "ok":
        raise KoosteError(f"{path} is damaged ({sound}). Download it again.")
    facts = dict(connection.execute("select key, value from meta"))
    if not str(facts.get("schema_version", "")).isdigit() or int(facts["schema_version"]) > SCHEMA_VERSION:
        raise KoosteError(f"{path} was made by a newer Kooste than this one. Update this one.")
    if facts.get("region") != region:
        raise KoosteError(f"{path} is of the region {facts.get('region')!r}, the configuration of {region!r}. Name its own with --config.")
