"""Time zones as calendars need them: the zone of a name, and a short VTIMEZONE of it (RFC 5545 section 3.6.5).

The definition is derived from the tz database: changes that come at the same point of consecutive years become one observance with a
yearly rule, so that Helsinki since 2000 is two of them and not seventy years of dates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from itertools import groupby

from normalize.recurrence_zone import zone

_SINCE = 2000
_UNTIL = 2037
"""The year to which tables of changes are looked through; a rule that holds till then is written without an end."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = 7


def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name, or the fixed offset of ``+03:00``; plain ``UTC`` for the zone of that name."""
    return UTC if name in {"UTC", "Etc/UTC"} else zone(name)


def tzid(name: str) -> str:
    """The name as a TZID parameter can hold it without quotes: ``UTC+0300`` for a fixed offset."""
    return "UTC" + name.replace(":", "") if name[:1] in {"+", "-"} else name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """One change of the clocks: ``wall`` is what they showed before it."""

    wall: datetime
    before: timedelta
    after: timedelta
    summer: bool
    name: str

    @property
    def pattern(self) -> tuple[object, ...]:
        """What changes of one rule have in common besides the year: month, weekday and which of the month, hour, offsets."""
        return (self.wall.month, self.wall.weekday(), self.wall.time(), self.before, self.after, self.summer, self.name)


def _changes(there: tzinfo, first: int, last: int) -> Iterator[_Change]:
    """Every change of the offset from the beginning of ``first`` to the end of ``last``, found by halving."""
    at, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    step = timedelta(days=7)
    while at < end:
        low, high = at, at + step
        if low.astimezone(there).utcoffset() != high.astimezone(there).utcoffset():
            before = low.astimezone(there).utcoffset() or timedelta()
            while high - low > timedelta(minutes=1):
                middle = low + (high - low) // 2
                if middle.astimezone(there).utcoffset() == before:
                    low = middle
                else:
                    high = middle
            moment = high.replace(second=0, microsecond=0)
            local = moment.astimezone(there)
            yield _Change(
                wall=(moment + before).replace(tzinfo=None),
                before=before,
                after=local.utcoffset() or timedelta(),
                summer=bool(local.dst()),
                name=local.tzname() or "",
            )
        at += step


def _offset(offset: timedelta) -> str:
    """``+0200`` (RFC 5545 section 3.3.14)."""
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


def _position(day: datetime) -> set[int]:
    """The ways to count a weekday within its month: from the beginning, and -1 where it is the last."""
    nth = (day.day - 1) // _WEEK + 1
    return {nth, -1} if (day + timedelta(days=_WEEK)).month != day.month else {nth}


def _last_onset(change: _Change) -> datetime:
    """The UNTIL of a rule that ends with the change, in UTC; a few hours later in the east, for readers who take it for wall time."""
    return max(change.wall, change.wall - change.before)


def _observance(changes: list[_Change], *, endless: bool) -> list[str]:
    """The lines of changes of one pattern: with a rule where they come every year at the same place, otherwise one by one."""
    first, kind = changes[0], "DAYLIGHT" if changes[0].summer else "STANDARD"
    places = set.intersection(*(_position(change.wall) for change in changes))
    lines = [f"BEGIN:{kind}", f"DTSTART:{first.wall:%Y%m%dT%H%M%S}"]
    if len(changes) > 1 and places:
        nth = -1 if -1 in places else min(places)
        until = "" if endless else f";UNTIL={_last_onset(changes[-1]):%Y%m%dT%H%M%S}Z"
        lines.append(f"RRULE:FREQ=YEARLY;BYMONTH={first.wall.month};BYDAY={nth}{_DAYS[first.wall.weekday()]}{until}")
    elif len(changes) > 1:
        lines += [f"RDATE:{change.wall:%Y%m%dT%H%M%S}" for change in changes[1:]]
    lines += [f"TZOFFSETFROM:{_offset(first.before)}", f"TZOFFSETTO:{_offset(first.after)}"]
    return [*lines, *([f"TZNAME:{first.name}"] if first.name.isalpha() else []), f"END:{kind}"]


def _grouped(changes: list[_Change]) -> Iterator[list[_Change]]:
    """The changes by pattern, each run of consecutive years that one rule can say on its own."""
    for _, same in groupby(sorted(changes, key=lambda change: (repr(change.pattern), change.wall)), key=lambda change: change.pattern):
        run: list[_Change] = []
        for change in same:
            fits = set.intersection(*(_position(known.wall) for known in run), _position(change.wall))
            if run and (change.wall.year != run[-1].wall.year + 1 or not fits):
                yield run
                run = []
            run.append(change)
        yield run


@cache
def vtimezone(name: str, first_year: int) -> tuple[str, ...]:
    """The lines of a VTIMEZONE that is right from ``first_year`` (or 2000, if that is earlier) on."""
    there, first = zone_of(name), min(first_year, _SINCE)
    start = datetime(first, 1, 1, tzinfo=UTC).astimezone(there)
    offset = start.utcoffset() or timedelta()
    lines = ["BEGIN:VTIMEZONE", f"TZID:{tzid(name)}"]
    groups = sorted(_grouped(list(_changes(there, first, _UNTIL))), key=lambda group: group[0].wall)
    lines += [
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        f"TZOFFSETFROM:{_offset(offset)}",
        f"TZOFFSETTO:{_offset(offset)}",
        "END:STANDARD",
    ]
    for group in groups:
        lines += _observance(group, endless=group[-1].wall.year >= _UNTIL)
    return (*lines, "END:VTIMEZONE")
