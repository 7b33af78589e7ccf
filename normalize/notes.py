"""The issues of one record, collected while it is normalised."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from harvesters.record import Issue, RawEvent, Severity
from normalize.identity import kept_uid
from normalize.privacy import redact

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?)?", re.ASCII)
"""A moment is nobody's, and what most notes repeat."""
VALUE_LIMIT = 200
"""Characters of a value that an issue repeats."""


@dataclass(frozen=True, slots=True)
class Notes:
    """Issues that name the record by uid, line and digest."""

    raw: RawEvent
    issues: list[Issue] = field(default_factory=list)

    def add(self, code: str, severity: Severity, name: str = "", value: str = "") -> None:
        """Note one thing about the field ``name``; a code is noted once a field. Personal data in ``value`` is not repeated."""
        if any(known.code == code and known.field == name for known in self.issues):
            return
        self.issues.append(note(self.raw, code, severity, name, value))


def note(raw: RawEvent, code: str, severity: Severity, name: str = "", value: str = "") -> Issue:
    """One issue about a record."""
    if value and not _MOMENT.fullmatch(value):
        value = redact(_CONTROL.sub(" ", value[: 2 * VALUE_LIMIT])).text[:VALUE_LIMIT]
    return Issue(
        code=code,
        severity=severity,
        uid=kept_uid(raw.derived_uid or raw.uid),
        field=name,
        value=value,
        line=raw.line,
        digest=raw.digest,
    )
