"""Pages that stand whatever is on: subscribe, about, accessibility, privacy, the choice of language, page not found, moved pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from publish.addresses import Target
from publish.directory import Belonging
from publish.easy import target_of as easy_of
from publish.edition import Edition
from publish.offers import offered
from publish.outputs import offers_of
from publish.pages import Maker, Page, Render, digest
from publish.views import Alternate, Head, Link, Subscription


def standing_pages(edition: Edition, render: Render, belonging: Belonging) -> Iterator[Page]:
    """The pages of one language that say how the site is used and by what rules it is kept."""
    make = Maker(edition, render)
    words = edition.words
    for kind, content in (
        ("subscribe", _subscribe_content(edition, belonging)),
        ("about", {"sources": len(edition.almanac.sources), "quality": edition.href("quality")}),
        ("accessibility", _accessibility_content(edition)),
        ("privacy", {}),
        ("help", {"easy": Link(edition.addresses.href(edition.language, easy_of(Target(kind="home"))), words("easy.title"))}),
        ("feedback", {"answer": _answer(edition)}),
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


def _subscribe_content(edition: Edition, belonging: Belonging) -> dict[str, Any]:
    """The region's calendar, and those of places and organizers that have something to come."""
    almanac = edition.almanac
    places = [place for place in almanac.places.values() if belonging.by_place.get(place.id)]
    organizers = [organizer for organizer in almanac.organizers.values() if belonging.by_organizer.get(organizer.id)]

    def ordered(rows: Sequence[Any], kind: str) -> tuple[Subscription, ...]:
        made = (_subscription(edition.said(row.name).text, kind, row.slug, edition) for row in rows)
        return tuple(sorted(made, key=lambda subscription: subscription.name.casefold()))

    return {
        "region": _subscription(edition.name, "home", "", edition),
        **offered(Target(kind="home"), edition.name, edition.name, edition, on_paper=True),
        "places": ordered(places, "place"),
        "organizers": ordered(organizers, "organizer"),
    }


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
        "contact": contact.name,
        "email": contact.email,
        "address": edition.addresses.public,
    }


def root_pages(editions: Mapping[str, Edition], render: Render) -> Iterator[Page]:
    """The choice of language at ``/`` and the page for addresses that do not exist, both in all languages at once."""
    first = next(iter(editions.values()))
    choices = tuple(
        (
            Alternate(language=language, name=edition.words("language.own_name"), href=edition.href("home"), url=edition.url("home")),
            edition.name,
            edition.words("root.lead"),
            edition.words("notfound.title"),
            edition.words("notfound.text"),
            Link(edition.href("today"), edition.words("nav.today")),
        )
        for language, edition in editions.items()
    )
    for path, template in (("index.html", "pages/languages.html"), ("404.html", "pages/notfound.html")):
        head = Head(
            title=first.name,
            description=first.words("home.description", region=first.name),
            url=f"{first.addresses.public}/",
            canonical=f"{first.addresses.public}/",
            language=first.language,
            alternates=tuple(choice[0] for choice in choices),
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
