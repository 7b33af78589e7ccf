"""A dialect is how one system writes a calendar; ``calendar`` makes a publisher's whole file of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from examples.norppala.entry import Entry, each
from examples.norppala.publisher import Publisher, Writer

from .ical_lines import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The habits of one system."""

    head: Callable[[Publisher], list[str]]
    event: Callable[[Publisher, Entry], list[str]]
    retell: Callable[[Entry], Entry] | None = None
    """What the system or its user does to an entry before it is written."""
    expands: bool = False
    """True where a series is published as one VEVENT a date."""
    folds: bool = True
    newline: str = "\r\n"
    encoding: str = "utf-8"


def calendar(dialect: Dialect) -> Writer:
    """Writes a publisher's calendar in one dialect: one file, named after the source."""
    return lambda publisher, entries: {f"{publisher.source}.ics": write(dialect, publisher, entries)}


def write(dialect: Dialect, publisher: Publisher, entries: Sequence[Entry]) -> bytes:
    """The whole file as the publisher's system would answer it."""
    lines = ["BEGIN:VCALENDAR", *dialect.head(publisher)]
    for entry in _told(dialect, entries):
        lines += ["BEGIN:VEVENT", *dialect.event(publisher, entry), "END:VEVENT"]
    lines.append("END:VCALENDAR")
    physical = [piece for line in lines for piece in (fold(line) if dialect.folds else [line])]
    return "".join(f"{line}{dialect.newline}" for line in physical).encode(dialect.encoding)


def _told(dialect: Dialect, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries in the form the system has for them."""
    for entry in entries:
        retold = dialect.retell(entry) if dialect.retell else entry
        if dialect.expands:
            yield from each(retold)
        else:
            yield retold
