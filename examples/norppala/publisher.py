"""A publisher: its name, where it lives, how it spells the places, and the system that writes its entries down."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from .entry import Entry
from .server import SELF


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """One publisher as its system knows it."""

    source: str
    title: str
    site: str
    """The publisher's web site, ``https://….example``; links for people begin with it."""
    about: str = ""
    spellings: Mapping[str, str]
    """Venue id -> what this publisher writes."""
    venues: Mapping[str, Mapping[str, Any]]
    """Venue id -> the venue of ``scenario.json``."""
    system: Writer

    @property
    def host(self) -> str:
        """The host of the publisher's site."""
        return urlsplit(self.site).netloc

    @property
    def served(self) -> str:
        """Where the example server answers for the host: links for programs begin with it."""
        return f"{SELF}/{self.host}"

    def place(self, entry: Entry) -> str:
        """The place of an entry as this publisher writes it."""
        return entry.place or self.spellings.get(entry.venue, "")

    def venue(self, entry: Entry) -> Mapping[str, Any]:
        """The venue of an entry."""
        return self.venues[entry.venue]

    def point(self, entry: Entry) -> tuple[float, float]:
        """Latitude and longitude of an entry's venue."""
        venue = self.venue(entry)
        return venue["lat"], venue["lon"]


Writer = Callable[[Publisher, Sequence[Entry]], Mapping[str, bytes]]
"""File name -> what the system answers, of one publisher's entries."""


def as_json(value: object) -> bytes:
    """JSON that can be read and compared: of a list a line a record, of anything else a line a field."""
    if isinstance(value, list):
        records = ",\n".join(json.dumps(record, ensure_ascii=False) for record in value)
        return f"[\n{records}\n]\n".encode()
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
