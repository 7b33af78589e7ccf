"""The tables' sixth step: the life situations of the vocabulary, with what is said of each."""

from __future__ import annotations

from sqlite_utils import Database

from store.migrations import PUBLIC


@PUBLIC(name="0006_situations")
def situations(database: Database) -> None:
    """The words in which people ask for help, beside topics and audiences."""
    database.execute(
        """
        create table situation (
            id text primary key,
            position integer not null,      -- order in the vocabulary
            names text not null,
            descriptions text not null,     -- JSON, language -> one sentence
            ptv text not null,              -- JSON list of PTV service classes
            is_sensitive integer not null   -- somebody may have to leave its page quickly
        ) strict, without rowid
        """
    )
