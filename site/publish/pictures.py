"""Pictures that a municipality brings: how large they are, so that a page keeps their place free before they come."""

from __future__ import annotations

import re

from harvesters.errors import KoosteError

_PNG = b"\x89PNG\r\n\x1a\n"
_VIEW = re.compile(rb"""<svg\b[^>]*?\bviewBox=["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)""")
_LEAST = 192
"""Pixels that Android wants of an icon."""


def size_of(name: str, data: bytes) -> tuple[int, int]:
    """Width and height of a PNG (W3C PNG section 11.2.1) or of the ``viewBox`` of an SVG; ``KoosteError`` where they cannot be told."""
    if data.startswith(_PNG):
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    view = _VIEW.search(data)
    size = (round(float(view[1])), round(float(view[2]))) if view else (0, 0)
    if 0 in size:
        raise KoosteError(f"static/{name} must be a PNG, or an SVG that says how large it is: <svg viewBox='0 0 200 80' …>.")
    return size


def icon_side(name: str, data: bytes) -> int:
    """Pixels of a side of an icon for phones; ``KoosteError`` where they take another one."""
    wide, high = size_of(name, data) if data.startswith(_PNG) else (0, 0)
    if wide != high or wide < _LEAST:
        raise KoosteError(f"static/{name} must be a square PNG of at least {_LEAST} pixels; 512 are best.")
    return wide
