"""Squares to point a telephone at (QR codes, ISO/IEC 18004), as inline SVG: the one place that knows the encoder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import segno
from markupsafe import Markup

_LEVEL = "m"
"""Error correction: 15 % of the code may be dirty or torn."""
_MASK = 3
"""Any mask can be read; to try all eight for the most even one takes ten times as long."""
_QUIET = 4
"""Modules of white around the code (ISO/IEC 18004 section 5.3.8)."""
_DIGITS = bytes.maketrans(b"\x00\x01", b"01")
_RUN = re.compile("1+")
_DARK, _LIGHT = "#000", "#fff"
"""Black on white whatever the page's colours are: a code in other colours is not read."""


@lru_cache(maxsize=4096)
def qr(text: str, label: str = "") -> Markup:
    """The code of the text with white around it; ``label`` is what those hear who do not see it, an ornament where there is none."""
    return _drawn(*_modules(text), label)


def qr_of_many(before: str, name: str, after: str = "") -> Markup:
    """The code of ``before + name + after``, where only the name (letters, digits, of one length) differs among very many.

    With one mask a code is a linear function of the bits of its text (ISO/IEC 18004: Reed-Solomon codes are linear), so that what each
    letter at each place changes is found out once: a hundredth of the time of encoding.
    """
    blank = "0" * len(name)
    side, modules = _modules(f"{before}{blank}{after}")
    for place, letter in enumerate(name):
        if letter != "0":
            modules ^= _change(f"{before}{blank[:place]}", letter, f"{blank[place + 1 :]}{after}")
    return _drawn(side, modules, "")


@lru_cache(maxsize=4096)
def _change(before: str, letter: str, after: str) -> int:
    """The modules in which a code is another one for a letter than for a nought at its place."""
    return _modules(f"{before}{letter}{after}")[1] ^ _modules(f"{before}0{after}")[1]


@lru_cache(maxsize=4096)
def _modules(text: str) -> tuple[int, int]:
    """How many modules a side has, and the modules row by row as one number, dark ones as 1."""
    rows = segno.make(text, error=_LEVEL, mask=_MASK, mode="byte", micro=False, boost_error=False).matrix
    return len(rows), int(b"".join(rows).translate(_DIGITS), 2)


def _drawn(side: int, modules: int, label: str) -> Markup:
    whole = side + 2 * _QUIET
    heard = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    return Markup(
        '<svg class="qr" viewBox="0 0 {0} {0}" shape-rendering="crispEdges" {1}>'
        '<path fill="{2}" d="M0 0h{0}v{0}H0z"/><path stroke="{3}" d="{4}"/></svg>'
    ).format(whole, heard, _LIGHT, _DARK, "".join(_lines(side, f"{modules:0{side * side}b}")))


def _lines(side: int, modules: str) -> Iterator[str]:
    """The dark modules as one path: in each row lines of one module's width, from where the last one ended."""
    for row in range(side):
        last = -1
        for run in _RUN.finditer(modules, row * side, (row + 1) * side):
            start, end = run.start() - row * side, run.end() - row * side
            yield f"M{start + _QUIET} {row + _QUIET}.5h{end - start}" if last < 0 else f"m{start - last} 0h{end - start}"
            last = end
