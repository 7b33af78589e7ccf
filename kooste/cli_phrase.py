"""``kooste phrase``: what the calendar understands of a few words, for operators and for tests. Registered by ``kooste.cli``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from kooste import console

if TYPE_CHECKING:
    from kooste.cli import Job

LANGUAGES = ("fi", "sv", "en", "se")
KINDS = (
    *("datetime", "date", "range", "recurrence", "exclusion", "age", "audience", "price", "registration", "status", "place"),
    *("accessibility", "language", "composite"),
)


def _read_day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """The day of ``--date``."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as 2026-11-22") from None


@click.argument("text")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the words; the region's first one by default.")
@click.option("--date", "written", metavar="YYYY-MM-DD", callback=_read_day, help="The day the words were written on; today by default.")
@click.option("--kind", type=click.Choice(KINDS), help="What the words tell; they decide themselves by default.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def phrase(  # noqa: PLR0913 - one parameter an option
    job: Job, *, text: str, lang: str | None, written: date | None, kind: str | None, as_json: bool
) -> None:
    """Say what is understood of a phrase of time, age, price, enrolment, place or the like (docs/phrases.md)."""
    import yaml

    from normalize.phrase import read_phrase

    if not text.strip():
        raise click.UsageError('give the words in quotes, for example: kooste phrase "tiistaisin klo 10–11"')
    region = job.schedules.region
    found = read_phrase(text, lang or region.languages[0], _day(job, written, region.timezone), kind)
    if as_json:
        console.emit_json(found)
    elif not found:
        click.echo("Nothing of it was understood.")
    else:
        click.echo(yaml.safe_dump(found, allow_unicode=True, sort_keys=False), nl=False)


def _day(job: Job, written: date | None, zone: str) -> date:
    return written or job.now.astimezone(ZoneInfo(zone)).date()
