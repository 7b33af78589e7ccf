"""One Linked Events record as a RawEvent, in the publisher's own words (City of Helsinki, ``linkedevents``, event serializer)."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.json_document import integer, items, mapping, mappings, text
from harvesters.json_kept import organisations
from harvesters.json_people import left_over, reaches_someone
from harvesters.json_words import address_of, coordinates_of, first_address, labels, one_line, worded
from harvesters.ledger import Notes
from harvesters.linked_events_offers import offers_of, registration_of
from harvesters.linked_events_times import times_of
from harvesters.linked_events_words import in_one, ordered, plain
from harvesters.record import RawEvent, RawImage, ReadContext, Text

_LONGEST_ROOM = 100
_OLDEST = 120
_KINDS = {"general": "event", "course": "activity", "hobby": "activity", "hobbie": "activity", "volunteering": "volunteering"}
"""The singular of ``type_id``: Helsinki writes ``Course``, Turku ``Courses`` and ``Hobbies``."""
_INTERNET = ":internet"
"""The end of the id of the place that stands for "on the internet"."""
UNDERSTOOD = frozenset(
    (
        *("@id", "@context", "@type", "id", "name", "short_description", "description", "start_time", "end_time", "has_start_time"),
        *("has_end_time", "type_id", "event_status", "publication_status", "super_event", "super_event_type", "sub_events", "keywords"),
        *("sub_event_type", "audience", "audience_min_age", "audience_max_age", "location", "location_extra_info", "in_language", "images"),
        *("offers", "info_url", "external_links", "provider", "publisher", "registration", "enrolment_start_time", "enrolment_end_time"),
        *("enrolment_url", "maximum_attendee_capacity", "videos", "is_virtualevent", "virtualevent_url", "deleted", "replaced_by"),
        *("data_source", "date_published", "is_owner", "extension_course"),
    )
)
"""Fields that are read, and those that say nothing about the event: its rows in the publisher's database."""


def id_of(value: Any) -> str:
    """The id of a record, or of what a link leads to (``.../keyword/yso:p4354/``); ``""`` where there is none."""
    record = value if isinstance(value, dict) else {"@id": value}
    return text(record.get("id")) or text(record.get("@id")).rstrip("/").rpartition("/")[2]


def event_of(record: Mapping[str, Any], digest: str, kept: str, context: ReadContext, notes: Notes) -> RawEvent:
    """The event; raises ``Refused`` where its time cannot be read. ``kept`` is the text of the record as it is kept."""
    language = context.language
    start, end = times_of(record, ZoneInfo(context.zone))
    place = mapping(record.get("location"))
    latitude, longitude = _position(place, notes)
    conference = first_address([record.get("virtualevent_url")], notes, "virtualevent_url")
    kind = text(record.get("type_id"))
    return RawEvent(
        uid=id_of(record),
        digest=digest,
        text=kept,
        name=worded(ordered(record.get("name"), language), language),
        description=_descriptions(record, language),
        start=start,
        end=end,
        status=text(record.get("event_status")).upper().removeprefix("EVENT")[:40],
        location=_location(place, record, language),
        address=one_line(
            in_one(place.get("street_address"), language),
            f"{text(place.get('postal_code'))} {in_one(place.get('address_locality'), language)}",
        ),
        latitude=latitude,
        longitude=longitude,
        url=_url(record, language, notes),
        conference=(conference,) if conference else (),
        attendance=_attendance(place, record),
        categories=labels(in_one(mapping(word).get("name"), language) or id_of(word) for word in items(record.get("keywords"))),
        audience=labels(id_of(word) for word in items(record.get("audience"))),
        minimum_age=_age(record, "audience_min_age"),
        maximum_age=_age(record, "audience_max_age"),
        images=tuple(_images(record, notes)),
        kind=_KINDS.get(kind.lower().removesuffix("s"), ""),
        series=id_of(record.get("super_event")),
        organizer=organisations(worded(ordered(record.get("provider"), language), language) or _publisher(record, language)),
        offers=tuple(offers_of(record, language, notes)),
        registration=registration_of(record, language, ZoneInfo(context.zone), notes),
        in_language=labels(id_of(spoken) for spoken in items(record.get("in_language"))),
        extra=_extra(record, place, kind, language),
    )


def _descriptions(record: Mapping[str, Any], language: str) -> tuple[Text, ...]:
    """Each language's description with its short one before it, unless it repeats that. What only repeats another language's text is
    told once, under the first: systems copy the Finnish text into fields that must not be empty.
    """
    long, short = (_by_language(record.get(name), language) for name in ("description", "short_description"))
    told: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    for name in ordered({**long, **short}, language):
        body, lead = text(long.get(name)), text(short.get(name))
        if (body, lead) not in seen:
            told[name] = _with_lead(lead, body)
        seen |= {(body, lead), (body, "")} if body else {(body, lead)}
    return worded(told)


def _by_language(value: Any, language: str) -> Mapping[str, Any]:
    """A mapping of languages; a text alone is in the source's."""
    return value if isinstance(value, dict) else {language: value}


def _with_lead(lead: str, body: str) -> str:
    if not lead or not body or plain(lead).casefold() in plain(body).casefold():
        return body or lead
    return f"<p>{html.escape(plain(lead), quote=False)}</p>{body}" if worded(body)[0].html else f"{lead}\n\n{body}"


def _location(place: Mapping[str, Any], record: Mapping[str, Any], language: str) -> tuple[Text, ...]:
    """The place's names with the room that ``location_extra_info`` adds; the room alone without a place, its id where that is all."""
    names = {name.language: name.value for name in worded(ordered(place.get("name"), language), language)}
    rooms = {room.language: " ".join(room.value.split()) for room in worded(ordered(record.get("location_extra_info"), language), language)}
    if not names:
        return tuple(Text(value=room, language=tag) for tag, room in rooms.items()) or worded(id_of(place) if place else "")
    return tuple(Text(value=_in_room(name, rooms.get(tag, "")), language=tag) for tag, name in names.items())


def _in_room(name: str, room: str) -> str:
    told = not room or len(room) > _LONGEST_ROOM or room.casefold() in name.casefold()
    return name if told else room if name.casefold() in room.casefold() else f"{name}, {room}"


def _position(place: Mapping[str, Any], notes: Notes) -> tuple[float | None, float | None]:
    """Latitude and longitude of a GeoJSON point, which has the longitude first (RFC 7946 section 3.1.1)."""
    point = items(mapping(place.get("position")).get("coordinates"))
    return coordinates_of(point[1], point[0], notes, "position") if len(point) > 1 else (None, None)


def _url(record: Mapping[str, Any], language: str, notes: Notes) -> str:
    """The publisher's page about the event, else the first further link."""
    told = ordered(record.get("info_url"), language)
    pages = list(told.values()) if isinstance(told, dict) else [told]
    links = [link.get("link") for link in mappings(record.get("external_links"))]
    return first_address([*pages, *links], notes, "info_url")


def _attendance(place: Mapping[str, Any], record: Mapping[str, Any]) -> str:
    if id_of(place).endswith(_INTERNET) if place else record.get("is_virtualevent") is True:
        return "online"
    return "mixed" if record.get("is_virtualevent") is True else ""


def _age(record: Mapping[str, Any], name: str) -> int | None:
    """The record's own age, else that of its registration; in years."""
    ages = (integer(holder.get(name)) for holder in (record, mapping(record.get("registration"))))
    return next((age for age in ages if age is not None and 0 <= age <= _OLDEST), None)


def _images(record: Mapping[str, Any], notes: Notes) -> Iterator[RawImage]:
    """Every image with its alternative text; who took it is a person's name and not kept."""
    for image in mappings(record.get("images")):
        if url := address_of(image.get("url"), notes, "images"):
            told = in_one(image.get("alt_text"), "") or text(image.get("name"))
            yield RawImage(url=url, text=told, licence=text(image.get("license")))


def _publisher(record: Mapping[str, Any], language: str) -> tuple[Text, ...]:
    """The publishing organisation where its record stands in the event; its bare id is no name."""
    return worded(ordered(mapping(record.get("publisher")).get("name"), language), language)


def _extra(record: Mapping[str, Any], place: Mapping[str, Any], kind: str, language: str) -> dict[str, str]:
    """Fields that nobody read, and the ids behind names that were."""
    found = {name: words for name, words in left_over(record, UNDERSTOOD).items() if words not in {"false", "null"}}
    rooms = ordered(record.get("location_extra_info"), language)
    told = {
        "location": id_of(place) if place else "",
        "location_extra_info": in_one(rooms, language) if len(in_one(rooms, language)) > _LONGEST_ROOM and place else "",
        "keywords": " ".join(labels(id_of(word) for word in items(record.get("keywords")))),
        "publisher": id_of(record.get("publisher")),
        "registration": text(mapping(record.get("registration")).get("@id")),
        "external_links": " ".join(labels(link.get("link") for link in mappings(record.get("external_links")))),
        "videos": " ".join(labels(video.get("url") for video in mappings(record.get("videos")))),
        "type_id": "" if kind.lower().removesuffix("s") in _KINDS else kind,
        "replaced_by": id_of(record.get("replaced_by")),
    }
    return found | {name: words[:500] for name, words in told.items() if words and not reaches_someone(words)}
