"""The calendars that a web page links to or stands for: what its makers offer to programs beside what people see.

Found in the page alone; nothing is asked. The order is the order of trust: what the page declares (``link rel=alternate``), what it links
to, what it embeds, and last the addresses that its system is known to have (``is_sure`` false: somebody has to look whether it answers).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from parsel import Selector

from harvesters.address_advice import advise
from harvesters.address_services import same_host

MOST_LINKS = 30
_TYPES = {"text/calendar": "ical", "application/rss+xml": "feed", "application/atom+xml": "feed", "text/csv": "csv"}
_ICAL = re.compile(
    r"\.ics(?:$|[?#])|[?&](?:outlook-)?ical=1\b|[?&]mec-ical-feed=|/ical/?(?:$|\?)|[?&]format=ical|/public-calendars/[^/?]+\?export",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"comments?|kommentit|kommentar", re.IGNORECASE)
_NO_EVENTS = ("feed",)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """One calendar that a page leads to."""

    url: str
    format: str
    """The key of ``FORMATS`` it is expected to be read with."""
    how: str
    """``declared``, ``link``, ``webcal``, ``embedded`` or ``known`` (an address this system is known to have)."""
    title: str = ""
    """What the page calls it."""

    @property
    def is_sure(self) -> bool:
        """True where the page itself names the address."""
        return self.how != "known"


def links_of(page: Selector, url: str, platform: str = "") -> tuple[FeedLink, ...]:
    """Every calendar of a page, each address once, the most promising first; feeds of comments are left out."""
    found = [*_declared(page, url), *_linked(page, url), *_embedded(page), *_known(page, url, platform)]
    once = {link.url: link for link in reversed(found) if link.url.startswith(("http://", "https://"))}
    ordered = [link for link in found if once.pop(link.url, None) is not None]
    ordered.sort(key=_rank)
    return tuple(ordered[:MOST_LINKS])


def _rank(link: FeedLink) -> tuple[bool, bool, bool]:
    """Calendars before feeds of news, what the page names before what is only known to exist."""
    news = link.format in _NO_EVENTS and not re.search(r"event|tapahtum|evenemang|kalent", f"{link.url} {link.title}", re.IGNORECASE)
    return news, not link.is_sure, link.format != "ical"


def _declared(page: Selector, url: str) -> Iterator[FeedLink]:
    """``<link rel=alternate>`` of a type that programs read."""
    for link in page.css("link[rel~=alternate][href]")[: 3 * MOST_LINKS]:
        kind = _TYPES.get(link.attrib.get("type", "").partition(";")[0].strip().lower())
        title = " ".join(link.attrib.get("title", "").split())[:100]
        if kind and not _COMMENTS.search(f"{title} {link.attrib['href']}"):
            yield FeedLink(url=_absolute(url, link.attrib["href"]), format=kind, how="declared", title=title)


def _linked(page: Selector, url: str) -> Iterator[FeedLink]:
    """Links for subscribing: ``webcal:``, calendar files, a Google calendar's "add" link."""
    for anchor in page.css("a[href]"):
        target = anchor.attrib["href"].strip()
        if target.lower().startswith(("webcal:", "webcals:")):
            yield FeedLink(url=advise(target).url, format="ical", how="webcal", title=_text(anchor))
        elif _ICAL.search(target):
            yield FeedLink(url=_absolute(url, target), format="ical", how="link", title=_text(anchor))
        elif "calendar.google.com" in target or "/owa/calendar/" in target or "/apps/calendar/p/" in target:
            yield from _advised(target, "link")


def _embedded(page: Selector) -> Iterator[FeedLink]:
    """Calendars shown in a frame: Google, Outlook, Nextcloud, Teamup, Tockify."""
    for target in page.css(
        "iframe::attr(src), iframe::attr(data-src), embed::attr(src), [data-tockify-calendar]::attr(data-tockify-calendar)"
    ).getall():
        yield from _advised(target if "/" in target else f"https://tockify.com/{target}", "embedded")


def _advised(target: str, how: str) -> Iterator[FeedLink]:
    """The calendars that a known service's address stands for."""
    advice = advise(f"https:{target}" if target.startswith("//") else target)
    if advice.url and advice.code.startswith(("address_google", "address_outlook", "address_nextcloud", "address_known")):
        for address in (advice.url, *advice.others):
            yield FeedLink(url=address, format="ical", how=how)


def _known(page: Selector, url: str, platform: str) -> Iterator[FeedLink]:
    """Addresses that a page of this system has, although it does not name them."""
    parts = urlsplit(url)
    home = f"{parts.scheme}://{parts.netloc}"
    root = _wordpress_root(page, url) or f"{home}/"
    if platform == "tribe":
        listing = url.partition("?")[0] if re.search(r"/(?:events?|tapahtumat?|kalenteri|evenemang)/?$", parts.path) else f"{root}events/"
        yield FeedLink(url=f"{listing.rstrip('/')}/?ical=1", format="ical", how="known", title="The Events Calendar")
        yield FeedLink(url=f"{root}wp-json/tribe/events/v1/events", format="tribe", how="known", title="The Events Calendar")
    elif platform == "mec":
        yield FeedLink(url=f"{root}?mec-ical-feed=1", format="ical", how="known", title="Modern Events Calendar")
    elif platform == "gancio":
        yield FeedLink(url=f"{home}/feed/ics", format="ical", how="known", title="Gancio")
    elif platform == "mobilizon" and (found := re.match(r"/@[\w.@-]+", parts.path)):
        yield FeedLink(url=f"{home}{found[0]}/feed/ics", format="ical", how="known", title="Mobilizon")
    elif platform == "localist":
        yield FeedLink(url=f"{home}/calendar.ics", format="ical", how="known", title="Localist")
    elif platform == "squarespace":
        yield FeedLink(url=f"{url.partition('?')[0]}?format=ical", format="ical", how="known", title="Squarespace")


def _wordpress_root(page: Selector, url: str) -> str:
    """Where a WordPress site begins, from the address of its interface (``link rel="https://api.w.org/"``)."""
    api = page.css('link[rel="https://api.w.org/"]::attr(href)').get("")
    root = _absolute(url, api).partition("wp-json")[0] if "wp-json" in api else ""
    return root if root and same_host(root, url) else ""


def _absolute(base: str, target: str) -> str:
    """The target as a web address without fragment, ``""`` where it is none."""
    target = re.sub(r"^(?:feed:(?=https?:)|feed:(?=//))", "", target.strip())
    target = re.sub(r"^webcals?:", "https:", target, flags=re.IGNORECASE)
    try:
        return urljoin(base, target).partition("#")[0]
    except ValueError:
        return ""


def _text(anchor: Selector) -> str:
    return " ".join(" ".join(anchor.css("::text").getall()).split())[:100]
