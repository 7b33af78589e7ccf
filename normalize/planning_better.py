"""When a planned event would have less to compete with: the same length, within two weeks, in a room that is free. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from normalize.holidays import is_holiday
from normalize.overlaps_slot import seconds_of
from normalize.planning_days import DayNote, SchoolHoliday, days_around, notes_of
from normalize.planning_request import PlanRequest
from normalize.planning_rivals import PlanKind, Rival, counted, severity_of

WITHIN_DAYS = 14
MOST = 3
_EARLIEST, _LATEST = time(9), time(21)
"""People come and go home between these, unless the plan itself says otherwise."""
_STEP = timedelta(minutes=30)
_SHIFT = timedelta(hours=3)
"""An evening stays an evening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BetterSlot:
    """A time for which less competes and the room is free."""

    day: date
    from_: time
    to: time
    counts: Mapping[PlanKind, int]
    """How much of each kind goes on then, the worst kind first; kinds without any left out."""
    notes: tuple[DayNote, ...] = ()
    """School holidays it falls on."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """One time that might be better."""

    request: PlanRequest
    counts: Mapping[PlanKind, int]
    notes: tuple[DayNote, ...]

    @property
    def load(self) -> int:
        """How much competes, the severe things counting more."""
        return sum(severity_of(kind) * count for kind, count in self.counts.items())


def better_slots(
    request: PlanRequest, rivals: Sequence[Rival], school_holidays: Sequence[SchoolHoliday], earliest: date
) -> tuple[BetterSlot, ...]:
    """The best times within two weeks both ways at which less competes, the best first, at most one a day and three in all.

    None before ``earliest`` and none on a public holiday. Of equally free ones those outside school holidays come first, then those on the
    same weekday, at nearly the same hour, with least going on beside them, and on the nearest day. Empty where nothing competes.
    """
    now = _choice(request, rivals, ())
    ranked = [
        (_rank(one, request), one)
        for day in days_around(request.day, WITHIN_DAYS, earliest)
        if not is_holiday(day)
        for one in _choices(replace(request, day=day), rivals, school_holidays)
        if "venue" not in one.counts and one.load < now.load
    ]
    best: dict[date, _Choice] = {}
    for _, one in sorted(ranked, key=lambda pair: pair[0]):
        best.setdefault(one.request.day, one)
    return tuple(_better(one) for one in list(best.values())[:MOST])


def _choices(request: PlanRequest, rivals: Sequence[Rival], school_holidays: Sequence[SchoolHoliday]) -> Iterator[_Choice]:
    """The hours of one day."""
    hours = list(_hours(request))
    opens, closes = seconds_of(hours[0].begin), seconds_of(hours[-1].end)
    on_that_day = [one for one in rivals if one.slot.begin < closes and opens < one.slot.end]
    notes = notes_of(request.day, school_holidays)
    for one in hours:
        yield _choice(one, on_that_day, notes)


def _hours(request: PlanRequest) -> Iterator[PlanRequest]:
    """The plan moved by half hours within its day, the earliest first; it ends on the same day it begins."""
    begin = datetime.combine(request.day, request.from_)
    end = datetime.combine(request.day + timedelta(days=request.to == time.min), request.to)
    first = max(begin - _SHIFT, min(begin, datetime.combine(request.day, _EARLIEST)))
    last = min(end + _SHIFT, max(end, datetime.combine(request.day, _LATEST)))
    steps = range(-int((begin - first) / _STEP), int((last - end) / _STEP) + 1)
    for step in steps:
        yield replace(request, from_=(begin + step * _STEP).time(), to=(end + step * _STEP).time())


def _choice(request: PlanRequest, rivals: Sequence[Rival], notes: tuple[DayNote, ...]) -> _Choice:
    begin, end = seconds_of(request.begin), seconds_of(request.end)
    return _Choice(request, counted(one.kind for one in rivals if one.slot.begin < end and begin < one.slot.end), notes)


def _rank(choice: _Choice, wished: PlanRequest) -> tuple[int, bool, bool, int, int, int, bool, time]:
    """The smaller, the better."""
    told = choice.request
    shift = abs((datetime.combine(told.day, told.from_) - datetime.combine(told.day, wished.from_)).total_seconds())
    away = (told.day - wished.day).days
    return (
        choice.load,
        bool(choice.notes),
        bool(away % 7),
        int(shift),
        choice.counts.get("meanwhile", 0),
        abs(away),
        away < 0,
        told.from_,
    )


def _better(choice: _Choice) -> BetterSlot:
    told = choice.request
    return BetterSlot(day=told.day, from_=told.from_, to=told.to, counts=choice.counts, notes=choice.notes)
