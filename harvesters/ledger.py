"""What became of every record of one answer, for the readers whose records are whole items (JSON objects, feed entries, rows).

A reader gives each record's canonical text to :meth:`Ledger.take`; the ledger decides by digest whether it must be read at all,
keeps the count that must add up (``Reading``), and settles which uid a record goes by. Record texts have no personal fields and no
volatile ones (clocks of the publisher's system, places left): equal text, equal event.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from harvesters.ical_issues import shown
from harvesters.record import Availability, Issue, Moment, RawEvent, ReadContext, Reading, Severity

_DIGEST = 40
"""Hexadecimal digits of a digest, as many as a calendar's."""


class Refused(Exception):
    """One record cannot be read; raised by a reader's function, caught where it is counted and named."""

    def __init__(self, code: str, field_name: str = "", value: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.field = field_name
        self.value = value


def digest_of(*parts: str) -> str:
    """One digest of several texts, none of which can be mistaken for another's end."""
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()[:_DIGEST]


@dataclass(slots=True)
class Notes:
    """What is told about one record while it is read, each code and field once."""

    digest: str
    uid: str = ""
    line: int | None = None
    found: list[Issue] = field(default_factory=list)

    def add(self, code: str, severity: Severity, field_name: str = "", value: str = "") -> None:
        """Remember one thing, unless the same is known of the same field."""
        if all((code, field_name) != (known.code, known.field) for known in self.found):
            text = shown(value)
            issue = Issue(code=code, severity=severity, uid=self.uid, field=field_name, value=text, line=self.line, digest=self.digest)
            self.found.append(issue)

    def warn(self, code: str, field_name: str = "", value: str = "") -> None:
        """Remember that something was lost or repaired."""
        self.add(code, "warning", field_name, value)


@dataclass(slots=True)
class Ledger:
    """Used once for one answer of one source. ``version`` goes up whenever the same text would be read differently."""

    context: ReadContext
    version: str
    events: list[RawEvent] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    remember: dict[str, str] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    availability: list[Availability] = field(default_factory=list)
    read: int = 0
    set_aside: int = 0
    not_public: int = 0
    repeats: int = 0
    _digests: set[str] = field(default_factory=set)
    _uids: set[tuple[str, Moment | None]] = field(default_factory=set)
    _known_uids: set[str] = field(default_factory=set)
    """Of the records that are known: who has one of them is another record, wherever in the answer it stands."""

    def take(self, uid: str, text: str, make: Callable[[str, Notes], RawEvent | None], *, line: int | None = None) -> None:
        """Count one record and read it unless it is known: ``make(digest, notes)`` gives the event, ``None`` for one marked private, or
        raises ``Refused``.

        ``uid`` is the record's own, trimmed, ``""`` where it has none: then ``make`` should set ``derived_uid``. A record without a uid,
        or with one that an earlier record of other content has too, gets a ``derived_uid`` of uid, name, start and place.
        """
        self.read += 1
        digest = digest_of(self.version, self.context.zone, self.context.language, self.context.identity, self._options(), uid, text)
        if digest in self.context.known or digest in self._digests:
            self.repeats += digest in self._digests
            self._digests.add(digest)
            self.unchanged.append(digest)
            self._known_uids.add(uid)
            return
        self._digests.add(digest)
        notes = Notes(digest=digest, uid=uid, line=line)
        try:
            event = make(digest, notes)
        except Refused as reason:
            self._set_aside(uid, reason, notes)
            return
        if event is None:
            self._hide(notes)
        else:
            self._keep(event, notes)

    def tell(self, code: str, severity: Severity, field_name: str = "", value: str = "") -> None:
        """An issue about the answer as a whole."""
        self.issues.append(Issue(code=code, severity=severity, field=field_name, value=shown(value)))

    def reading(self, *, title: str = "", platform: str = "", complete: bool = True) -> Reading:
        """The whole answer. Call once, at its end."""
        if self.repeats:
            self.tell("repeated", "info", value=str(self.repeats))
        self.read += len(self.deleted)
        return Reading(
            events=tuple(map(self._apart, self.events)),
            unchanged=tuple(self.unchanged),
            issues=tuple(self.issues),
            read=self.read,
            set_aside=self.set_aside,
            not_public=self.not_public,
            remember=self.remember,
            refused=tuple(self.refused),
            deleted=tuple(self.deleted),
            availability=tuple(self.availability),
            complete=complete,
            title=shown(title),
            platform=shown(platform),
        )

    def _options(self) -> str:
        return self.context.options.model_dump_json() if self.context.options is not None else ""

    def _keep(self, event: RawEvent, notes: Notes) -> None:
        """The event under a key of its own. Which of two records of one uid keeps it depends on their order, so neither does by content."""
        key = (event.uid, event.recurrence_id)
        if self.context.identity == "content" or not event.uid or key in self._uids:
            if not event.uid and not event.derived_uid:
                notes.add("uid_missing", "info")
            elif event.uid and key in self._uids and self.context.identity == "uid":
                notes.warn("uid_shared", value=event.uid)
            event = replace(event, derived_uid=self._free(event.derived_uid or _derived(event, self.context.identity), event))
        self._uids |= {key, (event.derived_uid or event.uid, event.recurrence_id)}
        self.events.append(event)
        self.issues += notes.found

    def _apart(self, event: RawEvent) -> RawEvent:
        """The event under a key of its own where a known record of the same uid stands in the same answer."""
        if event.derived_uid or not event.uid or event.uid not in self._known_uids or event.recurrence_id is not None:
            return event
        return replace(event, derived_uid=self._free(_derived(event, self.context.identity), event))

    def _free(self, derived: str, event: RawEvent) -> str:
        """The derived key, or, where another record that says the same of name, time and place has it, one of the whole content."""
        taken = (derived, event.recurrence_id) in self._uids
        return digest_of("derived", derived, event.digest) if taken else derived

    def _set_aside(self, uid: str, reason: Refused, notes: Notes) -> None:
        self.set_aside += 1
        self.remember[notes.digest] = "set_aside"
        self.refused.append((uid, ""))
        notes.add(reason.code, "error", reason.field, reason.value)
        self.issues += notes.found

    def _hide(self, notes: Notes) -> None:
        self.not_public += 1
        self.remember[notes.digest] = "not_public"
        self.issues.append(Issue(code="not_public", severity="info", uid=notes.uid, line=notes.line, digest=notes.digest))


def _derived(event: RawEvent, identity: str) -> str:
    """A key from what a reader would know the event by."""
    uid = "" if identity == "content" else event.uid
    name = event.name[0].value.strip() if event.name else ""
    place = event.location[0].value.strip() if event.location else ""
    start = event.start.isoformat() if event.start else event.when
    instance = event.recurrence_id.isoformat() if event.recurrence_id else ""
    return digest_of("derived", uid, name, start, place, instance)
