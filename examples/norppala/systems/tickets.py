"""How ticket shops answer: a theatre's feed by contract, and a student events shop whose interface nobody documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, timedelta
from typing import Any

from examples.norppala.entry import HELSINKI, Entry, Registration, as_datetime
from examples.norppala.publisher import Publisher, as_json
from examples.norppala.words import SHORT, in_euros, price_of

Json = dict[str, Any]

_SEATS = 520
_ON_SALE, _SOLD_OUT = "2", "3"


def write_theatre(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """One row a performance; everything is a text, numbers too."""
    ordered = sorted(entries, key=lambda entry: as_datetime(entry.start))
    return {"s23.json": as_json({"EventCalendar": "EventCalendar", "Events": [_performance(publisher, entry) for entry in ordered]})}


def _performance(publisher: Publisher, entry: Entry) -> Json:
    """``EventDate`` and ``EventTime`` apart, ``EventAvailable`` the seats left."""
    start, facts = as_datetime(entry.start), entry.registration or Registration(capacity=_SEATS, remaining=_SEATS)
    capacity, remaining = facts.capacity or _SEATS, facts.remaining or 0
    number = 11_000_000 + entry.number % 10**6
    link = f"{publisher.site}/tickets?key={_serie(entry)}${number}&language="
    return {
        "EventPromoterId": "740",
        "EventPromoterName": publisher.title,
        "EventSerieId": _serie(entry),
        "EventId": str(number),
        "EventName": entry.name,
        "EventDate": f"{start:%d.%m.%Y}",
        "EventDayOfWeek": SHORT[start.weekday()].capitalize(),
        "EventTime": f"{start:%H:%M}",
        "EventStatus": _ON_SALE if remaining else _SOLD_OUT,
        "EventVenue": publisher.place(entry),
        "EventStreet": "Konserttikatu 1",
        "EventZip": "57130",
        "EventPlace": "Savonlinna",
        "EventLinkFi": f"{link}fi",
        "EventLinkSv": f"{link}sv",
        "EventLinkEn": f"{link}en",
        "EventCapacity": str(capacity),
        "EventAvailable": str(remaining),
        "EventSold": str(capacity - remaining),
        "EventReserved": "0",
        "EventSerieText": f"<b>{entry.name}</b>: {entry.lead or 'Kevään ensi-ilta.'} Liput {entry.price or price_of(entry.text)}.",
        "Categories": [{"Name": "Teatteri"}],
    }


def _serie(entry: Entry) -> str:
    """One number for all performances of one play."""
    return str(1_230_000 + sum(entry.name.encode()))


def write_students(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """A company and its events: prices in cents, times with offset, places capped at a hundred."""
    company = {"id": "0000", "name": publisher.title, "eventCount": len(entries)}
    return {"s24.json": as_json({"model": {"company": company, "events": [_product(publisher, entry) for entry in entries]}})}


def _product(publisher: Publisher, entry: Entry) -> Json:
    start, end = (as_datetime(moment or entry.start).replace(tzinfo=HELSINKI) for moment in (entry.start, entry.end))
    cents = {"eur": int(float(in_euros(entry.price or price_of(entry.text))) * 100)}
    left = entry.registration.remaining if entry.registration else None
    return {
        "id": f"{entry.number:08x}",
        "name": entry.name,
        "description": entry.text,
        "place": publisher.place(entry),
        "city": "Savonlinna",
        "dateActualFrom": start.isoformat(),
        "dateActualUntil": end.isoformat(),
        "datePublishFrom": entry.created.isoformat(),
        "dateSalesFrom": (start - timedelta(days=14)).astimezone(UTC).isoformat(),
        "dateSalesUntil": start.isoformat(),
        "timeZone": "Europe/Helsinki",
        "minPrice": cents,
        "maxPrice": cents,
        "availability": 100 if left is None else left,
        "salesStarted": True,
        "salesEnded": False,
        "salesOngoing": True,
        "salesPaused": False,
        "productType": 1,
    }
