"""Where a telling takes place, as far as two places are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from harvesters.source import PlaceEntry
from normalize.distances import Point, point_of
from normalize.model import Listing
from normalize.names_read import AREA
from normalize.places_words import COUNTRIES, GENERIC, folded, is_online, is_online_address, is_room, pieces_of

MOST_NAMES = 12
MOST_WORDS = 12
_LONGEST_SHOWN = 100
_SHORTEST = 4
_ADDRESS = re.compile(r"(?=.*[^\W\d_]{3})(?=.*\b\d{1,5}[a-z]?\b)")
_POSTAL = re.compile(r"\b(?:[a-z]{2} )?\d{5}\b")
_UNTELLING_WORDS = """
street avenue road boulevard drive lane suite floor building room center centre house hall main north south east west the and near behind
high middle elementary regional public branch community county memorial city town village university college national state central downtown
katu tie polku talo keskus sali halli koulu kirjasto kirkko museo gatan vagen huset salen skolan biblioteket kyrkan
"""
_UNTELLING = frozenset(_UNTELLING_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """The fields of ``Traits`` that tell where."""

    place_id: str = ""
    room: str = ""
    place_shown: str = ""
    place_names: tuple[str, ...] = ()
    place_words: tuple[str, ...] = ()
    point: Point | None = None
    is_placed: bool = False
    municipality_code: str = ""
    postal_code: str = ""
    is_online: bool = False

    @property
    def fields(self) -> dict[str, Any]:
        """By name."""
        return asdict(self)


def whereabouts(lead: Listing, places: Mapping[str, PlaceEntry]) -> Whereabouts:
    """Where a listing takes place: by the registry where its place is there, else by its own words."""
    place = places.get(lead.place_id)
    names = _names_of(place) if place else _parts_of(lead.place_text)
    placed = point_of(place)
    own = None if lead.latitude is None or lead.longitude is None else (lead.latitude, lead.longitude)
    return Whereabouts(
        place_id=lead.place_id,
        room=lead.room,
        place_shown=(next(iter(place.name.values())) if place else lead.place_text)[:_LONGEST_SHOWN],
        place_names=names,
        place_words=tuple(sorted(telling_words(names)))[:MOST_WORDS],
        point=placed or (None if place else own),
        is_placed=placed is not None,
        municipality_code=lead.municipality_code or (place.municipality_code if place else ""),
        postal_code=lead.postal_code or (place.postal_code if place else ""),
        is_online=_is_online(lead, place),
    )


def _is_online(lead: Listing, place: PlaceEntry | None) -> bool:
    """True for what takes place nowhere but in the net."""
    if place is not None:
        return place.online
    return lead.details.attendance_mode == "online" or is_online(folded(lead.place_text)) or is_online_address(lead.place_text)


def _names_of(place: PlaceEntry) -> tuple[str, ...]:
    """Names and address of a place of the registry, the names first."""
    return _each_once(map(folded, (*place.name.values(), place.address, *place.aliases)))


def _parts_of(text: str) -> tuple[str, ...]:
    """The parts of a location that tell where: no rooms, countries, postal codes; the name first."""
    parts = (_POSTAL.sub("", folded(piece)).strip() for piece in pieces_of(text[:300]))
    return _each_once(part for part in parts if part and part not in COUNTRIES and not is_room(part) and not is_online(part))


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name)[:MOST_NAMES]


def telling_words(names: Iterable[str]) -> set[str]:
    """Words of names that not every place has: at least four letters, or a name of one word as it is."""
    words = {word for name in names for word in name.split() if len(word) >= _SHORTEST}
    return {word for word in words if word not in _UNTELLING and word not in GENERIC}


def is_address(name: str) -> bool:
    """True for a folded name that is a street with its number."""
    return bool(_ADDRESS.match(name))


def area_words(where: Whereabouts, place: PlaceEntry | None) -> set[str]:
    """Folded words of the place, its district and its municipality: in a name they tell where, not what."""
    areas = _areas_of(place)
    return {word for text in (*where.place_names, *areas) for word in text.split() if not word.isdigit()}


def areas_of(place: PlaceEntry | None) -> set[str]:
    """Folded words of the district and the municipality of a place, marked as names of areas."""
    return {f"{AREA}{word}" for text in _areas_of(place) for word in text.split() if not word.isdigit()}


def _areas_of(place: PlaceEntry | None) -> tuple[str, ...]:
    return tuple(map(folded, (place.district, place.municipality))) if place else ()
