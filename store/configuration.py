"""What ``schedules.yaml`` says, as rows: sources, organizers, places. Only what differs is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import urlsplit

from harvesters.source import PlaceEntry, Schedules, Source
from normalize.vocabulary import Vocabulary
from store.apply import withdraw_coming
from store.database import Store
from store.text import to_json, utc_text

RAW_KEPT = timedelta(days=30)
"""How long the raw record of a withdrawn listing is kept."""

_MEANING = {"organizer", "kind", "language", "timezone", "default_place", "only", "also", "lookups", "format", "usual", "home"}
"""The parts of a source's entry that decide how its records are understood."""


def sync_configuration(store: Store, schedules: Schedules, vocabulary: Vocabulary, now: datetime) -> None:
    """Makes sources, organizers and places what the configuration says.

    A source that is no longer configured gets the state ``removed`` and its coming listings are withdrawn; when it is configured again
    its next harvest restores them. A source whose entry, or the places, mean something else than before is read in full next time.
    """
    sources = [schedules.resolved(source) for source in schedules.sources]
    region = schedules.region
    with store.transaction():
        store.set("region", region.id)
        store.set("timezone", region.timezone)
        if not store.setting("moment"):
            store.set("moment", utc_text(now))
        _upsert(store, "organizer", _organizers(sources))
        _upsert(store, "place", [_place(place) for place in schedules.places])
        _replace(store, "topic", _topics(vocabulary))
        _replace(store, "audience", _audiences(vocabulary))
        _replace(store, "situation", _situations(vocabulary))
        _upsert(store, "source", _sources(schedules, sources, vocabulary))
        _states(store, [source.id for source in sources], now)
        _remove_sources(store, {source.id for source in sources}, now)
        _drop_unused(store, "organizer", {source.organizer.id or source.id for source in sources})
        _drop_unused(store, "place", {place.id for place in schedules.places})
        _forget_raw(store, now)


def _organizers(sources: Iterable[Source]) -> list[dict[str, Any]]:
    """Every organizer once; where two entries describe it, the first one counts."""
    rows: dict[str, dict[str, Any]] = {}
    for source in sources:
        entry = source.organizer
        identifier = entry.id or source.id
        rows.setdefault(identifier, {"id": identifier, "names": to_json(entry.name), "role": entry.role, "url": entry.url or ""})
    return list(rows.values())


def _place(place: PlaceEntry) -> dict[str, Any]:
    row = place.model_dump(exclude={"name", "aliases", "assured", "rooms"})
    return row | {
        "names": to_json(place.name),
        "accessibility": to_json(place.accessibility),
        "lacks": to_json(place.lacks),
        "assured_by": place.assured.by if place.assured else "",
        "assured_date": place.assured.on.isoformat() if place.assured else None,
        "rooms": to_json([{"id": room.id, "names": room.name, "capacity": room.capacity} for room in place.rooms]),
        "online": int(place.online),
    }


def _sources(schedules: Schedules, sources: Sequence[Source], vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """One row a source, in the order of the file."""
    places = [place.model_dump(mode="json") for place in schedules.places]
    shared = to_json([schedules.region.timezone, places, program(), _digest(vocabulary.model_dump_json())])
    return [
        {
            "id": source.id,
            "position": position,
            "title": source.title,
            "organizer_id": source.organizer.id or source.id,
            "role": source.organizer.role,
            "format": source.format,
            "licence": source.licence or "",
            "language": source.language or "",
            "address": public_address(source),
            "meaning": _digest(shared, to_json(source.model_dump(mode="json", include=_MEANING)), _options(source)),
            "fetch_policy": source.fetch_policy,
            "enabled": int(source.enabled),
            "schedule": source.schedule or "",
            "permission": source.permission.model_dump_json() if source.permission else "",
        }
        for position, source in enumerate(sources)
    ]


def _topics(vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """Topics, then the finer subjects; a subject names the first of its topics as its parent."""
    entries = [(entry, "") for entry in vocabulary.topics] + [(entry, entry.topics[0]) for entry in vocabulary.subjects]
    return [
        {"id": entry.id, "position": position, "names": to_json(entry.name), "ptv": to_json(entry.ptv), "parent": parent}
        for position, (entry, parent) in enumerate(entries)
    ]


def _audiences(vocabulary: Vocabulary) -> list[dict[str, Any]]:
    return [
        {"id": entry.id, "position": position, "names": to_json(entry.name), "ptv": to_json(entry.ptv)}
        for position, entry in enumerate(vocabulary.audiences)
    ]


def _situations(vocabulary: Vocabulary) -> list[dict[str, Any]]:
    return [
        {
            "id": entry.id,
            "position": position,
            "names": to_json(entry.name),
            "descriptions": to_json(entry.description),
            "ptv": to_json(entry.ptv),
            "is_sensitive": int(bool(entry.sensitive)),
        }
        for position, entry in enumerate(vocabulary.situations)
    ]


def _replace(store: Store, table: str, rows: Sequence[dict[str, Any]]) -> None:
    """Writes the rows that differ and deletes those that are not there any more: nothing refers to them."""
    _upsert(store, table, rows)
    gone = {row[0] for row in store.public.execute(f"select id from {table}")} - {row["id"] for row in rows}  # noqa: S608 - names of our own
    store.public.executemany(f"delete from {table} where id = ?", [(one,) for one in gone])  # noqa: S608 - as above


def _options(source: Source) -> str:
    """What is said under the key named like the format; empty where the format has no options, as in entries written before it had."""
    return source.options.model_dump_json() if source.options is not None else ""


def program() -> str:
    """The version of this program: another one may understand a record otherwise."""
    try:
        return version("kooste")
    except PackageNotFoundError:
        return ""


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def public_address(source: Source) -> str:
    """The feed's address where everyone may know it, its host where the address holds a secret."""
    if not source.is_secret:
        return source.url
    host = urlsplit(source.url).hostname or ""
    return "" if "$" in host else host


def _upsert(store: Store, table: str, rows: Sequence[dict[str, Any]]) -> None:
    """Writes the rows that differ; a row is never deleted and made again, for others refer to it."""
    if not rows:
        return
    names = tuple(rows[0])
    columns = ", ".join(names)
    present = set(store.public.execute(f"select {columns} from {table}").fetchall())  # noqa: S608 - names of our own
    updates = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    store.public.executemany(
        f"insert into {table} ({columns}) values ({', '.join('?' * len(names))}) on conflict (id) do update set {updates}",  # noqa: S608
        [values for row in rows if (values := tuple(row[name] for name in names)) not in present],
    )


def _states(store: Store, ids: Iterable[str], now: datetime) -> None:
    """A source seen for the first time is new; so is one that was removed and is configured again."""
    moment = utc_text(now)
    store.public.executemany(
        "insert into source_state (source_id, state, state_since) values (?, 'new', ?) on conflict (source_id) do update set "
        "state = 'new', state_since = excluded.state_since, reason = '', problem = '' where state = 'removed'",
        [(source_id, moment) for source_id in ids],
    )


def _remove_sources(store: Store, configured: set[str], now: datetime) -> None:
    """Sources that were taken out of the configuration; without validators, so that a come-back is read in full."""
    moment = utc_text(now)
    rows = store.public.execute("select source_id from source_state where state <> 'removed'").fetchall()
    for (source_id,) in [row for row in rows if row[0] not in configured]:
        withdraw_coming(store, source_id, "source_removed", moment, None)
        store.public.execute(
            "update source_state set state = 'removed', state_since = ?, reason = 'removed', problem = 'no longer in schedules.yaml', "
            "etag = '', last_modified = '', body_digest = '', full_at = null, failures = 0, identity = 'uid', rename_runs = 0 "
            "where source_id = ?",
            (moment, source_id),
        )
        store.public.execute("delete from issue where source_id = ?", (source_id,))


_USES = {
    "organizer": ("source", "listing", "event"),
    "place": ("listing", "event", "occurrence"),
}


def _drop_unused(store: Store, table: str, configured: set[str]) -> None:
    """Takes out what is no longer declared, once nothing refers to it."""
    unused = [row for row in store.public.execute(f"select id from {table}").fetchall() if row[0] not in configured]  # noqa: S608
    uses = " and ".join(f"not exists (select 1 from {user} where {user}.{table}_id = {table}.id)" for user in _USES[table])  # noqa: S608
    store.public.executemany(f"delete from {table} where id = ? and {uses}", unused)  # noqa: S608 - names of our own


def _forget_raw(store: Store, now: datetime) -> None:
    """Deletes the raw records of listings that were withdrawn long ago."""
    rows = store.public.execute("select id from listing where withdrawn_at < ?", (utc_text(now - RAW_KEPT),)).fetchall()
    store.private.executemany("delete from raw where listing_id = ?", rows)
