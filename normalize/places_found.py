"""What is found out about a place of a record, and what its source tells beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from harvesters.source import Source

Rule = Literal["lookup", "name", "alias", "address", "room", "home", "online", "default", "title", ""]
"""How a place was found: the source's lookup table, a name or alias, a street address, a room of the source's default place, the kind of
place together with the publisher's home, a way to take part online, the source's default because the record names none, or the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place and the rule that found it; both empty where none was found for sure."""

    place_id: str = ""
    rule: Rule = ""
    room: str = ""
    """Id of a declared room, else the room in folded words (``lk 12``); empty for the whole house."""
    quote: str = ""
    """The folded words that named it."""


NOWHERE = Found()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What a source tells about its places beyond the record."""

    lookups: Mapping[str, str] = field(default_factory=dict)
    """The publisher's spelling -> a place's id, name or alias."""
    default_place: str = ""
    """Id of the place of records without a location; its district and municipality are the publisher's home where none is declared."""
    home_district: str = ""
    home_municipality: str = ""

    @classmethod
    def of(cls, source: Source) -> Hints:
        """The hints of a source."""
        return cls(
            lookups=source.lookups.get("place", {}),
            default_place=source.default_place or "",
            home_district=source.home.district if source.home else "",
            home_municipality=source.home.municipality if source.home else "",
        )
