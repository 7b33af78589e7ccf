"""How a museum's page tells search engines of its events: JSON-LD of schema.org, times without an offset, the price ``"0"``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from html import escape
from typing import Any

from examples.norppala.entry import Entry, as_datetime, each
from examples.norppala.publisher import Publisher
from examples.norppala.words import day, in_euros, price_of, slug, when

from .pages import page

Json = dict[str, Any]

_STATUS = "https://schema.org/EventScheduled"
_OFFLINE = "https://schema.org/OfflineEventAttendanceMode"


def write(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """The list for people, and one script that says the same in JSON-LD; a weekly tour is a series with its dates as sub-events."""
    graph = [_series(publisher, entry) if entry.recurs else _event(publisher, entry) for entry in entries]
    script = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1)
    head = f'<script type="application/ld+json">\n{script}\n</script>\n'
    rows = "".join(f'<li><a href="{_address(publisher, entry)}">{escape(entry.name)}</a> {_told(entry)}</li>\n' for entry in entries)
    return {"s22.html": page(publisher.title, "Tapahtumat", f"<ul>\n{rows}</ul>", head=head)}


def _told(entry: Entry) -> str:
    """The time in words."""
    if entry.all_day:
        last = as_datetime(entry.end or entry.start) - timedelta(days=1)
        return f"{day(entry.start)}–{day(last)}"
    return f"lauantaisin {when(entry)} alkaen" if entry.recurs else when(entry)


def _address(publisher: Publisher, entry: Entry) -> str:
    return f"{publisher.site}/tapahtumat/{slug(entry.name)}"


def _event(publisher: Publisher, entry: Entry) -> Json:
    """One event; the last day of an exhibition is its ``endDate``."""
    address = _address(publisher, entry)
    kind = "ExhibitionEvent" if entry.all_day else "Event"
    end = {"endDate": _local(entry.end - timedelta(days=1) if entry.all_day else entry.end)} if entry.end else {}
    return {
        "@type": kind,
        "@id": f"{address}#{entry.number % 10**6}",
        "name": entry.name,
        "description": entry.text,
        "startDate": _local(entry.start),
        **end,
        "eventStatus": _STATUS,
        "eventAttendanceMode": _OFFLINE,
        "url": address,
        "location": _place(publisher, entry),
        "organizer": {"@type": "Organization", "name": publisher.title, "url": publisher.site},
        "offers": _offers(entry),
        "image": f"{publisher.site}/kuvat/{slug(entry.name)}.jpg",
    }


def _series(publisher: Publisher, entry: Entry) -> Json:
    """An EventSeries whose dates are sub-events with addresses of their own."""
    dates = list(each(entry))
    whole = _event(publisher, entry) | {"@type": "EventSeries", "endDate": _local(dates[-1].end or dates[-1].start)}
    return whole | {"subEvent": [_sub_event(publisher, one) for one in dates]}


def _sub_event(publisher: Publisher, entry: Entry) -> Json:
    address = f"{_address(publisher, entry)}?pvm={entry.start:%Y-%m-%d}"
    told = {"@type": "Event", "@id": address, "name": entry.name, "startDate": _local(entry.start), "url": address}
    return told | {"endDate": _local(entry.end or entry.start), "location": _place(publisher, entry)}


def _place(publisher: Publisher, entry: Entry) -> Json:
    """The museum with its address and its point."""
    lat, lon = publisher.point(entry)
    address = {
        "@type": "PostalAddress",
        "streetAddress": "Rantatie 4",
        "postalCode": "57130",
        "addressLocality": "Savonlinna",
        "addressCountry": "FI",
    }
    return {
        "@type": "Place",
        "name": publisher.place(entry),
        "address": address,
        "geo": {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon},
    }


def _offers(entry: Entry) -> list[Json]:
    """``9/5 €`` is two offers; free is the price ``"0"``."""
    price = entry.price or price_of(entry.text)
    figures = price.removesuffix(" €").split("/") if "/" in price else [in_euros(price)]
    return [
        {"@type": "Offer", "price": figure, "priceCurrency": "EUR", "availability": "https://schema.org/InStock"}
        for figure in figures
        if figure
    ]


def _local(moment: datetime | date) -> str:
    """``2026-12-13T11:00:00``: no offset; a day as a day."""
    return moment.isoformat()
