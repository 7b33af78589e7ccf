"""What the doctor tells: a finding about a calendar, and the facts that findings are made from. Plain data.

A *finding* is what somebody should know or do; an ``Issue`` is what one reader or ``normalize`` noticed in one record. Findings gather
issues of one sort, put a level to them, and add what no single record can tell (an empty calendar, one title for everything).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from harvesters.address_advice import Advice
from harvesters.errors import HarvestError
from harvesters.page_links import FeedLink
from harvesters.recognise import Recognised
from harvesters.record import Issue, Moment, RawEvent, Reading
from harvesters.source import PlaceEntry, Source
from normalize.mapping import Context, Normalized
from normalize.model import Listing
from normalize.privacy import redact
from normalize.recurrence_zone import zone
from normalize.text import NAME_LIMIT, one_line
from normalize.times import instant, is_sane

Level = Literal["blocks", "mend", "hint"]
"""``blocks``: the calendar, or these events of it, cannot be shown. ``mend``: shown, but a visitor is misled or misses something.
``hint``: would make it better."""
LEVELS: tuple[Level, ...] = ("blocks", "mend", "hint")
MOST_EXAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One event that a finding is about."""

    title: str = ""
    """As a visitor would read it, without personal data; empty where the record has none, or must not be named."""
    start: Moment | None = None
    """Aware, or a day; ``None`` where it is not known."""
    line: int | None = None
    """Row of the file, 1-based, where the record or the field begins."""
    detail: str = ""
    """What stands there, or what is proposed instead; without personal data."""
    dates: tuple[date, ...] = ()
    """Days of a series that the finding is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to know or to mend. ``code`` is a key of ``normalize.finding_words.WORDS``."""

    code: str
    level: Level
    count: int = 0
    """Events it is about; 0 where it is about the calendar or its address."""
    examples: tuple[Example, ...] = ()
    """The first of them, at most three."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What the words name."""
    about: frozenset[str] = frozenset()
    """Digests of the records it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record that was read, and what became of it."""

    raw: RawEvent
    result: Normalized

    @property
    def listing(self) -> Listing | None:
        """What would be shown."""
        return self.result.listing

    @property
    def title(self) -> str:
        """The name that a visitor would read, or what stands in the record, without personal data."""
        if self.listing:
            return next(iter(self.listing.name.values()), "")
        found = next((one_line(text.value, limit=NAME_LIMIT) for text in self.raw.name if text.value.strip()), "")
        return redact(found).text

    @property
    def start(self) -> Moment | None:
        """When it begins, on the clock it was written for; ``None`` where that cannot be told."""
        if self.listing:
            return self.listing.start
        start = self.raw.start
        return start if start is not None and is_sane(start) and not (isinstance(start, datetime) and start.tzinfo is None) else None

    def example(self, detail: str = "", *, line: int | None = None, dates: tuple[date, ...] = ()) -> Example:
        """The record as an example of a finding."""
        return Example(title=self.title, start=self.start, line=line or self.raw.line, detail=detail, dates=dates)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that is known of one address after it was looked at; what was not reached is ``None`` or empty."""

    now: datetime
    source: Source
    """The entry it is examined as, defaults filled in."""
    context: Context
    places: tuple[PlaceEntry, ...] = ()
    """The region's registry, for the nearest names."""
    advice: Advice | None = None
    found_by: FeedLink | None = None
    """The link of a web page that led to the calendar that was read."""
    failure: HarvestError | None = None
    recognised: Recognised | None = None
    reading: Reading | None = None
    results: tuple[Normalized, ...] = ()
    """One for each of ``reading.events``, in their order."""
    titles: Mapping[int, str] = field(default_factory=dict)
    """Line -> name of records that the reader refused, where the document tells it."""
    again: Reading | None = None
    """The same address read a second time, where that was asked for."""
    columns: tuple[str, ...] = ()
    """Columns of a sheet that were told by their names alone."""
    can_read: bool = True
    """This installation has a reader for the recognised format, and it needs no description of the page."""

    def records(self) -> tuple[Record, ...]:
        """Every record that was read, with what became of it."""
        events = self.reading.events if self.reading else ()
        return tuple(Record(raw=raw, result=result) for raw, result in zip(events, self.results, strict=True))

    def hidden(self) -> tuple[Record, ...]:
        """The records that are not shown because they look like members' matters (``normalize.members_only``)."""
        return tuple(record for record in self.records() if any(issue.code == "members_only" for issue in record.result.issues))

    def is_coming(self, listing: Listing) -> bool:
        """True for what is not over yet; of a series that is shown at all the window knows best."""
        if listing.recurrence is not None or listing.this_and_future:
            return True
        end = listing.end or listing.start  # a whole day always has an end
        return end is None or instant(end, listing.timezone) > self.now

    def coming(self) -> tuple[Record, ...]:
        """The records that visitors would still meet."""
        return tuple(record for record in self.records() if record.listing is not None and self.is_coming(record.listing))

    @property
    def today(self) -> date:
        """The day of ``now`` in the region."""
        return self.now.astimezone(zone(self.context.region_timezone)).date()


def of_records(code: str, level: Level, records: tuple[tuple[Record, str], ...], values: Mapping[str, str] | None = None) -> Finding | None:
    """A finding about some records, each with what to say about it; ``None`` where there are none."""
    if not records:
        return None
    examples = tuple(record.example(detail) for record, detail in records[:MOST_EXAMPLES])
    about = frozenset(record.raw.digest for record, _ in records)
    return Finding(code=code, level=level, count=len(records), examples=examples, values=values or {}, about=about)


def issue_example(issue: Issue, by_digest: Mapping[str, Record], titles: Mapping[int, str]) -> Example:
    """The event that an issue is about, as well as it can be named."""
    record = by_digest.get(issue.digest)
    value = redact(issue.value).text
    if record:
        return record.example(value, line=issue.line)
    return Example(title=titles.get(issue.line or 0, ""), line=issue.line, detail=value)
