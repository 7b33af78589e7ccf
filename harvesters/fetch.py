"""Source address -> Response | NotModified | a named failure: one network stack, one guard, polite.

A :class:`Crawl` runs in one child process (``harvesters.fetch_child``), so that this process never imports Scrapy and a hang or a
crash there costs one run. Requests may be added while answers come in, so that a source of many pages is a part of the same polite
crawl as all others. ``docs/fetching.md`` says what publishers and operators should know.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from harvesters.errors import HarvestError
from harvesters.fetch_failures import FetchFailedError, failure
from harvesters.fetch_process import Child
from harvesters.fetch_secrets import discreet
from harvesters.fetch_wire import FetchRequest, Job, Limits, Outcome, decode_outcome, encode_job, encode_request, number_of
from harvesters.record import NotModified, Response
from harvesters.source import FetchDefaults

__all__ = ["Crawl", "FetchRequest", "crawl"]

_START_SECONDS = 30
"""What a child process may need before its first request on a slow machine."""

_log = logging.getLogger("harvesters.fetch")


class Crawl:
    """One crawl of many sources; a context manager. ``now`` becomes ``fetched_at`` and is what dates in ``Retry-After`` are compared
    with. Requests that are not answered in the time that their hosts' queues may take, or when the child dies, end as ``Unreachable``
    with the reason ``deadline`` or ``crash``.
    """

    def __init__(self, limits: FetchDefaults, user_agent: str, *, now: datetime, deadline_seconds: float | None = None) -> None:
        self._job = Job(limits=Limits(**limits.model_dump(exclude={"user_agent"})), user_agent=user_agent, now=now)
        self._deadline = deadline_seconds
        self._child = Child("harvesters.fetch_child", encode_job(self._job), deadline_seconds or _START_SECONDS)
        self._unanswered: dict[int, FetchRequest] = {}
        self._asked = 0
        self._waiting: Counter[str] = Counter()
        self._urls: list[str] = []

    def __enter__(self) -> Self:
        self._child.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._report()
        self._child.__exit__(kind, error, trace)

    def ask(self, request: FetchRequest) -> int:
        """The number that the request's outcome will come under."""
        number = self._asked
        self._asked += 1
        self._unanswered[number] = request
        self._urls.append(request.url)
        self._waiting[_host(request)] += 1
        self._child.tell(encode_request(number, request))
        self._allow()
        return number

    def outcomes(self) -> Iterator[tuple[int, Outcome]]:
        """Number and outcome of every request asked so far, in the order they arrive; goes on while more are asked in between. Never
        raises for a source.
        """
        if self._unanswered:
            for line in self._child.lines():
                told = json.loads(line)
                number = number_of(told)
                request = self._unanswered.pop(number)
                self._waiting[_host(request)] -= 1
                self._allow()
                yield number, decode_outcome(told, request, self._job.now)
                if not self._unanswered:
                    return
        yield from self._lost()

    def _lost(self) -> Iterator[tuple[int, Outcome]]:
        """What the child will not answer any more."""
        while self._unanswered:
            lost = FetchFailedError("deadline" if self._child.is_late else "crash")
            unanswered, self._unanswered = self._unanswered, {}
            for number, request in unanswered.items():
                yield number, failure(request.source_id, request.url, lost)

    def _allow(self) -> None:
        """Time for the longest queue at one host: each request, and robots.txt, may take all of its own limit."""
        if self._deadline is None:
            longest = 1 + max(self._waiting.values(), default=0)
            self._child.allow(_START_SECONDS + longest * (self._job.limits.total_seconds + self._job.limits.delay_seconds))

    def _report(self) -> None:
        """Logs what the child complained of, tracebacks of our own bugs above all, without any address."""
        complaints = discreet(self._child.complaints(), self._urls).strip()
        if complaints:
            _log.error("the fetching process reported:\n%s", complaints)


def crawl(
    requests: Sequence[FetchRequest], limits: FetchDefaults, user_agent: str, *, now: datetime, deadline_seconds: float | None = None
) -> Iterator[Response | NotModified | HarvestError]:
    """One outcome a request, in the order they arrive; for callers that know all their requests beforehand."""
    if requests:
        with Crawl(limits, user_agent, now=now, deadline_seconds=deadline_seconds) as going:
            for request in requests:
                going.ask(request)
            for _, outcome in going.outcomes():
                yield outcome


def _host(request: FetchRequest) -> str:
    """The host whose queue the request is in; what is no address waits nowhere long."""
    try:
        return urlsplit(request.url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""
