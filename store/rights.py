"""Whose descriptions may stand whole in what is published: those of sources with an open licence or a permission that covers texts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime

from harvesters.access import Permission
from normalize.licences import excerpt, is_open, permits_texts
from normalize.model import Event
from store.database import Store
from store.text import local_day

_SETTING = "whole_descriptions"


def allowed_sources(store: Store, now: datetime) -> frozenset[str]:
    """Ids of the sources whose texts may be shown whole on the region's day of ``now``."""
    day = local_day(now, store.setting("timezone"))
    rows = store.public.execute("select id, licence, permission from source").fetchall()
    return frozenset(source_id for source_id, licence, permission in rows if is_open(licence) or _permits(permission, day))


def _permits(permission: str, day: date) -> bool:
    """True where a recorded permission holds on the day and covers texts."""
    if not permission:
        return False
    told = Permission.model_validate_json(permission)
    return told.holds_on(day) and permits_texts(told.scope)


def mark_changed_rights(store: Store, now: datetime) -> None:
    """Marks the events of every source that may now show more or less of its texts than when they were last written."""
    allowed = allowed_sources(store, now)
    before = frozenset(json.loads(store.setting(_SETTING) or "[]"))
    if allowed == before:
        return
    with store.transaction():
        store.public.executemany(
            "insert or ignore into event_dirty select distinct event_id from listing where source_id = ?",
            [(source_id,) for source_id in sorted(allowed ^ before)],
        )
        store.set(_SETTING, json.dumps(sorted(allowed)))


def as_allowed(event: Event, sources: Mapping[str, str], allowed: frozenset[str]) -> Event:
    """The event with what may be shown of its description: whole where the source whose words it is allows it.

    ``sources`` tells the source of each of the event's listings. Where nobody says whose words they are, every source must allow it.
    """
    if not event.description:
        return event
    everyone = set(sources.values())
    shown = {
        language: text if allowed.issuperset(_sources_of(event, language, sources) or everyone) else excerpt(text)
        for language, text in event.description.items()
    }
    return event if shown == event.description else event.model_copy(update={"description": shown})


def _sources_of(event: Event, language: str, sources: Mapping[str, str]) -> set[str]:
    """Whose words the description in a language is; empty where it is not told."""
    listing = event.origins.get(f"description.{language}", "")
    return {sources[listing]} if listing in sources else set()
