"""Sources whose address has answered nothing but "not found" or "gone" for weeks: what they still promise is withdrawn, with a word why.

A failure never withdraws anything; an address that two weeks long is not there any more is no failure but a fact. Any other answer in
between, even another failure, begins the two weeks anew.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from store.apply import withdraw_coming
from store.database import Store
from store.text import moment_of, utc_text

DEPARTED_AFTER = timedelta(days=14)
_NOT_THERE = ("http_404", "gone")


def withdraw_departed(store: Store, source_id: str, harvest_id: int, now: datetime) -> int:
    """Withdraws the coming listings of a source that is not there any more (reason ``source_gone``); how many."""
    since = _not_there_since(store, source_id)
    if since is None or now - since < DEPARTED_AFTER:
        return 0
    with store.transaction():
        gone = withdraw_coming(store, source_id, "source_gone", utc_text(now), harvest_id)
        store.public.execute("update harvest set withdrawn = ? where id = ?", (gone, harvest_id))
        # what comes back must be read in full, or its "not modified" would leave it withdrawn
        store.public.execute(
            "update source_state set etag = '', last_modified = '', body_digest = '', full_at = null where source_id = ?", (source_id,)
        )
    return gone


def _not_there_since(store: Store, source_id: str) -> datetime | None:
    """The first of the answers in a row, up to the last one, that said the address is not there."""
    row = store.public.execute(
        "select min(started) from harvest where source_id = ?1 and id > "
        "(select coalesce(max(id), 0) from harvest where source_id = ?1 and reason not in (?2, ?3))",
        (source_id, *_NOT_THERE),
    ).fetchone()
    return moment_of(row[0]) if row and row[0] else None
