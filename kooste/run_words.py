"""What a run did, a line for each of its steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from store.harvests import HarvestSummary
from store.relations import RelateCounts

if TYPE_CHECKING:  # jinja2 and babel are for the commands that publish
    from publish.build import BuildReport


_DEAD_SHOWN = 10


def harvest_line(summary: HarvestSummary) -> str:
    """One source in one line."""
    if summary.outcome in {"failed", "held"}:
        return f"{summary.source_id}: {summary.state}: {summary.message}"
    parts = {
        "stored": summary.stored,
        "unchanged": summary.unchanged,
        "set aside": summary.set_aside,
        "out of horizon": summary.out_of_horizon,
        "not public": summary.not_public,
    } | ({"deleted": summary.deleted} if summary.deleted else {})
    told = " + ".join(f"{number} {what}" for what, number in parts.items())
    return f"{summary.source_id}: {summary.read} read = {told}; {summary.withdrawn} withdrawn"


def related_line(counts: RelateCounts) -> str:
    """What relating did."""
    return f"{counts.events} events and {counts.occurrences} occurrences looked at, {counts.written} rows written."


def published_line(report: BuildReport, directory: Path) -> str:
    """What publishing did, and where the site is; below it the links that lead nowhere."""
    done = f"{report.pages} pages, {report.rendered} rendered, {report.written} files written: {directory / 'public'}"
    return "\n".join([done, *_dead_lines(report.dead_links)])


def _dead_lines(links: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The first links that lead nowhere, and what to do about them."""
    for page, file in links[:_DEAD_SHOWN]:
        yield f"{page} links to {file}, which is not there."
    if len(links) > _DEAD_SHOWN:
        yield f"So do {len(links) - _DEAD_SHOWN} more links."
    if links:
        yield "The site is published all the same. Look at your own templates, texts and channels of help."
