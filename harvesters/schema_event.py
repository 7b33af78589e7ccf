"""One schema.org event as a RawEvent, or the reason why it cannot be one; and the text of it that is kept.

Works on nodes alone, so that readers of other formats that carry schema.org can use it (``schema_objects.take_objects``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from harvesters.json_document import integer, items, text
from harvesters.json_people import impersonal, left_over, reaches_someone
from harvesters.json_words import tag_of
from harvesters.ledger import Notes, Refused
from harvesters.record import Moment, RawEvent, RawHours, RawImage, Text
from harvesters.schema_offers import offers, registration
from harvesters.schema_place import Where, hours, where
from harvesters.schema_schedule import repetition
from harvesters.schema_times import previous, span, status
from harvesters.schema_values import MOST, Node, addresses, first, labels, local, plain, texts, things, types

PEOPLE = frozenset(
    (
        *("actor", "actors", "attendee", "attendees", "author", "composer", "contactPoint", "contributor", "creator", "director"),
        *("directors", "editor", "employee", "founder", "funder", "host", "instructor", "member", "members", "performer", "performers"),
        *("publisher", "seller", "sponsor", "translator"),
    )
)
"""Properties that are, or may be, about natural persons: never read, never kept."""
VOLATILE = frozenset(
    (
        *("aggregateRating", "availability", "comment", "commentCount", "dateCreated", "dateModified", "datePublished"),
        *("interactionCount", "interactionStatistic", "inventoryLevel", "offerCount", "priceValidUntil"),
        *("remainingAttendeeCapacity", "review", "reviews", "sdDatePublished", "uploadDate"),
    )
)
"""Properties that change without the event changing: clocks, counters, places left, opinions."""
PARTS = frozenset(("subEvent", "subEvents", "superEvent", "superEvents"))
"""Other events, each a record of its own."""
_CREDITED = frozenset(("organizer", "provider"))
_CAPACITIES = ("maximumAttendeeCapacity", "maximumPhysicalAttendeeCapacity")
_ELSEWHERE = frozenset(("@context", "isPartOf", "recordedIn", "workFeatured", "workPerformed", "mainEntity"))
UNDERSTOOD = frozenset(
    (
        *("@type", "@id", "@language", "about", "accessibilityFeature", "accessibilitySummary", "alternateName", "audience", "courseMode"),
        *("courseSchedule", "description", "duration", "endDate", "eventAttendanceMode", "eventSchedule", "eventStatus", "free", "genre"),
        *("identifier", "image", "inLanguage", "isAccessibleForFree", "keywords", "location", "mainEntityOfPage"),
        *("maximumAttendeeCapacity", "maximumPhysicalAttendeeCapacity", "name", "offers", "openingHours", "openingHoursSpecification"),
        *("organizer", "photo", "potentialAction", "previousStartDate", "provider", "specialOpeningHoursSpecification", "startDate"),
        *("typicalAgeRange", "url"),
    )
)
"""Properties of an event that are read; what is neither here nor above is kept in ``extra``."""
MOST_CATEGORIES, MOST_IMAGES = 20, 10
_MODES = {"Offline": "offline", "Online": "online", "Mixed": "mixed", "onsite": "offline", "online": "online", "blended": "mixed"}
_AGES = re.compile(r"(?P<from>\d{1,3})?\s*(?:(?P<to>[-–—])\s*(?P<last>\d{1,3})?|(?P<up>\+))?", re.ASCII)
_OLDEST = 120
_PLAIN_TYPES = {"Event", "EventSeries"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an event's record hangs on beside its own node."""

    uid: str = ""
    derived_uid: str = ""
    series: str = ""
    """uid of the event it is a part of."""
    url: str = ""
    """Where it stands, if the page is about this event alone."""
    schedule: Node | None = None
    """The one of its Schedules that this record is about."""
    formats: Sequence[str] = ()
    """Date formats that the source's entry names."""


def kept(node: Node, setting: Setting) -> dict[str, Any]:
    """The node as it is kept and hashed: without people, other events, volatile properties, and with the uid of its series."""
    told = {name: value for name, value in node.items() if name not in _ELSEWHERE | PARTS | _CREDITED}
    found: dict[str, Any] = impersonal(told, *PEOPLE, *VOLATILE)
    found |= {name: number for name in _CAPACITIES if (number := integer(plain(node.get(name)))) is not None}
    if credited := [name.value for name in organizers(node)]:
        found["organizer"] = credited
    if setting.url and first(node, "url", "mainEntityOfPage") is None:
        found["url"] = setting.url
    if setting.series:
        found["superEvent"] = setting.series
    if setting.schedule is not None:
        found["eventSchedule"] = impersonal(setting.schedule)
    return found


def event_of(node: Node, setting: Setting, digest: str, record: str, notes: Notes) -> RawEvent:
    """The event; ``record`` is the text that is kept. Raises ``Refused``."""
    language = tag_of(text(node.get("@language")))
    found = where(node, language, notes)
    ages = _ages(node, notes)
    times = _times(node, setting, notes)
    return RawEvent(
        uid=setting.uid,
        derived_uid=setting.derived_uid,
        digest=digest,
        text=record,
        name=texts(first(node, "name", "alternateName"), language),
        description=texts(node.get("description"), language),
        **times,
        status=status(node),
        location=found.location,
        address=found.address,
        latitude=found.latitude,
        longitude=found.longitude,
        conference=found.conference,
        url=_url(node, setting, notes),
        categories=_categories(node, notes),
        images=tuple(_images(node, notes))[:MOST_IMAGES],
        kind="activity" if "CourseInstance" in types(node) else "",
        series=setting.series,
        organizer=organizers(node, language),
        offers=offers(node, notes),
        registration=registration(node, setting.formats, notes),
        minimum_age=ages[0],
        maximum_age=ages[1],
        audience=_audience(node),
        accessibility=_accessibility(node, found),
        in_language=_languages(node),
        attendance=_attendance(node),
        previous_start=previous(node, setting.formats, notes),
        hours=_hours(node, found, times, notes),
        extra=_extra(node),
    )


def _times(node: Node, setting: Setting, notes: Notes) -> dict[str, Any]:
    """Start, end, duration, rule and exceptions, from the Schedule where there is one."""
    if setting.schedule is not None:
        told = repetition(setting.schedule, node, setting.formats, notes)
        return {"start": told.start, "end": told.end, "duration": told.duration, "rrule": told.rrule, "exdate": told.exdate}
    plainly = span(node, setting.formats, notes)
    return {"start": plainly.start, "end": plainly.end, "duration": plainly.duration, "when": plainly.when}


def _hours(node: Node, found: Where, times: dict[str, Any], notes: Notes) -> tuple[RawHours, ...]:
    """The event's own opening hours; its place's too where the event goes on for whole days, as an exhibition does."""
    own = hours(node, notes)
    start, end = times["start"], times.get("end")
    is_whole = not isinstance(start, datetime) and not isinstance(end, datetime)
    goes_on = is_whole and start is not None and end is not None and (end - start).days > 1
    return own or (found.hours if goes_on or {"ExhibitionEvent", "VisualArtsEvent"}.intersection(types(node)) else ())


def _url(node: Node, setting: Setting, notes: Notes) -> str:
    """The event's own page: ``url``, what it is the main entity of, an ``@id`` that is an address, else the page it stands on."""
    own = addresses(node.get("url"), notes, "url") or addresses(node.get("mainEntityOfPage"), notes, "mainEntityOfPage", told=False)
    return next(iter(own or addresses(node.get("@id"), notes, "@id", told=False)), setting.url)


def _categories(node: Node, notes: Notes) -> tuple[str, ...]:
    """Keywords, genres and the terms it is about, each once, at most twenty. Keywords in one string are parted at commas."""
    terms = [term for term in things(node.get("about")) if "DefinedTerm" in types(term)]
    words = [part for told in (*items(node.get("keywords")), *items(node.get("genre")))[:MOST] for part in _parted(told)]
    found = tuple(dict.fromkeys(filter(None, (*words, *labels(terms)))))
    if len(found) > MOST_CATEGORIES:
        notes.add("categories_cut", "info", "keywords", str(len(found)))
    return found[:MOST_CATEGORIES]


def _parted(told: Any) -> Sequence[str]:
    return [part.strip() for part in told.split(",")][:MOST] if isinstance(told, str) else labels(told)


def _images(node: Node, notes: Notes) -> Iterator[RawImage]:
    seen = set[str]()
    for told in items(first(node, "image", "photo"))[:MOST]:
        for address in addresses(told, notes, "image"):
            if address not in seen:
                seen.add(address)
                own = told if isinstance(told, dict) else {}
                yield RawImage(url=address, text=plain(first(own, "caption", "name", "description")), licence=plain(first(own, "license")))


def organizers(node: Node, language: str = "") -> tuple[Text, ...]:
    """Names of the organisations behind it; whoever is not said to be an organisation may be a person, and is left out."""
    told = things(first(node, "organizer", "provider"))
    named = [thing for thing in told if types(thing) and not any("Person" in kind for kind in types(thing))]
    found = (name for thing in named for name in texts(first(thing, "name", "legalName"), language))
    return tuple(dict.fromkeys(name for name in found if not reaches_someone(name.value)))


def _ages(node: Node, notes: Notes) -> tuple[int | None, int | None]:
    """Youngest and oldest of ``typicalAgeRange``, else of the audience (schema.org PeopleAudience)."""
    written = plain(node.get("typicalAgeRange")).removesuffix("v").strip()
    found = _AGES.fullmatch(written) if written else None
    if found and (found["from"] or found["last"]):
        lowest = integer(found["from"])
        highest = integer(found["last"]) if found["to"] else None if found["up"] else lowest
        return _checked(lowest, highest, written, notes)
    for audience in things(node.get("audience")):
        lowest = integer(plain(first(audience, "suggestedMinAge", "requiredMinAge")))
        highest = integer(plain(first(audience, "suggestedMaxAge", "requiredMaxAge")))
        if lowest is not None or highest is not None:
            return _checked(lowest, highest, f"{lowest}-{highest}", notes)
    return None, None


def _checked(lowest: int | None, highest: int | None, written: str, notes: Notes) -> tuple[int | None, int | None]:
    """Both ages, unless they are none."""
    ends = 0 if lowest is None else lowest, _OLDEST if highest is None else highest
    if 0 <= ends[0] <= ends[1] <= _OLDEST:
        return lowest, highest
    notes.warn("field_ignored", "typicalAgeRange", written)
    return None, None


def _audience(node: Node) -> tuple[str, ...]:
    """For whom it is, in the publisher's words; an age range in words is one of them."""
    told = (
        plain(first(item, "audienceType", "name")) if isinstance(item, dict) else text(item) for item in items(node.get("audience"))[:MOST]
    )
    written = plain(node.get("typicalAgeRange"))
    in_words = written if written and not re.search(r"\d", written) else ""
    return tuple(dict.fromkeys(filter(None, (*told, in_words))))


def _accessibility(node: Node, found: Where) -> tuple[str, ...]:
    own = (*labels(node.get("accessibilityFeature")), *labels(node.get("accessibilitySummary")))
    return tuple(dict.fromkeys((*own, *found.accessibility)))


def _languages(node: Node) -> tuple[str, ...]:
    """Tags of the languages spoken there: strings, or Language nodes with the tag as their code or other name."""
    told = items(node.get("inLanguage"))[:MOST]
    written = (
        plain(first(item, "alternateName", "identifier", "@value", "name")) if isinstance(item, dict) else text(item) for item in told
    )
    return tuple(dict.fromkeys(filter(None, (tag_of(word.replace("_", "-")) for word in written))))


def _attendance(node: Node) -> str:
    """``offline``, ``online`` or ``mixed`` of the attendance mode, or of a course's mode."""
    declared = local(plain(node.get("eventAttendanceMode"))).removesuffix("EventAttendanceMode")
    return _MODES.get(declared) or next((_MODES[mode] for mode in labels(node.get("courseMode")) if mode in _MODES), "")


def _extra(node: Node) -> dict[str, str]:
    """What nobody read, and the type where it says more than that it is an event."""
    found = left_over(node, UNDERSTOOD | PEOPLE | VOLATILE | PARTS | _ELSEWHERE)
    special = [kind for kind in types(node) if kind not in _PLAIN_TYPES]
    return {"@type": ", ".join(special), **found} if special else found


def start_of(node: Node, formats: Sequence[str]) -> Moment | None:
    """The start as far as it can be read, for telling whether two nodes are about one event."""
    try:
        return span({"startDate": node.get("startDate")}, formats, Notes(digest="")).start
    except Refused:
        return None
