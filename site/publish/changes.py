"""The page of changes and its feed: what was cancelled or moved, and what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from publish.addresses import FILES, Target
from publish.cards import card, former_time, leaf, place_of, regular, standing_line, status_mark
from publish.dates import sentence
from publish.edition import Edition
from publish.items import occurrence_text, when_text
from publish.news import NEW_FOR, Change, News
from publish.news_feed import NewsItem, news_feed
from publish.pages import Maker, Page, Render, digest
from publish.views import Card, DayView, Link, Regular
from store.reading import EventRow

_MOST = 100
"""Changes and new events that the page shows, and items of the feed."""
_DATES = 6
"""Further dates of one change that are named."""


def change_pages(edition: Edition, render: Render, news: News) -> Iterator[Page]:
    """The page and the feed beside it: the same things, each once."""
    yield _page(news.changed, news.new, edition, Maker(edition, render))
    yield _feed(news.changed, news.new, edition)


def _page(changed: Sequence[Change], new: Sequence[EventRow], edition: Edition, make: Maker) -> Page:
    words, target = edition.words, Target(kind="changes")
    feeds = (Link(edition.href("changes", file="feed"), words("changes.feed", region=edition.name)),)
    head = edition.head(target, words("changes.title"), words("changes.description", region=edition.name), nav="changes", feeds=feeds)
    content = {
        "title": words("changes.title"),
        "lead": words("changes.lead", n=NEW_FOR.days),
        "days": tuple(_days(changed[:_MOST], edition)),
        "rest": max(0, len(changed) - _MOST),
        "new": tuple(_new(new[:_MOST], edition)),
        "new_rest": max(0, len(new) - _MOST),
        "n_days": NEW_FOR.days,
        "now": (Link(edition.href("today"), words("nav.today")), Link(edition.week_href(edition.almanac.today), words("moving.week"))),
        "feed": Link(edition.url("changes", file="feed"), words("changes.rss")),
    }
    return make(target, "pages/changes.html", head, content)


def _days(changed: Sequence[Change], edition: Edition) -> Iterator[DayView]:
    """The changes under the days on which they are, or would have been."""
    for day, those in groupby(changed, key=lambda one: one.dates[0].day):
        yield DayView(leaf=leaf(day, edition), cards=tuple(_card(one, edition) for one in those), total="")


def _card(one: Change, edition: Edition) -> Card:
    """The card of its first date, with the others and the day on which the event changed last."""
    shown = card(one.dates[0], edition)
    notes = (_also(one, edition), edition.words("changes.told", date=_seen(one.event, edition)))
    marks = shown.marks or status_mark(one.status, edition)
    return replace(shown, marks=marks, more=(*shown.more, *(note for note in notes if note)))


def _also(one: Change, edition: Edition) -> str:
    """The further dates of the same change."""
    days = list(dict.fromkeys(occurrence.day for occurrence in one.dates[1:]))
    if not days:
        return ""
    named = ", ".join(edition.dates.short(day) for day in days[:_DATES]) + (" …" if len(days) > _DATES else "")
    return edition.words("changes.also", dates=named)


def _seen(event: EventRow, edition: Edition) -> str:
    return edition.dates.brief(edition.almanac.local(event.last_changed).date())


def _added(event: EventRow, edition: Edition) -> date:
    return edition.almanac.local(event.first_seen).date()


def _new(events: Sequence[EventRow], edition: Edition) -> Iterator[tuple[str, tuple[Regular, ...]]]:
    """New events by the day on which they were added, the newest first."""
    for day, those in groupby(events, key=lambda event: _added(event, edition)):
        heading = edition.words("changes.added", date=edition.dates.short(day))
        yield heading, tuple(_line(event, edition) for event in those)


def _line(event: EventRow, edition: Edition) -> Regular:
    """A new event in one line: its time, or its rhythm and next date."""
    coming = edition.almanac.upcoming(event.id)
    if event.is_series and coming:
        return regular(event, coming, edition)
    line = standing_line(event, edition)
    return replace(line, rhythm=sentence(occurrence_text(coming[0], edition))) if coming else line


def _feed(changed: Sequence[Change], new: Sequence[EventRow], edition: Edition) -> Page:
    """RSS of both, the newest first."""
    target = Target(kind="changes")
    items = [*(_changed_item(one, edition) for one in changed), *(_new_item(event, edition) for event in new)]
    items.sort(key=lambda item: (item.moment, item.id), reverse=True)
    items = items[:_MOST]
    title, url = edition.words("changes.feed", region=edition.name), edition.url("changes")
    own = edition.url("changes", file="feed")
    path = f"{edition.addresses.folder(edition.language, target)}{FILES[edition.language]['feed']}"
    inputs = digest(edition.fingerprint, "changes", title, url, items)
    return Page(path=path, inputs=inputs, render=lambda: news_feed(title, url, own, items, edition))


def _changed_item(one: Change, edition: Edition) -> NewsItem:
    """A change; one that is moved again is another item. Its last date names it, which stays while the first ones pass."""
    first, last = one.dates[0], one.dates[-1]
    word = "".join(mark.word for mark in status_mark(one.status, edition)[:1])
    when = sentence(occurrence_text(first, edition))
    return NewsItem(
        id=f"{one.event.id}.{one.status}.{last.start:%Y%m%dT%H%M}",
        title=f"{word}: {edition.said(one.event.name).text}",
        url=edition.addresses.url(edition.language, edition.item(one.event)),
        moment=one.event.last_changed.isoformat(),
        text=". ".join(part for part in (when, former_time(first, edition), _also(one, edition), _where(one.event, edition)) if part),
    )


def _new_item(event: EventRow, edition: Edition) -> NewsItem:
    return NewsItem(
        id=f"{event.id}.new",
        title=f"{edition.words('changes.word_new')}: {edition.said(event.name).text}",
        url=edition.addresses.url(edition.language, edition.item(event)),
        moment=event.first_seen.isoformat(),
        text=". ".join(part for part in (sentence(when_text(event, edition)), _where(event, edition)) if part),
    )


def _where(event: EventRow, edition: Edition) -> str:
    place, area = place_of(event.place_id, event.place_text, edition)
    return ", ".join(part for part in (place.text, area) if part)
