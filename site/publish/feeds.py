"""Calendars, feeds and data beside the pages: of the region, of every place and organizer, and of every event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from publish.addresses import FILES, Target
from publish.edition import Edition
from publish.evidence import Facts
from publish.ics import calendar
from publish.list_data import data_page
from publish.listed import Listed
from publish.pages import Page, digest
from publish.rss import feed, newest
from store.reading import EventRow


def feed_pages(edition: Edition, facts: Facts, given: Iterable[Listed]) -> Iterator[Page]:
    """Every calendar, feed and list as data of one language."""
    almanac = edition.almanac
    for listed in given:
        theirs = [event for event in listed.events if almanac.dates.get(event.id) or event.first_start is None]
        yield from _pair(listed.target, listed.title, theirs, edition, facts)
        yield data_page(listed, edition, facts)
    for event in almanac.events.values():
        if event.first_start is not None:  # what has no dates is nothing for a calendar
            yield event_calendar(event, edition, facts)


def _page(target: Target, file: str, inputs: str, render: Callable[[], bytes], edition: Edition) -> Page:
    folder = edition.addresses.folder(edition.language, target)
    return Page(path=f"{folder}{FILES[edition.language][file]}", inputs=inputs, render=render)


def _pair(target: Target, name: str, events: Sequence[EventRow], edition: Edition, facts: Facts) -> Iterator[Page]:
    """The calendar and the feed of one page; what has no dates is news, but nothing for a calendar."""
    url = edition.addresses.url(edition.language, target)
    ordered = sorted(events, key=lambda event: event.id)
    calendar_url = edition.addresses.url(edition.language, target, "calendar")
    dated = [event for event in ordered if event.first_start is not None]
    inputs = digest(edition.fingerprint, "ics", name, url, [facts[event.id] for event in dated])
    yield _page(target, "calendar", inputs, partial(calendar, name, url, calendar_url, dated, edition), edition)
    news = newest(events, edition)
    feed_url = edition.addresses.url(edition.language, target, "feed")
    upcoming = [(facts[event.id], *(one.id for one in edition.almanac.upcoming(event.id)[:1])) for event in news]
    inputs = digest(edition.fingerprint, "rss", name, url, upcoming)
    yield _page(target, "feed", inputs, partial(feed, name, url, feed_url, news, edition), edition)


def event_calendar(event: EventRow, edition: Edition, facts: Facts) -> Page:
    """One event for one's own calendar; it keeps answering after the event was withdrawn, and says so."""
    target = edition.item(event)
    url = edition.addresses.url(edition.language, target)
    name = edition.said(event.name).text
    inputs = digest(edition.fingerprint, "item", url, facts[event.id])
    item_url = edition.addresses.url(edition.language, target, "item")
    return _page(target, "item", inputs, partial(calendar, name, url, item_url, [event], edition), edition)
