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


Certainty = Literal["declared", "read", "inferred"]
"""How sure a value is. ``declared``: a field of its own, or a person's entry, says so. ``read``: words that mean nothing else say so.
``inferred``: it follows from something else (a default of the source, the place's own feature, a detected language)."""
EnrolmentState = Literal["", "open", "not_yet_open", "closed", "full", "waiting_list"]
"""What the publisher says of enrolment; empty where nothing is said. What follows from ``opens`` and ``closes`` alone is never stored:
it changes with the clock."""


class Evidence(Frozen):
    """Why one value of a listing is what it is: which of the publisher's fields, which rule, how sure (domain policy 4.1, rule 13)."""

    field: str
    """The field of the model: ``audience``, ``topics``, ``offers``, ``registration``, ``place_id``, ``name`` ..."""
    value: str = ""
    """Which of the field's values (``seniors``, ``sv``); empty where it is about the field as a whole."""
    origin: str
    """The publisher's own name of the field (``SUMMARY``, ``CATEGORIES``), ``source`` for an entry of ``schedules.yaml``, ``place`` for
    the registry of places."""
    rule: str
    """The rule that read it; docs/normalisation.md lists them."""
    quote: str = ""
    """The words it was read from, at most 80 characters, without personal data."""
    certainty: Certainty = "read"


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
    licence: str = ""
    """The image's own terms in the publisher's words; empty where it has none: those of the texts are not those of the image."""


class Offer(Frozen):
    """One price (schema.org Offer): the publisher's words, and the amounts that were understood of them."""

    price: str = ""
    """In the publisher's own words; empty where only ``is_free`` is told."""
    currency: str = ""
    """ISO 4217; empty where nobody named one."""
    is_free: bool | None = None
    name: str = ""
    """For whom or for what, in the publisher's words."""
    url: str = ""
    minimum: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    maximum: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    """Both inclusive, in ``currency`` (euros where none is named); equal where there is one price."""
    unit: str = ""
    """``per_visit``, ``per_season``, ``per_course``, ``per_person`` ... as in docs/phrases.md; empty where it is not told."""
    group: str = ""
    """For whom it holds: ``reduced``, ``children``, ``seniors``, ``under_7`` ... as in docs/phrases.md; empty for everybody."""
    is_optional: bool = False
    """True for what is paid beside the entrance (a programme, coffee): it makes nothing dearer."""


class Registration(Frozen):
    """How to take part; how many places are left right now is no part of it (``store.availability``)."""

    url: str = ""
    text: str = ""
    """What the publisher's field says in words that mean none of the other values."""
    required: bool | None = None
    binding: bool = False
    """True where the publisher calls an enrolment binding."""
    opens: Start | None = None
    closes: Start | None = None
    """A plain date is the whole of that day: enrolment still holds on it."""
    capacity: int | None = Field(default=None, ge=0)
    """How many may take part in all."""
    state: EnrolmentState = ""


class Feature(Frozen):
    """One accessibility feature: there, or told not to be there (schema.org LocationFeatureSpecification); one not named is unknown."""

    code: str
    """``step_free_entrance``, ``induction_loop``, ``sign_language_interpretation`` ... (docs/phrases.md)."""
    is_available: bool = True
    said_by: str = ""
    """Who said so, where it is the place's own feature: a role or an organisation; empty for the publisher of the event."""
    said_on: date | None = None
    """When a person last assured it (HSDS assured_date)."""
    is_inherited: bool = False
    """It is the place's; the event itself says nothing else."""


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
    """For whom, at what cost, how to take part and what else is known beside what, when and where.

    Three-valued throughout: empty and ``None`` say "not told", never "no", "free" or "for everybody".
    """

    offers: tuple[Offer, ...] = ()
    is_accessible_for_free: bool | None = None
    """schema.org isAccessibleForFree: true where entrance costs nobody anything."""
    concessions: tuple[str, ...] = ()
    """Cards and vouchers that are taken (``kaikukortti``, ``smartum`` ...)."""
    registration: Registration | None = None
    minimum_age: int | None = Field(default=None, ge=0, le=130)
    maximum_age: int | None = Field(default=None, ge=0, le=130)
    """Both inclusive, in years; a limit or what the event is meant for (HSDS minimum_age, maximum_age)."""
    birth_years: tuple[int, int] | None = None
    """First and last year of birth, inclusive, where the publisher counts in them: they are the truth, the ages follow."""
    grades: tuple[int, int] | None = None
    """First and last school grade, inclusive; 0 is pre-school (eskari)."""
    accompany_under: int | None = Field(default=None, ge=0, le=130)
    """Younger ones need an adult with them; no upper limit of age."""
    with_adult: bool | None = None
    """True where children come together with an adult."""
    gender: Literal["", "female", "male"] = ""
    audience: tuple[str, ...] = ()
    """Codes of the vocabulary's audiences (``seniors``, ``families`` ...), sorted; ``all`` only where the publisher says so."""
    eligibility: tuple[str, ...] = ()
    """For whom, in the publisher's own words (HSDS eligibility)."""
    topics: tuple[str, ...] = ()
    """Ids of the vocabulary's topics, sorted; empty where nothing tells."""
    subjects: tuple[str, ...] = ()
    """Ids of the vocabulary's finer subjects, sorted; empty where nothing tells."""
    life_situations: tuple[str, ...] = ()
    """Ids of the vocabulary's life situations in which it may help, in the vocabulary's order."""
    concepts: tuple[str, ...] = ()
    """Ids of open vocabularies that the source itself gives (``yso:p4354``, ``ptv:P27.1``), sorted."""
    accessibility: tuple[Feature, ...] = ()
    """Sorted by code, the place's own ones included."""
    accessibility_text: tuple[str, ...] = ()
    """In the publisher's own words, where they mean none of the codes."""
    easy_language: bool | None = None
    """True where it is held in easy language (selkokieli)."""
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
    evidence: tuple[Evidence, ...] = ()
    """Why each value is what it is, sorted by field and value."""


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
    """STATUS:TENTATIVE or a category that says so: for planners only, never on the residents' site."""
    sequence: int = 0
    place_id: str = ""
    place_text: str = ""
    """The location in the source's words, also where a place was found (a room may be named)."""
    room: str = ""
    """The room within the place: an id of the registry's rooms, else its folded words (``lk 12``); empty for the whole house or unknown."""
    municipality_code: str = ""
    """Three digits (Statistics Finland); the place's own, else what the location's words tell for sure."""
    postal_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    organizer_id: str
    url: str = ""
    conference: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    in_language: tuple[Language, ...] = ()
    """Languages it is held in (schema.org inLanguage), declared or read from words that say so; which language a text is in is its key."""
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


class Conflict(Frozen):
    """What a listing of an event says otherwise than is shown (design.md, rule 6)."""

    field: str
    """The field of the model it is about (``start``, ``end``, ``place_id``, ``is_accessible_for_free``, ``event_status`` ...);
    ``dates`` where the listing has instances that the event has not."""
    listing_id: str
    value: str
    """What it says, as text: a local time ``2026-12-19T17:00``, an id of a place, the publisher's words; for ``dates`` the days,
    joined by commas."""
    shown: str = ""
    """What is shown instead, in the same form; empty where nothing stands in its place."""
    day: date | None = None
    """The local day of the instance it is about; ``None`` for the event as a whole."""


class Event(Frozen):
    """The thing in the world: one or more listings of it. ``id`` never changes when listings join or leave."""

    id: str
    kind: Kind
    name: Texts
    description: Texts
    place_id: str
    place_text: str
    room: str
    municipality_code: str
    postal_code: str
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
    """Sorted; whose field is shown stands in ``origins``."""
    origins: dict[str, str] = Field(default_factory=dict)
    """Field of the model -> the listing it is from; of texts ``name.fi``, of details their own names (``offers``). A field that nobody
    told has none."""
    conflicts: tuple[Conflict, ...] = ()
    """What listings say otherwise, sorted by field, day and listing."""


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
    room: str = ""
    """As ``Listing.room``."""
    planned: bool = False
    """This instance's listing is TENTATIVE, whether or not the whole event is: never on the residents' site."""
