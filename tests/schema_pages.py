"""Web pages with structured data for tests, and what is read from them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from harvesters import schema
from harvesters.record import Missing, RawEvent, ReadContext, Reading, Response
from harvesters.schema_options import SchemaOptions

LIST = "https://seura.example/tapahtumat"
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
CONTEXT = ReadContext(zone="Europe/Helsinki")

Json = dict[str, Any]
wall = datetime.fromisoformat
"""A time as its text: naive where no offset is written."""


def event(**fields: Any) -> Json:
    """An event that can be read, with the fields changed or added; ``None`` takes one away."""
    told = {"@type": "Event", "name": "Talkoot", "startDate": "2027-04-01T18:00", "url": "/e/1"} | fields
    return {name: value for name, value in told.items() if value is not None}


def script(value: Any) -> str:
    """The value as a block of JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


def html(*parts: str) -> str:
    """A page with the parts in its body."""
    return f"<!doctype html><html><head><meta charset=utf-8><title>Seura</title></head><body>{''.join(parts)}</body></html>"


def response(
    page: str | bytes, url: str = LIST, *, role: str = "", parts: tuple[Response, ...] = (), missing: tuple[Missing, ...] = ()
) -> Response:
    """An answer with the page in it."""
    body = page if isinstance(page, bytes) else page.encode()
    headers = {"content-type": "text/html; charset=utf-8"}
    return Response(
        source_id="seura", url=url, status=200, headers=headers, body=body, fetched_at=NOW, role=role, parts=parts, missing=missing
    )


def context(known: Mapping[str, str] | None = None, /, **options: Any) -> ReadContext:
    """A context with the options of an entry."""
    return ReadContext(zone="Europe/Helsinki", known=known or {}, options=SchemaOptions(**options) if options else None)


def reading(*values: Any, **options: Any) -> Reading:
    """What a page with these values as blocks of JSON-LD gives; the ledger must add up."""
    return balanced(schema.read(response(html(*map(script, values))), context(**options)))


def page_reading(*parts: str, **options: Any) -> Reading:
    """What a page of these parts gives."""
    return balanced(schema.read(response(html(*parts)), context(**options)))


def balanced(found: Reading) -> Reading:
    """The reading itself, once every record of it is accounted for."""
    kept = len(found.events) + len(found.unchanged) + found.set_aside + found.not_public + len(found.deleted)
    assert found.read == kept
    return found


def one(value: Any, **options: Any) -> RawEvent:
    """The only event of a value."""
    found = reading(value, **options)
    assert len(found.events) == 1, found.issues
    return found.events[0]


def codes(found: Reading) -> set[tuple[str, str]]:
    """What was told, and how serious it is."""
    return {(issue.code, issue.severity) for issue in found.issues}
