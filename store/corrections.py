"""Corrections as the store keeps them: what is in force, whom it touches, what the source said then and says now.

The file that people write is the truth; the table is the last one that could be read. So a file that is broken later costs nobody's
correction, and events can be made again from the store alone. Changing a correction makes exactly the events it touches again.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from harvesters.source import PlaceEntry, Schedules
from normalize.corrections import Correction, Key, corrected_schedules, said_of_region
from normalize.corrections_fields import Value
from normalize.relate import Related
from store.database import Store
from store.event_rows import Facts
from store.text import to_json, utc_text

_COLUMNS = ("subject", "subject_id", "field", "value", "was", "made_by", "made_on", "why", "effect")
_NAMES = ", ".join(_COLUMNS)
_UPSERT = (
    f"insert into correction ({_NAMES}) values ({', '.join('?' * len(_COLUMNS))}) on conflict (subject, subject_id, field) do update set "  # noqa: S608 - names of our own
    f"{', '.join(f'{name} = excluded.{name}' for name in _COLUMNS[3:])}"
)
_UNSEEN = """
    update correction set was = case when source_value is null then was end, source_value = null, source_changed_at = null, refused = ''
    where subject = 'event' and (source_value is not null or refused <> '') and not exists (
        select 1 from listing l where l.event_id = correction.subject_id and l.withdrawn_reason <> 'not_public'
    )
"""


def value_of(text: str) -> Value:
    """The value that ``to_json`` wrote."""
    found: Any = json.loads(text)
    return tuple(found) if isinstance(found, list) else found


def corrections_in_force(store: Store) -> tuple[Correction, ...]:
    """Every correction, in the order of its key."""
    rows = store.public.execute(f"select {_NAMES} from correction order by subject, subject_id, field")  # noqa: S608 - as above
    return tuple(correction_of(row) for row in rows)


def correction_of(row: Sequence[Any]) -> Correction:
    """The correction of a row that begins with ``subject, subject_id, field, value, was, made_by, made_on, why``."""
    subject, identifier, field, value, was, by, on, why = row[:8]
    return Correction(
        key=Key(subject, identifier, field),
        value=value_of(value),
        was=None if was is None else value_of(was),
        is_was_known=was is not None,
        by=by,
        on=date.fromisoformat(on),
        why=why,
    )


def hidden_events(store: Store) -> set[str]:
    """Ids of the events that a person took off the public pages, under every id they have: what is hidden of one strand hides the event."""
    return {row[0] for row in store.public.execute("select id from hidden_strands")}


def events_taken_off(store: Store) -> frozenset[str]:
    """Ids of the events that must not be public, whatever they were: a person hid them, or their source made them private."""
    rows = store.public.execute("select event_id from listing group by event_id having min(withdrawn_reason = 'not_public') = 1")
    return frozenset(row[0] for row in rows) | hidden_events(store)


def sync_corrections(store: Store, corrections: Iterable[Correction], schedules: Schedules, now: datetime) -> bool:
    """Makes the table what the file says, and the events dirty that a difference shows in; ``schedules`` as they stand in the file.

    True where the corrections are others than before; equal ones write nothing.
    """
    told = list(corrections)
    before = {Key(*row[:3]): row for row in store.public.execute(f"select {_NAMES} from correction")}  # noqa: S608 - as above
    if not told and not before:
        return False
    places = {place.id: place for place in corrected_schedules(schedules, told).places}
    wanted = {one.key: _row(one, before.get(one.key), places) for one in told}
    touched = _touched(store.public, before, wanted)
    with store.transaction():
        _write(store.public, before, wanted)
        moment = utc_text(now)
        store.public.executemany("insert into correction_change (event_id, at) values (?, ?)", [(one, moment) for one in touched])
        store.public.executemany("insert or ignore into event_dirty values (?)", [(one,) for one in touched])
        said = said_of_region(schedules, told)
        _note(store.public, {key: (value, "") for key, value in said.items()}, moment)
    return before != wanted


def _row(correction: Correction, before: Sequence[Any] | None, places: Mapping[str, PlaceEntry]) -> tuple[str | None, ...]:
    """The row of a correction; what the source said first is remembered where the file does not say it."""
    was = to_json(correction.was) if correction.is_was_known else (before[4] if before else None)
    return (
        *correction.key,
        to_json(correction.value),
        was,
        correction.by,
        correction.on.isoformat(),
        correction.why,
        _effect(correction, places),
    )


def _effect(correction: Correction, places: Mapping[str, PlaceEntry]) -> str:
    """What decides how the correction shows: its value; who says a place is accessible; what the place is like that it names."""
    parts: list[object] = [correction.value]
    if correction.key.field.startswith("accessibility."):
        parts += [correction.by, correction.on.isoformat()]
    if correction.key.field == "place_id":
        place = places.get(str(correction.value))
        parts.append(place.model_dump_json() if place else None)
    return hashlib.blake2b(to_json(parts).encode(), digest_size=16).hexdigest()


def _touched(public: sqlite3.Connection, before: Mapping[Key, Sequence[Any]], wanted: Mapping[Key, Sequence[Any]]) -> list[str]:
    """Ids of the events that a difference shows in: of a place those whose accessibility is told by it; the rest is joined when read."""
    keys = [key for key in {*before, *wanted} if before.get(key, (None,))[-1] != wanted.get(key, (None,))[-1]]
    events = {key.id for key in keys if key.subject == "event"}
    for place in {key.id for key in keys if key.subject == "place" and key.field.startswith("accessibility.")}:
        rows = public.execute("select event_id from listing where place_id = ?1 union select id from event where place_id = ?1", (place,))
        events |= {row[0] for row in rows}
    return sorted(events)


def _write(public: sqlite3.Connection, before: Mapping[Key, Sequence[Any]], wanted: Mapping[Key, Sequence[Any]]) -> None:
    gone = sorted(key for key in before if key not in wanted)
    public.executemany("delete from correction where subject = ? and subject_id = ? and field = ?", gone)
    public.executemany(_UPSERT, [row for key, row in sorted(wanted.items()) if row != before.get(key)])


def note_said(store: Store, said: Mapping[Key, tuple[Value, str]], now: datetime) -> None:
    """Remembers what the sources say now of corrected fields of events, and which corrections do not fit (code).

    Where a source says something new, that is marked with the moment; where it says again what it said, or what the correction says, the
    mark goes. What is known of an event that has no public listing any more is forgotten: it may have become private.
    """
    if store.public.execute("select 1 from correction limit 1").fetchone() is None:
        return
    with store.transaction():
        _note(store.public, said, utc_text(now))
        store.public.execute(_UNSEEN)


def _note(public: sqlite3.Connection, said: Mapping[Key, tuple[Value, str]], moment: str) -> None:
    question = (
        "select value, was, source_value, source_changed_at, refused from correction where subject = ? and subject_id = ? and field = ?"
    )
    for key, (value, refused) in sorted(said.items(), key=lambda pair: pair[0]):
        row = public.execute(question, key).fetchone()
        if row is None:
            continue
        now_says = to_json(value)
        was = now_says if row[1] is None else row[1]
        changed = None if now_says in {was, row[0]} else row[3] if row[3] and row[2] == now_says else moment
        made = (was, now_says, changed, refused)
        if made != row[1:]:
            public.execute(
                "update correction set was = ?, source_value = ?, source_changed_at = ?, refused = ? "
                "where subject = ? and subject_id = ? and field = ?",
                (*made, *key),
            )


def changes_of(store: Store, event_ids: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Event id -> how often its corrections changed, and when last; only those that were ever corrected."""
    if store.public.execute("select 1 from correction_change limit 1").fetchone() is None:
        return {}
    wanted = set(event_ids)
    times: Counter[str] = Counter()
    last: dict[str, str] = {}
    for event_id, at in store.public.execute("select event_id, at from correction_change order by at"):
        if event_id in wanted:
            times[event_id] += 1
            last[event_id] = at
    return {event_id: (times[event_id], last[event_id]) for event_id in times}


def corrected_facts(facts: Facts, related: Related, change: tuple[int, str] | None) -> Facts:
    """The facts of an event whose fields a person corrected, and whose readers must be told by a higher SEQUENCE and a later date."""
    if change is not None:
        facts = facts._replace(changes=facts.changes + change[0], last_changed=max(facts.last_changed, change[1]))
    shown = related.corrected
    if shown is None:
        return facts
    corrected = {one.field for one in shown.details.evidence if one.rule == "corrected"}
    return facts._replace(
        lead_end=None if shown.end is None else shown.end.isoformat(),
        in_language=to_json(list(shown.in_language)),
        previous_start=None if "start" in corrected else facts.previous_start,
    )
