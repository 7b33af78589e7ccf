"""What templates of notices, double bookings, figures and sources are handed (``publish.views`` has what lists and items are made of)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from publish.views import Link, Mark, Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that an organizer may want to know of an event: what it is, what can be done, and with whom."""

    id: str
    """The same in every language and at every build: the fragment on the page, and the end of the entry's id in the feed."""
    kind: str
    """``conflict``, ``mend``, ``twice``, ``alike`` or the kind of an overlap."""
    mark: Mark
    title: Link
    other: Link
    """The other event, where there are two."""
    when: str
    lines: tuple[str, ...]
    todo: str
    whom: tuple[Link, ...]
    """Whose pages tell how to reach them."""
    changed: str
    """ISO 8601: when one of the events changed last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGroup:
    """Notices of one kind, the most pressing first."""

    id: str
    title: str
    lead: str
    notices: tuple[Notice, ...]
    rest: int
    """So many more are not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """One event of two that are in one room at a time."""

    time: str
    event: Link
    organizer: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """Two events that are in one room at a time."""

    id: str
    room: str
    first: Booked
    second: Booked
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingDay:
    """The double bookings of one day."""

    heading: str
    bookings: tuple[Booking, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its name and what it means."""

    label: str
    value: str
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A kind of issue of one source: what is wrong, what to do, and where it was seen."""

    severity: str
    word: str
    message: Prose
    count: str
    examples: tuple[str, ...]
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source's state for people."""

    href: str
    title: str
    organizer: Link
    state: str
    """Code of the state, for the mark's colour."""
    word: str
    meaning: str
    todo: str
    fetched: str
    changed: str
    since: str
    events: str
    n: int
    issues: str
    address: str
    licence: str
    policy: str
    """By whose leave it is harvested, in words."""
    rhythm: str
    """How often it is asked, in words; empty where it is not."""
    findings: Sequence[Finding] = ()
