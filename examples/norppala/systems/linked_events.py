"""How a municipality's Linked Events (API v1) holds its events: ids, addresses, keywords; super events with their sub-events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from examples.norppala.entry import HELSINKI, Entry, as_datetime, each
from examples.norppala.publisher import Publisher, as_json
from examples.norppala.words import price_of, slug

Json = dict[str, Any]

AUDIENCES = {
    "seniors": ("yso:p2433", "ikääntyneet", "äldre"),
    "families": ("yso:p13050", "lapsiperheet", "barnfamiljer"),
    "children": ("yso:p4354", "lapset (ikäryhmät)", "barn (åldersgrupper)"),
    "adults": ("yso:p5590", "aikuiset", "vuxna"),
}
TOPICS = {
    "Liikunta": ("yso:p916", "liikunta", "motion"),
    "Neuvonta": ("yso:p23", "neuvonta", "rådgivning"),
    "Lapset ja perheet": ("yso:p14710", "satutunnit", "sagostunder"),
    "Tapahtumat": ("yso:p2108", "tapahtumat", "evenemang"),
}
"""Category of an entry -> keyword of the General Finnish Ontology, its name in Finnish and Swedish."""
_OPENS = {"ATK-tuki": (12, 5)}
"""Courses that one enrols for: name -> places and how many of them are left."""
_ENDS_UNTOLD = time(23, 59, 59)
"""Linked Events writes this end where ``has_end_time`` is false."""


def write(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Everything the interface knows; the server pages, filters and inlines (``examples.norppala.interfaces``)."""
    events = [record for entry in entries for record in _records(publisher, entry)]
    keywords = {key: _keyword(publisher, *names) for names in (*AUDIENCES.values(), *TOPICS.values()) for key in names[:1]}
    places = {_place_id(venue): _place(publisher, publisher.venues[venue]) for venue in dict.fromkeys(entry.venue for entry in entries)}
    registrations = {record["id"]: _registration(record) for record in events if record["registration"]}
    return {
        "s01/events.json": as_json([*events, _deleted(publisher)]),
        "s01/keywords.json": as_json(keywords),
        "s01/places.json": as_json(places),
        "s01/registrations.json": as_json(registrations),
    }


def api(publisher: Publisher, resource: str, identifier: str) -> Json:
    """A reference as the interface writes it."""
    return {"@id": f"{publisher.served}/linkedevents/v1/{resource}/{identifier}/"}


def _id(entry: Entry) -> str:
    """Of a single event a hash, of a sub-event its super event's with the start."""
    return f"norppala:{entry.number:x}"


def _sub_id(series: Entry, instance: Entry) -> str:
    return f"{_id(series)}_{as_datetime(instance.start):%Y%m%d%H%M}"


def _records(publisher: Publisher, entry: Entry) -> Iterator[Json]:
    """One event, or a super event and its sub-events."""
    if not entry.recurs:
        yield _record(publisher, entry, _id(entry))
        return
    dates = list(each(entry))
    references = [api(publisher, "event", _sub_id(entry, one)) for one in dates]
    whole = {"start_time": _utc(dates[0].start), "end_time": _utc(dates[-1].end or dates[-1].start)}
    yield _record(publisher, entry, _id(entry)) | whole | {"super_event_type": "recurring", "sub_events": references}
    for one in dates:
        yield _record(publisher, one, _sub_id(entry, one)) | {"super_event": api(publisher, "event", _id(entry))}


def _record(publisher: Publisher, entry: Entry, identifier: str) -> Json:
    """One event with every field of the serializer, most of them empty."""
    topic = TOPICS.get(entry.category, TOPICS["Tapahtumat"])[0]
    places, _ = _OPENS.get(entry.name, (None, None))
    end = entry.end or datetime.combine(as_datetime(entry.start).date(), _ENDS_UNTOLD)
    return {
        "id": identifier,
        **api(publisher, "event", identifier),
        "@type": "Event/LinkedEvent",
        "data_source": "norppala",
        "publisher": "norppala:viestinta",
        "name": {"fi": entry.name},
        "short_description": {"fi": entry.text.partition(". ")[0].rstrip(".") + "."},
        "description": {"fi": f"<p>{entry.text.replace('. ', '.</p><p>', 1)}</p>"},
        "headline": None,
        "provider": {"fi": publisher.title},
        "provider_contact_info": None,
        "info_url": {"fi": f"{publisher.site}/tapahtumat/{slug(entry.name)}"},
        "location": api(publisher, "place", _place_id(entry.venue)),
        "location_extra_info": None,
        "environment": "in",
        "keywords": [api(publisher, "keyword", topic)],
        "audience": [api(publisher, "keyword", AUDIENCES[group][0]) for group in entry.audience if group in AUDIENCES],
        "audience_min_age": 3 if entry.key.startswith("d5b") else None,
        "audience_max_age": 6 if entry.key.startswith("d5b") else None,
        "in_language": [api(publisher, "language", "fi")],
        "start_time": _utc(entry.start),
        "end_time": _utc(end),
        "has_start_time": True,
        "has_end_time": entry.end is not None,
        "event_status": "EventCancelled" if entry.status == "CANCELLED" else "EventScheduled",
        "publication_status": "public",
        "type_id": "Course" if places else "General",
        "super_event": None,
        "super_event_type": None,
        "sub_events": [],
        "offers": [_offer(entry.price or price_of(entry.text))],
        "registration": api(publisher, "registration", identifier) if places else None,
        "maximum_attendee_capacity": places,
        "minimum_attendee_capacity": None,
        "enrolment_start_time": None,
        "enrolment_end_time": None,
        "external_links": [],
        "images": [],
        "videos": [],
        "replaced_by": None,
        "deleted": False,
        "created_time": _stamp(entry.created),
        "date_published": _stamp(entry.created),
        "last_modified_time": _stamp(entry.modified),
    }


def _deleted(publisher: Publisher) -> Json:
    """The carol singing that the city took back: it comes only when asked for with ``show_deleted=true``."""
    start = datetime.fromisoformat("2026-12-18T17:00")
    entry = Entry(
        key="poistettu", source="s01", name="Joululaulut torilla", start=start, end=start + timedelta(hours=1), venue="v-kirjasto"
    )
    return _record(publisher, entry, _id(entry)) | {"deleted": True}


def _offer(price: str) -> Json:
    """``is_free`` where the city says so, else the price in words; nothing told is ``is_free: false`` and no price."""
    words = {"fi": price} if price not in {"", "free"} else None
    return {"is_free": price == "free", "price": words, "description": None, "info_url": None, "offer_price_groups": []}


def _registration(record: Json) -> Json:
    """Places of one course."""
    capacity, remaining = _OPENS[record["name"]["fi"]]
    return {
        "id": record["id"],
        "event": {"@id": record["@id"]},
        "current_attendee_count": capacity - remaining,
        "current_waiting_list_count": 0,
        "remaining_attendee_capacity": remaining,
        "remaining_waiting_list_capacity": 5,
        "maximum_attendee_capacity": capacity,
        "waiting_list_capacity": 5,
        "enrolment_start_time": "2026-11-02T06:00:00Z",
        "enrolment_end_time": "2027-04-23T12:00:00Z",
        "signup_url": {"fi": "https://ilmoittautuminen.kaupunki.example/fi"},
    }


def _keyword(publisher: Publisher, identifier: str, fi: str, sv: str) -> Json:
    reference = api(publisher, "keyword", identifier)
    return {"id": identifier, **reference, "name": {"fi": fi, "sv": sv}, "data_source": "yso", "deprecated": False}


def _place_id(venue: str) -> str:
    return f"norppala:{venue.removeprefix('v-')}"


def _place(publisher: Publisher, venue: Mapping[str, Any]) -> Json:
    """A place with its point as GeoJSON has it: longitude first."""
    identifier = _place_id(venue["id"])
    return {
        "id": identifier,
        **api(publisher, "place", identifier),
        "name": {"fi": publisher.spellings[venue["id"]]},
        "street_address": None,
        "address_locality": {"fi": venue["municipality"]},
        "postal_code": venue["postal_code"],
        "position": {"type": "Point", "coordinates": [venue["lon"], venue["lat"]]},
        "divisions": [
            {"type": "muni", "ocd_id": "ocd-division/country:fi/kunta:savonlinna", "name": {"fi": "Savonlinna", "sv": "Nyslott"}}
        ],
        "deleted": False,
    }


def _utc(moment: datetime | date) -> str:
    return f"{as_datetime(moment).replace(tzinfo=HELSINKI).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}.091686Z"
