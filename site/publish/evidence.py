"""Digests of everything that an event's page and calendar entry hang on: what makes it needless to make a page just to see it unchanged.

The two functions must name every row and every day that ``items.py``, ``ics.py``, ``rss.py`` and ``jsonld.py`` look at; a test changes each
of them in turn and compares the site with one that is made from nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from publish.almanac import Almanac
from publish.pages import digest
from publish.rhythm import skipped
from publish.terms import hours_shown
from store.reading import EventRow

Facts = Mapping[str, str]
"""Event id -> digest; the same in every language."""


def event_facts(almanac: Almanac) -> Facts:
    """What each event is, whatever the day: its rows, its dates, its places and its organizer."""
    facts = {}
    for event in almanac.events.values():
        dates = almanac.dates.get(event.id, ())
        places = sorted({event.place_id, *(occurrence.place_id for occurrence in dates)})
        facts[event.id] = digest(
            repr(event),
            [repr(occurrence) for occurrence in dates],
            repr(almanac.organizers.get(event.organizer_id)),
            [repr(almanac.places.get(place_id)) for place_id in places],
        )
    return facts


def page_facts(almanac: Almanac, facts: Facts) -> Facts:
    """What each event's page shows on the almanac's day: besides the event, how fresh its sources are and what is still to come of it."""
    sources = {source_id: _freshness(source_id, almanac) for source_id in almanac.sources}
    return {
        event.id: digest(facts[event.id], [sources.get(source_id) for source_id in event.source_ids], *_today(event, almanac))
        for event in almanac.events.values()
    }


def _freshness(source_id: str, almanac: Almanac) -> tuple[str, str, int]:
    """Title, day of the last fetch, and how many days ago that was (to a week and beyond)."""
    source = almanac.sources[source_id]
    if source.last_fetched is None:
        return source.title, "", -1
    day = almanac.local(source.last_fetched).date()
    return source.title, day.isoformat(), min((almanac.today - day).days, 8)


def _today(event: EventRow, almanac: Almanac) -> tuple[bool, list[str], list[str], str]:
    """Whether it is over, what is to come of it, on which days it is not held, and which opening hours are shown."""
    upcoming = [occurrence.id for occurrence in almanac.upcoming(event.id)]
    breaks = [day.isoformat() for day in skipped(event.recurrence, almanac.zone, almanac.today, almanac.span.last)]
    return almanac.ended(event), upcoming, breaks, repr(hours_shown(event.details, almanac.today))
