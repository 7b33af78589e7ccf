"""From the walls of a series to dated instances: real instants, real ends, ids."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple

from normalize.model import Listing, Start
from normalize.recurrence_series import Series
from normalize.recurrence_starts import DAY, LAST_WALL
from normalize.recurrence_window import EPOCH, Window
from normalize.recurrence_zone import changes, clock, localize, naive, settle, wall_of, zone

MARGIN = 2 * DAY
"""No two zones' clocks are further apart; nearer than this to the window's ends, instants of another zone are compared."""

_LONG = 400 * DAY
"""A length that reaches beyond the years around the window."""


class Instance(NamedTuple):
    """One dated instance: what RFC 5545 calls a recurrence instance, or the only one of a single event.

    A named tuple, for hundreds of thousands are made in a run and a frozen dataclass takes four times as long to make.
    """

    recurrence_id: str
    """``20261124T100000`` (wall clock of the series' zone) or ``20261124``; a moved instance keeps the one of what it replaces."""
    start: Start
    end: Start | None
    listing: Listing
    """Whose fields hold: the master, or the override that changes this instance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long each instance takes."""

    wall: int | None
    """Seconds between the two wall clocks; ``None`` where no end was told."""
    exact: timedelta
    """The real time between start and end of the listing itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a series that follows one listing: the master, or an override with RANGE=THISANDFUTURE."""

    listing: Listing
    begin: int
    """The first wall of the series it holds for."""
    shift: int
    """Seconds by which its instances are moved on the wall clock."""
    length: Length


def length_of(start: Start, end: Start | None, tz: tzinfo) -> Length:
    """The length of start and end (exclusive). Never negative; at least a whole day for dates."""
    if not isinstance(start, datetime):
        days = (end - start).days if end is not None and not isinstance(end, datetime) else 1
        return Length(wall=max(days, 1) * DAY, exact=timedelta(days=max(days, 1)))
    if not isinstance(end, datetime):
        return Length(wall=None, exact=timedelta(0))
    exact = max((end - EPOCH) - (start - EPOCH), timedelta(0))
    wall = wall_of(end, tz) - wall_of(start, tz)
    return Length(wall=wall if wall >= 0 else round(exact.total_seconds()), exact=exact)


def reach(window: Window, timezone: str, length: Length, shift: int = 0) -> tuple[int, int]:
    """The first and the last wall of a series in this zone whose instance could overlap the window."""
    opened, closed = _edges(window, timezone, outside=True)
    return opened - (length.wall or 0) - shift, closed - 1 - shift


def _edges(window: Window, timezone: str, *, outside: bool) -> tuple[int, int]:
    """The walls of the zone between which the window certainly lies (``outside``), or which certainly lie in it; the second exclusive."""
    margin = 0 if timezone == window.timezone else MARGIN
    opened, closed = window.start.toordinal() * DAY, window.end.toordinal() * DAY
    # An instance that a missing hour moves ends later than its wall clock says: a day more on the near side finds it.
    return (opened - margin - DAY, closed + margin) if outside else (opened + margin, closed - margin)


def span(series: Series, wall: int, length: Length) -> tuple[Start, Start | None]:
    """Start and end (exclusive) of the instance at this wall of a series that no override changes."""
    if series.all_day:
        return date.fromordinal(wall // DAY), naive(wall + (length.wall or DAY)).date()
    return _careful(wall, length, zone(series.timezone))


def instances(series: Series, piece: Piece, walls: Sequence[int], window: Window) -> list[Instance]:
    """The instances at these walls of the series that overlap the window, in the same order."""
    return _days(series, piece, walls, window) if piece.listing.all_day else _clocked(series, piece, walls, window)


def alone(listing: Listing, recurrence_id: str) -> Instance:
    """The listing's own times as one instance."""
    tz = zone(listing.timezone)
    end = None if listing.end is None else _local(listing.end, tz)
    return Instance(recurrence_id=recurrence_id, start=_local(listing.begins, tz), end=end, listing=listing)


def id_of(wall: int, *, all_day: bool) -> str:
    """The recurrence id of the instance at this wall of its series."""
    day, _ = _day(wall // DAY)
    return day if all_day else day + _clock_text(wall % DAY)


def _local(moment: Start, tz: tzinfo) -> Start:
    """The moment on the clock of the zone; dates as they are."""
    return localize(moment, tz) if isinstance(moment, datetime) else moment


def _days(series: Series, piece: Piece, walls: Sequence[int], window: Window) -> list[Instance]:
    """Whole-day instances: dates, which no zone moves."""
    days, found = (piece.length.wall or DAY) // DAY, []
    ended = piece.listing.end is not None
    for wall in walls:
        day = (wall + piece.shift) // DAY
        start, end = date.fromordinal(day), date.fromordinal(day + days)
        if start < window.end and end > window.start:
            name = id_of(wall, all_day=series.all_day)
            found.append(Instance(name, start, end if ended else None, piece.listing))
    return found


def _clocked(series: Series, piece: Piece, walls: Sequence[int], window: Window) -> list[Instance]:
    """Timed instances: most of them by plain arithmetic, those of the watched stretches one by one."""
    found: list[Instance] = []
    told = reached = 0
    for begin, end in _watched_stretches(series.timezone, window, piece.length.wall or 0):
        low = bisect_left(walls, begin - piece.shift, reached)
        reached = bisect_left(walls, end - piece.shift, low)
        if low < reached:
            found += _calm(series, piece, walls[told:low])
            found += _watched(series, piece, walls[low:reached], window)
            told = reached
    return found + _calm(series, piece, walls[told:])


@lru_cache(maxsize=4096)
def _watched_stretches(timezone: str, window: Window, length: int) -> tuple[tuple[int, int], ...]:
    """The walls (from, to) between which an instance of ``length`` seconds begins that needs a second look.

    It could lie outside the window, or begin or end at a time that is missing or comes twice, or at one that a missing time is read as.
    Everywhere else a clock is a clock.
    """
    opened, closed = _edges(window, timezone, outside=False)
    if opened >= closed or length > _LONG:
        return ((0, LAST_WALL + 1),)
    near = changes(timezone, window.start.year, window.end.year + 2)
    return (0, opened), *((low - length, 2 * high - low) for low, high in near if low - length < closed), (closed, LAST_WALL + 1)


def _calm(series: Series, piece: Piece, walls: Sequence[int]) -> list[Instance]:
    """The instances where a clock is a clock. Nearly all are made here, so this is written for speed: one expression for each."""
    if not walls:
        return []
    tz, shift, listing = zone(series.timezone), piece.shift, piece.listing
    length = None if piece.length.wall is None else timedelta(seconds=piece.length.wall)
    clocks = {wall % DAY for wall in walls}
    if len(clocks) > 1 or shift or series.all_day:
        starts = [datetime.combine(date.fromordinal((wall + shift) // DAY), clock((wall + shift) % DAY), tz) for wall in walls]
        ids = [id_of(wall, all_day=series.all_day) for wall in walls]
        ends = [None if length is None else start + length for start in starts]
        return [Instance(*parts, listing) for parts in zip(ids, starts, ends, strict=True)]
    at, text = datetime.combine(date.min, clock(*clocks), tz), _clock_text(*clocks)
    days = [_day(wall // DAY) for wall in walls]
    if length is None:
        return [Instance(day + text, at + since, None, listing) for day, since in days]
    make = tuple.__new__  # what Instance(...) does, without a call of Python's own in between
    return [make(Instance, (day + text, start := at + since, start + length, listing)) for day, since in days]


def _watched(series: Series, piece: Piece, walls: Sequence[int], window: Window) -> list[Instance]:
    """The instances near a change of the clock or an end of the window, those outside it left out.

    Two walls that a missing hour makes one instant are one instance: the recurrence set is a set.
    """
    tz = zone(series.timezone)
    found: dict[timedelta, Instance] = {}
    for wall in walls:
        start, end = _careful(wall + piece.shift, piece.length, tz)
        if start - EPOCH not in found and window.holds(start, end):
            found[start - EPOCH] = Instance(id_of(wall, all_day=series.all_day), start, end, piece.listing)
    return list(found.values())


def _careful(wall: int, length: Length, tz: tzinfo) -> tuple[datetime, datetime | None]:
    """Start and end of an instance that may meet a change of the clock.

    The end is where its wall clock says. Where the start had to be moved out of a missing hour, or the end would not come after the
    start, the real length holds instead.
    """
    start = settle(naive(wall), tz)
    if length.wall is None:
        return start, None
    end = settle(naive(wall + length.wall), tz)
    moved = start.replace(tzinfo=None) != naive(wall)
    if moved or end - EPOCH < start - EPOCH:
        end = (start.astimezone(UTC) + length.exact).astimezone(tz)
    return start, end


@lru_cache(maxsize=8192)
def _day(day: int) -> tuple[str, timedelta]:
    """``20261124``, and the days from the first of the calendar to it: adding them moves a wall clock, whatever its zone."""
    return date.fromordinal(day).isoformat().replace("-", ""), timedelta(days=day - 1)


@lru_cache(maxsize=4096)
def _clock_text(seconds: int) -> str:
    """``T100000``."""
    return f"T{clock(seconds).isoformat().replace(':', '')}"
