"""From facts to meaning: which of the forms a text has (occasions, series, hours, a span, an exception) and what it then says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from normalize.phrase_bounds import bounds_of
from normalize.phrase_exceptions import exceptions_of
from normalize.phrase_facts import Facts
from normalize.phrase_groups import Group, are_terms
from normalize.phrase_items import Day, Span
from normalize.phrase_meaning import Meaning
from normalize.phrase_occasions import add_occasions, judge_occasions
from normalize.phrase_recurrence import SEASONS, add_series, lengthened
from normalize.phrase_years import AHEAD, BACK

Bare = Literal["series", "once", "doubt"]
"""What a weekday without a date is (``ti klo 18``): every week, the next one, or not to be known."""
_OLD = timedelta(days=365 * 3)
_ALL_WEEK = tuple(range(7))


def understand(facts: Facts, reference: date, bare: Bare = "series") -> Meaning:
    """The meaning of the facts, seen from the reference."""
    meaning = Meaning()
    facts.groups = [group for group in facts.groups if not _is_idle(group, facts)]
    if _is_hours(facts):
        _add_hours(meaning, facts, reference)
    elif _is_series(facts, bare):
        add_series(meaning, facts, reference)
        if bare == "doubt":
            _flag_bare(meaning, facts)
    elif any(group.spans or group.weekdays for group in facts.groups):
        _add_days(meaning, facts, reference)
    elif facts.first is not None or facts.last is not None:
        _add_bounds(meaning, facts, reference)
    else:
        _add_vague(meaning, facts, reference)
    _drop_history(meaning, facts, reference)
    if facts.further:
        meaning.flag("further_times")
    if facts.half_read and (meaning.occasions or meaning.series):
        meaning.flag("ambiguous", "needs_review")
    if facts.parted:
        meaning.flag("several_things")
    if facts.unread and meaning.series:
        meaning.flag("exception_unread", "needs_review")
    return meaning


def _is_idle(group: Group, facts: Facts) -> bool:
    """True for weekdays that are only named: no time, no bounds, no word that they come again."""
    idle = group.weekdays is not None and group.weekdays.form == "plain" and not group.slots
    bounded = facts.first or facts.last or facts.weeks or facts.count or any(other.spans for other in facts.groups)
    return idle and not bounded and facts.interval == 1 and not (facts.parity or facts.hours)


def _is_hours(facts: Facts) -> bool:
    """True for opening hours: the word for it, and weekdays or a stretch of days with times."""
    if not (facts.hours or facts.exhibition) or facts.parity or facts.interval > 1:
        return False
    weekly = any(group.weekdays is not None and group.slots for group in facts.groups)
    ranged = facts.hours and any(group.spans and group.spans[0].last is not None and group.slots for group in facts.groups)
    return weekly or ranged


def _is_series(facts: Facts, bare: Bare) -> bool:
    """True where days come again: they say so, or they have bounds, or several weekdays stand without a date."""
    days = [group for group in facts.groups if group.weekdays is not None or group.monthly is not None]
    if not days:
        begins = facts.first is not None and not any(group.spans for group in facts.groups)
        return begins and (facts.weekly or facts.interval > 1 or bool(facts.count and facts.count.times))
    spans = [span for group in facts.groups for span in group.spans]
    if any(span.last is None for span in spans) or (len(spans) > 1 and not are_terms(spans)):
        return False
    bounded = facts.weeks or facts.first or facts.last or any(group.spans for group in facts.groups) or facts.open_ended
    if facts.recurs or bounded or facts.season is not None or (facts.count is not None and facts.count.times):
        return True
    forms = {group.weekdays.form for group in days if group.weekdays is not None}
    if forms == {"on"}:
        return False
    several = sum(len(group.weekdays.days) for group in days if group.weekdays is not None) > 1
    return several or bare != "once"


def _flag_bare(meaning: Meaning, facts: Facts) -> None:
    """A single weekday that nothing but its standing alone makes weekly."""
    bounded = facts.weeks or facts.first or facts.last or facts.season or facts.count or facts.open_ended
    only = [group.weekdays for group in facts.groups]
    if len(only) == 1 and only[0] is not None and only[0].form == "plain" and len(only[0].days) == 1 and not facts.recurs and not bounded:
        meaning.flag("once_or_weekly")


def _add_days(meaning: Meaning, facts: Facts, reference: date) -> None:
    """Dates, and weekdays that mean the next such day."""
    exceptions = exceptions_of(facts.excluded, reference - BACK, None, reference)
    dated = [group for group in facts.groups if group.spans]
    for group in dated:
        add_occasions(meaning, group, reference, exceptions)
    weekly = [group for group in facts.groups if group.weekdays is not None]
    if dated and weekly:
        _check_weekdays(meaning, weekly)
    _check_monthly(meaning, [group for group in facts.groups if group.monthly is not None] if dated else [])
    _check_names(meaning, dated)
    if weekly and not dated and facts.months:
        meaning.flag("ambiguous", "needs_review")  # joulukuussa tiistaina: on which of them?
    for group in weekly if not dated else []:
        add_occasions(meaning, _coming(group), reference, exceptions)
    _with_length(meaning, facts)
    judge_occasions(meaning, reference)


def _with_length(meaning: Meaning, facts: Facts) -> None:
    """Ends that a length tells (``klo 18, kesto 90 min``)."""
    minutes = facts.count.minutes if facts.count else None
    meaning.occasions = [one if one.is_stretch else replace(one, slot=lengthened(one.slot, minutes)) for one in meaning.occasions]


def _coming(group: Group) -> Group:
    """The group with the next such weekdays as its days."""
    days = group.weekdays.days if group.weekdays is not None else ()
    return replace(group, spans=tuple(Span(first=Day(weekday=day, week=-1)) for day in days), weekdays=None)


def _check_names(meaning: Meaning, dated: list[Group]) -> None:
    """A holiday beside a date must be that day (``pe 25.12. jouluaattona klo 14`` is not)."""
    named = [bool(group.spans[0].first.holiday) for group in dated if len(group.spans) == 1]
    days = {one.first for one in meaning.occasions}
    if len(named) == len(dated) == 2 and any(named) and not all(named) and len(days) > 1 and not all(group.slots for group in dated):  # noqa: PLR2004
        meaning.flag("ambiguous", "needs_review")


def _check_weekdays(meaning: Meaning, weekly: list[Group]) -> None:
    """Weekdays beside a list of dates: they must agree, and may tell the time that the dates have not."""
    days = {day for group in weekly if group.weekdays is not None for day in group.weekdays.days}
    if any(one.first.weekday() not in days for one in meaning.occasions):
        meaning.flag("ambiguous", "needs_review")
    slots = [slot for group in weekly for slot in group.slots]
    if len(slots) == 1:
        meaning.occasions = [one if one.slot else replace(one, slot=slots[0]) for one in meaning.occasions]


def _check_monthly(meaning: Meaning, monthly: list[Group]) -> None:
    """``kuukauden ensimmäinen ma klo 18 (7.12., 4.1.)``: the dates are those that are meant, and the time is theirs."""
    days = {day for group in monthly if group.monthly is not None for day in group.monthly.days}
    if days and any(one.first.weekday() not in days for one in meaning.occasions):
        meaning.flag("ambiguous", "needs_review")
    slots = [slot for group in monthly for slot in group.slots]
    if len(slots) == 1:
        meaning.occasions = [one if one.slot else replace(one, slot=slots[0]) for one in meaning.occasions]


def _add_bounds(meaning: Meaning, facts: Facts, reference: date) -> None:
    """``alkaa ti 12.1. klo 18`` without a word of what recurs, ``1.9.`` to ``4.12.``."""
    slots = [slot for group in facts.groups for slot in group.slots]
    if facts.first is not None:
        group = Group(spans=(Span(first=facts.first, last=facts.last),), slots=slots)
        add_occasions(meaning, group, reference, exceptions_of((), reference, None, reference))
        if facts.last is None and not slots:
            meaning.flag("open_ended")
    else:
        meaning.told_days = True
        meaning.flag("no_start_time", "needs_review")
    _with_length(meaning, facts)
    judge_occasions(meaning, reference)


def _add_hours(meaning: Meaning, facts: Facts, reference: date) -> None:
    """Opening hours, with the days they hold for where those are told."""
    meaning.flag("opening_hours")
    for group in facts.groups:
        days = group.weekdays.days if group.weekdays is not None else _ALL_WEEK if group.spans and group.slots else ()
        slot = group.slots[0] if group.slots else None
        if slot is not None and slot.start is not None and slot.end is not None:
            meaning.hours.update(dict.fromkeys(days, (slot.start, slot.end)))
    bounds = bounds_of(facts, reference)
    meaning.flags |= bounds.flags
    if bounds.first is not None and bounds.last is not None:
        meaning.span = (bounds.first, bounds.last)


def _add_vague(meaning: Meaning, facts: Facts, reference: date) -> None:
    """What tells no day: weeks, months, seasons, how often, exceptions alone."""
    if facts.weeks is not None:
        bounds = bounds_of(facts, reference)
        meaning.weeks = bounds.weeks
        if bounds.first is not None and bounds.last is not None:
            meaning.span = (bounds.first, bounds.last)
        _add_exdates(meaning, facts, reference)
    elif facts.vague or facts.weekly or facts.interval > 1 or facts.parity or facts.count is not None:
        _add_how_often(meaning, facts)
    elif facts.relative:
        _add_relative(meaning, facts, reference)
    elif facts.months:
        _add_month(meaning, facts.months[0].month, facts.months[0].year, reference)
    elif facts.season is not None:
        _add_season(meaning, facts, reference)
    else:
        _add_exdates(meaning, facts, reference)


def _add_how_often(meaning: Meaning, facts: Facts) -> None:
    """``kerran kuussa``, ``12 x 45 min``: how often, but not when."""
    meaning.flag("unspecified_recurrence")
    if facts.count is not None:
        meaning.count, meaning.minutes = facts.count.times, facts.count.minutes
        if meaning.count is None:
            meaning.flags.discard("unspecified_recurrence")
    meaning.told_series = meaning.count is None and meaning.minutes is None


def _add_relative(meaning: Meaning, facts: Facts, reference: date) -> None:
    """``ensi viikolla``, ``viikonloppuna``: days, but not which of them."""
    meaning.flag("relative_date")
    monday = reference - timedelta(days=reference.weekday()) + facts.relative_step * timedelta(days=7)
    match facts.relative:
        case "week":
            meaning.span = (monday, monday + timedelta(days=6))
            meaning.flag("week_only")
        case "weekend":
            meaning.span = (monday + timedelta(days=5), monday + timedelta(days=6))
            meaning.flag("ambiguous")
        case _:
            ahead = reference.month - 1 + facts.relative_step
            meaning.month = (reference.year + ahead // 12, ahead % 12 + 1)
            meaning.flag("month_only")
            meaning.told_days = True


def _add_month(meaning: Meaning, month: int, year: int | None, reference: date) -> None:
    """A month without a day: the one whose end lies in the window."""
    meaning.flag("month_only")
    meaning.told_days = True
    if year is None:
        ahead = (month - reference.month) % 12
        year = reference.year + (reference.month - 1 + ahead) // 12
    meaning.month = (year, month)


def _add_season(meaning: Meaning, facts: Facts, reference: date) -> None:
    """A season without days."""
    season = facts.season
    if season is None:
        return
    meaning.flag("season_only")
    meaning.told_days = True
    start = SEASONS[season.name][0] if season.name else 1
    year = season.year if season.year is not None else reference.year + (start + 4 < reference.month)
    meaning.season = f"{year}-{season.name}" if season.name else str(year)


def _add_exdates(meaning: Meaning, facts: Facts, reference: date) -> None:
    """An exception that stands alone."""
    if not facts.excluded:
        _flag_time_only(meaning, facts)
        return
    exceptions = exceptions_of(facts.excluded, reference - BACK, reference + AHEAD, reference)
    meaning.exdates = [*exceptions.days, *_days_of(exceptions.spans)]
    meaning.exclude = tuple(exceptions.kinds)
    if "school_holidays" in exceptions.kinds:
        meaning.flag("needs_calendar")
    if exceptions.unread or not (exceptions.days or exceptions.spans or exceptions.kinds):
        meaning.flag("needs_review")


def _flag_time_only(meaning: Meaning, facts: Facts) -> None:
    """A time of day without any day."""
    if facts.lead:
        meaning.told_days = True
        meaning.flag("no_date")


def _days_of(spans: list[tuple[date, date]]) -> list[date]:
    """Every day of some stretches."""
    return [first + timedelta(days=step) for first, last in spans for step in range((last - first).days + 1)]


def _drop_history(meaning: Meaning, facts: Facts, reference: date) -> None:
    """A date of long ago, or one behind a word such as "perustettu", is told of the past and is no event."""
    occasions = meaning.occasions
    if not occasions or not all(one.last < reference for one in occasions):
        return
    old = all(reference - one.last > _OLD for one in occasions) and _has_years(facts)
    if facts.history or old:
        meaning.occasions, meaning.alternatives = [], []
        meaning.flags = {"historical_date"}


def _has_years(facts: Facts) -> bool:
    """True where the dates tell their year."""
    return all(span.first.year is not None for group in facts.groups for span in group.spans)


def season_span(meaning: Meaning, facts: Facts, reference: date) -> Meaning:
    """A stretch of days that is a term (``syyskausi 1.9.-4.12.``): a span with its exceptions, not an occasion of months."""
    if facts.season is None or not facts.season.is_term or len(meaning.occasions) != 1 or meaning.occasions[0].slot is not None:
        return meaning
    first, last = meaning.occasions[0].first, meaning.occasions[0].last
    exceptions = exceptions_of(facts.excluded, first, last, reference)
    term = Meaning(span=(first, last), exdates=[*exceptions.days, *_days_of(exceptions.spans)], exclude=tuple(exceptions.kinds))
    known = {"ongoing", "exception_unread", "needs_review"} if "exception_unread" in meaning.flags else {"ongoing"}
    term.flags = (meaning.flags - known) | {"season"}
    if first < reference <= last:
        term.flag("ongoing")
    return term
