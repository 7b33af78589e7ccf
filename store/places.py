"""Places as the listings name them: which texts no entry of the registry matches, and how many events each entry has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harvesters.errors import KoosteError


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmatchedPlace:
    """One way a location is written that no place was found for."""

    text: str
    sources: tuple[tuple[str, int], ...]
    """Source id and how many of its listings say so, sorted by id."""

    @property
    def listings(self) -> int:
        """How many listings say so in all."""
        return sum(count for _, count in self.sources)


def unmatched_places(database: Path) -> list[UnmatchedPlace]:
    """Every location of a listing that is still shown for which no place was found, the most frequent first, then by text.

    Opens the file for reading only; raises ``KoosteError`` when it cannot be read.
    """
    found: dict[str, list[tuple[str, int]]] = {}
    question = (
        "select place_text, source_id, count(*) from listing where place_id is null and place_text <> '' and withdrawn_at is null "
        "group by place_text, source_id order by place_text, source_id"
    )
    for text, source, count in _rows(database, question):
        found.setdefault(text, []).append((source, count))
    places = (UnmatchedPlace(text=text, sources=tuple(sources)) for text, sources in found.items())
    return sorted(places, key=lambda one: (-one.listings, one.text))


def events_by_place(database: Path) -> dict[str, int]:
    """Place id -> how many events that are not withdrawn take place there; places without any are left out."""
    return dict(
        _rows(database, "select place_id, count(*) from event where place_id is not null and withdrawn_at is null group by place_id")
    )


def _rows(database: Path, question: str) -> Iterator[Any]:
    """The rows as of one instant."""
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            yield from connection.execute(question)
    except sqlite3.Error as error:
        raise KoosteError(f"{database} cannot be read: {error}") from error
