"""Texts, addresses and places of JSON records, as the RawEvent holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from harvesters.ical_values import http_address
from harvesters.json_document import decimal, items, mapping, text
from harvesters.ledger import Notes
from harvesters.record import RawImage, Text

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", re.ASCII)
_MOST_CATEGORIES = 30
_FARTHEST_LATITUDE, _FARTHEST_LONGITUDE = 90, 180


def worded(value: Any, language: str = "") -> tuple[Text, ...]:
    """A text, a mapping of languages to texts, or nothing; each marked as HTML where it holds a tag."""
    if isinstance(value, dict):
        told = ((text(words), tag_of(name)) for name, words in value.items())
        return tuple(_one(words, tag) for words, tag in told if words)
    words = text(value)
    return (_one(words, language),) if words else ()


def translated(translations: Mapping[str, Any], field: str) -> tuple[Text, ...]:
    """One field of every language of ``{"fi": {"name": ...}, "sv": ...}``."""
    return worded({language: mapping(words).get(field) for language, words in translations.items()})


def tag_of(language: str) -> str:
    """A BCP 47 tag, ``""`` for what cannot be one."""
    return language.strip() if _LANGUAGE.fullmatch(language.strip()) else ""


def address_of(value: Any, notes: Notes, field: str) -> str:
    """An http or https address; another one is noted and left out."""
    written = text(value)
    if not written:
        return ""
    try:
        return http_address(written)
    except ValueError:
        notes.warn("bad_url", field)
        return ""


def joined(base: str, link: str) -> str:
    """The link as an absolute http or https address, ``""`` where it is none (RFC 3986 section 5)."""
    try:
        address = urljoin(base, link.strip())
        return address if urlsplit(address).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def parameters(url: str) -> dict[str, str]:
    """The query's parameters, of each the first; none for what is no address."""
    try:
        return {name: values[0].strip() for name, values in parse_qs(urlsplit(url).query).items()}
    except ValueError:
        return {}


def first_address(values: Iterable[Any], notes: Notes, field: str) -> str:
    """The first usable address."""
    return next(filter(None, (address_of(value, notes, field) for value in values)), "")


def images_of(value: Any, notes: Notes, field: str) -> tuple[RawImage, ...]:
    """Addresses, or schema.org ImageObjects with ``url`` and a caption."""
    found = []
    for item in items(value):
        told = item if isinstance(item, dict) else {"url": item}
        address = address_of(told.get("url"), notes, field)
        if address:
            found.append(RawImage(url=address, text=text(told.get("caption")) or text(told.get("description"))))
    return tuple(found)


def coordinates_of(latitude: Any, longitude: Any, notes: Notes, field: str) -> tuple[float | None, float | None]:
    """Degrees, or twice nothing: half a position is none, and 0, 0 is what an empty form gives."""
    north, east = decimal(latitude), decimal(longitude)
    if north is None or east is None:
        return None, None
    if abs(north) > _FARTHEST_LATITUDE or abs(east) > _FARTHEST_LONGITUDE or north == east == 0:
        notes.warn("bad_geo", field, f"{north}, {east}")
        return None, None
    return north, east


def one_line(*parts: Any) -> str:
    """The texts that say something, once each, with commas between."""
    told = (" ".join(text(part).split()).strip(" ,") for part in parts)
    return ", ".join(dict.fromkeys(filter(None, told)))


def labels(values: Iterable[Any]) -> tuple[str, ...]:
    """Texts without repeats, at most 30."""
    return tuple(dict.fromkeys(words for value in values if (words := text(value))))[:_MOST_CATEGORIES]


def _one(words: str, language: str) -> Text:
    return Text(value=words, language=language, html=bool(_MARKUP.search(words)))
