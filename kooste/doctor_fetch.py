"""One address fetched for the doctor: the same crawl, guard and politeness as a harvest, and nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from harvesters import fetch
from harvesters.errors import HarvestError, Unreachable
from harvesters.fetch import FetchRequest
from harvesters.gather import Bounds, Gathering
from harvesters.record import Ask, Response
from harvesters.source import Schedules, Source
from kooste import asking, settings

NAME = "doctor"
"""What answers are called that belong to no source."""
_PAGES = 1
"""Further pages of a list that are looked at (and ten of single events); a harvest reads them all."""
_ACCEPT = "text/calendar, text/html;q=0.9, */*;q=0.5"


def fetch_one(
    schedules: Schedules,
    url: str,
    now: datetime,
    follow: Callable[[Response], tuple[Ask, ...]] | None = None,
    source: Source | None = None,
) -> Response | HarvestError:
    """What an address answers, with the first of its further pages; never raises for the address.

    ``source`` is the entry whose key signs the requests.
    """
    limits = schedules.defaults.fetch
    first = FetchRequest(source_id=source.id if source else NAME, url=url, accept=_ACCEPT)
    hosts = frozenset(source.follow_hosts) if source else frozenset[str]()
    bounds = Bounds(hosts=hosts, max_pages=_PAGES, max_bytes=limits.max_bytes)
    gathering = Gathering(first, follow, bounds, {}, lambda: False)
    under_way: dict[int, FetchRequest] = {}
    with fetch.Crawl(limits, settings.user_agent(schedules), now=now) as crawl:

        def ask(request: FetchRequest) -> None:
            under_way[crawl.ask(asking.signed(source, request, now) if source else request)] = request

        ask(gathering.begin())
        for number, outcome in crawl.outcomes():
            for further in gathering.take(under_way.pop(number), outcome):
                ask(further)
    answer = gathering.gathered().answer
    if isinstance(answer, Response | HarvestError):
        return answer
    return Unreachable("The server said “not modified” without having been asked.", reason="not_modified_unasked", source=first.source_id)
