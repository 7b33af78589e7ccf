"""A recurrence rule in words: ``joka tiistai``, ``joka kuukauden ensimmäisenä maanantaina``, ``15.4.2027 asti``.

Only rules whose words are certain are said (RFC 5545 section 3.3.10); of any other the dates themselves are shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from normalize.model import Recurrence, Start
from normalize.recurrence_rule import RuleError
from normalize.recurrence_series import Series, occurring, series_of
from normalize.recurrence_starts import DAY
from normalize.recurrence_zone import naive, settle
from normalize.recurrence_zone import zone as zone_named
from publish.dates import Dates
from publish.words import Words

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = 5
_WEEK = 7
_SAID = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYSETPOS", "BYWEEKNO", "COUNT", "UNTIL", "WKST"})
_PARITIES = {
    "odd": ({str(week) for week in range(1, 54, 2)}, {str(week) for week in range(1, 52, 2)}),
    "even": ({str(week) for week in range(2, 53, 2)},),
}
"""Every odd week of a year, with the 53rd that some have or without it; every even one."""
_ORDINAL = re.compile(r"^(-1|[1-5])(MO|TU|WE|TH|FR|SA|SU)$")
_ENDS = frozenset({"UNTIL", "COUNT"})
_LOOK_BACK = 40 * DAY
"""How far before its end the last date of a rule is looked for first."""


def parts(rule: str) -> dict[str, str]:
    """``FREQ=WEEKLY;BYDAY=TU`` as a mapping with upper-case names."""
    return {name.strip().upper(): value.strip() for name, _, value in (part.partition("=") for part in rule.split(";")) if value}


def _weekly(rule: Mapping[str, str], start: date, dates: Dates) -> str:
    """The words of a rule by weeks, or of a daily one that names weekdays."""
    words = dates.words
    names = rule["BYDAY"].split(",") if "BYDAY" in rule else [_DAYS[start.weekday()]]
    if "BYSETPOS" in rule or "BYMONTHDAY" in rule or not set(names) <= set(_DAYS):
        return ""
    days = sorted({_DAYS.index(name) for name in names})
    every = int(rule.get("INTERVAL", "1"))
    if every == 1:
        return _each_week(days, words)
    if every == 2 and len(days) == 1:  # noqa: PLR2004 - "every other" is a word of its own
        return words("rhythm.every_other", day=words(f"weekday.{days[0]}"))
    return words("rhythm.every_nth_week", n=every, days=words.listed([words(f"weekday.habitual.{day}") for day in days]))


def _each_week(days: list[int], words: Words) -> str:
    """``joka tiistai``, ``tiistaisin ja torstaisin``, ``arkisin``, ``joka päivä``."""
    if len(days) == _WEEK:
        return words("rhythm.daily")
    if days == list(range(_WORKDAYS)):
        return words("rhythm.workdays")
    if len(days) == 1:
        return words("rhythm.every_week", day=words(f"weekday.{days[0]}"))
    return words.listed([words(f"weekday.habitual.{day}") for day in days])


def _daily(rule: Mapping[str, str], start: date, dates: Dates) -> str:
    """The words of a rule by days."""
    words = dates.words
    every = int(rule.get("INTERVAL", "1"))
    if "BYDAY" in rule:
        return _weekly(rule, start, dates) if every == 1 else ""
    if "BYMONTHDAY" in rule or "BYSETPOS" in rule:
        return ""
    return words("rhythm.daily") if every == 1 else words("rhythm.every_nth_day", n=every)


def _monthly(rule: Mapping[str, str], start: date, dates: Dates) -> str:
    """The words of a rule by months: the n-th weekdays or days of the month."""
    every = f"rhythm.months_{int(rule.get('INTERVAL', '1'))}"
    months = dates.words(every) if every in dates.words.texts else ""
    if not months or {"BYDAY", "BYMONTHDAY"} <= rule.keys():
        return ""
    return _month_weekdays(rule, months, dates.words) if "BYDAY" in rule else _month_days(rule, start, months, dates.words)


def _month_days(rule: Mapping[str, str], start: date, months: str, words: Words) -> str:
    """``joka kuukauden 1. ja 15. päivänä``."""
    days = rule.get("BYMONTHDAY", str(start.day)).split(",")
    if "BYSETPOS" in rule or not all(map(str.isdigit, days)):
        return ""
    said = [words("rhythm.number", n=day) for day in sorted(set(map(int, days)))]
    return words.count("rhythm.month_day", len(said), days=words.listed(said), months=months)


def _month_weekdays(rule: Mapping[str, str], months: str, words: Words) -> str:
    """``joka kuukauden ensimmäisenä ja kolmantena maanantaina``: one weekday, as often as it is named."""
    places = rule["BYSETPOS"].split(",") if "BYSETPOS" in rule else [""]
    found = [_ORDINAL.match(place + day) for place in places for day in rule["BYDAY"].split(",")]
    named = {(match[1], match[2]) for match in found if match}
    if not all(found) or len({day for _, day in named}) != 1:
        return ""
    nths = [words(f"ordinal.{nth}") for nth in sorted((nth for nth, _ in named), key=lambda nth: (nth == "-1", nth))]
    day = words(f"weekday.ordinal.{_DAYS.index(next(iter(named))[1])}")
    return words("rhythm.month_weekday", nth=words.listed(nths), day=day, months=months)


def _yearly(rule: Mapping[str, str], start: date, dates: Dates) -> str:
    """The words of a rule by years; only the plain one, and that of odd or even weeks."""
    if "BYWEEKNO" in rule:
        return _in_weeks(rule, dates.words)
    plain = not {"BYDAY", "BYMONTHDAY", "BYSETPOS"} & rule.keys() and rule.get("INTERVAL", "1") == "1"
    return dates.words("rhythm.yearly", date=dates.brief(start)) if plain else ""


def _in_weeks(rule: Mapping[str, str], words: Words) -> str:
    """``tiistaisin parittomilla viikoilla``: weekdays of all the odd or all the even ISO weeks of the year."""
    weeks, names = rule["BYWEEKNO"].split(","), rule.get("BYDAY", "").split(",")
    parity = next((name for name, all_of in _PARITIES.items() if {*weeks} in all_of), "")
    if not parity or {"BYMONTHDAY", "BYSETPOS"} & rule.keys() or rule.get("INTERVAL", "1") != "1" or not set(names) <= set(_DAYS):
        return ""
    days = sorted({_DAYS.index(name) for name in names})
    return words(f"rhythm.{parity}_weeks", days=words.listed([words(f"weekday.habitual.{day}") for day in days]))


_SAYINGS: dict[str, Callable[[Mapping[str, str], date, Dates], str]] = {
    "DAILY": _daily,
    "WEEKLY": _weekly,
    "MONTHLY": _monthly,
    "YEARLY": _yearly,
}


def rhythm(recurrence: Recurrence | None, start: date, dates: Dates) -> str:
    """The rule in words without its clock times, ``""`` where it has no certain words."""
    if recurrence is None or len(recurrence.rrule) != 1:
        return ""
    rule = parts(recurrence.rrule[0].upper())
    say = _SAYINGS.get(rule.get("FREQ", ""))
    if say is None or set(rule) - _SAID or ("BYWEEKNO" in rule and say is not _yearly) or not rule.get("INTERVAL", "1").isdigit():
        return ""
    return say(rule, start, dates)


def until(recurrence: Recurrence | None, start: Start | None, timezone: str, zone: tzinfo) -> date | None:
    """The day in ``zone`` of the last date of a rule that ends (UNTIL, COUNT); ``timezone`` is the one whose clock the rule counts in.

    UNTIL itself is mostly the last second of a day somewhere else, and no day on which anything is held.
    """
    if recurrence is None or start is None or len(recurrence.rrule) != 1 or not _ENDS & parts(recurrence.rrule[0]).keys():
        return None
    try:
        series = series_of(start, recurrence, timezone)
    except RuleError:
        return None
    rule, last = series.rules[0]
    for first in (series.start if rule.count else max(last - _LOOK_BACK, series.start), series.start):
        if held := [wall for wall in occurring(series, first, last) if not series.drops(wall)]:
            return _day(held[-1], series, zone)
    return None


def _day(wall: int, series: Series, zone: tzinfo) -> date:
    """The day of one date of a series in another zone."""
    moment = naive(wall)
    return moment.date() if series.all_day else settle(moment, zone_named(series.timezone)).astimezone(zone).date()


def skipped(recurrence: Recurrence | None, zone: ZoneInfo, first: date, last: date) -> list[date]:
    """The region's days in ``first`` to ``last`` on which the series is not held although its rule says so (EXDATE), sorted."""
    if recurrence is None:
        return []
    days = {moment.astimezone(zone).date() if isinstance(moment, datetime) else moment for moment in recurrence.exdate}
    return sorted(day for day in days if first <= day <= last)
