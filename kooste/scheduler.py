"""When: which sources are due, and the daemon that runs them. The only user of APScheduler.

One job ticks in UTC and asks the store what is due; a source's own timetable is read on the region's wall clock. So a missed night
is one run for each source, the clock changes neither double nor lose one (docs/decisions/0002-one-tick.md), and no source ever runs
twice at a time.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MAX_INSTANCES, EVENT_JOB_MISSED, JobEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from harvesters.errors import ConfigError
from harvesters.source import Schedules, Source, interval
from kooste import clock

TICK = timedelta(minutes=1)
MISFIRE_GRACE = timedelta(hours=1)
"""A tick that comes late, after sleep or a long run, is still worth doing; several late ones are done once."""

_log = logging.getLogger(__name__)


def trigger(source: Source) -> CronTrigger | None:
    """The crontab of a source as a timetable of bare wall-clock times (carried as UTC), ``None`` where it has an interval.

    Raises ``ConfigError`` for a crontab with a field out of range.
    """
    schedule = source.schedule or ""
    if interval(schedule):
        return None
    try:
        return CronTrigger.from_crontab(schedule, timezone=UTC)
    except ValueError as error:
        raise ConfigError(f"sources › {source.id} › schedule: {schedule!r} is no crontab ({error})") from error


def next_due(source: Source, zone: str, last: datetime | None) -> datetime | None:
    """The instant (UTC) from which the source is to be harvested again; at once when it never was, never when it is switched off."""
    if not source.enabled:
        return None
    if last is None:
        return datetime.min.replace(tzinfo=UTC)
    length = interval(source.schedule or "")
    if length:
        return last + length
    crontab = trigger(source)
    wall = last.astimezone(ZoneInfo(zone)).replace(tzinfo=UTC) + timedelta(seconds=1)
    fires = crontab.get_next_fire_time(None, wall) if crontab else None
    return fires.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) if fires else None


def due(schedules: Schedules, last: Mapping[str, datetime], now: datetime) -> list[Source]:
    """The sources whose time has come, the one that waited longest first."""
    waiting = [(next_due(source, schedules.region.timezone, last.get(source.id)), source) for source in schedules.sources]
    ready = [(when, source) for when, source in waiting if when is not None and when <= now]
    return [source for _, source in sorted(ready, key=lambda pair: (pair[0], pair[1].id))]


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
