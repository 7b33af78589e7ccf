"""Reads iCalendar: a Response into RawEvents, issues and a ledger that adds up (RFC 5545, 5546, 7986).

``read`` cuts the document into VEVENTs, hashes each one without the lines that are never read, and parses only those whose digest the
caller does not know. How each oddity is decided, and why, is told in ``docs/formats/ical.md``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from harvesters.errors import Unreadable
from harvesters.ical_document import Document, Head, HiddenStructure, canonical, cut, has_lone_return
from harvesters.ical_event import HiddenEvent, Origin, Setting, contents, event_of, is_private
from harvesters.ical_identity import Decision, Decisions, decide, decide_by_content, default_uid, facts_of, is_private_text, uid_of
from harvesters.ical_issues import Notes, Refused, physical_line, shown
from harvesters.ical_lines import clean, decode, fallback_codec, unfold
from harvesters.ical_personal import without_userinfo
from harvesters.ical_times import key_of_instance
from harvesters.ical_zones import Zones
from harvesters.record import Issue, RawEvent, ReadContext, Reading, Response

VERSION = "1"
"""Part of every digest: raised whenever the same text would be read differently, so that everything is read again once."""
_SALT, _DIGEST = 8, 32
"""Hexadecimal digits of a digest that say in what setting, and what, was read."""
_BEGIN = re.compile(rb"(?:\A|[\r\n])[ \t]*BEGIN[ \t]*:[ \t]*VCALENDAR", re.IGNORECASE)
_MOST_OTHERS = 5


def read(response: Response, context: ReadContext) -> Reading:
    """Everything the calendar says; raises ``Unreadable`` when it is no calendar or not all of one."""
    body = clean(response.body)
    _refuse_what_is_no_calendar(body)
    fallback = fallback_codec(response.headers.get("content-type", ""))
    by_content = context.identity == "content"
    try:
        document = cut(body, uid_is_volatile=by_content)
        return _Reader(document, context, fallback).reading()
    except (HiddenStructure, HiddenEvent):
        document = cut(canonical(body), uid_is_volatile=by_content, is_canonical=True)
        return _Reader(document, context, fallback, is_canonical=True).reading()


def _refuse_what_is_no_calendar(body: bytes) -> None:
    """Raise ``Unreadable`` with the reason that helps best: an empty answer, a page, something else, or a calendar cut at once."""
    begin = _BEGIN.search(body)
    text = body[: begin.start()] if begin else body.strip(b" \t\r\n\0")
    before = text[:4096].lower()
    if begin is None and not text:
        raise Unreadable("The answer is empty. Nothing of the source was changed.", reason="empty_body")
    if b"<html" in before or b"<!doctype html" in before or (begin is None and text[:1] == b"<" and b"<?xml" not in before[:100]):
        raise Unreadable(
            "The answer is a web page, not a calendar: perhaps a login page or an error.", reason="html_instead_of_feed", line=1
        )
    if begin is None and b"BEGIN:VCALENDAR".startswith(text[:15].upper()):
        raise Unreadable("The calendar breaks off in its first line.", reason="truncated", line=1)
    if begin is None:
        raise Unreadable("The answer holds no calendar (no line BEGIN:VCALENDAR).", reason="not_icalendar", line=1)


@dataclass(slots=True)
class _Ledger:
    """What became of every record so far."""

    events: list[RawEvent] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    set_aside: int = 0
    not_public: int = 0
    remember: dict[str, str] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a record stands and what is known about it from outside."""

    index: int
    setting: Setting
    decision: Decision
    digest: str
    line: int


class _Reader:
    """Reads one document; used once."""

    def __init__(self, document: Document, context: ReadContext, fallback: str, *, is_canonical: bool = False) -> None:
        self.document = document
        self.context = context
        self.is_canonical = is_canonical
        self.ledger = _Ledger()
        self.settings = [self._setting(section.head, fallback) for section in document.sections]
        self.decisions: Decisions = {}

    def reading(self) -> Reading:
        """The whole document."""
        digests, fresh = self._digests()
        unchanged = _without(digests, fresh)
        self._tell_about_document(repeats=len(digests) - len(set(digests)))
        lines = self.document.lines(fresh) if fresh else {}
        for place in self._places(fresh, digests, lines):
            self._read_record(place)
        ledger, head = self.ledger, self.document.head
        return Reading(
            events=tuple(ledger.events),
            unchanged=tuple(unchanged),
            issues=tuple(ledger.issues),
            read=len(digests),
            set_aside=ledger.set_aside,
            not_public=ledger.not_public,
            remember=ledger.remember,
            refused=tuple(ledger.refused),
            title=shown(head.text("X-WR-CALNAME") or head.text("NAME")),
            platform=shown(head.text("PRODID")),
        )

    def _setting(self, head: Head, fallback: str) -> Setting:
        """What a calendar says about all of its events."""
        zones = Zones(self.context.zone, head.zones)
        return Setting(
            zones=zones,
            zone=zones.iana(head.text("X-WR-TIMEZONE")),
            is_cancelled=head.text("METHOD").upper() == "CANCEL",
            fallback=fallback,
        )

    def _digests(self) -> tuple[list[str], list[int]]:
        """The digest of every record, salted with what else its meaning hangs on and with what was decided about it.

        And the indexes of the records that must be read: the first of each digest that is not known.
        """
        found: list[str] = []
        records, known = self.document.records, self.context.known
        for section, setting in zip(self.document.sections, self.settings, strict=True):
            salt = hashlib.sha256(_salt(setting, self.context)).hexdigest()[:_SALT]
            found += [salt + hashlib.sha256(record).hexdigest()[:_DIGEST] for record in records[section.start : section.stop]]
        touched = [index for index, digest in enumerate(found) if digest not in known]
        self.decisions = decide_by_content(self.document) if self.context.identity == "content" else decide(self.document, touched)
        decided = self.decisions.keys() | self.document.unclosed
        for index in decided:
            added = self.decisions.get(index, Decision()).salt + (b"\0unclosed" if index in self.document.unclosed else b"")
            found[index] = found[index][:_SALT] + hashlib.sha256(found[index].encode() + added).hexdigest()[:_DIGEST]
        first: dict[str, int] = {}
        for index in sorted(decided.union(touched)):
            if found[index] not in known:
                first.setdefault(found[index], index)
        return found, list(first.values())

    def _tell_about_document(self, *, repeats: int) -> None:
        """Issues about the document as a whole."""
        tell = self.ledger.issues.append
        if self.document.stray is not None:
            tell(Issue(code="structure_repaired", severity="warning", line=self.document.stray))
        if self.document.others:
            counts = ", ".join(f"{count} {name}" for name, count in sorted(self.document.others.items())[:_MOST_OTHERS])
            tell(Issue(code="not_an_event", severity="info", value=shown(counts)))
        if repeats:
            tell(Issue(code="repeated", severity="info", value=str(repeats)))
        for section, setting in zip(self.document.sections, self.settings, strict=True):
            name = section.head.text("X-WR-TIMEZONE")
            if name and not setting.zone:
                tell(Issue(code="tz_calendar_unknown", severity="warning", field="X-WR-TIMEZONE", value=shown(name)))

    def _places(self, fresh: Sequence[int], digests: Sequence[str], lines: Mapping[int, int]) -> list[_Place]:
        """Every record that must be read, with what is known about it from outside."""
        found = []
        section = 0
        for index in fresh:
            while index >= self.document.sections[section].stop:
                section += 1
            decision = self.decisions.get(index, Decision())
            found.append(_Place(index=index, setting=self.settings[section], decision=decision, digest=digests[index], line=lines[index]))
        return found

    def _read_record(self, place: _Place) -> None:
        """Take one record into the ledger."""
        record = unfold(self.document.inside(place.index))
        if not self.is_canonical and has_lone_return(self.document.original(place.index)):
            raise HiddenStructure
        if place.decision.outcome == "not_public" or is_private_text(record):
            self._not_public(place)
            return
        notes = Notes()
        try:
            self._take(self._event(record, place, notes), place, notes)
        except Refused as reason:
            self._set_aside(place, reason, notes)
        except HiddenEvent:
            if not self.is_canonical:
                raise
            self._set_aside(place, Refused("structure", "BEGIN"), notes)

    def _event(self, record: bytes, place: _Place, notes: Notes) -> RawEvent | None:
        """The event under the uid decided for it; ``None`` where it turns out to be private; raises ``Refused``."""
        content = contents(record, place.setting.fallback, notes)
        if is_private(content):
            return None
        if place.index in self.document.unclosed:
            raise Refused("structure", "END")
        if place.decision.outcome == "superseded":
            raise Refused("superseded", "SEQUENCE", content.value("SEQUENCE"))
        made, own = place.decision.uid, content.value("UID")
        if made and own:
            notes.warn("uid_shared", "UID", own)
        elif not made and not own:
            made = default_uid(facts_of(self.document, place.index))
            notes.warn("uid_missing", "UID")
        return event_of(content, place.setting, Origin(digest=place.digest, line=place.line, uid=made), notes)

    def _take(self, event: RawEvent | None, place: _Place, notes: Notes) -> None:
        """Keep the event, or only count it where it is private."""
        if event is None:
            self._not_public(place)
            return
        self.ledger.events.append(event)
        self._tell(place, notes, event.uid)

    def _not_public(self, place: _Place) -> None:
        """Count the record and keep nothing of it but its uid."""
        self.ledger.not_public += 1
        self.ledger.remember[place.digest] = "not_public"
        uid = self._uid(place)
        self.ledger.issues.append(Issue(code="not_public", severity="info", uid=uid, field="CLASS", line=place.line, digest=place.digest))

    def _set_aside(self, place: _Place, reason: Refused, notes: Notes) -> None:
        """Refuse this one record by name."""
        uid = self._uid(place)
        self.ledger.set_aside += 1
        self.ledger.remember[place.digest] = "set_aside"
        self.ledger.refused.append((uid, key_of_instance(unfold(self.document.records[place.index]))))
        self._tell(place, notes, uid)
        line = physical_line(self.document.original(place.index), place.line, reason.field, reason.raw)
        self.ledger.issues.append(
            Issue(
                code=reason.code,
                severity="error",
                uid=uid,
                field=reason.field,
                value=shown(without_userinfo(reason.value)),
                line=line,
                digest=place.digest,
            )
        )

    def _tell(self, place: _Place, notes: Notes, uid: str) -> None:
        """The warnings about one record as issues."""
        original = self.document.original(place.index)
        for code, severity, name, value, raw in notes.found:
            line = physical_line(original, place.line, name, raw) if name or raw else place.line
            text = shown(without_userinfo(value))
            self.ledger.issues.append(Issue(code=code, severity=severity, uid=uid, field=name, value=text, line=line, digest=place.digest))

    def _uid(self, place: _Place) -> str:
        """The record's own uid, else the one decided for it, else nothing."""
        text, _ = decode(uid_of(self.document.records[place.index]), place.setting.fallback)
        return text.strip() or place.decision.uid


def _salt(setting: Setting, context: ReadContext) -> bytes:
    """What the meaning of every event of a calendar hangs on; a fallback codec counts only where it is an unusual one."""
    codec = "" if setting.fallback == "cp1252" else setting.fallback
    parts = (VERSION, setting.zones.fingerprint, setting.zone, str(setting.is_cancelled), codec, context.identity)
    return "\0".join(parts).encode("utf-8", "replace")


def _without(digests: Sequence[str], fresh: Sequence[int]) -> list[str]:
    """The digests of the records that need not be read: known ones, and second copies within the document."""
    found, start = list[str](), 0
    for index in (*fresh, len(digests)):
        found += digests[start:index]
        start = index + 1
    return found
