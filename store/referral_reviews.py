"""What those who coordinate look at: what is new, where the gaps are, what has gone stale."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from store.referral import hinted, statement
from store.text import moment_of, utc_text

Change = Literal["new", "changed", "moved", "cancelled", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One event that came, changed or went."""

    id: str
    change: Change
    at: datetime


def news(connection: sqlite3.Connection, since: datetime, most: int) -> list[News]:
    """What changed since then, the last change first."""
    rows = connection.execute(statement("referral_news"), {"since": utc_text(since), "most": most})
    return [_news(row, since) for row in rows]


def _news(row: tuple[str, ...], since: datetime) -> News:
    ident, first_seen, last_changed, withdrawn_at, status = row
    change: Change = "changed"
    if withdrawn_at:
        change = "gone"
    elif status == "EventCancelled":
        change = "cancelled"
    elif status in {"EventRescheduled", "EventPostponed"}:
        change = "moved"
    elif moment_of(first_seen) >= since:
        change = "new"
    return News(id=ident, change=change, at=moment_of(last_changed))


def stale(connection: sqlite3.Connection, now: datetime, days: int, most: int) -> list[tuple[str, datetime | None]]:
    """Event id and when a source had it last, of what is to come and was not shown for so many days; the oldest first."""
    asked = {"now": utc_text(now), "before": utc_text(now - timedelta(days=days)), "most": most}
    text = hinted(connection, statement("referral_stale"))
    return [(ident, moment_of(seen) if seen else None) for ident, seen in connection.execute(text, asked)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """What there is, by audience and area: seven numbers each, Monday first."""

    counts: Mapping[str, Mapping[tuple[str, str], tuple[int, ...]]]
    """Audience -> (district, number of the municipality) -> events on each weekday."""


def supply(connection: sqlite3.Connection, first: date, days: int) -> Supply:
    """What is on within so many days for each audience; an event of several days a week counts on each of them."""
    found: dict[str, dict[tuple[str, str], list[int]]] = defaultdict(lambda: defaultdict(lambda: [0] * 7))
    asked = {"first": first.isoformat(), "last": (first + timedelta(days=days - 1)).isoformat()}
    text = hinted(connection, statement("referral_supply"))
    for audience, district, code, weekday, count in connection.execute(text, asked):
        found[audience][district, code][(weekday - 1) % 7] += count
    return Supply(counts={audience: {area: tuple(days_) for area, days_ in areas.items()} for audience, areas in found.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlapping:
    """Two events that compete on a day."""

    id: str
    kind: str
    day: date
    minutes: int
    event_a: str
    event_b: str
    is_end_assumed: bool
    is_maybe_same: bool


def overlapping(connection: sqlite3.Connection, first: date, days: int | None, kind: str, most: int) -> list[Overlapping]:
    """What competes from a day on, by day, the worst first."""
    last = (first + timedelta(days=days - 1)).isoformat() if days else "9999"
    query = """
        select id, kind, day, minutes, event_a, event_b, is_end_assumed, is_maybe_same from overlaps
        where day >= ? and day <= ? and ? in ('', kind) order by day, severity desc, id limit ?
    """
    rows = connection.execute(query, (first.isoformat(), last, kind, most))
    return [
        Overlapping(
            id=ident, kind=how, day=date.fromisoformat(day), minutes=minutes, event_a=one, event_b=other,
            is_end_assumed=bool(assumed), is_maybe_same=bool(same),
        )
        for ident, how, day, minutes, one, other, assumed, same in rows
    ]  # fmt: skip
