"""When: which sources are due, and the daemon that runs them. The only user of APScheduler.

One job ticks in UTC and asks the store what is due; a source's own timetable is read on the region's wall clock. So a missed night
is one run for each source, the clock changes neither double nor lose one (docs/decisions/0002-one-tick.md), and no source ever runs
twice at a time.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MAX_INSTANCES, EVENT_JOB_MISSED, JobEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from harvesters.errors import ConfigError
from harvesters.source import Schedules, Source, bounds
from kooste import clock
from kooste.timetable import backed_off, spread
from store.harvests import DueFacts

TICK = timedelta(minutes=1)
MISFIRE_GRACE = timedelta(hours=1)
"""A tick that comes late, after sleep or a long run, is still worth doing; several late ones are done once."""
MOST_AT_ONCE = 200
"""Sources harvested in one tick."""

_log = logging.getLogger(__name__)


def trigger(source: Source) -> CronTrigger | None:
    """The crontab of a source as a timetable of bare wall-clock times (carried as UTC), ``None`` where it has an interval.

    Raises ``ConfigError`` for a crontab with a field out of range.
    """
    schedule = source.schedule or ""
    if bounds(schedule):
        return None
    try:
        return CronTrigger.from_crontab(schedule, timezone=UTC)
    except ValueError as error:
        raise ConfigError(f"sources › {source.id} › schedule: {schedule!r} is no crontab ({error})") from error


def next_due(source: Source, zone: str, facts: DueFacts | None) -> datetime | None:
    """The instant (UTC) from which the source is to be harvested again; at once when it never was, or when a person released its answer.

    ``None``, never: it is switched off, its publisher closed it or does not want it harvested (which is told once). After a failure it
    is left alone longer each time, and as long as its server asks.
    """
    if not source.enabled or (facts and (facts.is_closed or facts.state == source.fetch_policy == "disallowed")):
        return None
    if facts is None or facts.last_started is None or facts.is_released:
        return datetime.min.replace(tzinfo=UTC)
    when = _regular(source, zone, facts, facts.last_started)
    return max(when, facts.wait_until) if when and facts.wait_until else when


def _regular(source: Source, zone: str, facts: DueFacts, last: datetime) -> datetime | None:
    """By interval, lengthened after failures, or by crontab."""
    between = bounds(source.schedule or "")
    if between:
        interval = min(max(facts.interval or between[0], between[0]), between[1])
        failures = 0 if facts.state == "not_configured" else facts.failures
        return spread(source.id, last, backed_off(interval, failures), zone)
    crontab = trigger(source)
    wall = last.astimezone(ZoneInfo(zone)).replace(tzinfo=UTC) + timedelta(seconds=1)
    fires = crontab.get_next_fire_time(None, wall) if crontab else None
    return fires.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) if fires else None


def next_places_due(source: Source, facts: DueFacts | None, now: datetime) -> datetime | None:
    """When places left are to be asked for beside the regular harvests; ``None`` where they are not, or the source is not well."""
    if source.availability is None or facts is None or facts.last_started is None or facts.state != "ok":
        return None
    last = max(facts.last_started, facts.availability_at or facts.last_started)
    return max(last + source.availability, facts.wait_until or now)


def due(schedules: Schedules, facts: Mapping[str, DueFacts], now: datetime) -> list[Source]:
    """The sources whose time has come, the one that waited longest first, and no more than one crawl takes at once: the rest are due at
    the next tick, so that a long sleep does not end in a stampede.
    """
    waiting = [(next_due(source, schedules.region.timezone, facts.get(source.id)), source) for source in schedules.sources]
    ready = [(when, source) for when, source in waiting if when is not None and when <= now]
    return [source for _, source in sorted(ready, key=lambda pair: (pair[0], pair[1].id))][:MOST_AT_ONCE]


def places_due(schedules: Schedules, facts: Mapping[str, DueFacts], now: datetime, *, beside: Sequence[Source]) -> list[Source]:
    """The sources that are to be asked for places left alone; ``beside`` are asked for everything in the same tick."""
    whole = {source.id for source in beside}
    asked = ((source, next_places_due(source, facts.get(source.id), now)) for source in schedules.sources if source.enabled)
    return [source for source, when in asked if source.id not in whole and when is not None and when <= now]


def check(schedules: Schedules) -> None:
    """Nothing; raises ``ConfigError`` for the first schedule that can never be read."""
    for source in schedules.sources:
        trigger(source)


def daemon(run_due: Callable[[datetime], None], tick: timedelta = TICK) -> AsyncIOScheduler:
    """A scheduler, not started yet, that calls ``run_due(now)`` in a thread at once and then at every tick, never twice at a time."""

    async def turn() -> None:
        await asyncio.to_thread(run_due, clock.now())

    scheduler = AsyncIOScheduler(
        timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": int(MISFIRE_GRACE.total_seconds())}
    )
    scheduler.add_listener(_tell, EVENT_JOB_ERROR | EVENT_JOB_MISSED | EVENT_JOB_MAX_INSTANCES)
    scheduler.add_job(turn, IntervalTrigger(seconds=int(tick.total_seconds()), timezone=UTC), id="tick", next_run_time=clock.now())
    return scheduler


def _tell(event: JobEvent) -> None:
    """A line in the log for what APScheduler would keep to itself."""
    if event.code == EVENT_JOB_ERROR:
        _log.error("The run failed in a way nobody foresaw", exc_info=event.exception)
    elif event.code == EVENT_JOB_MISSED:
        _log.warning("A run was missed by more than %s; the next one does its work", MISFIRE_GRACE)
    else:
        _log.info("The last run is still going on; this tick is left out")
