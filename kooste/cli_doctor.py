"""``kooste doctor`` and ``kooste new``: look at an address, say what to mend, write its entry. Registered by ``kooste.cli``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from harvesters.errors import ConfigError, HarvestError
from harvesters.record import Response
from harvesters.region_rules import LANGUAGES, name_in
from harvesters.source import Source
from kooste import console

if TYPE_CHECKING:  # the reader's and the site's dependencies are for those who run the command
    from kooste.cli import Job
    from kooste.doctor import Examination
    from kooste.doctor_report import Report
    from kooste.new_source import Draft

BLOCKED = 1
"""Exit code: looked at, but there is nothing that could be shown."""
_TYPES = {".ics": "text/calendar", ".csv": "text/csv", ".json": "application/json", ".html": "text/html", ".htm": "text/html"}

language = click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the report; the region's first one by default.")
as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")


@click.argument("address", required=False, metavar="[URL]")
@click.option("--file", "path", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="A file instead of an address.")
@click.option("--source", "source_id", metavar="ID", help="Look at a configured source, with its own settings.")
@click.option("--twice", is_flag=True, help="Fetch it twice, to see whether identifiers change.")
@language
@as_json
def doctor(  # noqa: PLR0913 - one parameter an option
    job: Job, *, address: str | None, path: Path | None, source_id: str | None, twice: bool, lang: str | None, as_json: bool
) -> None:
    """Look at one address and say what it is, what visitors would see, and what to mend and how. Stores nothing."""
    source = _source(job, source_id)
    if (address is not None) + (path is not None or source is not None) != 1:
        raise click.UsageError("give an address, or a --file, or a --source (a --file may be looked at as a --source)")
    examination = _examined(job, address, path, source, twice=twice)
    report = _report(job, examination, lang, path)
    if as_json:
        console.emit_json(report.document())
    else:
        click.echo(report.text(), nl=False)
    if examination.verdict == "blocked":
        click.get_current_context().exit(BLOCKED)


@click.argument("address", metavar="URL")
@click.option("--id", "wanted_id", metavar="ID", help="The new source's id; made from its title by default.")
@click.option("--write", "is_written", is_flag=True, help="Append the entry to the configuration.")
@click.option(
    "--golden", "folder", type=click.Path(path_type=Path, file_okay=False), help="Keep the answer and what it gives below this folder."
)
@language
def new(  # noqa: PLR0913 - one parameter an option
    job: Job, *, address: str, wanted_id: str | None, is_written: bool, folder: Path | None, lang: str | None
) -> None:
    """Look at one address and write the entry for it; the report goes to standard error."""
    from kooste import doctor as looking
    from kooste import new_source

    examination = looking.examine(job.schedules, address, job.now)
    console.say(_report(job, examination, lang, None).text().rstrip())
    made = new_source.draft(job.schedules, examination, wanted_id=wanted_id or "")
    if made is None:
        console.say("\nNo entry was written: the report above says why.")
        click.get_current_context().exit(BLOCKED)
        return
    if is_written:
        new_source.write(job.config, made.text)
        console.say(f"\n{job.config}: the source {made.id} was added. Look at what was guessed, then: kooste harvest {made.id}")
    else:
        click.echo(made.text, nl=False)
    if made.secret_name:
        console.say(f"\nPut the key of the address into the environment variable {made.secret_name}. It stands in no file of ours.")
    if folder is not None:
        _keep(folder / made.id, examination, made)


def _source(job: Job, source_id: str | None) -> Source | None:
    """The configured entry of an id."""
    if source_id is None:
        return None
    for source in job.schedules.sources:
        if source.id == source_id:
            return source
    raise ConfigError(f"{source_id!r} is no source of {job.config}")


def _examined(job: Job, address: str | None, path: Path | None, source: Source | None, *, twice: bool) -> Examination:
    from kooste import doctor as looking

    if path is not None:
        return looking.examine_answer(job.schedules, _answer(path, job), job.now, source=source)
    return looking.examine(job.schedules, address or "", job.now, source=source, twice=twice)


def _answer(path: Path, job: Job) -> Response:
    """A file as if it had been fetched."""
    kind = _TYPES.get(path.suffix.lower(), "")
    return Response(
        source_id="doctor",
        url=f"https://file.invalid/{path.name}",
        status=200,
        headers={"content-type": kind} if kind else {},
        body=path.read_bytes(),
        fetched_at=job.now,
    )


def _report(job: Job, examination: Examination, lang: str | None, path: Path | None) -> Report:
    from kooste.doctor_report import Report
    from kooste.doctor_shown import dates_in

    region = job.schedules.region
    chosen: Any = lang or region.languages[0]
    contact = ", ".join(filter(None, (name_in(region.contact.name, chosen), region.contact.email, region.contact.phone)))
    dates = dates_in(chosen, job.directory)
    return Report(examination=examination, language=chosen, dates=dates, contact=contact, file=path.name if path else "")


def _keep(folder: Path, examination: Examination, made: Draft) -> None:
    """The golden folder of a new source."""
    from harvesters.address_advice import shown_address
    from harvesters.sandbox import Sandbox
    from kooste.doctor import context_for, options_of
    from kooste.golden import write_folder

    response = examination.response
    if response is None:
        return
    try:
        with Sandbox() as sandbox:
            reading = sandbox.read(made.format, response, context_for(examination.facts, options_of(made.format, made.options)))
    except HarvestError as error:
        console.say(f"\n{folder}: nothing was kept, for the answer could not be read with the guessed description ({error.reason}).")
        return
    about = {
        "format": made.format,
        "url": shown_address(response.url, is_secret=bool(made.secret_name)),
        "content_type": response.content_type,
        "options": made.options,
    }
    written = write_folder(folder, made.format, response, reading, about)
    console.say(
        f"\n{folder}: {len(written)} files. The answer stands there as the publisher wrote it: take names and contacts of persons out."
    )
