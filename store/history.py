"""What a listing said at any time, and what changed it: every change keeps the state before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from normalize.model import Listing
from store.columns import listing_of
from store.database import Store
from store.text import moment_of, utc_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingVersion:
    """A listing as it stood at a time."""

    listing: Listing | None
    """``None`` where its text was erased because the record is not public any more."""
    withdrawn_at: datetime | None
    withdrawn_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One change of a listing."""

    harvest_id: int | None
    """``None`` where the configuration made the change."""
    what: Literal["new", "changed", "renamed", "withdrawn", "restored"]
    at: datetime
    before: ListingVersion | None
    """As it stood until then; ``None`` for ``new``."""


def history(store: Store, listing_id: str) -> list[HistoryEntry]:
    """Every change of a listing, oldest first; empty for one that was never there."""
    rows = store.public.execute(
        "select harvest_id, what, at, uid, digest, data, withdrawn_at, withdrawn_reason from history where listing_id = ? order by id",
        (listing_id,),
    ).fetchall()
    return [
        HistoryEntry(harvest_id=harvest_id, what=what, at=moment_of(at), before=None if what == "new" else _version(listing_id, before))
        for harvest_id, what, at, *before in rows
    ]


def listing_as_of(store: Store, listing_id: str, when: datetime) -> ListingVersion | None:
    """The listing as the store had it at an instant, that instant's own harvest included; ``None`` before it was first seen."""
    row = store.public.execute(
        "select what, uid, digest, data, withdrawn_at, withdrawn_reason from history where listing_id = ? and at > ? order by id limit 1",
        (listing_id, utc_text(when)),
    ).fetchone()
    if row is not None:
        return None if row[0] == "new" else _version(listing_id, row[1:])
    now = store.public.execute(
        "select uid, digest, data, withdrawn_at, withdrawn_reason from listing where id = ?", (listing_id,)
    ).fetchone()
    return None if now is None else _version(listing_id, now)


def _version(listing_id: str, row: Sequence[str | None]) -> ListingVersion:
    """The state that one row of history, or the listing's own row, holds."""
    uid, digest, data, withdrawn_at, withdrawn_reason = row
    return ListingVersion(
        listing=listing_of(listing_id, uid or "", digest or "", data) if data else None,
        withdrawn_at=moment_of(withdrawn_at) if withdrawn_at else None,
        withdrawn_reason=withdrawn_reason or "",
    )
