"""The desk's first page: what waits, and for how long; and every page of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from datasette import Response

from explorer import (
    desk_corrections,
    desk_decisions,
    desk_feedback,
    desk_held,
    desk_log,
    desk_overlaps,
    desk_places,
    desk_stale,
    desk_submissions,
)
from explorer.desk_frame import desk_page_at, services, show, work
from explorer.page import Asked
from store.desk_acts import Wanted, acts, acts_waiting
from store.desk_feedback import feedback_waiting
from store.desk_seen import overlapping, stale_places, stale_sources
from store.desk_submissions import submissions
from store.verdicts import review_queue
from store.withheld import read_held

_FAILED_SHOWN = timedelta(days=14)
_MOST_FAILED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """What waits in one part of the desk."""

    section: str
    number: int
    days: int | None = None
    """How many whole days the oldest has waited; ``None`` where nobody counts that."""
    due: date | None = None
    """Until when the first must be done."""
    is_urgent: bool = False


async def overview(asked: Asked) -> Response:
    """What waits."""
    parted = await asked.in_thread(desk_overlaps.parted, asked)
    pairs = await asked.read(lambda connection: overlapping(connection, asked.today, parted, limit=1, offset=0)[1])
    stale = await asked.read(lambda connection: _stale(asked, connection))
    lines = [*await asked.in_thread(_of_desk, asked), *await asked.in_thread(_of_data, asked, pairs, stale)]
    found = await asked.in_thread(_acts, asked)
    return await show(asked, "overview", "", lines=lines, **found)


def _stale(asked: Asked, connection: Any) -> int:
    return len(stale_sources(connection, asked.today, asked.language)) + len(stale_places(connection, asked.today))


def _of_desk(asked: Asked) -> list[Waits]:
    """What people sent."""
    with services(asked).desk.read() as connection:
        waiting = submissions(connection, states=("waiting",))
        feedback = feedback_waiting(connection, asked.today)
    return [
        Waits(section="submissions", number=len(waiting), days=_days(asked, waiting[0].created_at) if waiting else None),
        Waits(section="feedback", number=feedback.open, due=feedback.first_due, is_urgent=bool(feedback.late or feedback.soon)),
    ]


def _of_data(asked: Asked, pairs: int, stale: int) -> list[Waits]:
    """What the data asks."""
    found = work(asked)
    held = [one for one in read_held(found.database) if not one.is_released]
    told, _ = desk_corrections.standing(asked)
    return [
        Waits(section="review", number=len(review_queue(found.database))),
        Waits(section="held", number=len(held), days=_days(asked, held[0].since) if held else None, is_urgent=bool(held)),
        Waits(section="corrections", number=sum(one.state in desk_corrections.NEEDS_A_LOOK for one in told)),
        Waits(section="overlaps", number=pairs),
        Waits(section="places", number=found.unmatched(0, 0)[1]),
        Waits(section="stale", number=stale),
    ]


def _days(asked: Asked, since: datetime) -> int:
    """Whole days on the region's calendar."""
    return max(0, (asked.today - since.astimezone(asked.now.tzinfo).date()).days)


def _acts(asked: Asked) -> dict[str, Any]:
    """Acts that wait for a run, and those that failed lately."""
    with services(asked).desk.read() as connection:
        failed = acts(connection, Wanted(state="failed", since=asked.now - _FAILED_SHOWN), limit=_MOST_FAILED)
        return {"waiting_acts": acts_waiting(connection), "failed_acts": failed}


PAGES = (
    desk_page_at(overview),
    *desk_submissions.PAGES,
    *desk_feedback.PAGES,
    *desk_decisions.PAGES,
    *desk_overlaps.PAGES,
    *desk_held.PAGES,
    *desk_corrections.PAGES,
    *desk_places.PAGES,
    *desk_stale.PAGES,
    *desk_log.PAGES,
)
