"""The stretch of days for which occurrences are made."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from harvesters.source import Horizon
from normalize.model import Start
from normalize.recurrence_zone import settle, zone

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""Instants are compared as differences from here: two times of one zone would be compared by their clocks."""
_MONTHS = 12
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Days from ``start`` (inclusive) to ``end`` (exclusive), bounded by the midnights of ``timezone`` (IANA name)."""

    start: date
    end: date
    timezone: str

    @classmethod
    def around(cls, now: datetime, horizon: Horizon, timezone: str) -> Window:
        """The window of a moment: from the same day ``months_back`` months ago to ``months_ahead`` months ahead, in calendar months."""
        today = now.astimezone(zone(timezone)).date()
        return cls(start=_months_away(today, -horizon.months_back), end=_months_away(today, horizon.months_ahead), timezone=timezone)

    @property
    def start_utc(self) -> datetime:
        """The instant at which the window opens, inclusive."""
        return midnight(self.start, self.timezone)

    @property
    def end_utc(self) -> datetime:
        """The instant at which the window closes, exclusive."""
        return midnight(self.end, self.timezone)

    def holds(self, start: Start, end: Start | None) -> bool:
        """True when something from ``start`` to ``end`` (exclusive) overlaps the window.

        Without an end, or with one that is not later, an instant stands for itself and a date for its whole day.
        """
        if isinstance(start, datetime):
            if start >= self.end_utc:
                return False
            opens = self.start_utc
            return start >= opens or (isinstance(end, datetime) and end > opens and end - EPOCH > start - EPOCH)
        last = end if end is not None and not isinstance(end, datetime) and end > start else start + _DAY
        return start < self.end and last > self.start

    def ends_before(self, start: Start) -> bool:
        """True when something that begins at ``start`` comes after the window."""
        return start >= self.end_utc if isinstance(start, datetime) else start >= self.end


def day_of(start: Start) -> date:
    """The day on which something begins, on its own clock."""
    return start.date() if isinstance(start, datetime) else start


@lru_cache(maxsize=4096)
def midnight(day: date, timezone: str) -> datetime:
    """The instant (UTC) at which a day begins in the zone."""
    return settle(datetime.combine(day, time.min), zone(timezone)).astimezone(UTC)


def _months_away(day: date, months: int) -> date:
    """The same day of another month, or that month's last."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
