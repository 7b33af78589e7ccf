"""Words of two names put right by one another before they are compared: slips of the pen, one word read in two ways, a word cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from normalize.names_contradictions import is_same_team
from normalize.names_fold import is_one_edit
from normalize.names_model import Name
from normalize.names_terms import MENDED, SLIPPED, Measure, Token

_OTHER_LANGUAGE = 8
"""Letters from which on a slip is seen between two languages: shorter words of two languages are alike by chance."""
_LONG = 9
_SHORTEST_CUT = 8
"""Letters of a name that is taken for cut off without saying so."""
_SHORTEST_HALF = 2
"""Letters of a word that is completed."""
_TELLING_HALF = 5
"""The same where the two names have their words in another order."""
_FIGURE = re.compile(r"\d+")
_WHERE = frozenset("ow")


class _Change(NamedTuple):
    """A word of one name that is read as a word of the other."""

    steps: int
    """0 for a word that is written alike, 1 for a slip of the pen."""
    mine: Token
    theirs: Token


def mended(a: Name, b: Name, mine: Measure, theirs: Measure) -> tuple[Name, Name] | None:
    """Both names with words that nobody knows read as the other name has them; nothing where there is no such word."""
    for_a = _completed(mine, b, theirs) if a.is_cut or _is_beginning(mine, theirs) else []
    for_b = _completed(theirs, a, mine) if b.is_cut or _is_beginning(theirs, mine) else []
    if not (mine.odd_hooks.isdisjoint(theirs.hooks) and theirs.odd_hooks.isdisjoint(mine.hooks)):
        used = {(0, one.text) for one, _ in for_a} | {(1, one.text) for one, _ in for_b}
        for change in sorted(_changes(a, b, mine, theirs), key=lambda one: (one.steps, *sorted((one.mine.text, one.theirs.text)))):
            sides = {(0, change.mine.text), (1, change.theirs.text)}
            if used & sides:
                continue
            used |= sides
            if change.mine.doubt > change.theirs.doubt:
                for_a.append((change.mine, change.theirs))
            else:
                for_b.append((change.theirs, change.mine))
    return (_put_right(a, for_a, b), _put_right(b, for_b, a)) if for_a or for_b else None


def _changes(a: Name, b: Name, mine: Measure, theirs: Measure) -> Iterator[_Change]:
    """Words of both that are one word, of which one name knows less than the other."""
    texts_a, texts_b = {token.text for token in mine.tokens}, {token.text for token in theirs.tokens}
    shortest = SLIPPED if a.language == b.language else _OTHER_LANGUAGE
    for one in mine.tokens:
        for other in theirs.tokens:
            if one.doubt == other.doubt or abs(len(one.text) - len(other.text)) > 1 or len(one.text) < MENDED:
                continue
            if not _may_be_read_so(a, one, b, other):
                continue
            if one.text == other.text:
                if one.unknown != other.unknown:
                    yield _Change(0, one, other)
            elif (
                min(len(one.text), len(other.text)) >= shortest
                and one.text not in texts_b
                and other.text not in texts_a
                and is_one_edit(one.text, other.text)
                and _may_be_one(a, one, b, other)
            ):
                yield _Change(1, one, other)


def _may_be_read_so(a: Name, one: Token, b: Name, other: Token) -> bool:
    """True where both words have their pieces, or where one of them belongs to a figure that both names have."""
    if one.at and other.at:
        return one.is_all and other.is_all
    return bool(a.numbers) and digits_of(a) == digits_of(b)


def _may_be_one(a: Name, one: Token, b: Name, other: Token) -> bool:
    """False for the name of a place that is by chance like a word that says what (Raumalla, rauhalla).

    A long word with a letter twice, left out or swapped is hardly another word.
    """
    where_a, where_b = (all(name.kinds[at] in _WHERE for at in token.at) for name, token in ((a, one), (b, other)))
    if where_a == where_b or not one.at or not other.at:
        return True
    is_misplaced = len(one.text) != len(other.text) or sorted(one.text) == sorted(other.text)
    return is_misplaced and min(len(one.text), len(other.text)) >= _LONG


def _put_right(name: Name, changes: list[tuple[Token, Token]], other: Name) -> Name:
    """The name with words replaced by words of the other name; they are shown as they stand in this one."""
    if not changes:
        return name
    gone = {at for token, _ in changes for at in token.at}
    pieces: dict[str, tuple[str, str]] = {}
    for at in range(len(name.words) + 1):
        for token, theirs in changes:
            if at == min(token.at, default=len(name.words)):
                for one in theirs.at:
                    pieces.setdefault(other.words[one], (other.kinds[one], token.text))
        if at < len(name.words) and at not in gone:
            pieces.setdefault(name.words[at], (name.kinds[at], name.shown[at]))
    words = {"words": tuple(pieces), "kinds": "".join(kind for kind, _ in pieces.values()), "shown": tuple(s for _, s in pieces.values())}
    return name.model_copy(update={**words, **_told_besides(name, changes, other)})


def _told_besides(name: Name, changes: list[tuple[Token, Token]], other: Name) -> dict[str, object]:
    """What else a name says by its words that were replaced: a level, for whom, figures, the side of a match that was cut off."""
    told = {other.kinds[at] for _, theirs in changes for at in theirs.at} | {name.kinds[at] for token, _ in changes for at in token.at}
    found: dict[str, object] = {}
    if "l" in told:
        found["level"] = other.level
    if "a" in told:
        found["audience"] = other.audience
    if any(not theirs.at for _, theirs in changes) and digits_of(name) == digits_of(other):
        found["numbers"] = other.numbers
    is_completed = any(len(theirs.text) > len(token.text) + 1 for token, theirs in changes)
    if is_completed and any(is_same_team(one, two) for one in name.teams for two in other.teams):
        found["teams"] = other.teams
    return found


def digits_of(name: Name) -> list[str]:
    """The figures of a name, whatever their role: a slip in the word beside a figure hides it (7-9-vuoitaille)."""
    return sorted(figure for number in name.numbers for figure in _FIGURE.findall(number.partition(":")[2]))


def _completed(mine: Measure, other: Name, theirs: Measure) -> list[tuple[Token, Token]]:
    """The last word of a name that is cut off, with the word of the other name that begins so; empty where there is none."""
    if not mine.tokens or (other.is_cut and len(theirs.flat) <= len(mine.flat)):
        return []
    last = mine.tokens[-1]
    return [(last, one) for one in theirs.tokens if len(one.text) > len(last.text) >= _SHORTEST_HALF and one.text.startswith(last.text)][:1]


def _is_beginning(mine: Measure, theirs: Measure) -> bool:
    """True for a name that ends in a word nobody knows: in the middle of one, where the other name begins with it or has the whole word."""
    if not mine.tokens or not mine.tokens[-1].unknown or not len(theirs.flat) > len(mine.flat) >= _SHORTEST_CUT:
        return False
    half = mine.tokens[-1].text
    return theirs.flat.startswith(mine.flat) or (
        len(half) >= _TELLING_HALF and any(one.text.startswith(half) and len(one.text) > len(half) + 1 for one in theirs.tokens)
    )
