"""What a change costs: relating a made-up region from scratch, after 1 % of its listings changed, and after none did.

Each round works on the same store: 1 % of the records get another title or another time, are harvested, and related; then nothing is
changed and it is related again. The records as they are after the last round are then harvested into a new store and related from
scratch: that is the full run, and both stores must say the same of every listing. Harvesting is not timed, processor time is.

Goals: a change of 1 % at most 5 % of the full run; without a change no row is written.

    python -m benchmarks.relating [--listings 5000] [--rounds 3] [--seed 1]
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.synthetic.region import drawn
from benchmarks.synthetic.world import ZONE, World
from harvesters.record import RawEvent, Text, Validators
from kooste.pipeline import relate
from kooste.vocabulary import vocabulary
from normalize.mapping import Context, normalize
from normalize.places import PlaceRegistry
from normalize.recurrence import Window
from store.apply import apply
from store.configuration import sync_configuration
from store.database import Store, open_store
from store.evaluation import events_of_listings
from store.harvests import known
from store.sync import Harvested, plan
from tests.store_support import reading

MOMENT = datetime(2026, 11, 22, 6, tzinfo=UTC)
SHARE = 0.01
GOAL = 0.05
Records = dict[str, list[RawEvent]]
"""Source -> what it publishes."""


def published(listings: int, seed: int) -> tuple[World, Records]:
    made, _, accounts = drawn(listings, seed=seed)
    records: Records = defaultdict(list)
    for account in accounts:
        records[account.source] += account.records
    return made, records


def changed(records: Records, chance: random.Random) -> list[str]:
    """Changes one record in a hundred in place; the sources of those."""
    all_ = [(source, at) for source, told in sorted(records.items()) for at in range(len(told))]
    chosen = chance.sample(all_, max(1, round(len(all_) * SHARE)))
    for source, at in chosen:
        records[source][at] = edited(records[source][at], chance)
    return sorted({source for source, _ in chosen})


def edited(record: RawEvent, chance: random.Random) -> RawEvent:
    """The record under another title, or a quarter of an hour later."""
    if chance.random() < 0.5 and isinstance(record.start, datetime) and not record.exdate:
        record = replace(record, start=record.start + timedelta(minutes=15))
    else:
        title = record.name[0]
        record = replace(record, name=(Text(value=f"{title.value} – uusi tieto", language=title.language),))
    return replace(record, digest=f"{chance.getrandbits(64):016x}")


@dataclass(frozen=True, slots=True)
class Town:
    """A store and what its records are read with."""

    store: Store
    world: World
    context: Context

    @classmethod
    def of(cls, store: Store, made: World) -> Town:
        """An empty store that knows the region's places and sources."""
        sync_configuration(store, made.schedules, vocabulary(), MOMENT)
        window = Window.around(MOMENT, made.schedules.defaults.horizon, ZONE)
        places = PlaceRegistry(made.schedules.places)
        context = Context(
            window=window, places=places, region_timezone=ZONE, max_occurrences=1000, today=MOMENT.date(), vocabulary=vocabulary()
        )
        return cls(store, made, context)

    def harvest(self, records: Mapping[str, Sequence[RawEvent]], sources: Sequence[str], now: datetime) -> None:
        """What these sources say now, read and stored."""
        for one in sources:
            source, before = self.world.sources[one], known(self.store, one, now)
            read = reading(records[one], dict(before.digests))
            results = tuple(normalize(raw, source, self.context) for raw in read.events)
            answer = Harvested(reading=read, normalized=results, validators=Validators(), fetched_at=now)
            summary = apply(self.store, plan(before, answer, source, now))
            assert summary.state == "ok", summary

    def related(self, now: datetime) -> tuple[int, float]:
        """Rows written, and seconds."""
        gc.collect()
        before, begun = self.store.public.total_changes, time.process_time()
        relate(self.store, self.world.schedules, now)
        seconds = time.process_time() - begun
        return self.store.public.total_changes - before, seconds


def events(store: Store) -> dict[str, frozenset[str]]:
    """Listing -> every listing of its event: what is said of each, whatever the events are called."""
    groups: dict[str, set[str]] = defaultdict(set)
    for listing, event in events_of_listings(store).items():
        groups[event].add(listing)
    return {listing: frozenset(group) for group in groups.values() for listing in group}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--listings", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    made, records = published(asked.listings, asked.seed)
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "one") as store, open_store(Path(folder) / "other") as fresh:
        town = Town.of(store, made)
        town.harvest(records, sorted(records), MOMENT)
        rows, first = town.related(MOMENT)
        print(f"{sum(map(len, records.values()))} listings of {len(records)} sources: first run {first:.1f} s, {rows} rows", flush=True)
        shares, idle = [], []
        for number in range(1, asked.rounds + 1):
            now = MOMENT + timedelta(minutes=30 * number)
            town.harvest(records, changed(records, chance), now)
            shares.append(town.related(now))
            idle.append(town.related(now))
        other = Town.of(fresh, made)
        other.harvest(records, sorted(records), MOMENT)
        _, full = other.related(MOMENT)
        assert events(store) == events(fresh), "step by step and from scratch do not agree"
    change = statistics.median(seconds for _, seconds in shares) / full
    nothing = statistics.median(seconds for _, seconds in idle) / full
    rows = max(rows for rows, _ in shares)
    print(f"1 % changed: {change:.2%} of a full run of {full:.1f} s (goal {GOAL:.0%}), at most {rows} rows written")
    print(f"nothing changed: {nothing:.2%} of a full run, {max(rows for rows, _ in idle)} rows written (goal 0)")
    return int(change > GOAL or any(rows for rows, _ in idle))


if __name__ == "__main__":
    sys.exit(main())
