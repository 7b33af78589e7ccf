"""Source address -> Response | NotModified | a named failure: one network stack, one guard, polite.

``crawl`` runs all requests in one child process (``harvesters.fetch_child``), so that this process never imports Scrapy and a
hang or a crash there costs one run. ``docs/fetching.md`` says what publishers and operators should know.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from datetime import datetime

from harvesters.errors import HarvestError
from harvesters.fetch_failures import FetchFailedError, failure
from harvesters.fetch_process import Child
from harvesters.fetch_secrets import discreet
from harvesters.fetch_wire import FetchRequest, Job, Limits, decode_outcome, encode_job
from harvesters.record import NotModified, Response
from harvesters.source import FetchDefaults

__all__ = ["FetchRequest", "crawl"]

_log = logging.getLogger("harvesters.fetch")


def _report(child: Child, requests: Sequence[FetchRequest]) -> None:
    """Logs what the child complained of, tracebacks of our own bugs above all, without any address."""
    complaints = discreet(child.complaints(), [request.url for request in requests]).strip()
    if complaints:
        _log.error("the fetching process reported:\n%s", complaints)


def crawl(
    requests: Sequence[FetchRequest], limits: FetchDefaults, user_agent: str, *, now: datetime, deadline_seconds: float
) -> Iterator[Response | NotModified | HarvestError]:
    """One outcome a request, in the order they arrive; never raises for a source.

    ``now`` becomes ``fetched_at`` and is what dates in ``Retry-After`` are compared with. Requests that the child has not answered
    when ``deadline_seconds`` are over, or when it dies, end as ``Unreachable`` with the reason ``deadline`` or ``crash``.
    """
    if not requests:
        return
    told = Limits(**limits.model_dump(exclude={"user_agent"}))
    job = Job(requests=tuple(requests), limits=told, user_agent=user_agent, now=now, deadline_seconds=deadline_seconds)
    unanswered = dict(enumerate(requests))
    with Child("harvesters.fetch_child", encode_job(job), deadline_seconds) as child:
        for line in child.lines():
            number, outcome = decode_outcome(line, requests, now)
            del unanswered[number]
            yield outcome
            if not unanswered:
                break
        lost = FetchFailedError("deadline" if child.is_late else "crash")
        _report(child, requests)
    for request in unanswered.values():
        yield failure(request.source_id, request.url, lost)
