"""Corrections and what they are about, read from the file beside a writer that may be at work: nothing is locked or changed."""

from __future__ import annotations

import difflib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from normalize.corrections import Correction
from normalize.corrections_fields import Value
from normalize.model import Listing
from store.columns import listing_of
from store.corrections import correction_of, value_of
from store.text import best

_NEAR = 5
"""Events that are offered in place of an unknown one."""
_LIKENESS = 0.5
_TOLD = """
    select c.subject, c.subject_id, c.field, c.value, c.was, c.made_by, c.made_on, c.why, c.source_value, c.source_changed_at, c.refused,
        case c.subject
            when 'place' then (select names from place p where p.id = c.subject_id)
            when 'organizer' then (select names from organizer o where o.id = c.subject_id)
            else (
                select l.names
                from listing l
                where l.event_id = c.subject_id and l.withdrawn_reason <> 'not_public'
                order by l.withdrawn_at is not null, l.recurrence_id, l.id limit 1
            )
        end
    from correction c
    order by c.subject, c.subject_id, c.field
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One correction in force and how it stands to its source."""

    correction: Correction
    name: str
    """Of what is corrected, as the source has it; empty where it is not known."""
    state: str
    """As in the view ``corrections``; ``unknown_id`` also where an event of that id has never been, or is not public any more."""
    said: Value
    """What the source says now, where that is known."""
    is_said_known: bool
    changed_at: str | None
    refused: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """An event as a person may mean it."""

    id: str
    name: str
    start: str


@contextmanager
def _opened(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


def read_corrections(database: Path) -> list[Told]:
    """Every correction in force; none where the database is from before there were any."""
    with _opened(database) as connection:
        if connection.execute("select 1 from sqlite_master where name = 'correction'").fetchone() is None:
            return []
        return [_told(row) for row in connection.execute(_TOLD)]


def _told(row: tuple[str, ...]) -> Told:
    said, changed_at, refused, names = row[8:]
    return Told(
        correction=correction_of(row),
        name=best(json.loads(names)) if names else "",
        state=_state(row[3], said, changed_at, refused, names),
        said=None if said is None else value_of(said),
        is_said_known=said is not None,
        changed_at=changed_at,
        refused=refused,
    )


def _state(value: str, said: str | None, changed_at: str | None, refused: str, names: str | None) -> str:
    if names is None:
        return "unknown_id"
    if refused:
        return "not_applied"
    if said == value:
        return "not_needed"
    return "source_changed" if changed_at else "in_force"


def listings_of_event(database: Path, event_id: str) -> list[Listing]:
    """The listings an event is made from, as its sources tell it; none where it is not known or not public."""
    with _opened(database) as connection:
        rows = connection.execute(
            "select withdrawn_at, id, uid, digest, data from listing where event_id = ? and withdrawn_reason <> 'not_public' "
            "order by recurrence_id, id",
            (event_id,),
        ).fetchall()
    shown = [row for row in rows if row[0] is None] or rows
    return [listing_of(*row[1:]) for row in shown]


def find_event(database: Path, text: str) -> str:
    """The id of the event that an id or the last part of its page's address names; empty where there is none, or more than one."""
    with _opened(database) as connection:
        rows = connection.execute(
            "select distinct event_id from listing where (event_id = ?1 or slug = ?1) and withdrawn_reason <> 'not_public' limit 2", (text,)
        ).fetchall()
        if not rows:
            rows = connection.execute("select id from event where slug = ? limit 2", (text,)).fetchall()
    return rows[0][0] if len(rows) == 1 else ""


def near_events(database: Path, text: str) -> list[FoundEvent]:
    """The likeliest events for a text that is no id: by the words of the name, else by the likeness of id, name and address."""
    with _opened(database) as connection:
        rows = connection.execute(
            "select event_id, names, min(start_local), slug from listing where withdrawn_at is null "
            "group by event_id order by min(start_utc)"
        ).fetchall()
    events = [FoundEvent(id=row[0], name=best(json.loads(row[1])), start=row[2]) for row in rows]
    wanted = text.casefold()
    if named := [event for event in events if wanted in event.name.casefold()]:
        return named[:_NEAR]
    by_text: dict[str, FoundEvent] = {}
    for event, row in zip(events, rows, strict=True):
        for key in (event.id, event.name.casefold(), row[3]):
            by_text.setdefault(key, event)
    near = difflib.get_close_matches(wanted, by_text, n=_NEAR, cutoff=_LIKENESS)
    return list({by_text[key].id: by_text[key] for key in near}.values())


def organizer_ids(database: Path) -> set[str]:
    """Every organizer that an event may be put to."""
    with _opened(database) as connection:
        return {row[0] for row in connection.execute("select id from organizer")}


def topic_ids(database: Path) -> set[str]:
    """Every topic of the vocabulary; none before the first run with one."""
    with _opened(database) as connection:
        return {row[0] for row in connection.execute("select id from topic where parent = ''")}
