"""Why a location means a place, in words for an operator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from harvesters.source import PlaceEntry
from normalize.areas import Area, Areas
from normalize.nearest_places import nearest_entries
from normalize.places import Found, PlaceRegistry

_BECAUSE = {
    "lookup": "the source's own table (lookups.place) says so",
    "name": "its name stands there",
    "alias": "one of its aliases stands there",
    "address": "its street address stands there",
    "room": "a room of it stands there",
    "home": "it is the only one of that name in the publisher's home",
    "online": "the words say that one takes part online",
    "default": "it is the source's default place for records without a location",
}
_TOLD_BY = {
    "postal_code": "by the postal code",
    "municipality_name": "by its name",
    "locality": "by the name of the post office",
}


def told(text: str, found: Found, area: Area, registry: PlaceRegistry) -> dict[str, Any]:
    """The answer as data."""
    near = [] if found.place_id else [entry.id for entry in nearest_entries(text, registry.entries())]
    place = registry.get(found.place_id)
    return {
        "text": text,
        "place_id": found.place_id,
        "rule": found.rule,
        "quote": found.quote,
        "room": found.room,
        "municipality_code": (place.municipality_code if place else "") or area.municipality_code,
        "postal_code": (place.postal_code if place else "") or area.postal_code,
        "near": near,
    }


def explained(text: str, found: Found, area: Area, registry: PlaceRegistry, areas: Areas) -> Iterator[str]:
    """The answer in sentences."""
    place = registry.get(found.place_id)
    if place is None:
        yield f"{text!r} names no place of the registry for sure."
        if near := nearest_entries(text, registry.entries()):
            yield f"Perhaps it means {' or '.join(map(_called, near))}; if so, add it to that place's aliases."
    else:
        because = _BECAUSE.get(found.rule, found.rule)
        yield f"{text!r} means {_called(place)}: {because}{f' ({found.quote})' if found.quote else ''}."
        if found.room:
            yield f"The room is {found.room}{'' if _is_declared(place, found.room) else ', which the place does not declare'}."
    if area.municipality_code:
        name = areas.name_of(area.municipality_code)
        yield f"The words lie in {name} ({area.municipality_code}), {_TOLD_BY.get(area.rule, '')} ({area.quote})."


def _called(place: PlaceEntry) -> str:
    return f"{next(iter(place.name.values()))} ({place.id})"


def _is_declared(place: PlaceEntry, room: str) -> bool:
    return any(one.id == room for one in place.rooms)
