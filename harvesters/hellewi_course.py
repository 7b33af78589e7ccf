"""One Hellewi course as a RawEvent. Which field is looked for under which names is told in ``docs/formats/hellewi.md``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.hellewi_catalogue import Catalogue
from harvesters.hellewi_fields import Fields, plain
from harvesters.hellewi_places import CAPACITY, VOLATILE
from harvesters.hellewi_times import Times, times_of
from harvesters.json_document import canonical, integer, items, mapping, text
from harvesters.json_moments import moment_of
from harvesters.json_people import impersonal, left_over
from harvesters.json_words import address_of, coordinates_of, labels, one_line, tag_of, worded
from harvesters.ledger import Notes, Refused
from harvesters.record import Moment, RawEvent, RawOffer, RawRegistration, Text

_STAMPS = frozenset(("modified", "updated", "created", "lastmodified", "modifiedat", "updatedat", "createdat", "edited", "published"))
_OPENS = (
    "enrolmentbegins",
    "enrollmentbegins",
    "enrolmentstart",
    "enrollmentstart",
    "enrolmentopens",
    "registrationbegins",
    "registrationstart",
)
_CLOSES = ("enrolmentends", "enrollmentends", "enrolmentend", "enrollmentend", "enrolmentcloses", "registrationends", "registrationend")
_PLACE = ("location", "place", "venue", "room")
_STATUS = {"cancelled": "CANCELLED", "canceled": "CANCELLED", "peruttu": "CANCELLED", "inställd": "CANCELLED"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a course's meaning hangs on besides itself."""

    page: str
    """Address of a course's page with ``{id}``, or nothing."""
    language: str
    zone: ZoneInfo
    at: datetime
    """When the answer came, on the clock of the zone."""

    def enrolment(self, course: dict[str, Any]) -> tuple[Moment | None, Moment | None]:
        """When enrolment opens and closes."""
        return _enrolment(Fields(course), self.zone)


def uid_of(course: Any) -> str:
    """The course's number, ``""`` where it has none."""
    return text(course.get("id")) if isinstance(course, dict) else ""


def text_of_course(course: Any) -> str:
    """The course without people, without places left and without the clocks of its system; what is no course, as it stands."""
    if not isinstance(course, dict):
        return canonical(course)
    volatile = (name for name in course if plain(name) in VOLATILE or plain(name) in _STAMPS)
    return canonical(impersonal({name: course[name] for name in course.keys() - set(volatile)}))


def course_of(course: dict[str, Any], uid: str, digest: str, around: Surroundings, notes: Notes) -> RawEvent:
    """The course; raises ``Refused`` where it has no name or no time at all."""
    fields = Fields(course)
    name = worded(fields.find("name", "title", "coursename"), around.language)
    if not name:
        raise Refused("no_title", "name")
    times = times_of(fields, around.zone, around.language, notes)
    catalogue = Catalogue(fields.find("catalogitems", "catalogueitems"))
    page = address_of(fields.find("url", "link", "courseurl"), notes, "url") or around.page.replace("{id}", uid)
    place = _place(fields, catalogue, notes)
    lowest, highest = _ages(fields)
    registration, offers, audience = _registration(fields, page, around.zone), _offers(fields), _audience(fields)
    spoken = tuple(filter(None, (tag_of(text(told)) for told in items(fields.find("language", "languages", "teachinglanguage")))))
    return RawEvent(
        uid=uid,
        digest=digest,
        text=text_of_course(course),
        name=name,
        description=worded(fields.find("description", "content", "info", "text", "presentation"), around.language),
        start=times.start,
        end=times.end,
        rdate=times.rdate,
        when=times.when,
        kind="activity",
        status=_status(fields),
        url=page,
        categories=catalogue.subjects,
        offers=offers,
        registration=registration,
        minimum_age=lowest,
        maximum_age=highest,
        audience=audience,
        in_language=spoken,
        **place,
        extra=_extra(course, fields, catalogue, times),
    )


def _extra(course: dict[str, Any], fields: Fields, catalogue: Catalogue, times: Times) -> dict[str, str]:
    """The course's code, where it stands in the catalogue, and what nobody read."""
    told = {"code": text(fields.find("code", "coursecode", "number"))} | catalogue.rest | times.extra
    read = fields.understood | {"id"} | {name for name in course if plain(name) in VOLATILE or plain(name) in _STAMPS}
    return {name: value for name, value in told.items() if value} | left_over(course, read)


def _place(fields: Fields, catalogue: Catalogue, notes: Notes) -> dict[str, Any]:
    """Name, address and position of the place: its own field, else the department, else the group of places it belongs to."""
    told = fields.find(*_PLACE)
    record = mapping(told)
    name = text(record.get("name")) or next((text(item) for item in items(told) if text(item)), "") or catalogue.place
    address = fields.find("address", "streetaddress") or record.get("address")
    parts = mapping(address)
    latitude, longitude = coordinates_of(
        record.get("latitude", record.get("lat")), record.get("longitude", record.get("lon", record.get("lng"))), notes, "location"
    )
    return {
        "location": (Text(value=name),) if name else (),
        "address": text(address) or one_line(*(parts.get(key) for key in ("street", "streetaddress", "postalcode", "city"))),
        "latitude": latitude,
        "longitude": longitude,
    }


def _status(fields: Fields) -> str:
    if fields.flag("cancelled", "canceled", "iscancelled") is True:
        return "CANCELLED"
    return _STATUS.get(text(fields.find("status", "coursestatus")).lower(), "")


def _registration(fields: Fields, page: str, zone: ZoneInfo) -> RawRegistration:
    """Enrolment through the course's own page. It is required where the course tells a period or a number of places."""
    opens, closes = _enrolment(fields, zone)
    capacity = fields.number(*CAPACITY)
    told = opens is not None or closes is not None or capacity is not None
    return RawRegistration(
        url=page,
        text=text(fields.find("enrolmentinfo", "enrollmentinfo", "registrationinfo")),
        required=True if told else None,
        opens=opens,
        closes=closes,
        capacity=capacity,
    )


def _enrolment(fields: Fields, zone: ZoneInfo) -> tuple[Moment | None, Moment | None]:
    """In fields of their own, or together in one (``enrolment: {begins, ends}``)."""
    whole = Fields(mapping(fields.find("enrolment", "enrollment", "registration")))
    opens = fields.find(*_OPENS) or whole.find("begins", "start", "starts", "opens")
    closes = fields.find(*_CLOSES) or whole.find("ends", "end", "closes")
    return moment_of(opens, zone), moment_of(closes, zone)


def _offers(fields: Fields) -> tuple[RawOffer, ...]:
    """``price: 78`` or ``prices: [{name, price}]``; a nought is a price, and free only where a field of its own says so."""
    free = fields.flag("free", "isfree")
    currency = text(fields.find("currency"))
    found = []
    for told in items(fields.find("prices", "price", "fee", "cost")):
        one = Fields(told if isinstance(told, dict) else {"price": told})
        price = text(one.find("price", "amount", "value", "fee"))
        if price:
            found.append(
                RawOffer(price=price, currency=text(one.find("currency")) or currency, name=text(one.find("name", "title")), is_free=free)
            )
    return tuple(found) or ((RawOffer(is_free=True),) if free else ())


def _ages(fields: Fields) -> tuple[int | None, int | None]:
    """Lowest and highest age in years."""
    whole = Fields(mapping(fields.find("age", "ages", "agelimits")))
    lowest = fields.number("minage", "agemin", "minimumage", "agefrom", "audienceminage")
    highest = fields.number("maxage", "agemax", "maximumage", "ageto", "audiencemaxage")
    return (
        whole.number("min", "from", "minimum") if lowest is None else lowest,
        whole.number("max", "to", "maximum") if highest is None else highest,
    )


def _audience(fields: Fields) -> tuple[str, ...]:
    """Whom it is for in the publisher's words; school grades as ``3.–6. lk``."""
    return labels((*_grades(fields), *(text(word) for word in items(fields.find("audience", "targetgroup", "targetgroups")))))


def _grades(fields: Fields) -> Iterator[str]:
    whole = fields.find("grades", "grade", "schoolgrades")
    lowest = fields.number("mingrade", "grademin", "gradefrom")
    highest = fields.number("maxgrade", "grademax", "gradeto")
    told = [number for number in (integer(grade) for grade in items(whole)) if number is not None]
    if told:
        lowest, highest = min(told), max(told)
    if lowest is not None and highest is not None and lowest != highest:
        yield f"{lowest}.–{highest}. lk"
    elif lowest is not None or highest is not None:
        yield f"{lowest if lowest is not None else highest}. lk"
    elif isinstance(whole, str):
        yield whole
