"""The log of harvests, how every source stands, and what is known of a source before its next answer."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from harvesters.errors import HarvestError, KoosteError
from harvesters.record import NotModified, Validators
from harvesters.source import Source
from store.database import Store
from store.known import HeldAnswer, Known, KnownListing, Remembered
from store.text import moment_of, utc_text

Outcome = Literal["changed", "unchanged", "failed", "held"]

READ_IN_FULL = timedelta(hours=24)
"""A server may say "not modified" for ever by mistake; once a day the whole answer is asked for."""

GONE_TIMES = 3
"""So many answers "gone" (410) in a row close a source (RFC 9110 section 15.5.11)."""

_ADDRESS = re.compile(r"(https?)://[^\s'\"<>)\]]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HarvestSummary:
    """One harvest of one source: how it ended, the ledger of its records, what it changed."""

    source_id: str
    outcome: Outcome
    state: str
    """``ok`` or a failure state of ``harvesters.errors``."""
    reason: str = ""
    message: str = ""
    """Why the state is not ``ok``, for people; empty otherwise."""
    harvest_id: int = 0
    http_status: int | None = None
    read: int = 0
    stored: int = 0
    unchanged: int = 0
    set_aside: int = 0
    out_of_horizon: int = 0
    not_public: int = 0
    deleted: int = 0
    new: int = 0
    changed: int = 0
    renamed: int = 0
    withdrawn: int = 0
    restored: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DueFacts:
    """What decides when a source is asked again."""

    state: str
    last_started: datetime | None
    failures: int
    """Failures in a row; 0 after a good or a held answer."""
    wait_until: datetime | None = None
    """The server asked to be left alone until then."""
    is_closed: bool = False
    """The publisher closed the address: it is not asked any more until a person says so."""
    interval: timedelta | None = None
    """The adapted interval; ``None`` before the first answer."""
    availability_at: datetime | None = None
    """When places left were last asked for."""
    is_released: bool = False
    """A person believes what was held back last: it is asked for at once."""


_LOGGED = (
    "source_id",
    "outcome",
    "state",
    "reason",
    "message",
    "http_status",
    "read",
    "stored",
    "unchanged",
    "set_aside",
    "out_of_horizon",
    "not_public",
    "deleted",
    "new",
    "changed",
    "renamed",
    "withdrawn",
    "restored",
)


def known(store: Store, source_id: str, now: datetime) -> Known:
    """What the store knows of a source, for reading and planning. Raises ``KoosteError`` for a source that is not configured."""
    state = _state(store, source_id)
    stale = state["meaning"] != state["configured"]
    listings = _listings(store, source_id)
    remembered = _remembered(store, source_id)
    due = {digest for digest, one in remembered.items() if one.reconsider and one.reconsider <= now.date().isoformat()}
    digests = {digest: one.outcome for digest, one in remembered.items() if digest not in due}
    digests.update((row.digest, "stored") for row in listings if row.digest)
    return Known(
        source_id=source_id,
        region=store.setting("timezone"),
        meaning=state["configured"],
        digests={} if stale else digests,
        listings=listings,
        remembered=remembered,
        issues=dict(store.public.execute("select id, digest from issue where source_id = ?", (source_id,)).fetchall()),
        validators=_validators(state, now, is_due=bool(due)),
        identity=state["identity"],
        rename_runs=state["rename_runs"],
        held=_held(store, source_id),
        released_at=state["released_at"] or "",
        accept_next=bool(state["accept_next"]),
    )


def validators(store: Store, source_id: str, now: datetime) -> Validators:
    """What the next request sends back: empty where its answer must be read in full.

    That is: once a day; when the configuration that its records hang on has changed; when a record outside the horizon may be inside it
    by now; when a person has released a held answer. Raises ``KoosteError`` for a source that is not configured.
    """
    question = "select 1 from remembered where source_id = ? and reconsider <> '' and reconsider <= ? limit 1"
    is_due = store.public.execute(question, (source_id, now.date().isoformat())).fetchone() is not None
    return _validators(_state(store, source_id), now, is_due=is_due)


def answered_at(store: Store, source_id: str, now: datetime) -> datetime | None:
    """When the source last answered, where asking it for what changed since then is enough; ``None`` where everything must be read."""
    if validators(store, source_id, now) == Validators():
        return None
    state = _state(store, source_id)
    return moment_of(state["last_fetched"]) if state["state"] == "ok" and state["last_fetched"] else None


def _validators(state: Mapping[str, Any], now: datetime, *, is_due: bool) -> Validators:
    stale = state["meaning"] != state["configured"] or state["accept_next"] or not state["full_at"]
    if stale or is_due or now - moment_of(state["full_at"]) > READ_IN_FULL:
        return Validators()
    return Validators(**{key: state[key] for key in ("etag", "last_modified", "body_digest")})


def _state(store: Store, source_id: str) -> dict[str, Any]:
    """The source's state by column name."""
    cursor = store.public.execute(
        "select t.*, s.meaning as configured from source_state t join source s on s.id = t.source_id where t.source_id = ?", (source_id,)
    )
    row = cursor.fetchone()
    if row is None:
        raise KoosteError(f"the store knows no source {source_id!r}; sync_configuration has to come first")
    return dict(zip((column[0] for column in cursor.description), row, strict=True))


def _listings(store: Store, source_id: str) -> tuple[KnownListing, ...]:
    """Every listing of the source; a series is over when the last occurrence that was made of it is."""
    rows = store.public.execute(
        """
        select l.id, l.uid, l.recurrence_id, l.event_id, l.slug, l.digest, l.content, l.content_key, l.sequence,
            case when l.over_utc is null then coalesce(t.coming_utc, l.start_utc) else l.start_utc end,
            coalesce(l.over_utc, case when d.event_id is null then coalesce(t.over_utc, l.start_utc) end),
            l.last_seen, l.withdrawn_at, l.withdrawn_reason
        from listing l
        left join strand t on t.id = l.event_id
        left join event_dirty d on l.over_utc is null and d.event_id = l.event_id
        where l.source_id = ?
        """,
        (source_id,),
    )
    return tuple(map(KnownListing._make, rows))


def _remembered(store: Store, source_id: str) -> Mapping[str, Remembered]:
    rows = store.public.execute("select digest, outcome, keeps, reconsider from remembered where source_id = ?", (source_id,))
    return {row[0]: Remembered._make(row) for row in rows}


def _held(store: Store, source_id: str) -> tuple[HeldAnswer, ...]:
    """Answers held back since the last good one; a failure in between neither confirms nor refutes them."""
    rows = store.public.execute(
        "select held_key, finished from harvest where source_id = ?1 and outcome = 'held' and id > "
        "(select coalesce(max(id), 0) from harvest where source_id = ?1 and outcome in ('changed', 'unchanged')) order by id",
        (source_id,),
    )
    return tuple(map(HeldAnswer._make, rows))


def read_due_facts(database: Path) -> dict[str, DueFacts]:
    """The same as ``due_facts`` from the file, for a reader that takes no lock and changes nothing."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return _due_facts(connection)


def due_facts(store: Store) -> dict[str, DueFacts]:
    """Source id -> what decides when it is asked again."""
    return _due_facts(store.public)


def _due_facts(public: sqlite3.Connection) -> dict[str, DueFacts]:
    begun = public.execute("select source_id, max(started) from harvest group by source_id")
    started = {source_id: moment_of(moment) for source_id, moment in begun}
    rows = public.execute(
        "select source_id, state, failures, wait_until, closed_at, interval_seconds, availability_at, accept_next from source_state"
    )
    return {
        source_id: DueFacts(
            state=state,
            last_started=started.get(source_id),
            failures=failures,
            wait_until=moment_of(wait) if wait else None,
            is_closed=closed is not None,
            interval=timedelta(seconds=seconds) if seconds else None,
            availability_at=moment_of(asked) if asked else None,
            is_released=bool(accepted) and state == "suspicious" and not failures,
        )
        for source_id, state, failures, wait, closed, seconds, asked, accepted in rows
    }


def adapt(store: Store, source_id: str, interval: timedelta) -> None:
    """Remembers how often the source is worth asking."""
    with store.transaction():
        seconds = int(interval.total_seconds())
        store.public.execute("update source_state set interval_seconds = ? where source_id = ?", (seconds, source_id))


def record_failure(store: Store, source: Source, error: HarvestError, now: datetime) -> HarvestSummary:
    """A harvest that gave nothing: logged, the source's state changed, its data left alone."""
    summary = HarvestSummary(
        source_id=source.id,
        outcome="failed",
        state=error.state,
        reason=error.reason,
        message=_without_secrets(source, error),
        http_status=error.status,
    )
    with store.transaction():
        summary = log_harvest(store, summary, now, Aside())
        stand(store, summary, now, answered=False)
        _leave_alone(store, source.id, error, now)
    return summary


def leave_alone(store: Store, source_id: str, error: HarvestError, now: datetime) -> None:
    """Remembers a server's wish to be left alone, where only places left were asked for."""
    if error.retry_after:
        with store.transaction():
            until = utc_text(now + error.retry_after)
            store.public.execute("update source_state set wait_until = ? where source_id = ?", (until, source_id))


def _leave_alone(store: Store, source_id: str, error: HarvestError, now: datetime) -> None:
    """How long the server wants no more requests; after 410 often enough: for good. Part of the caller's transaction."""
    gone = error.state == "gone"
    store.public.execute(
        """
        update source_state set
            wait_until = ?1,
            gone_times = case when ?2 then gone_times + 1 else 0 end,
            closed_at = case when ?2 and gone_times + 1 >= ?3 then coalesce(closed_at, ?4) else closed_at end
        where source_id = ?5
        """,
        (utc_text(now + error.retry_after) if error.retry_after else None, gone, GONE_TIMES, utc_text(now), source_id),
    )


def _without_secrets(source: Source, error: HarvestError) -> str:
    """The error's words; every address in them is cut down to its host where the source's own is a secret."""
    told = str(error)
    if not source.is_secret:
        return told
    if error.url:
        told = told.replace(error.url, f"the feed at {urlsplit(error.url).hostname or 'its host'}")
    return _ADDRESS.sub(lambda found: f"{found[1]}://{urlsplit(found[0]).hostname or ''}/…", told)


def record_not_modified(store: Store, source: Source, answer: NotModified, now: datetime) -> HarvestSummary:
    """A harvest that found everything as it was: the source is well, and new validators replace the old ones."""
    with store.transaction():
        summary = log_harvest(store, HarvestSummary(source_id=source.id, outcome="unchanged", state="ok"), now, Aside())
        stand(store, summary, now, answered=True)
        store.public.execute(
            "update source_state set etag = coalesce(nullif(?, ''), etag), last_modified = coalesce(nullif(?, ''), last_modified) "
            "where source_id = ?",
            (answer.validators.etag, answer.validators.last_modified, source.id),
        )
    return summary


def release(store: Store, source_id: str) -> None:
    """Tells the store that a person believes the source's next answer, whatever it withdraws, and that a closed one is to be asked."""
    with store.transaction():
        store.public.execute(
            "update source_state set accept_next = 1, closed_at = null, gone_times = 0, wait_until = null where source_id = ?", (source_id,)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What the log keeps beside the summary."""

    future: int | None = None
    size: int | None = None
    held_key: str = ""


def log_harvest(store: Store, summary: HarvestSummary, now: datetime, aside: Aside) -> HarvestSummary:
    """The summary with its number in the log; a part of the caller's transaction."""
    moment = utc_text(now)
    names = ("started", "finished", "future", "bytes", "held_key", *(f'"{name}"' for name in _LOGGED))
    values = (moment, moment, aside.future, aside.size, aside.held_key, *(getattr(summary, name) for name in _LOGGED))
    cursor = store.public.execute(
        f"insert into harvest ({', '.join(names)}) values ({', '.join('?' * len(names))})",  # noqa: S608 - column names of our own
        values,
    )
    return replace(summary, harvest_id=cursor.lastrowid or 0)


def stand(store: Store, summary: HarvestSummary, now: datetime, *, answered: bool) -> None:
    """How the source stands after a harvest; ``answered`` when the answer was complete and believed. Part of the caller's transaction."""
    moment = utc_text(now)
    store.public.execute(
        """
        update source_state set
            state_since = case when state = ?1 then state_since else ?2 end,
            state = ?1,
            reason = ?3,
            problem = ?4,
            failures = case when ?5 = 'failed' then failures + 1 else 0 end,
            gone_times = case when ?5 = 'failed' then gone_times else 0 end,
            closed_at = case when ?5 = 'failed' then closed_at end,
            wait_until = null,
            last_fetched = case when ?6 then ?2 else last_fetched end,
            last_changed = case when ?5 = 'changed' then ?2 else last_changed end
        where source_id = ?7
        """,
        (summary.state, moment, summary.reason, summary.message, summary.outcome, answered, summary.source_id),
    )
