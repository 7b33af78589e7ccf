"""How well phrases of time are read: random ones, written from dates, times and rules, and the speed of typical ones.

    python -m benchmarks.phrases [--cases 10000] [--seed 0] [--show 5] [--sort one_day]

Prints for each sort of phrase how many were read exactly, with the right days but other flags, with doubt (flagged), or silently wrong, and
shows some of those that were not exact. Ends with 1 where anything was silently wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from time import perf_counter

from tests.phrase_writer import Written, verdict, written
from tests.phrase_writer_rules import WRITERS

VERDICTS = ("exact", "flags", "flagged", "wrong")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--sort", default="")
    asked = parser.parse_args()
    found: dict[str, Counter[str]] = defaultdict(Counter)
    misses: dict[tuple[str, str], list[tuple[Written, object]]] = defaultdict(list)
    begun = perf_counter()
    for seed in range(asked.seed, asked.seed + asked.cases):
        case = written(seed, WRITERS)
        told, answer = verdict(case)
        found[case.sort][told] += 1
        if told != "exact":
            misses[case.sort, told].append((case, answer))
    report(found, perf_counter() - begun)
    for (sort, told), cases in sorted(misses.items()):
        for missed, read in cases[: asked.show if asked.sort in {"", sort} else 0]:
            print(f"\n{sort} {told}: {missed.language} {missed.reference} {missed.text!r}")
            print("  meant", sorted(missed.occurrences)[:3], sorted(missed.flags))
            print("  read ", json.dumps(read, ensure_ascii=False)[:400])
    return int(any(told["wrong"] for told in found.values()))


def report(found: dict[str, Counter[str]], seconds: float) -> None:
    print(f"{'':18}{'cases':>8}" + "".join(f"{name:>9}" for name in VERDICTS))
    total: Counter[str] = sum(found.values(), Counter())
    for sort, told in [*sorted(found.items()), ("all", total)]:
        print(f"{sort:18}{sum(told.values()):8}" + "".join(f"{told[name]:9}" for name in VERDICTS))
    print(f"{1e6 * seconds / sum(total.values()):.0f} µs a phrase, writing and comparing included")


if __name__ == "__main__":
    sys.exit(main())
