"""The demo region as Kooste reads it: each source fetched from the example server by the simplest means, read and normalised.

Fetching itself (politeness, robots, the guard) is tested elsewhere; here stand ``follow``, ``read`` and ``normalize`` alone, so that
all thirty-six sources are read within a second.
"""

from __future__ import annotations

import urllib.request
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from examples.norppala.server import SECRETS, ExampleServer, with_port
from harvesters import credentials
from harvesters.record import ReadContext, Reading, Response
from harvesters.registry import FORMATS, Span
from harvesters.source import Schedules, Source
from kooste import pipeline, settings
from kooste.asking import filled
from normalize.mapping import Context, Normalized, normalize
from normalize.recurrence import Window
from tests.shared import ROOT

NOW = datetime(2026, 11, 22, 4, tzinfo=UTC)
FIRST, LAST = date(2026, 10, 22), date(2027, 12, 22)
FILE = ROOT / "schedules.yaml"
SCHEDULES = settings.load(FILE)
_MOST = 60


@dataclass(frozen=True, slots=True)
class Read:
    """What one source said and what became of it."""

    source: Source
    response: Response
    reading: Reading
    results: tuple[Normalized, ...]


def context_of(schedules: Schedules) -> Context:
    zone = schedules.region.timezone
    return replace(pipeline.context_of(schedules, NOW), window=Window(start=FIRST, end=LAST, timezone=zone))


def read(example: ExampleServer, source_id: str) -> Read:
    """The source as on the demo's day, every page of it."""
    schedules = with_port(SCHEDULES, example.port)
    source = next(source for source in schedules.sources if source.id == source_id)
    told = ReadContext(zone=source.timezone or schedules.region.timezone, options=source.options, language=source.language or "")
    response = _gathered(source, told)
    reading = FORMATS[source.format].read(response, told)
    context = context_of(schedules)
    results = tuple(normalize(raw, source, context) for raw in reading.events)
    return Read(source, response, reading, results)


def _gathered(source: Source, told: ReadContext) -> Response:
    """The first answer with every further one that the format asks for."""
    form = FORMATS[source.format]
    address = filled(source.url, SECRETS)
    if form.address:
        address = form.address(address, Span(first=FIRST, last=LAST), source.options)
    first = _fetched(source, address, "")
    waiting, parts = [first], list[Response]()
    while waiting and form.follow and len(parts) < _MOST:
        for ask in form.follow(waiting.pop(0), told):
            if ask.url not in {part.url for part in [first, *parts]}:
                parts.append(_fetched(source, ask.url, ask.role))
                waiting.append(parts[-1])
    return replace(first, parts=tuple(parts))


def _fetched(source: Source, address: str, role: str) -> Response:
    headers: dict[str, str] = {}
    if source.auth:
        secret = SECRETS[source.auth.secret[2:-1]]
        headers = credentials.headers(source.auth, secret, address, NOW)
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
        told = {name.lower(): value for name, value in answer.headers.items()}
        return Response(source_id=source.id, url=address, status=answer.status, headers=told, body=answer.read(), fetched_at=NOW, role=role)
