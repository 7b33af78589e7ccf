"""A source that says it has moved for good: what is believed of it, and what a person must decide."""

from __future__ import annotations

import logging
from datetime import datetime
from urllib.parse import urlsplit

from harvesters.site import is_same_site
from harvesters.source import Source
from kooste.asking import filled
from store.database import Store
from store.moves import Move, Seen, move_of, note_move

_log = logging.getLogger(__name__)


def note(store: Store, source: Source, moved_to: str, now: datetime) -> None:
    """Remembers what the answer showed; the day a new address is adopted, that is logged without telling the address."""
    configured = filled(source.url)
    before = move_of(store, source.id, configured)
    seen = Seen(configured=configured, moved_to=moved_to, may_adopt=bool(moved_to) and is_same_site(configured, moved_to))
    after = note_move(store, source.id, seen, now)
    if after and after.is_adopted and not (before and before.is_adopted):
        _log.warning("%s: has moved for good within its own domain; from now on its new address is asked", source.id)


def words(move: Move) -> str:
    """What an operator should know of a move: to which host, since when, and whether it is for them to believe. Never the address."""
    host = urlsplit(move.address).hostname or "another address"
    if move.is_adopted:
        return f"has moved within its own domain; its new address on {host} is asked (kooste release SOURCE goes back)"
    return f"says since {move.since:%Y-%m-%d} that it has moved to {host}; if that is right, put the new address into schedules.yaml"
