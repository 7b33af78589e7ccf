"""Slots, kept with the keys by which those that may meet are found: a change looks at what it touches and at nothing else."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from normalize.overlaps_keys import Keys
from normalize.overlaps_slot import Rules, Slot
from normalize.overlaps_sweep import settled
from store.planning import slots_alone
from store.strands import rows_of
from store.text import to_json

_HOUR = 3600
_SELECT = (
    "select s.id, s.event_id, s.begin, s.finish, s.is_end_assumed, s.place_id, s.room, s.latitude, s.longitude, s.audience, s.themes, "
    "s.is_planned from slot s where"
)
_INSERT = "insert into slot values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_EARLIER = """
    select k.slot_id from json_each(?1) asked cross join slot_key k
    where k.key = asked.value and k.begin between ?2 - ?3 and ?2 and k.finish > ?2
"""
_LATER = "select k.slot_id from json_each(?1) asked cross join slot_key k where k.key = asked.value and k.begin >= ?2 and k.begin < ?3"
_AT_PLACES = "select distinct s.event_id from slot_key k join slot s on s.id = k.slot_id where k.key in ({})"
_UNMAPPED = "select id from place where latitude is null or longitude is null"
Slots = Mapping[str, Slot]
"""By their ids."""


def every_slot(public: sqlite3.Connection, first: date, rules: Rules) -> dict[str, Slot]:
    """What takes something up from the first day on, as the events say now."""
    return {slot.id: slot for slot in settled(slots_alone(public, first, rules))}


def slots_before(public: sqlite3.Connection, events: Collection[str]) -> dict[str, Slot]:
    """The kept slots of events."""
    return {row[0]: _slot(row) for row in rows_of(public, f"{_SELECT} s.event_id in ({{}})", events)}


def slots_kept(public: sqlite3.Connection, ids: Collection[str]) -> dict[str, Slot]:
    """The kept slots of these ids."""
    return {row[0]: _slot(row) for row in rows_of(public, f"{_SELECT} s.id in ({{}})", ids)}


def slots_now(public: sqlite3.Connection, events: Collection[str], first: date, rules: Rules) -> tuple[dict[str, Slot], dict[str, Slot]]:
    """The kept slots of events and what they are by now, those of the same id side by side.

    Where an event is in a place on no map, all events there come along: they are where the first of them says (``settled``).
    """
    unmapped = {row[0] for row in public.execute(_UNMAPPED)}
    while True:
        before = slots_before(public, events)
        now = slots_alone(public, first, rules, events)
        places = {slot.place_id for slot in (*before.values(), *now)} & unmapped
        found = {row[0] for row in rows_of(public, _AT_PLACES, [f"place {place}" for place in places])}
        if found <= set(events):
            return before, {slot.id: slot for slot in settled(now)}
        events = {*events, *found}


def replace_slots(public: sqlite3.Connection, gone: Iterable[Slot], come: Iterable[Slot], keys: Keys) -> None:
    """Takes slots out and puts others in. A part of the caller's transaction."""
    taken = list(gone)
    public.executemany("delete from slot where id = ?", [(slot.id,) for slot in taken])
    public.executemany("delete from slot_key where key = ? and begin = ? and slot_id = ?", [row[:3] for row in _key_rows(taken, keys)])
    rows = [(slot, found) for slot in sorted(come, key=lambda slot: slot.id) if (found := keys.own(slot))]
    public.executemany(_INSERT, [_row(slot) for slot, _ in rows])
    key_rows = sorted((key, slot.begin, slot.id, slot.end) for slot, found in rows for key in found)
    public.executemany("insert into slot_key values (?, ?, ?, ?)", key_rows)


def forget_slots(public: sqlite3.Connection) -> None:
    """None are kept any more. A part of the caller's transaction."""
    public.execute("delete from slot")
    public.execute("delete from slot_key")


def earlier_than(public: sqlite3.Connection, slots: Iterable[Slot], keys: Keys) -> set[str]:
    """Ids of the kept slots that may compete with one of these and go on, or begin, when it begins."""
    longest = int(keys.rules.longest_hours * _HOUR)
    asked = ((to_json(keys.asked(slot)), slot.begin, longest) for slot in slots)
    return {row[0] for question in asked for row in public.execute(_EARLIER, question)}


def later_than(public: sqlite3.Connection, slots: Iterable[Slot], keys: Keys) -> set[str]:
    """Ids of the kept slots that may compete with one of these and begin when it begins, or while it goes on."""
    asked = ((to_json(keys.asked(slot)), slot.begin, slot.end) for slot in slots)
    return {row[0] for question in asked for row in public.execute(_LATER, question)}


def _key_rows(slots: Iterable[Slot], keys: Keys) -> Iterator[tuple[str, int, str, int]]:
    return ((key, slot.begin, slot.id, slot.end) for slot in slots for key in keys.own(slot))


def _row(slot: Slot) -> tuple[str | int | float | None, ...]:
    latitude, longitude = slot.point or (None, None)
    return (
        *(slot.id, slot.event_id, slot.begin, slot.end, int(slot.is_end_assumed), slot.place_id, slot.room, latitude, longitude),
        *(to_json(sorted(slot.audience)), to_json(sorted(slot.themes)), int(slot.is_planned)),
    )


def _slot(row: tuple[Any, ...]) -> Slot:
    identifier, event_id, begin, finish, is_end_assumed, place_id, room, latitude, longitude, audience, themes, is_planned = row
    return Slot(
        id=identifier,
        event_id=event_id,
        begin=begin,
        end=finish,
        is_end_assumed=bool(is_end_assumed),
        place_id=place_id,
        room=room,
        point=None if latitude is None or longitude is None else (latitude, longitude),
        audience=_codes(audience),
        themes=_codes(themes),
        is_planned=bool(is_planned),
    )


@lru_cache(maxsize=4096)
def _codes(text: str) -> frozenset[str]:
    """The codes of a JSON list; a few lists stand in thousands of rows."""
    return frozenset(json.loads(text))
