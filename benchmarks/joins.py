"""Which listings of the demo region and of two real towns are one event: counts, and pairs to read by eye.

    python -m benchmarks.joins [demo] [davis] [petaluma] [--show 60] [--seed 5] [--decision joined|near] [--pairs]

Every feed is read and normalised without the network, its tellings are compared pair by pair (no clusters: those only take joins back).
Prints tellings, candidate pairs, seconds of processor time, decisions, joins per pair of sources (``--pairs``), and of the merges another
aggregator made in production (``community_calendar_silver_merges.jsonl``) how many are covered, each miss with its reason. ``--show N``
draws N joined and N nearly joined pairs of two sources with a fixed seed and prints them side by side with the reasons. The towns' feeds
are other people's data beside the repository (``KOOSTE_SHARED``); without them this says so.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from benchmarks import towns
from examples.norppala.server import ExampleServer
from harvesters.errors import HarvestError
from harvesters.record import RawEvent, ReadContext, Response
from harvesters.registry import FORMATS
from harvesters.source import Schedules, Source
from kooste import pipeline, settings
from normalize.candidates import candidates
from normalize.identity import event_id
from normalize.likeness import ASK, Likeness, likeness
from normalize.likeness_words import told
from normalize.mapping import Context, normalize
from normalize.model import Listing
from normalize.places_words import folded
from normalize.relate import Strand, relate
from normalize.sequences import Telling, tellings
from normalize.times import in_zone
from normalize.traits import Traits, traits_of
from tests import region_reading
from tests.shared import ROOT

SILVER = towns.SHARED / "corpora" / "labels" / "community_calendar_silver_merges.jsonl"
NEAR = ASK - 3
"""Points from which on a pair that is not joined is worth reading."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Two tellings and how alike they are."""

    a: Traits
    b: Traits
    likeness: Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """What was read of one region."""

    name: str
    tellings: dict[str, Telling]
    judged: list[Judged]
    seconds: tuple[float, float, float]
    """Of traits, candidates and likeness."""


def strands(source: Source, listings: Iterable[Listing], context: Context) -> Iterator[Strand]:
    """What one source tells, by uid."""
    by_uid: dict[str, dict[str, Listing]] = defaultdict(dict)
    for listing in listings:
        by_uid[listing.uid][listing.id] = listing
    for uid, found in by_uid.items():
        identity, rows = event_id(source.id, uid), tuple(found.values())
        related = relate(identity, rows, context.window)
        yield Strand(id=identity, source_id=source.id, role=source.organizer.role, listings=rows, related=related)


def demo() -> tuple[list[Strand], Schedules, Context]:
    """The demo region's sources, the one left out that may not be read."""
    schedules, context = region_reading.SCHEDULES, region_reading.context_of(region_reading.SCHEDULES)
    found: list[Strand] = []
    with ExampleServer(ROOT / "examples" / "norppala", port=0) as example:
        for source in schedules.sources:
            if source.fetch_policy != "disallowed":
                read = region_reading.read(example, source.id)
                found += strands(source, (result.listing for result in read.results if result.listing), context)
    return found, schedules, context


def town(name: str) -> tuple[list[Strand], Schedules, Context]:
    """A town's feeds as they lie on disk."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "schedules.yaml"
        config.write_text(yaml.safe_dump(towns.schedules(name, 9), sort_keys=False), encoding="utf-8")
        schedules = settings.load(config)
    now = datetime.fromisoformat(towns.NOW)
    context = pipeline.context_of(schedules, now)
    found: list[Strand] = []
    for source, path in zip(schedules.sources, towns.feeds(name), strict=True):
        results = (normalize(raw, source, context) for raw in events(source, path, schedules, now))
        found += strands(source, [result.listing for result in results if result.listing], context)
    return found, schedules, context


def events(source: Source, path: Path, schedules: Schedules, now: datetime) -> tuple[RawEvent, ...]:
    """What a feed holds; nothing where it cannot be read."""
    response = Response(source_id=source.id, url=source.url, status=200, headers={}, body=path.read_bytes(), fetched_at=now)
    context = ReadContext(zone=source.timezone or schedules.region.timezone, options=source.options, language=source.language or "")
    try:
        return tuple(FORMATS[source.format].read(response, context).events)
    except HarvestError:
        return ()


def judged(name: str) -> Region:
    """Every candidate pair of a region with its likeness."""
    found, schedules, context = demo() if name == "demo" else town(name)
    told_of = {telling.id: telling for telling in tellings(found)}
    places = {place.id: place for place in schedules.places}
    started = time.process_time()
    traits = [traits_of(telling, places, context.window) for telling in told_of.values()]
    compared = time.process_time()
    pairs = list(candidates(traits))
    counted = time.process_time()
    result = [Judged(a, b, likeness(a, b)) for a, b in pairs]
    ended = time.process_time()
    return Region(name=name, tellings=told_of, judged=result, seconds=(compared - started, counted - compared, ended - counted))


def line(telling: Telling) -> str:
    """A telling in one line."""
    lead = telling.lead
    name = " / ".join(lead.name.values())
    times = f"{lead.start} – {lead.end}" if len(telling.occurrences) < 2 else f"{lead.start} – {lead.end}, {len(telling.occurrences)} times"
    return f"{telling.source_id}: {name[:90]} | {times} | {lead.place_id or lead.place_text[:60]} {lead.room}"


def show(region: Region, chosen: Sequence[Judged]) -> None:
    """Pairs side by side with the reasons."""
    for number, one in enumerate(chosen, 1):
        print(f"\n{number}. {one.likeness.decision} {one.likeness.points:.1f}")
        print(f"   {line(region.tellings[one.a.id])}\n   {line(region.tellings[one.b.id])}")
        for sentence in told(one.likeness, "en"):
            print(f"      {sentence}")


def drawn(region: Region, number: int, seed: int, decision: str) -> list[Judged]:
    """Joined or nearly joined pairs of two sources, drawn with a fixed seed."""
    two = [one for one in region.judged if one.a.source_id != one.b.source_id]
    if decision == "joined":
        pool = [one for one in two if one.likeness.decision == "joined"]
    else:
        pool = [one for one in two if one.likeness.decision != "joined" and one.likeness.points >= NEAR]
    pool.sort(key=lambda one: (one.a.id, one.b.id))
    return random.Random(seed).sample(pool, min(number, len(pool)))


def silver(region: Region) -> None:
    """How many merges of another aggregator are covered, and why the others are not."""
    joined = {frozenset((one.a.id, one.b.id)) for one in region.judged if one.likeness.decision == "joined"}
    by_pair = {frozenset((one.a.id, one.b.id)): one.likeness for one in region.judged}
    rows = [json.loads(row) for row in SILVER.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["city"] == region.name]
    covered = 0
    for row in rows:
        found = [telling for telling in region.tellings.values() if tells(telling, row)]
        pairs = [frozenset((a.id, b.id)) for a in found for b in found if a.id < b.id]
        if any(pair in joined for pair in pairs):
            covered += 1
        else:
            print(f"  not covered: {row['summary'][:70]} {row['dtstart']} of {row['sources']}: {len(found)} tellings here")
            for telling in found:
                print(f"    {line(telling)}")
            for pair in pairs:
                print(f"    {by_pair[pair].decision if pair in by_pair else 'no candidates'}")
    print(f"  merges of the other aggregator: {covered} of {len(rows)} covered")


def tells(telling: Telling, row: dict[str, str]) -> bool:
    """True where a telling is of the row's event: its name, and an instance on its day."""
    name = folded(row["summary"].replace("\\", "").replace("&amp;", "&"))
    if not any(folded(text)[:40] == name[:40] for text in telling.lead.name.values()):
        return False
    zone, written = "America/Los_Angeles", row["dtstart"]
    start = datetime.strptime(written, "%Y%m%dT%H%M%S%z" if written.endswith("Z") else "%Y%m%d" if len(written) < 9 else "%Y%m%dT%H%M%S")  # noqa: DTZ007 - floating there
    day = f"{start.astimezone(ZoneInfo(zone)) if start.tzinfo else start:%Y%m%d}"
    return any(f"{in_zone(one.start, zone):%Y%m%d}" == day or f"{one.start:%Y%m%d}" == day for one in telling.occurrences)


def report(region: Region, *, pairs: bool) -> None:
    """The figures of one region."""
    count = len(region.tellings)
    decisions = Counter(one.likeness.decision for one in region.judged)
    two = [one for one in region.judged if one.a.source_id != one.b.source_id and one.likeness.decision == "joined"]
    repeats = sum(one.likeness.decision == "joined" for one in region.judged) - len(two)
    compared = f"{len(region.judged)} candidate pairs ({len(region.judged) / count:.1f} a telling)"
    print(f"{region.name}: {count} tellings, {compared}; {dict(decisions)};")
    print(f"  {len(two)} joined pairs of two sources, {repeats} of one source that repeats itself;", end=" ")
    print("traits {:.2f} s, candidates {:.2f} s, likeness {:.2f} s".format(*region.seconds))
    if pairs:
        for names, number in Counter(tuple(sorted((one.a.source_id, one.b.source_id))) for one in two).most_common():
            print(f"  {number:4} {' + '.join(names)}")


def main() -> None:
    """The regions named on the command line, or all three."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("regions", nargs="*", default=["demo", "davis", "petaluma"])
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--decision", choices=("joined", "near"))
    parser.add_argument("--pairs", action="store_true")
    asked = parser.parse_args()
    for name in asked.regions:
        if name != "demo" and not towns.CITIES.is_dir():
            print(f"{name}: skipped, the towns' feeds are not here (KOOSTE_SHARED)")
            continue
        region = judged(name)
        report(region, pairs=asked.pairs)
        if name != "demo":
            silver(region)
        for decision in (asked.decision,) if asked.decision else ("joined", "near"):
            if asked.show:
                print(f"\n{name}: pairs that are {decision}")
                show(region, drawn(region, asked.show, asked.seed, decision))


if __name__ == "__main__":
    main()
