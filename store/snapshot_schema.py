"""The tables of a frozen snapshot: the public views with keys, references and indexes, and nothing else (docs/data.md)."""

from __future__ import annotations

_TERM = "id text primary key, name_fi text, name_sv text, name_en text, name text not null, ptv text not null, position integer not null"

TABLES = {
    "topics": f"{_TERM}, names text not null, parent text not null",
    "audiences": f"{_TERM}, names text not null",
    "situations": f"{_TERM}, names text not null, description text not null, descriptions text not null, is_sensitive integer not null",
    "organizers": """
        id text primary key, slug text not null, name_fi text, name_sv text, name_en text, name text not null, role text not null,
        url text, names text not null
    """,
    "places": """
        id text primary key, slug text not null, name_fi text, name_sv text, name_en text, name text not null, address text not null,
        postal_code text not null, district text not null, municipality text not null, municipality_code text not null,
        latitude real, longitude real, capacity integer, accessibility text not null, online integer not null, names text not null,
        lacks text not null, assured_by text, assured_date text, rooms text not null
    """,
    "sources": """
        id text primary key, title text not null, organizer text not null, role text not null, format text not null, state text not null,
        state_since text, last_fetched text, last_changed text, events integer not null, problem text not null,
        organizer_id text not null references organizers (id), licence text not null, language text not null, address text not null,
        reason text not null, issues integer not null, position integer not null,
        fetch_policy text not null, permission_by text, permission_given text, permission_scope text, closed_at text,
        schedule text not null
    """,
    "events": """
        id text primary key, kind text not null, name_fi text, name_sv text, name_en text, slug text not null,
        place_id text references places (id), organizer_id text not null references organizers (id), event_status text not null,
        next_start_utc text, first_start_utc text, last_end_utc text, listings integer not null, name text not null,
        description text not null, place text not null, organizer text not null, place_text text not null, latitude real, longitude real,
        is_series integer not null, timezone text not null, first_start text, first_end text, url text,
        sequence integer not null, first_seen text not null, last_changed text not null, withdrawn_at text,
        withdrawn_reason text not null, names text not null, descriptions text not null, recurrence text,
        recurrence_timezone text not null, conference text not null, categories text not null, images text not null,
        in_language text not null, source_ids text not null, listing_ids text not null, details text not null,
        topics text not null, subjects text not null, audience text not null, minimum_age integer, maximum_age integer, is_free integer,
        price_min real, price_max real, registration_required integer, registration_state text, registration_opens text,
        registration_closes text, accessibility text not null, lacks text not null, attendance_mode text, room text not null,
        municipality_code text not null, district text not null, postal_code text not null, origins text not null, conflicts text not null
    """,
    "occurrences": """
        id text primary key, event_id text not null references events (id), start_utc text not null, end_utc text,
        start_local text not null, end_local text, all_day integer not null, event_status text not null,
        place_id text references places (id), recurrence_id text not null, day text not null, last_day text not null,
        place_text text not null, names text not null, room text not null
    """,
    "planned": """
        id text primary key, event_id text not null, name text not null, kind text not null, start_utc text not null, end_utc text,
        start_local text not null, end_local text, all_day integer not null, day text not null, last_day text not null,
        event_status text not null, place_id text references places (id), room text not null, place_text text not null,
        organizer_id text not null references organizers (id), topics text not null, subjects text not null, audience text not null,
        names text not null
    """,
    "listings": """
        id text primary key, source_id text not null references sources (id), uid text not null, recurrence_id text not null,
        event_id text references events (id), kind text not null, name_fi text, name_sv text, name_en text, name text not null,
        start_utc text, end_utc text, start_local text, timezone text not null, all_day integer not null,
        event_status text not null, place_id text references places (id), place_text text not null,
        organizer_id text not null references organizers (id), url text, first_seen text not null, last_seen text,
        last_changed text not null, withdrawn_at text, withdrawn_reason text not null, names text not null
    """,
    "issues": """
        source_id text not null references sources (id), uid text not null, code text not null, severity text not null,
        field text not null, value text not null, line integer, message_fi text not null, message_sv text not null,
        message_en text not null, id text primary key, listing_id text references listings (id)
    """,
    "harvests": """
        id integer primary key, source_id text not null references sources (id), started text not null, finished text not null,
        outcome text not null, state text not null, reason text not null, message text not null, http_status integer, bytes integer,
        "read" integer not null, stored integer not null, unchanged integer not null, set_aside integer not null,
        out_of_horizon integer not null, not_public integer not null, "new" integer not null, changed integer not null,
        renamed integer not null, withdrawn integer not null, restored integer not null, deleted integer not null
    """,
    "availability": """
        event_id text not null references events (id), listing_id text not null references listings (id),
        source_id text not null references sources (id), remaining integer, capacity integer, queue integer, queue_remaining integer,
        state text not null, is_at_least integer not null, at text not null, id text primary key
    """,
    "corrections": """
        id text primary key, subject text not null, subject_id text not null, field text not null, value text not null, was text,
        source_value text, state text not null, source_changed_at text, made_by text not null, made_on text not null, why text not null,
        event_id text references events (id)
    """,
    "redirects": "id text primary key, event_id text not null references events (id)",
    "overlaps": """
        id text primary key, kind text not null, severity integer not null, occurrence_a text not null references occurrences (id),
        occurrence_b text not null references occurrences (id), event_a text not null references events (id),
        event_b text not null references events (id), day text not null, minutes integer not null, kilometres real, shared text not null,
        is_end_assumed integer not null, is_maybe_same integer not null
    """,
    "similar_events": """
        id text primary key, event_a text not null references events (id), event_b text not null references events (id),
        days integer not null, kilometres real, shared text not null
    """,
    "conflicts": """
        id text primary key, event_id text not null references events (id), field text not null,
        listing_id text not null references listings (id), source_id text not null references sources (id), value text not null,
        shown text not null, day text
    """,
    "evaluations": """
        id text primary key, at text not null, pairs integer not null, same integer not null, found integer not null,
        wrong integer not null, unknown integer not null, asked integer not null, "precision" real, recall real, f1 real
    """,
    "figures": "id text primary key, day text not null, measure text not null, part text not null, value integer not null",
}
"""In the order in which they can be filled: what is referred to comes first."""

INDEXES = {
    "sources": ("organizer_id", "role", "format", "state"),
    "places": ("municipality", "district"),
    "organizers": ("role",),
    "events": (
        *("slug", "kind", "place_id", "organizer_id", "event_status", "next_start_utc", "is_series", "is_free", "municipality_code"),
        "district",
    ),
    "occurrences": ("event_id", "start_utc", "place_id", "event_status", "day"),
    "planned": ("day", "place_id", "organizer_id"),
    "listings": ("source_id", "event_id", "kind", "event_status", "place_id", "organizer_id", "start_utc"),
    "issues": ("source_id", "code", "severity", "listing_id"),
    "harvests": ("source_id", "outcome", "state", "started"),
    "availability": ("event_id", "source_id", "state"),
    "corrections": ("event_id", "state", "subject"),
    "redirects": ("event_id",),
    "overlaps": ("event_a", "event_b", "occurrence_a", "occurrence_b", "kind", "day"),
    "similar_events": ("event_a", "event_b"),
    "conflicts": ("event_id", "listing_id", "source_id", "field"),
    "figures": ("day", "measure"),
}
"""Columns that people filter, sort and count by."""

REFERRAL_INDEXES = (
    "create index occurrences_referral on occurrences (day, event_id, start_utc, end_utc, start_local, all_day, event_status)",
    "create index occurrences_long on occurrences (last_day) where last_day > day",
    "create index events_changed on events (last_changed, id)",
    "create index listings_shown on listings (event_id, withdrawn_at, last_seen)",
    "create index events_undated on events (id) where first_start_utc is null",
    (
        "create index events_referral on events (id, withdrawn_at, event_status, kind, audience, topics, subjects, minimum_age,"
        " maximum_age, is_free, price_min, price_max, registration_required, accessibility, lacks, attendance_mode, in_language, place_id,"
        " latitude, longitude, municipality_code, district, first_start_utc, next_start_utc, last_end_utc)"
    ),
)
"""What ``store.referral`` reads instead of the wide rows: a question of 100,000 events is then answered in tenths of a second."""

VOLATILE = {
    "sources": {"last_fetched", "events"},
    "events": {"next_start_utc"},
    "listings": {"last_seen"},
}
"""Columns that move with the clock alone; they do not make a new snapshot before the next day does."""
UNCOUNTED = {"harvests", "availability", "figures"}
"""A harvest that changed nothing is no reason for a new snapshot, nor is a place that was taken: that has a file of its own. Figures follow
from the rest and the day."""

SEARCHED = ("name", "name_fi", "name_sv", "name_en", "description", "place", "organizer")
"""Columns of ``events`` in the full-text index."""


def statements() -> list[str]:
    """Everything that makes an empty snapshot, except the full-text index."""
    made = ["create table meta (key text primary key, value text not null) strict, without rowid"]
    made += [f"create table {name} ({columns.strip()}) strict" for name, columns in TABLES.items()]
    return made


def index_statements() -> list[str]:
    """The indexes, made once the rows are there."""
    made = [f"create index {table}_{column} on {table} ({column})" for table, columns in INDEXES.items() for column in columns]
    return [*made, *REFERRAL_INDEXES]
