"""What recurs, put on the calendar: weekdays, months and weeks with their bounds and exceptions as series."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from normalize.phrase_bounds import Bounds, bounds_of
from normalize.phrase_exceptions import Exceptions, exceptions_of, is_public_holiday
from normalize.phrase_facts import Facts
from normalize.phrase_figures import DAY_MINUTES
from normalize.phrase_groups import Group
from normalize.phrase_items import Slot, Weekdays
from normalize.phrase_meaning import Meaning, Occasion
from normalize.phrase_occasions import judge_occasions, sound_slot
from normalize.phrase_series import Rule, Series, first_day

_LONGEST = 5 * 60
"""Minutes that one time may be said to last."""
SEASONS = {
    "spring": (1, (1, 2, 3, 4, 5)), "summer": (6, (5, 6, 7, 8)), "autumn": (8, (8, 9, 10, 11, 12)), "winter": (12, (11, 12, 1, 2, 3)),
}  # fmt: skip
"""Season of activities -> the month it begins in, and its months."""
_WEEK = 7
_MOST_LEFT_OUT = 60
"""By how many exceptions a counted series is lengthened at most."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a rule is put: its bounds, the reference, how many times."""

    bounds: Bounds
    reference: date
    count: int | None


def add_series(meaning: Meaning, facts: Facts, reference: date) -> None:
    """The series of all groups that recur."""
    meaning.told_series = True
    bounds = bounds_of(facts, reference)
    _begin_with_season(meaning, facts, bounds, reference)
    meaning.flags |= bounds.flags
    meaning.alternatives += [(day, None) for day in bounds.alternatives]
    place = _Place(bounds, reference, facts.count.times if facts.count and bounds.last is None else None)
    if facts.parity and facts.interval == 2:  # noqa: PLR2004 - every other week, and which of them
        facts.interval = 1
    if facts.interval > 1 and bounds.first is None:
        meaning.flag("unspecified_recurrence", "needs_review")  # every other week, but from which on?
        return
    if facts.rare and not any(group.monthly for group in facts.groups):
        meaning.flag("unspecified_recurrence", "needs_review")  # once a month on Tuesdays, but on which?
        return
    for group in facts.groups:
        if rule := _rule(group, facts, bounds, meaning):
            _add_rule(meaning, facts, group, rule, place)
    _judge(meaning, facts, reference)


def _begin_with_season(meaning: Meaning, facts: Facts, bounds: Bounds, reference: date) -> None:
    """A term without dates: when it begins is not known, only that it is not now where its months are others."""
    season = facts.season
    if season is None or not season.name or bounds.first is not None or bounds.last is not None:
        return
    meaning.flag("season")
    first, months = SEASONS[season.name]
    year = season.year if season.year is not None else reference.year + (first < reference.month)
    if reference.month not in months or (season.year is not None and season.year != reference.year):
        bounds.first = date(year, first, 1)
        meaning.flag("start_assumed", "needs_review")


def _rule(group: Group, facts: Facts, bounds: Bounds, meaning: Meaning) -> Rule | None:
    """The rule of a group of days; a group of times only recurs weekly on the day of its first time."""
    if group.monthly is not None:
        return Rule(days=group.monthly.days, ordinals=group.monthly.ordinals, month_days=group.monthly.month_days)
    if group.weekdays is not None:
        if group.weekdays.sort == "workdays":
            meaning.flag("exclude_public_holidays")
        days = _without_days(group.weekdays.days, facts)
        if group.weekdays.sort == "daily" and len(days) == len(group.weekdays.days):
            return Rule(daily=True)
        return Rule(days=days, interval=facts.interval, parity=facts.parity)
    if group.spans or bounds.first is None or not (facts.weekly or facts.interval > 1 or (facts.count and facts.count.times)):
        return None
    if bounds.weekday is None and not facts.weekly:
        meaning.flag("weekly_assumed", "needs_review")
    return Rule(days=(bounds.first.weekday(),), interval=facts.interval)


def _without_days(days: tuple[int, ...], facts: Facts) -> tuple[int, ...]:
    """The weekdays without those that never count (``päivittäin, ei sunnuntaisin``)."""
    never = {day for item in facts.excluded if isinstance(item, Weekdays) for day in item.days}
    return tuple(day for day in days if day not in never) or days


def _add_rule(meaning: Meaning, facts: Facts, group: Group, rule: Rule, place: _Place) -> None:
    """A series for each time of day of a group."""
    bounds = place.bounds
    begin = bounds.first if bounds.first is not None else place.reference
    first = first_day(rule, begin)
    if first is None or (bounds.last is not None and first > bounds.last):
        meaning.flag("needs_review", "unspecified_recurrence")
        return
    if rule.interval > 1 and bounds.first != first and facts.first is None:
        meaning.flag("phase_assumed", "needs_review")
    if place.count is not None and bounds.first is None:
        meaning.flag("start_assumed", "needs_review")
    if group.doubtful:
        meaning.flag(group.doubtful, "ambiguous")
    exceptions = exceptions_of(facts.excluded, first, bounds.last, place.reference)
    if group.weekdays and group.weekdays.sort == "workdays":
        exceptions.holidays.append(is_public_holiday)
    exceptions.spans += bounds.gaps
    length = facts.count.minutes if facts.count else None
    slots: list[Slot | None] = [sound_slot(slot, meaning) for slot in group.slots]
    for slot in slots or [None]:
        timed = lengthened(slot, length)
        series = Series(rule=rule, first=first, slot=timed, until=bounds.last, count=place.count, title=group.title)
        meaning.series.append(_without(series, exceptions))
    _note_exceptions(meaning, exceptions)


def lengthened(slot: Slot | None, minutes: int | None) -> Slot | None:
    """The slot with the end that a length tells (``klo 18, 90 min``); many hours are those of a whole course, not of one time."""
    if slot is None or slot.start is None or slot.end is not None or not minutes or minutes > _LONGEST:
        return slot
    return Slot(start=slot.start, end=(slot.start + minutes) % DAY_MINUTES or DAY_MINUTES)


def _without(series: Series, exceptions: Exceptions) -> Series:
    """The series with its exceptions."""
    if series.count is not None:
        series = _counted(series, exceptions)
    if exceptions.is_empty:
        return series
    days = list(series.all_days())
    return replace(
        series,
        left_out=tuple(day for day in days if exceptions.leaves_out(day)),
        told=tuple(day for day in days if exceptions.tells(day)),
        listed=tuple(exceptions.days),
    )


def _counted(series: Series, exceptions: Exceptions) -> Series:
    """Ten times are ten times that take place: COUNT grows by the days that are left out (RFC 5545 counts them)."""
    count = series.count or 0
    for more in range(_MOST_LEFT_OUT):
        longer = replace(series, count=count + more)
        if sum(not exceptions.leaves_out(day) for day in longer.all_days()) >= count:
            return longer
    return series


def _note_exceptions(meaning: Meaning, exceptions: Exceptions) -> None:
    """Exceptions that need a calendar of the town, or that hit nothing."""
    if "school_holidays" in exceptions.kinds:
        meaning.flag("needs_calendar")
    if exceptions.unread:
        meaning.flag("needs_review")
    meaning.exclude = tuple(dict.fromkeys((*meaning.exclude, *exceptions.kinds)))


def _without_repeats(series: list[Series]) -> list[Series]:
    """The series without those that only repeat a rule without its time."""
    timed = {one.rule for one in series if one.slot is not None}
    kept = {(one.rule, one.slot, one.title): one for one in reversed(series) if one.slot is not None or one.rule not in timed}
    return list(kept.values())[::-1]


def _judge(meaning: Meaning, facts: Facts, reference: date) -> None:
    """Flags that all the series together have."""
    meaning.series = _without_repeats(meaning.series)
    _single(meaning, facts, reference)
    if not meaning.series:
        return
    hit = {day for series in meaning.series for day in series.left_out}
    if any(day not in hit for series in meaning.series for day in series.listed):
        meaning.flag("exclusion_not_in_series", "needs_review")
    if facts.parity:
        meaning.flag("iso_week_parity")
    if any(not series.is_bounded for series in meaning.series):
        meaning.flag("open_ended")
        if any(series.slot is not None and series.slot.end is None for series in meaning.series):
            meaning.flag("no_end_time")
    _judge_past(meaning, reference)


def _judge_past(meaning: Meaning, reference: date) -> None:
    """Whether it goes on already, or is over."""
    ends = [series.days()[-1] if series.is_bounded and series.days() else None for series in meaning.series]
    if ends and all(end is not None and end < reference for end in ends):
        meaning.flag("past")
    elif any(series.first < reference for series in meaning.series):
        meaning.flag("ongoing")


def _is_short(series: list[Series], facts: Facts) -> bool:
    """True for weekdays of a few days only, each with its time (``27.-29.11. pe klo 18-20, la klo 10-14``)."""
    named = all(group.weekdays.form != "every" for group in facts.groups if group.weekdays is not None)
    spans = [group.spans[0] for group in facts.groups if group.spans]
    return named and len(spans) == 1 and len(series) > 1 and all(one.until and (one.until - one.first).days < _WEEK for one in series)


def _single(meaning: Meaning, facts: Facts, reference: date) -> None:
    """A rule that its bounds leave one day is that one day (``viikon 48 tiistaina klo 18``)."""
    one_week = facts.weeks is not None and len(facts.weeks.spans) == 1 and facts.weeks.spans[0][0] == facts.weeks.spans[0][1]
    if not one_week and not _is_short(meaning.series, facts):
        return
    days = [(series, series.days()) for series in meaning.series]
    if days and all(len(found) == 1 for _, found in days):
        meaning.occasions += [Occasion(first=found[0], last=found[0], slot=series.slot) for series, found in days]
        meaning.series, meaning.told_series, meaning.told_days = [], False, True
        judge_occasions(meaning, reference)
