"""By what two slots are found that may compete, where they are kept: the place, or an audience or a subject with the cell of the map.

Two slots that compete share a key: one that the one has and the other asks for. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import TypeAlias

from normalize.distances import Point
from normalize.overlaps_slot import Rules, Slot
from normalize.overlaps_sweep import Cell, Cells

_NEXT, _SECOND = (tuple(product(range(-far, far + 1), repeat=3)) for far in (1, 2))
"""Steps to a cell and its neighbours; and to theirs."""
_Where: TypeAlias = tuple[str, Point | None]


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of slots by some rules."""

    rules: Rules
    _known: dict[_Where, tuple[Cells, Cells]] = field(default_factory=dict)

    def own(self, slot: Slot) -> list[str]:
        """What a slot is found by, sorted; nothing for one that meets nobody."""
        return sorted(self._keys(slot, is_asking=False))

    def asked(self, slot: Slot) -> list[str]:
        """What is asked to find everything that may compete with a slot, if it goes on at the same time: sorted."""
        return sorted(self._keys(slot, is_asking=True))

    def _keys(self, slot: Slot, *, is_asking: bool) -> Iterator[str]:
        site = slot.place_id or slot.point
        if slot.place_id:
            yield f"place {slot.place_id}"
        if not site:
            return
        wide, near = self._cells(slot)
        # among too many, those of one audience are looked for by the nearer cells as well: these may reach further than one wide cell
        steps = _SECOND if 2 * self.rules.near_km > self.rules.wide_km else _NEXT
        for kind, codes, cell, far in (("audience", slot.audience, wide[site], steps), ("theme", slot.themes, near[site], _NEXT)):
            ends = [_told(one) for one in (_around(cell, far) if is_asking else [cell])]
            yield from (f"{kind} {code} {end}" for code in codes for end in ends)

    def _cells(self, slot: Slot) -> tuple[Cells, Cells]:
        """The cells of the wider and of the nearer distance, of the slot's site."""
        where = slot.place_id, slot.point
        found = self._known.get(where)
        if found is None:
            points: Mapping[str | Point | None, Point] = {} if slot.point is None else {slot.place_id or slot.point: slot.point}
            found = self._known[where] = Cells(self.rules.wide_km, points), Cells(self.rules.near_km, points)
        return found


def _around(cell: Cell, steps: Iterable[tuple[int, ...]]) -> list[Cell]:
    """A cell and those so many steps away."""
    if isinstance(cell, str):
        return [cell]
    return [(cell[0] + x, cell[1] + y, cell[2] + z) for x, y, z in steps]


def _told(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ",".join(map(str, cell))
