"""Addresses on a page: made absolute, freed of what only names a visit, and the ones that lead on from a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from parsel import Selector

from harvesters.record import Ask, Response
from harvesters.schema_options import SchemaOptions

DETAIL = "detail"
"""The role of an event's own page."""
MOST_LINKS = 10_000
"""Links that are looked at on one page of a list; more than are ever fetched."""
_SESSIONS = re.compile(r"(?:phpsessid|jsessionid|aspsessionid\w*)=.*|(?:sid|session_?(?:id)?|cfid|cftoken)=[\w-]{16,}", re.IGNORECASE)
"""``sid`` may also be what an event is called by; only what looks like a session's token names a visit."""
_CAMPAIGNS = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|_ga)(?:=.*)?", re.IGNORECASE)
_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;?#]*", re.IGNORECASE)
_LOOKS_SO = re.compile(r"sess|[?&;](?:sid|cfid|cftoken)=", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|_:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What relative addresses of a page are relative to."""

    url: str
    """``""`` where the page sends them to another host (``<base href>``): they mean nothing then."""

    def absolute(self, written: str) -> str:
        """The address in full and without session ids; one that means nothing as it stands."""
        written = written.strip()
        if not written or _SCHEME.match(written):
            return without_session(written)
        try:
            return without_session(urljoin(self.url, written)) if self.url else written
        except ValueError:
            return written


def base_of(page: Selector, response: Response) -> Base:
    """The page's base (HTML section 2.4.3), never on another host than the page itself.

    The query of a list's address is left out: it may hold a secret, and a relative address seldom means it.
    """
    own = response.url if response.role == DETAIL else re.split(r"[?#]", response.url, maxsplit=1)[0]
    declared = next((href.strip() for element in page.root.iter("base") if (href := element.get("href"))), "")
    if not declared:
        return Base(url=own)
    try:
        full = urljoin(own, declared)
        return Base(url=full if host(full) == host(own) else "")
    except ValueError:
        return Base(url="")


def host(url: str) -> str:
    """Host and port in lower case, ``""`` for what is no address."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def without_session(url: str) -> str:
    """The address without the parameters that only name a visit: one page has one address."""
    return _without(_IN_PATH.sub("", url), _SESSIONS) if _LOOKS_SO.search(url) else url


def without_campaign(url: str) -> str:
    """The same without the parameters that count where visitors come from."""
    return _without(without_session(url), _CAMPAIGNS) if "?" in url else url


def _without(url: str, names: re.Pattern[str]) -> str:
    before, asked, rest = url.partition("?")
    if not asked:
        return url
    query, mark, fragment = rest.partition("#")
    parts = [part for part in query.split("&") if not names.fullmatch(part)]
    return f"{before}{'?' if parts else ''}{'&'.join(parts)}{mark}{fragment}"


def asks_of(page: Selector, response: Response, options: SchemaOptions) -> tuple[Ask, ...]:
    """The event pages and the next page that a page of the list leads to, those on its own host first."""
    base = base_of(page, response)
    details = dict.fromkeys(_links(page, options.links, base))
    own = sorted(details, key=lambda url: host(url) != host(response.url))
    found = [Ask(url=url, role=DETAIL, is_needed=False) for url in own]
    return (*[Ask(url=url, role="page") for url in list(_links(page, options.next, base))[:1]], *found)


def _links(page: Selector, selector: str, base: Base) -> Iterator[str]:
    """The http addresses of what the selector finds, in the order of the page; of an element without an address that of the link in it."""
    if not selector:
        return
    for element in page.css(selector)[:MOST_LINKS]:
        written = element.attrib.get("href") or element.css("a[href]::attr(href)").get("")
        url = without_campaign(base.absolute(written)).partition("#")[0].replace(" ", "%20")
        if url.lower().startswith(("http://", "https://")) and host(url):
            yield url
