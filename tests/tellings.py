"""Tellings and traits for tests of joining: one listing with what a test changes, read the way the store reads it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.source import PlaceEntry, Role
from normalize.identity import event_id, listing_id
from normalize.likeness import Likeness, likeness
from normalize.model import Listing, Recurrence
from normalize.recurrence import Window
from normalize.relate import Strand, relate
from normalize.sequences import Telling, telling_of, tellings
from normalize.traits import Traits, traits_of
from tests import region_reading
from tests.region_reading import Read

HELSINKI = ZoneInfo("Europe/Helsinki")
WINDOW = Window(start=date(2026, 10, 22), end=date(2027, 12, 22), timezone="Europe/Helsinki")
TUESDAY = datetime(2026, 11, 24, 17, 0, tzinfo=HELSINKI)
HOUR = timedelta(hours=1)
PLACES = {
    entry.id: entry
    for entry in (
        PlaceEntry(id="talo", name={"fi": "Kylätalo Honkala"}, aliases=("Honkala",), address="Honkatie 3", latitude=61.87, longitude=28.88),
        PlaceEntry(id="vaja", name={"fi": "Veneenvaja"}, latitude=61.8704, longitude=28.8806),
        PlaceEntry(id="halli", name={"fi": "Uimahalli Hyrske"}, address="Rantatie 10", latitude=61.88, longitude=28.90),
        PlaceEntry(id="verkko", name={"fi": "Verkossa"}, online=True),
    )
}


def listing(source_id: str = "a", uid: str = "u1", **changes: Any) -> Listing:
    """A knitting circle on a Tuesday at five, with changes; a value of ``details`` is laid over none at all."""
    fields: dict[str, Any] = {
        "id": listing_id(source_id, uid, changes.get("recurrence_id", "")),
        "source_id": source_id,
        "uid": uid,
        "digest": "d",
        "name": {"fi": "Villasukkapiiri"},
        "start": TUESDAY,
        "end": TUESDAY + HOUR,
        "timezone": "Europe/Helsinki",
        "place_id": "talo",
        "place_text": "Honkala",
        "organizer_id": f"{source_id}-jarjesto",
    }
    return Listing.model_validate(fields | changes)


def strand(*listings: Listing, role: Role = "organizer", first_seen: str = "") -> Strand:
    """The strand of the listings of one uid."""
    first = listings[0]
    identity = event_id(first.source_id, first.uid)
    related = relate(identity, listings, WINDOW)
    return Strand(id=identity, source_id=first.source_id, role=role, listings=listings, related=related, first_seen=first_seen)


def traits(source_id: str = "a", uid: str = "u1", role: Role = "organizer", **changes: Any) -> Traits:
    """The traits of one such listing."""
    return traits_of(telling_of([strand(listing(source_id, uid, **changes), role=role)]), PLACES, WINDOW)


def compared(a: Traits, b: Traits) -> Likeness:
    """``likeness``, asserted to be the same both ways."""
    found = likeness(a, b)
    assert found == likeness(b, a)
    return found


def codes(found: Likeness) -> set[str]:
    """The signs by name."""
    return {sign.code for sign in found.signs}


def weekly(count: int, *, without: int = -1, at: datetime = TUESDAY) -> dict[str, Any]:
    """The changes that make a listing a weekly series, perhaps without one of its dates."""
    left_out = (at + timedelta(weeks=without),) if without >= 0 else ()
    return {"recurrence": Recurrence(rrule=(f"FREQ=WEEKLY;COUNT={count}",), exdate=left_out), "start": at, "end": at + HOUR}


def region_tellings(reads: list[Read]) -> list[Telling]:
    """What the sources of the demo region tell."""
    window = region_reading.context_of(region_reading.SCHEDULES).window or WINDOW
    strands: list[Strand] = []
    for read in reads:
        by_uid: dict[str, dict[str, Listing]] = defaultdict(dict)
        for result in read.results:
            if result.listing:
                by_uid[result.listing.uid][result.listing.id] = result.listing
        for uid, found in by_uid.items():
            identity, rows = event_id(read.source.id, uid), tuple(found.values())
            role = read.source.organizer.role
            strands.append(
                Strand(
                    id=identity, source_id=read.source.id, role=role, listings=rows, related=relate(identity, rows, window), first_seen=""
                )
            )
    return tellings(strands)
