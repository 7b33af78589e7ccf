"""One ActivityStreams Event as a RawEvent (ActivityStreams vocabulary, schema.org, Mobilizon's ``mz:`` terms, FEP-8a8e)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from harvesters.activitypub_log import id_of, types_of
from harvesters.activitypub_places import Where, where
from harvesters.json_document import integer, items, mapping, mappings, text
from harvesters.json_moments import length_of, moment_of, zone_of
from harvesters.json_people import left_over, reaches_someone
from harvesters.json_words import address_of, first_address, labels, tag_of, worded
from harvesters.ledger import Notes, Refused
from harvesters.record import Availability, Moment, RawEvent, RawImage, RawRegistration, ReadContext, Text

_INVENTED_END = time(23, 59, 59)
"""Mobilizon's end where the publisher gave none."""
_LONGEST_EXTRA = 500
_LAST_YEAR = 9000
UNDERSTOOD = frozenset(
    (
        *(
            "id",
            "type",
            "@type",
            "uuid",
            "url",
            "name",
            "nameMap",
            "content",
            "contentMap",
            "mediaType",
            "summary",
            "summaryMap",
            "startTime",
        ),
        *(
            "endTime",
            "duration",
            "timezone",
            "location",
            "isOnline",
            "status",
            "ical:status",
            "eventStatus",
            "category",
            "tag",
            "attachment",
        ),
        *("image", "joinMode", "externalParticipationUrl", "maximumAttendeeCapacity", "inLanguage", "organizer", "superEvent", "icon"),
        *("anonymousParticipationEnabled", "commentsEnabled", "repliesModerationOption", "draft", "sensitive", "actor"),
    )
)
"""Fields that are read, and those that say nothing about the event: how it may be answered, and its own text once more."""


def event_of(record: Mapping[str, Any], digest: str, kept: str, context: ReadContext, notes: Notes) -> RawEvent:
    """The event; raises ``Refused`` where it has no start that can be read. ``record`` is without people; ``kept`` is its text."""
    language = tag_of(text(record.get("inLanguage"))) or context.language
    start, end = _times(record, context.zone)
    places = where(record, notes)
    conference = labels([*places.online, *_ways_in(record, notes)])
    return RawEvent(
        uid=id_of(record),
        digest=digest,
        text=kept,
        name=_texts(record, "name", language),
        description=_descriptions(record, language),
        start=start,
        end=end,
        duration=length_of(record.get("duration")) if end is None else None,
        status=_status(record),
        location=worded(places.name),
        address=places.address,
        latitude=places.latitude,
        longitude=places.longitude,
        url=_url(record, notes),
        conference=conference,
        attendance=_attendance(record, places, conference),
        categories=labels([*(text(tag.get("name")).lstrip("#") for tag in mappings(record.get("tag"))), text(record.get("category"))]),
        images=tuple(_images(record, notes)),
        series=id_of(record.get("superEvent")),
        organizer=tuple(Text(value=text(name)) for name in items(record.get("organizer"))),
        registration=_registration(record, notes),
        accessibility=tuple(f"{name}={value}" for name, value in _facts(record) if "accessibility" in name),
        in_language=tuple(filter(None, [tag_of(text(record.get("inLanguage")))])),
        extra=_extra(record, places, conference),
    )


def availability_of(uid: str, record: Mapping[str, Any]) -> Availability | None:
    """Places left; Mobilizon also tells how many take part, which says the same where there is a limit."""
    capacity, taken = _capacity(record), integer(record.get("participantCount"))
    remaining = integer(record.get("remainingAttendeeCapacity"))
    if remaining is None and capacity is not None and taken is not None:
        remaining = capacity - taken
    if remaining is None or not uid:
        return None
    return Availability(uid=uid, remaining=max(remaining, 0), capacity=capacity, state="" if remaining > 0 else "full")


def _times(record: Mapping[str, Any], source_zone: str) -> tuple[Moment, Moment | None]:
    """Start and exclusive end on the clock of the event's own zone; raises ``Refused``. Days as end are the last day itself."""
    zone = zone_of(record.get("timezone"), source_zone)
    start, end = (_moment(record, name, moment_of(record.get(name), zone)) for name in ("startTime", "endTime"))
    if start is None:
        raise Refused("no_start", "startTime")
    if isinstance(start, datetime) and isinstance(end, datetime):
        is_invented = end.time() == _INVENTED_END and end.date() == start.date()
        return start, None if is_invented or end == start else end
    if isinstance(start, datetime) or end is None:
        return start, None
    return start, (end.date() if isinstance(end, datetime) else end) + timedelta(days=1)


def _moment(record: Mapping[str, Any], name: str, moment: Moment | None) -> Moment | None:
    value = record.get(name)
    if value in (None, ""):
        return None
    if moment is None or moment.year > _LAST_YEAR:
        raise Refused("bad_value", name, text(value))
    return moment


def _texts(record: Mapping[str, Any], name: str, language: str) -> tuple[Text, ...]:
    """The text in the languages of its map (ActivityStreams section 4.7.3), else the one there is."""
    several = mapping(record.get(f"{name}Map"))
    return worded({tag: several[tag] for tag in sorted(several, key=lambda tag: (tag != language, tag))}) or worded(
        record.get(name), language
    )


def _descriptions(record: Mapping[str, Any], language: str) -> tuple[Text, ...]:
    """``content``, HTML unless ``mediaType`` says otherwise (ActivityStreams, "content")."""
    is_html = text(record.get("mediaType")) in {"", "text/html"}
    return tuple(Text(value=told.value, language=told.language, html=is_html) for told in _texts(record, "content", language))


def _status(record: Mapping[str, Any]) -> str:
    """``CONFIRMED``, ``TENTATIVE``, ``CANCELLED`` as iCalendar has them, else schema.org's word without ``Event`` before it."""
    words = (text(record.get(name)) for name in ("status", "ical:status", "eventStatus"))
    told = next(filter(None, words), "")
    return told.rpartition("/")[2].rpartition("#")[2].upper().removeprefix("EVENT")[:40]


def _url(record: Mapping[str, Any], notes: Notes) -> str:
    """The page for people: the link that is one, else the id, which opens as a page in a browser."""
    links = [link for link in items(record.get("url")) if not isinstance(link, dict) or text(link.get("mediaType")) in {"", "text/html"}]
    return first_address([*(_href(link) for link in links), id_of(record)], notes, "url")


def _href(value: Any) -> str:
    """The address of a link, an image or a string."""
    if not isinstance(value, dict):
        return text(value)
    inside = value.get("href") or value.get("url")
    return _href(next(iter(items(inside)), "")) if isinstance(inside, list) else text(inside)


def _is_image(attachment: Mapping[str, Any]) -> bool:
    return "Image" in types_of(attachment) or text(attachment.get("mediaType")).startswith("image/")


def _images(record: Mapping[str, Any], notes: Notes) -> Iterator[RawImage]:
    """Pictures attached, then the event's own; "Banner" is Mobilizon's name for any of them."""
    attached = [attachment for attachment in mappings(record.get("attachment")) if _is_image(attachment)]
    for picture in (*attached, *items(record.get("image"))):
        name = text(picture.get("summary")) or text(picture.get("name")) if isinstance(picture, dict) else ""
        if url := address_of(_href(picture), notes, "attachment"):
            yield RawImage(url=url, text="" if name == "Banner" else name)


def _links(record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Attached links that are no pictures."""
    return [link for link in mappings(record.get("attachment")) if "Link" in types_of(link) and not _is_image(link)]


def _ways_in(record: Mapping[str, Any], notes: Notes) -> Iterator[str]:
    """Links for taking part: every one of an event that is online, and those that Gancio lists as places, each named by its own address."""
    for link in _links(record):
        address = _href(link)
        if (record.get("isOnline") is True or text(link.get("name")) == address) and (found := address_of(address, notes, "attachment")):
            yield found


def _attendance(record: Mapping[str, Any], places: Where, conference: tuple[str, ...]) -> str:
    is_online = record.get("isOnline") is True or bool(conference)
    if places.name or places.address:
        return "mixed" if is_online else "offline" if record.get("isOnline") is False else ""
    return "online" if is_online else ""


def _capacity(record: Mapping[str, Any]) -> int | None:
    """How many may take part; 0 is how Mobilizon writes that there is no limit."""
    number = integer(record.get("maximumAttendeeCapacity"))
    return number if number is not None and number > 0 else None


def _registration(record: Mapping[str, Any], notes: Notes) -> RawRegistration | None:
    """How to join. ``restricted`` and ``invite`` need somebody's consent; ``external`` only says where."""
    mode = text(record.get("joinMode"))
    told = RawRegistration(
        url=address_of(record.get("externalParticipationUrl"), notes, "externalParticipationUrl"),
        required=True if mode in {"restricted", "invite"} else None,
        capacity=_capacity(record),
        state=mode[:40],
    )
    return None if told == RawRegistration() else told


def _facts(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What Mobilizon attaches as names with values (``mz:accessibility:wheelchairAccessible`` = ``fully``)."""
    for fact in mappings(record.get("attachment")):
        name = text(fact.get("propertyID")) or text(fact.get("name"))
        if "PropertyValue" in types_of(fact) and name and (value := text(fact.get("value"))) and not reaches_someone(value):
            yield name[:100], value[:_LONGEST_EXTRA]


def _extra(record: Mapping[str, Any], places: Where, conference: tuple[str, ...]) -> dict[str, str]:
    """Fields that nobody read, attached facts and links, and places beyond the first."""
    found = {name: words for name, words in left_over(record, UNDERSTOOD).items() if words not in {"false", "null"}}
    found |= {name: value for name, value in _facts(record) if "accessibility" not in name}
    links = " ".join(href for link in _links(record) if (href := _href(link)) and href not in conference and not reaches_someone(href))
    told = {"attachment": links, "location": "; ".join(places.others)}
    return found | {name: words[:_LONGEST_EXTRA] for name, words in told.items() if words}
