"""One polite crawl of many sources, each of which may lead to further addresses while it goes on."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from harvesters import fetch
from harvesters.gather import Gathered, Gathering
from harvesters.source import Schedules
from kooste import settings
from kooste.asking import Asked, signed


def gather(schedules: Schedules, going: Sequence[tuple[Asked, Gathering]], now: datetime) -> Iterator[tuple[Asked, Gathered]]:
    """One polite crawl of all sources; what an answer leads to is asked in the same crawl."""
    if not going:
        return
    began = time.monotonic()
    under_way: dict[int, tuple[Asked, Gathering, fetch.FetchRequest]] = {}
    with fetch.Crawl(schedules.defaults.fetch, settings.user_agent(schedules), now=now) as crawl:

        def ask(whom: Asked, gathering: Gathering, request: fetch.FetchRequest) -> None:
            moment = now + timedelta(seconds=time.monotonic() - began)
            under_way[crawl.ask(signed(whom.source, request, moment))] = (whom, gathering, request)

        for whom, gathering in going:
            ask(whom, gathering, gathering.begin())
        for number, outcome in crawl.outcomes():
            whom, gathering, request = under_way.pop(number)
            was_done = gathering.is_done
            for further in gathering.take(request, outcome):
                ask(whom, gathering, further)
            if gathering.is_done and not was_done:
                yield whom, gathering.gathered()
