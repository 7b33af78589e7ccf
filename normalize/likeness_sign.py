"""What a comparison gives: the signs for and against two tellings being of one thing, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from normalize.likeness_points import POINTS, VETOES

Decision = Literal["joined", "ask", "apart"]


@dataclass(frozen=True, slots=True)
class Sign:
    """One piece of evidence."""

    code: str
    """A key of ``likeness_points.POINTS``."""
    points: float
    """Natural-log odds: ln(P(sign | same) / P(sign | not same)); above 0 it speaks for one thing."""
    a: str = ""
    b: str = ""
    """What the telling with the smaller id says, and what the other says; of what they share only ``a``."""

    @property
    def is_veto(self) -> bool:
        """True for what no other sign makes up for."""
        return self.code in VETOES


def sign(code: str, a: str = "", b: str = "") -> Sign:
    """The sign with the points of the table."""
    return Sign(code, POINTS[code].points, a, b)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much speaks for two tellings being of one thing."""

    points: float
    decision: Decision
    signs: tuple[Sign, ...]
    """The weightiest first, then by code."""
    is_contradicted: bool = False
    """A sign speaks against it that nothing makes up for: never one event unless a person says so."""
    is_repeat: bool = False
    """Both are of one source, and the source tells the same thing twice."""
