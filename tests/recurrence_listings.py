"""Listings for the recurrence tests: made by hand, or read and normalised from a calendar as a harvest does it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.ical import read
from harvesters.record import RawEvent, ReadContext, Response
from harvesters.source import OrganizerEntry, Source
from normalize.mapping import Context, normalize
from normalize.model import Listing, Recurrence, Start
from normalize.places import PlaceRegistry
from normalize.recurrence import Window

HELSINKI = ZoneInfo("Europe/Helsinki")
NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)
MANY = 1_000_000
SOURCE = Source(
    id="club",
    title="Kerho",
    organizer=OrganizerEntry(name={"fi": "Kerho"}),
    format="ical",
    url="https://club.example/c.ics",
    timezone="UTC",
)

Series = tuple[Listing | None, list[Listing]]
"""A master and its overrides: the arguments of ``expand``."""


def listing(start: Start, end: Start | timedelta | None = None, *rrule: str, **parts: Any) -> Listing:
    """A listing in Helsinki's zone unless ``timezone`` says otherwise; ``rdate`` and ``exdate`` go into its recurrence."""
    dates = {name: tuple(parts.pop(name, ())) for name in ("rdate", "exdate")}
    recurrence = Recurrence(rrule=rrule, **dates) if rrule or any(dates.values()) else None
    given = {
        "id": "master",
        "source_id": "club",
        "uid": "u",
        "digest": "d",
        "name": {"fi": "Kerho"},
        "organizer_id": "club",
        "timezone": "Europe/Helsinki",
        "recurrence": recurrence,
    }
    return Listing(**{**given, **parts, "start": start, "end": start + end if isinstance(end, timedelta) else end})


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A wall clock in Helsinki."""
    return datetime(year, month, day, hour, minute, tzinfo=HELSINKI)


def raw_events(body: bytes, zone: str = "UTC") -> tuple[RawEvent, ...]:
    """Every record of a calendar as the reader gives it; floating times are of ``zone``."""
    answer = Response(
        source_id="club", url="https://club.example/c.ics", status=200, headers={"content-type": "text/calendar"}, body=body, fetched_at=NOW
    )
    return read(answer, ReadContext(zone=zone)).events


def series_in(body: bytes, window: Window, zone: str = "UTC") -> list[Series]:
    """Every series of a calendar, read and normalised as a harvest does it; what is outside the window is left out."""
    context = Context(window=window, places=PlaceRegistry(()), region_timezone=zone, max_occurrences=MANY, today=window.start)
    groups: dict[str, list[Listing]] = {}
    for raw in raw_events(body, zone):
        made = normalize(raw, SOURCE.model_copy(update={"timezone": zone}), context)
        assert made.outcome in {"stored", "out_of_horizon"}, (made.outcome, made.issues)
        if made.listing:
            groups.setdefault(made.listing.uid, []).append(made.listing)
    return [
        (next((one for one in group if not one.recurrence_id), None), [one for one in group if one.recurrence_id])
        for group in groups.values()
    ]
