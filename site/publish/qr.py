"""Squares to point a telephone at (QR codes, ISO/IEC 18004), as inline SVG: the one place that knows the encoder."""

from __future__ import annotations

from functools import cache, lru_cache

import segno
from markupsafe import Markup, escape

_LEVEL = "m"
"""Error correction: 15 % of the code may be dirty or torn."""
_MASK = 3
"""Any mask can be read; to try all eight for the most even one takes ten times as long."""
_QUIET = 4
"""Modules of white around the code (ISO/IEC 18004 section 5.3.8)."""
_DIGITS = bytes.maketrans(b"\x00\x01", b"01")
_DARK, _LIGHT = "#000", "#fff"
"""Black on white whatever the page's colours are: a code in other colours is not read."""


@lru_cache(maxsize=4096)
def qr(text: str, label: str = "") -> Markup:
    """The code of the text with white around it; ``label`` is what those hear who do not see it, an ornament where there is none."""
    return _drawn(*_modules(text), label)


@lru_cache(maxsize=4096)
def qr_of_many(before: str, name: str, after: str = "") -> Markup:
    """The code of ``before + name + after``, where only the name (letters, digits, of one length) differs among very many.

    With one mask a code is a linear function of the bits of its text (ISO/IEC 18004: Reed-Solomon codes are linear), so that what each
    letter at each place changes is found out once: a hundredth of the time of encoding.
    """
    blank = "0" * len(name)
    side, shown = _modules(f"{before}{blank}{after}")
    for place, letter in enumerate(name):
        if letter != "0":
            shown ^= _change(f"{before}{blank[:place]}", letter, f"{blank[place + 1 :]}{after}")
    return _drawn(side, shown, "")


@lru_cache(maxsize=4096)
def _change(before: str, letter: str, after: str) -> int:
    """The modules in which a code is another one for a letter than for a nought at its place."""
    return _modules(f"{before}{letter}{after}")[1] ^ _modules(f"{before}0{after}")[1]


@lru_cache(maxsize=4096)
def _modules(text: str) -> tuple[int, int]:
    """How many modules a side has, and the modules row by row as one number, dark ones as 1."""
    rows = segno.make(text, error=_LEVEL, mask=_MASK, mode="byte", micro=False, boost_error=False).matrix
    return len(rows), int(b"".join(rows).translate(_DIGITS), 2)


def _drawn(side: int, shown: int, label: str) -> Markup:
    whole = side + 2 * _QUIET
    heard = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    path = _lines(side, f"{shown:0{side * side}b}")
    return Markup(  # noqa: S704 - numbers, and a label that was escaped
        f'<svg class="qr" viewBox="0 0 {whole} {whole}" shape-rendering="crispEdges" {heard}>'
        f'<path fill="{_LIGHT}" d="M0 0h{whole}v{whole}H0z"/><path stroke="{_DARK}" d="{path}"/></svg>'
    )


def _lines(side: int, shown: str) -> str:
    """The dark modules as one path: in each row lines of one module's width, from where the last one ended."""
    path: list[str] = []
    for row in range(side):
        first, *runs = shown[row * side : (row + 1) * side].replace("10", "1 0").split(" ")
        dark = first.count("1")
        if dark:
            path.append(f"M{len(first) - dark + _QUIET} {row + _QUIET}.5h{dark}")
            path += map(_line, runs)
    return "".join(path)


@cache
def _line(run: str) -> str:
    """Over the light modules of the run to a line along its dark ones; the light end of a row is nothing."""
    dark = run.count("1")
    return f"m{len(run) - dark} 0h{dark}" if dark else ""
