"""When: what the times of two tellings, single ones and series, say for and against their being one."""

from __future__ import annotations

from collections import Counter

from normalize.likeness_instants import SHIFTS, Instance, code_of, do_follow, do_overlap, instance, is_at_once, may_be_one
from normalize.likeness_sign import Sign, sign
from normalize.traits import Traits

_SAME, _MOST = 0.8, 0.5
"""Shares of common dates."""
_PERFORMED = frozenset({"theatre", "film", "concerts", "christmas_concert", "festivals"})
"""Subjects of which two showings on one day are two events."""


def may_meet(a: Traits, b: Traits) -> bool:
    """False for two tellings of which no two instances are near enough in time to be one: what is cheap to know before the rest."""
    if not a.starts or not b.starts or is_part_of(a, b):
        return (not a.starts and not b.starts) or is_part_of(a, b)
    if len(a.starts) == 1 == len(b.starts):
        return may_be_one(instance(a), instance(b))
    days = {day: at for at, day in enumerate(b.days)}
    near = ((at, days[day + step]) for at, day in enumerate(a.days) for step in (0, -1, 1) if day + step in days)
    return any(may_be_one(instance(a, at), instance(b, other)) for at, other in near)


def is_part_of(a: Traits, b: Traits) -> bool:
    """True where one source names the one record as the whole that the other is part of."""
    return a.source_id == b.source_id and ((a.series != "" and a.series in b.uids) or (b.series != "" and b.series in a.uids))


def time_signs(a: Traits, b: Traits) -> list[Sign]:
    """What their times say."""
    if not a.starts or not b.starts:
        return [sign("one_undated" if a.starts or b.starts else "undated")]
    if a.is_series or b.is_series:
        return _of_series(a, b)
    return _of_two(instance(a), instance(b), a, b)


def _of_two(one: Instance, other: Instance, a: Traits, b: Traits) -> list[Sign]:
    """Two instances; a shift after which they do not overlap is as well that of two showings or of two groups."""
    code = code_of(one, other)
    found = [sign(code, one.told, other.told)]
    if code in SHIFTS and not do_overlap(one, other):
        if do_follow(one, other):
            found.append(sign("follows"))
        if _PERFORMED & {*a.subjects, *b.subjects} and not is_at_once(one, other):
            found.append(sign("performed_twice"))
    return found


def _of_series(a: Traits, b: Traits) -> list[Sign]:
    """A series beside a series or beside a single listing."""
    common = set(a.starts) & set(b.starts)
    if not common:
        return _shifted(a, b)
    if not (a.is_series and b.is_series):
        first = min(common)
        one, other = instance(a, a.starts.index(first)), instance(b, b.starts.index(first))
        return [sign("instance", one.told, other.told)]
    own, others = _within(a, b), _within(b, a)
    share = len(common) / max(1, min(own, others))
    code = "same_dates" if share >= _SAME else "most_dates" if share >= _MOST else "some_dates"
    return [sign(code, f"{len(common)}/{own}", f"{len(common)}/{others}")]


def _within(a: Traits, b: Traits) -> int:
    """How many instances of ``a`` are within the first and the last day of both."""
    first, last = max(a.days[0], b.days[0]), min(a.days[-1], b.days[-1])
    return sum(first <= day <= last for day in a.days)


def _shifted(a: Traits, b: Traits) -> list[Sign]:
    """Series without a common start: how they differ on the days that they share, told by what is the case most often."""
    days = {day: at for at, day in enumerate(b.days)}
    pairs = [(instance(a, at), instance(b, days[day])) for at, day in enumerate(a.days) if day in days]
    if not pairs:
        return [sign("other_dates", instance(a).told, instance(b).told)]
    codes = Counter(code_of(one, other) for one, other in pairs)
    most = min(codes, key=lambda code: (-codes[code], code))
    one, other = next(pair for pair in pairs if code_of(*pair) == most)
    return _of_two(one, other, a, b)
