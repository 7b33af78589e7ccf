"""What of the statistics is asked for: the period, for whom, of which age, where; and the counting of it, kept as long as the snapshot."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from explorer.page import Asked, Refused
from explorer.statistics_areas import Area, areas_of, by_slug
from explorer.statistics_names import Names
from explorer.statistics_tables import Counted
from store.statistics import Among, Period, Supply, Terms, supply, terms
from store.statistics_facts import facts, health

PART = "statistics"
WEEKS = (4, 12)
"""Lengths of the period that are offered, from today on."""
WEEKS_FIELD, AUDIENCE, AGE, AREA, MONTH = "viikot", "kenelle", "ika", "alue", "kk"
_OLDEST = 120
_BEFORE, _AFTER = 1, 6
"""Months before and after this one of which there may be a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is counted."""

    period: Period
    weeks: int | None
    """``None`` where the period is a month."""
    among: Among
    area: Area | None
    terms: Terms

    def parameters(self) -> list[tuple[str, str]]:
        """The address's parameters, those that say nothing left out."""
        found = [
            (WEEKS_FIELD, str(self.weeks) if self.weeks not in {WEEKS[0], None} else ""),
            (AUDIENCE, self.among.audience),
            (AGE, "" if self.among.age is None else str(self.among.age)),
            (AREA, self.area.slug if self.area else ""),
        ]
        return [(name, value) for name, value in found if value]

    def query(self) -> str:
        """``?`` and the parameters; empty where there are none."""
        return f"?{urlencode(self.parameters())}" if self.parameters() else ""


async def question(asked: Asked) -> Question:
    """What the address asks for; raises ``Refused`` for what cannot be counted."""
    found = await asked.kept("terms", terms)
    weeks = _number(asked.query, WEEKS_FIELD, WEEKS) or WEEKS[0]
    audience = asked.query.get(AUDIENCE) or ""
    if audience and audience not in found.audiences:
        raise Refused(400, f"{AUDIENCE}={audience!r} is no audience of the vocabulary.")
    slug = asked.query.get(AREA) or ""
    area = by_slug(areas_of(found), slug) if slug else None
    if slug and area is None:
        raise Refused(400, f"{AREA}={slug!r} is no area of the region.")
    age = _number(asked.query, AGE, range(_OLDEST + 1))
    among = Among(audience=audience, age=age, area=area.key if area else "")
    return Question(period=Period.of_weeks(asked.today, weeks), weeks=weeks, among=among, area=area, terms=found)


def _number(query: Any, name: str, among: Sequence[int]) -> int | None:
    """A whole number of some; ``None`` where none is told."""
    text = (query.get(name) or "").strip()
    if not text:
        return None
    if not text.isascii() or not text.isdecimal() or int(text[:6]) not in among:
        raise Refused(400, f"{name}={text[:20]!r} is not offered.")
    return int(text)


async def counted(asked: Asked, wanted: Question) -> Counted:
    """Everything counted for the question."""
    period, among, now = wanted.period, wanted.among, asked.datasette.compiled
    everything: Supply = await asked.kept(("supply", period), lambda connection: supply(connection, period))
    found = await asked.kept(("facts", period, among), lambda connection: facts(connection, everything, period, among, wanted.terms))
    told = await asked.kept(("health", period), lambda connection: health(connection, now, period))
    return Counted(facts=found, health=told, names=names(asked, wanted.terms), now=now, moment=lambda when: _moment(asked, when))


def names(asked: Asked, found: Terms) -> Names:
    """What codes are called in the page's language."""
    return Names(language=asked.language, words=asked.words(PART), pages=asked.about.words, terms=found)


def _moment(asked: Asked, when: datetime) -> str:
    return asked.about.moment(when.astimezone(asked.datasette.compiled.tzinfo))


def months(today: date) -> list[date]:
    """The first days of the months of which there may be a report."""
    first = today.replace(day=1)
    return [_plus(first, number) for number in range(-_BEFORE, _AFTER + 1)]


def _plus(first: date, number: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
    return date(year, month + 1, 1)


def month(asked: Asked) -> date:
    """The first day of the month of a report: the one of the address, else this one."""
    text = (asked.query.get(MONTH) or "").strip()
    if not text:
        return asked.today.replace(day=1)
    found = next((one for one in months(asked.today) if f"{one:%Y-%m}" == text), None)
    if found is None:
        raise Refused(404, f"{MONTH}={text[:20]!r}: there is no report of that month.")
    return found


async def month_question(asked: Asked, first: date) -> Question:
    """The whole month, everybody, everywhere."""
    found = await asked.kept("terms", terms)
    last = first + timedelta(days=calendar.monthrange(first.year, first.month)[1] - 1)
    return Question(period=Period(first=first, last=last), weeks=None, among=Among(), area=None, terms=found)
