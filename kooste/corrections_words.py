"""How corrections stand to their sources, in the words of the command line."""

from __future__ import annotations

from collections.abc import Iterable

from kooste.corrections_text import written
from normalize.corrections import Correction
from normalize.corrections_fields import Value
from store.corrections_told import Told

REFUSED = {
    "series": "it is a series: each of its dates has a time of its own, and its rule is the source's to mend",
    "no_name": "it would be left without any name",
    "unknown_place": "the place is not in schedules.yaml",
    "unknown_organizer": "the organizer is not known",
    "end_before_start": "the end is not after the start, or one is a day and the other has a time",
}
"""Why a correction does not fit what it corrects."""
ATTENTION = frozenset({"source_changed", "not_needed", "not_applied", "unknown_id"})
"""States of a correction that a person should look at."""


def said(value: Value) -> str:
    """A value for people: ``nothing`` where it is not told, no quotes, a blank in a time."""
    if value in {None, ()}:
        return "nothing"
    if isinstance(value, tuple):
        return ", ".join(value)
    text = value if isinstance(value, str) else written(value)
    return text.replace("T", " ") if len(text) in {16, 19} and text[4:5] == "-" == text[7:8] and text[10] == "T" else text


def what(correction: Correction, name: str) -> str:
    """``event b7x3... (Tuolijumppa), start``."""
    subject, identifier, field = correction.key
    return f"{subject} {identifier}{f' ({name})' if name else ''}, {field}"


def line(one: Told) -> str:
    """One correction in words, with what to do where something is to be done."""
    correction = one.correction
    made = f"{said(correction.value)!r}, made {correction.on.isoformat()} by {correction.by}"
    return f"{what(correction, one.name)}: {_standing(one, made)}"


def _standing(one: Told, made: str) -> str:
    remove = f"`kooste correct {' '.join(one.correction.key)} --remove`"
    if one.state == "source_changed":
        return (
            f"the source now says {said(one.said)!r} (it said {said(one.correction.was)!r} until {one.changed_at}); "
            f"the correction says {made}. Keep or remove it? Remove: {remove}; keep: give the correction again"
        )
    if one.state == "not_needed":
        return f"no longer needed: the source now says the same as the correction, {made}. Remove: {remove}"
    if one.state == "not_applied":
        return f"the correction {made} is not applied: {REFUSED.get(one.refused, one.refused)}. Mend it, or remove it: {remove}"
    if one.state == "unknown_id":
        return f"nothing of this id is known now; the correction {made} is kept and applies as soon as it is. Remove: {remove}"
    was = f"; the source says {said(one.said)!r}" if one.is_said_known else ""
    return f"{made}{was}{f' ({one.correction.why})' if one.correction.why else ''}"


def attention(corrections: Iterable[Told]) -> list[str]:
    """A line for each correction that a person should look at."""
    return [line(one) for one in corrections if one.state in ATTENTION]


def as_json(one: Told) -> dict[str, object]:
    """One correction as JSON tells it."""
    correction = one.correction
    subject, identifier, field = correction.key
    return {
        "subject": subject,
        "id": identifier,
        "name": one.name,
        "field": field,
        "value": correction.value,
        "was": correction.was,
        "by": correction.by,
        "on": correction.on,
        "why": correction.why,
        "state": one.state,
        "source_says": one.said,
        "source_changed_at": one.changed_at,
        "says": line(one),
    }
