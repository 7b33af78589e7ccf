"""The spans of time by which tellings are looked up.

Two sorts: narrow ones, of hours, for those who know where they take place, and wide ones, of days, for those who are looked for by words.
A letter says what a span is: ``t`` four hours, ``w`` four hours of the week, ``a`` a day of what has a clock time, ``d`` a day of what has
none, ``x`` and ``y`` a day of the week of what takes place once and of a series.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from normalize.likeness_instants import NEAR_SECONDS, clock_seconds, instance, offset_at
from normalize.traits import Traits

_HOUR, _DAY = 3600, 86_400
_SPAN = 4 * _HOUR
"""Length of a span: two that start at most three hours apart are in one or in neighbours."""
_SLOTS_A_DAY = _DAY // _SPAN
_WEEK = 7
_MOST_DAYS = 60
"""Days of a series of whole days that are looked up one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """The spans a telling is in, and those it looks into."""

    own: frozenset[str]
    asked: frozenset[str]


_UNDATED = Slots(own=frozenset({"none"}), asked=frozenset({"none"}))


def narrow_slots(traits: Traits) -> Slots:
    """The spans by which it is looked up where its place is known."""
    if not traits.starts:
        return _UNDATED
    if traits.is_series:
        return _narrow_of_series(traits)
    return _narrow_of_day(traits) if traits.is_whole_day else _narrow_of_moment(traits)


def _narrow_of_moment(traits: Traits) -> Slots:
    """A single time looks into the three hours after it; whole days and series look for it."""
    start, day = traits.starts[0], traits.days[0]
    clock = clock_seconds(instance(traits))
    own = {f"t{start // _SPAN}", *(f"a{one}" for one in _days_near(traits)), *(f"w{one}" for one in _weekly(day, clock, clock))}
    asked = {f"t{one}" for one in _spans(start, start + NEAR_SECONDS)}
    shift = abs(offset_at(start, traits.timezone))
    if shift > NEAR_SECONDS:
        asked |= {f"t{(start + shift) // _SPAN}", f"t{(start - shift) // _SPAN}"}
    return Slots(own=frozenset(own), asked=frozenset(asked))


def _narrow_of_day(traits: Traits) -> Slots:
    """A whole day looks for all that takes place on it, and for the series of its weekday."""
    day = traits.days[0]
    return Slots(own=frozenset({f"d{day}"}), asked=frozenset({f"d{day}", f"a{day}", f"y{day % _WEEK}"}))


def _narrow_of_series(traits: Traits) -> Slots:
    """A series looks for series and single times of its weekdays, three hours either way."""
    weekly = {(day % _WEEK, clock_seconds(instance(traits, at))) for at, day in enumerate(traits.days)}
    own = {f"w{one}" for day, clock in weekly for one in _weekly(day, clock, clock)} | {f"y{day}" for day, _ in weekly}
    asked = {f"w{one}" for day, clock in weekly for one in _weekly(day, clock - NEAR_SECONDS, clock + NEAR_SECONDS)}
    shift = abs(offset_at(traits.starts[0], traits.timezone))
    if shift > NEAR_SECONDS:
        moved = ((day, clock + way * shift) for day, clock in weekly for way in (-1, 1))
        asked |= {f"w{one}" for day, clock in moved for one in _weekly(day, clock, clock)}
    if traits.is_whole_day:
        days = traits.days[:_MOST_DAYS]
        asked |= {f"y{day}" for day, _ in weekly} | {f"d{day}" for day in days} | {f"a{day}" for day in days}
    return Slots(own=frozenset(own), asked=frozenset(asked))


def wide_slots(traits: Traits) -> Slots:
    """The spans by which it is looked up where only words tell where it is."""
    if not traits.starts:
        return _UNDATED
    if traits.is_series:
        weekdays = {day % _WEEK for day in traits.days}
        series = {f"y{day}" for day in weekdays}
        return Slots(own=frozenset(series), asked=frozenset(series | {f"x{day}" for day in weekdays}))
    days = {f"a{day}" for day in _days_near(traits)}
    weekday = traits.days[0] % _WEEK
    return Slots(own=frozenset({*days, f"x{weekday}"}), asked=frozenset({*days, f"y{weekday}"}))


def _spans(first: int, last: int) -> Iterable[int]:
    return range(first // _SPAN, last // _SPAN + 1)


def _weekly(day: int, first: int, last: int) -> set[int]:
    """Numbers of the weekly spans from one clock time to another of a day, both inclusive and perhaps beyond its midnights."""
    base = (day % _WEEK) * _SLOTS_A_DAY
    return {(base + one) % (_WEEK * _SLOTS_A_DAY) for one in _spans(first, last)}


def _days_near(traits: Traits) -> tuple[int, ...]:
    """The day of a single listing, and the neighbour that a late or early moment may be meant to be on where UTC was read as local time."""
    day, clock = traits.days[0], clock_seconds(instance(traits))
    if traits.is_whole_day:
        return (day,)
    reach = max(NEAR_SECONDS, abs(offset_at(traits.starts[0], traits.timezone)))
    return tuple(day + step for step in (-1, 0, 1) if not step or not 0 <= clock + step * reach < _DAY)
