"""Answers of sources that have several pages, kept so that a page that is "not modified" need not be sent again. In the private file."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from pydantic import TypeAdapter

from harvesters.gather import KeptAnswer
from harvesters.record import Response, Validators
from store.database import Store
from store.text import utc_text

_LEVEL = 3
"""Of zlib: pages of text shrink to a sixth, and more effort gains little."""
_NEVER = datetime.min.replace(tzinfo=UTC)
_HEADS: TypeAdapter[tuple[Response, Validators]] = TypeAdapter(tuple[Response, Validators])


def kept_answers(store: Store, source_id: str, now: datetime, *, longest: timedelta) -> dict[str, KeptAnswer]:
    """Hashed address -> answer, none older than ``longest``: once in a while everything is asked for anew."""
    rows = store.private.execute(
        "select address, response, body from answer where source_id = ? and at > ?", (source_id, utc_text(now - longest))
    )
    return {address: _kept(head, body) for address, head, body in rows}


def keep_answers(store: Store, source_id: str, pages: Mapping[str, KeptAnswer], now: datetime) -> None:
    """Makes the answers of the last good harvest the ones that are kept. An answer keeps the time at which it was sent in full."""
    if not pages:
        return
    with store.transaction():
        present = dict(store.private.execute("select address, response from answer where source_id = ?", (source_id,)).fetchall())
        store.private.executemany(
            "delete from answer where source_id = ? and address = ?", [(source_id, address) for address in present.keys() - pages.keys()]
        )
        moment = utc_text(now)
        for address, page in pages.items():
            head = _head(page)
            if present.get(address) != head:
                store.private.execute(
                    "insert or replace into answer (source_id, address, response, body, at) values (?, ?, ?, ?, ?)",
                    (source_id, address, head, zlib.compress(page.response.body, _LEVEL), moment),
                )


def _head(page: KeptAnswer) -> str:
    """Everything but the body and the moment, which a renewed answer would change for nothing."""
    bare = _without_moment(page)
    return _HEADS.dump_json((bare, page.validators)).decode("utf-8")


def _without_moment(page: KeptAnswer) -> Response:
    response = page.response
    return Response(
        source_id=response.source_id,
        url=response.url,
        status=response.status,
        headers={name: value for name, value in response.headers.items() if name in {"content-type", "link"}},
        body=b"",
        fetched_at=_NEVER,
        validators=page.validators,
        role=response.role,
    )


def _kept(head: str, body: bytes) -> KeptAnswer:
    response, validators = _HEADS.validate_json(head)
    full = Response(
        source_id=response.source_id,
        url=response.url,
        status=response.status,
        headers=response.headers,
        body=zlib.decompress(body),
        fetched_at=response.fetched_at,
        validators=validators,
        role=response.role,
    )
    return KeptAnswer(response=full, validators=validators)
