"""What is asked of one source, and whether it may be asked at all: leave, key, address, what we hold already."""

from __future__ import annotations

import logging
import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from harvesters import credentials
from harvesters.access import NEEDS_PERMISSION, SECRET
from harvesters.errors import Disallowed, HarvestError, NotConfigured
from harvesters.fetch import FetchRequest
from harvesters.gather import Bounds, Gathering, KeptAnswer, digest_of
from harvesters.record import Ask, ReadContext, Response, Validators
from harvesters.registry import FORMATS, Span
from harvesters.sandbox import ReaderFaultError, Sandbox
from harvesters.source import Schedules, Source
from store.answers import kept_answers
from store.database import Store
from store.harvests import READ_IN_FULL, answered_at, validators
from store.moves import move_of

_LONGEST_GATHERING_SECONDS = 600.0
"""A source that has not shown all of its pages by then has shown enough for once."""
_log = logging.getLogger(__name__)

_OVERLAP = timedelta(hours=1)
"""A source asked only for what changed is asked for an hour more than needed: its clock is not ours."""


def permitted(source: Source, now: datetime, environment: Mapping[str, str] = os.environ) -> None:
    """Nothing; raises ``Disallowed`` or ``NotConfigured`` where the source must not be asked now."""
    if source.fetch_policy == "disallowed":
        raise Disallowed("the publisher does not want this harvested (fetch_policy: disallowed)", reason="wish", source=source.id)
    if source.fetch_policy in NEEDS_PERMISSION and not (source.permission and source.permission.holds_on(now.date())):
        words = f"fetch_policy is {source.fetch_policy}, and no permission that holds today is recorded (permission: by, given, scope)"
        raise NotConfigured(words, reason="not_permitted", source=source.id)
    missing = [name for name in source.secret_names if not environment.get(name)]
    if missing:
        words = f"the environment variable {missing[0]} is not set; this source needs it"
        raise NotConfigured(words, reason="not_configured", source=source.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One source that is being asked."""

    source: Source
    is_incremental: bool = False
    """Only what changed since the last answer is asked for."""


def asked(store: Store, schedules: Schedules, source: Source, now: datetime, sandbox: Sandbox) -> tuple[Asked, Gathering]:
    """The source's answers, still to come; raises as ``permitted`` does."""
    permitted(source, now)
    format_ = FORMATS[source.format]
    days = span(store, schedules, source, now)
    request = FetchRequest(
        source_id=source.id,
        url=address(store, source, days),
        validators=validators(store, source.id, now) if not format_.follow else Validators(),
        accept=format_.accept,
        may_mine=source.permission is not None and source.permission.holds_on(now.date()),
    )
    context = ReadContext(zone=source.timezone or schedules.region.timezone, options=source.options, language=source.language or "")

    def follow(response: Response) -> tuple[Ask, ...]:
        try:
            return sandbox.follow(source.format, response, context)
        except ReaderFaultError as fault:
            _log.exception("Source %s: a failure nobody foresaw while its pages were followed", source.id)
            raise HarvestError(
                "a defect in Kooste (following the pages); the log has the details", reason="bug", source=source.id
            ) from fault

    bounds = Bounds(hosts=frozenset(source.follow_hosts), max_pages=source.max_pages, max_bytes=schedules.defaults.fetch.max_bytes)
    going = Gathering(request, follow if format_.follow else None, bounds, _kept(store, source, now), _late())
    return Asked(source=source, is_incremental=days.since is not None), going


def address(store: Store, source: Source, days: Span) -> str:
    """What is asked: the entry's address or the one it moved to, its secrets filled in, with what the interface wants to be told."""
    configured = filled(source.url)
    move = move_of(store, source.id, configured)
    url = move.address if move and move.is_adopted else configured
    complete = FORMATS[source.format].address
    return complete(url, days, source.options) if complete else url


def span(store: Store, schedules: Schedules, source: Source, now: datetime) -> Span:
    """The days asked about, in the region's calendar; since the last answer, where that is enough and a whole one is not due."""
    today = now.astimezone(ZoneInfo(schedules.region.timezone)).date()
    horizon = schedules.defaults.horizon
    since = answered_at(store, source.id, now) if FORMATS[source.format].is_incremental else None
    return Span(
        first=today - timedelta(days=1),
        last=today + timedelta(days=31 * horizon.months_ahead),
        since=since - _OVERLAP if since else None,
    )


def signed(source: Source, request: FetchRequest, moment: datetime) -> FetchRequest:
    """The request with the source's key, as its interface wants it; only this one is ever sent."""
    if source.auth is None:
        return request
    secret = filled(source.auth.secret)
    return FetchRequest(
        source_id=request.source_id,
        url=credentials.address(source.auth, secret, request.url),
        validators=request.validators,
        headers=credentials.headers(source.auth, secret, request.url, moment),
        accept=request.accept,
        may_mine=request.may_mine,
    )


def filled(text: str, environment: Mapping[str, str] = os.environ) -> str:
    """The text with the environment variables it refers to; ``permitted`` has seen that they are there."""
    return re.sub(SECRET, lambda found: environment.get(found[1], ""), text)


def _kept(store: Store, source: Source, now: datetime) -> Mapping[str, KeptAnswer]:
    """Nothing where the source must be read in full, and where the pages are not those that were last read, because a run ended after
    their listings were written and before they were kept; then every page is asked for unconditionally.
    """
    known = validators(store, source.id, now)
    if not FORMATS[source.format].follow or known == Validators():
        return {}
    kept = kept_answers(store, source.id, now, longest=READ_IN_FULL)
    return kept if digest_of(kept) == known.body_digest else {}


def _late() -> Callable[[], bool]:
    """Whether the source has had all the time it gets, from now on."""
    until = time.monotonic() + _LONGEST_GATHERING_SECONDS
    return lambda: time.monotonic() > until
