"""An event in an answer of Kirkanta, for installations that give events beside libraries.

The public documentation of version 4 names no events; fields are read by the names that the register's other records use.
"""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from harvesters.json_document import mapping, text
from harvesters.json_moments import moment_of
from harvesters.json_people import left_over
from harvesters.json_texts import best, by_language, texts
from harvesters.json_words import address_of, one_line
from harvesters.kirkanta_library import Told
from harvesters.ledger import Notes, Refused
from harvesters.record import Moment, RawEvent, RawOffer

_STARTS = ("start", "startsAt", "startDate", "begin", "from")
_ENDS = ("end", "endsAt", "endDate", "to")
_READ = {
    *_STARTS,
    *_ENDS,
    "id",
    "type",
    "name",
    "title",
    "description",
    "url",
    "homepage",
    "location",
    "venue",
    "price",
    "address",
    "library",
}


def is_event(record: Any) -> bool:
    """True for a record that says it is an event, or has a beginning and no opening hours."""
    found = mapping(record)
    return text(found.get("type")) == "event" or (any(found.get(name) for name in _STARTS) and "schedules" not in found)


def event_of(told: Told, digest: str, notes: Notes) -> RawEvent:
    """The event; raises ``Refused`` for one without a name or a readable beginning."""
    found, language, zone = mapping(told.record), told.language, told.zone
    name = by_language(found.get("name") or found.get("title"), language)
    start = _moment(found, _STARTS, zone)
    if not name:
        raise Refused("required_field_missing", "name", text(found.get("id")))
    if start is None:
        raise Refused("no_start", "start", best(name, language))
    place = by_language(found.get("location") or found.get("venue"), language)
    address = mapping(found.get("address"))
    price = best(by_language(found.get("price"), language), language)
    return RawEvent(
        uid=text(found.get("id")),
        digest=digest,
        text=told.shown,
        kind="event",
        name=texts(name, language),
        description=texts(by_language(found.get("description"), language), language, html=True),
        start=start,
        end=_moment(found, _ENDS, zone),
        location=texts(place, language),
        address=one_line(address.get("street"), f"{text(address.get('zipcode'))} {text(address.get('city'))}".strip()),
        url=address_of(found.get("url") or found.get("homepage"), notes, "url"),
        offers=(RawOffer(price=price),) if price else (),
        extra=left_over(found, _READ),
    )


def _moment(found: dict[str, Any], names: tuple[str, ...], zone: str) -> Moment | None:
    return next((moment for name in names if (moment := moment_of(found.get(name), ZoneInfo(zone)))), None)
