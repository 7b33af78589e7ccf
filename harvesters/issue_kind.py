"""What the words of one kind of issue are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IssueKind:
    """The words of one issue code, one sentence or two in each language."""

    fi: str
    sv: str
    en: str
