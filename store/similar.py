"""Events of nearly the same content within some weeks, as rows: looked for together with what competes (``store.overlaps``)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

from normalize.names import name_of
from normalize.similar import Content, Similar, SimilarRules, similar
from store.event_rows import Row, with_content
from store.text import moment_of, to_json

_CONTENTS = """
    select e.id, e.kind, e.names, e.organizer_id, e.place_id, coalesce(p.latitude, e.latitude), coalesce(p.longitude, e.longitude),
        e.is_series, coalesce(e.details -> '$.subjects', '[]'), coalesce(e.details -> '$.audience', '[]'), json_group_array(c.start_utc)
    from event e
    join occurrence c on c.event_id = e.id
    left join place p on p.id = e.place_id
    where e.planned = 0 and c.planned = 0 and e.withdrawn_at is null and c.last_day >= ? and c.event_status <> 'EventCancelled'
    group by e.id
"""


def similar_rows(public: sqlite3.Connection, rules: SimilarRules, first: date) -> dict[str, Row]:
    """The rows of what is nearly the same among what takes place on ``first`` or later, by id."""
    return {row["id"]: row for row in map(_row, similar(_contents(public, first), rules)) if isinstance(row["id"], str)}


def _contents(public: sqlite3.Connection, first: date) -> Iterator[Content]:
    for row in public.execute(_CONTENTS, (first.isoformat(),)):
        yield _content(row)


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


def _row(one: Similar) -> Row:
    return with_content(
        {
            "id": f"{one.event_a}~{one.event_b}",
            "event_a": one.event_a,
            "event_b": one.event_b,
            "days": one.days,
            "kilometres": one.kilometres,
            "shared": to_json(one.shared),
        }
    )
