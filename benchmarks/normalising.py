"""Measures what meaning costs: normalising every record of real feeds against reading the same feeds with icalendar alone.

Contenders, run in turn in every round so that a busy computer slows all of them alike:

* ``icalendar``: ``icalendar.Calendar.from_ical`` of every feed, nothing else;
* ``reading``: ``harvesters.ical.read`` of every feed, to records;
* ``normalising``: ``normalize.mapping.normalize`` of every record, to listings.

Goal: normalising at most as dear as parsing with icalendar. The feeds are those of the folder given (``*.ics``, recursively), by default
the two real towns of the shared corpora. What was remembered of texts is forgotten before every round, as in a process that has just begun.

    python benchmarks/normalising.py [FOLDER ...] [--rounds 3]
"""

from __future__ import annotations

import argparse
import functools
import gc
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from icalendar import Calendar

from harvesters.errors import HarvestError
from harvesters.ical import read
from harvesters.record import RawEvent, ReadContext, Response
from harvesters.source import OrganizerEntry, Source
from kooste.pipeline import context_of
from kooste.settings import load
from normalize.mapping import Context, Normalized, normalize

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("KOOSTE_SHARED", ROOT.parent / "shared"))
TOWNS = tuple(SHARED / "corpora/judell+community-calendar/cities" / town for town in ("davis", "petaluma"))
MOMENT = datetime(2026, 3, 26, 19, tzinfo=UTC)
"""The day the towns' feeds were taken."""
PLAIN_ICALENDAR: Any = Calendar
SOURCE = Source(
    id="feed",
    title="Feed",
    organizer=OrganizerEntry(id="feed", name={"en": "Feed"}),
    format="ical",
    url="https://feed.example/a.ics",
    language="en",
    timezone="America/Los_Angeles",
)


def response(body: bytes) -> Response:
    return Response(source_id="feed", url=SOURCE.url, status=200, headers={"content-type": "text/calendar"}, body=body, fetched_at=MOMENT)


def records(bodies: Sequence[bytes]) -> list[RawEvent]:
    """The records of every feed that can be read."""
    found: list[RawEvent] = []
    for body in bodies:
        try:
            found += read(response(body), ReadContext(zone="America/Los_Angeles")).events
        except HarvestError:
            continue
    return found


def listings(raws: Sequence[RawEvent], context: Context) -> list[Normalized]:
    return [normalize(raw, SOURCE, context) for raw in raws]


def parsed(bodies: Sequence[bytes]) -> int:
    """How many feeds icalendar could read."""
    good = 0
    for body in bodies:
        try:
            PLAIN_ICALENDAR.from_ical(body)
        except ValueError:
            continue
        good += 1
    return good


def forget(context: Context) -> None:
    """Empties every memory of ``normalize``: of words, titles and places seen before."""
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper) and found.__module__.startswith("normalize"):  # noqa: SLF001 - the type has no other name
            found.cache_clear()
    if context.vocabulary is not None:
        context.vocabulary.classifier.remembered.clear()


def timed(work: Callable[[], Any], context: Context) -> float:
    forget(context)
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folders", nargs="*", type=Path, default=TOWNS)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    files = [file for folder in options.folders for file in sorted(folder.rglob("*.ics"))]
    if not files:
        print("no .ics file in", *options.folders)
        return 1
    bodies = [file.read_bytes() for file in files]
    context = context_of(load(ROOT / "schedules.yaml"), MOMENT)
    raws = records(bodies)
    results = listings(raws, context)
    stored = [one for one in results if one.listing is not None]
    print(f"{len(files)} feeds, {len(raws)} records, {len(stored)} listings within the horizon of {MOMENT:%Y-%m-%d}")
    works: dict[str, Callable[[], Any]] = {
        "icalendar": lambda: parsed(bodies),
        "reading": lambda: records(bodies),
        "normalising": lambda: listings(raws, context),
    }
    rounds = [{name: timed(work, context) for name, work in works.items()} for _ in range(options.rounds)]
    for name in works:
        middle = statistics.median(one[name] for one in rounds)
        print(f"{name:12} {middle:7.2f} s  {1000 * middle / len(raws):6.3f} ms a record  {len(raws) / middle:8.0f} records/s")
    ratio = statistics.median(one["normalising"] / one["icalendar"] for one in rounds)
    print(f"normalising costs {ratio:.2f} times what parsing with icalendar costs (goal: at most 1)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
