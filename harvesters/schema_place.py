"""Where an event is: Place, PostalAddress, VirtualLocation, a plain string, or several of them; and opening hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from harvesters.json_document import items, text
from harvesters.json_words import coordinates_of, one_line
from harvesters.ledger import Notes
from harvesters.record import RawHours, Text
from harvesters.schema_times import clock, moment
from harvesters.schema_values import MOST, Node, addresses, first, local, plain, texts, things, types, yes_or_no

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WRITTEN_HOURS = re.compile(r"((?:Mo|Tu|We|Th|Fr|Sa|Su|[,\s-])+?)\s+(\d{1,2}:\d\d)\s?[-–]\s?(\d{1,2}:\d\d)", re.ASCII)
_MIDNIGHT = time(0)
_MOST_FEATURES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The places of one event."""

    location: tuple[Text, ...] = ()
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    conference: tuple[str, ...] = ()
    accessibility: tuple[str, ...] = ()
    hours: tuple[RawHours, ...] = ()


def where(node: Node, language: str, notes: Notes) -> Where:
    """The event's places; of several physical ones the names of all, and the first one's address and position."""
    told = items(node.get("location"))[:MOST]
    online = [place for place in told if isinstance(place, dict) and "VirtualLocation" in types(place)]
    places = [place for place in told if place not in online]
    conference = tuple(address for place in online for address in addresses(place, notes, "location"))
    main = next((place for place in places if isinstance(place, dict)), {})
    latitude, longitude = _position(main, notes)
    return Where(
        location=_names(places, language),
        address=_address(main),
        latitude=latitude,
        longitude=longitude,
        conference=conference,
        accessibility=_features(main),
        hours=hours(main, notes),
    )


def _names(places: list[Any], language: str) -> tuple[Text, ...]:
    """The names of the places: one place's in every language, several joined in one line."""
    named = list(dict.fromkeys(filter(None, (_name(place, language) for place in places))))
    if len(named) == 1:
        return named[0]
    words = "; ".join(dict.fromkeys(name[0].value for name in named))
    return (Text(value=words, language=named[0][0].language),) if words else ()


def _name(place: Any, language: str) -> tuple[Text, ...]:
    """A place's name, with that of the house it is a room of; its address where it has no name."""
    if not isinstance(place, dict):
        return texts(place, language)
    found = texts(place.get("name"), language)
    house = plain(first(place, "containedInPlace", "containedIn"))
    if len(found) == 1 and house and house not in found[0].value:
        return (Text(value=f"{found[0].value}, {house}", language=found[0].language),)
    return found or texts(_address(place) or house, language)


def _address(place: Node, depth: int = 2) -> str:
    """Street, postal code and town in one line; of a room that of its house."""
    told = place if "PostalAddress" in types(place) else next(iter(items(place.get("address"))), None)
    if isinstance(told, dict):
        town = " ".join(filter(None, (plain(told.get("postalCode")), plain(told.get("addressLocality")))))
        line = one_line(plain(told.get("streetAddress")), town or plain(told.get("addressRegion"))) or plain(told)
    else:
        line = one_line(told)
    house = first(place, "containedInPlace", "containedIn")
    return line or (_address(house, depth - 1) if isinstance(house, dict) and depth else "")


def _position(place: Node, notes: Notes, depth: int = 2) -> tuple[float | None, float | None]:
    """The point of a place; of a room without one that of its house."""
    for geo in (*things(place.get("geo")), place):
        written = plain(geo.get("latitude")), plain(geo.get("longitude"))
        if all(written):
            found = coordinates_of(*written, notes, "geo")
            if found == (None, None):
                notes.warn("bad_geo", "geo", ", ".join(written))
            return found
    house = first(place, "containedInPlace", "containedIn")
    return _position(house, notes, depth - 1) if isinstance(house, dict) and depth else (None, None)


def _features(place: Node) -> tuple[str, ...]:
    """What the place has (schema.org amenityFeature); a feature that is said to be missing is left out."""
    told = items(place.get("amenityFeature"))[:_MOST_FEATURES]
    named = (plain(item) for item in told if not isinstance(item, dict) or yes_or_no(item.get("value")) is not False)
    return tuple(dict.fromkeys(filter(None, named)))


def hours(thing: Node, notes: Notes) -> tuple[RawHours, ...]:
    """Opening hours of a thing: ``openingHoursSpecification``, ``specialOpeningHoursSpecification`` and ``openingHours``."""
    found: list[RawHours] = []
    for field in ("openingHoursSpecification", "specialOpeningHoursSpecification"):
        for told in things(thing.get(field)):
            found += _specified(told, field, notes)
    for written in items(thing.get("openingHours"))[:MOST]:
        found += _written(text(written), notes)
    return tuple(dict.fromkeys(found))


def _specified(told: Node, field: str, notes: Notes) -> Iterator[RawHours]:
    """One OpeningHoursSpecification: an entry for each weekday, or for the one day that it is valid on."""
    valid_from, valid_through = (_day(told.get(name), name, notes) for name in ("validFrom", "validThrough"))
    times = [(text(told.get(name)), clock(told.get(name))) for name in ("opens", "closes")]
    if any(written and read is None for written, read in times) or bool(times[0][1]) != bool(times[1][1]):
        notes.warn("field_ignored", field, " - ".join(written for written, _ in times))
        return
    opens, closes = (read[0] if read else None for _, read in times)
    shown = ("", "") if opens is None or closes is None or opens == closes == _MIDNIGHT else (f"{opens:%H:%M}", f"{closes:%H:%M}")
    weekdays = list(_weekdays(told.get("dayOfWeek")))
    for weekday in weekdays:
        yield RawHours(weekday=weekday, opens=shown[0], closes=shown[1], valid_from=valid_from, valid_through=valid_through)
    if not weekdays and valid_from and valid_from == (valid_through or valid_from):
        yield RawHours(day=valid_from, opens=shown[0], closes=shown[1])
    elif not weekdays and not items(told.get("dayOfWeek")) and any(shown):
        for weekday in range(1, 8):
            yield RawHours(weekday=weekday, opens=shown[0], closes=shown[1], valid_from=valid_from, valid_through=valid_through)


def _weekdays(value: Any) -> Iterator[int]:
    """1 Monday to 7 Sunday; ``PublicHolidays`` and the like are no weekday."""
    for item in items(value)[:MOST]:
        name = local(plain(item)).capitalize()
        found = [number for number, day in enumerate(_DAYS, 1) if name in {day, day[:2], day[:3]}]
        yield from found


def _day(value: Any, field: str, notes: Notes) -> date | None:
    written = plain(value)
    if not written:
        return None
    try:
        found = moment(written)
    except ValueError:
        notes.warn("date_unreadable", field, written)
        return None
    return found.date() if isinstance(found, datetime) else found


def _written(words: str, notes: Notes) -> Iterator[RawHours]:
    """``Tu-Su 10:00-17:00`` (schema.org openingHours), weekdays always in English with two letters."""
    found = _WRITTEN_HOURS.fullmatch(words)
    opens, closes = (clock(found[2]), clock(found[3])) if found else (None, None)
    if not found or opens is None or closes is None:
        if words:
            notes.warn("field_ignored", "openingHours", words)
        return
    for part in re.split(r"[,\s]+", found[1].strip()):
        ends = [number for name in part.split("-") for number, day in enumerate(_DAYS, 1) if day[:2] == name]
        if not ends:
            continue
        for step in range((ends[-1] - ends[0]) % 7 + 1):
            yield RawHours(weekday=(ends[0] - 1 + step) % 7 + 1, opens=f"{opens[0]:%H:%M}", closes=f"{closes[0]:%H:%M}")
