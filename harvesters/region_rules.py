"""What a region may set of its areas' names, what competes and when schools are closed: keys of ``region`` in ``schedules.yaml``."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from harvesters.strict import Strict

LANGUAGES: tuple[Literal["fi", "sv", "en"], ...] = ("fi", "sv", "en")
"""The languages the interface is complete in."""

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


def _texts(value: Any) -> Any:
    """A plain string where one name serves all languages."""
    return dict.fromkeys(LANGUAGES, value) if isinstance(value, str) else value


Names = Annotated[dict[Language, Annotated[str, Field(min_length=1)]], Field(min_length=1), BeforeValidator(_texts)]
"""A name in one or more languages."""


def name_in(names: dict[str, str], language: str) -> str:
    """The name in the language, else in the first that it is given in."""
    return names.get(language, next(iter(names.values())))


AreaNames = dict[str, Annotated[dict[Literal["fi", "sv", "en"], Annotated[str, Field(min_length=1)]], BeforeValidator(_texts)]]
"""A district or municipality as places name it -> what it is called in each language."""


def unknown_area(named: Iterable[str], known: Collection[str]) -> str:
    """What is wrong with the first area that no place is in, with the one that is likely meant; ``""`` where there is none."""
    name = next((one for one in named if one not in known), None)
    if name is None:
        return ""
    near = get_close_matches(name, sorted(known), n=1)
    hint = f"did you mean {near[0]!r}?" if near else "write it as `district` or `municipality` of the place does"
    return f"region.area_names: {name!r} is no district or municipality of a place; {hint}"


class OverlapRules(Strict):
    """What competes (docs/overlaps.md)."""

    near_km: float = Field(default=5, gt=0)
    wide_km: float = Field(default=30, gt=0)
    assumed_minutes: int = Field(default=90, gt=0)
    longest_hours: float = Field(default=12, gt=0)
    exhibition_hours: float = Field(default=3, gt=0)
    unspecific: tuple[str, ...] = ("all", "adults", "children", "families")
    levels: tuple[Literal["topics", "subjects"], ...] = ("subjects",)
    similar_days: int = Field(default=60, gt=0)

    @model_validator(mode="after")
    def _near_is_nearer(self) -> OverlapRules:
        if self.near_km > self.wide_km:
            msg = f"near_km {self.near_km:g} must be at most wide_km {self.wide_km:g}"
            raise ValueError(msg)
        return self


class SchoolHoliday(Strict):
    """Days without school, both inclusive."""

    name: Names
    first: date
    last: date

    @model_validator(mode="after")
    def _first_is_first(self) -> SchoolHoliday:
        if self.last < self.first:
            msg = f"the last day {self.last} is before the first day {self.first}"
            raise ValueError(msg)
        return self
