"""What became of the events of a list that somebody was given: changed, joined with another one, over, gone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from store.referral_items import Item, Season, items, next_seasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One id of a list, and what stands behind it now."""

    id: str
    """As the list has it."""
    item: Item | None
    """``None`` where nothing is known of it any more."""
    season: Season | None = None

    @property
    def is_joined(self) -> bool:
        """The id leads to another event, of which it is part now."""
        return self.item is not None and self.item.id != self.id

    @property
    def is_over(self) -> bool:
        """It had dates, and they are all past."""
        return self.item is not None and self.item.withdrawn_at is None and not self.item.dates and self.item.had_dates


def listed(connection: sqlite3.Connection, ids: Sequence[str], now: datetime) -> list[Listed]:
    """What stands behind each id, in the order of the list; an event that several ids lead to stands once."""
    former = dict(
        connection.execute("select id, event_id from redirects where id in (select value from json_each(?))", (json.dumps(list(ids)),))
    )
    known = items(connection, [former.get(ident, ident) for ident in ids], now)
    seasons = next_seasons(connection, [item for item in known.values() if item.is_shut])
    found, seen = [], set()
    for ident in ids:
        item = known.get(ident) or known.get(former.get(ident, ""))
        key = item.id if item else ident
        if key not in seen:
            seen.add(key)
            found.append(Listed(id=ident, item=item, season=seasons.get(key)))
    return found
