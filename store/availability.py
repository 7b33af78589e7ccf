"""Places left: what each source said last and when, apart from the listings, because it changes with every sale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from harvesters.record import Availability
from normalize.identity import kept_uid
from store.database import Store
from store.text import utc_text

_COLUMNS = "remaining, capacity, queue, queue_remaining, state, is_at_least"


def save_availability(store: Store, source_id: str, told: Sequence[Availability], now: datetime) -> int:
    """Stores what a source said of its own listings; gives the number of listings whose figures changed.

    An answer of places alone knows no enrolment times: it does not make an enrolment unknown that has not begun or is over.
    """
    if not told:
        return 0
    listings = _listings(store, source_id)
    rows = [(listing, _figures(one)) for one in told for listing in listings.get(kept_uid(one.uid), ())]
    before = _before(store, source_id)
    with store.transaction():
        store.public.executemany(
            f"insert into availability_told (listing_id, {_COLUMNS}, at) values (?, ?, ?, ?, ?, ?, ?, ?) "  # noqa: S608 - names of our own
            "on conflict (listing_id) do update set remaining = excluded.remaining, capacity = coalesce(excluded.capacity, capacity), "
            "queue = excluded.queue, queue_remaining = excluded.queue_remaining, is_at_least = excluded.is_at_least, at = excluded.at, "
            "state = case when excluded.state = '' and state in ('not_yet_open', 'closed') then state else excluded.state end",
            [(listing, *figures, utc_text(now)) for listing, figures in rows],
        )
    return sum(before.get(listing) != figures for listing, figures in rows)


def asked_for_places(store: Store, source_id: str, now: datetime) -> None:
    """Remembers that places left were asked for, whatever came of it."""
    with store.transaction():
        store.public.execute("update source_state set availability_at = ? where source_id = ?", (utc_text(now), source_id))


def uids_with_places(store: Store, source_id: str) -> tuple[str, ...]:
    """Uids of the source's listings that are shown and not over yet, sorted."""
    rows = store.public.execute(
        "select distinct uid from listing where source_id = ? and withdrawn_at is null "
        "and (over_utc is null or over_utc > (select value from setting where key = 'moment')) order by uid",
        (source_id,),
    )
    return tuple(row[0] for row in rows)


def _listings(store: Store, source_id: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for uid, listing in store.public.execute("select uid, id from listing where source_id = ?", (source_id,)):
        found.setdefault(uid, []).append(listing)
    return found


def _before(store: Store, source_id: str) -> dict[str, tuple[object, ...]]:
    rows: Iterable[tuple[object, ...]] = store.public.execute(
        f"select a.listing_id, {_COLUMNS} from availability_told a join listing l on l.id = a.listing_id where l.source_id = ?",  # noqa: S608 - as above
        (source_id,),
    )
    return {str(row[0]): row[1:] for row in rows}


def _figures(one: Availability) -> tuple[object, ...]:
    return one.remaining, one.capacity, one.queue, one.queue_remaining, one.state, int(one.is_at_least)
