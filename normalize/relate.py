"""From the listings of one (source, uid) to the event they describe and its dated instances.

Pure, and the order of the listings does not matter: the same listings and window give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from harvesters.source import Role
from normalize.identity import occurrence_id
from normalize.model import Event, EventStatus, Listing, Occurrence, Start
from normalize.recurrence import Instance, Window, expand
from normalize.times import in_zone, instant, stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An event with its occurrences within the window, sorted by start."""

    event: Event
    occurrences: tuple[Occurrence, ...]
    lead: Listing
    """Whose times the event's are: its start, end, rule, zone and languages hold for the event. Of several sources' tellings it has what
    the event has of them (``normalize.compose``)."""
    corrected: Listing | None = None
    """The listing whose fields are the event's, where a person corrected it (``normalize.corrections_event``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """What one source tells of one event: its listings of one uid, by themselves. Strands of the same thing are joined into one event.

    Its id is the id, and the address, that the event has as long as nobody else tells of it.
    """

    id: str
    source_id: str
    role: Role
    """What the source is to its events; decides whose field wins."""
    listings: tuple[Listing, ...]
    """The active ones (of a strand that is gone, the last ones), corrected by people where they were; at least one."""
    related: Related
    """The event and occurrences of these listings alone."""
    first_seen: str = ""
    """UTC text of the moment in which the first of them was seen; the event's id is that of the strand seen first."""
    is_withdrawn: bool = False
    """Its source shows none of its listings any more."""

    @property
    def lead(self) -> Listing:
        """The listing whose fields are the strand's."""
        return min(self.listings, key=lambda listing: (listing.recurrence_id, listing.id))


def relate(event_id: str, listings: Sequence[Listing], window: Window) -> Related:
    """The event of one (source, uid) and its occurrences in the window.

    ``listings`` holds the master (the record without a recurrence id) and its overrides, the active ones only, at least one. The event's
    fields are the master's, or the first override's where the master is not there (over, or never published).
    """
    ordered = sorted(listings, key=lambda listing: (listing.recurrence_id, listing.id))
    if not ordered:
        msg = f"event {event_id}: there is no listing to relate"
        raise ValueError(msg)
    lead = ordered[0]
    master = None if lead.recurrence_id else lead
    instances = expand(master, [listing for listing in ordered if listing.recurrence_id], window) if lead.start is not None else ()
    zone = shown_zone(lead, window)
    occurrences = tuple(_occurrence(event_id, lead, instance, zone) for instance in instances)
    return Related(event=_event(event_id, lead, ordered, occurrences, window), occurrences=occurrences, lead=lead)


def shown_zone(listing: Listing, window: Window) -> str:
    """The zone whose clock people read: the listing's own; the region's for a series that counts in UTC, which no one looks at."""
    return window.timezone if listing.timezone == "UTC" else listing.timezone


def _occurrence(event_id: str, lead: Listing, instance: Instance, zone: str) -> Occurrence:
    """One instance with what differs from its event."""
    listing = instance.listing
    return Occurrence(
        id=occurrence_id(event_id, instance.recurrence_id),
        event_id=event_id,
        listing_id=listing.id,
        start=in_zone(instance.start, zone),
        end=None if instance.end is None else in_zone(instance.end, zone),
        event_status=_instance_status(instance, lead),
        place_id=listing.place_id,
        name=listing.name if listing.name != lead.name else {},
        place_text=listing.place_text,
        room=listing.room,
        planned=listing.planned,
    )


def _instance_status(instance: Instance, lead: Listing) -> EventStatus:
    """The listing's status; of an instance that takes place at another time than the series says, ``EventRescheduled``.

    A change from some instance on (RANGE=THISANDFUTURE) is the series' new regular time: its instances are not called moved.
    """
    listing = instance.listing
    if listing.event_status != "EventScheduled" or not listing.recurrence_id or listing.this_and_future:
        return listing.event_status
    zone = listing.timezone if lead.recurrence_id else lead.timezone
    moved = stamp(instance.start, zone) != instance.recurrence_id
    return "EventRescheduled" if moved else "EventScheduled"


def _event(event_id: str, lead: Listing, listings: Sequence[Listing], occurrences: Sequence[Occurrence], window: Window) -> Event:
    """The event with the lead's fields."""
    zone = shown_zone(lead, window)
    return Event(
        id=event_id,
        kind=lead.kind,
        name=lead.name,
        description=lead.description,
        place_id=lead.place_id,
        place_text=lead.place_text,
        room=lead.room,
        municipality_code=lead.municipality_code,
        postal_code=lead.postal_code,
        organizer_id=lead.organizer_id,
        event_status=_event_status(lead, occurrences),
        planned=lead.planned,
        is_series=lead.recurrence is not None or any(listing.recurrence_id for listing in listings),
        url=lead.url,
        conference=lead.conference,
        categories=lead.categories,
        images=lead.images,
        latitude=lead.latitude,
        longitude=lead.longitude,
        details=lead.details,
        first_start=None if lead.start is None else in_zone(lead.start, zone),
        last_end=_last_end(lead, occurrences, zone),
        timezone=zone,
        sequence=max(listing.sequence for listing in listings),
        listing_ids=tuple(sorted(listing.id for listing in listings)),
    )


def _event_status(lead: Listing, occurrences: Sequence[Occurrence]) -> EventStatus:
    """Cancelled when every instance in the window is; otherwise the lead's own, and never cancelled while one takes place."""
    statuses = {occurrence.event_status for occurrence in occurrences}
    if statuses == {"EventCancelled"}:
        return "EventCancelled"
    if statuses and lead.event_status == "EventCancelled":
        return "EventScheduled"
    return lead.event_status


def _last_end(lead: Listing, occurrences: Sequence[Occurrence], zone: str) -> Start | None:
    """The latest end that is known in the window; of a single event that is not in it, its own."""
    ends = [occurrence.end for occurrence in occurrences if occurrence.end is not None]
    if not occurrences and lead.recurrence is None and lead.end is not None:
        ends = [in_zone(lead.end, zone)]
    return max(ends, key=lambda end: (instant(end, zone), isinstance(end, datetime)), default=None)
