"""Where to read more of what stands in a plan's way: the parts of pages' addresses."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from store.text import to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Rows, as far as an address is made of them."""

    events: Mapping[str, Mapping[str, Any]]
    """By id: ``id``, ``slug``, ``is_series``. What is only planned has no page and stands not here."""
    organizers: Mapping[str, Mapping[str, Any]]
    """By id: ``id``, ``slug``, ``url`` (their own site, empty where it is not told)."""


def links_of(connection: sqlite3.Connection, events: Iterable[str], organizers: Iterable[str]) -> Links:
    """What is known of the events and the organizers with these ids."""
    return Links(
        events=_by_id(connection, "select id, slug, is_series from events where id in (select value from json_each(?))", events),
        organizers=_by_id(
            connection, "select id, slug, coalesce(url, '') as url from organizers where id in (select value from json_each(?))", organizers
        ),
    )


def _by_id(connection: sqlite3.Connection, question: str, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return {row["id"]: dict(row) for row in cursor.execute(question, (to_json(sorted(set(ids))),))}
