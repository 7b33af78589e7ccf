"""What else is on at the same time for the same people near by: an alternative for the reader, never a fault of the event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from normalize.distances import distance_km
from store.reading import EventRow, OccurrenceRow, PlaceRow

NEAR_KM = 5.0
MOST = 3
_ASSUMED = timedelta(minutes=90)
"""How long something is taken to last whose end nobody told."""
_EVERYBODY = "all"
_SCHEDULED = frozenset({"EventScheduled", "EventRescheduled"})
ByAudience = Mapping[tuple[date, str], Sequence[OccurrenceRow]]


def meanwhile(
    events: Mapping[str, EventRow], dates: Mapping[str, Sequence[OccurrenceRow]], places: Mapping[str, PlaceRow], today: date
) -> dict[str, tuple[OccurrenceRow, ...]]:
    """Event id -> at most three dates of other events that go on during its next date, for an audience that both name, within 5 km.

    The nearest first. Of an event whose audience or place nobody told there is none: nothing is guessed.
    """
    coming = {event_id: next((one for one in told if one.last_day >= today), None) for event_id, told in dates.items()}
    by_audience: dict[tuple[date, str], list[OccurrenceRow]] = defaultdict(list)
    for event in events.values():
        if event.withdrawn_at is None:
            for one in dates.get(event.id, ()):
                if _counts(one) and one.day >= today:
                    for code in _audience(event):
                        by_audience[one.day, code].append(one)
    found = {}
    for event_id, mine in coming.items():
        event = events[event_id]
        if mine is not None and event.withdrawn_at is None and _counts(mine):
            beside = _nearest(event, mine, by_audience, places)
            if beside:
                found[event_id] = beside
    return found


def _counts(one: OccurrenceRow) -> bool:
    return not one.all_day and one.event_status in _SCHEDULED


def _audience(event: EventRow) -> Iterator[str]:
    return (code for code in event.details.audience if code != _EVERYBODY)


def _nearest(event: EventRow, mine: OccurrenceRow, by_audience: ByAudience, places: Mapping[str, PlaceRow]) -> tuple[OccurrenceRow, ...]:
    """The dates of the same day that overlap with this one, the nearest first."""
    here = places.get(mine.place_id)
    found: dict[str, tuple[float, datetime, str, OccurrenceRow]] = {}
    for code in _audience(event):
        for other in by_audience.get((mine.day, code), ()):
            if other.event_id != event.id and other.start < _end(mine) and mine.start < _end(other):
                far = _distance(here, places.get(other.place_id))
                if far is not None and far <= NEAR_KM:
                    found.setdefault(other.event_id, (far, other.start, other.id, other))
    return tuple(other for *_, other in sorted(found.values(), key=lambda one: one[:3])[:MOST])


def _end(one: OccurrenceRow) -> datetime:
    return one.end if one.end is not None and one.end > one.start else one.start + _ASSUMED


def _distance(a: PlaceRow | None, b: PlaceRow | None) -> float | None:
    """Kilometres between two places; ``None`` where one of them is on no map."""
    if a is None or b is None or a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    return distance_km((a.latitude, a.longitude), (b.latitude, b.longitude))
