"""What competes, kept so that a run without change touches nothing and one with a change looks at what it touches alone.

An overlap follows from two slots (``store.slots``), and which of them are told where many go on at once follows from the slots after the
earlier one. So what changed is looked for again together with everything that goes on when it begins or began, and nothing else; the
result is that of looking for everything, which is done where the rules, the places or the program are others, or a quarter changed.
"""

from __future__ import annotations

import hashlib
import json
import logging
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime

from normalize.overlaps import Crowd, Overlap, found
from normalize.overlaps_keys import Keys
from normalize.overlaps_slot import Rules
from normalize.similar import SimilarRules
from store.avoided import count_avoided, elsewhere
from store.configuration import program
from store.database import Store
from store.difference import write_difference
from store.event_rows import Row, with_content
from store.similar import relate_every_similar, relate_similar
from store.slots import Slots, earlier_than, every_slot, forget_slots, later_than, replace_slots, slots_before, slots_kept, slots_now
from store.strands import rows_of
from store.text import local_day, to_json

_log = logging.getLogger(__name__)
_SETTING = "overlaps"
"""With what, and on which day, they were looked for last: ``DAY/DIGEST``."""
_PARTED = "overlaps_parted"
"""The pairs of events that people said are no overlap, as of then: JSON."""
_MANY = 4
"""Where more than one event in so many changed, everything is looked for."""
_EVENTS_OF_VERDICTS = """
    select distinct a.event_id, b.event_id from verdict v join strand a on a.id = v.a join strand b on b.id = v.b
    where v.kind = 'not_overlap'
"""
_EVENTS_ASKED = """
    select distinct a.event_id, b.event_id from pair p join strand a on a.telling_id = p.a join strand b on b.telling_id = p.b
    where p.decision = 'ask' and a.event_id <> b.event_id
"""
_MAYBE_SAME = "select distinct event_a, event_b from overlap where is_maybe_same = 1"
_NOT_MARKED = """
    select 1 from overlap where (event_a = ?1 and event_b = ?2 or event_a = ?2 and event_b = ?1) and is_maybe_same = 0 limit 1
"""
Pairs = set[frozenset[str]]
"""Of events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looking:
    """By what is looked for, and what is known of pairs of events beside their slots."""

    rules: Rules
    first: date
    """What was over when this day began is not looked at."""
    parted: Pairs
    """They do not compete: somebody said so."""
    asked: Pairs
    """Somebody is asked whether they are one."""
    region: str
    """The region's time zone."""

    def row(self, one: Overlap, slots: Slots) -> Row | None:
        """The overlap's row; ``None`` where it is none."""
        events = frozenset((one.event_a, one.event_b))
        return None if events in self.parted else _row(one, self.region, _earlier(one, slots), is_maybe_same=events in self.asked)

    def rows(self, told: Iterable[Overlap], slots: Slots) -> dict[str, Row]:
        """The rows by id."""
        return {f"{one.a}~{one.b}": row for one in told if (row := self.row(one, slots))}


def relate_overlaps(store: Store, rules: Rules, similar: SimilarRules, now: datetime) -> int:
    """Looks for what competes, and for what is nearly the same, from the region's day of ``now`` on; the rows written.

    Does nothing where nothing changed since the last time.
    """
    public = store.public
    today = local_day(now, store.setting("timezone"))
    digest = _digest(store, rules, similar)
    before, _, digest_before = store.setting(_SETTING).partition("/")
    waiting = {row[0] for row in public.execute("select event_id from overlap_stale")}
    if (before, digest_before) == (today.isoformat(), digest) and not waiting:
        return 0
    looking = _Looking(
        rules=rules,
        first=today,
        parted=_pairs(public, _EVENTS_OF_VERDICTS),
        asked=_pairs(public, _EVENTS_ASKED),
        region=store.setting("timezone"),
    )
    with store.transaction():
        changed = (waiting - {""}) | _over_since(public, before, today)
        if digest_before != digest or before > today.isoformat() or _is_much(public, changed):
            written = _everything(public, looking, is_comparable=digest_before == digest) + relate_every_similar(public, similar, today)
        else:
            decided = _decided(store, looking)
            written = _changed(public, looking, changed, decided) + relate_similar(public, similar, today, changed)
        store.set(_SETTING, f"{today.isoformat()}/{digest}")
        store.set(_PARTED, to_json(sorted(map(sorted, looking.parted))))
        public.execute("delete from overlap_stale")
    return written


def _digest(store: Store, *rules: Rules | SimilarRules) -> str:
    """Equal where the same slots compete alike."""
    values = [sorted(value) if isinstance(value, frozenset) else value for one in rules for value in astuple(one)]
    places = store.public.execute("select id, latitude, longitude, online from place order by id").fetchall()
    told = (program(), values, places, store.setting("timezone"))
    return hashlib.blake2b(repr(told).encode(), digest_size=16).hexdigest()


def _over_since(public: sqlite3.Connection, before: str, today: date) -> set[str]:
    """Ids of the events of which something was over when the day began: it was looked at the last time and is no more."""
    if before == today.isoformat():
        return set()
    question = "select distinct event_id from occurrence where last_day >= ? and last_day < ?"
    return {row[0] for row in public.execute(question, (before, today.isoformat()))}


def _is_much(public: sqlite3.Connection, changed: Collection[str]) -> bool:
    events: int = public.execute("select count(*) from event").fetchone()[0]
    return len(changed) * _MANY > events


def _pairs(public: sqlite3.Connection, question: str) -> Pairs:
    return {frozenset(row) for row in public.execute(question)}


def _decided(store: Store, looking: _Looking) -> set[str]:
    """Ids of the events of the pairs of which people say, or are asked, something else than the rows do."""
    public = store.public
    before = {frozenset(pair) for pair in json.loads(store.setting(_PARTED) or "[]")}
    marked = _pairs(public, _MAYBE_SAME)
    unmarked = {pair for pair in looking.asked - marked if public.execute(_NOT_MARKED, sorted(pair)).fetchone()}
    return {event for pair in (before ^ looking.parted) | (marked - looking.asked) | unmarked for event in pair}


def _everything(public: sqlite3.Connection, looking: _Looking, *, is_comparable: bool) -> int:
    """All of it anew; the rows written. What was avoided is counted where the slots before were found by the same rules."""
    before = slots_before(public, {row[0] for row in public.execute("select distinct event_id from slot")}) if is_comparable else {}
    slots = every_slot(public, looking.first, looking.rules)
    told = found(slots.values(), looking.rules)
    _warn(told.crowds)
    forget_slots(public)
    replace_slots(public, (), slots.values(), Keys(looking.rules))
    present, rows = dict(public.execute("select id, content from overlap")), looking.rows(told.overlaps, slots)
    count_avoided(public, present.keys() - rows.keys(), elsewhere(before, slots), looking.first)
    return write_difference(public, "overlap", present, rows)


def _changed(public: sqlite3.Connection, looking: _Looking, changed: Collection[str], others: Collection[str]) -> int:
    """What the slots of ``changed`` events compete with now and did before, and those of ``others`` once more; the rows written."""
    before, now = slots_now(public, changed, looking.first, looking.rules)
    gone = [slot for one, slot in before.items() if now.get(one) != slot]
    come = [slot for one, slot in now.items() if before.get(one) != slot]
    keys = Keys(looking.rules)
    replace_slots(public, gone, come, keys)
    touched = [*gone, *come, *slots_before(public, others).values()]
    earlier = {slot.id for slot in touched} | earlier_than(public, touched, keys)
    looked_at = slots_kept(public, earlier)
    slots = looked_at | slots_kept(public, later_than(public, looked_at.values(), keys) - set(looked_at))
    told = found(slots.values(), looking.rules)
    _warn(told.crowds)
    rows = looking.rows((one for one in told.overlaps if _earlier(one, slots) in earlier), slots)
    present = dict(rows_of(public, "select id, content from overlap where earlier in ({})", earlier))
    count_avoided(public, present.keys() - rows.keys(), elsewhere(before, now), looking.first)
    return write_difference(public, "overlap", present, rows)


def _earlier(one: Overlap, slots: Slots) -> str:
    """Which of the two begins first, of equals the smaller id."""
    return one.a if slots[one.a].begin <= slots[one.b].begin else one.b


def _warn(crowds: Iterable[Crowd]) -> None:
    for crowd in crowds:
        _log.warning(
            "%s %s: %d instances go on at once; %d pairs of them are not told one by one", crowd.kind, crowd.key, crowd.slots, crowd.left
        )


def _row(one: Overlap, region: str, earlier: str, *, is_maybe_same: bool) -> Row:
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
        "earlier": earlier,
    }
    return with_content(row)


def forget_overlaps(public: sqlite3.Connection, events: Iterable[str] = ("",)) -> None:
    """What events compete with is looked for again at the next relating; without events, only what people say of pairs of them.

    A part of the caller's transaction.
    """
    public.executemany("insert or ignore into overlap_stale values (?)", [(one,) for one in sorted(events)])
