"""A time as one text and back, nothing lost: floating, with an offset or in a named zone, or a whole day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def write_moment(moment: datetime | date) -> str:
    """``2026-11-24``, ``2026-11-24T10:00:00`` (floating), ``…+02:00``, ``…+02:00[Europe/Helsinki]``; ``!`` after the second of two equal
    wall clock times (PEP 495).
    """
    if not isinstance(moment, datetime):
        return moment.isoformat()
    zone = f"[{moment.tzinfo.key}]" if isinstance(moment.tzinfo, ZoneInfo) else ""
    return f"{moment.isoformat()}{zone}{'!' * moment.fold}"


def read_moment(text: object) -> datetime | date:
    """The moment that was written; a moment is given back as it is. Raises ``ValueError`` for anything else."""
    if isinstance(text, date):
        return text
    if not isinstance(text, str):
        raise ValueError("no moment")  # noqa: TRY004 - what pydantic reports as a wrong value
    if "T" not in text:
        return date.fromisoformat(text)
    written, marked, _ = text.partition("!")
    clock, _, zone = written.rstrip("]").partition("[")
    moment = datetime.fromisoformat(clock)
    if zone:
        moment = moment.replace(tzinfo=ZoneInfo(zone))
    elif moment.tzinfo is not None and not moment.utcoffset():
        moment = moment.replace(tzinfo=UTC)
    return moment.replace(fold=int(bool(marked)))
