"""One library of Kirkanta into a RawEvent: a standing service with opening hours day by day."""

from __future__ import annotations

from typing import Any, NamedTuple

from harvesters.clock_times import wall_clock
from harvesters.json_document import mapping, mappings, text
from harvesters.json_moments import day_of
from harvesters.json_people import left_over
from harvesters.json_texts import best, by_language, texts
from harvesters.json_words import address_of, coordinates_of, first_address, labels, one_line
from harvesters.ledger import Notes, Refused
from harvesters.record import RawEvent, RawHours, RawImage, Text

_MOST_HOURS = 1500
_MOST_IMAGES = 3
SELF_SERVICE = 2
"""Status of hours without staff; 1 is with staff, 0 is closed."""
_READ = {
    "id", "name", "description", "slogan", "address", "coordinates", "schedules", "services", "primaryContactInfo", "web", "homepage",
    "links", "coverPhoto", "pictures", "events", "slug", "shortName", "city", "mailAddress", "customData", "refs", "departments", "persons",
}  # fmt: skip


class Told(NamedTuple):
    """One record with what is known beside it."""

    record: Any
    language: str
    """The language the answer was asked in."""
    zone: str
    words: dict[str, dict[str, Any]]
    """Its name, description and slogan in further languages."""
    shown: str
    """Its text as it is kept."""


def library_of(told: Told, digest: str, notes: Notes) -> RawEvent:
    """The library; raises ``Refused`` for a record without id or name."""
    record, language, translated = told.record, told.language, told.words
    if not isinstance(record, dict):
        raise Refused("item_unreadable", "items", str(record)[:200])
    uid, name = text(record.get("id")), _words(record, "name", language, translated)
    if not uid or not name:
        raise Refused("required_field_missing", "name" if uid else "id", best(name, language) or uid)
    position = mapping(record.get("coordinates"))
    latitude, longitude = coordinates_of(position.get("lat"), position.get("lon"), notes, "coordinates")
    return RawEvent(
        uid=uid,
        digest=digest,
        text=told.shown,
        kind="service",
        name=texts(name, language),
        description=_description(record, language, translated),
        location=texts(name, language),
        address=_address(record, language),
        latitude=latitude,
        longitude=longitude,
        url=first_address(homepage_of(record), notes, "homepage"),
        categories=labels(best(by_language(one.get("standardName") or one.get("name"), language), language) for one in _services(record)),
        images=_images(record, notes),
        hours=_hours(record, language, notes),
        extra=left_over(record, _READ),
    )


def _words(record: dict[str, Any], field: str, language: str, translated: dict[str, dict[str, Any]]) -> dict[str, str]:
    """One text in every language: the record's own, and what the answers in other languages say otherwise."""
    found = by_language(record.get(field), language)
    for tag, one in translated.items():
        found |= {key: value for key, value in by_language(one.get(field), tag).items() if key not in found}
    return found


def _description(record: dict[str, Any], language: str, translated: dict[str, dict[str, Any]]) -> tuple[Text, ...]:
    """The description, which is HTML; the slogan where there is none."""
    found = _words(record, "description", language, translated) or _words(record, "slogan", language, translated)
    return texts(found, language, html=True)


def _address(record: dict[str, Any], language: str) -> str:
    """Street, postal code and town in one line."""
    told = mapping(record.get("address"))
    street, town = (best(by_language(told.get(name), language), language) for name in ("street", "city"))
    return one_line(street, f"{text(told.get('zipcode'))} {town}".strip())


def homepage_of(record: Any) -> list[str]:
    """What may be the library's own page, best first, as written."""
    found = mapping(record)
    contact = mapping(mapping(found.get("primaryContactInfo")).get("homepage"))
    told = (contact.get("url"), found.get("web"), found.get("homepage"), mapping(found.get("links")).get("url"))
    return [address for value in told if (address := text(value))]


def _services(record: dict[str, Any]) -> list[dict[str, Any]]:
    return mappings(record.get("services"))


def _images(record: dict[str, Any], notes: Notes) -> tuple[RawImage, ...]:
    """The cover photo, else the first pictures, in the size that suits a page."""
    found = []
    for picture in [*mappings(record.get("coverPhoto")), *(mapping(one.get("files")) for one in mappings(record.get("pictures")))]:
        sizes = (mapping(picture.get(size)).get("url") or picture.get(size) for size in ("medium", "large", "small"))
        found += [address for size in sizes if (address := address_of(size, notes, "pictures"))][:1]
    return tuple(RawImage(url=address) for address in list(dict.fromkeys(found))[:_MOST_IMAGES])


def _hours(record: dict[str, Any], language: str, notes: Notes) -> tuple[RawHours, ...]:
    """Opening hours, each day by its date: several spans a day, self-service marked, a closed day said to be closed."""
    found: list[RawHours] = []
    for one in mappings(record.get("schedules"))[:_MOST_HOURS]:
        if (day := day_of(one.get("date"))) is None:
            notes.warn("date_unreadable", "schedules.date", text(one.get("date")))
            continue
        info = best(by_language(one.get("info"), language), language)
        spans = [span for span in mappings(one.get("times")) if span.get("status") != 0]
        made = [hours for span in spans if (hours := _span(span, info, notes))]
        found += [RawHours(day=day, opens=opens, closes=closes, note=note) for opens, closes, note in made]
        if one.get("closed") is True or (one.get("closed") is None and one.get("times") == []):
            found.append(RawHours(day=day, note=info))
    return tuple(found[:_MOST_HOURS])


def _span(span: dict[str, Any], info: str, notes: Notes) -> tuple[str, str, str] | None:
    opens, closes = wall_clock(span.get("from")), wall_clock(span.get("to"))
    if not opens or not closes:
        notes.warn("date_unreadable", "schedules.times", f"{text(span.get('from'))}-{text(span.get('to'))}")
        return None
    return opens, closes, "self_service" if span.get("status") == SELF_SERVICE else info
