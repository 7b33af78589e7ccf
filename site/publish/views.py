"""What templates are handed: plain words, links and marks, already in one language. Nothing here is looked up again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Prose:
    """A publisher's text; ``lang`` is set where it differs from the page's language."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link and its words; ``href`` is empty where there is nothing to go to."""

    href: str
    text: str
    lang: str = ""
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A state as a word before the title; ``kind`` gives its colour, which is never the only sign."""

    kind: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a line of a list says of an event besides when and where."""

    marks: tuple[Mark, ...]
    """Full, queue, when enrolment opens: said before the title."""
    whom: str
    cost: str
    is_free: bool
    enrol: str
    flags: str
    """The switches of lists that it passes (``is-free no-enrolment step-free``), as class names."""
    told: str
    """Who told it and when that was last fetched; empty for what is over."""
    is_stale: bool
    """Whether that is long ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One occurrence in a list: when, where, for whom, cost, enrolment, in this order; what is unknown is left out."""

    href: str
    name: Prose
    marks: tuple[Mark, ...]
    start: str
    end: str
    datetime: str
    spoken: str
    """Day, time and place for those who hear the link alone."""
    place: Prose
    area: str
    more: tuple[str, ...]
    """Rhythm, former time, how long it goes on."""
    answers: Answers
    is_once: bool = False
    """Not one of many: a single event, or a date that is not as usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """The date leaf of a day."""

    iso: str
    href: str
    heading: str
    weekday: str
    number: int
    month: str
    week: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """A day with its list; ``total`` counts what the day's own page shows."""

    leaf: Leaf
    cards: tuple[Card, ...]
    total: str
    rest: int = 0
    """Cards that only the day's own page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regular:
    """A series in one line: name, rhythm with its times, place, next date."""

    href: str
    name: Prose
    marks: tuple[Mark, ...]
    rhythm: str
    place: Prose
    area: str
    next: str
    answers: Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A day of the month table; ``titles`` are one-offs, as text."""

    iso: str
    number: int
    href: str
    spoken: str
    """``7. joulukuuta, 8 tapahtumaa``: the link as it is heard."""
    count: str
    n: int
    titles: tuple[Prose, ...]
    rest: int
    outside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A week of the month table."""

    href: str
    number: int
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One answer of an item's page: its label and its lines."""

    label: str
    lines: tuple[Link, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """One coming date of a series."""

    text: str
    datetime: str
    marks: tuple[Mark, ...]
    note: str
    name: Prose
    """Only where it differs from the series'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an item's facts come from and when they were last confirmed."""

    source: Link
    fetched: str
    stale: bool
    fields: str = ""
    """What is from this source, where there are others; empty where all is."""
    name: Prose = Prose("")
    """What the item is called there, where that is another name."""
    page: Link = Link("", "")
    """The item's page at the publisher, where the answers do not name it already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """What a source says otherwise than is shown, and which."""

    text: str
    source: Link


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
class Door:
    """A way on to another list, with what waits behind it."""

    link: Link
    n: int
    count: str
    """``6 tapahtumaa``: the number as it is heard."""
    is_here: bool = False
    """The list that the page is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorGroup:
    """Ways on of one sort (for whom, what, where)."""

    id: str
    label: str
    doors: tuple[Door, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its name and what it means."""

    label: str
    value: str
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """The same page in a language; ``href`` is empty on the page of that language itself."""

    language: str
    name: str
    href: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands in a page's head and in its frame."""

    title: str
    description: str
    url: str
    canonical: str
    language: str
    alternates: tuple[Alternate, ...]
    nav: str = ""
    """Key of the navigation's item that the page belongs to."""
    feeds: tuple[Link, ...] = ()
    """RSS, unless ``rel`` names another media type."""
    indexed: bool = True
    data: Markup = field(default_factory=Markup)
    """JSON-LD, ready to stand inside ``<script>``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A calendar to subscribe to, in every way programs ask for."""

    name: str
    webcal: str
    https: str
    rss: str
    page: str = ""


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
