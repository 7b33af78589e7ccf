"""Scrapy's download handler for http and https: guarded addresses, one deadline for the whole exchange, a cap on the decoded body.

It stands in for Scrapy's own because that one resolves names itself, inflates after the whole body is in memory and times each
phase apart. Proxies, cookies, retries and redirects are not known here. A failure is always a ``FetchFailedError`` with a reason.
"""

from __future__ import annotations

import asyncio
import socket
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from OpenSSL.SSL import Error as TLSError
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Request, Response
from scrapy.utils.defer import deferred_to_future
from twisted.internet import error as twisted_error
from twisted.internet.defer import Deferred
from twisted.internet.protocol import Protocol, connectionDone
from twisted.protocols.basic import LineReceiver
from twisted.python.failure import Failure
from twisted.web.client import Agent, BrowserLikePolicyForHTTPS, ResponseDone, ResponseFailed, ResponseNeverReceived
from twisted.web.http import PotentialDataLoss
from twisted.web.http_headers import Headers
from twisted.web.iweb import UNKNOWN_LENGTH

from harvesters.fetch_body import Body
from harvesters.fetch_connect import MOST_HEAD_BYTES, CheckedEndpoint, CheckedEndpoints, Exchange
from harvesters.fetch_failures import FetchFailedError
from harvesters.fetch_guard import ForbiddenAddressError, check_url

_ERROR_PAGE_BYTES = 16 * 1024
"""So much of an error page is read, to recognise a bot protection by it."""


@dataclass(slots=True, kw_only=True)
class Budget:
    """The seconds that one fetch may still take, redirects included; waiting for one's turn costs nothing."""

    seconds: float
    _began: float | None = field(default=None, repr=False)

    def __enter__(self) -> float:
        self._began = time.monotonic()
        return self.seconds

    def __exit__(self, *_: object) -> None:
        self.seconds = max(0.0, self.seconds - (time.monotonic() - (self._began or 0)))


class _Reader(Protocol):
    """Feeds a body with what arrives, and tells how it ended."""

    def __init__(self, body: Body, exchange: Exchange) -> None:
        self._body = body
        self._exchange = exchange
        self.finished: Deferred[bytes] = Deferred()

    def _end(self, failed: FetchFailedError | None) -> None:
        if self.finished.called:
            return
        try:
            if failed is not None:
                raise failed
            self.finished.callback(self._body.finish())
        except FetchFailedError as error:
            self.finished.errback(error)

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        """Takes a piece; a full or unusable body ends the connection."""
        if self.finished.called:
            return
        try:
            self._body.feed(data)
        except FetchFailedError as error:
            self._end(error)
        if self._body.full:
            self._end(None)
        if self.finished.called:
            self._exchange.cut()

    def connectionLost(self, reason: Failure = connectionDone) -> None:  # noqa: N802 - Twisted's name
        """Without a declared length (RFC 9112 section 6.3, rule 8) only an orderly close is an end."""
        if isinstance(reason.value, ResponseDone):
            self._end(None)
        elif self._exchange.broken:
            self._end(FetchFailedError("network"))
        elif isinstance(reason.value, PotentialDataLoss):
            self._end(None)
        else:
            self._end(FetchFailedError(_reason_of_body(reason)))


def _reason_of_body(reason: Failure) -> str:
    """Why a body broke off: by the network, before its declared end, or by what is no chunk."""
    first = getattr(reason.value, "reasons", [reason])[0].value
    if isinstance(first, twisted_error.ConnectionLost):
        return "network"
    return "truncated" if isinstance(first, twisted_error.ConnectionDone) else "protocol"


def _reason_of_head(error: ResponseFailed, exchange: Exchange) -> str:
    """Why no headers came; a server that says something else than HTTP is told apart from one that says nothing."""
    if exchange.phase == "handshake" or any(isinstance(cause.value, TLSError) for cause in error.reasons):
        return "tls"
    if exchange.head_too_long:
        return "protocol"
    return "network" if exchange.broken or isinstance(error, ResponseNeverReceived) else "protocol"


def reason_of(error: Exception, exchange: Exchange) -> str | None:
    """The named reason of a failed exchange; ``None`` for what nobody foresaw, which is a bug."""
    if isinstance(error, ForbiddenAddressError):
        return "forbidden_address"
    if isinstance(error, socket.gaierror | UnicodeError):
        return "dns"
    if isinstance(error, TimeoutError | twisted_error.TimeoutError):
        return "tls" if exchange.phase == "handshake" else "timeout"
    if isinstance(error, twisted_error.ConnectError):
        return "refused" if isinstance(error, twisted_error.ConnectionRefusedError) else "network"
    return _reason_of_head(error, exchange) if isinstance(error, ResponseFailed) else None


class GuardedHandler(BaseDownloadHandler):
    """Fetches http and https addresses that the guard allows, each over a connection of its own."""

    lazy = False

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        self._seconds = settings.getfloat("DOWNLOAD_TIMEOUT")
        self._most_bytes = settings.getint("DOWNLOAD_MAXSIZE")
        self._connect_seconds = settings.getfloat("KOOSTE_CONNECT_SECONDS")
        self._allow_hosts = frozenset(settings.getlist("KOOSTE_ALLOW_HOSTS"))
        self._policy = BrowserLikePolicyForHTTPS()  # type: ignore[no-untyped-call]  # Twisted declares no types here
        LineReceiver.MAX_LENGTH = MOST_HEAD_BYTES  # the bound on all headers together is the one that counts

    async def download_request(self, request: Request) -> Response:
        """The answer; raises ``FetchFailedError``. ``meta["budget"]`` is shared by the hops of a redirect."""
        exchange = Exchange()
        budget: Budget = request.meta.get("budget") or Budget(seconds=self._seconds)
        try:
            with budget as seconds:
                async with asyncio.timeout(seconds):
                    return await self._exchange(request, exchange)
        except FetchFailedError:
            raise
        except Exception as error:
            reason = reason_of(error, exchange)
            if reason is None:
                raise
            raise FetchFailedError(reason) from None
        finally:
            exchange.cut()

    async def _exchange(self, request: Request, exchange: Exchange) -> Response:
        from twisted.internet import reactor

        target = check_url(request.url, self._allow_hosts)
        checked = CheckedEndpoint(reactor, target, self._allow_hosts, self._connect_seconds)
        endpoints: Any = CheckedEndpoints(checked, target, self._policy, exchange)
        agent: Any = Agent.usingEndpointFactory(reactor, endpoints)  # type: ignore[no-untyped-call]  # Twisted declares no types here
        asked: Deferred[Any] = agent.request(b"GET", target.url.encode("ascii"), Headers(dict(request.headers)))

        def head_came(response: Any) -> Any:
            exchange.phase = "body"
            return response

        response = await deferred_to_future(asked.addCallback(head_came))
        body = await self._body(response, exchange, request.meta.get("cut_at"))
        return Response(url=request.url, status=response.code, headers=dict(response.headers.getAllRawHeaders()), body=body)

    async def _body(self, response: Any, exchange: Exchange, cut_at: int | None) -> bytes:
        """The decoded body of a 200, the beginning of an error page, nothing of anything else."""
        if response.length == 0 or HTTPStatus.MULTIPLE_CHOICES <= response.code < HTTPStatus.BAD_REQUEST:
            return b""
        codings = [value.decode("latin-1") for value in response.headers.getRawHeaders(b"content-encoding", [])]
        if response.code != HTTPStatus.OK:
            return await self._error_page(response, exchange, codings)
        cap = cut_at or self._most_bytes
        if not cut_at and response.length is not UNKNOWN_LENGTH and response.length > cap:
            raise FetchFailedError("too_large")
        reader = _Reader(Body(codings, cap, cut=cut_at is not None), exchange)
        response.deliverBody(reader)
        return await deferred_to_future(reader.finished)

    async def _error_page(self, response: Any, exchange: Exchange, codings: list[str]) -> bytes:
        """The status already says that it failed, so an unreadable page is as good as none."""
        try:
            reader = _Reader(Body(codings, _ERROR_PAGE_BYTES, cut=True), exchange)
            response.deliverBody(reader)
            return await deferred_to_future(reader.finished)
        except FetchFailedError:
            return b""
