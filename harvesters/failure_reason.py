"""What the words of one reason for a failure are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FailureReason:
    """The words of one reason, one sentence what happened and one what to do, in each language."""

    fi: str
    sv: str
    en: str
