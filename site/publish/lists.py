"""The pages that list by time: home, today, day, week, month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import islice
from typing import Any

from publish.addresses import Target, month_name, week_name
from publish.almanac import monday, next_month
from publish.cards import card, day_view, occurrence_marks, regular
from publish.dates import sentence
from publish.doors import count_on, facet_doors, time_doors
from publish.edition import Edition
from publish.facets import Facets
from publish.outputs import ending
from publish.pages import Maker, Page, Render
from publish.programme import MOST
from publish.situations import situation_doors
from publish.views import Cell, DayView, DoorGroup, Link, Mark, Regular, Row
from store.reading import OccurrenceRow

_DAY = timedelta(days=1)
_HOME = Target(kind="home")
_HOME_CARDS, _TOMORROW_CARDS = 12, 4
_HOME_DAYS_AHEAD = 14
_CELL_TITLES = 2
_MONTH_ONE_OFFS = 150
_CHANGES = 6
_CHANGES_AHEAD = 60


def list_pages(edition: Edition, render: Render, facets: Facets) -> Iterator[Page]:
    """Every page that lists by time."""
    make = Maker(edition, render)
    span = edition.almanac.span
    yield _home(edition, facets, make)
    for day in span.days():
        yield _day(day, edition, make)
    for start in span.mondays():
        yield _week(start, Target(kind="week", name=week_name(start)), edition, make)
    for first in span.months():
        yield _month(first, Target(kind="month", name=month_name(first)), edition, make)
    yield _week(monday(span.today), Target(kind="week"), edition, make, facet_doors(facets, edition, "week"))
    yield _month(span.today.replace(day=1), Target(kind="month"), edition, make)


def _any(_: OccurrenceRow) -> bool:
    """Whatever it is: the list is of everything."""
    return True


def _neighbour(day: date, step: int, edition: Edition) -> Link:
    """The link to the day before or after, without an address at the edge of the span."""
    other = day + step * _DAY
    return Link(edition.day_href(other), edition.dates.short(other))


def _strip(day: date, edition: Edition) -> tuple[Link, ...]:
    """The doors from a day: today, its week, its month."""
    links = (
        Link(edition.href("today"), edition.words("nav.today")),
        Link(edition.week_href(day), sentence(edition.dates.week(day))),
        _month_link(day, edition),
    )
    return tuple(link for link in links if link.href)


def _day(day: date, edition: Edition, make: Maker) -> Page:
    target = Target(kind="day", name=day.isoformat())
    title = sentence(edition.dates.long(day))
    head = edition.head(target, title, edition.words("day.description", date=edition.dates.long(day), region=edition.name), nav="day")
    return make(target, "pages/day.html", head, _day_content(day, title, edition))


def _day_content(day: date, title: str, edition: Edition) -> dict[str, Any]:
    almanac = edition.almanac
    running = almanac.running.get(day, ())
    return {
        "title": title,
        "day": day_view(day, almanac.starting.get(day, ()), edition, had=_any),
        "running": tuple(card(occurrence, edition) for occurrence in running),
        "before": _neighbour(day, -1, edition),
        "after": _neighbour(day, 1, edition),
        "strip": _strip(day, edition),
        "next_day": _next_day(day, edition),
        "ways": ending(_HOME, edition, monday(day)),
    }


def _next_day(day: date, edition: Edition) -> Link:
    """Where to go from an empty day: the next one with something on it."""
    almanac = edition.almanac
    if almanac.on(day):
        return Link("", "")
    later = min((other for other in almanac.starting if other > day), default=None)
    return Link(edition.day_href(later), edition.dates.long(later)) if later else Link("", "")


def _week(start: date, target: Target, edition: Edition, make: Maker, groups: tuple[DoorGroup, ...] = ()) -> Page:
    last = start + 6 * _DAY
    title = edition.words("week.title", week=sentence(edition.dates.week(start)), year=start.isocalendar().year)
    days = edition.dates.days(start, last)
    head = edition.head(
        target,
        title,
        edition.words("week.description", days=days, region=edition.name),
        nav="week",
        canonical=Target(kind="week", name=week_name(start)),
        moves=not target.name,
    )
    content = {"title": title, "days_text": days, "groups": groups, **_week_content(start, edition)}
    return make(target, "pages/week.html", head, content)


def _week_content(start: date, edition: Edition) -> dict[str, Any]:
    almanac = edition.almanac
    days = [start + n * _DAY for n in range(7)]
    one_offs = [(day, [o for o in almanac.starting.get(day, ()) if almanac.is_one_off(o)]) for day in days]
    regulars = _regulars(days, edition)
    month = (_month_link(start + 3 * _DAY, edition),) if edition.month_href(start + 3 * _DAY) else ()
    started_before = {o.id: o for day in days for o in almanac.running.get(day, ()) if o.day < start}
    return {
        "days": tuple(_one_offs(day, items, edition) for day, items in one_offs),
        "running": tuple(card(occurrence, edition) for occurrence in started_before.values()),
        "regulars": regulars[:MOST],
        "more": max(0, len(regulars) - MOST),
        "total": edition.words.count("count.events", count_on(days, None, almanac)),
        "before": _other_week(start - 7 * _DAY, edition),
        "after": _other_week(start + 7 * _DAY, edition),
        "next_week": Link("", "") if any(map(almanac.on, days)) else _next_week(start, edition),
        "ways": (*month, *ending(_HOME, edition, start)),
    }


def _one_offs(day: date, items: list[OccurrenceRow], edition: Edition) -> DayView:
    """A day of a week: what is once, and how much more there is that is every week."""
    usual = len(edition.almanac.starting.get(day, ())) - len(items)
    return day_view(day, items, edition, had=_any)._replace(usual=usual)


def _month_link(day: date, edition: Edition) -> Link:
    return Link(edition.month_href(day), sentence(edition.dates.month(day)))


def _next_week(start: date, edition: Edition) -> Link:
    """Where to go from an empty week: the next one with something in it, else the last one before it."""
    weeks = sorted({monday(day) for day in edition.almanac.starting})
    there = next((week for week in weeks if week > start), max((week for week in weeks if week < start), default=None))
    return _other_week(there, edition) if there else Link("", "")


def _other_week(start: date, edition: Edition) -> Link:
    return Link(edition.week_href(start), edition.dates.week(start))


def _regulars(days: Iterable[date], edition: Edition) -> tuple[Regular, ...]:
    """The series of a week in one line each, in the order of their first day and hour."""
    almanac = edition.almanac
    by_event: dict[str, list[OccurrenceRow]] = {}
    for day in days:
        for occurrence in almanac.starting.get(day, ()):
            if not almanac.is_one_off(occurrence):
                by_event.setdefault(occurrence.event_id, []).append(occurrence)
    return tuple(regular(almanac.events[event_id], dates, edition, week=True) for event_id, dates in by_event.items())


def _month(first: date, target: Target, edition: Edition, make: Maker) -> Page:
    title = sentence(edition.dates.month(first))
    head = edition.head(
        target,
        title,
        edition.words("month.description", month=edition.dates.month(first), region=edition.name),
        nav="month",
        canonical=Target(kind="month", name=month_name(first)),
    )
    return make(target, "pages/month.html", head, {"title": title, **_month_content(first, edition)})


def _month_content(first: date, edition: Edition) -> dict[str, Any]:
    almanac = edition.almanac
    after = next_month(first)
    days = [first + n * _DAY for n in range((after - first).days)]
    one_offs = {day: [o for o in almanac.starting.get(day, ()) if almanac.is_one_off(o)] for day in days}
    kept = _first_days(one_offs, _MONTH_ONE_OFFS)
    rows = [monday(first) + n * 7 * _DAY for n in range(6) if monday(first) + n * 7 * _DAY < after]
    return {
        "weekdays": tuple((edition.dates.weekday_short(rows[0] + n * _DAY), edition.dates.weekday(rows[0] + n * _DAY)) for n in range(7)),
        "rows": tuple(_row(start, first.month, one_offs, edition) for start in rows),
        "days": tuple(day_view(day, items, edition) for day, items in kept.items()),
        "more": sum(map(len, one_offs.values())) - sum(map(len, kept.values())),
        "before": _other_month((first - _DAY).replace(day=1), edition),
        "after": _other_month(after, edition),
        "ways": ending(_HOME, edition),
    }


def _first_days(one_offs: Mapping[date, list[OccurrenceRow]], most: int) -> dict[date, list[OccurrenceRow]]:
    """Whole days from the first on until ``most`` items are reached; days without any are left out."""
    kept: dict[date, list[OccurrenceRow]] = {}
    room = most
    for day, items in one_offs.items():
        if items and room > 0:
            kept[day] = items
            room -= len(items)
    return kept


def _other_month(first: date, edition: Edition) -> Link:
    return Link(edition.month_href(first), edition.dates.month_only(first))


def _row(start: date, month: int, one_offs: Mapping[date, list[OccurrenceRow]], edition: Edition) -> Row:
    cells = tuple(_cell(start + n * _DAY, month, one_offs, edition) for n in range(7))
    week = edition.dates.week(start)
    return Row(href=edition.week_href(start), number=start.isocalendar().week, label=sentence(week), cells=cells)


def _cell(day: date, month: int, one_offs: Mapping[date, list[OccurrenceRow]], edition: Edition) -> Cell:
    n = len(edition.almanac.on(day))
    count = edition.words.count("count.events", n)
    items = one_offs.get(day, [])
    events = edition.almanac.events
    return Cell(
        iso=day.isoformat(),
        number=day.day,
        href=edition.day_href(day) if n and day.month == month else "",
        spoken=f"{edition.dates.day_month(day)}, {count}",
        count=count if n else "",
        n=n,
        titles=tuple((edition.said(o.name or events[o.event_id].name), _state(o, edition)) for o in items[:_CELL_TITLES]),
        rest=max(0, n - min(len(items), _CELL_TITLES)),
        outside=day.month != month,
    )


def _state(occurrence: OccurrenceRow, edition: Edition) -> str:
    """``PERUTTU``: what a title must not be read without."""
    return " ".join(mark.word for mark in occurrence_marks(occurrence, edition))


def _home(edition: Edition, facets: Facets, make: Maker) -> Page:
    today = edition.almanac.today
    target = Target(kind="home")
    feeds = (Link(edition.href("home", file="feed"), edition.words("feed.region", region=edition.name)),)
    head = edition.head(target, edition.name, edition.words("home.description", region=edition.name), nav="home", feeds=feeds, moves=True)
    soon, groups = [today + n * _DAY for n in range(2, _HOME_DAYS_AHEAD + 1)], facet_doors(facets, edition)
    content = {
        "date_text": sentence(edition.dates.long(today)),
        "week_text": edition.dates.week(today),
        "times": time_doors("", None, edition),
        "people": (*(group for group in groups if group.id == "audience"), *_situations(edition)),
        "groups": tuple(group for group in groups if group.id != "audience"),
        "days": _today_and_tomorrow(edition),
        "strip": tuple(_door(day, edition) for day in [today + n * _DAY for n in range(2, 9)]),
        "soon": _soon(soon, edition),
        "changes": _changes(edition),
        "all_changes": Link(edition.href("changes"), edition.words("home.all_changes")),
        "doors": _doors(today, edition),
    }
    return make(target, "pages/home.html", head, content)


def _today_and_tomorrow(edition: Edition) -> tuple[DayView, DayView]:
    """Both days in so many cards together; a full today leaves room for the first of tomorrow."""
    almanac, today = edition.almanac, edition.almanac.today
    left = min(len(almanac.on(today + _DAY)), _TOMORROW_CARDS)
    first = day_view(today, almanac.on(today), edition, most=_HOME_CARDS - left, had=_any)
    return first, day_view(today + _DAY, almanac.on(today + _DAY), edition, most=_HOME_CARDS - len(first.cards), had=_any)


def _situations(edition: Edition) -> tuple[DoorGroup, ...]:
    """The ways to the pages of life situations, where the vocabulary has any."""
    doors = situation_doors(edition)
    return (DoorGroup(id="situation", label=edition.words("doors.situation"), doors=doors),) if doors else ()


def _door(day: date, edition: Edition) -> tuple[Link, str]:
    """A day of the coming week with the number of its events."""
    return Link(edition.day_href(day), edition.dates.short(day)), edition.words.count("count.events", len(edition.almanac.on(day)))


def _soon(days: Iterable[date], edition: Edition) -> tuple[DayView, ...]:
    """One-offs of the days after tomorrow: what would drown among the weekly things."""
    found = {day: [o for o in edition.almanac.starting.get(day, ()) if edition.almanac.is_one_off(o)] for day in days}
    return tuple(day_view(day, items, edition) for day, items in _first_days(found, _HOME_CARDS).items())


def _changes(edition: Edition) -> tuple[tuple[Link, tuple[Mark, ...], str], ...]:
    """The nearest coming occurrences that were cancelled or moved."""
    almanac = edition.almanac
    days = (almanac.today + n * _DAY for n in range(_CHANGES_AHEAD))
    coming = (occurrence for day in days for occurrence in almanac.starting.get(day, ()))
    changed = (occurrence for occurrence in coming if occurrence.event_status != "EventScheduled" or occurrence.id in almanac.moved)
    found = []
    for occurrence in islice(changed, _CHANGES):
        shown = card(occurrence, edition)
        found.append((Link(shown.href, shown.name.text, shown.name.lang), shown.marks, edition.dates.short(occurrence.day)))
    return tuple(found)


def _doors(today: date, edition: Edition) -> tuple[Link, ...]:
    """The other ways in: this week, next week, this month, next month."""
    week, month = monday(today), today.replace(day=1)
    later = next_month(month)
    doors = (
        (edition.words("home.this_week"), edition.week_href(week), edition.dates.week(week)),
        (edition.words("home.next_week"), edition.week_href(week + 7 * _DAY), edition.dates.week(week + 7 * _DAY)),
        (edition.words("home.this_month"), edition.month_href(month), edition.dates.month_only(month)),
        (edition.words("home.next_month"), edition.month_href(later), edition.dates.month_only(later)),
    )
    return tuple(Link(href, sentence(name), rel=door) for door, href, name in doors if href)
