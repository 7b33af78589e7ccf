"""The way of the data, once: one short function per line of the picture.

    fetch        Source -> Response | NotModified | a named failure       harvesters.fetch
    | read       Response -> RawEvents + Issues                           harvesters.registry
    | normalize  RawEvent -> Listing + Issues                             normalize.mapping
    | plan       known + harvested -> Changes                             store.sync
    | apply      Changes -> Harvest, one transaction                      store.apply
    | relate     changed listings -> Events -> Occurrences                normalize.relate
    | publish    changed events -> pages, feeds; one atomic switch        publish.build

Command line and scheduler both call it; the scheduler adds only *when*.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from harvesters import fetch
from harvesters.errors import HarvestError, KoosteError, NotConfigured
from harvesters.record import NotModified, ReadContext, Response
from harvesters.registry import READERS
from harvesters.source import FetchDefaults, Schedules, Source
from kooste import settings
from normalize.mapping import Context, normalize
from normalize.places import PlaceRegistry
from normalize.recurrence import Window
from normalize.relate import relate as relate_event
from publish.build import BuildReport, Progress, build
from store.apply import apply
from store.configuration import sync_configuration
from store.database import Store
from store.harvests import HarvestSummary, known, record_failure, record_not_modified, validators
from store.relations import RelateCounts, dirty_events, listings_of, save_related
from store.snapshot import freeze
from store.sync import Harvested, plan

Answer = Response | NotModified | HarvestError

_START_SECONDS = 30
"""What a child process may need before its first request on a slow machine."""
_BATCH = 500
"""Events related in one transaction: enough to be fast, few enough to keep memory flat."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one whole run did."""

    harvests: tuple[HarvestSummary, ...]
    related: RelateCounts
    published: BuildReport


def harvest(store: Store, schedules: Schedules, sources: Sequence[Source], now: datetime) -> Iterator[HarvestSummary]:
    """One summary a source, in the order the answers arrive; each is stored before it is given back."""
    sync_configuration(store, schedules, now)
    context = context_of(schedules, now)
    by_id = {source.id: source for source in sources}
    for answer in answers(store, schedules, sources, now):
        yield take(store, by_id[_source_of(answer)], answer, context, now)


def answers(store: Store, schedules: Schedules, sources: Sequence[Source], now: datetime) -> Iterator[Answer]:
    """What each source answered; a source whose secret is missing answers with ``NotConfigured`` without a request."""
    requests = []
    for source in sources:
        try:
            address = settings.address(source)
        except NotConfigured as missing:
            yield missing
        else:
            requests.append(fetch.FetchRequest(source_id=source.id, url=address, validators=validators(store, source.id, now)))
    limits = schedules.defaults.fetch
    if requests:
        deadline = deadline_seconds(requests, limits)
        yield from fetch.crawl(requests, limits, settings.user_agent(schedules), now=now, deadline_seconds=deadline)


def deadline_seconds(requests: Iterable[fetch.FetchRequest], limits: FetchDefaults) -> float:
    """Seconds the whole crawl may take: the longest queue at one host, every request (and robots.txt) at its own limit."""
    queues: dict[str, int] = {}
    for request in requests:
        host = urlsplit(request.url).netloc
        queues[host] = queues.get(host, 1) + 1
    return _START_SECONDS + max(queues.values()) * (limits.total_seconds + limits.delay_seconds)


def take(store: Store, source: Source, answer: Answer, context: Context, now: datetime) -> HarvestSummary:
    """What became of one answer. No failure of one source reaches another; one that nobody named is logged as the bug it is."""
    try:
        if isinstance(answer, HarvestError):
            return record_failure(store, source, answer, now)
        if isinstance(answer, NotModified):
            return record_not_modified(store, source, answer, now)
        return read(store, source, answer, context, now)
    except HarvestError as error:
        return record_failure(store, source, error, now)
    except KoosteError:
        raise  # the data directory, not the source: no other source would fare better
    except Exception as error:  # noqa: BLE001 - the border between one source and the others: told, logged, and the rest go on
        _log.exception("Source %s: a failure nobody foresaw", source.id)
        where = traceback.extract_tb(error.__traceback__)[-1]
        told = f"a defect in Kooste ({type(error).__name__} in {Path(where.filename).name}, line {where.lineno}); the log has the details"
        return record_failure(store, source, HarvestError(told, reason="bug", source=source.id), now)


def read(store: Store, source: Source, response: Response, context: Context, now: datetime) -> HarvestSummary:
    """A complete answer read, normalised, compared with what was known, and stored in one transaction."""
    before = known(store, source.id, now)
    zone = source.timezone or context.region_timezone
    reading = READERS[source.format](response, ReadContext(zone=zone, known=before.digests, identity=before.identity))
    normalized = tuple(normalize(raw, source, context) for raw in reading.events)
    harvested = Harvested(
        reading=reading,
        normalized=normalized,
        validators=response.validators,
        fetched_at=response.fetched_at,
        size=len(response.body),
    )
    return apply(store, plan(before, harvested, source, now))


def relate(
    store: Store, schedules: Schedules, now: datetime, *, everything: bool = False, progress: Progress | None = None
) -> RelateCounts:
    """Events and occurrences of what changed since the last time, or of everything."""
    window = context_of(schedules, now).window
    ids = sorted(dirty_events(store, window, everything=everything))
    counts = RelateCounts()
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        listings = listings_of(store, batch)
        counts += save_related(store, [relate_event(event_id, listings[event_id], window) for event_id in batch], now)
        if progress:
            progress(min(start + _BATCH, len(ids)), len(ids))
    return counts


def publish(store: Store, schedules: Schedules, now: datetime, *, force: bool = False, progress: Progress | None = None) -> BuildReport:
    """The site and the explorer's file, made from one frozen copy and switched in one step."""
    sync_configuration(store, schedules, now)
    explorer = schedules.region.explorer_address
    return build(freeze(store, now), store.directory, schedules, now=now, force=force, explorer=explorer, progress=progress)


def run(store: Store, schedules: Schedules, sources: Sequence[Source], now: datetime) -> Run:
    """Harvest, relate, publish."""
    harvests = tuple(harvest(store, schedules, sources, now))
    return Run(harvests=harvests, related=relate(store, schedules, now), published=publish(store, schedules, now))


def context_of(schedules: Schedules, now: datetime) -> Context:
    """What normalising must know of the region and the day."""
    zone = schedules.region.timezone
    return Context(
        window=Window.around(now, schedules.defaults.horizon, zone),
        places=PlaceRegistry(schedules.places),
        region_timezone=zone,
        max_occurrences=schedules.defaults.horizon.max_occurrences,
    )


def _source_of(answer: Answer) -> str:
    """Whose answer it is."""
    return answer.source if isinstance(answer, HarvestError) else answer.source_id
