"""What one list is also given out as: a calendar to subscribe to, a feed, data, paper, a part of another site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from publish.addresses import Target, week_name
from publish.almanac import monday
from publish.edition import Edition
from publish.views import Link

_WEEK = timedelta(days=7)
LARGE = "large"
RHYTHM = "rhythm"


def list_name(name: str, edition: Edition) -> str:
    """What the list is called outside the site: it names the region and the filter, so that nobody subscribes to more than meant."""
    return edition.words("feed.of", region=edition.name, name=name)


def feed_links(target: Target, name: str, edition: Edition) -> tuple[Link, ...]:
    """The list's feed, for the head of its page."""
    return (Link(edition.addresses.href(edition.language, target, "feed"), list_name(name, edition)),)


def offers_of(target: Target) -> Target:
    """The page that offers everything a list is given out as; the whole region's is the page about subscribing."""
    return Target(kind="subscribe") if target.kind == "home" else Target(kind="subscribe", of=target)


def sheet_of(target: Target, name: str, *, large: bool = False) -> Target:
    """A list's sheet of paper; ``name`` is that of a week's sheet, or ``RHYTHM``."""
    return Target(kind="print", name=f"{name}/{LARGE}" if large else name, of=target)


def embed_of(target: Target, name: str = "") -> Target:
    """A list to be shown within another site; ``name`` says how many lines and whether it is dark."""
    return Target(kind="embed", name=name, of=target)


def sheet_weeks(today: date) -> tuple[date, date]:
    """The Mondays of the weeks that have sheets: this one and the next."""
    return monday(today), monday(today) + _WEEK


def sheet_name(start: date) -> str:
    """``week-2026-w48``: a week's sheet, for its address."""
    return f"week-{week_name(start)}"


def outputs(target: Target, name: str, edition: Edition) -> dict[str, str]:
    """The addresses of the list's own calendar, feed and data, and of the page that offers all there is."""
    addresses, language = edition.addresses, edition.language
    return {
        "name": name,
        "webcal": addresses.webcal(language, target, "calendar"),
        "https": addresses.url(language, target, "calendar"),
        "rss": addresses.url(language, target, "feed"),
        "data": addresses.url(language, target, "data"),
        "offers": addresses.href(language, offers_of(target)),
    }


def paper_links(target: Target, edition: Edition) -> Iterator[tuple[str, Link, Link]]:
    """The list's sheets: what each is of, in normal and in large print."""
    words, today = edition.words, edition.almanac.today
    for start in sheet_weeks(today):
        yield _sheets(target, sheet_name(start), words("paper.week_of", week=edition.dates.week(start)), edition)
    yield _sheets(target, RHYTHM, words("paper.rhythm"), edition)


def _sheets(target: Target, name: str, title: str, edition: Edition) -> tuple[str, Link, Link]:
    href, words = edition.addresses.href, edition.words
    normal, large = (sheet_of(target, name, large=is_large) for is_large in (False, True))
    return title, Link(href(edition.language, normal), words("paper.normal")), Link(href(edition.language, large), words("paper.large"))


def ending(target: Target, edition: Edition, week: date | None = None) -> tuple[Link, ...]:
    """The ways on at the end of a list: the sheets of the ``week`` it is about, where it has some, and all it is given out as."""
    words, href, language = edition.words, edition.addresses.href, edition.language
    ways = [Link(href(language, offers_of(target)), words("outputs.link"))]
    if week in sheet_weeks(edition.almanac.today):
        sheet = sheet_name(week)
        large = Link(href(language, sheet_of(target, sheet, large=True)), words("list.print_large"))
        ways = [Link(href(language, sheet_of(target, sheet)), words("list.print")), large, *ways]
    return tuple(ways)
