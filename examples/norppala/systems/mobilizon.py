"""How a group on a federated events server publishes: an outbox of activities whose objects are Events (ActivityStreams, Mobilizon)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from examples.norppala.entry import HELSINKI, Entry, as_datetime, each
from examples.norppala.publisher import Publisher, as_json

Json = dict[str, Any]

CONTEXT = ["https://www.w3.org/ns/activitystreams", {"mz": "https://joinmobilizon.org/ns#", "ical": "http://www.w3.org/2002/12/cal/ical#"}]
_PUBLIC = "https://www.w3.org/ns/activitystreams#Public"


def write(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Every activity of the group, the newest first; the server makes pages of them."""
    dates = [one for entry in entries for one in each(entry)]
    ordered = sorted(dates, key=lambda one: (one.modified, as_datetime(one.start)), reverse=True)
    return {"s31.json": as_json({"@context": CONTEXT, "orderedItems": [_activity(publisher, one) for one in ordered]})}


def _activity(publisher: Publisher, entry: Entry) -> Json:
    event = _event(publisher, entry)
    actor = f"{publisher.site}/@luonto"
    return {
        "id": f"{event['id']}/activity",
        "type": "Create",
        "actor": actor,
        "published": event["published"],
        "to": [_PUBLIC],
        "object": event,
    }


def _event(publisher: Publisher, entry: Entry) -> Json:
    """An Event with its place; one enrols elsewhere (``joinMode: external``)."""
    lat, lon = publisher.point(entry)
    venue, address = publisher.venue(entry), f"{publisher.site}/events/{_uuid(entry)}"
    facts = entry.registration
    elsewhere = {"joinMode": "external", "externalParticipationUrl": "https://luonto.example/ilmo"}
    return {
        "type": "Event",
        "id": address,
        "uuid": _uuid(entry),
        "url": address,
        "name": entry.name,
        "content": f"<p>{entry.description}</p>",
        "startTime": _offset(entry.start),
        "endTime": _offset(entry.end or entry.start),
        "timezone": "Europe/Helsinki",
        "category": "OUTDOORS_ADVENTURE",
        "ical:status": "CONFIRMED",
        "isOnline": False,
        **(elsewhere if facts and facts.required else {"joinMode": "free"}),
        "anonymousParticipationEnabled": False,
        "commentsEnabled": False,
        "repliesModerationOption": "closed",
        "maximumAttendeeCapacity": None,
        "participantCount": 0,
        "published": f"{entry.created:%Y-%m-%dT%H:%M:%SZ}",
        "updated": f"{entry.modified:%Y-%m-%dT%H:%M:%SZ}",
        "attributedTo": f"{publisher.site}/@luonto",
        "location": {
            "type": "Place",
            "id": f"{publisher.site}/address/{entry.venue}",
            "name": publisher.place(entry),
            "address": {
                "type": "PostalAddress",
                "postalCode": venue["postal_code"],
                "addressLocality": "Savonlinna",
                "addressCountry": "Suomi",
            },
            "latitude": lat,
            "longitude": lon,
        },
        "tag": [{"type": "Hashtag", "name": "#luonto", "href": f"{publisher.site}/tag/luonto"}],
        "attachment": [],
        "to": [_PUBLIC],
    }


def _uuid(entry: Entry) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"norppala:{entry.number}:{entry.start}"))


def _offset(moment: datetime | date) -> str:
    return as_datetime(moment).replace(tzinfo=HELSINKI).isoformat()
