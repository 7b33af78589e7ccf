"""A plan's answer as the page shows it: the worst first, in the words that the command uses too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby

from explorer.page import Asked
from explorer.planning_form import address_of
from harvesters.source import Region
from normalize.overlaps_slot import Rules, rules_of
from normalize.planning import Competing, Plan, PlanRequest, SchoolHoliday, days_needed, plan, planning_rules
from normalize.planning_words import Explained, Names, booked_twice, counts_text, day_text, explain, hours_text, note_text, word
from store.planning import Going, going
from store.planning_links import Links

Href = Callable[[list[tuple[str, str]]], str]
"""The address of the form with these parameters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """One event in the way."""

    text: Explained
    page: str
    """Its page; empty for what is only planned."""
    contact: str
    """Where its organizer is reached: their own site, else their page here; empty where there is none."""
    is_to_ask: bool
    """Whether doing it together makes sense: it competes, and does not only go on at the time."""
    is_planned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Those that compete in one way."""

    kind: str
    title: str
    rivals: tuple[Rival, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Better:
    """A better time."""

    day: str
    hours: str
    counts: str
    notes: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Everything the page says of a plan."""

    when: str
    notes: tuple[str, ...]
    room: str
    """Whether the room is free, in words; empty where no place was named."""
    is_room_free: bool | None
    twice: tuple[str, ...]
    groups: tuple[Group, ...]
    better: tuple[Better, ...]
    is_contested: bool
    """Whether anything competes, and does not only go on at the time."""


def rules_for(region: Region) -> Rules:
    """By which rules the region's plans are judged."""
    return planning_rules(rules_of(region.overlaps))


def holidays_of(region: Region) -> list[SchoolHoliday]:
    """The region's days without school."""
    return [SchoolHoliday(names=one.name, first=one.first, last=one.last) for one in region.school_holidays]


def window_of(day: date) -> tuple[date, date]:
    """Whole weeks (Monday to Sunday) around what a plan for the day must know: plans for days of one week share them."""
    first, last = days_needed(day)
    return first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())


def reading(day: date, region: Region) -> Callable[..., Going]:
    """What reads what is on around a day, of a connection to a snapshot."""
    first, last = window_of(day)
    return partial(going, first=first, last=last, rules=rules_for(region))


def planned(request: PlanRequest, found: Going, region: Region, today: date) -> Plan:
    """The plan held against what is on."""
    return plan(request, found.slots, found.facts, rules_for(region), holidays_of(region), today=today)


def result(found: Plan, names: Names, links: Links, asked: Asked, href: Href) -> Result:
    """The plan in words and addresses."""
    language, request = asked.language, found.request
    free = found.is_room_free
    return Result(
        when=f"{day_text(request.day, language)} {hours_text(request.from_, request.to, language)}",
        notes=tuple(note_text(note, language) for note in found.notes),
        room="" if free is None else word("free" if free else "taken", language),
        is_room_free=free,
        twice=tuple(booked_twice(found, language)),
        groups=tuple(_groups(found, names, links, asked)),
        better=tuple(_better(found, language, href)),
        is_contested=any(one.severity for one in found.competing),
    )


def _groups(found: Plan, names: Names, links: Links, asked: Asked) -> Iterator[Group]:
    for kind, rivals in groupby(found.competing, key=lambda one: one.kind):
        title = word(kind, asked.language)
        yield Group(kind=kind, title=title[:1].upper() + title[1:], rivals=tuple(_rival(one, names, links, asked) for one in rivals))


def _rival(one: Competing, names: Names, links: Links, asked: Asked) -> Rival:
    page = _page(asked, "events", links.events.get(one.event_id))
    organizer = links.organizers.get(one.facts.organizer_id)
    contact = str(organizer["url"]) if organizer and organizer["url"] else _page(asked, "organizers", organizer)
    return Rival(
        text=explain(one, names, asked.language),
        page="" if one.is_planned else page,
        contact=contact if contact.startswith(("https://", "http://", "/")) else "",
        is_to_ask=one.kind != "meanwhile",
        is_planned=one.is_planned,
    )


def _page(asked: Asked, table: str, row: Mapping[str, object] | None) -> str:
    """The row's page on the site, else its row here."""
    if row is None:
        return ""
    return asked.about.page_of(table, row, asked.language) or f"{asked.about.table(table)}/{row['id']}"


def _better(found: Plan, language: str, href: Href) -> Iterator[Better]:
    for one in found.better:
        yield Better(
            day=day_text(one.day, language),
            hours=hours_text(one.from_, one.to, language),
            counts=counts_text(one, language),
            notes=tuple(note_text(note, language) for note in one.notes),
            href=href(address_of(found.request, day=one.day, begin=one.from_, end=one.to)),
        )
