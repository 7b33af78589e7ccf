"""Pages that stand whatever is on: subscribe, about, accessibility, privacy, the choice of language, page not found, moved pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from publish.addresses import Target
from publish.directory import Belonging
from publish.doors import facet_name, in_order
from publish.easy import target_of as easy_of
from publish.edition import Edition
from publish.facets import KINDS, Facets
from publish.offers import offered
from publish.outputs import offers_of
from publish.pages import Maker, Page, Render, digest
from publish.report import form
from publish.views import Alternate, Head, Link, Subscription, Subscriptions

_MANY = 60
"""Calendars of one sort that are named one by one; of more, the page of their owners leads to them."""


def standing_pages(edition: Edition, render: Render, belonging: Belonging, facets: Facets) -> Iterator[Page]:
    """The pages of one language that say how the site is used and by what rules it is kept."""
    make = Maker(edition, render)
    words = edition.words
    for kind, content in (
        ("subscribe", _subscribe_content(edition, belonging, facets)),
        ("about", {"sources": len(edition.almanac.sources), "quality": edition.href("quality"), "style": edition.href("style")}),
        ("accessibility", _accessibility_content(edition)),
        ("privacy", {}),
        ("help", {"easy": Link(edition.addresses.href(edition.language, easy_of(Target(kind="home"))), words("easy.title"))}),
        ("feedback", {"answer": _answer(edition), "form": form(edition)}),
        ("organizing", {"organizers": Link(edition.href("organizers"), words("nav.organizers"))}),
        ("professionals", {}),
    ):
        target, title = Target(kind=kind), words(f"{kind}.title")
        head = edition.head(target, title, words(f"{kind}.description", region=edition.name), nav=kind)
        yield make(target, f"pages/{kind}.html", head, {"title": title, **content})


def _subscription(name: str, kind: str, slug: str, edition: Edition) -> Subscription:
    target = Target(kind=kind, name=slug)
    return Subscription(
        name=name,
        webcal=edition.addresses.webcal(edition.language, target, "calendar"),
        https=edition.url(kind, slug, "calendar"),
        rss=edition.url(kind, slug, "feed"),
        page=edition.addresses.href(edition.language, offers_of(target)),
    )


def _subscribe_content(edition: Edition, belonging: Belonging, facets: Facets) -> dict[str, Any]:
    """The region's calendar, and those of every facet, place and organizer that have something to come."""
    almanac = edition.almanac
    places = [place for place in almanac.places.values() if belonging.by_place.get(place.id)]
    organizers = [organizer for organizer in almanac.organizers.values() if belonging.by_organizer.get(organizer.id)]

    def ordered(heading: str, rows: Sequence[Any], kind: str) -> Subscriptions:
        made = (_subscription(edition.said(row.name).text, kind, row.slug, edition) for row in rows)
        named = tuple(sorted(made, key=lambda subscription: subscription.name.casefold()))
        is_short, page = len(rows) <= _MANY, f"{kind}s"
        return Subscriptions(
            heading=edition.words(heading),
            named=named if is_short else (),
            each="" if is_short else edition.words("subscribe.each", n=len(rows)),
            page=Link(edition.href(page), edition.words(f"nav.{page}")),
        )

    return {
        "region": _subscription(edition.name, "home", "", edition),
        **offered(Target(kind="home"), edition.name, edition.name, edition, on_paper=True),
        "lists": (
            *_lists(facets, edition),
            ordered("subscribe.places", places, "place"),
            ordered("subscribe.organizers", organizers, "organizer"),
        ),
    }


def _lists(facets: Facets, edition: Edition) -> Iterator[Subscriptions]:
    """The facets of each kind under the question that they answer, then those that have no kind beside them."""
    made: dict[str, list[Subscription]] = {}
    for kind, found in facets.single.items():
        heading = edition.words(f"doors.{kind}" if kind in (*KINDS, "situation") else "subscribe.other")
        for facet in in_order(found, edition):
            if facet.coming:
                one = _subscription(facet_name(facet, edition), facet.target.kind, facet.target.name, edition)
                made.setdefault(heading, []).append(one)
    yield from (Subscriptions(heading=heading, named=tuple(of_kind)) for heading, of_kind in made.items())


def _answer(edition: Edition) -> str:
    """Within how many days an answer is promised; empty where the region promises none."""
    statement = edition.region.accessibility
    return edition.words.count("accessibility.answer", statement.feedback_days) if statement else ""


def _accessibility_content(edition: Edition) -> dict[str, Any]:
    """What the law asks to be told (act 306/2019): who, when, how it was checked, whom to tell, who supervises."""
    statement, contact = edition.region.accessibility, edition.region.contact
    supervisor = statement.supervisor if statement else None
    return {
        "prepared": edition.dates.numeric(statement.prepared) if statement else "",
        "method": edition.words(f"accessibility.method_{statement.method}") if statement else "",
        "answer": _answer(edition),
        "supervisor": edition.said(supervisor).text if supervisor else "",
        "contact": edition.said(contact.name).text,
        "email": contact.email,
        "address": edition.addresses.public,
        "form": form(edition, kind="access"),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One language of the pages that are in all of them."""

    home: Alternate
    lead: str
    missing: str
    """That there is no such page."""
    meanwhile: str
    """What to do then."""
    search: str
    field: str
    go: str
    doors: tuple[Link, ...]


_DOORS = ("today", "week", "hobbies", "places", "index", "changes")
"""Where those may want to go whose page is not there."""


def _choice(language: str, edition: Edition) -> Choice:
    words, home = edition.words, edition.href("home")
    return Choice(
        home=Alternate(language=language, name=words("language.own_name"), href=home, url=edition.url("home")),
        lead=words("root.lead"),
        missing=words("notfound.title"),
        meanwhile=words("notfound.text"),
        search=edition.href("search"),
        field=words("search.field"),
        go=words("search.go"),
        doors=(Link(home, edition.name), *(Link(edition.href(kind), words(f"nav.{kind}")) for kind in _DOORS)),
    )


def root_pages(editions: Mapping[str, Edition], render: Render) -> Iterator[Page]:
    """The choice of language at ``/`` and the page for addresses that do not exist, both in all languages at once."""
    first = next(iter(editions.values()))
    choices = tuple(_choice(language, edition) for language, edition in editions.items())
    for path, template in (("index.html", "pages/languages.html"), ("404.html", "pages/notfound.html")):
        head = Head(
            title=first.name,
            description=first.words("home.description", region=first.name),
            url=f"{first.addresses.public}/",
            canonical=f"{first.addresses.public}/",
            language=first.language,
            alternates=tuple(choice.home for choice in choices),
            indexed=path == "index.html" and not first.is_preview,
        )
        content = {"head": head, "choices": choices}
        yield Page(
            path=path,
            inputs=digest(first.fingerprint, template, head, choices),
            render=partial(render, first.language, template, content),
            listed=head.url if head.indexed else "",
        )


def moved_page(path: str, key: str, to: str, edition: Edition, render: Render) -> Page:
    """What answers at an address whose page now stands elsewhere: a link, followed at once, kept out of search engines."""
    context = {"url": f"{edition.addresses.public}/{to}", "href": edition.addresses.path(to)}
    return Page(
        path=path,
        key=key,
        inputs=digest(edition.fingerprint, "moved", context),
        render=lambda: render(edition.language, "pages/moved.html", context),
    )
