"""What templates are handed: plain words, links and marks, already in one language. Nothing here is looked up again.

Named tuples, because they are made, hashed and written as JSON by the million; ``count`` is what templates ask for, never ``tuple.count``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup


class Piece:
    """What many pages show, made once: no other object is equal to it, and it keeps its digest (``publish.pages``)."""

    __slots__ = ("digest",)

    digest: str


class Prose(NamedTuple):
    """A publisher's text; ``lang`` is set where it differs from the page's language."""

    text: str
    lang: str = ""


class Link(NamedTuple):
    """A link and its words; ``href`` is empty where there is nothing to go to."""

    href: str
    text: str
    lang: str = ""
    rel: str = ""
    opens: str = ""
    """ISO 8601: when the link begins to be of use, where the page waits for it."""


class Mark(NamedTuple):
    """A state as a word before the title; ``kind`` gives its colour, which is never the only sign."""

    kind: str
    word: str
    until: str = ""
    """ISO 8601: when the state is over by itself, where that is known."""


class Answers(NamedTuple):
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Card(Piece):
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
    ends: str = ""
    """ISO 8601: when it is over, where an end is known."""


class Hobby(NamedTuple):
    """A hobby in a list: its card with the state of its enrolment, and where to go on."""

    card: Card
    ways: tuple[Link, ...] = ()
    """To enrol, and to the next season of one that is full."""


class Task(NamedTuple):
    """A volunteer task in a list."""

    href: str
    name: Prose
    marks: tuple[Mark, ...]
    text: Prose
    """What it is, in the publisher's first sentence."""
    when: str
    need: Prose
    """How much time it takes, in the publisher's words; empty where nobody told."""
    place: Prose
    area: str
    answers: Answers
    enrol: str
    """Of a task on a date; one whose times are agreed upon needs its contact."""
    contact: Link


class HobbyGroup(NamedTuple):
    """The hobbies of one weekday, or of one state."""

    id: str
    title: str
    hobbies: tuple[Hobby, ...]
    short: str = ""
    """Its name in a row of links."""
    rest: int = 0
    """So many more are not shown."""


class Leaf(NamedTuple):
    """The date leaf of a day."""

    iso: str
    href: str
    heading: str
    weekday: str
    number: int
    month: str
    week: str


class DayView(NamedTuple):
    """A day with its list; ``total`` counts what the day's own page shows."""

    leaf: Leaf
    cards: tuple[Card, ...]
    total: str
    rest: int = 0
    """Cards that only the day's own page shows."""
    usual: int = 0
    """Of a week, whose days have one-offs alone: so many more that are as every week."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Regular(Piece):
    """A series in one line: name, rhythm with its times, place, next date."""

    href: str
    name: Prose
    marks: tuple[Mark, ...]
    rhythm: str
    place: Prose
    area: str
    next: str
    answers: Answers


class Cell(NamedTuple):
    """A day of the month table; ``titles`` are one-offs, as text."""

    iso: str
    number: int
    href: str
    spoken: str
    """``7. joulukuuta, 8 tapahtumaa``: the link as it is heard."""
    count: str  # type: ignore[assignment]
    n: int
    titles: tuple[tuple[Prose, str], ...]
    """Each with its state in words, where it is not as planned."""
    rest: int
    outside: bool


class Row(NamedTuple):
    """A week of the month table."""

    href: str
    number: int
    label: str
    cells: tuple[Cell, ...]


class Fact(NamedTuple):
    """One answer of an item's page: its label and its lines."""

    label: str
    lines: tuple[Link, ...]
    hint: str = ""
    doors: tuple[Link, ...] = ()
    """Said before the lines, in one line: each is a list with more of its kind."""


class Date(NamedTuple):
    """One coming date of a series."""

    text: str
    datetime: str
    marks: tuple[Mark, ...]
    note: str
    name: Prose
    """Only where it differs from the series'."""


class Origin(NamedTuple):
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


class Contradiction(NamedTuple):
    """What a source says otherwise than is shown, and which."""

    text: str
    source: Link


class EasyItem(NamedTuple):
    """An event in easy language: its name and one thing a sentence."""

    link: Link
    sentences: tuple[str, ...]


class Door(NamedTuple):
    """A way on to another list, with what waits behind it."""

    link: Link
    n: int
    count: str  # type: ignore[assignment]
    """``6 tapahtumaa``: the number as it is heard."""
    is_here: bool = False
    """The list that the page is."""


class DoorGroup(NamedTuple):
    """Ways on of one sort (for whom, what, where)."""

    id: str
    label: str
    doors: tuple[Door, ...]


class HelpLine(NamedTuple):
    """One number to call."""

    number: str
    telephone: str
    """The number as a ``tel:`` link has it."""
    note: str
    """Languages and hours, as far as they are told."""


class HelpView(NamedTuple):
    """Somebody who helps at once."""

    name: Prose
    text: Prose
    lines: tuple[HelpLine, ...]
    site: Link
    checked: str
    """When a person made sure of it; empty where nobody said so."""


class Alternate(NamedTuple):
    """The same page in a language; ``href`` is empty on the page of that language itself."""

    language: str
    name: str
    href: str
    url: str


class Head(NamedTuple):
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
    data: Markup = Markup()
    """JSON-LD, ready to stand inside ``<script>``."""
    scripts: tuple[str, ...] = ()
    """Addresses of the page's own script and of the modules that it imports."""
    made: str = ""
    """The day the page is of, where it moves with the calendar; a script then says when that is past."""
    made_text: str = ""
    """``Tämä sivu on tehty 24.11.``"""


class Subscription(NamedTuple):
    """A calendar to subscribe to, in every way programs ask for."""

    name: str
    webcal: str
    https: str
    rss: str
    page: str = ""


class Subscriptions(NamedTuple):
    """The calendars of one sort, or where to find them if they are very many."""

    heading: str
    named: tuple[Subscription, ...]
    each: str = ""
    page: Link = Link("", "")
