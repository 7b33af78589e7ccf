"""The issues of one record, collected while it is normalised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from harvesters.record import Issue, RawEvent, Severity
from normalize.identity import kept_uid
from normalize.privacy import redact

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?)?", re.ASCII)
"""A moment is nobody's, and what most notes repeat."""
VALUE_LIMIT = 200
"""Characters of a value that an issue repeats."""


class Remark(NamedTuple):
    """One thing noted, before it is known of which record: what is remembered of a series is noted for each of its dates."""

    code: str
    severity: Severity
    name: str = ""
    """The publisher's own name of the field."""
    value: str = ""
    """As it stood there; ``note`` takes out what must not be repeated."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What was noted of one record; made issues, which is the dear part, only for a record whose issues are told."""

    raw: RawEvent
    remarks: list[Remark] = field(default_factory=list)

    def add(self, code: str, severity: Severity, name: str = "", value: str = "") -> None:
        """Note one thing about the field ``name``; a code is noted once a field. Personal data in ``value`` is not repeated."""
        if not any(known.code == code and known.name == name for known in self.remarks):
            self.remarks.append(Remark(code, severity, name, value))

    def take(self, remarks: Iterable[Remark]) -> None:
        """Note what was remembered, in its order."""
        for remark in remarks:
            self.add(*remark)

    @property
    def issues(self) -> list[Issue]:
        """Issues that name the record by uid, line and digest."""
        return [note(self.raw, *remark) for remark in self.remarks]


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
