"""Reads Kirkanta, the register of Finnish libraries (api.kirjastot.fi, version 4): one standing service a library, with its opening hours.

``docs/formats/kirkanta.md`` tells every field. The register gives one language an answer, so further languages are further answers.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel

from harvesters.errors import Unreadable
from harvesters.json_document import canonical, integer, items, mapping, mappings, text
from harvesters.json_pages import answers, completed, document, latest
from harvesters.json_people import impersonal
from harvesters.json_words import parameters
from harvesters.kirkanta_event import event_of, is_event
from harvesters.kirkanta_library import Told, homepage_of, library_of
from harvesters.kirkanta_options import KirkantaOptions
from harvesters.ledger import Ledger, Notes
from harvesters.record import Ask, RawEvent, ReadContext, Reading, Response

if TYPE_CHECKING:
    from harvesters.registry import Span

VERSION = "kirkanta 1"
PAGE = 50
"""Libraries an answer; with 60 days of opening hours that stays under the register's 5,000."""
_TRANSLATION = "language:"
"""The role of an answer in a further language: this and its code."""
_VOLATILE = ("modified", "created", "liveStatus", "distance", "refs")
_PEOPLE = ("persons", "emailAddresses", "email", "phoneNumbers", "phone")


def address(url: str, span: Span, options: BaseModel | None) -> str:
    """The address with opening hours, the span's first days, a page size and the language asked for, where it does not say so itself."""
    told = _options(options)
    wanted = list(dict.fromkeys([*filter(None, parameters(url).get("with", "").split(",")), "schedules"]))
    last = min(span.last, span.first + timedelta(days=told.days - 1))
    otherwise = {"period.start": span.first.isoformat(), "period.end": last.isoformat(), "limit": str(PAGE), "lang": told.languages[0]}
    return completed(url, {"with": ",".join(wanted)}, otherwise)


def follow(response: Response, context: ReadContext) -> tuple[Ask, ...]:
    """The next page while there may be more libraries, and the same page in every further language."""
    page = _page(response)
    asked: list[Ask] = []
    is_translation = response.role.startswith(_TRANSLATION)
    if page.has_more:
        url = completed(response.url, {"skip": str(page.skipped + len(page.listed))}, {})
        asked.append(Ask(url=url, role=response.role or "page", is_needed=not is_translation))
    if not is_translation:
        for language in _options(context.options).languages[1:]:
            url = completed(response.url, {"lang": language}, {})
            asked.append(Ask(url=url, role=f"{_TRANSLATION}{language}", is_needed=False))
    return tuple(asked)


def read(response: Response, context: ReadContext) -> Reading:
    """Every library of every page; raises ``Unreadable`` where the answer is not Kirkanta's."""
    language = parameters(response.url).get("lang", "") or _options(context.options).languages[0]
    told = [(answer.role, _page(answer)) for answer in answers(response)]
    pages = [page for role, page in told if not role.startswith(_TRANSLATION)]
    translations: dict[str, dict[str, dict[str, Any]]] = {}
    for role, page in told:
        if role.startswith(_TRANSLATION):
            for record in mappings(page.listed):
                translations.setdefault(text(record.get("id")), {})[role.removeprefix(_TRANSLATION)] = record
    ledger = Ledger(context, VERSION)
    for record in latest([page.listed for page in pages], lambda one: text(one.get("id"))):
        _take(record, ledger, language, translations.get(text(mapping(record).get("id")), {}), context)
    return ledger.reading(platform="Kirkanta v4", complete=not pages[-1].has_more and not response.missing)


class _Page(NamedTuple):
    """The records of one answer."""

    listed: list[Any]
    skipped: int
    """How many records come before it."""
    has_more: bool
    """More records may follow: by the total, or because the page is full, for some totals are only the page's own."""


def _page(response: Response) -> _Page:
    """One answer; raises ``Unreadable`` where it is not Kirkanta's."""
    listed, total = _records(document(response))
    told = parameters(response.url)
    skipped, limit = integer(told.get("skip")) or 0, integer(told.get("limit"))
    has_more = bool(listed) and (skipped + len(listed) < (total or 0) or (limit is not None and len(listed) >= limit))
    return _Page(listed, max(skipped, 0), has_more)


def _take(record: Any, ledger: Ledger, language: str, translated: dict[str, dict[str, Any]], context: ReadContext) -> None:
    """One library, or one event where the answer carries events; a library's own events after it."""
    uid = text(mapping(record).get("id"))
    kept = impersonal(record, *_VOLATILE, *_PEOPLE, "events")
    words = {tag: {name: one.get(name) for name in ("name", "description", "slogan")} for tag, one in translated.items()}
    shown = canonical(kept)

    def make(digest: str, notes: Notes) -> RawEvent:
        told = Told(record, language, context.zone, words, shown)
        return event_of(told, digest, notes) if is_event(record) else library_of(told, digest, notes)

    contact = canonical(homepage_of(record))
    ledger.take(uid, "\n".join([shown, canonical(words), language, contact]), make)
    for one in items(mapping(record).get("events")):
        _take(one, ledger, language, {}, context)


def _records(answer: Any) -> tuple[list[Any], int | None]:
    """The records of one answer and how many there are in all; raises ``Unreadable``."""
    if isinstance(answer, dict):
        for name in ("items", "result", "data"):
            value = answer.get(name)
            if isinstance(value, list) or (isinstance(value, dict) and name == "data"):
                return items(value), integer(answer.get("total"))
    raise Unreadable("The answer is not a list of libraries as Kirkanta v4 gives it.", reason="unexpected_shape")


def _options(options: BaseModel | None) -> KirkantaOptions:
    return options if isinstance(options, KirkantaOptions) else KirkantaOptions()
