"""Where there is nothing for whom: a line for everybody of whom there is a word, and the week of one of them area by area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explorer.statistics_names import Names
from explorer.statistics_sheets import Row, Sheet, columns
from store.statistics import UNKNOWN
from store.statistics_gaps import BANDS, EVERYBODY, WEEKDAYS, Grid

_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The week of one group in one area."""

    key: str
    name: str
    week: tuple[int, ...]
    """Instances, Monday first."""
    is_unknown: bool = False
    """Not one of the areas in which there may be a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The week of one group everywhere, and what may be for them without anybody saying so."""

    code: str
    name: str
    areas: tuple[Area, ...]
    perhaps: tuple[Area, ...]
    """What is for everybody, and what tells nobody for whom it is, each over all areas."""

    @property
    def gaps(self) -> int:
        """Weekdays without any, over the areas that are known."""
        return sum(area.week.count(0) for area in self.areas if not area.is_unknown)


def groups(names: Names) -> tuple[str, ...]:
    """Everyone for whom there may be a gap: audiences in the vocabulary's order without what is for everybody, then bands of ages."""
    return (*(code for code in names.terms.audiences if code != EVERYBODY), *BANDS)


def gaps_sheet(grid: Grid, names: Names) -> Sheet:
    """A line for each group: how much there is, and on how many weekdays of how many areas there is nothing."""
    known, words = grid.areas, names.words
    rows = [_line(code, names.group(code), grid, known) for code in groups(names)]
    return Sheet(
        name="gaps",
        title=words["title_gaps"],
        method=words["method_gaps"],
        head=words["head_gaps"],
        columns=columns(words, ("gaps", "number"), ("empty_areas", "number"), ("times", "number")),
        rows=(
            *rows,
            _line(EVERYBODY, names.group(EVERYBODY), grid, known),
            _line(UNKNOWN, words["unknown_audience"], grid, known, is_unknown=True),
        ),
        notes=(words("gaps_of", all=len(known) * _DAYS, areas=len(known)),),
    )


def _line(code: str, label: str, grid: Grid, known: Sequence[str], *, is_unknown: bool = False) -> Row:
    weeks = [grid.week(code, area) for area in known]
    everywhere = [grid.week(code, area) for area in (*grid.areas, *grid.elsewhere)]
    values = (sum(week.count(0) for week in weeks), sum(not any(week) for week in weeks), sum(map(sum, everywhere)))
    return Row(code=code, label=label, values=values, is_unknown=is_unknown)


def week_of(code: str, grid: Grid, names: Names) -> Week:
    """One group, area by area."""
    of = names.of("area")
    areas = [Area(key=area, name=of.get(area, area), week=grid.week(code, area)) for area in grid.areas]
    areas.sort(key=lambda one: one.name.casefold())
    elsewhere = (Area(key=area, name=of.get(area, area), week=grid.week(code, area), is_unknown=True) for area in grid.elsewhere)
    perhaps = tuple(_everywhere(other, grid, names) for other in (EVERYBODY, UNKNOWN) if other != code)
    return Week(code=code, name=names.group(code), areas=(*areas, *(one for one in elsewhere if any(one.week))), perhaps=perhaps)


def _everywhere(code: str, grid: Grid, names: Names) -> Area:
    weeks = (grid.week(code, area) for area in (*grid.areas, *grid.elsewhere))
    week = tuple(sum(days) for days in zip(*weeks, strict=True)) or (0,) * _DAYS
    return Area(key=code, name=names.group(code) if code else names.words["unknown_audience"], week=week, is_unknown=not code)


def lines(grid: Grid, names: Names) -> Iterator[tuple[str, str, str, int, int]]:
    """Every group, area and weekday with its number of instances: code, group, area, weekday, times."""
    of = names.of("area")
    for code in (*groups(names), EVERYBODY, UNKNOWN):
        for area in (*grid.areas, *grid.elsewhere):
            for weekday, times in zip(WEEKDAYS, grid.week(code, area), strict=True):
                yield code, names.group(code) if code else names.words["unknown_audience"], of.get(area, area), weekday, times
