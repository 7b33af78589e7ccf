"""Reads The Events Calendar (WordPress) through its REST interface ``tribe/events/v1``.

Without dates the interface quietly gives a window of its own, so both are always asked. Every decision: ``docs/formats/tribe.md``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from harvesters.errors import Unreadable
from harvesters.json_document import canonical, integer, text
from harvesters.json_kept import kept_of
from harvesters.json_pages import answers, completed, document, latest, next_page
from harvesters.ledger import Ledger, Notes, Refused
from harvesters.record import Ask, RawEvent, ReadContext, Reading, Response
from harvesters.tribe_event import UNDERSTOOD, event_of, global_id, is_public

if TYPE_CHECKING:
    from harvesters.registry import Span

VERSION = "1"
"""Part of every digest: raised whenever the same record would be read differently."""
DROPPED = ("author", "email", "phone", "json_ld")
"""Who wrote it, how to reach venue and organizer, and a copy of the event in another format, at whatever depth."""
VOLATILE = ("date", "date_utc", "modified", "modified_utc", "count", "sizes", "filesize", "rest_url", "urls", "term_group")
"""Fields that change without the event changing, at whatever depth: stamps, how many events a category has, copies of an image."""
_REST = "wp-json/tribe/events/v1/events"


def address(url: str, span: Span, options: BaseModel | None) -> str:  # noqa: ARG001 - the contract of every format
    """The interface's address with the days asked for; a site's own address is completed to that of its interface."""
    before, mark, query = url.partition("?")
    if "/wp-json/" not in before and "rest_route=" not in query:
        before = f"{before.rstrip('/')}/{_REST}"
    asked = {"start_date": f"{span.first} 00:00:00", "end_date": f"{span.last} 23:59:59", "per_page": "50", "page": ""}
    return completed(f"{before}{mark}{query}", asked, {"status": "publish"})


def follow(response: Response, context: ReadContext) -> tuple[Ask, ...]:  # noqa: ARG001 - the contract of every format
    """The next page (``next_rest_url``)."""
    return next_page(response, _page(response).get("next_rest_url"))


def read(response: Response, context: ReadContext) -> Reading:
    """Everything the pages say; raises ``Unreadable`` when one of them is no answer of the interface."""
    ledger = Ledger(context, VERSION)
    pages = [_page(answer) for answer in answers(response)]
    told = latest([page["events"] for page in pages], _key)
    records = [kept_of(record, UNDERSTOOD, *DROPPED, *VOLATILE) for record in told]
    shared = Counter(uid for _, uid in _distinct(records))
    for record in records:
        _take(record, shared, ledger, context)
    return ledger.reading(platform="The Events Calendar", complete=_is_complete(pages[-1], len(records), ledger) and not response.missing)


def _page(response: Response) -> dict[str, Any]:
    """One page; raises ``Unreadable``. A WordPress error is an answer too: ``{"code": "rest_no_route", ...}``."""
    page = document(response)
    if isinstance(page, dict) and isinstance(page.get("events"), list):
        return page
    code = text(page.get("code")) if isinstance(page, dict) else ""
    told = f"WordPress says {code}" if code.replace("_", "").isalnum() else "no events"
    raise Unreadable(f"The answer is none of The Events Calendar's interface ({told}).", reason="unexpected_shape")


def _key(record: dict[str, Any]) -> tuple[str, ...]:
    """What a record is about: dates of a series may share their ids."""
    uid = global_id(record)
    return (uid, text(record.get("id")), text(record.get("start_date"))) if uid else ()


def _distinct(records: list[Any]) -> Iterator[tuple[str, str]]:
    """Text and id of every different record."""
    yield from {canonical(record): global_id(record) for record in records if isinstance(record, dict)}.items()


def _take(record: Any, shared: Counter[str], ledger: Ledger, context: ReadContext) -> None:
    words = canonical(record)
    uid = global_id(record) if isinstance(record, dict) else ""
    is_instance = shared[uid] > 1

    def made(digest: str, notes: Notes) -> RawEvent | None:
        if not isinstance(record, dict):
            raise Refused("item_unreadable")
        return event_of(record, digest, words, context, notes, is_instance=is_instance) if is_public(record) else None

    ledger.take(uid, f"{words}\0instance" if is_instance else words, made)


def _is_complete(last: dict[str, Any], seen: int, ledger: Ledger) -> bool:
    """True where the last page is the last, and as many different records were seen as it counts."""
    total = integer(last.get("total"))
    if last.get("next_rest_url") or (total is not None and seen < total):
        ledger.tell("pages_cut", "warning", "total", f"{seen} / {total if total is not None else '?'}")
        return False
    return True
