"""What a card or a list says of an event: everything that a professional must know to send somebody there."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from normalize.model import Details, Recurrence, Texts
from store.columns import details_of, recurrence_of
from store.text import local_of, moment_of, utc_text

_MANY = 400
_DATES = 16
"""Dates of one event that are looked at: enough to see a rhythm and what is left out of it."""
_SEASON = re.compile(r"\(\d+\)|\b(?:\d{4}|kevät|syksy|kesä|talvi|vår|höst|sommar|vinter|spring|autumn|summer|winter)\w*\b|[^\w]+")
_SHUT = frozenset({"full", "closed"})
_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """One dated instance."""

    start: datetime
    local_start: datetime | date
    """On the event's own clock; a plain day for a whole one."""
    local_end: datetime | date | None
    """Exclusive; ``None`` where it is not told."""
    end: datetime | None
    day: date
    last_day: date
    status: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One event with what its card says."""

    id: str
    slug: str
    kind: str
    name: Texts
    description: str
    """As plain text."""
    place_id: str
    place: Texts
    """The registry's names; empty where the place is not in it."""
    place_text: str
    address: str
    district: str
    municipality: str
    latitude: float | None
    longitude: float | None
    assured_by: str
    assured_date: date | None
    """Who said last what the accessibility of the place is."""
    organizer_id: str
    organizer: Texts
    organizer_url: str
    url: str
    conference: tuple[str, ...]
    status: str
    is_series: bool
    timezone: str
    recurrence: Recurrence | None
    in_language: tuple[str, ...]
    details: Details
    state: str
    """Of enrolment, as told last: ``open``, ``not_yet_open``, ``full``, ``queue``, ``closed``; empty where nobody told."""
    remaining: int | None
    """Places left, where told."""
    told_at: datetime | None
    """When the places left were told."""
    checked: datetime | None
    """When its source had it last."""
    first_seen: datetime
    last_changed: datetime
    withdrawn_at: datetime | None
    withdrawn_reason: str
    had_dates: bool
    """It has, or had, dates at all."""
    dates: tuple[When, ...]
    """The first ones from the moment asked about on, cancelled ones too."""

    @property
    def is_shut(self) -> bool:
        """Nobody can be sent there now."""
        return self.state in _SHUT


def items(connection: sqlite3.Connection, ids: Collection[str], now: datetime) -> dict[str, Item]:
    """The events of those ids with their dates that are not over; ids that are unknown are not in it."""
    connection.row_factory, before = sqlite3.Row, connection.row_factory
    try:
        asked = json.dumps(sorted(set(ids)))
        dates, left, seen = _dates(connection, asked, now), _left(connection, asked), _seen(connection, asked)
        rows = connection.execute(_EVENTS, {"ids": asked}).fetchall()
        return {row["id"]: _item(row, dates.get(row["id"], ()), left.get(row["id"], ()), seen.get(row["id"])) for row in rows}
    finally:
        connection.row_factory = before


_EVENTS = """
select e.*, p.names as place_names, p.address as place_address, p.municipality as place_municipality, p.latitude as place_latitude,
    p.longitude as place_longitude, p.assured_by, p.assured_date, o.names as organizer_names, o.url as organizer_url
from events e
join organizers o on o.id = e.organizer_id
left join places p on p.id = e.place_id
where e.id in (select value from json_each(:ids))
"""


def _dates(connection: sqlite3.Connection, ids: str, now: datetime) -> dict[str, list[When]]:
    """Event id -> its first dates that are not over, in order."""
    query = """
        select * from (
            select o.*, e.timezone, row_number() over (partition by o.event_id order by o.start_utc, o.id) as nth
            from occurrences o join events e on e.id = o.event_id
            where o.event_id in (select value from json_each(?)) and coalesce(o.end_utc, o.start_utc) >= ?
        ) where nth <= ? order by start_utc, id
    """
    found: dict[str, list[When]] = defaultdict(list)
    for row in connection.execute(query, (ids, utc_text(now), _DATES)):
        found[row["event_id"]].append(_when(row))
    return found


def _when(row: _Row) -> When:
    zone = row["timezone"]
    return When(
        start=moment_of(row["start_utc"]),
        local_start=local_of(row["start_local"], zone),
        local_end=local_of(row["end_local"], zone) if row["end_local"] else None,
        end=moment_of(row["end_utc"]) if row["end_utc"] else None,
        day=date.fromisoformat(row["day"]),
        last_day=date.fromisoformat(row["last_day"]),
        status=row["event_status"],
        id=row["id"],
    )


def _left(connection: sqlite3.Connection, ids: str) -> dict[str, list[_Row]]:
    """Event id -> what was told of places left, the latest first."""
    query = "select * from availability where event_id in (select value from json_each(?)) order by at desc, listing_id"
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in connection.execute(query, (ids,)):
        found[row["event_id"]].append(row)
    return found


def _seen(connection: sqlite3.Connection, ids: str) -> dict[str, str]:
    """Event id -> when a source had it last."""
    query = """
        select event_id, max(last_seen) from listings
        where event_id in (select value from json_each(?)) and withdrawn_at is null group by event_id
    """
    return {row[0]: row[1] for row in connection.execute(query, (ids,)) if row[1]}


def _item(row: _Row, dates: Sequence[When], left: Sequence[_Row], seen: str | None) -> Item:
    details = details_of(row["details"], row["timezone"])
    state = _state(details, left, row)
    return Item(
        id=row["id"], slug=row["slug"], kind=row["kind"], name=json.loads(row["names"]), description=row["description"],
        place_id=row["place_id"] or "", place=json.loads(row["place_names"] or "{}"), place_text=row["place_text"],
        address=row["place_address"] or "", district=row["district"], municipality=row["place_municipality"] or "",
        latitude=row["latitude"] if row["place_latitude"] is None else row["place_latitude"],
        longitude=row["longitude"] if row["place_longitude"] is None else row["place_longitude"],
        assured_by=row["assured_by"] or "",
        assured_date=date.fromisoformat(row["assured_date"]) if row["assured_date"] else None,
        organizer_id=row["organizer_id"], organizer=json.loads(row["organizer_names"]), organizer_url=row["organizer_url"] or "",
        url=row["url"] or "", conference=tuple(json.loads(row["conference"])), status=row["event_status"],
        is_series=bool(row["is_series"]), timezone=row["timezone"],
        recurrence=recurrence_of(row["recurrence"], row["recurrence_timezone"]) if row["recurrence"] else None,
        in_language=tuple(json.loads(row["in_language"])), details=details, state=state,
        remaining=left[0]["remaining"] if left else None, told_at=moment_of(left[0]["at"]) if left else None,
        checked=moment_of(seen) if seen else None, first_seen=moment_of(row["first_seen"]), last_changed=moment_of(row["last_changed"]),
        withdrawn_at=moment_of(row["withdrawn_at"]) if row["withdrawn_at"] else None, withdrawn_reason=row["withdrawn_reason"],
        had_dates=row["first_start_utc"] is not None, dates=tuple(dates),
    )  # fmt: skip


_CODES = {"waiting_list": "queue"}


def _state(details: Details, left: Sequence[_Row], row: _Row) -> str:
    """The state of enrolment; one place of several that still has room keeps it open."""
    told = [_told(one) for one in left]
    told = [state for state in told if state]
    if told:
        return next((state for state in told if state not in _SHUT), told[0])
    said = details.registration.state if details.registration else ""
    return _CODES.get(said, said) or str(row["registration_state"] or "")


def _told(left: _Row) -> str:
    """What the places left of one listing say; a figure alone says only that there are none."""
    if left["state"]:
        return str(left["state"])
    if left["remaining"] is None or left["is_at_least"]:
        return ""
    return "open" if left["remaining"] else "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """The same thing in a later season."""

    slug: str
    is_series: bool
    first: date


def next_seasons(connection: sqlite3.Connection, shut: Iterable[Item]) -> dict[str, Season]:
    """Event id -> its next season, where there is one: one name, one organizer, one place, and it begins when this one is over."""
    query = """
        select slug, is_series, name, substr(next_start_utc, 1, 10) as day from events
        where organizer_id = ? and coalesce(place_id, place_text) = ? and id <> ? and withdrawn_at is null
            and next_start_utc > (select max(start_utc) from occurrences where event_id = ?)
        order by next_start_utc, id limit ?
    """
    found = {}
    for item in shut:
        name = season_free(next(iter(item.name.values()), ""))
        rows = connection.execute(query, (item.organizer_id, item.place_id or item.place_text, item.id, item.id, _MANY))
        for slug, is_series, title, day in rows:
            if season_free(title) == name:
                found[item.id] = Season(slug=slug, is_series=bool(is_series), first=date.fromisoformat(day))
                break
    return found


def season_free(name: str) -> str:
    """The name without what changes from season to season: years, seasons, numbers of courses, punctuation."""
    return _SEASON.sub(" ", name.casefold()).strip()
