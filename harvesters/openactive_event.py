"""One OpenActive opportunity as a RawEvent (Modelling Opportunity Data 2.0; names of the fields are schema.org's where both have them)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from harvesters.json_document import integer, items, mapping, mappings, text
from harvesters.json_moments import clock_of, day_of, length_of, moment_of, zone_of
from harvesters.json_people import left_over
from harvesters.json_words import address_of, coordinates_of, images_of, labels, one_line, worded
from harvesters.ledger import Notes, Refused
from harvesters.openactive_feed import Collection
from harvesters.openactive_schedule import series_of
from harvesters.record import Moment, RawEvent, RawHours, RawOffer, RawRegistration, ReadContext, Text
from harvesters.weekly_rules import weekday_of

_KINDS = {"SessionSeries": "activity", "ScheduledSession": "activity", "CourseInstance": "activity", "OnDemandEvent": "service"}
_KINDS |= {"FacilityUse": "service"}
_STATUS = {"EventScheduled": "CONFIRMED", "EventCancelled": "CANCELLED"}
_ATTENDANCE = {"OfflineEventAttendanceMode": "offline", "OnlineEventAttendanceMode": "online", "MixedEventAttendanceMode": "mixed"}
_REQUIRED = {"Required": True, "Optional": False, "Unavailable": False}
_ONE_DAY = timedelta(days=1)
_DAY_HOURS = timedelta(hours=24)
_UNDERSTOOD = frozenset(
    (
        "@context",
        "@id",
        "@type",
        "id",
        "type",
        "identifier",
        "name",
        "description",
        "beta:formattedDescription",
        "startDate",
        "endDate",
        "duration",
        "eventSchedule",
        "subEvent",
        "superEvent",
        "instanceOfCourse",
        "eventStatus",
        "eventAttendanceMode",
        "location",
        "beta:affiliatedLocation",
        "beta:virtualLocation",
        "url",
        "activity",
        "category",
        "facilityType",
        "image",
        "organizer",
        "provider",
        "offers",
        "isAccessibleForFree",
        "ageRange",
        "genderRestriction",
        "level",
        "accessibilitySupport",
        "accessibilityInformation",
        "maximumAttendeeCapacity",
        "remainingAttendeeCapacity",
        "remainingUses",
        "hoursAvailable",
        "schedulingNote",
        "dateModified",
        "modified",
        "aggregateRating",
    )
)
_PLACE = frozenset(("@id", "@type", "@context", "id", "type", "name", "address", "geo"))
_ORGANIZER = frozenset(("@id", "@type", "id", "type", "name"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """One record to be, with all that it inherits."""

    data: dict[str, Any]
    own: str
    """Its own text, canonical and without people."""
    type: str
    schedule: dict[str, Any] | None
    series: str
    collection: Collection


def event_of(told: Opportunity, blank: RawEvent, context: ReadContext, notes: Notes) -> RawEvent:
    """The record; raises ``Refused`` where it has no name, or no time though it is of a sort that has one."""
    data = told.data
    name = worded(data.get("name"), context.language)
    if not name:
        code, field = ("required_field_missing", "superEvent") if told.series else ("no_title", "name")
        raise Refused(code, field, told.series)
    lowest, highest = _ages(data)
    url = address_of(data.get("url"), notes, "url")
    event = replace(
        blank,
        name=name,
        description=worded(data.get("beta:formattedDescription") or data.get("description"), context.language),
        kind=_KINDS.get(told.type, "event"),
        status=_status(data),
        series=told.series,
        url=url,
        **_place(told, notes),
        conference=_online(data, notes),
        categories=labels((*_concepts(data.get("activity")), *_concepts(data.get("facilityType")), *_concepts(data.get("category")))),
        images=images_of(data.get("image"), notes, "image"),
        organizer=_organizer(told),
        offers=_offers(data, notes),
        registration=_registration(data, url, notes),
        minimum_age=lowest,
        maximum_age=highest,
        audience=labels((*_gender(data), *_concepts(data.get("level")))),
        accessibility=labels((*_concepts(data.get("accessibilitySupport")), text(data.get("accessibilityInformation")))),
        attendance=_ATTENDANCE.get(_last(data.get("eventAttendanceMode")), "online" if told.type == "OnDemandEvent" else ""),
        hours=_hours(data.get("hoursAvailable")) if told.type == "FacilityUse" else (),
        extra=_extra(told),
    )
    return event if event.kind == "service" else _timed(event, told, context.zone, notes)


def _timed(event: RawEvent, told: Opportunity, zone_name: str, notes: Notes) -> RawEvent:
    """The event with its time: a schedule's, else its own start, else a note in words; raises ``Refused`` (``no_start``)."""
    data, zone = told.data, zone_of(None, zone_name)
    if told.schedule is not None:
        series = series_of(told.schedule, zone_name, notes)
        return replace(event, start=series.start, end=series.end, rrule=series.rrule, exdate=series.exdate)
    dates = sorted(_meetings(data, zone), key=str) if told.type == "CourseInstance" else []
    if dates:
        if len({None if end is None else end - start for start, end in dates}) > 1:
            notes.warn("period_shortened", "subEvent", str(len(dates)))
        return replace(event, start=dates[0][0], end=dates[0][1], rdate=tuple(start for start, _ in dates[1:]))
    start = moment_of(data.get("startDate"), zone)
    if start is None and text(data.get("schedulingNote")):
        return replace(event, when=text(data.get("schedulingNote")))
    if start is None:
        raise Refused("no_start", "eventSchedule" if told.type == "SessionSeries" else "startDate", text(data.get("startDate")))
    length = length_of(data.get("duration"))
    end = _end(start, moment_of(data.get("endDate"), zone), length)
    return replace(event, start=start, end=end, duration=length if end is None and isinstance(start, datetime) else None)


def _meetings(data: dict[str, Any], zone: Any) -> set[tuple[datetime, datetime | None]]:
    """The meetings of a course that are told one by one and not cancelled."""
    found = set()
    for part in mappings(data.get("subEvent")):
        start, end = moment_of(part.get("startDate"), zone), moment_of(part.get("endDate"), zone)
        if isinstance(start, datetime) and _last(part.get("eventStatus")) != "EventCancelled":
            length = length_of(part.get("duration"))
            later = end if isinstance(end, datetime) and end > start else None if length is None else start + length
            found.add((start, later))
    return found


def _end(start: Moment, told: Moment | None, length: timedelta | None) -> Moment | None:
    """Exclusive. A last day belongs to the event, unless the duration says that it ends as that day begins."""
    if isinstance(start, datetime) or isinstance(told, datetime) or told is None:
        return told if isinstance(start, datetime) and isinstance(told, datetime) else None
    return told if length is not None and told - start == length >= _DAY_HOURS else told + _ONE_DAY


def _status(data: dict[str, Any]) -> str:
    """RFC 5545's words for the two states that it has, else the publisher's own."""
    told = _last(data.get("eventStatus"))
    return _STATUS.get(told, told.upper())


def _place(told: Opportunity, notes: Notes) -> dict[str, Any]:
    """Name, address and position; of an online session the place it belongs to."""
    place = _located(told)
    address = place.get("address")
    parts = mapping(address)
    position = mapping(place.get("geo"))
    latitude, longitude = coordinates_of(position.get("latitude"), position.get("longitude"), notes, "geo")
    line = one_line(
        parts.get("streetAddress"),
        f"{text(parts.get('postalCode'))} {text(parts.get('addressLocality'))}".strip(),
        parts.get("addressRegion"),
    )
    return {
        "location": worded(place.get("name")) or worded(line),
        "address": line if parts else text(address),
        "latitude": latitude,
        "longitude": longitude,
    }


def _located(told: Opportunity) -> dict[str, Any]:
    return told.collection.resolved(told.data.get("location") or told.data.get("beta:affiliatedLocation"))


def _online(data: dict[str, Any], notes: Notes) -> tuple[str, ...]:
    places = mappings(data.get("beta:virtualLocation"))
    return tuple(filter(None, (address_of(place.get("url"), notes, "beta:virtualLocation") for place in places)))


def _organizer(told: Opportunity) -> tuple[Text, ...]:
    """The organisation; a person who organises is not named."""
    return worded(_organized(told).get("name"))


def _organized(told: Opportunity) -> dict[str, Any]:
    organizer = told.collection.resolved(told.data.get("organizer") or told.data.get("provider"))
    return {} if "Person" in str(organizer.get("@type")) else organizer


def _offers(data: dict[str, Any], notes: Notes) -> tuple[RawOffer, ...]:
    """Every offer; free only where ``isAccessibleForFree`` says so."""
    free = True if data.get("isAccessibleForFree") is True else None
    found = tuple(
        RawOffer(
            price=text(offer.get("price")),
            currency=text(offer.get("priceCurrency")),
            name=text(offer.get("name")),
            url=address_of(offer.get("url"), notes, "offers"),
            is_free=free,
        )
        for offer in mappings(data.get("offers"))
    )
    return found or ((RawOffer(is_free=True),) if free else ())


def _registration(data: dict[str, Any], url: str, notes: Notes) -> RawRegistration | None:
    """Booking as the offers tell it: where, and whether it must be done in advance."""
    offers = mappings(data.get("offers"))
    needs = {_REQUIRED[word] for offer in offers if (word := _last(offer.get("advanceBooking"))) in _REQUIRED}
    capacity = integer(data.get("maximumAttendeeCapacity"))
    booking = next(filter(None, (address_of(offer.get("url"), notes, "offers") for offer in offers)), "")
    told = RawRegistration(
        url=booking,
        required=next(iter(needs)) if len(needs) == 1 else None,
        capacity=capacity if capacity is not None and capacity >= 0 else None,
    )
    if told == RawRegistration():
        return None
    return told if booking else replace(told, url=url)


def _ages(data: dict[str, Any]) -> tuple[int | None, int | None]:
    told = mapping(data.get("ageRange"))
    lowest, highest = integer(told.get("minValue")), integer(told.get("maxValue"))
    return lowest if lowest and lowest > 0 else None, highest if highest is not None and highest >= 0 else None


def _gender(data: dict[str, Any]) -> tuple[str, ...]:
    told = _last(data.get("genderRestriction"))
    return (told,) if told and told != "NoRestriction" else ()


def _concepts(value: Any) -> tuple[str, ...]:
    """Labels of concepts, or plain words."""
    return labels(item.get("prefLabel") or item.get("@id") if isinstance(item, dict) else item for item in items(value))


def _hours(value: Any) -> tuple[RawHours, ...]:
    """Opening hours by weekday; ``PublicHolidays`` is no weekday and left out."""
    found = []
    for told in mappings(value):
        opens, closes = clock_of(told.get("opens")), clock_of(told.get("closes"))
        days = (weekday_of(text(day)) for day in items(told.get("dayOfWeek")))
        found += [
            RawHours(
                weekday=day,
                opens=opens.strftime("%H:%M") if opens else "",
                closes=closes.strftime("%H:%M") if closes else "",
                valid_from=day_of(told.get("validFrom")),
                valid_through=day_of(told.get("validThrough")),
            )
            for day in days
            if day is not None
        ]
    return tuple(found)


def _extra(told: Opportunity) -> dict[str, str]:
    """What nobody read, of the record, of its place and of the organisation."""
    return (
        left_over(told.data, _UNDERSTOOD)
        | told.collection.kept_of(_located(told), _PLACE, "location.")
        | told.collection.kept_of(_organized(told), _ORGANIZER, "organizer.")
    )


def _last(value: Any) -> str:
    """``EventCancelled`` of ``https://schema.org/EventCancelled``."""
    return text(next(iter(items(value)), "")).rpartition("/")[2].rpartition("#")[2].rpartition(":")[2]
