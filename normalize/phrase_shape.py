"""A meaning as plain data, in the form of the region's table of phrases: ISO dates, minutes as ``HH:MM``, durations as RFC 5545 text."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from normalize.phrase_figures import DAY_MINUTES
from normalize.phrase_items import Slot
from normalize.phrase_meaning import Meaning, Occasion
from normalize.phrase_series import DAYS, Series
from normalize.recurrence_zone import zone

Shape = dict[str, Any]
_SHOWN = 5
"""First days of a series that are told."""
_NEAR_CHANGE = timedelta(days=2)


def shape_of(meaning: Meaning, zone_name: str) -> Shape:
    """The meaning as data; only the keys that it has something for."""
    shape: Shape = {}
    if meaning.month is not None:
        shape["month"] = f"{meaning.month[0]:04d}-{meaning.month[1]:02d}"
    if meaning.season:
        shape["season"] = meaning.season
    if meaning.occasions or meaning.told_days:
        shape["events"] = [_occasion(one, zone_name) for one in meaning.occasions]
    if meaning.series or meaning.told_series:
        shape["series"] = [_series(one, zone_name) for one in meaning.series]
    shape |= _spans(meaning) | _exceptions(meaning) | _how_often(meaning)
    if meaning.alternatives:
        shape["alternatives"] = [_moment(day, slot) for day, slot in meaning.alternatives]
    if meaning.flags:
        shape["flags"] = meaning.ordered_flags
    return shape


def _spans(meaning: Meaning) -> Shape:
    """Weeks, the days they hold, opening hours."""
    shape: Shape = {}
    if meaning.weeks:
        weeks = [{"from": _week(first), "to": _week(last)} for first, last in meaning.weeks]
        shape["weeks"] = weeks[0] if len(weeks) == 1 else weeks
    if meaning.span is not None:
        shape["range"] = [day.isoformat() for day in meaning.span]
    if meaning.hours:
        shape["weekly_hours"] = {
            DAYS[day]: [clock_text(opens), clock_text(closes)] for day, (opens, closes) in sorted(meaning.hours.items())
        }
    return shape


def _week(week: tuple[int, int]) -> str:
    """An ISO week."""
    return f"{week[0]:04d}-W{week[1]:02d}"


def _exceptions(meaning: Meaning) -> Shape:
    """Exceptions that stand alone, or that need a calendar."""
    shape: Shape = {}
    if meaning.exdates:
        shape["exdates"] = [day.isoformat() for day in meaning.exdates]
    if meaning.exclude:
        shape["exclude"] = meaning.exclude[0] if len(meaning.exclude) == 1 else list(meaning.exclude)
    return shape


def _how_often(meaning: Meaning) -> Shape:
    """How many times, and how long."""
    shape: Shape = {}
    if meaning.count is not None:
        shape["count"] = meaning.count
    if meaning.minutes is not None:
        shape["duration"] = duration_text(meaning.minutes)
    return shape


def _occasion(one: Occasion, zone_name: str) -> Shape:
    """One time it takes place."""
    if one.slot is None:
        return {"start": one.first.isoformat(), "end": one.last.isoformat(), "all_day": True}
    start = _moment(one.first, one.slot)
    shape: Shape = {"start": start, "end": _end(one), "all_day": False}
    if one.slot.start is not None and (utc := _utc_near_change(at(one.first, one.slot.start), zone_name)):
        shape["start_utc"] = utc
    return shape


def _end(one: Occasion) -> str | None:
    """The end of an occasion, on the next day where it goes over midnight."""
    if one.is_stretch:
        return one.last.isoformat() if one.end_at is None else f"{at(one.last, one.end_at):%Y-%m-%dT%H:%M}"
    end = end_of(one.first, one.slot)
    return None if end is None else f"{end:%Y-%m-%dT%H:%M}"


def at(day: date, minutes: int) -> datetime:
    """A day and minutes as a wall clock; 24.00 is the next midnight."""
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def end_of(day: date, slot: Slot | None) -> datetime | None:
    """When what begins on a day ends."""
    if slot is None or slot.end is None:
        return None
    over = slot.start is not None and slot.end <= slot.start
    return at(day, slot.end + DAY_MINUTES * over)


def _moment(day: date, slot: Slot | None) -> str:
    """A day, with its time where one is told."""
    return day.isoformat() if slot is None or slot.start is None else f"{at(day, slot.start):%Y-%m-%dT%H:%M}"


def _utc_near_change(wall: datetime, zone_name: str) -> str:
    """The instant in UTC where the clock changes within two days, for there it is worth a look; else ``""``."""
    tz = zone(zone_name)
    before, after = ((wall + step).replace(tzinfo=tz).utcoffset() for step in (-_NEAR_CHANGE, _NEAR_CHANGE))
    return "" if before == after else f"{wall.replace(tzinfo=tz).astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def _series(series: Series, zone_name: str) -> Shape:
    """One series; its first days and, where it ends, its last day and how many there are."""
    shape: Shape = {"title": series.title} if series.title else {}
    if series.rule.parity:
        shape |= {"rule": "ISO_WEEK_PARITY", "parity": series.rule.parity, "byday": [DAYS[day] for day in series.rule.days]}
        shape |= {"until": series.until.isoformat()} if series.until else {}
    else:
        shape["rrule"] = series.rrule(zone_name, timed=True)
    shape["dtstart"] = _moment(series.first, series.slot)
    if (length := length_of(series.slot)) is not None:
        shape["duration"] = duration_text(length)
    if series.gender:
        shape["gender"] = series.gender
    return shape | _days(series)


def _days(series: Series) -> Shape:
    """The days of a series, as far as they are told."""
    shape: Shape = {"first_occurrences": [day.isoformat() for day in series.some(_SHOWN)]}
    if out := sorted({*series.told, *series.listed}):
        shape["exdates"] = [day.isoformat() for day in out]
    if series.is_bounded and (days := series.days()):
        shape |= {"last_occurrence": days[-1].isoformat(), "count": len(days)}
    return shape


def length_of(slot: Slot | None) -> int | None:
    """Minutes from start to end."""
    if slot is None or slot.start is None or slot.end is None:
        return None
    return (slot.end - slot.start) % DAY_MINUTES or None


def clock_text(minutes: int) -> str:
    """A time of day such as ``09:00``."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def duration_text(minutes: int) -> str:
    """``PT1H30M`` (RFC 5545 section 3.3.6)."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
