"""One standing offer as a service of Open Referral HSDS 3.0, with its organization, place, schedule, costs and languages inside.

Ids are UUIDs as HSDS wants them, made of our own ids (RFC 9562 section 5.5), so they never change. What nobody told is left out.
"""

from __future__ import annotations

import html
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from normalize.model import Details
from store.open_data import Beside
from store.reading import EventRow, OrganizerRow, PlaceRow

_TAG = re.compile(r"<[^>]*>")
_RULE = re.compile(r"(\w+)=([^;]+)")
_FREQUENCIES = {"WEEKLY", "MONTHLY"}
"""What HSDS 3.0 allows; other rules are told in words by the description alone."""
_PARTS = {"BYDAY": "byday", "BYMONTHDAY": "bymonthday", "WKST": "wkst"}
_NUMBERS = {"COUNT": "count", "INTERVAL": "interval"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """What all records of a region have in common."""

    public: str
    """The public address of the region's site; ids are made below it."""
    region: str
    """The name of the region: HSDS wants one in every address."""
    languages: tuple[str, ...]
    """In which language a text is told, best first: HSDS has one for each field."""

    def id(self, table: str, key: str) -> str:
        """The UUID of a record of ours."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{self.public}#{table}/{key}"))

    def said(self, texts: Mapping[str, str]) -> str:
        """The text in the first language that has one."""
        best = next((texts[language] for language in self.languages if texts.get(language)), "")
        return best or next(iter(texts.values()), "")

    def service(self, event: EventRow, near: Beside) -> dict[str, Any]:
        """The service, whole (HSDS 3.0 ``service``)."""
        return _told({
            **self.summary(event, near),
            "schedules": self._schedules(event),
            "service_at_locations": self._locations(event, near),
            "languages": [{"id": self.id("language", f"{event.id}/{code}"), "code": code} for code in event.in_language],
            "cost_options": list(self._costs(event)),
            "attributes": list(self._terms(event)),
        })  # fmt: skip

    def summary(self, event: EventRow, near: Beside) -> dict[str, Any]:
        """The service as a list shows it."""
        details, organizer = event.details, near.organizers.get(event.organizer_id)
        return _told({
            "id": self.id("service", event.id),
            "name": self.said(event.name),
            "description": _plain(self.said(event.description)),
            "url": event.url or None,
            "status": "temporarily closed" if event.event_status == "EventCancelled" else "active",
            "application_process": _joining(details),
            "fees_description": _fees(details),
            "eligibility_description": "; ".join((*details.eligibility, *details.audience)) or None,
            "minimum_age": details.minimum_age,
            "maximum_age": details.maximum_age,
            "last_modified": event.last_changed.isoformat().replace("+00:00", "Z"),
            "organization": self.organization(organizer) if organizer else None,
        })  # fmt: skip

    def organization(self, organizer: OrganizerRow) -> dict[str, Any]:
        """The organization; HSDS wants a description, which nobody gave: its name stands for it."""
        name = self.said(organizer.name)
        return _told({
            "id": self.id("organization", organizer.id),
            "name": name,
            "description": name,
            "website": organizer.url or None,
        })  # fmt: skip

    def _schedules(self, event: EventRow) -> list[dict[str, Any]]:
        """The rule of a series as HSDS takes rules apart; a single date as its day."""
        start, end = event.first_start, event.first_end
        if start is None:
            return []
        rule = dict(_RULE.findall(event.recurrence.rrule[0])) if event.recurrence and event.recurrence.rrule else {}
        is_told = rule.get("FREQ") in _FREQUENCIES
        schedule = {
            "id": self.id("schedule", event.id),
            "dtstart": _day(start),
            "freq": rule["FREQ"] if is_told else None,
            "until": _until(rule.get("UNTIL", "")),
            "valid_to": _day(end) if end and not event.is_series else None,
            "opens_at": _clock(start),
            "closes_at": _clock(end),
            **({field: rule[part] for part, field in _PARTS.items() if part in rule} if is_told else {}),
            **({field: int(rule[part]) for part, field in _NUMBERS.items() if part in rule} if is_told else {}),
        }
        return [_told(schedule)]

    def _locations(self, event: EventRow, near: Beside) -> list[dict[str, Any]]:
        """The place it is given at, of the registry or in the publisher's words."""
        place = near.places.get(event.place_id)
        if place is None and not event.place_text:
            return []
        location = self._place(place) if place else self._unregistered(event)
        return [{"id": self.id("service_at_location", event.id), "location": location}]

    def _unregistered(self, event: EventRow) -> dict[str, Any]:
        told = {"latitude": event.latitude, "longitude": event.longitude}
        return _told({"id": self.id("location", event.id), "location_type": "physical", "name": event.place_text, **told})

    def _place(self, place: PlaceRow) -> dict[str, Any]:
        return _told({
            "id": self.id("location", place.id),
            "location_type": "virtual" if place.online else "physical",
            "name": self.said(place.name),
            "latitude": place.latitude,
            "longitude": place.longitude,
            "addresses": self._addresses(place),
            "accessibility": list(self._access(place)),
        })  # fmt: skip

    def _addresses(self, place: PlaceRow) -> list[dict[str, Any]]:
        """Only where all that HSDS requires of an address is known."""
        if not (place.address and place.postal_code and place.municipality):
            return []
        told = {"address_1": place.address, "city": place.municipality, "state_province": self.region, "postal_code": place.postal_code}
        return [{"id": self.id("address", place.id), **told, "country": "FI", "address_type": "physical"}]

    def _access(self, place: PlaceRow) -> Iterator[dict[str, Any]]:
        """Every feature that somebody told of, there or not; what nobody told is unknown and is left out."""
        when = f"assured by {place.assured_by} on {place.assured_date}" if place.assured_date and place.assured_by else None
        for codes, word in ((place.accessibility, "yes"), (place.lacks, "no")):
            for code in codes:
                told = {"id": self.id("accessibility", f"{place.id}/{code}"), "description": f"{code}: {word}", "details": when}
                yield _told(told)

    def _costs(self, event: EventRow) -> Iterator[dict[str, Any]]:
        """Each price that was told; free is an amount of nothing."""
        for number, offer in enumerate(event.details.offers):
            amount = 0.0 if offer.is_free else offer.minimum
            if offer.price or amount is not None:
                yield _told({
                    "id": self.id("cost_option", f"{event.id}/{number}"),
                    "option": offer.name or offer.group or None,
                    "currency": (offer.currency or "EUR") if amount is not None else None,
                    "amount": amount,
                    "amount_description": offer.price or None,
                })  # fmt: skip

    def _terms(self, event: EventRow) -> Iterator[dict[str, Any]]:
        """Topics and subjects of the vocabulary as taxonomy terms."""
        for code in (*event.details.topics, *event.details.subjects):
            yield {
                "id": self.id("attribute", f"{event.id}/{code}"),
                "link_id": self.id("service", event.id),
                "link_entity": "service",
                "taxonomy_term": {"id": self.id("taxonomy_term", code), "code": code, "name": code, "description": code},
            }


def _told(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record without what nobody told."""
    return {key: value for key, value in record.items() if value not in (None, "", [], ())}


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def _joining(details: Details) -> str | None:
    """How to take part: the enrolment's own words, its address, or that none is needed."""
    told = details.registration
    if told is None:
        return None
    needed = {True: "Registration required.", False: "No registration needed.", None: ""}[told.required]
    return " ".join(filter(None, (needed, told.text, told.url))) or None


def _fees(details: Details) -> str | None:
    words: Sequence[str] = [offer.price for offer in details.offers if offer.price]
    return "; ".join(words) or ("0 EUR" if details.is_accessible_for_free else None)


def _day(moment: datetime | date) -> str:
    return (moment.date() if isinstance(moment, datetime) else moment).isoformat()


def _clock(moment: datetime | date | None) -> str | None:
    """The time of day in the event's own zone."""
    return moment.strftime("%H:%M:%S") if isinstance(moment, datetime) else None


def _until(text: str) -> str | None:
    """The last day of a rule (RFC 5545 section 3.3.10) as HSDS has days."""
    return f"{text[:4]}-{text[4:6]}-{text[6:8]}" if len(text) >= len("20261231") else None
