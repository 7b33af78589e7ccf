"""When a telling takes place, as numbers."""

from __future__ import annotations

from datetime import date, datetime

from normalize.model import Start
from normalize.recurrence import Window
from normalize.recurrence_zone import zone
from normalize.sequences import Telling
from normalize.times import instant

Times = tuple[tuple[int, ...], tuple[int | None, ...], tuple[int, ...]]
"""Starts, ends and local days, one beside the other."""


def times_of(telling: Telling, window: Window) -> Times:
    """The instances within the window; of what has none there the starts of its listings themselves, if they have dates at all."""
    spans: list[tuple[Start, Start | None]] = [(one.start, one.end) for one in telling.occurrences]
    if not spans:
        spans = [(lead.start, lead.end) for strand in telling.strands if (lead := strand.lead).start is not None]
    rows = sorted({_row(start, end, window.timezone) for start, end in spans}, key=lambda row: (row[0], row[1] or 0))
    return tuple(row[0] for row in rows), tuple(row[1] for row in rows), tuple(row[2] for row in rows)


def _row(start: Start, end: Start | None, timezone: str) -> tuple[int, int | None, int]:
    """Start and end in seconds, and the local day; an end that is not later than the start tells nothing."""
    begins = int(instant(start, timezone).timestamp())
    ends = None if end is None else int(instant(end, timezone).timestamp())
    return begins, ends if ends is not None and ends > begins else None, day_of(start, timezone)


def day_of(start: Start, timezone: str) -> int:
    """The local day on which something begins."""
    day: date = start.astimezone(zone(timezone)).date() if isinstance(start, datetime) else start
    return day.toordinal()
