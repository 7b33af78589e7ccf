"""Everything that is counted of one period: one reading of the frozen copy, from which every table is made."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import get_args

from store.figures import avoided
from store.statistics import UNKNOWN, Among, Offer, Period, Supply, Terms, codes
from store.statistics_counts import By, Feature, Line, Lines, counted, features, total
from store.statistics_gaps import Grid, grid
from store.statistics_health import Joined, Known, Source, issues, joined, known, overlaps, seen, similar, sources
from store.statistics_places import Places, Tasks, Told, places, tasks, told_places

EVERYTHING = "*"
"""The line of ``Facts.places`` that is of all events, each once."""
AVOIDED_DAYS = 30
"""Up to and with today."""
_ALWAYS = ("step_free_entrance", "accessible_toilet", "induction_loop", "lift")
"""Features that are asked for most: they have a line even where nobody tells them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is on offer among what fits, and what is known of it."""

    period: Period
    among: Among
    total: Line
    by: Mapping[By, Lines]
    features: tuple[Feature, ...]
    """The most frequent first."""
    places: Mapping[str, Places]
    """By audience, and of ``EVERYTHING``."""
    tasks: Mapping[str, Tasks]
    """By area."""
    known: tuple[Known, ...]
    grid: Grid
    """Of everyone: the audience that was chosen narrows no gaps."""
    joined: Joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How the sources and the whole of the data are."""

    sources: tuple[Source, ...]
    issues: Mapping[str, int]
    seen: Mapping[str, int]
    """Coming notices by when they were last seen in their source."""
    overlaps: Mapping[str, int]
    """Pairs that compete from now on, by kind."""
    similar: int
    avoided: int
    """Overlaps seen to be avoided in ``AVOIDED_DAYS``."""


def facts(connection: sqlite3.Connection, everything: Supply, period: Period, among: Among, terms: Terms) -> Facts:
    """What fits of everything on offer during the period."""
    found = everything.among(among)
    told = told_places(connection)
    return Facts(
        period=period,
        among=among,
        total=total(found),
        by={by: counted(found, by) for by in get_args(By)},
        features=tuple(_features(found)),
        places={EVERYTHING: places(found.offers.values(), told), **_places_by_audience(found, told)},
        tasks=tasks(found),
        known=tuple(known(found)),
        grid=grid(everything, terms.areas),
        joined=joined(connection, found),
    )


def health(connection: sqlite3.Connection, now: datetime, period: Period) -> Health:
    """How things are at an instant, in the region's time zone; overlaps are those of the period."""
    return Health(
        sources=tuple(sources(connection)),
        issues=issues(connection),
        seen=seen(connection, now),
        overlaps=overlaps(connection, period.first, period.last),
        similar=similar(connection),
        avoided=avoided(connection, now.date() - timedelta(days=AVOIDED_DAYS - 1), now.date()),
    )


def _features(found: Supply) -> list[Feature]:
    named = {code for one in found.offers.values() for text in (one.accessibility, one.lacks) for code in codes(text)}
    return sorted(features(found, {*named, *_ALWAYS}), key=lambda one: (-one.yes, -one.no, one.code))


def _places_by_audience(found: Supply, told: Mapping[str, Told]) -> dict[str, Places]:
    """Events of several audiences count for each of them."""
    by: dict[str, list[Offer]] = {}
    for offer in found.offers.values():
        for code in codes(offer.audience) or (UNKNOWN,):
            by.setdefault(code, []).append(offer)
    return {code: places(offers, told) for code, offers in by.items()}
