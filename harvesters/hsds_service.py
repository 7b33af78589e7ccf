"""One service at one place as a RawEvent (HSDS 3.x tables service, location, address, cost_option, language, accessibility ...)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from harvesters.hsds_schedule import Series
from harvesters.json_document import integer, items, mapping, mappings, text
from harvesters.json_people import left_over, reaches_someone
from harvesters.json_words import address_of, coordinates_of, first_address, labels, one_line, tag_of, worded
from harvesters.ledger import Notes, Refused
from harvesters.record import RawEvent, RawOffer, RawRegistration

_ATTENDANCE = {"physical": "offline", "virtual": "online"}
_ADDRESS = ("address_1", "address_2", "postal_code", "city", "region", "state_province")
_SERVICE = frozenset(
    (
        "id",
        "name",
        "description",
        "url",
        "status",
        "organization_id",
        "program_id",
        "organization",
        "minimum_age",
        "maximum_age",
        "eligibility",
        "eligibility_description",
        "fees",
        "fees_description",
        "application_process",
        "cost_options",
        "schedules",
        "regular_schedules",
        "service_at_locations",
        "languages",
        "attributes",
        "service_attributes",
        "taxonomy_terms",
        "last_modified",
        "metadata",
        "service_capacities",
    )
)
_LOCATION = frozenset(
    ("id", "name", "location_type", "latitude", "longitude", "addresses", "physical_addresses", "accessibility", "attributes")
)
_AT = frozenset(("id", "service", "service_id", "location", "location_id", "schedules", "regular_schedules"))
_ORGANIZATION = frozenset(("id", "name", "services"))
_SCHEDULE = frozenset(
    (
        "id",
        "service_id",
        "dtstart",
        "freq",
        "interval",
        "byday",
        "byweekno",
        "bymonthday",
        "byyearday",
        "count",
        "until",
        "opens_at",
        "closes_at",
        "valid_from",
        "valid_to",
        "weekday",
        "wkst",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service, the place it is given at, and the rule of the record to be."""

    record: dict[str, Any]
    place: dict[str, Any]
    """A service at a location; empty where the service names none."""
    series: Series | None
    schedule: dict[str, Any]

    @property
    def location(self) -> dict[str, Any]:
        """The location itself."""
        return mapping(self.place.get("location"))


def event_of(service: Service, blank: RawEvent, language: str, notes: Notes) -> RawEvent:
    """The record; raises ``Refused`` where the service has no name."""
    record = service.record
    name = worded(record.get("name"), language)
    if not name:
        raise Refused("no_title", "name")
    series, location = service.series, service.location
    link = address_of(service.schedule.get("schedule_link"), notes, "schedule_link")
    return replace(
        blank,
        name=name,
        description=worded(record.get("description"), language),
        start=series.start if series else None,
        end=series.end if series else None,
        rrule=series.rrule if series else (),
        **_place(location, notes),
        url=first_address((record.get("url"), _organization(record).get("website")), notes, "url") or link,
        categories=labels(_terms(record)),
        organizer=worded(_organization(record).get("name"), language),
        offers=_offers(record),
        registration=_registration(record),
        minimum_age=_age(record, "minimum_age"),
        maximum_age=_age(record, "maximum_age"),
        audience=labels((_eligibility(record),)),
        accessibility=labels(_accessibility(location)),
        in_language=labels(tag_of(text(told.get("code")) or text(told.get("language"))) for told in mappings(record.get("languages"))),
        attendance=_ATTENDANCE.get(text(location.get("location_type")), ""),
        extra=_extra(service),
    )


def _place(location: dict[str, Any], notes: Notes) -> dict[str, Any]:
    """Name, address and position; the physical address before the postal one."""
    addresses = mappings(location.get("addresses")) or mappings(location.get("physical_addresses"))
    address = next((told for told in addresses if text(told.get("address_type")) == "physical"), next(iter(addresses), {}))
    latitude, longitude = coordinates_of(location.get("latitude"), location.get("longitude"), notes, "latitude")
    street, extra, code, city, *rest = (text(address.get(field)) for field in _ADDRESS)
    line = one_line(street, extra, f"{code} {city}", *rest)
    return {"location": worded(location.get("name")) or worded(line), "address": line, "latitude": latitude, "longitude": longitude}


def _organization(record: dict[str, Any]) -> dict[str, Any]:
    return mapping(record.get("organization"))


def _terms(record: dict[str, Any]) -> list[Any]:
    """Taxonomy terms: their names, with the code where the name says nothing."""
    attributes = (*mappings(record.get("attributes")), *mappings(record.get("service_attributes")))
    terms = [mapping(told.get("taxonomy_term")) for told in attributes] + mappings(record.get("taxonomy_terms"))
    return [text(term.get("name")) or text(term.get("code")) or text(term.get("term_uri")) for term in terms]


def _offers(record: dict[str, Any]) -> tuple[RawOffer, ...]:
    """Every cost option as it stands; else what is said about fees in words."""
    found = tuple(
        RawOffer(
            price=" ".join(filter(None, (text(told.get("amount")), text(told.get("amount_description"))))),
            currency=text(told.get("currency")).upper(),
            name=text(told.get("option")),
        )
        for told in mappings(record.get("cost_options"))
    )
    words = text(record.get("fees_description")) or text(record.get("fees"))
    return found or ((RawOffer(price=words),) if words else ())


def _registration(record: dict[str, Any]) -> RawRegistration | None:
    """How to apply, in the directory's words; places where version 3.1 tells them."""
    words = text(record.get("application_process"))
    capacities = [integer(told.get("maximum")) for told in mappings(record.get("service_capacities"))]
    capacity = next((number for number in capacities if number is not None and number >= 0), None)
    return RawRegistration(text=words, capacity=capacity) if words or capacity is not None else None


def _age(record: dict[str, Any], field: str) -> int | None:
    """Of the service, else of its eligibility (a table of its own in version 2)."""
    told = integer(record.get(field))
    if told is None:
        told = next((integer(row.get(field)) for row in mappings(record.get("eligibility")) if row.get(field) is not None), None)
    return told if told is not None and told >= 0 else None


def _eligibility(record: dict[str, Any]) -> str:
    """Whom it is for in words, of whichever version."""
    rows = items(record.get("eligibility"))
    version_two = next((text(mapping(row).get("eligibility")) if isinstance(row, dict) else text(row) for row in rows), "")
    return text(record.get("eligibility_description")) or version_two


def _accessibility(location: dict[str, Any]) -> list[str]:
    rows = mappings(location.get("accessibility")) + mappings(location.get("accessibility_for_disabilities"))
    return [one_line(told.get("description"), told.get("details"), told.get("accessibility")) for told in rows]


def _extra(service: Service) -> dict[str, str]:
    """What nobody read, of the service, its place, its schedule and its organisation."""
    fees = text(service.record.get("fees_description")) if mappings(service.record.get("cost_options")) else ""
    status = text(service.record.get("status"))
    return (
        ({"fees_description": fees[:500]} if fees and not reaches_someone(fees) else {})
        | ({"status": status} if status not in {"", "active"} else {})
        | left_over(service.record, _SERVICE)
        | left_over(service.place, _AT, prefix="service_at_location.")
        | left_over(service.location, _LOCATION, prefix="location.")
        | left_over(service.schedule, _SCHEDULE, prefix="schedule.")
        | left_over(_organization(service.record), _ORGANIZATION, prefix="organization.")
    )
