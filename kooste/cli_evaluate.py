"""``kooste evaluate``: how well duplicates are found, by pairs that people labelled. Registered by ``kooste.cli``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from harvesters.errors import ConfigError, KoosteError
from kooste import console
from kooste.yaml_file import text_of
from normalize.evaluation import Evaluation, LabelledPair, LabelsError, evaluate, read_pairs
from store.database import Store
from store.evaluation import Labelled, asked_events, events_of_listings, labelled_listings, save_evaluation

if TYPE_CHECKING:
    from kooste.cli import Job

_WHAT = ("duplicates",)


@click.argument("what", type=click.Choice(_WHAT))
@click.argument("pairs", metavar="PAIRS.jsonl", type=click.Path(path_type=Path))
@click.option("--misses", "with_misses", is_flag=True, help="Every pair that is missed or wrongly joined, with names and sources.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def evaluate_(job: Job, *, what: str, pairs: Path, with_misses: bool, as_json: bool) -> None:
    """Measure how well duplicates are found, on pairs of listings that people labelled (docs/duplicates.md).

    The figures are kept, and the quality page shows those of the last run.
    """
    with job.store() as store:
        found = measured(store, pairs, job.now)
        listings = labelled_listings(store, (one for pair in (*found.misses, *found.mistakes) for one in (pair.a, pair.b)))
    if as_json:
        console.emit_json({"set": pairs.stem, "about": what} | _as_json(found, listings))
        return
    for line in (*_figures(found), *(_wrong_pairs(found, listings) if with_misses else ())):
        click.echo(line)


def measured(store: Store, pairs: Path, now: datetime) -> Evaluation:
    """The figures of a labelled set on the events as they are, kept for the quality page; raises ``ConfigError`` for a wrong file."""
    labels = _labels(pairs)
    events = events_of_listings(store)
    if not events:
        raise KoosteError(f"{store.directory} holds no events yet; run `kooste run --all` first")
    found = evaluate(labels, events, asked_events(store))
    save_evaluation(store, pairs.stem, found, now)
    return found


def _labels(path: Path) -> tuple[LabelledPair, ...]:
    """The labelled pairs of a file; ``ConfigError`` names every wrong line."""
    try:
        labels = read_pairs(text_of(path).splitlines())
    except LabelsError as error:
        raise ConfigError("\n".join(f"{path}: {line}" for line in str(error).splitlines())) from error
    if not labels:
        raise ConfigError(f"{path}: holds no pair; write one JSON object a line (docs/duplicates.md)")
    return labels


def _figures(found: Evaluation) -> list[str]:
    """The figures in words."""
    apart = found.pairs - found.same - found.unknown
    lines = [
        f"precision {_share(found.precision)}, recall {_share(found.recall)}, F1 {_share(found.f1)}",
        f"{found.found} of {found.same} pairs of one event are joined; {found.wrong} of {apart} pairs of two events are joined.",
    ]
    if found.asked:
        lines.append(f"A person is asked about {found.asked} of the pairs that are not joined.")
    if found.unknown:
        lines.append(f"Of {found.unknown} of the {found.pairs} pairs a listing is not there; they count nowhere else.")
    return lines


def _share(figure: float | None) -> str:
    return "not known" if figure is None else f"{figure:.3f}"


def _wrong_pairs(found: Evaluation, listings: Mapping[str, Labelled]) -> list[str]:
    """Both sides of every pair that is told otherwise than people say."""
    lines: list[str] = []
    for heading, pairs in (("Missed, one event:", found.misses), ("Wrongly joined, two events:", found.mistakes)):
        lines += _told(heading, pairs, listings)
    return lines


def _told(heading: str, pairs: Sequence[LabelledPair], listings: Mapping[str, Labelled]) -> list[str]:
    lines = [heading] if pairs else []
    for pair in pairs:
        lines.append(f"  line {pair.line}: {pair.note}" if pair.note else f"  line {pair.line}")
        lines += [f"    {_side(listings[one])}" for one in (pair.a, pair.b)]
    return lines


def _side(listing: Labelled) -> str:
    """A listing in one line."""
    start = f", {listing.start[:16].replace('T', ' ')}" if listing.start else ""
    return f"{listing.id} {listing.name}{start} ({listing.source_id}, {listing.source})"


def _as_json(found: Evaluation, listings: Mapping[str, Labelled]) -> dict[str, Any]:
    """The figures and every wrong pair as data."""
    told: dict[str, Any] = console.plain(found)
    for name in ("misses", "mistakes"):
        told[name] = [
            {"line": pair.line, "note": pair.note, "a": console.plain(listings[pair.a]), "b": console.plain(listings[pair.b])}
            for pair in getattr(found, name)
        ]
    return told
