"""A dialect is how one system writes a calendar; a feed is one publisher's calendar in such a system."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .entry import Entry, single, starts
from .lines import fold

PUBLISHED_UNTIL = date(2027, 5, 1)
"""Systems without recurrence rules publish this far ahead (exclusive)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One publisher's calendar: its name, where it lives and how it spells the places."""

    source: str
    title: str
    site: str
    """The publisher's web site, ``https://….example``; links in the feed begin with it."""
    about: str = ""
    spellings: Mapping[str, str]
    """Venue id -> what this publisher writes."""
    points: Mapping[str, tuple[float, float]]
    """Venue id -> latitude and longitude."""
    dialect: Dialect

    def place(self, entry: Entry) -> str:
        """The place of an entry as this publisher writes it."""
        return entry.place or self.spellings.get(entry.venue, "")

    def point(self, entry: Entry) -> tuple[float, float]:
        """Latitude and longitude of an entry's venue."""
        return self.points[entry.venue]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The habits of one system."""

    head: Callable[[Feed], list[str]]
    event: Callable[[Feed, Entry], list[str]]
    retell: Callable[[Entry], Entry] | None = None
    """What the system or its user does to an entry before it is written."""
    expands: bool = False
    """True where a series is published as one VEVENT a date."""
    folds: bool = True
    newline: str = "\r\n"
    encoding: str = "utf-8"


def write(feed: Feed, entries: Sequence[Entry]) -> bytes:
    """The whole file as the publisher's system would answer it."""
    dialect = feed.dialect
    lines = ["BEGIN:VCALENDAR", *dialect.head(feed)]
    for entry in _told(dialect, entries):
        lines += ["BEGIN:VEVENT", *dialect.event(feed, entry), "END:VEVENT"]
    lines.append("END:VCALENDAR")
    physical = [piece for line in lines for piece in (fold(line) if dialect.folds else [line])]
    return "".join(f"{line}{dialect.newline}" for line in physical).encode(dialect.encoding)


def _told(dialect: Dialect, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries in the form the system has for them."""
    for entry in entries:
        retold = dialect.retell(entry) if dialect.retell else entry
        if dialect.expands and retold.rrule:
            yield from (single(retold, start, index) for index, start in enumerate(starts(retold, PUBLISHED_UNTIL)))
        else:
            yield retold
