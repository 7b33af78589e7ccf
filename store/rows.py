"""The rows that site and explorer read of one frozen snapshot.

Times are aware UTC datetimes beside the text that people see; ``end`` is exclusive. ``day``/``last_day`` are the region's local
calendar days an occurrence touches (both inclusive), so that no page computes them a second time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from normalize.model import Conflict, Details, EventStatus, Image, Recurrence, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One source with its health; never its address when that is a secret."""

    id: str
    title: str
    organizer_id: str
    organizer: Texts
    role: str
    format: str
    licence: str
    language: str
    address: str
    """Public address of the feed; the host name alone where the address holds a secret."""
    state: str
    """``new``, ``ok``, ``off``, ``removed`` or a failure state of ``harvesters.errors``."""
    state_since: datetime | None
    last_fetched: datetime | None
    """Last time the source answered completely (also "not modified")."""
    last_changed: datetime | None
    events: int
    """Listings that are neither withdrawn nor over."""
    problem: str
    """Why the state is not ``ok``, in English for the log; pages word it by ``reason``."""
    reason: str
    issues: int
    fetch_policy: str = "allowed"
    permission_by: str = ""
    """Who gave a recorded permission: a role or an organisation."""
    permission_given: str = ""
    """ISO date."""
    permission_scope: str = ""
    schedule: str = ""
    """How often it is asked, as declared."""
    closed_at: datetime | None = None
    """When its publisher closed it for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place of the region's registry."""

    id: str
    slug: str
    name: Texts
    address: str
    postal_code: str
    district: str
    municipality: str
    latitude: float | None
    longitude: float | None
    capacity: int | None
    accessibility: tuple[str, ...]
    online: bool
    lacks: tuple[str, ...] = ()
    """Features known not to be there."""
    assured_by: str = ""
    assured_date: date | None = None
    """Who said last what its accessibility is, and when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizerRow:
    """Who is responsible for events."""

    id: str
    slug: str
    name: Texts
    role: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event with everything its page shows except its dates."""

    id: str
    slug: str
    kind: str
    name: Texts
    description: Texts
    """Clean HTML of the allow list in ``normalize.text``."""
    place_id: str
    place_text: str
    latitude: float | None
    longitude: float | None
    organizer_id: str
    event_status: EventStatus
    is_series: bool
    timezone: str
    first_start: datetime | date | None
    """``None`` where it has no dates at all."""
    first_end: datetime | date | None
    recurrence: Recurrence | None
    recurrence_timezone: str = ""
    """The zone whose wall clock the rule counts in; ``UTC`` for a series that was published in UTC and is shown in ``timezone``."""
    url: str
    conference: tuple[str, ...]
    categories: tuple[str, ...]
    images: tuple[Image, ...]
    in_language: tuple[str, ...]
    sequence: int
    first_seen: datetime
    last_changed: datetime
    withdrawn_at: datetime | None
    withdrawn_reason: str
    source_ids: tuple[str, ...]
    listing_ids: tuple[str, ...]
    details: Details = field(default_factory=Details)
    room: str = ""
    """The room within the place: an id of ``places.rooms`` or the publisher's words; empty for the whole house or unknown."""
    municipality_code: str = ""
    district: str = ""
    postal_code: str = ""
    origins: Mapping[str, str] = field(default_factory=dict)
    """Field -> the listing it is from, as ``normalize.model.Event.origins``."""
    conflicts: tuple[Conflict, ...] = ()
    """What listings say otherwise, as ``normalize.model.Event.conflicts``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapRow:
    """Two dated instances of different events that compete, told once, by the worst way in which they do."""

    id: str
    kind: str
    """``venue``, ``audience``, ``topic`` or ``audience_soft`` (``normalize.overlaps``)."""
    severity: int
    """The higher, the worse."""
    occurrence_a: str
    occurrence_b: str
    event_a: str
    event_b: str
    day: date
    """Local day on which both go on first."""
    minutes: int
    """Whole minutes that both take."""
    kilometres: float | None
    """Between their places, in tenths; 0 in the same place."""
    shared: tuple[str, ...]
    """Codes of the audiences, or ids of the subjects or topics, that they share; empty for the same room."""
    is_end_assumed: bool
    """One of them tells no end: 90 minutes, or what the region sets, were assumed."""
    is_maybe_same: bool = False
    """A person is asked whether the two are one event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarRow:
    """Two events of nearly the same content, in one area, within 60 days of each other ("two first-aid courses this month")."""

    id: str
    event_a: str
    event_b: str
    days: int
    """Days between their nearest starts."""
    kilometres: float | None
    shared: tuple[str, ...]
    """The words and subjects they share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationRow:
    """How well duplicates are found, measured on pairs that people labelled (``kooste evaluate duplicates``)."""

    name: str
    """Of the labelled set."""
    at: datetime
    pairs: int
    same: int
    """Pairs that people call one event."""
    found: int
    """Of those, the ones that are joined."""
    wrong: int
    """Pairs that people call two events and that are joined."""
    unknown: int
    """Pairs of which a listing is not there."""
    asked: int
    """Pairs that are left to a person."""
    precision: float | None
    recall: float | None
    f1: float | None
    """``None`` where it cannot be computed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OccurrenceRow:
    """One dated instance; sorted by start, then event id."""

    id: str
    event_id: str
    recurrence_id: str
    start: datetime
    """UTC; local midnight of the region for a whole day."""
    end: datetime | None
    local_start: datetime | date
    """In the event's own zone; a plain date for a whole day."""
    local_end: datetime | date | None
    """Exclusive, as ``end``."""
    all_day: bool
    day: date
    last_day: date
    event_status: EventStatus
    place_id: str
    place_text: str
    name: Texts
    """Only where it differs from the event's."""
    room: str = ""
    """As ``EventRow.room``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow:
    """A topic, a finer subject or an audience of the vocabulary."""

    id: str
    name: Texts
    ptv: tuple[str, ...] = ()
    """Service classes or target groups of the national service register."""
    parent: str = ""
    """The topic that a subject belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationRow:
    """A life situation of the vocabulary, in whose words people ask for help."""

    id: str
    name: Texts
    description: Texts = field(default_factory=dict)
    """One sentence: what may help."""
    ptv: tuple[str, ...] = ()
    """Service classes of the national service register."""
    is_sensitive: bool = False
    """Somebody may have to leave its page quickly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailabilityRow:
    """Places left as one source told it last."""

    event_id: str
    listing_id: str
    source_id: str
    remaining: int | None
    capacity: int | None
    queue: int | None
    queue_remaining: int | None
    state: str
    """``open``, ``full``, ``queue``, ``not_yet_open``, ``closed`` or empty."""
    is_at_least: bool
    """``remaining`` is a lower bound."""
    at: datetime
    """When the source said so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """One thing that is wrong with one record or field, with what the publisher can do."""

    source_id: str
    uid: str
    code: str
    severity: str
    field: str
    value: str
    line: int | None
    message: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingRow:
    """One source's own record of an event: who said what, and since when."""

    id: str
    source_id: str
    uid: str
    recurrence_id: str
    event_id: str
    """Empty where the record is not public any more."""
    name: Texts
    start: datetime | None
    end: datetime | None
    event_status: EventStatus
    place_id: str
    place_text: str
    organizer_id: str
    url: str
    first_seen: datetime
    last_seen: datetime | None
    """Last complete answer of the source that showed it."""
    last_changed: datetime
    withdrawn_at: datetime | None
    withdrawn_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """When and from what a snapshot was made; equal content, equal ``content_id``."""

    built_at: datetime
    content_id: str
    schema_version: int
    region: str
    timezone: str
