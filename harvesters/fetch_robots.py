"""robots.txt (RFC 9309), asked once a host and crawl, obeyed by every request: feeds, pages and each hop of a redirect.

Scrapy's own middleware lets requests through that wait for the same robots.txt together, and allows everything when it cannot be
had. Here all waiters share one task, and a server error forbids.
"""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from scrapy.crawler import Crawler
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser

from harvesters.fetch_failures import FetchFailedError
from harvesters.fetch_guard import ForbiddenAddressError, Target, check_redirect, check_url

MOST_ROBOTS_BYTES = 512 * 1024
"""RFC 9309 section 2.5 asks for at least 500 KiB; what comes after is not read."""
_MOST_REDIRECTS = 5
_LONGEST_PAUSE_SECONDS = 30
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HOST_IS_AWAY = frozenset({"dns", "refused", "tls", "forbidden_address"})
"""Reasons that say more about the host than "no robots.txt" does."""


class RobotsGate:
    """Downloader middleware that raises ``FetchFailedError("robots")`` for what the host does not want fetched."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self._allow_hosts = frozenset(crawler.settings.getlist("KOOSTE_ALLOW_HOSTS"))
        self._loading: dict[str, asyncio.Task[ProtegoRobotParser]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsGate:
        """Scrapy's way to make one."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Lets a request pass that the host's rules allow; robots.txt itself always passes."""
        if request.meta.get("is_robots"):
            return
        target = check_url(request.url, self._allow_hosts)
        rules = await self._rules(target)
        if not rules.allowed(target.url, self._agent):
            raise FetchFailedError("robots")

    async def _rules(self, target: Target) -> ProtegoRobotParser:
        if target.origin not in self._loading:
            self._loading[target.origin] = asyncio.ensure_future(self._load(target))
        return await asyncio.shield(self._loading[target.origin])

    async def _load(self, target: Target) -> ProtegoRobotParser:
        """The host's rules; 4xx allows everything, 5xx and no answer forbid everything (RFC 9309 sections 2.3.1.3, 2.3.1.4)."""
        try:
            response = await self._fetch(target)
        except ForbiddenAddressError:
            raise FetchFailedError("robots_unavailable") from None
        except FetchFailedError as failed:
            raise FetchFailedError(failed.reason if failed.reason in _HOST_IS_AWAY else "robots_unavailable") from None
        if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR or response.status == HTTPStatus.TOO_MANY_REQUESTS:
            raise FetchFailedError("robots_unavailable", status=response.status)
        body = response.body if response.status == HTTPStatus.OK else b""
        rules = ProtegoRobotParser(body, self._crawler.spider)
        self._slow_down(target, rules.crawl_delay(self._agent) or 0)
        return rules

    def _slow_down(self, target: Target, seconds: float) -> None:
        """Keeps the pause that the host asks for (``Crawl-delay``, no part of RFC 9309 but widely written), within reason."""
        slot = self._crawler.engine.downloader.slots.get(target.host) if self._crawler.engine else None
        if slot is not None:
            slot.delay = max(slot.delay, min(seconds, _LONGEST_PAUSE_SECONDS))

    async def _fetch(self, target: Target) -> Response:
        """The answer to ``/robots.txt`` after at most five redirects, each judged like any other address."""
        hop = check_redirect(target, "/robots.txt", self._allow_hosts)
        for _ in range(_MOST_REDIRECTS + 1):
            response = await self._ask(hop)
            location = response.headers.get(b"Location")
            if response.status not in _REDIRECTS or not location:
                return response
            hop = check_redirect(hop, location.decode("latin-1"), self._allow_hosts)
        return Response(hop.url, status=HTTPStatus.NOT_FOUND)

    async def _ask(self, hop: Target) -> Response:
        engine = self._crawler.engine
        if engine is None:
            raise FetchFailedError("robots_unavailable")
        meta = {"is_robots": True, "cut_at": MOST_ROBOTS_BYTES}
        return await engine.download_async(Request(hop.url, meta=meta, callback=NO_CALLBACK))
