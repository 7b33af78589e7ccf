"""One source's account of one thing: the dated rows of a series that is published without a rule, told as the one series it is.

Many calendars and pages list every evening of a club as a record of its own. Rows that agree in everything but the day (source, name,
place, room, organizer, weekday and both clock times) are one telling; what is sold or performed evening by evening is not. Pure: the
same strands give the same tellings, whatever their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from normalize.model import Listing, Occurrence
from normalize.relate import Strand
from normalize.times import in_zone, instant

ROWS = 3
"""Days from which on rows that agree are a series: two may be a coincidence."""
ROWS_OF_SERIES = 2
"""The same for rows that name one series as theirs (schema.org superEvent)."""
_PERFORMED = frozenset({"theatre", "film", "concerts", "christmas_concert", "matches", "festivals"})
"""Subjects whose evenings are events of their own, each with its own seats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one source tells of one thing: a strand, or the strands that are the dated rows of one series."""

    id: str
    """The id of the strand that was seen first, then the smallest."""
    strands: tuple[Strand, ...]
    """Sorted by id; at least one."""

    @property
    def source_id(self) -> str:
        """The source whose words these are."""
        return self.strands[0].source_id

    @property
    def lead(self) -> Listing:
        """The listing whose fields speak for all: of what is still shown, the one that begins first."""
        return min(self.strands, key=_begins).lead

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """The dated instances of all its strands within the window, by start."""
        found = [one for strand in self.strands for one in strand.related.occurrences]
        return tuple(sorted(found, key=lambda one: (instant(one.start, self.strands[0].related.event.timezone), one.id)))

    @property
    def is_series(self) -> bool:
        """True where it takes place more than once."""
        return len(self.strands) > 1 or self.strands[0].related.event.is_series

    @property
    def is_withdrawn(self) -> bool:
        """Its source shows nothing of it any more."""
        return all(strand.is_withdrawn for strand in self.strands)


def _begins(strand: Strand) -> tuple[bool, str, str]:
    start = strand.lead.start
    return strand.is_withdrawn, "" if start is None else instant(start, strand.lead.timezone).isoformat(), strand.id


def row_key(strand: Strand) -> str:
    """What a strand must share with another to be a row of the same series; empty for one that stands by itself."""
    lead = strand.lead
    if strand.role == "registration" or len(strand.listings) > 1 or strand.related.event.is_series or lead.recurrence_id:
        return ""
    if not isinstance(lead.start, datetime) or _PERFORMED & set(lead.details.subjects):
        return ""
    start = in_zone(lead.start, strand.related.event.timezone)
    return "\n".join(
        (
            *(strand.source_id, lead.kind, str(lead.planned), str(strand.is_withdrawn)),
            *(f"{language}={' '.join(name.casefold().split())}" for language, name in sorted(lead.name.items())),
            *(lead.place_id or " ".join(lead.place_text.casefold().split()), lead.room, lead.organizer_id),
            f"{start:%u %H:%M} {'' if lead.end is None else _seconds(lead)}",
        )
    )


def _seconds(listing: Listing) -> int:
    """How long the listing takes."""
    if not isinstance(listing.start, datetime) or not isinstance(listing.end, datetime):
        return 0
    return int((listing.end - listing.start).total_seconds())


def telling_of(strands: Iterable[Strand]) -> Telling:
    """The telling that these strands are together, at least one."""
    ordered = tuple(sorted(strands, key=lambda strand: strand.id))
    first = min(ordered, key=lambda strand: (strand.first_seen, strand.id))
    return Telling(id=first.id, strands=ordered)


def tellings(strands: Iterable[Strand]) -> list[Telling]:
    """Every strand in the telling it belongs to, by id."""
    known = {strand.id: strand for strand in strands}
    rows = [row_of(strand) for strand in known.values()]
    found = [telling_of(known[one] for one in group) for group in grouped(rows)]
    return sorted(found, key=lambda telling: telling.id)


class Row(NamedTuple):
    """What decides with which others a strand is one telling."""

    id: str
    key: str
    """``row_key``."""
    day: str
    """Local day of its first start, ISO; empty where it has no dates."""
    series: str
    """uid of the series it names as its own (schema.org superEvent)."""
    first_seen: str


def row_of(strand: Strand) -> Row:
    """What decides with which others the strand is one telling."""
    day = "" if strand.lead.start is None else day_of(strand).isoformat()
    return Row(strand.id, row_key(strand), day, strand.lead.details.series, strand.first_seen)


def grouped(rows: Iterable[Row]) -> list[list[str]]:
    """The ids of the strands of each telling, the one that gives it its id first; sorted."""
    series: dict[str, list[Row]] = defaultdict(list)
    found: list[list[str]] = []
    for row in sorted(rows, key=lambda row: (row.first_seen, row.id)):
        if row.key:
            series[row.key].append(row)
        else:
            found.append([row.id])
    for group in series.values():
        found += _of_one_key(group)
    return sorted(found)


def _of_one_key(group: Sequence[Row]) -> list[list[str]]:
    """One series of a row a day where they are days enough, and every other row by itself.

    A second row of the same day is no instance more: it is told by itself, and compared with the series like any other.
    """
    days: dict[str, Row] = {}
    for row in group:
        days.setdefault(row.day, row)
    named = {row.series for row in days.values()}
    enough = ROWS_OF_SERIES if len(named) == 1 and named != {""} else ROWS
    if len(days) < enough:
        return [[row.id] for row in group]
    first = [row.id for row in days.values()]
    return [first, *([row.id] for row in group if row.id not in set(first))]


def day_of(strand: Strand) -> date:
    """The local day of a strand with a start."""
    start = in_zone(strand.lead.begins, strand.related.event.timezone)
    return start.date() if isinstance(start, datetime) else start
