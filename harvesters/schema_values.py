"""Values of schema.org nodes, whatever syntax they came in: every one may be a string, a list, a mapping, a number or nothing.

A node is a mapping of local property names (``name``, ``startDate``) with JSON-LD's ``@type``, ``@id``, ``@value`` and ``@language``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from harvesters.ical_values import http_address
from harvesters.json_document import items, mappings, text
from harvesters.json_words import tag_of
from harvesters.ledger import Notes
from harvesters.record import Text

Node = Mapping[str, Any]

EVENTS = frozenset(
    (
        "Event",
        "BusinessEvent",
        "ChildrensEvent",
        "ComedyEvent",
        "ConferenceEvent",
        "CourseInstance",
        "DanceEvent",
        "EducationEvent",
        "EventSeries",
        "ExhibitionEvent",
        "Festival",
        "FoodEvent",
        "Hackathon",
        "LiteraryEvent",
        "MusicEvent",
        "PerformingArtsEvent",
        "SaleEvent",
        "ScreeningEvent",
        "SocialEvent",
        "SportsEvent",
        "TheaterEvent",
        "VisualArtsEvent",
    )
)
"""schema.org's events that people go to, and what is made of any other type that ends in ``Event`` is the same, but for those below."""
NO_GATHERINGS = frozenset(("BroadcastEvent", "DeliveryEvent", "OnDemandEvent", "PublicationEvent"))
"""schema.org's events that nobody goes to: a broadcast, a parcel, a publication."""
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*", re.ASCII)
_LONGEST_NAME = 200
_NESTED = 4
MOST = 200
"""Values of one property that are looked at."""


def local(name: Any) -> str:
    """``MusicEvent`` for ``MusicEvent``, ``schema:MusicEvent`` and ``https://schema.org/MusicEvent``; ``""`` for what is no name."""
    return _last_part(text(name)[:_LONGEST_NAME])


@lru_cache(maxsize=1024)
def _last_part(name: str) -> str:
    found = re.split(r"[/#:]", name.rstrip("/"))[-1]
    return found if _NAME.fullmatch(found) else ""


def types(node: Node) -> tuple[str, ...]:
    """The local names of the node's types."""
    return tuple(name for kind in items(node.get("@type"))[:MOST] if (name := local(kind)))


def is_event(node: Node) -> bool:
    """True for an event that people go to."""
    return any(name in EVENTS or (name.endswith("Event") and name not in NO_GATHERINGS) for name in types(node))


def is_reference(node: Node) -> bool:
    """True for a node that only points to another one by its ``@id``."""
    return "@id" in node and not node.keys() - {"@id", "@type", "@context"}


def first(node: Node, *names: str) -> Any:
    """The value of the first of the properties that holds any."""
    return next((node[name] for name in names if node.get(name) not in (None, "", [], {})), None)


def plain(value: Any, depth: int = _NESTED) -> str:
    """The first text of a value: of a mapping its ``@value`` or ``name``, of a list its first item that says something."""
    if isinstance(value, list) and depth:
        return next(filter(None, (plain(item, depth - 1) for item in value[:MOST])), "")
    if isinstance(value, dict) and depth:
        return plain(first(value, "@value", "name"), depth - 1)
    return text(value)


def texts(value: Any, language: str = "") -> tuple[Text, ...]:
    """Every text of a value with its language: strings, ``@value`` with ``@language``, and mappings of languages to strings."""
    found = (Text(value=words, language=tag, html=bool(_MARKUP.search(words))) for words, tag in _worded(value, language, _NESTED))
    return tuple(dict.fromkeys(found))


def _worded(value: Any, language: str, depth: int) -> Iterator[tuple[str, str]]:
    for item in items(value)[:MOST]:
        if isinstance(item, list | dict) and not depth:
            continue
        if isinstance(item, list):
            yield from _worded(item, language, depth - 1)
        elif isinstance(item, dict):
            yield from _mapped(item, language, depth - 1)
        elif words := text(item):
            yield words, language


def _mapped(value: Node, language: str, depth: int) -> Iterator[tuple[str, str]]:
    """Texts of one mapping: a value object, a language map (JSON-LD 1.1 section 4.6.2) or a thing with a name."""
    told = first(value, "@value", "name")
    if told is not None:
        yield from _worded(told, tag_of(text(value.get("@language"))) or language, depth)
        return
    for name, words in value.items():
        if (tag := tag_of(name)) and isinstance(words, str | list):
            yield from _worded(words, tag, depth)


def labels(value: Any) -> tuple[str, ...]:
    """The words of a value, each once: texts, names of terms, and their addresses where they have no name."""
    found = (plain(item) or (text(first(item, "url", "@id")) if isinstance(item, dict) else "") for item in items(value)[:MOST])
    return tuple(dict.fromkeys(filter(None, found)))


def addresses(value: Any, notes: Notes, field: str, *, told: bool = True) -> tuple[str, ...]:
    """The http and https addresses of a value, each once; of a mapping its ``url``, ``contentUrl``, ``urlTemplate`` or ``@id``.

    ``told``: whether another sort of address is worth an issue.
    """
    found = dict.fromkeys(address for item in items(value)[:MOST] if (address := _address(item, notes, field, told=told)))
    return tuple(found)


def _address(value: Any, notes: Notes, field: str, *, told: bool) -> str:
    for _ in range(_NESTED):
        if isinstance(value, dict):
            value = first(value, "url", "contentUrl", "urlTemplate", "@id", "@value")
        elif isinstance(value, list):
            value = next(iter(value), None)
    written = text(value)
    if not written:
        return ""
    try:
        return http_address(written)
    except ValueError:
        if told:
            notes.warn("bad_url", field, "" if "@" in written else written)
        return ""


def yes_or_no(value: Any) -> bool | None:
    """What a Boolean says, also one written as a word or an address; ``None`` for everything else."""
    if isinstance(value, bool):
        return value
    return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(local(value).lower() or plain(value))


def things(value: Any) -> list[dict[str, Any]]:
    """The nodes among the values."""
    return mappings(value)[:MOST]
