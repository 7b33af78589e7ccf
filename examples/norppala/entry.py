"""What the region's publishers have in their calendars, before any system has written it down in its own way."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

HELSINKI = ZoneInfo("Europe/Helsinki")
EPOCH = "2026-11-22"
"""The day the demo is set on; nothing in the feeds was written after it."""


PUBLISHED_UNTIL = date(2027, 5, 1)
"""Systems without recurrence rules publish this far ahead (exclusive)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What the publisher's system knows about enrolment; ``None`` where it knows nothing."""

    required: bool | None = None
    opens: datetime | None = None
    closes: datetime | None = None
    capacity: int | None = None
    remaining: int | None = None
    queue: int | None = None
    state: str = ""
    """``not_yet_open``, ``open``, ``waiting_list`` or ``full``; the words of ``scenario.json``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One calendar entry as its publisher thinks of it. Times are the wall clock of Helsinki, ``end`` is exclusive."""

    key: str
    """The key of ``scenario.json``, or a name of our own for the filling."""
    source: str
    name: str
    start: datetime | date
    end: datetime | date | None = None
    venue: str = ""
    place: str = ""
    """The publisher's own spelling of the place where it differs from what the feed usually writes."""
    description: str = ""
    """Everything in one text, price and enrolment too, as calendars without fields for them have it."""
    lead: str = ""
    """The text alone, for systems that keep price and enrolment in fields; empty where it is the same."""
    price: str = ""
    """``free``, ``paid``, ``5 €``, ``9/5 €``; empty where nothing is told."""
    registration: Registration | None = None
    category: str = ""
    audience: tuple[str, ...] = ("all",)
    topics: tuple[str, ...] = ()
    language: str = "fi"
    rrule: str = ""
    exdates: tuple[date, ...] = ()
    rdates: tuple[date, ...] = ()
    status: str = "CONFIRMED"
    sequence: int = 0
    private: bool = False
    """The publisher marks it CLASS:PRIVATE, or it is a members' matter that only the allow list keeps away."""
    instance_of: str = ""
    """For one changed instance of a series, or one date of it: the key of the series."""
    original: datetime | None = None
    """For one changed instance of a series: when it would have begun."""

    @property
    def text(self) -> str:
        """The text alone."""
        return self.lead or self.description

    @property
    def recurs(self) -> bool:
        """True where the entry stands for more than one date."""
        return bool(self.rrule or self.rdates)

    @property
    def all_day(self) -> bool:
        """True where the entry has days and no time."""
        return not isinstance(self.start, datetime)

    @property
    def number(self) -> int:
        """A number that is the same at every run and shared by a series and its changed instances."""
        return int(hashlib.sha256(f"norppala:{self.instance_of or self.key}".encode()).hexdigest()[:12], 16)

    @property
    def created(self) -> datetime:
        """When the publisher typed it in (UTC): some weeks before it begins, never after the demo's day."""
        first = min(as_datetime(self.start), datetime.fromisoformat(EPOCH))
        return (first - timedelta(days=7 + self.number % 60)).replace(hour=6 + self.number % 10, minute=self.number % 60, tzinfo=UTC)

    @property
    def modified(self) -> datetime:
        """When it was last changed (UTC)."""
        return self.created + timedelta(days=5 * self.sequence)


def as_datetime(moment: datetime | date) -> datetime:
    """The moment itself, or the midnight a day begins with."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())


def clock(day: str, at: str) -> datetime:
    """Wall clock of ``clock("2026-12-24", "15:00")``."""
    return datetime.fromisoformat(f"{day}T{at}")


def _local_until(rule: str) -> str:
    """The rule with a UTC ``UNTIL`` (RFC 5545 section 3.3.10) as the wall clock of Helsinki, which dateutil wants for naive starts."""

    def local(found: re.Match[str]) -> str:
        until = datetime.strptime(found[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(HELSINKI)
        return f"UNTIL={until:%Y%m%dT%H%M%S}"

    return re.sub(r"UNTIL=(\d{8}T\d{6}Z)", local, rule)


def starts(entry: Entry, until: date) -> Iterator[datetime]:
    """Wall-clock starts of every instance before ``until`` (exclusive); EXDATEs are left out, RDATEs are in."""
    first = as_datetime(entry.start)
    rule = rrulestr(_local_until(entry.rrule), dtstart=first) if entry.rrule else [first]
    more = [datetime.combine(day, first.time()) for day in entry.rdates if day != first.date()]
    for start in sorted({*_before(rule, until), *_before(more, until)}):
        if start.date() not in entry.exdates:
            yield start


def _before(moments: Iterable[datetime], until: date) -> Iterator[datetime]:
    """The leading moments that lie before a day; a rule may have no end."""
    for moment in moments:
        if moment.date() >= until:
            return
        yield moment


def single(entry: Entry, start: datetime, index: int) -> Entry:
    """One instance of a series as an entry of its own, as systems without recurrence rules publish it."""
    length = as_datetime(entry.end) - as_datetime(entry.start) if entry.end else None
    end = start + length if length is not None else None
    key = entry.key if index == 0 else f"{entry.key}-{index + 1}"
    return replace(entry, key=key, start=start, end=end, rrule="", exdates=(), rdates=())


def each(entry: Entry, until: date = PUBLISHED_UNTIL) -> Iterator[Entry]:
    """Every date of a series before ``until`` (exclusive) as an entry of its own; what happens once as it stands."""
    if not entry.recurs:
        yield entry
        return
    for index, start in enumerate(starts(entry, until)):
        yield single(entry, start, index)
