"""Whether the colours of ``tokens.css`` can be read: WCAG 2.2 contrast of every pair that meets on a page, in light and dark.

A municipality's own colours are measured like ours: a pair under 7:1 stops the build, because nobody sees it on the designer's screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from harvesters.errors import KoosteError

_TOKEN = re.compile(r"--([a-z0-9-]+)\s*:\s*(#[0-9a-fA-F]{6})\s*;")
_DARK = re.compile(r"@media\s*\(prefers-color-scheme:\s*dark\)\s*\{\s*:root\s*\{(.*?)\}\s*\}", re.DOTALL)
_TEXT, _EDGE = 7.0, 3.0
_GROUNDS = ("paper", "card", "sunk")
_TEXTS = ("ink", "ink-2", "spruce", "visited", "lake", "cancelled", "changed", "ok")
_EDGES = ("control", "focus")
_FILLS = ("free", "cancelled", "changed", "info")


def colours(css: str) -> dict[str, dict[str, str]]:
    """Scheme (``light``, ``dark``) -> token -> ``#rrggbb``; dark has light's where it names none of its own."""
    dark = "".join(_DARK.findall(css))
    light = dict(_TOKEN.findall(_DARK.sub("", css)))
    return {"light": light, "dark": {**light, **dict(_TOKEN.findall(dark))}}


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, "relative luminance")."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004 - WCAG's own
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _pairs() -> Iterator[tuple[str, str, float]]:
    """``(foreground, background, least ratio)`` of everything that meets."""
    yield from ((text, ground, _TEXT) for text in _TEXTS for ground in _GROUNDS)
    yield from ((edge, ground, _EDGE) for edge in _EDGES for ground in _GROUNDS)
    yield from ((f"badge-{fill}-ink", f"badge-{fill}", _TEXT) for fill in _FILLS)
    yield "on-spruce", "spruce", _TEXT


@dataclass(frozen=True, slots=True)
class Measured:
    """A pair of colours of one scheme, for those who look at the tokens."""

    scheme: str
    front: str
    back: str
    ratio: float
    least: float


def measured(css: str) -> Iterator[Measured]:
    """Every pair that meets on a page; none with a token that is missing."""
    for scheme, tokens in colours(css).items():
        for front, back, least in _pairs():
            if front in tokens and back in tokens:
                yield Measured(scheme, front, back, ratio(tokens[front], tokens[back]), least)


def unreadable(css: str) -> list[str]:
    """Every pair below its least ratio and every token that is missing, in words."""
    found = []
    for scheme, tokens in colours(css).items():
        for front, back, least in _pairs():
            missing = [name for name in (front, back) if name not in tokens]
            if missing:
                found.append(f"{scheme}: --{missing[0]} is missing (write it as #rrggbb)")
            elif ratio(tokens[front], tokens[back]) < least:
                found.append(_told(scheme, front, back, least, tokens))
    return list(dict.fromkeys(found))


def _told(scheme: str, front: str, back: str, least: float, tokens: Mapping[str, str]) -> str:
    measured = ratio(tokens[front], tokens[back])
    return f"{scheme}: --{front} {tokens[front]} on --{back} {tokens[back]} is {measured:.1f}:1; at least {least:.0f}:1 is needed"


def check_tokens(css: str) -> None:
    """Nothing where all can be read; otherwise a ``KoosteError`` that names each pair."""
    found = unreadable(css)
    if found:
        raise KoosteError("The colours in static/tokens.css cannot be read by everyone, so nothing was published:\n  " + "\n  ".join(found))
