"""What was fetched, what it said, and what was wrong with it: plain data between the stages.

``fetch`` gives a :class:`Response`, a :class:`NotModified` or raises a ``HarvestError``; a reader (``ical.read`` ...) turns a
``Response`` into a :class:`Reading`. Nothing here guesses meaning: words are the publisher's own, times are what the format
itself defines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Annotated, Literal

from pydantic import BaseModel, PlainSerializer, PlainValidator

from harvesters.moments import read_moment, write_moment

Moment = Annotated[datetime | date, PlainSerializer(write_moment), PlainValidator(read_moment)]
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
    moved_to: str = field(default="", repr=False)
    """Where permanent redirects (RFC 9110 sections 15.4.2, 15.4.9) lead, one after the other without a temporary one; else empty."""
    role: str = ""
    """What it was asked for (``Ask.role``); ``""`` for the source's own address."""
    parts: tuple[Response, ...] = ()
    """The further answers that a format's ``follow`` asked for, in the order they were asked; each without parts of its own."""
    missing: tuple[Missing, ...] = ()
    """What was asked for and could be done without, and did not come."""

    @property
    def content_type(self) -> str:
        """The media type in lower case without parameters, ``""`` when not declared."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One further address that belongs to a source: the next page, a page of its own for one event, places left."""

    url: str = field(repr=False)
    """Absolute. Only addresses on the host of the source's own address (or one it declares) are ever fetched."""
    role: str = "page"
    """``page`` for the next part of the same list, ``detail`` for one event of it, or a word of the format's own."""
    is_needed: bool = True
    """False: where it cannot be had, the rest is read all the same and nothing is withdrawn (``Reading.complete``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """An optional further address that could not be had."""

    url: str = field(repr=False)
    role: str
    reason: str
    """The key of ``FAILURE_REASONS``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """304 to a conditional request, or the very bytes that were read last time."""

    source_id: str
    fetched_at: datetime
    validators: Validators = field(default_factory=Validators)
    moved_to: str = field(default="", repr=False)
    """As in ``Response``."""


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
    licence: str = ""
    """The image's own terms, in the publisher's words or as an address (schema.org license)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawOffer:
    """One price as the source tells it (schema.org Offer)."""

    price: str = ""
    """The publisher's own words or number (``5 €``, ``12.50``, ``9/5 €``), without judgement."""
    currency: str = ""
    """ISO 4217, only where the source names it."""
    is_free: bool | None = None
    """Only where the source has a field that says so."""
    name: str = ""
    """For whom or for what (``opiskelijat``)."""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRegistration:
    """How to enrol, as far as a field of its own tells it (Linked Events registration, HSDS, Hellewi ...)."""

    url: str = ""
    text: str = ""
    required: bool | None = None
    opens: Moment | None = None
    closes: Moment | None = None
    capacity: int | None = None
    """How many may take part in all."""
    state: str = ""
    """The publisher's own word (``full``, ``EnrolmentClosed`` ...)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """Places left of one record at the moment of the answer; never part of a digest, for it changes with every sale."""

    uid: str
    """As the RawEvent has it."""
    remaining: int | None = None
    capacity: int | None = None
    queue: int | None = None
    """How many wait already."""
    queue_remaining: int | None = None
    state: str = ""
    """``open``, ``full``, ``queue``, ``not_yet_open``, ``closed``, or ``""`` where the source does not say."""
    is_at_least: bool = False
    """``remaining`` is a lower bound (a shop that shows "100+")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawHours:
    """Opening hours of one weekday or one day (schema.org OpeningHoursSpecification); times are wall clock ``HH:MM``."""

    weekday: int | None = None
    """1 Monday to 7 Sunday (ISO 8601); ``None`` where ``day`` says which day."""
    day: date | None = None
    opens: str = ""
    closes: str = ""
    """Exclusive; not after ``opens`` where it closes after midnight. Both empty: closed that day."""
    valid_from: date | None = None
    valid_through: date | None = None
    """Inclusive, as schema.org has it."""
    note: str = ""
    """What sort of hours (``self_service`` ...)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where another instance has a record from, kept through every hop (federation)."""

    instance: str
    """Public address of the instance that harvested it first."""
    source: str = ""
    uid: str = ""
    url: str = ""
    hops: int = 0
    """Instances between the publisher and us, the first one included."""


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
    """A text that says the time in words, where the format has no structured time: ``ti 25.11. klo 18``, or a whole title in which
    it may stand. Read by the phrase grammar of ``normalize``; ``start`` is then ``None``."""
    kind: str = ""
    """``event``, ``activity``, ``volunteering`` or ``service`` where the format itself tells (design.md, "The words"), else empty."""
    series: str = ""
    """uid of the record this one is part of (schema.org superEvent, Linked Events super_event)."""
    organizer: tuple[Text, ...] = ()
    """Name of the organisation the publisher credits; never a natural person's."""
    offers: tuple[RawOffer, ...] = ()
    registration: RawRegistration | None = None
    minimum_age: int | None = None
    maximum_age: int | None = None
    """Both inclusive, in years, only from fields of their own."""
    audience: tuple[str, ...] = ()
    """The publisher's own words or identifiers for whom it is (``yso:p4354``, ``ageGroup/range:65-``)."""
    accessibility: tuple[str, ...] = ()
    """The publisher's own words or codes."""
    in_language: tuple[str, ...] = ()
    """BCP 47 tags of the languages spoken there, as declared."""
    attendance: str = ""
    """``offline``, ``online`` or ``mixed`` where declared (schema.org eventAttendanceMode)."""
    previous_start: Moment | None = None
    """Where the source says that it was moved (schema.org previousStartDate)."""
    address: str = ""
    """Street address, postal code and town of the location in one line, where the source keeps them apart from its name."""
    hours: tuple[RawHours, ...] = ()
    """Opening hours of a place or a service."""
    origin: Origin | None = None
    extra: dict[str, str] = field(default_factory=dict)
    """Fields that no one understood, by the publisher's own name; never personal ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one source's answer held. ``read == len(events) + len(unchanged) + set_aside + not_public + len(deleted)``, or the
    reader is wrong.

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
    deleted: tuple[str, ...] = ()
    """uids of records that the source itself says are deleted (RPDE ``deleted``, Linked Events ``deleted: true``)."""
    availability: tuple[Availability, ...] = ()
    """Places left, of unchanged records too, wherever the source tells."""
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
    options: BaseModel | None = None
    """What ``schedules.yaml`` says under the format's own key (``harvesters.options``), for formats that have any."""
    language: str = ""
    """The source's declared language, for formats with one text and none of their own."""


Follow = Callable[[Response, ReadContext], tuple[Ask, ...]]
"""What else must be fetched because of one answer (``Response.role`` tells which sort it is). Called once for every answer of a source;
cheap, pure, raises ``Unreadable`` like a reader. Asking for the same address twice is no harm."""
Reader = Callable[[Response, ReadContext], Reading]
"""A plain function a format; raises ``Unreadable`` when the document as a whole is not what it should be."""
