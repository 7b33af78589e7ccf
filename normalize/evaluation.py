"""How well duplicates are found, by pairs of listings that people labelled: the figures, and every miss and every mistake.

Figures are of pairs (precision, recall and F1 as in information retrieval). Pure: labels, events and open questions in, figures out;
where a labelled file lies and where figures are kept is not known here. docs/duplicates.md says how to label.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from normalize.identity import ALPHABET, ID_LENGTH

_KEYS = frozenset({"a", "b", "same", "note"})
_NEEDED = ("a", "b", "same")
_EXAMPLE = '{"a": "<listing id>", "b": "<listing id>", "same": true, "note": "why"}'
_MOST_TOLD = 20
"""Wrong lines that one refusal names."""


class LabelsError(ValueError):
    """Labels that cannot be used; the text names every wrong line, what stands there and what should, at most twenty of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPair:
    """Two listings, and whether people say that they tell of one event."""

    a: str
    b: str
    is_same: bool
    note: str = ""
    """Why, in the words of whoever labelled it."""
    line: int = 0
    """1-based line of the file it stands in; 0 where it stands in none."""

    @property
    def ids(self) -> frozenset[str]:
        """Both listings; which one is named first does not matter."""
        return frozenset({self.a, self.b})


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How well the pairs were told apart. A pair of which a listing is not there counts in ``pairs`` and ``unknown`` alone."""

    pairs: int
    same: int
    """Pairs that people call one event."""
    found: int
    """Of those, the ones that are one event."""
    wrong: int
    """Pairs that people call two events and that are one."""
    unknown: int
    asked: int
    """Pairs that are not one event and about which a person is asked."""
    precision: float | None
    """``found`` of all pairs that are one event; ``None`` where no pair is."""
    recall: float | None
    """``found`` of ``same``; ``None`` where people call no pair one event."""
    f1: float | None
    """Harmonic mean of the two, that is 2 found / (same + found + wrong); ``None`` where there is nothing to find and nothing wrong."""
    misses: tuple[LabelledPair, ...]
    """Pairs that people call one event and that are not, in the order of the labels."""
    mistakes: tuple[LabelledPair, ...]
    """Pairs that people call two events and that are one."""


def evaluate(pairs: Iterable[LabelledPair], event_of: Mapping[str, str], asked: Collection[frozenset[str]]) -> Evaluation:
    """The figures of the pairs.

    ``event_of`` is every listing that is there with the event it is part of. ``asked`` are the pairs about which a person is asked, of
    events or of listings.
    """
    labelled = tuple(pairs)
    known = [pair for pair in labelled if pair.ids <= event_of.keys()]
    joined = {pair for pair in known if event_of[pair.a] == event_of[pair.b]}
    same = [pair for pair in known if pair.is_same]
    misses = tuple(pair for pair in same if pair not in joined)
    mistakes = tuple(pair for pair in known if not pair.is_same and pair in joined)
    found = len(same) - len(misses)
    open_ = [pair for pair in known if pair not in joined and (pair.ids in asked or frozenset(event_of[one] for one in pair.ids) in asked)]
    return Evaluation(
        pairs=len(labelled),
        same=len(same),
        found=found,
        wrong=len(mistakes),
        unknown=len(labelled) - len(known),
        asked=len(open_),
        precision=_share(found, len(joined)),
        recall=_share(found, len(same)),
        f1=_share(2 * found, len(same) + len(joined)),
        misses=misses,
        mistakes=mistakes,
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def read_pairs(lines: Iterable[str]) -> tuple[LabelledPair, ...]:
    """The labelled pairs of a file of JSON lines, one object a line as in ``_EXAMPLE``; empty lines are passed over.

    Raises ``LabelsError`` for a line that is no such object, an id that is none, a pair that stands twice, and labels that contradict
    each other: a is b, b is c, and yet a is not c.
    """
    reading = _Reading()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            reading.take(number, line)
    problems = reading.problems or list(_contradictions(reading.pairs))
    if problems:
        more = [f"and {len(problems) - _MOST_TOLD} more"] if len(problems) > _MOST_TOLD else []
        raise LabelsError("\n".join([*problems[:_MOST_TOLD], *more]))
    return tuple(reading.pairs)


@dataclass(slots=True)
class _Reading:
    """The pairs so far, and what was wrong."""

    pairs: list[LabelledPair] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    lines: dict[frozenset[str], int] = field(default_factory=dict)

    def take(self, number: int, line: str) -> None:
        """One line."""
        told = _object(line)
        problem = told if isinstance(told, str) else _problem(told)
        if isinstance(told, str) or problem:
            self.problems.append(f"line {number}: {problem}")
            return
        pair = LabelledPair(a=told["a"], b=told["b"], is_same=told["same"], note=told.get("note", ""), line=number)
        if pair.ids in self.lines:
            self.problems.append(f"line {number}: this pair stands on line {self.lines[pair.ids]} already; keep one of them")
            return
        self.lines[pair.ids] = number
        self.pairs.append(pair)


def _object(line: str) -> dict[str, Any] | str:
    """The object of a line, or what is wrong with it."""
    try:
        told = json.loads(line, object_pairs_hook=_each_key_once)
    except _TwiceError as error:
        return f"the key {error} stands twice; keep one of them"
    except (ValueError, RecursionError):
        return f"is not JSON; write one object a line: {_EXAMPLE}"
    return cast("dict[str, Any]", told) if isinstance(told, dict) else f"is not an object; write one object a line: {_EXAMPLE}"


class _TwiceError(ValueError):
    """A key that an object has twice (RFC 8259 section 4 leaves open which one counts)."""


def _each_key_once(items: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in items]
    for key in keys:
        if keys.count(key) > 1:
            raise _TwiceError(json.dumps(key))
    return dict(items)


def _problem(told: Mapping[str, Any]) -> str:
    """What is wrong with an object, and what to write instead; empty where nothing is."""
    if unknown := sorted(told.keys() - _KEYS):
        return f"{unknown[0]!r} is no key of a pair; there are a, b, same and note"
    if missing := [key for key in _NEEDED if key not in told]:
        return f"{missing[0]!r} is missing; write {_EXAMPLE}"
    for key in ("a", "b"):
        if not _is_id(told[key]):
            return f"{key} is {told[key]!r}, which is no id of a listing: {ID_LENGTH} characters of {ALPHABET}"
    if told["a"] == told["b"]:
        return "a and b are the same listing; name two"
    if not isinstance(told["same"], bool):
        return f"same is {told['same']!r}; write true or false"
    return "" if isinstance(told.get("note", ""), str) else f"note is {told['note']!r}; write a text"


def _is_id(value: object) -> bool:
    return isinstance(value, str) and len(value) == ID_LENGTH and set(value) <= set(ALPHABET)


def _contradictions(pairs: Iterable[LabelledPair]) -> Iterator[str]:
    """A line for every pair that is called two events although others call both of them one with a third."""
    labelled = tuple(pairs)
    group: dict[str, set[str]] = {}
    for pair in labelled:
        if pair.is_same:
            members = group.get(pair.a, {pair.a}) | group.get(pair.b, {pair.b})
            group.update(dict.fromkeys(members, members))
    for pair in labelled:
        if not pair.is_same and pair.b in group.get(pair.a, ()):
            yield f"line {pair.line}: says that these are two events, but other lines make them one; correct this or those"
