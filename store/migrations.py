"""The tables of both files, one short function a step; a step that was released is never edited, only followed by another.

Times are text, ``2026-11-24T08:00:00Z``, so that they sort and compare as they stand. Booleans are 0 and 1. Names are singular here;
the plural names are the public views (docs/data.md).
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from store.migrations_meaning import MEANING

APPLICATION_ID = 0x4B6F7374
"""``Kost`` in ASCII: how ``file`` and we ourselves know the public database."""
PRIVATE_APPLICATION_ID = 0x4B6F7370
SNAPSHOT_APPLICATION_ID = 0x4B6F7373
SCHEMA_VERSION = 6
"""Of the public views and of snapshots; goes up with every change that a reader of them can notice."""

PUBLIC = Migrations("kooste")
PRIVATE = Migrations("kooste-private")

_CONFIGURED = (
    """
    create table setting (
        key text primary key,   -- region, timezone, moment (what "now" is in the views), window (what was related last)
        value text not null
    ) strict, without rowid
    """,
    """
    create table issue_kind (
        code text primary key,
        message_fi text not null,
        message_sv text not null,
        message_en text not null
    ) strict, without rowid
    """,
    """
    create table organizer (
        id text primary key,
        names text not null,        -- JSON, language -> name
        role text not null,
        url text not null
    ) strict, without rowid
    """,
    """
    create table place (
        id text primary key,
        names text not null,
        address text not null,
        postal_code text not null,
        district text not null,
        municipality text not null,
        municipality_code text not null,
        latitude real,
        longitude real,
        capacity integer,
        accessibility text not null,    -- JSON list
        online integer not null
    ) strict, without rowid
    """,
    """
    create table source (
        id text primary key,
        position integer not null,      -- order in schedules.yaml
        title text not null,
        organizer_id text not null references organizer (id),
        role text not null,
        format text not null,
        licence text not null,
        language text not null,
        address text not null,          -- the host alone where the address holds a secret
        meaning text not null           -- digest of everything that decides how a record is understood
    ) strict, without rowid
    """,
)

_HARVESTED = (
    """
    create table source_state (
        source_id text primary key references source (id),
        state text not null,
        state_since text,
        reason text not null default '',
        problem text not null default '',
        failures integer not null default 0,        -- in a row
        last_fetched text,                          -- last complete answer, "not modified" included
        last_changed text,
        full_at text,                               -- last answer that was read in full
        etag text not null default '',
        last_modified text not null default '',
        body_digest text not null default '',
        meaning text not null default '',           -- source.meaning as of full_at
        identity text not null default 'uid',       -- uid or content
        rename_runs integer not null default 0,     -- answers in a row in which nearly every uid was new
        released_at text,                           -- up to here every withdrawal was believed
        accept_next integer not null default 0      -- a person said: believe the next answer
    ) strict, without rowid
    """,
    """
    create table harvest (
        id integer primary key,
        source_id text not null references source (id),
        started text not null,
        finished text not null,
        outcome text not null check (outcome in ('changed', 'unchanged', 'failed', 'held')),
        state text not null,
        reason text not null,
        message text not null,
        http_status integer,
        bytes integer,
        "read" integer not null default 0,
        stored integer not null default 0,
        unchanged integer not null default 0,
        set_aside integer not null default 0,
        out_of_horizon integer not null default 0,
        not_public integer not null default 0,
        "new" integer not null default 0,
        changed integer not null default 0,
        renamed integer not null default 0,
        withdrawn integer not null default 0,
        restored integer not null default 0,
        future integer,                             -- listings neither withdrawn nor over afterwards
        held_key text not null default ''           -- what a held answer would have done; equal keys, equal answers
    ) strict
    """,
    "create index harvest_source on harvest (source_id, started)",
    """
    create table listing (
        source_id text not null references source (id),
        id text not null,
        uid text not null,
        recurrence_id text not null,
        event_id text not null,
        slug text not null,
        digest text not null,           -- of the raw record; empty where the text was erased
        content text not null,          -- hash of everything but uid and digest
        content_key text not null,      -- normalize.identity.content_key: recognises a record whose uid changed
        sequence integer not null,
        start_utc text not null,
        over_utc text,                  -- from here on it is over; null for a series, whose occurrences tell
        last_seen text,                 -- null while the source shows it
        withdrawn_at text,
        withdrawn_reason text not null default '',
        first_seen text not null,
        last_changed text not null,
        kind text not null,
        end_utc text,
        start_local text not null,
        timezone text not null,
        all_day integer not null,
        event_status text not null,
        place_id text references place (id),
        organizer_id text not null references organizer (id),
        url text not null,
        place_text text not null,
        names text not null,
        data text not null,             -- JSON of the Listing without id, uid and digest
        primary key (source_id, id)     -- a source's listings lie together: they are read in one go at each harvest
    ) strict, without rowid
    """,
    "create unique index listing_id on listing (id)",
    "create unique index listing_key on listing (source_id, uid, recurrence_id)",
    "create index listing_digest on listing (source_id, digest)",
    "create index listing_event on listing (event_id)",
    "create index listing_place on listing (place_id)",
    "create index listing_organizer on listing (organizer_id)",
    """
    create table history (
        id integer primary key,
        harvest_id integer references harvest (id),     -- null where the configuration, not an answer, made the change
        listing_id text not null references listing (id),
        what text not null check (what in ('new', 'changed', 'renamed', 'withdrawn', 'restored')),
        at text not null,
        uid text,                       -- this and what follows: as it was before; null for "new" and where the text was erased
        digest text,
        data text,
        withdrawn_at text,
        withdrawn_reason text
    ) strict
    """,
    "create index history_listing on history (listing_id, id)",
    "create index history_harvest on history (harvest_id)",
    """
    create table remembered (
        source_id text not null references source (id),
        digest text not null,
        outcome text not null,          -- set_aside, not_public or out_of_horizon
        keeps text not null,            -- JSON list of ids of listings it may be: they stay as they were
        reconsider text,                -- from this day on it is read again
        primary key (source_id, digest)
    ) strict, without rowid
    """,
    """
    create table issue (
        id text primary key,            -- made from all the rest
        source_id text not null references source (id),
        digest text not null,
        uid text not null,
        code text not null,
        severity text not null,
        field text not null,
        value text not null,
        line integer
    ) strict, without rowid
    """,
    "create index issue_source on issue (source_id, digest)",
)

_RELATED = (
    "create table event_dirty (event_id text primary key) strict, without rowid",
    """
    create table event (
        id text primary key,
        content text not null,          -- hash of everything else
        kind text not null,
        slug text not null,
        names text not null,
        descriptions text not null,     -- JSON, language -> clean HTML
        description text not null,      -- the same as plain text, all languages
        place_id text references place (id),
        place_text text not null,
        latitude real,
        longitude real,
        organizer_id text not null references organizer (id),
        event_status text not null,
        planned integer not null,
        is_series integer not null,
        timezone text not null,
        first_start text not null,      -- local, as occurrence.start_local
        first_end text,
        first_start_utc text not null,
        last_end_utc text,
        recurrence text,                -- JSON of Recurrence
        recurrence_timezone text not null,  -- whose wall clock the rule counts in
        url text not null,
        conference text not null,       -- this and the next three: JSON lists
        categories text not null,
        images text not null,
        in_language text not null,
        sequence integer not null,
        source_ids text not null,
        listing_ids text not null,
        listings integer not null,      -- how many are not withdrawn
        first_seen text not null,
        last_changed text not null,
        withdrawn_at text,
        withdrawn_reason text not null
    ) strict, without rowid
    """,
    "create index event_place on event (place_id)",
    "create index event_organizer on event (organizer_id)",
    """
    create table occurrence (
        id text primary key,
        content text not null,
        event_id text not null references event (id),
        listing_id text not null references listing (id),
        recurrence_id text not null,
        start_utc text not null,
        end_utc text,
        start_local text not null,
        end_local text,
        all_day integer not null,
        over_utc text not null,
        day text not null,              -- first and last day it touches, on the region's calendar
        last_day text not null,
        event_status text not null,
        place_id text references place (id),
        place_text text not null,
        names text not null,            -- only where they differ from the event's
        planned integer not null
    ) strict, without rowid
    """,
    "create index occurrence_event on occurrence (event_id, over_utc)",
    "create index occurrence_listing on occurrence (listing_id)",
    "create index occurrence_place on occurrence (place_id)",
)


@PUBLIC(name="0001_tables")
def _tables(database: Database) -> None:
    """Configuration, what was harvested, what follows from it."""
    database.execute(f"pragma application_id = {APPLICATION_ID}")
    for statement in (*_CONFIGURED, *_HARVESTED, *_RELATED):
        database.execute(statement)


@PRIVATE(name="0001_raw")
def _raw(database: Database) -> None:
    """The original text of every stored record, without personal lines, and the fields nobody understood."""
    database.execute(f"pragma application_id = {PRIVATE_APPLICATION_ID}")
    database.execute(
        """
        create table raw (
            listing_id text primary key,
            source_id text not null,
            digest text not null,
            text text not null,
            extra text not null,        -- JSON, the publisher's own field name -> value
            written text not null
        ) strict, without rowid
        """
    )


_POLITE = (
    "alter table harvest add column deleted integer not null default 0",  # records that the source itself calls deleted
    "alter table event add column details text not null default '{}'",  # JSON of normalize.model.Details without what is not told
    "alter table source add column fetch_policy text not null default 'allowed'",
    "alter table source add column enabled integer not null default 1",
    "alter table source add column schedule text not null default ''",  # as declared
    "alter table source add column permission text not null default ''",  # JSON of the recorded permission
    "alter table source_state add column wait_until text",  # the server asked to be left alone until then
    "alter table source_state add column gone_times integer not null default 0",  # 410 in a row
    "alter table source_state add column closed_at text",  # 410 often enough: not contacted any more
    "alter table source_state add column interval_seconds integer",  # between the declared bounds; null: not yet adapted
    "alter table source_state add column availability_at text",  # when places left were last asked for
    """
    create table availability_told (
        listing_id text primary key references listing (id),
        remaining integer,
        capacity integer,
        queue integer,
        queue_remaining integer,
        state text not null,
        is_at_least integer not null,   -- remaining is a lower bound
        at text not null                -- when the source said so
    ) strict, without rowid
    """,
)


@PUBLIC(name="0002_polite")
def _polite(database: Database) -> None:
    """When a source may be asked again and by whose leave; places left."""
    for statement in _POLITE:
        database.execute(statement)


@PUBLIC(name="0003_meaning")
def _meaning(database: Database) -> None:
    """What is known of a place's accessibility and rooms; the vocabulary by which events are sorted."""
    for statement in MEANING:
        database.execute(statement)


@PRIVATE(name="0002_answers")
def _answers(database: Database) -> None:
    """Answers of sources with several pages, and where sources say that they have moved: both may hold what is not for everyone."""
    database.execute(
        """
        create table answer (
            source_id text not null,
            address text not null,          -- hash of the address
            response text not null,         -- JSON without the body
            body blob not null,             -- zlib
            at text not null,
            primary key (source_id, address)
        ) strict
        """
    )
    database.execute(
        """
        create table move (
            source_id text primary key,
            configured text not null,       -- hash of the address in schedules.yaml that this is about
            address text not null,          -- where permanent redirects lead
            since text not null,
            times integer not null,
            adopted_at text                 -- from then on this address is asked
        ) strict, without rowid
        """
    )
