"""The tables that say how much is on offer of what: by kind, audience, age, topic, area, weekday, hour, price, language and so on. Pure.

Each line counts events, the instances of theirs that come, and the minutes of those that tell their end. What may have several values
(audiences, topics, languages) counts under each of them; what tells none stands on the line of ``UNKNOWN``, which is never left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from store.statistics import UNKNOWN, Offer, Supply, codes

By: TypeAlias = Literal[
    "kind", "audience", "age", "topic", "area", "weekday", "hour", "price", "accessibility", "language", "organizer", "enrolment"
]
AGES: Mapping[str, tuple[int, int | None]] = {
    "0-2": (0, 2),
    "3-6": (3, 6),
    "7-12": (7, 12),
    "13-17": (13, 17),
    "18-29": (18, 29),
    "30-64": (30, 64),
    "65-": (65, None),
}
"""Bands of ages, both ends inclusive, in years."""
PARTS: Mapping[str, range] = {"morning": range(5, 12), "afternoon": range(12, 17), "evening": range(17, 23)}
"""Parts of a day by the hour at which something begins; what is left is the night."""
NIGHT, WHOLE_DAY, SEVERAL_DAYS = "night", "whole_day", "several_days"
FREE = "free"
_PRICES = ((5.0, "to_5"), (10.0, "to_10"), (20.0, "to_20"))
"""Highest price of a band, inclusive, in euros."""
_DEAREST, _AMOUNT_UNKNOWN = "above_20", "amount_unknown"
PRICES = (FREE, *(code for _, code in _PRICES), _DEAREST, _AMOUNT_UNKNOWN)


@dataclass(slots=True, kw_only=True)
class Line:
    """How much there is of one thing."""

    events: int = 0
    times: int = 0
    ended: int = 0
    """So many of the times tell their end."""
    minutes: int = 0
    """Of those, together."""

    def add(self, times: int, ended: int, minutes: int) -> None:
        """Another event with its times."""
        self.events += 1
        self.times += times
        self.ended += ended
        self.minutes += minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """How many events have an accessibility feature, are told not to have it, or say nothing of it."""

    code: str
    yes: int
    no: int
    unknown: int


Lines: TypeAlias = dict[str, Line]
_Sums: TypeAlias = tuple[int, int, int]
_NOTHING: _Sums = (0, 0, 0)


def total(supply: Supply) -> Line:
    """Everything together, each event once."""
    found = Line()
    for _, sums in _sums(supply):
        found.add(*sums)
    return found


def counted(supply: Supply, by: By) -> Lines:
    """Code to line; the line of ``UNKNOWN`` is always there."""
    found: Lines = defaultdict(Line)
    found[UNKNOWN] = Line()
    if by in _OF_TIMES:
        _count_times(supply, by, found)
    else:
        _count_offers(supply, _CODES[by], found)
    return dict(found)


def features(supply: Supply, wanted: Iterable[str]) -> list[Feature]:
    """Each wanted feature, in that order; who says both yes and no says nothing."""
    told = Counter((one.accessibility, one.lacks) for one in supply.offers.values())
    return [_feature(code, told) for code in wanted]


def _feature(code: str, told: Mapping[tuple[str, str], int]) -> Feature:
    counts = {True: 0, False: 0, None: 0}
    for (has, lacks), events in told.items():
        yes, no = code in codes(has), code in codes(lacks)
        counts[None if yes == no else yes] += events
    return Feature(code=code, yes=counts[True], no=counts[False], unknown=counts[None])


def _sums(supply: Supply) -> Iterable[tuple[Offer, _Sums]]:
    """Each offer with its times, those that tell their end, and the minutes of those."""
    sums: dict[str, list[int]] = {}
    for one in supply.times:
        here = sums.setdefault(one.event_id, [0, 0, 0])
        here[0] += one.times
        here[1] += one.ended
        here[2] += one.minutes
    for key, offer in supply.offers.items():
        times, ended, minutes = sums.get(key, _NOTHING)
        yield offer, (times, ended, minutes)


def _count_offers(supply: Supply, codes_of: Callable[[Offer], Iterable[str]], found: Lines) -> None:
    for offer, sums in _sums(supply):
        for code in codes_of(offer) or (UNKNOWN,):
            found[code].add(*sums)


def _count_times(supply: Supply, by: By, found: Lines) -> None:
    """An event counts once under each code that one of its times has; what has no dates counts where it is, else as unknown."""
    sums: dict[tuple[str, str], list[int]] = {}
    for one in supply.times:
        code = one.area if by == "area" else _weekday(one.weekday) if by == "weekday" else part_of_day(one.hour)
        here = sums.setdefault((one.event_id, code), [0, 0, 0])
        here[0] += one.times
        here[1] += one.ended
        here[2] += one.minutes
    for (_, code), (times, ended, minutes) in sums.items():
        found[code].add(times, ended, minutes)
    dated = {event for event, _ in sums}
    for key, offer in supply.offers.items():
        if key not in dated:
            found[offer.area if by == "area" else UNKNOWN].add(*_NOTHING)


def _weekday(number: int) -> str:
    return str(number) if number else SEVERAL_DAYS


def part_of_day(hour: str) -> str:
    """The part of the day in which an hour (two digits, empty for whole days) is."""
    if not hour:
        return WHOLE_DAY
    return next((part for part, hours in PARTS.items() if int(hour) in hours), NIGHT)


def ages_of(one: Offer) -> tuple[str, ...]:
    """The bands of ages that somebody it is meant for may be of; none where it tells no age."""
    if one.minimum_age is None and one.maximum_age is None:
        return ()
    lowest, highest = one.minimum_age or 0, one.maximum_age
    return tuple(band for band, (first, last) in AGES.items() if (last is None or lowest <= last) and (highest is None or first <= highest))


def price_band(one: Offer) -> str:
    """Free, a band of prices, a price that is not told, or ``UNKNOWN`` where even that it costs is not."""
    if one.is_free or (one.is_free is None and one.price_min == 0):
        return FREE
    if one.price_min:
        price = one.price_min
        return next((code for highest, code in _PRICES if price <= highest), _DEAREST)
    return UNKNOWN if one.is_free is None else _AMOUNT_UNKNOWN


def _enrolment(one: Offer) -> str:
    if one.registration_required is None:
        return "needed" if one.registration_state else UNKNOWN
    return "needed" if one.registration_required else "not_needed"


def _access(one: Offer) -> tuple[str, ...]:
    """Whether anything at all is told of accessibility."""
    return ("told",) if codes(one.accessibility) or codes(one.lacks) else ()


_OF_TIMES: frozenset[By] = frozenset({"area", "weekday", "hour"})
_CODES: Mapping[By, Callable[[Offer], Iterable[str]]] = {
    "kind": lambda one: (one.kind,),
    "audience": lambda one: codes(one.audience),
    "age": ages_of,
    "topic": lambda one: codes(one.topics),
    "price": lambda one: (price_band(one),),
    "accessibility": _access,
    "language": lambda one: codes(one.in_language),
    "organizer": lambda one: (one.role,),
    "enrolment": lambda one: (_enrolment(one),),
}
