"""The lists that are also given out, as calendar, feed, data, on paper and to be embedded: each page that has a calendar of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from publish.addresses import Target
from publish.almanac import Almanac
from publish.directory import Belonging
from publish.doors import facet_name, has_times
from publish.edition import Edition
from publish.facets import OWN_PAGES, Facets
from publish.outputs import list_name
from store.reading import EventRow, OccurrenceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One list of one language."""

    target: Target
    """The page that shows it."""
    name: str
    """As the page calls it: ``Ikäihmiset, Kerimäki``."""
    title: str
    """As it is called elsewhere, with the region: nobody subscribes to more than meant."""
    events: tuple[EventRow, ...]
    """Everything of the list, what is over and what has no dates too; nothing that was withdrawn."""
    has: Callable[[OccurrenceRow], bool]
    """Whether a date of one of the events is meant."""
    on_paper: bool = False
    """Whether it has sheets for noticeboards."""
    coming: tuple[tuple[EventRow, tuple[OccurrenceRow, ...]], ...] = ()
    """What the page shows: each event with its dates to come, by the first of them; then what stands without dates, by id."""


def lists(edition: Edition, belonging: Belonging, facets: Facets) -> Iterator[Listed]:
    """The whole region, every place and organizer, every facet."""
    almanac = edition.almanac
    whole = tuple(event for event in almanac.events.values() if event.withdrawn_at is None)
    coming = _coming(whole, _every, almanac)
    yield Listed(target=Target(kind="home"), name=edition.name, title=edition.name, events=whole, has=_every, on_paper=True, coming=coming)
    for place in almanac.places.values():
        events = tuple(belonging.by_place.get(place.id, ()))
        yield _named(
            Target(kind="place", name=place.slug, about=f"place:{place.id}"),
            edition.said(place.name).text,
            events,
            _at(place.id),
            edition,
            on_paper=not place.online and _is_dated(events),
        )
    for organizer in almanac.organizers.values():
        events = tuple(belonging.by_organizer.get(organizer.id, ()))
        target = Target(kind="organizer", name=organizer.slug, about=f"organizer:{organizer.id}")
        yield _named(target, edition.said(organizer.name).text, events, _of(events), edition, on_paper=_is_dated(events))
    for facet in facets:
        on_paper = has_times(facet) and facet.target.kind not in OWN_PAGES
        yield _named(facet.target, facet_name(facet, edition), facet.events, facet.has, edition, on_paper=on_paper)


def _named(  # noqa: PLR0913 - what a list is, each part named
    target: Target,
    name: str,
    events: tuple[EventRow, ...],
    has: Callable[[OccurrenceRow], bool],
    edition: Edition,
    *,
    on_paper: bool = False,
) -> Listed:
    coming = _coming(events, has, edition.almanac)
    return Listed(target=target, name=name, title=list_name(name, edition), events=events, has=has, on_paper=on_paper, coming=coming)


def _coming(
    events: Iterable[EventRow], has: Callable[[OccurrenceRow], bool], almanac: Almanac
) -> tuple[tuple[EventRow, tuple[OccurrenceRow, ...]], ...]:
    dated = [(event, tuple(filter(has, almanac.upcoming(event.id)))) for event in events]
    found = sorted((pair for pair in dated if pair[1]), key=lambda pair: (pair[1][0].start, pair[0].id))
    standing = sorted((event for event in events if event.first_start is None), key=lambda event: event.id)
    return (*found, *((event, ()) for event in standing))


def _every(_: OccurrenceRow) -> bool:
    return True


def _is_dated(events: Iterable[EventRow]) -> bool:
    """Whether there is or was anything for a week's sheet: a place or an organizer that once had one keeps it."""
    return any(event.first_start is not None for event in events)


def _of(events: Iterable[EventRow]) -> Callable[[OccurrenceRow], bool]:
    ids = frozenset(event.id for event in events)
    return lambda occurrence: occurrence.event_id in ids


def _at(place_id: str) -> Callable[[OccurrenceRow], bool]:
    return lambda occurrence: occurrence.place_id == place_id
