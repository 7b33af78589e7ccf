"""Ages while they are gathered from the pieces of a phrase."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

_OLDEST = 110


@dataclass(slots=True)
class Ages:
    """The widest bounds that were told so far, in years, both inclusive, and what else was told (``grade``, ``birth_years`` ...)."""

    low: int | None = None
    high: int | None = None
    seen: bool = False
    extra: dict[str, Any] = field(default_factory=dict)

    def widen(self, low: int | None, high: int | None) -> None:
        """Take in a further range; what has no bound has none."""
        self.low = low if not self.seen else None if low is None or self.low is None else min(low, self.low)
        self.high = high if not self.seen else None if high is None or self.high is None else max(high, self.high)
        self.seen = True


def plausible(*ages: int) -> bool:
    """True for ages that people have."""
    return all(0 <= age <= _OLDEST for age in ages)
