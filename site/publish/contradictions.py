"""What listings of one event say otherwise than is shown, in words for people: times, places, prices, days that only one source has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

from normalize.model import Conflict
from publish.almanac import Almanac
from publish.dates import sentence
from publish.edition import Edition
from publish.views import Contradiction, Link
from store.reading import EventRow, ListingRow, SourceRow

DATES = "dates"
"""The field of a conflict about days that one listing has and the event has not."""
_FIELDS = {
    "name": "name",
    "description": "description",
    "start": "time",
    "end": "time",
    "first_start": "time",
    "recurrence": "time",
    "timezone": "time",
    DATES: "time",
    "event_status": "status",
    "place_id": "place",
    "place_text": "place",
    "room": "place",
    "offers": "price",
    "is_accessible_for_free": "price",
    "concessions": "price",
    "registration": "enrolment",
    "ages": "audience",
    "audience": "audience",
    "eligibility": "audience",
    "minimum_age": "audience",
    "maximum_age": "audience",
    "birth_years": "audience",
    "grades": "audience",
    "accessibility": "access",
    "accessibility_text": "access",
    "organizer_id": "organizer",
    "url": "link",
    "conference": "link",
    "topics": "topics",
    "subjects": "topics",
    "categories": "topics",
    "in_language": "language",
}
_ASIDE = frozenset({"status", "link", "topics", "language"})
"""Nobody asks whose these are."""
_PHRASES = {
    "event_status=EventScheduled": "held",
    "event_status=EventCancelled": "cancelled",
    "event_status=EventPostponed": "postponed",
    "event_status=EventRescheduled": "moved",
    "event_status=EventMovedOnline": "online",
    "is_accessible_for_free=true": "free",
    "is_accessible_for_free=false": "paid",
    "registration.required=true": "enrol",
    "registration.required=false": "no_enrol",
}
_AGES = re.compile(r"([bg]?)(\d*)-(\d*)")
_CODED = frozenset("{[")
_LONGEST = 200
_DAYS_SHOWN = 6


def field_name(field: str, edition: Edition) -> str:
    """``aika`` for ``start``; ``""`` for what readers have no word for."""
    key = _FIELDS.get(field.partition(".")[0])
    return edition.words(f"field.{key}") if key else ""


def coming_conflicts(event: EventRow, almanac: Almanac) -> list[Conflict]:
    """The conflicts that still matter: none of what is over or withdrawn, of single days those that are to come."""
    if not event.conflicts or event.withdrawn_at is not None or almanac.ended(event):
        return []
    return [conflict for conflict in event.conflicts if _is_coming(conflict, almanac.today)]


def _is_coming(conflict: Conflict, today: date) -> bool:
    if conflict.field == DATES:
        return any(day >= today for day in _days(conflict.value))
    return conflict.day is None or conflict.day >= today


def contradictions(event: EventRow, edition: Edition) -> tuple[Contradiction, ...]:
    """What can be said in words of the event's conflicts, with the source that says so; what is said of several days is said once."""
    days: dict[tuple[str, Link], list[date | None]] = {}
    for conflict in coming_conflicts(event, edition.almanac):
        source = teller(event, conflict.listing_id, edition.almanac)
        if said := _said(event, conflict, source, edition):
            days.setdefault((said, source_link(source, edition)), []).append(conflict.day)
    return tuple(Contradiction(text=on_days(text, on, edition), source=source) for (text, source), on in days.items())


def on_days(text: str, days: Sequence[date | None], edition: Edition) -> str:
    """``Ti 1.12. ja ti 8.12.: …``; the text alone where it is about the whole."""
    named = sorted({day for day in days if day is not None})
    if not named or None in days:
        return sentence(text)
    told = _first_days(named, edition.dates.short, edition)
    return edition.words("conflict.on", day=sentence(told), text=text[:1].lower() + text[1:])


def _said(event: EventRow, conflict: Conflict, source: SourceRow | None, edition: Edition) -> str:
    """The conflict in words, without its day; ``""`` where there are none for it."""
    words = edition.words
    if conflict.field == DATES:
        days = days_told(conflict.value, edition)
        return words(_dates_key(event, source, edition.almanac), days=days) if days else ""
    phrase = phrase_of(conflict, conflict.value, edition)
    if not phrase:
        return ""
    return words("conflict.other" if _is_another(event, conflict, source, edition.almanac) else "conflict.again", what=phrase)


def teller(event: EventRow, listing_id: str, almanac: Almanac) -> SourceRow | None:
    """The source of one of the event's listings."""
    listing = next((row for row in almanac.told.get(event.id, ()) if row.id == listing_id), None)
    return almanac.sources.get(listing.source_id) if listing else None


def source_link(source: SourceRow | None, edition: Edition) -> Link:
    """The source by its publisher's name, with its page; empty for one that is not known."""
    if source is None:
        return Link("", "")
    name = edition.said(source.organizer)
    return Link(edition.href("source", source.id), name.text or source.title, name.lang)


def _is_another(event: EventRow, conflict: Conflict, source: SourceRow | None, almanac: Almanac) -> bool:
    """False where one source says two things."""
    if len(event.source_ids) == 1:
        return False
    shown = teller(event, event.origins.get(conflict.field, ""), almanac)
    return source is None or shown is None or shown.id != source.id


def _dates_key(event: EventRow, source: SourceRow | None, almanac: Almanac) -> str:
    """By whose word nothing is held on the days that one listing has."""
    if len(event.source_ids) == 1:
        return "conflict.dates_again"
    return "conflict.dates_organizer" if _knows_better(event, source, almanac) else "conflict.dates"


def _knows_better(event: EventRow, source: SourceRow | None, almanac: Almanac) -> bool:
    """Whether the organizer's own source tells the event too, and it is not the one in question."""
    sources = (almanac.sources.get(source_id) for source_id in event.source_ids)
    return any(one is not None and one is not source and one.organizer_id == event.organizer_id for one in sources)


def _days(value: str) -> list[date]:
    """The days of a conflict about dates; what is none is left out."""
    days = (_moment(part.strip()) for part in value.split(","))
    return sorted({day.date() if isinstance(day, datetime) else day for day in days if day is not None})


def days_told(value: str, edition: Edition) -> str:
    """``22.12., 29.12. ja 5.1.``: the days that are to come, the first of many."""
    days = [day for day in _days(value) if day >= edition.almanac.today]
    return _first_days(days, edition.dates.brief, edition)


def _first_days(days: Sequence[date], told: Callable[[date], str], edition: Edition) -> str:
    """All of a few days, the first of many: what is one rule too many in a source must not fill a page."""
    shown = [told(day) for day in days[:_DAYS_SHOWN]]
    return edition.words.listed(shown) if len(days) <= _DAYS_SHOWN else f"{', '.join(shown)} …"


def _moment(text: str) -> datetime | date | None:
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return None


def phrase_of(conflict: Conflict, value: str, edition: Edition) -> str:
    """``alkaa klo 17.00``: what one of the two values of a conflict says; ``""`` where there are no words for it."""
    key = f"{conflict.field}={value.lower() if conflict.field != 'event_status' else value}"
    if key in _PHRASES:
        return edition.words(f"conflict.{_PHRASES[key]}")
    if conflict.field in {"start", "end"}:
        return _time(conflict, value, edition)
    if conflict.field == "place_id" and value in edition.almanac.places:
        value = edition.said(edition.almanac.places[value].name).text
    if conflict.field == "ages":
        value = _ages(value, edition)
    label = field_name(conflict.field, edition)
    if not label or not value or value[0] in _CODED or conflict.field == "event_status":
        return ""
    return edition.words("conflict.value", field=label, value=value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…")


def _ages(value: str, edition: Edition) -> str:
    """``7-12``, ``65-``, ``-6``, ``b2015-2018`` or ``g3-6`` in words; ``""`` for anything else."""
    found = _AGES.fullmatch(value)
    if found is None:
        return ""
    words, (of, low, high) = edition.words, found.groups()
    if of:
        return words("whom.born" if of == "b" else "whom.grades", span=low if low == high else f"{low}–{high}")
    if low and high:
        return words("age.exact", n=low) if low == high else words("age.span", low=low, high=high)
    return words("age.from", n=low) if low else words("age.to", n=high) if high else ""


def _time(conflict: Conflict, value: str, edition: Edition) -> str:
    """A time of the day where both values, or the conflict, are of that day; otherwise the day too."""
    moment, known = _moment(value), {_day_of(conflict.value), _day_of(conflict.shown)}
    if moment is None:
        return ""
    dates = edition.dates
    day = moment.date() if isinstance(moment, datetime) else moment
    if not isinstance(moment, datetime):
        when = dates.long(day)
    elif known == {day} or conflict.day == day:
        when = edition.words("conflict.clock", time=dates.clock(moment))
    else:
        when = dates.at(dates.short(day), dates.clock(moment))
    return edition.words(f"conflict.{conflict.field}", when=when)


def _day_of(value: str) -> date | None:
    moment = _moment(value)
    return moment.date() if isinstance(moment, datetime) else moment


def differing(event: EventRow, edition: Edition) -> str:
    """``aika, hinta``: in what the listings of the event differ; ``""`` where nothing does."""
    names = (field_name(conflict.field, edition) for conflict in coming_conflicts(event, edition.almanac))
    return ", ".join(dict.fromkeys(name for name in names if name))


def fields_by_listing(event: EventRow, listings: Sequence[ListingRow]) -> Iterator[tuple[str, str]]:
    """``(source id, field)`` of what people ask about, in the order in which pages show it."""
    source_of = {row.id: row.source_id for row in listings}
    order = {field: number for number, (field, name) in enumerate(_FIELDS.items()) if name not in _ASIDE}
    told = [(order.get(field.partition(".")[0]), field, source_of.get(listing_id)) for field, listing_id in event.origins.items()]
    for _, field, source_id in sorted((number, field, source) for number, field, source in told if number is not None and source):
        yield source_id, field
