"""The JSON of an answer, and careful ways into it: an interface may give a string, a list, a mapping or nothing for every field."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from harvesters.errors import Unreadable
from harvesters.ical_lines import fallback_codec
from harvesters.record import Response

_LONGEST_NUMBER = 1000
"""Digits; converting a longer number takes time that grows with the square of its length."""


def load(response: Response) -> Any:
    """The document; raises ``Unreadable`` (``not_json``, ``html_instead_of_feed``, ``truncated``, ``too_deep``)."""
    text = _text(response)
    start = text.lstrip()[:200].lower()
    if start.startswith("<"):
        reason = "html_instead_of_feed" if "<html" in start or "<!doctype html" in start else "not_json"
        raise Unreadable("The answer is a web page or another format, not JSON.", reason=reason, line=1)
    try:
        return json.loads(text, parse_int=_integer, parse_constant=_nothing)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        raise Unreadable(
            f"The JSON breaks off or is wrong: {error.msg}.", reason="truncated" if cut else "not_json", line=error.lineno
        ) from None
    except RecursionError:
        raise Unreadable("The JSON is nested too deep.", reason="too_deep") from None


def canonical(value: Any) -> str:
    """One text for equal values, whatever the order of their keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def without(record: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """The record without the fields that are personal, volatile or kept elsewhere."""
    return {name: value for name, value in record.items() if name not in names}


def items(value: Any) -> list[Any]:
    """A list as it is, nothing as an empty one, anything else as the only item."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def mappings(value: Any) -> list[dict[str, Any]]:
    """The mappings among the items."""
    return [item for item in items(value) if isinstance(item, dict)]


def mapping(value: Any) -> dict[str, Any]:
    """The mapping, or the first one of a list, or an empty one."""
    return next(iter(mappings(value)), {})


def text(value: Any) -> str:
    """A string trimmed, a number as written; ``""`` for everything else."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def integer(value: Any) -> int | None:
    """A whole number, also one written as a string; ``None`` for everything else, and for numbers beyond any count of people or years."""
    if isinstance(value, bool) or value is None:
        return None
    try:
        number = int(value) if isinstance(value, int | str) else int(value) if isinstance(value, float) and value.is_integer() else None
    except (ValueError, OverflowError):
        return None
    return number if number is not None and abs(number) < 10**12 else None


def decimal(value: Any) -> float | None:
    """A finite number, also one written as a string."""
    if isinstance(value, bool):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if abs(number) < float("inf") else None


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping within, outermost first, without recursion."""
    waiting = deque([value])
    while waiting:
        found = waiting.popleft()
        if isinstance(found, dict):
            yield found
            waiting += list(found.values())
        elif isinstance(found, list):
            waiting += found


def _text(response: Response) -> str:
    """UTF-8 (RFC 8259 section 8.1) with or without a byte order mark; a legacy encoding only where it is no UTF-8."""
    body = response.body
    if body[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return body.decode("utf-16", errors="replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode(fallback_codec(response.headers.get("content-type", "")), errors="replace")


def _integer(digits: str) -> int | None:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else None


def _nothing(_: str) -> None:
    """NaN and Infinity are no JSON and no use."""
