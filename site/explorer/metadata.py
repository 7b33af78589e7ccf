"""What Datasette is told about each table: order, label, sort, facets, units, titles and descriptions.

Titles and descriptions come from ``words/*.yaml``. Datasette's own ``units`` are not used: it evaluates what a visitor types into a
filter of such a column as an expression, so ``9**9**9`` would stop the server. Our units stand in the column's description.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from explorer.pages import DATABASE, About
from harvesters.source import Schedules

Columns = Mapping[str, Collection[str]]
"""The columns of each table of one snapshot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """How one table is shown. Columns that a snapshot does not have are left out."""

    name: str
    labels: tuple[str, ...] = ()
    """Columns that may name a row in a link, best first; ``{language}`` is the region's."""
    sort: str = ""
    sort_desc: str = ""
    facets: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    """The columns that pages show unless all are asked for; JSON and CSV always have all."""


_NAMES = ("name", "name_{language}", "name_fi", "name_sv", "name_en")

TABLES = (
    Table(
        name="events",
        labels=_NAMES,
        sort_desc="last_changed",
        facets=("kind", "event_status", "is_free", "district", "organizer_id", "place_id"),
        brief=("name", "next_start_utc", "place_id", "organizer_id", "kind", "event_status"),
    ),
    Table(
        name="occurrences",
        labels=("start_local",),
        sort="start_utc",
        facets=("event_status", "place_id"),
        brief=("start_local", "end_local", "event_id", "place_id", "event_status"),
    ),
    Table(
        name="planned",
        labels=_NAMES,
        sort="start_utc",
        facets=("place_id", "organizer_id"),
        brief=("start_local", "end_local", "name", "place_id", "room", "organizer_id"),
    ),
    Table(
        name="listings",
        labels=_NAMES,
        sort_desc="last_changed",
        facets=("source_id", "kind", "event_status", "organizer_id", "place_id"),
        brief=(
            "id",
            "name",
            "source_id",
            "event_id",
            "start_local",
            "event_status",
            "place_id",
            "place_text",
            "last_changed",
            "withdrawn_at",
        ),
    ),
    Table(
        name="places",
        labels=_NAMES,
        facets=("municipality", "district"),
        brief=("name", "address", "postal_code", "district", "municipality", "capacity", "accessibility", "online"),
    ),
    Table(name="organizers", labels=_NAMES, facets=("role",), brief=("name", "role", "url")),
    Table(
        name="sources",
        labels=("title",),
        facets=("state", "role", "format"),
        brief=("title", "state", "last_fetched", "last_changed", "events", "issues", "role", "problem"),
    ),
    Table(
        name="issues",
        sort="source_id",
        facets=("severity", "code", "source_id"),
        brief=("severity", "message_{language}", "source_id", "field", "value", "line", "code"),
    ),
    Table(
        name="harvests",
        sort_desc="started",
        facets=("outcome", "state", "source_id"),
        brief=("started", "source_id", "outcome", "state", "read", "new", "changed", "withdrawn", "set_aside", "message"),
    ),
    Table(name="availability", facets=("state", "source_id"), brief=("event_id", "remaining", "capacity", "queue", "state", "at")),
    Table(name="topics", labels=_NAMES, sort="position", brief=("name", "id", "parent", "ptv")),
    Table(name="audiences", labels=_NAMES, sort="position", brief=("name", "id", "ptv")),
    Table(name="situations", labels=_NAMES, sort="position", brief=("name", "description", "id", "ptv", "is_sensitive")),
    Table(
        name="corrections",
        sort_desc="made_on",
        facets=("subject", "state", "made_by"),
        brief=("subject", "subject_id", "field", "value", "source_value", "state", "made_by", "made_on", "why"),
    ),
    Table(
        name="overlaps",
        sort="day",
        facets=("kind", "day"),
        brief=("day", "kind", "event_a", "event_b", "minutes", "kilometres", "shared", "is_end_assumed", "is_maybe_same"),
    ),
    Table(name="similar_events", sort="days", brief=("event_a", "event_b", "days", "kilometres", "shared")),
    Table(name="conflicts", facets=("field", "source_id"), brief=("event_id", "field", "day", "value", "shown", "source_id")),
    Table(name="redirects", brief=("id", "event_id")),
    Table(name="evaluations", sort_desc="at", brief=("id", "at", "pairs", "precision", "recall", "f1", "asked", "unknown")),
    Table(name="figures", sort_desc="day", facets=("measure",), brief=("day", "measure", "part", "value")),
    Table(name="meta"),
)
"""Every public table, in the order in which the explorer shows them."""
ORDER = {table.name: place for place, table in enumerate(TABLES)}
TIMES = frozenset({
    "next_start_utc", "first_start_utc", "last_end_utc", "start_utc", "end_utc", "start_local", "end_local", "first_start",
    "first_end", "day", "last_day", "first_seen", "last_seen", "last_changed", "last_fetched", "state_since", "withdrawn_at",
    "started", "finished", "closed_at", "permission_given", "at", "source_changed_at",
    "made_on",
})  # fmt: skip
"""Columns that hold times or days, whatever the table."""
UNITS = {
    ("places", "latitude"): "°",
    ("places", "longitude"): "°",
    ("places", "capacity"): "people",
    ("events", "latitude"): "°",
    ("events", "longitude"): "°",
    ("harvests", "bytes"): "bytes",
    ("overlaps", "minutes"): "minutes",
    ("overlaps", "kilometres"): "kilometres",
    ("similar_events", "kilometres"): "kilometres",
    ("similar_events", "days"): "days",
}
"""Units of numbers, as keys of the words file's ``unit_*``."""


def brief(table: str, language: str) -> tuple[str, ...]:
    """The columns a page shows unless all are asked for, in order; empty where it shows all."""
    return next((tuple(column.format(language=language) for column in entry.brief) for entry in TABLES if entry.name == table), ())


def describe(schedules: Schedules, about: About, columns: Columns) -> dict[str, Any]:
    """Datasette metadata for one snapshot in the region's first language."""
    licence = schedules.defaults.licence
    return {
        "title": f"{about.ui['explorer']}: {about.region}",
        "description": about.ui["lead"],
        **({"license": licence} if licence else {}),
        "source": about.region,
        "source_url": schedules.region.public_address,
        "databases": {
            DATABASE: {
                "title": about.region,
                "tables": {table.name: _table(table, about, columns) for table in TABLES if table.name in columns},
            }
        },
    }


def _table(table: Table, about: About, tables: Columns) -> dict[str, Any]:
    """The metadata of one table."""
    columns = tables[table.name]
    text = about.words.tables[table.name]
    labels = [label for name in table.labels if (label := name.format(language=about.language)) in columns]
    described: dict[str, Any] = {
        "title": text.title,
        "description": text.description,
        "columns": {column: _column(table.name, column, about) for column in columns if column in text.columns},
        "fts_table": f"{table.name}_fts" if f"{table.name}_fts" in tables else None,
        "facets": [column for column in table.facets if column in columns],
        "label_column": labels[0] if labels else None,
        "sort": table.sort if table.sort in columns else None,
        "sort_desc": table.sort_desc if table.sort_desc in columns else None,
    }
    return {key: value for key, value in described.items() if value}


def _column(table: str, column: str, about: About) -> str:
    """What a column means, with its unit, and the same in English where the region's language is another."""
    texts = [about.words.tables[table].columns[column]]
    if about.language != "en":
        texts.append(f"[en] {about.english.tables[table].columns[column]}")
    return " ".join(texts)
