"""One event of a federation document as a RawEvent (``docs/formats/kooste.md``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.ical_values import http_address
from harvesters.ical_zones import named_zone
from harvesters.json_document import integer, items, mapping, mappings, text
from harvesters.json_kept import organisations
from harvesters.json_moments import day_of
from harvesters.json_people import left_over, reaches_someone
from harvesters.json_words import address_of, coordinates_of, labels, one_line, tag_of
from harvesters.ledger import Notes, Refused
from harvesters.record import Moment, Origin, RawEvent, RawImage, RawOffer, RawRegistration, Text

_KINDS = frozenset({"event", "activity", "volunteering", "service"})
_OLDEST = 120
_MOST_DATES = 5000
_LONGEST_RULE = 2000
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
UNDERSTOOD = frozenset(
    (
        *(
            "id",
            "url",
            "origin",
            "origins",
            "hops",
            "kind",
            "name",
            "description",
            "timezone",
            "start",
            "end",
            "recurrence",
            "recurrence_id",
        ),
        *("dates", "event_status", "location", "place", "latitude", "longitude", "organizer", "offers", "registration", "minimum_age"),
        *("maximum_age", "audience", "event_page", "conference", "categories", "images", "in_language", "sequence"),
    )
)


def event_of(record: Mapping[str, Any], digest: str, kept: str, notes: Notes) -> RawEvent:
    """The event, or one date of it; raises ``Refused`` where its time cannot be read. ``kept`` is the text of the record as it is kept."""
    zone = _zone(record)
    start = _moment(record.get("start"), "start", zone)
    place, rule = mapping(record.get("place")), mapping(record.get("recurrence"))
    latitude, longitude = _position(record, place, notes)
    return RawEvent(
        uid=text(record.get("id")),
        digest=digest,
        text=kept,
        recurrence_id=_moment(record.get("recurrence_id"), "recurrence_id", zone),
        name=tuple(_texts(record.get("name"))),
        description=tuple(_texts(record.get("description"), is_html=True)),
        start=start,
        end=_moment(record.get("end"), "end", zone),
        rrule=tuple(_rules(rule)),
        rdate=_moments(rule, "rdate", zone),
        exdate=_moments(rule, "exdate", zone),
        status=text(record.get("event_status")).upper().removeprefix("EVENT")[:40],
        sequence=max(integer(record.get("sequence")) or 0, 0),
        location=(*_texts(record.get("location")), *_texts(place.get("name"))),
        address=one_line(place.get("address"), f"{text(place.get('postal_code'))} {text(place.get('municipality'))}"),
        latitude=latitude,
        longitude=longitude,
        url=address_of(record.get("event_page"), notes, "event_page") or address_of(record.get("url"), notes, "url"),
        conference=labels(address_of(link, notes, "conference") for link in items(record.get("conference"))),
        categories=labels(items(record.get("categories"))),
        images=tuple(_images(record, notes)),
        kind=text(record.get("kind")) if text(record.get("kind")) in _KINDS else "",
        organizer=organisations(_texts(mapping(record.get("organizer")).get("name"))),
        offers=tuple(_offers(record, notes)),
        registration=_registration(mapping(record.get("registration")), zone, notes),
        minimum_age=_age(record, "minimum_age"),
        maximum_age=_age(record, "maximum_age"),
        audience=labels(items(record.get("audience"))),
        accessibility=labels(items(place.get("accessibility"))),
        in_language=labels(tag_of(text(tag)) for tag in items(record.get("in_language"))),
        attendance="online" if place.get("online") is True else "",
        origin=_origin(record),
        extra=_extra(record, place),
    )


def hops_of(record: Mapping[str, Any]) -> int:
    """Instances that the record will have passed through with the one it is read from."""
    return max(integer(record.get("hops")) or 0, 0) + 1


def _zone(record: Mapping[str, Any]) -> ZoneInfo | None:
    """The zone that the record's times are written in; ``None`` for a fixed offset, which every time carries itself."""
    zone = named_zone(text(record.get("timezone")), "")
    return zone if isinstance(zone, ZoneInfo) else None


def _moment(value: Any, name: str, zone: ZoneInfo | None) -> Moment | None:
    """A day, or an instant on the clock of the zone (ISO 8601 with an offset); raises ``Refused`` for anything else that stands there."""
    if value is None or value == "":
        return None
    try:
        day = day_of(value)
        if day is not None:
            return day
        moment = datetime.fromisoformat(text(value))
        is_told = moment.tzinfo is not None and _FIRST_YEAR <= moment.year <= _LAST_YEAR
        if is_told:
            return moment.astimezone(zone) if zone else moment
    except (ValueError, OverflowError):
        pass
    raise Refused("bad_value", name, text(value))


def _moments(rule: Mapping[str, Any], name: str, zone: ZoneInfo | None) -> tuple[Moment, ...]:
    """Listed dates; raises ``Refused`` for one that is none, and for far too many."""
    values = items(rule.get(name))
    if len(values) > _MOST_DATES:
        raise Refused("too_many_dates", name, str(len(values)))
    return tuple(moment for value in values if (moment := _moment(value, name, zone)) is not None)


def _rules(rule: Mapping[str, Any]) -> Iterator[str]:
    """Recurrence rules in upper case (RFC 5545 section 3.3.10)."""
    for value in items(rule.get("rrule")):
        words = "".join(text(value).split()).upper()
        if len(words) > _LONGEST_RULE:
            raise Refused("rrule_invalid", "rrule", words)
        if words:
            yield words


def _texts(value: Any, *, is_html: bool = False) -> Iterator[Text]:
    """A text, or one for each language; ``und`` says that nobody told which."""
    told = value if isinstance(value, dict) else {"": value}
    for language in sorted(told):
        if words := text(told[language]):
            yield Text(value=words, language="" if language == "und" else tag_of(language), html=is_html)


def _position(record: Mapping[str, Any], place: Mapping[str, Any], notes: Notes) -> tuple[float | None, float | None]:
    """The event's own coordinates, else its place's."""
    own = coordinates_of(record.get("latitude"), record.get("longitude"), notes, "latitude")
    return own if own != (None, None) else coordinates_of(place.get("latitude"), place.get("longitude"), notes, "place")


def _images(record: Mapping[str, Any], notes: Notes) -> Iterator[RawImage]:
    for image in mappings(record.get("images")):
        if url := address_of(image.get("url"), notes, "images"):
            yield RawImage(url=url, text=text(image.get("text")), licence=text(image.get("licence")))


def _offers(record: Mapping[str, Any], notes: Notes) -> Iterator[RawOffer]:
    for offer in mappings(record.get("offers")):
        free = offer.get("is_free")
        told = RawOffer(
            price=text(offer.get("price")),
            currency=text(offer.get("currency"))[:3],
            is_free=free if isinstance(free, bool) else None,
            name=text(offer.get("name")),
            url=address_of(offer.get("url"), notes, "offers"),
        )
        if told != RawOffer():
            yield told


def _registration(told: Mapping[str, Any], zone: ZoneInfo | None, notes: Notes) -> RawRegistration | None:
    required = told.get("required")
    found = RawRegistration(
        url=address_of(told.get("url"), notes, "registration"),
        text=text(told.get("text")),
        required=required if isinstance(required, bool) else None,
        opens=_optional(told, "opens", zone, notes),
        closes=_optional(told, "closes", zone, notes),
        capacity=integer(told.get("capacity")),
        state=text(told.get("state"))[:40],
    )
    return None if found == RawRegistration() else found


def _optional(told: Mapping[str, Any], name: str, zone: ZoneInfo | None, notes: Notes) -> Moment | None:
    """A time that the event can do without; one that cannot be read is told and left out."""
    try:
        return _moment(told.get(name), name, zone)
    except Refused as reason:
        notes.warn("date_unreadable", reason.field, reason.value)
        return None


def _age(record: Mapping[str, Any], name: str) -> int | None:
    age = integer(record.get(name))
    return age if age is not None and 0 <= age <= _OLDEST else None


def _origin(record: Mapping[str, Any]) -> Origin | None:
    """Where the record was harvested first, as it is told; a record without one is from the instance itself and says nothing more."""
    told = mapping(record.get("origin"))
    if not (instance := _address(told.get("instance"))):
        return None
    source, url = _address(told.get("source")), _address(told.get("url"))
    return Origin(instance=instance, source=source, uid=text(told.get("uid")), url=url, hops=hops_of(record))


def _address(value: Any) -> str:
    """An http address as it is told, ``""`` for anything else; an origin is never rewritten."""
    try:
        return http_address(text(value))
    except ValueError:
        return ""


def _extra(record: Mapping[str, Any], place: Mapping[str, Any]) -> dict[str, str]:
    """Fields that nobody read, and which place it is in the other instance's registry."""
    found = left_over(record, UNDERSTOOD)
    told = {"place": text(place.get("id")), "url": text(record.get("url"))}
    return found | {name: words for name, words in told.items() if words and not reaches_someone(words)}
