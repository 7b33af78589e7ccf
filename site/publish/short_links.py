"""Addresses short enough for paper: ``/v/<event id>/`` leads to the event's page, in every language that there is.

A short link hangs on the event's id alone: it goes on when the event gets another name. It tells nothing of the event itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from markupsafe import Markup

from publish.addresses import Addresses
from publish.edition import Edition
from publish.pages import Page, Render, digest
from publish.qr import qr_of_many
from publish.views import Link
from store.reading import EventRow

FOLDER = "v"


def short_address(event: EventRow, addresses: Addresses) -> str:
    """The full short address of an event."""
    return f"{addresses.public}/{FOLDER}/{event.id}/"


def short_code(event: EventRow, addresses: Addresses) -> Markup:
    """The code of the same."""
    return qr_of_many(f"{addresses.public}/{FOLDER}/", event.id, "/")


def short_pages(editions: Mapping[str, Edition], render: Render) -> Iterator[Page]:
    """The short link of every event that has a page. Its key holds the event's id: it goes when the event must not be public any more."""
    first = next(iter(editions.values()))
    title = first.words("short.title")
    for event in first.almanac.events.values():
        ways = tuple(Link(edition.item_href(event), edition.words("language.own_name"), language) for language, edition in editions.items())
        key = f"item:{event.id}:short:{first.language}"
        yield leading_page(f"{FOLDER}/{event.id}/index.html", title, ways, first, render, key=key)


def leading_page(path: str, title: str, ways: tuple[Link, ...], edition: Edition, render: Render, *, key: str = "") -> Page:  # noqa: PLR0913 - each says what it is
    """A page that leads on to the first of the ways at once, and names them all; kept out of search engines."""
    context = {"title": title, "ways": ways}
    return Page(
        path=path,
        key=key,
        inputs=digest(edition.fingerprint, "leading", title, ways),
        render=partial(render, edition.language, "pages/leading.html", context),
    )
