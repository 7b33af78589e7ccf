"""Events in the shape of Linked Events, version 1 (City of Helsinki's event interface): lists in pages, and one event.

A series is a super event of type ``recurring`` whose dates follow it as events of their own, as in Linked Events. What nobody told is
``null``: a price that is not known is no offer. ``docs/open-data.md`` tells which fields there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from datasette import Response

from explorer.page import Asked, Page
from explorer.searching import beginnings
from store.open_data import Beside, Wanted, beside, event_of, events_wanted
from store.reading import EventRow, OccurrenceRow, PlaceRow

DATA_SOURCE = "kooste"
_MOST, _USUAL = 100, 20
_KINDS = {"event": "General", "activity": "Course", "volunteering": "Volunteering", "service": "General"}
_TYPES = {"general": "event", "course": "activity", "volunteering": "volunteering"}
_PARAMETERS = frozenset({"page", "page_size", "start", "end", "event_type", "location", "publisher", "text", "include", "format"})


class WrongParameterError(ValueError):
    """A parameter that is not offered, or whose value cannot be understood; the message says which and what is."""


async def events(asked: Asked) -> Response:
    """The list: ``meta`` with the number of events and the addresses of the pages beside, ``data``."""
    try:
        number, size, wanted = _page(asked), _whole(asked, "page_size", _USUAL, _MOST), _wanted(asked)
    except WrongParameterError as problem:
        return asked.json({"detail": str(problem)}, 400)
    part = await asked.read(lambda connection: events_wanted(connection, wanted, offset=(number - 1) * size, most=size))
    near = await asked.read(lambda connection: beside(connection, part.events))
    shape = Shape(asked)
    meta = {
        "count": part.count,
        "next": shape.page(number + 1) if number * size < part.count else None,
        "previous": shape.page(number - 1) if number > 1 else None,
    }
    return asked.json({"meta": meta, "data": [record for event in part.events for record in shape.records(event, near)]})


async def event(asked: Asked) -> Response:
    """One event, or one date of a series."""
    identifier = asked.parts["id"].removeprefix(f"{DATA_SOURCE}:")
    name, _, number = identifier.partition(".")
    row = await asked.read(lambda connection: event_of(connection, name))
    if row is None:
        return asked.json({"detail": "Not found."}, 404)
    if row.withdrawn_at is not None:
        return asked.json({"detail": f"The event was taken back on {row.withdrawn_at:%Y-%m-%d}."}, 410)
    near = await asked.read(lambda connection: beside(connection, [row]))
    records = {record["id"]: record for record in Shape(asked).records(row, near)}
    wanted = f"{DATA_SOURCE}:{row.id}.{number}" if number else f"{DATA_SOURCE}:{row.id}"
    return asked.json(records[wanted]) if wanted in records else asked.json({"detail": "Not found."}, 404)


def _page(asked: Asked) -> int:
    return _whole(asked, "page", 1, 1_000_000)


def _whole(asked: Asked, name: str, usual: int, most: int) -> int:
    """A whole number from 1 to ``most``; more is taken for the most, as Linked Events does."""
    text = asked.query.get(name) or str(usual)
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise WrongParameterError(f"{name} must be a whole number from 1 on, not {text[:40]!r}")
    return min(int(text), most)


def _wanted(asked: Asked) -> Wanted:
    """The filters of the query; raises ``WrongParameterError``."""
    if unknown := sorted(set(asked.query) - _PARAMETERS):
        raise WrongParameterError(f"{unknown[0][:40]!r} is not offered; {', '.join(sorted(_PARAMETERS))} are")
    kind = (asked.query.get("event_type") or "").casefold()
    if kind and kind not in _TYPES:
        raise WrongParameterError("event_type is General, Course or Volunteering")
    return Wanted(
        first=_day(asked, "start"),
        last=_day(asked, "end"),
        kind=_TYPES.get(kind, ""),
        place_id=(asked.query.get("location") or "").removeprefix(f"{DATA_SOURCE}:"),
        organizer_id=(asked.query.get("publisher") or "").removeprefix(f"{DATA_SOURCE}:"),
        text=beginnings(words) if (words := asked.query.get("text") or "") else "",
    )


def _day(asked: Asked, name: str) -> date | None:
    text = asked.query.get(name) or ""
    if text == "today":
        return asked.today
    try:
        return datetime.fromisoformat(text).date() if text else None
    except ValueError:
        raise WrongParameterError(f"{name} must be a day such as 2026-11-23, or today, not {text[:40]!r}") from None


class Shape:
    """Makes the records; knows the addresses."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._root = asked.about.absolute(f"{asked.about.base}v1")
        self._zone = asked.now.tzinfo

    def page(self, number: int) -> str:
        """The address of another page of the same list."""
        told = {name: self._asked.query.get(name) for name in self._asked.query if name != "page"}
        return f"{self._root}/event/?{urlencode({**told, 'page': number})}"

    def records(self, event: EventRow, near: Beside) -> Iterator[dict[str, Any]]:
        """The event; a series as a super event and each of its dates."""
        dates = near.dates.get(event.id, ())
        if not event.is_series:
            yield self._record(event, near, dates[0] if dates else None, event.id)
            return
        children = [(f"{event.id}.{one.start:%Y%m%dT%H%MZ}", one) for one in dates]
        yield {
            **self._record(event, near, None, event.id),
            "super_event_type": "recurring",
            "sub_events": [{"@id": self._address("event", name)} for name, _ in children],
        }
        for name, one in children:
            yield {**self._record(event, near, one, name), "super_event": {"@id": self._address("event", event.id)}}

    def _record(self, event: EventRow, near: Beside, one: OccurrenceRow | None, name: str) -> dict[str, Any]:
        start, end = (one.local_start, one.local_end) if one else (event.first_start, event.first_end)
        organizer = near.organizers.get(event.organizer_id)
        details = event.details
        return {
            "@context": "https://schema.org",
            "@type": "Event/LinkedEvent",
            "@id": self._address("event", name),
            "id": f"{DATA_SOURCE}:{name}",
            "data_source": DATA_SOURCE,
            "type_id": _KINDS.get(event.kind, "General"),
            "name": _texts(one.name if one and one.name else event.name),
            "description": _texts(event.description) or None,
            "start_time": self._moment(start),
            "end_time": self._moment(end),
            "has_start_time": isinstance(start, datetime),
            "has_end_time": isinstance(end, datetime),
            "event_status": one.event_status if one else event.event_status,
            "super_event_type": None,
            "super_event": None,
            "sub_events": [],
            "location": self._place(near.places.get((one.place_id if one else "") or event.place_id)),
            "location_extra_info": {"fi": told} if (told := (one.place_text if one else "") or event.place_text) else None,
            "provider": _texts(organizer.name) if organizer else None,
            "publisher": f"{DATA_SOURCE}:{event.organizer_id}",
            "offers": _offers(event),
            "audience_min_age": details.minimum_age,
            "audience_max_age": details.maximum_age,
            "audience": [{"@id": f"{DATA_SOURCE}:{code}"} for code in details.audience],
            "keywords": [{"@id": f"{DATA_SOURCE}:{code}"} for code in (*details.topics, *details.subjects)],
            "in_language": [{"@id": f"{self._root}/language/{code}/"} for code in event.in_language],
            "info_url": {"fi": event.url} if event.url else None,
            "images": [{"url": image.url, "license": image.licence, "alt_text": image.text} for image in event.images if image.licence],
            "enrolment_start_time": self._moment(details.registration.opens) if details.registration else None,
            "enrolment_end_time": self._moment(details.registration.closes) if details.registration else None,
            "maximum_attendee_capacity": details.registration.capacity if details.registration else None,
            "last_modified_time": event.last_changed.isoformat().replace("+00:00", "Z"),
            "deleted": False,
        }

    def _address(self, kind: str, name: str) -> str:
        return f"{self._root}/{kind}/{DATA_SOURCE}:{name}/"

    def _place(self, place: PlaceRow | None) -> dict[str, Any] | None:
        if place is None:
            return None
        has_point = place.latitude is not None and place.longitude is not None
        return {
            "@id": self._address("place", place.id),
            "id": f"{DATA_SOURCE}:{place.id}",
            "name": _texts(place.name),
            "street_address": {"fi": place.address} if place.address else None,
            "postal_code": place.postal_code or None,
            "address_locality": {"fi": place.municipality} if place.municipality else None,
            "position": {"type": "Point", "coordinates": [place.longitude, place.latitude]} if has_point else None,
            "is_virtual": place.online,
        }

    def _moment(self, moment: datetime | date | None) -> str | None:
        """UTC; a whole day by the instant of the region's midnight at which it begins, or ends."""
        if moment is None:
            return None
        if not isinstance(moment, datetime):
            moment = datetime.combine(moment, datetime.min.time(), self._zone)
        return (moment - (moment.utcoffset() or timedelta())).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _texts(texts: Mapping[str, str]) -> dict[str, str]:
    """The text in each of its languages; one whose language nobody knows counts as Finnish, for Linked Events has no place for it."""
    told = {language: text for language, text in texts.items() if language != "und"}
    return told if "und" not in texts else {**told, "fi": told.get("fi", texts["und"])}


def _offers(event: EventRow) -> list[dict[str, Any]]:
    """Prices that somebody told; an empty list where nobody did."""
    told = [
        {
            "is_free": offer.is_free,
            "price": {"fi": offer.price} if offer.price else None,
            "description": {"fi": offer.name} if offer.name else None,
            "info_url": {"fi": offer.url} if offer.url else None,
        }
        for offer in event.details.offers
        if offer.is_free is not None or offer.price
    ]
    return told or (
        [{"is_free": True, "price": None, "description": None, "info_url": None}] if event.details.is_accessible_for_free else []
    )


PAGES = (
    Page(kind="v1", view=events, rest="event/?"),
    Page(kind="v1", view=event, rest=r"event/(?P<id>[\w:.-]{1,120})/?"),
)
