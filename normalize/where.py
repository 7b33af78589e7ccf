"""Where a record takes place, with the evidence: place, room, municipality, and whether one goes there or takes part online.

location or title -> the registry's place and room            normalize.places
| refused where the record's own address says another town     normalize.areas, coordinates
| municipality of what stays text                              normalize.areas
| one goes there, online, or both                              the words, the place, the conference
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from harvesters.record import RawEvent
from harvesters.source import PlaceEntry, Source
from normalize.areas import NO_AREA, Area, Areas
from normalize.attendance import Attendance, attendance_of, says_online
from normalize.distances import distance_km, point_of
from normalize.links import web_address
from normalize.model import Certainty, Evidence, Feature
from normalize.places import NOWHERE, Found, Hints, PlaceRegistry
from normalize.places_words import is_online_address
from normalize.privacy import redact
from normalize.text import one_line

FARTHEST = 30.0
"""Kilometres between a record's own coordinates and a place that it cannot mean then; coordinates are approximate on both sides."""
QUOTE_LIMIT = 80
_INFERRED = frozenset({"room", "home", "default", "online"})
_ADDRESS_LIMIT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where a record takes place; everything empty that is not told."""

    place_id: str = ""
    room: str = ""
    text: str = ""
    """The location in the source's words, also where a place was found."""
    municipality_code: str = ""
    postal_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    """The record's own, where both are on the globe; the place's stay with the place."""
    attendance_mode: Attendance = ""
    conference: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    """For ``place_id``, ``room``, ``municipality_code`` and ``attendance_mode``, sorted by field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A place and which of the publisher's fields it was found in."""

    found: Found = NOWHERE
    origin: str = "LOCATION"


NOT_TOLD = _Told()


def where_of(  # noqa: PLR0913, PLR0917 - every fact is named
    raw: RawEvent,
    location: str,
    title: Mapping[str, str],
    source: Source,
    places: PlaceRegistry,
    areas: Areas,
    conference: tuple[str, ...] = (),
) -> Where:
    """Where the record takes place. ``location`` and ``title`` are clean and without personal data (``words_of``, ``title_of``).

    A location that is the address of a meeting becomes one more way to take part.
    """
    conference = _with_meeting(location, conference)
    address = one_line(raw.address, limit=_ADDRESS_LIMIT) if raw.address else ""
    within = _within(location, address, areas, places)
    area = within.area
    told = _located(location, address, Hints.of(source), places) if location.strip() or address else NOT_TOLD
    if not told.found.place_id and not location.strip():
        told = _unlocated(raw, tuple(title.values()), source, places, online=bool(conference), is_default=not address)
    point = _point(raw)
    if told.found.place_id and _is_refuted(told.found, area, point, places, areas):
        told = NOT_TOLD
    place = places.get(told.found.place_id)
    mode = attendance_of(raw, location, tuple(title.values()), place, conference)
    return Where(
        place_id=told.found.place_id,
        room=told.found.room,
        text=location,
        municipality_code=_municipality(place, area, areas),
        postal_code=(place.postal_code if place else "") or area.postal_code,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        attendance_mode=mode.mode,
        conference=conference,
        evidence=(*mode.evidence, *_of_area(place, within, areas), *_of_place(told, location, address)),
    )


def inherited(own: Sequence[Feature], place: PlaceEntry | None) -> tuple[Feature, ...]:
    """The event's own features and, where it says nothing, its place's with who assured them and when; sorted by code.

    What the event says of a feature wins, whether it says that it is there or that it is not. Online nothing is inherited.
    """
    found = {feature.code: feature for feature in own}
    for feature in features_of(place) if place and not place.online else ():
        found.setdefault(feature.code, feature)
    return tuple(found[code] for code in sorted(found))


def features_of(place: PlaceEntry) -> tuple[Feature, ...]:
    """What is known of a place's accessibility, as its events inherit it."""
    by, on = (place.assured.by, place.assured.on) if place.assured else ("", None)
    told = [(code, True) for code in place.accessibility] + [(code, False) for code in place.lacks]
    return tuple(Feature(code=code, is_available=there, said_by=by, said_on=on, is_inherited=True) for code, there in told)


def _with_meeting(location: str, conference: tuple[str, ...]) -> tuple[str, ...]:
    """The addresses for taking part, with the location's own where it is one."""
    if is_online_address(location) and (address := web_address(location)):
        return tuple(dict.fromkeys((*conference, address)))
    return conference


def _located(location: str, address: str, hints: Hints, places: PlaceRegistry) -> _Told:
    """The place by the location, else by the record's own address."""
    found = places.find(location, hints) if location.strip() else NOWHERE
    return _by_address(address, places) if address and not found.place_id else _Told(found=found)


def _unlocated(  # noqa: PLR0913 - every fact is named
    raw: RawEvent, titles: Sequence[str], source: Source, places: PlaceRegistry, *, online: bool, is_default: bool
) -> _Told:
    """The place of a record without a location: named in the title, online, or the source's default.

    ``is_default`` is false where the record has an address that is none of ours: the default would be wrong.
    """
    titled = places.titled(titles)
    if titled.place_id:
        return _Told(found=titled, origin="SUMMARY")
    words = says_online(titles)
    declared = raw.attendance.strip().lower() == "online"
    if (online or words or declared) and places.online_place():
        origin = "SUMMARY" if words else "CONFERENCE" if online else "ATTENDANCE"
        return _Told(found=Found(place_id=places.online_place(), rule="online", quote=""), origin=origin)
    return _Told(found=places.find("", Hints.of(source)), origin="source") if is_default and not (words or declared) else NOT_TOLD


def _by_address(address: str, places: PlaceRegistry) -> _Told:
    """The place whose street address a record's own address is."""
    found = places.find(address, Hints())
    return _Told(found=found if found.rule == "address" else NOWHERE, origin="address")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Within:
    """An area and which of the publisher's fields told it."""

    area: Area = NO_AREA
    origin: str = ""


def _within(location: str, address: str, areas: Areas, places: PlaceRegistry) -> _Within:
    """What the address and the location tell of the municipality; nothing where they tell two."""
    texts = (("address", address), ("LOCATION", location))
    told = [
        _Within(area=area, origin=origin) for origin, text in texts if text and (area := areas.read(text, places.postal_codes)) != NO_AREA
    ]
    if len({one.area.municipality_code for one in told}) != 1:
        return _Within()
    return next((one for one in told if one.area.postal_code), told[0])


def _is_refuted(found: Found, area: Area, point: tuple[float, float] | None, places: PlaceRegistry, areas: Areas) -> bool:
    """True where the record's own address or coordinates are in another town than the place; a lookup is a person's word and stays."""
    place = places.get(found.place_id)
    if place is None or place.online or found.rule in {"lookup", "default"}:
        return False
    own = place.municipality_code or areas.code_of(place.municipality)
    if own and area.municipality_code and area.municipality_code != own:
        return True
    there = point_of(place)
    return there is not None and point is not None and distance_km(there, point) > FARTHEST


def _point(raw: RawEvent) -> tuple[float, float] | None:
    """The record's own coordinates in degrees, if both are on the globe and not its zero."""
    latitude, longitude = raw.latitude, raw.longitude
    if latitude is None or longitude is None or not (math.isfinite(latitude) and math.isfinite(longitude)):
        return None
    is_sane = abs(latitude) <= 90 and abs(longitude) <= 180 and (latitude, longitude) != (0, 0)  # noqa: PLR2004 - the globe
    return (latitude, longitude) if is_sane else None


def _municipality(place: PlaceEntry | None, area: Area, areas: Areas) -> str:
    """The place's municipality, else the text's."""
    if place is None:
        return area.municipality_code
    return place.municipality_code or areas.code_of(place.municipality) or ("" if place.online else area.municipality_code)


def _of_place(told: _Told, location: str, address: str) -> tuple[Evidence, ...]:
    """Why this place and this room."""
    found = told.found
    if not found.place_id:
        return ()
    quote = {"LOCATION": location[:QUOTE_LIMIT], "address": _quote(address), "SUMMARY": found.quote[:QUOTE_LIMIT]}.get(told.origin, "")
    rule = "place_in_title" if found.rule == "title" else found.rule
    certainty: Certainty = "inferred" if found.rule in _INFERRED else "read"
    place = Evidence(field="place_id", value=found.place_id, origin=told.origin, rule=rule, quote=quote, certainty=certainty)
    room = Evidence(field="room", value=found.room, origin=told.origin, rule="room", quote=quote)
    return (place, room) if found.room else (place,)


def _of_area(place: PlaceEntry | None, within: _Within, areas: Areas) -> tuple[Evidence, ...]:
    """Why this municipality."""
    area = within.area
    code = _municipality(place, area, areas)
    if not code:
        return ()
    if place is not None and (place.municipality_code or areas.code_of(place.municipality)):
        return (Evidence(field="municipality_code", value=code, origin="place", rule="place", certainty="inferred"),)
    certainty: Certainty = "read" if area.rule == "municipality_name" else "inferred"
    quote = _quote(area.quote)
    return (Evidence(field="municipality_code", value=code, origin=within.origin, rule=area.rule, quote=quote, certainty=certainty),)


def _quote(text: str) -> str:
    """The words as evidence repeats them."""
    return redact(text[: 2 * QUOTE_LIMIT]).text[:QUOTE_LIMIT]
