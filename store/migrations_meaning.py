"""The tables' third step: what a place is like inside, where an event is when its place is not known, and the vocabulary."""

from __future__ import annotations

MEANING = (
    "alter table event add column room text not null default ''",  # id of the place's room, or the publisher's words
    "alter table event add column municipality_code text not null default ''",
    "alter table event add column postal_code text not null default ''",
    "alter table occurrence add column room text not null default ''",
    "alter table place add column lacks text not null default '[]'",  # JSON list: features known not to be there
    "alter table place add column assured_by text not null default ''",
    "alter table place add column assured_date text",
    "alter table place add column rooms text not null default '[]'",  # JSON list of {id, names, capacity}
    """
    create table topic (
        id text primary key,
        position integer not null,      -- order in the vocabulary
        names text not null,
        ptv text not null,              -- JSON list of PTV service classes
        parent text not null            -- the topic a subject belongs to; empty for a topic
    ) strict, without rowid
    """,
    """
    create table audience (
        id text primary key,
        position integer not null,
        names text not null,
        ptv text not null               -- JSON list of PTV target groups
    ) strict, without rowid
    """,
)
