"""Whether it takes place, in words: ``PERUTTU: Syysmyyjäiset``, ``Siirtyy! Uusi aika ke 9.12.``, ``perutaan, jos ...``, ``Ei peruttu``.

A word behind "not" says the opposite, one before "if" says nothing yet. Moved with a new day is ``rescheduled``, without one ``postponed``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from normalize import phrase_status_words as words
from normalize.phrase_enrolment import read_enrolment
from normalize.phrase_items import Dates, Day, Item, Times, Weekdays
from normalize.phrase_low import low_of
from normalize.phrase_parse import items_of
from normalize.phrase_shape import at
from normalize.phrase_tokens import composed
from normalize.phrase_word_table import Found, WordTable
from normalize.phrase_years import resolve

Shape = dict[str, Any]
_EDGE = " \t\n:;,.!–—-|()[]\"'”“*"
_NOT = re.compile(r"(?:\bei|\beivät|\binte|\bej|\bnot|\bisn't|n't|\bikke)\s(?:\w+\s){0,2}$")
_IF = re.compile(rf"^[^.!?\n]{{0,60}}?(?<!\w)(?:{words.CONDITION})")
_MAY = re.compile(rf"(?<!\w)(?:{words.CONDITION}|{words.POSSIBLY})[^.!?\n]{{0,80}}$")
_NEW = re.compile(r"uusi\w*|ny(?:tt)?\b|new|->|→|siirtyy|siirretty|flytta\w*|moved\sto")
_SHAPES = WordTable(
    (
        ("moved_online", words.ONLINE), ("kept", words.KEPT), ("cancelled", words.CANCELLED), ("moved", words.MOVED),
        ("new_time", words.NEW_TIME), ("planned", words.PLANNED),
    )
)  # fmt: skip
_ORDER = ("moved_online", "kept", "cancelled", "moved", "new_time", "planned")
_OTHER_PLACE, _TO_PLACE = re.compile(rf"(?<!\w)(?:{words.PLACE})"), re.compile(words.TO_PLACE)
_LINKED = re.compile(words.LINKED)
_GENERIC = re.compile(words.GENERIC)
_NO_TITLE = re.compile(words.NO_TITLE)
_DATED = re.compile(
    r"(?i)[\s,(]+(?:(?:ma|ti|ke|to|pe|la|su|mån|tis|ons|tors|fre|lör|sön|\w+na|\w+dag(?:en)?)\.?\s+)?\d{1,2}\.\d{1,2}\b.{0,40}$"
)
"""The day behind a title."""
_PARTICIPLE = re.compile(words.PARTICIPLE)
_FEW_WORDS = 5
_CAPITALS = re.compile(r"[^\W\d_a-zåäöšžđŋčá]{4,}")


def read_status(text: str, language: str, reference: date) -> Shape:
    """Status, the new start of what was moved, the title beside the mark; places where the words are about those; ``{}``: nothing told."""
    low = low_of(text)
    told = _told(low)
    denied = False
    for name in _ORDER:
        if found := told.get(name):
            if name == "kept" or _NOT.search(low[: found.start]):
                denied = True
                continue
            return _of(name, found, _Notice(composed(text), low, language, reference))
    if denied:
        return {"status": "scheduled"}
    places = read_enrolment(text, language, reference)
    if places["registration"]:
        return places
    return {"status": "scheduled", "flags": ["place_changed"]} if _OTHER_PLACE.search(low) else {}


def _told(low: str) -> dict[str, Found]:
    """The first mark of each sort in a folded text."""
    told: dict[str, Found] = {}
    for _, one in _SHAPES.everywhere(low):
        told.setdefault(one.code, one)
    return told


@dataclass(frozen=True, slots=True)
class _Notice:
    """A text, the same folded, and what its days are read by."""

    text: str
    low: str
    language: str
    reference: date


def _of(name: str, found: Found, notice: _Notice) -> Shape:
    """The status that a word tells where it stands."""
    low = notice.low
    if name != "planned" and (_IF.match(low[found.end :]) or _MAY.search(low[: found.start])):
        return {"status": "scheduled", "flags": ["conditional"]}
    shape = _moved(name, found, notice) if name in {"moved", "new_time"} else {"status": name}
    if name != "planned" and shape["status"] != "scheduled" and (title := _title(notice.text, found)):
        shape["title"] = title
    return shape


def _moved(name: str, found: Found, notice: _Notice) -> Shape:
    """Moved to a day that is told, to a day that nobody told, to another place, or to another time of the same day."""
    if _OTHER_PLACE.search(notice.low) or _TO_PLACE.match(notice.low, found.end):
        return {"status": "scheduled", "flags": ["place_changed"]}
    if new_start := _new_start(notice):
        return {"status": "rescheduled", "new_start": new_start}
    return {"status": "postponed"} if name == "moved" else {"status": "scheduled", "flags": ["time_changed"]}


def _new_start(notice: _Notice) -> str:
    """The day it was moved to: the one behind "new" or an arrow, else the last that stands there; ``""`` where none does."""
    items = items_of(notice.text, notice.language)
    days = [index for index, item in enumerate(items) if isinstance(item, Dates)]
    if not days:
        return ""
    behind = [index for index in days if _NEW.search(notice.low[max(0, items[index].start - 30) : items[index].start])]
    return _moment(items, behind[-1] if behind else days[-1], notice.reference)


def _moment(items: Sequence[Item], index: int, reference: date) -> str:
    """The day at an index with the time behind it."""
    item = items[index]
    day = resolve(item.spans[0].first if isinstance(item, Dates) else Day(), reference).day
    if day is None:
        return ""
    following = next((later for later in items[index + 1 :] if not isinstance(later, Weekdays)), None)
    slot = following.slots[0] if isinstance(following, Times) else None
    return day.isoformat() if slot is None or slot.start is None else at(day, slot.start).isoformat(timespec="minutes")


def _title(text: str, found: Found) -> str:
    """What the mark stands before or behind (``PERUTTU: Myyjäiset``, ``Myyjäiset (peruttu)``, ``Myyjäiset peruttu``); no sentence."""
    before, after = text[: found.start], text[found.end :]
    loud = bool(_CAPITALS.fullmatch(text[found.start : found.end].replace(" ", "")))
    if not before.strip(_EDGE) and (
        after[:1] in {":", "!", "|", ","} or re.match(r"\s+[-–—|]\s|\s*\n|[)\]*]+:?\s", after) or (loud and after[:1] == " ")
    ):
        return _named(after)
    if after.strip(_EDGE) or not before.strip(_EDGE):
        return ""
    parted = re.search(r"(?:[(:|,!–—\[*]|\s-)\s*$", before)
    return _named(before) if parted or loud or _is_name(before, text[found.start : found.end]) else ""


def _is_name(before: str, mark: str) -> bool:
    """True for a few words without a verb right before a participle: ``Myyjäiset peruttu``, not ``Myyjäiset on peruttu``."""
    words_before = before.casefold().split()
    short = len(words_before) <= _FEW_WORDS and before.endswith(" ")
    return short and not _LINKED.search(before.casefold()) and bool(_PARTICIPLE.fullmatch(mark.casefold()))


def _named(piece: str) -> str:
    """A title of one sentence without the marks around it; ``""`` where it says when, why, or only that it is an event."""
    whole = piece.strip(_EDGE)
    title = _DATED.sub("", whole).strip(_EDGE)
    return "" if _NO_TITLE.match(whole.casefold()) or _GENERIC.fullmatch(title.casefold()) else title


def tells_status(text: str) -> bool:
    """True where a word of status stands in a text."""
    return _SHAPES.tells(low_of(text))
