"""The small tree in easy language: home, today, this week, and a page for each event that is to come.

At most ten things a page, one thing a sentence. It is made of the same facts as the other pages, by fixed sentences
(``publish.easy_sentences``); publishers' own texts are never in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import islice
from typing import Any

from publish.addresses import Target
from publish.cards import event_rhythm
from publish.doors import days_of
from publish.easy_sentences import named_day, occurrence_sentences, place_sentences, series_sentences, term_sentences
from publish.edition import Edition
from publish.evidence import Facts
from publish.pages import Maker, Page, Render, digest
from publish.views import EasyItem, Head, Link
from store.reading import EventRow, OccurrenceRow

_MOST = 10
_DAY = timedelta(days=1)


def easy_pages(edition: Edition, render: Render, facts: Facts) -> Iterator[Page]:
    """The tree in one language; ``facts`` are those of :func:`publish.evidence.page_facts`, which cover all that an item's page shows."""
    make = Maker(edition, render)
    today = edition.almanac.today
    yield _list(Target(kind="home"), "easy.title", (today, today + _DAY), edition, make)
    yield _list(Target(kind="today"), "easy.today", (today,), edition, make)
    yield _list(Target(kind="week"), "easy.week", days_of("week", today), edition, make)
    for event in edition.almanac.events.values():
        yield _item(event, edition, render, facts)


def target_of(plain: Target) -> Target:
    """The easy form of a page."""
    return Target(kind="easy", of=plain)


def _list(plain: Target, title: str, days: Iterable[date], edition: Edition, make: Maker) -> Page:
    words = edition.words
    found = (one for day in days for one in edition.almanac.starting.get(day, ()) if one.event_status != "EventCancelled")
    items = tuple(_line(one, edition) for one in islice(_each_once(found), _MOST))
    content = {
        "title": words(title),
        "lead": words("easy.lead") if plain.kind == "home" else "",
        "items": items,
        "empty": words("easy.nothing"),
        **_frame(plain, edition),
    }
    return make(target_of(plain), "pages/easy.html", _head(plain, words(title), edition), content)


def _each_once(occurrences: Iterable[OccurrenceRow]) -> Iterator[OccurrenceRow]:
    """The first of each event."""
    seen: set[str] = set()
    for one in occurrences:
        if one.event_id not in seen:
            seen.add(one.event_id)
            yield one


def _line(occurrence: OccurrenceRow, edition: Edition) -> EasyItem:
    event = edition.almanac.events[occurrence.event_id]
    name = edition.titled(occurrence.name or event.name)
    sentences = tuple(occurrence_sentences(event, occurrence, edition))
    return EasyItem(
        link=Link(edition.addresses.href(edition.language, target_of(edition.item(event))), name.text, name.lang), sentences=sentences
    )


def _item(event: EventRow, edition: Edition, render: Render, facts: Facts) -> Page:
    target = target_of(edition.item(event))
    return Page(
        path=f"{edition.addresses.folder(edition.language, target)}index.html",
        key=f"{target.key}:{edition.language}",
        inputs=digest(edition.fingerprint, edition.addresses.url(edition.language, target), facts[event.id]),
        render=partial(_rendered, event, edition, render),
    )


def _rendered(event: EventRow, edition: Edition, render: Render) -> bytes:
    plain, name = edition.item(event), edition.titled(event.name)
    content = {
        "head": _head(plain, name.text, edition),
        "title": name,
        "sentences": tuple(_sentences(event, edition)),
        **_frame(plain, edition),
    }
    return render(edition.language, "pages/easy_item.html", content)


def _sentences(event: EventRow, edition: Edition) -> Iterator[str]:
    """All that is known of it, or that it is over."""
    almanac, words = edition.almanac, edition.words
    if event.withdrawn_at is not None or almanac.ended(event):
        yield words("easy.over")
        return
    coming = almanac.upcoming(event.id)
    if event.is_series:
        yield from series_sentences(event, event_rhythm(event, edition), edition)
        yield from place_sentences(event.place_id, event.place_text, edition)
    elif coming:
        yield from occurrence_sentences(event, coming[0], edition)
        if coming[0].event_status == "EventCancelled":
            return
    else:
        yield words("easy.standing")
        yield from place_sentences(event.place_id, event.place_text, edition)
    yield from term_sentences(event, edition)


def _frame(plain: Target, edition: Edition) -> dict[str, Any]:
    """The ways on: today, this week, and the page in ordinary language."""
    href = edition.addresses.href
    ways = (("home", "easy.title"), ("today", "easy.today"), ("week", "easy.week"))
    return {
        "ways": tuple(
            Link(href(edition.language, target_of(Target(kind=kind))), edition.words(key)) for kind, key in ways if kind != plain.kind
        ),
        "plain": Link(href(edition.language, plain), edition.words("easy.plain")),
        "today_text": edition.words("easy.today_is", day=named_day(edition.almanac.today, edition)) if plain.kind != "week" else "",
    }


def _head(plain: Target, title: str, edition: Edition) -> Head:
    """Search engines are led to the ordinary page of an item, and to the easy lists."""
    head = edition.head(target_of(plain), title, edition.words("easy.description", title=title, region=edition.name), nav="easy")
    return head if plain.kind in {"home", "today", "week"} else head._replace(indexed=False)
