"""``/.well-known/tdmrep.json``: where a site reserves its pages from text and data mining, asked once a host and crawl.

TDM Reservation Protocol (W3C community group report, section 5.1), the file beside the header and the meta element that
``fetch_verdict.is_reserved`` knows. Asked for web pages only: a calendar or a feed is published to be read by programs.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from scrapy.crawler import Crawler
from scrapy.http import Request
from scrapy.http.request import NO_CALLBACK

from harvesters.fetch_failures import FetchFailedError
from harvesters.fetch_guard import ForbiddenAddressError, Target, check_redirect, check_url

PATH = "/.well-known/tdmrep.json"
_MOST_BYTES = 64 * 1024
_MOST_RULES = 500

Rule = tuple[re.Pattern[str], bool]
"""Which paths, and whether they are reserved."""


class ReservationGate:
    """Downloader middleware that raises ``FetchFailedError("opted_out")`` for a page that its site reserves."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._allow_hosts = frozenset(crawler.settings.getlist("KOOSTE_ALLOW_HOSTS"))
        self._loading: dict[str, asyncio.Task[Sequence[Rule]]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ReservationGate:
        """Scrapy's way to make one."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Lets a request pass that is for no page, or for one that is not reserved."""
        if not request.meta.get("is_mining"):
            return
        target = check_url(request.url, self._allow_hosts)
        if target.origin not in self._loading:
            self._loading[target.origin] = asyncio.ensure_future(self._load(target))
        if is_reserved_path(await asyncio.shield(self._loading[target.origin]), urlsplit(target.url).path or "/"):
            raise FetchFailedError("opted_out")

    async def _load(self, target: Target) -> Sequence[Rule]:
        """The host's reservations; none where it has no such file, or one that cannot be had or read."""
        engine = self._crawler.engine
        if engine is None:
            return ()
        try:
            hop = check_redirect(target, PATH, self._allow_hosts)
            meta = {"is_robots": True, "cut_at": _MOST_BYTES}
            response = await engine.download_async(Request(hop.url, meta=meta, callback=NO_CALLBACK))
        except (FetchFailedError, ForbiddenAddressError):
            return ()
        return rules_of(response.body) if response.status == HTTPStatus.OK else ()


def rules_of(body: bytes) -> list[Rule]:
    """The rules in the order of the file; what is no rule is left out."""
    try:
        found: Any = json.loads(body)
    except (ValueError, RecursionError):
        return []
    entries = [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
    return [(_pattern(str(entry.get("location", ""))), entry.get("tdm-reservation") in (1, "1")) for entry in entries[:_MOST_RULES]]


def is_reserved_path(rules: Sequence[Rule], path: str) -> bool:
    """The first rule whose location fits decides; a path that none fits is not reserved."""
    return next((is_reserved for pattern, is_reserved in rules if pattern.match(path)), False)


def _pattern(location: str) -> re.Pattern[str]:
    """A path's beginning, ``*`` for anything, ``$`` at its end for the end (as in robots.txt, RFC 9309 section 2.2.3)."""
    anchored = location.endswith("$")
    parts = map(re.escape, re.sub(r"\*+", "*", location.removesuffix("$")[:200]).split("*"))
    return re.compile(".*".join(parts) + ("$" if anchored else ""))
