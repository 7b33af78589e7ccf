"""Collects what is wrong with one event while it is read, and says where in the document it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from harvesters.record import Severity

LONGEST_VALUE = 200
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


class Refused(Exception):
    """The event cannot be read: the issue's code, the field, what stands there, and the logical line it stands in."""

    def __init__(self, code: str, field_name: str, value: str = "", *, raw: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.field = field_name
        self.value = value
        self.raw = raw


@dataclass(slots=True)
class Notes:
    """Warnings about one event, each code and field once."""

    found: list[tuple[str, Severity, str, str, str]] = field(default_factory=list)
    """Code, severity, field, value, and the logical line it is about (``""`` for the event as a whole)."""

    def add(self, code: str, severity: Severity, field_name: str = "", value: str = "", *, raw: str = "") -> None:
        """Remember one thing, unless the same is known of the same field."""
        if all((code, field_name) != (known[0], known[2]) for known in self.found):
            self.found.append((code, severity, field_name, value, raw))

    def warn(self, code: str, field_name: str = "", value: str = "", *, raw: str = "") -> None:
        """Remember that something was lost or repaired."""
        self.add(code, "warning", field_name, value, raw=raw)


def shown(value: str) -> str:
    """The value as an issue may show it: one line of at most 200 characters without control characters."""
    return _CONTROLS.sub(" ", value[: 2 * LONGEST_VALUE]).strip()[:LONGEST_VALUE]


def physical_line(original: bytes, start: int, field_name: str, raw: str = "") -> int:
    """The 1-based line in the document where a field of the event begins; ``start`` is the line of its ``BEGIN:VEVENT``.

    The very line is looked for first, then the first line of that name; the event's own line where neither is found.
    """
    for wanted in (raw[:40].encode(), raw[:20].encode(), field_name.encode()):
        found = re.search(rb"(?i)(?:\r\n|\n|\r)" + re.escape(wanted), original) if wanted else None
        if found:
            return start + len(re.findall(rb"\r\n|\n|\r", original[: found.end() - len(wanted)]))
    return start
