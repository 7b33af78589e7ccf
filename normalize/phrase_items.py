"""What a text is made of once its words are known: dates, times, weekdays, weeks and the small words that say how they hang together."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day as far as the words tell it. ``weekday`` is 0 for Monday; beside a date it is a check of the year."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    holiday: str = ""
    """A key of ``phrase_calendar.HOLIDAYS``."""
    nth: int = 0
    """Which Sunday of Advent."""
    offset: int | None = None
    """Days from the reference (tomorrow: 1)."""
    week: int | None = None
    """Weeks from the reference's own (next week: 1), with ``weekday``."""
    uncertain: bool = False
    """The words can mean two days ("ensi lauantaina")."""

    @property
    def is_complete(self) -> bool:
        """True when nothing but the year can be missing."""
        return bool(self.holiday) or self.offset is not None or self.week is not None or (self.day is not None and self.month is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A day, or from the first to the last day, both included."""

    first: Day
    last: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Minutes since midnight; ``end`` before or at ``start`` is the next day. One of the two may be untold."""

    start: int | None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Anything; ``start`` and ``end`` are its place in the text."""

    start: int
    end: int
    capital: bool = False
    """It begins with a capital letter, which may begin a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates(Item):
    """Days that are told by their date, a holiday's name or a relative word."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Times(Item):
    """Times of day. ``opening`` is told where the words say "from six on"."""

    slots: tuple[Slot, ...]
    bare: bool = False
    """No word such as klo said that these are times."""
    doubtful: str = ""
    """Why the hours can be read in two ways: ``twelve_hours`` (no am or pm), ``ambiguous`` (``kl 14 till 15.10``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekdays(Item):
    """Days of the week. ``form``: ``every``, ``on`` or ``plain``; ``sort`` tells ``workdays``, ``daily`` and ``weekends`` apart."""

    days: tuple[int, ...]
    form: str
    sort: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks(Item):
    """ISO weeks, from and to, both included; ``52-1`` goes over the turn of the year."""

    spans: tuple[tuple[int, int], ...]
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Monthly(Item):
    """The n-th such weekday of every month (-1: the last), or days of the month."""

    ordinals: tuple[int, ...]
    days: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Item):
    """How many times, and how long one of them, in minutes."""

    times: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Month(Item):
    """A month without a day."""

    month: int
    form: str
    until: int
    """The last month of ``kesä-elokuussa``, else the month itself."""
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Season(Item):
    """A season (``autumn``) or a term; only the year is told, if anything."""

    name: str
    is_term: bool
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Item):
    """A small word: ``from``, ``until``, ``by``, ``except``, ``enrol``, ``hours`` ..., a ``dash`` or ``comma``, or a ``break``."""

    kind: str
    value: int | str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Item):
    """Words that say nothing of time."""

    text: str = field(default="")
