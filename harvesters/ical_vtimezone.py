"""What a calendar's own VTIMEZONE amounts to (RFC 5545 section 3.6.5): an IANA zone with the same offsets, else a fixed offset.

Nothing is ever run away with: only yearly rules are followed, and only for the years around an event.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from harvesters.ical_lines import Line
from harvesters.ical_values import date_time, day, is_day
from harvesters.ical_windows import WINDOWS_ZONES

_FARTHEST = timedelta(hours=18)
_MOST_DATES = 500
_ALWAYS = 1900
"""A definition that begins earlier has held always, as far as we are concerned."""
_FOREVER = datetime(9999, 12, 31)  # noqa: DTZ001 - naive UTC
_FIRST_YEAR, _LAST_YEAR = 1970, 2037
_OFFSET = re.compile(r"([+-])(\d\d):?([0-5]\d)(?:[0-5]\d)?")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BYDAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_PARTS = {"FREQ", "BYMONTH", "BYDAY", "BYMONTHDAY", "UNTIL", "INTERVAL", "WKST"}
_LIKELY = tuple(dict.fromkeys(zones[0] for zones in WINDOWS_ZONES.values() if not zones[0].startswith("Etc/")))
"""One typical zone for every set of rules that is in force anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The day of a year on which an offset changes: the ``ordinal``-th ``weekday`` of the month, or of some days of the month."""

    month: int
    weekday: int | None
    ordinal: int
    month_days: tuple[int, ...]
    until: datetime

    def day(self, year: int) -> date:
        """The day in that year; raises ``IndexError`` where there is none."""
        length = monthrange(year, self.month)[1]
        days = [date(year, self.month, d) for d in range(1, length + 1) if not self.month_days or {d, d - length - 1} & {*self.month_days}]
        if self.weekday is not None:
            days = [d for d in days if d.weekday() == self.weekday]
        return days[self.ordinal - 1 if self.ordinal > 0 else self.ordinal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observance:
    """One STANDARD or DAYLIGHT part: from when on which offset holds. Times are wall clock before the change."""

    onsets: tuple[datetime, ...]
    """Its start and its RDATEs."""
    rule: Rule | None
    before: timedelta
    after: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A usable VTIMEZONE. ``text`` is everything its meaning hangs on; ``place`` the IANA name it claims to be, if any."""

    observances: tuple[Observance, ...]
    place: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The changes of offset in the years around an event: ``offsets[i]`` holds before ``instants[i]`` (naive UTC)."""

    instants: tuple[datetime, ...]
    offsets: tuple[timedelta, ...]

    def offset_at(self, instant: datetime) -> timedelta:
        """The distance from UTC at a naive UTC instant."""
        return self.offsets[bisect_right(self.instants, instant)]


def define(parts: Sequence[Sequence[Line]]) -> Definition | None:
    """The definition in the lines of a VTIMEZONE (its own first, then those of each part); ``None`` where it cannot be used.

    Unusable are offsets beyond 18 hours, parts without start or offsets, and rules that are not yearly.
    """
    try:
        observances = tuple(_observance({line.name: line.value for line in part}, part) for part in parts[1:])
    except (KeyError, ValueError, OverflowError):
        return None
    if not observances:
        return None
    place = next((line.value.strip() for line in parts[0] if line.name == "X-LIC-LOCATION"), "")
    return Definition(observances=observances, place=place, text="\n".join(line.raw for part in parts for line in part))


def _observance(values: dict[str, str], part: Sequence[Line]) -> Observance:
    """The part's meaning; raises ``KeyError`` or ``ValueError`` where something is missing or unusable."""
    dates = [value for line in part if line.name == "RDATE" for value in line.value.split(",")]
    if len(dates) > _MOST_DATES:
        raise ValueError("too many dates")
    start = _wall(values["DTSTART"])
    return Observance(
        onsets=(start, *(_wall(value) for value in dates)),
        rule=_rule(values["RRULE"], start) if "RRULE" in values else None,
        before=_offset(values["TZOFFSETFROM"]),
        after=_offset(values["TZOFFSETTO"]),
    )


def _wall(text: str) -> datetime:
    """The wall-clock time; one before 1900 becomes 1900."""
    moment = date_time(text.partition("/")[0]).replace(tzinfo=None)
    return moment if moment.year >= _ALWAYS else moment.replace(year=_ALWAYS, day=min(moment.day, 28))


def _offset(text: str) -> timedelta:
    """The distance from UTC (RFC 5545 section 3.3.14); raises ``ValueError`` where it is none or beyond 18 hours."""
    found = _OFFSET.fullmatch(text.strip())
    if found is None:
        raise ValueError(text[:20])
    size = timedelta(hours=int(found[2]), minutes=int(found[3]))
    if size > _FARTHEST:
        raise ValueError(text[:20])
    return -size if found[1] == "-" else size


def _rule(text: str, start: datetime) -> Rule:
    """The yearly rule; raises ``ValueError`` for any other rule: zones change yearly, and a denser rule is an attack."""
    rule = {key.strip().upper(): value.strip().upper() for key, _, value in (part.partition("=") for part in text.split(";") if part)}
    weekday = _BYDAY.fullmatch(rule.get("BYDAY", "SU"))
    if rule.get("FREQ") != "YEARLY" or set(rule) - _PARTS or rule.get("INTERVAL", "1") != "1" or weekday is None:
        raise ValueError(text[:40])
    given = [int(number) for number in rule["BYMONTHDAY"].split(",")] if "BYMONTHDAY" in rule else []
    found = Rule(
        month=int(rule.get("BYMONTH", start.month)),
        weekday=_WEEKDAYS.index(weekday[2]) if "BYDAY" in rule else None,
        ordinal=int(weekday[1] or 1),
        month_days=tuple(given) if given or "BYDAY" in rule else (start.day,),
        until=_until(rule["UNTIL"]) if "UNTIL" in rule else _FOREVER,
    )
    if found.month not in range(1, 13):
        raise ValueError(text[:40])
    return found


def _until(text: str) -> datetime:
    """The last instant (naive UTC) at which the rule may still act; a whole day counts to its end."""
    return datetime.combine(day(text), time.max) if is_day(text) else date_time(text).replace(tzinfo=None)


@lru_cache(maxsize=1024)
def _timeline(definition: Definition, year: int) -> Timeline:
    """The definition's changes around a year; before the first one its own earlier offset holds (RFC 5545 section 3.6.5)."""
    changes = sorted(change for observance in definition.observances for change in _changes(observance, year))
    return Timeline(instants=tuple(change[0] for change in changes), offsets=(changes[0][1], *(change[2] for change in changes)))


def _changes(observance: Observance, year: int) -> Iterator[tuple[datetime, timedelta, timedelta]]:
    """Instant, offset before and offset from then on, of every change of this part that matters."""
    for onset in {*observance.onsets, *_yearly(observance, year)}:
        yield onset - observance.before, observance.before, observance.after


def _yearly(observance: Observance, year: int) -> Iterator[datetime]:
    """The rule's onsets from two years before to three years after, or its last ones where it ended earlier."""
    rule, start = observance.rule, observance.onsets[0]
    if rule is None:
        return
    first = max(start.year, min(year - 2, rule.until.year - 1))
    for candidate in range(first, min(year + 3, rule.until.year) + 1):
        onset = datetime.combine(rule.day(candidate), start.time())
        if start <= onset and onset - observance.before <= rule.until:
            yield onset


def fixed_offset(definition: Definition, wall: datetime) -> tzinfo:
    """The offset that holds at that wall-clock time; of two readings the first (RFC 5545 section 3.3.5)."""
    timeline = _timeline(definition, _near(wall.year))
    offsets = sorted(set(timeline.offsets), reverse=True)
    naive = wall.replace(year=_near(wall.year), day=min(wall.day, 28)) if wall.year != _near(wall.year) else wall
    return timezone(next((offset for offset in offsets if timeline.offset_at(naive - offset) == offset), offsets[-1]))


def _near(year: int) -> int:
    """The year itself, or the nearest one for which time zones are known."""
    return min(max(year, _FIRST_YEAR), _LAST_YEAR)


def lookalike(definition: Definition, year: int, source_zone: str, iana: frozenset[str]) -> ZoneInfo | None:
    """The IANA zone with the same offsets from the year before to two years after ``year``; the source's own where it fits.

    ``None`` where none has, or where the definition knows no summer time and only chance could choose a place.
    Raises ``ValueError`` or ``IndexError`` where a rule names a day that does not exist.
    """
    year = _near(year)
    timeline = _timeline(definition, year)
    likely = [zone for zone in (source_zone, definition.place) if zone in iana]
    steady = len({timeline.offset_at(instant) for instant in _samples(year)}) == 1
    return next((ZoneInfo(zone) for zone in (likely if steady else [*likely, *_LIKELY]) if _fits(timeline, zone, year)), None)


def _fits(timeline: Timeline, zone: str, year: int) -> bool:
    """True when the zone agrees in both halves of the year, then at every sample and on both sides of every change."""
    window = (datetime(year - 1, 1, 1), datetime(year + 3, 1, 1))  # noqa: DTZ001 - naive UTC
    changes = [instant for instant in timeline.instants if window[0] <= instant < window[1]]
    edges = [instant for change in changes for instant in (change - timedelta(seconds=1), change)]
    instants = (*_samples(year)[::12], *edges, *_samples(year))
    return all(timeline.offset_at(instant) == _distance(zone, instant) for instant in instants)


@lru_cache(maxsize=64)
def _samples(year: int) -> tuple[datetime, ...]:
    """Two naive UTC instants a month over four years."""
    return tuple(datetime(y, m, d) for y in range(year - 1, year + 3) for m in range(1, 13) for d in (1, 15))  # noqa: DTZ001 - naive UTC


def _distance(zone: str, instant: datetime) -> timedelta:
    """The zone's distance from UTC at a naive UTC instant."""
    return instant.replace(tzinfo=UTC).astimezone(_kept(zone)).utcoffset() or timedelta()


@lru_cache(maxsize=256)
def _kept(zone: str) -> ZoneInfo:
    """The zone, kept in memory: zoneinfo itself keeps only a few and would read the files anew for every comparison."""
    return ZoneInfo(zone)
