"""Finds a field of a course under any of the names it may have: the interface's schema is not public, and versions differ."""

from __future__ import annotations

import re
from typing import Any

from harvesters.json_document import integer

_JOINTS = re.compile(r"[\s_.:-]+")


class Fields:
    """A record by plain names (lower case, without joints). Remembers what was asked for: the rest was not understood."""

    def __init__(self, record: dict[str, Any]) -> None:
        self._by_name = {plain(name): (name, value) for name, value in reversed(record.items())}
        self.understood: set[str] = set()

    def find(self, *names: str) -> Any:
        """The first of these fields that says anything, ``None`` where none does."""
        found = None
        for name in names:
            own, value = self._by_name.get(name, ("", None))
            self.understood.add(own)
            if found is None and value not in (None, "", [], {}):
                found = value
        return found

    def number(self, *names: str) -> int | None:
        """The first of these fields, if it is a whole number of at least nought."""
        value = integer(self.find(*names))
        return value if value is not None and value >= 0 else None

    def flag(self, *names: str) -> bool | None:
        """The first of these fields, if it is a truth value."""
        value = self.find(*names)
        return value if isinstance(value, bool) else None


def plain(name: str) -> str:
    """``max_participants``, ``maxParticipants`` and ``MaxParticipants`` are one name."""
    return _JOINTS.sub("", name).lower()
