"""Feeds for readers and for other sites (RSS 2.0): what is new or changed, with the xCal fields that Finnish library sites read.

An item's date is when it was first seen, so that an event is news once; its ``guid`` is our id, the same in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from normalize.links import web_address
from publish.edition import Edition
from publish.ics import sources_of
from publish.items import item_marks, when_text
from publish.plain import plain, without_controls
from store.reading import EventRow, OccurrenceRow

_ITEMS = 100


def _tag(name: str, text: str, attributes: str = "") -> str:
    """One element; ``""`` where there is no text."""
    return f"<{name}{attributes}>{escape(without_controls(text))}</{name}>\n" if text else ""


def newest(events: Iterable[EventRow], edition: Edition) -> list[EventRow]:
    """Events that are still to come and what stands without dates, the newest first, at most a hundred."""
    there = (event for event in events if event.withdrawn_at is None)
    coming = [event for event in there if event.first_start is None or edition.almanac.upcoming(event.id)]
    return sorted(coming, key=lambda event: (event.last_changed, event.id), reverse=True)[:_ITEMS]


def feed(title: str, url: str, self_url: str, events: Sequence[EventRow], edition: Edition) -> bytes:
    """A whole feed of the given events in their order."""
    built = max((event.last_changed for event in events), default=None)
    head = (
        _tag("title", title)
        + _tag("link", url)
        + _tag("description", edition.words("feed.description", name=title))
        + _tag("language", edition.language)
        + (_tag("lastBuildDate", _mail_date(built)) if built else "")
        + _tag("ttl", "360")
        + f'<atom:link href="{escape(self_url, {chr(34): "&quot;"})}" rel="self" type="application/rss+xml"/>\n'
    )
    items = "".join(_item(event, edition) for event in events)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:xcal="urn:ietf:params:xml:ns:xcal">\n'
        f"<channel>\n{head}{items}</channel>\n</rss>\n"
    ).encode("utf-8", "replace")


def _mail_date(moment: datetime) -> str:
    """RFC 5322 date, as RSS asks."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def _item(event: EventRow, edition: Edition) -> str:
    """The event's item, made once and put into every feed that has it."""
    made = edition.news.get(event.id)
    if made is None:
        made = edition.news[event.id] = _made_item(event, edition)
    return made


def _made_item(event: EventRow, edition: Edition) -> str:
    next_date = next(iter(edition.almanac.upcoming(event.id)), None)
    url = edition.addresses.url(edition.language, edition.item(event))
    words = " ".join(f"{mark.word}:" for mark in item_marks(event, edition))
    text = plain(edition.said(event.description).text)
    place = edition.almanac.places.get((next_date and next_date.place_id) or event.place_id)
    where = edition.said(place.name).text if place else (next_date and next_date.place_text) or event.place_text
    description = ". ".join(part for part in (when_text(event, edition), where) if part)
    body = (
        _tag("title", f"{words} {edition.said(event.name).text}".strip())
        + _tag("link", url)
        + _tag("guid", f"{event.id}@{edition.addresses.host}", ' isPermaLink="false"')
        + _tag("pubDate", _mail_date(event.first_seen))
        + _tag("description", "\n\n".join(part for part in (description, text, _attribution(event, edition)) if part))
        + "".join(_tag("category", topic) for topic in event.categories)
        + "".join(_xcal(event, next_date, where, edition))
    )
    return f"<item>\n{body}</item>\n"


def _attribution(event: EventRow, edition: Edition) -> str:
    """Who tells an event that several do."""
    titles = [title for title, _ in sources_of(event, edition)]
    return edition.words("feed.sources", sources=edition.words.listed(titles)) if titles else ""


def _xcal_times(next_date: OccurrenceRow, edition: Edition) -> Iterator[str]:
    local = edition.almanac.local
    yield _tag("xcal:dtstart", next_date.day.isoformat() if next_date.all_day else local(next_date.start).isoformat())
    if next_date.local_end is not None and next_date.end is not None:
        yield _tag("xcal:dtend", next_date.local_end.isoformat() if next_date.all_day else local(next_date.end).isoformat())
    yield _tag("xcal:status", "CANCELLED" if next_date.event_status == "EventCancelled" else "CONFIRMED")


def _xcal(event: EventRow, next_date: OccurrenceRow | None, where: str, edition: Edition) -> Iterator[str]:
    """The event's fields as Finna's feed component knows them; of a series, its next date."""
    place = edition.almanac.places.get((next_date and next_date.place_id) or event.place_id)
    organizer = edition.almanac.organizers.get(event.organizer_id)
    if next_date is not None:
        yield from _xcal_times(next_date, edition)
    yield _tag("xcal:location", where)
    if place is not None:
        yield _tag("xcal:location-address", place.address)
        yield _tag("xcal:location-city", edition.area(place.municipality))
    if organizer is not None:
        yield _tag("xcal:organizer", edition.said(organizer.name).text)
        yield _tag("xcal:organizer-url", web_address(organizer.url))
    yield _tag("xcal:url", web_address(event.url) or edition.addresses.url(edition.language, edition.item(event)))
    if event.categories:
        yield f"<xcal:categories>\n{''.join(_tag('xcal:category', topic) for topic in event.categories)}</xcal:categories>\n"
