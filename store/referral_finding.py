"""The answer to a question: results with everything their cards say, those that are full, near misses, and how much was left out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from store.referral import Ask, Condition, Hit, near_misses, search
from store.referral_items import Item, Season, items, next_seasons
from store.referral_rides import ride_in

Order = Literal["time", "distance", "checked"]
HIDDEN_AFTER = timedelta(days=180)
"""What no source has shown for longer is left out unless asked for."""
FEW = 3
"""With fewer results than this, near misses are looked for."""
_NEAR_EACH = 3
"""Near misses shown of each condition."""
_STANDING = 12
_FULL = 12
"""Full ones shown."""
_CHUNK = 80
_LOOKED_AT = 4
"""Events looked at for each result wanted; some of them turn out to be full, or the same thing once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing to offer: an event, with others that are the same thing at other places or days."""

    item: Item
    hit: Hit
    others: tuple[tuple[Item, Hit], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Everything that was found."""

    results: tuple[Offer, ...]
    full: tuple[Offer, ...]
    """They meet the question, but nobody can be sent there now."""
    standing: tuple[Offer, ...]
    """Services and tasks without dates."""
    unsure: int
    """How many of which something is not told: among the results where they were asked for, else left out."""
    stale: int
    """How many were left out because their source has not shown them for so long."""
    has_more: bool
    """There are more results than were asked for."""
    seasons: Mapping[str, Season]
    """Of the full ones: the same thing in its next season."""


def find(  # noqa: PLR0913 - what is asked, and what is to be seen of it
    connection: sqlite3.Connection, ask: Ask, *, most: int, with_unsure: bool = False, with_stale: bool = False, order: Order = "time"
) -> Answer:
    """The answer, with at most so many results."""
    hits = search(connection, ask)
    wanted = _sorted([*hits.sure, *(hits.unsure if with_unsure else ())], order)
    sorting = _Sorting(ask.now, with_stale=with_stale, is_rides=ask.rides)
    looked_at = most * _LOOKED_AT
    for hit, item in _loaded(connection, wanted[:looked_at], ask.now):
        sorting.take(hit, item)
        if len(sorting.results) > most:
            break
    results = _by_check(sorting.results) if order == "checked" else sorting.results
    standing = _Sorting(ask.now, with_stale=with_stale, is_rides=ask.rides)
    for hit, item in _loaded(connection, hits.standing[: _STANDING * 2], ask.now):
        standing.take(hit, item)
    return Answer(
        results=tuple(results[:most]),
        full=tuple(sorting.full[:_FULL]),
        standing=tuple(standing.results[:_STANDING]),
        unsure=len(hits.unsure),
        stale=sorting.stale,
        has_more=len(results) > most or len(wanted) > looked_at,
        seasons=next_seasons(connection, [offer.item for offer in sorting.full[:_FULL]]),
    )


def _sorted(hits: Sequence[Hit], order: Order) -> list[Hit]:
    """By start, then distance; or by distance first."""
    far = 1e6

    def key(hit: Hit) -> tuple[float, float, str]:
        start = hit.start.timestamp() if hit.start else 0.0
        km = far if hit.km is None else hit.km
        return (round(km, 1), start, hit.id) if order == "distance" else (start, km, hit.id)

    return sorted(hits, key=key)


def _by_check(offers: Sequence[Offer]) -> list[Offer]:
    """Those that were checked last first."""
    return sorted(offers, key=lambda offer: -(offer.item.checked.timestamp() if offer.item.checked else 0.0))


def _loaded(connection: sqlite3.Connection, hits: Sequence[Hit], now: datetime) -> Iterator[tuple[Hit, Item]]:
    """Each hit with its event, read some at a time."""
    for start in range(0, len(hits), _CHUNK):
        part = hits[start : start + _CHUNK]
        found = items(connection, [hit.id for hit in part], now)
        yield from ((hit, found[hit.id]) for hit in part if hit.id in found)


class _Sorting:
    """Puts each event where it belongs, and what is the same thing together."""

    def __init__(self, now: datetime, *, with_stale: bool, is_rides: bool) -> None:
        self.results: list[Offer] = []
        self.full: list[Offer] = []
        self.stale = 0
        self._oldest = None if with_stale else now - HIDDEN_AFTER
        self._is_rides = is_rides
        self._places: dict[tuple[object, ...], int] = {}

    def take(self, hit: Hit, item: Item) -> None:
        """One more event."""
        if self._oldest is not None and (item.checked is None or item.checked < self._oldest):
            self.stale += 1
        elif item.is_shut:
            self.full.append(Offer(item=item, hit=hit))
        elif not (self._is_rides and _is_denied(item)):
            self._join(hit, item)

    def _join(self, hit: Hit, item: Item) -> None:
        """A result of its own, or one more place or day of one that is there."""
        key = same_service(item)
        if key not in self._places:
            self._places[key] = len(self.results)
            self.results.append(Offer(item=item, hit=hit))
            return
        at = self._places[key]
        first = self.results[at]
        self.results[at] = Offer(item=first.item, hit=first.hit, others=(*first.others, (item, hit)))


def _is_denied(item: Item) -> bool:
    """Whether its text says that there is no ride."""
    ride = ride_in(item.description)
    return ride is not None and ride.is_denied


def same_service(item: Item) -> tuple[object, ...]:
    """Equal for events that are one service at several places or days: one organizer, one name, the same terms."""
    details = item.details
    registration = details.registration
    return (
        item.organizer_id,
        next(iter(item.name.values()), item.id).casefold(),
        item.kind,
        details.audience,
        (details.minimum_age, details.maximum_age),
        details.is_accessible_for_free,
        tuple(offer.price for offer in details.offers),
        (registration.required, item.state) if registration else item.state,
    )


def find_near(connection: sqlite3.Connection, ask: Ask, found: Answer) -> dict[Condition, tuple[Offer, ...]]:
    """By the one condition that would have to be given up: the first few that miss it alone and can be gone to."""
    shown = {same_service(offer.item) for offer in (*found.results, *found.full)}
    near: dict[Condition, list[Offer]] = {}
    misses = near_misses(connection, ask)
    few = [hit for condition in dict.fromkeys(hit.missed for hit in misses) for hit in _first(misses, condition)]
    for hit, item in _loaded(connection, few, ask.now):
        is_fresh = item.checked is not None and item.checked >= ask.now - HIDDEN_AFTER
        if hit.missed and is_fresh and not item.is_shut and same_service(item) not in shown:
            shown.add(same_service(item))
            near.setdefault(hit.missed, []).append(Offer(item=item, hit=hit))
    return {condition: tuple(offers[:_NEAR_EACH]) for condition, offers in near.items()}


def _first(misses: Sequence[Hit], condition: Condition | None) -> list[Hit]:
    """Some more than are shown: a few of them may be full or the same."""
    return [hit for hit in misses if hit.missed == condition][: _NEAR_EACH * 4]
