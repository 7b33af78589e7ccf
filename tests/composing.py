"""Made-up tellings of one event, and what is composed of them, short enough for tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.source import Role
from normalize.compose import compose
from normalize.identity import event_id, listing_id
from normalize.model import Listing, Recurrence
from normalize.recurrence import Window
from normalize.relate import Related, Strand, relate
from normalize.sequences import Telling, telling_of

HELSINKI = ZoneInfo("Europe/Helsinki")
WINDOW = Window(start=date(2026, 10, 22), end=date(2027, 12, 22), timezone="Europe/Helsinki")
TUESDAY = datetime(2026, 11, 24, 10, tzinfo=HELSINKI)
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
WEEKLY = Recurrence(rrule=("FREQ=WEEKLY;COUNT=9",))
ROLES: tuple[Role, ...] = ("organizer", "registration", "municipality", "umbrella", "republisher")
"""The order of the table in docs/joining.md."""


def listing(source: str, uid: str = "u", **changes: Any) -> Listing:
    fields: dict[str, Any] = {
        "id": listing_id(source, uid, changes.get("recurrence_id", "")),
        "source_id": source,
        "uid": uid,
        "digest": "d",
        "name": {"fi": f"Kerho {source}"},
        "start": TUESDAY,
        "end": TUESDAY + HOUR,
        "timezone": "Europe/Helsinki",
        "place_id": "talo",
        "place_text": "Talo",
        "organizer_id": source,
    }
    return Listing.model_validate(fields | changes)


def strand(*listings: Listing, role: Role = "organizer", first_seen: str = "2026-11-01", is_withdrawn: bool = False) -> Strand:
    identifier = event_id(listings[0].source_id, listings[0].uid)
    related = relate(identifier, listings, WINDOW)
    return Strand(
        id=identifier,
        source_id=listings[0].source_id,
        role=role,
        listings=listings,
        related=related,
        first_seen=first_seen,
        is_withdrawn=is_withdrawn,
    )


def tell(role: Role, source: str = "", *, is_withdrawn: bool = False, **changes: Any) -> Telling:
    """One source's single record."""
    return telling_of([strand(listing(source or role, **changes), role=role, is_withdrawn=is_withdrawn)])


def rows(role: Role, starts: Iterable[datetime], **changes: Any) -> Telling:
    """One source's series as a record a day."""
    return telling_of(
        strand(listing(role, f"r{at}", start=start, end=start + HOUR, **changes), role=role) for at, start in enumerate(starts)
    )


def of(*tellings: Telling) -> Related:
    return compose("e", tellings, WINDOW)


def times(related: Related) -> list[tuple[str, str]]:
    """Start and end of each instance, local and to the minute."""
    return [(f"{one.start:%m-%d %H:%M}", "" if one.end is None else f"{one.end:%m-%d %H:%M}") for one in related.occurrences]


def days(related: Related) -> list[str]:
    return [f"{one.start:%m-%d}" for one in related.occurrences]


def said(related: Related) -> list[tuple[str, str, str]]:
    return [(one.field, one.value, one.shown) for one in related.event.conflicts]
