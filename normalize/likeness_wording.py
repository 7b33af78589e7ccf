"""How the values of signs are written in one language: times, distances, prices, and lists of terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

Labels = Mapping[str, str]
"""Ids of organizers, audiences, subjects and topics -> what people call them in the language."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignWords:
    """The sentences of one language. ``{a}`` and ``{b}`` are the two sides' values."""

    signs: Mapping[str, str]
    """By the sign's code."""
    decisions: Mapping[str, str]
    """By the decision, and ``contradicted`` for what is apart because of a contradiction."""
    untold: str
    """In place of a value that is not told."""
    clock: str
    """Before a clock time, a space included (``klo ``)."""
    point: str
    """Between hours and minutes, and in decimals (``.``, ``,``)."""
    decimal: str
    free: str


def moment(value: str, words: SignWords) -> str:
    """``2026-11-24T10:00/2026-11-24T12:00`` as ``24.11.2026 klo 10.00–12.00``; a day as a day."""
    start, _, end = value.partition("/")
    if not start:
        return words.untold
    begins = datetime.fromisoformat(start)
    if "T" not in start:
        return _day(begins.date(), words)
    told = f"{_day(begins.date(), words)} {words.clock}{_clock(begins, words)}"
    if not end:
        return told
    ends = datetime.fromisoformat(end)
    day = "" if ends.date() == begins.date() else f"{_day(ends.date(), words)} {words.clock}"
    return f"{told}{' – ' if day else '–'}{day}{_clock(ends, words)}"


def _day(day: date, words: SignWords) -> str:
    if words.clock:
        return f"{day.day}.{day.month}.{day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _clock(when: datetime, words: SignWords) -> str:
    return f"{when:%H}{words.point}{when:%M}" if when.hour > 9 or not words.clock else f"{when.hour}{words.point}{when:%M}"  # noqa: PLR2004 - two digits


def distance(value: str, words: SignWords) -> str:
    """Kilometres as metres below one, else with one decimal."""
    kilometres = float(value)
    if kilometres < 1:
        return f"{round(kilometres * 1000, -1):.0f} m"
    return f"{kilometres:.1f} km".replace(".", words.decimal)


def price(value: str, words: SignWords) -> str:
    """Amounts in euros; 0 as free."""
    if not value:
        return words.untold
    amounts = [words.free if one == "0" else one.replace(".", words.decimal) + " €" for one in value.split()]
    return ", ".join(amounts)


def terms(value: str, labels: Labels) -> str:
    """Ids as people call them; one without a label in plain words."""
    return ", ".join(labels.get(one) or one.replace("_", " ").replace("-", " ") for one in value.split(",") if one)


Writer = Callable[[str], str]
