"""Tables of words that are looked for at the beginning of words only, so that a text without any of them costs almost nothing.

A table pairs codes with shapes (regular expressions of folded text). Which two letters a shape can begin with is worked out once; a word of
a text is then tried against the few shapes that begin like it, and against no other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_WORD = re.compile(r"\w+")
_LETTERS = 2
"""How many first letters the index goes by."""
_LITERAL = re.compile(r"[^\W_]|[-':&+]")
_UNSURE = frozenset("?*{")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)?(?!\?)")
_ESCAPED = {".": ".", "+": "+", "-": "-"}


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a table where it stands in a text."""

    code: str
    start: int
    end: int


@dataclass(slots=True)
class WordTable:
    """(code, shape) pairs in order of preference; ``end`` is what must follow a shape (by default no further letter)."""

    table: Sequence[tuple[str, str]]
    end: str = r"(?!\w)"
    _shapes: list[tuple[str, re.Pattern[str]]] = field(init=False)
    _index: dict[str, tuple[int, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self._shapes = [(code, re.compile(rf"(?:{shape}){self.end}")) for code, shape in self.table]
        index: dict[str, set[int]] = defaultdict(set)
        for number, (_, shape) in enumerate(self.table):
            for opening in openings(shape):
                index[opening].add(number)
        whole = {opening: index[opening] | index.get(opening[:1], set()) | index.get("", set()) for opening in list(index)}
        self._index = {opening: tuple(sorted(numbers)) for opening, numbers in whole.items()}

    def everywhere(self, text: str) -> Iterator[tuple[int, Found]]:
        """Each match at the beginning of a word with the number of its shape, in the order of the text."""
        index, shapes = self._index, self._shapes
        anywhere = index.get("", ())
        for word in _WORD.finditer(text):
            at = word.start()
            for number in index.get(text[at : at + _LETTERS]) or index.get(text[at]) or anywhere:
                code, shape = shapes[number]
                if match := shape.match(text, at):
                    yield number, Found(code, at, match.end())

    def found(self, text: str) -> list[Found]:
        """What stands in a folded text, in its order; where two overlap the one that comes first in the table holds."""
        told = sorted(self.everywhere(text), key=lambda pair: (pair[0], pair[1].start))
        kept: list[Found] = []
        taken = bytearray(len(text))
        for _, one in told:
            if 1 not in taken[one.start : one.end]:
                taken[one.start : one.end] = b"\x01" * (one.end - one.start)
                kept.append(one)
        return sorted(kept, key=lambda one: one.start)

    def codes(self, text: str) -> list[str]:
        """The codes that stand in a folded text, each once, in the order of the text."""
        return list(dict.fromkeys(one.code for one in self.found(text)))

    def first(self, text: str) -> Found | None:
        """The first match in a folded text, ``None`` where there is none."""
        return next((one for _, one in self.everywhere(text)), None)

    def tells(self, text: str) -> bool:
        """True where any word of the table stands in a folded text."""
        return self.first(text) is not None


def openings(shape: str) -> set[str]:
    """The first two letters with which a text that fits a shape begins; shorter ones where the shape leaves them open, ``""``: any."""
    return {opening for alternative in _alternatives(shape) for opening in _openings(alternative, "")}


def _openings(rest: str, begun: str) -> set[str]:
    """The openings of one alternative behind what has ``begun``."""
    if len(begun) == _LETTERS or not rest:
        return {begun}
    if rest.startswith(("(?<", "(?=", "(?!")):
        return _openings(rest[_closing(rest) + 1 :], begun)
    if group := _GROUP.match(rest):
        return _group_openings(rest, group.end(), begun)
    if rest.startswith("\\d") and rest[2:3] not in {"?", "*"}:
        return {begun + digit for digit in "0123456789"}
    return _letter_openings(rest, begun)


def _letter_openings(rest: str, begun: str) -> set[str]:
    """The openings where a letter comes next, perhaps one that may be missing; anything but a letter leaves them open."""
    letter, length = (_ESCAPED.get(rest[1], ""), 2) if rest[0] == "\\" else (rest[0] if _LITERAL.fullmatch(rest[0]) else "", 1)
    after = rest[length : length + 1]
    if not letter or after in {"*", "{"}:
        return {begun}
    behind = rest[length + 1 :] if after == "?" else rest[length:]
    found = _openings(behind, begun + letter)
    return found | _openings(behind, begun) if after == "?" else found


def _group_openings(rest: str, inner: int, begun: str) -> set[str]:
    """The openings of a group and what stands behind it, the group left out where it may be."""
    close = _closing(rest)
    behind = rest[close + 1 :]
    quantifier = behind[:1] if behind[:1] in _UNSURE and behind else ""
    if quantifier in {"*", "{"}:
        return {begun}
    found: set[str] = set()
    for alternative in _alternatives(rest[inner:close]):
        found |= _openings(alternative + behind[len(quantifier) :], begun)
    return found | _openings(behind[1:], begun) if quantifier else found


def _closing(text: str) -> int:
    """Where the bracket that opens a text is closed."""
    depth, position = 0, 0
    while position < len(text):
        if text[position] == "\\":
            position += 1
        elif text[position] == "(":
            depth += 1
        elif text[position] == ")":
            depth -= 1
            if not depth:
                return position
        position += 1
    return len(text) - 1


def _alternatives(shape: str) -> list[str]:
    """The shape cut at the bars that stand in no bracket."""
    pieces, depth, begin, position = [], 0, 0, 0
    while position < len(shape):
        char = shape[position]
        if char == "\\":
            position += 1
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif char == "|" and not depth:
            pieces.append(shape[begin:position])
            begin = position + 1
        position += 1
    return [*pieces, shape[begin:]]
