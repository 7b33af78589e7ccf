"""Schedules by weekday as recurrence rules (RFC 5545 section 3.3.10), for the interfaces that have a grammar of their own for them.

DTSTART is the first instance of a rule (section 3.8.5.1), but the start of such a schedule is only a bound; ``first_on`` finds the day
between the two.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = 7
_SEARCHED = 731
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")


def first_on(start: date, weekdays: Iterable[int], interval: int = 1) -> date:
    """The first day not before ``start`` on one of the weekdays (1 Monday to 7 Sunday), in every ``interval``-th week.

    Weeks begin on Monday and are counted from that of ``start``, as a rule with INTERVAL counts them from DTSTART.
    """
    wanted = sorted(set(weekdays))
    if not wanted:
        return start
    monday = start - timedelta(days=start.weekday())
    later = [day for day in wanted if day >= start.isoweekday()]
    if later:
        return monday + timedelta(days=later[0] - 1)
    return monday + timedelta(days=_WEEK * max(interval, 1) + wanted[0] - 1)


def first_matching(start: date, byday: Sequence[str] = (), bymonthday: Sequence[int] = (), bymonth: Sequence[int] = ()) -> date | None:
    """The first day not before ``start`` that fits all of these, ``None`` where none of the following two years does.

    ``byday`` holds ``MO``, or ``1MO`` and ``-1FR`` for the first and last of a month; ``bymonthday`` may count from the month's end.
    """
    wanted = [(int(day[:-2] or 0), day[-2:]) for day in byday]
    for number in range(_SEARCHED):
        day = start + timedelta(days=number)
        if bymonth and day.month not in bymonth:
            continue
        if bymonthday and not {day.day, day.day - monthrange(day.year, day.month)[1] - 1} & set(bymonthday):
            continue
        if not wanted or any(code == CODES[day.weekday()] and _is_nth(day, place) for place, code in wanted):
            return day
    return None


def _is_nth(day: date, place: int) -> bool:
    """True for the first, second ... of its weekday in the month, from the end where ``place`` is below nought; 0 is any."""
    left = monthrange(day.year, day.month)[1] - day.day
    return place in {0, (day.day - 1) // _WEEK + 1, -(left // _WEEK) - 1}


def rule(  # noqa: PLR0913 - the parts of a rule, each named
    freq: str,
    *,
    interval: int = 1,
    byday: Iterable[str] = (),
    count: int | None = None,
    until: str = "",
    others: Iterable[tuple[str, Iterable[object]]] = (),
) -> str:
    """The rule's text, upper case; parts that say nothing are left out. ``others``: further BY parts, such as BYMONTHDAY."""
    parts = [f"FREQ={freq}"]
    parts += [f"INTERVAL={interval}"] if interval > 1 else []
    parts += [f"BYDAY={','.join(chosen)}"] if (chosen := tuple(byday)) else []
    parts += [f"{name}={listed}" for name, values in others if (listed := ",".join(map(str, values)))]
    parts += [f"COUNT={count}"] if count is not None else []
    parts += [f"UNTIL={until}"] if until else []
    return ";".join(parts)


def days(weekdays: Iterable[int]) -> tuple[str, ...]:
    """``MO`` to ``SU`` for 1 to 7, in the order of the week."""
    return tuple(CODES[number - 1] for number in sorted(set(weekdays)))


def last_instant(last: date, zone: ZoneInfo) -> str:
    """UNTIL for a timed series whose last day is ``last``, that day included: its last second, in UTC as section 3.3.10 asks."""
    return datetime.combine(last, time(23, 59, 59), tzinfo=zone).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def ordinal(day: date) -> int:
    """Which of its weekday in the month the day is: 1 to 4, and -1 for the fifth, which is the last."""
    number = (day.day - 1) // _WEEK + 1
    return number if number <= 4 else -1  # noqa: PLR2004 - a fifth one is not in every month


def weekday_of(text: str) -> int | None:
    """1 to 7 for ``MO``, ``Monday``, ``schema:Monday`` or ``https://schema.org/Monday``."""
    name = re.split(r"[/#:]", text.strip())[-1].upper()
    names = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
    if name in names:
        return names.index(name) + 1
    return CODES.index(name) + 1 if name in CODES else None


def byday_of(values: Iterable[str]) -> tuple[str, ...]:
    """``MO``, ``1MO``, ``-1FR`` from such codes, names of weekdays or their addresses; what is none of these is left out."""
    found = []
    for value in values:
        code = _BYDAY.fullmatch(value.strip().upper())
        number = weekday_of(value)
        if number is not None:
            found.append(CODES[number - 1])
        elif code is not None:
            found.append(f"{int(code[1] or 0) or ''}{code[2]}")
    return tuple(dict.fromkeys(found))
