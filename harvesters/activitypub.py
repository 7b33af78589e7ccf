"""Reads the events of an ActivityPub actor (Mobilizon, Gancio, WordPress): its outbox, a collection, one event, or Gancio's own list.

An outbox is a log, the newest entry first (ActivityPub section 5.1): of several entries about one event the first one holds. What people
did with events (joined, liked, followed) is no event. Every decision: ``docs/formats/activitypub.md``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from harvesters.activitypub_event import UNDERSTOOD, availability_of, event_of
from harvesters.activitypub_gancio import as_event, is_gancio
from harvesters.activitypub_log import ACTORS, PAGES, Entry, entries, entry_of, id_of, types_of
from harvesters.activitypub_people import groups_of, is_public, record_of
from harvesters.errors import Unreadable
from harvesters.json_document import canonical
from harvesters.json_pages import answers, document, next_page
from harvesters.ledger import Ledger, Notes, Refused
from harvesters.record import Ask, RawEvent, ReadContext, Reading, Response

VERSION = "1"
"""Part of every digest: raised whenever the same record would be read differently."""
ACCEPT = 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"; q=0.9, application/json; q=0.8'
"""What a server must be asked for; to anything else it answers with a page for people."""
_DETAIL = "detail"
_MOST_KINDS = 5


def follow(response: Response, context: ReadContext) -> tuple[Ask, ...]:  # noqa: ARG001 - the contract of every format
    """An actor's outbox, a collection's first page, a page's next one, and what a list only links to on the same host."""
    if response.role == _DETAIL:
        return ()
    page = _page(response)
    asks = [ask for link in _further(page) for ask in next_page(response, link)]
    here = urlsplit(response.url).netloc
    links = dict.fromkeys(entry.link for entry in entries(page) if entry.link and _host(entry.link) == here)
    return (*asks, *(Ask(url=link, role=_DETAIL, is_needed=False) for link in links))


def read(response: Response, context: ReadContext) -> Reading:
    """Everything the answers say; raises ``Unreadable`` when one of them is nothing of ActivityPub's."""
    reader = _Reader(Ledger(context, VERSION), context, urlsplit(response.url).netloc)
    details = {answer.url: page for answer in response.parts if answer.role == _DETAIL and (page := _detail(answer))}
    pages = [_page(answer) for answer in answers(response) if answer.role != _DETAIL]
    reader.learn(pages, details)
    for page in pages:
        for entry in entries(page):
            reader.take(entry)
    return reader.reading(pages, response)


@dataclass(slots=True)
class _Reader:
    """Used once for one answer with its parts."""

    ledger: Ledger
    context: ReadContext
    here: str
    details: Mapping[str, Any] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    others: Counter[str] = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)
    is_missing: bool = False
    """Something on the own host could not be read."""

    def learn(self, pages: list[Any], details: Mapping[str, Any]) -> None:
        """What only further answers say: the objects behind links, by address and by id, and the names of groups."""
        self.details = {**{id_of(page): page for page in details.values()}, **details}
        self.groups = groups_of([*pages, *details.values()])

    def take(self, entry: Entry) -> None:
        """One entry into the ledger, unless a newer one was about the same event."""
        if entry.link:
            self._take_linked(entry)
        elif entry.gone:
            if self._is_news(entry.gone):
                self.ledger.deleted.append(entry.gone)
        elif entry.other:
            self.others[entry.other] += 1
        elif not isinstance(entry.event, dict) or self._is_news(id_of(entry.event)):
            self._take_event(entry)

    def _is_news(self, uid: str) -> bool:
        """True the first time something is told of an id; always where there is none."""
        is_first = uid not in self.seen
        if uid:
            self.seen.add(uid)
        return is_first

    def _take_linked(self, entry: Entry) -> None:
        """What a link leads to, where it was fetched; a link out of the host is told once for each host."""
        page = self.details.get(entry.link)
        if page is None:
            self._tell_missing(entry.link)
            return
        found = entry_of(page)
        if not found.link:
            self.take(Entry(event=found.event, gone=found.gone, other=found.other, addressed=found.addressed or entry.addressed))

    def _tell_missing(self, link: str) -> None:
        """Say of a link that it was not read: once for each on the own host, once for each other host."""
        host = _host(link)
        if host == self.here and self._is_news(link):
            self.is_missing = True
            self.ledger.tell("detail_missing", "warning", "object", link)
        elif host != self.here and self._is_news(f"host {host}"):
            self.ledger.tell("outside_host", "info", "object", host)

    def _take_event(self, entry: Entry) -> None:
        """One event with its places left; who it is addressed to is no part of its text, so it is of its digest."""
        if not isinstance(entry.event, dict):
            self.ledger.take("", canonical(entry.event), _refuse)
            return
        record, uid, is_shown = entry.event, id_of(entry.event), is_public(entry.event, entry.addressed)
        kept = record_of(record, self.groups, UNDERSTOOD)
        words = canonical(kept)

        def made(digest: str, notes: Notes) -> RawEvent | None:
            return event_of(kept, digest, words, self.context, notes) if is_shown else None

        self.ledger.take(uid, words if is_shown else f"{words}\0hidden", made)
        if is_shown and (left := availability_of(uid, record)):
            self.ledger.availability.append(left)

    def reading(self, pages: list[Any], response: Response) -> Reading:
        """The whole answer."""
        if self.others:
            counts = ", ".join(f"{count} {kind}" for kind, count in sorted(self.others.items())[:_MOST_KINDS])
            self.ledger.tell("not_an_event", "info", value=counts)
        is_cut = bool(_further(pages[-1]))
        if is_cut:
            self.ledger.tell("pages_cut", "warning", "next")
        title = next(iter(self.groups.values()), "")
        return self.ledger.reading(title=title, platform="ActivityPub", complete=not (is_cut or self.is_missing or response.missing))


def _refuse(_digest: str, _notes: Notes) -> RawEvent | None:
    raise Refused("item_unreadable")


def _page(response: Response) -> Any:
    """The answer's object, or Gancio's list as events; raises ``Unreadable``."""
    page = document(response)
    if is_gancio(page):
        site = urlsplit(response.url)
        return [as_event(record, f"{site.scheme}://{site.netloc}") for record in page]
    if isinstance(page, dict) and types_of(page):
        return page
    raise Unreadable("The answer is no ActivityStreams object (no type).", reason="unexpected_shape")


def _detail(response: Response) -> dict[str, Any] | None:
    """The object a list only linked to; ``None`` where the answer is none, which costs nothing but this one."""
    try:
        page = _page(response)
    except Unreadable:
        return None
    return page if isinstance(page, dict) else None


def _further(page: Any) -> list[str]:
    """Where an answer goes on: an actor's outbox, the first page of a collection, the page after this one.

    A page with nothing on it is the end, also where it names a next one: some servers name one for ever.
    """
    if not isinstance(page, dict):
        return []
    if types_of(page) & ACTORS:
        return [id_of(page.get("outbox"))] if page.get("outbox") else []
    first = page.get("first")
    if types_of(page) & PAGES:
        link = page.get("next") if next(entries(page), None) else None
    elif isinstance(first, dict) and not {"items", "orderedItems"}.isdisjoint(first):
        link = first.get("next")
    else:
        link = first
    return [id_of(link)] if id_of(link) else []


def _host(link: str) -> str:
    """Host and port of an address; ``""`` for what is none."""
    try:
        return urlsplit(link).netloc
    except ValueError:
        return ""
