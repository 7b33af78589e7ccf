"""What one list is also given out as: a calendar to subscribe to, a feed, data."""

from __future__ import annotations

from publish.addresses import Target
from publish.edition import Edition
from publish.views import Link


def list_name(name: str, edition: Edition) -> str:
    """What the list is called outside the site: it names the region and the filter, so that nobody subscribes to more than meant."""
    return edition.words("feed.of", region=edition.name, name=name)


def feed_links(target: Target, name: str, edition: Edition) -> tuple[Link, ...]:
    """The list's feed, for the head of its page."""
    return (Link(edition.addresses.href(edition.language, target, "feed"), list_name(name, edition)),)


def outputs(target: Target, name: str, edition: Edition) -> dict[str, str]:
    """The addresses of the list's own calendar and feed."""
    addresses, language = edition.addresses, edition.language
    return {
        "name": name,
        "webcal": addresses.webcal(language, target, "calendar"),
        "https": addresses.url(language, target, "calendar"),
        "rss": addresses.url(language, target, "feed"),
    }
