"""When a record takes place: days and times that explicit formats read, or a text for the phrase grammar of ``normalize``.

A day without its year is not a day (the year is meaning): day, time and end then become one text such as ``la 5.12. klo 18–20``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from harvesters.field_formats import Locale, Parts, parse
from harvesters.field_rules import Rule
from harvesters.field_values import Values
from harvesters.field_words import DAYS
from harvesters.ledger import Notes
from harvesters.record import Moment

_ONE_DAY = timedelta(days=1)
_SHORT: dict[Locale, str] = {"fi": "ma ti ke to pe la su", "sv": "må ti on to fr lö sö", "en": "Mon Tue Wed Thu Fri Sat Sun"}
_AT: dict[Locale, str] = {"fi": "klo", "sv": "kl.", "en": "at"}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Start and end (exclusive), or the words that say them."""

    start: Moment | None = None
    end: Moment | None = None
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """One field of the time: its text, and what a format made of it."""

    key: str
    text: str = ""
    parts: Parts | None = None
    has_format: bool = False
    zone: str = ""

    @property
    def is_clock(self) -> bool:
        """True for a field that is a time of day only."""
        return self.key.endswith("_time")

    @property
    def is_words(self) -> bool:
        """True where only the phrase grammar can read it."""
        return bool(self.text) and not self.has_format


class Times:
    """Reads the times of one record."""

    def __init__(self, rules: Mapping[str, Rule], locale: Locale, notes: Notes) -> None:
        self.rules = rules
        self.locale = locale
        self.notes = notes

    def of(self, values: Values) -> When:
        """Start and end as formats read them, else the words."""
        start = self._joined(self._piece("start", values), self._piece("start_date", values), self._piece("start_time", values))
        end = self._joined(self._piece("end", values), self._piece("end_date", values), self._piece("end_time", values))
        told = values.get("when", ("",))[0]
        if any(piece.is_words for piece in start):
            return When(when=told or self._words(start, end))
        begins, ends = _completed(_merged(start), _merged(end))
        if begins.date is None:
            if begins.year is not None and begins.month is not None and begins.day is not None:
                self.notes.warn("date_unreadable", start[0].key, start[0].text)
                return When(when=told)
            has_day = begins.day is not None or begins.weekday is not None
            return When(when=told or (self._words(start, end) if has_day else ""))
        self._compare_weekday(begins, start)
        moment = _moment(begins, begins.date, _zone(start))
        return When(start=moment, end=self._end(moment, ends, end))

    def moment(self, key: str, values: Values) -> Moment | None:
        """A time of its own (``opens``, ``previous_start``), ``None`` where it is not told by a format that has the year."""
        piece = self._piece(key, values)
        if piece.parts is None or piece.parts.date is None:
            if piece.text and (piece.parts is not None or not piece.has_format):
                self.notes.warn("date_unreadable", key, piece.text)
            return None
        return _moment(piece.parts, piece.parts.date, piece.zone)

    def _piece(self, key: str, values: Values) -> _Piece:
        """One field; a text that none of its formats fits is told and left out, unless the description has words for it (``when``)."""
        text = values.get(key, ("",))[0]
        rule = self.rules.get(key)
        if not text or rule is None:
            return _Piece(key=key)
        if not rule.format:
            return _Piece(key=key, text=text)
        parts = parse(text, rule.format, rule.locale or self.locale)
        if parts is None:
            if not (key in DAYS and "when" in values):
                self.notes.warn("date_unreadable", key, text)
            return _Piece(key=key)
        return _Piece(key=key, text=text, parts=parts, has_format=True, zone=rule.zone or "")

    @staticmethod
    def _joined(*pieces: _Piece) -> tuple[_Piece, ...]:
        return tuple(piece for piece in pieces if piece.text)

    def _end(self, start: Moment, parts: Parts, pieces: tuple[_Piece, ...]) -> Moment | None:
        """The exclusive end. A last day is inclusive where it is written; a time before the start's is of the next day."""
        if not pieces or any(piece.is_words for piece in pieces):
            return None
        if parts.date is None:
            return self._end_that_day(start, parts)
        end = _moment(parts, parts.date, _zone(pieces))
        if not isinstance(end, datetime):
            return end + _ONE_DAY if end < date.max else None
        return self._comparable(start, end, pieces)

    def _end_that_day(self, start: Moment, parts: Parts) -> Moment | None:
        if parts.clock is None or not isinstance(start, datetime):
            return None
        clock = parts.clock if parts.clock.tzinfo else parts.clock.replace(tzinfo=start.tzinfo)
        end = datetime.combine(start.date() + timedelta(days=parts.days_later), clock)
        if (end.tzinfo is None) != (start.tzinfo is None):
            return None
        return end if end >= start else end + _ONE_DAY

    def _comparable(self, start: Moment, end: datetime, pieces: tuple[_Piece, ...]) -> Moment | None:
        """The end on the same kind of clock as the start, or nothing and a warning."""
        if isinstance(start, datetime) and (start.tzinfo is None) != (end.tzinfo is None):
            self.notes.warn("date_unreadable", "end", pieces[0].text)
            return None
        return end

    def _compare_weekday(self, parts: Parts, pieces: tuple[_Piece, ...]) -> None:
        if parts.weekday and parts.date and parts.weekday != parts.date.isoweekday():
            self.notes.warn("field_ignored", "weekday", pieces[0].text)

    def _words(self, start: tuple[_Piece, ...], end: tuple[_Piece, ...]) -> str:
        """The time as one text: what formats read in the plainest spelling, everything else as it stands."""
        days = _range(self._days(start), self._days(end))
        clock = _range(_clocks(start), _clocks(end))
        at = _AT[self.locale] if clock[:1].isdigit() else ""
        return " ".join(filter(None, (days, at, clock)))

    def _days(self, pieces: tuple[_Piece, ...]) -> str:
        told = [piece.text for piece in pieces if piece.is_words and not piece.is_clock]
        return " ".join(filter(None, (self._day(_merged(pieces)), *told)))

    def _day(self, parts: Parts) -> str:
        """``la 5.12.`` or ``Sat 5 December``."""
        weekday = _SHORT[self.locale].split()[parts.weekday - 1] if parts.weekday else ""
        if parts.day is None:
            return weekday
        if parts.month is None:
            return f"{weekday} {parts.day}.".strip()
        if self.locale == "en":
            return f"{weekday} {parts.day} {_MONTHS[parts.month - 1]} {parts.year or ''}".strip()
        return f"{weekday} {parts.day}.{parts.month}.{parts.year or ''}".strip()


def _range(first: str, last: str) -> str:
    return f"{first}–{last}" if first and last and last != first else first


def _clocks(pieces: tuple[_Piece, ...]) -> str:
    told = [piece.text for piece in pieces if piece.is_words and piece.is_clock]
    return " ".join(filter(None, (_clock(_merged(pieces)), *told)))


def _clock(parts: Parts) -> str:
    if parts.clock is None:
        return ""
    return "24" if parts.days_later else f"{parts.clock.hour}.{parts.clock.minute:02d}" if parts.clock.minute else f"{parts.clock.hour}"


def _merged(pieces: tuple[_Piece, ...]) -> Parts:
    """What the pieces say together; the first that says a thing holds."""
    merged = Parts()
    for parts in (piece.parts for piece in pieces if piece.parts):
        merged = Parts(
            year=merged.year if merged.year is not None else parts.year,
            month=merged.month if merged.month is not None else parts.month,
            day=merged.day if merged.day is not None else parts.day,
            weekday=merged.weekday or parts.weekday,
            clock=merged.clock if merged.clock is not None else parts.clock,
            days_later=merged.days_later if merged.clock is not None else parts.days_later,
        )
    return merged


def _completed(start: Parts, end: Parts) -> tuple[Parts, Parts]:
    """A range that writes month or year once (``28.–30.11.2026``, ``28.11.–5.12.2026``), where the days then follow each other."""
    if start.day is None or end.day is None or (start.date is None) == (end.date is None):
        return start, end
    full, part = (end, start) if start.date is None else (start, end)
    filled = replace(part, year=part.year or full.year, month=part.month or full.month)
    first, last = (filled, full) if start.date is None else (full, filled)
    follows = first.date is not None and last.date is not None and first.date <= last.date
    return (first, last) if follows else (start, end)


def _zone(pieces: tuple[_Piece, ...]) -> str:
    return next((piece.zone for piece in pieces if piece.zone), "")


def _moment(parts: Parts, day: date, zone: str) -> Moment:
    """A whole day, a floating time, or a time in the zone that its rule names or its text has."""
    if parts.clock is None:
        return day
    clock = parts.clock
    if zone and clock.tzinfo is None:
        clock = clock.replace(tzinfo=UTC if zone in {"UTC", "Etc/UTC"} else ZoneInfo(zone))
    return datetime.combine(day, clock) + timedelta(days=parts.days_later)
