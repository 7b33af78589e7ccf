"""What the desk needs that only the composition root knows how to do; handed in with the services. All of it blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from explorer.addresses import Language
from normalize.corrections import Correction
from normalize.corrections_fields import Subject, Value


class PlaceLeft(Protocol):
    """One location that names no place, with what could be done about it."""

    @property
    def text(self) -> str:
        """As the sources write it."""

    @property
    def listings(self) -> int:
        """How many listings say so."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that say so."""

    @property
    def near(self) -> tuple[str, ...]:
        """Ids of the places it may mean, the likeliest first."""

    @property
    def where(self) -> str:
        """Which entry of ``schedules.yaml`` the line belongs to."""

    @property
    def line(self) -> str:
        """YAML to paste there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A correction as a person typed it."""

    subject: Subject
    id: str
    field: str
    value: str
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What would become of a correction."""

    said: Value = None
    """What the source says now."""
    problem: str = ""
    """Why it cannot be made: ``form``, ``why``, ``topics``, ``unknown_id``, ``series`` ...; empty where it can."""
    detail: str = ""
    """The same in English, for whoever runs the server."""
    loses_end: bool = False
    """The end that the source tells does not fit the corrected start and is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskWork:
    """What the composition root does for the desk."""

    database: Path
    """``kooste.db``, to be opened for reading only."""
    labels: Callable[[Language], Mapping[str, str]]
    """What people call organizers, audiences, topics and municipalities, by their ids."""
    place_names: Callable[[Language], Mapping[str, str]]
    """What people call the places of the registry, by their ids."""
    judge: Callable[[Proposed, datetime], Judged]
    """What would become of a correction; writes nothing."""
    said: Callable[[Subject, str, str, datetime], Value]
    """What the source says of a field now (subject, id, field)."""
    standing: Callable[[], Sequence[Correction]]
    """The corrections that stand in the file; none where it is broken."""
    unmatched: Callable[[int, int], tuple[Sequence[PlaceLeft], int]]
    """Some of the locations that no place matches, the most frequent first (from, to, exclusive), and how many there are."""
    feedback_days: int
    """Within how many days feedback is answered."""
