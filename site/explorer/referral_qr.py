"""A square to point a telephone at (QR code, ISO/IEC 18004) as inline SVG."""

from __future__ import annotations

import segno
from markupsafe import Markup

_QUIET = 4
"""Modules of white around the code (ISO/IEC 18004 section 5.3.8)."""


def qr(text: str, label: str) -> Markup:
    """The code of the text, black on white whatever the page's colours are; ``label`` is what those hear who do not see it."""
    rows = segno.make(text, error="m", micro=False).matrix
    side = len(rows) + 2 * _QUIET
    path = "".join(_run(x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return Markup(
        '<svg class="qr" viewBox="0 0 {0} {0}" shape-rendering="crispEdges" role="img" aria-label="{1}">'
        '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path fill="#000" d="{2}"/></svg>'
    ).format(side, label, path)


def _run(x: int, y: int) -> str:
    """One dark module."""
    return f"M{x + _QUIET} {y + _QUIET}h1v1h-1z"
