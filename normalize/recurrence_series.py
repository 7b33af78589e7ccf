"""The recurrence set of one series: DTSTART, RRULE and RDATE together, EXDATE taken out (RFC 5545 section 3.8.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from heapq import merge
from itertools import groupby

from normalize.model import Recurrence, Start
from normalize.recurrence_days import Steps, TooManyStepsError
from normalize.recurrence_rule import Rule, Until, parse_rule
from normalize.recurrence_starts import DAY, LAST_WALL, starts
from normalize.recurrence_zone import wall_of, walls_of, zone

_WALK_STEPS = 200_000
"""Steps of one expansion; ten times what a series was accepted with, so that it never fails as the years go by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series on the wall clock of its zone. Whole days are walls at midnight."""

    timezone: str
    all_day: bool
    start: int
    rules: tuple[tuple[Rule, int], ...]
    """Each rule and the last wall that its UNTIL allows, inclusive."""
    dates: tuple[int, ...]
    """DTSTART, unless every rule has ended before it, and RDATE; ascending."""
    dropped: frozenset[int]
    """EXDATE as walls."""
    dropped_days: frozenset[int]
    """EXDATE that takes out a whole day (ordinal), where its value type differs from DTSTART's."""

    def drops(self, wall: int) -> bool:
        """True when EXDATE takes out the instance at this wall."""
        return wall in self.dropped or wall // DAY in self.dropped_days


def series_of(start: Start, recurrence: Recurrence | None, timezone: str) -> Series:
    """The series; without a recurrence the one instance at ``start``. Raises ``RuleError`` where a rule cannot be read.

    An empty rule says nothing and is passed over.
    """
    tz, recurrence = zone(timezone), recurrence or Recurrence()
    all_day = not isinstance(start, datetime)
    first = wall_of(start, tz)
    rules = tuple((rule, _last(rule.until, tz, all_day=all_day)) for rule in map(parse_rule, filter(None, recurrence.rrule)))
    ended = bool(rules) and all(last < first for _, last in rules)
    other = frozenset(wall_of(moment, tz) // DAY for moment in recurrence.exdate if isinstance(moment, datetime) == all_day)
    same = (moment for moment in recurrence.exdate if isinstance(moment, datetime) != all_day)
    added = {_added(moment, first, tz, all_day=all_day) for moment in recurrence.rdate}
    return Series(
        timezone=timezone,
        all_day=all_day,
        start=first,
        rules=rules,
        dates=tuple(sorted(added if ended else {first, *added})),
        dropped=frozenset(wall for moment in same for wall in walls_of(moment, timezone)),
        dropped_days=other,
    )


def occurring(series: Series, first: int, last: int) -> Sequence[int]:
    """The walls of the set in ``[first, last]``, both inclusive, ascending, each once, EXDATE not yet taken out.

    A rule that would have to be walked too long simply ends: ``vet`` refuses such series long before.
    """
    dates = [wall for wall in series.dates if first <= wall <= last]
    found = [_of_rule(rule, series.start, first, min(last, until)) for rule, until in series.rules]
    if len(found) == 1 and (not dates or dates == [series.start]):
        return found[0] if not dates or list(found[0][:1]) == dates else [*dates, *found[0]]
    return [wall for wall, _ in groupby(merge(dates, *found))]


def upcoming(series: Series, first: int, steps: Steps) -> Iterator[int]:
    """The same from ``first`` on, one by one without end; raises ``TooManyStepsError``."""
    found = [starts(rule, series.start, first, until, steps) for rule, until in series.rules]
    return (wall for wall, _ in groupby(merge([wall for wall in series.dates if wall >= first], *found)))


def _of_rule(rule: Rule, start: int, first: int, last: int) -> Sequence[int]:
    """The rule's own walls in the bounds, as far as the steps reach."""
    walls = starts(rule, start, first, last, Steps(_WALK_STEPS))
    if isinstance(walls, Sequence):
        return walls
    found = []
    try:
        for wall in walls:
            found.append(wall)  # noqa: PERF402 - what was found before the steps ran out counts
    except TooManyStepsError:
        pass
    return found


def _last(until: Until | None, tz: tzinfo, *, all_day: bool) -> int:
    """The last wall that UNTIL allows: inclusive, a whole day to its end, a clock without Z on the series' own wall.

    For whole days the day decides: the local one, or the written one where a plain midnight in UTC was written.
    """
    if until is None:
        return LAST_WALL
    if not isinstance(until, datetime):
        return until.toordinal() * DAY + DAY - 1
    wall = wall_of(until, tz)
    if not all_day:
        return wall
    written = until.toordinal() if until.time() == until.time().min else 0
    return max(wall // DAY, written) * DAY + DAY - 1


def _added(moment: Start, start: int, tz: tzinfo, *, all_day: bool) -> int:
    """The wall of an RDATE; where its value type differs from DTSTART's, its day with DTSTART's time of day."""
    if isinstance(moment, datetime) != all_day:
        return wall_of(moment, tz)
    return wall_of(moment, tz) // DAY * DAY + start % DAY
