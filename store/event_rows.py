"""Events and occurrences as rows: everything a page shows, so that nothing is computed twice."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta
from typing import NamedTuple

from normalize.model import Details, Event, EventStatus, Occurrence, Start
from normalize.relate import Related
from store.text import local_day, local_text, over_utc, plain, start_utc, to_json

Value = str | int | float | None
Row = dict[str, Value]

_DAY = timedelta(days=1)
_LEAST = timedelta(microseconds=1)


class Facts(NamedTuple):
    """What the store knows of an event's listings that the model of the event does not say."""

    slug: str
    source_ids: str
    listings: int
    """How many the sources show."""
    first_seen: str
    last_changed: str
    withdrawn_at: str | None
    """When the last of them was withdrawn; ``None`` while one is shown."""
    withdrawn_reason: str
    lead_end: str | None
    """End, rule, languages and zone of the listing whose fields are shown, as the model's JSON has them."""
    recurrence: str | None
    in_language: str
    recurrence_timezone: str
    changes: int
    """How often one of the listings changed, left or came back: what subscribers must be told by a higher SEQUENCE."""
    previous_start: str | None
    """The start that the shown listing had before it was moved, as the model's JSON has it."""


def event_row(event: Event, facts: Facts, region: str) -> Row:
    """The row of an event; ``region`` is the zone whose midnights bound whole days."""
    lead_end = _read(facts.lead_end)
    row: Row = {
        "id": event.id,
        "kind": event.kind,
        "slug": facts.slug,
        "names": to_json(event.name),
        "descriptions": to_json(event.description),
        "description": plain(event.description),
        "place_id": event.place_id or None,
        "place_text": event.place_text,
        "room": event.room,
        "municipality_code": event.municipality_code,
        "postal_code": event.postal_code,
        "latitude": event.latitude,
        "longitude": event.longitude,
        "organizer_id": event.organizer_id,
        "event_status": _status(event.event_status, event, facts),
        "planned": int(event.planned),
        "is_series": int(event.is_series),
        "timezone": event.timezone,
        "first_start": "" if event.first_start is None else local_text(event.first_start, event.timezone),
        "first_end": None if lead_end is None else local_text(lead_end, event.timezone),
        "first_start_utc": "" if event.first_start is None else start_utc(event.first_start, region),
        "last_end_utc": None if event.last_end is None else start_utc(event.last_end, region),
        "recurrence": facts.recurrence,
        "recurrence_timezone": facts.recurrence_timezone,
        "url": event.url,
        "conference": to_json(event.conference),
        "categories": to_json(event.categories),
        "images": to_json([image.model_dump() for image in event.images]),
        "in_language": facts.in_language,
        "details": _details(event, facts).model_dump_json(exclude_defaults=True),
        "sequence": event.sequence + facts.changes,
        "source_ids": facts.source_ids,
        "listing_ids": to_json(event.listing_ids),
        "listings": facts.listings,
        "first_seen": facts.first_seen,
        "last_changed": facts.last_changed,
        "withdrawn_at": facts.withdrawn_at,
        "withdrawn_reason": facts.withdrawn_reason,
        "origins": to_json(event.origins),
        "conflicts": to_json([conflict.model_dump(mode="json") for conflict in event.conflicts]),
    }
    return with_content(row)


def _details(event: Event, facts: Facts) -> Details:
    """The event's details, with the start it had before where only its history tells."""
    if event.is_series or event.details.previous_start is not None or not facts.previous_start:
        return event.details
    return event.details.model_copy(update={"previous_start": _read(facts.previous_start)})


def _status(status: EventStatus, event: Event, facts: Facts) -> EventStatus:
    """The status, and of a single event that was moved, that it was (schema.org EventRescheduled)."""
    moved = not event.is_series and (facts.previous_start or event.details.previous_start is not None)
    return "EventRescheduled" if moved and status == "EventScheduled" else status


def occurrence_row(occurrence: Occurrence, related: Related, facts: Facts, region: str) -> Row:
    """The row of one dated instance."""
    zone = related.event.timezone
    day, last_day = _days(occurrence, region)
    row: Row = {
        "id": occurrence.id,
        "event_id": occurrence.event_id,
        "listing_id": occurrence.listing_id,
        "recurrence_id": occurrence.id.removeprefix(f"{occurrence.event_id}-"),
        "start_utc": start_utc(occurrence.start, region),
        "end_utc": None if occurrence.end is None else start_utc(occurrence.end, region),
        "start_local": local_text(occurrence.start, zone),
        "end_local": None if occurrence.end is None else local_text(occurrence.end, zone),
        "all_day": int(not isinstance(occurrence.start, datetime)),
        "over_utc": over_utc(occurrence.start, occurrence.end, region),
        "day": day.isoformat(),
        "last_day": last_day.isoformat(),
        "event_status": _status(occurrence.event_status, related.event, facts),
        "place_id": occurrence.place_id or None,
        "place_text": occurrence.place_text,
        "room": occurrence.room,
        "names": to_json(occurrence.name),
        "planned": int(occurrence.planned),
    }
    return with_content(row)


def _days(occurrence: Occurrence, region: str) -> tuple[date, date]:
    """The first and the last day that an instance touches on the region's calendar; its end itself is touched no more."""
    first = local_day(occurrence.start, region)
    end = occurrence.end
    if end is None:
        return first, first
    last = local_day(end - _LEAST, region) if isinstance(end, datetime) else end - _DAY
    return first, max(first, last)


def _read(text: str | None) -> Start | None:
    """A time as the model's JSON has it."""
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def with_content(row: Row) -> Row:
    """The row with a hash of itself, by which an equal one is recognised."""
    row["content"] = hashlib.blake2b(repr(tuple(row.values())).encode(), digest_size=16).hexdigest()
    return row
