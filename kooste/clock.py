"""The one place that reads the wall clock; everything else is handed ``now``."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo


def now() -> datetime:
    """The present instant in UTC, whole seconds: no page or row needs finer."""
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - this is the module the ban points to


def parse(text: str, default_zone: tzinfo = UTC) -> datetime:
    """An ISO 8601 instant in UTC; a text without an offset is read in ``default_zone``.

    Raises ``ValueError`` when the text is no date and time.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=default_zone)
    return moment.astimezone(UTC).replace(microsecond=0)
