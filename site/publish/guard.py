"""Whether a build may take the place of the one before: a site that lost many of its events at once is questioned, not published."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from harvesters.errors import KoosteError

LEAST = 0.8
"""Share of what the published site still has to come that must be there."""


def future_events(future: Mapping[str, int], today: date) -> int:
    """How many of the counted events are not over on that day."""
    return sum(count for last_day, count in future.items() if date.fromisoformat(last_day) >= today)


def check_build(before: Mapping[str, int], after: Mapping[str, int], today: date, *, joined: int = 0) -> None:
    """Nothing where at least 80 % of what the published site still has to come is there; otherwise a ``KoosteError``.

    ``joined`` published events are part of another one now: they are there, though they are no events of their own any more.
    """
    old, new = future_events(before, today), future_events(after, today)
    if new + joined < LEAST * old:
        raise KoosteError(
            f"The new site would have {new} coming events, the published one has {old} ({new / old:.0%} are left, at least {LEAST:.0%} are"
            " expected). Nothing was published and the old site stays. See `kooste status` for what the sources lost; if it is right"
            " (a source was taken out on purpose), publish once with --force."
        )
