"""Places and organizers: their indexes, and what is on at each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from urllib.parse import quote

from normalize.links import web_address
from publish.access import assured, place_features
from publish.addresses import Target, slug_words
from publish.bookings import target_of as bookings_of
from publish.cards import address_of, area_of
from publish.concerns import Concerns
from publish.edition import Edition
from publish.map_pages import places_page
from publish.notices import target_of as notices_of
from publish.outputs import outputs
from publish.pages import Maker, Page, Render
from publish.programme import Programme, programme
from publish.report import report
from publish.views import Fact, Link, Prose
from store.reading import EventRow, OccurrenceRow, OrganizerRow, PlaceRow

_PLANNER = "https://opas.matka.fi/reitti/POS/{name}::{latitude},{longitude}"
"""Finland's journey planner from where one is; nothing of it is asked for before somebody follows the link."""
_FINNISH = frozenset({"Europe/Helsinki", "Europe/Mariehamn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of an index."""

    link: Link
    note: str
    count: str
    n: int


@dataclass(slots=True)
class Belonging:
    """Which events belong to which place and organizer; counted once for all pages of all languages."""

    by_place: dict[str, list[EventRow]] = field(default_factory=dict)
    by_organizer: dict[str, list[EventRow]] = field(default_factory=dict)

    @classmethod
    def of(cls, events: Iterable[EventRow], dates: Mapping[str, Sequence[OccurrenceRow]]) -> Belonging:
        """Events that are in lists, by their own place and by every place one of their dates is at."""
        made = cls()
        for event in events:
            if event.withdrawn_at is None:
                made.by_organizer.setdefault(event.organizer_id, []).append(event)
                for place_id in dict.fromkeys([event.place_id, *(occurrence.place_id for occurrence in dates.get(event.id, ()))]):
                    made.by_place.setdefault(place_id, []).append(event)
        return made


def place_pages(edition: Edition, render: Render, belonging: Belonging, concerns: Concerns, areas: Sequence[str]) -> Iterator[Page]:
    """Every place's page and the page of all places; ``areas`` are names in addresses that have a page."""
    make = Maker(edition, render)
    entries = []
    for place in edition.almanac.places.values():
        events = belonging.by_place.get(place.id, [])
        asked = {"q": edition.said(place.name).text}
        shown = programme(events, edition, only=lambda occurrence, here=place.id: occurrence.place_id == here, asked=asked)  # type: ignore[misc]
        entries.append((place, shown.count))
        facts = () if place.online else tuple(_place_facts(place, areas, edition))
        yield _place(place, facts, shown, len(concerns.bookings.get(place.id, ())), edition, make)
    yield places_page(entries, areas, edition, make)


def _feeds(kind: str, name: str, title: str, edition: Edition) -> tuple[Link, ...]:
    return (Link(edition.href(kind, name, "feed"), edition.words("feed.of", region=edition.name, name=title)),)


def _area_doors(place: PlaceRow, areas: Sequence[str], edition: Edition) -> tuple[Link, ...]:
    """District and municipality, each with the list of all there is in it; a district without a page of its own is only named."""
    own = dict.fromkeys(text for text in (place.district, place.municipality) if text)
    slugs = {text: slug_words(text) for text in own}
    return tuple(Link(edition.href("area", slug) if slug in areas else "", edition.area(text)) for text, slug in slugs.items())


def _routes(place: PlaceRow, edition: Edition) -> tuple[Link, ...]:
    """The way there by public transport or on foot, in Finland; nothing where nobody knows where the place is."""
    if place.latitude is None or place.longitude is None or edition.region.timezone not in _FINNISH:
        return ()
    href = _PLANNER.format(name=quote(edition.said(place.name).text, safe=""), latitude=place.latitude, longitude=place.longitude)
    return (Link(href, edition.words("place.planner"), rel="external"),)


def _place_facts(place: PlaceRow, areas: Sequence[str], edition: Edition) -> Iterator[Fact]:
    """Where the place is, how to get there and for how many it has room."""
    words = edition.words
    yield Fact(label=words("place.address"), lines=(Link("", address_of(place, edition) or words("fact.unknown_value")),))
    if routes := _routes(place, edition):
        yield Fact(label=words("place.route"), lines=routes)
    if doors := _area_doors(place, areas, edition):
        yield Fact(label=words("place.area"), lines=(), doors=doors)
    if place.capacity:
        yield Fact(label=words("place.capacity"), lines=(Link("", words.count("count.people", place.capacity)),))


def _place(place: PlaceRow, facts: tuple[Fact, ...], shown: Programme, booked: int, edition: Edition, make: Maker) -> Page:  # noqa: PLR0913, PLR0917
    words, name = edition.words, edition.said(place.name)
    target = Target(kind="place", name=place.slug, about=f"place:{place.id}")
    description = words("place.description", name=name.text, region=edition.name)
    head = edition.head(target, name.text, description, nav="places", feeds=_feeds("place", place.slug, name.text, edition))
    content = {
        "name": name,
        "area": area_of(place, edition),
        "facts": facts,
        "access": () if place.online else tuple(place_features(place, edition)),
        "assured": assured(place, edition),
        "programme": shown,
        "subscribe": outputs(target, name.text, edition),
        "bookings": Link(edition.addresses.href(edition.language, bookings_of(place)), words.count("bookings.link", booked))
        if booked
        else Link("", ""),
        "report": report(f"place:{place.id}", name.text, target, edition),
    }
    return make(target, "pages/place.html", head, content)


def _index(title: str, lead: str, groups: tuple[tuple[str, tuple[Entry, ...]], ...]) -> dict[str, Any]:
    return {"title": title, "lead": lead, "groups": groups}


def _entry(href: str, name: Prose, note: str, n: int, edition: Edition) -> Entry:
    count = edition.words.count("count.coming", n) if n else edition.words("count.none")
    return Entry(link=Link(href, name.text, name.lang), note=note, count=count, n=n)


def organizer_pages(edition: Edition, render: Render, belonging: Belonging, concerns: Concerns) -> Iterator[Page]:
    """Every organizer's page and the index of organizers."""
    make = Maker(edition, render)
    entries = []
    for organizer in edition.almanac.organizers.values():
        shown = programme(belonging.by_organizer.get(organizer.id, []), edition, asked={"q": edition.said(organizer.name).text})
        entries.append((organizer, shown.count))
        yield _organizer(organizer, shown, concerns.count(organizer.id), edition, make)
    yield _organizers(entries, edition, make)


def _role(organizer: OrganizerRow, edition: Edition) -> str:
    return edition.words(edition.words.known(f"role.{organizer.role}", "role.organizer"))


def _organizer(organizer: OrganizerRow, shown: Programme, notices: int, edition: Edition, make: Maker) -> Page:
    words, name = edition.words, edition.said(organizer.name)
    target = Target(kind="organizer", name=organizer.slug, about=f"organizer:{organizer.id}")
    description = words("organizer.description", name=name.text, region=edition.name)
    head = edition.head(target, name.text, description, nav="organizers", feeds=_feeds("organizer", organizer.slug, name.text, edition))
    sources = [source for source in edition.almanac.sources.values() if source.organizer_id == organizer.id]
    address = web_address(organizer.url)
    role = _role(organizer, edition)
    facts = [
        *([Fact(label=words("organizer.role"), lines=(Link("", role),))] if role != words("role.organizer") else []),
        *([Fact(label=words("organizer.site"), lines=(Link(address, address.split("/")[2], rel="external"),))] if address else []),
        *(
            [Fact(label=words("organizer.sources"), lines=tuple(Link(edition.href("source", s.id), s.title) for s in sources))]
            if sources
            else []
        ),
    ]
    content = {
        "name": name,
        "facts": tuple(facts),
        "programme": shown,
        "subscribe": outputs(target, name.text, edition),
        "notices": Link(
            edition.addresses.href(edition.language, notices_of(organizer)),
            words.count("notices.link", notices) if notices else words("notices.link_none"),
        ),
        "report": report(f"organizer:{organizer.id}", name.text, target, edition),
    }
    return make(target, "pages/organizer.html", head, content)


def _organizers(entries: Iterable[tuple[OrganizerRow, int]], edition: Edition, make: Maker) -> Page:
    """The index, by first letter."""
    words = edition.words
    lines = sorted(
        ((edition.said(organizer.name), organizer, n) for organizer, n in entries), key=lambda line: (line[0].text.casefold(), line[1].id)
    )
    groups = tuple(
        (
            letter,
            tuple(
                _entry(edition.href("organizer", organizer.slug), name, _role(organizer, edition), n, edition)
                for name, organizer, n in group
            ),
        )
        for letter, group in groupby(lines, key=lambda line: line[0].text[:1].upper())
    )
    head = edition.head(
        Target(kind="organizers"), words("organizers.title"), words("organizers.description", region=edition.name), nav="organizers"
    )
    return make(Target(kind="organizers"), "pages/index.html", head, _index(words("organizers.title"), words("organizers.lead"), groups))
