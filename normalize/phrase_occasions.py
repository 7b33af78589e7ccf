"""Dates and times put on the calendar: single days, lists of them, days in a row, a stretch from one day to another."""

from __future__ import annotations

from datetime import date, timedelta

from normalize.phrase_exceptions import Exceptions
from normalize.phrase_figures import DAY_MINUTES
from normalize.phrase_groups import Group
from normalize.phrase_items import Day, Slot
from normalize.phrase_meaning import Meaning, Occasion
from normalize.phrase_series import Rule, Series
from normalize.phrase_years import Resolved, resolve, resolve_list

MOST_DAYS = 31
"""Days in a row that are told one by one; more of them are a daily rule."""
_WEEK, _YEAR = 7, 366
_LONGEST_NIGHT = 14 * 60
"""Minutes from the start over midnight to the end; what would take longer has its end before its start."""


def sound_slot(slot: Slot, meaning: Meaning) -> Slot:
    """The slot without an end that cannot be meant; notes what is noticed about it."""
    if slot.start is None:
        meaning.flag("no_start_time")
        return slot
    if slot.end is None:
        return slot
    length = (slot.end - slot.start) % DAY_MINUTES
    if slot.end > slot.start:
        return slot
    if not length or length > _LONGEST_NIGHT:
        meaning.flag("end_before_start", "needs_review")
        return Slot(start=slot.start)
    meaning.flag("crosses_midnight")
    return slot


def add_occasions(meaning: Meaning, group: Group, reference: date, left_out: Exceptions) -> None:
    """The occasions of one group of dates."""
    meaning.told_days = True
    slots = [sound_slot(slot, meaning) for slot in group.slots]
    if group.doubtful:
        meaning.flag(group.doubtful, "ambiguous")
    if group.ends_on is not None:
        _add_stretch(meaning, group, slots[0], reference)
        return
    for first, last in resolve_list(group.spans, reference):
        _note(meaning, first, slots)
        if last is not first:
            _note(meaning, last, slots)
        if first.day is None or last.end is None:
            continue
        if first.last is not None and first is last and slots:
            meaning.flag("ambiguous", "needs_review")  # "jouluna klo 18": which of its days?
            continue
        if last.end < first.day:
            meaning.flag("end_before_start", "needs_review")
            continue
        _add_days(meaning, first.day, last.end, slots, left_out)


def _note(meaning: Meaning, resolved: Resolved, slots: list[Slot]) -> None:
    """What was noticed when a day was placed."""
    meaning.flag(*resolved.flags)
    if resolved.alternative is not None:
        meaning.alternatives.append((resolved.alternative, slots[0] if slots else None))


def _add_days(meaning: Meaning, first: date, last: date, slots: list[Slot], left_out: Exceptions) -> None:
    """One span: whole days, or the same times on each of its days."""
    if not slots:
        if first != last and any(left_out.tells(first + timedelta(days=step)) for step in range(min((last - first).days + 1, _YEAR))):
            meaning.flag("exception_unread", "needs_review")  # whole days in a row are one occasion, which has no gaps
        if not left_out.leaves_out(first) or first != last:
            whole = Occasion(first=first, last=last)
            meaning.occasions += [whole] if whole not in meaning.occasions else []
        return
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)] if (last - first).days < MOST_DAYS else []
    if first != last:
        meaning.flag("daily_hours_over_range")
    if (last - first).days > _WEEK and any(slot.end is None for slot in slots):
        meaning.flag("ambiguous", "needs_review")  # daily for weeks, or once a week on a day nobody named?
    for day in days:
        if not left_out.leaves_out(day):
            told = [Occasion(first=day, last=day, slot=slot) for slot in slots]
            meaning.occasions += [one for one in told if one not in meaning.occasions]
    if not days:
        meaning.series += [Series(rule=Rule(daily=True), first=first, until=last, slot=slot) for slot in slots]


def _add_stretch(meaning: Meaning, group: Group, slot: Slot, reference: date) -> None:
    """``pe 27.11. klo 18 - su 29.11. klo 15``: one thing without a break."""
    first = _only(group.spans[0].first, reference, meaning, slot)
    last = None if first is None else resolve(group.ends_on or Day(), reference, after=first)
    if first is None or last is None or last.end is None:
        meaning.flag("needs_review")
        return
    _note(meaning, last, [])
    if group.ends_at is not None and (last.end, group.ends_at) <= (first, slot.start or 0):
        meaning.flag("end_before_start", "needs_review")
        return
    meaning.occasions.append(Occasion(first=first, last=last.end, slot=slot, end_at=group.ends_at, is_stretch=True))


def _only(day: Day, reference: date, meaning: Meaning, slot: Slot) -> date | None:
    """One day, noted."""
    resolved = resolve(day, reference)
    _note(meaning, resolved, [slot])
    return resolved.day


def _without_repeats(occasions: list[Occasion]) -> list[Occasion]:
    """The occasions without whole days that only repeat the day of a timed one (``to 24.12. jouluaattona klo 14``)."""
    timed = {one.first for one in occasions if one.slot is not None}
    return [one for one in occasions if one.slot is not None or one.first != one.last or one.first not in timed]


def judge_occasions(meaning: Meaning, reference: date) -> None:
    """Flags that all the occasions together have."""
    occasions = meaning.occasions = _without_repeats(meaning.occasions)
    if any(one.slot is not None and one.slot.end is None and one.end_at is None and one.slot.start is not None for one in occasions):
        meaning.flag("no_end_time")
    if occasions and all(one.last < reference for one in occasions):
        meaning.flag("past")
    if any(one.slot is None and one.first < reference <= one.last for one in occasions):
        meaning.flag("ongoing")
