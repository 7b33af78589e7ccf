"""What a person might write into ``schedules.yaml`` for a location that no place matches: an alias, a lookup of the source, or a new place.

A proposal is a line to read, judge and paste. Nothing is ever added by itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from harvesters.source import PlaceEntry, Schedules, Source
from normalize.areas import Areas
from normalize.nearest_places import nearest_entries
from normalize.places import Hints, PlaceRegistry, folded
from normalize.places_index import street_of
from normalize.places_words import POSTAL, SEPARATORS, is_room
from store.places import UnmatchedPlace

_CODE = re.compile(r"[\w.-]+:[\w.-]+|[A-ZÅÄÖ0-9][A-ZÅÄÖ0-9 ./-]{0,6}")
"""What is no name but a publisher's own code or abbreviation (``JH1``, ``norppala:101``)."""
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One location that names no place, with what could be done about it."""

    text: str
    listings: int
    sources: tuple[str, ...]
    near: tuple[str, ...]
    """Ids of the places it may mean, the likeliest first."""
    line: str
    """YAML to paste: below ``where``."""
    where: str
    """Which entry of ``schedules.yaml`` the line belongs to."""


def proposals(schedules: Schedules, unmatched: Sequence[UnmatchedPlace], areas: Areas) -> list[Proposal]:
    """A proposal for each location that the registry of today does not know, in the order given."""
    return [_proposal(one, schedules.places, areas) for one in still_unmatched(schedules, unmatched)]


def still_unmatched(schedules: Schedules, unmatched: Sequence[UnmatchedPlace]) -> list[UnmatchedPlace]:
    """The locations without those that an entry added since the harvest explains for every source: the next harvest finds them."""
    registry = PlaceRegistry(schedules.places)
    sources = {source.id: source for source in schedules.sources}
    return [one for one in unmatched if not _is_known_now(one, registry, sources)]


def _is_known_now(one: UnmatchedPlace, registry: PlaceRegistry, sources: dict[str, Source]) -> bool:
    known = [registry.find(one.text, Hints.of(sources[name])).place_id for name, _ in one.sources if name in sources]
    return bool(known) and all(known)


def _proposal(one: UnmatchedPlace, entries: Sequence[PlaceEntry], areas: Areas) -> Proposal:
    """An alias of the nearest entry, a lookup for a code, else a new place."""
    near = nearest_entries(one.text, entries)
    where, line = _line(one, near, entries, areas)
    names = tuple(name for name, _ in one.sources)
    return Proposal(text=one.text, listings=one.listings, sources=names, near=tuple(entry.id for entry in near), where=where, line=line)


def _line(one: UnmatchedPlace, near: Sequence[PlaceEntry], entries: Sequence[PlaceEntry], areas: Areas) -> tuple[str, str]:
    if near:
        return f"places: {near[0].id}", _yaml({"aliases": [*near[0].aliases, one.text]})
    if _CODE.fullmatch(one.text.strip()):
        return f"sources: {one.sources[0][0]}", _yaml({"lookups": {"place": {one.text: "ID-OF-THE-PLACE"}}})
    return "places", "- " + _yaml(new_entry(one.text, areas, {entry.id for entry in entries}), braces=True)


def new_entry(text: str, areas: Areas, taken: Collection[str]) -> dict[str, Any]:
    """The entry of a new place as far as its location tells: name, address, postal code, municipality; an id nobody has yet."""
    parts = [part.strip() for part in SEPARATORS.split(POSTAL.sub(" ", text)) if part.strip()]
    name = next((part for part in parts if not is_room(folded(part))), text.strip())
    street = next((part for part in parts[1:] if street_of(part)), "")
    area = areas.read(text)
    entry = {
        "id": _free_id(name, taken),
        "name": name,
        "address": street,
        "postal_code": area.postal_code,
        "municipality": areas.name_of(area.municipality_code),
        "municipality_code": area.municipality_code,
    }
    return {key: value for key, value in entry.items() if value}


def _free_id(name: str, taken: Collection[str]) -> str:
    """An id made of the name."""
    words = re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")[:_LONGEST_ID].strip("-") or "place"
    numbered = (words if number == 1 else f"{words}-{number}" for number in range(1, len(taken) + 2))
    return next(one for one in numbered if one not in taken)


def _yaml(value: dict[str, Any], *, braces: bool = False) -> str:
    """One line of YAML, ready to paste."""
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, default_flow_style=True, width=10**6).strip()
    return text if braces else text[1:-1]
