"""Long-running work: the scheduler alone, or the server with or without the scheduler beside it."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from explorer.server import serve_forever, site_app
from harvesters.errors import KoosteError
from harvesters.source import Schedules
from kooste import pipeline, places_left, scheduler
from kooste.corrections import Watched
from publish.addresses import Addresses, Target
from store.database import open_store
from store.harvests import due_facts

_PAGES = {"places": "place", "organizers": "organizer"}

_log = logging.getLogger(__name__)


def run(schedules: Schedules, directory: Path, corrected: Path) -> None:
    """Runs what is due until the process is told to stop (SIGINT, SIGTERM); a run under way is finished first.

    ``corrected`` is the file of corrections, read anew at every tick.
    """
    click.echo("Kooste harvests what is due, every minute. Stop it with Ctrl-C.")
    asyncio.run(_until_stopped(turn(schedules, directory, corrected)))


def serve(schedules: Schedules, directory: Path, host: str, port: int, *, scheduled_with: Path | None = None) -> None:
    """Serves until stopped, with the scheduler beside it where its file of corrections is given.

    Raises ``KoosteError`` when the port is taken.
    """
    asyncio.run(_serve(schedules, directory, host, port, scheduled_with))


async def _serve(schedules: Schedules, directory: Path, host: str, port: int, scheduled_with: Path | None) -> None:
    """The server, and the scheduler in the same loop when asked for."""
    running = scheduler.daemon(turn(schedules, directory, scheduled_with)) if scheduled_with else None
    if running:
        running.start()
    try:
        await serve_forever(site_app(directory, schedules, page_of=page_of(schedules)), host, port, ready=_addresses)
    finally:
        if running:
            running.shutdown(wait=False)


def page_of(schedules: Schedules) -> Callable[[str, Mapping[str, Any], str], str]:
    """Where on the site a row of the explorer has its page; ``""`` for rows without one. The explorer itself knows nothing of the site."""
    addresses = Addresses.below(schedules.region.public_address)

    def found(table: str, row: Mapping[str, Any], language: str) -> str:
        kind = ("series" if row.get("is_series") else "event") if table == "events" else _PAGES.get(table, "")
        shown = kind and row.get("slug")
        return addresses.href(language, Target(kind=kind, name=str(row["slug"]))) if shown else ""

    return found


def _addresses(address: str) -> None:
    """Where to look."""
    click.echo(f"The calendar:  {address}/\nThe explorer:  {address}/explore/\nStop with Ctrl-C.")


async def _until_stopped(run_due: Callable[[datetime], None]) -> None:
    """The scheduler until a signal comes."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopped.set)
    running = scheduler.daemon(run_due)
    running.start()
    await stopped.wait()
    running.shutdown(wait=False)


def turn(schedules: Schedules, directory: Path, corrected: Path) -> Callable[[datetime], None]:
    """What one tick does: harvest what is due; relate and publish when something was due, was corrected, or a new day has begun."""
    watched = Watched(corrected)
    zone = ZoneInfo(schedules.region.timezone)
    published: date | None = None
    is_corrected = False

    def run_due(now: datetime) -> None:
        nonlocal published, is_corrected
        today = now.astimezone(zone).date()
        try:
            with open_store(directory) as store:
                facts = due_facts(store)
                sources = scheduler.due(schedules, facts, now)
                is_corrected = watched.take(store, schedules, now) or is_corrected
                if is_corrected or sources or published != today:
                    _tell(pipeline.run(store, schedules, sources, now))
                    published, is_corrected = today, False
                places = scheduler.places_due(schedules, facts, now, beside=sources)
                if places and places_left.ask(store, schedules, places, now):
                    pipeline.publish_places(store, now)
        except (KoosteError, OSError) as error:
            _log.error("This run could not be done: %s", error)

    return run_due


def _tell(done: pipeline.Run) -> None:
    """One line a source that is not well, one for the run."""
    for summary in done.harvests:
        if summary.state != "ok":
            _log.warning("%s: %s: %s", summary.source_id, summary.state, summary.message)
    _log.info("%d sources harvested, %d pages rendered", len(done.harvests), done.published.rendered)
