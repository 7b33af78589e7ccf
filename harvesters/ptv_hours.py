"""Service hours of PTV: version 11's ``serviceHours`` list, and the ``{"hours": [...]}`` of version 12's answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from harvesters.clock_times import local_day, wall_clock
from harvesters.json_document import mapping, mappings, text
from harvesters.json_texts import best, by_language
from harvesters.record import RawHours

WEEKDAYS = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}
_WEEK = range(1, 8)
_MOST_DAYS = 62
"""An exception of at most this many days is told day by day, a longer one weekday by weekday with its first and last day."""
MOST_HOURS = 400
_OVERNIGHT = {"OverMidnight", "Special"}
_EXCEPTIONS = {"Exceptional", "Exception"}


class _Block(NamedTuple):
    """Opening hours of one weekday; no times: closed."""

    weekday: int
    opens: str = ""
    closes: str = ""
    note: str = ""


class _Validity(NamedTuple):
    """When hours hold, both days inclusive."""

    first: date | None
    last: date | None


def hours_of(value: Any, zone: str, language: str) -> tuple[RawHours, ...]:
    """Every span of opening hours that can be understood; what cannot is left out."""
    if isinstance(value, dict):
        found = [hours for entry in mappings(value.get("hours")) for hours in _entry_v12(entry, zone, language)]
    else:
        found = [hours for entry in mappings(value) for hours in _entry_v11(entry, zone, language)]
    return tuple(dict.fromkeys(found))[:MOST_HOURS]


def _entry_v11(entry: dict[str, Any], zone: str, language: str) -> Iterator[RawHours]:
    """One entry of version 11. ``validFrom`` and ``validTo`` are instants of local midnights: the days at the place count."""
    kind = text(entry.get("serviceHourType"))
    validity = _Validity(local_day(entry.get("validFrom"), zone), local_day(entry.get("validTo"), zone))
    note = (
        "reservation" if entry.get("isReservation") is True else best(by_language(entry.get("additionalInformation"), language), language)
    )
    if entry.get("isClosed") is True:
        blocks = [_Block(day, note=note) for day in _WEEK]
    elif entry.get("isAlwaysOpen") is True:
        blocks = [_Block(day, "00:00", "00:00", note) for day in _WEEK]
    else:
        blocks = [block._replace(note=note) for one in mappings(entry.get("openingHour")) for block in _blocks_v11(one, kind)]
    yield from _exception(blocks, validity) if kind in _EXCEPTIONS else _weekly(blocks, validity)


def _blocks_v11(one: dict[str, Any], kind: str) -> list[_Block]:
    """One span of hours on every weekday from ``dayFrom`` to ``dayTo``, or one that runs on from the one to the other over midnight."""
    opens, closes = wall_clock(one.get("from")), wall_clock(one.get("to"))
    first, last = _weekday(one.get("dayFrom")), _weekday(one.get("dayTo"))
    if not opens or not closes:
        return []
    if kind in _OVERNIGHT and first and last:
        return _continuous(first, opens, last, closes)
    days = _from_to(first, last) if first else list(_WEEK) if kind in _EXCEPTIONS else []
    return [_Block(day, opens, closes) for day in days]


def _entry_v12(entry: dict[str, Any], zone: str, language: str) -> Iterator[RawHours]:
    """One entry of version 12, by its ``type``: ``Weekly...``, ``Continuous...`` or ``Exceptional...``."""
    kind = text(entry.get("type"))
    validity = _Validity(local_day(entry.get("fromDate"), zone), local_day(entry.get("toDate"), zone))
    note = best(by_language(entry.get("additionalInformation") or entry.get("heading"), language), language)
    if isinstance(entry.get("weeklyHours"), dict):
        blocks = [block for name, week in entry["weeklyHours"].items() for block in _day_v12(str(name), week, language)]
        blocks = [block if block.note else block._replace(note=note) for block in blocks]
    else:
        blocks = [block._replace(note=_status_note(entry, note)) for block in _continuous_v12(entry)]
    if kind.startswith("Exceptional") or kind == "ContinuousDateRangeServiceHour":
        yield from _exception(blocks, validity)
    else:
        yield from _weekly(blocks, validity)


def _day_v12(name: str, week: Any, language: str) -> list[_Block]:
    """The spans of one weekday of ``weeklyHours``."""
    weekday = _weekday(name)
    blocks = []
    for one in mappings(mapping(week).get("hours")):
        note = _status_note(one, best(by_language(one.get("additionalInformation"), language), language))
        opens, closes = wall_clock(one.get("start")), wall_clock(one.get("end"))
        if weekday and one.get("openingStatus") == "Closed":
            blocks.append(_Block(weekday, note=note))
        elif weekday and opens and closes:
            blocks.append(_Block(weekday, opens, closes, note))
    return blocks


def _continuous_v12(entry: dict[str, Any]) -> list[_Block]:
    """Always open or closed, or one span that runs on from a weekday to another."""
    first, last = _weekday(entry.get("fromDay")), _weekday(entry.get("toDay"))
    opens, closes = wall_clock(entry.get("fromTime")), wall_clock(entry.get("toTime"))
    if entry.get("openingStatus") == "Closed":
        return [_Block(day) for day in (_from_to(first, last) if first else _WEEK)]
    if first and last and opens and closes:
        return _continuous(first, opens, last, closes)
    if text(entry.get("type")).startswith("ContinuousAlways"):
        return [_Block(day, "00:00", "00:00") for day in _WEEK]
    return [_Block(day, opens, closes) for day in _WEEK] if opens and closes else []


def _status_note(entry: dict[str, Any], note: str) -> str:
    return "reservation" if "Reservation" in text(entry.get("openingStatus")) else note


def _weekday(value: Any) -> int | None:
    return WEEKDAYS.get(text(value).lower())


def _from_to(first: int, last: int | None) -> list[int]:
    """Every weekday from one to the other, over the week's end where it must be."""
    return [(first - 1 + step) % 7 + 1 for step in range(((last or first) - first) % 7 + 1)]


def _continuous(first: int, opens: str, last: int, closes: str) -> list[_Block]:
    """One span from a weekday's time to another's: a night is one block, a longer span is cut at midnights."""
    days = _from_to(first, last)
    if len(days) == 1 or (len(days) == 2 and closes <= opens):  # noqa: PLR2004 - this evening to the next morning
        return [_Block(first, opens, closes)]
    blocks = [_Block(days[0], opens, "00:00"), *(_Block(day, "00:00", "00:00") for day in days[1:-1])]
    return [*blocks, _Block(days[-1], "00:00", closes)] if closes != "00:00" else blocks


def _weekly(blocks: list[_Block], validity: _Validity) -> Iterator[RawHours]:
    for block in blocks:
        yield RawHours(
            weekday=block.weekday, opens=block.opens, closes=block.closes, valid_from=validity.first, valid_through=validity.last,
            note=block.note,
        )  # fmt: skip


def _exception(blocks: list[_Block], validity: _Validity) -> Iterator[RawHours]:
    """Hours of named days. Without an end it is one day; a long exception is told by weekday with its first and last day."""
    first = validity.first
    if first is None:
        return
    last = validity.last or first
    length = (last - first).days
    if length < 0:
        return
    if length >= _MOST_DAYS:
        yield from _weekly(blocks, _Validity(first, last))
        return
    for step in range(length + 1):
        day = first + timedelta(days=step)
        for hours in _weekly([block for block in blocks if block.weekday == day.isoweekday()], _Validity(None, None)):
            yield replace(hours, weekday=None, day=day)
