"""Digests of everything that an event's page and calendar entry hang on: what makes it needless to make a page just to see it unchanged.

The two functions must name every row and every day that ``items.py``, ``ics.py``, ``rss.py`` and ``jsonld.py`` look at; a test changes each
of them in turn and compares the site with one that is made from nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from publish.almanac import Almanac
from publish.contradictions import coming_conflicts
from publish.pages import digest
from publish.rhythm import skipped
from publish.telling import alike, seen_and_fetched
from publish.terms import enrolment_now, hours_shown
from store.reading import EventRow

Facts = Mapping[str, str]
"""Event id -> digest; the same in every language."""


def event_facts(almanac: Almanac) -> Facts:
    """What each event is, whatever the day: its rows, its dates, its places, its organizer and who told it."""
    facts = {}
    sources = {
        source.id: (source.title, source.address, repr(source.organizer), source.organizer_id) for source in almanac.sources.values()
    }
    for event in almanac.events.values():
        dates = almanac.dates.get(event.id, ())
        places = sorted({event.place_id, *(occurrence.place_id for occurrence in dates)})
        facts[event.id] = digest(
            repr(event),
            [repr(occurrence) for occurrence in dates],
            repr(almanac.organizers.get(event.organizer_id)),
            [repr(almanac.places.get(place_id)) for place_id in places],
            [(row.id, row.source_id, row.uid, row.url, repr(row.name)) for row in almanac.told.get(event.id, ())],
            [sources.get(source_id) for source_id in event.source_ids],
        )
    return facts


def page_facts(almanac: Almanac, facts: Facts) -> Facts:
    """What each event's page shows on the almanac's day.

    Besides the event: how fresh its sources are, what is still to come of it, what sources say otherwise of that, what is like it,
    what else is on at the same time.
    """
    return {
        event.id: digest(
            facts[event.id],
            _freshness(event, almanac),
            _contradicted(event, almanac),
            _alike(event, almanac),
            _meanwhile(event, almanac, facts),
            *_today(event, almanac),
        )
        for event in almanac.events.values()
    }


def _freshness(event: EventRow, almanac: Almanac) -> list[tuple[str, str, int]]:
    """Of each source the days on which it had the event last and was fetched last, and how long ago (to a week and beyond)."""
    found = []
    for source in (almanac.sources[source_id] for source_id in event.source_ids if source_id in almanac.sources):
        told = [row for row in almanac.told.get(event.id, ()) if row.source_id == source.id]
        seen, fetched = seen_and_fetched(source, told, almanac)
        age = min((almanac.today - fetched).days, 8) if fetched else -1
        found.append((seen.isoformat() if seen else "", fetched.isoformat() if fetched else "", age))
    return found


def _contradicted(event: EventRow, almanac: Almanac) -> list[tuple[str, str]]:
    """The conflicts that are told, with the places that they name."""
    return [(repr(conflict), repr(almanac.places.get(conflict.value))) for conflict in coming_conflicts(event, almanac)]


def _alike(event: EventRow, almanac: Almanac) -> list[tuple[str, str, bool, str]]:
    """The events that are named as being like it: their names, addresses and next days."""
    return [
        (repr(other.name), other.slug, other.is_series, almanac.upcoming(other.id)[0].day.isoformat()) for _, other in alike(event, almanac)
    ]


def _meanwhile(event: EventRow, almanac: Almanac, facts: Facts) -> list[tuple[object, ...]]:
    """What is named as being on at the same time: all that a card of it shows."""
    found = ((one, almanac.events[one.event_id]) for one in almanac.meanwhile.get(event.id, ()))
    return [(repr(one), facts[other.id], _freshness(other, almanac), enrolment_now(other.details, almanac)) for one, other in found]


def _today(event: EventRow, almanac: Almanac) -> tuple[bool, list[str], list[str], str, tuple[bool, bool]]:
    """Whether it is over, what is to come, on which days it is not held, which opening hours are shown, how enrolment stands now."""
    upcoming = [occurrence.id for occurrence in almanac.upcoming(event.id)]
    breaks = [day.isoformat() for day in skipped(event.recurrence, almanac.zone, almanac.today, almanac.span.last)]
    return almanac.ended(event), upcoming, breaks, repr(hours_shown(event.details, almanac.today)), enrolment_now(event.details, almanac)
