"""The command ``kooste``: what an operator does, in the order of the pipeline. What the exit codes mean is in docs/commands.md."""

from __future__ import annotations

import errno
import functools
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from harvesters.errors import ConfigError, KoosteError
from harvesters.source import Schedules, Source
from kooste import (
    cli_corrections,
    cli_desk,
    cli_doctor,
    cli_evaluate,
    cli_joining,
    cli_phrase,
    cli_places,
    cli_plan,
    clock,
    console,
    corrections,
    corrections_words,
    desk_acts,
    settings,
)
from kooste.run_words import harvest_line, published_line, related_line
from kooste.vocabulary import vocabulary_of
from store.configuration import sync_configuration
from store.database import Store, open_store
from store.harvests import HarvestSummary, release
from store.moves import forget_move
from store.relations import RelateCounts

if TYPE_CHECKING:  # jinja2 and babel are for the commands that publish
    from explorer.proxies import Network
    from publish.build import BuildReport

DONE, PARTLY, WRONG, IMPOSSIBLE = 0, 1, 2, 3
"""Exit codes: done; done but a source failed; wrong use or configuration; it could not be done."""
NO_FAILURE = frozenset({"ok", "not_configured", "disallowed"})
"""States after a harvest that are nobody's fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What every command is told: the configuration, where the data is, and what counts as now."""

    config: Path
    schedules: Schedules
    directory: Path
    fixed_now: datetime | None

    @property
    def now(self) -> datetime:
        """The instant of ``--now``, else the clock."""
        return self.fixed_now or clock.now()

    def store(self) -> Store:
        """The data, opened for one writer, with the corrections that stand beside the configuration; a broken file opens nothing."""
        path = corrections.path_beside(self.config)
        told = corrections.read(path)
        store = open_store(self.directory)
        try:
            corrections.put(store, told, path, self.schedules, self.now)
        except BaseException:
            store.close()
            raise
        return store


class _Words(click.Group):
    """Every expected error as words and an exit code, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ConfigError as error:
            console.say(str(error))
            ctx.exit(WRONG)
        except KoosteError as error:
            console.say(f"kooste: {error}")
            ctx.exit(IMPOSSIBLE)
        except BrokenPipeError:
            raise  # whoever read our output has seen enough; click ends quietly
        except OSError as error:
            console.say(f"kooste: {_disk_words(error)}")
            ctx.exit(IMPOSSIBLE)


def _disk_words(error: OSError) -> str:
    """What an operator can do about a failing disk."""
    if error.errno == errno.ENOSPC:
        return f"the disk is full ({error.filename or 'while writing'}). Nothing half-done was kept; free some space and run it again."
    if isinstance(error, PermissionError):
        return f"no permission for {error.filename}. Give the user who runs kooste the right to write there."
    return str(error)


@click.group(cls=_Words, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-v", "--verbose", is_flag=True, help="Tell more on standard error.")
@click.version_option(package_name="kooste")
def main(*, verbose: bool) -> None:
    """Kooste: one calendar of a region's events, made from the calendars its organisers already keep."""
    logging.basicConfig(level=logging.INFO if verbose else logging.WARNING, format="%(levelname)s %(name)s: %(message)s")


def command(function: Callable[..., None]) -> click.Command:
    """A command that takes the three options every command takes, and is handed a ``Job``."""

    @click.option("--config", type=click.Path(path_type=Path), default=Path("schedules.yaml"), show_default=True, help="The configuration.")
    @click.option("--data", type=click.Path(path_type=Path, file_okay=False), default=Path("var"), show_default=True, help="Data and site.")
    @click.option("--now", "moment", metavar="ISO", help="The instant that counts as now, e.g. 2026-11-22T06:00.")
    @functools.wraps(function)
    def told(*, config: Path, data: Path, moment: str | None, **rest: Any) -> None:
        schedules = settings.load(config)
        function(Job(config=config, schedules=schedules, directory=data, fixed_now=instant(moment, schedules.region.timezone)), **rest)

    return main.command(name=function.__name__.removesuffix("_"))(told)


def instant(text: str | None, zone: str) -> datetime | None:
    """The instant of ``--now`` in UTC; ``None`` when it was not given."""
    if text is None:
        return None
    try:
        return clock.parse(text, ZoneInfo(zone))
    except ValueError:
        raise click.BadParameter(f"{text!r} is no date and time; write for example 2026-11-22T06:00", param_hint="--now") from None


as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")


@command
@as_json
def check(job: Job, *, as_json: bool) -> None:
    """Read configuration, interface texts and an existing database; no network."""
    from kooste import checks

    corrected = corrections.read(corrections.path_beside(job.config)) or ()
    findings = checks.findings(job.schedules, job.directory, job.now)
    if as_json:
        console.emit_json({"sources": len(job.schedules.sources), "places": len(job.schedules.places), "findings": findings})
    else:
        for finding in findings:
            click.echo(finding)
        more = f", {len(corrected)} corrections" if corrected else ""
        click.echo(f"{job.config}: in order. {len(job.schedules.sources)} sources, {len(job.schedules.places)} places{more}.")


@command
@click.argument("ids", nargs=-1, metavar="[SOURCE]...")
@click.option("--all", "everything", is_flag=True, help="Every source, due or not.")
@as_json
def harvest(job: Job, *, ids: Sequence[str], everything: bool, as_json: bool) -> None:
    """Fetch, read, normalise and store the named sources, or those that are due."""
    with job.store() as store:
        summaries = _harvest(store, job, chosen(store, job, ids, everything=everything), tell=not as_json)
    if as_json:
        console.emit_json({"harvests": summaries})
    _exit(summaries)


@command
@click.argument("ids", nargs=-1, required=True, metavar="SOURCE...")
@as_json
def release_(job: Job, *, ids: Sequence[str], as_json: bool) -> None:
    """Believe what the named sources say now although it was held back; ask closed ones again, and moved ones where they were."""
    with job.store() as store:
        sources = chosen(store, job, ids, everything=False)
        sync_configuration(store, job.schedules, vocabulary_of(job.schedules), job.now)
        for source in sources:
            release(store, source.id)
            forget_move(store, source.id)
        summaries = _harvest(store, job, sources, tell=not as_json)
    if as_json:
        console.emit_json({"harvests": summaries})
    _exit(summaries)


@command
@click.option("--all", "everything", is_flag=True, help="From scratch, not only what changed.")
@as_json
def relate(job: Job, *, everything: bool, as_json: bool) -> None:
    """Make events and occurrences of what changed."""
    with job.store() as store:
        counts = _relate(store, job, everything=everything)
    if as_json:
        console.emit_json(counts)
    else:
        click.echo(related_line(counts))


@command
@click.option("--force", is_flag=True, help="Publish although many coming events are gone.")
@click.option("--preview", metavar="ADDRESS", help="Build a site to look at, to stand at this address, into DIR/preview; publish nothing.")
@as_json
def publish(job: Job, *, force: bool, preview: str | None, as_json: bool) -> None:
    """Freeze the data and render what changed; one atomic switch."""
    with job.store() as store:
        report = _preview(store, job, preview) if preview else _publish(store, job, force=force)
    if as_json:
        console.emit_json(report)
    else:
        click.echo(published_line(report, job.directory / "preview" if preview else job.directory))


@command
@click.option("--all", "everything", is_flag=True, help="Every source, due or not.")
@as_json
def run(job: Job, *, everything: bool, as_json: bool) -> None:
    """Harvest, relate and publish, once, for what is due."""
    with job.store() as store:
        result = whole_run(store, job, everything=everything, tell=not as_json)
    if as_json:
        console.emit_json(result)
    _exit(result["harvests"])


def whole_run(store: Store, job: Job, *, everything: bool, tell: bool, labelled: Path | None = None) -> dict[str, Any]:
    """The three steps with their progress; what each of them did. What is ``labelled`` is measured before its figures are published."""
    job = replace(job, schedules=desk_acts.take_up(store, job.schedules, job.config, job.now))
    summaries = _harvest(store, job, chosen(store, job, (), everything=everything), tell=tell)
    counts = _relate(store, job)
    if labelled is not None:
        cli_evaluate.measured(store, labelled, job.now)
    report = _publish(store, job)
    if tell:
        click.echo(related_line(counts))
        click.echo(published_line(report, job.directory))
    return {"harvests": summaries, "related": counts, "published": report}


@command
def schedule(job: Job) -> None:
    """Keep running: harvest what is due every minute, relate, publish."""
    from kooste import daemon

    daemon.run(job.schedules, job.directory, corrections.path_beside(job.config))


def _believed(_context: click.Context, _parameter: click.Parameter, texts: tuple[str, ...]) -> tuple[Network, ...]:
    """The networks that ``--behind-proxy`` names."""
    from explorer.proxies import networks

    try:
        return networks(texts)
    except ValueError as problem:
        raise click.BadParameter(f"{problem}; write for example 127.0.0.1 or 10.0.0.0/24") from None


@command
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--schedule", "with_scheduler", is_flag=True, help="Run the scheduler beside the server.")
@click.option("--explorer", "file", type=click.Path(path_type=Path), help="Serve the explorer alone, over one downloaded file.")
@click.option(
    "--behind-proxy", "proxies", multiple=True, metavar="ADDRESS", callback=_believed, help="A web server whose word on visitors counts."
)
def serve(  # noqa: PLR0913 - the command's options
    job: Job, *, host: str, port: int, with_scheduler: bool, file: Path | None, proxies: tuple[Network, ...]
) -> None:
    """Serve the site at / and the explorer at /explore/."""
    from kooste import daemon, explorer_file, explorer_services

    if file is not None:
        explorer_file.serve_file(job.schedules, file, host, port, lambda: job.now)
        return
    watched = corrections.path_beside(job.config) if with_scheduler else None
    means = explorer_services.means(job.schedules, job.directory, job.config, lambda: job.now)
    daemon.serve(job.schedules, job.directory, host, port, means=means, scheduled_with=watched, proxies=proxies)


@command
@as_json
def status_(job: Job, *, as_json: bool) -> None:
    """A table of the sources: state, last fetched, last changed, count, problem."""
    from kooste import checks

    rows = checks.status(job.schedules, job.directory)
    told, attention = cli_corrections.attention(job)
    attention = [*attention, *cli_desk.attention(job)]
    if as_json:
        console.emit_json({"sources": rows, "corrections": [corrections_words.as_json(one) for one in told], "attention": attention})
        return
    zone = ZoneInfo(job.schedules.region.timezone)
    cells = [
        (
            *(row.id, row.title, row.state, _when(row.last_fetched, zone), _when(row.last_changed, zone)),
            *(str(row.events), _next(row.next_due, job.now, zone), row.problem),
        )
        for row in rows
    ]
    console.table(("source", "title", "state", "last fetched", "last changed", "events", "next", "problem"), cells, right={"events"})
    for line in attention:
        click.echo(line)


def chosen(store: Store, job: Job, ids: Sequence[str], *, everything: bool) -> list[Source]:
    """The sources to harvest: the named ones, every enabled one, or those that are due."""
    from kooste import scheduler
    from store.harvests import due_facts

    known = {source.id: source for source in job.schedules.sources}
    unknown = [name for name in ids if name not in known]
    if unknown:
        raise ConfigError(f"{unknown[0]!r} is no source of {job.config}; there are {', '.join(sorted(known)) or 'none'}")
    if ids:
        return [known[name] for name in dict.fromkeys(ids)]
    if everything:
        return [source for source in known.values() if source.enabled]
    return scheduler.due(job.schedules, due_facts(store), job.now)


def _harvest(store: Store, job: Job, sources: list[Source], *, tell: bool) -> list[HarvestSummary]:
    """The harvests with their progress, one line a source."""
    from kooste import pipeline

    summaries = []
    if not sources and tell:
        click.echo("No source is due; --all harvests every one.")
    for summary in console.followed(pipeline.harvest(store, job.schedules, sources, job.now), len(sources), "Harvesting"):
        summaries.append(summary)
        if tell:
            click.echo(harvest_line(summary))
    return summaries


def _relate(store: Store, job: Job, *, everything: bool = False) -> RelateCounts:
    from kooste import pipeline

    with console.progress("Relating") as tell:
        return pipeline.relate(store, job.schedules, job.now, everything=everything, progress=tell)


def _publish(store: Store, job: Job, *, force: bool = False) -> BuildReport:
    from kooste import pipeline

    with console.progress("Publishing") as tell:
        return pipeline.publish(store, job.schedules, job.now, force=force, progress=tell)


def _preview(store: Store, job: Job, address: str) -> BuildReport:
    from kooste import pipeline

    if not address.startswith(("https://", "http://")):
        raise ConfigError(f"--preview {address}: give the whole address at which the preview will stand, such as https://preview.example/")
    with console.progress("Making the preview") as tell:
        return pipeline.preview(store, job.schedules, address, job.now, progress=tell)


def _when(moment: datetime | None, zone: ZoneInfo) -> str:
    """An instant as the region's wall clock, minutes."""
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M") if moment else "never"


def _next(moment: datetime | None, now: datetime, zone: ZoneInfo) -> str:
    """When a source is asked next, in words where it is now or never."""
    if moment is None:
        return "not asked"
    return "now" if moment <= now else _when(moment, zone)


def _exit(summaries: Sequence[HarvestSummary]) -> None:
    """The exit code that tells a cron job whether a person should look."""
    if any(summary.state not in NO_FAILURE for summary in summaries):
        click.get_current_context().exit(PARTLY)


_MORE: tuple[Callable[..., None], ...] = (
    *(cli_doctor.doctor, cli_doctor.new, cli_phrase.phrase, cli_corrections.correct, cli_desk.moderator, cli_places.places),
    *(cli_joining.explain, cli_joining.verdict, cli_joining.review, cli_evaluate.evaluate_, cli_plan.plan),
)
for _told in _MORE:
    command(_told)


@main.command()
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), default=Path("var"), show_default=True, help="Data and site.")
@click.option("--config", type=click.Path(path_type=Path), help="Another configuration over the demo's feeds.")
@click.option("--now", "moment", metavar="ISO", help="The instant that counts as now; by default the demo's own day.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port of site and explorer.")
@click.option("--once", is_flag=True, help="End after publishing.")
def demo(*, data: Path, config: Path | None, moment: str | None, port: int, once: bool) -> None:
    """The example region: served on loopback, harvested over HTTP, published, served."""
    from kooste import demo as example

    example.run(data, config, moment, port, once=once)
