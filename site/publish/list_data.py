"""A list as data for other sites (JSON): what its page shows, with the ids that its calendar has. Documented in ``docs/site.md``.

Equal rows give equal bytes. Texts are plain; what nobody told is left out, never guessed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from normalize.links import web_address
from publish.addresses import FILES
from publish.answers import answers
from publish.cards import event_rhythm
from publish.edition import Edition
from publish.evidence import Facts
from publish.ics import uid
from publish.listed import Listed
from publish.pages import Page, digest
from store.reading import EventRow, OccurrenceRow, PlaceRow

FORMAT = "kooste-list"
VERSION = 1
MOST_DATES = 30
"""Coming dates of one event; how many more there are is told."""


def data_page(listed: Listed, edition: Edition, facts: Facts) -> Page:
    """The file beside the list's calendar."""
    coming = listed.coming
    upcoming = edition.almanac.upcoming
    shown = [(facts[event.id], [one.id for one in upcoming(event.id)[:MOST_DATES]], _licences(event, edition)) for event, _ in coming]
    return Page(
        path=f"{edition.addresses.folder(edition.language, listed.target)}{FILES[edition.language]['data']}",
        inputs=digest(edition.fingerprint, FORMAT, listed.title, edition.addresses.url(edition.language, listed.target), shown),
        render=partial(document, listed, [event for event, _ in coming], edition),
    )


def document(listed: Listed, events: Sequence[EventRow], edition: Edition) -> bytes:
    """The whole file, with the events in their order."""
    addresses, language = edition.addresses, edition.language
    changed = max((event.last_changed for event in events), default=None)
    data = _told({
        "format": FORMAT,
        "version": VERSION,
        "name": listed.title,
        "language": language,
        "timezone": edition.region.timezone,
        "url": addresses.url(language, listed.target),
        "calendar": addresses.url(language, listed.target, "calendar"),
        "feed": addresses.url(language, listed.target, "feed"),
        "last_changed": changed.isoformat() if changed else None,
    })  # fmt: skip
    head = json.dumps({**data, "count": len(events)}, ensure_ascii=False)[:-1]
    return f'{head}, "events": [{",".join(_entry(event, edition) for event in events)}\n]}}\n'.encode("utf-8", "replace")


def _entry(event: EventRow, edition: Edition) -> str:
    """The event on a line of its own, made once and put into every list that has it."""
    made = edition.data.get(event.id)
    if made is None:
        dates = edition.almanac.upcoming(event.id)
        made = edition.data[event.id] = f"\n{json.dumps(_event(event, dates, edition), ensure_ascii=False)}"
    return made


def _told(data: dict[str, Any]) -> dict[str, Any]:
    """The data without what nobody told."""
    return {key: value for key, value in data.items() if value not in (None, "", [], (), {})}


def _event(event: EventRow, dates: Sequence[OccurrenceRow], edition: Edition) -> dict[str, Any]:
    """One event; an event that stands without dates has none."""
    organizer = edition.almanac.organizers.get(event.organizer_id)
    told = answers(event, edition)
    return _told({
        "id": uid(event, edition.addresses),
        "url": edition.addresses.url(edition.language, edition.item(event)),
        "kind": event.kind,
        "name": dict(sorted(event.name.items())),
        "event_status": event.event_status,
        "is_series": event.is_series,
        "rhythm": event_rhythm(event, edition),
        "timezone": event.timezone,
        "dates": [_date(one, event, edition) for one in dates[:MOST_DATES]],
        "more_dates": max(0, len(dates) - MOST_DATES) or None,
        "place": _place(edition.almanac.places.get(event.place_id), event.place_text, edition),
        "organizer": _told({"name": edition.said(organizer.name).text, "url": web_address(organizer.url)}) if organizer else None,
        "audience": told.whom,
        "is_accessible_for_free": event.details.is_accessible_for_free,
        "price": told.cost,
        "registration": told.enrol,
        "event_page": web_address(event.url),
        "sources": list(_sources(event, edition)),
        "last_changed": event.last_changed.isoformat(),
    })  # fmt: skip


def _date(occurrence: OccurrenceRow, event: EventRow, edition: Edition) -> dict[str, Any]:
    """One date: whole days as dates, the end exclusive (RFC 5545 section 3.6.1); times with the offset of the region's clocks."""

    def said(moment: datetime) -> str:
        return edition.almanac.local(moment).isoformat()

    end = occurrence.local_end.isoformat() if occurrence.all_day and occurrence.local_end else None
    elsewhere = occurrence.place_id != event.place_id
    return _told({
        "start": occurrence.day.isoformat() if occurrence.all_day else said(occurrence.start),
        "end": end if occurrence.all_day else said(occurrence.end) if occurrence.end else None,
        "event_status": occurrence.event_status,
        "place": _place(edition.almanac.places.get(occurrence.place_id), occurrence.place_text, edition) if elsewhere else None,
    })  # fmt: skip


def _place(place: PlaceRow | None, text: str, edition: Edition) -> dict[str, Any]:
    """The registry's place, its areas as they are called in the file's language; the source's words where the registry does not know it."""
    if place is None:
        return _told({"text": text})
    return _told({
        "name": dict(sorted(place.name.items())),
        "address": place.address,
        "postal_code": place.postal_code,
        "district": edition.area(place.district),
        "municipality": edition.area(place.municipality),
        "latitude": place.latitude,
        "longitude": place.longitude,
    })  # fmt: skip


def _licences(event: EventRow, edition: Edition) -> list[str]:
    return [edition.almanac.sources[one].licence for one in event.source_ids if one in edition.almanac.sources]


def _sources(event: EventRow, edition: Edition) -> Iterator[dict[str, Any]]:
    """Who told it and under what terms; its pages on this site say more."""
    for source_id in event.source_ids:
        source = edition.almanac.sources.get(source_id)
        if source is not None:
            yield _told({"name": source.title, "url": edition.url("source", source.id), "licence": source.licence})
