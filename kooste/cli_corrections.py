"""``kooste correct``: a person says what is right where a source does not. Registered by ``kooste.cli``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from harvesters.errors import ConfigError
from kooste import console, corrections, corrections_text, corrections_words
from kooste.corrections_checked import Checking
from kooste.corrections_words import said
from normalize.corrections import Correction, Key
from normalize.corrections_fields import SUBJECTS, Subject
from store.corrections_told import Told, read_corrections
from store.database import PUBLIC_NAME

if TYPE_CHECKING:
    from kooste.cli import Job

_SHOWN_BY = (
    "It is shown after the next `kooste run`, or `kooste relate` and `kooste publish`, without a new harvest; "
    "a running scheduler does it within a minute."
)
_CUT = "The end that the source tells does not fit this start and is left out; correct 'end' too."


def _checking(job: Job) -> Checking:
    return Checking.of(job.config, job.schedules, job.directory, job.now)


@click.argument("subject", required=False, type=click.Choice(SUBJECTS), metavar="[place|organizer|event]")
@click.argument("identifier", required=False, metavar="[ID]")
@click.argument("field", required=False, metavar="[FIELD]")
@click.argument("value", required=False, metavar="[VALUE]")
@click.option("--by", metavar="ROLE", help="Who says so: a role such as toimitus, never a person.")
@click.option("--why", default="", metavar="TEXT", help="The reason, for those who look at it later.")
@click.option("--remove", is_flag=True, help="Take the correction back: the source's value counts again.")
@click.option("--list", "listed", is_flag=True, help="Every correction, and how its source stands to it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def correct(  # noqa: PLR0913 - one parameter an argument or option
    job: Job,
    *,
    subject: Subject | None,
    identifier: str | None,
    field: str | None,
    value: str | None,
    by: str | None,
    why: str,
    remove: bool,
    listed: bool,
    as_json: bool,
) -> None:
    """Correct a field of a place, an organizer or an event: it holds at every harvest (docs/corrections.md). VALUE null: not known."""
    if listed:
        _list(job, as_json=as_json)
        return
    if subject is None or identifier is None or field is None or (value is None) != remove:
        raise click.UsageError("give place, organizer or event, an ID, a FIELD and a VALUE; or --remove in place of the value; or --list")
    desk = _checking(job)
    if words := corrections.unknown_field(subject, field):
        raise ConfigError(words)
    if remove:
        _remove(desk, desk.kept_key(subject, identifier, field), as_json=as_json)
        return
    if by is None:
        raise click.UsageError("say --by whom: a role such as toimitus")
    _add(desk, desk.correction(Key(subject, desk.known_id(subject, identifier), field), str(value), by, why), as_json=as_json)


def _add(desk: Checking, correction: Correction, *, as_json: bool) -> None:
    """Writes the correction and says what it changes."""
    key = correction.key
    remark = _CUT if desk.loses_end(correction) else ""
    before = next((one for one in desk.standing if one.key == key), None)
    corrections_text.with_correction(desk.path, correction)
    if as_json:
        console.emit_json(_document(correction, desk) | {"remark": remark})
        return
    click.echo(corrections_words.what(correction, desk.name(key)))
    click.echo(f"  the source says: {said(correction.was)}")
    if before is not None:
        click.echo(f"  corrected until now: {said(before.value)} ({before.by}, {before.on})")
    click.echo(f"  corrected: {said(correction.value)} ({correction.by}, {correction.on})")
    if correction.value == correction.was:
        click.echo("  Source and correction say the same: it holds should the source change.")
    if remark:
        click.echo(f"  {remark}")
    click.echo(f"Written to {desk.path}. {_SHOWN_BY}")


def _remove(desk: Checking, key: Key, *, as_json: bool) -> None:
    """Takes the correction out of the file and says what counts again."""
    standing = next((one for one in desk.standing if one.key == key), None)
    if standing is None:
        ours = [" ".join(one.key) for one in desk.standing if one.key.id == key.id]
        raise ConfigError(f"{desk.path}: {' '.join(key)} is not corrected; {'there are ' + ', '.join(ours) if ours else 'see --list'}")
    corrections_text.without_correction(desk.path, key)
    if as_json:
        console.emit_json(_document(standing, desk) | {"removed": True})
        return
    click.echo(corrections_words.what(standing, desk.name(key)))
    click.echo(f"  corrected until now: {said(standing.value)} ({standing.by}, {standing.on})")
    if desk.name(key):
        click.echo(f"  the source says: {said(desk.said(key, standing.value))}")
    click.echo(f"Taken out of {desk.path}. {_SHOWN_BY.replace('It is shown', 'The source counts again')}")


def _document(correction: Correction, desk: Checking) -> dict[str, object]:
    subject, identifier, field = correction.key
    return {
        "subject": subject,
        "id": identifier,
        "name": desk.name(correction.key),
        "field": field,
        "value": correction.value,
        "was": correction.was,
        "by": correction.by,
        "on": correction.on,
        "file": str(desk.path),
    }


def _list(job: Job, *, as_json: bool) -> None:
    """Every correction of the file, and those in force that are no longer in it."""
    desk = _checking(job)
    told = {one.correction.key: one for one in (read_corrections(desk.database) if desk.database.exists() else [])}
    taken = [told[one.key] for one in desk.standing if _is_taken(one, told.get(one.key))]
    waiting = [one for one in desk.standing if not _is_taken(one, told.get(one.key))]
    dropped = [one for key, one in told.items() if key not in {other.key for other in desk.standing}]
    if as_json:
        fresh = [_document(one, desk) | {"state": "waiting"} for one in waiting]
        console.emit_json({"corrections": [corrections_words.as_json(one) for one in taken] + fresh})
        return
    for one in taken:
        click.echo(corrections_words.line(one))
    for correction in waiting:
        click.echo(f"{corrections_words.what(correction, desk.name(correction.key))}: {said(correction.value)!r}, not taken in yet")
    for one in dropped:
        click.echo(f"{corrections_words.what(one.correction, one.name)}: no longer in {desk.path}; in force until the next run")
    if not desk.standing and not dropped:
        click.echo(f"{desk.path}: nothing is corrected.")


def _is_taken(correction: Correction, one: Told | None) -> bool:
    return one is not None and one.correction.value == correction.value


def attention(job: Job) -> tuple[list[Told], Sequence[str]]:
    """For ``kooste status``: every correction in force, and a line for each thing about them that a person should look at."""
    database = job.directory / PUBLIC_NAME
    told = read_corrections(database) if database.exists() else []
    problem = corrections.problem_of(corrections.path_beside(job.config), len(told))
    return told, [*([problem] if problem else []), *corrections_words.attention(told)]
