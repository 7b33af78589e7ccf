"""Hobbies: by weekday, those one can enrol in now or soon, and those for school children of one area.

A hobby is what its source calls an activity. One that meets on two days stands under both; full ones stay, with their next season
where the calendar knows it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from publish.addresses import FOLDERS, Target
from publish.doors import facet_name, in_order
from publish.edition import Edition
from publish.enrolments import enrolment, sort_key
from publish.facets import Facet, Facets
from publish.hobby_lines import Seasons, by_weekday, hobby, undated
from publish.outputs import feed_links, outputs
from publish.pages import Maker, Page, Render
from publish.school_age import is_for_school_age, is_school
from publish.views import Door, DoorGroup, HobbyGroup, Link
from store.reading import EventRow

_AHEAD = timedelta(days=30)
"""How early an enrolment that is to open is named."""
_TEMPLATE = "pages/hobbies.html"
_EMPTY: Mapping[str, Any] = {"count": "", "schools": (), "standing": (), "doors": (), "outputs": {}}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hobbies:
    """The hobbies of one edition, sorted out for its pages."""

    edition: Edition
    facet: Facet
    seasons: Seasons
    enrolling: Mapping[str, Sequence[EventRow]]
    """``now`` and ``soon``."""
    schools: Sequence[tuple[Facet, Sequence[EventRow]]]
    """Area -> its hobbies for school children."""


def hobby_pages(edition: Edition, render: Render, facets: Facets, published: Collection[str] = ()) -> Iterator[Page]:
    """All hobbies, those open for enrolment, and those of school children by area."""
    make, facet = Maker(edition, render), facets.single["hobbies"][0]
    found = _Hobbies(
        edition=edition,
        facet=facet,
        seasons=Seasons.of(facet.events, edition.almanac),
        enrolling=_enrolling(facet, edition),
        schools=tuple(_school_areas(facet, facets, edition, published)),
    )
    yield _all(found, make)
    yield _open(found, make)
    for area, events in found.schools:
        yield _school(area, events, found, make)


def _all(found: _Hobbies, make: Maker) -> Page:
    edition, facet = found.edition, found.facet
    words, target, name = edition.words, facet.target, edition.words("hobbies.name")
    description = words("hobbies.description", region=edition.name)
    head = edition.head(target, name, description, nav="hobbies", feeds=feed_links(target, name, edition), indexed=facet.coming > 0)
    content = {
        **_EMPTY,
        "title": name,
        "lead": words("hobbies.lead"),
        "count": words.count("count.hobbies", facet.coming) if facet.coming else "",
        "ways": _ways(target, found),
        "groups": by_weekday(facet.events, found.seasons, edition),
        "standing": undated(facet.events, edition),
        "empty": words("hobbies.empty"),
        "doors": _school_doors(found),
        "outputs": outputs(target, name, edition),
    }
    return make(target, _TEMPLATE, head, content)


def _ways(here: Target, found: _Hobbies) -> tuple[Door, ...]:
    """All hobbies, and those open for enrolment."""
    words, made = found.edition.words, []
    counts = (("hobbies", "hobbies.name", found.facet.coming), ("enrolling", "enrolling.title", sum(map(len, found.enrolling.values()))))
    for kind, key, n in counts:
        if n or kind == here.kind:
            link = Link(found.edition.href(kind), words(key))
            made.append(Door(link=link, n=n, count=words.count("count.hobbies", n), is_here=kind == here.kind))
    return tuple(made)


def _enrolling(facet: Facet, edition: Edition) -> dict[str, list[EventRow]]:
    """What one can enrol in now, by the end of the enrolment; and what opens soon, by its opening."""
    upcoming, last = edition.almanac.upcoming, edition.almanac.now + _AHEAD
    known = [(event, enrolment(event, edition), dates[0].start) for event in facet.events if (dates := upcoming(event.id))]
    now = sorted((sort_key(one.closes, edition), begins, event.id, event) for event, one, begins in known if one.state == "open")
    opening = [(sort_key(one.opens, edition), event.id, event) for event, one, _ in known if one.state == "opens" and one.opens is not None]
    return {"now": [line[-1] for line in now], "soon": [line[-1] for line in sorted(opening) if line[0] <= last]}


def _open(found: _Hobbies, make: Maker) -> Page:
    edition, words, target = found.edition, found.edition.words, Target(kind="enrolling")
    groups = tuple(_state_group(key, events, found) for key, events in found.enrolling.items() if events)
    title, description = words("enrolling.title"), words("enrolling.description", region=edition.name)
    head = edition.head(target, title, description, nav="hobbies", indexed=bool(groups))
    content = {
        **_EMPTY,
        "title": title,
        "lead": words("enrolling.lead", n=_AHEAD.days),
        "ways": _ways(target, found),
        "groups": groups,
        "empty": words("enrolling.none"),
    }
    return make(target, _TEMPLATE, head, content)


def _state_group(key: str, events: Sequence[EventRow], found: _Hobbies) -> HobbyGroup:
    """Each by its next date, with the way to enrol."""
    edition = found.edition
    lines = tuple(hobby(event, edition.almanac.upcoming(event.id), found.seasons, edition, enrol=True) for event in events)
    return HobbyGroup(id=key, title=edition.words(f"enrolling.{key}"), hobbies=lines)


def _school_areas(facet: Facet, facets: Facets, edition: Edition, published: Collection[str]) -> Iterator[tuple[Facet, list[EventRow]]]:
    """The areas with a school or with a hobby for school children, and those that had a page before."""
    fitting = [event for event in facet.events if is_for_school_age(event.details)]
    for area in facets.single["area"]:
        here = [event for event in fitting if event.id in area.ids and any(map(area.has, edition.almanac.upcoming(event.id)))]
        key = Target(kind="school", name=area.target.name).key
        if here or _schools(area, edition) or any(f"{key}:{language}" in published for language in FOLDERS):
            yield area, here


def _schools(area: Facet, edition: Edition) -> tuple[Link, ...]:
    """The schools of the registry in the area."""
    ids = area.place_ids or frozenset()
    found = (place for place in edition.almanac.places.values() if place.id in ids and is_school(place))
    named = ((edition.said(place.name), place) for place in found)
    return tuple(Link(edition.href("place", place.slug), name.text, name.lang) for name, place in named)


def _school_doors(found: _Hobbies, without: str = "") -> tuple[DoorGroup, ...]:
    """The ways to the areas that have hobbies for school children."""
    edition = found.edition
    hobbies = {area.target.name: events for area, events in found.schools}
    doors = tuple(
        Door(
            link=Link(edition.href("school", area.target.name), facet_name(area, edition)),
            n=len(events),
            count=edition.words.count("count.hobbies", len(events)),
        )
        for area in in_order((area for area, _ in found.schools), edition)
        if (events := hobbies[area.target.name]) and area.target.name != without
    )
    return (DoorGroup(id="school", label=edition.words("doors.school"), doors=doors),) if doors else ()


def _school(area: Facet, events: Sequence[EventRow], found: _Hobbies, make: Maker) -> Page:
    edition, words, name = found.edition, found.edition.words, facet_name(area, found.edition)
    target, title = Target(kind="school", name=area.target.name), words("school.title", name=name)
    content = {
        **_EMPTY,
        "title": title,
        "lead": words("school.lead"),
        "count": words.count("count.hobbies", len(events)) if events else "",
        "ways": (Door(link=Link(edition.href("hobbies"), words("hobbies.name")), n=0, count=""),),
        "schools": _schools(area, edition),
        "groups": by_weekday(events, found.seasons, edition, only=area.has),
        "empty": words("school.empty"),
        "doors": _school_doors(found, without=area.target.name),
    }
    description = words("school.description", name=name, region=edition.name)
    return make(target, _TEMPLATE, edition.head(target, title, description, nav="hobbies", indexed=bool(events)), content)
