"""Which records of one harvest are the same event, and what each is called.

One event is often told several times: in two syntaxes, on the list and on its own page, by a calendar widget. The fullest telling is
kept. What two different events share (the address of the list) is nobody's identity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from harvesters.json_document import canonical, items, text
from harvesters.json_people import reaches_someone
from harvesters.ledger import digest_of
from harvesters.record import Moment
from harvesters.schema_event import start_of
from harvesters.schema_graph import Record
from harvesters.schema_links import without_campaign
from harvesters.schema_times import moment
from harvesters.schema_values import Node, first, plain

_LONGEST_NAME = 500
_MOST_NEAR = 50
"""Records of one name and day that one is compared with."""


@dataclass(slots=True, eq=False)
class Sighting:
    """One telling of an event."""

    record: Record
    rank: int
    """The lower, the more it is believed: an event's own page before a list, JSON-LD before what is marked up in the page."""
    page_url: str
    """The page's address where the page is no identity: that of the source itself."""
    ids: tuple[str, ...]
    """What it may be called by, best first."""
    name: str
    start: Moment | None
    place: str
    uid: str = ""
    url: str = ""
    """The page that is about this event alone."""
    weight: int = 0
    """How much it says."""


def sighting(record: Record, rank: int, page_url: str, formats: Sequence[str]) -> Sighting:
    """The telling with all that it may be recognised by."""
    own = record.own
    return Sighting(
        record=record,
        rank=rank,
        page_url=page_url,
        ids=tuple(dict.fromkeys(_ids(own, page_url))),
        name=_fold(plain(first(record.node, "name", "alternateName"))),
        start=_start(record, formats),
        place=_fold(plain(record.node.get("location"))),
        weight=len(canonical(record.node)),
    )


def _start(record: Record, formats: Sequence[str]) -> Moment | None:
    if record.schedule is None or first(record.own, "startDate") is not None:
        return start_of(record.own, formats)
    try:
        return moment(plain(record.schedule.get("startDate")), formats)
    except ValueError:
        return None


def _ids(node: Node, page_url: str) -> Iterable[str]:
    """``identifier``, ``@id`` and ``url``, but for what names the page or the site and not the event."""
    for told in items(node.get("identifier")):
        found = plain(first(told, "value", "@value", "@id", "url") if isinstance(told, dict) else told)
        if found and not reaches_someone(found):
            yield found[:_LONGEST_NAME]
    for told in (node.get("@id"), next(iter(items(node.get("url"))), None)):
        found = without_campaign(text(told if not isinstance(told, dict) else first(told, "@id", "url")))
        if found and not found.startswith("_:") and not _is_page(found, page_url):
            yield found[:_LONGEST_NAME]


def _is_page(address: str, page_url: str) -> bool:
    """True for the list's own address and for that of a whole site."""
    try:
        here, there = urlsplit(page_url), urlsplit(address)
    except ValueError:
        return False
    if there.scheme in {"http", "https"} and there.path in {"", "/"} and not there.query and not there.fragment:
        return True
    same = (here.netloc.lower(), here.path.rstrip("/")) == (there.netloc.lower(), there.path.rstrip("/"))
    return bool(page_url) and same and there.query in {"", here.query} and not there.fragment


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())


def distinct(sightings: Sequence[Sighting]) -> tuple[list[Sighting], int]:
    """One telling of each event, in the order of the pages, and how many were mere repetitions on pages of one sort.

    The best telling that says when is kept, of equally good ones the fullest.
    """
    shelf = _Shelf()
    kept = set[int]()
    copies = 0
    for seen in sorted(sightings, key=lambda seen: (seen.start is None, seen.rank, -seen.weight)):
        is_copy = shelf.holds_copy(seen)
        copies += is_copy
        if not is_copy and not shelf.holds_same(seen):
            shelf.add(seen)
            kept.add(id(seen))
    return [seen for seen in sightings if id(seen) in kept], copies


class _Shelf:
    """The events seen so far, by what they may be recognised by."""

    def __init__(self) -> None:
        self._exact: set[tuple[Any, ...]] = set()
        self._named: dict[tuple[Any, ...], list[Sighting]] = defaultdict(list)

    def add(self, seen: Sighting) -> None:
        self._exact.update(_exact(seen))
        day = _day(seen.start)
        for key in _keys(seen):
            self._named[key, day].append(seen)
            self._named[key, ""].append(seen)

    def holds_copy(self, seen: Sighting) -> bool:
        """In one syntax on pages of one sort only a shared identity, name, start and place make two records one."""
        return not self._exact.isdisjoint(_exact(seen))

    def holds_same(self, seen: Sighting) -> bool:
        """In another syntax, or on a page of another sort: a shared identity or name, and the same start.

        Where it does not say when: a shared identity, or the only event of its name.
        """
        days = [""] if seen.start is None else [_day(seen.start, step) for step in (0, -1, 1)]
        near = (known for key in _keys(seen) for day in days for known in self._named[key, day][:_MOST_NEAR])
        if any(known.rank != seen.rank and _is_same(known, seen) for known in near):
            return True
        alike = self._named[("name", seen.name, seen.record.number), ""] if seen.start is None and seen.name else []
        return len(alike) == 1 and alike[0].rank != seen.rank


def _exact(seen: Sighting) -> set[tuple[Any, ...]]:
    return {(seen.rank, seen.record.number, identity, seen.name, seen.start, seen.place) for identity in seen.ids}


def _keys(seen: Sighting) -> list[tuple[str, str, int]]:
    number = seen.record.number
    return [*(("id", identity, number) for identity in seen.ids), *([("name", seen.name, number)] if seen.name else [])]


def _is_same(known: Sighting, seen: Sighting) -> bool:
    """True where the second tells the event of the first; without a time only an identity says so."""
    is_called_same = bool(set(known.ids) & set(seen.ids))
    if seen.start is None:
        return is_called_same
    is_same_place = known.place == seen.place or not known.place or not seen.place
    return _is_same_time(known.start, seen.start) and (is_called_same or is_same_place)


def _is_same_time(one: Moment | None, other: Moment) -> bool:
    """Equal as exactly as both are written: an instant, a wall clock, or a day."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        if one.tzinfo and other.tzinfo:
            return one.astimezone(UTC) == other.astimezone(UTC)
        return one.replace(tzinfo=None) == other.replace(tzinfo=None)
    return one is not None and _day(one) == _day(other)


def _day(when: Moment | None, step: int = 0) -> str:
    """The day on the wall clock, so many days later."""
    return f"{when + timedelta(days=step):%Y%m%d}" if when is not None else ""


def name_them(sightings: Sequence[Sighting]) -> None:
    """Give each event the best of its identities that no other event has; ``uid`` stays empty where there is none."""
    owners: dict[str, set[int]] = defaultdict(set)
    for seen in sightings:
        for identity in seen.ids:
            owners[identity].add(id(seen.record.own))
    for seen in sightings:
        seen.uid = next((identity for identity in seen.ids if len(owners[identity]) == 1), "")


def derived_uid(seen: Sighting) -> str:
    """A key for the record of an event's second Schedule and the further ones; ``""`` for every other record."""
    if not seen.record.number or seen.record.schedule is None:
        return ""
    return digest_of("schedule", seen.uid, seen.name, canonical(seen.record.schedule))


def series_of(seen: Sighting, uids: dict[int, str]) -> str:
    """What the whole is called that the event is a part of: the uid of the record here, else what ``superEvent`` is called by.

    A second Schedule of an event is a part of the first one's record.
    """
    if seen.record.number:
        return seen.uid
    if seen.record.whole is not None:
        whole = seen.record.whole.own
        return uids[id(whole)] if id(whole) in uids else next(iter(_ids(whole, seen.page_url)), "")
    told = seen.record.whole_named
    named = {"@id": told} if isinstance(told, str) else told
    return next(iter(_ids(named, "")), "") if isinstance(named, dict) else ""
