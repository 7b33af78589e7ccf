"""What a run did, a line for each of its steps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.harvests import HarvestSummary
from store.relations import RelateCounts

if TYPE_CHECKING:  # jinja2 and babel are for the commands that publish
    from publish.build import BuildReport


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
    """What publishing did, and where the site is."""
    return f"{report.pages} pages, {report.rendered} rendered, {report.written} files written: {directory / 'public'}"
