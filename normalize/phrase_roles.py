"""What each item of a text is told about: the thing itself, an exception to it, or something else (enrolment, office hours, publication).

A deadline, a publication stamp and a telephone hour are dates too, and none of them is when the thing takes place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalize.phrase_items import Dates, Item, Mark, Month, Monthly, Season, Times, Weekdays, Weeks, Words

_ELSEWHERE = frozenset({"enrol", "stamp", "office", "history"})
_HARD = frozenset({"line", "sentence", "clause"})
_DATED = (Dates, Weeks, Month, Season)
_MOST_BETWEEN = 3
"""Words that may stand between "ei" and the day that it excludes (``ei jumppaa viikolla 8``)."""
_FARTHEST = 80
"""Items behind a word of exception within which its clause must end."""
_LEADING = frozenset({"under", "på", "i", "den", "during", "the", "on", "in", "at"})
"""Small words before what is left out (``inte under skolloven``)."""
_HELD = re.compile(
    r"kerho|koko|ole\b|toimi|harjoit|tun|opetu|ohjau|jump|pidet|järjest|tapaam|treff|träff|övning|lektion|session|class|meeting|club|kurs|kuoro"
)
"""What does not take place on a day before "ei"."""
_ASKED = re.compile(
    r"tarvi|vaadi|edelly|maks|osallistumism|pääsym|vapai|paikko|kuulu|sisälly|behöv|kräv|avgift|need|requir|charge|fee|ennakko|ilmoitt|saa\b|voi\b"
)
"""What "ei" denies without leaving out a day."""


def roles_of(items: Sequence[Item]) -> list[str]:
    """A role for each item: ``main``, ``except``, ``deadline``, ``enrol``, ``stamp``, ``office`` or ``history``."""
    roles = _by_sentence(items)
    _mark_deadlines(items, roles)
    _mark_exceptions(items, roles)
    return roles


def _by_sentence(items: Sequence[Item]) -> list[str]:
    """The roles that a word gives to the rest of its sentence."""
    roles: list[str] = []
    role = "main"
    for index, item in enumerate(items):
        if isinstance(item, Mark) and item.kind == "break" and item.value in _HARD:
            role = "main"
        elif isinstance(item, Mark) and item.kind in _ELSEWHERE and not _is_denied(items, index):
            role = item.kind
        elif role != "main" and _begins_anew(items, index):
            role = "main"
        roles.append(role)
    return roles


def _is_denied(items: Sequence[Item], index: int) -> bool:
    """True for "ei ennakkoilmoittautumista" and for what only names the enrolment of a day told before ("by")."""
    before = items[index - 1] if index else None
    return isinstance(before, Mark) and before.kind == "except"


def _begins_anew(items: Sequence[Item], index: int) -> bool:
    """True for a capital letter right behind a date or time: its last dot may have ended the sentence."""
    item = items[index]
    before = items[index - 1] if index else None
    return item.capital and isinstance(before, Dates | Times)


def _mark_deadlines(items: Sequence[Item], roles: list[str]) -> None:
    """``viimeistään 27.11.``, ``27.11. klo 12 mennessä``."""
    for index, item in enumerate(items):
        if not (isinstance(item, Mark) and item.kind == "by"):
            continue
        roles[index] = "deadline"
        ahead = _dated_after(items, index)
        behind = _dated_before(items, index)
        for at in behind if behind and not (ahead and not _is_postfix(items, index)) else ahead:
            roles[at] = "deadline"


def _is_postfix(items: Sequence[Item], index: int) -> bool:
    """True for a "by" that stands right behind a date or time, no comma between."""
    return index > 0 and isinstance(items[index - 1], Dates | Times)


def _dated_after(items: Sequence[Item], index: int) -> list[int]:
    """The date and time right behind a mark."""
    found: list[int] = []
    for at in range(index + 1, min(index + 4, len(items))):
        if isinstance(items[at], Dates | Times):
            found.append(at)
        elif found or (isinstance(items[at], Mark) and _kind(items[at]) in {"break", "comma"}):
            break
    return found


def _dated_before(items: Sequence[Item], index: int) -> list[int]:
    """The date and time right before a mark."""
    found: list[int] = []
    for at in range(index - 1, max(index - 3, -1), -1):
        if not isinstance(items[at], Dates | Times):
            break
        found.append(at)
        if isinstance(items[at], Dates):
            break
    return found


def _mark_exceptions(items: Sequence[Item], roles: list[str]) -> None:
    """The days behind "ei", "paitsi", "tauko" ..., or before it (``24.2. ei kerhoa``) where something recurs."""
    recurs = any(isinstance(item, Weekdays | Monthly | Weeks) and role == "main" for item, role in zip(items, roles, strict=True))
    untimed = not any(isinstance(item, Times) for item in items)
    for index, item in enumerate(items):
        if not (isinstance(item, Mark) and item.kind == "except") or roles[index] != "main" or (item.value == "off" and not recurs):
            continue
        if item.value == "shut" and not recurs:
            _mark_closed(items, roles, index)
            continue
        found = _excluded_after(items, index, most_words=_MOST_BETWEEN if recurs or _is_held(items, index + 1) else 0)
        if not found and (recurs or untimed) and index and roles[index - 1] == "main" and _is_called_off(items, index):
            found = [index - 1]
        for at in found:
            roles[at] = "except"
        if found:
            roles[index] = "except"


def _is_held(items: Sequence[Item], index: int) -> bool:
    """True for a word for what does not take place (kerhoa, kokoonnuta, class)."""
    item = items[index] if index < len(items) else None
    return isinstance(item, Words) and bool(_HELD.match(item.text.casefold()))


def _mark_closed(items: Sequence[Item], roles: list[str], index: int) -> None:
    """``Uimahalli suljettu 24.-26.12.``: days on which nothing takes place, beside the word."""
    for at in (index - 1, *_dated_after(items, index)):
        if 0 <= at < len(items) and isinstance(items[at], Dates | Times | Weekdays):
            roles[at] = "closed"


def _is_called_off(items: Sequence[Item], index: int) -> bool:
    """True for ``24.2. ei kerhoa``, ``22.12.-5.1. tauko``: the days before the word; not for ``17.12. Ei tarvitse ilmoittautua``."""
    item = items[index]
    if not isinstance(items[index - 1], _DATED) or item.capital or not isinstance(item, Mark):
        return False
    after = items[index + 1] if index + 1 < len(items) else None
    if item.value in {"strong", "off", "shut"} or after is None or _kind(after) in {"break", "comma"}:
        return True
    return _is_held(items, index + 1)


def _excluded_after(items: Sequence[Item], index: int, most_words: int) -> list[int]:
    """The items that a word of exception reaches: up to the end of its clause."""
    found: list[int] = []
    words = 0
    for at in range(index + 1, min(len(items), index + _FARTHEST)):
        item = items[at]
        if _is_excluded(items, at, first=not found, comma=_kind(items[at - 1]) == "comma"):
            found.append(at)
        elif isinstance(item, Words) and item.text.casefold() in _LEADING and not found:
            continue
        elif isinstance(item, Words):
            words += 1
            if found or words > most_words or _ASKED.match(item.text.casefold()):
                break
        elif _ends_exception(item, begun=bool(found)):
            break
    return found


def _is_excluded(items: Sequence[Item], index: int, *, first: bool, comma: bool) -> bool:
    """True for days, weeks, months and holidays; weekdays only right behind the word ("ei maanantaisin")."""
    item = items[index]
    if isinstance(item, Mark):
        return item.kind in {"school_holidays", "public_holidays"}
    if isinstance(item, Weekdays):
        return first and not comma and not (index + 1 < len(items) and isinstance(items[index + 1], Times))
    return isinstance(item, _DATED)


def _ends_exception(item: Item, *, begun: bool) -> bool:
    """True for what no exception goes on behind."""
    if isinstance(item, Times | Weekdays | Monthly):
        return True
    kind = _kind(item)
    if kind == "break":
        return getattr(item, "value", "") != "open"
    return kind in {"enrol", "hours", "office", "stamp", "begins", "ends"} or (kind == "comma" and not begun)


def _kind(item: Item) -> str:
    """The kind of a mark, ``""`` for anything else."""
    return item.kind if isinstance(item, Mark) else ""
