"""What a professional can offer a person: every condition of the question judged by itself, met, not met or not told.

The search looks at one snapshot. It tells what meets all that was asked, what would if one thing were known, and, where little was found,
what misses by one condition alone. Nothing that nobody told is ever taken for free, open or accessible.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from math import cos, radians
from typing import Literal

from normalize.distances import Point, distance_km
from store.referral_audiences import fitting
from store.referral_rides import QUERY as RIDES
from store.text import moment_of, utc_text

Condition = Literal["days", "hours", "age", "price", "enrolment", "access", "language", "distance", "area"]
CONDITIONS: tuple[Condition, ...] = ("distance", "area", "days", "hours", "price", "enrolment", "access", "age", "language")
"""In the order in which people would rather give them up."""
LOOSENED: tuple[Condition, ...] = ("distance", "days", "hours", "price", "enrolment", "access", "language")
"""What a near miss may miss. Another age or another area is no near miss: nothing tells how far off it is."""
WIDER_KM = {2.0: 5.0, 5.0: 10.0, 10.0: 30.0}
"""How far a near miss may be; from 30 kilometres on twice as far."""
WIDER_DAYS = {7: 14, 14: 30, 30: 90}
"""How far ahead a near miss may be, by days asked for; any other span is doubled."""
_A_DEGREE = 111.2
"""Kilometres between two circles of latitude."""
_FAR_AHEAD = date(9999, 1, 1)
_HINT = re.compile(r" indexed by (\w+)")
_MOST_CODES = 4
_SOON = 14
"""Days of a window whose dates are sooner read than the events that a narrow question is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question. What is ``None`` or empty was not asked."""

    now: datetime
    first: date
    """First day, inclusive."""
    days: int | None = None
    """How many days from then on; ``None`` for as far as is known."""
    before: datetime | None = None
    """Starts before this instant."""
    hours: tuple[str, str] | None = None
    """Starts at or after the first local time and before the second, ``HH:MM``."""
    age: int | None = None
    price: float | None = None
    """The greatest price in euros; 0 for free entrance."""
    without_enrolment: bool = False
    features: tuple[str, ...] = ()
    """Accessibility features that must all be there."""
    language: str = ""
    rides: bool = False
    """Only what tells of a shared, ordered or service ride in its text."""
    near: Point | None = None
    km: float | None = None
    """At most so far from ``near``."""
    district: str = ""
    municipality: str = ""
    """Its official number."""
    kinds: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """Subjects, at most four, as ``whom``. Where ``whom`` stands too, one of the two is enough."""
    is_remote: bool = False

    @property
    def last(self) -> date:
        """The last day, inclusive."""
        return self.first + timedelta(days=self.days - 1) if self.days else _FAR_AHEAD

    @property
    def wider(self) -> Ask:
        """The question that finds near misses in time and place too."""
        days = wider_days(self.days) if self.days else None
        return replace(self, days=days, km=wider_km(self.km) if self.km else None)


def wider_km(km: float) -> float:
    """The next greater distance."""
    return WIDER_KM.get(km, 2 * km)


def wider_days(days: int) -> int:
    """The next longer span."""
    return WIDER_DAYS.get(days, 2 * days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One event and how it meets the question."""

    id: str
    start: datetime | None
    """Its first fitting date; ``None`` for what has no dates."""
    km: float | None
    missed: Condition | None = None
    """The one condition it does not meet."""
    unknown: tuple[Condition, ...] = ()
    """Conditions of which nothing is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """What was found, each sorted by start, then distance."""

    sure: tuple[Hit, ...]
    unsure: tuple[Hit, ...]
    """Nothing speaks against them, but something is not told."""
    standing: tuple[Hit, ...]
    """Services, tasks and groups without dates, for whom nothing speaks against."""


def search(connection: sqlite3.Connection, ask: Ask) -> Hits:
    """What meets the question."""
    hits = sorted(_hits(connection, ask, ask, is_wide=False), key=_order)
    dated = [hit for hit in hits if hit.start is not None]
    return Hits(
        sure=tuple(hit for hit in dated if not hit.unknown),
        unsure=tuple(hit for hit in dated if hit.unknown),
        standing=tuple(hit for hit in hits if hit.start is None and not {"distance", "area"} & set(hit.unknown)),
    )


def near_misses(connection: sqlite3.Connection, ask: Ask) -> list[Hit]:
    """What misses exactly one condition, and of distance and days not by far; by condition, then as results."""
    found = (hit for hit in _hits(connection, ask, ask.wider, is_wide=True) if hit.missed in LOOSENED and hit.start is not None)
    return sorted(found, key=lambda hit: (CONDITIONS.index(hit.missed or "days"), _order(hit)))


def _order(hit: Hit) -> tuple[object, ...]:
    return (hit.start is None, hit.start.timestamp() if hit.start else 0.0, hit.km if hit.km is not None else 1e6, hit.id)


def _hits(connection: sqlite3.Connection, ask: Ask, wider: Ask, *, is_wide: bool) -> Iterator[Hit]:
    """The rows of the question with distances measured exactly."""
    connection.row_factory, before = sqlite3.Row, connection.row_factory
    try:
        asked = _parameters(ask, wider, _rides(connection) if ask.rides else None, is_wide=is_wide)
        rows = connection.execute(_question(connection, _dates_of(wider)), asked).fetchall()
    finally:
        connection.row_factory = before
    for row in rows:
        at = (row["at_latitude"], row["at_longitude"]) if row["at_latitude"] is not None and row["at_longitude"] is not None else None
        km = distance_km(ask.near, at) if ask.near and at and not row["is_online"] else None
        if km is not None and wider.km is not None and km > wider.km:
            continue
        missed = [name for name in CONDITIONS if row[name] == 0]
        if km is not None and ask.km is not None and km > ask.km:
            missed.append("distance")
        if len(missed) <= is_wide:
            start = moment_of(row["start_utc"]) if row["start_utc"] else None
            yield Hit(id=row["id"], start=start, km=km, missed=missed[0] if missed else None, unknown=_unknown(row))


def _rides(connection: sqlite3.Connection) -> str:
    """The events whose text speaks of a ride, as a JSON list of ids."""
    query = "select e.id from events_fts(?) f join events e on e.rowid = f.rowid"
    return json.dumps([row[0] for row in connection.execute(query, (RIDES,))])


def _unknown(row: sqlite3.Row) -> tuple[Condition, ...]:
    """The conditions of which nothing is told."""
    return tuple(name for name in CONDITIONS if (row[name] == 1 if name == "access" else row[name] is None))


def _parameters(ask: Ask, wider: Ask, rides: str | None, *, is_wide: bool) -> dict[str, object]:
    """The question's parameters, as the SQL wants them."""
    south, north, west, east = _box(ask.near, wider.km) if ask.near and wider.km else (None, None, None, None)
    fits, ageless = fitting(ask.age) if ask.age is not None else ((), ())
    return {
        "now": utc_text(ask.now),
        "first": ask.first.isoformat(),
        "last": ask.last.isoformat(),
        "widest": wider.last.isoformat(),
        "before": utc_text(ask.before) if ask.before else None,
        "hour_from": ask.hours[0] if ask.hours else None,
        "hour_to": ask.hours[1] if ask.hours else None,
        "age": ask.age,
        "ageless": _quoted((*ageless, *ask.whom)),
        "price": ask.price,
        "is_open_only": int(ask.without_enrolment),
        "features": _quoted(ask.features),
        "language": f'"{ask.language}"' if ask.language else None,
        "rides": rides,
        "south": south,
        "north": north,
        "west": west,
        "east": east,
        "district": ask.district or None,
        "municipality": ask.municipality or None,
        "kinds": json.dumps(ask.kinds) if ask.kinds else None,
        "is_remote": int(ask.is_remote),
        "missed": int(is_wide),
        **_numbered("fits", fits, 5),
        **_numbered("whom", ask.whom, _MOST_CODES),
        **_numbered("about", ask.about, _MOST_CODES),
    }


def _numbered(name: str, codes: Sequence[str], most: int) -> dict[str, str | None]:
    """Each code as it stands in a JSON list, quotes included, so that one is never found inside another; ``ValueError`` for too many."""
    if len(codes) > most:
        msg = f"at most {most} codes can be asked for at once, not {codes}"
        raise ValueError(msg)
    return {f"{name}_{at + 1}": f'"{codes[at]}"' if at < len(codes) else None for at in range(most)}


def _quoted(codes: Iterable[str]) -> str:
    """The codes as they stand in a JSON list, quotes included, so that one is never found inside another."""
    return json.dumps([f'"{code}"' for code in codes])


def _box(point: Point, km: float) -> tuple[float, float, float, float]:
    """South, north, west and east of everything that is at most so far away; a little more, for the earth is no sphere."""
    up = km * 1.01 / _A_DEGREE
    across = up / max(0.01, cos(radians(point[0])))
    return point[0] - up, point[0] + up, point[1] - across, point[1] + across


@cache
def statement(name: str) -> str:
    """The text of a question in ``store/queries``."""
    return (files("store") / "queries" / f"{name}.sql").read_text("utf-8")


def _dates_of(ask: Ask) -> str:
    """Which dates are looked at: those of a window, the next one of each event, or every one there is."""
    is_narrow = bool(ask.kinds or ask.whom or ask.about or ask.is_remote or ask.rides)
    if ask.days is not None:
        return "referral_ahead" if is_narrow and ask.days > _SOON else "referral_soon"
    starts_now = ask.hours is None and ask.before is None and ask.first <= ask.now.date()
    return "referral_next" if starts_now else "referral_ahead"


def _question(connection: sqlite3.Connection, dates: str) -> str:
    """The question with the dates it looks at."""
    return hinted(connection, statement("referral").format(dates=statement(dates).strip()))


def hinted(connection: sqlite3.Connection, text: str) -> str:
    """The question without hints to indexes that are not there: a snapshot may be older than they are."""
    there = {row[0] for row in connection.execute("select name from sqlite_master where type = 'index'")}
    return _HINT.sub(lambda hint: hint[0] if hint[1] in there else "", text)
