"""Descriptions in two or more languages one after the other, taken apart into a text a language; where that is not clear they stay whole.

Lines, paragraphs and lists are looked at one by one. A text is taken apart where each language is one run of them, each run is long enough
to be a text of its own, and nothing long in between is in doubt. What is in no language (an address, a time, a name) stays with the text it
follows; before the first and after the last run it belongs to every text. Lines that only point the way ("På svenska nedan") are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.languages import OURS, SURE, Guess, detect, shares
from normalize.model import Language
from normalize.text import words

_FEWEST_HITS = 4
_LEAST_SHARE = 0.15
_FEWEST_WORDS = 8
_LEAST_RATIO = 0.3
_SPEAKING_WORDS = 3
_LONGEST_POINTER = 150
_DOUBTFUL_WORDS = 9
_LEANING = 0.5
_PIECES = re.compile(r"(<[^>]*>)")
_BLOCK_TAGS = frozenset({"p", "ul", "ol", "h3"})
_POINTER = re.compile(
    r"[\W_]*(?:(?:text|info|information|beskrivning|description|kuvaus|teksti|more|mer|lisää|see|katso|se|same|sama)[\W_]+){0,3}"
    r"(?:(?:på|in|the|version|auf)[\W_]+){0,3}"
    r"(?:suomeksi|ruotsiksi|englanniksi|venäjäksi|svenska|engelska|finska|english|swedish|finnish|sámegillii|davvisámegillii|по-русски"
    r"|på svenska|in english)"
    r"(?:[\W_]+(?:alla|alempana|alapuolella|ylempänä|nedan|nedanför|längre ner|below|above|further down|version|ovan|text|info|information"
    r"|ja|och|and|suomeksi|ruotsiksi|englanniksi|på|in|svenska|engelska|finska|english|swedish|finnish)){0,7}[\W_]*",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\W_]{3,}")
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(slots=True)
class _Unit:
    """One line or list: its HTML, its words, the block it stands in."""

    html: str
    text: str
    block: int
    guess: Guess
    language: Language = ""
    """The language whose text it goes to; empty: to every one."""
    is_left_out: bool = False

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.text))

    @property
    def speaks(self) -> bool:
        """True where it tells its own language."""
        return self.guess.language in OURS and self.guess.confidence >= SURE and self.count >= _SPEAKING_WORDS and not self.is_left_out


def split_description(clean: str) -> tuple[tuple[Language, str], ...]:
    """The texts of a clean description by language, in their order; empty where it is to stay whole."""
    if not _may_be_mixed(clean):
        return ()
    units = _units(clean)
    if not _runs_are_clear(units):
        return ()
    _settle(units)
    languages = dict.fromkeys(unit.language for unit in units if unit.language)
    return tuple((language, _joined(unit for unit in units if unit.language in {"", language})) for language in languages)


def _may_be_mixed(clean: str) -> bool:
    """True where two languages have a fair share of the everyday words: the quick question before the dear one."""
    if "<br>" not in clean and clean.count("</") < 2:  # noqa: PLR2004 - a single block is never taken apart
        return False
    found = sorted(shares(clean).values(), reverse=True)
    return len(found) > 1 and found[1] >= max(_FEWEST_HITS, _LEAST_SHARE * found[0])


class _Reader:
    """Takes clean HTML into units: lines of paragraphs, and every list and heading as one; inline elements keep their lines together."""

    def __init__(self) -> None:
        self.units: list[_Unit] = []
        self.is_sound = True
        """False where an inline element reaches beyond a block: then nothing may be cut."""
        self._pending: list[str] = []
        self._block = self._depth = self._inline = 0
        self._is_whole = False

    def take(self, piece: str) -> None:
        """One tag, or the text between two."""
        name = piece.strip("</>").split(" ", 1)[0] if piece.startswith("<") else ""
        if name in _BLOCK_TAGS:
            (self._closes if piece.startswith("</") else self._opens)(name, piece)
        elif name == "br" and not self._is_whole and self._inline == 0:
            self.end(ends_block=not self._pending)
        else:
            if name not in {"", "br", "li"}:
                self._inline += -1 if piece.startswith("</") else 1
            self._pending.append(piece)

    def end(self, *, ends_block: bool) -> None:
        """The unit that was being read is over."""
        html = "".join(self._pending).strip()
        self._pending.clear()
        self.is_sound &= self._inline == 0
        if text := words(html):
            left_out = len(text) <= _LONGEST_POINTER and bool(_POINTER.fullmatch(text) or _RULE.fullmatch(text))
            self.units.append(_Unit(html, text, self._block, detect(text), is_left_out=left_out))
        self._block += ends_block

    def _opens(self, name: str, piece: str) -> None:
        if self._depth == 0:
            self.end(ends_block=True)
            self._is_whole = name != "p"
        self._depth += 1
        if self._is_whole:
            self._pending.append(piece)

    def _closes(self, _name: str, piece: str) -> None:
        self._depth -= 1
        if self._is_whole:
            self._pending.append(piece)
        if self._depth == 0:
            self.end(ends_block=True)
            self._is_whole = False


def _units(clean: str) -> list[_Unit]:
    """The units of clean HTML; none where it cannot be cut without breaking an element."""
    reader = _Reader()
    for piece in _PIECES.split(clean):
        if piece:
            reader.take(piece)
    reader.end(ends_block=True)
    return reader.units if reader.is_sound else []


def _runs_are_clear(units: list[_Unit]) -> bool:
    """True where every language is one run, long enough, and nothing long is in doubt."""
    runs: list[Language] = []
    sizes: dict[Language, int] = {}
    for unit in units:
        if unit.speaks:
            if not runs or runs[-1] != unit.guess.language:
                runs.append(unit.guess.language)
            sizes[unit.guess.language] = sizes.get(unit.guess.language, 0) + unit.count
    if len(runs) < 2 or len(set(runs)) < len(runs) or min(sizes.values()) < _FEWEST_WORDS:  # noqa: PLR2004 - two languages at least
        return False
    if any(unit.count >= _DOUBTFUL_WORDS and not unit.speaks for unit in units):
        return False
    is_marked = any(unit.is_left_out for unit in units)
    return is_marked or min(sizes.values()) >= _LEAST_RATIO * max(sizes.values())


def _settle(units: list[_Unit]) -> None:
    """Gives every unit its language; those that do not speak by their neighbours."""
    following: list[_Unit | None] = [None] * len(units)
    after: _Unit | None = None
    for index in range(len(units) - 1, -1, -1):
        following[index] = after
        after = units[index] if units[index].speaks else after
    before: _Unit | None = None
    for unit, nearest in zip(units, following, strict=True):
        if unit.speaks:
            unit.language = unit.guess.language
            before = unit
        else:
            unit.language = _of_neighbours(unit, before, nearest)


def _of_neighbours(unit: _Unit, before: _Unit | None, after: _Unit | None) -> Language:
    """The language of a unit between two that speak; empty where it belongs to all."""
    near = [other for other in (before, after) if other is not None]
    if before is not None and after is not None and before.guess.language == after.guess.language:
        return before.guess.language
    for other in near:
        if unit.guess.language == other.guess.language and unit.guess.confidence >= _LEANING and unit.count:
            return other.guess.language
    for other in near:
        if unit.block == other.block:
            return other.guess.language
    return before.guess.language if before is not None and after is not None else ""


def _joined(units: Iterable[_Unit]) -> str:
    """The HTML of the units: lines of one block in one paragraph, lists and headings as they are."""
    parts: list[str] = []
    last = -1
    for unit in units:
        if unit.is_left_out:
            continue
        is_whole = unit.html.startswith(("<ul>", "<ol>", "<h3>"))
        if last >= 0 and (is_whole or unit.block != last):
            parts.append("</p>")
        if is_whole:
            parts.append(unit.html)
        else:
            parts += ["<br>" if unit.block == last else "<p>", unit.html]
        last = -1 if is_whole else unit.block
    return "".join(parts) + ("</p>" if last >= 0 else "")
