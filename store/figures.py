"""What the statistics counted on a day, kept so that change over time can be seen.

The numbers of a day are a function of the data and the day: they are counted from the frozen copy itself, from the whole day on and not
from an hour of it, and put into it. What the last copy of a day says stays. Nothing is ever counted for a day that is over. Only what was
avoided (``store.avoided``) is counted as it happens.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from store.avoided import AVOIDED
from store.database import Store
from store.statistics import Period, Supply, Terms, supply, terms
from store.statistics_counts import By, counted, features, total
from store.statistics_gaps import BANDS, grid
from store.statistics_health import joined, known, overlaps
from store.statistics_places import places, tasks, told_places

WEEKS = 4
"""What comes within so many weeks is counted."""
STEP_FREE = "step_free_entrance"
_BY: tuple[By, ...] = ("kind", "audience", "topic", "area", "price")
"""Of these every part is kept, of all else the sums."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of one day."""

    day: date
    measure: str
    part: str
    """Code of what alone is counted; empty for everything, and for what is not told."""
    value: int


def figures_of(connection: sqlite3.Connection, day: date) -> list[Figure]:
    """The numbers of a day, counted from the tables or views of the connection, by measure and part."""
    rows = sorted((measure, part, value) for (measure, part), value in _numbers(connection, day))
    return [Figure(day=day, measure=measure, part=part, value=value) for measure, part, value in rows]


def read_figures(connection: sqlite3.Connection, first: date, last: date) -> list[Figure]:
    """The numbers of some days (both inclusive), by day, measure and part; none where the copy is older than they are."""
    cursor = connection.cursor()
    cursor.row_factory = None
    if not cursor.execute("select 1 from sqlite_master where name = 'figures'").fetchone():
        return []
    question = "select day, measure, part, value from figures where day between ? and ? order by day, measure, part"
    rows = cursor.execute(question, (first.isoformat(), last.isoformat())).fetchall()
    return [Figure(day=date.fromisoformat(day), measure=measure, part=part, value=value) for day, measure, part, value in rows]


def avoided(connection: sqlite3.Connection, first: date, last: date) -> int:
    """How many overlaps were seen to be avoided on some days, both inclusive."""
    return sum(one.value for one in read_figures(connection, first, last) if one.measure == AVOIDED)


def add_figures(connection: sqlite3.Connection, day: date) -> None:
    """Puts the numbers of a day into a copy that is being made, in place of those of an earlier copy of that day."""
    connection.execute("delete from figures where day = ? and measure <> ?", (day.isoformat(), AVOIDED))
    for one in figures_of(connection, day):
        identifier = ":".join(filter(None, (day.isoformat(), one.measure, one.part)))
        connection.execute("insert into figures values (?, ?, ?, ?, ?)", (identifier, day.isoformat(), one.measure, one.part, one.value))


def keep_figures(store: Store, snapshot: Path, day: date) -> None:
    """Remembers the numbers of a day as its last copy says them; writes nothing where they are remembered so already."""
    with closing(sqlite3.connect(f"{snapshot.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        told = read_figures(connection, day, day)
    wanted = [(day.isoformat(), one.measure, one.part, one.value) for one in told if one.measure != AVOIDED]
    question = "select day, measure, part, value from figure where day = ? and measure <> ? order by measure, part"
    if store.public.execute(question, (day.isoformat(), AVOIDED)).fetchall() == wanted:
        return
    with store.transaction():
        store.public.execute("delete from figure where day = ? and measure <> ?", (day.isoformat(), AVOIDED))
        store.public.executemany("insert into figure values (?, ?, ?, ?)", wanted)


def _numbers(connection: sqlite3.Connection, day: date) -> Iterator[tuple[tuple[str, str], int]]:
    """Measure and part to their number."""
    period = Period.of_weeks(day, WEEKS)
    found, words = supply(connection, period), terms(connection)
    everything = total(found)
    yield ("events", ""), everything.events
    yield ("times", ""), everything.times
    yield ("minutes", ""), everything.minutes
    for by in _BY:
        for code, line in counted(found, by).items():
            if line.events:
                yield (f"events_by_{by}", code), line.events
    (step_free,) = features(found, (STEP_FREE,))
    yield ("step_free", ""), step_free.yes
    for one in known(found):
        yield ("known", one.field), one.known
    yield ("gaps", ""), grid(found, words.areas).gaps(_served(words))
    yield from _enrolment(connection, found)
    yield from _telling(connection, found, period)


def _served(words: Terms) -> tuple[str, ...]:
    """Everyone for whom a gap may be: the audiences of the vocabulary and the bands of ages."""
    return (*words.audiences, *BANDS)


def _enrolment(connection: sqlite3.Connection, found: Supply) -> Iterator[tuple[tuple[str, str], int]]:
    enrolled = places(found.offers.values(), told_places(connection))
    yield ("enrolled", ""), enrolled.events
    yield ("places", ""), enrolled.places_of_taken
    yield ("places_taken", ""), enrolled.taken
    everywhere = tasks(found).values()
    yield ("tasks", ""), sum(one.tasks for one in everywhere)
    yield ("people_needed", ""), sum(one.people for one in everywhere)


def _telling(connection: sqlite3.Connection, found: Supply, period: Period) -> Iterator[tuple[tuple[str, str], int]]:
    together = joined(connection, found)
    yield ("listings", ""), together.listings
    yield ("shared", ""), together.shared
    yield ("spared", ""), together.spared
    for kind, pairs in overlaps(connection, period.first, period.last).items():
        yield ("overlaps", kind), pairs
    for state, number in connection.execute("select state, count(*) from sources where state <> 'removed' group by state").fetchall():
        yield ("sources", state), number
