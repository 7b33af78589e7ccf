"""Events of nearly the same content within some weeks, as rows: looked for together with what competes (``store.overlaps``).

Pairs of customs stand in the table too: that a group is too many is known by its pairs.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from normalize.names import name_of
from normalize.similar import Content, Similar, SimilarRules, alike, counts, customs, keys_of, reach
from store.difference import write_difference
from store.event_rows import Row, with_content
from store.strands import rows_of
from store.text import moment_of, to_json

_CONTENTS = """
    select e.id, e.kind, e.names, e.organizer_id, e.place_id, coalesce(p.latitude, e.latitude), coalesce(p.longitude, e.longitude),
        e.is_series, coalesce(e.details -> '$.subjects', '[]'), coalesce(e.details -> '$.audience', '[]'), json_group_array(c.start_utc)
    from event e
    join occurrence c on c.event_id = e.id
    left join place p on p.id = e.place_id
    where e.planned = 0 and c.planned = 0 and e.withdrawn_at is null and c.last_day >= ?1 and c.event_status <> 'EventCancelled' {}
    group by e.id
"""
_ALL = _CONTENTS.format("")
_SOME = _CONTENTS.format("and e.id in (select value from json_each(?2))")
_COLUMNS = ("id", "event_a", "event_b", "days", "kilometres", "shared", "earlier")
_NEAR = "select event_id from similar_key where key = ?1 and first <= ?3 + ?4 and last >= ?2 - ?4"
_BEFORE = "select event_id from similar_key where key = ?1 and first <= ?2 and last >= ?2 - ?3"
_COUNT = "select count(*) from similar_key where key = ?"
_Pairs: TypeAlias = dict[str, Row]
"""Rows by id."""
Contents: TypeAlias = Mapping[str, Content]
"""By the events' ids."""


class _Key(NamedTuple):
    """A row of ``similar_key``."""

    key: str
    first: int
    event_id: str
    last: int


def relate_every_similar(public: sqlite3.Connection, rules: SimilarRules, first: date) -> int:
    """What is nearly the same among everything that takes place on ``first`` or later; the rows written.

    A part of the caller's transaction.
    """
    contents = _by_event(public.execute(_ALL, (first.isoformat(),)))
    public.execute("delete from similar_key")
    _write_keys(public, contents, rules)
    rows = {f"{one.event_a}~{one.event_b}": _row(one, contents) for one in alike(contents.values(), rules)}
    return write_difference(public, "similar", dict(public.execute("select id, content from similar")), _judged(rows, rules))


def relate_similar(public: sqlite3.Connection, rules: SimilarRules, first: date, changed: Collection[str]) -> int:
    """The same of ``changed`` events, and of what they are, or were, alike with; the rows written. A part of the caller's transaction.

    Of a key that many have, only the next are compared with each: there a change moves what others are compared with.
    """
    if not changed:
        return 0
    before = [_Key(*row) for row in rows_of(public, "select * from similar_key where event_id in ({})", changed)]
    public.executemany("delete from similar_key where event_id = ?", [(one,) for one in sorted(changed)])
    contents = _some(public, changed, first)
    now = _write_keys(public, contents, rules)
    moved = _moved(public, [*before, *now], rules) - set(changed)
    again = [_Key(*row) for row in rows_of(public, "select * from similar_key where event_id in ({})", moved)]
    contents |= _some(public, (_met(public, [*now, *again], rules) | moved) - set(changed), first)
    asked = {*changed, *moved}
    told = alike(contents.values(), rules, lambda earlier, later: earlier in asked or later in changed)
    old = _pairs_of(public, "event_a", changed) | _pairs_of(public, "event_b", changed) | _pairs_of(public, "earlier", moved)
    return _replace(public, old, {f"{one.event_a}~{one.event_b}": _row(one, contents) for one in told}, rules)


def _replace(public: sqlite3.Connection, old: _Pairs, new: _Pairs, rules: SimilarRules) -> int:
    """Puts pairs in the place of others; those they are, or were, tied to are customs or are none any more."""
    tied = _tied(public, {str(row[end]) for row in (*old.values(), *new.values()) for end in ("event_a", "event_b")})
    wanted = {one: row for one, row in tied.items() if one not in old} | new
    present = {one: str(row["content"]) for one, row in (tied | old).items()}
    return write_difference(public, "similar", present, _judged(wanted, rules))


def _tied(public: sqlite3.Connection, events: Collection[str]) -> _Pairs:
    """The kept pairs of some events, of all that these are tied to, and so on."""
    found: _Pairs = {}
    seen, edge = set(events), set(events)
    while edge:
        pairs = _pairs_of(public, "event_a", edge) | _pairs_of(public, "event_b", edge)
        found |= pairs
        edge = {str(row[end]) for row in pairs.values() for end in ("event_a", "event_b")} - seen
        seen |= edge
    return found


def _pairs_of(public: sqlite3.Connection, column: str, events: Collection[str]) -> _Pairs:
    """The kept pairs by id, whose column is one of these events."""
    names = ", ".join((*_COLUMNS, "content"))
    rows = rows_of(public, f"select {names} from similar where {column} in ({{}})", events)  # noqa: S608 - names of our own
    return {row[0]: dict(zip((*_COLUMNS, "content"), row, strict=True)) for row in rows}


def _judged(rows: _Pairs, rules: SimilarRules) -> _Pairs:
    """The rows, sorted, each with whether it is a custom among them."""
    customary = customs([(str(row["event_a"]), str(row["event_b"])) for row in rows.values()], rules)
    told = {one: {name: rows[one][name] for name in _COLUMNS} for one in sorted(rows)}
    return {one: with_content(row | {"is_custom": int(row["event_a"] in customary)}) for one, row in told.items()}


def _moved(public: sqlite3.Connection, touched: Collection[_Key], rules: SimilarRules) -> set[str]:
    """The events of which it may have changed whom they are compared with, since one of more than are compared came, left or moved."""
    times = Counter(row.key for row in touched)
    many = {
        key for key in sorted(times) if public.execute(_COUNT, (key,)).fetchone()[0] + times[key] > rules.most_met
    }  # those that left counted in, so that the limit is never overlooked
    rows = (row for row in touched if row.key in many)
    return {found[0] for row in rows for found in public.execute(_BEFORE, (row.key, row.first, reach(rules)))}


def _met(public: sqlite3.Connection, keys: Iterable[_Key], rules: SimilarRules) -> set[str]:
    """The events that share one of the keys and are near enough in time to be compared."""
    return {found[0] for row in keys for found in public.execute(_NEAR, (row.key, row.first, row.last, reach(rules)))}


def _write_keys(public: sqlite3.Connection, contents: Contents, rules: SimilarRules) -> list[_Key]:
    """Keeps by what events are found; their keys."""
    found = sorted(
        _Key(f"{subject} {word}", one.starts[0], one.event_id, one.starts[-1])
        for one in contents.values()
        if counts(one, rules)
        for subject, word in keys_of(one)
    )
    public.executemany("insert into similar_key values (?, ?, ?, ?)", found)
    return found


def _some(public: sqlite3.Connection, events: Collection[str], first: date) -> dict[str, Content]:
    """The contents of some events, as they are now."""
    return _by_event(public.execute(_SOME, (first.isoformat(), to_json(sorted(events)))))


def _by_event(rows: Iterable[tuple[Any, ...]]) -> dict[str, Content]:
    return {row[0]: _content(row) for row in rows}


def _content(row: tuple[Any, ...]) -> Content:
    identifier, kind, names, organizer, place, latitude, longitude, is_series, subjects, audience, starts = row
    return Content(
        event_id=identifier,
        starts=tuple(sorted(int(moment_of(start).timestamp()) for start in json.loads(starts))),
        names=tuple(name_of(text, language) for language, text in sorted(json.loads(names).items())),
        subjects=frozenset(json.loads(subjects)),
        organizer_id=organizer,
        audience=frozenset(json.loads(audience)),
        kind=kind,
        place_id=place or "",
        point=None if latitude is None or longitude is None else (latitude, longitude),
        is_series=bool(is_series),
    )


def _row(one: Similar, contents: Contents) -> Row:
    """The pair's row without what is told of its group."""
    earlier = min((contents[event].starts[0], event) for event in one[:2])[1]
    return {
        "id": f"{one.event_a}~{one.event_b}",
        "event_a": one.event_a,
        "event_b": one.event_b,
        "days": one.days,
        "kilometres": one.kilometres,
        "shared": to_json(one.shared),
        "earlier": earlier,
    }
