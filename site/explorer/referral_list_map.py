"""A small picture of where the places of a list lie to each other: numbers, a scale, north up. The list itself is what counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from store.referral_items import Item

WIDTH, HEIGHT, MARGIN = 320, 200, 28
_A_DEGREE = 111.2
"""Kilometres between two circles of latitude."""
_SCALES = (0.2, 0.5, 1, 2, 5, 10, 20, 50)
_CLOSE = 0.05
"""Kilometres within which places are one spot."""
_APART = 27.0
"""Units of the picture that two spots must be apart to be drawn apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The picture: where each spot is, in its own units, and how long the scale is."""

    spots: tuple[tuple[float, float, str], ...]
    """x, y and the numbers that stand there."""
    scale_km: float
    scale_length: float


def drawn(items: Sequence[tuple[int, Item]]) -> Drawn | None:
    """The picture; ``None`` where fewer than two spots are known."""
    known = [(number, item.latitude, item.longitude) for number, item in items if item.latitude is not None and item.longitude is not None]
    spots = _spots([(number, latitude or 0.0, longitude or 0.0) for number, latitude, longitude in known])
    if len(spots) < 2:  # noqa: PLR2004 - one spot is no map
        return None
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    across, up = max(xs) - min(xs), max(ys) - min(ys)
    scale = min((WIDTH - 2 * MARGIN) / max(across, _CLOSE), (HEIGHT - 2 * MARGIN) / max(up, _CLOSE))
    left, top = (WIDTH - across * scale) / 2, (HEIGHT - up * scale) / 2
    placed = [(left + (x - min(xs)) * scale, top + (max(ys) - y) * scale, numbers) for (x, y), numbers in spots.items()]
    length = max((km for km in _SCALES if km * scale <= WIDTH / 3), default=_SCALES[0])
    return Drawn(spots=_apart(placed), scale_km=length, scale_length=round(length * scale, 1))


def _apart(placed: Sequence[tuple[float, float, list[int]]]) -> tuple[tuple[float, float, str], ...]:
    """The spots, those that would cover each other as one."""
    found: list[tuple[float, float, list[int]]] = []
    for x, y, numbers in placed:
        near = next((one for one in found if abs(one[0] - x) < _APART and abs(one[1] - y) < _APART), None)
        if near is None:
            found.append((x, y, list(numbers)))
        else:
            near[2].extend(numbers)
    return tuple((_inside(x, len(label)), round(y, 1), label) for x, y, numbers in found if (label := ", ".join(map(str, sorted(numbers)))))


def _inside(x: float, letters: int) -> float:
    """``x`` moved so far that the label with its frame is within the picture."""
    half = 15.0 + 4 * letters
    return round(min(max(x, half), WIDTH - half), 1)


def _spots(known: Sequence[tuple[int, float, float]]) -> dict[tuple[float, float], list[int]]:
    """Kilometres east and north of the equator's zero -> the numbers there; what lies close together is one spot."""
    if not known:
        return {}
    narrow = cos(radians(sum(latitude for _, latitude, _ in known) / len(known)))
    found: dict[tuple[float, float], list[int]] = defaultdict(list)
    for number, latitude, longitude in known:
        at = (longitude * _A_DEGREE * narrow, latitude * _A_DEGREE)
        near = next((spot for spot in found if abs(spot[0] - at[0]) < _CLOSE and abs(spot[1] - at[1]) < _CLOSE), at)
        found[near].append(number)
    return dict(found)
