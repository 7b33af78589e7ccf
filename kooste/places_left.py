"""The fast lane: places left, queues and enrolment states of sources that can tell them, on a short schedule of their own.

Nothing else of a source is touched: no listing changes, nothing is withdrawn, and a failure only means that the figures grow old, which
their time shows. What changed is published as one small dated file (``publish.places_left``).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from harvesters.errors import HarvestError
from harvesters.fetch import FetchRequest
from harvesters.gather import Bounds, Gathered, Gathering
from harvesters.record import Ask, Availability, NotModified, ReadContext, Response, Validators
from harvesters.registry import FORMATS
from harvesters.sandbox import Sandbox
from harvesters.source import Schedules, Source
from kooste.asking import Asked, address, asked, permitted, span
from kooste.crawling import gather
from store.availability import asked_for_places, save_availability, uids_with_places
from store.database import Store
from store.harvests import leave_alone

_log = logging.getLogger(__name__)


def ask(store: Store, schedules: Schedules, sources: Sequence[Source], now: datetime) -> int:
    """Asks the sources for places left; how many listings have other figures than before."""
    changed = 0
    with Sandbox() as sandbox:
        going = [one for source in sources if (one := _begun(store, schedules, source, now, sandbox)) is not None]
        for whom, gathered in gather(schedules, going, now):
            changed += _take(store, whom.source, gathered, now, sandbox)
    return changed


def _begun(store: Store, schedules: Schedules, source: Source, now: datetime, sandbox: Sandbox) -> tuple[Asked, Gathering] | None:
    """The source's answers, still to come; ``None`` where there is nothing to ask or it must not be asked."""
    asked_for_places(store, source.id, now)
    try:
        permitted(source, now)
    except HarvestError:
        return None  # the regular harvest tells it
    alone = FORMATS[source.format].availability
    if alone is None:
        return asked(store, schedules, source, now, sandbox)
    asks = alone(address(store, source, span(store, schedules, source, now)), uids_with_places(store, source.id))
    return (Asked(source=source), _of_asks(schedules, source, asks)) if asks else None


def _of_asks(schedules: Schedules, source: Source, asks: Sequence[Ask]) -> Gathering:
    """The first address, then the others, as if the first had led to them."""
    request = FetchRequest(source_id=source.id, url=asks[0].url, validators=Validators(), accept=FORMATS[source.format].accept)
    bounds = Bounds(hosts=frozenset(source.follow_hosts), max_pages=source.max_pages, max_bytes=schedules.defaults.fetch.max_bytes)
    return Gathering(request, _further(asks), bounds, {}, lambda: False)


def _further(asks: Sequence[Ask]) -> Callable[[Response], tuple[Ask, ...]]:
    return lambda response: () if response.role else tuple(asks[1:])


def _take(store: Store, source: Source, gathered: Gathered, now: datetime, sandbox: Sandbox) -> int:
    """Stores what one source told."""
    answer = gathered.answer
    if isinstance(answer, NotModified):
        return 0
    try:
        if isinstance(answer, HarvestError):
            raise answer
        return save_availability(store, source.id, _told(source, answer, sandbox), now)
    except HarvestError as error:
        leave_alone(store, source.id, error, now)
        _log.info("%s: places left could not be had (%s)", source.id, error.reason)
        return 0


def _told(source: Source, response: Response, sandbox: Sandbox) -> tuple[Availability, ...]:
    role = "places" if FORMATS[source.format].availability else ""
    context = ReadContext(zone=source.timezone or "", options=source.options, language=source.language or "")
    return sandbox.read(source.format, replace(response, role=role), context).availability
