"""A calendar stream cut into its VEVENTs without parsing any of them (RFC 5545 sections 3.4 and 3.6).

The stream is split at ``BEGIN:VEVENT``; only what stands outside of events is looked at line by line. That makes the re-reading of
a large feed cost little more than hashing it, and it makes one bad event cost one event. What looks odd (lower-case or folded
``BEGIN`` lines, an event without its end) raises :class:`HiddenStructure`, and the caller cuts the canonical form instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from harvesters.errors import Unreadable
from harvesters.ical_lines import Line, decode, logical_lines, split_line, unescape, unfold

DEEPEST = 4
"""Components inside components that we follow: VCALENDAR, VEVENT, VALARM and one spare."""
_MOST_ZONE_LINES = 4000
_OPEN = b"\nBEGIN:VEVENT"
_CLOSE = b"\nEND:VEVENT"
_NAMES = (
    rb"A(?:TTENDEE|TTACH)|CO(?:NTACT|MMENT)|CREATED|DTSTAMP|LAST-MODIFIED|ORGANIZER|REQUEST-STATUS"
    rb"|X-(?:LIC-ERROR|MOZ-(?:GENERATION|LASTACK|RECEIVED-(?:DTSTAMP|SEQUENCE)|SNOOZE-TIME))"
)
"""``ical_lines.DROPPED`` by common beginnings, which the regular expression engine tells apart fastest; a test keeps the two together."""
_REST = rb"[;:][^\n]*+(?:\n[ \t][^\n]*+)*+"
_ALARM = rb"BEGIN:VALARM\r?(?:\n(?!BEGIN:|END:)[^\n]*+)*+\nEND:VALARM\r?(?=\n)"
_IGNORED = re.compile(rb"\n(?:(?:" + _NAMES + rb")" + _REST + rb"|" + _ALARM + rb")")
_IGNORED_AND_UID = re.compile(rb"\n(?:(?:UID|" + _NAMES + rb")" + _REST + rb"|" + _ALARM + rb")")
_END = re.compile(rb"\nEND:(?:(?P<event>VEVENT)\r?(?=\n|$)|VCALENDAR(?=[\r\n]|$))")
_MARK = re.compile(rb"(?:(?<=\n)|\A)[BbEe][^\n]*+(?:\n[ \t][^\n]*+)*+")
_MARKED = re.compile(rb"(?i)(BEGIN|END)[ \t]*:[ \t]*([^\r]*?)[ \t]*(\r?)")
_LOWER_LINE = re.compile(rb"\n[a-z]+[;:]")
_LOWER_NAME = re.compile(rb"(?:(?<=\n)|\A)[A-Za-z-]*[a-z][A-Za-z0-9-]*(?=[;:])")
_BAD_MARK = re.compile(rb"(?:\n|\A)(?:BEGIN|END):[^\r\n]*[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class HiddenStructure(Exception):
    """The document's outer shape is not what the quick split takes it for."""


@dataclass(slots=True, kw_only=True)
class Head:
    """What one VCALENDAR says about all of its events (RFC 5545 section 3.6)."""

    properties: dict[str, str] = field(default_factory=dict)
    zones: list[list[list[Line]]] = field(default_factory=list)
    """Its VTIMEZONEs: of each first the lines of its own, then those of every part (STANDARD, DAYLIGHT)."""

    def text(self, name: str) -> str:
        """The property's text, unescaped and trimmed; ``""`` where it is not given."""
        return unescape(self.properties.get(name, "")).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The events ``start`` (inclusive) to ``stop`` (exclusive) stand in the VCALENDAR ``head``."""

    head: Head
    start: int
    stop: int


@dataclass(kw_only=True)
class Document:
    """A complete stream of VCALENDARs. ``records`` are the VEVENTs from behind their BEGIN line, without the lines never read."""

    body: bytes
    records: list[bytes]
    sections: tuple[Section, ...]
    unclosed: frozenset[int] = frozenset()
    """Indexes of VEVENTs whose ``END:VEVENT`` is missing."""
    others: Counter[str] = field(default_factory=Counter)
    """Components that are no events, by name."""
    stray: int | None = None
    """Physical line of the first thing that does not belong outside of events."""
    head: Head = field(default_factory=Head)
    """The first calendar of the stream."""
    _starts: dict[int, int] = field(default_factory=dict)

    def inside(self, index: int) -> bytes:
        """The record without its END line."""
        record = self.records[index]
        return record if index in self.unclosed else record[: record.rfind(_CLOSE)]

    def locate(self, index: int, at: int) -> None:
        """Remember where a record stands, told by the place of something that stands in it and nowhere else."""
        self._starts[index] = self.body.rfind(_OPEN, 0, at)

    def _start(self, index: int) -> int:
        """Where the line break before the record's ``BEGIN:VEVENT`` stands in the body."""
        if index not in self._starts:
            self._starts = {number: found.start() for number, found in enumerate(re.finditer(_OPEN, self.body))}
        return self._starts[index]

    def original(self, index: int) -> bytes:
        """The record as it stands in the body, from behind its ``BEGIN:VEVENT`` to the next one's."""
        start = self._start(index) + len(_OPEN)
        end = self.body.find(_OPEN, start)
        return self.body[start : end if end >= 0 else None]

    def lines(self, indexes: Iterable[int]) -> dict[int, int]:
        """The 1-based physical line of the ``BEGIN:VEVENT`` of each of these records; indexes in rising order."""
        line, counted, found = 1, 0, {}
        for index in indexes:
            line += self.body.count(b"\n", counted, self._start(index) + 1)
            counted = self._start(index) + 1
            found[index] = line
        return found


def has_lone_return(text: bytes) -> bool:
    """True when a CR without LF stands before the text's end: only the canonical form shows which lines there are."""
    return b"\r" in text and (text + b"\n").count(b"\r\n") != text.count(b"\r")


def canonical(body: bytes) -> bytes:
    """The body with LF for lone CRs, ``BEGIN`` and ``END`` lines unfolded and in upper case, property names in upper case."""
    body = re.sub(rb"\r(?!\n)", b"\n", body)
    return _LOWER_NAME.sub(lambda found: found[0].upper(), _MARK.sub(_canonical_mark, body))


def _canonical_mark(found: re.Match[bytes]) -> bytes:
    """The component line in its plain form; any other line untouched."""
    ending = b"\r" if found[0].endswith(b"\r") else b""
    plain = _MARKED.fullmatch(unfold(found[0].removesuffix(b"\r")))
    return plain[1].upper() + b":" + plain[2].upper() + ending if plain else found[0]


def cut(body: bytes, *, uid_is_volatile: bool = False, is_canonical: bool = False) -> Document:
    """The document in records; raises ``Unreadable`` when it is no complete calendar.

    Raises ``HiddenStructure`` when it must be made canonical first.
    """
    first, *parts = (_IGNORED_AND_UID if uid_is_volatile else _IGNORED).sub(b"", body).split(_OPEN)
    records, tails, unclosed = (None if is_canonical else _regular(parts)) or _partitioned(parts)
    outline = _Outline(body)
    outline.feed(first)
    done = 0
    for index, tail in tails:
        outline.events(done, index + 1)
        outline.feed(tail)
        done = index + 1
    if done < len(records):
        outline.events(done, len(records))
    outline.finish()
    if not is_canonical and (unclosed or outline.stray or _LOWER_LINE.search(records[0] if records else b"")):
        raise HiddenStructure
    return Document(
        body=body,
        records=records,
        sections=tuple(outline.sections),
        unclosed=unclosed,
        others=outline.others,
        stray=outline.stray_line(),
        head=outline.first or Head(),
    )


_Cut = tuple[list[bytes], list[tuple[int, bytes]], frozenset[int]]


def _regular(parts: list[bytes]) -> _Cut | None:
    """Records, the text behind the last one, no unclosed ones: for a stream where each event follows the one before at once."""
    if not parts:
        return None
    start = parts[0][:1]
    close = _CLOSE + b"\r" if start == b"\r" else _CLOSE
    last, end, tail = parts[-1].partition(close + b"\n")
    if not end or start not in {b"\r", b"\n"}:
        return None
    records = [*parts[:-1], last + close]
    if {record[:1] for record in records} != {start} or {record[-len(close) :] for record in records} != {close}:
        return None
    return records, [(len(records) - 1, b"\n" + tail)], frozenset()


def _partitioned(parts: list[bytes]) -> _Cut:
    """The same for any stream: the text behind every event, and which events have no end of their own."""
    records, tails, unclosed = [], [], set()
    for index, part in enumerate(parts):
        end = _END.search(part)
        is_closed = end is not None and end["event"] is not None
        if not is_closed or part[:1] not in {b"\r", b"\n"}:
            unclosed.add(index)
            if b"BEGIN:VCALENDAR" in part:
                raise Unreadable("A calendar breaks off and another one begins; nothing of either is used.", reason="truncated")
        at = len(part) if end is None else end.end() if is_closed else end.start()
        records.append(part[:at])
        if part[at:].strip():
            tails.append((index, part[at:]))
    return records, tails, frozenset(unclosed)


class _Outline:
    """Follows the components outside of events and remembers what each calendar says about its events."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.stack: list[str] = []
        self.head: Head | None = None
        self.first: Head | None = None
        self.sections: list[Section] = []
        self.others: Counter[str] = Counter()
        self.zone: list[list[Line]] = []
        self.stray = ""

    def feed(self, text: bytes) -> None:
        """Take up the lines of a stretch outside of events."""
        if _BAD_MARK.search(text):
            raise self._broken("holds control characters in the name of a component", "control_chars")
        readable, _ = decode(unfold(text), "cp1252")
        for raw in logical_lines(readable):
            line = split_line(raw.strip("\ufeff"))
            if line is None:
                self._note(raw)
            elif line.name == "BEGIN":
                self._begin(line.value.strip().upper())
            elif line.name == "END":
                self._end(line.value.strip().upper())
            else:
                self._property(line)

    def events(self, start: int, stop: int) -> None:
        """Put these events into the calendar that is open; whatever else is open has lost its end."""
        if self.head is None:
            raise self._broken("holds an event outside of any calendar (BEGIN:VCALENDAR)", "structure")
        if len(self.stack) > 1:
            self._note(f"BEGIN:{self.stack[-1]}")
            del self.stack[1:]
        self.sections.append(Section(head=self.head, start=start, stop=stop))

    def finish(self) -> None:
        """The stream ends here: refuse it where a calendar is still open or none was ever found."""
        if self.stack:
            raise Unreadable(
                "The calendar breaks off before END:VCALENDAR, so nothing of it is used; fetch it again or ask the publisher.",
                reason="truncated",
                line=self.body.count(b"\n") + 1,
            )

    def stray_line(self) -> int | None:
        """The physical line of the first stray thing; ``None`` where there is none."""
        if not self.stray:
            return None
        return self.body.count(b"\n", 0, max(self.body.find(self.stray[:40].encode()), 0)) + 1

    def _begin(self, name: str) -> None:
        if name == "VCALENDAR" and self.stack:
            raise self._broken("begins a calendar inside another one: the first one was cut off", "truncated")
        if name == "VCALENDAR":
            self.head = Head()
            self.first = self.first or self.head
        elif not self.stack:
            self._note(f"BEGIN:{name}")
            return
        if name == "VEVENT":
            self._note("BEGIN:VEVENT")
        if len(self.stack) >= DEEPEST:
            raise self._broken(f"nests components more than {DEEPEST} deep", "structure")
        if name == "VTIMEZONE":
            self.zone = [[]]
        elif self.stack[1:] == ["VTIMEZONE"]:
            self.zone.append([])
        self.stack.append(name)

    def _end(self, name: str) -> None:
        if name == "VCALENDAR" and not self.stack:
            raise self._broken("ends a calendar (END:VCALENDAR) that never began", "structure")
        if name not in self.stack:
            self._note(f"END:{name}")
            return
        while self.stack and self.stack[-1] != name:
            self._note(f"BEGIN:{self.stack.pop()}")
        self._close(self.stack.pop())

    def _close(self, name: str) -> None:
        """What was open by that name is complete."""
        if name == "VCALENDAR":
            self.head = None
        elif name == "VTIMEZONE" and self.head is not None:
            self.head.zones.append(self.zone)
        elif len(self.stack) == 1:
            self.others[name] += 1

    def _property(self, line: Line) -> None:
        """Keep what says something about the events: the calendar's own properties and the lines of its time zones."""
        if not self.stack:
            self._note(line.raw)
        elif self.stack == ["VCALENDAR"] and self.head is not None:
            self.head.properties.setdefault(line.name, line.value[:1000])
        elif self.stack[1:2] == ["VTIMEZONE"] and len(self.zone[-1]) < _MOST_ZONE_LINES:
            self.zone[-1].append(line)

    def _note(self, raw: str) -> None:
        self.stray = self.stray or raw

    def _broken(self, what: str, reason: str) -> Unreadable:
        return Unreadable(f"The calendar {what}; nothing of it is used.", reason=reason)
