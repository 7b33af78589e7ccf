"""How fresh the information is and how the sources are; how much of it is known; and what joining and comparing spared people."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from store.statistics import Supply, codes
from store.statistics_counts import price_band
from store.text import moment_of

AGES_OF_NEWS: tuple[tuple[str, int | None], ...] = (("day", 1), ("two_days", 2), ("week", 7), ("month", 30), ("older", None))
"""How many days ago at most, inclusive."""
NEVER = "never"
FIELDS = ("place", "audience", "topic", "price", "enrolment", "ages", "accessibility", "language", "description", "address", "end")
"""Fields of which it is counted how often they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source and how it is."""

    id: str
    title: str
    role: str
    state: str
    reason: str
    """Code of what is wrong; empty where it is well."""
    last_fetched: datetime | None
    last_changed: datetime | None
    events: int
    issues: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How often a field is told."""

    field: str
    known: int
    everything: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What was told more than once and is shown once."""

    listings: int
    """Notices that stand behind what is on offer."""
    events: int
    """What they are, each once."""
    shared: int
    """Events that several sources tell."""
    spared: int
    """So many more tellings of them than events."""


def sources(connection: sqlite3.Connection) -> list[Source]:
    """Every source that is configured, in its order."""
    question = (
        "select id, title, role, state, reason, last_fetched, last_changed, events, issues from sources where state <> 'removed' "
        "order by position, id"
    )
    return [
        Source(
            id=row[0], title=row[1], role=row[2], state=row[3], reason=row[4], last_fetched=_moment(row[5]), last_changed=_moment(row[6]),
            events=row[7], issues=row[8],
        )
        for row in _rows(connection, question)
    ]  # fmt: skip


def issues(connection: sqlite3.Connection) -> dict[str, int]:
    """Severity to number of findings."""
    return dict(_rows(connection, "select severity, count(*) from issues group by severity"))


def age_of_news(moment: datetime | None, now: datetime) -> str:
    """The band of ``AGES_OF_NEWS`` in which an instant is, ``NEVER`` where there was none."""
    if moment is None:
        return NEVER
    ago = now - moment
    return next(code for code, days in AGES_OF_NEWS if days is None or ago <= timedelta(days=days))


def seen(connection: sqlite3.Connection, now: datetime) -> dict[str, int]:
    """How many coming notices were last seen in their source how long ago."""
    marks = [(code, (now - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")) for code, days in AGES_OF_NEWS if days is not None]
    whens = " ".join(f"when last_seen >= '{mark}' then '{code}'" for code, mark in marks)
    question = f"""
        select case when last_seen is null then '{NEVER}' {whens} else 'older' end, count(*)
        from listings
        where withdrawn_at is null and event_id in (
            select id from events where next_start_utc is not null or (first_start_utc is null and withdrawn_at is null)
        )
        group by 1"""  # noqa: S608 - codes and instants of our own
    return dict(_rows(connection, question))


def known(supply: Supply) -> list[Known]:
    """Each field, in the order of ``FIELDS``; of ends it is counted by instances, of all else by events."""
    offers = list(supply.offers.values())
    told = {
        "place": sum(one.has_place for one in offers),
        "audience": sum(bool(codes(one.audience)) for one in offers),
        "topic": sum(bool(codes(one.topics)) for one in offers),
        "price": sum(bool(price_band(one)) for one in offers),
        "enrolment": sum(one.registration_required is not None or bool(one.registration_state) for one in offers),
        "ages": sum(one.minimum_age is not None or one.maximum_age is not None for one in offers),
        "accessibility": sum(bool(codes(one.accessibility) or codes(one.lacks)) for one in offers),
        "language": sum(bool(codes(one.in_language)) for one in offers),
        "description": sum(one.has_description for one in offers),
        "address": sum(one.has_address for one in offers),
        "end": sum(one.with_end for one in supply.times),
    }
    hours = sum(one.times for one in supply.times if one.hour)
    return [Known(field=field, known=told[field], everything=hours if field == "end" else len(offers)) for field in FIELDS]


def joined(connection: sqlite3.Connection, supply: Supply) -> Joined:
    """What several sources tell of what is on offer."""
    listings = dict(_rows(connection, "select event_id, count(*) from listings where withdrawn_at is null group by event_id"))
    told = [max(one.sources, 1) for one in supply.offers.values()]
    return Joined(
        listings=sum(listings.get(key, 0) for key in supply.offers),
        events=len(told),
        shared=sum(number > 1 for number in told),
        spared=sum(told) - len(told),
    )


def overlaps(connection: sqlite3.Connection, first: date, last: date) -> dict[str, int]:
    """Kind to the number of pairs that compete during some days, both inclusive."""
    question = "select kind, count(*) from overlaps where day between ? and ? group by kind"
    return dict(_rows(connection, question, first.isoformat(), last.isoformat()))


def similar(connection: sqlite3.Connection) -> int:
    """Pairs of nearly the same event arranged by two within two months."""
    return int(_rows(connection, "select count(*) from similar_events")[0][0])


def _rows(connection: sqlite3.Connection, question: str, *arguments: str) -> list[Any]:
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(question, arguments).fetchall()


def _moment(text: str | None) -> datetime | None:
    return moment_of(text) if text else None
