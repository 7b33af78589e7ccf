"""Sheets for noticeboards: a list's week on one A4, in normal and in large print, and its week rhythm, which can hang for months.

What does not fit is never made small: first the series go that the week rhythm has, then the last rows, and the sheet says how many.
A week's sheet that is over leads on to what is to come, so that nobody prints an old one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from publish.addresses import Target
from publish.almanac import monday
from publish.answers import answers
from publish.cards import card, clock_times, former_time, last_day_shown
from publish.dates import sentence
from publish.doors import days_of, going_on, on_days
from publish.edition import Edition
from publish.fitting import SIZES, SheetDay, SheetRow, Size, cut, fits, room
from publish.listed import Listed
from publish.outputs import LARGE, RHYTHM, offers_of, sheet_name, sheet_of, sheet_weeks
from publish.pages import Maker, Page, Render
from publish.rhythm_sheet import Timetable, timetable
from publish.short_links import leading_page
from publish.views import Link, Prose
from store.reading import OccurrenceRow

_DAY = timedelta(days=1)
_SHEET = re.compile(r"(.*):print:(week-\d{4}-w\d\d(?:/large)?):([a-z]{2})")
"""The key of a week's sheet."""
_CANCELLED = "EventCancelled"


def sheet_pages(edition: Edition, render: Render, given: Iterable[Listed], published: Collection[str]) -> Iterator[Page]:
    """Every sheet of one language; what ``published`` (keys of pages) has of weeks that are over leads on."""
    make = Maker(edition, render)
    old = _published(published, edition.language)
    for listed in given:
        if listed.on_paper:
            table = timetable(listed, edition)
            for start in sheet_weeks(edition.almanac.today):
                week = _Week.of(start, listed, table, edition)
                for size in SIZES:
                    yield _week_sheet(week, size, listed, edition, make)
            for size in SIZES:
                yield _rhythm_sheet(table, size, listed, edition, make)
            yield from _over(old.get(listed.target.key, ()), listed, edition, render)


def _published(keys: Iterable[str], language: str) -> dict[str, list[str]]:
    """Key of a list's page -> names of its weeks' sheets that stand already."""
    found: dict[str, list[str]] = {}
    for match in filter(None, map(_SHEET.fullmatch, keys)):
        if match[3] == language:
            found.setdefault(match[1], []).append(match[2])
    return found


def _over(names: Iterable[str], listed: Listed, edition: Edition, render: Render) -> Iterator[Page]:
    """What stands at the addresses of sheets whose week is over, once and for all."""
    current = {sheet_name(start) for start in sheet_weeks(edition.almanac.today)}
    for name in sorted(names):
        if name.removesuffix(f"/{LARGE}") not in current:
            old = Target(kind="print", name=name, of=listed.target)
            to = Link(edition.addresses.href(edition.language, offers_of(listed.target)), listed.name)
            path = f"{edition.addresses.folder(edition.language, old)}index.html"
            yield leading_page(path, edition.words("paper.over"), (to,), edition, render)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A row that may stand on a week's sheet."""

    row: SheetRow
    series: str
    """The event's id where the week rhythm has it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Week:
    """What one week of a list has to put on paper."""

    start: date
    days: tuple[date, ...]
    groups: tuple[tuple[str, tuple[_Line, ...]], ...]
    """Headings and what stands below them."""

    @classmethod
    def of(cls, start: date, listed: Listed, table: Timetable, edition: Edition) -> _Week:
        """The days of the week that are not over, and what goes on all the time."""
        almanac = edition.almanac
        days = days_of("week", almanac.today) if start == monday(almanac.today) else tuple(start + n * _DAY for n in range(7))
        found = [(edition.dates.heading(day), items) for day, items in on_days(days, None, almanac).items()]
        found.append((edition.words("list.running"), going_on(days, None, almanac)))

        def lines(items: Iterable[OccurrenceRow]) -> tuple[_Line, ...]:
            meant = (one for one in items if listed.has(one))
            return tuple(_Line(row=_row(one, edition), series=one.event_id if table.has(one) else "") for one in meant)

        made = ((heading, lines(items)) for heading, items in found)
        return cls(start=start, days=days, groups=tuple(group for group in made if group[1]))

    @property
    def size(self) -> int:
        """How many rows there are in all."""
        return sum(len(lines) for _, lines in self.groups)

    def usual(self) -> list[str]:
        """The series of each row that the week rhythm has too."""
        return [line.series for _, lines in self.groups for line in lines if line.series]

    def rows(self, most: int) -> tuple[SheetDay, ...]:
        """Everything but what the week rhythm has, and the first ``most`` of that."""
        made = []
        for heading, lines in self.groups:
            kept = []
            for line in lines:
                most -= bool(line.series)
                if not line.series or most >= 0:
                    kept.append(line.row)
            if kept:
                made.append(SheetDay(heading=heading, rows=tuple(kept)))
        return tuple(made)


def _row(occurrence: OccurrenceRow, edition: Edition) -> SheetRow:
    """One row; what is cancelled stays and says so."""
    event = edition.almanac.events[occurrence.event_id]
    shown = card(occurrence, edition)
    start, end = clock_times(occurrence, edition)
    long = last_day_shown(occurrence) > occurrence.day
    until = edition.words("card.until", date=edition.dates.brief(last_day_shown(occurrence))) if long else ""
    cost = "" if occurrence.event_status == _CANCELLED else answers(event, edition).cost
    facts = (
        Prose(former_time(occurrence, edition)),
        Prose(until),
        shown.place,
        Prose(shown.area),
        Prose(cost.replace(" €", "\N{NO-BREAK SPACE}€")),
    )
    return SheetRow(
        start="" if occurrence.all_day else start,
        end="" if long else end,
        name=shown.name,
        marks=shown.marks,
        facts=tuple(fact for fact in facts if fact.text),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What one page has of a week."""

    days: tuple[SheetDay, ...]
    notes: tuple[str, ...] = ()
    """What is not on it."""


def _fitted(week: _Week, size: Size, title: str, edition: Edition, foot: Sequence[str]) -> _Page:
    """As much of the week as stands on a page, and what else there is."""
    usual = week.usual()
    if fits(week.rows(len(usual)), size, room(size, title, (), foot)):
        return _Page(days=week.rows(len(usual)))
    series = len(set(usual))
    note = (edition.words.count("paper.usual", series),) if usual else ()
    lines = room(size, title, note, foot)
    if not fits(week.rows(0), size, lines):
        lines = room(size, title, (*note, _more(week.size, edition)), foot)
        kept, rest = cut(week.rows(0), size, lines)
        return _Page(days=kept, notes=(*note, _more(rest, edition)))
    most = next((n - 1 for n in range(1, len(usual) + 1) if not fits(week.rows(n), size, lines)), len(usual))
    left = len(set(usual[most:]) - set(usual[:most]))
    return _Page(days=week.rows(most), notes=(edition.words.count("paper.usual", left),) if left else ())


def _more(n: int, edition: Edition) -> str:
    """``Ja 12 muuta: soita +358 … tai lue koodi puhelimella.``: how many rows are not on the page, and where they are told."""
    phone = edition.region.contact.phone
    how = edition.words("paper.call", phone=phone) if phone else edition.words("paper.scan")
    return f"{edition.words.count('paper.more', n)}{how}"


def _week_sheet(week: _Week, size: Size, listed: Listed, edition: Edition, make: Maker) -> Page:
    foot = _foot(listed, edition, edition.words("paper.may_change"))
    page = _fitted(week, size, listed.name, edition, foot)
    content = {
        "dateline": f"{sentence(edition.dates.week(week.start))}, {edition.dates.days(week.days[0], week.days[-1])}",
        "days": page.days,
        "notes": page.notes if week.groups else (edition.words("paper.empty"),),
        "foot": foot,
    }
    return _sheet(sheet_of(listed.target, sheet_name(week.start), large=bool(size.name)), size, listed, make, **content)


def _foot(listed: Listed, edition: Edition, remark: str) -> tuple[str, ...]:
    """The list's address in words, whom to call, and from when the facts are."""
    address = edition.addresses.url(edition.language, listed.target).partition("://")[2].rstrip("/")
    contact = edition.region.contact
    hours = edition.said(contact.hours or {}).text
    phone = edition.words("paper.phone", phone=contact.phone) if contact.phone else ""
    called = f"{phone} ({hours})" if phone and hours else phone
    day = edition.almanac.fetched
    fetched = edition.words("paper.fetched", date=edition.dates.numeric(day)) if day else ""
    return tuple(text for text in (address, called, f"{fetched} {remark}".strip()) if text)


def _rhythm_sheet(table: Timetable, size: Size, listed: Listed, edition: Edition, make: Maker) -> Page:
    """The whole timetable, on as many pages as it takes: what a week's sheet leaves out must stand here."""
    content = {
        "dateline": edition.words("paper.rhythm"),
        "days": table.days,
        "notes": () if table.days else (edition.words("paper.no_rhythm"),),
        "foot": _foot(listed, edition, edition.words("paper.rhythm_note")),
    }
    return _sheet(sheet_of(listed.target, RHYTHM, large=bool(size.name)), size, listed, make, **content)


def _sheet(target: Target, size: Size, listed: Listed, make: Maker, **content: Any) -> Page:
    edition, words = make.edition, make.edition.words
    title = words("paper.title", name=listed.name, what=content["dateline"])
    head = edition.head(target, title, words("paper.description", name=listed.title), nav="subscribe", indexed=False)
    shown = {
        **content,
        "title": listed.name,
        "size": size.name,
        "address": edition.addresses.url(edition.language, listed.target),
        "ways": _ways(target, listed, edition),
    }
    return make(target, "pages/sheet.html", head, shown)


def _ways(here: Target, listed: Listed, edition: Edition) -> tuple[Link, ...]:
    """From a sheet to the others of its list, and to everything else that the list is given out as."""
    words, href = edition.words, edition.addresses.href
    is_large = here.name.endswith(f"/{LARGE}")
    name = here.name.removesuffix(f"/{LARGE}")
    other = Link(
        href(edition.language, sheet_of(listed.target, name, large=not is_large)), words("paper.normal" if is_large else "paper.large")
    )
    names = [(sheet_name(start), sentence(edition.dates.week(start))) for start in sheet_weeks(edition.almanac.today)]
    rest = tuple(
        Link(href(edition.language, sheet_of(listed.target, one, large=is_large)), text)
        for one, text in (*names, (RHYTHM, words("paper.rhythm")))
        if one != name
    )
    return (other, *rest, Link(href(edition.language, offers_of(listed.target)), words("outputs.link")))
