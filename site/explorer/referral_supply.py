"""Where there is nothing: audiences by area and weekday."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explorer.referral_cards import Speaking
from store.referral_reviews import Supply

Area = tuple[str, str, str]
"""District, number and name of its municipality."""
_NONE = (0,) * 7


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """One area with something on: how much on each weekday, Monday first."""

    area: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapGroup:
    """One audience."""

    code: str
    name: str
    rows: tuple[GapRow, ...]
    without: tuple[str, ...]
    """Areas with nothing at all."""


def gap_table(supply: Supply, areas: Sequence[Area], only: str, words: Speaking) -> tuple[GapGroup, ...]:
    """Each audience for which there is anything, or the one that was asked for."""
    shown = [only] if only else [code for code in words.audiences if supply.counts.get(code)]
    return tuple(_group(code, supply.counts.get(code, {}), areas, words) for code in shown)


def _group(code: str, counts: Mapping[tuple[str, str], tuple[int, ...]], areas: Sequence[Area], words: Speaking) -> GapGroup:
    names = [district for district, _, _ in areas]
    rows, without = [], []
    for district, number, municipality in areas:
        name = f"{district} ({municipality})" if names.count(district) > 1 else district
        there = counts.get((district, number), _NONE)
        if any(there):
            rows.append(GapRow(area=name, counts=there))
        else:
            without.append(name)
    return GapGroup(code=code, name=words.audiences.get(code, code), rows=tuple(rows), without=tuple(without))


def gap_data(supply: Supply, areas: Sequence[Area], only: str) -> list[dict[str, Any]]:
    """One record for each weekday of each area on which there is nothing for an audience."""
    return list(_gaps(supply, areas, only))


def _gaps(supply: Supply, areas: Sequence[Area], only: str) -> Iterator[dict[str, Any]]:
    for code in [only] if only else sorted(code for code, found in supply.counts.items() if found):
        for district, number, _ in areas:
            counts = supply.counts.get(code, {}).get((district, number), _NONE)
            for weekday, count in enumerate(counts, start=1):
                if not count:
                    yield {"audience": code, "district": district, "municipality_code": number, "weekday": weekday}
