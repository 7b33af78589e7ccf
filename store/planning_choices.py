"""What a plan may name: places with their rooms, audiences, topics and subjects, with what they are called."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from normalize.distances import Point
from normalize.model import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChoice:
    """One place of the registry."""

    id: str
    names: Texts
    municipality: str
    point: Point | None
    rooms: Mapping[str, Texts]
    """Id of each room to its names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Everything that may be named, by code."""

    places: Mapping[str, PlaceChoice]
    """Those that are somewhere, by municipality and name."""
    audiences: Mapping[str, Texts]
    """In the vocabulary's order."""
    themes: Mapping[str, Texts]
    """Topics and subjects, in the vocabulary's order."""
    topic_of: Mapping[str, str]
    """Subject to the topic that it belongs to."""

    @property
    def names(self) -> Mapping[str, Texts]:
        """What each code of an audience, a topic or a subject is called."""
        return {**self.themes, **self.audiences}


def choices(connection: sqlite3.Connection) -> Choices:
    """What a frozen copy has."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    places = cursor.execute("select * from places where online = 0 order by municipality, name, id").fetchall()
    audiences = cursor.execute("select id, names from audiences order by position").fetchall()
    themes = cursor.execute("select id, names, parent from topics order by position").fetchall()
    return Choices(
        places={row["id"]: _place(row) for row in places},
        audiences={row["id"]: json.loads(row["names"]) for row in audiences},
        themes={row["id"]: json.loads(row["names"]) for row in themes},
        topic_of={row["id"]: row["parent"] for row in themes if row["parent"]},
    )


def _place(row: Mapping[str, Any]) -> PlaceChoice:
    rooms = json.loads(row["rooms"] or "[]")
    return PlaceChoice(
        id=row["id"],
        names=json.loads(row["names"]) if row["names"] else {"und": row["name"]},
        municipality=row["municipality"],
        point=None if row["latitude"] is None or row["longitude"] is None else (row["latitude"], row["longitude"]),
        rooms={room["id"]: room.get("names") or {"und": room["id"]} for room in rooms},
    )
