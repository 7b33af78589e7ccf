"""What was fetched, what it said, and what was wrong with it: plain data between the stages.

``fetch`` gives a :class:`Response`, a :class:`NotModified` or raises a ``HarvestError``; a reader (``ical.read`` ...) turns a
``Response`` into a :class:`Reading`. Nothing here guesses meaning: words are the publisher's own, times are what the format
itself defines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

Moment = datetime | date
"""An aware datetime whose tzinfo is a ``ZoneInfo``, ``timezone.utc`` or a fixed offset; a *naive* datetime is floating
(RFC 5545 section 3.3.5, form 1); a plain ``date`` is a whole day."""

Severity = Literal["error", "warning", "info"]
"""``error``: the record was not stored. ``warning``: stored, something was lost or repaired. ``info``: worth knowing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a later conditional request sends back (RFC 9110 sections 8.8.2, 8.8.3); empty strings where the server gave none."""

    etag: str = ""
    last_modified: str = ""
    body_digest: str = ""
    """Hex digest of the decoded body that was last read in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One complete 200 answer: headers with lower-case names, body with transfer and content encodings already removed."""

    source_id: str
    url: str
    """The final address, after redirects; may hold a secret and never reaches a page or a log."""
    status: int
    headers: dict[str, str]
    body: bytes
    fetched_at: datetime
    validators: Validators = field(default_factory=Validators)

    @property
    def content_type(self) -> str:
        """The media type in lower case without parameters, ``""`` when not declared."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """304 to a conditional request, or the very bytes that were read last time."""

    source_id: str
    fetched_at: datetime
    validators: Validators = field(default_factory=Validators)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One thing wrong with one record or field. ``code`` is a key of ``harvesters.issue_kinds.ISSUE_KINDS``."""

    code: str
    severity: Severity
    uid: str = ""
    """The record's raw uid; ``""`` when it is about the whole document or the record has none."""
    field: str = ""
    """The publisher's own name of the field (``DTSTART``, ``RRULE`` ...)."""
    value: str = ""
    """What stood there, shortened to 200 characters, control characters removed; empty where it must not be repeated."""
    line: int | None = None
    """1-based physical line in the document where the record or field begins."""
    digest: str = ""
    """The digest of the record it is about; ``""`` when it is about the whole document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text in the publisher's words; ``language`` is a BCP 47 tag only where the publisher declared one."""

    value: str
    language: str = ""
    html: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawImage:
    """An image the publisher names (RFC 7986 section 5.10); never fetched at harvest."""

    url: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEvent:
    """One record as the source said it. Identity is ``(source, uid, recurrence_id)`` over these raw values."""

    uid: str
    """Raw uid, trimmed; ``""`` where the source gives none (the reader then sets ``derived_uid``)."""
    derived_uid: str = ""
    """A stable key made from the content where the source has no usable uid, or gives one uid to several events."""
    recurrence_id: Moment | None = None
    """Which instance of the series this record replaces (RFC 5545 section 3.8.4.4)."""
    this_and_future: bool = False
    """``RANGE=THISANDFUTURE`` (RFC 5545 section 3.2.13)."""
    digest: str
    """Hex digest of the record's text without volatile lines, salted with what else its meaning hangs on."""
    text: str
    """The original text of the record (the unfolded VEVENT, the ``<item>``, the JSON object) without personal lines."""
    line: int | None = None

    name: tuple[Text, ...] = ()
    description: tuple[Text, ...] = ()
    start: Moment | None = None
    end: Moment | None = None
    """Exclusive. ``None`` where the source gave neither an end nor a duration."""
    duration: timedelta | None = None
    """Only where the source gave a DURATION instead of an end (nominal days stay days, RFC 5545 section 3.3.6)."""
    zone: str = ""
    """IANA name of the zone the document as a whole declares (``X-WR-TIMEZONE``), for floating and UTC times."""
    rrule: tuple[str, ...] = ()
    """Recurrence rules as RFC 5545 text, upper case, without the property name."""
    rdate: tuple[Moment, ...] = ()
    exdate: tuple[Moment, ...] = ()
    status: str = ""
    """The publisher's own word (``CONFIRMED``, ``CANCELLED``, ``TENTATIVE`` ...), upper case."""
    sequence: int = 0
    access: str = ""
    """CLASS (RFC 5545 section 3.8.1.3), upper case; empty means public."""
    location: tuple[Text, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    url: str = ""
    conference: tuple[str, ...] = ()
    """Addresses for taking part online (RFC 7986 section 5.11), http(s) only."""
    categories: tuple[str, ...] = ()
    images: tuple[RawImage, ...] = ()
    when: str = ""
    """A phrase that says the time in words, where the format has no structured time (read by the phrase grammar)."""
    extra: dict[str, str] = field(default_factory=dict)
    """Fields that no one understood, by the publisher's own name; never personal ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document held. ``read == len(events) + len(unchanged) + set_aside + not_public`` or the reader is wrong.

    ``complete`` is true only when the end of the document (of every page of it) was seen: nothing may be withdrawn otherwise.
    """

    events: tuple[RawEvent, ...] = ()
    unchanged: tuple[str, ...] = ()
    """Digests of records that the caller already knows; they were not parsed again. One per record, repeats included."""
    issues: tuple[Issue, ...] = ()
    read: int = 0
    """Records found in the document (VEVENTs, items ...), whatever became of them."""
    set_aside: int = 0
    """Records refused one by one, each named by an issue of severity ``error``."""
    not_public: int = 0
    """Records the publisher marks private (CLASS); counted, never kept."""
    remember: dict[str, str] = field(default_factory=dict)
    """Digest -> ``set_aside`` or ``not_public`` for records that gave no event, so that the next harvest need not parse them."""
    refused: tuple[tuple[str, str], ...] = ()
    """``(uid, recurrence key)`` of set-aside records: unparseable is not absent, their last good listing stays."""
    complete: bool = True
    title: str = ""
    """What the document calls itself (X-WR-CALNAME, RFC 7986 NAME, channel title)."""
    platform: str = ""
    """What made it (PRODID, generator), for the doctor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadContext:
    """What a reader must know besides the answer: the source's zone and what was read before."""

    zone: str
    """IANA name of the source's zone, for floating times."""
    known: Mapping[str, str] = field(default_factory=dict)
    """Digest -> what became of the record last time (``stored``, ``set_aside``, ``not_public``, ``out_of_horizon``)."""
    identity: Literal["uid", "content"] = "uid"
    """``content`` where the source's uids change at every fetch and mean nothing."""


Reader = Callable[[Response, ReadContext], Reading]
"""A plain function a format; raises ``Unreadable`` when the document as a whole is not what it should be."""
