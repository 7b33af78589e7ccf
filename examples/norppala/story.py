"""What the publishers changed during the story that the region's description tells: how an entry stood before a day.

``feeds/`` holds the region as ``scenario.json`` describes it. A folder ``until-DAY`` inside holds what was published on the days
before DAY, a folder ``from-DAY`` what is published from DAY on (``examples.norppala.editions`` chooses).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from .entry import Entry, Registration, clock

CHRISTMAS_BREAK = (date(2026, 12, 22), date(2026, 12, 29), date(2027, 1, 5))
_KIRPPIS = "Löytöjä koko perheelle, kahvio auki. Maksuton."
_CONCERT = "Tuttuja lastenlauluja jousikvartetin kanssa. Hinta 5 €."


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One record that read otherwise until a day, or reads otherwise from a day on."""

    folder: str
    source: str
    files: tuple[str, ...] | None = None
    """The files that differ; ``None`` for all of the source's."""
    retell: Mapping[str, Callable[[Entry], Entry]]
    """Key of a record -> how it reads in this edition."""


def _with_break(entry: Entry) -> Entry:
    """The chair exercise of the umbrella calendar before somebody deleted its Christmas break."""
    return replace(entry, exdates=CHRISTMAS_BREAK)


def _still_on(entry: Entry) -> Entry:
    """The village flea market before it was cancelled."""
    return replace(entry, status="CONFIRMED", sequence=0, description=_KIRPPIS, lead=_KIRPPIS)


def _a_week_earlier(entry: Entry) -> Entry:
    """The children's concert before it was moved."""
    start, end = clock("2026-11-29", "14:00"), clock("2026-11-29", "14:45")
    return replace(entry, start=start, end=end, sequence=0, description=_CONCERT, lead=_CONCERT)


def _filling_up(entry: Entry) -> Entry:
    """The pottery course on the day its registration opened."""
    facts = entry.registration or Registration()
    return replace(entry, registration=replace(facts, state="open", remaining=4))


CHAPTERS = (
    Chapter(folder="until-2026-11-24", source="s12", retell={"d2c": _with_break}),
    Chapter(folder="until-2026-11-26", source="s19", retell={"o3": _still_on}),
    Chapter(folder="until-2026-11-27", source="s02", retell={"o4": _a_week_earlier}),
    Chapter(folder="from-2026-12-08", source="s05", files=("s05/participants.json",), retell={"d3a": _filling_up}),
)


def edition(chapter: Chapter, entries: list[Entry]) -> list[Entry]:
    """The source's entries as they read in the chapter."""
    return [chapter.retell.get(entry.key, _same)(entry) for entry in entries]


def _same(entry: Entry) -> Entry:
    return entry
