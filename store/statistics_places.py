"""Enrolment: places and how full they are; and volunteer tasks: how many people are needed, for how long.

An event's places count once. Several listings may tell them (a course told by two, a support hour a week told date by date): the
one with the most places stands for it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from store.statistics import Offer, Supply

VOLUNTEERING = "volunteering"
_QUESTION = "select event_id, capacity, remaining, is_at_least, coalesce(queue, 0), state from availability order by event_id, listing_id"


class Told(NamedTuple):
    """What is told of one event's places."""

    capacity: int | None
    remaining: int | None
    """``None`` where it is not told, or only that there are at least so many."""
    queue: int
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Enrolment of some events. Sums are of those alone that tell the number."""

    events: int = 0
    """That are enrolled for."""
    with_places: int = 0
    """That tell how many may take part."""
    places: int = 0
    with_taken: int = 0
    """That tell how many places are left as well."""
    places_of_taken: int = 0
    """Places of those."""
    taken: int = 0
    full: int = 0
    """Events without a place left."""
    queued: int = 0
    """People waiting."""

    @property
    def share(self) -> float | None:
        """Of the places of which it is known, how many are taken; 0 to 1, ``None`` where none is known."""
        return self.taken / self.places_of_taken if self.places_of_taken else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks:
    """Volunteer tasks of one area."""

    tasks: int = 0
    dated: int = 0
    """That have dates; the others are agreed upon."""
    times: int = 0
    with_people: int = 0
    """That tell how many people are needed."""
    people: int = 0
    ended: int = 0
    """Times of theirs that tell their end."""
    minutes: int = 0
    """Of those, together, for one person."""
    person_minutes: int = 0
    """Minutes times the people needed, of the tasks that tell both."""


def told_places(connection: sqlite3.Connection) -> dict[str, Told]:
    """Event to what is told of its places; of several listings the one with the most."""
    found: dict[str, Told] = {}
    cursor = connection.cursor()
    cursor.row_factory = None
    for event, capacity, remaining, is_at_least, queue, state in cursor.execute(_QUESTION):
        told = Told(capacity=capacity, remaining=None if is_at_least else remaining, queue=queue, state=state)
        if event not in found or (told.capacity or 0) > (found[event].capacity or 0):
            found[event] = told
    return found


def is_enrolled_for(offer: Offer, told: Mapping[str, Told]) -> bool:
    """Whether enrolment is needed, or anything is told of its places or its state."""
    return offer.id in told or bool(offer.registration_required) or bool(offer.registration_state)


def places(offers: Iterable[Offer], told: Mapping[str, Told]) -> Places:
    """Enrolment of those of the events that are enrolled for."""
    counts = dict.fromkeys(("events", "with_places", "places", "with_taken", "places_of_taken", "taken", "full", "queued"), 0)
    for offer in offers:
        if is_enrolled_for(offer, told):
            _add(counts, offer, told.get(offer.id, Told(None, None, 0, "")))
    return Places(**counts)


def _add(counts: dict[str, int], offer: Offer, told: Told) -> None:
    capacity = told.capacity if told.capacity is not None else offer.capacity
    counts["events"] += 1
    counts["queued"] += told.queue
    counts["full"] += told.remaining == 0 or "full" in {told.state, offer.registration_state}
    if capacity is None:
        return
    counts["with_places"] += 1
    counts["places"] += capacity
    if told.remaining is not None and told.remaining <= capacity:
        counts["with_taken"] += 1
        counts["places_of_taken"] += capacity
        counts["taken"] += capacity - told.remaining


def tasks(supply: Supply) -> dict[str, Tasks]:
    """Area to the volunteer tasks there: those with dates during the period, and those without any."""
    found: dict[str, dict[str, int]] = {}
    sums: dict[str, list[int]] = {}
    for one in supply.times:
        here = sums.setdefault(one.event_id, [0, 0, 0])
        here[0] += one.times
        here[1] += one.ended
        here[2] += one.minutes
    for offer in supply.offers.values():
        if offer.kind == VOLUNTEERING:
            _add_task(found.setdefault(offer.area, {}), offer, sums.get(offer.id))
    return {area: Tasks(**counts) for area, counts in found.items()}


def _add_task(counts: dict[str, int], offer: Offer, sums: list[int] | None) -> None:
    times, ended, minutes = sums or (0, 0, 0)
    people = offer.capacity
    added = {
        "tasks": 1,
        "dated": sums is not None,
        "times": times,
        "with_people": people is not None,
        "people": people or 0,
        "ended": ended,
        "minutes": minutes,
        "person_minutes": minutes * (people or 0),
    }
    for name, number in added.items():
        counts[name] = counts.get(name, 0) + int(number)
