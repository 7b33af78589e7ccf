"""Volunteer tasks: what, when or how much time, where, and one way to get in touch."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from normalize.links import web_address
from publish.addresses import Target
from publish.answers import answers
from publish.cards import place_of, standing_text, status_mark
from publish.dates import sentence
from publish.edition import Edition
from publish.items import occurrence_text, series_time
from publish.pages import Maker, Page, Render
from publish.plain import plain
from publish.time_need import first_sentence, time_need
from publish.views import Link, Prose, Task
from store.reading import EventRow

_KIND = "volunteering"


def volunteering_pages(edition: Edition, render: Render) -> Iterator[Page]:
    """The one page of tasks, those on a date before those that go on."""
    almanac, words, target = edition.almanac, edition.words, Target(kind=_KIND)
    tasks = [event for event in almanac.events.values() if event.kind == _KIND and event.withdrawn_at is None]
    dated = [(almanac.upcoming(event.id)[0], event) for event in tasks if almanac.upcoming(event.id)]
    dated.sort(key=lambda pair: (pair[0].start, pair[1].id))
    standing = sorted((_task(event, edition) for event in tasks if event.first_start is None), key=lambda task: task.name.text.casefold())
    n = len(dated) + len(standing)
    title = words("volunteering.name")
    head = edition.head(target, title, words("volunteering.description", region=edition.name), nav=_KIND, indexed=n > 0)
    content = {
        "title": title,
        "count": words.count("count.tasks", n) if n else "",
        "groups": (("dated", tuple(_task(event, edition) for _, event in dated)), ("standing", tuple(standing))),
        "organizers": Link(edition.href("organizers"), words("organizers.title")),
        "hobbies": Link(edition.href("hobbies"), words("hobbies.name")),
    }
    yield Maker(edition, render)(target, "pages/volunteering.html", head, content)


def _task(event: EventRow, edition: Edition) -> Task:
    place, area = place_of(event.place_id, event.place_text, edition)
    said = edition.said(event.description)
    text = plain(said.text)
    need, what = time_need(text), first_sentence(text)
    return Task(
        href=edition.item_href(event),
        name=edition.titled(event.name),
        marks=(*status_mark(event.event_status, edition), *answers(event, edition).marks),
        text=Prose(what if what != need else "", said.lang),
        when=_when(event, edition),
        need=Prose(need, said.lang),
        place=place,
        area=area,
        answers=answers(event, edition),
        enrol=answers(event, edition).enrol if edition.almanac.upcoming(event.id) else "",
        contact=_contact(event, edition),
    )


def _when(event: EventRow, edition: Edition) -> str:
    """Its next date, the rhythm of one that goes on, or that times are agreed upon."""
    coming = edition.almanac.upcoming(event.id)
    if not coming:
        return standing_text(event, edition) if event.details.opening_hours else edition.words("volunteering.agreed")
    return sentence(series_time(event, edition) if event.is_series else occurrence_text(coming[0], edition))


def _contact(event: EventRow, edition: Edition) -> Link:
    """Where to enrol, else the publisher's own page, else the page of the organizer here."""
    registration = event.details.registration
    address = web_address(registration.url if registration else "") or web_address(event.url)
    if address:
        host = (urlsplit(address).hostname or address).removeprefix("www.")
        return Link(address, host, rel="external")
    organizer = edition.almanac.organizers.get(event.organizer_id)
    if organizer is None:
        return Link("", "")
    name = edition.said(organizer.name)
    return Link(edition.href("organizer", organizer.slug), name.text, name.lang)
