"""Writes what was decided about one answer: one transaction with the data, its history, the validators and the log.

Validators are written in the same transaction as the data they stand for, so they can never run ahead of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from harvesters.record import Issue
from store.changes import Changes, Reason, Withdrawal, Written
from store.columns import WRITTEN
from store.database import Store
from store.harvests import Aside, HarvestSummary, Outcome, log_harvest, stand
from store.issues import issue_id
from store.text import to_json, utc_text
from store.withheld import write_held

_SET = ", ".join(f"{name} = ?" for name in WRITTEN)
_NAMES = ("id", "source_id", "recurrence_id", "event_id", "first_seen", "last_changed", "uid", "slug", "digest", "content_key", *WRITTEN)
_INSERT = f"insert into listing ({', '.join(_NAMES)}) values ({', '.join('?' * len(_NAMES))})"  # noqa: S608 - column names of our own
_CHANGED = (
    f"update listing set withdrawn_at = null, withdrawn_reason = '', last_seen = null, last_changed = ?, "  # noqa: S608 - column names of our own
    f"uid = ?, slug = ?, digest = ?, content_key = ?, {_SET} where id = ?"
)
_TOUCHED = f"update listing set last_seen = null, uid = ?, slug = ?, digest = ?, content_key = ?, {_SET} where id = ?"  # noqa: S608 - as above
_BEFORE = """
    insert into history (harvest_id, listing_id, what, at, uid, digest, data, withdrawn_at, withdrawn_reason)
    select ?, id, ?, ?, uid, digest, data, withdrawn_at, withdrawn_reason from listing where id = ?
"""


def apply(store: Store, changes: Changes) -> HarvestSummary:
    """What the answer changed, written all or not at all; of a held one only the log, the state, and the loss of what became private."""
    with store.transaction():
        aside = Aside(future=changes.future, size=changes.size, held_key=changes.held_key)
        summary = log_harvest(store, _summary(changes), changes.now, aside)
        _withdraw(store.public, changes, summary.harvest_id)
        _erase(store, [one.id for one in changes.withdrawn if one.reason == "not_public"])
        if not changes.held:
            _write(store.public, changes, summary.harvest_id)
            _write_raw(store.private, changes)
            _write_presence(store.public, changes, summary.harvest_id)
            _remember(store.public, changes)
        write_held(store.public, changes.source_id, changes.would, changes.now)
        _mark(store.public, changes)
        _write_state(store, changes, summary)
    return summary


def _summary(changes: Changes) -> HarvestSummary:
    """The answer in figures."""
    outcome: Outcome = "held" if changes.held else "changed" if changes.changed_anything else "unchanged"
    ledger = changes.ledger
    return HarvestSummary(
        source_id=changes.source_id,
        outcome=outcome,
        state=changes.held.state if changes.held else "ok",
        reason=changes.held.reason if changes.held else "",
        message=str(changes.held) if changes.held else "",
        read=ledger.read,
        stored=ledger.stored,
        unchanged=ledger.unchanged,
        set_aside=ledger.set_aside,
        out_of_horizon=ledger.out_of_horizon,
        not_public=ledger.not_public,
        deleted=ledger.deleted,
        new=changes.count("new"),
        changed=changes.count("changed"),
        renamed=changes.count("renamed"),
        withdrawn=len(changes.withdrawn),
        restored=changes.count("restored"),
    )


def _apart(one: Written) -> tuple[str, str, str, str]:
    return one.uid, one.slug, one.digest, one.content_key


def _write(public: sqlite3.Connection, changes: Changes, harvest_id: int) -> None:
    """Listings and, of those that people may ask about, what they were before."""
    now = utc_text(changes.now)
    new = [one for one in changes.written if one.what == "new"]
    public.executemany(
        _INSERT,
        [(one.id, changes.source_id, one.recurrence_id, one.event_id, now, now, *_apart(one), *one.columns) for one in new],
    )
    public.executemany(
        "insert into history (harvest_id, listing_id, what, at) values (?, ?, 'new', ?)", [(harvest_id, one.id, now) for one in new]
    )
    known = [one for one in changes.written if one.what not in {"new", "touched"}]
    public.executemany(_BEFORE, [(harvest_id, one.what, now, one.id) for one in known])
    public.executemany(_CHANGED, [(now, *_apart(one), *one.columns, one.id) for one in known if one.altered])
    same = [one for one in changes.written if one.what != "new" and not one.altered]
    public.executemany(_TOUCHED, [(*_apart(one), *one.columns, one.id) for one in same])


def _write_raw(private: sqlite3.Connection, changes: Changes) -> None:
    """The records as they were published, beside the public data."""
    now = utc_text(changes.now)
    private.executemany(
        "insert or replace into raw (listing_id, source_id, digest, text, extra, written) values (?, ?, ?, ?, ?, ?)",
        [(one.id, changes.source_id, one.digest, one.raw_text, to_json(dict(one.raw_extra)), now) for one in changes.written],
    )


def _write_presence(public: sqlite3.Connection, changes: Changes, harvest_id: int) -> None:
    """Listings that came back as they were, and listings that left the calendar after they were over."""
    now = utc_text(changes.now)
    public.executemany(_BEFORE, [(harvest_id, "restored", now, listing_id) for listing_id, _ in changes.returned])
    public.executemany(
        "update listing set withdrawn_at = null, withdrawn_reason = '', last_seen = null, last_changed = ? where id = ?",
        [(now, listing_id) for listing_id, _ in changes.returned],
    )
    public.executemany("update listing set last_seen = null where id = ?", [(listing_id,) for listing_id in changes.back])
    public.executemany(
        "update listing set last_seen = (select t.last_fetched from source_state t where t.source_id = listing.source_id) where id = ?",
        [(listing_id,) for listing_id in changes.left],
    )


def _withdraw(public: sqlite3.Connection, changes: Changes, harvest_id: int) -> None:
    withdraw(public, changes.withdrawn, utc_text(changes.now), harvest_id)


def withdraw(public: sqlite3.Connection, withdrawn: Sequence[Withdrawal], now: str, harvest_id: int | None) -> None:
    """Marks listings as no longer shown, with the reason; their text and their history stay."""
    public.executemany(_BEFORE, [(harvest_id, "withdrawn", now, one.id) for one in withdrawn])
    public.executemany(
        "update listing set withdrawn_at = ?, withdrawn_reason = ?, last_changed = ?, "
        "last_seen = coalesce(last_seen, (select t.last_fetched from source_state t where t.source_id = listing.source_id)) where id = ?",
        [(now, one.reason, now, one.id) for one in withdrawn],
    )


def withdraw_coming(store: Store, source_id: str, reason: Reason, now: str, harvest_id: int | None) -> int:
    """Withdraws everything that the source still promises; how many. A part of the caller's transaction."""
    coming = store.public.execute(
        "select id, event_id from listing where source_id = ? and withdrawn_at is null "
        "and coalesce(over_utc, (select t.over_utc from strand t where t.id = listing.event_id), start_utc) > ?",
        (source_id, now),
    ).fetchall()
    gone = [Withdrawal(id=listing_id, event_id=event_id, reason=reason) for listing_id, event_id in coming]
    withdraw(store.public, gone, now, harvest_id)
    store.public.executemany("insert or ignore into event_dirty values (?)", [(one.event_id,) for one in gone])
    return len(gone)


def _erase(store: Store, ids: Sequence[str]) -> None:
    """Takes every word of listings that are not public any more out of both files: text, address, history and raw record.

    What is left says that something was here: no name, no place, no way to recognise it by its words.
    """
    marks = [(listing_id,) for listing_id in ids]
    store.public.executemany(
        "update listing set data = '', names = '{}', place_id = null, place_text = '', url = '', digest = '', content = '', "
        "content_key = '', slug = event_id where id = ?",
        marks,
    )
    store.public.executemany("update history set uid = null, digest = null, data = null where listing_id = ?", marks)
    store.private.executemany("delete from raw where listing_id = ?", marks)


def _mark(public: sqlite3.Connection, changes: Changes) -> None:
    """Events that must be made again."""
    events = {one.event_id for one in changes.withdrawn} | {event_id for _, event_id in changes.returned}
    if not changes.held:
        events |= {one.event_id for one in changes.written if one.altered}
    public.executemany("insert or ignore into event_dirty values (?)", [(event_id,) for event_id in sorted(events)])


def _remember(public: sqlite3.Connection, changes: Changes) -> None:
    """Records that gave no listing, and what is wrong with which record."""
    source = changes.source_id
    public.executemany("delete from remembered where source_id = ? and digest = ?", [(source, digest) for digest in changes.forget])
    public.executemany(
        "insert or replace into remembered (source_id, digest, outcome, keeps, reconsider) values (?, ?, ?, ?, ?)",
        [(source, *one) for one in changes.remember],
    )
    public.executemany("delete from issue where id = ?", [(identifier,) for identifier in changes.issues_gone])
    public.executemany(
        "insert or ignore into issue (id, source_id, digest, uid, code, severity, field, value, line) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _issue_rows(source, changes.issues_added),
    )


def _issue_rows(source: str, issues: Iterable[Issue]) -> list[tuple[str | int | None, ...]]:
    return [(issue_id(source, one), source, one.digest, one.uid, one.code, one.severity, one.field, one.value, one.line) for one in issues]


def _write_state(store: Store, changes: Changes, summary: HarvestSummary) -> None:
    """How the source stands now; a held answer leaves its validators alone, so that the next one is judged against the same data."""
    stand(store, summary, changes.now, answered=changes.answered and not changes.held)
    if changes.held:
        return
    now = utc_text(changes.now)
    store.public.execute(
        "update source_state set full_at = case when ? then ? else full_at end, etag = ?, last_modified = ?, body_digest = ?, "
        "meaning = ?, identity = ?, rename_runs = ?, accept_next = 0, released_at = case when ? then ? else released_at end "
        "where source_id = ?",
        (
            changes.complete,
            now,
            changes.validators.etag,
            changes.validators.last_modified,
            changes.validators.body_digest,
            changes.meaning,
            changes.identity,
            changes.rename_runs,
            changes.released,
            now,
            changes.source_id,
        ),
    )
