"""RSS 2.0 of changes: an item for each, with an id of its own that says what became of which date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from publish.edition import Edition
from publish.plain import without_controls


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """One thing that changed or is new."""

    id: str
    """The same in every language."""
    title: str
    url: str
    moment: str
    """ISO 8601: when it was told."""
    text: str


def news_feed(title: str, url: str, own: str, items: Sequence[NewsItem], edition: Edition) -> bytes:
    """The whole feed; ``items`` with the newest first."""
    head = (
        _tag("title", title)
        + _tag("link", url)
        + _tag("description", edition.words("changes.description", region=edition.name))
        + _tag("language", edition.language)
        + (_tag("lastBuildDate", _mail_date(items[0].moment)) if items else "")
        + _tag("ttl", "360")
        + f'<atom:link href={quoteattr(own)} rel="self" type="application/rss+xml"/>\n'
    )
    body = "".join(_item(item, edition.addresses.host) for item in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n'
        f"<channel>\n{head}{body}</channel>\n</rss>\n"
    ).encode("utf-8", "replace")


def _item(item: NewsItem, host: str) -> str:
    return (
        "<item>\n"
        + _tag("title", item.title)
        + _tag("link", item.url)
        + _tag("guid", f"{item.id}@{host}", ' isPermaLink="false"')
        + _tag("pubDate", _mail_date(item.moment))
        + _tag("description", item.text)
        + "</item>\n"
    )


def _tag(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(without_controls(text))}</{name}>\n"


def _mail_date(moment: str) -> str:
    """RFC 5322 date, as RSS asks."""
    return format_datetime(datetime.fromisoformat(moment).astimezone(UTC), usegmt=True)
