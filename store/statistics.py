"""What is on offer during some days, as compact rows of one frozen copy from which every table of the statistics is counted.

An event was joined from its listings before it stands here: nothing is counted twice. What comes is told by its dated instances; what has
no dates at all (a service, a standing task) always counts. What is cancelled, put off or taken back does not.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from normalize.model import Texts

ONLINE = "online"
"""Stands for an area where something is held on the net alone."""
UNKNOWN = ""
"""The code of everything that is not told; a row of its own in every table."""

_AREAS = """
    select distinct municipality_code || '/' || district as area
    from places
    where online = 0 and (municipality_code <> '' or district <> '')
    order by 1
"""


class Offer(NamedTuple):
    """One event, as ``store/queries/statistics_offers.sql`` gives it; lists are JSON as they stand in the table."""

    id: str
    kind: str
    role: str
    audience: str
    topics: str
    minimum_age: int | None
    maximum_age: int | None
    is_free: int | None
    price_min: float | None
    registration_required: int | None
    registration_state: str
    accessibility: str
    lacks: str
    in_language: str
    area: str
    """Municipality's code and district, ``740/Kerimäki``; ``ONLINE``; empty where it is not known."""
    has_place: int
    has_description: int
    has_address: int
    sources: int
    is_standing: int
    """It has no dates at all."""
    capacity: int | None


class Times(NamedTuple):
    """Dated instances of one event that are alike, as ``store/queries/statistics_times.sql`` gives them."""

    event_id: str
    area: str
    weekday: int
    """1 is Monday; 0 where it lasts several whole days."""
    hour: str
    """Hour at which it begins, two digits; empty for whole days."""
    times: int
    with_end: int
    """So many of them tell their end."""
    ended: int
    """So many of them tell it and last at most 12 hours."""
    minutes: int
    """Of those, together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days of the region's calendar, both inclusive."""

    first: date
    last: date

    @classmethod
    def of_weeks(cls, first: date, weeks: int) -> Period:
        """So many times seven days, from the first one on."""
        return cls(first=first, last=first + timedelta(days=7 * weeks - 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Among:
    """What alone is counted; an empty field leaves nothing out."""

    audience: str = ""
    age: int | None = None
    """Only what tells ages that this one is within; what tells none is not counted."""
    area: str = ""
    """As ``Offer.area``; a municipality's code with a slash stands for all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """What is on offer during a period."""

    offers: Mapping[str, Offer]
    times: tuple[Times, ...]
    """Each of one of the offers."""

    def among(self, wanted: Among) -> Supply:
        """The part that fits. By area the instances decide, and for what has no dates its own place."""
        fitting = {one.id: one for one in self.offers.values() if _fits(one, wanted)}
        times = tuple(one for one in self.times if one.event_id in fitting and is_in(wanted.area, one.area))
        there = {one.event_id for one in times}
        offers = {key: one for key, one in fitting.items() if key in there or (one.is_standing and is_in(wanted.area, one.area))}
        return Supply(offers=offers, times=times)


def supply(connection: sqlite3.Connection, period: Period) -> Supply:
    """Everything on offer during the period."""
    days = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    cursor = connection.cursor()
    cursor.row_factory = None
    offers = map(Offer._make, cursor.execute(query("statistics_offers"), days).fetchall())
    found = {one.id: one for one in offers}
    times = map(Times._make, cursor.execute(query("statistics_times"), days).fetchall())
    return Supply(offers=found, times=tuple(_placed(one, found[one.event_id]) for one in times if one.event_id in found))


def _placed(one: Times, offer: Offer) -> Times:
    """The instance where its own place is, else where the event is."""
    if offer.area != ONLINE and one.area not in {None, "/"}:
        return one
    return one._replace(area=offer.area)


@lru_cache
def query(name: str) -> str:
    """The text of a query of ``store/queries``."""
    return (files("store") / "queries" / f"{name}.sql").read_text("utf-8")


@lru_cache(maxsize=8192)
def codes(text: str) -> tuple[str, ...]:
    """The codes of a JSON list; a few lists stand in thousands of rows."""
    return tuple(json.loads(text))


def is_within(age: int, lowest: int | None, highest: int | None) -> bool | None:
    """Whether somebody of that age is meant; ``None`` where neither end is told."""
    if lowest is None and highest is None:
        return None
    return (lowest or 0) <= age and (highest is None or age <= highest)


def is_in(wanted: str, area: str) -> bool:
    """Whether an area is the wanted one or lies in the wanted municipality; everything where none is wanted."""
    return wanted in {"", area} or (wanted.endswith("/") and area.startswith(wanted))


def _fits(one: Offer, wanted: Among) -> bool:
    if wanted.audience and wanted.audience not in codes(one.audience):
        return False
    return wanted.age is None or bool(is_within(wanted.age, one.minimum_age, one.maximum_age))


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What codes are called; of audiences and topics in the vocabulary's order."""

    audiences: Mapping[str, Texts]
    topics: Mapping[str, Texts]
    """The broad ones."""
    municipalities: Mapping[str, str]
    """By code."""
    areas: tuple[str, ...]
    """Every area in which the registry has a place."""


def terms(connection: sqlite3.Connection) -> Terms:
    """The names of a frozen copy."""
    cursor = connection.cursor()
    cursor.row_factory = None
    audiences = cursor.execute("select id, names from audiences order by position").fetchall()
    topics = cursor.execute("select id, names from topics where parent = '' order by position").fetchall()
    municipalities = cursor.execute("select municipality_code, max(municipality) from places where municipality_code <> '' group by 1")
    return Terms(
        audiences={code: json.loads(names) for code, names in audiences},
        topics={code: json.loads(names) for code, names in topics},
        municipalities=dict(municipalities.fetchall()),
        areas=tuple(row[0] for row in cursor.execute(_AREAS)),
    )
