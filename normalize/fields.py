"""The fields of one record that are words, addresses and places."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from harvesters.record import RawEvent, Text
from harvesters.source import Source
from normalize.links import has_userinfo, web_address
from normalize.model import Image, Texts
from normalize.notes import Notes
from normalize.places import Hints, PlaceRegistry, folded, is_online_address
from normalize.privacy import redact
from normalize.status import without_mark
from normalize.text import CATEGORY_LIMIT, DESCRIPTION_LIMIT, NAME_LIMIT, description, one_line, shortened

MOST_CATEGORIES = 20
MOST_IMAGES = 5
MOST_CONFERENCES = 5
UNDECLARED = "und"
_LANGUAGE = re.compile(r"^([a-z]{2,3})(?:[-_]|$)")
_SECRET = re.compile(r"\\\$\\\{[A-Z0-9_]+\\\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What a record is called."""

    name: Texts
    cancelled: bool
    """A mark such as ``PERUTTU:`` stood before a name; it is no longer in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What else a record says in words."""

    description: Texts
    location: str
    declared: tuple[str, ...]
    """Languages the record itself declares for its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place's id if one was found, the location in words, and the addresses for taking part online."""

    place_id: str
    text: str
    conference: tuple[str, ...]


def title_of(raw: RawEvent, source: Source, notes: Notes) -> Title:
    """The names, clean, without personal data and without a mark that the event is cancelled."""
    marked = _names(raw.name, source, notes)
    names = {language: without_mark(name) for language, name in marked.items()}
    return Title(name=names, cancelled=names != marked)


def words_of(raw: RawEvent, source: Source, notes: Notes) -> Words:
    """Descriptions and location, clean and without personal data; the dear part of a record, left until it is known to be needed."""
    return Words(
        description=_descriptions(raw.description, source, notes),
        location=_location(raw.location, source, notes),
        declared=tuple(sorted({language for text in raw.name if (language := _declared(text))})),
    )


def _names(texts: Iterable[Text], source: Source, notes: Notes) -> Texts:
    """The first name of each language that has words in it."""
    names: Texts = {}
    for text in texts:
        language = _language(text, source)
        name = _line(text.value, language, source, notes, "SUMMARY")
        if name:
            names.setdefault(language, name)
    return names


def _location(texts: Iterable[Text], source: Source, notes: Notes) -> str:
    """The first location that has words in it."""
    lines = (_line(text.value, _language(text, source), source, notes, "LOCATION") for text in texts)
    return next(filter(None, lines), "")


def _line(value: str, language: str, source: Source, notes: Notes, field: str) -> str:
    """One line of clean words; what was taken out or cut off is noted."""
    line = one_line(value, limit=4 * NAME_LIMIT)
    redacted = redact(without_secret(line, source), language)
    if redacted.count:
        notes.add("personal_data_removed", "warning", field)
    if len(redacted.text) > NAME_LIMIT:
        notes.add("text_cut", "warning", field)
    return shortened(redacted.text, NAME_LIMIT)


def _descriptions(texts: Iterable[Text], source: Source, notes: Notes) -> Texts:
    """The first description of each language, as clean HTML."""
    found: Texts = {}
    for text in texts:
        language = _language(text, source)
        clean = _description(text, language, source, notes)
        if clean:
            found.setdefault(language, clean)
    return found


def _description(text: Text, language: str, source: Source, notes: Notes) -> str:
    """Clean HTML of one description; what was taken out or cut off is noted."""
    removed = 0

    def without_contacts(piece: str) -> str:
        nonlocal removed
        redacted = redact(piece, language)
        removed += redacted.count
        return redacted.text

    if len(text.value) > DESCRIPTION_LIMIT:
        notes.add("text_cut", "warning", "DESCRIPTION")
    clean = description(without_secret(text.value, source), html_declared=text.html, redact=without_contacts)
    if removed:
        notes.add("personal_data_removed", "warning", "DESCRIPTION")
    return clean


def _declared(text: Text) -> str:
    """The primary language subtag the publisher declared (RFC 5646 section 2.2.1), ``""`` where none was."""
    found = _LANGUAGE.match(text.language.strip().lower())
    return found[1] if found else ""


def _language(text: Text, source: Source) -> str:
    """The language of a text: declared by the record, else by the source, else ``und``. Nothing is guessed from the words."""
    return _declared(text) or source.language or UNDECLARED


def without_secret(text: str, source: Source) -> str:
    """The text without the source's own secret address, where a publisher wrote it into an event."""
    if not source.is_secret or "://" not in text:
        return text
    pattern = _SECRET.sub(lambda _: r"[^\s<>]+", re.escape(source.url).replace(r"https://", r"(?:https?|webcal)://", 1))
    return re.sub(pattern, "", text)


def place_of(location: str, source: Source, places: PlaceRegistry, conference: tuple[str, ...]) -> Where:
    """The place of a record; a location that is the address of a meeting is one more way to take part."""
    hints = Hints(lookups=source.lookups.get("place", {}), default_place=source.default_place or "")
    found = places.find(location, hints, online=bool(conference))
    if is_online_address(location) and (address := web_address(location)):
        conference = tuple(dict.fromkeys((*conference, address)))
    return Where(place_id=found.place_id, text=location, conference=conference)


def coordinates_of(raw: RawEvent, notes: Notes) -> tuple[float | None, float | None]:
    """Latitude and longitude in degrees (WGS 84), or neither."""
    latitude, longitude = raw.latitude, raw.longitude
    if latitude is None or longitude is None:
        return None, None
    if math.isfinite(latitude) and math.isfinite(longitude) and abs(latitude) <= 90 and abs(longitude) <= 180:  # noqa: PLR2004 - the globe
        return latitude, longitude
    notes.add("bad_geo", "warning", "GEO", f"{latitude};{longitude}")
    return None, None


def url_of(raw: RawEvent, source: Source, notes: Notes) -> str:
    """The event's own page, ``""`` where it names none that may be linked."""
    value = raw.url.strip()
    if not value or (source.is_secret and without_secret(value, source) != value):
        return ""
    return _address(value, notes, "URL")


def _address(value: str, notes: Notes, field: str) -> str:
    """A web address; one that is none, or that held a password, is noted without the password."""
    address = web_address(value)
    if not address:
        notes.add("bad_url", "warning", field, "" if has_userinfo(value) else value)
    elif has_userinfo(value):
        notes.add("url_credentials_removed", "warning", field)
    elif redact(address).count:
        notes.add("personal_data_removed", "warning", field)
        return ""
    return address


def conference_of(raw: RawEvent, notes: Notes) -> tuple[str, ...]:
    """Addresses for taking part online, at most five."""
    addresses = (_address(value, notes, "CONFERENCE") for value in raw.conference[:MOST_CONFERENCES])
    return tuple(dict.fromkeys(filter(None, addresses)))


def images_of(raw: RawEvent, notes: Notes) -> tuple[Image, ...]:
    """Images by https, at most five: a page served by https shows no other."""
    images: list[Image] = []
    for image in raw.images[:MOST_IMAGES]:
        address = web_address(image.url)
        if address.startswith("https:"):
            images.append(Image(url=address, text=redact(one_line(image.text)).text))
        else:
            notes.add("bad_url", "warning", "IMAGE", "" if has_userinfo(image.url) else image.url)
    return tuple(images)


def categories_of(raw: RawEvent, source: Source, notes: Notes) -> tuple[str, ...]:
    """The publisher's own categories, each once, at most twenty; the source's table replaces known spellings."""
    table = {folded(spelling): ours for spelling, ours in source.lookups.get("category", {}).items()}
    found: dict[str, str] = {}
    for category in raw.categories[: 5 * MOST_CATEGORIES]:
        name = redact(one_line(category, limit=CATEGORY_LIMIT)).text
        name = table.get(folded(name), name)
        if name:
            found.setdefault(name.casefold(), name)
    if len(found) > MOST_CATEGORIES or len(raw.categories) > 5 * MOST_CATEGORIES:
        notes.add("categories_cut", "info", "CATEGORIES", str(len(raw.categories)))
    return tuple(found.values())[:MOST_CATEGORIES]
