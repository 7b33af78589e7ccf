"""Decides what one answer changes. Pure: what is written is up to ``store.apply``.

* match: which record is which known listing (``store.matching``)
* ledger: is every record accounted for?
* decide: new, changed, renamed, restored, withdrawn (``store.writes``, ``store.issues``)
* doubt: would believing it break what we expect of the source? (``store.expectations``)
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, datetime, timedelta

from harvesters.errors import SuspiciousHarvest
from harvesters.source import Expectation, Source
from normalize.identity import kept_uid
from store.changes import Changes, Harvested, Ledger, Reason, Withdrawal
from store.expectations import Doubt, Effect, doubt, is_confirmed
from store.issues import difference
from store.known import Identity, Known, Moment, Remembered
from store.matching import Matches, match, own_uid
from store.text import to_json
from store.withheld import effects
from store.writes import written

__all__ = ["Changes", "Harvested", "Ledger", "plan"]

MOSTLY_RENAMED = 0.8
RENAMED_AT_LEAST = 5
RENAME_RUNS = 2
"""So many answers in a row, mostly renamed, show that the source's uids mean nothing."""
RENAME_RUNS_OF_FEW = 4
"""The same where fewer records than ``RENAMED_AT_LEAST`` were renamed: a small calendar may well be typed anew once or twice."""


def plan(known: Known, harvested: Harvested, source: Source, now: datetime) -> Changes:
    """What the answer changes; ``held`` is set where it cannot be believed and changes nothing.

    Raises ``SuspiciousHarvest`` (reason ``ledger``) when a record of it is not accounted for.
    """
    moment = Moment.of(now)
    matches = match(known, harvested)
    ledger = _ledger(harvested, matches)
    if not ledger.is_balanced:
        raise SuspiciousHarvest(f"what was read is not what came of it: {ledger}", reason="ledger", source=source.id)
    erased = tuple(Withdrawal(id=row.id, event_id=row.event_id, reason="not_public") for row in matches.private)
    changes = Changes(
        source_id=source.id,
        now=now,
        ledger=ledger,
        future=0,
        complete=harvested.reading.complete and not harvested.is_incremental,
        answered=harvested.reading.complete,
        size=harvested.size,
        written=tuple(written(known, matches)),
        withdrawn=erased,
    )
    deleted = {kept_uid(uid) for uid in harvested.reading.deleted}
    effect = _effect(known, matches, changes, moment, deleted)
    changes = replace(changes, future=effect.future)
    found = doubt(known, effect, source.expect or Expectation(), now)
    if found and not is_confirmed(known.held, found, now):
        return replace(_held(changes, known, found, moment), would=effects(changes.written, effect.withdrawn))
    absent = tuple(_absent(harvested, effect, deleted))
    changes = replace(changes, withdrawn=erased + absent, released=found is not None or known.accept_next)
    return _believed(changes, known, harvested, matches)


def _ledger(harvested: Harvested, matches: Matches) -> Ledger:
    """Where every record of the answer went; of two records of one identity one is stored and the other set aside."""
    reading = harvested.reading
    outcomes = [result.outcome for result in harvested.normalized]
    return Ledger(
        read=reading.read,
        stored=outcomes.count("stored") - len(matches.twice),
        unchanged=len(reading.unchanged),
        set_aside=reading.set_aside + outcomes.count("set_aside") + len(matches.twice),
        out_of_horizon=outcomes.count("out_of_horizon"),
        not_public=reading.not_public + outcomes.count("not_public"),
        deleted=len(reading.deleted),
    )


def _effect(known: Known, matches: Matches, changes: Changes, moment: Moment, deleted: AbstractSet[str]) -> Effect:
    """What believing the answer would do to what people see."""
    withdrawn = tuple(row for row in moment.coming(matches.missing) if changes.complete or row.uid in deleted)
    gone = {row.id for row in withdrawn} | {one.id for one in changes.withdrawn}
    fresh = {one.id: one.columns for one in changes.written if one.what != "touched"}
    returned = {row.id for row in matches.seen if row.withdrawn_at is not None}
    future = sum(moment.is_before(one.start_utc, one.over_utc) for one in fresh.values())
    for row in moment.coming(known.listings):
        future += (row.withdrawn_at is None or row.id in returned) and row.id not in fresh and row.id not in gone
    restored = {one.id for one in changes.written if one.what == "restored"}
    return Effect(shown=matches.in_answer, future=future, withdrawn=withdrawn, returned=frozenset(returned | restored))


def _absent(harvested: Harvested, effect: Effect, deleted: AbstractSet[str]) -> Iterator[Withdrawal]:
    """Coming listings that a complete answer no longer shows, or any answer calls deleted."""
    pairs = zip(harvested.normalized, harvested.reading.events, strict=True)
    moved = {own_uid(raw) for result, raw in pairs if result.outcome == "out_of_horizon"}
    for row in effect.withdrawn:
        reason: Reason = "deleted" if row.uid in deleted else "out_of_horizon" if row.uid in moved else "absent"
        yield Withdrawal(id=row.id, event_id=row.event_id, reason=reason)


def _held(changes: Changes, known: Known, found: Doubt, moment: Moment) -> Changes:
    """An answer that is not believed; only what turned out to be private is taken away all the same."""
    active = sum(1 for row in moment.coming(known.listings) if row.withdrawn_at is None)
    told = SuspiciousHarvest(found.message, reason=found.reason, source=changes.source_id)
    return replace(changes, written=(), future=active, held=told, held_key=found.key)


def _believed(changes: Changes, known: Known, harvested: Harvested, matches: Matches) -> Changes:
    """The rest of what a believed answer changes: what is remembered of the source, and what is wrong with it."""
    runs = _rename_runs(known, matches)
    enough = RENAME_RUNS if len(matches.renames) >= RENAMED_AT_LEAST else RENAME_RUNS_OF_FEW
    identity: Identity = "content" if known.identity == "content" or runs >= enough else "uid"
    added, gone = difference(known, harvested, matches, identity)
    remember = _memory(harvested, matches, changes.now.date() + timedelta(days=1))
    there = set(remember) | {digest for digest in harvested.reading.unchanged if digest in known.remembered}
    stored = {raw.digest for raw in harvested.reading.events}
    return replace(
        changes,
        returned=tuple((row.id, row.event_id) for row in matches.seen if row.withdrawn_at is not None),
        left=_rolled_off(matches, Moment.of(changes.now)) if changes.complete else (),
        back=tuple(row.id for row in matches.seen if row.last_seen is not None and row.withdrawn_at is None),
        remember=tuple(one for one in remember.values() if known.remembered.get(one.digest) != one),
        forget=tuple(digest for digest in known.remembered if digest not in there and (changes.complete or digest in stored)),
        issues_added=added,
        issues_gone=gone,
        validators=harvested.validators,
        meaning=known.meaning,
        identity=identity,
        rename_runs=runs,
    )


def _rolled_off(matches: Matches, moment: Moment) -> tuple[str, ...]:
    """Listings that had begun or were over before they left the calendar: no withdrawal, only history."""
    coming = {row.id for row in moment.coming(matches.missing)}
    return tuple(row.id for row in matches.missing if row.last_seen is None and row.id not in coming)


def _rename_runs(known: Known, matches: Matches) -> int:
    """Answers in a row, this one included, in which nearly every uid was new."""
    renamed = len(matches.renames)
    mostly = renamed > 0 and renamed >= MOSTLY_RENAMED * matches.in_answer
    return known.rename_runs + 1 if mostly else 0


def _memory(harvested: Harvested, matches: Matches, soonest: date) -> dict[str, Remembered]:
    """Digest -> what to remember of each record of this answer that gave no listing; none is read again before ``soonest``."""

    def kept(digest: str) -> str:
        return to_json(matches.keeps.get(digest, ()))

    memory = {
        digest: Remembered(digest=digest, outcome=outcome, keeps=kept(digest), reconsider=None)
        for digest, outcome in harvested.reading.remember.items()
    }
    for result, raw in zip(harvested.normalized, harvested.reading.events, strict=True):
        if result.outcome != "stored":
            day = max(result.reconsider, soonest).isoformat() if result.reconsider else None
            memory[raw.digest] = Remembered(digest=raw.digest, outcome=result.outcome, keeps=kept(raw.digest), reconsider=day)
    return memory
