"""Overlaps that never came to be: one of the two was moved, cancelled or withdrawn before the day on which they would have met.

They are counted on the day that is seen, for the pair leaves no other trace. What people parted, what turned out to be one event and what
another rule no longer calls an overlap was not avoided.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date

from normalize.overlaps_slot import Slot
from store.strands import rows_of

AVOIDED = "overlaps_avoided"
"""The measure among the figures; its parts are kinds of overlap."""
_LOST = "select kind, day, occurrence_a, occurrence_b from overlap where is_planned = 0 and id in ({})"
_THERE = "select id from event where id in ({})"
_COUNT = "insert into figure values (?, ?, ?, ?) on conflict (day, measure, part) do update set value = value + excluded.value"


def elsewhere(before: Mapping[str, Slot], now: Mapping[str, Slot]) -> list[Slot]:
    """The slots that are no more, or at another time or place than before."""
    return [slot for one, slot in before.items() if one not in now or _stand(now[one]) != _stand(slot)]


def _stand(slot: Slot) -> tuple[object, ...]:
    return slot.begin, slot.end, slot.place_id, slot.room, slot.point


def count_avoided(public: sqlite3.Connection, lost: Collection[str], left: Collection[Slot], today: date) -> None:
    """Counts those of the overlaps that are about to be deleted (``lost``) that were avoided by the slots that ``left``, today.

    A part of the caller's transaction.
    """
    there = {row[0] for row in rows_of(public, _THERE, {slot.event_id for slot in left})}
    ids = {slot.id for slot in left if slot.event_id in there}
    found = Counter(kind for kind, day, *two in rows_of(public, _LOST, lost) if day >= today.isoformat() and not ids.isdisjoint(two))
    public.executemany(_COUNT, [(today.isoformat(), AVOIDED, kind, number) for kind, number in sorted(found.items())])
