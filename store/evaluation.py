"""What an evaluation of labelled pairs is measured on, who the listings are, and the figures of the last run of each labelled set."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from normalize.evaluation import Evaluation
from store.database import Store
from store.text import best, utc_text

_EVENTS = "select l.id, t.event_id from listing l join strand t on t.id = l.event_id where t.event_id <> ''"
_ASKED = """
    select a.event_id, b.event_id
    from pair p join strand a on a.telling_id = p.a join strand b on b.telling_id = p.b
    where p.decision = 'ask' and a.event_id <> b.event_id
      and not exists (select 1 from verdict v where v.about = 'identity' and v.a in (a.id, b.id) and v.b in (a.id, b.id))
"""
_FIGURES = ("pairs", "same", "found", "wrong", "unknown", "asked", "precision", "recall", "f1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A listing as a person recognises it."""

    id: str
    name: str
    source_id: str
    source: str
    """The source's title."""
    start: str
    """Local, ISO; empty where it has no dates."""


def events_of_listings(store: Store) -> dict[str, str]:
    """Every listing that was related -> the event it is part of; a listing that its source shows no more keeps its event."""
    return dict(store.public.execute(_EVENTS).fetchall())


def asked_events(store: Store) -> set[frozenset[str]]:
    """The pairs of events about which a person is asked and has not answered."""
    return {frozenset(row) for row in store.public.execute(_ASKED)}


def labelled_listings(store: Store, ids: Iterable[str]) -> dict[str, Labelled]:
    """The listings of these ids, those that are there."""
    found: dict[str, Labelled] = {}
    for one in sorted(set(ids)):
        row = store.public.execute(
            "select l.id, l.names, l.source_id, s.title, l.start_local from listing l join source s on s.id = l.source_id where l.id = ?",
            (one,),
        ).fetchone()
        if row is not None:
            found[one] = Labelled(id=row[0], name=best(json.loads(row[1])), source_id=row[2], source=row[3], start=row[4] or "")
    return found


def save_evaluation(store: Store, name: str, evaluation: Evaluation, now: datetime) -> None:
    """Keeps the figures of a labelled set in place of its last ones."""
    figures = _figures(evaluation)
    columns = ", ".join(f'"{figure}"' for figure in figures)
    changed = ", ".join(f'"{figure}" = excluded."{figure}"' for figure in figures)
    with store.transaction():
        store.public.execute(
            f"insert into evaluation (name, at, {columns}) values (?, ?, {', '.join('?' * len(figures))}) "  # noqa: S608 - names of our own
            f"on conflict (name) do update set at = excluded.at, {changed}",
            (name, utc_text(now), *figures.values()),
        )


def _figures(evaluation: Evaluation) -> Mapping[str, int | float | None]:
    return {name: getattr(evaluation, name) for name in _FIGURES}
