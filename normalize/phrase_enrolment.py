"""Enrolment in words: needed or not, from when until when, how many places, full, a queue.

``state`` is what holds on the reference day: ``open``, ``not_yet_open``, ``closed``, ``full``, ``waiting_list``; it is left out where
nothing says. Opening days lie nearest to the reference, deadlines in the window of ``phrase_years``, ranges nearest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from normalize import phrase_enrolment_words as words
from normalize.phrase_items import Dates, Item, Span, Times
from normalize.phrase_parse import items_of
from normalize.phrase_shape import at
from normalize.phrase_tokens import composed, folded
from normalize.phrase_years import resolve

Shape = dict[str, Any]
_ENROL, _NEEDLESS, _BINDING = (re.compile(rf"(?<!\w)(?:{shape})") for shape in (words.ENROL, words.NEEDLESS, words.BINDING))
_FULL, _QUEUE, _ASK = (re.compile(rf"(?:{shape})") for shape in (words.FULL, words.QUEUE, words.CANCELLATION_PLACES))
_CLOSED, _NOT_YET, _OPEN = (re.compile(shape) for shape in (words.CLOSED, words.NOT_YET, words.OPEN))
_REMAINING, _CAPACITY = re.compile(words.REMAINING), re.compile(words.CAPACITY)
_BEGINS, _ENDS = (re.compile(rf"(?<!\w)(?:{shape})(?!\w)") for shape in (words.BEGINS, words.ENDS))
_NEAR = 40
"""Characters around a date in which the word stands that says what it is."""


@dataclass(frozen=True, slots=True)
class _When:
    """A day, with its time where one is told, and its place in the text."""

    day: Span
    minutes: int | None
    start: int
    end: int


def read_enrolment(text: str, language: str, reference: date) -> Shape:
    """``{"registration": ...}`` of a phrase."""
    low = folded(text)
    shape: Shape = {}
    if _NEEDLESS.search(low):
        shape["required"] = False
    elif _ENROL.search(low):
        shape["required"] = True
    shape |= _days(text, low, language, reference) if shape.get("required") is not False else {}
    shape |= _places(low)
    if state := _state(low, shape, reference):
        shape["state"] = state
    if _BINDING.search(low):
        shape["binding"] = True
    if _ASK.search(low):
        shape["ask_cancellations"] = True
    return {"registration": shape}


def tells_enrolment(text: str) -> bool:
    """True where a text says anything of enrolment or places."""
    low = folded(text)
    shapes = (_NEEDLESS, _ENROL, _FULL, _QUEUE, _ASK, _CLOSED, _NOT_YET, _OPEN, _REMAINING, _CAPACITY)
    return any(shape.search(low) for shape in shapes)


def _state(low: str, shape: Shape, reference: date) -> str:
    """What holds on the reference day: words before figures before dates."""
    if _QUEUE.search(low):
        return "waiting_list"
    for state, words_of in (("full", _ASK), ("full", _FULL), ("closed", _CLOSED), ("not_yet_open", _NOT_YET)):
        if words_of.search(low):
            return state
    if "remaining" in shape:
        return "open" if shape["remaining"] else "full"
    opens, closes = shape.get("opens"), shape.get("closes")
    if opens and date.fromisoformat(opens[:10]) > reference:
        return "not_yet_open"
    if closes and date.fromisoformat(closes[:10]) < reference:
        return "closed"
    return "open" if opens or closes or _OPEN.search(low) else ""


def _places(low: str) -> Shape:
    """Places left and places in all."""
    shape: Shape = {}
    if found := _REMAINING.search(low):
        groups = {name: value for name, value in found.groupdict().items() if value is not None}
        left = [int(value) for name, value in groups.items() if len(name) == 1]
        shape["remaining"] = left[0] if left else 1
        whole = [int(value) for name, value in groups.items() if name in {"bc", "cc", "hc"}]
        shape |= {"capacity": whole[0]} if whole else {}
    rest = _REMAINING.sub(" ", low)
    if found := _CAPACITY.search(rest):
        shape.setdefault("capacity", int(next(value for value in found.groups() if value is not None)))
    return shape


def _days(text: str, low: str, language: str, reference: date) -> Shape:
    """When it opens and when it closes."""
    shape: Shape = {}
    for when in _whens(items_of(composed(text), language)):
        if when.day.last is not None:
            shape |= _range(when, reference)
            continue
        role = _role(low, when)
        if role == "opens" and "opens" not in shape:
            shape |= _told("opens", resolve(when.day.first, reference, nearest=True).day, when.minutes)
        elif role == "closes" and "closes" not in shape:
            opened = date.fromisoformat(shape["opens"][:10]) if "opens" in shape else None
            shape |= _told("closes", resolve(when.day.first, reference, after=opened).day, when.minutes)
    return shape


def _range(when: _When, reference: date) -> Shape:
    """``16.8.-31.8.``: the ones nearest to the reference."""
    if when.day.last is None:
        return {}
    closes = resolve(when.day.last, reference, nearest=True).day
    opens = None if closes is None else resolve(when.day.first, reference, before=closes).day
    return _told("opens", opens, None) | _told("closes", closes, when.minutes)


def _told(name: str, day: date | None, minutes: int | None) -> Shape:
    """A day, or a moment where the time is told."""
    if day is None:
        return {}
    moment: date | datetime = day if minutes is None else at(day, minutes)
    return {name: moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()}


def _whens(items: Sequence[Item]) -> list[_When]:
    """The days with the times right behind them."""
    found: list[_When] = []
    for index, item in enumerate(items):
        if isinstance(item, Dates):
            following = items[index + 1] if index + 1 < len(items) else None
            slot = following.slots[0] if isinstance(following, Times) else None
            minutes = None if slot is None else slot.start if slot.start is not None else slot.end
            end = following.end if isinstance(following, Times) else item.end
            found += [_When(span, minutes, item.start, end) for span in item.spans]
    return found


def _role(low: str, when: _When) -> str:
    """``opens``, ``closes`` or ``""`` by the nearest word around the day; behind it counts where it stands close."""
    before, after = low[max(0, when.start - _NEAR) : when.start], low[when.end : when.end + 14]
    if _ENDS.match(after.lstrip()):
        return "closes"
    if _BEGINS.match(after.lstrip()):
        return "opens"
    begins = max((found.start() for found in _BEGINS.finditer(before)), default=-1)
    ends = max((found.start() for found in _ENDS.finditer(before)), default=-1)
    return "" if begins == ends else "opens" if begins > ends else "closes"
