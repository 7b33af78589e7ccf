"""Writes the demo region's feeds: ``python -m examples.norppala.generate [FOLDER]`` (without a folder: over the committed ones).

A pure function of ``region/scenario.json``, the tables beside this file and a fixed seed: the same bytes at every run, so that a
difference in the repository is a difference somebody made.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from . import activities, happenings, keys, story
from .clashes import Rules
from .entry import Entry, as_datetime, starts
from .publishers import publishers

HERE = Path(__file__).parent
MOVED_SERIES = "Keskustelukerho"
"""The group of the umbrella calendar whose third meeting begins half an hour later than usual (RECURRENCE-ID)."""


def scenario() -> dict[str, Any]:
    """The region's description as it was given to the project."""
    data: dict[str, Any] = json.loads((HERE / "region" / "scenario.json").read_text("utf-8"))
    return data


def filling(region: Mapping[str, Any]) -> list[Entry]:
    """Everything that is no key record: single events, weekly groups, one changed meeting, and the umbrella calendar's past."""
    singles = [*happenings.singles(), happenings.swedish()]
    weekly = activities.place([*keys.all_keys(region), *singles], Rules.of(region))
    changed = [_later_once(entry) for entry in weekly if entry.name == MOVED_SERIES]
    return [*singles, *weekly, *changed, *happenings.history()]


def _later_once(series: Entry) -> Entry:
    """The third meeting of a series, half an hour later."""
    until = (as_datetime(series.start) + timedelta(weeks=12)).date()
    original = list(starts(series, until))[2]
    length = as_datetime(series.end or series.start) - as_datetime(series.start)
    begin: datetime = original + timedelta(minutes=30)
    return replace(
        series,
        key=f"{series.key}-muutos",
        instance_of=series.key,
        original=original,
        start=begin,
        end=begin + length,
        rrule="",
        exdates=(),
        description=f"{series.description} Huom! Tällä kertaa puoli tuntia myöhemmin.",
        sequence=1,
    )


def entries_of(region: Mapping[str, Any]) -> dict[str, list[Entry]]:
    """Source -> everything it publishes that has a time, key records first."""
    found: dict[str, list[Entry]] = {publisher.source: [] for publisher in publishers(region)}
    for entry in [*keys.all_keys(region), *filling(region)]:
        found[entry.source].append(entry)
    return found


def documents() -> dict[str, bytes]:
    """Path below ``feeds/`` -> bytes of everything that is published, in every edition of the story."""
    region = scenario()
    systems, entries = {publisher.source: publisher for publisher in publishers(region)}, entries_of(region)
    found: dict[str, bytes] = {}
    for source, publisher in systems.items():
        found |= publisher.system(publisher, entries[source])
    for chapter in story.CHAPTERS:
        publisher = systems[chapter.source]
        told = publisher.system(publisher, story.edition(chapter, entries[chapter.source]))
        found |= {f"{chapter.folder}/{name}": data for name, data in told.items() if chapter.files is None or name in chapter.files}
    return found


def main(folder: Path) -> None:
    """Writes everything into a folder, and removes what is not written any more."""
    written = documents()
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and path.relative_to(folder).as_posix() not in written:
            path.unlink()
    for name, data in written.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "feeds")
