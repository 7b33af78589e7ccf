"""How a WordPress site with The Events Calendar answers its REST interface: entities in titles, local times and UTC, ``[]`` for nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from examples.norppala.entry import HELSINKI, Entry, as_datetime, each
from examples.norppala.publisher import Publisher, as_json
from examples.norppala.words import price_of, slug

Json = dict[str, Any]

_ENTITIES = {"–": "&#8211;", "’": "&#8217;", "”": "&#8221;", "&": "&#038;"}
_STREETS = {"v-sali": ("Konserttikatu 1", "57130"), "v-museo": ("Rantatie 4", "57130")}
_FORMAT = "%Y-%m-%d %H:%M:%S"


def write(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Every event, one a date, by start; the server makes pages of them (``examples.norppala.interfaces``)."""
    dates = [one for entry in entries for one in each(entry)]
    records = [_record(publisher, one) for one in sorted(dates, key=lambda one: as_datetime(one.start))]
    return {"s02/events.json": as_json(records)}


def _record(publisher: Publisher, entry: Entry) -> Json:
    """One event with the fields that the plugin writes."""
    number = 10_000_000 + entry.number % 90_000
    address = f"{publisher.site}/tapahtuma/{slug(entry.name)}/{_date_part(entry)}"
    end = entry.end or entry.start
    price = _cost(entry)
    return {
        "id": number,
        "global_id": f"{publisher.host}?id={number}",
        "author": "3",
        "status": "publish",
        "date": _local(entry.created.astimezone(HELSINKI)),
        "date_utc": _local(entry.created),
        "modified": _local(entry.modified.astimezone(HELSINKI)),
        "modified_utc": _local(entry.modified),
        "url": address,
        "rest_url": f"{publisher.served}/wp-json/tribe/events/v1/events/{number}",
        "title": _texturized(entry.name),
        "description": f"<p>{_texturized(entry.text)}</p>\n" if entry.text else "",
        "excerpt": "",
        "slug": slug(entry.name),
        "image": False,
        "all_day": False,
        "start_date": _local(entry.start),
        "end_date": _local(end),
        "utc_start_date": _utc(entry.start),
        "utc_end_date": _utc(end),
        "timezone": "Europe/Helsinki",
        "timezone_abbr": "EET" if _utc(entry.start)[11:13] != f"{as_datetime(entry.start).hour - 3:02}" else "EEST",
        "cost": price,
        "cost_details": {"currency_symbol": "€", "currency_position": "postfix", "values": [price.rstrip("€")] if price else []},
        "website": "",
        "show_map": True,
        "hide_from_listings": False,
        "sticky": False,
        "featured": False,
        "categories": [{"id": 7 + entry.number % 9, "name": entry.category, "slug": slug(entry.category)}] if entry.category else [],
        "tags": [],
        "venue": _venue(publisher, entry) if entry.venue else [],
        "organizer": [{"id": 301, "organizer": publisher.title, "slug": slug(publisher.title), "email": f"tapahtumat@{publisher.host}"}],
    }


def _date_part(entry: Entry) -> str:
    """The date that the plugin appends to the address of one date of a series."""
    return f"{entry.start:%Y-%m-%d}/" if entry.key.startswith("viikko") else ""


def _cost(entry: Entry) -> str:
    """``5€``; free is told with the plugin's own word, and what nobody typed in is empty."""
    price = entry.price or price_of(entry.description)
    return "Maksuton" if price == "free" else price.replace(" ", "")


def _venue(publisher: Publisher, entry: Entry) -> Json:
    """The venue's own record."""
    venue = publisher.venue(entry)
    street, postal = _STREETS[entry.venue]
    return {
        "id": 200 + venue["capacity"] % 97,
        "venue": publisher.place(entry),
        "slug": slug(venue["name"]),
        "address": street,
        "city": "Norppala",
        "zip": postal,
        "country": "Suomi",
        "geo_lat": venue["lat"],
        "geo_lng": venue["lon"],
        "url": f"{publisher.site}/paikka/{slug(venue['name'])}/",
    }


def _texturized(text: str) -> str:
    """The text as WordPress prints it: dashes and quotes as numeric entities."""
    return "".join(_ENTITIES.get(character, character) for character in text)


def _local(moment: datetime | date) -> str:
    return as_datetime(moment).strftime(_FORMAT)


def _utc(moment: datetime | date) -> str:
    return as_datetime(moment).replace(tzinfo=HELSINKI).astimezone(UTC).strftime(_FORMAT)
