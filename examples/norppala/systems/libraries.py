"""How libraries publish: events as RSS 2.0 with xCal for Finna's pages, opening hours through Kirkanta (API v4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from email.utils import format_datetime
from typing import Any
from xml.sax.saxutils import escape

from examples.norppala.entry import HELSINKI, Entry, as_datetime, each
from examples.norppala.publisher import Publisher, as_json
from examples.norppala.words import price_of, slug

Json = dict[str, Any]

XCAL = "urn:ietf:params:xml:ns:xcal"


def write_events(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """An item a date, by start; the server cuts out the thirty-one days that the feed shows."""
    dates = sorted((one for entry in entries for one in each(entry)), key=lambda one: as_datetime(one.start))
    items = "".join(_item(publisher, one) for one in dates)
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<rss version="2.0" xmlns:xcal="{XCAL}">\n<channel>\n'
        f"<title>{escape(publisher.title)}</title>\n<link>{publisher.site}/tapahtumat</link>\n"
        f"<description>{escape(publisher.about)}</description>\n<language>fi</language>\n<generator>kirkanta-events 2.4</generator>\n"
    )
    return {"s03.xml": f"{head}{items}</channel>\n</rss>\n".encode()}


def _item(publisher: Publisher, entry: Entry) -> str:
    """One date; ``pubDate`` is when somebody last changed it."""
    price = entry.price or price_of(entry.description)
    number = entry.number % 10**8
    venue = publisher.venue(entry)
    fields = {
        "featured": "false",
        "dtstart": _offset(entry.start),
        "dtend": _offset(entry.end or entry.start),
        "content": f"<p>{escape(entry.text)}</p>",
        "organizer": publisher.title,
        "organizer-url": publisher.site,
        "location": publisher.place(entry),
        "location-city": venue["municipality"],
        "cost": "0 €" if price == "free" else price,
    }
    xcal = "".join(f"<xcal:{name}>{escape(value)}</xcal:{name}>\n" for name, value in fields.items() if value)
    categories = f"<xcal:categories><xcal:category>{escape(entry.category)}</xcal:category></xcal:categories>\n" if entry.category else ""
    return (
        f"<item>\n<title>{escape(entry.name)}</title>\n"
        f"<link>{publisher.site}/tapahtumat/{slug(entry.name)}-{entry.start:%Y-%m-%d}</link>\n"
        f'<guid isPermaLink="false">{publisher.host}:{number}-{entry.start:%Y%m%d}</guid>\n'
        f"<pubDate>{format_datetime(entry.modified, usegmt=True)}</pubDate>\n"
        f"<description>{escape(entry.text)}</description>\n{xcal}{categories}</item>\n"
    )


def _offset(moment: datetime | date) -> str:
    """``2026-11-25T09:30:00+02:00``."""
    return as_datetime(moment).replace(tzinfo=HELSINKI).isoformat()


# --- opening hours ---------------------------------------------------------------------------------------------------------------------

CLOSED, STAFFED, SELF_SERVICE = 0, 1, 2
"""Kirkanta's ``status`` of a span of hours."""
_FIRST, _LAST = date(2026, 11, 16), date(2027, 5, 2)
_HOLIDAYS = {date(2026, 12, day) for day in (6, 24, 25, 26)} | {date(2027, 1, day) for day in (1, 6)} | {date(2027, 3, 26)}
_WEEKS: dict[str, dict[int, tuple[tuple[str, str, int], ...]]] = {
    "v-kirjasto": {
        **dict.fromkeys(range(5), (("07:00", "10:00", SELF_SERVICE), ("10:00", "18:00", STAFFED), ("18:00", "20:00", SELF_SERVICE))),
        5: (("10:00", "15:00", STAFFED),),
    },
    "v-kerimaki-kirjasto": {
        **dict.fromkeys((0, 2, 3), (("08:00", "12:00", SELF_SERVICE), ("12:00", "18:00", STAFFED), ("18:00", "21:00", SELF_SERVICE))),
        **dict.fromkeys((1, 4, 5, 6), (("08:00", "21:00", SELF_SERVICE),)),
    },
    "v-punkaharju-kirjasto": dict.fromkeys((1, 3), (("11:00", "17:00", STAFFED),)),
}
"""Venue -> weekday (Monday 0) -> spans; a weekday that is not named is closed."""


def write_hours(publisher: Publisher, _entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """The region's libraries with their hours day by day."""
    return {"s04/libraries.json": as_json([_library(publisher, number, venue) for number, venue in enumerate(_WEEKS)])}


def _library(publisher: Publisher, number: int, venue: str) -> Json:
    """One library."""
    told = publisher.venues[venue]
    return {
        "id": 86470 + number,
        "name": told["name"],
        "slug": slug(told["name"]),
        "type": "municipal",
        "mainLibrary": number == 0,
        "city": {"id": 15874, "name": "Savonlinna"},
        "address": {"street": f"Kirjastokuja {number + 1}", "zipcode": told["postal_code"], "city": "Savonlinna", "area": told["district"]},
        "coordinates": {"lat": told["lat"], "lon": told["lon"]},
        "slogan": None,
        "homepage": f"{publisher.site}/{slug(told['name'])}",
        "schedules": list(_schedules(_WEEKS[venue])),
        "services": [],
    }


def _schedules(week: Mapping[int, Sequence[tuple[str, str, int]]]) -> Iterator[Json]:
    """One entry a day."""
    day = _FIRST
    while day <= _LAST:
        spans = () if day in _HOLIDAYS else week.get(day.weekday(), ())
        times = [{"from": begin, "to": end, "status": status} for begin, end, status in spans]
        yield {"date": day.isoformat(), "closed": not times, "info": None, "period": 4711, "times": times}
        day += timedelta(days=1)
