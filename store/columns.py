"""A Listing as a row, and the row as a Listing again.

``data`` holds the whole model except ``id``, ``uid`` and ``digest``, which have columns of their own: those change although nothing
that people see has changed, and the content hash must not notice.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import NamedTuple

from normalize.model import Details, Listing, Recurrence, Start
from normalize.recurrence_zone import zone
from store.text import local_text, over_utc, start_utc, to_json

_APART = {"id", "uid", "digest"}


class ListingColumns(NamedTuple):
    """What follows from a Listing alone, in the order of ``WRITTEN``; a tuple because SQLite takes it as it is."""

    content: str
    sequence: int
    data: str
    kind: str
    names: str
    start_utc: str
    end_utc: str | None
    start_local: str
    timezone: str
    all_day: int
    over_utc: str | None
    event_status: str
    place_id: str | None
    place_text: str
    organizer_id: str
    url: str


NEVER = "9999-12-31T00:00:00Z"
"""When a listing without dates is over."""
WRITTEN = ListingColumns._fields


def columns(listing: Listing, region: str) -> ListingColumns:
    """The columns of a listing; ``region`` is the zone whose midnights bound whole days."""
    data = listing.model_dump_json(exclude=_APART)
    start = "" if listing.start is None else start_utc(listing.start, region)
    return ListingColumns(
        content=hashlib.blake2b(f"{start}\n{data}".encode(), digest_size=16).hexdigest(),
        sequence=listing.sequence,
        data=data,
        kind=listing.kind,
        names=to_json(listing.name),
        start_utc=start,
        end_utc=None if listing.end is None else start_utc(listing.end, region),
        start_local="" if listing.start is None else local_text(listing.start, listing.timezone),
        timezone=listing.timezone,
        all_day=int(listing.all_day),
        over_utc=_over(listing, region),
        event_status=listing.event_status,
        place_id=listing.place_id or None,
        place_text=listing.place_text,
        organizer_id=listing.organizer_id,
        url=listing.url,
    )


def _over(listing: Listing, region: str) -> str | None:
    """From when on it is over; unknown of a series, never of what has no dates."""
    if listing.start is None:
        return NEVER
    return None if listing.recurrence else over_utc(listing.start, listing.end, region)


def listing_of(listing_id: str, uid: str, digest: str, data: str) -> Listing:
    """The listing of a row, its times in the zone they were written in again."""
    apart = ",".join(f'"{key}":{json.dumps(value)}' for key, value in (("id", listing_id), ("uid", uid), ("digest", digest)))
    listing = Listing.model_validate_json(f"{{{apart},{data[1:]}")
    return listing.model_copy(update=_in_zone(listing))


def recurrence_of(text: str, timezone: str) -> Recurrence:
    """The rule of a row, its dates in the zone whose wall clock it counts in."""
    return _rule_in_zone(Recurrence.model_validate_json(text), timezone)


def details_of(text: str, timezone: str) -> Details:
    """The details of a row, their times on the clock of the event."""
    return _details_in_zone(Details.model_validate_json(text), timezone)


def _details_in_zone(details: Details, timezone: str) -> Details:
    found: dict[str, object] = {}
    if details.previous_start is not None:
        found["previous_start"] = _at(details.previous_start, timezone)
    registration = details.registration
    if registration is not None:
        times = {name: _at(moment, timezone) for name in ("opens", "closes") if (moment := getattr(registration, name)) is not None}
        found["registration"] = registration.model_copy(update=times)
    return details.model_copy(update=found) if found else details


def _in_zone(listing: Listing) -> dict[str, object]:
    """JSON keeps the offset of an instant; a rule that crosses a change of the clock needs the zone."""
    found: dict[str, object] = {} if listing.start is None else {"start": _at(listing.start, listing.timezone)}
    found["details"] = _details_in_zone(listing.details, listing.timezone)
    if listing.end is not None:
        found["end"] = _at(listing.end, listing.timezone)
    if listing.recurrence is not None:
        found["recurrence"] = _rule_in_zone(listing.recurrence, listing.timezone)
    return found


def _rule_in_zone(rule: Recurrence, timezone: str) -> Recurrence:
    dates = {name: tuple(_at(moment, timezone) for moment in getattr(rule, name)) for name in ("rdate", "exdate")}
    return rule.model_copy(update=dates)


def _at(moment: Start, timezone: str) -> Start:
    return moment.astimezone(zone(timezone)) if isinstance(moment, datetime) else moment
