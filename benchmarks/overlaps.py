"""Measures the search for overlaps among occurrences of many places, half of them at hours when most things are on.

Contenders, run in turn in every round so that a busy computer slows all of them alike:

* ``kooste``: ``normalize.overlaps.overlaps`` from slots in any order to the sorted overlaps, each pair with its kind, minutes, distance;
* ``SQLite, self-join``: an indexed table with one row for each key of a slot (its place; its town and audience) joined with itself by the
  usual condition ``a.begin < b.end and b.begin < a.end``; filling the table and its index are not counted. What it costs grows
  with the slots of a key: here an audience of a town has some six thousand;
* ``SQLite, later start``: the same table, joined by the condition that an index can follow to its end, to show what there is to win;
* ``sorting``: the same slots sorted by place and begin, and nothing else: less than any search can do.

Before anything is timed the first three must give the same pairs. The ratios are taken in every round, the median tells. Goals: at least 20
times faster than the self-join, at most 60 times slower than sorting. Beside them: one house for a month, each of whose slots meets one
other, at two sizes, to show that the work follows the pairs.

    python benchmarks/overlaps.py [--occurrences 100000] [--rounds 3]
"""

from __future__ import annotations

import argparse
import gc
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterable

from normalize.overlaps import Overlap, Rules, Slot, overlaps

FASTER, SLOWER = 20, 60
DAYS = 900
FIRST = 1_790_000_000
TOWNS, HOUSES = 4, 100
AUDIENCES = ("seniors", "youth", "immigrants", "volunteers")
RULES = Rules(most=10**9)
"""Nothing left out: the contenders leave nothing out either."""
INDEXED = """
create table slot (key integer not null, start integer not null, finish integer not null, row integer not null);
"""
USUAL = "select a.row, b.row from slot a join slot b on b.key = a.key and a.start < b.finish and b.start < a.finish and a.row < b.row"
LATER = """
select min(a.row, b.row), max(a.row, b.row)
from slot a
join slot b on b.key = a.key and b.start >= a.start and b.start < a.finish and (b.start > a.start or b.row > a.row)
"""


def slots(count: int, chance: random.Random) -> list[Slot]:
    """Occurrences in towns 110 km apart, whose houses stand within three kilometres; one of a hundred takes the whole day."""
    found = []
    for number in range(count):
        town, house = chance.randrange(TOWNS), chance.randrange(HOUSES)
        hour = chance.choice((9, 10, 10, 12, 13, 14, 17, 18, 18, 18, 19)) if number % 2 else chance.randrange(8, 21)
        begin = FIRST + chance.randrange(DAYS) * 86400 + hour * 3600 + chance.choice((0, 900, 1800))
        minutes = chance.choice((45, 60, 60, 90, 90, 120, 120, 180)) if number % 100 else chance.randrange(300, 700)
        found.append(
            Slot(
                id=f"{number:06}",
                event_id=f"{number:06}",
                begin=begin,
                end=begin + 60 * minutes,
                place_id=f"{town}-{house}",
                point=(60.0 + 1.0 * (town % 5) + house % 9 * 0.002, 22.0 + 1.2 * (town // 5) + house // 9 * 0.003),
                audience=frozenset((chance.choice(AUDIENCES),)),
            )
        )
    return found


def table(all_slots: Iterable[Slot]) -> sqlite3.Connection:
    """The slots' keys with an index over everything the joins look at."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(INDEXED)
    numbers: dict[tuple[str, str], int] = {}
    for slot in all_slots:
        town = slot.place_id.partition("-")[0]
        for key in ((slot.place_id, ""), *((town, code) for code in slot.audience)):
            number = numbers.setdefault(key, len(numbers))
            connection.execute("insert into slot values (?, ?, ?, ?)", (number, slot.begin, slot.end, int(slot.id)))
    connection.execute("create index slot_key on slot (key, start, finish, row)")
    connection.execute("analyze")
    return connection


def one_house(count: int) -> list[Slot]:
    """A month of one house: each slot goes on when the next begins."""
    return [
        Slot(id=f"{n:07}", event_id=f"{n:07}", begin=FIRST + n * 20, end=FIRST + n * 20 + 30, place_id="house", point=(60.0, 24.0))
        for n in range(count)
    ]


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of the work, which other programs disturb less than a wall clock, with the collector at rest as in ``timeit``."""
    gc.collect()
    gc.disable()
    begin = time.process_time()
    work()
    taken = time.process_time() - begin
    gc.enable()
    return taken


def pairs(found: Iterable[Overlap]) -> list[tuple[int, int]]:
    return sorted((int(one.a), int(one.b)) for one in found)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--occurrences", type=int, default=100_000)
    arguments.add_argument("--rounds", type=int, default=3)
    asked = arguments.parse_args()
    all_slots = slots(asked.occurrences, random.Random(2027))
    connection = table(all_slots)

    ours = pairs(overlaps(all_slots, RULES))
    later = sorted(set(connection.execute(LATER).fetchall()))
    assert ours == later == sorted(set(connection.execute(USUAL).fetchall())), "the contenders disagree"
    print(f"{asked.occurrences} occurrences, {len(ours)} pairs, the same from all")

    usual, indexed, sorting, pace = [], [], [], []
    for _ in range(asked.rounds):
        kooste = seconds(lambda: overlaps(all_slots, RULES))
        usual.append(seconds(lambda: connection.execute(USUAL).fetchall()) / kooste)
        indexed.append(seconds(lambda: connection.execute(LATER).fetchall()) / kooste)
        sorting.append(kooste / seconds(lambda: sorted(all_slots, key=lambda slot: (slot.place_id, slot.begin))))
        pace.append(kooste)
    faster, slower = statistics.median(usual), statistics.median(sorting)
    print(f"kooste                 {statistics.median(pace):>8.2f} seconds")
    print(f"SQLite, self-join      {faster:>8.1f} times slower ({min(usual):.1f} to {max(usual):.1f}); goal at least {FASTER}")
    print(f"SQLite, later start    {statistics.median(indexed):>8.1f} times slower ({min(indexed):.1f} to {max(indexed):.1f})")
    print(f"sorting alone          {slower:>8.1f} times faster ({min(sorting):.1f} to {max(sorting):.1f}); goal at most {SLOWER}")
    few, many = one_house(20_000), one_house(80_000)
    growth = seconds(lambda: overlaps(many, RULES)) / seconds(lambda: overlaps(few, RULES))
    print(f"one house, 4 times the slots and pairs: {growth:.1f} times as long")
    sys.exit(0 if faster >= FASTER and slower <= SLOWER else "a goal was missed")


if __name__ == "__main__":
    main()
