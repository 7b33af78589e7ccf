"""Which tellings are one event: links between pairs made into groups in which every pair could be one thing.

Agglomerative, from the strongest link downwards. Two groups become one only where nothing between them speaks against it, however strong
the one link between them is: a chain of likenesses must not join its two ends. Pure, and any order of members, links and verdicts gives
the same groups. docs/duplicates.md tells the rules in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import fsum
from typing import Literal, TypeVar

from normalize.likeness import ASK, Likeness
from normalize.traits import Traits

LARGEST = 300
"""Tellings held together by links up to which every pair of them may be compared. Above it only pairs that are linked count."""
_OTHER_DAY = frozenset({"other_dates", "other_performance", "one_source_other_time"})
"""Contradictions of time, which two dates of one series always have."""
_ONE_DAY = frozenset({"other_performance"})
_FIRST_HAND = frozenset({"organizer", "registration"})
"""Roles of those who know when it is: what two others make of it may differ in two ways."""

Judge = Callable[[Traits, Traits], Likeness]
Group = frozenset[str]
Pair = tuple[str, str]
"""Two ids, the smaller one first."""
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two tellings that are likely one thing, or that a person should look at."""

    a: str
    b: str
    """Ids of tellings; ``a`` is the smaller."""
    likeness: Likeness
    """Its decision is ``joined`` or ``ask``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person decided of two tellings."""

    a: str
    b: str
    kind: Literal["same", "different"]
    at: str
    """When, as text that sorts by time: of one pair the latest counts, and of two at once the one that keeps apart."""


def components(links: Iterable[Link], verdicts: Iterable[Verdict]) -> list[Group]:
    """What is held together by links of any decision or by verdicts ``same``, however far; sorted."""
    pairs = [(link.a, link.b) for link in links]
    return _connected(pairs + [(one.a, one.b) for one in verdicts if one.kind == "same"])


def clusters(members: Mapping[str, Traits], links: Iterable[Link], verdicts: Iterable[Verdict], judge: Judge) -> list[Group]:
    """Every member in the group that is its event; sorted. Links and verdicts of what is no member are passed over.

    ``judge`` compares two members between which no link is stored; it is asked for the smaller id first and at most once a pair.
    """
    joined = {(link.a, link.b): link for link in links if link.a in members and link.b in members and link.a != link.b}
    decided = _last(one for one in verdicts if one.a in members and one.b in members and one.a != one.b)
    strong = [pair for pair, link in joined.items() if link.likeness.decision == "joined"]
    parts = _connected([*strong, *(pair for pair, one in decided.items() if one.kind == "same")])
    ours, said = _by_part(parts, joined), _by_part(parts, decided)
    found = [group for part in parts for group in _Clustering(members, ours[part], said[part], judge).groups(sorted(part))]
    inside = {one for group in found for one in group}
    return sorted([*found, *(frozenset({one}) for one in members if one not in inside)], key=sorted)


def _connected(pairs: Iterable[Pair]) -> list[Group]:
    """What the pairs hold together, sorted."""
    root: dict[str, str] = {}

    def top(one: str) -> str:
        while root.setdefault(one, one) != one:
            root[one] = one = root[root[one]]
        return one

    for a, b in pairs:
        root[top(a)] = top(b)
    found: dict[str, set[str]] = {}
    for one in list(root):
        found.setdefault(top(one), set()).add(one)
    return sorted(map(frozenset, found.values()), key=sorted)


def _by_part(parts: Sequence[Group], found: Mapping[Pair, Item]) -> dict[Group, dict[Pair, Item]]:
    """What is known of the pairs within each part."""
    part_of = {one: part for part in parts for one in part}
    within: dict[Group, dict[Pair, Item]] = {part: {} for part in parts}
    for pair, item in found.items():
        part = part_of.get(pair[0])
        if part is not None and pair[1] in part:
            within[part][pair] = item
    return within


def _last(verdicts: Iterable[Verdict]) -> dict[Pair, Verdict]:
    """The verdict that counts of each pair, the smaller id first."""
    found: dict[Pair, Verdict] = {}
    for one in sorted(verdicts, key=lambda one: (one.at, one.kind == "different")):
        found[min(one.a, one.b), max(one.a, one.b)] = one
    return found


@dataclass(slots=True)
class _Clustering:
    """The groups of one part on their way."""

    members: Mapping[str, Traits]
    links: Mapping[Pair, Link]
    decided: Mapping[Pair, Verdict]
    judge: Judge
    is_large: bool = False
    group_of: dict[str, Group] = field(default_factory=dict)
    judged: dict[Pair, Likeness | None] = field(default_factory=dict)
    refused: set[frozenset[Group]] = field(default_factory=set)
    """Pairs of groups that were found not to fit."""

    def groups(self, ids: Sequence[str]) -> list[Group]:
        """The groups of these members."""
        self.group_of = {one: frozenset({one}) for one in ids}
        self.is_large = len(ids) > LARGEST
        self._obey()
        strong = [(pair, link.likeness.points) for pair, link in self.links.items() if link.likeness.decision == "joined"]
        ordered = [pair for pair, _ in sorted(strong, key=lambda one: (-one[1], one[0]))]
        while sum(self._joins(pair) for pair in ordered):
            # what did not fit may fit now that the groups are others
            continue
        return list(set(self.group_of.values()))

    def _obey(self) -> None:
        """Joins what people called the same, the newest first, unless they said something else since."""
        same = [(pair, one.at) for pair, one in self.decided.items() if one.kind == "same"]
        for pair, at in sorted(sorted(same), key=lambda one: one[1], reverse=True):
            a, b = (self.group_of[one] for one in pair)
            if a != b and not any(one.kind == "different" and one.at >= at for one in self._said_between(a, b)):
                self._join(a, b)

    def _said_between(self, a: Group, b: Group) -> list[Verdict]:
        return [self.decided[pair] for pair in _across(a, b) if pair in self.decided] if self.decided else []

    def _joins(self, pair: Pair) -> bool:
        """Joins the groups of two linked members where they fit; True where it did."""
        a, b = (self.group_of[one] for one in pair)
        if a == b or frozenset({a, b}) in self.refused:
            return False
        if not self._fit(a, b):
            self.refused.add(frozenset({a, b}))
            return False
        self._join(a, b)
        return True

    def _join(self, a: Group, b: Group) -> None:
        self.group_of.update(dict.fromkeys(a | b, a | b))

    def _fit(self, a: Group, b: Group) -> bool:
        """True where every pair across could be one thing, and all of them together likely are."""
        if not self._may_meet(a, b) or any(one.kind == "different" for one in self._said_between(a, b)):
            return False
        points: list[float] = []
        for pair in _across(a, b):
            found = self._likeness(pair)
            if found is None:
                return False
            if self._is_against(pair, found):
                if not (self._are_dates_of_one(pair, found, a | b) or self._err_in_time(pair, found, a | b)):
                    return False
            else:
                points.append(found.points)
        return bool(points) and fsum(points) / len(points) >= ASK

    def _may_meet(self, a: Group, b: Group) -> bool:
        """False for two known places, whatever else is the case: what is cheap to know is looked at first."""
        there, here = ({self.members[one].place_id for one in group} - {""} for group in (a, b))
        return not there or not here or there == here

    def _is_against(self, pair: Pair, found: Likeness) -> bool:
        """True where a pair cannot be one: contradicted, or two accounts of one source that does not repeat itself."""
        one, other = (self.members[member] for member in pair)
        return found.is_contradicted or (one.source_id == other.source_id and not found.is_repeat)

    def _are_dates_of_one(self, pair: Pair, found: Likeness, group: Group) -> bool:
        """True for parts of one series on days of their own: each is joined to the same series, and that is in this group."""
        one, other = (self.members[member] for member in pair)
        if not one.days or not other.days or set(one.days) & set(other.days):
            return False
        if any(sign.is_veto and sign.code not in _OTHER_DAY for sign in found.signs):
            return False
        whole = (self.members[member] for member in sorted(group) if self.members[member].is_series)
        return any(self._holds(series, one) and self._holds(series, other) for series in whole)

    def _err_in_time(self, pair: Pair, found: Likeness, group: Group) -> bool:
        """True for two copies of which each tells another time than a third that both are joined to, by a slip that is known to happen."""
        if {sign.code for sign in found.signs if sign.is_veto} != _ONE_DAY or self.members[pair[0]].source_id == self.members[
            pair[1]
        ].source_id:
            return False
        thirds = (self.members[member] for member in sorted(group - {*pair}))
        return any(third.role in _FIRST_HAND and all(self._holds(third, self.members[one]) for one in pair) for third in thirds)

    def _holds(self, series: Traits, part: Traits) -> bool:
        """True where a telling is joined to a series; to one of its own source it is only where the source repeats itself."""
        link = self.links.get((min(series.id, part.id), max(series.id, part.id)))
        return link is not None and link.likeness.decision == "joined"

    def _likeness(self, pair: Pair) -> Likeness | None:
        """That of the link, else what the judge says; ``None`` for a pair that is not asked about because there are too many."""
        if pair in self.links:
            return self.links[pair].likeness
        if self.is_large:
            return None
        if pair not in self.judged:
            self.judged[pair] = self.judge(self.members[pair[0]], self.members[pair[1]])
        return self.judged[pair]


def _across(a: Group, b: Group) -> list[Pair]:
    """Every pair of one of each, the smaller id first; sorted, so that sums are the same at every run."""
    return sorted((min(pair), max(pair)) for pair in product(a, b))
