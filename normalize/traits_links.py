"""Addresses as they are compared: what two ways of writing the address of one page have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

_HREF = re.compile(r'href="([^"]{8,500})"')
_TRACKING = re.compile(r"(?:^|&)(?:utm_\w+|fbclid|gclid|mc_[ce]id|lang|language|hl|l)=[^&]*")
_LONGEST = 240
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$")
_MOST_LINKS = 12


@lru_cache(maxsize=4096)
def page_key(address: str) -> str:
    """Host and path without ``www.``, the final slash and what only follows visitors; empty for no address.

    The language asked for is left out too: two languages of one page tell of one thing.
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:  # a bad port or IPv6 literal
        return ""
    if parts.scheme not in {"http", "https"} or not host:
        return ""
    query = _TRACKING.sub("", parts.query.replace("&amp;", "&")).strip("&")
    path = _INDEX.sub("", parts.path).rstrip("/")
    fragment = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    return f"{host}{path}{'?' + query if query else ''}{fragment}"[:_LONGEST]


def links_in(texts: Iterable[str]) -> set[str]:
    """The pages that clean HTML points at."""
    found = [page_key(address) for text in texts for address in _HREF.findall(text)]
    return set(dict.fromkeys(found[:_MOST_LINKS])) - {""}


def host_of(key: str) -> str:
    """The host of a page's key."""
    return key.partition("/")[0].partition("?")[0].partition("#")[0]


def is_page_of_one(key: str) -> bool:
    """True where an address can be that of one event: more than a host and a section (``/tapahtumat``, ``/calendar``)."""
    rest = key[len(host_of(key)) :].strip("/")
    return any(letter.isdigit() for letter in rest) or "?" in rest or rest.count("/") > 0 or rest.count("-") > 1
