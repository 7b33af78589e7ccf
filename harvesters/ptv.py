"""Reads PTV, the Finnish service catalogue (Palvelutietovaranto): services and service locations as standing services.

Versions 11 and 12 of its interface are told apart by the shape of each record, not by the address (docs/formats/ptv.md).
"""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from harvesters import ptv_v11, ptv_v12
from harvesters.errors import Unreadable
from harvesters.json_document import canonical, integer, mapping, text
from harvesters.json_pages import answers, completed, document, latest
from harvesters.json_people import impersonal
from harvesters.ledger import Ledger, Notes, Refused
from harvesters.ptv_record import PtvRecord, event_of
from harvesters.record import Ask, RawEvent, ReadContext, Reading, Response

VERSION = "ptv 1"
PLACES = "ServiceLocation"
"""The one sort of channel that is a place; forms, web services and telephone lines are told as ``not_an_event``."""
_VOLATILE = ("modified", "modifiedAt", "lastModified", "versionId", "created", "publishedAt", "security", "sourceId", "ownerReferenceId")
_PEOPLE = (
    "emails", "supportEmails", "phoneNumbers", "supportPhones", "contactDetails", "contactEmails", "contactPhoneNumbers",
    "supportPhoneNumbers", "contactInfo",
)  # fmt: skip


class _Page(NamedTuple):
    """The records of one answer, its number and how many pages there are."""

    records: list[Any]
    number: int
    pages: int


def follow(response: Response, context: ReadContext) -> tuple[Ask, ...]:  # noqa: ARG001 - the contract of every format
    """The next page, until the last one that the answer tells of."""
    page = _page(document(response))
    if page.number >= page.pages or not page.records:
        return ()
    return (Ask(url=completed(response.url, {"page": str(page.number + 1)}, {}), role="page"),)


def read(response: Response, context: ReadContext) -> Reading:
    """Every record of every page; raises ``Unreadable`` where the answer is not PTV's."""
    pages = [_page(document(answer)) for answer in answers(response)]
    ledger = Ledger(context, VERSION)
    others: Counter[str] = Counter()
    for record in latest([page.records for page in pages], _id_of):
        sort = text(mapping(record).get("serviceChannelType"))
        if sort and sort != PLACES:
            others[sort] += 1
        else:
            _take(record, ledger, context)
    if others:
        ledger.tell("not_an_event", "info", value=", ".join(f"{count} {sort}" for sort, count in sorted(others.items())))
    is_whole = pages[-1].number >= pages[-1].pages
    return ledger.reading(platform=_platform(pages), complete=is_whole and not response.missing)


def _take(record: Any, ledger: Ledger, context: ReadContext) -> None:
    """One service or service location; one that PTV says is deleted is told so."""
    found = mapping(record)
    language = context.language or "fi"
    if text(found.get("publishingStatus")) == "Deleted" and _id_of(found):
        ledger.deleted.append(_id_of(found))
        return
    told = _record(found, context.zone, language)
    shown = canonical(impersonal(record, *_VOLATILE, *_PEOPLE))

    def make(digest: str, notes: Notes) -> RawEvent | None:
        if told is None:
            raise Refused("item_unreadable", "itemList", shown)
        return event_of(told, language, digest, shown, notes)

    contact = told.extra.get("email", "") if told else ""
    ledger.take(_id_of(found), f"{shown}\n{contact}", make)


def _record(found: dict[str, Any], zone: str, language: str) -> PtvRecord | None:
    """The record by the version whose shape it has; ``None`` for one that has neither's."""
    if ptv_v12.is_v12(found):
        return ptv_v12.record_of(found, zone, language)
    return ptv_v11.record_of(found, zone, language) if ptv_v11.is_v11(found) else None


def _id_of(record: dict[str, Any]) -> str:
    return text(record.get("contentId")) or text(record.get("id"))


def _page(answer: Any) -> _Page:
    """One answer as a page: a list in pages of either version, a bare list, or one record; raises ``Unreadable``."""
    if isinstance(answer, list):
        return _Page(answer, 1, 1)
    found = mapping(answer)
    for name, number, count in (("itemList", "pageNumber", "pageCount"), ("items", "page", "totalPages")):
        if isinstance(found.get(name), list):
            return _Page(found[name], integer(found.get(number)) or 1, integer(found.get(count)) or 1)
    if ptv_v11.is_v11(found) or ptv_v12.is_v12(found):
        return _Page([found], 1, 1)
    raise Unreadable("The answer is not a list of services as PTV gives it.", reason="unexpected_shape")


def _platform(pages: list[_Page]) -> str:
    first = next((record for page in pages for record in page.records if isinstance(record, dict)), {})
    return "PTV v12" if ptv_v12.is_v12(first) else "PTV v11"
