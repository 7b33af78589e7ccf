"""When an item's event takes place, by the fields that say it: event modules, xCal, platforms, the publisher's own (docs/formats/feed.md).

The date of publication is never looked at here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from harvesters import ical_values
from harvesters.feed_elements import Fields
from harvesters.feed_options import FeedOptions
from harvesters.ical_zones import UnknownZone, Zones
from harvesters.ledger import Notes, Refused
from harvesters.record import Moment

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ISO_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]+(\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?", re.IGNORECASE)
_RFC_822 = re.compile(r"(?:[A-Za-z]{3},?\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}.*")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)
_LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The elements in which one vocabulary tells a time; each list in order of preference."""

    name: str
    start: tuple[str, ...]
    end: tuple[str, ...] = ()
    start_time: tuple[str, ...] = ()
    end_time: tuple[str, ...] = ()
    is_last_day: bool = True
    """An end that is a day is the last day of the event, not the one after it."""


DIALECTS = (
    Dialect(name="ev", start=("ev:startdate",), end=("ev:enddate",)),
    Dialect(name="xcal", start=("xcal:dtstart",), end=("xcal:dtend",), is_last_day=False),
    Dialect(name="mec", start=("mec:startdate",), end=("mec:enddate",), start_time=("mec:starthour",), end_time=("mec:endhour",)),
    Dialect(name="libcal", start=("libcal:date",), end=("libcal:date",), start_time=("libcal:start",), end_time=("libcal:end",)),
    Dialect(name="bc", start=("bc:start_date_local", "bc:start_date"), end=("bc:end_date_local", "bc:end_date")),
    Dialect(name="x-trumba", start=("x-trumba:localstart",), end=("x-trumba:localend",)),
)
_SECOND_RATE = {"x-trumba", "bc"}
"""Told beside another vocabulary in other words; never compared with it."""
WORDS = ("calendarevent:eventdates", "calendarevent:eventtimes", "x-trumba:formatteddatetime", "when")
"""Elements that tell the time in words."""
FIELDS = frozenset(
    name for one in DIALECTS for names in (one.start, one.end, one.start_time, one.end_time) for name in names
) | {"gd:when", *WORDS}  # fmt: skip
"""Every element that is read here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What the fields say; ``words`` where they say it in words only."""

    start: Moment | None = None
    end: Moment | None = None
    others: tuple[Moment, ...] = ()
    """Further starts of the same event."""
    words: str = ""


def says_when(fields: Fields, options: FeedOptions) -> bool:
    """True where some field of the item tells the event's time, readable or not."""
    return fields.has(*FIELDS, *(name for key, name in options.fields.items() if key in {"start", "when"}))


@dataclass(slots=True)
class TimeReader:
    """Reads the time of one item. ``zone`` is the source's, for comparing only: floating times stay floating."""

    fields: Fields
    options: FeedOptions
    zone: str
    notes: Notes
    _words: list[str] = field(default_factory=list)

    def read(self) -> When:
        """The item's time; raises ``Refused`` where two vocabularies contradict each other."""
        told = [(dialect, found) for dialect in self._dialects() if (found := self._read(dialect)).start is not None]
        if google := self._google():
            told.append((Dialect(name="gd", start=("gd:when",)), google))
        if told:
            self._agree(told)
            return told[0][1]
        own = self.options.fields.get("when")
        words = [*self._words, *(text for name in (own, *WORDS) if name for text in self.fields.texts(name))]
        return When(words=" ".join(dict.fromkeys(words)))

    def _dialects(self) -> tuple[Dialect, ...]:
        own = {key: (name,) for key, name in self.options.fields.items()}
        mine = Dialect(
            name="own", start=own.get("start", ()), end=own.get("end", ()), start_time=own.get("start_time", ()),
            end_time=own.get("end_time", ()),
        )  # fmt: skip
        return (mine, *DIALECTS)

    def _read(self, dialect: Dialect) -> When:
        """What one vocabulary says."""
        written = self.fields.text(*dialect.start)
        if not written:
            return When()
        start = self._moment(dialect.start, dialect.start_time, dialect)
        if start is None:
            self._words.append(self._in_words(dialect))
            return When()
        end = self._moment(dialect.end, dialect.end_time, dialect) if self.fields.text(*dialect.end) else None
        return _fitting(start, end, dialect)

    def _in_words(self, dialect: Dialect) -> str:
        """What stands in the elements of a vocabulary, as one would say it: beginning, dash, end."""
        ends = () if dialect.end == dialect.start else dialect.end
        told = [
            [text for names in pair if (text := self.fields.text(*names))]
            for pair in ((dialect.start, dialect.start_time), (ends, dialect.end_time))
        ]
        return " – ".join(filter(None, (" ".join(parts) for parts in told)))

    def _moment(self, names: tuple[str, ...], clocks: tuple[str, ...], dialect: Dialect) -> Moment | None:
        """The day or time of an element with the time of day beside it; ``None`` with a note where it cannot be read."""
        written = self.fields.text(*names)
        is_own = dialect.name == "own"
        try:
            found = self._own(written) if is_own and self.options.date_format else self._known(names, written)
            if clock := self.fields.text(*clocks):
                found = self._with_clock(found, clock, is_own=is_own)
        except (ValueError, OverflowError):
            self.notes.warn("date_unreadable", names[0], f"{written} {self.fields.text(*clocks)}")
            return None
        return found.replace(tzinfo=None) if self.options.local_times and isinstance(found, datetime) else found

    def _own(self, written: str) -> Moment:
        found = datetime.strptime(written, self.options.date_format)  # noqa: DTZ007 - a zone is read where the format has one
        return found if re.search(r"%[HIMSpcX]", self.options.date_format) else found.date()

    def _known(self, names: tuple[str, ...], written: str) -> Moment:
        zone = next(iter([*self.fields.attribute(names[0], "tzid"), *self.fields.attribute(names[0], "TZID")]), "")
        found = moment(written)
        if zone and isinstance(found, datetime) and found.tzinfo is None:
            try:
                return Zones(self.zone).localise(found, zone)
            except UnknownZone:
                raise ValueError(zone) from None
        return found

    def _with_clock(self, found: Moment, clock: str, *, is_own: bool) -> Moment:
        if isinstance(found, datetime):
            return found
        if is_own:
            return datetime.combine(found, datetime.strptime(clock, self.options.time_format).time())  # noqa: DTZ007 - wall clock
        at = time_of_day(clock)
        return found if at is None else datetime.combine(found, at)

    def _google(self) -> When | None:
        """``gd:when`` (Google Data): one element an occurrence, times in attributes, an all-day end exclusive."""
        starts = self.fields.attribute("gd:when", "startTime")
        ends = self.fields.attribute("gd:when", "endTime")
        try:
            found = [moment(text) for text in starts]
            end = moment(ends[0]) if ends else None
        except (ValueError, OverflowError):
            self.notes.warn("date_unreadable", "gd:when", " ".join([*starts, *ends]))
            return None
        return When(start=found[0], end=end, others=tuple(found[1:])) if found else None

    def _agree(self, told: list[tuple[Dialect, When]]) -> None:
        """Raise ``Refused`` where two of the vocabularies mean different moments: nobody can tell which of them is right."""
        first = told[0][1].start
        for dialect, found in told[1:]:
            if dialect.name not in _SECOND_RATE and not self._same(first, found.start):
                both = f"{self.fields.text(*told[0][0].start)} / {self.fields.text(*dialect.start) or found.start}"
                raise Refused("conflicting_dates", f"{told[0][0].start[0]} {dialect.start[0]}", both)

    def _same(self, one: Moment | None, other: Moment | None) -> bool:
        if not isinstance(one, datetime) or not isinstance(other, datetime):
            return _day(one) == _day(other)
        return self._instant(one) == self._instant(other)

    def _instant(self, found: datetime) -> datetime:
        try:
            return (found if found.tzinfo else found.replace(tzinfo=ZoneInfo(self.zone))).astimezone(UTC)
        except OverflowError:
            return found.replace(tzinfo=UTC)


def _day(found: Moment | None) -> date | None:
    return found.date() if isinstance(found, datetime) else found


def _fitting(start: Moment, end: Moment | None, dialect: Dialect) -> When:
    """Start and end: a whole day's end is the day after its last one, midnight to the last minute is a whole day of LibCal.

    A day against a time is left as the source said it; normalize decides.
    """
    if isinstance(start, datetime) and isinstance(end, datetime) and dialect.name == "libcal" and start.time() == time() and (
        end.time().replace(second=0) == _LAST_MINUTE
    ):  # fmt: skip
        start, end = start.date(), end.date()
    both_days = end is not None and not isinstance(start, datetime) and not isinstance(end, datetime)
    if both_days and end is not None and dialect.is_last_day and end < date.max:
        end += timedelta(days=1)
    return When(start=start, end=end)


def moment(text: str) -> Moment:
    """A day or a time as ISO 8601, RFC 5545 or RFC 822 write it; raises ``ValueError`` for words and for the year 10000.

    A time without an offset is floating. Nothing is guessed: 3/4/2027 is no date here.
    """
    text = text.strip()
    if _ISO_DAY.fullmatch(text):
        return date.fromisoformat(text)
    if found := _ISO_TIME.fullmatch(text):
        offset = (found[4] or "").upper().replace("Z", "+00:00")
        read = datetime.fromisoformat(f"{found[1]}T{found[2]}{found[3] or ':00'}{offset}")
        return read.replace(tzinfo=UTC) if offset == "+00:00" else read
    if ical_values.is_day(text):
        return ical_values.day(text)
    if _RFC_822.fullmatch(text):
        read = parsedate_to_datetime(text)
        return read.replace(tzinfo=UTC) if read.utcoffset() == timedelta(0) else read
    return ical_values.date_time(text)


def time_of_day(text: str) -> time | None:
    """``18.30``, ``5:00 pm``; ``None`` for words (``All Day``); raises ``ValueError`` for an hour that does not exist."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, half = int(found[1]), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - a clock face
            raise ValueError(text)
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, int(found[2]))
