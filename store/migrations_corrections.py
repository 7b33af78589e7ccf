"""The tables' fourth step: what people say against a source, and what the source said then and says now.

A module of its own that ``store.database`` imports, so that the step is known wherever migrations are applied.
"""

from __future__ import annotations

from sqlite_utils import Database

from store.migrations import PUBLIC

_CORRECTIONS = (
    """
    create table correction (
        subject text not null check (subject in ('place', 'organizer', 'event')),
        subject_id text not null,
        field text not null,
        value text not null,                -- JSON
        was text,                           -- JSON: what the source said when it was corrected; null: not known yet
        made_by text not null,              -- a role
        made_on text not null,
        why text not null,
        effect text not null,               -- hash of all that decides what it does: another effect makes its events again
        source_value text,                  -- JSON: what the source says now; null: not known
        source_changed_at text,             -- since when the source says neither what it said nor what the correction says
        refused text not null default '',   -- code: why it does not fit what is corrected
        primary key (subject, subject_id, field)
    ) strict, without rowid
    """,
    """
    create table correction_change (
        id integer primary key,
        event_id text not null,
        at text not null                    -- when a correction that shows in the event was made, changed or taken back
    ) strict
    """,
    "create index correction_change_event on correction_change (event_id)",
)


@PUBLIC(name="0004_corrections")
def corrections(database: Database) -> None:
    """What people say against a source."""
    for statement in _CORRECTIONS:
        database.execute(statement)
