"""Change over time: what was counted day by day, as small curves and a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from explorer.charts import Curve, curve
from store.avoided import AVOIDED
from store.figures import Figure

SHOWN = 62
"""So many days stand in the table of a page; CSV and JSON have all that were asked for."""
MEASURES: Mapping[str, tuple[tuple[str, str | None], ...]] = {
    "events": (("events", ""),),
    "times": (("times", ""),),
    "free": (("events_by_price", "free"),),
    "step_free": (("step_free", ""),),
    "tasks": (("tasks", ""),),
    "places": (("places", ""),),
    "taken": (("places_taken", ""),),
    "gaps": (("gaps", ""),),
    "overlaps": (("overlaps", None),),
    "spared": (("spared", ""),),
    "sources_well": (("sources", "ok"),),
}
"""What a page shows: measure and part of the figures that are summed; ``None`` is every part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One measure over days."""

    name: str
    values: tuple[tuple[date, int], ...]
    curve: Curve | None
    """``None`` where there are not two days yet."""

    @property
    def change(self) -> int:
        """From the first day to the last."""
        return self.values[-1][1] - self.values[0][1] if self.values else 0


def series(figures: Sequence[Figure]) -> list[Series]:
    """Each measure; a day on which a part is missing counts 0 of it."""
    by_day: dict[date, dict[tuple[str, str], int]] = defaultdict(dict)
    for one in figures:
        if one.measure != AVOIDED:  # counted as it happens, on days too of which nothing else was counted
            by_day[one.day][one.measure, one.part] = one.value
    return [_series(name, sorted(by_day.items())) for name in MEASURES]


def _series(name: str, days: Sequence[tuple[date, Mapping[tuple[str, str], int]]]) -> Series:
    values = tuple((day, sum(_sum(numbers, measure, part) for measure, part in MEASURES[name])) for day, numbers in days)
    return Series(name=name, values=values, curve=curve(values))


def _sum(numbers: Mapping[tuple[str, str], int], measure: str, part: str | None) -> int:
    if part is not None:
        return numbers.get((measure, part), 0)
    return sum(number for (of, _), number in numbers.items() if of == measure)


def days_of(found: Sequence[Series]) -> list[tuple[date, tuple[int, ...]]]:
    """Each day with the number of every measure, the last day first."""
    if not found:
        return []
    return [(day, tuple(one.values[at][1] for one in found)) for at, (day, _) in enumerate(found[0].values)][::-1]
