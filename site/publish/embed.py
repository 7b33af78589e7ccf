"""A list within another site: what comes next, in a frame, without a script and with a style of its own.

Light or dark is said by the address, because a frame cannot know the page around it. Links leave the frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from publish.addresses import Target
from publish.answers import answers
from publish.cards import card, place_of, standing_text, status_mark
from publish.edition import Edition
from publish.items import occurrence_text
from publish.listed import Listed
from publish.outputs import embed_of
from publish.pages import Maker, Page, Render
from publish.views import Link, Mark, Prose
from store.reading import EventRow, OccurrenceRow

NAMES: Mapping[str, tuple[int, bool]] = MappingProxyType({
    "": (10, False),
    "5": (5, False),
    "20": (20, False),
    "dark": (10, True),
    "5/dark": (5, True),
    "20/dark": (20, True),
})  # fmt: skip
"""Name of a form -> how many events it holds at most, and whether it is dark."""


class EmbedRow(NamedTuple):
    """An event in a list within another site."""

    href: str
    name: Prose
    marks: tuple[Mark, ...]
    when: str
    datetime: str
    facts: str


def embed_names(target: Target) -> tuple[str, ...]:
    """The forms of a list: all of them, but of two facets together, which are small, only the usual one, light and dark."""
    return ("", "dark") if target.of else tuple(NAMES)


def embed_pages(edition: Edition, render: Render, given: Iterable[Listed]) -> Iterator[Page]:
    """Every form of every list."""
    make = Maker(edition, render)
    for listed in given:
        rows = tuple(_rows(listed, edition))
        for name in embed_names(listed.target):
            yield _embed(name, rows, listed, edition, make)


def _embed(name: str, rows: Sequence[EmbedRow], listed: Listed, edition: Edition, make: Maker) -> Page:
    most, is_dark = NAMES[name]
    words, target = edition.words, embed_of(listed.target, name)
    title = words("embed.title", name=listed.title)
    head = edition.head(target, title, words("outputs.description", name=listed.title), canonical=listed.target, indexed=False)
    content = {
        "title": title,
        "name": listed.name,
        "is_dark": is_dark,
        "rows": tuple(rows[:most]),
        "all": Link(edition.addresses.href(edition.language, listed.target), words.count("embed.all", len(listed.coming))),
    }
    return make(target, "pages/embed.html", head, content)


def _rows(listed: Listed, edition: Edition) -> Iterator[EmbedRow]:
    """The events that come next, each at its next date; what stands without dates comes last."""
    most = max(count for count, _ in NAMES.values())
    for event, dates in listed.coming[:most]:
        yield _dated(event, dates[0], edition) if dates else _standing(event, edition)


def _dated(event: EventRow, occurrence: OccurrenceRow, edition: Edition) -> EmbedRow:
    shown = card(occurrence, edition)
    facts = (shown.place.text, shown.area, answers(event, edition).cost)
    return EmbedRow(
        href=shown.href,
        name=shown.name,
        marks=shown.marks,
        when=occurrence_text(occurrence, edition),
        datetime=shown.datetime,
        facts=" · ".join(text for text in facts if text),
    )


def _standing(event: EventRow, edition: Edition) -> EmbedRow:
    place, area = place_of(event.place_id, event.place_text, edition)
    told = answers(event, edition)
    return EmbedRow(
        href=edition.item_href(event),
        name=edition.titled(event.name),
        marks=(*status_mark(event.event_status, edition), *told.marks),
        when=standing_text(event, edition),
        datetime="",
        facts=" · ".join(text for text in (place.text, area, told.cost) if text),
    )
