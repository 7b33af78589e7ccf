"""Long-running work: the scheduler alone, or the server with or without the scheduler beside it."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from explorer.instance import Means
from explorer.proxies import Network
from explorer.server import serve_forever, site_app
from harvesters.errors import KoosteError
from harvesters.source import Schedules
from kooste import desk_acts, pipeline, places_left, scheduler
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


def serve(  # noqa: PLR0913 - every fact is named
    schedules: Schedules,
    directory: Path,
    host: str,
    port: int,
    *,
    means: Means,
    scheduled_with: Path | None = None,
    proxies: Sequence[Network] = (),
) -> None:
    """Serves until stopped, with the scheduler beside it where its file of corrections is given.

    ``means`` are the explorer's (``kooste.explorer_services``); ``proxies`` are believed when they say whom they ask for. Raises
    ``KoosteError`` when the port is taken.
    """
    site = site_app(directory, schedules, page_of=page_of(schedules), means=means, proxies=proxies)
    beside = turn(schedules, directory, scheduled_with) if scheduled_with else None
    asyncio.run(_serve(lambda: serve_forever(site, host, port, ready=_addresses), beside))


async def _serve(serving: Callable[[], Coroutine[Any, Any, None]], run_due: Callable[[datetime], None] | None) -> None:
    """The server, and the scheduler in the same loop when asked for."""
    running = scheduler.daemon(run_due) if run_due else None
    if running:
        running.start()
    try:
        await serving()
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
    """What one tick does: what was decided at the desk; harvest what is due; relate and publish when there is a reason, or a new day."""
    watched = Watched(corrected)
    zone = ZoneInfo(schedules.region.timezone)
    published: date | None = None
    is_corrected = False

    def run_due(now: datetime) -> None:
        nonlocal published, is_corrected
        today = now.astimezone(zone).date()
        try:
            with open_store(directory) as store:
                known = desk_acts.take_up(store, schedules, corrected, now)
                facts = due_facts(store)
                sources = scheduler.due(known, facts, now)
                is_corrected = watched.take(store, known, now) or is_corrected or desk_acts.is_unshown(directory)
                if is_corrected or sources or published != today:
                    _tell(pipeline.run(store, known, sources, now))
                    published, is_corrected = today, False
                places = scheduler.places_due(known, facts, now, beside=sources)
                if places and places_left.ask(store, known, places, now):
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
