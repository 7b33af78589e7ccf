"""``kooste explain``, ``verdict`` and ``review``: why two listings are one event or not, and what people decide.

Registered by ``kooste.cli``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from harvesters.errors import ConfigError
from harvesters.region_rules import LANGUAGES
from kooste import console
from kooste.corrections import wrong_reason, wrong_role
from store.database import PUBLIC_NAME
from store.verdicts import (
    Asked,
    Compared,
    Decision,
    Given,
    Kind,
    Side,
    compared,
    find_side,
    give_verdict,
    review_queue,
    take_back,
    verdicts,
)

if TYPE_CHECKING:
    from kooste.cli import Job
    from normalize.likeness import Likeness

Interface = Literal["fi", "sv", "en"]
_KINDS: dict[str, Kind] = {"same": "same", "different": "different", "not-overlap": "not_overlap"}
_DECIDED = {"same": "one event", "different": "two events", "not_overlap": "no overlap"}
_SHOWN = "Pages follow at the next `kooste run` or `kooste publish`."

_lang = click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the reasons; the region's first one unless told.")
_json = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")


@click.argument("one", metavar="LISTING")
@click.argument("other", metavar="LISTING")
@_lang
@_json
def explain(job: Job, *, one: str, other: str, lang: Interface | None, as_json: bool) -> None:
    """Say why two listings are one event or not: what speaks for and against it, and what people decided (docs/duplicates.md).

    LISTING is the id of a listing or an event, or the address of an event's page.
    """
    database = _database(job)
    found = compared(database, _side(database, one), _side(database, other))
    if as_json:
        console.emit_json(_compared_json(found))
        return
    for label, side in (("A", found.a), ("B", found.b)):
        click.echo(f"{label}: {_line(side)}")
    for line in _reasons(job, found.likeness, lang or _first(job)):
        click.echo(f"  {line}")
    for line in _standing(found):
        click.echo(line)


def _standing(found: Compared) -> list[str]:
    """What holds now, and since when a person said so."""
    lines = []
    if found.likeness is None:
        lines.append("Both are dated rows of one series of one source.")
    if found.verdict:
        lines.append(f"{found.verdict.by} decided on {found.verdict.at[:10]}: {_DECIDED[found.verdict.kind]}. {found.verdict.why}".rstrip())
    lines.append("They are one event now." if found.is_joined else "They are two events now.")
    return lines


@click.argument("kind", required=False, type=click.Choice(list(_KINDS)), metavar="[same|different|not-overlap]")
@click.argument("one", required=False, metavar="[LISTING]")
@click.argument("other", required=False, metavar="[LISTING]")
@click.option("--by", metavar="ROLE", help="Who decides: a role such as toimitus, never a person.")
@click.option("--why", default="", metavar="TEXT", help="The reason, for those who look at it later.")
@click.option("--undo", is_flag=True, help="Take back what was decided of the two; KIND is not needed then.")
@click.option("--list", "listed", is_flag=True, help="Every verdict, the newest first.")
@_json
def verdict(  # noqa: PLR0913 - one parameter an argument or option
    job: Job, *, kind: str | None, one: str | None, other: str | None, by: str | None, why: str, undo: bool, listed: bool, as_json: bool
) -> None:
    """Decide of two listings or events: the same, different, or no overlap. It is obeyed at once and at every later run."""
    if listed:
        _list(job, as_json=as_json)
        return
    if kind is None or one is None or other is None:
        raise click.UsageError("say same, different or not-overlap and two LISTINGs; or --list")
    database = _database(job)
    sides = _side(database, one), _side(database, other)
    if sides[0].strand_id == sides[1].strand_id:
        raise ConfigError("both are the same record of the same source; give two that differ")
    if undo:
        _undo(job, sides, as_json=as_json)
        return
    for option, words in (
        ("--by", "say --by whom: a role such as toimitus" if by is None else wrong_role(by)),
        ("--why", wrong_reason(why)),
    ):
        if words:
            raise ConfigError(f"{option}: {words}")
    _decide(job, sides, Decision(kind=_KINDS[kind], by=str(by), why=why), as_json=as_json)


def _decide(job: Job, sides: tuple[Side, Side], decision: Decision, *, as_json: bool) -> None:
    from kooste import pipeline

    with job.store() as store:
        give_verdict(store, (sides[0].strand_id, sides[1].strand_id), decision, job.now)
        counts = pipeline.relate(store, job.schedules, job.now)
    if as_json:
        console.emit_json({"kind": decision.kind, "a": sides[0], "b": sides[1], "related": counts})
        return
    click.echo(f"Decided: {_line(sides[0])} and {_line(sides[1])}: {_DECIDED[decision.kind]}.")
    click.echo(f"{counts.events} events put together again. {_SHOWN}")


def _undo(job: Job, sides: tuple[Side, Side], *, as_json: bool) -> None:
    from kooste import pipeline

    with job.store() as store:
        count = take_back(store, (sides[0].strand_id, sides[1].strand_id))
        if not count:
            raise ConfigError("nothing was decided of these two; see `kooste verdict --list`")
        counts = pipeline.relate(store, job.schedules, job.now)
    if as_json:
        console.emit_json({"undone": count, "a": sides[0], "b": sides[1], "related": counts})
        return
    click.echo(f"Taken back: {_line(sides[0])} and {_line(sides[1])}. {counts.events} events put together again. {_SHOWN}")


def _list(job: Job, *, as_json: bool) -> None:
    given = verdicts(_database(job))
    if as_json:
        console.emit_json({"verdicts": given})
        return
    console.table(("decided", "by", "on", "A", "B", "why"), [_given_row(one) for one in given])


def _given_row(one: Given) -> tuple[str, ...]:
    sides = [
        _line(side) if side else f"{identifier} (shown by nobody now)" for side, identifier in zip((one.a, one.b), one.ids, strict=True)
    ]
    return (_DECIDED[one.kind], one.by, one.at[:10], *sides, one.why)


@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Most pairs to show.")
@_lang
@_json
def review(job: Job, *, limit: int, lang: Interface | None, as_json: bool) -> None:
    """List the pairs about which a person is asked, the likeliest first, with what speaks for and against each."""
    asked = review_queue(_database(job))
    if as_json:
        console.emit_json({"asked": [_asked_json(one) for one in asked[:limit]], "more": max(0, len(asked) - limit)})
        return
    for one in asked[:limit]:
        click.echo(f"A: {_line(one.a)}\nB: {_line(one.b)}")
        for line in _reasons(job, one.likeness, lang or _first(job)):
            click.echo(f"  {line}")
        click.echo(f"  kooste verdict same {one.a.listing_id} {one.b.listing_id} --by ROLE   (or: different)\n")
    more = f", {len(asked) - limit} more with --limit" if len(asked) > limit else ""
    click.echo(f"{len(asked)} {'pair waits' if len(asked) == 1 else 'pairs wait'} for a person{more}.")


def _reasons(job: Job, likeness: Likeness | None, language: Interface) -> list[str]:
    from kooste.labels import labels
    from normalize.likeness_words import told

    return told(likeness, language, labels(job.schedules, language)) if likeness else []


def _compared_json(found: Compared) -> dict[str, Any]:
    decided = found.verdict and {"kind": found.verdict.kind, "by": found.verdict.by, "at": found.verdict.at, "why": found.verdict.why}
    return {"a": found.a, "b": found.b, "likeness": found.likeness, "verdict": decided, "is_joined": found.is_joined}


def _asked_json(one: Asked) -> dict[str, Any]:
    return {"a": one.a, "b": one.b, "likeness": one.likeness}


def _line(side: Side) -> str:
    when = f", {side.start[:16].replace('T', ' ')}" if side.start else ""
    return f"{side.name}{when} ({side.source}, {side.listing_id})"


def _first(job: Job) -> Interface:
    return job.schedules.region.languages[0]


def _database(job: Job) -> Path:
    path = job.directory / PUBLIC_NAME
    if not path.exists():
        raise ConfigError(f"{job.directory} holds no events yet; harvest first")
    return path


def _side(database: Path, text: str) -> Side:
    """The record that is meant; raises ``ConfigError`` with what to do."""
    found = find_side(database, text.rstrip("/").rpartition("/")[2])
    if found is None:
        raise ConfigError(f"no listing or event of the id {text!r} is known; ids stand in the explorer's table `listings`")
    return found
