"""Values as the database keeps them: instants and days as sortable text, words as JSON."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from normalize.model import Texts
from normalize.recurrence_window import midnight
from normalize.recurrence_zone import zone

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_MARKUP = re.compile(r"<[^>]*>")
_BLANKS = re.compile(r"[ \t]*\n\s*")


def utc_text(moment: datetime) -> str:
    """``2026-11-24T08:00:00Z``, whole seconds."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def moment_of(text: str) -> datetime:
    """The aware instant that ``utc_text`` wrote."""
    return datetime.fromisoformat(text)


def start_utc(start: datetime | date, region: str) -> str:
    """The instant of a start or end; a whole day begins (and an exclusive last day ends) at the region's local midnight."""
    if isinstance(start, datetime):
        return utc_text(start)
    return utc_text(midnight(start, region))


def local_text(start: datetime | date, timezone_name: str) -> str:
    """``2026-11-24T10:00:00+02:00`` in the named zone, ``2026-11-24`` for a whole day."""
    if isinstance(start, datetime):
        return start.astimezone(zone(timezone_name)).isoformat(timespec="seconds")
    return start.isoformat()


def local_of(text: str, timezone_name: str) -> datetime | date:
    """What ``local_text`` wrote, in its zone again (its offset alone would not survive a change of the clock)."""
    if "T" not in text:
        return date.fromisoformat(text)
    return datetime.fromisoformat(text).astimezone(zone(timezone_name))


def local_day(moment: datetime | date, region: str) -> date:
    """The day on the region's calendar."""
    return moment.astimezone(zone(region)).date() if isinstance(moment, datetime) else moment


def over_utc(start: datetime | date, end: datetime | date | None, region: str) -> str:
    """From when on it is over: its end, else its start, else the end of its whole day."""
    if end is None:
        end = start if isinstance(start, datetime) else start + timedelta(days=1)
    return start_utc(end, region)


def to_json(value: object) -> str:
    """Compact JSON with sorted keys: equal values, equal text."""
    return _ENCODER.encode(value)


def plain(texts: Mapping[str, str]) -> str:
    """The clean HTML of every language as plain text, for search and tables."""
    parts = (_BLANKS.sub("\n", html.unescape(_MARKUP.sub("\n", texts[language]))).strip() for language in sorted(texts))
    return "\n".join(dict.fromkeys(part for part in parts if part))


def best(texts: Texts) -> str:
    """One text for where there is room for one: of no declared language, else Finnish, Swedish, English, else any."""
    return next((texts[language] for language in ("und", "fi", "sv", "en") if texts.get(language)), next(iter(sorted(texts.values())), ""))
