"""The tables' next step: what the statistics counted, day by day, so that change over time can be seen."""

from __future__ import annotations

from sqlite_utils import Database

from store.migrations import PUBLIC


@PUBLIC(name="0007_figures")
def figures(database: Database) -> None:
    """One number a day, measure and part."""
    database.execute(
        """
        create table figure (
            day text not null,      -- of the region's calendar
            measure text not null,
            part text not null,     -- code of what alone is counted; empty for everything
            value integer not null,
            primary key (day, measure, part)
        ) strict, without rowid
        """
    )
