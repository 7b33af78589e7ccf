"""An event's page as schema.org data: Event, or EventSeries with its Schedule and coming dates.

Only what is known is said; above all no offer and no price, for unknown is not free. The end of whole days is the last day itself
(inclusive), as schema.org's examples have it; the end of timed events is the instant.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from normalize.links import web_address
from publish.almanac import rule_zone
from publish.edition import Edition
from publish.ics import sources_of
from publish.plain import plain
from publish.prices import json_offers
from publish.rhythm import parts, until
from publish.terms import age_range
from store.reading import EventRow, OccurrenceRow, PlaceRow

_SCHEMA = "https://schema.org/"
_DATES_SHOWN = 12
_DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
_PERIOD = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}
_SCHEDULED = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "COUNT", "UNTIL", "WKST"})
"""What a schema.org Schedule can say of a rule. Of any other ("in odd weeks") only the dates are told: half a rule is another one."""
_DESCRIPTION = 1000


def event_data(event: EventRow, edition: Edition) -> dict[str, Any]:
    """The JSON-LD of the event's page."""
    url = edition.addresses.url(edition.language, edition.item(event))
    name, description = edition.said(event.name), edition.said(event.description)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _type(event),
        "@id": f"{edition.addresses.public}/#{event.id}",
        "url": url,
        "name": name.text,
        "startDate": _moment(event.first_start, edition),
        "endDate": None if event.is_series else _end(event.first_end, edition),
        "previousStartDate": _moment(event.details.previous_start, edition),
        "eventStatus": _SCHEMA + event.event_status if event.first_start else None,
        "eventAttendanceMode": _mode(event, edition) if event.first_start else None,
        "description": plain(description.text)[:_DESCRIPTION] or None,
        "inLanguage": list(event.in_language) or None,
        "location": _locations(event, edition),
        "organizer": _organizer(event, edition),
        "keywords": list(event.categories) or None,
        "audience": _audience(event, edition),
        "sameAs": _same_as(event, edition),
        "typicalAgeRange": age_range(event.details),
        **json_offers(event.details, edition),
    }
    if event.is_series:
        data["eventSchedule"] = _schedule(event, edition)
        data["subEvent"] = [_date(event, occurrence, edition) for occurrence in edition.almanac.upcoming(event.id)[:_DATES_SHOWN]] or None
    return _told(data)


def _type(event: EventRow) -> str:
    """What it is called; without a date it is no Event to schema.org, but a service that somebody gives."""
    if event.first_start is None:
        return "Service"
    return "EventSeries" if event.is_series else "Event"


def _told(data: dict[str, Any]) -> dict[str, Any]:
    """The data without what nobody told."""
    return {key: value for key, value in data.items() if value is not None}


def _moment(moment: datetime | date | None, edition: Edition) -> str | None:
    """ISO 8601 with the region's offset, or a plain date."""
    if isinstance(moment, datetime):
        return edition.almanac.local(moment).isoformat(timespec="minutes")
    return moment.isoformat() if moment else None


def _end(end: datetime | date | None, edition: Edition) -> str | None:
    """An exclusive end as schema.org's: the last day of whole days."""
    return _moment(end if end is None or isinstance(end, datetime) else end - timedelta(days=1), edition)


def _mode(event: EventRow, edition: Edition) -> str | None:
    place = edition.almanac.places.get(event.place_id)
    online = bool(event.conference) or bool(place and place.online)
    in_a_room = bool(place and not place.online) or bool(event.place_text and not place)
    if online and in_a_room:
        return _SCHEMA + "MixedEventAttendanceMode"
    if online:
        return _SCHEMA + "OnlineEventAttendanceMode"
    return _SCHEMA + "OfflineEventAttendanceMode" if in_a_room else None


def _locations(event: EventRow, edition: Edition) -> list[dict[str, Any]] | dict[str, Any] | None:
    """The place, the addresses for taking part online, or both."""
    found = [_told({"@type": "VirtualLocation", "url": address}) for address in map(web_address, event.conference) if address]
    place = edition.almanac.places.get(event.place_id)
    if place is not None and not place.online:
        found.insert(0, _place(place, edition))
    elif place is None and event.place_text:
        found.insert(0, {"@type": "Place", "name": event.place_text, "address": event.place_text})
    return found[0] if len(found) == 1 else found or None


def _place(place: PlaceRow, edition: Edition) -> dict[str, Any]:
    address = _told({
        "@type": "PostalAddress",
        "streetAddress": place.address or None,
        "postalCode": place.postal_code or None,
        "addressLocality": edition.area(place.municipality) or None,
    })  # fmt: skip
    geo = None
    if place.latitude is not None and place.longitude is not None:
        geo = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return _told(
        {"@type": "Place", "name": edition.said(place.name).text, "url": edition.url("place", place.slug), "address": address, "geo": geo}
    )


def _audience(event: EventRow, edition: Edition) -> dict[str, Any] | None:
    """schema.org PeopleAudience: whom it is for, in words, and how old they are."""
    details, known = event.details, edition.almanac.audiences
    groups = [edition.said(known[code].name).text for code in details.audience if code in known]
    told = _told(
        {"audienceType": ", ".join(groups) or None, "suggestedMinAge": details.minimum_age, "suggestedMaxAge": details.maximum_age}
    )
    return {"@type": "PeopleAudience", **told} if told else None


def _organizer(event: EventRow, edition: Edition) -> dict[str, Any] | None:
    organizer = edition.almanac.organizers.get(event.organizer_id)
    if organizer is None:
        return None
    return _told({"@type": "Organization", "name": edition.said(organizer.name).text, "url": web_address(organizer.url) or None})


def _same_as(event: EventRow, edition: Edition) -> str | list[str] | None:
    """The publisher's own page; of an event that several sources tell, the page of each."""
    others = (url for _, url in sources_of(event, edition)) if edition.almanac.told.get(event.id) else ()
    pages = {web_address(row.url) for row in edition.almanac.told.get(event.id, ())}
    found = list(dict.fromkeys(filter(None, (web_address(event.url), *(url for url in others if url in pages)))))
    return found if len(found) > 1 else next(iter(found), None)


def _schedule(event: EventRow, edition: Edition) -> dict[str, Any] | None:
    """schema.org Schedule of the first rule; what Schedule has no words for is left to the dates themselves."""
    if event.recurrence is None or len(event.recurrence.rrule) != 1 or event.first_start is None:
        return None
    rule = parts(event.recurrence.rrule[0].upper())
    period = _PERIOD.get(rule.get("FREQ", ""))
    if period is None or not rule.get("INTERVAL", "1").isdigit() or rule.keys() - _SCHEDULED or "-" in rule.get("BYMONTHDAY", ""):
        return None
    days = [name for name in rule.get("BYDAY", "").split(",") if name]
    start, end = event.first_start, event.first_end
    zone = rule_zone(event)
    last = until(event.recurrence, start, event.recurrence_timezone or event.timezone, zone)
    return _told({
        "@type": "Schedule",
        "repeatFrequency": f"P{rule.get('INTERVAL', '1')}{period}",
        "byDay": [_SCHEMA + _DAYS[name] if name in _DAYS else name for name in days] or None,
        "byMonthDay": _one_or_all([int(day) for day in rule.get("BYMONTHDAY", "").split(",") if day]),
        "repeatCount": int(rule["COUNT"]) if rule.get("COUNT", "").isdigit() else None,
        "startDate": (start.astimezone(zone).date() if isinstance(start, datetime) else start).isoformat(),
        "endDate": last.isoformat() if last else None,
        "startTime": start.astimezone(zone).strftime("%H:%M") if isinstance(start, datetime) else None,
        "endTime": end.astimezone(zone).strftime("%H:%M") if isinstance(end, datetime) else None,
        "scheduleTimezone": (event.recurrence_timezone or event.timezone) if isinstance(start, datetime) else None,
        "exceptDate": [_moment(moment, edition) for moment in event.recurrence.exdate] or None,
    })  # fmt: skip


def _one_or_all(days: list[int]) -> int | list[int] | None:
    """A single value as itself, several as a list, none as nothing."""
    return days[0] if len(days) == 1 else days or None


def _date(event: EventRow, occurrence: OccurrenceRow, edition: Edition) -> dict[str, Any]:
    """One coming date as a subEvent."""
    start = occurrence.start if not occurrence.all_day else occurrence.day
    end = occurrence.end if not occurrence.all_day else occurrence.last_day
    return _told({
        "@type": "Event",
        "name": edition.said(occurrence.name or event.name).text,
        "startDate": _moment(start, edition),
        "endDate": _moment(end, edition),
        "eventStatus": _SCHEMA + occurrence.event_status,
        "location": _place(place, edition) if (place := edition.almanac.places.get(occurrence.place_id)) and not place.online else None,
    })  # fmt: skip
