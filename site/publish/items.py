"""The page of an event or a series: when, where, for whom, cost, enrolment; then what it is and where the facts come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from normalize.licences import is_excerpt
from normalize.links import web_address
from publish.answers import answers, marked_name
from publish.cards import (
    address_of,
    card,
    clock_times,
    event_rhythm,
    former_time,
    has_one_clock_time,
    host_of,
    last_day_shown,
    leaf,
    occurrence_marks,
    place_of,
    standing_text,
    status_mark,
)
from publish.contradictions import contradictions
from publish.dates import sentence
from publish.edition import Edition
from publish.evidence import Facts
from publish.jsonld import event_data
from publish.pages import Page, Render, digest
from publish.rendering import inert_json
from publish.report import report
from publish.rhythm import skipped, until
from publish.short_links import short_address, short_code
from publish.telling import alike_links, origins, other_names
from publish.terms import term_facts
from publish.views import Date, Fact, Link, Mark, Prose
from store.reading import EventRow, OccurrenceRow

_DATES_SHOWN = 12
_SKIPPED_SHOWN = 12


def item_pages(edition: Edition, render: Render, facts: Facts) -> Iterator[Page]:
    """The page of every public event, past and withdrawn ones included; ``facts`` are those of :func:`publish.evidence.page_facts`."""
    for event in edition.almanac.events.values():
        target = edition.item(event)
        yield Page(
            path=f"{edition.addresses.folder(edition.language, target)}index.html",
            key=f"{target.about}:{edition.language}",
            inputs=digest(edition.fingerprint, edition.addresses.url(edition.language, target), facts[event.id]),
            render=partial(_rendered, event, edition, render),
            listed=edition.addresses.url(edition.language, target) if event.withdrawn_at is None else "",
            changed=_day(event.last_changed, edition).isoformat(),
        )


def _rendered(event: EventRow, edition: Edition, render: Render) -> bytes:
    """The page itself."""
    head, content = _head_and_content(event, edition)
    return render(edition.language, "pages/series.html" if event.is_series else "pages/event.html", {"head": head, **content})


def _head_and_content(event: EventRow, edition: Edition) -> tuple[Any, Mapping[str, Any]]:
    name = edition.titled(event.name)
    place, area = place_of(event.place_id, event.place_text, edition)
    when = when_text(event, edition)
    where = ", ".join(part for part in (place.text, area) if part)
    head = edition.head(
        edition.item(event), name.text, ". ".join(part for part in (sentence(when), where) if part), indexed=event.withdrawn_at is None
    )
    data = inert_json(event_data(event, edition)) if event.withdrawn_at is None else Markup()
    description = edition.said(event.description)
    content = {
        "data": data,
        "name": marked_name(event, event.name, edition),
        "item_marks": (*item_marks(event, edition), *_enrolment_marks(event, edition)),
        "when": sentence(when),
        "day": None if event.is_series or (day := _first_day(event, edition)) is None else leaf(day, edition),
        "only": edition.only_in(name),
        "facts": tuple(_facts(event, edition)),
        "dates": tuple(_dates(event, edition)),
        "later": max(0, len(edition.almanac.upcoming(event.id)) - _DATES_SHOWN) if event.is_series else 0,
        "description": Markup(description.text) + _original(event, description.text, edition),  # noqa: S704 - normalize.text lets through a small allow list only
        "description_lang": description.lang,
        "description_only": edition.only_in(description) if description.lang != name.lang else "",
        "calendar": ""
        if event.withdrawn_at or event.first_start is None
        else edition.addresses.href(edition.language, edition.item(event), "item"),
        "tombstone": _tombstone(event, edition),
        "other_names": other_names(event, name, edition),
        "contradictions": contradictions(event, edition),
        "alike": alike_links(event, edition),
        "meanwhile": tuple(card(one, edition) for one in edition.almanac.meanwhile.get(event.id, ())),
        "origins": tuple(origins(event, edition)),
        "joining": edition.href("quality"),
        "changed": edition.words("origin.changed", date=edition.dates.numeric(_day(event.last_changed, edition))),
        "report": report(f"{'series' if event.is_series else 'event'}:{event.id}", name.text, edition.item(event), edition),
        "code": short_code(event, edition.addresses),
        "short": short_address(event, edition.addresses),
        "item": event.id,
    }
    return head, content


def _original(event: EventRow, text: str, edition: Edition) -> Markup:
    """The link to the publisher's own words where only their beginning may be shown: the event's page, else its source's."""
    if not is_excerpt(text):
        return Markup()
    address = web_address(event.url)
    href = address or next((edition.href("source", source) for source in event.source_ids if source in edition.almanac.sources), "")
    label = edition.words("fact.url" if address else "origin.title")
    return Markup('<p><a href="{}"{}>{}</a></p>').format(href, Markup(' rel="external"') if address else "", label) if href else Markup()


def _day(moment: datetime, edition: Edition) -> date:
    return edition.almanac.local(moment).date()


def _first_day(event: EventRow, edition: Edition) -> date | None:
    """The region's day on which a single event begins; ``None`` for what has no dates."""
    dates = edition.almanac.dates.get(event.id, ())
    if dates:
        return dates[0].day
    return _day(event.first_start, edition) if isinstance(event.first_start, datetime) else event.first_start


def item_marks(event: EventRow, edition: Edition) -> tuple[Mark, ...]:
    """The states of the whole item in words: its status, withdrawn, over."""
    words, marks = edition.words, list(status_mark(_status(event, edition), edition))
    if event.withdrawn_at is not None:
        marks.append(Mark("cancelled", words("status.withdrawn")))
    elif edition.almanac.ended(event):
        marks.append(Mark("info", words("status.ended")))
    return tuple(marks)


def _enrolment_marks(event: EventRow, edition: Edition) -> tuple[Mark, ...]:
    """Full, a queue and when enrolment opens, as lists say it, of what can still be gone to."""
    is_off = event.withdrawn_at is not None or edition.almanac.ended(event) or _status(event, edition) == "EventCancelled"
    return () if is_off else answers(event, edition).marks


def _status(event: EventRow, edition: Edition) -> str:
    """A single event's own status; its only occurrence may know better (an override without a master)."""
    dates = edition.almanac.dates.get(event.id, ())
    return dates[0].event_status if not event.is_series and len(dates) == 1 else event.event_status


def when_text(event: EventRow, edition: Edition) -> str:
    """When it is, in one sentence: the time of a single event, the rhythm of a series."""
    dates = edition.almanac.dates.get(event.id, ())
    if event.is_series:
        return series_time(event, edition)
    if dates:
        return occurrence_text(dates[0], edition)
    start, end = event.first_start, event.first_end
    if start is None:
        return standing_text(event, edition)
    if not isinstance(start, datetime):
        last = end - timedelta(days=1) if end is not None and not isinstance(end, datetime) else start
        return edition.dates.days(start, max(start, last))
    local_end = edition.almanac.local(end) if isinstance(end, datetime) else None
    return edition.dates.moment(edition.almanac.local(start), local_end)


def occurrence_text(occurrence: OccurrenceRow, edition: Edition) -> str:
    """``tiistai 24.11.2026 klo 10.00–11.00``, or the span of days."""
    if occurrence.all_day:
        return edition.dates.days(occurrence.day, occurrence.last_day)
    end = edition.almanac.local(occurrence.end) if occurrence.end else None
    return edition.dates.moment(edition.almanac.local(occurrence.start), end)


def series_time(event: EventRow, edition: Edition) -> str:
    """``joka tiistai klo 10.00–11.00``; only "several dates" where the rule has no certain words."""
    said = event_rhythm(event, edition)
    if not said:
        return edition.words("rhythm.several")
    start, end = event.first_start, event.first_end
    if not isinstance(start, datetime) or not has_one_clock_time(event, edition):
        return said
    local, local_end = edition.almanac.local(start), edition.almanac.local(end) if isinstance(end, datetime) else None
    ends = edition.dates.end_clock(local, local_end) if local_end and local_end != local else ""
    return edition.dates.at(said, edition.dates.clock(local), ends)


def _facts(event: EventRow, edition: Edition) -> Iterator[Fact]:
    """The five answers in their order, then who is responsible and more."""
    words = edition.words
    yield Fact(label=words("fact.when"), lines=tuple(Link("", line) for line in _when_lines(event, edition)))
    yield _where(event, edition)
    links = tuple(
        Link(address, urlsplit(address).hostname or address, rel="external") for address in map(web_address, event.conference) if address
    )
    if links:
        yield Fact(label=words("fact.online"), lines=links)
    yield from term_facts(event, edition)
    organizer = edition.almanac.organizers.get(event.organizer_id)
    if organizer:
        name = edition.said(organizer.name)
        yield Fact(label=words("fact.organizer"), lines=(Link(edition.href("organizer", organizer.slug), name.text, name.lang),))
    address = web_address(event.url)
    if address:
        yield Fact(label=words("fact.url"), lines=(Link(address, urlsplit(address).hostname or address, rel="external"),))
    if event.in_language:
        said = words.listed([words(words.known(f"language.{code}", "language.other")) for code in event.in_language])
        yield Fact(label=words("fact.language"), lines=(Link("", said),))
    topics = _topics(event, edition)
    if topics.doors or topics.lines:
        yield topics


def _topics(event: EventRow, edition: Edition) -> Fact:
    """The vocabulary's topics, each with its list, and below them its subjects; the publisher's own categories where it has none."""
    known, details = edition.almanac.topics, event.details
    named = {code: edition.said(known[code].name).text for code in (*details.topics, *details.subjects) if code in known}
    doors = tuple(Link(edition.href("topic", code), name) for code, name in named.items() if not known[code].parent)
    said = [name for code, name in named.items() if known[code].parent]
    own = () if doors or said else event.categories
    more = [text for text in dict.fromkeys((*said, *own)) if text not in {door.text for door in doors}]
    lines = (Link("", " · ".join(more), edition.own_words(event) if own else ""),) if more else ()
    return Fact(label=edition.words("fact.topics"), lines=lines, doors=doors)


def _when_lines(event: EventRow, edition: Edition) -> Iterator[str]:
    """The time, and for a series its end and the dates on which it is not held."""
    yield sentence(when_text(event, edition))
    if not event.is_series:
        dates = edition.almanac.dates.get(event.id, ())
        former = former_time(dates[0], edition) if dates else ""
        if former:
            yield former
        return
    zone, span = edition.almanac.zone, edition.almanac.span
    end = until(event.recurrence, event.first_start, event.recurrence_timezone or event.timezone, zone)
    if end is not None:
        yield edition.words("series.until", date=edition.dates.numeric(end))
    days = skipped(event.recurrence, zone, span.today, span.last)
    if days:
        shown = ", ".join(edition.dates.brief(day) for day in days[:_SKIPPED_SHOWN])
        yield edition.words("series.not", dates=shown + (" …" if len(days) > _SKIPPED_SHOWN else ""))


def _where(event: EventRow, edition: Edition) -> Fact:
    """The place with its address; the source's own words below it where they say more; said to be unknown where nobody told."""
    words, place = edition.words, edition.almanac.places.get(event.place_id)
    if place is None:
        if host := host_of(event.place_text):
            return Fact(label=words("fact.where"), lines=(Link(web_address(event.place_text), host, rel="external"),))
        return Fact(label=words("fact.where"), lines=(Link("", event.place_text or words("fact.unknown_value")),))
    name = edition.said(place.name)
    lines = [Link(edition.href("place", place.slug), name.text, name.lang)]
    if address := address_of(place, edition):
        lines.append(Link("", address))
    if event.place_text and event.place_text.strip().casefold() not in {text.casefold() for text in place.name.values()}:
        lines.append(Link("", words("fact.place_words", text=event.place_text)))
    return Fact(label=words("fact.where"), lines=tuple(lines))


def _dates(event: EventRow, edition: Edition) -> Iterator[Date]:
    """The coming dates of a series."""
    if not event.is_series:
        return
    for occurrence in edition.almanac.upcoming(event.id)[:_DATES_SHOWN]:
        start, end = clock_times(occurrence, edition)
        day = edition.dates.long(occurrence.day)
        last = last_day_shown(occurrence)
        text = (
            edition.dates.days(occurrence.day, last) if occurrence.all_day or last > occurrence.day else edition.dates.at(day, start, end)
        )
        place, _ = place_of(occurrence.place_id, occurrence.place_text, edition)
        elsewhere = place.text if occurrence.place_id != event.place_id and place.text else ""
        yield Date(
            text=sentence(text),
            datetime=occurrence.day.isoformat(),
            marks=occurrence_marks(occurrence, edition),
            note=" · ".join(part for part in (former_time(occurrence, edition), elsewhere) if part),
            name=edition.titled(occurrence.name) if occurrence.name and occurrence.name != event.name else Prose(""),
        )


def _tombstone(event: EventRow, edition: Edition) -> str:
    """Why a withdrawn event is in no list any more."""
    if event.withdrawn_at is None:
        return ""
    return edition.words("item.withdrawn", date=edition.dates.numeric(_day(event.withdrawn_at, edition)))
