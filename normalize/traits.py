"""What is compared of one telling: small, plain, and the same at every run.

Traits are stored beside their telling and read back at every later run, so they hold no sentence and nothing that follows from the rest.
Times are whole seconds of UTC since 1970, days are ordinals of the region's calendar (``date.toordinal``); what is not told is empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from harvesters.source import Kind, PlaceEntry, Role
from normalize.model import Details, Frozen, Language, Listing
from normalize.names import Name, name_of
from normalize.places_words import folded
from normalize.recurrence import Window
from normalize.sequences import Telling
from normalize.traits_links import links_in, page_key
from normalize.traits_places import area_words, areas_of, whereabouts
from normalize.traits_texts import passages_of, said_words
from normalize.traits_times import times_of

MOST_ADDRESSES = 16
"""Addresses of pages kept of the rows of one series."""
_MOST_NAMES = 6
_TELLING = 4
"""Letters of a word that may tell who an organisation is."""
_LEGAL = frozenset({"kunta", "kaupunki", "yhdistys", "association", "forening", "club", "city", "town", "county", "stad", "kommun"})
"""Words that say what sort of organisation one is."""
_LONGEST_UID = 128


class Traits(Frozen):
    """One telling as it is compared."""

    id: str
    source_id: str
    role: Role
    kind: Kind = "event"
    is_planned: bool = False
    is_cancelled: bool = False
    names: tuple[Name, ...] = ()
    languages: tuple[Language, ...] = ()
    """Of the names, sorted."""
    organizer_id: str = ""
    organizer_words: tuple[str, ...] = ()
    """Folded words that tell who: of the organizer's id, and of whom the source credits."""
    credited: tuple[str, ...] = ()
    """Folded names of whom the source credits where that is not its own organisation, sorted."""
    timezone: str
    """The region's, whose clock people read."""
    is_series: bool = False
    is_whole_day: bool = False
    starts: tuple[int, ...] = ()
    """Of its dated instances within the window, sorted; of a single listing outside it its own. A whole day begins at local midnight."""
    ends: tuple[int | None, ...] = ()
    """Exclusive, one for each of ``starts``; ``None`` where it is not told."""
    days: tuple[int, ...] = ()
    """Local day of each of ``starts``."""
    place_id: str = ""
    room: str = ""
    place_shown: str = ""
    """Its place as people call it: the registry's name, else the source's words."""
    place_names: tuple[str, ...] = ()
    """Folded: of a place of the registry its names and address, else the parts of the location as it was told."""
    place_words: tuple[str, ...] = ()
    """The telling words of these, sorted: what an unresolved place meets others by."""
    point: tuple[float, float] | None = None
    """Latitude and longitude in degrees."""
    is_placed: bool = False
    """``point`` is the registry's."""
    municipality_code: str = ""
    postal_code: str = ""
    is_online: bool = False
    uids: tuple[str, ...] = ()
    """The source's own identifiers of its records, sorted."""
    series: str = ""
    """uid of the record that this one is part of."""
    origin: str = ""
    """Source and uid at the instance that harvested it first."""
    urls: tuple[str, ...] = ()
    """Its own pages as ``traits_links.page_key`` writes them, sorted."""
    links: tuple[str, ...] = ()
    """Pages its description and its conference field point at, in the same form, sorted."""
    registration_url: str = ""
    is_free: bool | None = None
    prices: tuple[float, ...] = ()
    """What everybody may have to pay, smallest first."""
    ages: tuple[int | None, int | None] | None = None
    birth_years: tuple[int, int] | None = None
    grades: tuple[int, int] | None = None
    """All inclusive."""
    audience: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    capacity: int | None = None
    said: tuple[str, ...] = ()
    """Folded proper words and long numbers of name and description, sorted."""
    passages: tuple[int, ...] = ()
    """The smallest hashes of six words in a row of the description, sorted: two texts that share many of them are one text."""


def traits_of(telling: Telling, places: Mapping[str, PlaceEntry], window: Window) -> Traits:
    """The traits of a telling; ``places`` is the region's registry by id."""
    lead = telling.lead
    details = lead.details
    where = whereabouts(lead, places)
    who = _organizer_words(lead)
    known = frozenset({*area_words(where, place := places.get(lead.place_id)), *who, *areas_of(place)})
    starts, ends, days = times_of(telling, window)
    return Traits(
        id=telling.id,
        source_id=telling.source_id,
        role=telling.strands[0].role,
        kind=lead.kind,
        is_planned=lead.planned,
        is_cancelled=telling.strands[0].related.event.event_status == "EventCancelled",
        names=tuple(name_of(text, language, known) for language, text in sorted(lead.name.items())[:_MOST_NAMES]),
        languages=tuple(sorted(lead.name)[:_MOST_NAMES]),
        organizer_id=lead.organizer_id,
        organizer_words=tuple(who),
        credited=tuple(sorted(_folded_all(details.credited.values()))),
        timezone=window.timezone,
        is_series=telling.is_series,
        is_whole_day=lead.all_day,
        starts=starts,
        ends=ends,
        days=days,
        **where.fields,
        **_identifiers(telling, lead),
        **_addresses(telling, lead),
        **_terms(details),
        said=said_words(lead, known),
        passages=passages_of(lead.description.values()),
    )


def _organizer_words(lead: Listing) -> list[str]:
    """Folded words of the organizer and of whom the source credits, each once, sorted."""
    texts = (lead.organizer_id.replace("-", " "), *_folded_all(lead.details.credited.values()))
    return sorted({word for text in texts for word in text.split() if len(word) >= _TELLING and word not in _LEGAL})


def _folded_all(texts: Iterable[str]) -> set[str]:
    return {folded(text) for text in texts} - {""}


def _identifiers(telling: Telling, lead: Listing) -> dict[str, object]:
    """What the source calls its records."""
    origin = lead.details.origin
    return {
        "uids": tuple(sorted({strand.lead.uid[:_LONGEST_UID] for strand in telling.strands})[:MOST_ADDRESSES]),
        "series": lead.details.series[:_LONGEST_UID],
        "origin": f"{origin.instance} {origin.source} {origin.uid}"[: 2 * _LONGEST_UID] if origin and origin.uid else "",
    }


def _addresses(telling: Telling, lead: Listing) -> dict[str, object]:
    """The pages of its records, what they point at, and where one enrols."""
    pages = {page_key(strand.lead.url) for strand in telling.strands}
    origin, registration = lead.details.origin, lead.details.registration
    if origin and origin.url:
        pages.add(page_key(origin.url))
    pages.discard("")
    pointed = {*links_in(lead.description.values()), *map(page_key, lead.conference)} - pages - {""}
    return {
        "urls": tuple(sorted(pages)[:MOST_ADDRESSES]),
        "links": tuple(sorted(pointed)[:MOST_ADDRESSES]),
        "registration_url": page_key(registration.url) if registration else "",
    }


def _terms(details: Details) -> dict[str, object]:
    """At what price, for whom, about what and for how many."""
    paid = {offer.minimum for offer in details.offers if offer.minimum is not None and not offer.is_optional and not offer.group}
    is_free = details.is_accessible_for_free
    if is_free is None and details.offers and all(offer.is_free for offer in details.offers):
        is_free = True
    ages = (details.minimum_age, details.maximum_age)
    return {
        "is_free": is_free,
        "prices": tuple(sorted(paid)),
        "ages": None if ages == (None, None) else ages,
        "birth_years": details.birth_years,
        "grades": details.grades,
        "audience": details.audience,
        "topics": details.topics,
        "subjects": details.subjects,
        "capacity": details.registration.capacity if details.registration else None,
    }
