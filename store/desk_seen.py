"""What the desk looks at besides its own file: questions to the snapshot, and listings as their sources tell them."""

from __future__ import annotations

import html
import json
import re
import sqlite3
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from store.text import best, to_json

_LONGEST_TEXT = 400
_MARKUP = re.compile(r"<[^>]*>")
SOURCE_SILENT = timedelta(days=7)
"""A source that is well was asked within that time."""
SERIES_OLD = timedelta(days=180)
"""A series nobody changed for so long may have ended without a word."""
ASSURED_OLD = timedelta(days=365)
_PAIRS_FROM = """
    from (
        select min(event_a, event_b) as a, max(event_a, event_b) as b, max(severity) as severity, min(day) as first_day,
            max(day) as last_day, count(*) as times, max(minutes) as minutes, min(kilometres) as kilometres,
            max(is_end_assumed) as is_end_assumed
        from overlaps where day >= :today and is_maybe_same = 0 group by 1, 2
        having a || '~' || b not in (select value from json_each(:parted))
    ) p
    join events x on x.id = p.a join events y on y.id = p.b
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One listing as its source tells it."""

    id: str
    names: dict[str, str]
    start: str
    """Local; empty where it has no dates."""
    end: str
    is_series: bool
    place: str
    room: str
    organizer: str
    source: str
    url: str
    text: str
    """The beginning of its description, without markup."""
    status: str
    is_withdrawn: bool
    event_slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two events that compete, all their dates together."""

    a: str
    b: str
    name_a: str
    name_b: str
    organizer_a: str
    organizer_b: str
    place_a: str
    place_b: str
    slug_a: str
    slug_b: str
    is_series_a: bool
    is_series_b: bool
    severity: int
    """As in ``overlaps.severity``; 4 the same room."""
    first_day: str
    last_day: str
    times: int
    minutes: int
    kilometres: float | None
    is_end_assumed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place, an organizer or an event."""

    id: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleSource:
    """A source whose owner should hear of it."""

    id: str
    title: str
    organizer_id: str
    organizer: str
    url: str
    state: str
    reason: str
    since: str
    """UTC."""
    last_fetched: str
    last_changed: str
    events: int
    why: str
    """``state`` (not well), ``silent`` (not asked for a week), ``empty`` (nothing to come), ``old`` (series nobody changed)."""
    series: tuple[str, ...]
    """Names of the series nobody changed."""
    issues: tuple[tuple[str, int], ...]
    """What its publisher can mend, in the language asked for: words and how often; the most frequent first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StalePlace:
    """A place whose accessibility somebody should look at again."""

    id: str
    name: str
    assured_by: str
    assured_date: str
    """Empty: never."""
    events: int
    """To come."""


def seen(database: Path, listing_ids: Collection[str]) -> dict[str, Seen]:
    """Listings by id, from the live file."""
    marks = ", ".join("?" * len(listing_ids))
    question = (
        "select l.id, l.names, l.start_local, l.data, p.names as place_names, l.place_text, o.names as organizer_names, s.title, l.url, "  # noqa: S608 - marks
        "l.event_status, l.withdrawn_at, e.slug "
        "from listing l join source s on s.id = l.source_id join organizer o on o.id = l.organizer_id "
        f"left join place p on p.id = l.place_id left join event e on e.id = l.event_id where l.id in ({marks})"
    )
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return {row["id"]: _seen(row) for row in connection.execute(question, list(listing_ids))}


def _seen(row: sqlite3.Row) -> Seen:
    data: dict[str, Any] = json.loads(row["data"]) if row["data"] else {}
    return Seen(
        id=row["id"],
        names=json.loads(row["names"]),
        start=row["start_local"],
        end=data.get("end") or "",
        is_series=bool(data.get("recurrence")),
        place=best(json.loads(row["place_names"])) if row["place_names"] else row["place_text"],
        room=row["place_text"] if row["place_names"] and row["place_text"] else "",
        organizer=best(json.loads(row["organizer_names"])),
        source=row["title"],
        url=row["url"],
        text=_plain(best(data.get("description") or {})),
        status=row["event_status"],
        is_withdrawn=row["withdrawn_at"] is not None,
        event_slug=row["slug"] or "",
    )


def _plain(text: str) -> str:
    """The beginning of a text without its markup."""
    words = " ".join(html.unescape(_MARKUP.sub(" ", text)).split())
    return words if len(words) <= _LONGEST_TEXT else words[:_LONGEST_TEXT].rpartition(" ")[0] + " …"


def overlapping(
    connection: sqlite3.Connection, today: date, parted: Collection[tuple[str, str]], *, limit: int, offset: int
) -> tuple[list[Pair], int]:
    """Pairs of events that compete from today on, the worst and the nearest first; and how many there are.

    ``parted`` are pairs of events that people have said are none since the snapshot was made, the smaller id first.
    """
    told = {"today": today.isoformat(), "parted": to_json(["~".join(pair) for pair in parted]), "limit": limit, "offset": offset}
    count: int = connection.execute(f"select count(*) {_PAIRS_FROM}", told).fetchone()[0]
    rows = _rows(
        connection,
        "select p.*, x.name, x.organizer, coalesce(x.place, ''), x.slug, x.is_series, y.name, y.organizer, coalesce(y.place, ''), y.slug, "
        f"y.is_series {_PAIRS_FROM} order by p.severity desc, p.first_day, p.a, p.b limit :limit offset :offset",
        told,
    )
    return [_pair(row) for row in rows], count


def _pair(row: tuple[Any, ...]) -> Pair:
    a, b, severity, first_day, last_day, times, minutes, kilometres, is_end_assumed, *rest = row
    one, other = rest[:5], rest[5:]
    return Pair(
        a=a,
        b=b,
        name_a=one[0],
        name_b=other[0],
        organizer_a=one[1],
        organizer_b=other[1],
        place_a=one[2],
        place_b=other[2],
        slug_a=one[3],
        slug_b=other[3],
        is_series_a=bool(one[4]),
        is_series_b=bool(other[4]),
        severity=severity,
        first_day=first_day,
        last_day=last_day,
        times=times,
        minutes=minutes,
        kilometres=kilometres,
        is_end_assumed=bool(is_end_assumed),
    )


def _rows(connection: sqlite3.Connection, question: str, told: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Plain tuples, whatever rows the connection makes."""
    return [tuple(row) for row in connection.execute(question, told)]


_NAMED = {
    "place": "select id, name, trim(address || ' ' || district || ' ' || municipality) from places",
    "organizer": "select id, name, coalesce(url, '') from organizers",
    "event": "select id, name, coalesce(next_start_utc, '') from events where withdrawn_at is null",
}


def named(connection: sqlite3.Connection, subject: str, text: str, limit: int) -> list[Named]:
    """Places, organizers or events whose name holds the words or whose id or page's last part is the text; coming events first."""
    wanted = text.rstrip("/").rpartition("/")[2].casefold()
    rows = _rows(connection, _NAMED[subject], {})
    ids = {wanted}
    if subject == "event":
        ids |= {row[0] for row in _rows(connection, "select id from events where slug = :slug", {"slug": wanted})}
    found = [row for row in rows if row[0] in ids] or [
        row for row in rows if all(word in row[1].casefold() for word in text.casefold().split())
    ]
    found.sort(key=lambda row: (not row[2] if subject == "event" else 0, row[2] if subject == "event" else "", row[1].casefold()))
    return [Named(id=row[0], name=row[1], detail=row[2]) for row in found[:limit]]


def name_of(connection: sqlite3.Connection, subject: str, identifier: str) -> str:
    """What something is called in the snapshot; empty where it is not there. A series is an event."""
    table = {"event": "events", "series": "events", "place": "places", "organizer": "organizers", "source": "sources"}.get(subject)
    if table is None:
        return ""
    column = "title" if table == "sources" else "name"
    row = connection.execute(f"select {column} from {table} where id = ?", (identifier,)).fetchone()  # noqa: S608 - names of our own
    return str(row[0]) if row else ""


def slug_of(connection: sqlite3.Connection, subject: str, identifier: str) -> dict[str, Any]:
    """What says where something has its page: ``slug`` and ``is_series``; empty where it is not there."""
    table = {"event": "events", "series": "events", "place": "places", "organizer": "organizers"}.get(subject)
    if table is None:
        return {}
    extra = ", is_series" if table == "events" else ", 0"
    row = connection.execute(f"select slug{extra} from {table} where id = ?", (identifier,)).fetchone()  # noqa: S608 - as above
    return {"slug": row[0], "is_series": row[1]} if row else {}


def stale_sources(connection: sqlite3.Connection, today: date, language: str) -> list[StaleSource]:
    """Sources that are not well, were not asked for a week, have nothing to come, or tell series that nobody changed for half a year."""
    silent, old = (today - SOURCE_SILENT).isoformat(), (today - SERIES_OLD).isoformat()
    series = _old_series(connection, old)
    found = []
    for row in _rows(
        connection,
        "select s.id, s.title, s.organizer_id, s.organizer, coalesce(o.url, ''), s.state, s.reason, coalesce(s.state_since, ''), "
        "coalesce(s.last_fetched, ''), coalesce(s.last_changed, ''), s.events from sources s join organizers o on o.id = s.organizer_id "
        "where s.state not in ('off', 'removed', 'new', 'suspicious') order by s.position, s.id",
        {},
    ):
        why = _why(row, silent, is_old=bool(series.get(row[0])))
        if why:
            found.append(
                StaleSource(
                    **dict(zip(_STALE_FIELDS, row, strict=True)),
                    why=why,
                    series=tuple(series.get(row[0], ())),
                    issues=_issues(connection, row[0], language),
                )
            )
    return found


_STALE_FIELDS = (
    *("id", "title", "organizer_id", "organizer", "url", "state", "reason", "since", "last_fetched", "last_changed", "events"),
)


def _why(row: tuple[Any, ...], silent: str, *, is_old: bool) -> str:
    state, last_fetched, events = row[5], row[8], row[10]
    if state not in {"ok", "disallowed", "not_configured"}:
        return "state"
    if state == "ok" and last_fetched[:10] < silent:
        return "silent"
    if state == "ok" and not events:
        return "empty"
    return "old" if state == "ok" and is_old else ""


def _old_series(connection: sqlite3.Connection, old: str) -> dict[str, list[str]]:
    """Source id -> names of series to come that nobody changed since a day."""
    found: dict[str, list[str]] = {}
    question = (
        "select l.source_id, e.name from listings l join events e on e.id = l.event_id "
        "where e.is_series = 1 and e.next_start_utc is not null and e.last_changed < :old and l.withdrawn_at is null "
        "group by 1, 2 order by 1, 2"
    )
    for source, name in _rows(connection, question, {"old": old}):
        found.setdefault(source, []).append(name)
    return found


def _issues(connection: sqlite3.Connection, source: str, language: str) -> tuple[tuple[str, int], ...]:
    column = f"message_{language}"
    question = (
        f"select {column}, count(*) from issues where source_id = :source and severity <> 'info' group by 1 order by 2 desc, 1 limit 5"  # noqa: S608 - names of our own
    )
    return tuple((words, number) for words, number in _rows(connection, question, {"source": source}))


def stale_places(connection: sqlite3.Connection, today: date) -> list[StalePlace]:
    """Places with events to come whose accessibility nobody assured for a year, or ever; those with the most events first."""
    question = (
        "select p.id, p.name, coalesce(p.assured_by, ''), coalesce(p.assured_date, ''), count(e.id) from places p join events e "
        "on e.place_id = p.id and e.next_start_utc is not null where p.online = 0 and coalesce(p.assured_date, '') < :old "
        "group by p.id order by 5 desc, 2"
    )
    rows = _rows(connection, question, {"old": (today - ASSURED_OLD).isoformat()})
    return [StalePlace(id=row[0], name=row[1], assured_by=row[2], assured_date=row[3], events=row[4]) for row in rows]
