"""What somebody thinks of arranging, and what must be told of an event that stands in its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from normalize.distances import Point
from normalize.model import Texts
from normalize.recurrence_zone import settle, zone


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """What somebody thinks of arranging. Raises ``ValueError`` where it ends before it begins."""

    day: date
    from_: time
    to: time
    """Wall clock of ``timezone``; midnight ends the day."""
    timezone: str
    place_id: str = ""
    point: Point | None = None
    """Where it is; without it only what is in the same place has a distance. With neither place nor point the whole region is near."""
    room: str = ""
    audience: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """Broad topics and finer subjects alike."""
    radius_km: float | None = None
    """No further than this; the rules' own distances where it is not told."""

    def __post_init__(self) -> None:
        if self.to != time.min and self.to <= self.from_:
            msg = f"{self.to:%H:%M} is not after {self.from_:%H:%M}"
            raise ValueError(msg)
        if self.radius_km is not None and self.radius_km <= 0:
            msg = "the radius must be above 0"
            raise ValueError(msg)

    @property
    def begin(self) -> datetime:
        """When it begins; an hour that a change of the clock leaves out is the next one."""
        return settle(datetime.combine(self.day, self.from_), zone(self.timezone))

    @property
    def end(self) -> datetime:
        """When it ends."""
        day = self.day + timedelta(days=self.to == time.min)
        return settle(datetime.combine(day, self.to), zone(self.timezone))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """What is told of an event that competes."""

    event_id: str
    names: Texts
    place: Texts
    """Name of its place; of one that no registry has, its words without a declared language (``und``)."""
    organizer_id: str
    organizer: Texts
    """Whom to ask about doing it together."""
    is_series: bool = False
