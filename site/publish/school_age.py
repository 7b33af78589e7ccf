"""Which hobbies are meant for children of school age, and which places are schools."""

from __future__ import annotations

import re

from normalize.model import Details
from store.reading import PlaceRow

_FIRST, _LAST = 7, 15
"""Years of age of comprehensive school, which begins in the year of the seventh birthday."""
_OLDEST = 20
"""A span of ages that reaches further is one of adults that lets young people in."""
_AUDIENCES = frozenset({"school_age", "children", "youth"})
_SCHOOL = re.compile(r"\w*(?:koulu|skola|skolan|school)\b", re.IGNORECASE)


def is_for_school_age(details: Details) -> bool:
    """Whether it is told to be for them: in grades, in ages that hold theirs, or by name; ages that do not hold theirs count more."""
    if details.grades is not None:
        return details.grades[1] >= 1
    low, high = details.minimum_age, details.maximum_age
    if (high is not None and high < _FIRST) or (low is not None and low > _LAST):
        return False
    return not _AUDIENCES.isdisjoint(details.audience) or (high is not None and high <= _OLDEST)


def is_school(place: PlaceRow) -> bool:
    """By its name: the registry has no kinds of places."""
    return any(_SCHOOL.search(name) for name in place.name.values())
