"""Whether two entries compete, by the rules of ``scenario.json``: the filling must add no clash to the nine expected ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import Any

from .entry import Entry, as_datetime, starts

HORIZON = (date(2026, 11, 23), date(2027, 5, 1))
"""First day and the day after the last one of ``clash_rules.horizon``."""
ASSUMED = timedelta(minutes=90)
NEAR_KM, FAR_KM = 5, 30
EVERYONE = frozenset({"all", "adults", "children", "families"})
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two entries that compete on one day."""

    type: str
    date: date
    minutes: int
    km: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules with the coordinates of the venues, by venue id."""

    coordinates: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @classmethod
    def of(cls, scenario: Mapping[str, Any]) -> Rules:
        """The rules for the venues of one scenario; what has no coordinates (online) competes with nothing."""
        return cls({v["id"]: (v["lat"], v["lon"]) for v in scenario["venues"] if v["lat"] is not None})

    def km(self, a: str, b: str) -> float:
        """Kilometres between two venues as the crow flies."""
        (lat1, lon1), (lat2, lon2) = self.coordinates[a], self.coordinates[b]
        half = sin(radians(lat2 - lat1) / 2) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
        return 2 * _EARTH_KM * asin(sqrt(half))

    def between(self, a: Entry, b: Entry) -> Iterator[Clash]:
        """Every day on which the two compete, the strongest rule of each day only."""
        if not (self._competes(a) and self._competes(b)):
            return
        km = self.km(a.venue, b.venue)
        kind = _kind(a, b, km)
        if kind:
            for day, minutes in _overlaps(a, b):
                yield Clash(type=kind, date=day, minutes=minutes, km=round(km, 1))

    def _competes(self, entry: Entry) -> bool:
        """False for what the rules leave out: cancelled, exhibitions (days without an hour), online, nowhere."""
        return entry.status != "CANCELLED" and not entry.all_day and entry.venue in self.coordinates


def _kind(a: Entry, b: Entry, km: float) -> str:
    """The rule that two entries at the same time would break; empty when none."""
    if a.venue == b.venue:
        return "venue"
    shared = (set(a.audience) & set(b.audience)) - EVERYONE
    if shared and km <= FAR_KM:
        return "audience" if km <= NEAR_KM else "audience_soft"
    return "topic" if set(a.topics) & set(b.topics) and km <= NEAR_KM else ""


@cache
def _spans(entry: Entry) -> tuple[tuple[datetime, datetime], ...]:
    """Start and end of each instance within the horizon; a missing end is assumed."""
    length = as_datetime(entry.end) - as_datetime(entry.start) if entry.end else ASSUMED
    return tuple((start, start + length) for start in starts(entry, HORIZON[1]) if start.date() >= HORIZON[0])


def _overlaps(a: Entry, b: Entry) -> Iterator[tuple[date, int]]:
    """Day and minutes of each overlap in time."""
    for start, end in _spans(a):
        for other_start, other_end in _spans(b):
            shared = min(end, other_end) - max(start, other_start)
            if shared > timedelta():
                yield max(start, other_start).date(), int(shared.total_seconds() // 60)
