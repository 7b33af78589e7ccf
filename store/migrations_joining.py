"""The tables' fifth step: which strands are one event and why, what people decided of pairs, what competes, and how well it is done.

A module of its own that ``store.database`` imports, so that the step is known wherever migrations are applied.
"""

from __future__ import annotations

from sqlite_utils import Database

from store.migrations import PUBLIC

_JOINING = (
    """
    create table strand (               -- listings of one source and uid; its id is listing.event_id, the event it would be alone
        id text primary key,
        source_id text not null references source (id),
        row_key text not null,          -- normalize.sequences.row_key: equal ones may be dated rows of one series
        day text not null,              -- local day of the first start; empty for what has no dates
        series text not null,           -- uid of the series it names as its own
        first_seen text not null,
        coming_utc text,                -- start of its last occurrence in the window
        over_utc text,                  -- when the last of them is over
        traits text not null,           -- JSON of normalize.traits.Traits
        telling_id text not null default '',
        event_id text not null default '',  -- the event it is part of
        is_compared integer not null default 0
    ) strict, without rowid
    """,
    "create index strand_row on strand (row_key) where row_key <> ''",
    "create index strand_telling on strand (telling_id)",
    "create index strand_event on strand (event_id)",
    "create index strand_compared on strand (is_compared) where is_compared = 0",
    """
    create table telling (
        id text primary key,
        traits text not null
    ) strict, without rowid
    """,
    """
    create table telling_key (          -- what a telling is found by (asks = 0) and what it asks for (1): normalize.candidates
        key text not null,
        asks integer not null,
        telling_id text not null references telling (id) on delete cascade,
        primary key (key, asks, telling_id)
    ) strict, without rowid
    """,
    "create index telling_key_telling on telling_key (telling_id)",
    """
    create table pair (                 -- two tellings that are the same, or about which a person is asked
        a text not null references telling (id) on delete cascade,
        b text not null references telling (id) on delete cascade,
        decision text not null check (decision in ('joined', 'ask')),
        points real not null,
        data text not null,             -- JSON of normalize.likeness.Likeness
        primary key (a, b)
    ) strict, without rowid
    """,
    "create index pair_b on pair (b)",
    "create index pair_asked on pair (a, b) where decision = 'ask'",
    """
    create table verdict (              -- what a person decided of two strands
        a text not null,
        b text not null,
        about text not null check (about in ('identity', 'overlap')),
        kind text not null check (kind in ('same', 'different', 'not_overlap')),
        made_by text not null,          -- a role
        made_at text not null,
        why text not null,
        primary key (a, b, about)
    ) strict, without rowid
    """,
    "create index verdict_b on verdict (b)",
    "create table event_stale (event_id text primary key) strict, without rowid",  # to be put together again from its strands
    "alter table event add column origins text not null default '{}'",  # JSON: field -> listing
    "alter table event add column conflicts text not null default '[]'",  # JSON of normalize.model.Conflict
    """
    create table overlap (
        id text primary key,
        content text not null,
        kind text not null,
        severity integer not null,
        occurrence_a text not null,
        occurrence_b text not null,
        event_a text not null,
        event_b text not null,
        day text not null,
        minutes integer not null,
        kilometres real,
        shared text not null,           -- JSON list
        is_end_assumed integer not null,
        is_planned integer not null,
        is_maybe_same integer not null,
        earlier text not null           -- the occurrence that begins first, of equals the smaller id
    ) strict, without rowid
    """,
    "create index overlap_a on overlap (event_a)",
    "create index overlap_b on overlap (event_b)",
    "create index overlap_earlier on overlap (earlier)",
    "create index overlap_maybe on overlap (event_a, event_b) where is_maybe_same = 1",
    "create table overlap_stale (event_id text primary key) strict, without rowid",  # what they compete with is to be looked for again
    """
    create table slot (                 -- normalize.overlaps_slot.Slot: what an occurrence takes up; only of those that may meet another
        id text primary key,            -- the occurrence's
        event_id text not null,
        begin integer not null,         -- seconds of UTC since 1970
        finish integer not null,
        is_end_assumed integer not null,
        place_id text not null,
        room text not null,
        latitude real,
        longitude real,
        audience text not null,         -- this and the next: JSON lists
        themes text not null,
        is_planned integer not null
    ) strict, without rowid
    """,
    "create index slot_event on slot (event_id)",
    """
    create table slot_key (             -- what a slot is found by: normalize.overlaps_keys
        key text not null,
        begin integer not null,
        slot_id text not null,
        finish integer not null,
        primary key (key, begin, slot_id)
    ) strict, without rowid
    """,
    """
    create table similar (
        id text primary key,
        content text not null,
        event_a text not null,
        event_b text not null,
        days integer not null,
        kilometres real,
        shared text not null,           -- JSON list
        earlier text not null,          -- the event that begins first, of equals the smaller id
        is_custom integer not null      -- too many are alike: not shown
    ) strict, without rowid
    """,
    "create index similar_a on similar (event_a)",
    "create index similar_b on similar (event_b)",
    "create index similar_earlier on similar (earlier)",
    """
    create table similar_key (          -- a subject and a word by which an event is found that may be arranged twice
        key text not null,
        first integer not null,         -- its first and its last start: seconds of UTC since 1970
        event_id text not null,
        last integer not null,
        primary key (key, first, event_id)
    ) strict, without rowid
    """,
    "create index similar_key_event on similar_key (event_id)",
    """
    create table evaluation (           -- how well duplicates are found, by labelled set
        name text primary key,
        at text not null,
        pairs integer not null,
        same integer not null,
        found integer not null,
        wrong integer not null,
        unknown integer not null,
        asked integer not null,
        "precision" real,
        recall real,
        f1 real
    ) strict, without rowid
    """,
    "insert or ignore into event_dirty select distinct event_id from listing",
)


@PUBLIC(name="0005_joining")
def joining(database: Database) -> None:
    """Strands, tellings, pairs and verdicts; overlaps; labelled sets."""
    for statement in _JOINING:
        database.execute(statement)
