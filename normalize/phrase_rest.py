"""What is left of a title when the time is cut out of it, and the words that were cut out."""

from __future__ import annotations

import re
from collections.abc import Sequence

_EDGE = " \t,;:.–—-|•·/&+"
_DANGLING = re.compile(
    (
        r"(?:^|(?<=[\s,;:–-]))(?:klo|kello|kl\.?|ja|och|and|sekä|on|den|at|alkaen|från|from|till|to|asti|pvm|aika|uusi|"
        r"uusi aika|ny tid|new date|saakka|i|alk|noin|ca|(?-i:n))[:.]?$"
    ),
    re.IGNORECASE,
)
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_EMPTY = re.compile(r"[(\[]\s*(?:huom|obs|note|nb)?\s*[.!,;:–-]*\s*[)\]]", re.IGNORECASE)
_BLANKS = re.compile(r"\s{2,}")
_BETWEEN = re.compile(r"[\s,;:.()–—-]*(?:klo|kl|ja|och|and)?[\s,;:.()–—-]*", re.IGNORECASE)
_ORPHAN = re.compile(r"\s+([,;:.!?])")
_DOUBLE = re.compile(r"([,;:])(?:\s*[,;:])+")


_NEAR = 2
"""Characters between a small word and the time it belongs to."""


def tied(places: Sequence[tuple[int, int]], ties: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places with the small words right beside them; others are words like any."""
    found = list(places)
    left = [tie for tie in ties if tie not in found]
    while near := [tie for tie in left if any(_touch(tie, place) for place in found)]:
        found += near
        left = [tie for tie in left if tie not in near]
    return found


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """True where hardly more than a blank stands between them."""
    return max(one[0], other[0]) - min(one[1], other[1]) <= _NEAR


def merged(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places in order, those with only marks between them as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if found and _BETWEEN.fullmatch(text[found[-1][1] : start]):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _with_brackets(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """The place with the brackets around it, where nothing else stands in them."""
    before, after = text[: place[0]].rstrip(), text[place[1] :].lstrip()
    if before[-1:] in _OPEN and after[:1] in _CLOSE and before and after:
        return len(before) - 1, len(text) - len(after) + 1
    return place


def cut_out(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The words at the places, as they stood."""
    words = " … ".join(" ".join(text[start:end].split()) for start, end in merged(text, places))
    return words + ")" * (words.count("(") - words.count(")"))


def without(text: str, start: int, end: int, places: Sequence[tuple[int, int]]) -> str:
    """The text from ``start`` to ``end`` without what stands at the places, tidied: no empty brackets, no dangling marks."""
    pieces: list[str] = []
    position = start
    for first, last in (_with_brackets(text, place) for place in merged(text, places)):
        if first < end and last > start:
            pieces.append(text[position : max(first, position)])
            position = max(position, last)
    if not pieces:
        return text[start:end].strip()
    return _tidied([*pieces, text[position:end]])


def _tidied(pieces: list[str]) -> str:
    """The pieces as one title."""
    edges = [_trimmed(piece) for piece in pieces]
    joined = " ".join(piece for piece in edges if piece)
    joined = _EMPTY.sub(" ", joined)
    for opened, closed in ("()", "[]"):
        if joined.count(opened) != joined.count(closed):
            joined = joined.replace(opened, " ").replace(closed, " ")
    joined = _DOUBLE.sub(r"\1", _ORPHAN.sub(r"\1", _BLANKS.sub(" ", joined)))
    return _trimmed(joined)


def _trimmed(piece: str) -> str:
    """A piece without marks at its ends and without a small word that led to what was cut out."""
    while True:
        trimmed = _DANGLING.sub("", piece.strip(_EDGE)).strip(_EDGE)
        if trimmed == piece:
            return piece
        piece = trimmed
