"""Reads Linked Events (City of Helsinki's event interface, version 1): a list in pages, or one event.

A super event of type ``recurring`` is only the frame of its sub events, which carry the dates and say by ``series`` what they belong to;
it is told as ``not_an_event`` and never shown. An ``umbrella`` is an event of its own. Every decision: ``docs/formats/linked_events.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, Field

from harvesters.errors import Unreadable
from harvesters.json_document import canonical, integer, mapping, mappings
from harvesters.json_kept import kept_of
from harvesters.json_pages import answers, completed, document, latest, next_page
from harvesters.ledger import Ledger, Notes, Refused
from harvesters.linked_events_event import UNDERSTOOD, event_of, id_of
from harvesters.linked_events_offers import availability_of
from harvesters.record import Ask, RawEvent, ReadContext, Reading, Response
from harvesters.strict import Strict

if TYPE_CHECKING:
    from harvesters.registry import Span

VERSION = "1"
"""Part of every digest: raised whenever the same record would be read differently."""
DROPPED = (
    *("created_by", "last_modified_by", "provider_contact_info", "photographer_name", "telephone", "email", "contact_type"),
    *("user_name", "user_email", "user_phone_number", "user_organization", "user_consent"),
)
"""Fields about persons, and a place's telephone and e-mail, at whatever depth."""
VOLATILE = (
    *("created_time", "last_modified_time", "n_events", "n_events_changed", "has_upcoming_events", "days_left"),
    *("current_attendee_count", "current_waiting_list_count", "remaining_attendee_capacity", "remaining_waiting_list_capacity"),
)
"""Fields that change without the event changing, at whatever depth."""
_PAGE = {"include": "audience,keywords,location,registration", "page_size": "100"}


class LinkedEventsOptions(Strict):
    """What the interface is asked, and where its events have pages for people."""

    event_types: tuple[str, ...] = ("General", "Course", "Volunteering")
    """Asked as ``event_type``, because the interface leaves courses and volunteering out unless asked; empty: not asked."""
    event_page: str = Field(default="", pattern=r"^$|^https?://\S*\{id\}\S*$")
    """The page of an event for people, with ``{id}`` in it; used where the event itself names none."""


def address(url: str, span: Span, options: BaseModel | None) -> str:
    """The list's address with the days asked for, or with what changed since then: then without days, for an event that was moved out of
    them has changed too.
    """
    told = options if isinstance(options, LinkedEventsOptions) else LinkedEventsOptions()
    asked = {"hide_recurring_children": "", "page": "", **_PAGE}
    if span.since is None:
        asked |= {"start": span.first.isoformat(), "end": span.last.isoformat()}
    else:
        since = span.since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        asked |= {"start": "", "end": "", "last_modified_since": since, "show_deleted": "true"}
    return completed(url, asked, {"event_type": ",".join(told.event_types)})


def follow(response: Response, context: ReadContext) -> tuple[Ask, ...]:  # noqa: ARG001 - the contract of every format
    """The next page (``meta.next``)."""
    return next_page(response, mapping(_page(response).get("meta")).get("next"))


def read(response: Response, context: ReadContext) -> Reading:
    """Everything the pages say; raises ``Unreadable`` when one of them is no Linked Events answer."""
    ledger = Ledger(context, VERSION)
    pages = [_page(answer) for answer in answers(response)]
    found = list(latest([page["data"] for page in pages], id_of))
    frames = 0
    for record in (*found, *_inside(found)):
        if isinstance(record, dict) and record.get("super_event_type") == "recurring" and record.get("deleted") is not True:
            frames += 1
        else:
            _take(record, ledger, context)
    if frames:
        ledger.tell("not_an_event", "info", "super_event_type", f"{frames} recurring")
    return ledger.reading(platform="Linked Events", complete=_is_complete(pages[-1], len(found), ledger) and not response.missing)


def _page(response: Response) -> dict[str, Any]:
    """One page, or one event as a page of its own; raises ``Unreadable``."""
    page = document(response)
    if isinstance(page, dict) and isinstance(page.get("data"), list):
        return page
    if isinstance(page, dict) and "data" not in page and id_of(page) and ("name" in page or "deleted" in page):
        return {"data": [page]}
    raise Unreadable("The answer is no list of events (no data).", reason="unexpected_shape")


def _inside(found: list[Any]) -> Iterator[Any]:
    """The sub events that stand only inside others."""
    known = {id_of(record) for record in found if isinstance(record, dict)}
    inside = (sub for record in found if isinstance(record, dict) for sub in mappings(record.get("sub_events")))
    yield from {id_of(sub): sub for sub in inside if "name" in sub and id_of(sub) not in known}.values()


def _take(record: Any, ledger: Ledger, context: ReadContext) -> None:
    """One record into the ledger, with its places left whether or not it is known."""
    uid = id_of(record) if isinstance(record, dict) else ""
    if uid and record.get("deleted") is True:
        ledger.deleted.append(uid)
        return
    kept = kept_of(record, UNDERSTOOD, *DROPPED, *VOLATILE)
    words = canonical(kept)
    options = context.options if isinstance(context.options, LinkedEventsOptions) else LinkedEventsOptions()

    def made(digest: str, notes: Notes) -> RawEvent | None:
        if not isinstance(kept, dict):
            raise Refused("item_unreadable")
        if str(kept.get("publication_status", "public")).lower() == "draft":
            return None
        event = event_of(kept, digest, words, context, notes)
        return event if event.url or not uid else replace(event, url=options.event_page.replace("{id}", uid))

    ledger.take(uid, words, made)
    if isinstance(record, dict) and (left := availability_of(uid, record)):
        ledger.availability.append(left)


def _is_complete(last: dict[str, Any], seen: int, ledger: Ledger) -> bool:
    """True where the last page is the last, and as many different records were seen as it counts."""
    meta = mapping(last.get("meta"))
    count = integer(meta.get("count"))
    if meta.get("next") or (count is not None and seen < count):
        ledger.tell("pages_cut", "warning", "meta", f"{seen} / {count if count is not None else '?'}")
        return False
    return True
