"""The shape of ``schedules.yaml``: the region, the defaults and every source, validated as one frozen model.

The meaning of each key for people is in ``docs/schedules.md``; a test keeps the two together. Unknown keys are refused.
Loading the file and wording the errors is ``kooste.settings``'s task: here stands only what is allowed.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, model_validator

from harvesters.access import SECRET, Auth, FetchPolicy, Permission
from harvesters.format_options import FormatOptions
from harvesters.kooste_instance import KoosteOptions
from harvesters.region_rules import LANGUAGES, AreaNames, Language, Names, OverlapRules, SchoolHoliday, unknown_area
from harvesters.strict import Strict

Role = Literal["organizer", "municipality", "umbrella", "republisher", "registration"]
"""What a source is to its events; decides whose field wins when listings are joined."""
Kind = Literal["event", "activity", "volunteering", "service"]
"""What sort of thing a record is (design.md, "The words")."""
KINDS: dict[str, Kind] = {"event": "event", "activity": "activity", "volunteering": "volunteering", "service": "service"}

SourceId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")]
_CRON_FIELDS = 5
_INTERVAL = re.compile(r"^(?P<number>[1-9]\d{0,3})\s*(?P<unit>min|h|d)$")
_UNITS = {"min": "minutes", "h": "hours", "d": "days"}
_SHORTEST_INTERVAL = timedelta(minutes=5)


def _iana(name: str) -> str:
    """The name itself if it is a zone of the tz database that means the same everywhere."""
    if name not in available_timezones() or name in {"localtime", "Factory", "posixrules"}:
        msg = f"{name!r} is not an IANA time zone; write for example Europe/Helsinki"
        raise ValueError(msg)
    return name


def _http(address: str) -> str:
    """The address with ``webcal:`` read as ``https:``; http(s) only, without a user name in it."""
    address = re.sub(r"^webcals?:", "https:", address.strip(), flags=re.IGNORECASE)
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or (not parts.hostname and "${" not in address):
        msg = "not an http or https address (webcal: is read as https:)"
        raise ValueError(msg)
    if parts.username or parts.password:
        msg = "holds a user name or a password; put the secret into an environment variable and write ${NAME} instead"
        raise ValueError(msg)
    return address


Zone = Annotated[str, AfterValidator(_iana)]
HttpAddress = Annotated[str, AfterValidator(_http)]


def interval(text: str) -> timedelta | None:
    """``30min``, ``6h``, ``1d`` as a duration; ``None`` where the text is no interval."""
    found = _INTERVAL.match(text)
    return timedelta(**{_UNITS[found["unit"]]: int(found["number"])}) if found else None


def bounds(text: str) -> tuple[timedelta, timedelta] | None:
    """The shortest and the longest interval of ``30min..1d``, twice the same for ``6h``; ``None`` for a crontab."""
    first, between, last = text.partition("..")
    shortest, longest = interval(first.strip()), interval((last if between else first).strip())
    return (shortest, longest) if shortest and longest and shortest <= longest else None


def _schedule(text: str) -> str:
    """An interval of at least five minutes, two of them (``30min..1d``), or a five-field crontab whose weekdays are names.

    Numbers are refused for weekdays because programs disagree whether 0 or 1 is Monday.
    """
    between = bounds(text)
    if between is not None:
        if between[0] < _SHORTEST_INTERVAL:
            msg = f"{text!r} is more often than every 5 minutes, which no publisher thanks us for"
            raise ValueError(msg)
        return text
    if ".." in text:
        msg = f"{text!r}: write the shorter interval first, for example 30min..1d"
        raise ValueError(msg)
    fields = text.split()
    if len(fields) != _CRON_FIELDS:
        msg = f"{text!r} is neither an interval (30min, 6h, 1d, 30min..1d) nor a crontab of five fields (15 2 * * mon)"
        raise ValueError(msg)
    if re.search(r"\d", re.sub(r"/\d+", "", fields[4])):
        msg = f"{fields[4]!r}: write weekdays as names (mon, tue, wed, thu, fri, sat, sun), for 0 is Sunday to some and Monday to others"
        raise ValueError(msg)
    return text


Schedule = Annotated[str, AfterValidator(_schedule)]


class Municipality(Strict):
    """A municipality of the region by its official three-digit code (Statistics Finland; elsewhere the country's own)."""

    code: str = Field(pattern=r"^[0-9A-Za-z-]{2,12}$")
    name: Names


class Contact(Strict):
    """Whom residents and publishers reach; a role address, never a person's."""

    name: Names
    email: str = Field(default="", pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$")
    phone: str = ""
    hours: Names | None = None
    url: HttpAddress | None = None


class AccessibilityStatement(Strict):
    """What the law asks of the accessibility statement that the numbers cannot tell (EN 301 549, act 306/2019)."""

    prepared: date
    method: Literal["self", "expert"] = "self"
    feedback_days: int = Field(default=14, ge=1, le=60)
    supervisor: Names | None = None


class Region(Strict):
    """Whose calendar this is."""

    id: SourceId
    name: Names
    tagline: Names | None = None
    timezone: Zone
    languages: tuple[Literal["fi", "sv", "en"], ...] = Field(default=LANGUAGES, min_length=1)
    municipalities: tuple[Municipality, ...] = ()
    area_names: AreaNames = Field(default_factory=dict)
    """What districts and municipalities are called in other languages; their texts under ``places`` stay what addresses are made of."""
    public_address: HttpAddress
    explorer_address: Annotated[str, Field(pattern=r"^$|^/|^https?://")] = "/explore/"
    """Where the pages say the explorer is; empty where only the static site is served."""
    vocabulary: str = ""
    """File of the town's own topics and audiences (docs/vocabulary.md), beside ``schedules.yaml``; empty for the packaged ones alone."""
    contact: Contact
    accessibility: AccessibilityStatement | None = None
    notice: Names | None = None
    """A line that stands on every page, for example that the data is invented."""
    overlaps: OverlapRules = OverlapRules()
    school_holidays: tuple[SchoolHoliday, ...] = ()


class OrganizerEntry(Strict):
    """Who is responsible for a source's events, and what the source is to them."""

    id: SourceId | None = None
    name: Names
    role: Role = "organizer"
    url: HttpAddress | None = None


class Expectation(Strict):
    """What a healthy answer of the source looks like; a broken expectation holds the harvest back."""

    min_events: int = Field(default=0, ge=0)
    max_events: int = Field(default=2000, ge=1)
    max_withdrawn: float = Field(default=0.2, ge=0, le=1)
    """Share of the future events that one harvest may withdraw; never fewer than five events."""


class RoomEntry(Strict):
    """A room inside a place, where bookings and overlaps go by rooms."""

    id: SourceId
    """Unique within its place."""
    name: Names
    aliases: tuple[str, ...] = ()
    capacity: int | None = Field(default=None, ge=1)


class Assurance(Strict):
    """Who said last what a place's accessibility is, and when (HSDS assured_date)."""

    by: str = Field(min_length=1)
    """A role or an organisation, never a person."""
    on: date

    @model_validator(mode="before")
    @classmethod
    def _the_word_on(cls, data: Any) -> Any:
        """YAML 1.1 reads the bare key ``on`` as true (section 10.3.2, core schema of booleans); the word is meant."""
        return {"on" if key is True else key: value for key, value in data.items()} if isinstance(data, dict) else data


class PlaceEntry(Strict):
    """One place of the region's registry (schema.org Place): where, never who."""

    id: SourceId
    name: Names
    aliases: tuple[str, ...] = ()
    """Other spellings that sources use."""
    address: str = ""
    postal_code: str = ""
    district: str = ""
    municipality: str = ""
    municipality_code: str = ""
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    capacity: int | None = Field(default=None, ge=1)
    accessibility: tuple[str, ...] = ()
    """Features known to be there (``step_free_entrance`` ...); a feature not named is unknown, not absent."""
    lacks: tuple[str, ...] = ()
    """Features known not to be there."""
    assured: Assurance | None = None
    rooms: tuple[RoomEntry, ...] = ()
    online: bool = False
    """True for the entry that stands for "not in a room"."""

    @model_validator(mode="after")
    def _each_room_once(self) -> PlaceEntry:
        """Two rooms of one id, or a feature that is there and is not, could not be told apart."""
        ids = [room.id for room in self.rooms]
        if twice := sorted({i for i in ids if ids.count(i) > 1}):
            msg = f"rooms: the id {twice[0]!r} stands twice; give each room of a place its own"
            raise ValueError(msg)
        if both := sorted(set(self.accessibility) & set(self.lacks)):
            msg = f"{both[0]!r} stands under both accessibility and lacks"
            raise ValueError(msg)
        return self


class Usual(Strict):
    """What holds for a source's events where they say nothing else; only what its publisher said, or everybody knows, of all of them."""

    audience: tuple[str, ...] = ()
    """Codes of the vocabulary (docs/vocabulary.md): the calendar of a pensioners' association is for ``seniors``."""
    is_free: bool | None = None
    registration_required: bool | None = None


class Home(Strict):
    """Where a publisher is at home: what "Kylätalo" without a village means in its mouth."""

    district: str = ""
    municipality: str = ""


def _duration(value: Any) -> Any:
    """An interval text as a duration; anything else is left for pydantic to judge."""
    length = interval(value) if isinstance(value, str) else None
    return length if length is not None else value


Interval = Annotated[timedelta, BeforeValidator(_duration), PlainSerializer(str, when_used="json")]


class FetchDefaults(Strict):
    """Limits of one fetch; the values a careful guest would choose."""

    user_agent: str = "Kooste/0.1 (+{public_address}; {email})"
    """``{public_address}`` and ``{email}`` are filled in from the region, so that a publisher can reach the operator."""
    total_seconds: float = Field(default=30, gt=0, le=300)
    connect_seconds: float = Field(default=10, gt=0, le=60)
    max_bytes: int = Field(default=10 * 1024 * 1024, ge=1024, le=200 * 1024 * 1024)
    """Of the decoded body, through all layers of compression."""
    max_redirects: int = Field(default=5, ge=0, le=10)
    delay_seconds: float = Field(default=1, ge=0, le=60)
    """Least time between two requests to one host."""
    allow_hosts: tuple[Annotated[str, Field(pattern=r"^[^:/\s]+:\d{1,5}$|^\[[0-9a-f:]+\]:\d{1,5}$")], ...] = ()
    """``host:port`` pairs that may be contacted although the address guard forbids them (loopback in a demo); nothing else is loosened."""


class Horizon(Strict):
    """How far back and ahead occurrences are made."""

    months_back: int = Field(default=1, ge=0, le=24)
    months_ahead: int = Field(default=13, ge=1, le=36)
    max_occurrences: int = Field(default=1000, ge=1, le=10000)
    """Most occurrences of one series within the window; a denser rule is set aside, not cut."""


class Defaults(Strict):
    """What holds for every source that does not say otherwise."""

    schedule: Schedule = "6h"
    timezone: Zone | None = None
    language: Language | None = None
    licence: str = ""
    expect: Expectation = Expectation()
    fetch: FetchDefaults = FetchDefaults()
    horizon: Horizon = Horizon()


class Source(FormatOptions):
    """One feed of one publisher."""

    id: SourceId
    title: str = Field(min_length=1)
    organizer: OrganizerEntry
    url: HttpAddress
    """May hold ``${NAME}``: the value of that environment variable is put in at fetch time and shown nowhere."""
    schedule: Schedule | None = None
    availability: Interval | None = None
    """How often places left are asked for, where the source can tell them; without it they come with the rest."""
    fetch_policy: FetchPolicy = "allowed"
    permission: Permission | None = None
    auth: Auth | None = None
    follow_hosts: tuple[Annotated[str, Field(pattern=r"^[a-z0-9.-]+(:\d{1,5})?$")], ...] = ()
    """Further hosts on which the source's pages lie; elsewhere no link of it is followed."""
    max_pages: int = Field(default=24, ge=1, le=500)
    """Most further pages of a list that one harvest fetches, and as many pages of single events times ten."""
    licence: str | None = None
    language: Language | None = None
    timezone: Zone | None = None
    default_place: str | None = None
    """Id of the place where events without a location take place."""
    home: Home | None = None
    """Where the publisher is at home; without it, where its default place is."""
    expect: Expectation | None = None
    usual: Usual = Usual()
    kind: Kind | None = None
    """What sort of thing its records are; without it what meets every week or month is an activity, all else an event."""
    enabled: bool = True
    only: tuple[str, ...] = ()
    """If given, only records whose name contains one of these words are public (for members' feeds)."""
    also: tuple[str, ...] = ()
    """Whole names of records that are public although they look like members' matters: the publisher says so."""
    lookups: dict[Literal["place", "category"], dict[str, str]] = Field(default_factory=dict)
    """Known dirt: the publisher's spelling -> ours."""

    @property
    def secret_names(self) -> tuple[str, ...]:
        """Names of the environment variables that the address and the key refer to."""
        return tuple(SECRET.findall(self.url)) + (tuple(SECRET.findall(self.auth.secret)) if self.auth else ())

    @property
    def is_secret(self) -> bool:
        """True where the address itself must never be shown."""
        return SECRET.search(self.url) is not None


class Schedules(Strict):
    """The whole file."""

    region: Region
    defaults: Defaults = Defaults()
    places: tuple[PlaceEntry, ...] = ()
    sources: tuple[Source, ...] = ()

    @model_validator(mode="after")
    def _ids_are_unique_and_known(self) -> Schedules:
        """Two entries of one id, or a place nobody declared, would make a record of one source another's."""
        for what, ids in (("places", [p.id for p in self.places]), ("sources", [s.id for s in self.sources])):
            twice = sorted({i for i in ids if ids.count(i) > 1})
            if twice:
                msg = f"{what}: the id {twice[0]!r} stands twice; give each entry its own"
                raise ValueError(msg)
        places = {p.id for p in self.places}
        for source in self.sources:
            if source.default_place and source.default_place not in places:
                msg = f"sources.{source.id}.default_place: {source.default_place!r} is no id under places"
                raise ValueError(msg)
        if msg := unknown_area(self.region.area_names, {area for p in self.places for area in (p.district, p.municipality) if area}):
            raise ValueError(msg)
        return self

    def _federated(self, source: Source) -> KoosteOptions | None:
        """What another instance's records are held against: our own address, by which we know those that come home."""
        if source.format != "kooste":
            return source.kooste
        options = source.kooste or KoosteOptions()
        return options if options.own_address else options.model_copy(update={"own_address": self.region.public_address})

    def resolved(self, source: Source) -> Source:
        """The source with every default filled in; what the pipeline works with."""
        organizer = source.organizer
        if organizer.id is None:
            organizer = organizer.model_copy(update={"id": source.id})
        return source.model_copy(
            update={
                "kooste": self._federated(source),
                "organizer": organizer,
                "schedule": source.schedule or self.defaults.schedule,
                "licence": self.defaults.licence if source.licence is None else source.licence,
                "language": source.language or self.defaults.language,
                "timezone": source.timezone or self.defaults.timezone or self.region.timezone,
                "expect": source.expect or self.defaults.expect,
            }
        )
