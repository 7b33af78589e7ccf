"""The ways on from a list to others: by time, for whom, what, where. Ways that lead to nothing are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import urlencode

from normalize.distances import distance_km
from publish.addresses import Target
from publish.almanac import Almanac, monday, next_month
from publish.dates import sentence
from publish.edition import Edition
from publish.facets import KINDS, Facet, Facets
from publish.letters import sort_key
from publish.search_index import middle
from publish.views import Door, DoorGroup, Link
from store.reading import OccurrenceRow

TIMES = ("today", "tomorrow", "weekend", "week")
"""Lists whose days move with the calendar, the nearest first."""
_DAY = timedelta(days=1)
_FRIDAY = 4
_NEAREST = 3
_ASKED = {"audience": "who", "topic": "what", "area": "where"}
"""Kind of a facet -> the name of its field in the search's form."""


def asked_of(target: Target) -> dict[str, str]:
    """The question that finds in the search what stands behind a facet; empty where the search does not know it."""
    own = {_ASKED[target.kind]: target.name} if target.kind in _ASKED else {"free": "1"} if target.kind == "free" else {}
    return {**(asked_of(target.of) if target.of else {}), **own}


def search_link(asked: Mapping[str, str], edition: Edition) -> Link:
    """The search page with the question already in its address, which only a script reads."""
    return Link(f"{edition.href('search')}#{urlencode({**asked, 'when': 'all'})}", edition.words("programme.search"))


def days_of(time: str, today: date) -> tuple[date, ...]:
    """The days that a moving list is about: those of the week that are not over, for the weekend Saturday and Sunday."""
    if time == "today":
        return (today,)
    if time == "tomorrow":
        return (today + _DAY,)
    start = monday(today)
    days = (start + n * _DAY for n in range(5 if time == "weekend" else 0, 7))
    return tuple(day for day in days if day >= today)


def on_days(days: Iterable[date], facet: Facet | None, almanac: Almanac) -> dict[date, list[OccurrenceRow]]:
    """What begins on each of the days, of the facet where one is given."""
    return {day: [one for one in almanac.starting.get(day, ()) if facet is None or facet.has(one)] for day in days}


def going_on(days: Sequence[date], facet: Facet | None, almanac: Almanac) -> list[OccurrenceRow]:
    """What began before the days and goes on during them, each once."""
    found = {one.id: one for day in days for one in almanac.running.get(day, ()) if one.day < days[0]}
    return [one for one in found.values() if facet is None or facet.has(one)]


def count(time: str, facet: Facet | None, almanac: Almanac) -> int:
    """How many events a moving list holds."""
    return count_on(days_of(time, almanac.today), facet, almanac)


def count_on(days: Sequence[date], facet: Facet | None, almanac: Almanac) -> int:
    """How many events are on during the days, each once."""
    starting = {one.event_id for items in on_days(days, facet, almanac).values() for one in items}
    return len(starting | {one.event_id for one in going_on(days, facet, almanac)})


def time_target(time: str, facet: Facet | None) -> Target:
    """The moving list, or the part of it that the facet leaves."""
    base = Target(kind=time)
    if facet is None:
        return base
    return Target(kind=facet.target.kind, name=facet.target.name, of=base)


def has_times(facet: Facet) -> bool:
    """Whether the moving lists are also made for this facet alone: those of one kind. Always, so that none tells of a day long past."""
    return facet.target.of is None


def facet_name(facet: Facet, edition: Edition) -> str:
    """``Ikäihmiset``, ``Ikäihmiset, Kerimäki``, ``Maksuton``."""
    return ", ".join(edition.said(texts).text for texts in facet.names) or edition.words(f"{facet.target.kind}.name")


def in_order(facets: Iterable[Facet], edition: Edition) -> list[Facet]:
    """Facets of one kind as they are named one after the other: areas by their name in the language, others in the vocabulary's order."""

    def key(facet: Facet) -> str:
        return _area_key(edition.said(facet.names[-1]).text, edition.language) if facet.target.kind == "area" else ""

    return sorted(facets, key=key)


_area_key = lru_cache(maxsize=8192)(sort_key)
"""As titles are sorted; the same names stand on every page."""


def time_doors(here: str, facet: Facet | None, edition: Edition) -> tuple[Door, ...]:
    """Today, tomorrow, the weekend, this week and, of everything, the month; of a facet, all that is to come."""
    made = []
    if facet is None or has_times(facet):
        for time in TIMES:
            n = count(time, facet, edition.almanac)
            if n or time == here:
                href = edition.addresses.href(edition.language, time_target(time, facet))
                made.append(_door(href, _time_name(time, edition), n, edition, is_here=time == here))
    if facet is None:
        made += _month_door(edition)
    else:
        href = edition.addresses.href(edition.language, facet.target)
        made.append(_door(href, edition.words("doors.coming"), facet.coming, edition, is_here=not here))
    return tuple(made)


def _month_door(edition: Edition) -> Iterator[Door]:
    """The month that goes on beyond a week: in its last days the next one, where it has a page and anything in it."""
    almanac = edition.almanac
    first = (almanac.today + 7 * _DAY).replace(day=1)
    start = max(first, almanac.today)
    n = count_on([start + ahead * _DAY for ahead in range((next_month(first) - start).days)], None, almanac)
    if n and (href := edition.month_href(first)):
        yield _door(href, sentence(edition.dates.month_only(first)), n, edition)


def _time_name(time: str, edition: Edition) -> str:
    if time == "week":
        return sentence(edition.dates.week(edition.almanac.today))
    return edition.words(f"nav.{time}")


def facet_doors(facets: Facets, edition: Edition, time: str = "") -> tuple[DoorGroup, ...]:
    """For whom, what and where, with what waits there: at the given time, else to come."""
    return _groups({kind: list(facets.single.get(kind, ())) for kind in KINDS}, edition, time)


def narrower_doors(facet: Facet, facets: Facets, edition: Edition) -> tuple[DoorGroup, ...]:
    """The facets that narrow this one."""
    within = facets.within(facet)
    return _groups({kind: [one for one in within if one.target.kind == kind] for kind in KINDS}, edition, "", last_only=True)


def near_doors(facet: Facet | None, facets: Facets, edition: Edition, time: str = "") -> tuple[DoorGroup, ...]:
    """From an area where nothing is: the nearest areas with something, at the given time or to come; nothing for other facets.

    An area that holds this one whole is none of its neighbours.
    """
    if facet is None or facet.target.kind != "area" or facet.target.of is not None:
        return ()
    here = middle(facet.place_ids or (), edition.almanac)
    away = []
    for other in facets.single.get("area", ()):
        there = middle(other.place_ids or (), edition.almanac)
        if here and there and not (facet.place_ids or frozenset()) <= (other.place_ids or frozenset()):
            away.append((distance_km(here, there), other))
    doors = (_facet_door(other, time, edition, last_only=True) for _, other in sorted(away, key=lambda one: one[0]))
    found = tuple(door for door in doors if door.n)[:_NEAREST]
    return (DoorGroup(id="near", label=edition.words("doors.near"), doors=found),) if found else ()


def _groups(by_kind: Mapping[str, Sequence[Facet]], edition: Edition, time: str, *, last_only: bool = False) -> tuple[DoorGroup, ...]:
    made = []
    for kind, found in by_kind.items():
        doors = [_facet_door(facet, time, edition, last_only=last_only) for facet in in_order(found, edition)]
        kept = tuple(door for door in doors if door.n)
        if kept:
            made.append(DoorGroup(id=kind, label=edition.words(f"doors.{kind}"), doors=kept))
    return tuple(made)


def _facet_door(facet: Facet, time: str, edition: Edition, *, last_only: bool) -> Door:
    n = count(time, facet, edition.almanac) if time else facet.coming
    target = time_target(time, facet) if time and has_times(facet) else facet.target
    name = edition.said(facet.names[-1]).text if last_only else facet_name(facet, edition)
    return _door(edition.addresses.href(edition.language, target), name, n, edition)


def _door(href: str, text: str, n: int, edition: Edition, *, is_here: bool = False) -> Door:
    return Door(link=Link(href, text), n=n, count=edition.words.count("count.events", n), is_here=is_here)
