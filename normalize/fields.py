"""The fields of one record that are words, addresses and places."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from harvesters.record import RawEvent, Text
from harvesters.source import Source
from normalize.links import has_userinfo, web_address
from normalize.model import Evidence, Image, Texts
from normalize.notes import Notes
from normalize.places_words import folded
from normalize.privacy import Redacted, private_address, redact
from normalize.privacy_markup import redact_markup
from normalize.status import marked_name
from normalize.text import CATEGORY_LIMIT, DESCRIPTION_LIMIT, NAME_LIMIT, description, one_line, shortened
from normalize.text_leftovers import is_nothing
from normalize.texts import declared_language, descriptions_of, hints_of, names_of

MOST_CATEGORIES = 20
MOST_IMAGES = 5
MOST_CONFERENCES = 5
UNDECLARED = "und"
_COMMON = 6000
"""Characters of a description that is remembered."""
_SECRET = re.compile(r"\\\$\\\{[A-Z0-9_]+\\\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a record says in words, by the language it is really in."""

    name: Texts
    """As it is shown: without a mark such as ``PERUTTU:``."""
    told: Texts
    """The same with the marks, as the publisher wrote it."""
    description: Texts
    location: str
    evidence: tuple[Evidence, ...]


def titles_of(raw: RawEvent, source: Source, notes: Notes) -> tuple[Text, ...]:
    """The names that have words in them, clean and without personal data."""
    lines = ((text, _line(text.value, _language(text, source), source, notes, "SUMMARY")) for text in raw.name)
    return tuple(text if line == text.value else replace(text, value=line) for text, line in lines if line)


def words_of(raw: RawEvent, titles: Sequence[Text], source: Source, notes: Notes) -> Words:
    """Names, descriptions and location; the dear part of a record, left until it is known to be needed."""
    language = source.language or ""
    names = names_of(titles, language, lambda text, _: text.value, notes, hints_of(raw.description))
    descriptions = descriptions_of(raw.description, language, lambda text, told: _description(text, told, source, notes), notes)
    return Words(
        name={language: marked_name(name).name for language, name in names.texts.items()},
        told=names.texts,
        description=descriptions.texts,
        location=_location(raw.location, source, notes),
        evidence=(*names.evidence, *descriptions.evidence),
    )


def _location(texts: Iterable[Text], source: Source, notes: Notes) -> str:
    """The first location that has words in it."""
    lines = (_line(text.value, _language(text, source), source, notes, "LOCATION") for text in texts)
    return next((line for line in lines if line and not is_nothing(line)), "")


def _line(value: str, language: str, source: Source, notes: Notes, field: str) -> str:
    """One line of clean words; what was taken out or cut off is noted."""
    line = one_line(value, limit=4 * NAME_LIMIT)
    redacted = redact(without_secret(line, source), language)
    _tell_removed(redacted, notes, field)
    if len(redacted.text) > NAME_LIMIT:
        notes.add("text_cut", "warning", field)
    return shortened(redacted.text, NAME_LIMIT)


def _description(text: Text, language: str, source: Source, notes: Notes) -> str:
    """Clean HTML of one description; what was taken out or cut off is noted."""
    if len(text.value) > DESCRIPTION_LIMIT:
        notes.add("text_cut", "warning", "DESCRIPTION")
    value = without_secret(text.value, source)
    redacted = (_remembered if len(value) <= _COMMON else _clean)(value, text.html, language)
    _tell_removed(redacted, notes, "DESCRIPTION")
    return redacted.text if len(redacted.text) <= DESCRIPTION_LIMIT else description(redacted.text)


def _clean(value: str, html_declared: bool, language: str) -> Redacted:  # noqa: FBT001 - part of what is remembered
    """A description as clean HTML without personal data."""
    return redact_markup(description(value, html_declared=html_declared), language)


@lru_cache(maxsize=2048)
def _remembered(value: str, html_declared: bool, language: str) -> Redacted:  # noqa: FBT001 - part of what is remembered
    """The same of a description as long as most: the dates of a series repeat it."""
    return _clean(value, html_declared, language)


def _tell_removed(redacted: Redacted, notes: Notes, field: str) -> None:
    """Note what was taken out of a field, without repeating it."""
    if not redacted.count:
        return
    if redacted.personal:
        notes.add("personal_data_removed", "warning", field)
    if redacted.secrets:
        notes.add("secret_address_removed", "warning", field)


def _language(text: Text, source: Source) -> str:
    """The language in which a removal is marked: declared by the record, else by the source, else ``und``."""
    return declared_language(text) or source.language or UNDECLARED


def without_secret(text: str, source: Source) -> str:
    """The text without the source's own secret address, where a publisher wrote it into an event."""
    if "://" not in text or not source.is_secret:
        return text
    pattern = _SECRET.sub(lambda _: r"[^\s<>]+", re.escape(source.url).replace(r"https://", r"(?:https?|webcal)://", 1))
    return re.sub(pattern, "", text)


def check_coordinates(raw: RawEvent, notes: Notes) -> None:
    """Note coordinates that are nowhere on the globe (degrees, WGS 84); ``where_of`` leaves them out."""
    latitude, longitude = raw.latitude, raw.longitude
    if latitude is None or longitude is None:
        return
    if not (math.isfinite(latitude) and math.isfinite(longitude) and abs(latitude) <= 90 and abs(longitude) <= 180):  # noqa: PLR2004 - the globe
        notes.add("bad_geo", "warning", "GEO", f"{latitude};{longitude}")


def url_of(raw: RawEvent, source: Source, notes: Notes) -> str:
    """The event's own page, ``""`` where it names none that may be linked."""
    value = raw.url.strip()
    if not value or (source.is_secret and without_secret(value, source) != value):
        return ""
    return _address(value, notes, "URL")


def _address(value: str, notes: Notes, field: str) -> str:
    """A web address; one that is none, or that held a password, is noted without the password."""
    address, code = _judged(value)
    if code:
        notes.add(code, "warning", field, value if code == "bad_url" and not has_userinfo(value) else "")
    return address


@lru_cache(maxsize=2048)
def _judged(value: str) -> tuple[str, str]:
    """The address that may be linked and the code of what is to be noted; remembered, for every date of a series has the same page."""
    address = web_address(value)
    if not address:
        return "", "bad_url"
    if has_userinfo(value):
        return address, "url_credentials_removed"
    sort = private_address(address)
    return ("", "secret_address_removed" if sort == "secret" else "personal_data_removed") if sort else (address, "")


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
            told = redact(one_line(image.text)).text
            images.append(Image(url=address, text=told, licence=redact(one_line(image.licence, limit=CATEGORY_LIMIT)).text))
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
