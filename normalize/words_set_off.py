"""A time set off in a title by dashes or bars: ``Sunday Funday: Chess – Sun Sep 13, 2:00 PM – Lobby Area``.

Such a piece is the time, and no other word of the title is: "Sunday Funday" is a name. Where the title is taken apart word by word
instead, names lose what looks like a time, and what they say beside it makes the time doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from harvesters.record import Moment
from normalize.phrase_places import names_venue
from normalize.phrase_timing import PhraseTiming, timing_of_phrase

_MARK = re.compile(r"\s+(?:[–—|•·]|--?)\s+")
_SEVERAL = frozenset({"ambiguous", "several_things"})
"""Flags of a title that tells other days too: ``October 9 – Sun Oct 11``."""
_DOUBTS = frozenset({"phrase_ambiguous", "no_time_phrase", "phrase_hours"})
"""What the other words of a title, or the text below it, make of it; a contradiction or a time that is past stays one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOff:
    """A title whose time stands apart."""

    timing: PhraseTiming
    name: str
    """What stands before it, and behind it where that is no place."""
    place: str = ""


def set_off(title: str, language: str, reference: date, zone: str) -> SetOff | None:
    """The title with its time apart; ``None`` where not exactly one piece of it is a day, with its time of day or without, and no more."""
    if not _MARK.search(title):
        return None

    def read(text: str) -> PhraseTiming:
        return timing_of_phrase(text, language, reference, zone)

    found = [(before, after, timing) for before, piece, after in _pieces(title) if _is_day(timing := read(piece))]
    if len(found) != 1 or _SEVERAL & set(read(title).notes):
        return None
    before, after, timing = found[0]
    if after[:1].isdigit():
        return None
    is_place = names_venue(after)
    name = before if is_place or not after else f"{before} – {after}"
    return SetOff(timing=timing, name=name, place=after if is_place else "")


def is_meant(whole: PhraseTiming, apart: SetOff) -> bool:
    """True where the record as a whole says the same, or nothing that is sure while a time of day stands apart."""
    if whole.reason:
        return whole.reason in _DOUBTS and isinstance(apart.timing.start, datetime)
    if whole.start is None or apart.timing.start is None or whole.rrule or whole.rdate:
        return False
    return whole.start == apart.timing.start or _day(whole.start) == apart.timing.start


def _pieces(title: str) -> Iterator[tuple[str, str, str]]:
    """Each piece behind a mark, with what stands before and behind it."""
    marks = list(_MARK.finditer(title))
    for index, mark in enumerate(marks):
        after = marks[index + 1] if index + 1 < len(marks) else None
        yield title[: mark.start()], title[mark.end() : after.start() if after else None].strip(), title[after.end() :] if after else ""


def _is_day(timing: PhraseTiming) -> bool:
    """True for words that are one day, surely, and no more."""
    if timing.start is None or timing.rrule or timing.rdate or timing.further or timing.rest or not timing.sure:
        return False
    return isinstance(timing.start, datetime) or timing.end == timing.start + timedelta(days=1)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
