"""Nearly the same thing, arranged twice by different people in one area within some weeks ("two first-aid courses this month").

Not what goes on at the same time, but what could have been one. It is told rarely: of different organizers only, never of clubs that meet
every week nor of performances, and not of what everybody arranges at that time of the year. Pure, and nearly linear: only events that share
a subject and a telling word of their names are compared, within the days that count.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeAlias

from harvesters.source import Kind
from normalize.distances import Point, distance_km
from normalize.names import Name, best

_DAY = 86_400
_TELLING = frozenset("cpr")
"""Kinds of words that say what something is (``normalize.names_model.Kind``): its content, a proper name, a word nobody knows."""
_EQUAL = 0.95
"""Likeness of names that say the same."""
Key: TypeAlias = tuple[str, str]
"""A subject and a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarRules:
    """When two are nearly the same."""

    days: int = 60
    """Between their nearest starts, inclusive."""
    near_km: float = 30
    """Inclusive; without coordinates only one place is near."""
    likeness: float = 0.7
    """Least likeness of the names (``normalize.names.best``)."""
    weight: float = 1.0
    """Least weight of the words they share: one that says what it is."""
    most_days: int = 6
    """What takes place on more days is a club or a course of a whole term, which has its own regulars."""
    most_alike: int = 3
    """What more than so many arrange is a custom (every village has its Christmas fair), not a double."""
    most_met: int = 200
    """One is compared with so many at most that share a word and come after it: a word of more is no telling one."""
    performed: frozenset[str] = frozenset({"theatre", "film", "concerts", "christmas_concert", "matches", "festivals", "worship"})
    """Subjects whose events are each an occasion of their own."""
    unspecific: frozenset[str] = frozenset({"all", "adults", "children", "families"})
    """Audiences that half the town belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """An event as it is compared."""

    event_id: str
    starts: tuple[int, ...]
    """Of its dated instances that take place: seconds of UTC since 1970, sorted."""
    names: tuple[Name, ...]
    subjects: frozenset[str]
    organizer_id: str
    audience: frozenset[str] = frozenset()
    kind: Kind = "event"
    place_id: str = ""
    point: Point | None = None
    is_series: bool = False
    """It takes place again and again: never compared."""


class Similar(NamedTuple):
    """Two events that are nearly the same; ``event_a`` is the one with the smaller id."""

    event_a: str
    event_b: str
    days: int
    """Whole days between their nearest starts."""
    kilometres: float | None
    """In tenths; 0 within one place."""
    shared: tuple[str, ...]
    """Subjects they share, then the words of the first one's name that the other has too."""


def similar(contents: Iterable[Content], rules: SimilarRules) -> list[Similar]:
    """Every two that are nearly the same, sorted by their ids; whatever the order of the contents, the same."""
    told = alike(contents, rules)
    customary = customs([(one.event_a, one.event_b) for one in told], rules)
    return [one for one in told if one.event_a not in customary]


def alike(contents: Iterable[Content], rules: SimilarRules, is_asked: Callable[[str, str], bool] | None = None) -> list[Similar]:
    """Every two that are alike, customs among them, sorted by their ids.

    ``is_asked`` tells of which two (the id of the one that begins first, of equals the smaller; the other's id) it is to be found out.
    """
    compared = sorted((one for one in contents if counts(one, rules)), key=lambda one: (one.starts[0], one.event_id))
    found: dict[tuple[str, str], Similar | None] = {}
    for first, second in _meeting(compared, rules):
        a, b = (first, second) if first.event_id < second.event_id else (second, first)
        pair = a.event_id, b.event_id
        if pair not in found and (is_asked is None or is_asked(first.event_id, second.event_id)):
            found[pair] = _similar(a, b, rules)
    return [told for _, told in sorted(found.items()) if told]


def counts(one: Content, rules: SimilarRules) -> bool:
    """Whether it is something that two may arrange without knowing of each other."""
    is_once = not one.is_series and 0 < len({start // _DAY for start in one.starts}) <= rules.most_days
    return is_once and one.kind in {"event", "activity"} and bool(one.subjects) and not one.subjects & rules.performed


def reach(rules: SimilarRules) -> int:
    """So many seconds after the last start of one may another have its first, at most."""
    return rules.days * _DAY + _DAY


def _meeting(ordered: Sequence[Content], rules: SimilarRules) -> Iterator[tuple[Content, Content]]:
    """Every two that share a subject and a telling word and begin within the days that count; some more than once."""
    groups: dict[Key, list[Content]] = defaultdict(list)
    for one in ordered:
        for key in keys_of(one):
            groups[key].append(one)
    for group in groups.values():
        firsts = [one.starts[0] for one in group]
        for at, earlier in enumerate(group):
            # from its last day on: the later one may begin as long after that
            stop = bisect_right(firsts, earlier.starts[-1] + reach(rules))
            for later in islice(group, at + 1, min(stop, at + 1 + rules.most_met)):
                yield earlier, later


def keys_of(one: Content) -> set[Key]:
    """Subject and word that another must share, one of them."""
    words = {word for name in one.names for word, kind in zip(name.words, name.kinds, strict=False) if kind in _TELLING}
    return {(subject, word) for subject in one.subjects for word in words}


def _similar(a: Content, b: Content, rules: SimilarRules) -> Similar | None:
    """How two are nearly the same; ``None`` where they are not."""
    days = _days_apart(a.starts, b.starts)
    apart = _apart(a, b)
    if a.organizer_id == b.organizer_id or days > rules.days or apart is None or apart > rules.near_km or not _same_people(a, b, rules):
        return None
    names = best(a.names, b.names)
    is_alike = names.likeness >= rules.likeness and names.weight >= rules.weight and not names.contradictions
    if not is_alike or _is_retold(a, b, names.likeness):
        return None
    subjects = sorted(a.subjects & b.subjects)
    return Similar(a.event_id, b.event_id, days, round(apart, 1), (*subjects, *(word for word in names.shared if word not in subjects)))


def _is_retold(a: Content, b: Content, likeness: float) -> bool:
    """One name in one place on two days: rather two dates of one thing, told by two, than a thing arranged twice."""
    return bool(a.place_id) and a.place_id == b.place_id and likeness >= _EQUAL


def _same_people(a: Content, b: Content, rules: SimilarRules) -> bool:
    """They are for the same people: an audience is shared, or both are for anybody. Dances, and dances for seniors, are two things."""
    one, other = a.audience - rules.unspecific, b.audience - rules.unspecific
    return bool(one & other) or (not one and not other)


def _days_apart(a: Sequence[int], b: Sequence[int]) -> int:
    """Whole days between the nearest two starts."""
    return min(abs(one - other) for one in a for other in b) // _DAY


def _apart(a: Content, b: Content) -> float | None:
    """Kilometres; ``None`` where nobody knows."""
    if a.place_id and a.place_id == b.place_id:
        return 0.0
    return distance_km(*sorted((a.point, b.point))) if a.point and b.point else None


def customs(pairs: Collection[tuple[str, str]], rules: SimilarRules) -> frozenset[str]:
    """The events of groups that are too many: everything tied to everything by pairs is one group."""
    tied: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        tied[a].add(b)
        tied[b].add(a)
    seen: set[str] = set()
    customary: set[str] = set()
    for event in tied:
        if event not in seen:
            group = _group(event, tied)
            seen |= group
            if len(group) > rules.most_alike:
                customary |= group
    return frozenset(customary)


def _group(event: str, tied: Mapping[str, set[str]]) -> set[str]:
    """Everything that is tied to an event, by however many pairs."""
    group, waiting = {event}, [event]
    while waiting:
        fresh = tied[waiting.pop()] - group
        group |= fresh
        waiting.extend(fresh)
    return group
