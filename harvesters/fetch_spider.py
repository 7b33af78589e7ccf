"""The spider of a crawl: every request of the job, one at a time a host, each ending in exactly one outcome."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any

import scrapy
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK

from harvesters.errors import HarvestError
from harvesters.fetch_failures import FetchFailedError, failure
from harvesters.fetch_guard import ForbiddenAddressError, Target, check_redirect, check_url
from harvesters.fetch_handler import Budget
from harvesters.fetch_settings import MOST_AT_ONCE
from harvesters.fetch_verdict import Answer, conditional, judge
from harvesters.fetch_wire import FetchRequest, Job, Outcome, encode_outcome
from harvesters.record import NotModified
from harvesters.record import Response as Fetched

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_log = logging.getLogger("harvesters.fetch")


def _text_headers(response: Response) -> dict[str, str]:
    """Headers with lower-case names; repeated ones joined (RFC 9110 section 5.3), control characters gone."""
    headers: dict[str, str] = {}
    for name, values in response.headers.items():
        text = ", ".join(value.decode("latin-1") for value in values)
        headers[name.decode("latin-1").lower()] = "".join(character for character in text if character.isprintable())
    return headers


class FeedSpider(scrapy.Spider):
    """Yields ``{"line": bytes}``, the encoded outcome of one request, as they come in."""

    name = "feeds"

    def __init__(self, job: Job, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._job = job
        self._hosts: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._at_once = asyncio.Semaphore(MOST_AT_ONCE)

    async def start(self) -> AsyncIterator[dict[str, bytes]]:
        """All outcomes; a slow host holds up nobody but its own."""
        for finished in asyncio.as_completed([self._outcome(number) for number in range(len(self._job.requests))]):
            yield {"line": await finished}

    async def _outcome(self, number: int) -> bytes:
        request = self._job.requests[number]
        try:
            target = check_url(request.url, self._job.limits.allow_hosts)
            async with self._hosts[target.host], self._at_once:
                outcome: Outcome = await self._fetch(request, target)
        except ForbiddenAddressError:
            outcome = self._failed(request, FetchFailedError("forbidden_address"))
        except FetchFailedError as failed:
            outcome = self._failed(request, failed)
        except Exception:  # noqa: BLE001 - one source's bug is logged with its traceback and the others go on
            _log.exception("source %s: a fault nobody foresaw", request.source_id)
            outcome = self._failed(request, FetchFailedError("bug"))
        return encode_outcome(number, outcome)

    @staticmethod
    def _failed(request: FetchRequest, failed: FetchFailedError) -> HarvestError:
        return failure(request.source_id, request.url, failed)

    async def _fetch(self, request: FetchRequest, target: Target) -> Fetched | NotModified:
        """The judged answer after redirects, all hops within one budget of seconds."""
        budget = Budget(seconds=self._job.limits.total_seconds)
        for _ in range(self._job.limits.max_redirects + 1):
            response = await self._ask(request, target, budget)
            if response.status not in _REDIRECTS:
                answer = Answer(url=target.url, status=response.status, headers=_text_headers(response), body=response.body)
                return judge(request, answer, self._job.now)
            target = self._onward(target, response)
        raise FetchFailedError("too_many_redirects")

    def _onward(self, target: Target, response: Response) -> Target:
        """The next hop; a secure address never leads to an insecure one."""
        location = response.headers.get(b"Location")
        if not location:
            raise FetchFailedError("bad_redirect", status=response.status)
        onward = check_redirect(target, location.decode("latin-1"), self._job.limits.allow_hosts)
        if target.scheme == "https" and onward.scheme != "https":
            raise FetchFailedError("insecure_redirect", status=response.status)
        return onward

    async def _ask(self, request: FetchRequest, target: Target, budget: Budget) -> Response:
        engine = self.crawler.engine
        if engine is None:
            raise FetchFailedError("crash")
        headers = conditional(request.validators)
        return await engine.download_async(Request(target.url, headers=headers, meta={"budget": budget}, callback=NO_CALLBACK))
