"""Opportunities as an OpenActive feed (Realtime Paged Data Exchange 1.0): every public event in the order of its last change.

Who has read to the end asks again from the last item on and gets only what changed since. An event that was taken back comes as
``deleted``. The data is of OpenActive's Modelling Opportunity Data 2.0: an ``Event``, or a ``SessionSeries`` with its coming dates.
"""

from __future__ import annotations

import html
import re
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from datasette import Response

from explorer.page import Asked, Page
from store.open_data import Beside, beside, changed_after
from store.reading import EventRow, OccurrenceRow, PlaceRow

ITEMS = 200
"""Items on a page."""
_MARK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_ID = re.compile(r"[\w-]{1,80}")
_TAG = re.compile(r"<[^>]*>")
_STATUS = "https://schema.org/"
_MODES = {"online": "OnlineEventAttendanceMode", "offline": "OfflineEventAttendanceMode", "mixed": "MixedEventAttendanceMode"}


async def feed(asked: Asked) -> Response:
    """One page of the feed; ``afterTimestamp`` and ``afterId`` are those of the last item read."""
    moment, identifier = asked.query.get("afterTimestamp") or "", asked.query.get("afterId") or ""
    if (moment and not _MARK.fullmatch(moment)) or (identifier and not _ID.fullmatch(identifier)) or bool(moment) != bool(identifier):
        return asked.json({"detail": "Follow the address under next; afterTimestamp and afterId go together."}, 400)
    events = await asked.read(lambda connection: changed_after(connection, moment, identifier, most=ITEMS))
    near = await asked.read(lambda connection: beside(connection, [event for event in events if event.withdrawn_at is None]))
    shape = _Shape(asked)
    last = {"afterTimestamp": _utc(events[-1].last_changed), "afterId": events[-1].id} if events else None
    query = urlencode(last or ({"afterTimestamp": moment, "afterId": identifier} if moment else {}))
    return asked.json({
        "next": shape.root + (f"?{query}" if query else ""),
        "items": [shape.item(event, near) for event in events],
        "license": str(asked.datasette.described.get("license", "")),
    })  # fmt: skip


class _Shape:
    """Makes the items; knows the addresses and the languages."""

    def __init__(self, asked: Asked) -> None:
        self.root = asked.about.absolute(asked.href("openactive", "opportunities"))
        self._public = asked.about.public
        self._languages = asked.datasette.pages.languages

    def item(self, event: EventRow, near: Beside) -> dict[str, Any]:
        """The event as an item of the feed."""
        kind = "SessionSeries" if event.is_series else "Event"
        item = {"id": event.id, "modified": _utc(event.last_changed), "kind": kind}
        if event.withdrawn_at is not None:
            return {**item, "state": "deleted"}
        return {**item, "state": "updated", "data": self._data(event, kind, near)}

    def _data(self, event: EventRow, kind: str, near: Beside) -> dict[str, Any]:
        dates = near.dates.get(event.id, ())
        organizer = near.organizers.get(event.organizer_id)
        name = organizer and self._said(organizer.name)
        return _told({
            "@context": ["https://openactive.io/"],
            "@type": kind,
            "@id": f"{self._public}#{event.id}",
            "name": self._said(event.name),
            "description": " ".join(html.unescape(_TAG.sub(" ", self._said(event.description))).split()),
            "url": event.url or None,
            "eventStatus": _STATUS + event.event_status if event.first_start else None,
            "startDate": None if event.is_series else _moment(event.first_start),
            "endDate": None if event.is_series else _moment(event.first_end),
            "eventAttendanceMode": _STATUS + mode if (mode := _MODES.get(event.details.attendance_mode, "")) else None,
            "location": self._place(near.places.get(event.place_id), event),
            "organizer": {"@type": "Organization", "name": name, "url": organizer.url or None} if organizer and name else None,
            "ageRange": _ages(event),
            "activity": [{"@type": "Concept", "prefLabel": code} for code in (*event.details.topics, *event.details.subjects)],
            "offers": list(_offers(event)),
            "subEvent": [self._date(one) for one in dates] if event.is_series else None,
            "maximumAttendeeCapacity": event.details.registration.capacity if event.details.registration else None,
        })  # fmt: skip

    def _date(self, one: OccurrenceRow) -> dict[str, Any]:
        return _told({
            "@type": "ScheduledSession",
            "@id": f"{self._public}#{one.id}",
            "startDate": _moment(one.local_start),
            "endDate": _moment(one.local_end),
            "eventStatus": _STATUS + one.event_status,
        })  # fmt: skip

    def _place(self, place: PlaceRow | None, event: EventRow) -> dict[str, Any] | None:
        if place is None:
            return {"@type": "Place", "name": event.place_text} if event.place_text else None
        has_point = place.latitude is not None and place.longitude is not None
        address = _told({
            "@type": "PostalAddress",
            "streetAddress": place.address,
            "postalCode": place.postal_code,
            "addressLocality": place.municipality,
            "addressCountry": "FI",
        })  # fmt: skip
        geo = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude} if has_point else None
        return _told({"@type": "Place", "name": self._said(place.name), "address": address if place.address else None, "geo": geo})

    def _said(self, texts: Any) -> str:
        best = next((texts[language] for language in self._languages if texts.get(language)), "")
        return best or next(iter(texts.values()), "")


def _told(record: dict[str, Any]) -> dict[str, Any]:
    """The record without what nobody told."""
    return {key: value for key, value in record.items() if value not in (None, "", [])}


def _ages(event: EventRow) -> dict[str, Any] | None:
    lowest, highest = event.details.minimum_age, event.details.maximum_age
    if lowest is None and highest is None:
        return None
    return _told({"@type": "QuantitativeValue", "minValue": lowest, "maxValue": highest})


def _offers(event: EventRow) -> list[dict[str, Any]]:
    """Prices whose amount is known; free is zero, unknown is no offer."""
    found = []
    for offer in event.details.offers:
        amount = 0.0 if offer.is_free else offer.minimum
        if amount is not None:
            name = offer.name or offer.group or offer.price
            found.append(_told({"@type": "Offer", "name": name, "price": amount, "priceCurrency": offer.currency or "EUR"}))
    return found


def _moment(moment: datetime | date | None) -> str | None:
    return moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat() if moment else None


def _utc(moment: datetime) -> str:
    return (moment - (moment.utcoffset() or timedelta())).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


PAGES = (Page(kind="openactive", view=feed, rest="opportunities/?"),)
