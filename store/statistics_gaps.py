"""Where there is nothing: for whom, in which area, on which day of the week. Pure.

A gap is a weekday on which nothing that is told to be for those people begins in that area during the period. What tells no audience, no
area or is for everybody may fill a gap without our knowing: it stands beside it, in lines of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from store.statistics import UNKNOWN, Offer, Supply, codes
from store.statistics_counts import AGES, ages_of

WEEKDAYS = range(1, 8)
EVERYBODY = "all"
"""The vocabulary's code of what is for everybody."""
AGE = "age:"
"""Begins the code of a band of ages, ``age:13-17``."""
Cell: TypeAlias = tuple[str, str, int]
"""Audience (or band of ages), area, weekday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """How many dated instances there are for whom, where and on which weekday."""

    times: Mapping[Cell, int]
    areas: tuple[str, ...]
    """Areas in which there may be a gap: those of the registry of places."""
    elsewhere: tuple[str, ...]
    """Where something is besides: online, in a municipality whose district is not known, and last what tells no area."""

    def week(self, group: str, area: str) -> tuple[int, ...]:
        """Instances on each weekday, Monday first."""
        return tuple(self.times.get((group, area, weekday), 0) for weekday in WEEKDAYS)

    def empty(self, group: str, area: str) -> int:
        """Weekdays without any."""
        return self.week(group, area).count(0)

    def gaps(self, groups: Iterable[str]) -> int:
        """Weekdays without any, over all areas."""
        return sum(self.empty(group, area) for group in groups for area in self.areas)


def grid(supply: Supply, areas: Collection[str]) -> Grid:
    """The instances of a period laid out; ``areas`` are those of the registry."""
    times: dict[Cell, int] = defaultdict(int)
    groups = {key: _groups(offer) for key, offer in supply.offers.items()}
    for one in supply.times:
        if one.weekday:
            for group in groups[one.event_id]:
                times[group, one.area, one.weekday] += one.times
    elsewhere = {area for _, area, _ in times} - set(areas)
    return Grid(times=dict(times), areas=tuple(sorted(areas)), elsewhere=(*sorted(elsewhere - {UNKNOWN}), *({UNKNOWN} & elsewhere)))


def _groups(offer: Offer) -> tuple[str, ...]:
    return (*(codes(offer.audience) or (UNKNOWN,)), *(f"{AGE}{band}" for band in ages_of(offer)))


BANDS = tuple(f"{AGE}{band}" for band in AGES)
"""Every band of ages as a group."""
