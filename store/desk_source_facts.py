"""What the public snapshot tells of one source and of the choices of a form: questions of the door and the desk."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from store.text import moment_of

MOST_SHOWN = 12
MOST_HARVESTS = 12
_NAMES = {"fi": "name_fi", "sv": "name_sv", "en": "name_en"}
_ISSUE_WORDS = {"fi": "message_fi", "sv": "message_sv", "en": "message_en"}


@dataclass(frozen=True, slots=True)
class Term:
    """Something to choose: a place, an audience."""

    id: str
    name: str


def places(connection: sqlite3.Connection, language: str) -> tuple[Term, ...]:
    """The registered places by their names in the language."""
    rows = connection.execute(f"select id, coalesce({_NAMES[language]}, name) as said from places where online = 0 order by said")  # noqa: S608 - a column of our own
    return tuple(Term(*row) for row in rows)


def audiences(connection: sqlite3.Connection, language: str) -> tuple[Term, ...]:
    """The vocabulary's audiences in its order."""
    rows = connection.execute(f"select id, coalesce({_NAMES[language]}, name) from audiences order by position")  # noqa: S608 - as above
    return tuple(Term(*row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """One harvest of a source."""

    at: datetime
    outcome: str
    """``changed``, ``unchanged``, ``held`` or ``failed``."""
    reason: str
    stored: int
    new: int
    changed: int
    withdrawn: int
    set_aside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Records of a source that have one thing wrong."""

    code: str
    severity: str
    words: str
    count: int
    names: tuple[str, ...]
    """The first of them by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One event of a source as the public has it."""

    id: str
    slug: str
    name: str
    is_series: bool
    status: str
    next_start: datetime | None
    is_withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """How one source stands in the public data."""

    state: str
    reason: str
    title: str
    organizer_id: str
    organizer_slug: str
    last_fetched: datetime | None
    last_changed: datetime | None
    coming: int
    harvests: tuple[Harvest, ...]
    """The newest first."""
    problems: tuple[Problem, ...]
    shown: tuple[Shown, ...]
    """The next events that visitors see, the earliest first."""
    figures: Mapping[str, int] = field(default_factory=dict)
    """Counts of its own events: ``events``, ``series``, ``dates`` (to come), ``cancelled``, ``joined`` (told by other sources too), and of
    the events those that tell ``end``, ``place``, ``price``, ``audience``, ``description``.
    """
    months: Mapping[str, int] = field(default_factory=dict)
    """Month (``2026-11``) -> dates to come in it."""


def source_facts(connection: sqlite3.Connection, source_id: str, language: str, now: datetime, today: date) -> SourceFacts | None:
    """How a source stands; ``None`` where the snapshot does not know it yet."""
    row = connection.execute(
        "select s.state, s.reason, s.title, s.organizer_id, o.slug, s.last_fetched, s.last_changed, s.events "
        "from sources s join organizers o on o.id = s.organizer_id where s.id = ?",
        (source_id,),
    ).fetchone()
    if row is None:
        return None
    return SourceFacts(
        state=row[0],
        reason=row[1],
        title=row[2],
        organizer_id=row[3],
        organizer_slug=row[4],
        last_fetched=moment_of(row[5]) if row[5] else None,
        last_changed=moment_of(row[6]) if row[6] else None,
        coming=row[7],
        harvests=_harvests(connection, source_id),
        problems=_problems(connection, source_id, language),
        shown=_shown(connection, source_id, language, now),
        figures=_figures(connection, source_id, today),
        months=_months(connection, source_id, today),
    )


def _harvests(connection: sqlite3.Connection, source_id: str) -> tuple[Harvest, ...]:
    rows = connection.execute(
        'select started, outcome, reason, stored + unchanged, "new", changed, withdrawn, set_aside from harvests '
        "where source_id = ? order by id desc limit ?",
        (source_id, MOST_HARVESTS),
    )
    return tuple(
        Harvest(
            at=moment_of(row[0]),
            outcome=row[1],
            reason=row[2],
            stored=row[3],
            new=row[4],
            changed=row[5],
            withdrawn=row[6],
            set_aside=row[7],
        )
        for row in rows
    )


def _problems(connection: sqlite3.Connection, source_id: str, language: str) -> tuple[Problem, ...]:
    """What is wrong, gathered by sort, errors first."""
    words = _ISSUE_WORDS[language]
    rows = connection.execute(
        f"select i.code, i.severity, i.{words}, count(*), json_group_array(distinct l.name) from issues i "  # noqa: S608 - a column of our own
        "left join listings l on l.id = i.listing_id where i.source_id = ? and i.severity <> 'info' "
        "group by i.code, i.severity order by i.severity = 'error' desc, count(*) desc, i.code",
        (source_id,),
    )
    return tuple(
        Problem(code=row[0], severity=row[1], words=row[2], count=row[3], names=tuple(name for name in json.loads(row[4]) if name)[:3])
        for row in rows
    )


_OF_SOURCE = "exists (select 1 from listings l where l.event_id = e.id and l.source_id = ?1)"


def _shown(connection: sqlite3.Connection, source_id: str, language: str, now: datetime) -> tuple[Shown, ...]:
    rows = connection.execute(
        f"select e.id, e.slug, coalesce(e.{_NAMES[language]}, e.name), e.is_series, e.event_status, e.next_start_utc, e.withdrawn_at "  # noqa: S608 - names of our own
        f"from events e where {_OF_SOURCE} and (e.next_start_utc is not null or e.withdrawn_at is not null or e.first_start_utc is null) "
        "order by e.withdrawn_at is not null, e.next_start_utc, e.id limit ?2",
        (source_id, MOST_SHOWN),
    )
    return tuple(
        Shown(
            id=row[0],
            slug=row[1],
            name=row[2],
            is_series=bool(row[3]),
            status=row[4],
            next_start=moment_of(row[5]).astimezone(now.tzinfo) if row[5] else None,
            is_withdrawn=row[6] is not None,
        )
        for row in rows
    )


_FIGURES = f"""
    select count(*), coalesce(sum(is_series), 0), coalesce(sum(event_status = 'EventCancelled'), 0),
        coalesce(sum(case when json_valid(source_ids) then json_array_length(source_ids) > 1 else 0 end), 0),
        coalesce(sum(first_end is not null), 0),
        coalesce(sum(place_id is not null or place_text <> ''), 0), coalesce(sum(is_free is not null or price_min is not null), 0),
        coalesce(sum(audience <> '[]'), 0), coalesce(sum(description <> ''), 0)
    from events e
    where {_OF_SOURCE} and e.withdrawn_at is null and (e.next_start_utc is not null or e.first_start_utc is null)
"""  # noqa: S608 - a condition of our own


def _figures(connection: sqlite3.Connection, source_id: str, today: date) -> dict[str, int]:
    """Counts of what is not withdrawn; known values are what every count of the site is about."""
    names = ("events", "series", "cancelled", "joined", "end", "place", "price", "audience", "description")
    row = connection.execute(_FIGURES, (source_id,)).fetchone()
    dates = connection.execute(
        f"select count(*) from occurrences c join events e on e.id = c.event_id where {_OF_SOURCE} and e.withdrawn_at is null "  # noqa: S608 - as above
        "and c.last_day >= ?2",
        (source_id, today.isoformat()),
    ).fetchone()
    return {**dict(zip(names, row, strict=True)), "dates": dates[0]}


def _months(connection: sqlite3.Connection, source_id: str, today: date) -> dict[str, int]:
    rows = connection.execute(
        f"select substr(c.day, 1, 7) as month, count(*) from occurrences c join events e on e.id = c.event_id where {_OF_SOURCE} "  # noqa: S608 - as above
        "and e.withdrawn_at is null and c.last_day >= ?2 and c.event_status <> 'EventCancelled' group by month order by month limit 14",
        (source_id, today.isoformat()),
    )
    return dict(rows.fetchall())


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterRow:
    """One date on a poster."""

    day: date
    begins: str
    """``10.00``; empty for a whole day."""
    ends: str
    name: str
    place: str
    is_cancelled: bool


def poster_rows(connection: sqlite3.Connection, source_id: str, language: str, first: date, last: date) -> tuple[PosterRow, ...]:
    """The dates of a source's events from ``first`` to ``last``, both inclusive, by time."""
    rows = connection.execute(
        f"select c.day, c.all_day, c.start_local, c.end_local, coalesce(e.{_NAMES[language]}, e.name), "  # noqa: S608 - names of our own
        f"coalesce(p.{_NAMES[language]}, p.name, c.place_text), c.event_status from occurrences c join events e on e.id = c.event_id "
        f"left join places p on p.id = c.place_id where {_OF_SOURCE} and e.withdrawn_at is null and c.day between ?2 and ?3 "
        "order by c.start_utc, e.id",
        (source_id, first.isoformat(), last.isoformat()),
    )
    return tuple(
        PosterRow(
            day=date.fromisoformat(row[0]),
            begins="" if row[1] else _clock(row[2]),
            ends="" if row[1] or not row[3] else _clock(row[3]),
            name=row[4],
            place=row[5] or "",
            is_cancelled=row[6] == "EventCancelled",
        )
        for row in rows
    )


def _clock(local: str) -> str:
    """``9.30`` of ``2026-11-24T09:30:00+02:00``."""
    return local[11:16].replace(":", ".").removeprefix("0")
