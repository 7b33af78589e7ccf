"""One page for everything that one list is given out as: calendar, feed, data, paper, a part of another site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import escape

from publish.addresses import Target
from publish.edition import Edition
from publish.embed import NAMES, embed_names
from publish.listed import Listed
from publish.outputs import embed_of, offers_of, outputs, paper_links
from publish.pages import Maker, Page, Render
from publish.views import Link

_HEIGHT = 560
"""Pixels of the frame that is offered: five lines and their end."""


def offer_pages(edition: Edition, render: Render, given: Iterable[Listed]) -> Iterator[Page]:
    """The page of every list but the whole region, whose is the page about subscribing (``publish.standing``)."""
    make, words, parts = Maker(edition, render), edition.words, _parts(given, edition)
    for listed in given:
        if listed.target.kind == "home":
            continue
        title = words("outputs.title", name=listed.name)
        head = edition.head(
            offers_of(listed.target), title, words("outputs.description", name=listed.title), nav="subscribe", indexed=False
        )
        content = {
            "title": listed.name,
            "page": Link(edition.addresses.href(edition.language, listed.target), words("outputs.back", name=listed.name)),
            "parts": tuple(parts[listed.target.key]),
            "how": edition.href("subscribe"),
            **offered(listed.target, listed.name, listed.title, edition, on_paper=listed.on_paper),
        }
        yield make(offers_of(listed.target), "pages/offers.html", head, content)


def _parts(given: Iterable[Listed], edition: Edition) -> defaultdict[str, list[Link]]:
    """Key of a list's page -> the pages of this kind of the lists that are a part of it: older people, in Kerimäki."""
    found = defaultdict(list)
    for listed in given:
        if listed.target.of:
            found[listed.target.of.key].append(Link(edition.addresses.href(edition.language, offers_of(listed.target)), listed.name))
    return found


def offered(target: Target, name: str, title: str, edition: Edition, *, on_paper: bool) -> dict[str, Any]:
    """What the page shows of a list: every address, its sheets, the code to embed it, and the code for telephones."""
    url = edition.addresses.url(edition.language, target)
    return {
        "outputs": outputs(target, name, edition),
        "called": title,
        "sheets": tuple(paper_links(target, edition)) if on_paper else (),
        "embeds": tuple(_embeds(target, edition)),
        "frame": _frame(target, title, edition),
        "address": url,
    }


def _embeds(target: Target, edition: Edition) -> Iterator[Link]:
    """Each form of the list for other sites, to look at and to copy the address of."""
    for name in embed_names(target):
        count, is_dark = NAMES[name]
        text = edition.words.count("embed.lines", count)
        shown = edition.words("embed.dark", lines=text) if is_dark else text
        yield Link(edition.addresses.url(edition.language, embed_of(target, name)), shown)


def _frame(target: Target, title: str, edition: Edition) -> str:
    """The element to put on another site's page."""
    url = edition.addresses.url(edition.language, embed_of(target))
    said = escape(edition.words("embed.title", name=title))
    return f'<iframe src="{url}" title="{said}" loading="lazy" width="100%" height="{_HEIGHT}"></iframe>'
