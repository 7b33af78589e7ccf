"""The spider of a crawl: every request it is told, one at a time a host, each ending in exactly one outcome."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any, BinaryIO

import scrapy
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK

from harvesters.errors import HarvestError
from harvesters.fetch_failures import FetchFailedError, failure
from harvesters.fetch_guard import ForbiddenAddressError, Target, check_redirect, check_url
from harvesters.fetch_handler import Budget
from harvesters.fetch_settings import MOST_AT_ONCE
from harvesters.fetch_verdict import Answer, conditional, judge
from harvesters.fetch_wire import FetchRequest, Job, Outcome, decode_request, encode_outcome
from harvesters.record import NotModified
from harvesters.record import Response as Fetched

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_LONGEST_REQUEST = 1024 * 1024
"""Bytes of one line; addresses are bounded far below it by the guard."""
_log = logging.getLogger("harvesters.fetch")


def _text_headers(response: Response) -> dict[str, str]:
    """Headers with lower-case names; repeated ones joined (RFC 9110 section 5.3), control characters gone."""
    headers: dict[str, str] = {}
    for name, values in response.headers.items():
        text = ", ".join(value.decode("latin-1") for value in values)
        headers[name.decode("latin-1").lower()] = "".join(character for character in text if character.isprintable())
    return headers


class FeedSpider(scrapy.Spider):
    """Takes requests as lines from ``told`` until it ends; yields ``{"line": bytes}``, the outcome of one, as they come in."""

    name = "feeds"

    def __init__(self, job: Job, told: BinaryIO, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._job = job
        self._told = told
        self._hosts: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._at_once = asyncio.Semaphore(MOST_AT_ONCE)
        self._outcomes: asyncio.Queue[bytes | None] = asyncio.Queue()

    async def start(self) -> AsyncIterator[dict[str, bytes]]:
        """All outcomes, until the parent has no more to ask; a slow host holds up nobody but its own."""
        listening = asyncio.ensure_future(self._listen())
        while (line := await self._outcomes.get()) is not None:
            yield {"line": line}
        await listening

    async def _listen(self) -> None:
        """Begins each request as it is told; when the parent ends (or dies), so does everything still under way."""
        reader = asyncio.StreamReader(limit=_LONGEST_REQUEST)
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), self._told)
        under_way: set[asyncio.Task[None]] = set()
        try:
            while line := await reader.readline():
                task = asyncio.ensure_future(self._answer(line))
                under_way.add(task)
                task.add_done_callback(under_way.discard)
        finally:
            for task in under_way:
                task.cancel()
            self._outcomes.put_nowait(None)

    async def _answer(self, line: bytes) -> None:
        number, request = decode_request(line)
        self._outcomes.put_nowait(encode_outcome(number, await self._outcome(request)))

    async def _outcome(self, request: FetchRequest) -> Outcome:
        try:
            target = check_url(request.url, self._job.limits.allow_hosts)
            async with self._hosts[target.host], self._at_once:
                return await self._fetch(request, target)
        except ForbiddenAddressError:
            return self._failed(request, FetchFailedError("forbidden_address"))
        except FetchFailedError as failed:
            return self._failed(request, failed)
        except Exception:  # noqa: BLE001 - one source's bug is logged with its traceback and the others go on
            _log.exception("source %s: a fault nobody foresaw", request.source_id)
            return self._failed(request, FetchFailedError("bug"))

    @staticmethod
    def _failed(request: FetchRequest, failed: FetchFailedError) -> HarvestError:
        return failure(request.source_id, request.url, failed)

    async def _fetch(self, request: FetchRequest, target: Target) -> Fetched | NotModified:
        """The judged answer after redirects, all hops within one budget of seconds."""
        budget = Budget(seconds=self._job.limits.total_seconds)
        first, moved_to, is_moving = target, "", True
        for _ in range(self._job.limits.max_redirects + 1):
            response = await self._ask(request, target, budget, is_home=_is_same_host(first, target))
            if response.status not in _REDIRECTS:
                answer = Answer(url=target.url, status=response.status, headers=_text_headers(response), body=response.body)
                return replace(judge(request, answer, self._job.now), moved_to=moved_to)
            target = self._onward(target, response)
            is_moving = is_moving and response.status in _PERMANENT
            moved_to = target.url if is_moving else moved_to
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

    async def _ask(self, request: FetchRequest, target: Target, budget: Budget, *, is_home: bool) -> Response:
        """One exchange; a key is shown to the host it was given for, and to no other."""
        engine = self.crawler.engine
        if engine is None:
            raise FetchFailedError("crash")
        meta = {"budget": budget, "is_mining": not request.may_mine and request.accept.startswith("text/html")}
        headers = {"Accept": request.accept} | conditional(request.validators) | (request.headers if is_home else {})
        return await engine.download_async(Request(target.url, headers=headers, meta=meta, callback=NO_CALLBACK))


def _is_same_host(one: Target, other: Target) -> bool:
    return one.origin == other.origin
