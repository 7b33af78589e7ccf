"""Listing, Event, Occurrence, Place, Organizer: the whole model in one place.

Names follow schema.org, RFC 5545 where the thing is a calendar thing. Two rules hold everywhere:

* A time is an aware instant together with the zone it was written in, or a plain date. ``end`` is exclusive.
  A missing end stays missing.
* Unknown is a value: an empty string, ``None`` or an empty mapping says "not told", never "no".
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal, TypeAlias

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, Strict

from harvesters.source import Kind, PlaceEntry, Role

Language: TypeAlias = str
"""BCP 47 tag in lower case (``fi``, ``sv``, ``en``, ``se``, ``ru`` ...); ``und`` where nobody told which."""
Texts: TypeAlias = dict[Language, str]
"""One text in one or more languages, none of them a machine translation."""
Start: TypeAlias = AwareDatetime | Annotated[date, Strict()]
"""An instant or a whole day. ``Strict`` keeps pydantic from reading a midnight as a date."""

EventStatus = Literal["EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline"]
"""schema.org eventStatus without the address before it."""


class Frozen(BaseModel):
    """A value: never changed after it was made, no field that nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(PlaceEntry):
    """schema.org Place: a place of the region's registry, as declared in ``schedules.yaml``."""


class Organizer(Frozen):
    """schema.org Organization that is responsible for an event; never a natural person."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: Texts
    role: Role = "organizer"
    url: str = ""


class Image(Frozen):
    """An image as the publisher names it; shown only where a licence is known (schema.org ImageObject)."""

    url: str
    text: str = ""


class Offer(Frozen):
    """One price as the source tells it (schema.org Offer)."""

    price: str = ""
    """In the publisher's own words; empty where only ``is_free`` is told."""
    currency: str = ""
    is_free: bool | None = None
    name: str = ""
    """For whom or for what."""
    url: str = ""


class Registration(Frozen):
    """How to take part, from fields of their own; how many places are left right now is no part of it (``store.availability``)."""

    url: str = ""
    text: str = ""
    required: bool | None = None
    opens: Start | None = None
    closes: Start | None = None
    capacity: int | None = None
    """How many may take part in all."""
    state: str = ""
    """The publisher's own word."""


class OpeningHours(Frozen):
    """Hours of one weekday or one day (schema.org OpeningHoursSpecification), wall clock ``HH:MM``; both empty: closed."""

    weekday: int | None = Field(default=None, ge=1, le=7)
    day: date | None = None
    opens: str = ""
    closes: str = ""
    valid_from: date | None = None
    valid_through: date | None = None
    """Inclusive."""
    note: str = ""


class Origin(Frozen):
    """The instance that harvested a record first, kept through every hop of a federation."""

    instance: str
    source: str = ""
    uid: str = ""
    url: str = ""
    hops: int = Field(default=0, ge=0)
    """Instances between the publisher and us, the first one included."""


class Details(Frozen):
    """What fields of their own tell beside what, when and where; empty or ``None`` where they do not."""

    offers: tuple[Offer, ...] = ()
    registration: Registration | None = None
    minimum_age: int | None = Field(default=None, ge=0, le=130)
    maximum_age: int | None = Field(default=None, ge=0, le=130)
    """Both inclusive, in years."""
    audience: tuple[str, ...] = ()
    """For whom, in the publisher's own words or identifiers."""
    accessibility: tuple[str, ...] = ()
    """In the publisher's own words or codes."""
    attendance_mode: Literal["", "offline", "online", "mixed"] = ""
    """schema.org eventAttendanceMode; empty where not told."""
    opening_hours: tuple[OpeningHours, ...] = ()
    previous_start: Start | None = None
    """Where the source says that it was moved (schema.org previousStartDate)."""
    credited: Texts = Field(default_factory=dict)
    """The organisation the publisher names as responsible, where it is not the source's own (an umbrella's, a portal's)."""
    series: str = ""
    """uid of the record this one is part of (schema.org superEvent)."""
    origin: Origin | None = None


class Recurrence(Frozen):
    """The rule of a series as iCalendar text, kept so that it can be expanded again when the window moves (RFC 5545 section 3.8.5)."""

    rrule: tuple[str, ...] = ()
    rdate: tuple[Start, ...] = ()
    exdate: tuple[Start, ...] = ()


class Listing(Frozen):
    """One source's record of an event in our model; identity is (source_id, uid, recurrence_id) over the source's raw values."""

    id: str
    """``normalize.identity.listing_id``: 16 characters made from the identity, the same at every harvest."""
    source_id: str
    uid: str
    recurrence_id: str = ""
    """``20261124T100000`` (wall clock of this listing's zone) or ``20261124``; empty for a single event or the series itself."""
    this_and_future: bool = False
    digest: str
    """The raw record's digest: equal digest, equal listing."""
    kind: Kind = "event"
    name: Texts
    description: Texts = Field(default_factory=dict)
    """Clean HTML of the small allow list in ``normalize.text``."""
    start: Start | None
    """``None`` for what has no dates at all: a standing task, a service, a group whose times are asked for."""
    end: Start | None = None
    timezone: str
    """IANA name, or a fixed offset ``+03:00``; the zone ``start`` was written in."""
    recurrence: Recurrence | None = None
    event_status: EventStatus = "EventScheduled"
    planned: bool = False
    """STATUS:TENTATIVE: for planners only, never on the residents' site."""
    sequence: int = 0
    place_id: str = ""
    place_text: str = ""
    """The location in the source's words, also where a place was found (a room may be named)."""
    latitude: float | None = None
    longitude: float | None = None
    organizer_id: str
    url: str = ""
    conference: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    in_language: tuple[Language, ...] = ()
    """Declared languages only."""
    details: Details = Details()

    @property
    def begins(self) -> Start:
        """The start of a listing that has one; raises ``ValueError`` for one without dates, which is never expanded."""
        if self.start is None:
            msg = f"listing {self.id} has no dates"
            raise ValueError(msg)
        return self.start

    @property
    def all_day(self) -> bool:
        """True when the event takes whole days."""
        return self.start is not None and not isinstance(self.start, datetime)


class Event(Frozen):
    """The thing in the world: one or more listings of it. ``id`` never changes when listings join or leave."""

    id: str
    kind: Kind
    name: Texts
    description: Texts
    place_id: str
    place_text: str
    organizer_id: str
    event_status: EventStatus
    planned: bool
    is_series: bool
    url: str
    conference: tuple[str, ...]
    categories: tuple[str, ...]
    images: tuple[Image, ...]
    latitude: float | None
    longitude: float | None
    details: Details
    first_start: Start | None
    """``None`` where it has no dates at all."""
    last_end: Start | None
    """End of the last occurrence that is known within the window; ``None`` where no end is known."""
    timezone: str
    sequence: int
    listing_ids: tuple[str, ...]
    """Sorted; the listing whose fields are shown first is ``listing_ids`` ordered by role in ``normalize.relate``."""


class Occurrence(Frozen):
    """One dated instance of an event (RFC 5545 recurrence instance)."""

    id: str
    """``{event_id}-{recurrence id}``: a moved instance keeps the id of the instance it replaces."""
    event_id: str
    listing_id: str
    start: Start
    end: Start | None = None
    event_status: EventStatus = "EventScheduled"
    place_id: str = ""
    name: Texts = Field(default_factory=dict)
    """Only where this instance's name differs from its event's."""
    place_text: str = ""
    """The location of this instance in its listing's words."""
    planned: bool = False
    """This instance's listing is TENTATIVE, whether or not the whole event is: never on the residents' site."""
