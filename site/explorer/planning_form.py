"""The form of a plan: what is asked in the address, read field by field, with what is wrong said beside the field."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

from normalize.planning import PlanRequest
from store.planning_choices import Choices, PlaceChoice

DAY, MONTH, YEAR = "pv", "kk", "vvvv"
FROM, TO = "alkaa", "paattyy"
AUDIENCE, TOPIC, PLACE, RADIUS = "kenelle", "aihe", "paikka", "km"
RADII = (2, 5, 10, 30, 50)
"""Kilometres that are offered; an address may hold any."""
MOST_CODES = 8
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
_MOST_KILOMETRES = 500
_AHEAD = timedelta(days=400)
"""So far ahead events are known at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with one field."""

    name: str
    """Name of the field that the summary leads to."""
    code: str
    """Key of the words, ``problem_<code>``."""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was filled in, as it was written, so that the form shows it again."""

    written: Mapping[str, str]
    audiences: tuple[str, ...]
    topics: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    request: PlanRequest | None = None
    """The plan; ``None`` while something is missing or wrong, or nothing was asked yet."""


def is_asked(query: Any) -> bool:
    """Whether hours were sent: an address with a day alone only fills the form in."""
    return FROM in query or TO in query


def read(query: Any, choices: Choices, timezone: str, today: date) -> Wish:
    """The plan that an address asks for."""
    written = {name: (query.get(name) or "").strip()[:80] for name in (DAY, MONTH, YEAR, FROM, TO, PLACE, RADIUS)}
    audiences, topics = _codes(query.getlist(AUDIENCE)), _codes(query.getlist(TOPIC))
    if not is_asked(query):
        return Wish(written=written, audiences=audiences, topics=topics)
    problems: list[Problem] = []
    day = _day(written, today, problems)
    begin, end = _clock(FROM, written[FROM], problems), _clock(TO, written[TO], problems)
    place, room = _place(written[PLACE], choices, problems)
    _vet(AUDIENCE, audiences, choices.audiences, problems)
    _vet(TOPIC, topics, choices.themes, problems)
    radius = _radius(written[RADIUS], problems)
    if begin is not None and end is not None and end != time.min and end <= begin:
        problems.append(Problem(name=TO, code="order", values={"from": f"{begin:%H.%M}", "to": f"{end:%H.%M}"}))
    if problems or day is None or begin is None or end is None:
        return Wish(written=written, audiences=audiences, topics=topics, problems=tuple(problems))
    request = PlanRequest(
        day=day, from_=begin, to=end, timezone=timezone, place_id=place.id if place else "", point=place.point if place else None,
        room=room, audience=audiences, topics=topics, radius_km=radius,
    )  # fmt: skip
    return Wish(written=written, audiences=audiences, topics=topics, request=request)


def address_of(
    request: PlanRequest, *, day: date | None = None, begin: time | None = None, end: time | None = None
) -> list[tuple[str, str]]:
    """The parameters of the same plan, at another time where one is given."""
    when, from_, to = day or request.day, begin or request.from_, request.to if end is None else end
    place = "/".join(filter(None, (request.place_id, request.room)))
    found = [
        *((DAY, str(when.day)), (MONTH, str(when.month)), (YEAR, str(when.year))),
        *((FROM, f"{from_:%H.%M}"), (TO, f"{to:%H.%M}" if to != time.min else "24.00")),
        *((AUDIENCE, code) for code in request.audience),
        *((TOPIC, code) for code in request.topics),
        (PLACE, place),
        (RADIUS, f"{request.radius_km:g}" if request.radius_km else ""),
    ]
    return [(name, value) for name, value in found if value]


def _codes(values: Sequence[str]) -> tuple[str, ...]:
    """What is not empty, each once."""
    return tuple(dict.fromkeys(value.strip()[:60] for value in values if value.strip()))[:MOST_CODES]


def _vet(name: str, codes: Collection[str], known: Collection[str], problems: list[Problem]) -> None:
    for code in codes:
        if code not in known:
            problems.append(Problem(name=name, code=f"unknown_{name}", values={"value": code}))
            return


def _day(written: Mapping[str, str], today: date, problems: list[Problem]) -> date | None:
    """The day of three fields, from today on."""
    parts = {name: written[name] for name in (DAY, MONTH, YEAR)}
    missing = next((name for name, value in parts.items() if not value), None)
    if missing:
        problems.append(Problem(name=missing, code="no_day" if not any(parts.values()) else f"no_{missing}"))
        return None
    strange = next((name for name, value in parts.items() if not re.fullmatch(r"\d{1,4}", value, re.ASCII)), None)
    if strange:
        problems.append(Problem(name=strange, code="day_no_number", values={"value": parts[strange]}))
        return None
    try:
        found = date(int(parts[YEAR]), int(parts[MONTH]), int(parts[DAY]))
    except ValueError:
        problems.append(Problem(name=DAY, code="no_such_day", values={"value": ".".join(parts.values())}))
        return None
    if found < today or found > today + _AHEAD:
        code = "day_over" if found < today else "day_far"
        problems.append(Problem(name=DAY, code=code, values={"value": _finnish(found), "today": _finnish(today)}))
        return None
    return found


def _finnish(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _clock(name: str, text: str, problems: list[Problem]) -> time | None:
    """An hour as people write it: ``17``, ``17.30``, ``17:30``; ``24`` is midnight, as an end alone."""
    if not text:
        problems.append(Problem(name=name, code=f"no_{name}"))
        return None
    found = _CLOCK.fullmatch(text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (-1, 0)
    if (hour, minute) == (24, 0) and name == TO:
        return time.min
    try:
        return time(hour, minute)
    except ValueError:
        problems.append(Problem(name=name, code="no_hour", values={"value": text}))
        return None


def _place(text: str, choices: Choices, problems: list[Problem]) -> tuple[PlaceChoice | None, str]:
    """The place and the room of ``v-talo`` or ``v-talo/sali``."""
    if not text:
        return None, ""
    identifier, _, room = text.partition("/")
    place = choices.places.get(identifier)
    if place is None:
        problems.append(Problem(name=PLACE, code="unknown_paikka", values={"value": text}))
    elif room and room not in place.rooms:
        problems.append(Problem(name=PLACE, code="unknown_tila", values={"value": room}))
    return place, room


def _radius(text: str, problems: list[Problem]) -> float | None:
    if not text:
        return None
    found = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else 0.0
    if not 0 < found <= _MOST_KILOMETRES:
        problems.append(Problem(name=RADIUS, code="no_radius", values={"value": text}))
        return None
    return found
