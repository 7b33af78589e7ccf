"""What another instance harvests of ours (``docs/formats/kooste.md``): every public event with its rule, its place and where it is from.

Pure, like ``ics.py`` and ``jsonld.py``: equal rows give equal bytes, so ``generated_at`` is the latest change that the document tells.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from normalize.links import web_address
from normalize.model import Registration
from publish.edition import Edition
from publish.evidence import Facts
from publish.ics import is_changed, uid
from publish.pages import Page, digest
from publish.zones import zone_of
from store.reading import EventRow, ListingRow, OccurrenceRow, OrganizerRow, PlaceRow

FORMAT = "kooste-federation"
VERSION = 1
FILE = "federation"
_INSTANCE = "kooste"
"""The format of sources that are instances like this one."""
MOST_EVENTS = 1000
"""Events in one document; the next ones stand in ``federation-2.json`` and so on."""


def federation_pages(edition: Edition, facts: Facts) -> Iterator[Page]:
    """``federation.json`` and the documents after it. ``edition`` is the one of the region's first language."""
    listed, withdrawn = _listed(edition), _withdrawn(edition)
    parts = [listed[start : start + MOST_EVENTS] for start in range(0, len(listed), MOST_EVENTS)] or [[]]
    for number, part in enumerate(parts, start=1):
        gone = withdrawn if number == 1 else []
        beside = [(_origin(event, edition), _origins(event, edition)) for event in part]
        inputs = digest(edition.fingerprint, FORMAT, len(listed), [facts[event.id] for event in (*part, *gone)], beside)
        next_file = _file(number + 1) if number < len(parts) else ""
        render = partial(document, part, gone, edition, count=len(listed), next_file=next_file)
        yield Page(path=_file(number), inputs=inputs, render=render)


def document(
    events: Sequence[EventRow],
    withdrawn: Sequence[EventRow],
    edition: Edition,
    *,
    count: int,
    next_file: str,
) -> bytes:
    """One document: these events of ``count`` in all, and where the rest is."""
    changed = max((event.last_changed for event in (*events, *withdrawn)), default=None)
    data = {
        "format": FORMAT,
        "version": VERSION,
        "instance": edition.addresses.public,
        "name": edition.region.name,
        "timezone": edition.region.timezone,
        "generated_at": changed.isoformat() if changed else None,
        "count": count,
        "events": [_event(event, edition) for event in events],
        "withdrawn": [
            _told({"id": uid(event, edition.addresses), "at": event.withdrawn_at and event.withdrawn_at.isoformat()}) for event in withdrawn
        ],
        "next": f"{edition.addresses.public}/{next_file}" if next_file else None,
    }
    return (json.dumps(_told(data) | {"events": data["events"]}, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _file(number: int) -> str:
    return f"{FILE}.json" if number == 1 else f"{FILE}-{number}.json"


def _listed(edition: Edition) -> list[EventRow]:
    """Public events with dates, by id; cancelled ones too."""
    events = (event for event in edition.almanac.events.values() if event.withdrawn_at is None and edition.almanac.dates.get(event.id))
    return sorted(events, key=lambda event: event.id)


def _withdrawn(edition: Edition) -> list[EventRow]:
    """Events that are not there any more: who has them from us must let them go too."""
    return sorted((event for event in edition.almanac.events.values() if event.withdrawn_at is not None), key=lambda event: event.id)


def _told(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data without what nobody told."""
    return {key: value for key, value in data.items() if value not in (None, "", [], (), {})}


def _event(event: EventRow, edition: Edition) -> dict[str, Any]:
    """One event; a series whose dates nobody gave a rule for has no ``start`` of its own but only ``dates``."""
    details = event.details
    has_master = not event.is_series or event.recurrence is not None
    return _told({
        "id": uid(event, edition.addresses),
        "url": edition.addresses.url(edition.language, edition.item(event)),
        "origin": _origin(event, edition),
        "origins": _origins(event, edition),
        "hops": details.origin.hops if details.origin and not _is_ours_too(event, edition) else None,
        "kind": event.kind,
        "name": event.name,
        "description": event.description,
        "timezone": _zone_name(event),
        "start": _moment(event.first_start, event) if has_master else None,
        "end": _moment(event.first_end, event) if has_master else None,
        "recurrence": _recurrence(event),
        "dates": [_date(event, at, edition) for at in _told_apart(event, edition, has_master=has_master)],
        "event_status": event.event_status,
        **_where(event.place_id, event.place_text, edition),
        "latitude": event.latitude,
        "longitude": event.longitude,
        "organizer": _organizer(edition.almanac.organizers.get(event.organizer_id)),
        "offers": [_told(offer.model_dump()) for offer in details.offers],
        "registration": _registration(details.registration),
        "minimum_age": details.minimum_age,
        "maximum_age": details.maximum_age,
        "audience": list(dict.fromkeys((*details.eligibility, *details.audience))),
        "event_page": web_address(event.url),
        "conference": [address for address in map(web_address, event.conference) if address],
        "categories": event.categories,
        "images": [_told(image.model_dump()) for image in event.images],
        "in_language": event.in_language,
        "sequence": event.sequence or None,
        "last_changed": event.last_changed.isoformat(),
    })  # fmt: skip


def _origin(event: EventRow, edition: Edition) -> dict[str, Any]:
    """Where the record was harvested first, kept as it came; of our own, the address of its source and the publisher's own uid."""
    if event.details.origin is not None and not _is_ours_too(event, edition):
        return _told(event.details.origin.model_dump(exclude={"hops"}))
    told = _listings(event, edition)
    if told:
        return _listed_at(told[0], edition)
    source = edition.almanac.sources.get(next(iter(event.source_ids), ""))
    return _told({
        "instance": edition.addresses.public,
        "source": source.address if source else "",
        "url": web_address(event.url),
    })  # fmt: skip


def _origins(event: EventRow, edition: Edition) -> list[dict[str, Any]]:
    """Where every listing of a joined event is from: who has one of them knows the event again. Empty where it is made of one."""
    found = [_listed_at(row, edition) for row in _listings(event, edition)]
    kept = [origin for number, origin in enumerate(found) if origin not in found[:number]]
    return kept if len(kept) > 1 else []


def _listed_at(listing: ListingRow, edition: Edition) -> dict[str, Any]:
    """The source and the uid of one listing, with the instance that harvested it first."""
    source = edition.almanac.sources.get(listing.source_id)
    return _told({
        "instance": source.address.partition(f"/{FILE}")[0] if source and source.format == _INSTANCE else edition.addresses.public,
        "source": source.address if source else "",
        "uid": listing.uid,
        "url": web_address(listing.url),
    })  # fmt: skip


def _listings(event: EventRow, edition: Edition) -> list[ListingRow]:
    """The event's listings: our own first, of those the one whose start is shown, of a series itself before its dates."""
    told, shown = edition.almanac.told.get(event.id, ()), event.origins.get("start", "")
    return sorted(told, key=lambda row: (_is_passed_on(row, edition), row.id != shown, row.recurrence_id, row.id))


def _is_passed_on(listing: ListingRow, edition: Edition) -> bool:
    """Whether another instance told it."""
    source = edition.almanac.sources.get(listing.source_id)
    return source is not None and source.format == _INSTANCE


def _is_ours_too(event: EventRow, edition: Edition) -> bool:
    """Whether an event that another instance tells was harvested by us as well: then it is no longer only passed on."""
    passed_on = {_is_passed_on(row, edition) for row in edition.almanac.told.get(event.id, ())}
    return len(passed_on) > 1


def _zone_name(event: EventRow) -> str:
    """The zone that times are written in and that the rule counts in."""
    return event.recurrence_timezone or event.timezone


def _moment(moment: datetime | date | None, event: EventRow) -> str | None:
    """ISO 8601 with the offset of the event's zone, or a plain date; ends are exclusive."""
    if isinstance(moment, datetime):
        return moment.astimezone(zone_of(_zone_name(event))).isoformat()
    return moment.isoformat() if moment else None


def _recurrence(event: EventRow) -> dict[str, Any] | None:
    """The rule as iCalendar text with its further and its left-out dates."""
    rule = event.recurrence
    if rule is None:
        return None
    rdate, exdate = ([_moment(moment, event) for moment in moments] for moments in (rule.rdate, rule.exdate))
    return _told({"rrule": rule.rrule, "rdate": rdate, "exdate": exdate})


def _told_apart(event: EventRow, edition: Edition, *, has_master: bool) -> Iterator[OccurrenceRow]:
    """The dates of a series that are not simply what its rule says."""
    if event.is_series:
        for occurrence in edition.almanac.dates.get(event.id, ()):
            if not has_master or is_changed(event, occurrence, edition.almanac.moved):
                yield occurrence


def _date(event: EventRow, occurrence: OccurrenceRow, edition: Edition) -> dict[str, Any]:
    """One date; what it does not say is as in its series, so another place is told in full, also what is not known of it."""
    words = occurrence.place_text or event.place_text
    is_there = (occurrence.place_id, words) == (event.place_id, event.place_text)
    elsewhere = {} if is_there else {**_where(occurrence.place_id, words, edition), "latitude": None, "longitude": None}
    told = _told({
        "recurrence_id": _instance(occurrence, event),
        "start": _moment(occurrence.local_start, event),
        "end": _moment(occurrence.local_end, event),
        "event_status": occurrence.event_status,
        "name": occurrence.name,
    })  # fmt: skip
    return {**told, **elsewhere}


def _instance(occurrence: OccurrenceRow, event: EventRow) -> str | None:
    """Which date of the rule it is, in the form of the series' start (RFC 5545 section 3.8.4.4)."""
    key = occurrence.recurrence_id
    try:
        if "T" not in key:
            return date.fromisoformat(key).isoformat()
        wall = datetime.strptime(key, "%Y%m%dT%H%M%S").replace(tzinfo=zone_of(_zone_name(event)))
    except ValueError:
        return _moment(occurrence.local_start, event)
    return wall.isoformat()


def _where(place_id: str, words: str, edition: Edition) -> dict[str, Any]:
    """The place in the source's words, and the registry's facts about it."""
    place = edition.almanac.places.get(place_id)
    return {"location": words, "place": _place(place) if place else None}


def _place(place: PlaceRow) -> dict[str, Any]:
    return _told({
        "id": place.id,
        "name": place.name,
        "address": place.address,
        "postal_code": place.postal_code,
        "district": place.district,
        "municipality": place.municipality,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "capacity": place.capacity,
        "accessibility": place.accessibility,
        "online": place.online or None,
    })  # fmt: skip


def _organizer(organizer: OrganizerRow | None) -> dict[str, Any] | None:
    return _told({"name": organizer.name, "url": web_address(organizer.url)}) if organizer else None


def _registration(registration: Registration | None) -> dict[str, Any] | None:
    if registration is None:
        return None
    times = {name: moment.isoformat() for name in ("opens", "closes") if (moment := getattr(registration, name))}
    return _told({**registration.model_dump(), "opens": None, "closes": None, **times})
