"""Phrases and what they mean, one a line: readable for people who know the language, checked by ``told``.

A line is ``language | kind | phrase | meaning`` and may begin with ``@2027-03-15 |``, the day it is read on (else 2026-11-22, a Sunday).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from normalize.phrase import read_phrase

REFERENCE = date(2026, 11, 22)


@dataclass(frozen=True)
class Case:
    """One line of a table."""

    language: str
    kind: str | None
    text: str
    meaning: str
    reference: date = REFERENCE

    def __str__(self) -> str:
        return f"{self.language} {self.text}"

    def read(self) -> dict[str, Any]:
        return read_phrase(self.text, self.language, self.reference, self.kind)


def cases(table: str) -> list[Case]:
    return list(_cases(table))


def _cases(table: str) -> Iterator[Case]:
    for line in table.strip().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        reference = REFERENCE
        if line.startswith("@"):
            reference = date.fromisoformat(line[1:].partition(" | ")[0].strip())
        phrase = line.partition(" | ")[2] if line.startswith("@") else line
        language, kind, text, meaning = (piece.strip() for piece in phrase.split(" | ", 3))
        meaning = "" if meaning == "nothing" else meaning
        yield Case(language, None if kind == "-" else kind, text.replace("\\n", "\n").replace("¦", "|"), meaning, reference)


def told(shape: dict[str, Any]) -> str:
    """The time of a shape in one short line."""
    parts = [_event(one) for one in shape.get("events", [])] + [_series(one) for one in shape.get("series", [])]
    for key in ("month", "season", "count", "duration"):
        parts += [f"{key} {shape[key]}"] if key in shape else []
    if "weeks" in shape:
        weeks = shape["weeks"] if isinstance(shape["weeks"], list) else [shape["weeks"]]
        parts += [f"weeks {one['from']}..{one['to']}" for one in weeks]
    parts += [f"range {'..'.join(shape['range'])}"] if "range" in shape else []
    hours = shape.get("weekly_hours", {})
    parts += [f"{day} {opens}-{closes}" for day, (opens, closes) in hours.items()]
    parts += [f"not {', '.join(shape['exdates'])}"] if "exdates" in shape else []
    parts += [f"not {shape['exclude']}"] if "exclude" in shape else []
    parts += [f"or {', '.join(shape['alternatives'])}"] if "alternatives" in shape else []
    parts += [" ".join(f"!{flag}" for flag in shape["flags"])] if "flags" in shape else []
    return "; ".join(parts)


def _event(event: dict[str, Any]) -> str:
    title = f"{event['title']}: " if "title" in event else ""
    start, end = event["start"].replace("T", " "), event["end"]
    if event["all_day"]:
        return title + (start if end == event["start"] else f"{start}..{end}")
    if end is None:
        return f"{title}{start}"
    same_day = end[:10] == event["start"][:10]
    return f"{title}{start}-{end[11:] if same_day else end.replace('T', ' ')}"


def _series(series: dict[str, Any]) -> str:
    title = f"{series['title']}: " if "title" in series else ""
    rule = series.get("rrule") or f"{series['parity']} weeks {','.join(series['byday'])}"
    rule = rule.removeprefix("FREQ=")
    pieces = [f"{title}{rule}", f"from {series['dtstart'].replace('T', ' ')}"]
    pieces += [series["duration"]] if "duration" in series else []
    pieces += [f"until {series['until']}"] if "until" in series else []
    pieces += [f"x{series['count']}"] if "count" in series else []
    pieces += [f"not {','.join(series['exdates'])}"] if "exdates" in series else []
    return " ".join(pieces)


def inner(shape: dict[str, Any]) -> Any:
    """What stands under the one key that names the kind."""
    return shape.get("price") or shape.get("registration") or shape


def plain(value: Any) -> str:
    """Any other shape in one short line: ``age_min=7 age_max=12``."""
    if isinstance(value, dict):
        return " ".join(f"{key}={_inner(item)}" for key, item in value.items() if key != "currency")
    return _inner(value)


def _inner(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + plain(value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(_inner(item) for item in value) + "]"
    if isinstance(value, float):
        return f"{value:g}"
    return {True: "yes", False: "no", None: "?"}.get(value, str(value)) if value is None or isinstance(value, bool) else str(value)
