"""Reads another Kooste instance (``federation.json``, written by ``publish.federation``): federation with origins kept.

What is ours already is told as ``echo`` and counted with what is not shown; what has passed through too many instances, as ``passed_on``.
Neither is a mistake of the publisher's. The document and every decision: ``docs/formats/kooste.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, Field

from harvesters.errors import Unreadable
from harvesters.federation import comes_home, is_uid_of, is_within
from harvesters.json_document import canonical, integer, mappings, text, without
from harvesters.json_kept import kept_of
from harvesters.json_pages import answers, document, latest, next_page
from harvesters.kooste_event import UNDERSTOOD, event_of, hops_of
from harvesters.ledger import Ledger, Notes, Refused
from harvesters.record import Ask, RawEvent, ReadContext, Reading, Response
from harvesters.strict import Strict

if TYPE_CHECKING:
    from harvesters.registry import Span

VERSION = "2"
"""Part of every digest: raised whenever the same record would be read differently."""
FORMAT = "kooste-federation"
_NEWEST = 1
"""The latest version of the document that this reader knows; later ones may mean other things by the same names."""
_VOLATILE = ("last_changed", "first_seen")
_FILE = "federation.json"


class KoosteOptions(Strict):
    """Who we are, and how far a record may have travelled."""

    own_address: str = Field(default="", pattern=r"^$|^https?://[^\s/]+\S*$")
    """Our own public address, filled in from ``region.public_address``; what comes from there is an echo."""
    max_hops: int = Field(default=1, ge=1, le=5)
    """Instances between the publisher and us: 1 takes only what the other instance harvested itself."""


def address(url: str, span: Span, options: BaseModel | None) -> str:  # noqa: ARG001 - the contract of every format
    """The address of the document; an instance's own address is completed to it."""
    before = url.partition("#")[0].partition("?")[0]
    return url if before.endswith(".json") else f"{before.rstrip('/')}/{_FILE}"


def follow(response: Response, context: ReadContext) -> tuple[Ask, ...]:
    """The next document (``next``)."""
    return next_page(response, _page(response, _options(context)).get("next"))


def read(response: Response, context: ReadContext) -> Reading:
    """Everything the documents say; raises ``Unreadable`` when one is none, or is our own (``federation_loop``)."""
    ledger, options = Ledger(context, VERSION), _options(context)
    pages = [_page(answer, options) for answer in answers(response)]
    found = list(latest([page["events"] for page in pages], lambda record: text(record.get("id"))))
    for part in (part for record in found for part in _parts(record)):
        _take(part, ledger, options)
    gone = (text(record.get("id")) for page in pages for record in mappings(page.get("withdrawn")))
    ledger.deleted += dict.fromkeys(filter(None, gone))
    instance = text(pages[0].get("instance"))
    complete = _is_complete(pages[-1], len(found), ledger) and not response.missing
    return ledger.reading(title=_host(instance), platform="Kooste", complete=complete)


def _options(context: ReadContext) -> KoosteOptions:
    return context.options if isinstance(context.options, KoosteOptions) else KoosteOptions()


def _page(response: Response, options: KoosteOptions) -> dict[str, Any]:
    """One document; raises ``Unreadable``."""
    page = document(response)
    if not isinstance(page, dict) or page.get("format") != FORMAT or not isinstance(page.get("events"), list):
        raise Unreadable("The answer is no federation document (no format, no events).", reason="unexpected_shape")
    if integer(page.get("version")) not in range(1, _NEWEST + 1):
        raise Unreadable("The federation document is of a version that is not known. Update Kooste.", reason="unexpected_shape")
    if options.own_address and is_within(text(page.get("instance")), options.own_address):
        raise Unreadable("The document is our own.", reason="federation_loop")
    return page


def _parts(record: Any) -> Iterator[Any]:
    """The event or series itself, then each of its dates that is told apart, with what it does not say taken from the series."""
    if not isinstance(record, dict):
        yield record
        return
    dates = mappings(record.get("dates"))
    common = without(record, "dates")
    if "start" in record or not dates:
        yield common
    shared = without(common, "recurrence", "start", "end")
    yield from ({**shared, **date} for date in dates)


def _take(record: Any, ledger: Ledger, options: KoosteOptions) -> None:
    kept = kept_of(record, UNDERSTOOD, *_VOLATILE)
    words = canonical(kept)
    uid = text(kept.get("id")) if isinstance(kept, dict) else ""

    def made(digest: str, notes: Notes) -> RawEvent | None:
        if not isinstance(kept, dict):
            raise Refused("item_unreadable")
        event = event_of(kept, digest, words, notes)
        return None if _why_hidden(event, kept, options) else event

    before = ledger.not_public
    ledger.take(uid, words, made)
    if ledger.not_public > before:
        event = event_of(kept, "", "", Notes(digest=""))
        ledger.issues[-1] = replace(ledger.issues[-1], code=_why_hidden(event, kept, options))


def _why_hidden(event: RawEvent, record: Mapping[str, Any], options: KoosteOptions) -> str:
    """The issue that keeps a record out, ``""`` where it is news to us."""
    if comes_home(event, options.own_address) or _has_part_of_ours(record, options.own_address):
        return "echo"
    return "passed_on" if hops_of(record) > options.max_hops else ""


def _has_part_of_ours(record: Mapping[str, Any], own: str) -> bool:
    """True where one of the listings that the event was joined of came from us."""
    return bool(own) and any(
        is_uid_of(text(one.get("uid")), own) or any(is_within(text(one.get(key)), own) for key in ("instance", "source", "url"))
        for one in mappings(record.get("origins"))
    )


def _is_complete(last: dict[str, Any], seen: int, ledger: Ledger) -> bool:
    """True where the last document is the last, and as many different events were seen as it counts."""
    count = integer(last.get("count"))
    if last.get("next") or (count is not None and seen < count):
        ledger.tell("pages_cut", "warning", "count", f"{seen} / {count if count is not None else '?'}")
        return False
    return True


def _host(address: str) -> str:
    """Host and port of an instance's address; ``""`` for what is none."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""
