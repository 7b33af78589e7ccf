"""The public views, one ``.sql`` file each, found in a checkout and in a wheel alike."""

from __future__ import annotations

from importlib.resources import files

PUBLIC_VIEWS = (
    *("sources", "organizers", "places", "events", "occurrences", "planned", "listings", "issues", "harvests", "availability"),
    *("topics", "audiences", "situations", "corrections", "redirects", "overlaps", "similar_events", "conflicts", "evaluations"),
    "figures",
)
INNER_VIEWS = ("hidden_strands",)
"""Questions that the public views share; no part of the promise."""


def definitions() -> dict[str, str]:
    """View name -> ``CREATE VIEW`` statement, letter by letter as SQLite keeps it."""
    folder = files("store") / "views"
    return {name: (folder / f"{name}.sql").read_text("utf-8").strip() for name in (*PUBLIC_VIEWS, *INNER_VIEWS)}
