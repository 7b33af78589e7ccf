"""What the words of one finding in one language are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FindingWords:
    """Three short texts; whole sentences each."""

    what: str
    why: str
    """Why it matters to a visitor; empty only where ``what`` says so already."""
    mend: str
    """What to do in general, where the program is not known or needs nothing of its own."""
