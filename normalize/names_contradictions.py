"""Where two names say different things of one matter: figures, for whom, which level, who plays, in which language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from normalize.names_fold import as_written, is_slip, stem
from normalize.names_model import Contradiction, Name
from normalize.names_numbers import ages
from normalize.names_performers import are_others, performers_of
from normalize.names_stop import ENSEMBLES, PERFORMED

_SPANS = {
    "babies": (0, 1), "toddlers": (1, 3), "preschool": (3, 6), "children": (0, 12), "school": (7, 15), "teens": (10, 17), "youth": (10, 29),
    "young_adults": (18, 29), "adults": (18, 64), "seniors": (60, 120), "families": (0, 64),
}  # fmt: skip
"""Years of age an audience stands for, both inclusive: only to see which two cannot be meant at once."""
_SEXES = {"women": "f", "girls": "f", "mothers": "f", "men": "m", "boys": "m", "fathers": "m"}
_PEOPLE = frozenset(
    {
        "carers",
        "volunteers",
        "associations",
        "unemployed",
        "students",
        "immigrants",
        "entrepreneurs",
        "veterans",
        "widows",
        "staff",
        "disabled",
        "couples",
        "singles",
    }
)
_BEGINNER = "beginner"
"""Only against this a level contradicts in two languages: ``jatko`` is an intermediate course to one and an advanced one to another."""
_RANGES = ("age", "grade", "months")
_EXACT = ("class", "year", "code", "cefr", "no", "km")


class Word(Protocol):
    """What is asked of a word that only one of two names has."""

    @property
    def word(self) -> str:
        """Its normal form."""
        ...

    @property
    def kind(self) -> str:
        """What it is to the name."""
        ...

    @property
    def shown(self) -> str:
        """As it stands."""
        ...


def contradictions_of(a: Name, b: Name, rest_a: Sequence[Word], rest_b: Sequence[Word]) -> tuple[Contradiction, ...]:
    """Every contradiction of two names; the rests are the words that only one of them has."""
    found: list[Contradiction] = []
    if a.numbers and b.numbers and a.numbers != b.numbers:
        found += _numbers(a.numbers, b.numbers)
    if a.audience and b.audience and a.audience != b.audience and _is_other_audience(a.audience, b.audience):
        found.append(Contradiction("audience", ", ".join(a.audience), ", ".join(b.audience)))
    if a.level and b.level and _is_other_level(a, b):
        found.append(Contradiction("level", a.level, b.level))
    if a.spoken and b.spoken and not set(a.spoken) & set(b.spoken):
        found.append(Contradiction("language_group", ", ".join(a.spoken), ", ".join(b.spoken)))
    if a.teams and b.teams and not _are_same_teams(a.teams, b.teams):
        found.append(Contradiction("team", " - ".join(a.teams), " - ".join(b.teams)))
    elif are_others(mine := performers_of(a.text, a.language), theirs := performers_of(b.text, b.language)):
        found.append(
            Contradiction(
                "performer", *(" ".join(as_written(text, word) for word in sorted(who)) for text, who in ((a.text, mine), (b.text, theirs)))
            )
        )
    elif rest_a and rest_b and a.language == b.language:
        found += _performers(a, b, rest_a, rest_b)
    return tuple(found)


def _is_other_level(a: Name, b: Name) -> bool:
    """True where two names that tell a level tell another one; a word may stand for two."""
    levels = set(a.level.split("/")), set(b.level.split("/"))
    return levels[0].isdisjoint(levels[1]) and (a.language == b.language or _BEGINNER in levels[0] | levels[1])


def _numbers(a: Sequence[str], b: Sequence[str]) -> Iterable[Contradiction]:
    """Figures of one role that cannot both hold."""
    for role in (*_RANGES, *_EXACT):
        mine, theirs = _of(a, role), _of(b, role)
        if mine and theirs and _is_other(role, mine, theirs):
            yield Contradiction("number", _values(mine), _values(theirs))


def _of(numbers: Sequence[str], role: str) -> list[str]:
    """The figures of one role."""
    return [number for number in numbers if number.startswith(role) and number[len(role)] == ":"]


def _is_other(role: str, mine: list[str], theirs: list[str]) -> bool:
    """True where no figure of one can be a figure of the other."""
    if role == "code":
        return not set(mine) & set(theirs) and {_shape(code) for code in mine} == {_shape(code) for code in theirs}
    if role not in _RANGES:
        return not set(mine) & set(theirs)
    return not any(_may_be_one(ages(one), ages(other)) for one in mine for other in theirs)


def _values(numbers: list[str]) -> str:
    """The figures without their role."""
    return ", ".join(number.partition(":")[2] for number in numbers)


def _shape(code: str) -> str:
    """A code with every figure as 9 and every letter as a."""
    return "".join("9" if sign.isdigit() else "a" if sign.isalpha() else sign for sign in code)


def _may_be_one(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """True where one span lies within the other, or they share more than the year where one ends and the other begins."""
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return low < high or (low == high and (a in ((low, low), b) or b == (low, low)))


def _is_other_audience(a: Sequence[str], b: Sequence[str]) -> bool:
    """True where nobody could be meant by both names."""
    mine, theirs = [_SPANS[one] for one in a if one in _SPANS], [_SPANS[one] for one in b if one in _SPANS]
    if mine and theirs and not any(_may_be_one(one, other) for one in mine for other in theirs):
        return True
    sexes, others = {_SEXES[one] for one in a if one in _SEXES}, {_SEXES[one] for one in b if one in _SEXES}
    if sexes and others and not sexes & others:
        return True
    people, different = set(a) & _PEOPLE, set(b) & _PEOPLE
    return bool(people and different and not people & different)


def _are_same_teams(a: Sequence[str], b: Sequence[str]) -> bool:
    """True where both matches have the same two sides, whichever is named first."""
    return all(any(is_same_team(one, other) for other in b) for one in a) and all(any(is_same_team(one, other) for other in a) for one in b)


def is_same_team(a: str, b: str) -> bool:
    """One team under two spellings, with the ending another language takes off, or with and without its second name."""
    return a == b or is_slip(a, b) or is_slip(stem(a, "sv"), stem(b, "sv")) or a.startswith(b + " ") or b.startswith(a + " ")


def _performers(a: Name, b: Name, rest_a: Sequence[Word], rest_b: Sequence[Word]) -> Iterable[Contradiction]:
    """Other proper names in two names of what somebody gives, where nothing else but those names is left of either."""
    rest = {word.word for word in rest_a}
    shared = [word for word in a.words if word not in rest]
    if not any(key in PERFORMED for word in shared for key in word.split("/")):
        return
    mine, theirs = _only_names(rest_a), _only_names(rest_b)
    if mine and theirs:
        yield Contradiction(
            "performer", *(" ".join(as_written(name.text, word.shown) for word in words) for name, words in ((a, mine), (b, theirs)))
        )


def _only_names(rest: Sequence[Word]) -> list[Word]:
    """The proper names that are left of a name; none where something else of weight is."""
    if any(word.kind in "cmr" and word.word not in ENSEMBLES for word in rest):
        return []
    return [word for word in rest if word.kind == "p"]
