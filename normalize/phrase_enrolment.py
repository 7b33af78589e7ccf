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
from normalize.phrase_items import Dates, Day, Item, Span, Times
from normalize.phrase_low import low_of
from normalize.phrase_parse import items_of
from normalize.phrase_shape import at
from normalize.phrase_tokens import composed
from normalize.phrase_word_table import WordTable
from normalize.phrase_years import resolve

Shape = dict[str, Any]
_UNNAMED = re.compile(r"\(\?P<\w+>")
"""The beginning of a named group: in one table of shapes no name may stand twice."""
_TABLE = WordTable(
    (
        ("needless", words.NEEDLESS), ("wished", words.WISHED), ("enrol", words.ENROL), ("binding", words.BINDING), ("queue", words.QUEUE),
        ("ask", words.CANCELLATION_PLACES), ("full", words.FULL), ("closed", words.CLOSED), ("not_yet", words.NOT_YET),
        ("open", words.OPEN),
        ("remaining", _UNNAMED.sub("(?:", words.REMAINING)), ("capacity", _UNNAMED.sub("(?:", words.CAPACITY)),
    ),
    end="",
)  # fmt: skip
_REMAINING, _CAPACITY = re.compile(words.REMAINING), re.compile(words.CAPACITY)
_NOT = re.compile(r"(?:\bei|\bole|\binte|\bej|\bnot|n't|\bmelkein|\blähes|\bnästan|\balmost|\bnearly)\s(?:\w+\s){0,2}$")
_BEGINS, _ENDS = (re.compile(rf"(?<!\w)(?:{shape})(?!\w)") for shape in (words.BEGINS, words.ENDS))
_CALLED_OFF = re.compile(r"peruut|avbok|avanmäl|cancell?ation")
_ENROLLED = re.compile(r"ilmo|ilm\.|anmäl|regist|enrol|sign|book|varau|haku")
_LONG = 800
"""Characters of a longer text in which the days of its enrolment are looked for."""
_DIGIT = re.compile(r"\d")
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
    low = low_of(text)
    told = _told_by_words(low)
    shape: Shape = {}
    if "needless" in told:
        shape["required"] = False
    elif "enrol" in told and "wished" not in told:
        shape["required"] = True
    if shape.get("required") is not False and _DIGIT.search(low) and ("enrol" in told or _tells_term(low)):
        shape |= _days(*_around(text, low), language, reference)
    shape |= _places(low) if told & {"remaining", "capacity"} else {}
    if state := _state(told, shape, reference):
        shape["state"] = state
    if "binding" in told:
        shape["binding"] = True
    if "ask" in told:
        shape["ask_cancellations"] = True
    return {"registration": shape}


def _tells_term(low: str) -> bool:
    """True where a word says that something opens or closes, and none that it is about cancelling."""
    return bool((_BEGINS.search(low) or _ENDS.search(low)) and not _CALLED_OFF.search(low))


def _around(text: str, low: str) -> tuple[str, str]:
    """The part of a long text in which enrolment is told, as it stands and folded."""
    whole = composed(text)
    first = _TABLE.first(low) if len(low) > _LONG else None
    part = slice(max(0, first.start - _LONG // 4), first.start + _LONG) if first else slice(0, _LONG)
    return whole[part], low[part]


def _told_by_words(low: str) -> set[str]:
    """What the words of a folded text tell; "not full" tells nothing."""
    return {
        one.code for _, one in _TABLE.everywhere(low) if one.code != "full" or not _NOT.search(low[max(0, one.start - _NEAR) : one.start])
    }


def tells_enrolment(text: str) -> bool:
    """True where a text says anything of enrolment or places."""
    return bool(_told_by_words(low_of(text)) - {"binding"})


def _state(told: set[str], shape: Shape, reference: date) -> str:
    """What holds on the reference day: words before figures before dates."""
    for state, word in (("waiting_list", "queue"), ("full", "ask"), ("full", "full"), ("closed", "closed"), ("not_yet_open", "not_yet")):
        if word in told:
            return state
    if "remaining" in shape:
        return "open" if shape["remaining"] else "full"
    opens, closes = shape.get("opens"), shape.get("closes")
    if opens and date.fromisoformat(opens[:10]) > reference:
        return "not_yet_open"
    if closes and date.fromisoformat(closes[:10]) < reference:
        return "closed"
    return "open" if opens or closes or "open" in told else ""


def _closing(day: Day, reference: date, opened: date | None) -> date | None:
    """The day in the window; 29.2. may lie beyond it, and the event's own day says later which one is meant."""
    found = resolve(day, reference, after=opened).day
    return found if found or opened else resolve(day, reference, nearest=True).day


def _places(low: str) -> Shape:
    """Places left and places in all."""
    shape: Shape = {}
    if found := _REMAINING.search(low):
        groups = {name: value for name, value in found.groupdict().items() if value is not None}
        left = [int(value) for name, value in groups.items() if len(name) == 1]
        shape["remaining"] = left[0] if left else 1
        whole = [int(value) for name, value in groups.items() if name in {"bc", "cc", "hc", "rc"}]
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
        if _is_called_off(low, when):
            continue
        role = _role(low, when)
        if role == "opens" and "opens" not in shape:
            shape |= _told("opens", resolve(when.day.first, reference, nearest=True).day, when.minutes)
        elif role == "closes" and "closes" not in shape:
            opened = date.fromisoformat(shape["opens"][:10]) if "opens" in shape else None
            shape |= _told("closes", _closing(when.day.first, reference, opened), when.minutes)
    return shape


def _is_called_off(low: str, when: _When) -> bool:
    """True for a day until which one may cancel, not enrol."""
    before = low[max(0, when.start - _NEAR) : when.start]
    at = max((found.start() for found in _CALLED_OFF.finditer(before)), default=-1)
    return at >= 0 and not _ENROLLED.search(before[at:].replace("avanmäl", "")) and not _ENROLLED.search(before[max(0, at - 20) : at])


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
