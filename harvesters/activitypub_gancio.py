"""Gancio's plain list (``/api/events``) as ActivityStreams events, the way Gancio itself writes them in its outbox."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.json_document import items, mapping, mappings, text
from harvesters.json_moments import moment_of_milliseconds

_UTC = ZoneInfo("UTC")


def is_gancio(page: Any) -> bool:
    """True for a list whose records, if it has any, have a start in seconds."""
    return isinstance(page, list) and (not page or any("start_datetime" in record for record in mappings(page)))


def as_event(record: Any, site: str) -> Any:
    """The record as an Event of the site, with the id that its outbox gives it; what is no record stays as it is."""
    if not isinstance(record, dict):
        return record
    number = text(record.get("id"))
    parent = text(record.get("parentId"))
    return {
        "type": "Event",
        "id": f"{site}/federation/m/{number}" if number else "",
        "url": f"{site}/event/{text(record.get('slug')) or number}",
        "name": record.get("title"),
        "content": record.get("description"),
        "startTime": _time(record.get("start_datetime")),
        "endTime": _time(record.get("end_datetime")),
        "location": {"type": "Place", **mapping(record.get("place"))},
        "tag": [{"type": "Hashtag", "name": text(tag)} for tag in items(record.get("tags"))],
        "attachment": [*_links(record), *_pictures(record, site)],
        "superEvent": f"{site}/federation/m/{parent}" if parent else "",
    }


def _time(seconds: Any) -> Any:
    """Seconds since 1970 as ISO 8601; what is no number stays as it is, to be told as unreadable."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not seconds:
        return seconds or None
    moment = moment_of_milliseconds(seconds * 1000, _UTC)
    return moment.astimezone(UTC).isoformat() if moment else str(seconds)


def _links(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Addresses for taking part, each named by itself as in the outbox."""
    for link in items(record.get("online_locations")):
        yield {"type": "Link", "mediaType": "text/html", "href": text(link), "name": text(link)}


def _pictures(record: dict[str, Any], site: str) -> Iterator[dict[str, Any]]:
    for picture in mappings(record.get("media")):
        if name := text(picture.get("url")):
            yield {"type": "Document", "mediaType": "image/jpeg", "url": f"{site}/media/{name}", "name": text(picture.get("name"))}
