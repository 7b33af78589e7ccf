"""A source that says it has moved for good: what is believed of it, and what a person must decide."""

from __future__ import annotations

import logging
from datetime import datetime

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


def of(store: Store, source: Source) -> Move | None:
    """The move as it stands."""
    return move_of(store, source.id, filled(source.url))
