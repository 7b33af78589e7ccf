"""Prices, enrolment and places left of one Linked Events record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.json_document import integer, mapping, mappings, text
from harvesters.json_moments import moment_of
from harvesters.json_words import first_address
from harvesters.ledger import Notes
from harvesters.linked_events_words import in_one, ordered
from harvesters.record import Availability, Moment, RawOffer, RawRegistration

_Holders = Sequence[Mapping[str, Any]]
"""Records that may tell the same thing, the one that knows best first."""


def offers_of(record: Mapping[str, Any], language: str, notes: Notes) -> Iterator[RawOffer]:
    """The offers in their order, each followed by its price groups; then the registration's own price groups."""
    for offer in mappings(record.get("offers")):
        free = offer.get("is_free")
        told = RawOffer(
            price=in_one(offer.get("price"), language),
            is_free=free if isinstance(free, bool) else None,
            name=in_one(offer.get("description"), language),
            url=_first(offer.get("info_url"), language, notes, "offers"),
        )
        if told != RawOffer():
            yield told
        yield from _groups(offer.get("offer_price_groups"), language)
    yield from _groups(mapping(record.get("registration")).get("registration_price_groups"), language)


def _groups(value: Any, language: str) -> Iterator[RawOffer]:
    """One price for each sort of customer."""
    for entry in mappings(value):
        group = mapping(entry.get("price_group"))
        free = group.get("is_free")
        told = RawOffer(
            price=text(entry.get("price")),
            is_free=free if isinstance(free, bool) else None,
            name=in_one(group.get("description"), language),
        )
        if told != RawOffer():
            yield told


def registration_of(record: Mapping[str, Any], language: str, zone: ZoneInfo, notes: Notes) -> RawRegistration | None:
    """How to enrol, by the event's own fields or those of its registration; ``None`` where nothing is told."""
    form = mapping(record.get("registration"))
    holders = (form, record, mapping(record.get("extension_course")))
    told = RawRegistration(
        url=_first(form.get("signup_url"), language, notes, "registration") or _first(record.get("enrolment_url"), language, notes, ""),
        text=in_one(form.get("instructions"), language),
        opens=_moment(holders, "enrolment_start_time", zone, notes),
        closes=_moment(holders, "enrolment_end_time", zone, notes),
        capacity=_count(holders, "maximum_attendee_capacity"),
    )
    return None if told == RawRegistration() else told


def _moment(holders: _Holders, name: str, zone: ZoneInfo, notes: Notes) -> Moment | None:
    """The time of the first that tells one; a value that is no time is told and left out. The interface stores instants only."""
    for value in (holder.get(name) for holder in holders):
        if value not in (None, ""):
            moment = moment_of(value, zone)
            if isinstance(moment, datetime):
                return moment
            notes.warn("date_unreadable", name, text(value))
    return None


def availability_of(uid: str, record: Mapping[str, Any]) -> Availability | None:
    """Places left at the moment of the answer; ``None`` where no field tells. Without limit there is nothing left to count."""
    form = mapping(record.get("registration"))
    holders = (form, record, mapping(record.get("extension_course")))
    remaining = _count(holders, "remaining_attendee_capacity")
    queue_left = _count([form], "remaining_waiting_list_capacity")
    state = ""
    if remaining == 0:
        state = "queue" if queue_left else "full"
    told = Availability(
        uid=uid,
        remaining=remaining,
        capacity=_count(holders, "maximum_attendee_capacity"),
        queue=_count([form], "current_waiting_list_count"),
        queue_remaining=queue_left,
        state=state,
    )
    known = (told.remaining, told.queue, told.queue_remaining)
    return told if uid and any(number is not None for number in known) else None


def _count(holders: _Holders, name: str) -> int | None:
    """The first count that is one."""
    counts = (integer(holder.get(name)) for holder in holders)
    return next((count for count in counts if count is not None and count >= 0), None)


def _first(value: Any, language: str, notes: Notes, field: str) -> str:
    """The address of the source's own language, else the first there is."""
    told = ordered(value, language)
    return first_address(told.values() if isinstance(told, dict) else [told], notes, field)
