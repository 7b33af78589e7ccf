"""What changed and what is new: found once for the page and its feed.

A change is told once, with all of its dates. New is what a source added after its first harvest: with a new source come hundreds of
events, which are news of the calendar but not of the town.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from publish.almanac import Almanac
from store.reading import EventRow, OccurrenceRow

NEW_FOR = timedelta(days=14)
_FIRST_HARVEST = timedelta(hours=1)
"""What is told so soon after a source's first event was known with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of some dates of one event."""

    event: EventRow
    status: str
    """schema.org status; a date that is not when its rule says is rescheduled."""
    dates: Sequence[OccurrenceRow]
    """By start, never empty; those that are not over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What changed and what is new, each event in one of the two."""

    changed: Sequence[Change]
    new: Sequence[EventRow]

    @classmethod
    def of(cls, almanac: Almanac) -> News:
        """The news of an almanac."""
        changed = changes(almanac)
        return cls(changed=changed, new=new_events(almanac, frozenset(one.event.id for one in changed)))


def changes(almanac: Almanac) -> list[Change]:
    """Coming dates that were cancelled, moved, put off or moved to the web, by the first of them."""
    found: dict[tuple[str, str], list[OccurrenceRow]] = defaultdict(list)
    for event in almanac.events.values():
        if event.withdrawn_at is None:
            for one in almanac.upcoming(event.id):
                status = _status(one, event, almanac)
                if status:
                    found[event.id, status].append(one)
    made = [Change(event=almanac.events[event_id], status=status, dates=dates) for (event_id, status), dates in found.items()]
    return sorted(made, key=lambda one: (one.dates[0].day, one.dates[0].start, one.event.id, one.status))


def _status(one: OccurrenceRow, event: EventRow, almanac: Almanac) -> str:
    if one.event_status != "EventScheduled":
        return one.event_status
    if one.id in almanac.moved:
        return "EventRescheduled"
    return event.event_status if event.event_status != "EventScheduled" and not event.is_series else ""


def new_events(almanac: Almanac, without: frozenset[str]) -> list[EventRow]:
    """Events of the last fourteen days that are not over, the newest first; ``without`` are ids told of already."""
    began = _first_told(almanac)
    found = [
        event
        for event in almanac.events.values()
        if event.withdrawn_at is None
        and event.id not in without
        and almanac.today - almanac.local(event.first_seen).date() < NEW_FOR
        and (event.first_start is None or almanac.upcoming(event.id))
        and _came_later(event, began, almanac)
    ]
    return sorted(found, key=lambda event: (event.first_seen, event.id), reverse=True)


def _tellers(event: EventRow, almanac: Almanac) -> Iterator[tuple[datetime, str]]:
    """When each source told it first; the event's own time where its listings are not known."""
    rows = almanac.told.get(event.id, ())
    if rows:
        yield from ((row.first_seen, row.source_id) for row in rows)
    else:
        yield from ((event.first_seen, source_id) for source_id in event.source_ids)


def _first_told(almanac: Almanac) -> dict[str, datetime]:
    """Source -> when its first event was told, of those that are known still."""
    began: dict[str, datetime] = {}
    for event in almanac.events.values():
        for moment, source_id in _tellers(event, almanac):
            began[source_id] = min(moment, began.get(source_id, moment))
    return began


def _came_later(event: EventRow, began: dict[str, datetime], almanac: Almanac) -> bool:
    """Whether the source that told it first had told others before."""
    first = min(_tellers(event, almanac), default=None)
    return first is None or first[0] - began[first[1]] > _FIRST_HARVEST
