"""The place of an ActivityStreams event: one Place or several, each with its address as text or as schema.org's, or one on the net."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from harvesters.activitypub_log import id_of, types_of
from harvesters.json_document import items, mapping, text
from harvesters.json_words import address_of, coordinates_of, one_line
from harvesters.ledger import Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The first place one can go to, the names of further ones, and the addresses of places on the net."""

    name: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    others: tuple[str, ...] = ()
    online: tuple[str, ...] = ()


def where(record: Mapping[str, Any], notes: Notes) -> Where:
    """The places of ``location``. A place without a name goes by its address; one that is only a link says nothing."""
    found = [place if isinstance(place, dict) else {"name": text(place)} for place in items(record.get("location"))]
    online = [_net_address(place, notes) for place in found if _is_virtual(place)]
    rooms = [place for place in found if not _is_virtual(place) and (_name(place) or _postal(place))]
    first = rooms[0] if rooms else {}
    latitude, longitude = coordinates_of(first.get("latitude"), first.get("longitude"), notes, "location")
    return Where(
        name=_name(first) or _postal(first),
        address=_postal(first),
        latitude=latitude,
        longitude=longitude,
        others=tuple(_name(place) or _postal(place) for place in rooms[1:]),
        online=tuple(dict.fromkeys(filter(None, online))),
    )


def _is_virtual(place: Mapping[str, Any]) -> bool:
    return "VirtualLocation" in types_of(place) | types_of(place.get("address"))


def _net_address(place: Mapping[str, Any], notes: Notes) -> str:
    """Where a virtual place is: by its address, else by its own id."""
    told = text(mapping(place.get("address")).get("url")) or text(place.get("url")) or id_of(place)
    return address_of(told, notes, "location")


def _name(place: Mapping[str, Any]) -> str:
    """The name on one line; a link in its place is none."""
    name = " ".join(text(place.get("name")).split())
    return "" if name.startswith(("http://", "https://")) else name


def _postal(place: Mapping[str, Any]) -> str:
    """The address on one line, the country last."""
    told = place.get("address")
    if not isinstance(told, dict):
        return one_line(told)
    town = f"{text(told.get('postalCode'))} {text(told.get('addressLocality'))}"
    return one_line(told.get("streetAddress"), town, told.get("addressRegion"), told.get("addressCountry"))
