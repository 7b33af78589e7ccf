"""How well duplicates are found in a made-up region whose truth is known, and how quickly.

A seeded generator writes events of a region and what several sources make of them: titles edited or translated, times shifted, places in
other words, exceptions forgotten; and events that only look like another (another audience, number, performer, showing, place, week). The
words are the generator's own: no table of ``normalize`` is read. Every record goes the real way through ``normalize`` and ``relate``.

Counted are pairs of accounts (one source's telling of one event, its dated rows together): precision, recall and F1 of
``normalize.joining.join``, beside those of exact matching (equal start, place and normalised title) on the same listings; recall by what
was edited; mistakes by what looks alike. Times are ratios within the run: joining against exact matching and against normalising the
titles alone. ``--show`` prints that many misses and mistakes of each kind.

    python benchmarks/synthetic_region.py [--listings 100000] [--duplicates 0.15] [--doubles 0.08] [--seed 1] [--show 5] [--json]

Goal: precision at least 0.99, recall at least 0.95; it ends with 1 where one is not reached.
"""

from __future__ import annotations

import argparse
import functools
import gc
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import TypeVar

from benchmarks.synthetic.region import WINDOW, Region, region
from benchmarks.synthetic.words import LANGUAGES
from normalize.joining import Joined, join
from normalize.names import name_of

T = TypeVar("T")
Pairs = set[tuple[int, int]]
PRECISION, RECALL = 0.99, 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Pairs told to be the same against pairs that are."""

    same: int
    found: int
    wrong: int

    @property
    def precision(self) -> float:
        """Of the pairs that are joined, the share that is one event."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs that are one event, the share that is joined."""
        return self.found / self.same if self.same else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.found else 0.0

    def __str__(self) -> str:
        figures = f"precision {self.precision:.4f}, recall {self.recall:.4f}, F1 {self.f1:.4f}"
        return f"{figures} ({self.found} of {self.same} pairs found, {self.wrong} wrong)"


def score(told: Pairs, same: Pairs) -> Score:
    return Score(same=len(same), found=len(told & same), wrong=len(told - same))


def joined_pairs(made: Region, joined: Joined) -> Pairs:
    """The pairs of accounts that joining says are one event."""
    return made.pairs_of([strand.id for telling in tellings for strand in telling.strands] for _, tellings in joined.events)


def asked_pairs(made: Region, joined: Joined) -> Pairs:
    """The pairs of accounts about which a person is asked."""
    return {_pair(made, link.a, link.b) for link in joined.links if link.likeness.decision == "ask"}


def _pair(made: Region, a: str, b: str) -> tuple[int, int]:
    one, other = sorted((made.account_of[a], made.account_of[b]))
    return one, other


def exact(made: Region) -> Pairs:
    """The pairs that agree in start, place and normalised title: what matching without any evidence finds."""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for strand in made.strands:
        listing = strand.lead
        language, name = next(iter(sorted(listing.name.items())))
        read = name_of(name, language)
        title = (read.words, read.numbers, read.audience, read.level, read.teams)
        groups[listing.start, listing.place_id or listing.place_text, title].append(strand.id)
    return made.pairs_of(groups.values())


def titles(made: Region) -> None:
    """Every title normalised, and nothing else."""
    for listing in made.listings:
        for language, name in listing.name.items():
            name_of(name, language)


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and the seconds of processor time it took in a process that has its tables but has seen no text yet."""
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper) and found.__module__.startswith("normalize"):  # noqa: SLF001 - the type has no other name
            found.cache_clear()
    for language in LANGUAGES:
        name_of("Joulu", language)
    begun = time.process_time()
    return work(), time.process_time() - begun


def edits_of(made: Region, pair: tuple[int, int]) -> set[str]:
    """Everything in which the two accounts differ from their organizer's."""
    return {edit for number in pair for edit in made.accounts[number].edits} or {"unedited"}


def likeness_of(made: Region, pair: tuple[int, int]) -> str:
    """Why two events might have been taken for one."""
    one, other = (made.events[made.accounts[number].event] for number in pair)
    if one.base == other.id or other.base == one.id:
        return one.looks_like if one.base == other.id else other.looks_like
    return "two of one" if one.base == other.base >= 0 else "by chance"


def by_edit(made: Region, told: Pairs, same: Pairs) -> list[tuple[str, int, int]]:
    """(edit, pairs found, pairs) for every edit, the worst first; a pair counts under each of its edits."""
    all_, found = Counter[str](), Counter[str]()
    for pair in same:
        all_.update(edits_of(made, pair))
        found.update(edits_of(made, pair) if pair in told else ())
    return sorted(((edit, found[edit], all_[edit]) for edit in all_), key=lambda row: (row[1] / row[2], row[0]))


def doubles(made: Region) -> Counter[str]:
    """How many events look like another, by how."""
    return Counter(event.looks_like for event in made.events if event.looks_like)


def show(made: Region, pairs: Iterable[tuple[int, int]], kinds: Callable[[tuple[int, int]], Iterable[str]], most: int) -> None:
    """Some pairs of each kind, both sides in full."""
    seen = Counter[str]()
    for pair in sorted(pairs):
        fresh = [kind for kind in sorted(kinds(pair)) if seen[kind] < most]
        if fresh:
            seen.update(fresh)
            print(f"\n  {', '.join(sorted(kinds(pair)))}")
            for number in pair:
                account = made.accounts[number]
                record = account.records[0]
                where = record.location[0].value if record.location else "-"
                rows = f" x{len(account.records)}" if len(account.records) > 1 else ""
                print(f"    {account.source:32} {record.name[0].value} | {where} | {record.start} {' '.join(record.rrule)}{rows}")


def report(made: Region, joined: Joined, seconds: dict[str, float], most: int) -> Score:
    told, same = joined_pairs(made, joined), made.same()
    asked = asked_pairs(made, joined) - told
    result = score(told, same)
    names = len({tuple(one.name.items()) for one in made.listings})
    print(f"{len(made.listings)} listings with {names} titles, {len(made.accounts)} accounts of {len(made.events)} events,")
    print(f"{len(made.world.sources)} sources, {len(made.world.houses)} places, {sum(doubles(made).values())} events that look alike")
    print(f"joined: {result}; asked about {len(asked)}, of which {len(asked & same)} are the same")
    print(f"exact:  {score(exact(made), same)}")
    print(f"joining took {seconds['join']:.1f} s: {seconds['join'] / seconds['exact']:.1f} x exact matching, ", end="")
    print(f"{seconds['join'] / seconds['titles']:.1f} x normalising the titles alone")
    print("recall by edit:")
    for edit, found, all_ in by_edit(made, told, same):
        print(f"  {edit:16} {found / all_:.3f} ({found} of {all_})")
    print("wrong by what looks alike:")
    for kind, number in sorted(Counter(likeness_of(made, pair) for pair in told - same).items()):
        print(f"  {kind:16} {number} ({doubles(made)[kind]} such events)")
    if most:
        print("\nMISSED")
        show(made, same - told, lambda pair: edits_of(made, pair), most)
        print("\nWRONG")
        show(made, told - same, lambda pair: {likeness_of(made, pair)}, most)
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--listings", type=int, default=10_000)
    parser.add_argument("--duplicates", type=float, default=0.15)
    parser.add_argument("--doubles", type=float, default=0.08)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    made = region(asked.listings, duplicates=asked.duplicates, doubles=asked.doubles, seed=asked.seed)
    joined, joining = timed(lambda: join(made.strands, made.places, WINDOW))
    _, matching = timed(lambda: exact(made))
    _, reading = timed(lambda: titles(made))
    if asked.json:
        result = score(joined_pairs(made, joined), made.same())
        print(json.dumps(asdict(result) | {"precision": result.precision, "recall": result.recall, "f1": result.f1}))
    else:
        result = report(made, joined, {"join": joining, "exact": matching, "titles": reading}, asked.show)
    return int(result.precision < PRECISION or result.recall < RECALL)


if __name__ == "__main__":
    sys.exit(main())
