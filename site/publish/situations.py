"""The page of each life situation: who helps at once, which services are near, what goes on; and the doors to them.

A page that somebody may have to leave quickly begins with a way out to a page of the weather service, which is there for everybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publish.addresses import Target
from publish.assets import Assets
from publish.cards import regular, standing_line
from publish.dates import sentence
from publish.edition import Edition
from publish.facets import Facet, Facets
from publish.help_channels import Channels, help_in, help_note
from publish.outputs import feed_links, outputs
from publish.pages import Maker, Page, Render
from publish.programme import programme
from publish.search_pages import scripted
from publish.views import Door, Head, Link, Regular
from store.reading import EventRow, SituationRow

_AWAY = "https://www.ilmatieteenlaitos.fi/"
"""Where the quick way out leads: a page that says nothing about its reader."""


def situation_pages(edition: Edition, render: Render, assets: Assets, facets: Facets, channels: Channels) -> Iterator[Page]:
    """Every situation of the vocabulary, whether or not anything goes on: help is there always."""
    make, doors = Maker(edition, render), situation_doors(edition)
    for facet in facets.single.get("situation", ()):
        here = edition.addresses.href(edition.language, facet.target)
        others = tuple(door for door in doors if door.link.href != here)
        row = edition.almanac.situations[facet.target.name]
        head = _head(row, facet, edition)
        content = _content(row, facet, edition)
        yield make(
            facet.target,
            "pages/situation.html",
            scripted(head, "leave", assets, edition) if row.is_sensitive else head,
            {**content, "help": help_in(row.id, channels, edition), "help_note": help_note(channels, edition), "doors": others},
        )


def _head(row: SituationRow, facet: Facet, edition: Edition) -> Head:
    name = edition.said(row.name).text
    description = edition.words("situation.description", name=name, region=edition.name)
    return edition.head(facet.target, name, description, nav="situation", feeds=feed_links(facet.target, name, edition))


def _content(row: SituationRow, facet: Facet, edition: Edition) -> dict[str, Any]:
    """What is near and what goes on."""
    name = edition.said(row.name)
    services = [event for event in facet.events if event.kind == "service"]
    others = [event for event in facet.events if event.kind != "service"]
    return {
        "title": name,
        "text": edition.said(row.description),
        "away": _AWAY if row.is_sensitive else "",
        "services": tuple(sorted((_service(event, edition) for event in services), key=lambda line: line.name.text.casefold())),
        "programme": programme(others, edition, only=facet.has),
        "outputs": outputs(facet.target, name.text, edition),
    }


def _service(event: EventRow, edition: Edition) -> Regular:
    """A service in one line; one that is held on dates with the next of them."""
    coming = edition.almanac.upcoming(event.id)
    return regular(event, coming, edition) if coming else standing_line(event, edition)


def situation_doors(edition: Edition) -> tuple[Door, ...]:
    """The ways to all situations, also to those for which nothing goes on, for there is help."""
    counts = _counts(edition)
    return tuple(_door(row, counts.get(row.id, 0), edition) for row in edition.almanac.situations.values())


def _door(row: SituationRow, n: int, edition: Edition) -> Door:
    href = edition.addresses.href(edition.language, Target(kind="situation", name=row.id))
    count = edition.words.count("count.coming", n) if n else edition.words("count.none")
    return Door(link=Link(href, sentence(edition.said(row.name).text)), n=n, count=count)


def _counts(edition: Edition) -> dict[str, int]:
    """Situation -> how many things are to come or stand, as on its page."""
    almanac, counts = edition.almanac, dict.fromkeys(edition.almanac.situations, 0)
    for event in almanac.events.values():
        situations = event.details.life_situations
        if situations and event.withdrawn_at is None and (event.first_start is None or almanac.upcoming(event.id)):
            for code in situations:
                counts[code] = counts.get(code, 0) + 1
    return counts
