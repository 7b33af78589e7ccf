"""``kooste places``: the registry of places, what a text would match and why, and what nobody knows. Registered by ``kooste.cli``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from harvesters.errors import ConfigError
from kooste import console

if TYPE_CHECKING:  # the registry and the tables are for those who run the command
    from harvesters.source import PlaceEntry, Source
    from kooste.cli import Job

_LANGUAGE = "fi"


@click.argument("name", required=False, metavar="[NAME]")
@click.option("--unmatched", is_flag=True, help="Every location that no place matches, the most frequent first, with a line to add.")
@click.option("--source", "source_id", metavar="ID", help="Read NAME as this source would mean it: with its lookups, default and home.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def places(job: Job, *, name: str | None, unmatched: bool, source_id: str | None, as_json: bool) -> None:
    """List the registry of places, say what a location would match and why, or which locations nobody knows (docs/places.md)."""
    if name is not None and unmatched:
        raise click.UsageError("give a NAME, or --unmatched, not both")
    if source_id is not None and name is None:
        raise click.UsageError("--source is for a NAME")
    if name is not None:
        _explain(job, name, source_id, as_json=as_json)
    elif unmatched:
        _unmatched(job, as_json=as_json)
    else:
        _registry(job, as_json=as_json)


def _registry(job: Job, *, as_json: bool) -> None:
    """Every place with its events, in the order of the file."""
    from store.places import events_by_place

    database = _database(job)
    counts = events_by_place(database) if database else {}
    if as_json:
        console.emit_json(
            {"places": [entry.model_dump(mode="json") | {"events": counts.get(entry.id, 0)} for entry in job.schedules.places]}
        )
        return
    rows = [
        (entry.id, _name(entry), entry.district, entry.municipality, str(len(entry.rooms) or ""), str(counts.get(entry.id, 0)))
        for entry in job.schedules.places
    ]
    console.table(("place", "name", "district", "municipality", "rooms", "events"), rows, right={"rooms", "events"})


def _explain(job: Job, name: str, source_id: str | None, *, as_json: bool) -> None:
    """What a location would match and why, in words or as data."""
    from kooste.areas import areas
    from kooste.place_words import explained, told
    from normalize.places import Hints, PlaceRegistry

    source = _source(job, source_id)
    registry = PlaceRegistry(job.schedules.places)
    found = registry.find(name, Hints.of(source) if source else Hints())
    area = areas().read(name, registry.postal_codes)
    if as_json:
        console.emit_json(told(name, found, area, registry))
        return
    for line in explained(name, found, area, registry, areas()):
        click.echo(line)


def _unmatched(job: Job, *, as_json: bool) -> None:
    """What nobody knows, worst first."""
    from kooste.areas import areas
    from kooste.place_proposals import proposals
    from store.places import unmatched_places

    database = _database(job)
    found = unmatched_places(database) if database else []
    left = proposals(job.schedules, found, areas())
    if as_json:
        console.emit_json({"unmatched": left, "known_at_next_harvest": len(found) - len(left)})
        return
    for one in left:
        click.echo(f"{one.text}: {one.listings} {_plural(one.listings, 'listing')} of {', '.join(one.sources)}")
        if one.near:
            click.echo(f"  perhaps {' or '.join(one.near)}")
        click.echo(f"  under {one.where}: {one.line}")
    click.echo(_sum(len(left), len(found) - len(left), is_read=database is not None))


def _sum(left: int, known: int, *, is_read: bool) -> str:
    """The last line."""
    if not is_read:
        return "Nothing has been harvested yet."
    later = f" {known} more will be matched at the next harvest." if known else ""
    return (f"{left} {_plural(left, 'location')} match no place." if left else "Every location matches a place.") + later


def _plural(count: int, word: str) -> str:
    return word if count == 1 else f"{word}s"


def _database(job: Job) -> Path | None:
    """The database, if anything was ever harvested."""
    path = job.directory / "kooste.db"
    return path if path.exists() else None


def _source(job: Job, source_id: str | None) -> Source | None:
    """The configured entry of an id."""
    if source_id is None:
        return None
    for source in job.schedules.sources:
        if source.id == source_id:
            return source
    raise ConfigError(f"{source_id!r} is no source of {job.config}")


def _name(entry: PlaceEntry) -> str:
    return entry.name.get(_LANGUAGE) or next(iter(entry.name.values()))
