"""The page of each facet, and the lists whose days move with the calendar: today, tomorrow, the weekend, this week, whole and by facet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from publish.addresses import Target
from publish.almanac import monday
from publish.cards import card, day_view, regular
from publish.dates import sentence
from publish.doors import (
    TIMES,
    asked_of,
    days_of,
    facet_doors,
    facet_name,
    going_on,
    has_times,
    narrower_doors,
    near_doors,
    on_days,
    time_doors,
    time_target,
)
from publish.edition import Edition
from publish.facets import OWN_PAGES, Facet, Facets
from publish.outputs import ending, feed_links, outputs
from publish.pages import Maker, Page, Render
from publish.programme import MOST, programme
from publish.views import DayView, Link, Regular
from store.reading import OccurrenceRow


def facet_pages(edition: Edition, render: Render, facets: Facets) -> Iterator[Page]:
    """Every facet's page, and the moving lists: whole ones (but this week, which ``publish.lists`` makes) and those of single facets."""
    make = Maker(edition, render)
    for facet in facets:
        if facet.target.kind in OWN_PAGES:
            continue
        yield _facet(facet, facets, edition, make)
    for time in TIMES:
        if time != "week":
            yield _moving(time, None, facets, edition, make)
        for facet in facets.all_of_one():
            if has_times(facet):
                yield _moving(time, facet, facets, edition, make)


def _facet(facet: Facet, facets: Facets, edition: Edition, make: Maker) -> Page:
    words, name, target = edition.words, facet_name(facet, edition), facet.target
    feeds = feed_links(target, name, edition)
    description = words("facet.description", name=name, region=edition.name)
    head = edition.head(target, name, description, nav=target.kind, feeds=feeds, indexed=facet.coming > 0)
    content = {
        "title": name,
        "count": sentence(words.count("count.coming", facet.coming)) if facet.coming else "",
        "wider": _wider(facet, edition),
        "times": time_doors("", facet, edition),
        "programme": programme(facet.events, edition, only=facet.has, asked=asked_of(facet.target)),
        "groups": narrower_doors(facet, facets, edition),
        "near": () if facet.coming else near_doors(facet, facets, edition),
        "outputs": outputs(target, name, edition),
    }
    return make(target, "pages/facet.html", head, content)


def _wider(facet: Facet, edition: Edition) -> Link:
    """The page that a crossed facet narrows; nothing for others."""
    of = facet.target.of
    if of is None:
        return Link("", "")
    return Link(edition.addresses.href(edition.language, of), edition.said(facet.names[0]).text)


def _moving(time: str, facet: Facet | None, facets: Facets, edition: Edition, make: Maker) -> Page:
    words, days = edition.words, days_of(time, edition.almanac.today)
    target, title = time_target(time, facet), words(f"moving.{time}")
    if facet is not None:
        title = words("facet.at_time", time=title, name=facet_name(facet, edition))
    described = words("facet.time_description", title=title, days=edition.dates.days(days[0], days[-1]), region=edition.name)
    content = {
        "title": title,
        "week": edition.dates.week(days[0]),
        "times": time_doors(time, facet, edition),
        "ways": (*_ways_on(time, facet, edition), *ending(facet.target if facet else Target(kind="home"), edition, monday(days[0]))),
        "groups": facet_doors(facets, edition, time) if facet is None else (),
        **_on(days, facet, edition, is_week=time == "week"),
    }
    content["near"] = near_doors(facet, facets, edition, time) if content["is_empty"] else ()
    head = edition.head(target, title, described, nav=time, indexed=facet is None, moves=True)
    return make(target, "pages/moving.html", head, content)


def _on(days: tuple[date, ...], facet: Facet | None, edition: Edition, *, is_week: bool) -> dict[str, Any]:
    """What is on during the days."""
    found = on_days(days, facet, edition.almanac)
    views, regulars = _days(found, facet, edition, is_week=is_week)
    running = tuple(card(one, edition) for one in going_on(days, facet, edition.almanac))
    is_empty = not any(view.cards for view in views) and not regulars and not running
    return {
        "days_text": sentence(edition.dates.days(days[0], days[-1])),
        "days": views,
        "running": running,
        "regulars": regulars[:MOST],
        "more": max(0, len(regulars) - MOST),
        "is_empty": is_empty,
        "next_day": _next_day(days[-1], facet, edition) if is_empty else Link("", ""),
    }


def _days(
    found: dict[date, list[OccurrenceRow]], facet: Facet | None, edition: Edition, *, is_week: bool
) -> tuple[tuple[DayView, ...], tuple[Regular, ...]]:
    """The days with what is on them or has moved from them; in a week what is as every week stands below, in one line each."""
    almanac = edition.almanac
    if not is_week:
        return tuple(_day_view(day, items, facet, edition) for day, items in found.items()), ()
    usual: dict[str, list[OccurrenceRow]] = {}
    once: dict[date, list[OccurrenceRow]] = {day: [] for day in found}
    for day, items in found.items():
        for one in items:
            if almanac.is_one_off(one):
                once[day].append(one)
            else:
                usual.setdefault(one.event_id, []).append(one)
    regulars = tuple(regular(almanac.events[event_id], dates, edition, week=True) for event_id, dates in usual.items())
    views = (_day_view(day, items, facet, edition) for day, items in once.items())
    return tuple(view for view in views if view.cards), regulars


def _day_view(day: date, items: list[OccurrenceRow], facet: Facet | None, edition: Edition) -> DayView:
    return day_view(day, items, edition, had=lambda one: facet is None or facet.has(one))


def _next_day(after: date, facet: Facet | None, edition: Edition) -> Link:
    """The next day with something on it, for a list that is empty."""
    starting = edition.almanac.starting
    later = (day for day, items in starting.items() if day > after and (facet is None or any(map(facet.has, items))))
    day = min(later, default=None)
    return Link(edition.day_href(day), edition.dates.long(day)) if day else Link("", "")


def _ways_on(time: str, facet: Facet | None, edition: Edition) -> tuple[Link, ...]:
    """From a part of a moving list: the whole of it, and all of the facet."""
    if facet is None:
        return ()
    words, href = edition.words, edition.addresses.href
    whole = words("facet.all_at_time", time=words(f"moving.{time}"))
    every = words("facet.all_of", name=facet_name(facet, edition))
    return Link(href(edition.language, Target(kind=time)), whole), Link(href(edition.language, facet.target), every)
