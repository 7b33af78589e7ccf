"""What competes, kept so that a run without change touches nothing and one with a change writes only what differs.

All of it is looked for again whenever an event changed: the search is cheaper than finding out what a change may touch.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Mapping
from dataclasses import astuple
from datetime import UTC, date, datetime

from normalize.overlaps import Overlap, found
from normalize.overlaps_slot import Rules
from normalize.similar import SimilarRules
from store.configuration import program
from store.database import PUBLIC_NAME, Store
from store.event_rows import Row, with_content
from store.planning import slots_alone
from store.similar import similar_rows
from store.text import local_day, to_json

_log = logging.getLogger(__name__)
_SETTING = "overlaps"
"""What the overlaps were looked for with last; empty once an event or a verdict changed."""
_EVENTS_OF_VERDICTS = """
    select distinct a.event_id, b.event_id from verdict v join strand a on a.id = v.a join strand b on b.id = v.b
    where v.kind = 'not_overlap'
"""
_EVENTS_ASKED = """
    select distinct a.event_id, b.event_id from pair p join strand a on a.telling_id = p.a join strand b on b.telling_id = p.b
    where p.decision = 'ask' and a.event_id <> b.event_id
"""


def relate_overlaps(store: Store, rules: Rules, similar: SimilarRules, now: datetime) -> int:
    """Looks for what competes, and for what is nearly the same, from the region's day of ``now`` on; the rows written.

    Does nothing where nothing changed since the last time.
    """
    region = store.setting("timezone")
    today = local_day(now, region)
    mark = _mark(store, today, rules, similar)
    if store.setting(_SETTING) == mark:
        return 0
    public = store.public
    told = found(slots_alone(store.directory / PUBLIC_NAME, today, rules), rules)
    for crowd in told.crowds:
        _log.warning(
            "%s %s: %d instances go on at once; %d pairs of them are not told one by one", crowd.kind, crowd.key, crowd.slots, crowd.left
        )
    parted, asked = _pairs(public, _EVENTS_OF_VERDICTS), _pairs(public, _EVENTS_ASKED)
    wanted: dict[str, Row] = {}
    for one in told.overlaps:
        events = frozenset((one.event_a, one.event_b))
        if events not in parted:
            wanted[f"{one.a}~{one.b}"] = _row(one, region, is_maybe_same=events in asked)
    alike = similar_rows(public, similar, today)
    with store.transaction():
        written = write_all(public, "overlap", wanted) + write_all(public, "similar", alike)
        store.set(_SETTING, mark)
    return written


def _mark(store: Store, today: date, *rules: Rules | SimilarRules) -> str:
    values = [sorted(value) if isinstance(value, frozenset) else value for one in rules for value in astuple(one)]
    told = (today.isoformat(), program(), values)
    places = store.public.execute("select id, latitude, longitude, online from place order by id").fetchall()
    return hashlib.blake2b(repr((told, places)).encode(), digest_size=16).hexdigest()


def _pairs(public: sqlite3.Connection, question: str) -> set[frozenset[str]]:
    return {frozenset(row) for row in public.execute(question)}


def _row(one: Overlap, region: str, *, is_maybe_same: bool) -> Row:
    row: Row = {
        "id": f"{one.a}~{one.b}",
        "kind": one.kind,
        "severity": one.severity,
        "occurrence_a": one.a,
        "occurrence_b": one.b,
        "event_a": one.event_a,
        "event_b": one.event_b,
        "day": local_day(datetime.fromtimestamp(one.begin, UTC), region).isoformat(),
        "minutes": one.minutes,
        "kilometres": one.kilometres,
        "shared": to_json(one.shared),
        "is_end_assumed": int(one.is_end_assumed),
        "is_planned": int(one.is_planned),
        "is_maybe_same": int(is_maybe_same),
    }
    return with_content(row)


def write_all(public: sqlite3.Connection, table: str, rows: Mapping[str, Row]) -> int:
    """Makes a table what it should be; the number of rows written or deleted."""
    present: dict[str, str] = dict(public.execute(f"select id, content from {table}"))  # noqa: S608 - names of our own
    gone = [(identifier,) for identifier in sorted(present) if identifier not in rows]
    differing = [rows[identifier] for identifier in sorted(rows) if present.get(identifier) != rows[identifier]["content"]]
    public.executemany(f"delete from {table} where id = ?", gone)  # noqa: S608 - as above
    if differing:
        names = tuple(differing[0])
        public.executemany(
            f"insert or replace into {table} ({', '.join(names)}) values ({', '.join('?' * len(names))})",  # noqa: S608 - as above
            [tuple(row.values()) for row in differing],
        )
    return len(gone) + len(differing)


def forget_overlaps(public: sqlite3.Connection) -> None:
    """They are looked for again at the next relating. A part of the caller's transaction."""
    public.execute("delete from setting where key = ? and value <> ''", (_SETTING,))
