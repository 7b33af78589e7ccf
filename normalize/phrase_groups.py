"""Days with the times that belong to them, and how several such groups of one text share what each of them leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from normalize.phrase_items import Day, Monthly, Slot, Span, Weekdays

_WEEK = 7
_LEAP = 2024


@dataclass(slots=True, kw_only=True)
class Group:
    """Days and the times that belong to them."""

    spans: tuple[Span, ...] = ()
    weekdays: Weekdays | None = None
    monthly: Monthly | None = None
    slots: list[Slot] = field(default_factory=list)
    ends_on: Day | None = None
    """The last day of one unbroken stretch (``pe klo 18 - su klo 15``)."""
    ends_at: int | None = None
    doubtful: str = ""
    """As of ``Times``."""
    title: str = ""


def settled(groups: list[Group]) -> list[Group]:
    """The groups of a whole text: weekdays as checks of their dates, times shared, a weekday before weeks of days made weekly."""
    checked = _with_times(_with_checks(groups))
    found = [part for group in checked for part in _weekly(group)]
    _share_times(found)
    return found


def _weekly(group: Group) -> list[Group]:
    """``ti 12.1.-27.4. klo 17-18``: a weekday before weeks of days with a time is every such weekday in between.

    Several such stretches (``ke 2.9.-9.12. ja 13.1.-5.5. klo 17-18``) are the terms of one series.
    """
    weekday = group.spans[0].first.weekday if group.spans else None
    named = {day.weekday for span in group.spans for day in (span.first, span.last or span.first)}
    if weekday is None or not named <= {None, weekday} or not group.slots or not are_terms(group.spans):
        return [group]
    weekdays = Weekdays(start=0, end=0, days=(weekday,), form="every")
    return [Group(weekdays=weekdays, slots=group.slots, doubtful=group.doubtful), Group(spans=group.spans)]


def are_terms(spans: Sequence[Span]) -> bool:
    """True for stretches of more than a week each, as something goes on that comes again in them."""
    return bool(spans) and all(span.last is not None and _days_between(span.first, span.last) > _WEEK for span in spans)


def _days_between(first: Day, last: Day) -> int:
    """How many days from one date to the other at least, whatever the year; 0 where that is not to be known."""
    try:
        begin, end = (date(_LEAP, day.month or 0, day.day or 0) for day in (first, last))
    except ValueError:
        return 0
    over_leap_day = begin <= date(_LEAP, 2, 28) < end
    return (end - begin).days % 366 - over_leap_day


def _share_times(groups: list[Group]) -> None:
    """What recurs takes the times that stand behind its bounds (``keskiviikkoisin 13.1.-21.4. klo 18``)."""
    told = next((group for group in groups if group.spans and group.slots and group.ends_on is None), None)
    for group in groups:
        if told is not None and (group.weekdays or group.monthly) and not group.slots:
            group.slots = list(told.slots)


def _with_checks(groups: list[Group]) -> list[Group]:
    """Weekdays that only repeat what the dates beside them say (``la-su 28.-29.11.``) become their check."""
    kept: list[Group] = []
    for group in groups:
        before = kept[-1] if kept else None
        if before and group.spans and before.weekdays and not before.slots and (checked := _checked(before.weekdays, group.spans)):
            kept[-1] = replace(group, spans=checked)
        elif before and group.spans and before.weekdays and _is_one_day(before.weekdays, group) and not group.slots:
            kept[-1] = replace(group, spans=_checked(before.weekdays, group.spans) or group.spans, slots=before.slots)
        else:
            kept.append(group)
    return kept


def _is_one_day(weekdays: Weekdays, group: Group) -> bool:
    """One weekday, said once, and one date."""
    return weekdays.form != "every" and len(weekdays.days) == 1 and len(group.spans) == 1 and group.spans[0].last is None


def _checked(weekdays: Weekdays, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans with the weekdays as checks of their days, empty where the numbers do not fit."""
    if weekdays.form == "every":
        return ()
    days = weekdays.days
    if len(spans) == 1 and spans[0].last is not None and _length(spans[0]) == len(days) > 1:
        first, last = replace(spans[0].first, weekday=days[0]), replace(spans[0].last, weekday=days[-1])
        return (Span(first=first, last=last),)
    if len(spans) == len(days) and all(span.last is None and span.first.weekday is None for span in spans):
        return tuple(Span(first=replace(span.first, weekday=day)) for span, day in zip(spans, days, strict=True))
    return ()


def _length(span: Span) -> int:
    """How many days a span of one month has, 0 where it is not told or over the turn of a month."""
    first, last = span.first, span.last
    if last is None or first.day is None or last.day is None:
        return 0
    if first.month != last.month:
        return 2 if last.day == 1 and first.day >= 28 else 0  # noqa: PLR2004 - the last days of a month
    return last.day - first.day + 1


def _with_times(groups: list[Group]) -> list[Group]:
    """Days without a time of their own have that of the next days, where those are of the same sort (``ma ja ke klo 18``)."""
    filled: list[Group] = []
    for group in reversed(groups):
        after = filled[0] if filled else None
        same = after is not None and bool(after.weekdays) == bool(group.weekdays) and not group.spans and not group.monthly
        filled.insert(0, replace(group, slots=list(after.slots)) if after and same and not group.slots else group)
    return filled
