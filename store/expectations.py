"""Whether an answer can be believed, by what the source shows otherwise. Pure.

A shrinking calendar is questioned, not obeyed: a broken export looks just like a cleared calendar. The comparison is with everything
the source showed within the last seven days, so that a slow drain counts like a sudden one (docs/decisions/0005-holds.md).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from harvesters.source import Expectation
from store.known import HeldAnswer, Known, KnownListing, Moment
from store.text import moment_of, utc_text

LOOK_BACK = timedelta(days=7)
FEW = 5
"""So many listings may always be withdrawn at once."""
EQUAL_ANSWERS = 3
HELD_AT_LEAST = timedelta(hours=48)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What believing the answer would do."""

    shown: int
    """Listings in the answer."""
    future: int
    """Listings still to come afterwards."""
    withdrawn: tuple[KnownListing, ...]
    """Coming listings that would be withdrawn."""
    returned: frozenset[str]
    """Ids of withdrawn listings that would be shown again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Why an answer is not believed: ``reason`` for pages, ``message`` for people, ``key`` equal for answers with the same effect."""

    reason: str
    message: str
    key: str


def doubt(known: Known, effect: Effect, expect: Expectation, now: datetime) -> Doubt | None:
    """The first broken expectation; ``None`` when the answer can be believed."""
    if known.accept_next:
        return None
    if effect.future > expect.max_events:
        message = f"{effect.future} coming events, more than the {expect.max_events} of expect.max_events; raise it if that is right"
        return Doubt(reason="too_many", message=message, key="")
    lost, best = _level(known, effect, now)
    key = _key(effect)
    if effect.shown == 0 and effect.withdrawn:
        return Doubt(reason="empty", message=f"an empty calendar, where {_events(best)} were coming. {_REMEDY}", key=key)
    if effect.shown < expect.min_events:
        message = f"{_events(effect.shown)}, fewer than the {expect.min_events} of expect.min_events. {_REMEDY}"
        return Doubt(reason="too_few", message=message, key=key)
    if effect.withdrawn and lost > FEW and lost > best * expect.max_withdrawn:
        message = f"{lost} of {_events(best)} that the source showed within a week would be gone. {_REMEDY}"
        return Doubt(reason="shrunk", message=message, key=key)
    return None


_REMEDY = "Nothing was changed; three such answers over two days are believed, at once with kooste release SOURCE"


def _events(number: int) -> str:
    return "1 event" if number == 1 else f"{number} events"


def _level(known: Known, effect: Effect, now: datetime) -> tuple[int, int]:
    """How many coming events would be gone, and how many the source showed within the time looked back on."""
    since = max(known.released_at, utc_text(now - LOOK_BACK))
    shown = gone = 0
    for row in Moment.of(now).coming(known.listings):
        if row.withdrawn_at is None:
            shown += 1
        elif row.withdrawn_at > since and row.withdrawn_reason in {"absent", "deleted", "out_of_horizon"}:
            shown += 1
            gone += row.id not in effect.returned
    return gone + len(effect.withdrawn), shown


def _key(effect: Effect) -> str:
    """Equal for two answers that would withdraw the same listings."""
    ids = "\n".join(sorted(row.id for row in effect.withdrawn))
    return hashlib.blake2b(ids.encode(), digest_size=16).hexdigest()


def is_confirmed(held: tuple[HeldAnswer, ...], found: Doubt, now: datetime) -> bool:
    """True when this answer is at least the third in a row with the same effect, and the first is at least 48 hours old.

    Too many events never confirm themselves: that bound is there to be raised by a person.
    """
    equal: list[HeldAnswer] = []
    for answer in reversed(held):
        if answer.key != found.key:
            break
        equal.append(answer)
    if not found.key or len(equal) + 1 < EQUAL_ANSWERS:
        return False
    return now - moment_of(equal[-1].at) >= HELD_AT_LEAST
