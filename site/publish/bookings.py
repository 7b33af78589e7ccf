"""Double bookings of a place: two events in one room at a time, by day and room; for those who give out the rooms."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from publish.addresses import Target
from publish.concerns import Concerns
from publish.dates import sentence
from publish.edition import Edition
from publish.overlap_words import organizer_link, overlap_lines, times
from publish.pages import Maker, Page, Render
from publish.telling import event_link
from publish.views import Link
from publish.views_told import Booked, Booking, BookingDay
from store.reading import OccurrenceRow, OverlapRow, PlaceRow

_SHOWN = 200


def booking_pages(edition: Edition, render: Render, concerns: Concerns, published: Container[str]) -> Iterator[Page]:
    """The page of every place that has a double booking, or had a page of them before.

    ``published`` are keys and paths of the pages that are live: such a page stays, and says that there are none any more.
    """
    make = Maker(edition, render)
    for place in edition.almanac.places.values():
        target = target_of(place)
        path = f"{edition.addresses.folder(edition.language, target)}index.html"
        rows = concerns.bookings.get(place.id, ())
        if rows or path in published or f"{target.about}:{edition.language}" in published:
            yield _page(place, target, rows, concerns, edition, make)


def target_of(place: PlaceRow) -> Target:
    """Where a place's double bookings stand."""
    return Target(kind="bookings", name=place.slug, about=f"bookings:{place.id}")


def _page(place: PlaceRow, target: Target, rows: Sequence[OverlapRow], concerns: Concerns, edition: Edition, make: Maker) -> Page:  # noqa: PLR0913, PLR0917 - a page's parts
    words, name = edition.words, edition.said(place.name)
    title = words("bookings.title", name=name.text)
    head = edition.head(target, title, words("bookings.description", name=name.text), nav="places", indexed=False)
    days = groupby(rows[:_SHOWN], key=lambda row: row.day)
    content = {
        "title": words("bookings.heading"),
        "place": Link(edition.href("place", place.slug), name.text, name.lang),
        "count": words.count("bookings.count", len(rows)) if rows else "",
        "days": tuple(
            BookingDay(heading=sentence(edition.dates.long(day)), bookings=tuple(_booking(row, concerns, edition) for row in same))
            for day, same in days
        ),
        "rest": max(0, len(rows) - _SHOWN),
        "quality": edition.href("quality"),
    }
    return make(target, "pages/bookings.html", head, content)


def _booking(row: OverlapRow, concerns: Concerns, edition: Edition) -> Booking:
    pair = sorted((concerns.instances[one] for one in (row.occurrence_a, row.occurrence_b)), key=lambda one: (one.start, one.id))
    return Booking(
        id=f"b-{row.id}",
        room=_room(pair, edition),
        first=_booked(pair[0], edition),
        second=_booked(pair[1], edition),
        lines=tuple(overlap_lines(row, edition)),
    )


def _room(pair: Sequence[OccurrenceRow], edition: Edition) -> str:
    """The room that both name; where one names none it may be in any of them."""
    rooms = sorted({one.room for one in pair})
    if len(rooms) == 1 and rooms[0]:
        return edition.words("bookings.room", room=rooms[0].replace("-", " "))
    named = [room.replace("-", " ") for room in rooms if room]
    return edition.words("bookings.room_or_house", room=named[0]) if named else edition.words("bookings.house")


def _booked(occurrence: OccurrenceRow, edition: Edition) -> Booked:
    event = edition.almanac.events[occurrence.event_id]
    return Booked(time=times(occurrence, edition), event=event_link(event, edition), organizer=organizer_link(event.organizer_id, edition))
